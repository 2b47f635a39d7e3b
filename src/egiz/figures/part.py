"""A part of a study, as its sheets see it: what it is fed with, what it offers, what it needs.

A *slot* is a name under which several parts may offer the same sort of quantity (every service on the market
offers its seats, say). Whoever needs a slot gets all offers as one array over an axis of the slot's name, one
row an offer, in the order of the agreement; nobody offering gives an array of length zero, so a sum is zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import ModuleType
from typing import Literal, TypeAlias

from egiz.figures.assumption import Assumption, Input


@dataclass(frozen=True, slots=True)
class Offer:
    """A quantity of this part that others may take."""

    slot: str
    """Under which name it is offered."""
    quantity: str
    """Local name of the quantity."""


Take: TypeAlias = Literal["one", "all", "own"]
"""One quantity by its key; all offers of a slot; this part's own row of an answer over a slot."""


@dataclass(frozen=True, slots=True)
class Need:
    """A quantity that must come from elsewhere."""

    name: str
    """The parameter by which this part's formulas ask for it."""
    origin: str
    """``one``: a whole key; ``all``: a slot; ``own``: a whole key whose first axis is a slot."""
    take: Take = "one"
    """How it is taken."""
    unit: str = "1"
    """Unit of an empty slot (`all`), when nobody offers."""
    axes: tuple[str, ...] = ()
    """Keys of the axes of an offer, when nobody offers."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Assumptions laid side by side along a named axis, one row a label of the axis."""

    axis: str
    """Local name of the axis."""
    rows: tuple[Assumption, ...]
    """One a label, in the order of the labels."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something to draw on the map."""

    role: str
    """What it is: ``city``, ``airport``, ``route`` ..."""
    name: str
    """Key of a name in the words, or a proper name."""
    points: tuple[tuple[float, float], ...]
    """Longitude and latitude [degree]; one point, or the vertices of a line."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where a service calls."""

    name: str
    """Proper name, or the code of an airport."""
    longitude: float
    """[degree]."""
    latitude: float
    """[degree]."""
    zone: str
    """Time zone of its clock, such as ``Asia/Almaty``."""


@dataclass(frozen=True, slots=True)
class Call:
    """A halt on the way."""

    stop: Stop
    """Where."""
    arrives: int
    """Minutes after the departure of the run."""
    leaves: int
    """Likewise."""


@dataclass(frozen=True, slots=True)
class Departure:
    """One run of the week from a stop to another."""

    origin: Stop
    """Where it leaves."""
    destination: Stop
    """Where it arrives."""
    leaves: int
    """Minutes from Monday 00:00 on the clock of the origin, within the week."""
    arrives: int
    """Minutes from Monday 00:00 on the clock of the destination, within the week: may be before `leaves`."""
    calls: tuple[Call, ...] = ()
    """Halts between, in order."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """A week of departures that repeats over some dates."""

    labels: tuple[str, ...]
    """Which option it belongs to, by the labels of axes: type and flights a week, say."""
    mode: str
    """``air``, ``rail`` or ``bus``."""
    vehicle: str
    """Type of the vehicle."""
    valid_from: date
    """First date on which it holds."""
    valid_until: date
    """Last date on which it holds."""
    departures: tuple[Departure, ...]
    """In the order of the week."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A line in profile over ground that is known."""

    part: str
    """Which line it is: a label that the names of the preparation tell."""
    option: str
    """Which option it is: a label of an axis."""
    km: tuple[float, ...]
    """Way from the start to each of its points [km]."""
    ground_m: tuple[float, ...]
    """Height of the ground there [m]."""
    level_m: tuple[float, ...]
    """Height of the line there [m]."""
    carried: tuple[tuple[float, str], ...]
    """What carries the line, in order: where it ends [km]; fill, cut, viaduct, tunnel or bridge."""
    stations: tuple[tuple[float, str], ...]
    """Way to each station [km], and its proper name."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What `prepare` hands to the sheets of a part."""

    inputs: Mapping[str, Input] = field(default_factory=dict)
    """Local name -> input; the input keeps its own whole key."""
    stacks: Mapping[str, Stack] = field(default_factory=dict)
    """Local name -> assumptions along an axis."""
    axes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Local axis -> its labels."""
    features: tuple[Feature, ...] = ()
    """For the map."""
    notes: tuple[str, ...] = ()
    """Keys of remarks that the report makes (`note-<key>` in the words)."""
    timetables: tuple[Timetable, ...] = ()
    """The week of every option that runs by one."""
    profiles: tuple[Profile, ...] = ()
    """What is agreed, in profile; none over ground that is not known."""
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Proper names of labels and features, by language: no word file holds the name of a city."""


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the whole: the market, or a proposal."""

    id: str
    """Prefix of its keys."""
    sheets: tuple[ModuleType, ...]
    """Modules of formulas."""
    offers: tuple[Offer, ...]
    """What others may take."""
    needs: tuple[Need, ...]
    """What must come from elsewhere."""
    preparation: Preparation
    """What it is fed with."""
