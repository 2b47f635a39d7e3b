"""The refinement: a line found on the lattice is moved aside wherever that makes it cheaper.

The polygon of tangents gets vertices every so often; each may take one of many places across the line, and a
dynamic programme over two successive vertices finds the best of all at once, arcs of the least radius kept.
Wide and coarse first, then finer; last each vertex is polished on its own. What comes in and what goes out
are charged by one function, so that the line never gets dearer.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import hypot

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.offset.kernel import best_places, fit_arm, polish, polish_pairs, turn_stop
from egiz.engines.alignment.polygon import SAMPLE, Line, Task, half_tangents
from egiz.engines.alignment.polygon.kernel import END, FREE, STOP, Kinds, line_price
from egiz.engines.alignment.record import Array, Mask

Numbers = NDArray[np.int64]

COARSE = 1.0
"""Longest way between samples when places are compared [cells]."""
PLACES = 17
"""Places across the line for each vertex; odd, so that one of them is where it stands."""
STAGES = ((4.0, (4.0, 2.0)), (2.0, (2.0, 1.0)), (1.0, (1.0, 0.5, 0.25)))
"""Distance between vertices, and how far to look aside in each round, as multiples of the last distance."""
BETWEEN = (4.0, 4.0, 2.0, 2.0, 1.0, 1.0)
"""Moves of the polish after each round [cells]."""
LAST = (8.0, 8.0, 4.0, 4.0, 2.0, 2.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.1, 0.1, 0.05, 0.05, 0.02, 0.02)
"""Moves of the polish at the end [cells]."""
TOGETHER = (4.0, 2.0, 1.0, 0.5, 0.25, 0.1, 0.05)
"""Moves of pairs [cells]."""
PAYS = 1e-4
"""Share of the price that a round at the end must save for another one."""
POLISHES = 3
"""Rounds at the end: needless vertices go, pairs are moved, then single ones."""
BEYOND = 4
"""Vertices beyond the arm of a stop that may be taken away at once."""
ANGLES = (0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
"""Turns of the heading at a stop [rad]."""
NO_DEARER = 1e-8
"""Share of the price that a vertex may be worth and still be taken away."""
TURNS = 1e-7
"""Half-angle tangent above which a vertex is worth keeping."""
ROOM = 2.0
"""A new vertex stays so many tangents away from a corner."""


def refined(task: Task, line: Line, spacing: float) -> Line:
    """The cheapest line that the refinement finds near a line.

    Parameters
    ----------
    task
        Price and radius.
    line
        Where to start; it may break the radius, or cross closed ground, a little.
    spacing
        Last distance between vertices [cells].
    """
    for multiple, spans in STAGES:
        line = spread(task, line, multiple * spacing)
        for span in spans:
            line = polished(task, _moved(task, line, span * spacing), BETWEEN)
    line = polished(task, line)
    worth = task.of(line)
    for _ in range(POLISHES):
        line = turned_at_stops(task, with_long_arms(task, turned_at_stops(task, thinned(task, line))))
        x, y = polish_pairs(task.price, line.x, line.y, line.kind, task.radius, SAMPLE, np.array(TOGETHER))
        line = polished(task, replace(line, x=x, y=y))
        before, worth = worth, task.of(line)
        if not before - worth > PAYS * worth:
            break
    return line


def thinned(task: Task, line: Line) -> Line:
    """Take away vertices without which the line is no dearer, those that turn least first."""
    alive = np.ones(line.x.size, dtype=bool)
    allowed = NO_DEARER * task.of(line)
    if not allowed < np.inf:
        return line
    for i in np.argsort(np.abs(half_tangents(line))):
        left = np.flatnonzero(alive)
        place = int(np.searchsorted(left, i))
        if line.kind[i] != FREE or STOP in (line.kind[left[place - 1]], line.kind[left[place + 1]]):
            continue
        near = left[max(0, place - 3) : place + 4]
        without = near[near != i]
        if _price_of(task, line, without) <= _price_of(task, line, near) + allowed:
            alive[i] = False
    return Line(line.x[alive], line.y[alive], line.kind[alive])


def with_long_arms(task: Task, line: Line) -> Line:
    """Let one arc at the arm of a stop do what several do, vertices beyond taken away, if that is cheaper."""
    for number in range(int((line.kind == STOP).sum())):
        for side, count in product((-1, 1), range(1, BEYOND + 1)):
            stop = int(np.flatnonzero(line.kind == STOP)[number])
            beyond = stop + side * np.arange(2, count + 3)
            if beyond.min() < 0 or beyond.max() >= line.x.size:
                continue
            if (line.kind[beyond[:-1]] != FREE).any() or line.kind[beyond[-1]] == STOP:
                continue
            kept = ~np.isin(np.arange(line.x.size), beyond[:-1])
            tried = Line(line.x[kept], line.y[kept], line.kind[kept])
            place = stop - count * (side < 0)
            fit_arm(tried.x, tried.y, place, side, task.radius)
            turn_stop(task.price, tried.x, tried.y, place, np.array(ANGLES), task.radius, SAMPLE)
            if task.of(tried) < task.of(line):
                line = tried
    return line


def turned_at_stops(task: Task, line: Line) -> Line:
    """Turn the heading at each stop, arms as long as their tangents, as long as that pays."""
    found = replace(line, x=line.x.copy(), y=line.y.copy())
    for stop in np.flatnonzero(line.kind == STOP).tolist():
        turn_stop(task.price, found.x, found.y, stop, np.array(ANGLES), task.radius, SAMPLE)
    return found


def _price_of(task: Task, line: Line, chosen: Numbers) -> float:
    """Price of part of a line, told by its vertices."""
    return line_price(task.price, line.x[chosen], line.y[chosen], 0, chosen.size - 1, task.radius, SAMPLE)


def polished(task: Task, line: Line, sizes: tuple[float, ...] = LAST) -> Line:
    """Move vertices one by one as long as it pays."""
    x, y = polish(task.price, line.x, line.y, line.kind, task.radius, SAMPLE, np.array(sizes))
    found = replace(line, x=x, y=y)
    return found if task.of(found) < task.of(line) else line


def _moved(task: Task, line: Line, span: float) -> Line:
    """The line after one round, or the same where that does not pay."""
    x, y, tied = places(line, span)
    chosen = best_places(task.price, x, y, tied, reach(task, line), task.radius, COARSE)
    if chosen[-1] < 0:
        return line
    rows = np.arange(chosen.size)
    found = replace(line, x=x[rows, chosen], y=y[rows, chosen])
    return found if task.of(found) < task.of(line) else line


def places(line: Line, span: float) -> tuple[Array, Array, Kinds]:
    """Places of each vertex across the line, and which vertices take the same number as the next."""
    aside = span * np.linspace(-1.0, 1.0, PLACES)
    aside[PLACES // 2] = 0.0
    x, y = np.repeat(line.x[:, None], PLACES, axis=1), np.repeat(line.y[:, None], PLACES, axis=1)
    tied = np.zeros(line.x.size, dtype=np.int8)
    dx, dy = line.x[2:] - line.x[:-2], line.y[2:] - line.y[:-2]
    norm = np.maximum(np.hypot(dx, dy), 1e-12)
    free = line.kind[1:-1] == FREE
    x[1:-1] -= np.where(free, dy / norm, 0.0)[:, None] * aside
    y[1:-1] += np.where(free, dx / norm, 0.0)[:, None] * aside
    for i in np.flatnonzero(line.kind == STOP):
        before = hypot(line.x[i] - line.x[i - 1], line.y[i] - line.y[i - 1])
        after = hypot(line.x[i + 1] - line.x[i], line.y[i + 1] - line.y[i])
        heading = np.arctan2(dy[i - 1], dx[i - 1]) + np.arctan(aside / max(before, after))
        x[i - 1], y[i - 1] = line.x[i] - before * np.cos(heading), line.y[i] - before * np.sin(heading)
        x[i + 1], y[i + 1] = line.x[i] + after * np.cos(heading), line.y[i] + after * np.sin(heading)
        tied[i - 1 : i + 1] = 1
    return x, y, tied


def reach(task: Task, line: Line) -> Array:
    """Share of the legs before and after each vertex that its tangents may take: (vertices, 2)."""
    needed = task.radius * np.abs(half_tangents(line))
    length = np.maximum(np.hypot(np.diff(line.x), np.diff(line.y)), 1e-12)
    share = np.clip(0.5, np.minimum(needed[:-1] / length, 1.0), np.maximum(1.0 - needed[1:] / length, 0.0))
    turns = line.kind == FREE
    share = np.where(turns[1:], np.where(turns[:-1], share, 0.0), 1.0)
    found = np.zeros((line.x.size, 2))
    found[1:, 0], found[:-1, 1] = 1.0 - share, share
    return found


def spread(task: Task, line: Line, spacing: float) -> Line:
    """Put vertices on long straights, and take away those that do not turn."""
    line = _without_straight(line)
    needed = task.radius * np.abs(half_tangents(line))
    x, y, kind = [line.x[:1]], [line.y[:1]], [line.kind[:1]]
    for i in range(line.x.size - 1):
        length = hypot(line.x[i + 1] - line.x[i], line.y[i + 1] - line.y[i])
        tangent = min(max(needed[i], needed[i + 1]), length)
        most = int(length / (ROOM * tangent)) - 1 if tangent > 0.0 else int(length / spacing)
        count = max(min(int(length / spacing), most), _least(int(line.kind[i]), int(line.kind[i + 1])))
        share = np.arange(1, count + 2) / (count + 1)
        x.append(line.x[i] + share * (line.x[i + 1] - line.x[i]))
        y.append(line.y[i] + share * (line.y[i + 1] - line.y[i]))
        kind.append(np.append(np.full(count, FREE, dtype=np.int8), line.kind[i + 1]))
    return Line(np.concatenate(x), np.concatenate(y), np.concatenate(kind).astype(np.int8))


def _least(kind: int, following: int) -> int:
    """Vertices that must stand between two: each stop has arms of its own."""
    if FREE in (kind, following):
        return 0
    return int(kind == STOP) + int(following == STOP)


def _without_straight(line: Line) -> Line:
    kept = (np.abs(half_tangents(line)) > TURNS) | (line.kind != FREE)
    return Line(line.x[kept], line.y[kept], line.kind[kept])


def started(x: Array, y: Array, stop: Mask, points: Array) -> Line:
    """The line of a way through blocks, moved so that it passes the points themselves.

    Parameters
    ----------
    x
        Columns of corners and stops.
    y
        Rows of corners and stops.
    stop
        Which of them are to pass the points.
    points
        Columns and rows of the points: (points, 2).
    """
    at = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    marks = np.flatnonzero(stop)
    x = x + np.interp(at, at[marks], points[:, 0] - x[marks])
    y = y + np.interp(at, at[marks], points[:, 1] - y[marks])
    kind = np.where(stop, STOP, FREE).astype(np.int8)
    kind[[0, -1]] = END
    line = _with_arms(Line(x, y, kind))
    x, y = line.x.copy(), line.y.copy()
    for i in np.flatnonzero(line.kind == STOP):
        before, after = hypot(x[i] - x[i - 1], y[i] - y[i - 1]), hypot(x[i + 1] - x[i], y[i + 1] - y[i])
        heading = np.arctan2(y[i + 1] - y[i - 1], x[i + 1] - x[i - 1])
        x[i - 1], y[i - 1] = x[i] - before * np.cos(heading), y[i] - before * np.sin(heading)
        x[i + 1], y[i + 1] = x[i] + after * np.cos(heading), y[i] + after * np.sin(heading)
    return Line(x, y, line.kind)


def _with_arms(line: Line) -> Line:
    """Put vertices between points that follow each other with no corner between."""
    x, y, kind = [line.x[0]], [line.y[0]], [int(line.kind[0])]
    for i in range(1, line.x.size):
        count = _least(kind[-1], int(line.kind[i]))
        for k in range(1, count + 1):
            share = k / (count + 1)
            x.append(line.x[i - 1] + share * (line.x[i] - line.x[i - 1]))
            y.append(line.y[i - 1] + share * (line.y[i] - line.y[i - 1]))
            kind.append(FREE)
        x.append(line.x[i])
        y.append(line.y[i])
        kind.append(int(line.kind[i]))
    return Line(np.array(x), np.array(y), np.array(kind, dtype=np.int8))
