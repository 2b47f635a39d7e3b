"""Where the ground keeps a line from going on, told in cells of the raster."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import label

from egiz.engines.alignment.barrier import Block, Reason
from egiz.engines.alignment.lattice import Way, lattice
from egiz.engines.alignment.lattice.kernel import HEADINGS, distances, toll
from egiz.engines.alignment.offset import started
from egiz.engines.alignment.polygon import SAMPLE, Task
from egiz.engines.alignment.polygon.kernel import FREE, line_price, price_at
from egiz.engines.alignment.record import Array, Array32, Mask

DEAR = 1e6
"""Price of a metre of closed ground against open, when the narrowest is sought."""
BLOCKS = 200_000
"""Blocks of the lattice on which it is sought."""
PACE = 0.25
"""Way between two looks at the ground [cells]."""


def faulty_point(price: Array32, points: Array) -> Block | None:
    """The first point outside the field or on closed ground."""
    rows, columns = price.shape
    for i, (x, y) in enumerate(points.tolist()):
        if not price_at(price, x, y) < np.inf:
            inside = 0.0 <= x <= columns - 1.0 and 0.0 <= y <= rows - 1.0
            return _block(Reason.CLOSED if inside else Reason.OUTSIDE, i, (x, y))
    return None


def cut(price: Array32, points: Array) -> Block | None:
    """The narrowest closed ground between two points that no open ground joins."""
    parts, _ = label(price < np.inf, structure=np.ones((3, 3)))
    number = [int(parts[round(y), round(x)]) for x, y in points.tolist()]
    leg = next((i for i in range(len(number) - 1) if number[i] != number[i + 1] or not number[i]), None)
    if leg is None:
        return None
    path = _cheapest(price, points[leg : leg + 2])
    x, y, shut = _walked(price, path)
    if not shut.any():
        return _block(Reason.CUT, leg, (float(path[0, 0]), float(path[0, 1])))
    first = int(np.argmax(shut))
    last = first + int(np.argmin(shut[first:])) if not shut[first:].all() else shut.size
    middle = (first + last - 1) // 2
    width = PACE * (last - 1 - first)
    return _block(Reason.CUT, leg, (float(x[middle]), float(y[middle])), width)


def stuck(task: Task, points: Array, found: Way | None) -> Block:
    """Where the search got no further, or where its way cannot be made a line."""
    if found is None:
        return _block(Reason.RADIUS, 0, (float(points[0, 0]), float(points[0, 1])))
    last = found.x.size - 1
    if found.price < np.inf:
        line = started(found.x, found.y, found.stop, points)
        pairs = (
            (i, line_price(task.price, line.x, line.y, i - 1, i + 1, task.radius, SAMPLE))
            for i in range(1, line.x.size - 1)
        )
        bad = next((i for i, price in pairs if not price < np.inf), line.x.size - 1)
        leg = int((line.kind[:bad] != FREE).sum()) - 1
        return _block(Reason.RADIUS, leg, (float(line.x[bad]), float(line.y[bad])))
    leg = min(max(int(found.stop[:-1].sum()) - 1, 0), len(points) - 2)
    return _block(Reason.RADIUS, leg, (float(found.x[last]), float(found.y[last])))


def _walked(price: Array32, path: Array) -> tuple[Array, Array, Mask]:
    """Places at every pace along a polygon, and which lie on closed ground."""
    at = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    along = np.arange(0.0, at[-1] + PACE, PACE)
    x, y = np.interp(along, at, path[:, 0]), np.interp(along, at, path[:, 1])
    shut = ~np.array([price_at(price, *place) < np.inf for place in zip(x, y, strict=True)])
    return x, y, shut


def _cheapest(price: Array32, ends: Array) -> Array:
    """A way between two points over as little closed ground as can be: columns and rows."""
    open_ground = price < np.inf
    dear = np.where(open_ground, price, DEAR * float(price[open_ground].max())).astype(np.float32)
    rows, columns = price.shape
    factor = min(max(1, int(np.ceil(np.sqrt(rows * columns / BLOCKS)))), rows, columns)
    ground = lattice(dear, factor, strict=False)
    start, goal = (ground.cell(float(x), float(y)) for x, y in ends)
    rest = distances(ground.table, ground.shift, goal, start, 1.0 + 1e-6)
    cells = [start]
    while cells[-1] != goal and len(cells) < rest.size:
        here = cells[-1]
        there = [here + int(ground.shift[h]) for h in range(HEADINGS)]
        price_on = [toll(ground.table, ground.shift, here, h) + rest[there[h]] for h in range(HEADINGS)]
        cells.append(there[int(np.argmin(price_on))])
    path = ground.place(np.array(cells, dtype=np.int32))
    return np.concatenate([ends[:1], path[1:-1], ends[1:]])


def _block(reason: Reason, leg: int, at: tuple[float, float], width: float = 0.0) -> Block:
    return Block(reason, leg, *at, width)
