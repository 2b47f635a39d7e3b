"""Ways on foot between stops, and the time that changing at one stop takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from egiz.engines.journeys import NEVER, Footpaths
from egiz.facts.gtfs.record import NONE, Feed, Links
from egiz.world.spelling import fold
from egiz.world.sphere import distance_km

Numbers = NDArray[np.int32]
Pairs = dict[tuple[int, int], int]

METRES = 1000.0
SECONDS = 60.0
FORBIDDEN, TIMED, TAKES = 3, 1, 2
RADIUS_M = 6_371_000.0
"""Of the sphere on which stops nearby are looked for; who is near is then measured on the ellipsoid [m]."""
ROOM = 1.02
"""So much farther neighbours are looked for, since the Earth is no sphere."""
HALF_TURN = 180.0
MOST_ALONG = 1000
"""Of stops within reach by latitude so many are looked at."""
MOST_ALIKE = 200
"""More stops of one name are no place: only neighbours are linked."""


@dataclass(frozen=True, slots=True)
class Walking:
    """How people walk between stops."""

    speed: float
    """On foot [m/s]."""
    change: int
    """Least time from one vehicle to another [min]."""
    near: float
    """Stops so near each other are linked [m]."""
    namesakes: float
    """Stops of one name are linked up to this distance [m]."""
    station: float
    """Stops of one station are linked up to this distance [m]."""


def walks(feed: Feed, walking: Walking) -> tuple[Footpaths, Numbers]:
    """Find all ways on foot, and the change time of each stop.

    Parameters
    ----------
    feed
        The timetable.
    walking
        How people walk.

    Returns
    -------
    tuple[Footpaths, Numbers]
        Ways by the stop that they begin at, and minutes to change at each stop, (stops,).

    Notes
    -----
    Stops of one station, of one name, and those next to each other are linked, each for as long as the walk
    takes and never less than a change. A row of ``transfers.txt`` goes first; of two stations it holds for
    all their platforms. Ways are not joined to longer ones.
    """
    change = np.full(len(feed.stops.ids), walking.change, np.int32)
    ways = _linked(feed, walking)
    for pair, minutes in _ruled(feed, walking):
        if pair[0] == pair[1]:
            change[pair[0]] = minutes
        elif minutes == NEVER:
            ways.pop(pair, None)
        else:
            ways[pair] = max(minutes, 1)
    return _rows(ways, len(change)), change


def _linked(feed: Feed, walking: Walking) -> Pairs:
    """Ways between stops that belong together."""
    pairs: dict[tuple[int, int], float] = {}
    served = np.unique(feed.calls.stop)
    spots = np.column_stack((feed.stops.latitude, feed.stops.longitude))
    served = served[np.isfinite(spots[served]).all(axis=1)]
    for near in _near(spots[served], walking.near):
        first, second = sorted(served[list(near)].tolist())
        pairs[first, second] = walking.near
    for limit, keys in ((walking.namesakes, _names(feed)), (walking.station, _stations(feed))):
        for group in _groups(served, keys):
            for pair in combinations(group, 2):
                pairs[pair] = max(pairs.get(pair, 0.0), limit)
    return _walked(pairs, spots, walking)


def _walked(pairs: dict[tuple[int, int], float], spots: NDArray[np.float64], walking: Walking) -> Pairs:
    if not pairs:
        return {}
    ends = np.asarray(list(pairs), np.intp)
    first, second = spots[ends[:, 0]], spots[ends[:, 1]]
    metres = np.asarray(distance_km(first[:, 0], first[:, 1], second[:, 0], second[:, 1])) * METRES
    minutes = np.maximum(np.ceil(metres / walking.speed / SECONDS), walking.change).astype(int)
    kept = metres <= np.asarray(list(pairs.values()))
    found: Pairs = {}
    for (one, other), least in zip(ends[kept].tolist(), minutes[kept].tolist(), strict=True):
        found[one, other] = found[other, one] = max(int(least), 1)
    return found


def _near(spots: NDArray[np.float64], metres: float) -> Iterator[tuple[int, int]]:
    """Pairs of places not much farther apart than so many metres, found along the latitude."""
    reach = ROOM * np.degrees(metres / RADIUS_M)
    order = np.argsort(spots[:, 0], kind="stable")
    latitude, longitude = spots[order].T
    for step in range(1, min(len(order), MOST_ALONG)):
        close = latitude[step:] - latitude[:-step] <= reach
        if not close.any():
            return
        apart = np.abs((longitude[step:] - longitude[:-step] + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN)
        close &= apart * np.cos(np.radians(latitude[step:])) <= reach
        for first in np.flatnonzero(close).tolist():
            yield int(order[first]), int(order[first + step])


def _names(feed: Feed) -> list[str]:
    return [fold(name) for name in feed.stops.names]


def _stations(feed: Feed) -> list[str]:
    return [str(top) for top in feed.stops.station.tolist()]


def _groups(served: NDArray[np.int32], keys: list[str]) -> Iterator[list[int]]:
    """Stops with the same key."""
    groups: dict[str, list[int]] = {}
    for stop in served.tolist():
        groups.setdefault(keys[stop], []).append(stop)
    return (group for key, group in groups.items() if key and 1 < len(group) <= MOST_ALIKE)


def _ruled(feed: Feed, walking: Walking) -> Iterator[tuple[tuple[int, int], int]]:
    """Minutes between stops by ``transfers.txt``; those of platforms after those of their stations."""
    links = feed.links
    rows = np.flatnonzero(
        (links.kinds <= FORBIDDEN) & (links.origin_trip == NONE) & (links.target_trip == NONE)
    )
    children = _groups_of(feed)
    plain = [row for row in rows.tolist() if links.origin[row] != NONE and links.target[row] != NONE]
    wide = {row: len(children[links.origin[row]]) * len(children[links.target[row]]) for row in plain}
    for row in sorted(plain, key=lambda row: -wide[row]):
        minutes = _minutes(links, row, walking)
        for origin in children[links.origin[row]]:
            for target in children[links.target[row]]:
                yield (origin, target), minutes


def _minutes(links: Links, row: int, walking: Walking) -> int:
    kind, minutes = int(links.kinds[row]), int(links.minutes[row])
    if kind == FORBIDDEN:
        return NEVER
    if kind == TIMED:
        return 0
    return minutes if minutes >= 0 else walking.change


def _groups_of(feed: Feed) -> list[list[int]]:
    """Stops that each stop stands for: itself, and its platforms where it is a station."""
    found = [[stop] for stop in range(len(feed.stops.ids))]
    for stop, top in enumerate(feed.stops.station.tolist()):
        if stop != top:
            found[top].append(stop)
    return found


def _rows(ways: Pairs, stops: int) -> Footpaths:
    ordered = sorted(ways.items())
    origin = np.asarray([pair[0] for pair, _ in ordered], np.int32)
    first = np.searchsorted(origin, np.arange(stops + 1)).astype(np.int32)
    target = np.asarray([pair[1] for pair, _ in ordered], np.int32)
    return Footpaths(first, target, np.asarray([minutes for _, minutes in ordered], np.int32))
