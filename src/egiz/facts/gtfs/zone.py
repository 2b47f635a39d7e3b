"""Rewrites a timetable whose agencies keep different clocks for one clock, as the specification asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import numpy as np

from egiz.facts.gtfs.record import (
    EPOCH,
    NONE,
    WEEK,
    Calls,
    Codes,
    Feed,
    Links,
    Mask,
    Services,
    Stops,
    Trips,
    day_number,
    day_of,
)

NOON = time(12)
MINUTE = 60
HALF_DAY = 720
HALF = 0.5
FARTHEST = 3
"""A service day moves by fewer days than this: no two clocks are so far apart."""


@dataclass(frozen=True, slots=True)
class Part:
    """A trip on those of its days on which it reads the same on the one clock."""

    trip: int
    """Number of the trip."""
    shift: int
    """Minutes to add to its times."""
    days: Codes
    """Service days on the one clock, since 1970."""


def in_one_zone(feed: Feed, zone: str) -> Feed:
    """Write all times of a timetable on one clock; the moments stay what they are.

    Parameters
    ----------
    feed
        The timetable.
    zone
        IANA time zone of that clock.

    Notes
    -----
    A trip whose times read differently on some dates, since one of the two clocks was changed, becomes a trip
    for each reading. Stops without a zone get that in which travellers were told the times there.
    """
    if {agency.zone for agency in feed.agencies} <= {zone}:
        return feed
    parts = tuple(_parts(feed, zone))
    services, number = _services(feed, parts)
    row = np.asarray([part.trip for part in parts], np.int32)
    length = np.diff(feed.trips.first)[row]
    first = np.concatenate((np.zeros(1, np.int64), np.cumsum(length))).astype(np.int32)
    trips = Trips(
        _ids([feed.trips.ids[part.trip] for part in parts]),
        tuple(feed.trips.names[part.trip] for part in parts),
        feed.trips.route[row],
        number,
        feed.trips.block[row],
        first,
    )
    return replace(
        feed,
        agencies=tuple(replace(agency, zone=zone) for agency in feed.agencies),
        stops=_stops(feed),
        services=services,
        trips=trips,
        calls=_calls(feed, parts, first),
        links=_links(feed.links, parts),
    )


def _parts(feed: Feed, zone: str) -> Iterator[Part]:
    """Every trip, once for each way in which it reads."""
    span = feed.services.span()
    if span is None:
        return
    start = day_number(span[0])
    runs = feed.services.running(span[0], day_number(span[1]) - start + 1)
    earliest, known = _earliest(feed), dict[tuple[int, str, int], tuple[tuple[int, Codes], ...]]()
    for trip, route in enumerate(feed.trips.route.tolist()):
        own = feed.agencies[int(feed.routes.agency[route])].zone
        key = (int(feed.trips.service[trip]), own, int(earliest[trip]))
        if key not in known:
            days = (np.flatnonzero(runs[key[0]]) + start).astype(np.int32)
            known[key] = tuple(_readings(days, key[2], (own, zone)))
        yield from (Part(trip, shift, days) for shift, days in known[key])


def _earliest(feed: Feed) -> Codes:
    """First minute of each trip, or of the whole block, so that a vehicle keeps one service day."""
    first = feed.calls.arrival[feed.trips.first[:-1]].astype(np.int32)
    block = feed.trips.block
    for one in np.unique(block[block != NONE]).tolist():
        first[block == one] = first[block == one].min()
    return first


def _readings(days: Codes, earliest: int, zones: tuple[str, str]) -> Iterator[tuple[int, Codes]]:
    """Minutes to add when times go from one clock to another, and the service days on that other clock."""
    begins = np.asarray([_start(day, zones[0]) for day in days.tolist()], np.int64)
    moved = days.copy()
    for _ in range(FARTHEST):
        shift = begins - np.asarray([_start(day, zones[1]) for day in moved.tolist()], np.int64)
        moved = np.where(earliest + shift < 0, moved - 1, moved).astype(np.int32)
    for one in np.unique(shift).tolist():
        yield one, moved[shift == one]


def _start(day: int, zone: str) -> int:
    """Minute from which times of a service day count: noon less twelve hours, in UTC since 1970."""
    noon = datetime.combine(day_of(day), NOON, ZoneInfo(zone)).astimezone(UTC)
    return round(noon.timestamp() / MINUTE) - HALF_DAY


def _services(feed: Feed, parts: Sequence[Part]) -> tuple[Services, Codes]:
    """Days of the parts, each set of days once, and the number of the service of each part."""
    known: dict[bytes, int] = {}
    number = np.asarray([known.setdefault(part.days.tobytes(), len(known)) for part in parts], np.int32)
    names, weeks = [], []
    for one in np.unique(number, return_index=True)[1].tolist():
        names.append(feed.services.ids[int(feed.trips.service[parts[one].trip])])
        weeks.append(_week(parts[one].days))
    counts = [len(days) for *_, days, _ in weeks]
    marks = np.asarray([week[0] for week in weeks], np.bool_).reshape(-1, WEEK)
    first, last = (np.asarray([week[at] for week in weeks], np.int32) for at in (1, 2))
    day, runs = (np.concatenate([np.empty(0), *(week[at] for week in weeks)]) for at in (3, 4))
    service = np.repeat(np.arange(len(weeks)), counts).astype(np.int32)
    every = Services(_ids(names), marks, first, last, service, day.astype(np.int32), runs.astype(np.bool_))
    return every, number


def _week(days: Codes) -> tuple[Mask, int, int, Codes, Mask]:
    """Marks of the week that most of some days keep to, their span, and the exceptions."""
    every = np.arange(days[0], days[-1] + 1, dtype=np.int32)
    runs, weekday = np.isin(every, days), (every + EPOCH.weekday()) % WEEK
    share = np.bincount(weekday, weights=runs, minlength=WEEK) / np.maximum(
        np.bincount(weekday, minlength=WEEK), 1
    )
    marks = share > HALF
    unlike = marks[weekday] != runs
    return marks, int(days[0]), int(days[-1]), every[unlike], runs[unlike]


def _ids(names: Sequence[str]) -> tuple[str, ...]:
    """Ids of what was taken apart: the first part keeps that of the whole, the others get a number."""
    taken, found = set(names), list[str]()
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        own = name if seen[name] == 1 else f"{name}-{seen[name]}"
        while seen[name] > 1 and own in taken:
            seen[name] += 1
            own = f"{name}-{seen[name]}"
        taken.add(own)
        found.append(own)
    return tuple(found)


def _calls(feed: Feed, parts: Sequence[Part], first: Codes) -> Calls:
    spans = [np.arange(*feed.trips.first[part.trip : part.trip + 2]) for part in parts]
    calls = feed.calls.at(np.concatenate([np.empty(0, np.int64), *spans]))
    shift = np.repeat([part.shift for part in parts], np.diff(first)).astype(np.int32)
    return replace(calls, arrival=calls.arrival + shift, departure=calls.departure + shift)


def _stops(feed: Feed) -> Stops:
    """Stops that keep the clock by which travellers were told times there."""
    stops, zones = feed.stops, list(feed.stops.zones)
    called, at = np.unique(feed.calls.stop, return_index=True)
    trip = np.searchsorted(feed.trips.first, at, side="right") - 1
    agency = feed.routes.agency[feed.trips.route[trip]].tolist()
    for stop, one in zip(called.tolist(), agency, strict=True):
        zones[stop] = stops.zones[stop] or stops.zones[stops.station[stop]] or feed.agencies[one].zone
    return replace(stops, zones=tuple(zones))


def _links(links: Links, parts: Sequence[Part]) -> Links:
    """Rules for changing; one that names a trip holds for all its parts."""
    numbers: dict[int, list[int]] = {NONE: [NONE]}
    for number, part in enumerate(parts):
        numbers.setdefault(part.trip, []).append(number)
    ends = zip(links.origin_trip.tolist(), links.target_trip.tolist(), strict=True)
    rows = [
        (row, before, after)
        for row, (origin, target) in enumerate(ends)
        for before in numbers.get(origin, ())
        for after in numbers.get(target, ())
    ]
    row, before, after = np.asarray(rows, np.int32).reshape(-1, 3).T.copy()
    return Links(links.origin[row], links.target[row], links.kinds[row], links.minutes[row], before, after)
