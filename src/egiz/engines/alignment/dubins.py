"""Shortest lines of bounded curvature on flat ground, in closed form: what the search is held against.

Notes
-----
Dubins (1957), American Journal of Mathematics 79(3), 497-516: the shortest line between two places with
headings is made of two arcs and a straight, or of three arcs.
"""

from __future__ import annotations

from itertools import product
from math import acos, atan2, cos, hypot, inf, pi, sin, sqrt

ROUND = 2.0 * pi
TWO_RADII = 2.0


def shortest(start: tuple[float, float, float], end: tuple[float, float, float], radius: float) -> float:
    """Length of the shortest line from one place and heading to another [m].

    Parameters
    ----------
    start
        x [m], y [m] and heading [rad].
    end
        x [m], y [m] and heading [rad].
    radius
        Least radius [m].
    """
    dx, dy = (end[0] - start[0]) / radius, (end[1] - start[1]) / radius
    away, toward = hypot(dx, dy), atan2(dy, dx)
    first, last = start[2] - toward, end[2] - toward
    straight = min(_two_arcs(away, first, last, *sides) for sides in product((1.0, -1.0), repeat=2))
    return radius * min(straight, *(_three_arcs(away, first, last, side) for side in (1.0, -1.0)))


def _two_arcs(away: float, first: float, last: float, begin: float, finish: float) -> float:
    """An arc to the left (1) or right (-1), a straight, and another arc, at the radius of one."""
    x = away - finish * sin(last) + begin * sin(first)
    y = finish * cos(last) - begin * cos(first)
    apart, bearing = hypot(x, y), atan2(y, x)
    if begin == finish:
        heading, straight = bearing, apart
    elif apart >= TWO_RADII:
        straight = sqrt(apart * apart - 4.0)
        heading = bearing + begin * atan2(2.0, straight)
    else:
        return inf
    return (begin * (heading - first)) % ROUND + straight + (finish * (last - heading)) % ROUND


def _three_arcs(away: float, first: float, last: float, side: float) -> float:
    """Arcs to one side, the other, and the one again, at the radius of one."""
    x = away - side * sin(last) + side * sin(first)
    y = side * cos(last) - side * cos(first)
    apart, bearing = hypot(x, y), atan2(y, x)
    if apart > 2.0 * TWO_RADII:
        return inf
    middle = pi + 2.0 * acos(apart / 4.0)
    heading = bearing + side * (pi / 2.0 + acos(apart / 4.0))
    turned = (side * (heading - first)) % ROUND
    return turned + middle + (side * (last - heading) + middle) % ROUND


def shortest_through(points: list[tuple[float, float]], radius: float, headings: int = 720) -> float:
    """Length of the shortest line through points at any heading, to the fineness of so many headings [m]."""
    angles = [ROUND * k / headings for k in range(headings)]
    ways = [0.0] * headings
    for here, there in zip(points, points[1:], strict=False):
        bearing = atan2(there[1] - here[1], there[0] - here[0])
        near = [k for k in range(headings) if cos(angles[k] - bearing) > 0.0]
        reached = [inf] * headings
        for k in near:
            pose = (*there, angles[k])
            reached[k] = min(
                way + shortest((*here, angles[j]), pose, radius) for j, way in enumerate(ways) if way < inf
            )
        ways = reached
    return min(ways)
