"""Outlines of countries and their parts for the map, and where a country's name may stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from egiz.figures.unit import Array


@dataclass(frozen=True, slots=True)
class Outline:
    """A country."""

    names: Mapping[str, str]
    """By language; English is always there."""
    rings: tuple[Array, ...]
    """Closed rings of longitudes and latitudes [degree], each of shape (points, 2)."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """What the map is drawn upon."""

    countries: tuple[Outline, ...] = ()
    """All countries."""
    parts: tuple[Array, ...] = ()
    """Rings of the provinces of both countries."""


def room_inside(rings: list[Array], spots: Array) -> Array | None:
    """Choose the spot inside a shape that is nearest to the middle of all spots inside.

    Parameters
    ----------
    rings
        Outlines in the window, each of shape (points, 2).
    spots
        A grid over the window, shape (spots, 2).

    Returns
    -------
    Array or None
        The spot, shape (2,); none where the shape holds too few spots for a name.
    """
    inside = np.zeros(len(spots), dtype=bool)
    for ring in rings:
        inside ^= _inside(ring, spots)
    found = spots[inside]
    if len(found) < FEWEST:
        return None
    away = np.hypot(*(found - found.mean(axis=0)).T)
    chosen: Array = found[int(np.argmin(away))]
    return chosen


def holds(ring: Array, place: tuple[float, float]) -> bool:
    """Whether a ring of longitudes and latitudes holds a place."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    if not (low[0] <= place[0] <= high[0] and low[1] <= place[1] <= high[1]):
        return False
    return bool(_inside(ring, np.array([place]))[0])


FEWEST = 5
"""A country that fewer spots of the grid lie in gets no name."""


def _inside(ring: Array, spots: Array) -> Array:
    """Whether spots lie inside a ring, by the number of edges to their right."""
    x, y = spots[:, :1], spots[:, 1:]
    left, right = ring[:-1], ring[1:]
    crosses = (left[:, 1] > y) != (right[:, 1] > y)
    rise = right[:, 1] - left[:, 1]
    at = left[:, 0] + (y - left[:, 1]) * (right[:, 0] - left[:, 0]) / np.where(rise == 0.0, 1.0, rise)
    odd: Array = (crosses & (x < at)).sum(axis=1) % 2 == 1
    return odd
