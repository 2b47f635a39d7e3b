"""Which country each point of a line lies in, and where it crosses a border."""

from __future__ import annotations

from functools import cache

import numpy as np

from egiz.facts.shape import country_shapes
from egiz.figures.unit import Array
from egiz.world.raster import near
from egiz.world.shape import Flags, Shape
from egiz.world.sphere import Points


def countries_along(latitude: Array, longitude: Array) -> tuple[str, ...]:
    """ISO code of the country that each point lies in.

    Parameters
    ----------
    latitude, longitude
        Points [degrees]: (points,).

    Returns
    -------
    tuple of str
        Empty at sea. Outlines are thinned by 0.02 degree, so a border may lie 2 km beside.
    """
    points = np.stack([latitude, near(np.asarray(longitude), 0.0)], axis=1)
    codes = np.full(len(points), "", dtype=object)
    for shape, ends in zip(country_shapes(), _ends(), strict=True):
        close = np.all((points >= ends[:2]) & (points <= ends[2:]), axis=1) & (codes == "")
        if close.any():
            inside = np.flatnonzero(close)[_inside(shape, points[close])]
            codes[inside] = shape.code
    return tuple(str(code) for code in codes)


def crossings(codes: tuple[str, ...]) -> tuple[int, ...]:
    """Places in a line after which its points lie in another country; gaps at sea do not count."""
    known = [(place, code) for place, code in enumerate(codes) if code]
    return tuple(place for (place, code), (_, other) in zip(known, known[1:], strict=False) if code != other)


def _inside(shape: Shape, points: Points) -> Flags:
    """Whether points lie in a country: those that a line to the north leaves an odd number of times."""
    odd = np.zeros(len(points), dtype=np.bool_)
    for ring in shape.rings:
        y, x = ring[:-1, 0], ring[:-1, 1]
        rise, run = np.diff(ring[:, 0]), np.diff(ring[:, 1])
        spans = (x > points[:, 1:]) != (x + run > points[:, 1:])
        slope = np.divide(rise, run, out=np.zeros_like(rise), where=run != 0.0)
        above = y + (points[:, 1:] - x) * slope > points[:, :1]
        odd ^= ((spans & above).sum(axis=1) % 2).astype(np.bool_)
    return odd


@cache
def _ends() -> Array:
    """South, west, north and east end of each country [degrees]: (countries, 4)."""
    boxes = [shape.box for shape in country_shapes()]
    return np.array(boxes, dtype=np.float64)
