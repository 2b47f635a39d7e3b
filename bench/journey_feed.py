"""A plain reader of the feeds of the journey benchmark, and the peer's rules for them.

The peer (nigiri) links stops by name, distance and parent, joins those links to longer walks, and fills blank
times by the number of the stop; these rules were read in its source at commit 4a5b3d1 and are told in
docs/decisions/0015-journeys.md. They are not what a traveller would want: they compare like with like.
Egiz's own reader is `egiz.facts.gtfs`; its ways on foot differ, so it is timed apart (`bench/feed.py`).
"""

from __future__ import annotations

import csv
import heapq
import io
import math
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np

from egiz.engines.journeys import (
    NONE,
    Calendar,
    Footpaths,
    Modes,
    Numbers,
    Schedule,
    Seats,
    Stops,
    StopTimes,
    Trips,
    service_days,
)

Row = Mapping[str, str]
LEAST = 2
"""Minutes that a change or a walk takes at least."""
LONGEST_WALK = 20
PACE = 1.5 * 60.0
"""Metres walked in a minute."""
EARTH = 6_371_000.0
DEGREE = EARTH * math.pi / 180.0
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as arrays."""

    schedule: Schedule
    """What the engine takes."""
    stops: tuple[str, ...]
    """Identifier of each stop."""
    zone: str
    """Time zone of the feed."""


def read(path: Path, first: date, days: int, zero: date) -> Feed:
    """Read a zipped feed for some dates, by the peer's rules."""
    with zipfile.ZipFile(path) as archive:
        stops, trips = _rows(archive, "stops.txt"), _rows(archive, "trips.txt")
        number = {row["stop_id"]: n for n, row in enumerate(stops)}
        calls: dict[str, list[Row]] = {}
        for row in _rows(archive, "stop_times.txt"):
            calls.setdefault(row["trip_id"], []).append(row)
        names = dict.fromkeys(row["service_id"] for row in trips)
        services = {name: n for n, name in enumerate(names)}
        zone = _rows(archive, "agency.txt")[0]["agency_timezone"]
        active = _active(archive, services, [first + timedelta(days=n) for n in range(days)])
    parts = [
        (services[row["service_id"]], part) for row in trips for part in _parts(calls.get(row["trip_id"], []))
    ]
    every = [call for _, part in parts for call in part]
    none = np.zeros(len(parts), dtype=np.int32)
    schedule = Schedule(
        StopTimes(
            _numbers([number[row["stop_id"]] for row, _, _ in every]),
            _numbers([arrival for _, arrival, _ in every]),
            _numbers([departure for _, _, departure in every]),
            np.array([row.get("pickup_type") != "1" for row, _, _ in every]),
            np.array([row.get("drop_off_type") != "1" for row, _, _ in every]),
        ),
        Trips(_firsts([len(part) for _, part in parts]), _numbers([one for one, _ in parts]), none, none),
        Calendar(active, service_days([zone], first, days, zero)),
        Seats(*(_numbers([]) for _ in range(3))),
        Stops(np.full(len(stops), LEAST, dtype=np.int32), np.arange(len(stops), dtype=np.int32)),
        _footpaths(stops),
        Modes(_numbers([0]), _numbers([0]), _numbers([NONE])),
    )
    return Feed(schedule, tuple(number), zone)


def _rows(archive: zipfile.ZipFile, name: str) -> list[Row]:
    if name not in archive.namelist():
        return []
    with archive.open(name) as raw:
        return list(csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")))


def _numbers(values: Sequence[int]) -> Numbers:
    return np.array(values, dtype=np.int32)


def _firsts(sizes: Sequence[int]) -> Numbers:
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)


def _active(archive: zipfile.ZipFile, services: Mapping[str, int], days: list[date]) -> np.ndarray:
    place = {f"{day:%Y%m%d}": n for n, day in enumerate(days)}
    active = np.zeros((len(services), len(days)), dtype=np.bool_)
    for row in _rows(archive, "calendar.txt"):
        for name, n in place.items():
            inside = row["start_date"] <= name <= row["end_date"]
            if row["service_id"] in services and inside and row[WEEKDAYS[days[n].weekday()]] == "1":
                active[services[row["service_id"]], n] = True
    for row in _rows(archive, "calendar_dates.txt"):
        if row["date"] in place and row["service_id"] in services:
            active[services[row["service_id"]], place[row["date"]]] = row["exception_type"] == "1"
    return active


def _minute(text: str) -> int | None:
    hours, _, rest = text.strip().partition(":")
    return int(hours) * 60 + int(rest[:2]) if hours else None


