"""The lattice: cells and 32 headings, and the cheapest way through them that keeps a radius.

A heading is a step of whole cells, so that every line lies on centres. A line goes on by one step, or turns
in a corner to another heading with enough straight steps before and after for an arc of the least radius;
arcs in a row never overlap. The tangents are charged, not the arc: the refinement in ``offset`` sees to that.

The guess of the search is the price over straight steps that turn at will: no more than the true one, so that
the way found is the cheapest of the lattice, or within a stated bound of it. It knows nothing of radii: all
speeds share it.

Where there are points to pass, legs are searched one after another, and headings kept at each point. Searched
at once, what the guess does not know of the last legs would have every early leg looked at far and wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil, floor, hypot, inf

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.lattice.kernel import (
    BORDER,
    HALF,
    HEADINGS,
    LESS,
    coarse,
    distances,
    search,
    tolls,
    trace,
)
from egiz.engines.alignment.record import Array, Array32

Numbers = NDArray[np.int32]

OCTANT = ((1, 0), (4, 1), (2, 1), (3, 2))
"""Steps of the first eighth of a turn, the first of the next left out: columns, rows."""
TURNS = (1, 2, 4)
"""Headings to turn by at one corner, to either side."""
SAMPLES = 2
"""Samples of the raster to each cell that a step crosses."""
BOUND = 1.02
"""A leg may cost so many times the least price. Measured on fractal ground it costs 0.1 % more, and the
search takes an eighth of the time of a proof; the refinement moves the price by more."""
TURNED = 1.0
"""Headings at a stop are kept at first that cost so many radii more than the cheapest; then more, until none
of the rest can belong to a cheaper way. Short of a proof, twice as much as long as it pays: on made ground
one radius was always enough."""
PAYS = 1e-3
"""Share of the price that it must save."""
STRETCH = 1.1
"""The guess is exact for cells up to so much farther from the goal than the start is."""


def steps() -> NDArray[np.int64]:
    """Steps of all headings, turning left from the x axis: columns and rows, (headings, 2)."""
    quarter = [*OCTANT, (1, 1), *[(b, a) for a, b in reversed(OCTANT[1:])]]
    found = np.array(quarter, dtype=np.int64)
    turned = [found]
    for _ in range(3):
        turned.append(np.stack([-turned[-1][:, 1], turned[-1][:, 0]], axis=1))
    return np.concatenate(turned)


def corners(radius: float) -> Numbers:
    """New heading, steps before and steps after each corner for a radius [cells]: (headings, turns, 3)."""
    vectors = steps()
    lengths = np.hypot(vectors[:, 0], vectors[:, 1])
    angles = np.arctan2(vectors[:, 1], vectors[:, 0])
    found = np.empty((HEADINGS, 2 * len(TURNS), 3), dtype=np.int32)
    for heading in range(HEADINGS):
        for k, turn in enumerate(sign * turn for turn in TURNS for sign in (1, -1)):
            onto = (heading + turn) % HEADINGS
            turned = abs((angles[onto] - angles[heading] + np.pi) % (2.0 * np.pi) - np.pi)
            tangent = radius * np.tan(turned / 2.0)
            found[heading, k] = onto, ceil(tangent / lengths[heading]), ceil(tangent / lengths[onto])
    return found


def _stencil(column: int, row: int) -> dict[tuple[int, int], float]:
    """Weights of cells, by row and column, whose sum is the price of a step times its length [cells]."""
    count = SAMPLES * max(abs(column), abs(row), 1)
    share = hypot(column, row) / count
    found: dict[tuple[int, int], float] = {}
    for k in range(count):
        x, y = column * (k + 0.5) / count, row * (k + 0.5) / count
        for i in (floor(y), floor(y) + 1):
            for j in (floor(x), floor(x) + 1):
                weight = (1.0 - abs(y - i)) * (1.0 - abs(x - j))
                if weight > 0.0:
                    found[i, j] = found.get((i, j), 0.0) + weight * share
    return found


@dataclass(frozen=True)
class Lattice:
    """A raster of prices made ready for searches."""

    price: Array32
    """Price of a metre by block of cells, within a closed border."""
    factor: int
    """Cells of the field to a side of a block."""
    shift: Numbers
    """Cells from one end of a step to the other, by heading."""
    table: Array32
    """Price of a straight step: (cells, headings of the first half turn)."""

    @cached_property
    def _guesses(self) -> dict[tuple[int, int, float], Array]:
        return {}

    @property
    def inner(self) -> Array32:
        """Price of a metre by block, without the border."""
        return self.price[BORDER:-BORDER, BORDER:-BORDER]

    def cell(self, x: float, y: float) -> int:
        """Block that holds a point given in cells of the field, or the nearest one."""
        rows, columns = self.price.shape
        column = floor((x + 0.5) / self.factor)
        row = floor((y + 0.5) / self.factor)
        column = min(max(column, 0), columns - 2 * BORDER - 1)
        row = min(max(row, 0), rows - 2 * BORDER - 1)
        return int((row + BORDER) * columns + column + BORDER)

    def open_cell(self, x: float, y: float, within: int = 2) -> int | None:
        """The open block nearest to a point, or none within so many blocks."""
        columns = self.price.shape[1]
        middle = self.cell(x, y)
        span = range(-within, within + 1)
        near = sorted((hypot(i, j), middle + i * columns + j) for i in span for j in span)
        return next((cell for _, cell in near if self.price.reshape(-1)[cell] < inf), None)

    def place(self, cells: Numbers) -> Array:
        """X and y of blocks [cells of the field]: (blocks, 2)."""
        columns = self.price.shape[1]
        at = np.stack([cells % columns, cells // columns], axis=-1) - BORDER
        found: Array = at * self.factor + (self.factor - 1) / 2.0
        return found

    def guess(self, goal: int, start: int, stretch: float = STRETCH) -> Array:
        """No more than the price from each cell to the goal, kept for the next search."""
        key = goal, start, stretch
        if key not in self._guesses:
            self._guesses[key] = distances(self.table, self.shift, goal, start, stretch)
        return self._guesses[key]


def lattice(price: Array32, factor: int, strict: bool) -> Lattice:
    """Make a raster of prices ready: blocks of `factor` cells, closed if mostly, or `strict` if partly so."""
    blocks = coarse(price, factor, strict)
    return _ready(blocks, factor)


def priced(ground: Lattice, factor: Array32) -> Lattice:
    """The same lattice with each block's price times a factor: (rows of blocks, columns of blocks)."""
    price = ground.price.copy()
    price[BORDER:-BORDER, BORDER:-BORDER] *= factor
    return _ready(price, ground.factor)


