"""What is asked of the search in cells, and the steps of an answer: way on the lattice, refined line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment.lattice import Lattice, Way, lattice, way
from egiz.engines.alignment.offset import refined, started
from egiz.engines.alignment.polygon import Line, Task
from egiz.engines.alignment.record import Array, Array32, Field, Standard
from egiz.errors import EngineError

BLOCK = 7.0
"""Blocks of the lattice to a radius."""
MOST_BLOCKS = 700_000
"""Blocks of the lattice, unless a finer one is needed to find a way."""
APART = 12.0
"""Blocks between two points that follow each other, at least."""
SPACING = 0.4
"""Last distance between vertices, as a share of the radius."""
LEAST_SPACING = 6.0
"""Last distance between vertices, at least [cells]."""


@dataclass(frozen=True, slots=True)
class Quest:
    """What is asked, in cells of the field."""

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

    @property
    def spacing(self) -> float:
        """Last distance between vertices [cells]."""
        return max(LEAST_SPACING, SPACING * self.radius)


def quest_of(field: Field, metre_price: Array32, points: Array, standard: Standard) -> Quest:
    """Turn metres into cells."""
    at = (np.asarray(points, dtype=np.float64) - [field.west, field.south]) / field.cell
    price = np.ascontiguousarray(metre_price, dtype=np.float32)
    return Quest(price, at, standard.radius / field.cell)


def factor_of(quest: Quest) -> int:
    """Cells of the field to a side of a block of the lattice."""
    apart = np.hypot(*np.diff(quest.points, axis=0).T).min()
    wished = int(min(quest.radius / BLOCK, apart / APART))
    rows, columns = quest.price.shape
    fewest = int(np.ceil(np.sqrt(rows * columns / MOST_BLOCKS)))
    return max(1, fewest, wished)


def found_way(quest: Quest, ground: Lattice, guide: Lattice) -> Way | None:
    """The cheapest way on the lattice, or none."""
    stops = [ground.open_cell(float(x), float(y)) for x, y in quest.points]
    cells = [cell for cell in stops if cell is not None]
    if len(cells) < len(stops):
        return None
    found = way(ground, guide, cells, quest.radius)
    return found if found.price < np.inf else None


def line_of(quest: Quest) -> Line:
    """The cheapest line.

    Raises
    ------
    EngineError
        There is no way.
    """
    ground = lattice(quest.price, factor_of(quest), strict=False)
    found = found_way(quest, ground, ground)
    if found is None:
        raise EngineError("the line", "finds no way", "open the ground or take a smaller radius")
    return refined_line(quest, found)


def refined_line(quest: Quest, found: Way) -> Line:
    """The refined line of a way."""
    return refined(quest.task, started(found.x, found.y, found.stop, quest.points), quest.spacing)
