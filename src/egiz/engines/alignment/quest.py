"""What is asked of the search in cells, and the steps of an answer: way on the lattice, refined line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment.barrier import Block, NoWayError
from egiz.engines.alignment.cut import cut, faulty_point, stuck
from egiz.engines.alignment.lattice import Lattice, Way, lattice, way
from egiz.engines.alignment.offset import polished, refined, started
from egiz.engines.alignment.polygon import Line, Task, plan_of
from egiz.engines.alignment.record import Array, Array32, Field, Plan, Standard
from egiz.engines.alignment.view import View, view_of
from egiz.errors import EngineError

TWO = 2
BLOCK = 7.0
"""Blocks of the lattice to a radius."""
MOST_BLOCKS = 700_000
"""Blocks of the lattice, unless a finer one is needed to find a way."""
FEWEST = 8
"""Blocks to a side of the lattice, at least."""
APART = 12.0
"""Blocks between two points that follow each other, at least."""
SPACING = 0.4
"""Last distance between vertices, as a share of the radius."""
LEAST_SPACING = 6.0
"""Last distance between vertices, at least [cells]."""
DEAR = 100.0
"""Price of a metre of closed ground against the dearest open one, on the way out of it."""
ROOMIER = 1.02
"""The lattice keeps a radius so many times larger: its way is moved to the points themselves afterwards."""


@dataclass(frozen=True, slots=True)
class Quest:
    """What is asked, in cells of the field, in one view whichever way the field is turned."""

    field: Field
    """The ground as given."""
    given: Array32
    """Price of a metre by cell, as given."""
    view: View
    """How all that follows is turned."""
    price: Array32
    """Price of a metre by cell; inf where closed."""
    points: Array
    """Columns and rows of the points to pass: (points, 2)."""
    radius: float
    """Least radius [cells]."""

    @property
    def task(self) -> Task:
        """What the refinement keeps to."""
        return Task(self.price, self.radius)

    def plan(self, line: Line) -> Plan:
        """The plan of a line, as given."""
        return plan_of(self.field, Task(self.given, self.radius), self.view.line(line))

    def no_way(self, block: Block) -> NoWayError:
        """The error that tells a place, as given."""
        return NoWayError(self.view.block(block, self.field, len(self.points)))

    @property
    def spacing(self) -> float:
        """Last distance between vertices [cells]."""
        return max(LEAST_SPACING, SPACING * self.radius)


def quest_of(field: Field, metre_price: Array32, points: Array, standard: Standard) -> Quest:
    """Turn metres into cells.

    Raises
    ------
    EngineError
        The prices do not fit the field, are not above zero, or there are no two different points.
    """
    price = np.ascontiguousarray(metre_price, dtype=np.float32)
    at = np.asarray(points, dtype=np.float64)
    if price.shape != field.height.shape or min(price.shape) < TWO:
        raise EngineError("metre_price", f"has the shape {price.shape}", f"give {field.height.shape}")
    if not (price > 0.0).all():
        raise EngineError("metre_price", "is not above zero everywhere", "give prices, or inf where closed")
    if at.shape[1:] != (TWO,) or len(at) < TWO or not np.isfinite(at).all():
        raise EngineError(
            "points", f"have the shape {at.shape} or no numbers", "give x and y of two at least"
        )
    if not (np.hypot(*np.diff(at, axis=0).T) > 0.0).all():
        raise EngineError("points", "repeat one another", "leave the second out")
    if not 0.0 < standard.radius < np.inf:
        raise EngineError("the radius", f"is {standard.radius}", "give metres above zero")
    at = (at - [field.west, field.south]) / field.cell
    view = view_of(price, at)
    return Quest(field, price, view, view.price(price), view.points(at), standard.radius / field.cell)


def factor_of(quest: Quest) -> int:
    """Cells of the field to a side of a block of the lattice."""
    apart = float(np.hypot(*np.diff(quest.points, axis=0).T).min())
    wished = int(min(quest.radius / BLOCK, apart / APART))
    rows, columns = map(int, quest.price.shape)
    fewest = int(np.ceil(np.sqrt(rows * columns / MOST_BLOCKS)))
    return min(max(1, fewest, wished), max(1, min(rows, columns) // FEWEST))


def found_way(quest: Quest, ground: Lattice) -> Way | None:
    """The cheapest way on the lattice; of price inf as far as it gets, none where a point is closed."""
    stops = [ground.open_cell(float(x), float(y)) for x, y in quest.points]
    cells = [cell for cell in stops if cell is not None]
    if len(cells) < len(stops) or any(a == b for a, b in zip(cells, cells[1:], strict=False)):
        return None
    return way(ground, cells, ROOMIER * quest.radius)


def line_of(quest: Quest) -> Line:
    """The cheapest line.

    Blocks that are mostly open count as open at first; where the line so found cannot be mended, only those
    that are open all over do, in ever finer lattices.

    Raises
    ------
    NoWayError
        There is no way; it tells the place.
    """
    fault = faulty_point(quest.price, quest.points)
    if fault is not None:
        raise quest.no_way(fault)
    factor = factor_of(quest)
    found = None
    for blocks, strict in tries(factor):
        found = found_way(quest, lattice(quest.price, blocks, strict))
        if found is not None and found.price < np.inf:
            line = refined_line(quest, found)
            if quest.task.of(line) < np.inf:
                return line
        if (blocks, strict) == (factor, False):
            gap = cut(quest.price, quest.points)
            if gap is not None:
                raise quest.no_way(gap)
    raise quest.no_way(stuck(quest.task, quest.points, found))


def tries(factor: int) -> list[tuple[int, bool]]:
    """Lattices to try: cells to a side of a block, and whether blocks open in part are closed."""
    found = [(factor, False)]
    while factor > 1:
        found.append((factor, True))
        factor //= 2
    return [*found, (1, True)] if len(found) > 1 else found


def refined_line(quest: Quest, found: Way) -> Line:
    """The refined line of a way; its price is inf where it could not be kept off closed ground.

    An arc inside a corner may touch closed ground where its tangents do not. Then the line is first refined
    at prices at which closed ground is very dear, so that there is a way out of it.
    """
    line = started(found.x, found.y, found.stop, quest.points)
    if quest.task.of(line) < np.inf:
        return refined(quest.task, line, quest.spacing)
    open_ground = quest.price < np.inf
    dear = np.where(open_ground, quest.price, DEAR * float(quest.price[open_ground].max()))
    line = refined(Task(dear.astype(np.float32), quest.radius), line, quest.spacing)
    return polished(quest.task, line)