def _ready(blocks: Array32, factor: int) -> Lattice:
    columns = blocks.shape[1]
    shift = steps() @ np.array([1, columns])
    stencils = [_stencil(int(column), int(row)) for column, row in steps()[:HALF]]
    first = np.cumsum([0, *[len(stencil) for stencil in stencils]]).astype(np.int32)
    offsets = np.array([i * columns + j for stencil in stencils for i, j in stencil], dtype=np.int32)
    weights = np.array([weight for stencil in stencils for weight in stencil.values()])
    moves = shift.astype(np.int32)
    return Lattice(blocks, factor, moves, tolls(blocks, first, offsets, weights, moves))


@dataclass(frozen=True, slots=True)
class Way:
    """The cheapest way found on the lattice."""

    price: float
    """Price of its tangents [price of a metre times blocks]; inf where there is none."""
    x: Array
    """x of its corners and stops [cells of the field]."""
    y: Array
    """y of its corners and stops [cells of the field]."""
    stop: NDArray[np.bool_]
    """Which of them are the points to pass."""
    settled: int
    """States that the search settled."""


def way(ground: Lattice, stops: list[int], radius: float, bound: float = BOUND) -> Way:
    """Find the cheapest way through blocks for a radius [cells of the field].

    Parameters
    ----------
    ground
        What is charged.
    stops
        Blocks to pass in turn.
    radius
        Least radius [cells of the field].
    bound
        How many times the least price a leg may cost: 1 proves the whole way; 0 proves it without a guess, as
        Dijkstra did, only to be compared with.
    """
    turns = corners(radius / ground.factor)
    legs = [_leg_of(ground, ends, radius, bound) for ends in pairwise(stops)]
    rest = bound * np.append(np.cumsum([leg.least for leg in legs[:0:-1]])[::-1], 0.0)
    room, found, settled, before = [leg.room for leg in legs[:-1]] + [0.0], list[Found](), 0, inf
    while True:
        for leg in range(len(found), len(legs)):
            begin = found[-1].price if found else np.zeros(HEADINGS)
            found.append(legs[leg].found(ground, turns, begin, bound, room[leg]))
            settled += found[-1].settled
            if not found[-1].best < inf:
                break
        price = found[-1].best
        short = [leg for leg, one in enumerate(found[:-1]) if one.beyond + rest[leg] < LESS * price]
        if not short or (bound > 1.0 and price < inf and price > (1.0 - PAYS) * before):
            return _unwound(ground, turns, price, _states(found), settled)
        for leg in short:
            needed = price - rest[leg] - found[leg].best
            room[leg] = min(needed, 2.0 * room[leg]) if bound > 1.0 and price < inf else needed
        before = price
        del found[short[0] :]


