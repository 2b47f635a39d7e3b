"""The two passes of the programme: all the room that a line can use, coarsely; then a band, finely."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment.record import Array, Standard
from egiz.engines.alignment.structure import Table
from egiz.engines.alignment.vertical.envelope import envelopes
from egiz.engines.alignment.vertical.grid import SLACK, Grid, Ground, Ties, coarse_grid, halved, table32
from egiz.engines.alignment.vertical.kernel import FREE, Numbers
from egiz.engines.alignment.vertical.record import NoProfileError, Stops, Strip
from egiz.engines.alignment.vertical.span import Asked, cheapest_way

MARGIN = 10.0
"""Room above the highest and below the lowest line that follows the ground [m]."""
BAND = 3.0
"""Coarse levels on either side of the coarse line that the fine pass takes."""
LEAST_BAND = 8.0
"""It takes at least this far up and down [m]."""
WIDE_BAND = 50.0
"""It takes this where there is no coarse line [m]."""
WIDENINGS = 4
"""How often the band may double."""
MOST_STATES = 3e8
"""States, a byte each, beyond which it doubles once at most."""
NARROW_LEVELS = 14
"""Levels on either side of a line that a refinement looks at."""
NARROW_CLASSES = 5
"""Classes on either side of its grade that it looks at."""
GAIN = 1e-5
"""A wider band that lowers the cost by less than this part is the last."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A strip of ground, and what the line over it must keep to."""

    strip: Strip
    standard: Standard
    table: Table
    stops: Stops
    """With levels; none is nan."""

    @property
    def base(self) -> float:
        """Height of level number 0 [m]: that of the first tie."""
        level = self.stops.tied.level
        return float(level[0] if len(level) else self.strip.height[0])


@dataclass(frozen=True, slots=True)
class Way:
    """What a pass found."""

    number: Numbers
    """Number of the level at each station; empty where it is blocked."""
    price: float
    """What the kernel's prices add up to [USD/m]; inf where it is blocked."""
    blocked: int
    """Station that no level reaches, or -1."""
    edge: bool
    """Whether the way runs along an edge of its band."""


@dataclass(frozen=True, slots=True)
class _Window:
    """Levels and classes that a pass looks at."""

    low: Numbers
    """Number of the lowest level at each station."""
    width: int
    """How many levels."""
    middle: Numbers
    """Class in the middle at each station."""
    classes: int
    """How many classes on either side of it."""

    @classmethod
    def between(cls, problem: Problem, grid: Grid, bottom: Array, ceiling: Array) -> _Window:
        """All classes, and all levels between two lines."""
        low = np.floor((bottom - problem.base) / grid.gap).astype(np.int64)
        width = int(np.ceil(((ceiling - problem.base) / grid.gap - low).max())) + 1
        return cls(low, width, np.zeros(len(low), dtype=np.int64), grid.top)


def line(problem: Problem, fine: Grid, refinements: int) -> tuple[Grid, Array]:
    """Grid and height of the cheapest line at each of its stations [m].

    Raises
    ------
    NoProfileError
        No line keeps to the limits.
    """
    _check_climbs(problem)
    _check_rises(problem, fine)
    centre, half = _coarse(problem, fine)
    way = _in_band(problem, fine, centre, half)
    for _ in range(refinements):
        fine, way = _refined(problem, fine, way)
    return fine, np.asarray(problem.base + fine.gap * way.number, dtype=np.float64)


def _coarse(problem: Problem, fine: Grid) -> tuple[Array, float]:
    """Middle [m] of the band for the fine pass at each station, and its half [m]."""
    coarse = coarse_grid(fine, problem.standard)
    bottom, ceiling = _room(problem, fine, coarse)
    way = _pass(problem, coarse, _Window.between(problem, coarse, bottom, ceiling))
    if way.blocked >= 0:  # the coarse radius is larger than asked: the fine pass may still pass
        return np.interp(fine.chainage, coarse.chainage, 0.5 * (bottom + ceiling)), WIDE_BAND
    level = problem.base + way.number * coarse.gap
    return np.interp(fine.chainage, coarse.chainage, level), max(LEAST_BAND, BAND * coarse.gap)


