"""What the timetable search takes and gives."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from egiz.world.week import WEEK, Mask

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WeekDemand:
    """Who wishes to leave when, and what keeps them from flying.

    The first axis is the direction: 0 from the base, 1 back to it. A trip out and home again is two entries,
    one in each direction; the stay between them is not modelled.
    """

    desired: Array
    """Travellers by the hour they wish to leave at [pax/week]: (2, purposes, hours of the week).

    Hours run from Monday 00:00 on the clock of the place they leave from; any even division of the week will
    do. A traveller's wish lies at the middle of the hour.
    """
    utility: Array
    """Utility of a flight that leaves when wished [1]: (2, purposes)."""
    outside: Array
    """Logsum of every other way to travel or stay at home [1]: (2, purposes, hours of the week)."""
    early: Array
    """Utility lost by leaving an hour before the wish [1/h], by purpose."""
    late: Array
    """Utility lost by leaving an hour after the wish [1/h], by purpose."""
    reach: Array
    """Farthest from the wish that a flight is thought of at all [h], by purpose; at most half a week."""
    nest: float
    """How alike the flights of the week are: scale of their nest [1], from 1 (not at all) to 20."""
    variation: float
    """Standard deviation over mean of the demand of a departure [1]; zero fills up to the last seat."""
    fare: Array
    """What a passenger brings in, less all that a passenger costs [USD/pax], by purpose; zero or more."""


def _always() -> Mask:
    return np.ones(WEEK, dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Service:
    """An aircraft on the link, flown out and back by one crew."""

    aircraft: str
    """Name of the type."""
    capacity: float
    """Most passengers of a flight [pax]."""
    block: float
    """Stand to stand, one way [min]."""
    turn: float
    """Least time on the ground before the flight back [min]."""
    rotation_cost: float
    """Cost of a flight out and back that does not grow with passengers [USD]."""
    appeal: float = 0.0
    """Utility of the type on top of the demand's [1]."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a timetable must keep to."""

    step: int
    """Grid of departures from the base [min]: a multiple of five that divides a day."""
    duty: float
    """Longest duty of a crew [min]."""
    duty_margin: float = 0.0
    """Duty before the first block and after the last together [min]."""
    difference: float = 0.0
    """What the clock at the far end shows less the clock of the base [min]."""
    base_open: Mask = field(default_factory=_always)
    """Minutes of the local week at which the base takes movements: (10080,)."""
    far_open: Mask = field(default_factory=_always)
    """The same at the far end, on its own clock."""
    free: Mask = field(default_factory=_always)
    """Minutes, on the clock of the base, at which the operator has an aircraft to spare: (10080,)."""
    flights: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
    """Rotations a week to look at; at most one a day."""
    effort: int = 5_000
    """Boxes of timetables to look at, for each number of rotations, before a proof is given up."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """A week of rotations and what it is expected to bring."""

    out: tuple[int, ...]
    """Departures from the base [min from Monday 00:00 on the clock of the base]."""
    back: tuple[int, ...]
    """Departures from the far end [min from Monday 00:00 on its own clock]."""
    loads: tuple[tuple[float, float], ...]
    """Passengers carried out and back by each rotation [pax]."""
    willing: float
    """Passengers who would fly if seats were endless [pax/week]."""
    passengers: float
    """Passengers carried, both directions [pax/week]."""
    revenue: float
    """What they bring in [USD/week]."""
    profit: float
    """Revenue less the cost of the rotations [USD/week]."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best timetables with so many rotations a week."""

    flights: int
    """Rotations a week."""
    by_profit: tuple[Timetable, ...]
    """Best first; of equals, the earlier in the week."""
    by_passengers: tuple[Timetable, ...]
    """Best first; of equals, the earlier in the week."""
    possible: int
    """Timetables that keep to the limits."""
    boxes: int
    """Boxes of timetables looked at for the proof."""
    proven: bool
    """Whether no other timetable on the grid belongs among these; else none that differs in one rotation."""
    profit_gap: float
    """Most that another timetable could earn above the best of these [USD/week]; zero if proven."""
    passengers_gap: float
    """Most that another timetable could carry above the best of these [pax/week]; zero if proven."""


@dataclass(frozen=True, slots=True)
class Timetables:
    """The best timetables of a service."""

    aircraft: str
    """Name of the type."""
    best: tuple[Best, ...]
    """One for each number of rotations asked for."""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """What each type carries and earns with each number of rotations, flown at its best hours for profit."""

    aircraft: tuple[str, ...]
    """Types, the first axis of the tables."""
    flights: tuple[int, ...]
    """Rotations a week, the second axis."""
    willing: Array
    """Passengers who would fly if seats were endless [pax/week]."""
    share: Array
    """The same over all travellers of the demand [1]."""
    passengers: Array
    """Passengers carried, both directions [pax/week]."""
    revenue: Array
    """What they bring in [USD/week]."""
    profit: Array
    """Revenue less the cost of the rotations [USD/week]."""
    timetables: tuple[Timetables, ...]
    """What the tables are made of, by type."""
