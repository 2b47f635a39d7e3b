"""Outlines of countries and of their oblasts, provinces and states."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from egiz.facts.city import admin_names
from egiz.facts.country import countries
from egiz.facts.shipped import shipped_bytes, shipped_table
from egiz.world.shape import Shape

STEP = 0.01
"""Grid of the shipped outlines [degrees]."""


@cache
def country_shapes() -> tuple[Shape, ...]:
    """Outlines of all countries, in the order of their codes.

    Notes
    -----
    Natural Earth 4.1, which draws borders as they are held. Places without an ISO code stand together under
    the code ``-1`` and have no name.
    """
    names = {code: country.names for code, country in countries().items()}
    return _shapes("country_shape", names)


@cache
def admin_shapes() -> tuple[Shape, ...]:
    """Outlines of the first-level parts of all countries, in the order of their codes.

    Notes
    -----
    Natural Earth 4.1: Kazakhstan as before 2018, so without Shymkent and the oblasts of 2022. Where the parts
    are finer than those of GeoNames, several share one code.
    """
    return _shapes("admin_shape", admin_names())


@cache
def lake_shape() -> Shape:
    """Outlines of the lakes and reservoirs of the world, islands among them.

    Notes
    -----
    Natural Earth, 1:10 million: some 1,300 lakes; thinned by at most 0.01 degree.
    """
    (lakes,) = _shapes("lake", {})
    return lakes


def country_shape(code: str) -> Shape | None:
    """Outline of a country by its ISO code; none where there is none."""
    return next((shape for shape in country_shapes() if shape.code == code), None)


def admin_shapes_of(country: str) -> tuple[Shape, ...]:
    """Outlines of the first-level parts of a country by its ISO code."""
    return tuple(shape for shape in admin_shapes() if shape.code.startswith(f"{country}."))


def admin_shape(code: str) -> Shape | None:
    """Outline of a part of a country by its GeoNames code (``RU.13``), all pieces of that code together."""
    found = [shape for shape in admin_shapes() if shape.code == code]
    rings = tuple(ring for shape in found for ring in shape.rings)
    return Shape(code, found[0].names, rings) if found else None


def _shapes(name: str, names: Mapping[str, Mapping[str, str]]) -> tuple[Shape, ...]:
    """Read one file of codes and lengths and one of points."""
    points = _points(shipped_bytes(f"{name}.bin.xz"))
    shapes: list[Shape] = []
    start = 0
    for code, plain, lengths in shipped_table(f"{name}.txt.z"):
        stops = np.cumsum([start, *map(int, lengths.split())])
        rings = tuple(points[first:last] for first, last in zip(stops[:-1], stops[1:], strict=True))
        start = int(stops[-1])
        shapes.append(Shape(code, names.get(code, {"en": plain}), rings))
    return tuple(shapes)


def _points(content: bytes) -> NDArray[np.float64]:
    """Latitude and longitude [degrees] out of two runs of differences, each as low bytes and high bytes."""
    planes = np.frombuffer(content, np.uint8).reshape(2, 2, -1)
    steps = np.ascontiguousarray(planes.transpose(0, 2, 1)).view("<i2").reshape(2, -1)
    longitude, latitude = np.cumsum(steps, axis=1, dtype=np.int16)
    return np.stack([latitude, longitude], axis=1) * STEP
