"""Ranks the stops of a timetable by how much their names are like one that was not found."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from egiz.facts.gtfs.record import Feed
from egiz.world.place import City
from egiz.world.spelling import fold, spelling_distance
from egiz.world.sphere import rough_km

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

LONGEST = 60
"""No name is compared beyond so many letters."""
BEGUN = 0.95
"""Likeness of a word to one that begins with it."""
FIRST = 0.8
"""Part of its likeness for which the first word alone counts, whatever the others are."""
FIRST_LENGTH = 4
"""Letters of a first word that counts alone."""
LEAST = 0.6
"""What is less like is not proposed."""
NEARBY, REACH_KM = 0.9, 12.0
"""Likeness of what lies within so many kilometres of the city asked for."""
BUSY = 0.1
"""So much the busiest station is preferred to one without departures."""


def likeliest(feed: Feed, wanted: Collection[str], most: int, city: City | None = None) -> list[str]:
    """Names that are most like what was asked for.

    Parameters
    ----------
    feed
        The timetable.
    wanted
        Spellings asked for, folded; what is like one of them is proposed.
    most
        How many names at most.
    city
        The city that was asked for, if there is one of that name: what is near it is proposed, too.

    Notes
    -----
    Each word asked for is compared with every word of a name; the likeness of the best one counts by its
    length. Words are as like as the part of their letters that need not be changed. Of names that are as
    like, that with more departures goes first.
    """
    spoken = [(fold(name)[:LONGEST], at) for at, name in enumerate(feed.stops.names)]
    spoken += [(fold(one.name)[:LONGEST], one.stop) for one in feed.stops.translations]
    spoken = [(name, at) for name, at in spoken if name]
    asked = [text[:LONGEST] for text in wanted if text]
    if not spoken or not asked:
        return []
    names = [name for name, _ in spoken]
    like = np.max([_likeness(text, names) for text in asked], axis=0)
    stops = np.asarray([at for _, at in spoken])
    busy = _busy(feed)[stops]
    like = np.where(_near(feed, city)[stops], np.maximum(like, NEARBY), like)
    order = np.lexsort((np.arange(len(names)), -(like + BUSY * busy)))
    kept = (feed.stops.names[spoken[row][1]] for row in order.tolist() if like[row] >= LEAST)
    return list(dict.fromkeys(kept))[:most]


def _likeness(text: str, names: list[str]) -> Floats:
    """How like each name is to a text, from 0 to 1, shape (names,)."""
    words: dict[str, int] = {}
    rows = [[words.setdefault(word, len(words)) for word in name.split()] for name in names]
    flat = np.asarray([word for row in rows for word in row])
    starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
    known, parts = list(words), text.split()
    every = [np.maximum.reduceat(_alike(part, known)[flat], starts) for part in parts]
    lengths = np.asarray([len(part) for part in parts], float)
    found = np.average(every, axis=0, weights=lengths)
    if len(parts[0]) >= FIRST_LENGTH:
        found = np.maximum(found, FIRST * every[0])
    joined = _alike("".join(parts), ["".join(name.split()) for name in names])
    return np.asarray(np.maximum(found, joined), np.float64)


def _alike(word: str, others: list[str]) -> Floats:
    """How like each word is to another one, from 0 to 1, shape (others,)."""
    lengths = np.asarray([len(other) for other in others])
    same = 1.0 - spelling_distance(word, others) / np.maximum(lengths, len(word))
    begun = np.asarray([other != word and other.startswith(word) for other in others])
    return np.asarray(np.where(begun, np.maximum(same, BEGUN), same), np.float64)


def _near(feed: Feed, city: City | None) -> Mask:
    """Marks of stops near a city, shape (stops,)."""
    stops = feed.stops
    known = np.isfinite(stops.latitude) & np.isfinite(stops.longitude)
    if city is None:
        return known & False
    latitude, longitude = np.where(known, stops.latitude, 0.0), np.where(known, stops.longitude, 0.0)
    return known & (rough_km(city.latitude, city.longitude, latitude, longitude) <= REACH_KM)


def _busy(feed: Feed) -> Floats:
    """How busy each stop is, from 0 to 1: the logarithm of departures there, of a station of all below."""
    count = np.bincount(feed.calls.stop, minlength=len(feed.stops.ids)).astype(float)
    whole = np.bincount(feed.stops.station, weights=count, minlength=count.size)
    lasting = np.log1p(np.maximum(count, whole))
    return np.asarray(lasting / max(float(lasting.max(initial=0.0)), 1.0), np.float64)
