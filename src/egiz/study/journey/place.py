"""Finds the stops that a person means: by id or by name, a platform or a whole station."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from egiz.errors import Fault, InputError
from egiz.facts.city import find_city
from egiz.facts.gtfs.record import NONE, Feed
from egiz.world.spelling import fold, spelling_distance

Numbers = NDArray[np.int32]

NEAREST = 5
"""So many names a fault proposes."""
LIKE = 3
"""One letter in so many may differ between names that are alike."""
NOTHING = np.empty(0, np.int64)
LONGEST = 60
"""No name is compared beyond so many letters."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a timetable: stops between which nobody cares to choose."""

    id: str
    """Id of the stop or the first of its stops."""
    name: str
    """What travellers call it."""
    stops: Numbers
    """Numbers of its stops, those below its stations too."""
    note: Fault | None = None
    """Said aloud where several stations bear the name; ``note-<key>`` says it."""


def find_place(feed: Feed, text: str) -> Place:
    """Find a place.

    Parameters
    ----------
    feed
        The timetable.
    text
        Id of a platform or station, exactly as the feed writes it, else a name; case, accents and dots of
        names do not count, and a city may be called by its name in another language. Of one name, all stops
        form one place.

    Raises
    ------
    InputError
        ``unknown-stop`` with the names that come nearest.
    """
    if text in feed.stops.ids:
        number = feed.stops.ids.index(text)
        return Place(text, feed.stops.names[number], _below(feed, np.asarray([number], np.int32)))
    wanted, names = fold(text), [fold(name) for name in feed.stops.names]
    found = _called(names, {wanted} - {""})
    if not found.size and wanted:
        found = _called(names, _other_names(text))
    if not found.size:
        nearest = ", ".join(_nearest(feed, wanted, names))
        raise InputError.of("unknown-stop", {"name": text, "nearest": nearest})
    tops = np.unique(feed.stops.station[found])
    note = None
    if tops.size > 1:
        ids = ", ".join(feed.stops.ids[top] for top in tops[:NEAREST].tolist())
        note = Fault("stops-of-one-name", {"name": text, "count": int(tops.size), "ids": ids})
    return Place(feed.stops.ids[found[0]], feed.stops.names[found[0]], _below(feed, found), note)


def _called(names: list[str], wanted: Collection[str]) -> Numbers:
    """Stops that bear one of some names."""
    return np.asarray([at for at, name in enumerate(names) if name in wanted], np.int32)


def _other_names(text: str) -> frozenset[str]:
    """What else a city of that name is called: a feed writes one language, people another."""
    try:
        city = find_city(text)
    except InputError:
        return frozenset()
    return frozenset(fold(name) for name in (city.name, *city.names.values()))


def station_of(feed: Feed, number: int) -> Place:
    """Place of a whole station, by the number of the stop at its top."""
    stops = np.flatnonzero(feed.stops.station == number).astype(np.int32)
    return Place(feed.stops.ids[number], feed.stops.names[number], stops)


def _below(feed: Feed, stops: Numbers) -> Numbers:
    """Stops with all that belong to them, on every level."""
    every = stops
    while True:
        inside = np.flatnonzero(np.isin(feed.stops.parent, every) & (feed.stops.parent != NONE))
        more = np.union1d(every, inside).astype(np.int32)
        if more.size == every.size:
            return np.asarray(every, np.int32)
        every = more


def _nearest(feed: Feed, wanted: str, names: list[str]) -> list[str]:
    """Names that hold every word asked for, the shortest first; then those of like spelling."""
    said = dict(zip(names, feed.stops.names, strict=True))
    parts = wanted.split()
    holding = sorted((name for name in said if parts and all(part in name for part in parts)), key=len)
    short = [name for name in said if name and abs(len(name) - len(wanted)) <= len(wanted) // LIKE + 1]
    distance = spelling_distance(wanted[:LONGEST], [name[:LONGEST] for name in short]) if short else NOTHING
    order = np.argsort(distance, kind="stable")[:NEAREST]
    like = [short[at] for at in order.tolist() if distance[at] <= len(wanted) // LIKE + 1]
    return list(dict.fromkeys(said[name] for name in (*holding[:NEAREST], *like)))[:NEAREST]