def _parts(rows: list[Row]) -> list[list[tuple[Row, int, int]]]:
    """Calls of a trip with blank times filled, cut where time goes back (a train that tells local times)."""
    ordered = sorted(rows, key=lambda row: int(row["stop_sequence"]))
    told = [(_minute(row["arrival_time"]), _minute(row["departure_time"])) for row in ordered]
    known = [n for n, (arrival, _) in enumerate(told) if arrival is not None]
    times = []
    for n, (arrival, departure) in enumerate(told):
        if arrival is None or departure is None:
            before, after = max(k for k in known if k < n), min(k for k in known if k > n)
            low, high = told[before][1] or 0, told[after][0] or 0
            blank = low + math.floor((high - low) * ((n - before) / (after - before)) + 0.5)
            times.append((blank, blank))
        else:
            times.append((arrival, departure))
    cuts = [n + 1 for n, (one, other) in enumerate(pairwise(times)) if one[1] > other[0]]
    calls = [(row, *time) for row, time in zip(ordered, times, strict=True)]
    return [calls[low:high] for low, high in pairwise([0, *cuts, len(calls)])]


def _footpaths(stops: list[Row]) -> Footpaths:
    place = [(float(row["stop_lat"]), float(row["stop_lon"])) for row in stops]
    links = _links(stops, place)
    ways: list[dict[int, int]] = [{} for _ in stops]
    for group in _groups(links):
        reach = _pair if len(group) == 2 else _reached
        for stop in group:
            for other, minutes in reach(stop, links).items():
                ways[stop][other] = max(minutes, LEAST, int(_distance(place[stop], place[other]) / PACE))
    ends = [sorted(own) for own in ways]
    minutes = [ways[n][other] for n, own in enumerate(ends) for other in own]
    return Footpaths(
        _firsts([len(own) for own in ends]), _numbers([n for own in ends for n in own]), _numbers(minutes)
    )


def _links(stops: list[Row], place: list[tuple[float, float]]) -> list[dict[int, int]]:
    """Minutes between stops linked by name or by parent."""
    number = {row["stop_id"]: n for n, row in enumerate(stops)}
    parent = [number.get(row.get("parent_station") or "", -1) for row in stops]
    children: list[set[int]] = [set() for _ in stops]
    named: dict[str, set[int]] = {}
    for n, row in enumerate(stops):
        named.setdefault(row["stop_name"], set()).add(n)
        if parent[n] >= 0:
            children[parent[n]].add(n)
    links: list[dict[int, int]] = [{} for _ in stops]
    for n, row in enumerate(stops):
        family = _family(named[row["stop_name"]], parent, children)
        kin = {parent[n], *children[n]}
        near = {m for m in family if _flat(place[n], place[m]) <= (2_000.0 if m in kin else 500.0)}
        for other in near | {child for m in near for child in children[m]}:
            minutes = max(LEAST, math.ceil(_flat(place[n], place[other]) / PACE))
            links[n].setdefault(other, minutes)
            links[other].setdefault(n, minutes)
    for n, own in enumerate(links):
        own.pop(n, None)
    return links


def _family(names: set[int], parent: list[int], children: list[set[int]]) -> set[int]:
    family: set[int] = set()
    todo = set(names)
    while todo:
        stop = todo.pop()
        family.add(stop)
        todo |= {kin for kin in {parent[stop], *children[stop]} if kin >= 0} - family
    return family


def _groups(links: list[dict[int, int]]) -> list[list[int]]:
    seen: set[int] = set()
    groups = []
    for stop, own in enumerate(links):
        if stop in seen or not own:
            continue
        group, todo = [], [stop]
        seen.add(stop)
        while todo:
            group.append(todo.pop())
            fresh = set(links[group[-1]]) - seen
            seen |= fresh
            todo += fresh
        groups.append(group)
    return groups


def _pair(stop: int, links: list[dict[int, int]]) -> dict[int, int]:
    """Of two stops that have only each other, the link as it is, however long."""
    return links[stop]


def _reached(stop: int, links: list[dict[int, int]]) -> dict[int, int]:
    """Shortest walks from a stop along links, below the longest."""
    best, queue = {stop: 0}, [(0, stop)]
    while queue:
        minutes, here = heapq.heappop(queue)
        for other, more in links[here].items():
            total = minutes + max(more, LEAST)
            if total < LONGEST_WALK and total < best.get(other, LONGEST_WALK):
                best[other] = total
                heapq.heappush(queue, (total, other))
    return {other: minutes for other, minutes in best.items() if other != stop}


def _flat(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance on a map that is true at the first place [m]."""
    east = (other[1] - one[1]) * DEGREE * math.cos(math.radians(one[0]))
    return math.hypot((other[0] - one[0]) * DEGREE, east)


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great circle distance [m]."""
    (a, b), (c, d) = ([math.radians(angle) for angle in place] for place in (one, other))
    square = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2.0 * EARTH * math.asin(math.sqrt(square))
