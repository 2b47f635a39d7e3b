"""Tells on a terminal, and as one JSON document, how a train runs along a line.

``python -m egiz.report.train > docs/train.schema.json`` writes the schema of that document; a test holds the
published copy to the records.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import numpy as np

from egiz.figures.assumption import Assumption
from egiz.market.stock import KILO, KMH
from egiz.report.format import band, step_of, steps_of
from egiz.report.itinerary import duration
from egiz.report.terminal import WIDTH
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.train.answer import BAND, DRAWS, Answer, Band, Leg

PACKAGES = ("egiz.report", "egiz.facts")
DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA = "egiz-train-1"
DIGITS = 6
"""Digits of a number in the document."""
FINEST = 0.1
"""Minutes of a table are told no more finely [min]."""
COLUMNS = ("km", "least", "time", "speed", "energy")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that the run rests on."""

    key: str
    """Its whole name."""
    name: str
    """What it is called."""
    unit: str
    """Its unit."""
    low: float
    """One in ten lies lower; a range from memory is widened already."""
    middle: float
    """Half lie lower."""
    high: float
    """One in ten lies higher."""
    status: str
    """``seen``, ``derived`` or ``memory``."""
    source: str
    """Key of its source."""
    locator: str
    """Where in it."""
    note: str
    """What a reader should know."""


@dataclass(frozen=True, slots=True)
class Curve:
    """The run with every fact in its middle; each array is (nodes,)."""

    km: tuple[float, ...]
    """Where the front is [km]."""
    kmh: tuple[float, ...]
    """How fast it is there [km/h]."""


@dataclass(frozen=True, slots=True)
class TrainDocument:
    """A train on a line."""

    schema: str
    """Version of this document."""
    profile: str
    """The line, as the user named it."""
    train: str
    """Key of the train."""
    train_name: str
    """What it is called."""
    stops_km: tuple[float, ...]
    """Where it stops [km]."""
    coasting: bool
    """Whether the recovery time is spent on saving energy."""
    draws: int
    """Runs with values drawn anew; bands are P10, P50 and P90 over them."""
    stalled_share: float
    """Part of the draws in which the train does not climb the line; they count in no band [1]."""
    legs: tuple[Leg, ...]
    """From stop to stop."""
    whole: Leg
    """From the first stop to the last, with the stops between."""
    net_kwh_per_seat_km: Band
    """Energy taken less energy given back, by seat and length [kWh]."""
    speed: Curve
    """Speed along the line."""
    facts: tuple[Fact, ...]
    """What the run rests on."""


def train_document(answer: Answer, language: str) -> TrainDocument:
    """Gather what is told of a run."""
    voice = Voice(Words.of(PACKAGES), language)
    request, run = answer.request, answer.middle
    facts = tuple(_fact(fact, voice) for _, fact in sorted(request.stock.facts.items()))
    curve = Curve(_plain(run.chainage / KILO), _plain(run.speed * KMH))
    return TrainDocument(
        SCHEMA,
        request.profile.name,
        request.stock.name,
        voice.label("train", request.stock.name),
        request.stops,
        request.coasting,
        DRAWS,
        answer.stalled,
        answer.legs,
        answer.whole,
        answer.per_seat,
        curve,
        facts,
    )


def encode_train(answer: Answer, language: str) -> bytes:
    """Write a run as JSON, numbers to six digits."""
    content = msgspec.to_builtins(train_document(answer, language))
    return msgspec.json.format(msgspec.json.encode(_rounded(content)), indent=1) + b"\n"


def schema_text() -> str:
    """Describe the JSON document as a JSON Schema."""
    (reference,), parts = msgspec.json.schema_components([TrainDocument], ref_template="#/$defs/{name}")
    head = {"$schema": DRAFT, "$id": SCHEMA, "title": "A train on a line, run by Egiz", **reference}
    whole = {**head, "$defs": {name: parts[name] for name in sorted(parts)}}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def train_lines(answer: Answer, language: str) -> tuple[str, ...]:
    """Tell a run: a line for each leg, then the whole, the energy, what nobody has checked."""
    voice = Voice(Words.of(PACKAGES), language)
    return tuple(_lines(answer, voice))


