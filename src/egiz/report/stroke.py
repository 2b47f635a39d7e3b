"""Lines of the map: cut to the window, freed of points that nobody could tell apart, written as paths."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from egiz.figures.unit import Array
from egiz.report.view import HEIGHT, WIDTH
from egiz.world.shape import Flags

ALLOWED = 0.45
"""A line may leave its true course by so much [units of the drawing]."""
AROUND = 12.0
"""Areas are cut so far outside the window."""
FRAME: Array = np.array([[0.0, 0.0], [WIDTH, 0.0], [WIDTH, HEIGHT], [0.0, HEIGHT]]) + AROUND * np.array(
    [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]]
)
"""Edge of what is kept of areas."""


def path(spots: Array, closed: bool = False) -> str:
    """Write a line of points, shape (points, 2), to a tenth of a unit, each step from the last."""
    tenths = np.rint(spots * 10.0).astype(int)
    steps = np.diff(tenths, axis=0)
    moved = steps[steps.any(axis=1)]
    start = "M" + _pair(tenths[0] / 10.0)
    return start + "".join("l" + _pair(step / 10.0) for step in moved) + ("z" if closed else "")


def thinned(spots: Array, allowed: float = ALLOWED) -> Array:
    """Keep the points that give a line its course; its ends stay.

    Notes
    -----
    Source: Douglas and Peucker (1973), Algorithms for the reduction of the number of points
    required to represent a digitized line or its caricature.
    """
    keep = np.zeros(len(spots), dtype=bool)
    keep[[0, -1]] = True
    open_parts = [(0, len(spots) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        if last - first > 1:
            away = _away(spots[first + 1 : last], spots[first], spots[last])
            farthest = int(away.argmax())
            if away[farthest] > allowed:
                middle = first + 1 + farthest
                keep[middle] = True
                open_parts += [(first, middle), (middle, last)]
    return spots[keep]


def clipped(ring: Array) -> Array:
    """Cut a closed ring to the window and a little around it; it may come out empty.

    Notes
    -----
    Source: Sutherland and Hodgman (1974), Reentrant polygon clipping.
    """
    edges = ((0, 1.0, -AROUND), (0, -1.0, -WIDTH - AROUND), (1, 1.0, -AROUND), (1, -1.0, -HEIGHT - AROUND))
    for axis, sign, limit in edges:
        if len(ring) == 0:
            break
        ring = _cut(ring, sign * ring[:, axis] - limit)
    return ring


def runs(marks: Flags) -> Iterator[tuple[int, int]]:
    """First and last index, one past, of each run of marks."""
    flags = np.concatenate(([0], marks.astype(np.int8), [0]))
    turns = np.flatnonzero(np.diff(flags))
    return zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True)


def _cut(ring: Array, room: Array) -> Array:
    """Keep the side of a closed ring where `room` is not below zero."""
    following, left = np.roll(ring, -1, axis=0), np.roll(room, -1)
    crosses = (room >= 0.0) != (left >= 0.0)
    part = np.where(crosses, room / np.where(crosses, room - left, 1.0), 0.0)
    met = ring + part[:, np.newaxis] * (following - ring)
    both = np.stack((met, following), axis=1)
    cut: Array = both[np.stack((crosses, left >= 0.0), axis=1)]
    return cut


def _away(spots: Array, start: Array, end: Array) -> Array:
    """Distance of points from the line between two others."""
    along, offset = end - start, spots - start
    length = float(np.hypot(*along))
    if length == 0.0:
        return np.hypot(offset[:, 0], offset[:, 1])
    away: Array = np.abs(along[0] * offset[:, 1] - along[1] * offset[:, 0]) / length
    return away


def _pair(point: Array) -> str:
    x, y = (f"{value:.1f}".removesuffix(".0") for value in point)
    return f"{x}{'' if y.startswith('-') else ' '}{y}".replace("-0.", "-.").replace(" 0.", " .")
