"""GeoJSON geometries: checked before they are stored, and compared as a geo-query asks.

Longitude comes first. Distances are on the sphere of the Earth's mean radius; the other relations are those
of the plane of longitude and latitude, by shapely.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TypeAlias, cast

import shapely
from shapely.affinity import affine_transform
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from egiz.city.ngsild.document import Json, Members
from egiz.city.ngsild.problem import Problem, bad

DEPTH = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
"""How many lists stand around a position in each geometry."""

LEAST = {"LineString": 2, "MultiLineString": 2, "Polygon": 4, "MultiPolygon": 4}
"""Fewest positions of a line or a ring."""

MAX_LONGITUDE, MAX_LATITUDE = 180.0, 90.0
MAX_POSITIONS = 100_000
"""Most positions of one geometry."""

EARTH_RADIUS = 6_371_008.8
"""Mean radius of the Earth (IUGG) [m]."""

Position: TypeAlias = tuple[float, float]

Shape: TypeAlias = BaseGeometry
"""A geometry ready for comparing."""


def is_geometry(given: Json) -> bool:
    """Tell whether a value looks like a geometry of GeoJSON."""
    if not isinstance(given, dict):
        return False
    kind = str(given.get("type"))
    return (kind in DEPTH and "coordinates" in given) or (
        kind == "GeometryCollection" and "geometries" in given
    )


def checked(given: Json, what: str) -> Json:
    """Check a geometry.

    Raises
    ------
    Problem
        It is no geometry, leaves the globe, or crosses itself.
    """
    if not isinstance(given, dict) or not is_geometry(given):
        raise bad(f"{what} must be a GeoJSON geometry")
    if given["type"] == "GeometryCollection":
        parts = given["geometries"]
        if not isinstance(parts, list):
            raise bad(f"{what}.geometries must be a list")
        return {**given, "geometries": [checked(one, what) for one in parts]}
    kind = str(given["type"])
    positions = sum(_check_positions(given["coordinates"], DEPTH[kind], kind, what))
    if positions > MAX_POSITIONS:
        raise bad(f"{what} has more than {MAX_POSITIONS} positions")
    if not positions:
        raise bad(f"{what} has no position")
    return given


def crossing(given: Members) -> bool:
    """Tell whether a polygon crosses itself."""
    return not shapely.is_valid(shape(given))


def box(given: Json) -> tuple[float, float, float, float] | None:
    """Give the west, south, east and north end of a geometry that was checked [degrees], or None."""
    if not isinstance(given, dict) or given.get("type") not in DEPTH:
        return None
    positions = given["coordinates"]
    if given["type"] == "Point":
        west, south, *_ = cast(list[float], positions)
        return west, south, west, south
    flat = list(_flat(positions))
    longitudes, latitudes = [one for one, _ in flat], [one for _, one in flat]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def _flat(positions: Json) -> Iterator[Position]:
    """Give every position of nested lists."""
    if isinstance(positions, list) and positions:
        if isinstance(positions[0], list):
            for one in positions:
                yield from _flat(one)
        else:
            longitude, latitude, *_ = cast(list[float], positions)
            yield longitude, latitude


def geometry(given: Json, what: str) -> BaseGeometry:
    """Make a checked geometry for comparing.

    Raises
    ------
    Problem
        It is no geometry.
    """
    checked(given, what)
    try:
        return shape(given)
    except (ValueError, TypeError, shapely.errors.ShapelyError) as fault:
        raise bad(f"{what} is no geometry: {fault}") from None


def related(relation: str, stored: BaseGeometry, asked: BaseGeometry) -> bool:
    """Tell whether a stored geometry stands in a relation to the one asked for.

    Raises
    ------
    Problem
        The relation is not known.
    """
    compare = {
        "within": shapely.within,
        "contains": shapely.contains,
        "intersects": shapely.intersects,
        "equals": shapely.equals,
        "disjoint": shapely.disjoint,
        "overlaps": shapely.overlaps,
    }.get(relation)
    if compare is None:
        raise Problem("BadRequestData", f"the relation {relation!r} is not known")
    return bool(compare(stored, asked))


def distance(one: BaseGeometry, other: BaseGeometry) -> float:
    """Give the distance of two geometries along the sphere [m].

    Their nearest points are sought on a plane squeezed as the meridians are at the second one.
    """
    if shapely.intersects(one, other):
        return 0.0
    squeeze = max(math.cos(math.radians(other.centroid.y)), 0.01)
    scale = [squeeze, 0.0, 0.0, 1.0, 0.0, 0.0]
    line = shapely.shortest_line(affine_transform(one, scale), affine_transform(other, scale))
    (west, south), (east, north) = cast(list[Position], [(x, y) for x, y, *_ in line.coords])
    return arc(west / squeeze, south, east / squeeze, north)


def arc(west: float, south: float, east: float, north: float) -> float:
    """Give the length of a great circle between two points [m], degrees given."""
    first, second = math.radians(south), math.radians(north)
    turn = math.radians(east - west)
    half = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(turn / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(half)))


def _check_positions(given: Json, depth: int, kind: str, what: str) -> Iterator[int]:
    """Check every position of a geometry and count them."""
    if depth == 0:
        _check_position(given, what)
        yield 1
        return
    if not isinstance(given, list) or not given:
        raise bad(f"{what} must hold lists of positions")
    if depth == 1 and kind in LEAST:
        _check_path(given, kind, what)
    for one in given:
        yield from _check_positions(one, depth - 1, kind, what)


def _check_path(given: list[Json], kind: str, what: str) -> None:
    """Check the length of a line, and that a ring is closed."""
    if len(given) < LEAST[kind]:
        raise bad(f"{what} has a line or ring of fewer than {LEAST[kind]} positions")
    if kind.endswith("Polygon") and given[0] != given[-1]:
        raise bad(f"{what} has a ring that does not end where it begins")


def _check_position(given: Json, what: str) -> None:
    """Check one position: longitude first, both on the globe, a height allowed."""
    if not isinstance(given, list) or len(given) not in {2, 3}:
        raise bad(f"{what} must hold positions of longitude and latitude")
    if not all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in given):
        raise bad(f"{what} must hold positions of numbers")
    longitude, latitude = float(cast(float, given[0])), float(cast(float, given[1]))
    if not (abs(longitude) <= MAX_LONGITUDE and abs(latitude) <= MAX_LATITUDE):
        raise bad(f"{what} leaves the globe at {given!r}: longitude comes first, then latitude")
