"""Which places lie too near to one another for the radius: no line turns through them without a loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from pyproj import Geod

from egiz.errors import Fault, Value
from egiz.world.sphere import METRES_PER_KILOMETRE, Points

ELLIPSOID = Geod(ellps="WGS84")


def sharp_turns(points: Points, radius: float, told: Callable[[float, float], str]) -> Iterator[Fault]:
    """Tell every place at which the line would have to turn more sharply than a radius lets it.

    Parameters
    ----------
    points
        Latitude and longitude of each place [degrees]: (points, 2).
    radius
        Least radius [m].
    told
        Writes a place.

    Notes
    -----
    An arc over a chord d of a circle of radius R leaves the chord by the angle asin(d / 2R), and by any angle
    where d is 2R or more. So the turn between two chords is at most the sum of both angles.
    """
    for number in range(1, len(points) - 1):
        (turn, before, after) = _turn(points[number - 1 : number + 2])
        if turn > _most(before, radius) + _most(after, radius):
            values: dict[str, Value] = {
                "number": number + 1,
                "place": told(*points[number]),
                "before": round(before / METRES_PER_KILOMETRE, 1),
                "after": round(after / METRES_PER_KILOMETRE, 1),
                "degrees": round(float(np.degrees(turn))),
                "radius": round(radius),
                "possible": round(_largest(turn, before, after)),
            }
            yield Fault("line-turn", values)


def _turn(points: Points) -> tuple[float, float, float]:
    """Turn at the middle of three places [rad], and the ways before and after it [m]."""
    (first, middle, last) = points.tolist()
    _, back, before = ELLIPSOID.inv(first[1], first[0], middle[1], middle[0])
    ahead, _, after = ELLIPSOID.inv(middle[1], middle[0], last[1], last[0])
    turn = np.radians((ahead - back) % 360.0 - 180.0)
    return abs(float(turn)), before, after


def _most(chord: float, radius: float) -> float:
    return float(np.arcsin(min(1.0, chord / 2.0 / radius)))


def _largest(turn: float, before: float, after: float) -> float:
    """Largest radius that lets a line turn so [m], by halving."""
    low, high = 0.0, max(before, after) * 1e3
    for _ in range(60):
        middle = (low + high) / 2.0
        fits = turn <= _most(before, middle) + _most(after, middle)
        low, high = (middle, high) if fits else (low, middle)
    return low
