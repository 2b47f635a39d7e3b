"""From trips by service day to the timetable of a span of minutes.

A service day starts 12 hours before noon by the clock of its zone, so a night with a change of clocks moves
no trip: each service day is placed by the rules of its own date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from egiz.engines.journeys.check import check_schedule
from egiz.engines.journeys.record import (
    NONE,
    Connections,
    Footpaths,
    Numbers,
    Runs,
    Schedule,
    Stops,
    Timetable,
)
from egiz.world.week import DAY, utc_offset


def service_days(zones: Sequence[str], first: date, count: int, zero: date) -> Numbers:
    """Noon less 12 hours of dates in a row by the clocks of zones [min from 00:00 UTC of the date zero].

    Returns
    -------
    Numbers
        Minutes: (zones, dates).

    Raises
    ------
    EngineError
        A zone is not in the time zone database.
    """
    days = [first + timedelta(days=n) for n in range(count)]
    minutes = [
        [(day - zero).days * DAY - round(60.0 * utc_offset(zone, day)) for day in days] for zone in zones
    ]
    return np.array(minutes, dtype=np.int32).reshape(len(zones), count)


def expand(schedule: Schedule, span: tuple[int, int]) -> Timetable:
    """List every connection that leaves within a span of minutes, of whichever service day.

    Parameters
    ----------
    schedule
        Trips by service day; its dates should reach back as far as the longest trip lasts.
    span
        First minute, and the minute after the last [min from minute zero]: the window of departures and the
        longest travel after it.

    Raises
    ------
    EngineError
        Arrays do not fit together, or a trip goes back in time.

    Notes
    -----
    Where some connection takes no minutes at all, every change and walk takes at least one, so that journeys
    of one minute have an order.
    """
    check_schedule(schedule)
    trip, day = _runs(schedule, span)
    rides, kept = _connections(schedule, trip, day, span)
    least = int((rides.arrival == rides.departure).any())
    foot = schedule.footpaths
    return Timetable(
        connections=rides,
        runs=Runs(trip[kept], day[kept], schedule.trips.mode[trip[kept]], _onward(schedule, trip, day, kept)),
        stops=Stops(np.maximum(schedule.stops.change, np.int32(least)), schedule.stops.station),
        footpaths=Footpaths(foot.first, foot.stop, np.maximum(foot.minutes, np.int32(least))),
        modes=schedule.modes,
    )


def _runs(schedule: Schedule, span: tuple[int, int]) -> tuple[Numbers, Numbers]:
    """Trips and dates of the runs that may be under way within a span, trip by trip."""
    trips, calendar, calls = schedule.trips, schedule.calendar, schedule.calls
    several = np.diff(trips.first) > 1
    ends = np.maximum(trips.first[1:] - 1, 0)
    leaves = np.where(several, calls.departure[np.minimum(trips.first[:-1], ends)], 0)
    comes = np.where(several, calls.arrival[ends], 0)
    starts = calendar.starts[trips.zone]
    active = calendar.active[trips.service] & several[:, np.newaxis]
    active &= (starts + leaves[:, np.newaxis] < span[1]) & (starts + comes[:, np.newaxis] >= span[0])
    trip, day = np.nonzero(active)
    return trip.astype(np.int32), day.astype(np.int32)


def _connections(
    schedule: Schedule, trip: Numbers, day: Numbers, span: tuple[int, int]
) -> tuple[Connections, Numbers]:
    """Connections by rising departure, and which of the runs have any."""
    trips, calls = schedule.trips, schedule.calls
    rides = np.diff(trips.first)[trip] - 1
    run = np.repeat(np.arange(trip.size, dtype=np.int32), rides)
    call = np.arange(run.size) - np.repeat(np.cumsum(rides) - rides - trips.first[trip], rides)
    shift = schedule.calendar.starts[trips.zone[trip], day][run]
    departure = calls.departure[call] + shift
    inside = (departure >= span[0]) & (departure < span[1])
    run, call, shift, departure = run[inside], call[inside], shift[inside], departure[inside]
    order = np.lexsort((_depth(schedule, trip)[run], departure)) if schedule.seats.before.size else None
    order = np.argsort(departure, kind="stable") if order is None else order
    run, call, shift = run[order], call[order], shift[order]
    kept, number = np.unique(run, return_inverse=True)
    return Connections(
        origin=calls.stop[call],
        destination=calls.stop[call + 1],
        departure=departure[order],
        arrival=calls.arrival[call + 1] + shift,
        run=number.astype(np.int32),
        boards=calls.boards[call],
        alights=calls.alights[call + 1],
    ), kept.astype(np.int32)


def _depth(schedule: Schedule, trip: Numbers) -> Numbers:
    """How many trips a run comes after with everybody on board, so that equal minutes keep the order."""
    seats = schedule.seats
    depth = np.zeros(schedule.trips.service.size, dtype=np.int32)
    for _ in range(seats.before.size):
        deeper = depth.copy()
        np.maximum.at(deeper, seats.after, depth[seats.before] + 1)
        if (deeper == depth).all():
            break
        depth = deeper
    return depth[trip]


def _onward(schedule: Schedule, trip: Numbers, day: Numbers, kept: Numbers) -> Numbers:
    """Run that each kept run goes on as."""
    seats, calendar = schedule.seats, schedule.calendar
    number = np.full((schedule.trips.service.size, calendar.active.shape[1]), NONE, dtype=np.int32)
    number[trip[kept], day[kept]] = np.arange(kept.size)
    onward = np.full(kept.size, NONE, dtype=np.int32)
    for before, after, days in zip(seats.before[::-1], seats.after[::-1], seats.days[::-1], strict=True):
        dates = np.arange(max(0, -int(days)), number.shape[1] - max(0, int(days)))
        one, other = number[before, dates], number[after, dates + days]
        both = (one != NONE) & (other != NONE)
        onward[one[both]] = other[both]
    return onward
