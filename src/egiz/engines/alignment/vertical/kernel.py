# ruff: noqa: C901, PLR0912, PLR0913, PLR0917
"""Compiled loops of the profile: the cheapest way through levels and grades, station by station.

A state is a level and the class of the grade that led there; class ``k`` climbs ``k`` levels to the next
station. Classes may change by `turn` from step to step, which is the vertical radius. Levels lie next to each
other in memory, so that each operation is done for many at once. Sums are kept small by taking each station's
least off.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.record import Array, Array32, Mask
from egiz.engines.loop import compiled

Numbers = NDArray[np.int64]
Bytes = NDArray[np.int8]

FREE = -(1 << 62)
"""Stands for a level that nothing ties."""


@compiled
def column(
    found: Array32,
    bottom: float,
    gap: float,
    rise: float,
    ground: Array,
    kind: Bytes,
    weight: Array,
    table: Array32,
    lowest: float,
    step: float,
) -> None:
    """Price of arriving at each level from `rise` below: the mean over the samples of ground on the way.

    Prices lie between the rows of a table, and straight on beyond them.
    """
    count = ground.shape[0]
    last = table.shape[1] - 2
    pace = gap / step
    found[:] = 0.0
    for s in range(count):
        start = (bottom - rise * (count - 1 - s) / count - ground[s] - lowest) / step
        row = table[kind[s]]
        share = weight[s] / count
        for z in range(found.shape[0]):
            place = start + z * pace
            index = min(max(int(np.floor(place)), 0), last)
            found[z] += share * (row[index] + (place - index) * (row[index + 1] - row[index]))


@compiled
def reach(best: Array32, came: Bytes, value: Array32, c: int, turn: int) -> None:
    """Least price of each level over the rows within `turn` of `c`, which may lie outside, and that row."""
    best[:] = np.inf
    came[:] = 0
    for other in range(max(c - turn, 0), min(c + turn, value.shape[0] - 1) + 1):
        source = value[other]
        mark = np.int8(other)
        for z in range(best.shape[0]):
            x = source[z]
            y = best[z]
            came[z] = mark if x < y else came[z]
            best[z] = x if x < y else y


@compiled
def sweep(
    low: Numbers,
    middle: Numbers,
    tied: Numbers,
    flat: Mask,
    scale: tuple[float, float, float, float],
    limit: tuple[int, int],
    ground: Array,
    kind: Bytes,
    weight: Array,
    table: Array32,
    back: Bytes,
) -> tuple[int, float, Array32]:
    """Station that blocks or -1, least price, and that of every state at the last station.

    `low` is the number of the lowest level at each station, `middle` the class in the middle row of those
    looked at; `scale` holds the height of level 0, the spacing of levels, the height of the table's first row
    and the spacing of its rows; `limit` the largest class and the largest change of class. `ground`, `kind`
    and `weight` (stations, samples) sample the step that ends at each station. `back` (stations, rows,
    levels) is filled with the row before.
    """
    base, gap, lowest, step = scale
    top, turn = limit
    classes, width, samples = back.shape[1], back.shape[2], ground.shape[1]
    half = classes // 2
    value = np.full((classes, width), np.inf, dtype=np.float32)
    following = np.full((classes, width), np.inf, dtype=np.float32)
    best = np.empty(width, dtype=np.float32)
    came = np.empty(width, dtype=np.int8)
    price = np.zeros(width, dtype=np.float32)
    total = 0.0
    if samples == 1:
        column(price, base + gap * low[0], gap, 0.0, ground[0], kind[0], weight[0], table, lowest, step)
    for z in range(width):
        if tied[0] == FREE or tied[0] == low[0] + z:
            value[:, z] = np.float32(0.5) * price[z]
    for j in range(1, low.shape[0]):
        bottom = base + gap * low[j]
        if samples == 1:
            column(price, bottom, gap, 0.0, ground[j], kind[j], weight[j], table, lowest, step)
            if j == low.shape[0] - 1:
                price *= np.float32(0.5)
        least = np.inf
        for c in range(classes):
            row = following[c]
            row[:] = np.inf
            k = middle[j] + c - half
            if abs(k) > top or (flat[j] and k != 0):
                continue
            if samples > 1:
                column(price, bottom, gap, k * gap, ground[j], kind[j], weight[j], table, lowest, step)
            reach(best, came, value, c + middle[j] - middle[j - 1], turn)
            shift = k + low[j - 1] - low[j]
            first = min(max(shift, 0), width)
            after = max(min(width + shift, width), first)
            if tied[j] != FREE:
                first = max(first, tied[j] - low[j])
                after = min(after, tied[j] - low[j] + 1)
            for z in range(first, after):
                row[z] = best[z - shift] + price[z]
                least = min(least, float(row[z]))
            for z in range(first, after):
                back[j, c, z] = came[z - shift]
        if not np.isfinite(least):
            return j, np.inf, value
        total += least
        following -= np.float32(least)
        value, following = following, value
    return -1, total, value


@compiled
def traced(low: Numbers, middle: Numbers, value: Array32, back: Bytes) -> Numbers:
    """Number of the level at each station along the cheapest way."""
    stations = low.shape[0]
    half = back.shape[1] // 2
    found = np.empty(stations, dtype=np.int64)
    c, z = 0, 0
    for one in range(value.shape[0]):
        for other in range(value.shape[1]):
            if value[one, other] < value[c, z]:
                c, z = one, other
    for j in range(stations - 1, -1, -1):
        found[j] = low[j] + z
        if j > 0:
            before = back[j, c, z]
            z = z - (middle[j] + c - half) + low[j] - low[j - 1]
            c = before
    return found