@dataclass(frozen=True, slots=True)
class Found:
    """Ways found from one stop to the next."""

    price: Array
    """Price by heading at the second stop, the way to the first included; inf where none was found."""
    best: float
    """The least of them."""
    beyond: float
    """What the ways to it that were not found cost at least, times the bound."""
    last: Numbers
    """State of each heading at the second stop, last the one that came nearest; -1 for none."""
    node: Numbers
    """Block of every 32 states."""
    origin: Numbers
    """State from which each was reached, -1 for none."""
    settled: int
    """States settled."""


@dataclass(frozen=True, slots=True)
class _Leg:
    """What a search from one stop to the next goes by."""

    ends: tuple[int, int]
    guess: Array
    room: float
    """How much dearer than the cheapest a heading may be that is looked for at first."""

    @property
    def least(self) -> float:
        """No more than the leg costs."""
        return float(self.guess[self.ends[0]])

    def found(self, ground: Lattice, turns: Numbers, begin: Array, bound: float, room: float) -> Found:
        """Search it; `begin` is the price of each heading at its first stop."""
        price, best, last, node, origin, settled = search(
            ground.table, ground.shift, turns, self.guess, self.ends, begin, bound, room
        )
        return Found(price, *best, last, node, origin, settled)


def _leg_of(ground: Lattice, ends: tuple[int, int], radius: float, bound: float) -> _Leg:
    if not bound > 0.0:
        return _Leg(ends, np.zeros(ground.table.shape[0]), inf)
    guess = ground.guess(ends[1], ends[0])
    (x, y), (u, v) = ground.place(np.array(ends, dtype=np.int32)).tolist()
    return _Leg(ends, guess, TURNED * radius * float(guess[ends[0]]) / hypot(u - x, v - y))


def _states(found: list[Found]) -> Numbers:
    """States of the cheapest way, or of the one that came nearest: leg, block and heading of each."""
    rows: list[Numbers] = []
    heading = int(np.argmin(found[-1].price)) if found[-1].best < inf else HEADINGS
    for leg in range(len(found) - 1, -1, -1):
        one = found[leg]
        states = trace(one.node, one.origin, int(one.last[heading]))
        rows.append(np.column_stack([np.full(len(states), leg, dtype=np.int32), states]))
        heading = int(states[0, 1])
    return np.concatenate(rows[::-1])


def _unwound(ground: Lattice, turns: Numbers, price: float, states: Numbers, settled: int) -> Way:
    """Corners and stops of a way told by its states."""
    cells: list[int] = []
    marks: list[bool] = []
    rows = states.tolist()
    for k, (leg, cell, heading) in enumerate(rows):
        before_leg, before, was = rows[k - 1] if k else (-1, cell, heading)
        if heading != was:
            turn = next(turn for turn in turns[was] if turn[0] == heading)
            cells.append(before + int(turn[1]) * int(ground.shift[was]))
            marks.append(False)
        if leg != before_leg or k == len(rows) - 1:
            cells.append(cell)
            marks.append(True)
    at = ground.place(np.array(cells, dtype=np.int32)) if cells else np.empty((0, 2))
    return Way(price, at[:, 0].copy(), at[:, 1].copy(), np.array(marks, dtype=bool), settled)
