"""Finds the stops that a person means: by id or by name, a platform or a whole station."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from egiz.errors import Fault, InputError
from egiz.facts.city import find_city
from egiz.facts.gtfs.record import NONE, Feed
from egiz.study.journey.alike import likeliest
from egiz.world.place import City
from egiz.world.spelling import fold

Numbers = NDArray[np.int32]

NEAREST = 5
"""So many names a fault proposes."""
NOTHING = np.empty(0, np.int32)


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
        Id of a platform or station, exactly as the feed writes it, else a name in any language that the feed
        knows; case, accents and dots of names do not count, and a city may be called by its name in another
        language. Else a code that one station has, or a name without that code behind it. Of one name, all
        stops form one place.

    Raises
    ------
    InputError
        ``unknown-stop`` with the names that come nearest.
    """
    if text in feed.stops.ids:
        number = feed.stops.ids.index(text)
        return Place(text, feed.stops.names[number], _below(feed, np.asarray([number], np.int32)))
    wanted, city = fold(text), _city(text)
    others = frozenset(fold(name) for name in (city.name, *city.names.values())) if city else frozenset()
    found = _named(feed, wanted, others) if wanted else NOTHING
    if not found.size:
        nearest = ", ".join(likeliest(feed, {wanted, *others}, NEAREST, city))
        raise InputError.of("unknown-stop", {"name": text, "nearest": nearest})
    tops = np.unique(feed.stops.station[found])
    note = None
    if tops.size > 1:
        ids = ", ".join(feed.stops.ids[top] for top in tops[:NEAREST].tolist())
        note = Fault("stops-of-one-name", {"name": text, "count": int(tops.size), "ids": ids})
    return Place(feed.stops.ids[found[0]], feed.stops.names[found[0]], _below(feed, found), note)


def _named(feed: Feed, wanted: str, others: frozenset[str]) -> Numbers:
    """Stops that bear a name, or else another one of the same city; by code or without it at last."""
    names = [(fold(name), at) for at, name in enumerate(feed.stops.names)]
    names += [(fold(one.name), one.stop) for one in feed.stops.translations]
    for called in ({wanted}, others):
        found = _called(names, called)
        if found.size:
            return found
    found = _called([(fold(code), at) for at, code in enumerate(feed.stops.codes)], {wanted})
    if np.unique(feed.stops.station[found]).size == 1:
        return found
    codes = [f" {fold(code)}" for code in feed.stops.codes]
    plain = [(name.removesuffix(codes[at]), at) for name, at in names if codes and codes[at].strip()]
    return _called(plain, {wanted, *others})


def _called(names: Iterable[tuple[str, int]], wanted: Collection[str]) -> Numbers:
    """Stops that bear one of some names."""
    return np.asarray(sorted({at for name, at in names if name in wanted}), np.int32)


def _city(text: str) -> City | None:
    """City of a name: a feed writes one language, people another."""
    try:
        return find_city(text)
    except InputError:
        return None


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
