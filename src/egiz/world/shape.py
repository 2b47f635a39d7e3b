"""Areas on the map: outlines and what lies inside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from egiz.world.place import Name, name_of
from egiz.world.sphere import Array, Points

Flags = NDArray[np.bool_]
"""Yes or no, one an item."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An area and what it is called."""

    code: str
    """ISO code of a country, GeoNames code of a part of one (``RU.13``); ends in a dot where it has none."""
    names: Mapping[str, str]
    """Known names by language; English is always there."""
    rings: tuple[Points, ...]
    """Closed outlines, islands and holes alike, the largest first; latitude, longitude [degrees]."""

    def named(self, language: str) -> Name:
        """Name in a language, with the language it was found in."""
        return name_of(self.names, language)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """South, west, north and east end [degrees]."""
        points = np.concatenate(self.rings)
        south, west = points.min(axis=0)
        north, east = points.max(axis=0)
        return float(south), float(west), float(north), float(east)

    def contains(self, latitude: Array | float, longitude: Array | float) -> Flags:
        """Whether points lie inside; shape of the points."""
        return inside(self.rings, latitude, longitude)


def inside(rings: Sequence[Points], latitude: Array | float, longitude: Array | float) -> Flags:
    """Whether points lie inside closed rings: those that a line to the north leaves an odd number of times.

    Parameters
    ----------
    rings
        Closed outlines, islands and holes alike, each of shape (points, 2): latitude, longitude [degrees].
    latitude, longitude
        Points [degrees]; broadcast against each other.

    Returns
    -------
    Flags
        Shape of the broadcast.

    Notes
    -----
    Straight lines between the points of the plate carree; a point right on an outline may fall on either
    side.
    """
    north, east = np.broadcast_arrays(np.asarray(latitude, np.float64), np.asarray(longitude, np.float64))
    odd = np.zeros(north.shape, dtype=np.bool_)
    for ring in rings:
        for (y, x), (y_next, x_next) in zip(ring[:-1].tolist(), ring[1:].tolist(), strict=True):
            if x != x_next:
                spans = (x > east) != (x_next > east)
                odd ^= spans & (y + (east - x) / (x_next - x) * (y_next - y) > north)
    return odd
