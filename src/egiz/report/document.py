"""The content of a report, and the exact shape of ``study.json``.

A `Document` holds everything a report prints, in three languages, and nothing else: page, table, map
and terminal are made from it alone. Its schema is `docs/study.schema.json`;
a change of shape needs a new `SCHEMA`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from egiz.report.number import Chart, Choice, Count, Number, Option, Range, Share, Texts
from egiz.report.profile import Profile
from egiz.report.timetable import Departure, Stop, Timetable

__all__ = ["Chart", "Choice", "Count", "Departure", "Number", "Option"]
__all__ += ["Profile", "Range", "Share", "Stop", "Texts", "Timetable"]

SCHEMA: Literal["egiz-study/1"] = "egiz-study/1"
"""Name and version of the shape."""

DIGITS = 6
"""Significant digits that are written."""


class Region(Struct, frozen=True):
    """One of the two city-regions."""

    id: str
    names: Texts
    country: str
    """ISO 3166 code of two letters."""
    latitude: float
    longitude: float


class Agreement(Struct, frozen=True):
    """What was agreed."""

    id: str
    title: Texts
    date: str
    """Day of the agreement, ISO 8601; empty where the file gives none."""
    text: Texts


class Run(Struct, frozen=True):
    """How the study was worked out."""

    as_of: str
    """Facts known after this day were not used."""
    facts_edition: str
    draws: int
    seed: int
    method: str
    price_year: int
    """Year of whose prices all money is."""


NO_MODEL = "no-kind"
"""Why an item is not studied of whose kind there is no model yet."""


class Change(Struct, frozen=True):
    """What a scenario changes."""

    key: str
    label: Texts
    value: str
    """As its author wrote it."""
    unit: str


class Scenario(Struct, frozen=True):
    """Named changes to terms or assumptions."""

    name: str
    title: Texts
    author: str
    reason: Texts
    changes: tuple[Change, ...]


class Proposal(Struct, frozen=True):
    """One item of the agreement."""

    id: str
    kind: str
    title: Texts
    text: Texts
    """The words of the agreement."""
    state: Literal["studied", "not-studied"]
    why: str
    """Key of the reason why it was not studied; empty where it was."""
    why_text: Texts

    @property
    def refused(self) -> bool:
        """Whether its kind is known and yet it cannot be studied: a model to come would not help."""
        return self.state == "not-studied" and self.why != NO_MODEL


class Used(Struct, frozen=True):
    """A figure that a sentence or a promise speaks of."""

    name: str
    """Its name in the sentence's pattern."""
    key: str
    at: tuple[str, ...]


class Finding(Struct, frozen=True):
    """A verdict and the figures it rests on."""

    key: str
    verdict: str
    sentence: Texts
    pattern: Texts
    """The same sentence with ``[[name]]`` in place of each figure."""
    figures: tuple[Used, ...]


class Promise(Struct, frozen=True):
    """What will be observed if the study is right."""

    observable: str
    label: Texts
    key: str
    at: tuple[str, ...]
    by: str
    """Day or span by which it can be observed."""


class Driver(Struct, frozen=True):
    """An assumption that moves a figure."""

    figure: str
    key: str
    label: Texts
    strength: float
    """Rank correlation, -1 to 1."""


class Cash(Struct, frozen=True):
    """Money that a party gets or pays in a year."""

    party: str
    key: str
    label: Texts
    at: tuple[str, ...]
    sign: Literal[1, -1]
    """Gets or pays."""
    unit: str
    low: float
    middle: float
    high: float


class Answer(Struct, frozen=True):
    """What the study says about one proposal in one scenario."""

    proposal: str
    figures: tuple[Number, ...]
    findings: tuple[Finding, ...]
    """The answer in a line or two, then what it rests on."""
    promises: tuple[Promise, ...]
    drivers: tuple[Driver, ...]
    cash: tuple[Cash, ...]
    notes: tuple[Texts, ...]
    """Remarks on how it was worked out; the first, of how far the answer goes, stands under the verdict."""
    charts: tuple[Chart, ...] = ()


class Worked(Struct, frozen=True, tag_field="by", tag="formula"):
    """A node worked out by a formula."""

    where: str
    """File and line."""
    expression: str
    text: str


class Read(Struct, frozen=True, tag_field="by", tag="input"):
    """A node that was read or given."""

    source: str
    locator: str
    status: Literal["seen", "derived", "memory"]
    note: str
    about: str
    known_from: str
    """First day it could be known; empty where timeless."""
    price_year: int | None
    projected: str
    """Key of the index that carried it to the study's day."""
    shape: str
    """Empty where an engine or a reader gave the numbers."""
    low: float | None
    mode: float | None
    high: float | None


