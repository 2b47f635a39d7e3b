"""Lines one after another, each corridor taken made dearer for the next."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.ndimage import distance_transform_edt

from egiz.engines.alignment.lattice import Lattice, Numbers, Way, lattice, priced
from egiz.engines.alignment.offset import polished
from egiz.engines.alignment.polygon import Line
from egiz.engines.alignment.quest import Quest, factor_of, found_way, line_of, refined_line
from egiz.engines.alignment.record import Array, Array32, Mask
from egiz.errors import EngineError

RADII = 2.0
"""Lines are apart that are so many radii away from each other."""
SHARE = 0.02
"""And so large a share of the straight way."""
COMMON = 0.5
"""Share of a line that may lie near another."""
TRIES = 4
"""Searches for each line asked for."""
FINISH = (0.5, 0.5, 0.25, 0.25, 0.1, 0.1, 0.05, 0.05)
"""Moves of the polish at the true prices [cells]."""


def different_lines(quest: Quest, count: int, penalty: float) -> list[Line]:
    """The cheapest line and others away from it and from each other.

    Raises
    ------
    EngineError
        Fewer than one line is asked for, or the penalty is not above zero.
    NoWayError
        No line joins the points.
    """
    if count < 1 or not penalty > 0.0:
        raise EngineError("distinct lines", f"are {count} at a penalty of {penalty}", "ask for one, above 0")
    found = [line_of(quest)]
    blocks = lattice(quest.price, factor_of(quest), strict=False)
    near = [_near(quest, blocks, found[0].x, found[0].y)]
    dearer = np.where(near[0], 1.0 + penalty, 1.0).astype(np.float32)
    for _ in range(TRIES * count if count > 1 else 0):
        way = found_way(quest, priced(blocks, dearer))
        if way is None or not way.price < np.inf:
            break
        if _common(blocks, near, way.x, way.y) <= COMMON:
            line = _settled(quest, way, dearer, blocks.factor)
            if quest.task.of(line) < np.inf and _common(blocks, near, line.x, line.y) <= COMMON:
                found.append(line)
                near.append(_near(quest, blocks, line.x, line.y))
        if len(found) == count:
            break
        dearer *= np.where(_near(quest, blocks, way.x, way.y), 1.0 + penalty, 1.0).astype(np.float32)
    return found


def _settled(quest: Quest, way: Way, dearer: Array32, factor: int) -> Line:
    """The refined line of a way: away from corridors taken, then polished at the true prices."""
    rows, columns = quest.price.shape
    i = np.minimum(np.arange(rows) // factor, dearer.shape[0] - 1)
    j = np.minimum(np.arange(columns) // factor, dearer.shape[1] - 1)
    line = refined_line(replace(quest, price=quest.price * dearer[np.ix_(i, j)]), way)
    return polished(quest.task, line, FINISH)


def _blocks_of(blocks: Lattice, x: Array, y: Array) -> tuple[Numbers, Numbers]:
    """Rows and columns of blocks at even distances along a polygon."""
    at = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    along = np.arange(0.0, at[-1], 0.5 * blocks.factor)
    columns, rows = np.interp(along, at, x), np.interp(along, at, y)
    inside = blocks.inner.shape
    row = np.clip((rows + 0.5) // blocks.factor, 0, inside[0] - 1).astype(np.int32)
    column = np.clip((columns + 0.5) // blocks.factor, 0, inside[1] - 1).astype(np.int32)
    return row, column


def _near(quest: Quest, blocks: Lattice, x: Array, y: Array) -> Mask:
    """Blocks near a polygon."""
    straight = float(np.hypot(*np.diff(quest.points, axis=0).T).sum())
    apart = max(RADII * quest.radius, SHARE * straight) / blocks.factor
    away = np.ones(blocks.inner.shape, dtype=bool)
    away[_blocks_of(blocks, x, y)] = False
    found: Mask = distance_transform_edt(away) < apart
    return found


def _common(blocks: Lattice, near: list[Mask], x: Array, y: Array) -> float:
    """Largest share of a polygon that lies near one of the lines found."""
    row, column = _blocks_of(blocks, x, y)
    return max(float(mask[row, column].mean()) for mask in near)
