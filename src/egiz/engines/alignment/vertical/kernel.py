# ruff: noqa: C901, PLR0913, PLR0917
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
def less(found: Array32, one: Array32, other: Array32) -> None:
    """The less of two rows."""
    for z in range(found.shape[0]):
        x = one[z]
        y = other[z]
        found[z] = y if y < x else x


@compiled
def running(least: Array32, value: Array32, block: int) -> None:
    """Least price of each level from the first row of a block up to each row, and from there to its last.

    Rows come in blocks of so many; the least of as many rows anywhere is the less of one of either kind.
    `least` is (2, rows, levels).
    """
    rows = value.shape[0]
    for c in range(rows):
        if c % block == 0:
            least[0, c] = value[c]
        else:
            less(least[0, c], least[0, c - 1], value[c])
    for c in range(rows - 1, -1, -1):
        if c % block == block - 1 or c == rows - 1:
            least[1, c] = value[c]
        else:
            less(least[1, c], least[1, c + 1], value[c])


@compiled
def arrive(found: Array32, one: Array32, other: Array32, price: Array32, lowest: Array32) -> None:
    """The less of two rows and the price of the step, and the lowest of it so far at each level."""
    for z in range(found.shape[0]):
        x = one[z]
        y = other[z]
        here = (y if y < x else x) + price[z]
        found[z] = here
        lowest[z] = here if here < lowest[z] else lowest[z]


@compiled
def sweep(
    span: tuple[int, int],
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
    value: Array32,
) -> tuple[int, float]:
    """Station that blocks or -1, and what was taken off the prices on the way.

    `span` is the first and the last station: `value` (stations, rows, levels) holds the least price of every
    state of the first, less some, and is filled for those after it. `low` is the number of the lowest level
    at each station, `middle` the class in the middle row of those looked at; `scale` holds the height of
    level 0, the spacing of levels, the height of the table's first row and the spacing of its rows; `limit`
    the largest class and the largest change of class. `ground`, `kind` and `weight` (stations, samples)
    sample the step that ends at each station.
    """
    base, gap, lowest, step = scale
    top, turn = limit
    classes, width, samples = value.shape[1], value.shape[2], ground.shape[1]
    half, block = classes // 2, 2 * turn + 1
    running_least = np.empty((2, classes, width), dtype=np.float32)
    price = np.zeros(width, dtype=np.float32)
    all_low = np.empty(width, dtype=np.float32)
    total, before = 0.0, value[0].min()
    if not np.isfinite(before):
        return span[0] + 1, np.inf
    for j in range(span[0] + 1, span[1] + 1):
        following = value[j - span[0]]
        following[:] = np.inf
        all_low[:] = np.inf
        running(running_least, value[j - span[0] - 1], block)
        bottom = base + gap * low[j]
        if samples == 1:
            column(price, bottom, gap, 0.0, ground[j], kind[j], weight[j], table, lowest, step)
            if j == low.shape[0] - 1:
                price *= np.float32(0.5)
            price -= before
        for c in range(classes):
            k = middle[j] + c - half
            centre = c + middle[j] - middle[j - 1]
            low_row, high_row = max(centre - turn, 0), min(centre + turn, classes - 1)
            if abs(k) > top or (flat[j] and k != 0) or low_row > high_row:
                continue
            if samples > 1:
                column(price, bottom, gap, k * gap, ground[j], kind[j], weight[j], table, lowest, step)
                price -= before
            shift = k + low[j - 1] - low[j]
            first = min(max(shift, 0), width)
            after = max(min(width + shift, width), first)
            if tied[j] != FREE:
                first = max(first, tied[j] - low[j])
                after = max(min(after, tied[j] - low[j] + 1), first)
            one, other = running_least[1, low_row], running_least[0, high_row]
            if low_row // block == high_row // block:
                one = other = other if low_row % block == 0 else one
            arrive(
                following[c, first:after], one[first - shift : after - shift],
                other[first - shift : after - shift], price[first:after], all_low[first:after],
            )  # fmt: skip
        total += before
        before = all_low.min()
        if not np.isfinite(before):
            return j, np.inf
    return -1, total


@compiled
def start(
    found: Array32,
    bottom: int,
    tied: int,
    scale: tuple[float, float, float, float],
    ground: Array,
    kind: Bytes,
    weight: Array,
    table: Array32,
) -> None:
    """Price of every state at the first station: (rows, levels)."""
    base, gap, lowest, step = scale
    width = found.shape[1]
    price = np.zeros(width, dtype=np.float32)
    if ground.shape[0] == 1:
        column(price, base + gap * bottom, gap, 0.0, ground, kind, weight, table, lowest, step)
    found[:] = np.inf
    for z in range(width):
        if tied in (FREE, bottom + z):
            found[:, z] = np.float32(0.5) * price[z]


@compiled
def cheapest(value: Array32) -> tuple[int, int]:
    """Row and level of the least price."""
    c, z = 0, 0
    for one in range(value.shape[0]):
        for other in range(value.shape[1]):
            if value[one, other] < value[c, z]:
                c, z = one, other
    return c, z


@compiled
def trace(
    span: tuple[int, int],
    state: tuple[int, int],
    turn: int,
    low: Numbers,
    middle: Numbers,
    value: Array32,
    found: Numbers,
) -> tuple[int, int]:
    """Follow the cheapest way from a row and level of the last station of a span back to its first.

    Fills `found` with the number of the level at each station of it; gives row and level at the first.
    """
    classes = value.shape[1]
    c, z = state
    for j in range(span[1], span[0], -1):
        found[j] = low[j] + z
        z = z - (middle[j] + c - classes // 2) + low[j] - low[j - 1]
        centre = c + middle[j] - middle[j - 1]
        c = max(centre - turn, 0)
        before = value[j - 1 - span[0]]
        for other in range(c + 1, min(centre + turn, classes - 1) + 1):
            if before[other, z] < before[c, z]:
                c = other
    found[span[0]] = low[span[0]] + z
    return c, z