class Need(Struct, frozen=True):
    """What a formula asks for."""

    parameter: str
    key: str


class Spread(Struct, frozen=True):
    """P10, P50 and P90 at labels of the axes."""

    at: tuple[str, ...]
    low: float
    middle: float
    high: float


class Node(Struct, frozen=True):
    """One quantity or assumption behind the figures."""

    names: Texts
    unit: str
    axes: tuple[str, ...]
    how: Worked | Read
    needs: tuple[Need, ...]
    ranges: tuple[Spread, ...]


class Result(Struct, frozen=True):
    """One scenario worked out."""

    scenario: str
    answers: tuple[Answer, ...]
    differences: tuple[Range, ...]
    """This scenario less the first one, taken draw by draw."""
    nodes: Mapping[str, Node]


class Source(Struct, frozen=True):
    """Where facts were read."""

    key: str
    title: str
    publisher: str
    year: str
    link: str
    licence: str


class Label(Struct, frozen=True):
    """One label of an axis."""

    id: str
    names: Texts
    group: Texts | None = None
    """What several labels begin with, if any do: they stand together under it."""
    short: Texts | None = None
    """Its name under that."""


class Axis(Struct, frozen=True):
    """A named axis."""

    names: Texts
    labels: tuple[Label, ...]


class Point(Struct, frozen=True, tag_field="type", tag="Point"):
    """A place."""

    coordinates: tuple[float, float]
    """Longitude and latitude in degrees."""


class Line(Struct, frozen=True, tag_field="type", tag="LineString"):
    """A way between places."""

    coordinates: tuple[tuple[float, float], ...]


class Feature(Struct, frozen=True):
    """Something on the map."""

    id: str
    role: str
    """city, airport, route or whatever a kind draws."""
    names: Texts
    proposal: str
    """Item it belongs to; empty for the pair itself."""
    geometry: Point | Line


class Timeless(Struct, frozen=True):
    """A coefficient without a date, and the span it was fitted on."""

    key: str
    label: Texts
    period: str
    source: str


class Projected(Struct, frozen=True):
    """An old fact carried to the study's day."""

    key: str
    label: Texts
    about: str
    index: str
    index_label: Texts


class Next(Struct, frozen=True):
    """What to find out next."""

    key: str
    label: Texts
    strength: float
    """Rank correlation with the figure, -1 to 1; the strongest first, whatever its sign."""
    figure: str


class Document(Struct, frozen=True):
    """A whole study as it is told."""

    schema: Literal["egiz-study/1"]
    egiz: str
    agreement: Agreement
    pair: tuple[Region, Region]
    run: Run
    scenarios: tuple[Scenario, ...]
    proposals: tuple[Proposal, ...]
    results: tuple[Result, ...]
    """One for each scenario, in the same order."""
    sources: tuple[Source, ...]
    axes: Mapping[str, Axis]
    map: tuple[Feature, ...]
    timeless: tuple[Timeless, ...]
    projected: tuple[Projected, ...]
    unverified: tuple[str, ...]
    """Keys of nodes whose status is `memory`."""
    next_to_find_out: tuple[Next, ...]
    timetables: tuple[Timetable, ...] = ()
    """The week of each item that runs by one; ``timetable.zip`` holds it as GTFS."""
    profiles: tuple[Profile, ...] = ()
    """Lines that are agreed, in profile; none where nobody knows the ground."""
    files: tuple[str, ...] = ()
    """Names of the files of the study."""


def encode(document: Document) -> bytes:
    """Write the document as JSON: six significant digits, fields in the order of the records, one line end.

    Raises
    ------
    ValueError
        A number is not finite.
    """
    tidy = _tidy(msgspec.to_builtins(document))
    return msgspec.json.format(msgspec.json.encode(tidy), indent=1) + b"\n"


def decode(data: bytes) -> Document:
    """Read a document from ``study.json``.

    Raises
    ------
    msgspec.ValidationError
        The data has another shape.
    """
    return msgspec.json.decode(data, type=Document)


def _tidy(thing: object) -> object:
    """Round every number of a tree."""
    match thing:
        case str():
            return thing
        case float():
            return _rounded(thing)
        case dict():
            return {key: _tidy(value) for key, value in thing.items()}
        case list() | tuple():
            return [_tidy(value) for value in thing]
    return thing


def _rounded(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be written to a study")
    return float(f"{value:.{DIGITS}g}")
