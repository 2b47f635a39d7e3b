"""Geo-queries: from ``georel``, ``geometry`` and ``coordinates`` to a condition over the index of places."""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass

from egiz.city.ngsild import geometry
from egiz.city.ngsild.document import Json, read, write
from egiz.city.ngsild.geometry import MAX_LATITUDE, MAX_LONGITUDE
from egiz.city.ngsild.problem import Problem, bad
from egiz.city.store.record import Argument, Clause, Word

NEAR = re.compile(r"near;(maxDistance|minDistance)==(\d+(?:\.\d+)?(?:[eE]\+?\d+)?)")
"""The relation of nearness with its one distance."""

RELATIONS = {"within", "contains", "intersects", "equals", "disjoint", "overlaps"}
"""The other relations."""

DEGREE = math.pi * geometry.EARTH_RADIUS / 180.0
"""One degree along a meridian [m]."""


FARTHEST = 1e9
"""Farther than anything on the globe [m]."""

KEPT = 1024
"""Geometries kept ready."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """One geo-query."""

    relation: str
    """``near``, or one of `RELATIONS`."""
    asked: str
    """The geometry asked about, as GeoJSON text."""
    attribute: str
    """The attribute (as IRI) whose geometry is compared."""
    least: float = 0.0
    """At least so far away [m]."""
    most: float = math.inf
    """At most so far away [m]."""


def parse(relation: str, kind: str, coordinates: Json, attribute: str) -> Nearby:
    """Read a geo-query.

    Parameters
    ----------
    relation
        What ``georel`` holds.
    kind
        The type of the geometry.
    coordinates
        The coordinates, as JSON or as its text.
    attribute
        The attribute as IRI.

    Raises
    ------
    Problem
        It is not of the language.
    """
    if not relation or not kind or coordinates is None or coordinates == "":
        raise bad("a geo-query needs georel, geometry and coordinates")
    if isinstance(coordinates, str):
        try:
            coordinates = read(coordinates.encode())
        except Problem:
            raise bad("coordinates must be JSON") from None
    shape: Json = {"type": kind, "coordinates": coordinates}
    if kind not in geometry.DEPTH:
        raise bad(f"{kind!r} is no geometry")
    geometry.checked(shape, "coordinates")
    asked = write(shape).decode()
    near = NEAR.fullmatch(relation)
    if near:
        metres = float(near[2])
        if not 0.0 < metres < math.inf:
            raise bad("a distance must be a number above zero")
        return Nearby("near", asked, attribute, **{"most" if near[1] == "maxDistance" else "least": metres})
    if relation not in RELATIONS:
        raise bad(f"{relation!r} is no relation of places")
    return Nearby(relation, asked, attribute)


def condition(nearby: Nearby) -> Clause:
    """Turn a geo-query into a condition on the row ``e`` of the entities."""
    name: Argument = Word(nearby.attribute)
    limits = _box(nearby)
    inside = "p.west <= ? AND p.east >= ? AND p.south <= ? AND p.north >= ? AND "
    box: tuple[Argument, ...] = ()
    if limits is None:
        inside = ""
    else:
        west, east, south, north = limits
        box = (east, west, north, south)
    if nearby.relation == "near":
        compare = "place_distance(p.geometry, ?) BETWEEN ? AND ?"
        rest: tuple[Argument, ...] = (nearby.asked, nearby.least, min(nearby.most, FARTHEST))
    else:
        compare = "place_related(p.geometry, ?, ?)"
        rest = (nearby.relation, nearby.asked)
    sql = f"e.id IN (SELECT p.entity FROM place p WHERE {inside}p.name = ? AND {compare})"
    return Clause(sql, (*box, name, *rest))


def _box(nearby: Nearby) -> tuple[float, float, float, float] | None:
    """Give the box outside which nothing can match: west, east, south, north; None: anywhere."""
    if nearby.relation == "disjoint" or nearby.most == math.inf and nearby.relation == "near":
        return None
    bounds = geometry.box(read(nearby.asked.encode()))
    if bounds is None:
        return None
    west, south, east, north = bounds
    if nearby.relation != "near":
        return west, east, south, north
    high = nearby.most / DEGREE * 1.01
    top, bottom = north + high, south - high
    if top >= MAX_LATITUDE or bottom <= -MAX_LATITUDE:
        return -MAX_LONGITUDE, MAX_LONGITUDE, bottom, top
    wide = high / math.cos(math.radians(max(abs(top), abs(bottom))))
    if west - wide < -MAX_LONGITUDE or east + wide > MAX_LONGITUDE:
        return -MAX_LONGITUDE, MAX_LONGITUDE, bottom, top
    return west - wide, east + wide, bottom, top


class Places:
    """Compares places for SQL; the geometries met last are kept ready."""

    def __init__(self) -> None:
        self._shape = functools.lru_cache(maxsize=KEPT)(_shape)

    def related(self, stored: str, relation: str, asked: str) -> bool:
        """Tell whether a stored place stands in a relation to the one asked about."""
        return geometry.related(relation, self._shape(stored), self._shape(asked))

    def distance(self, stored: str, asked: str) -> float:
        """Give how far a stored place is from the one asked about [m]."""
        return geometry.distance(self._shape(stored), self._shape(asked))


def _shape(text: str) -> geometry.Shape:
    return geometry.geometry(read(text.encode()), "a stored place")
