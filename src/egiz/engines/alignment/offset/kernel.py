# ruff: noqa: C901, PLR0913, PLR0917, PLR2004
"""Compiled loops of the refinement: the best places of all vertices of a line at once, then a polish.

Coordinates are cells of the raster. A vertex is free, an end, or a *stop*: a point that the line passes
without turning there, so that its two neighbours lie on one straight through it and are *arms* of it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.compiled import compiled
from egiz.engines.alignment.polygon.kernel import (
    FREE,
    STOP,
    Kinds,
    line_price,
    price_at,
    straight_price,
)
from egiz.engines.alignment.record import Array, Array32

ROUNDING = 1.0 + 1e-10
"""The room for a tangent is told to the rounding of sums."""
SHARPEST = -0.9
"""Cosine of the sharpest turn at one corner."""
GENTLE = 1e-3
"""Cells between a corner and its arc below which the arc is charged as the corner."""


@compiled
def leg_table(price: Array32, ax: Array, ay: Array, bx: Array, by: Array, step: float) -> Array:
    """Direction, length and price of each straight from one place to another: (places, places, 4)."""
    found = np.empty((ax.shape[0], bx.shape[0], 4))
    for a in range(ax.shape[0]):
        for b in range(bx.shape[0]):
            dx, dy = bx[b] - ax[a], by[b] - ay[a]
            length = max(np.hypot(dx, dy), 1e-12)
            found[a, b, 0], found[a, b, 1], found[a, b, 2] = dx / length, dy / length, length
            found[a, b, 3] = straight_price(price, ax[a], ay[a], dx, dy, step)
    return found


@compiled
def corner_price(price: Array32, x: float, y: float, before: Array, after: Array, reach: Array) -> float:
    """What an arc saves against its tangents, as a price below zero; inf where it does not fit.

    `reach` holds the tangent that there is room for before and after, as a share of each length, and the
    radius.
    """
    dot = before[0] * after[0] + before[1] * after[1]
    if dot < SHARPEST:
        return np.inf
    half = abs(before[0] * after[1] - before[1] * after[0]) / (1.0 + dot)
    radius = reach[2]
    tangent = radius * half
    if tangent > reach[0] * before[2] * ROUNDING or tangent > reach[1] * after[2] * ROUNDING:
        return np.inf
    aside = radius * (np.sqrt(1.0 + half * half) - 1.0)
    if aside < GENTLE:
        return 0.0
    tx, ty = after[0] - before[0], after[1] - before[1]
    share = aside / np.hypot(tx, ty)
    saved = 2.0 * radius * (half - np.arctan(half))
    there = price_at(price, x + share * tx, y + share * ty)
    return -saved * there if there < np.inf else np.inf


@compiled
def best_places(
    price: Array32, xs: Array, ys: Array, tied: Kinds, reach: Array, radius: float, step: float
) -> NDArray[np.int64]:
    """The place of every vertex that together make the cheapest line; -1 where none keeps the radius.

    Parameters
    ----------
    price
        Price of a metre.
    xs
        Columns of the places: (vertices, places); one place many times over is one place.
    ys
        Rows of the places.
    tied
        Not 0 where a vertex and the next take the same number of place: (vertices,).
    reach
        Share of the leg before and of the leg after that a tangent may take: (vertices, 2).
    radius
        Least radius [cells].
    step
        Longest way between samples [cells].
    """
    count, places = xs.shape
    back = np.full((count, places, places), -1, dtype=np.int16)
    legs = leg_table(price, xs[0], ys[0], xs[1], ys[1], step)
    worth = np.full((places, places), np.inf)  # by place of the vertex, then of the one before
    for a in range(places):
        for b in range(places):
            if tied[0] == 0 or a == b:
                worth[b, a] = legs[a, b, 3]
    room = np.empty(3)
    for i in range(1, count - 1):
        following = leg_table(price, xs[i], ys[i], xs[i + 1], ys[i + 1], step)
        room[0], room[1], room[2] = reach[i, 0], reach[i, 1], radius
        ahead = np.full((places, places), np.inf)
        for b in range(places):
            cheapest = np.inf
            for a in range(places):
                cheapest = min(cheapest, worth[b, a])
            if not cheapest < np.inf:
                continue
            for c in range(places):
                if (tied[i] != 0 and b != c) or not following[b, c, 3] < np.inf:
                    continue
                least = np.inf
                for a in range(places):
                    if not worth[b, a] < np.inf:
                        continue
                    corner = corner_price(price, xs[i, b], ys[i, b], legs[a, b], following[b, c], room)
                    if worth[b, a] + corner < least:
                        least = worth[b, a] + corner
                        back[i, b, c] = a
                ahead[c, b] = least + following[b, c, 3]
        legs, worth = following, ahead
    return walked_back(worth, back)


@compiled
def walked_back(worth: Array, back: NDArray[np.int16]) -> NDArray[np.int64]:
    """Places from the end back to the start."""
    count, places = back.shape[0], back.shape[1]
    found = np.full(count, -1)
    least = np.inf
    for c in range(places):
        for b in range(places):
            if worth[c, b] < least:
                least = worth[c, b]
                found[count - 1], found[count - 2] = c, b
    if least < np.inf:
        for i in range(count - 2, 0, -1):
            found[i - 1] = back[i, found[i], found[i + 1]]
    return found


@compiled
def moved(xs: Array, ys: Array, i: int, kind: int, move: int, size: float) -> None:
    """Move a free vertex along or across the line, or turn or stretch the arms of a stop, in place."""
    dx, dy = xs[i + 1] - xs[i - 1], ys[i + 1] - ys[i - 1]
    norm = max(np.hypot(dx, dy), 1e-12)
    ux, uy = dx / norm, dy / norm
    amount = size if move % 2 == 0 else -size
    if kind == FREE:
        if move < 2:
            ux, uy = -uy, ux
        xs[i] += amount * ux
        ys[i] += amount * uy
        return
    before = np.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1])
    after = np.hypot(xs[i + 1] - xs[i], ys[i + 1] - ys[i])
    if move < 2:
        turned = amount / max(before, after)
        ux, uy = ux * np.cos(turned) - uy * np.sin(turned), uy * np.cos(turned) + ux * np.sin(turned)
    elif move < 4:
        before = max(0.1 * before, before + amount)
    else:
        after = max(0.1 * after, after + amount)
    xs[i - 1], ys[i - 1] = xs[i] - before * ux, ys[i] - before * uy
    xs[i + 1], ys[i + 1] = xs[i] + after * ux, ys[i] + after * uy


@compiled
def polish(
    price: Array32, xs: Array, ys: Array, kinds: Kinds, radius: float, step: float, sizes: Array
) -> tuple[Array, Array]:
    """Move vertices one by one as long as it pays, by smaller and smaller amounts [cells]."""
    xs, ys = xs.copy(), ys.copy()
    count = xs.shape[0]
    old = np.empty((2, 3))
    for size in sizes:
        for i in range(1, count - 1):
            kind = kinds[i]
            if kind == FREE and (kinds[i - 1] == STOP or kinds[i + 1] == STOP):
                continue
            wide = 3 if kind == STOP else 2
            low, high = max(0, i - wide), min(count - 1, i + wide)
            now = line_price(price, xs, ys, low, high, radius, step)
            for move in range(4 if kind == FREE else 6):
                for k in range(3):
                    old[0, k], old[1, k] = xs[i - 1 + k], ys[i - 1 + k]
                moved(xs, ys, i, kind, move, size)
                then = line_price(price, xs, ys, low, high, radius, step)
                if then < now:
                    now = then
                else:
                    for k in range(3):
                        xs[i - 1 + k], ys[i - 1 + k] = old[0, k], old[1, k]
    return xs, ys