def _in_band(problem: Problem, fine: Grid, centre: Array, half: float) -> Way:
    """Levels of the fine pass in a band that doubles as long as it helps."""
    best = _pass(problem, fine, _Window.between(problem, fine, centre - half, centre + half))
    states = 4.0 * half / fine.gap * (2 * fine.top + 1) * fine.steps
    for _ in range(min(WIDENINGS, max(1, int(np.log2(MOST_STATES / states))))):
        if best.blocked < 0 and not best.edge:
            break
        half *= 2.0
        wider = _pass(problem, fine, _Window.between(problem, fine, centre - half, centre + half))
        gained = wider.price < best.price * (1.0 - GAIN)
        if wider.price <= best.price:
            best = wider
        if best.blocked < 0 and not gained:
            break
    if best.blocked >= 0:
        raise NoProfileError(best.blocked * fine.step, 0.0)
    return best


def _refined(problem: Problem, grid: Grid, way: Way) -> tuple[Grid, Way]:
    """Halve levels and classes in a narrow room around a way; the way itself is in it."""
    finer = halved(grid, problem.standard)
    number = 2 * way.number
    classes = np.diff(number)
    middle = np.append(classes[:1], classes)
    window = _Window(number - NARROW_LEVELS, 2 * NARROW_LEVELS + 1, middle, NARROW_CLASSES)
    found = _pass(problem, finer, window)
    return (grid, way) if found.blocked >= 0 else (finer, found)


def _room(problem: Problem, fine: Grid, coarse: Grid) -> tuple[Array, Array]:
    """Lowest and highest level worth a look at each coarse station [m]."""
    height = np.interp(fine.chainage, problem.strip.chainage, problem.strip.height)
    tied = problem.stops.tied
    at = fine.station(tied.chainage)
    deep, high = height.copy(), height
    np.minimum.at(deep, at, tied.level)
    np.maximum.at(high, at, tied.level)
    rise = problem.standard.grade * fine.step
    margin = MARGIN + coarse.gap + 0.5 * problem.standard.grade**2 * problem.standard.vertical_radius
    bottom = np.interp(coarse.chainage, fine.chainage, envelopes(deep, rise)[0]) - margin
    ceiling = np.interp(coarse.chainage, fine.chainage, envelopes(high, rise)[1]) + margin
    return bottom, ceiling


def _pass(problem: Problem, grid: Grid, window: _Window) -> Way:
    """Cheapest way within a window; sums are kept per metre, as all steps are alike."""
    ground = Ground.of(problem.strip, grid)
    ties = Ties.of(problem.stops, grid, problem.base)
    scale = (problem.base, grid.gap, problem.table.lowest, problem.table.step)
    asked = Asked(
        low=window.low, middle=window.middle, tied=ties.level, flat=ties.flat,
        scale=scale, limit=(grid.top, grid.turn), ground=ground, table=table32(problem.table),
    )  # fmt: skip
    blocked, price, number = cheapest_way(asked, (2 * window.classes + 1, window.width))
    if blocked >= 0:
        return Way(number, np.inf, blocked, False)
    place = number - window.low
    edge = bool((((place <= 1) | (place >= window.width - 2)) & (ties.level == FREE)).any())
    return Way(number, price, -1, edge)


def _check_climbs(problem: Problem) -> None:
    """See whether each stop can be reached from the one before, if nothing were in between."""
    at, level = problem.stops.tied.chainage, problem.stops.tied.level
    missing = np.abs(np.diff(level)) / problem.standard.grade - np.diff(at)
    for stop, length in enumerate(missing, start=1):
        if length > SLACK * at[stop]:
            raise NoProfileError(float(at[stop]), float(length))


def _check_rises(problem: Problem, grid: Grid) -> None:
    """See whether level steps and the vertical radius leave room enough for each climb.

    The ground stops no line, so that nothing else can: no pass is begun that cannot end.
    """
    ties = Ties.of(problem.stops, grid, problem.base)
    step = np.arange(grid.steps + 1)
    before = np.maximum.accumulate(np.where(ties.flat, step, -grid.steps - grid.top))
    after = np.minimum.accumulate(np.where(ties.flat, step, 2 * grid.steps + grid.top)[::-1])[::-1]
    steepest = np.minimum(grid.top, grid.turn * np.minimum(step - before, after - step))
    steepest[0] = 0
    at = np.flatnonzero(ties.level != FREE)
    missing = np.abs(np.diff(ties.level[at])) - np.diff(np.cumsum(steepest)[at])
    if (missing > 0).any():
        first = int(np.argmax(missing > 0))
        short = float(missing[first]) * grid.gap / problem.standard.grade
        raise NoProfileError(float(at[first + 1]) * grid.step, short)
