# ruff: noqa: PLR0913, PLR0917
"""Compiled loops of the price of ground: how far a line of limited grade strays from it each way.

Rows are done whole, so that many cells are worked on at once; only along a row does each wait for the last.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.compiled import compiled
from egiz.engines.alignment.record import Array, Array32, Mask

Numbers = NDArray[np.int32]

RISE = 3
"""Place of the limited rise in a scale."""


@compiled
def reach(low: Array32, high: Array32, height: Array32, r: int, down: int, across: int, arc: Array32) -> None:
    """Least and largest height of a row's neighbours along a direction, raised and lowered by an arc."""
    rows, columns = height.shape
    low[:] = height[r]
    high[:] = height[r]
    for k in range(1, arc.shape[0]):
        for sign in (-1, 1):
            other = r + sign * k * down
            if 0 <= other < rows:
                right = sign * k * across
                source = height[other]
                for c in range(max(0, -right), min(columns, columns - right)):
                    x = source[c + right] + arc[k]
                    y = source[c + right] - arc[k]
                    low[c] = x if x < low[c] else low[c]
                    high[c] = y if y > high[c] else high[c]


@compiled
def along(low: Array32, high: Array32, scale: Array32) -> None:
    """Bring two rows within a limited rise from cell to cell."""
    rise = scale[RISE]
    for c in range(1, low.shape[0]):
        low[c] = min(low[c], low[c - 1] + rise)
        high[c] = max(high[c], high[c - 1] - rise)
    for c in range(low.shape[0] - 2, -1, -1):
        low[c] = min(low[c], low[c + 1] + rise)
        high[c] = max(high[c], high[c + 1] - rise)


@compiled
def onward(
    low: Array32, high: Array32, from_low: Array32, from_high: Array32, right: int, scale: Array32
) -> None:
    """Bring two rows within a limited rise of those of a neighbour, whose cells lie `right` of theirs."""
    rise = scale[RISE]
    columns = low.shape[0]
    for c in range(max(0, -right), min(columns, columns - right)):
        x = from_low[c + right] + rise
        y = from_high[c + right] - rise
        low[c] = x if x < low[c] else low[c]
        high[c] = y if y > high[c] else high[c]


@compiled
def charge(
    total: Array32, height: Array32, low: Array32, high: Array32, water: Mask, table: Array32, scale: Array32
) -> None:
    """Add to a row a share of the price of a line midway between two others."""
    lowest, step, share = scale[0], scale[1], scale[2]
    last = table.shape[1] - 2
    for c in range(height.shape[0]):
        kind = 1 if water[c] else 0
        place = (np.float32(0.5) * (low[c] + high[c]) - height[c] - lowest) / step
        index = min(max(int(place), 0), last)
        first = table[kind, index]
        total[c] += share * (first + (place - index) * (table[kind, index + 1] - first))


@compiled
def rated(
    total: Array32,
    height: Array32,
    water: Mask,
    step: tuple[int, int],
    arc: Array32,
    table: Array32,
    scale: Array32,
) -> None:
    """Add a share of what a metre costs to a line along a direction.

    `scale` holds the height of the table's first row, the spacing of its rows, the share, the limited rise.
    """
    down, across = step
    rows = height.shape[0]
    low, high = np.empty_like(height), np.empty_like(height)
    for r in range(rows):
        reach(low[r], high[r], height, r, down, across, arc)
        if down == 0:
            along(low[r], high[r], scale)
        elif r > 0:
            onward(low[r], high[r], low[r - 1], high[r - 1], -across, scale)
    for r in range(rows - 1, -1, -1):
        if down > 0 and r < rows - 1:
            onward(low[r], high[r], low[r + 1], high[r + 1], across, scale)
        charge(total[r], height[r], low[r], high[r], water[r], table, scale)


@compiled
def weigh(total: Array32, weight: Array32, deviation: Array32, extra: Array, widest: float) -> None:
    """Add what ground that is not seen costs by its deviation, then multiply by the weight."""
    last = extra.shape[0] - 2
    for r in range(total.shape[0]):
        for c in range(total.shape[1]):
            place = deviation[r, c] / widest * (last + 1)
            index = min(max(int(np.floor(place)), 0), last)
            more = extra[index] + (place - index) * (extra[index + 1] - extra[index])
            total[r, c] = (total[r, c] + more) * weight[r, c]


@compiled
def paint(near: Array32, number: Numbers, x: Array, y: Array, reach: float) -> None:
    """Fill `near` with the distance of the nearest of some places, in cells, and `number` with which it is.

    Cells farther than `reach` are left alone.
    """
    rows, columns = near.shape
    for k in range(x.shape[0]):
        for r in range(max(0, int(np.ceil(y[k] - reach))), min(rows, int(np.floor(y[k] + reach)) + 1)):
            for c in range(max(0, int(np.ceil(x[k] - reach))), min(columns, int(np.floor(x[k] + reach)) + 1)):
                away = np.hypot(x[k] - c, y[k] - r)
                if away < near[r, c] and away <= reach:
                    near[r, c] = away
                    number[r, c] = k
