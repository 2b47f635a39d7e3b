"""What a metre of line costs on each piece of ground, before anybody knows the line.

A grade limit and a vertical radius keep a line from following the ground. Along a direction, the highest line
above and the lowest below that the limits let follow it bound the room; a line midway cuts and fills what it
must. Where the lower one (a wall is tunnelled) or the upper one (a gorge is bridged) is far cheaper nearby,
it keeps to that. Its price, meant over four directions, is that of the cell: *gradient-limited roughness*,
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
NEARBY = 2_500.0
"""Whether another line is far cheaper is settled over about this length to either side [m]."""
FAR_CHEAPER = 0.1
"""A line that takes at most this part of what the one midway takes is far cheaper."""
MOST_BLOCKS = 4_000_000
"""Where there are more cells, blocks of them are priced."""
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
    least = float(table.price[0].min())
    land = np.ascontiguousarray(table.price[0] - least, dtype=np.float32)
    factor = int(np.ceil(np.sqrt(field.height.size / MOST_BLOCKS)))
    height = _blocks(field.height, factor)
    total = np.zeros_like(height)
    for step in DIRECTIONS:
        way = factor * field.cell * float(np.hypot(*step))
        scale = [table.lowest, table.step, 1.0 / len(DIRECTIONS), standard.grade * way]
        kept = np.array([*scale, np.exp(-way / NEARBY), FAR_CHEAPER], dtype=np.float32)
        rated(total, height, step, _arc(standard, way), land, kept)
    extra, widest = unseen(field, standard, table)
    bridge = float(table.price_at(np.zeros(1), np.ones(1, dtype=np.int64))[0])
    price = np.empty_like(field.height)
    weigh(price, total, least, factor, field.water, bridge, field.deviation, extra, widest, field.weight)
    return price


def _blocks(height: Array32, factor: int) -> Array32:
    """Mean height of square blocks of cells; those that stick out repeat the edge."""
    if factor == 1:
        return np.ascontiguousarray(height)
    rows, columns = (-(-size // factor) * factor - size for size in height.shape)
    whole = np.pad(height, ((0, rows), (0, columns)), mode="edge") if rows or columns else height
    lines = np.add.reduceat(whole, np.arange(0, whole.shape[0], factor), axis=0)
    cells = np.add.reduceat(lines, np.arange(0, whole.shape[1], factor), axis=1)
    return np.asarray(cells / np.float32(factor**2), dtype=np.float32)


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
