"""What a metre of line costs on each piece of ground, before anybody knows the line.

A grade limit and a vertical radius keep a line from following the ground. Along a direction, the highest line
above and the lowest below that the limits let follow it bound the room; a line midway cuts what it must and
fills what it must. Its price, meant over four directions, is that of the cell: *gradient-limited roughness*,
not slope, for a hillside costs little to a line that follows it and a ridge much to one that crosses it.
"""

from __future__ import annotations

import numpy as np

from egiz.engines.alignment.record import Array, Array32, Field, Prices, Standard
from egiz.engines.alignment.roughness import noise
from egiz.engines.alignment.structure import Table, table_of
from egiz.engines.alignment.vertical import Fineness, Stops, Strip, profile

DIRECTIONS = ((0, 1), (1, 0), (1, 1), (1, -1))
"""Rows and columns from a cell to the next along each direction."""
TRIAL = 60_000.0
"""Length of the line on which the price of unseen ground is tried [m]."""
TRIAL_STEP = 100.0
"""Places of the trial are so far apart [m]."""
TRIALS = 6
"""Deviations tried, evenly spaced from 0 to the largest."""


def metre_price(field: Field, standard: Standard, prices: Prices) -> Array32:
    """What a metre of line is likely to cost in each cell.

    Parameters
    ----------
    field
        The ground.
    standard
        Grade limit and vertical radius.
    prices
        What earth and structures cost.

    Returns
    -------
    Array32
        Price of a metre [USD/m], weights included: (rows, columns); inf where the line may not go.
    """
    from egiz.engines.alignment.price.kernel import rated, weigh  # compiled loops cost time at the start

    table = table_of(prices)
    rows = np.ascontiguousarray(table.price, dtype=np.float32)
    total = np.zeros_like(field.height)
    for step in DIRECTIONS:
        way = field.cell * float(np.hypot(*step))
        scale = [table.lowest, table.step, 1.0 / len(DIRECTIONS), standard.grade * way]
        arc = _arc(standard, way)
        rated(total, field.height, field.water, step, arc, rows, np.array(scale, dtype=np.float32))
    extra, widest = unseen(field, standard, table)
    weigh(total, field.weight, field.deviation, extra, widest)
    return total


def unseen(field: Field, standard: Standard, table: Table) -> tuple[Array, float]:
    """What ground that the cells do not show adds to the price of a metre, tried on flat ground.

    Parameters
    ----------
    field
        Holds the deviations, and how the ground goes on below the cells.
    standard
        Grade limit and vertical radius.
    table
        Prices by height over the ground.

    Returns
    -------
    tuple of Array and float
        Price [USD/m] at even deviations from 0 to the largest, and the largest deviation [m].
    """
    widest = float(field.deviation.max())
    if widest <= 0.0:
        return np.zeros(2), 1.0
    chainage = np.linspace(0.0, TRIAL, round(TRIAL / TRIAL_STEP) + 1)
    shape = noise(chainage, field, "trial", 0)
    quick = Fineness(refinements=1)
    costs = [
        profile(Strip.of(chainage, deviation * shape), standard, table, Stops.free(), quick).cost / TRIAL
        for deviation in np.linspace(0.0, widest, TRIALS)
    ]
    return np.array(costs) - costs[0], widest


def _arc(standard: Standard, step: float) -> Array32:
    """Rise of the vertical curve above its vertex at whole steps, up to the grade limit [m]."""
    count = int(standard.grade * standard.vertical_radius / step)
    along = np.arange(count + 1) * step
    return np.asarray(0.5 * along**2 / standard.vertical_radius, dtype=np.float32)
