"""The weekly timetables of a study, as ``study.json`` holds them."""

from __future__ import annotations

from msgspec import Struct

FILE = "timetable.zip"
"""File of a study that holds timetables, as GTFS."""


class Stop(Struct, frozen=True):
    """A place where a service calls."""

    name: str
    longitude: float
    latitude: float
    zone: str
    """Time zone of its clock."""


class Call(Struct, frozen=True):
    """A halt on the way."""

    stop: int
    """Number of the stop."""
    arrives: int
    """Minutes after the departure of the run."""
    leaves: int
    """Likewise."""


class Departure(Struct, frozen=True):
    """One run of the week."""

    origin: int
    """Number of the stop where it leaves."""
    destination: int
    leaves: int
    """Minutes from Monday 00:00 on the clock of the origin."""
    arrives: int
    """Minutes from Monday 00:00 on the clock of the destination, within the week: may be before `leaves`."""
    calls: tuple[Call, ...] = ()
    """Halts between, in order."""


class Timetable(Struct, frozen=True):
    """A week of departures that repeats over some dates."""

    proposal: str
    labels: tuple[str, ...]
    """Which option it is: type and flights a week, say."""
    mode: str
    """air, rail or bus."""
    vehicle: str
    valid_from: str
    valid_until: str
    stops: tuple[Stop, ...]
    departures: tuple[Departure, ...]