def _lines(answer: Answer, voice: Voice) -> Iterator[str]:
    request = answer.request
    title = f"{voice.label('train', request.stock.name)} · {request.profile.name}"[:WIDTH]
    yield title
    yield "=" * len(title)
    rows = [tuple(voice.say(f"train-column-{column}") for column in COLUMNS)]
    rows += [_row(leg, voice) for leg in answer.legs]
    rows += [_row(answer.whole, voice)] if len(answer.legs) > 1 else []
    widths = [max(len(row[place]) for row in rows) for place in range(len(COLUMNS))]
    for row in rows:
        yield "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""
    for line in _sentences(answer, voice):
        yield from textwrap.wrap(line, WIDTH, subsequent_indent="  ")


def _sentences(answer: Answer, voice: Voice) -> Iterator[str]:
    whole = answer.whole
    low, middle, high = (duration(minutes, voice) for minutes in told_minutes(whole.minutes))
    yield voice.say("train-time", {"time": middle, "low": low, "high": high})
    energy = {"drawn": _spelled(whole.drawn_kwh, "kWh", voice), "seat": _per_seat(answer, voice)}
    yield voice.say("train-energy", {**energy, "returned": _spelled(whole.returned_kwh, "kWh", voice)})
    yield voice.say("train-coasting" if answer.request.coasting else "train-no-coasting")
    yield voice.say("train-bands", {"draws": str(DRAWS)})
    if answer.stalled > 0.0:
        yield voice.say("train-stalled", {"share": voice.percent(answer.stalled)})
    facts = sorted(answer.request.stock.facts.items())
    memory = [voice.say(f"name-{name}") for name, fact in facts if fact.provenance.status == "memory"]
    if memory:
        yield voice.say("train-unverified", {"facts": "; ".join(memory)})


def told_minutes(minutes: Band) -> tuple[int, int, int]:
    """Whole minutes of a band, no finer than it is wide, as of any range."""
    ends = (minutes.low, minutes.middle, minutes.high)
    steps = (max(step, 1.0) for step in steps_of(step_of(*ends), *ends))
    low, middle, high = (round(round(end / step) * step) for end, step in zip(ends, steps, strict=True))
    return low, middle, high


def _row(leg: Leg, voice: Voice) -> tuple[str, ...]:
    where = f"{voice.stated(leg.from_km)} → {voice.stated(leg.to_km)}"
    return (
        where,
        _timed(leg.least_minutes, voice),
        _timed(leg.minutes, voice),
        _spelled(leg.mean_kmh, "", voice),
        _spelled(leg.net_kwh_per_km, "", voice),
    )


def _timed(minutes: Band, voice: Voice) -> str:
    """Write minutes with their band, to a tenth at most: nobody keeps time more finely."""
    ends = (minutes.low, minutes.middle, minutes.high)
    step = max(step_of(*ends), FINEST)
    low, middle, high = (voice.number(end, step) for end in ends)
    return f"{middle} ({band(low, high)})" if low != high else middle


def _per_seat(answer: Answer, voice: Voice) -> str:
    """Energy by seat and length [Wh]."""
    kilo = answer.per_seat
    watts = Band(kilo.low * KILO, kilo.middle * KILO, kilo.high * KILO)
    return _spelled(watts, "", voice)


def _spelled(spread: Band, unit: str, voice: Voice) -> str:
    """Write a band, with a unit or without."""
    spelled = voice.spread(spread.low, spread.middle, spread.high, unit or "1")
    return spelled.whole


def _fact(fact: Assumption, voice: Voice) -> Fact:
    low, middle, high = (float(value) for value in fact.distribution.quantile(np.array(BAND)))
    name = voice.say(f"name-{fact.key.partition('@')[0]}")
    origin = fact.provenance
    return Fact(
        fact.key,
        name,
        fact.unit,
        low,
        middle,
        high,
        origin.status,
        origin.source,
        origin.locator,
        origin.note,
    )


def _plain(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[float, ...]:
    return tuple(values.tolist())


def _rounded(content: object) -> object:
    """Round every number of a tree."""
    if isinstance(content, float):
        return float(f"{content:.{DIGITS}g}")
    if isinstance(content, dict):
        return {key: _rounded(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_rounded(value) for value in content]
    return content


if __name__ == "__main__":
    sys.stdout.write(schema_text())
