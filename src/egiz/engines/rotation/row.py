"""Rows of the search: how much each rotation is worth to the travellers of each hour, and the curves."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from scipy.special import ndtr

from egiz.engines.rotation.grid import Grid
from egiz.engines.rotation.kernel import CELLS, LOAD_CELLS
from egiz.engines.rotation.model import Array, Numbers
from egiz.engines.rotation.record import WeekDemand
from egiz.world.week import WEEK

HOUR = 60.0
LARGEST = 300.0
"""Largest exponent of a row; beyond it everybody flies."""
DOUBLINGS = 40
"""Doublings of the odds of flying that the curve follows to either side of even odds."""
EXPONENT_BIAS = 1023
FULL_LOADS = 8
"""Demand, in full loads, beyond which the load curve stays level."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Arrays of the search, as the kernel takes them."""

    rows: Array
    """Odds of each rotation against the outside, to the power of the nest: (rotations, columns)."""
    weights: Array
    """Travellers of each column [pax/week]."""
    bounds: Numbers
    """First column of each purpose and direction, best paying purpose first: (2 purposes + 1,)."""
    worth: Array
    """What a passenger of each level adds to each aim, passengers and revenue: (2, purposes)."""


def rows_of(demand: WeekDemand, grid: Grid, appeal: float) -> Rows:
    """Work out the rows of every rotation of a grid.

    Columns with no traveller are left out. A flight out of reach is not on offer: its odds are zero.
    """
    order = np.argsort(-demand.fare, kind="stable")
    blocks, weights, bounds = [], [], [0]
    for purpose in order:
        for way, times in enumerate((grid.out, grid.back)):
            wish = demand.desired[way, purpose]
            some = np.flatnonzero(wish > 0.0)
            odds = _odds(demand, way, int(purpose), times, appeal)[:, some]
            blocks.append(odds)
            weights.append(wish[some])
            bounds.append(bounds[-1] + some.size)
    fares = demand.fare[order]
    worth = np.zeros((2, fares.size))
    worth[0, -1] = 1.0
    worth[1] = fares - np.append(fares[1:], 0.0)
    rows = np.ascontiguousarray(np.concatenate(blocks, axis=1))
    return Rows(rows, np.concatenate(weights), np.array(bounds, dtype=np.int64), worth)


def _odds(demand: WeekDemand, way: int, purpose: int, times: Numbers, appeal: float) -> Array:
    """Odds of each departure for each hour, to the power of the nest."""
    hours = demand.desired.shape[2]
    wishes = (np.arange(hours) + 0.5) * (WEEK / hours)
    later = np.mod(times[:, np.newaxis] - wishes, WEEK) / HOUR
    sooner = np.mod(wishes - times[:, np.newaxis], WEEK) / HOUR
    reach = demand.reach[purpose]
    lost = np.minimum(
        np.where(later <= reach, later * demand.late[purpose], np.inf),
        np.where(sooner <= reach, sooner * demand.early[purpose], np.inf),
    )
    gained = demand.utility[way, purpose] + appeal - lost - demand.outside[way, purpose]
    found: Array = np.exp(np.minimum(demand.nest * gained, LARGEST))
    return found


def share_curve(nest: float) -> tuple[Array, int]:
    """Straight pieces of ``g(x) = x^(1/nest) / (1 + x^(1/nest))``: who flies, by the summed odds.

    The pieces join points of the curve, 256 to a doubling of ``x``: never above it, below it by less than a
    millionth, and concave like it.

    Returns
    -------
    tuple
        Height at zero and slope of each piece, (2, pieces), and the number of the first piece as the kernel
        counts them.
    """
    octaves = ceil(DOUBLINGS * nest)
    grade = np.arange(2 * octaves * CELLS + 1)
    octave, part = grade // CELLS - octaves, grade % CELLS / CELLS
    x = np.ldexp(1.0 + part, octave)
    g = 1.0 / (1.0 + np.exp(-np.log(x) / nest))
    slope = np.diff(g) / np.diff(x)
    height = g[:-1] - slope * x[:-1]
    curve = np.array([np.concatenate([[0.0], height, g[-1:]]), np.concatenate([g[:1] / x[:1], slope, [0.0]])])
    return curve, (EXPONENT_BIAS - octaves) * CELLS - 1


def load_curve(variation: float) -> Array:
    """Part of a flight that is filled, by its demand in full loads: 1024 points to a full load.

    Demand varies about its mean like a lognormal; without variation the flight fills to the last seat.
    """
    demand = np.arange(FULL_LOADS * LOAD_CELLS + 1) / LOAD_CELLS
    if variation == 0.0:
        return np.minimum(demand, 1.0)
    variance = np.log1p(variation**2)
    spread = np.sqrt(variance)
    room = -np.log(np.maximum(demand, np.finfo(np.float64).tiny))
    mean = demand * ndtr((room - variance / 2.0) / spread) + ndtr(-(room + variance / 2.0) / spread)
    found: Array = np.minimum(mean, np.minimum(demand, 1.0))
    return found
