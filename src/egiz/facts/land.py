"""How much of the straight way between two places lies on land, by the embedded outlines."""

from __future__ import annotations

from functools import cache

import numpy as np

from egiz.facts.shape import country_shapes
from egiz.figures.unit import Array
from egiz.world.place import Place
from egiz.world.shape import Flags
from egiz.world.sphere import HALF_TURN, TURN, Points, great_circle

PIECES = 24
"""Pieces of the way between whose ends one looks."""


def land_share(one: Place, other: Place) -> float:
    """Share of points along the geodesic between two places that lie in some country's outline.

    Lakes count as land, a strait does not, with a tunnel under it or without.
    """
    line = great_circle(one, other, PIECES)[1:-1]
    line[:, 1] = np.mod(line[:, 1] + HALF_TURN, TURN) - HALF_TURN
    low, high = _boxes()
    near: Flags = np.all((line[:, np.newaxis] >= low) & (line[:, np.newaxis] <= high), axis=2)
    odd = np.zeros(len(line), dtype=np.bool_)
    for ring in np.flatnonzero(near.any(axis=0)):
        odd[near[:, ring]] ^= _odd(_rings()[ring], line[near[:, ring]])
    return float(odd.mean())


def _odd(ring: Points, points: Points) -> Flags:
    """Whether a line to the north from each point leaves a closed outline an odd number of times."""
    y, x = ring[:-1, 0], ring[:-1, 1]
    rise, run = np.diff(ring[:, 0]), np.diff(ring[:, 1])
    spans = (x > points[:, 1:]) != (x + run > points[:, 1:])
    slope = np.divide(rise, run, out=np.zeros_like(rise), where=run != 0.0)
    above = y + (points[:, 1:] - x) * slope > points[:, :1]
    odd: Flags = ((spans & above).sum(axis=1) % 2).astype(np.bool_)
    return odd


@cache
def _rings() -> tuple[Points, ...]:
    """Outlines of all countries; two countries never overlap, so an odd number of crossings is land."""
    return tuple(ring for shape in country_shapes() for ring in shape.rings)


@cache
def _boxes() -> tuple[Array, Array]:
    """South-western and north-eastern corners of the outlines, shape (rings, 2)."""
    rings = _rings()
    return np.array([ring.min(axis=0) for ring in rings]), np.array([ring.max(axis=0) for ring in rings])
