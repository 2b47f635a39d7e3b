"""What the journey search takes: a schedule of trips by service day, and the timetable it becomes.

Times are whole minutes from one moment, minute zero, which the caller picks: Monday 00:00 UTC of the week, or
the start of the first day asked for. A *trip* is what a schedule lists; a *run* is one trip on one service
day; a *connection* is one run between two stops in a row. Minutes, stops, trips and runs are int32, so that
a week of a country fits in the caches of a processor.

`Schedule` is what a reader of timetables fills (plain arrays, no file behind them); `expand` in ``week.py``
makes the `Timetable` of a span of minutes out of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

NEVER = 1 << 30
"""A minute that no journey reaches."""
LANES = 8
"""Trips that a journey may be made of: what the compiled loops tell apart."""
NONE = -1
"""Stands for no run, no trip or no change time of its own."""


@dataclass(frozen=True, slots=True)
class Footpaths:
    """Ways on foot from one stop to another: all that exist, since they are not joined to longer ones."""

    first: Numbers
    """First row of each stop, and the number of all: (stops + 1,)."""
    stop: Numbers
    """Stop that each way leads to, not the one it comes from: (ways,)."""
    minutes: Numbers
    """Minutes from leaving a vehicle at one to boarding at the other [min], any time to change included."""


@dataclass(frozen=True, slots=True)
class Stops:
    """Where vehicles call."""

    change: Numbers
    """Least minutes from one vehicle to another at the stop [min]: (stops,)."""
    station: Numbers
    """Number of the station that the stop belongs to, from 0 without gaps: (stops,)."""


@dataclass(frozen=True, slots=True)
class Modes:
    """What it takes to get on and off, by mode: a flight abroad is another mode than one at home."""

    boarding: Numbers
    """Minutes before the departure at which one must be at the stop: check-in, border, security [min]."""
    leaving: Numbers
    """Minutes from the arrival until one has left the stop: bags, border [min]."""
    change: Numbers
    """Minutes from one vehicle of the mode to another of it at one stop, in place of leaving, the change
    time of the stop and boarding [min]; `NONE` where there is no such rule."""


@dataclass(frozen=True, slots=True)
class StopTimes:
    """Calls of all trips, trip by trip in the order of travel: each array (calls,)."""

    stop: Numbers
    """Where."""
    arrival: Numbers
    """Arrival [min from noon less 12 hours of the service day]; of a first call, any minute."""
    departure: Numbers
    """Departure [min from noon less 12 hours of the service day]; of a last call, any minute."""
    boards: Mask
    """Whether one may get on."""
    alights: Mask
    """Whether one may get off."""


@dataclass(frozen=True, slots=True)
class Trips:
    """What the schedule lists; a trip repeated by frequency stands once for each departure."""

    first: Numbers
    """First call of each trip, and the number of all calls: (trips + 1,)."""
    service: Numbers
    """Row of the calendar: (trips,)."""
    mode: Numbers
    """Number of the mode: (trips,)."""
    zone: Numbers
    """Row of the calendar's starts, by the zone that the trip's times are told in: (trips,)."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which services run on which dates, and when the service day of each date starts."""

    active: Mask
    """Whether a service runs: (services, dates)."""
    starts: Numbers
    """Noon less 12 hours of each date by the clock of each zone [min from minute zero]: (zones, dates)."""


@dataclass(frozen=True, slots=True)
class Seats:
    """Trips that go on as another one with everybody on board; of several that could, the first listed.

    Where a vehicle divides, give the trip before it twice.
    """

    before: Numbers
    """Trip that ends: (pairs,)."""
    after: Numbers
    """Trip that it goes on as: (pairs,)."""
    days: Numbers
    """Service day of the second less that of the first [days]: (pairs,); nearly always zero."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Trips by service day, as a reader of timetables gives them."""

    calls: StopTimes
    """When trips call where."""
    trips: Trips
    """What the calls belong to."""
    calendar: Calendar
    """When trips run."""
    seats: Seats
    """Which trips go on as which."""
    stops: Stops
    """Where vehicles call."""
    footpaths: Footpaths
    """Ways on foot."""
    modes: Modes
    """What it takes to get on and off."""


@dataclass(frozen=True, slots=True)
class Connections:
    """Rides between two stops in a row, by rising departure; each array (connections,).

    Of equal departures, those of one run, and of runs that go on as each other, stand in the order of travel.
    """

    origin: Numbers
    """Stop it leaves from."""
    destination: Numbers
    """Stop it comes to."""
    departure: Numbers
    """Minute it leaves [min from minute zero]."""
    arrival: Numbers
    """Minute it comes [min from minute zero]; not before it leaves."""
    run: Numbers
    """Number of the run."""
    boards: Mask
    """Whether one may get on at the origin."""
    alights: Mask
    """Whether one may get off at the destination."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Trips on their service days; each array (runs,)."""

    trip: Numbers
    """Number of the trip."""
    day: Numbers
    """Number of the date in the calendar that is its service day, not always that of the boarding."""
    mode: Numbers
    """Number of the mode."""
    onward: Numbers
    """Run that it goes on as with everybody on board, or `NONE`."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """All that runs in a span of minutes, and all that it takes to change."""

    connections: Connections
    """Every ride between two stops in a row."""
    runs: Runs
    """What the rides belong to."""
    stops: Stops
    """Where vehicles call."""
    footpaths: Footpaths
    """Ways on foot."""
    modes: Modes
    """What it takes to get on and off."""
