"""The shortest string through discs: where a line passes cities that it need not meet in their middle."""

from __future__ import annotations

import numpy as np

from egiz.engines.alignment.record import Array
from egiz.errors import EngineError

NEAR_M = 1.0
"""Places nearer to each other than this count as so far apart, lest a weight grow without bound [m]."""
STILL_M = 0.01
"""Places that move less than this in a sweep have come to rest [m]."""
MOST_SWEEPS = 20_000
"""Sweeps after which the string is taken as it is; twenty places need some hundreds."""
PLANE = 2


def taut(points: Array, reach: Array) -> Array:
    """Places within discs, in turn, that make the shortest way from the first to the last.

    Parameters
    ----------
    points
        x and y of the middle of each disc [m]: (places, 2); the first and the last stay where they are.
    reach
        Radius of each disc [m]: (places,). Zero: the place stays where it is.

    Returns
    -------
    Array
        x and y of the places [m]: (places, 2). Where many ways are equally short, places lie near the foot of
        the middle of their disc.

    Raises
    ------
    EngineError
        Points and radii do not fit each other, or a radius is below zero or no number.

    Notes
    -----
    The sum of the distances is convex, so are discs: there is one shortest length. It is found by weights
    of one over the distance (Weiszfeld), for which a place of its own is best at the mean of its neighbours
    by weight, drawn back into its disc. No sweep makes the way longer. The string says nothing of radii.
    """
    middle, radius = _checked(points, reach)
    place = middle.copy()
    inner = [number for number in range(1, len(place) - 1) if radius[number] > 0.0]
    for _ in range(MOST_SWEEPS):
        moved = 0.0
        for number in inner:
            wanted = _drawn(_between(place, number), middle[number], float(radius[number]))
            moved = max(moved, float(np.hypot(*(wanted - place[number]))))
            place[number] = wanted
        if moved < STILL_M:
            break
    return place


def _checked(points: Array, reach: Array) -> tuple[Array, Array]:
    middle, radius = np.asarray(points, np.float64), np.asarray(reach, np.float64)
    if middle.ndim != PLANE or middle.shape[1] != PLANE or radius.shape != middle.shape[:1]:
        raise EngineError("points", "do not fit the radii", "give x and y and one radius for each place")
    if not (np.isfinite(middle).all() and (radius >= 0.0).all()):
        raise EngineError("reach", "is below zero or not a number", "give metres, zero for a fixed place")
    return middle, radius


def _between(place: Array, number: int) -> Array:
    """Mean of the neighbours of a place, the nearer counting more."""
    ends = place[[number - 1, number + 1]]
    apart = np.maximum(np.hypot(*(ends - place[number]).T), NEAR_M)
    found: Array = (ends / apart[:, np.newaxis]).sum(axis=0) / (1.0 / apart).sum()
    return found


def _drawn(wanted: Array, middle: Array, radius: float) -> Array:
    """The place of a disc that is nearest to one that is wanted."""
    off = wanted - middle
    away = float(np.hypot(*off))
    return wanted if away <= radius else middle + off * (radius / away)
