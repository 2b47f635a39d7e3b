"""Turns a timetable as it was read into the schedule that the search takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from egiz.engines.journeys import (
    Calendar,
    Modes,
    Schedule,
    Seats,
    Stops,
    StopTimes,
    Trips,
    service_days,
)
from egiz.facts.gtfs.record import Feed, mode_of
from egiz.study.journey.walk import Walking, walks
from egiz.world.week import DAY

Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]

SEATED, OUT = 4, 5


@dataclass(frozen=True, slots=True)
class Rules:
    """What changing and boarding take where a timetable does not say."""

    walking: Walking
    """Ways on foot and least change."""
    boarding: Mapping[str, int]
    """Minutes before departure by mode; zero where a mode is not named [min]."""
    leaving: Mapping[str, int]
    """Minutes behind arrival by mode [min]."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The days for which a timetable is worked out."""

    first: date
    """First service day; earlier than the first day asked for, since trips last over midnight."""
    count: int
    """Number of service days."""
    zero: date
    """Day whose 00:00 UTC is minute zero."""

    @classmethod
    def around(cls, feed: Feed, first: date, days: int, after: int) -> Dates:
        """Days asked for, with those before in which trips set out that still run, and some after."""
        longest = int(feed.calls.departure.max(initial=0)) // DAY
        back = longest + 2
        return cls(first - timedelta(days=back), back + days + after + 1, first)


def schedule_of(feed: Feed, dates: Dates, rules: Rules) -> Schedule:
    """Make the schedule of some days.

    Parameters
    ----------
    feed
        The timetable.
    dates
        Its service days, and the day from which minutes are counted.
    rules
        What the timetable does not say.
    """
    zones = sorted({agency.zone for agency in feed.agencies})
    modes = mode_names(feed)
    route = feed.trips.route
    place = {zone: at for at, zone in enumerate(zones)}
    zone = np.asarray([place[agency.zone] for agency in feed.agencies], np.int32)
    mode = np.asarray([modes.index(mode_of(kind)) for kind in feed.routes.kinds.tolist()], np.int32)
    active = feed.services.running(dates.first, dates.count)
    footpaths, change = walks(feed, rules.walking)
    station = np.unique(feed.stops.station, return_inverse=True)[1].astype(np.int32)
    calls = feed.calls
    return Schedule(
        StopTimes(calls.stop, calls.arrival, calls.departure, calls.boards, calls.alights),
        Trips(feed.trips.first, feed.trips.service, mode[route], zone[feed.routes.agency[route]]),
        Calendar(active, service_days(zones, dates.first, dates.count, dates.zero)),
        _seats(feed, active),
        Stops(change, station),
        footpaths,
        _modes(modes, rules),
    )


def mode_names(feed: Feed) -> tuple[str, ...]:
    """Modes of a timetable in the order in which the schedule numbers them."""
    return tuple(sorted({mode_of(kind) for kind in feed.routes.kinds.tolist()}))


def _modes(names: tuple[str, ...], rules: Rules) -> Modes:
    boarding = [rules.boarding.get(name, 0) for name in names]
    leaving = [rules.leaving.get(name, 0) for name in names]
    none = np.full(len(names), -1, np.int32)
    return Modes(np.asarray(boarding, np.int32), np.asarray(leaving, np.int32), none)


def _seats(feed: Feed, active: Mask) -> Seats:
    """Trips that go on as another one: those that the feed names, then the next of the same block."""
    links = feed.links
    stays, out = (
        set(zip(links.origin_trip[rows].tolist(), links.target_trip[rows].tolist(), strict=True))
        for rows in (links.kinds == SEATED, links.kinds == OUT)
    )
    named = [pair for pair in sorted(stays) if min(pair) >= 0 and _follows(feed, *pair)]
    others = (pair for pair in _in_blocks(feed, active) if pair not in out and pair not in stays)
    pairs = np.asarray([*named, *others], np.int32).reshape(-1, 2)
    return Seats(pairs[:, 0].copy(), pairs[:, 1].copy(), np.zeros(len(pairs), np.int32))


def _in_blocks(feed: Feed, active: Mask) -> Iterator[tuple[int, int]]:
    """Pairs of trips of one vehicle, the second leaving where and after the first ends, the nearest first."""
    trips, calls = feed.trips, feed.calls
    start, end = calls.departure[trips.first[:-1]], calls.stop[trips.first[1:] - 1]
    blocks: dict[int, list[int]] = {}
    for trip in np.argsort(start, kind="stable").tolist():
        if trips.block[trip] >= 0:
            blocks.setdefault(int(trips.block[trip]), []).append(trip)
    for members in blocks.values():
        for at, trip in enumerate(members):
            open_days = active[trips.service[trip]].copy()
            for later in members[at + 1 :]:
                both = open_days & active[trips.service[later]]
                here = end[trip] == calls.stop[trips.first[later]]
                if both.any() and here and _follows(feed, trip, later):
                    yield trip, later
                    open_days &= ~both


def _follows(feed: Feed, trip: int, later: int) -> bool:
    """Whether a trip sets out no earlier than another one ends, both told by the clock of one zone."""
    first, calls = feed.trips.first, feed.calls
    zones = {feed.agencies[feed.routes.agency[feed.trips.route[one]]].zone for one in (trip, later)}
    return len(zones) == 1 and bool(calls.departure[first[later]] >= calls.arrival[first[trip + 1] - 1])
