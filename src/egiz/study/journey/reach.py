"""Which stops of a timetable belong to a city or to an airport."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from egiz.facts.airport import ALIASES
from egiz.facts.dated import Dated
from egiz.facts.gtfs.record import Feed, mode_of
from egiz.world.place import Airport, Place
from egiz.world.sphere import rough_km

AIR = "air"
"""Mode of flights."""
Ends = tuple[tuple[int, ...], tuple[int, ...]]
"""Numbers of the stops at either end."""


def ends_of(feed: Feed, ends: tuple[Place, Place], facts: Dated) -> Ends:
    """Find the stops at which journeys between two places begin and end.

    Parameters
    ----------
    feed
        The timetable.
    ends
        Two cities, or two airports.
    facts
        Those that say how far a stop may be (``timetable_reach``).

    Notes
    -----
    Of an airport: stops of flights that bear its code, else those within reach. Of a city: every stop of a
    station of which one is within reach of its middle and nearer to it than to the other city.
    """
    if isinstance(ends[0], Airport) and isinstance(ends[1], Airport):
        flown, reach = _flown(feed), facts.pick("timetable_reach", "airport").middle
        return _airport(feed, ends[0], flown, reach), _airport(feed, ends[1], flown, reach)
    served, reach = np.unique(feed.calls.stop), facts.pick("timetable_reach", "city").middle
    home, away = (_from_station(feed, served, end) for end in ends)
    near = (home <= reach) & (home < away), (away <= reach) & (away <= home)
    return tuple(served[near[0]].tolist()), tuple(served[near[1]].tolist())


def _flown(feed: Feed) -> NDArray[np.int32]:
    """Stops at which flights call."""
    flies = np.asarray([mode_of(kind) == AIR for kind in feed.routes.kinds.tolist()], bool)
    calls = np.repeat(flies[feed.trips.route], np.diff(feed.trips.first))
    return np.unique(feed.calls.stop[calls])


def _airport(feed: Feed, airport: Airport, flown: NDArray[np.int32], reach: float) -> tuple[int, ...]:
    codes = {airport.iata, *(old for old, new in ALIASES.items() if new == airport.iata)}
    named = [stop for stop in flown.tolist() if codes & set(_words(feed, stop))]
    return tuple(named or flown[_km(feed, flown, airport) <= reach].tolist())


def _words(feed: Feed, stop: int) -> list[str]:
    """Words of the id, the code and the name of a stop."""
    stops = feed.stops
    return re.findall(r"\w+", " ".join((stops.ids[stop], stops.names[stop], *stops.codes[stop : stop + 1])))


def _from_station(feed: Feed, served: NDArray[np.int32], end: Place) -> NDArray[np.float64]:
    """How far the nearest stop of the station of each stop is from a place [km]."""
    nearest = np.full(len(feed.stops.ids), np.inf)
    station = feed.stops.station[served]
    np.minimum.at(nearest, station, _km(feed, served, end))
    return np.asarray(nearest[station])


def _km(feed: Feed, stops: NDArray[np.int32], place: Place) -> NDArray[np.float64]:
    """How far stops are from a place [km]; those without a place of their own are nowhere near."""
    spots = feed.stops.latitude[stops], feed.stops.longitude[stops]
    away = rough_km(place.latitude, place.longitude, *spots)
    return np.where(np.isfinite(away), away, np.inf)
