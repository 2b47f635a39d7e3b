"""Tells what lines were found between places: on a terminal, one paragraph a line."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from egiz.proposals.fast_rail.standard import KMH
from egiz.report.align import PACKAGES, meaning, profile_of, steepest, structure_km
from egiz.report.line import least_radius
from egiz.report.terminal import WIDTH
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.align.answer import Answer, Line
from egiz.study.align.asked import PERMILLE, told
from egiz.study.align.cost import Band, facts_of_cost
from egiz.study.align.ride import Ride, facts_of_ride
from egiz.world.sphere import METRES_PER_KILOMETRE

STRAIGHT = "align-straight"
NEARLY = 1.0 - 1e-9


def align_lines(answer: Answer, language: str) -> tuple[str, ...]:
    """Tell every line, then what the figures rest on."""
    voice = Voice(Words.of(PACKAGES), language)
    return tuple(_told(answer, voice))


def _told(answer: Answer, voice: Voice) -> Iterator[str]:
    request, rules = answer.request, answer.request.standard
    ends = " → ".join(told(*place) for place in request.points.tolist())
    title = f"{ends} · {voice.stated(rules.speed * KMH)} {voice.unit('km/h')}"
    yield from textwrap.wrap(title, WIDTH)
    yield "=" * min(len(title), WIDTH)
    kept = {
        "radius": voice.stated(round(rules.radius)),
        "vertical": voice.stated(round(rules.vertical_radius)),
        "grade": voice.stated(rules.grade * PERMILLE),
        "straight": voice.stated(round(answer.straight_km, 1)),
    }
    yield from wrapped(voice.say("align-rules", kept))
    for number, line in enumerate(answer.lines, 1):
        yield ""
        if len(answer.lines) > 1:
            yield voice.say("align-number", {"number": str(number)})
        yield from _table(answer, line, voice)
    yield ""
    for sentence in sentences(answer, voice):
        yield from wrapped(sentence)


def _table(answer: Answer, line: Line, voice: Voice) -> Iterator[str]:
    rows = [(voice.say(f"align-row-{name}"), value) for name, value in _rows(answer, line, voice)]
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        yield f"  {name:<{width}}  {value}"


def _rows(answer: Answer, line: Line, voice: Voice) -> Iterator[tuple[str, str]]:
    plan, takes, structures = line.alignment.plan, line.alignment.quantities, structure_km(line)
    length, radius = plan.length / METRES_PER_KILOMETRE, least_radius(plan)
    over = voice.number(length / answer.straight_km, 0.01)
    yield "length", f"{voice.number(length, 0.1)} {voice.unit('km')}"
    yield "length-built", spelled(line.cost.built_km, "km", voice)
    yield "detour", voice.say("align-detour", {"factor": over})
    curve = voice.say(STRAIGHT) if radius is None else f"{voice.stated(round(radius))} {voice.unit('m')}"
    yield "radius", curve
    grade = voice.number(steepest(answer, line), 0.1)
    yield (
        "grade",
        voice.say("align-grade" if profile_of(answer, line) else "align-grade-most", {"grade": grade}),
    )
    for name in ("viaduct", "tunnel", "bridge"):
        yield name, spelled(getattr(structures, f"{name}_km"), "km", voice)
    share = structures.share
    yield "share", spelled(share, "USD/USD", voice)
    yield "fill", spelled(line.cost.fill_m3, "m3", voice)
    yield "cut", spelled(line.cost.cut_m3, "m3", voice)
    yield "built", f"{voice.number(takes.built_up_m / METRES_PER_KILOMETRE, 0.1)} {voice.unit('km')}"
    yield "time", _ridden(line.ride, voice)
    yield "cost", spelled(line.cost.total, "USD", voice)
    yield "per-km", spelled(line.cost.per_km, "USD/km", voice)
    yield "estimate", spelled(line.cost.estimate, "USD", voice)


def sentences(answer: Answer, voice: Voice) -> Iterator[str]:
    """Tell what the figures rest on."""
    yield meaning(answer, voice)
    fastest = max(answer.lines, key=lambda line: line.ride.top_kmh).ride
    if fastest.top_kmh < answer.request.standard.speed * KMH * NEARLY:
        yield voice.say("align-slower", {"train": voice.label("train", fastest.train)})
    count = len(answer.lines)
    if count < answer.request.count:
        yield voice.say("align-fewer", {"found": str(count), "asked": str(answer.request.count)})
    yield voice.say("align-bands", {"year": str(answer.request.facts.price_year)})
    facts = (*facts_of_cost(answer.request.facts), *facts_of_ride(answer.request.facts))
    unseen = [fact.key.partition("@")[0] for fact in facts if fact.provenance.status == "memory"]
    memory = [voice.say(f"name-{key}") for key in unseen]
    if memory:
        yield voice.say("align-unverified", {"facts": "; ".join(memory)})


def _ridden(ride: Ride, voice: Voice) -> str:
    """Run time, and of which train."""
    train = voice.label("train", ride.train)
    if ride.minutes is None:
        return voice.say("align-no-time", {"train": train, "km": ride.stopped})
    return voice.say("align-time", {"time": spelled(ride.minutes, "min", voice), "train": train})


def spelled(band: Band, unit: str, voice: Voice) -> str:
    """Write a band with its unit."""
    return voice.spread(band.low, band.middle, band.high, unit).whole


def wrapped(text: str) -> Iterator[str]:
    """Break a sentence into lines of the terminal."""
    return iter(textwrap.wrap(text, WIDTH, subsequent_indent="  "))
