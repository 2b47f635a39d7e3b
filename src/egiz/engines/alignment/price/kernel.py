# ruff: noqa: C901, PLR0912, PLR0913, PLR0917
"""Compiled loops of the price of ground: how far a line of limited grade strays from it each way.

Rows are done whole, so that many cells are worked on at once; only along a row does each wait for the last.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.record import Array, Array32, Mask
from egiz.engines.loop import compiled

Numbers = NDArray[np.int32]

SHALLOW = 10.0
"""Where the room is less than this the middle line will do [m]."""
LOWEST, STEP, SHARE, RISE, KEEP, PART = range(6)
"""Places in a scale: height of the table's first row, spacing of its rows, share of the direction, limited
rise from cell to cell, what is left of a sum from one cell to the next, part that counts as far cheaper."""


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
def rate(level: float, table: Array32, scale: Array32) -> float:
    """Price of a metre at a height over the ground."""
    place = (level - scale[LOWEST]) / scale[STEP]
    index = min(max(int(place), 0), table.shape[0] - 2)
    return float(table[index] + (place - index) * (table[index + 1] - table[index]))


@compiled
def compare(
    found: Array32, height: Array32, low: Array32, high: Array32, table: Array32, scale: Array32
) -> None:
    """How much dearer than a part of the middle line the lower one is, and the upper one: (2, cells)."""
    found[:] = 0.0
    for c in range(height.shape[0]):
        if high[c] - low[c] < SHALLOW:
            continue
        middle = scale[PART] * rate(0.5 * (low[c] + high[c]) - height[c], table, scale)
        found[0, c] = rate(low[c] - height[c], table, scale) - middle
        found[1, c] = rate(high[c] - height[c], table, scale) - middle


@compiled
def remember(found: Array32, past: Array32, right: int, keep: float) -> None:
    """Add to a row what is left of sums over its neighbours, whose cells lie `right` of it: (2, cells)."""
    columns = found.shape[1]
    for line in range(2):
        for c in range(max(0, -right), min(columns, columns - right)):
            found[line, c] += keep * past[line, c + right]


@compiled
def decide(
    total: Array32,
    height: Array32,
    low: Array32,
    high: Array32,
    sums: Array32,
    table: Array32,
    scale: Array32,
) -> None:
    """Add to a row a share of the price of the middle line, or of another that is far cheaper nearby."""
    for c in range(height.shape[0]):
        level = np.float32(0.5) * (low[c] + high[c])
        if sums[0, c] < 0.0 or sums[1, c] < 0.0:
            level = high[c] if sums[1, c] < sums[0, c] else low[c]
        total[c] += scale[SHARE] * rate(level - height[c], table, scale)


@compiled
def rated(
    total: Array32, height: Array32, step: tuple[int, int], arc: Array32, table: Array32, scale: Array32
) -> None:
    """Add a share of what a metre costs to a line along a direction."""
    down, across = step
    rows, columns = height.shape
    low, high = np.empty_like(height), np.empty_like(height)
    ahead = np.empty((rows, 2, columns), dtype=np.float32)
    for r in range(rows):
        reach(low[r], high[r], height, r, down, across, arc)
        if down == 0:
            along(low[r], high[r], scale)
        elif r > 0:
            onward(low[r], high[r], low[r - 1], high[r - 1], -across, scale)
    keep = scale[KEEP]
    for r in range(rows - 1, -1, -1):
        if down > 0 and r < rows - 1:
            onward(low[r], high[r], low[r + 1], high[r + 1], across, scale)
        compare(ahead[r], height[r], low[r], high[r], table, scale)
        if down > 0 and r < rows - 1:
            remember(ahead[r], ahead[r + 1], across, keep)
    own = np.empty((2, columns), dtype=np.float32)
    behind = np.zeros((2, columns), dtype=np.float32)
    for r in range(rows):
        own[:] = ahead[r]
        if down == 0:
            for line in range(2):
                for c in range(1, columns):
                    own[line, c] += keep * own[line, c - 1]
                rest = np.float32(0.0)
                for c in range(columns - 1, -1, -1):
                    here = ahead[r, line, c]
                    ahead[r, line, c] = own[line, c] + keep * rest
                    rest = here + keep * rest
        else:
            if r < rows - 1:
                remember(own, ahead[r + 1], across, -keep)
            if r > 0:
                remember(ahead[r], behind, -across, keep)
                remember(own, behind, -across, keep)
            behind[:] = own
        decide(total[r], height[r], low[r], high[r], ahead[r], table, scale)


@compiled
def weigh(
    price: Array32,
    total: Array32,
    least: float,
    factor: int,
    water: Mask,
    bridge: float,
    deviation: Array32,
    extra: Array,
    widest: float,
    weight: Array32,
) -> None:
    """Price of each cell from that of blocks: water and unseen ground added, and the weight."""
    last = extra.shape[0] - 2
    rows, columns = total.shape
    for r in range(price.shape[0]):
        y = min(max((r + 0.5) / factor - 0.5, 0.0), rows - 1.0)
        low = min(int(y), max(rows - 2, 0))
        high = min(low + 1, rows - 1)
        up = y - low
        for c in range(price.shape[1]):
            if water[r, c]:
                price[r, c] = bridge * weight[r, c]
                continue
            x = min(max((c + 0.5) / factor - 0.5, 0.0), columns - 1.0)
            left = min(int(x), max(columns - 2, 0))
            right = min(left + 1, columns - 1)
            part = x - left
            below = total[low, left] + part * (total[low, right] - total[low, left])
            above = total[high, left] + part * (total[high, right] - total[high, left])
            place = deviation[r, c] / widest * (last + 1)
            index = min(max(int(place), 0), last)
            more = extra[index] + (place - index) * (extra[index + 1] - extra[index])
            price[r, c] = (least + below + up * (above - below) + more) * weight[r, c]


@compiled
def paint(near: Array32, number: Numbers, x: Array, y: Array, reach: float) -> None:
    """Fill `near` with the square of the distance to the nearest place, in cells, `number` with which it is.

    Cells farther than `reach` are left alone.
    """
    rows, columns = near.shape
    for k in range(x.shape[0]):
        for r in range(max(0, int(np.ceil(y[k] - reach))), min(rows, int(np.floor(y[k] + reach)) + 1)):
            half = np.sqrt(max(reach**2 - (y[k] - r) ** 2, 0.0))
            for c in range(max(0, int(np.ceil(x[k] - half))), min(columns, int(np.floor(x[k] + half)) + 1)):
                away = np.float32((x[k] - c) ** 2 + (y[k] - r) ** 2)
                if away < near[r, c]:
                    near[r, c] = away
                    number[r, c] = k


@compiled
def corrected(price: Array32, near: Array32, number: Numbers, ratio: Array, reach: float) -> Array32:
    """Prices times the ratio of the nearest place, fading out at a reach; inf where none is near."""
    found = np.full(price.shape, np.inf, dtype=np.float32)
    for r in range(price.shape[0]):
        for c in range(price.shape[1]):
            if near[r, c] < np.inf:
                fade = 1.0 - np.sqrt(near[r, c]) / reach
                factor = ratio[number[r, c]] ** fade if fade > 0.0 else 1.0
                found[r, c] = price[r, c] * factor
    return found
