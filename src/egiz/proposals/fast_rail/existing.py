"""The railway that is there: a chain of stations with the lengths that are published or remembered."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass

from egiz.errors import InputError
from egiz.facts.city import find_city
from egiz.facts.dated import Dated
from egiz.world.place import City
from egiz.world.sphere import between_km

LENGTH = "rail_length"
"""Fact of the length between two stations: its scope names them."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The existing line between two cities."""

    length_km: float
    """Length of the line [km]."""
    stations: tuple[str, ...]
    """Stations in a row."""
    points: tuple[tuple[float, float], ...]
    """Longitude and latitude of those stations whose place is known."""
    known: bool
    """Whether lengths of the line are known; else the length is a guess from the distance."""


def chain_of(one: City, other: City, facts: Dated) -> Chain:
    """Find the existing line, the shortest chain of known lengths; else guess its length."""
    found = _shortest(one.name, other.name, _links(facts)) if one.name != other.name else None
    if found is None:
        length = between_km(one, other) * facts.pick("rail_detour").middle
        return Chain(length, (one.name, other.name), (_point(one), _point(other)), known=False)
    length, stations = found
    places = (place_of(name, facts) for name in stations)
    return Chain(length, stations, tuple(point for point in places if point is not None), known=True)


def _links(facts: Dated) -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for scope in facts.scopes(LENGTH):
        one, _, other = scope.partition("|")
        length = facts.pick(LENGTH, scope).middle
        found.setdefault(one, {})[other] = length
        found.setdefault(other, {})[one] = length
    return found


def _shortest(
    one: str, other: str, links: Mapping[str, Mapping[str, float]]
) -> tuple[float, tuple[str, ...]] | None:
    waiting: list[tuple[float, tuple[str, ...]]] = [(0.0, (one,))]
    done: set[str] = set()
    while waiting:
        length, way = heapq.heappop(waiting)
        if way[-1] == other:
            return length, way
        if way[-1] not in done:
            done.add(way[-1])
            for name, step in links.get(way[-1], {}).items():
                heapq.heappush(waiting, (length + step, (*way, name)))
    return None


def place_of(name: str, facts: Dated) -> tuple[float, float] | None:
    """Longitude and latitude of a station: that of a fact, else of the city of that name."""
    longitude, latitude = facts.find("station_longitude", name), facts.find("station_latitude", name)
    if longitude is not None and latitude is not None:
        return longitude.middle, latitude.middle
    try:
        return _point(find_city(name))
    except InputError:
        return None


def _point(city: City) -> tuple[float, float]:
    return float(city.longitude), float(city.latitude)
