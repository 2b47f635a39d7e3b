"""Steps, levels and classes of grade of the programme, and the ground seen through them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from egiz.engines.alignment.record import Array, Array32, Mask, Standard
from egiz.engines.alignment.structure import Table
from egiz.engines.alignment.vertical.kernel import FREE, Bytes, Numbers
from egiz.engines.alignment.vertical.record import Fineness, Stops, Strip

COARSE = 5
"""Steps of the fine grid to one of the coarse."""
COARSE_CLASSES = 4
"""Least classes of grade up, and down, of the coarse grid."""
MOST_CLASSES = 40.0
"""Classes of grade up, and down, beyond which steps grow instead."""
SLACK = 1e-9
"""Relative room for rounding where a limit falls on a whole class."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Steps, levels and classes of one pass."""

    steps: int
    """How many steps from end to end."""
    step: float
    """Length of a step [m]."""
    gap: float
    """Spacing of levels [m]."""
    top: int
    """Classes of grade up, and down."""
    turn: int
    """Classes that the grade may change by from step to step."""
    samples: int
    """Samples of ground to a step."""

    @property
    def chainage(self) -> Array:
        """Way from the start of each station [m]."""
        return np.linspace(0.0, self.steps * self.step, self.steps + 1)

    def station(self, chainage: Array) -> Numbers:
        """Nearest station of some places."""
        return np.clip(np.rint(chainage / self.step), 0, self.steps).astype(np.int64)


def fine_grid(length: float, standard: Standard, fineness: Fineness) -> Grid:
    """Steps and levels on which grade limit and vertical radius are whole classes."""
    reach = standard.vertical_radius * standard.grade
    step = min(max(fineness.step, reach / MOST_CLASSES), length)
    turn = round(step**2 / (standard.vertical_radius * fineness.level))
    turn = max(1, min(turn, int(MOST_CLASSES * step / reach)))
    step = reach * turn / np.ceil(reach * turn / step - SLACK)
    steps = max(1, int(np.ceil(length / step - SLACK)))
    step = length / steps
    gap = step**2 / (standard.vertical_radius * turn)
    top = max(1, int(standard.grade * step / gap + SLACK))
    return Grid(steps, step, gap, top, min(turn, 2 * top), 1)


def coarse_grid(fine: Grid, standard: Standard) -> Grid:
    """Steps of some fine ones each; the largest class is the grade limit itself."""
    steps = -(-fine.steps // COARSE)
    step = fine.step * fine.steps / steps
    reach = standard.vertical_radius * standard.grade
    top = max(COARSE_CLASSES, int(np.ceil(reach / step)))
    turn = max(1, min(int(step * top / reach + SLACK), 2 * top))
    return Grid(steps, step, standard.grade * step / top, top, turn, COARSE)


def halved(grid: Grid, standard: Standard) -> Grid:
    """Give the same steps with levels half as far apart."""
    gap = 0.5 * grid.gap
    top = max(2 * grid.top, int(standard.grade * grid.step / gap + SLACK))
    return replace(grid, gap=gap, top=top, turn=min(2 * grid.turn, 2 * top))


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground as the kernel reads it: (stations, samples), those of the step that ends at each station."""

    height: Array
    kind: Bytes
    weight: Array

    @classmethod
    def of(cls, strip: Strip, grid: Grid) -> Ground:
        """Sample a strip; a weight of inf counts as 1: where a line may go is settled in plan."""
        behind = np.arange(grid.samples - 1, -1, -1) * (grid.step / grid.samples)
        places = np.maximum(grid.chainage[:, None] - behind, 0.0)
        seen = strip.at(places.ravel())
        weight = np.where(np.isfinite(seen.weight), seen.weight, 1.0)
        kind = seen.water.astype(np.int8)
        return cls(*(np.reshape(part, places.shape) for part in (seen.height, kind, weight)))


@dataclass(frozen=True, slots=True)
class Ties:
    """Levels that the programme must take at its stations, and steps that must be level: (stations,)."""

    base: float
    """Height of level number 0 [m]."""
    level: Numbers
    """Number of the level, or `FREE`."""
    flat: Mask
    """Whether the step that ends at a station is level."""

    @classmethod
    def of(cls, stops: Stops, grid: Grid, base: float) -> Ties:
        """Put stops on a grid, each level rounded towards the one before, so that no climb grows by it."""
        level = np.full(grid.steps + 1, FREE, dtype=np.int64)
        before = 0
        tied = stops.tied
        for station, height in zip(grid.station(tied.chainage), tied.level, strict=True):
            exact = (height - base) / grid.gap
            before = int(np.floor(exact + SLACK) if exact >= before else np.ceil(exact - SLACK))
            level[station] = before
        flat = np.zeros(grid.steps + 1, dtype=bool)
        if grid.samples == 1 and stops.platform > 0.0:
            for station in grid.station(stops.chainage):
                half = int(np.ceil(0.5 * stops.platform / grid.step - SLACK))
                flat[max(station - half, 0) + 1 : station + half + 1] = True
        return cls(base, level, flat)


def table32(table: Table) -> Array32:
    """Prices as the kernel reads them."""
    return np.ascontiguousarray(table.price, dtype=np.float32)
