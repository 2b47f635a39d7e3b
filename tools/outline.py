"""Thin out the outlines of areas so that neighbours keep one common border."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Steps = NDArray[np.int64]
"""Points as whole numbers of the grid: longitude, latitude."""
Point = tuple[int, int]
FORK = 2
"""A point of more neighbours than this is where borders meet."""
TRIANGLE = 3


def snapped(ring: NDArray[np.float64], step: float) -> Steps:
    """Move a closed ring to a grid and drop points that fall together; it stays closed."""
    grid = np.rint(ring / step).astype(np.int64)
    kept = np.concatenate([[True], (np.diff(grid, axis=0) != 0).any(axis=1)])
    return np.asarray(grid[kept], dtype=np.int64)


def forks(rings: Iterable[Steps]) -> frozenset[Point]:
    """Points where borders meet."""
    neighbours: dict[Point, set[Point]] = {}
    for ring in rings:
        points = [(int(x), int(y)) for x, y in ring]
        for here, there in zip(points[:-1], points[1:], strict=True):
            neighbours.setdefault(here, set()).add(there)
            neighbours.setdefault(there, set()).add(here)
    return frozenset(point for point, around in neighbours.items() if len(around) > FORK)


def thinned(ring: Steps, fixed: frozenset[Point], tolerance: float) -> Steps:
    """Drop the points of a closed ring that lie within a tolerance of the line without them.

    Points in `fixed` stay. Each stretch between two of them is thinned from the same end whichever way it
    runs, so neighbours agree.
    """
    points = [(int(x), int(y)) for x, y in ring[:-1]]
    if not points:
        return ring
    stops = [place for place, point in enumerate(points) if point in fixed]
    first = stops[0] if stops else points.index(min(points))
    turned = points[first:] + points[:first]
    turned.append(turned[0])
    cuts = [place for place, point in enumerate(turned) if point in fixed or place in (0, len(turned) - 1)]
    result: list[Point] = [turned[0]]
    for start, end in zip(cuts[:-1], cuts[1:], strict=True):
        result.extend(_stretch(turned[start : end + 1], tolerance)[1:])
    return np.array(result, dtype=np.int64).reshape(-1, 2)


def _stretch(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Thin one stretch, from its lesser end."""
    backward = (points[-1], points[-2]) < (points[0], points[1]) if len(points) > 1 else False
    line = np.array(points[::-1] if backward else points)
    keep = np.zeros(len(line), dtype=bool)
    keep[[0, -1]] = True
    spans = [(0, len(line) - 1)]
    while spans:
        start, end = spans.pop()
        if end - start > 1:
            off = _distances(line[start + 1 : end], line[start], line[end])
            far = int(np.argmax(off))
            if off[far] > tolerance:
                middle = start + 1 + far
                keep[middle] = True
                spans += [(start, middle), (middle, end)]
    kept = [(int(x), int(y)) for x, y in line[keep]]
    return kept[::-1] if backward else kept


def _distances(points: Steps, start: Steps, end: Steps) -> NDArray[np.float64]:
    """Distance of points from a stretch of line."""
    along = (end - start).astype(np.float64)
    apart = (points - start).astype(np.float64)
    square = float(along @ along)
    share = np.clip(apart @ along / square, 0.0, 1.0) if square else np.zeros(len(points))
    return np.asarray(np.hypot(*(apart - share[:, None] * along).T))


def area(ring: Steps) -> float:
    """Area of a closed ring in squares of the grid."""
    x, y = ring[:, 0].astype(np.float64), ring[:, 1].astype(np.float64)
    return abs(float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())) / 2.0


def is_area(ring: Steps) -> bool:
    """Whether a closed ring encloses anything."""
    return len(ring) > TRIANGLE and area(ring) > 0.0
