"""Arranges departures from city to city as a timetable like that of any feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from typing import TypeVar

import numpy as np

from egiz.facts.gtfs.record import (
    NONE,
    Agency,
    Calls,
    Codes,
    Feed,
    Links,
    Routes,
    Services,
    Stops,
    Trips,
    day_number,
)

ALWAYS = (date(1970, 1, 8), date(2199, 12, 31))
"""First and last day of what runs without end."""
KINDS: Mapping[str, int] = {"rail": 2, "bus": 3, "ferry": 4, "air": 1100}
"""``route_type`` of each mode."""
TAKES = 2
"""``transfer_type`` of a way that takes the minutes it says."""


Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Stop:
    """Where services of one mode call."""

    id: str
    """Its id."""
    name: str
    """What people call it."""
    latitude: float
    """Degrees north."""
    longitude: float
    """Degrees east."""
    zone: str
    """IANA time zone."""
    city: str
    """Between stops of one city people change; empty: nowhere."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A trip from one stop to another on some days."""

    id: str
    """Id of the trip."""
    mode: str
    """One of `KINDS`."""
    ends: tuple[Stop, Stop]
    """From where to where."""
    days: tuple[bool, ...]
    """Monday to Sunday."""
    leaves: int
    """Minute of the day by the clock of the first stop."""
    takes: int
    """Minutes on the way."""
    span: tuple[date, date]
    """First and last day."""
    agency: str
    """Who runs it; may be empty."""
    name: str
    """What travellers know it by; may be empty."""

    @property
    def runner(self) -> tuple[str, str]:
        """Who runs it, and the zone in which its times are written."""
        return self.agency, self.ends[0].zone

    @property
    def line(self) -> tuple[str, str, str]:
        """What trips of one line have in common."""
        return self.mode, self.ends[0].id, self.ends[1].id


def arranged(name: str, departures: Sequence[Departure], change: int) -> Feed:
    """Arrange departures as a feed.

    Parameters
    ----------
    name
        The feed as the user named it.
    departures
        At least one.
    change
        Minutes from one stop of a city to another [min].
    """
    stops = tuple({stop.id: stop for one in departures for stop in one.ends}.values())
    number = {stop.id: at for at, stop in enumerate(stops)}
    agencies = _numbered(one.runner for one in departures)
    lines = {(one.line, one.runner): one for one in reversed(departures)}
    order = {key: at for at, key in enumerate(sorted(lines))}
    weeks = _numbered((one.days, one.span) for one in departures)
    return Feed(
        name,
        tuple(Agency(f"{who}|{zone}", who, zone) for who, zone in agencies),
        _stops(stops),
        _routes([lines[key] for key in order], agencies),
        _services(weeks),
        _trips(departures, [order[one.line, one.runner] for one in departures], weeks),
        _calls(departures, number),
        _links(stops, change),
    )


def _numbered(keys: Iterable[Key]) -> dict[Key, int]:
    return {key: at for at, key in enumerate(dict.fromkeys(keys))}


def _stops(stops: tuple[Stop, ...]) -> Stops:
    return Stops(
        tuple(stop.id for stop in stops),
        tuple(stop.name for stop in stops),
        np.asarray([stop.latitude for stop in stops]),
        np.asarray([stop.longitude for stop in stops]),
        np.full(len(stops), NONE, np.int32),
        np.zeros(len(stops), np.int32),
        tuple(stop.zone for stop in stops),
    )


def _routes(lines: list[Departure], agencies: Mapping[tuple[str, str], int]) -> Routes:
    ids = tuple(f"{number}" for number in range(len(lines)))
    names = tuple(f"{one.ends[0].name} – {one.ends[1].name}" for one in lines)
    kinds = _whole([KINDS[one.mode] for one in lines])
    return Routes(ids, names, kinds, _whole([agencies[one.runner] for one in lines]))


def _services(weeks: Iterable[tuple[tuple[bool, ...], tuple[date, date]]]) -> Services:
    marks, spans = zip(*weeks, strict=True)
    first, last = (_whole([day_number(span[end]) for span in spans]) for end in (0, 1))
    ids = tuple(f"days-{number}" for number in range(len(marks)))
    none = np.empty(0, np.int32)
    return Services(ids, np.asarray(marks, bool), first, last, none, none, np.empty(0, bool))


def _trips(
    departures: Sequence[Departure],
    lines: list[int],
    weeks: Mapping[tuple[tuple[bool, ...], tuple[date, date]], int],
) -> Trips:
    names = tuple(one.name or f"{one.ends[0].name} – {one.ends[1].name}" for one in departures)
    days = _whole([weeks[one.days, one.span] for one in departures])
    first = np.arange(0, 2 * len(lines) + 1, 2, dtype=np.int32)
    none = np.full(len(lines), NONE, np.int32)
    return Trips(tuple(one.id for one in departures), names, _whole(lines), days, none, first)


def _calls(departures: Sequence[Departure], number: Mapping[str, int]) -> Calls:
    stop = _whole([number[end.id] for one in departures for end in one.ends])
    minute = _whole([at for one in departures for at in (one.leaves, one.leaves + one.takes)])
    every = np.ones(stop.size, bool)
    return Calls(stop, minute, minute, every, every)


def _links(stops: tuple[Stop, ...], change: int) -> Links:
    """Ways between the stops of a city: a table names no terminals, so a change takes as long as it may."""
    cities: dict[str, list[int]] = {}
    for number, stop in enumerate(stops):
        if stop.city:
            cities.setdefault(stop.city, []).append(number)
    rows = [(*pair, change) for group in cities.values() for pair in permutations(group, 2)]
    origin, target, minutes = np.asarray(rows, np.int32).reshape(-1, 3).T.copy()
    none = np.full(len(rows), NONE, np.int32)
    return Links(origin, target, np.full(len(rows), TAKES, np.int32), minutes, none, none)


def _whole(numbers: list[int]) -> Codes:
    return np.asarray(numbers, np.int32)
