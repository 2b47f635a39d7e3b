"""What a schedule, a timetable and a question must keep to."""

from __future__ import annotations

import numpy as np

from egiz.engines.journeys.record import (
    NONE,
    Connections,
    Footpaths,
    Mask,
    Numbers,
    Schedule,
    Timetable,
)
from egiz.errors import EngineError

FARTHEST = 1 << 28
"""Minutes from minute zero that times stay within, so that sums of a few never run over."""


def check_timetable(timetable: Timetable) -> None:
    """Raise an `EngineError` for the first thing in a timetable that cannot be."""
    rides, runs, stops = timetable.connections, timetable.runs, timetable.stops
    count = stops.change.size
    _alike("connections", rides, rides.departure.size)
    _alike("runs", runs, runs.trip.size)
    _alike("stops", stops, count)
    _within("stops of connections", rides.origin, count)
    _within("stops of connections", rides.destination, count)
    _within("runs of connections", rides.run, runs.trip.size)
    _within("modes of runs", runs.mode, timetable.modes.boarding.size)
    _within("onward runs", runs.onward[runs.onward != NONE], runs.trip.size)
    _within("stations", stops.station, count)
    _check_foot(timetable.footpaths, count)
    _check_times(rides)
    _check_minutes(timetable)


def check_schedule(schedule: Schedule) -> None:
    """Raise an `EngineError` for the first thing in a schedule that cannot be."""
    calls, trips, calendar = schedule.calls, schedule.trips, schedule.calendar
    count = schedule.stops.change.size
    _alike("calls", calls, calls.stop.size)
    _within("stops of calls", calls.stop, count)
    _within("services of trips", trips.service, calendar.active.shape[0])
    _within("zones of trips", trips.zone, calendar.starts.shape[0])
    _within("trips with seats onward", schedule.seats.before, trips.service.size)
    _within("trips with seats onward", schedule.seats.after, trips.service.size)
    if calendar.active.shape[1] != calendar.starts.shape[1]:
        raise EngineError("the calendar", "has services and zones of unlike dates", "give both every date")
    if trips.first.size != trips.service.size + 1 or trips.first[-1] != calls.stop.size:
        raise EngineError("trips", "do not cover the calls", "give the first call of each, and the end")
    inside = _inside(trips.first, calls.stop.size)
    if (calls.departure[:-1] > calls.arrival[1:])[inside].any():
        raise EngineError("a trip", "arrives before it leaves", "mend its times")
    if (np.diff(calls.departure)[:-1] < 0)[inside[:-1] & inside[1:]].any():
        raise EngineError("a trip", "leaves a stop before the one before", "mend its times")


def _inside(first: Numbers, count: int) -> Mask:
    """Whether a call and the next belong to one trip: (calls - 1,)."""
    marks = np.ones(max(count - 1, 0), dtype=np.bool_)
    ends = first[1:-1] - 1
    marks[ends[(ends >= 0) & (ends < marks.size)]] = False
    return marks


def _alike(what: str, record: object, count: int) -> None:
    sizes = {getattr(record, name).shape for name in type(record).__dataclass_fields__}  # type: ignore[attr-defined]
    if sizes != {(count,)}:
        raise EngineError(what, f"have arrays of shapes {sorted(sizes)}", "give one length to all")


def _within(what: str, numbers: Numbers, count: int) -> None:
    if numbers.size and (numbers.min() < 0 or numbers.max() >= count):
        found = f"run from {numbers.min()} to {numbers.max()}"
        raise EngineError(what, found, f"give numbers from 0, below {count}")


def _check_foot(foot: Footpaths, stops: int) -> None:
    _within("stops of footpaths", foot.stop, stops)
    ways = foot.stop.size
    if foot.first.size != stops + 1 or foot.first[-1] != ways or foot.minutes.size != ways:
        raise EngineError("footpaths", "do not cover the stops", "give the first way of each, and the end")


def _check_times(rides: Connections) -> None:
    if rides.departure.size == 0:
        return
    if (rides.arrival < rides.departure).any():
        raise EngineError("a connection", "comes before it leaves", "mend its times")
    if (np.diff(rides.departure) < 0).any():
        raise EngineError("connections", "are out of order", "sort them by departure")
    if max(int(rides.arrival.max()), -int(rides.departure.min())) > FARTHEST:
        raise EngineError("times", "lie too far from minute zero", "move minute zero to the window")


def _check_minutes(timetable: Timetable) -> None:
    rides, modes = timetable.connections, timetable.modes
    least = min(
        int(timetable.stops.change.min(initial=1)),
        int(timetable.footpaths.minutes.min(initial=1)),
        int(modes.change[modes.change != NONE].min(initial=1)),
    )
    if least < 0 or min(int(modes.boarding.min(initial=0)), int(modes.leaving.min(initial=0))) < 0:
        raise EngineError("minutes to change, board or leave", "are below zero", "give zero or more")
    if least == 0 and (rides.arrival == rides.departure).any():
        raise EngineError("a change", "takes no time where a connection takes none", "give it one minute")
