"""Tells cost against run time on a terminal: one row a speed, then which lines others beat."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from egiz.errors import Value
from egiz.report.align import PACKAGES, plain_speed, reason, structure_km
from egiz.report.align_text import sentences, spelled, wrapped
from egiz.report.terminal import WIDTH
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.align.answer import Answer, Line
from egiz.study.align.asked import PERMILLE, told
from egiz.world.sphere import METRES_PER_KILOMETRE

COLUMNS = ("speed", "length", "time", "cost", "share", "unbeaten")
"""Heads of the table."""
UNBEATEN, NONE = "●", "–"
"""Marks a line that no other beats; stands where there is no time."""


def front_lines(answer: Answer, language: str) -> tuple[str, ...]:
    """Tell every line in a row, then what the figures rest on."""
    voice = Voice(Words.of(PACKAGES), language)
    return tuple(_told(answer, voice))


def _told(answer: Answer, voice: Voice) -> Iterator[str]:
    standards = answer.request.standards
    ends = " → ".join(told(*place) for place in answer.request.points.tolist())
    low, high = (voice.stated(plain_speed(one)) for one in (standards[0], standards[-1]))
    title = f"{ends} · {low}–{high} {voice.unit('km/h')}"
    yield from textwrap.wrap(title, WIDTH)
    yield "=" * min(len(title), WIDTH)
    kept = {
        "grade": voice.stated(standards[-1].grade * PERMILLE),
        "straight": voice.stated(round(answer.straight_km, 1)),
    }
    yield from wrapped(voice.say("front-rules", kept))
    yield ""
    yield from _table(answer, voice)
    yield ""
    beaten = sum(not line.unbeaten for line in answer.lines)
    values: dict[str, Value] = {"beaten": beaten, "kept": len(answer.lines) - beaten, "mark": UNBEATEN}
    yield from wrapped(voice.say("front-beaten", values))
    yield from wrapped(voice.say("front-trains", {"trains": _trains(answer, voice)}))
    for one in answer.lacking:
        lacking = {"speed": voice.stated(plain_speed(one.standard)), "why": reason(one, voice)}
        yield from wrapped(voice.say("front-lacking", lacking))
    for sentence in sentences(answer, voice):
        yield from wrapped(sentence)


def _trains(answer: Answer, voice: Voice) -> str:
    """Which train runs on which lines."""
    speeds: dict[str, list[str]] = {}
    for line in answer.lines:
        speeds.setdefault(line.ride.train, []).append(voice.stated(plain_speed(line.standard)))
    return "; ".join(f"{voice.label('train', train)} ({', '.join(of)})" for train, of in speeds.items())


def _table(answer: Answer, voice: Voice) -> Iterator[str]:
    rows = [tuple(voice.say(f"front-column-{name}") for name in COLUMNS)]
    rows += [_row(line, voice) for line in answer.lines]
    widths = [max(len(row[place]) for row in rows) for place in range(len(COLUMNS))]
    for row in rows:
        yield "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(line: Line, voice: Voice) -> tuple[str, ...]:
    minutes = line.ride.minutes
    return (
        voice.stated(plain_speed(line.standard)),
        voice.number(line.alignment.plan.length / METRES_PER_KILOMETRE, 0.1),
        NONE if minutes is None else spelled(minutes, "1", voice),
        spelled(line.cost.total, "1", voice),
        spelled(structure_km(line).share, "USD/USD", voice),
        UNBEATEN if line.unbeaten else "",
    )
