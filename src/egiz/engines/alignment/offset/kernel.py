# ruff: noqa: C901, PLR0913, PLR0917, PLR2004
"""Compiled loops of the refinement: the best places of all vertices of a line at once, then a polish.

Coordinates are cells of the raster. A vertex is free, an end, or a *stop*: a point that the line passes
without turning there, so that its two neighbours lie on one straight through it and are *arms* of it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.polygon.kernel import (
    FREE,
    STOP,
    Kinds,
    half_tangent,
    line_price,
    price_at,
    price_below,
    straight_price,
)
from egiz.engines.alignment.record import Array, Array32
from egiz.engines.loop import compiled

ROUNDING = 1.0 + 1e-10
"""The room for a tangent is told to the rounding of sums."""
SHARPEST = 0.1
"""One and the cosine of the sharpest turn at one corner."""
WIDEST = 4.5
"""More than the tangent of half the sharpest turn."""
SAVING = 0.7
"""An arc saves less than so many radii of the dearest ground near it, times the cube of that tangent."""
TIGHT = 0.9
"""Share of a leg that arcs take, above which two vertices move together."""
WINDOW = 12
"""Vertices that such a move concerns, at most."""
FITS = 20
"""Steps to fit the arm of a stop to its tangent, and times to turn a stop by one angle, at most."""
FITTED = 1.001
"""Length of a fitted arm in tangents."""
AROUND = 4
"""Vertices on either side of a stop whose price its turn may change, at most."""
GENTLE = 0.02
"""Cells between a corner and its arc below which the arc is charged as the corner."""


@compiled
def leg_table(price: Array32, ax: Array, ay: Array, bx: Array, by: Array, step: float) -> Array:
    """Direction, length and price of each straight between places: (4, places, places of the start)."""
    found = np.empty((4, bx.shape[0], ax.shape[0]))
    for b in range(bx.shape[0]):
        for a in range(ax.shape[0]):
            dx, dy = bx[b] - ax[a], by[b] - ay[a]
            length = max(np.hypot(dx, dy), 1e-12)
            found[0, b, a], found[1, b, a], found[2, b, a] = dx / length, dy / length, length
            found[3, b, a] = straight_price(price, ax[a], ay[a], dx, dy, step)
    return found


@compiled
def arc_saving(price: Array32, x: float, y: float, tx: float, ty: float, half: float, radius: float) -> float:
    """What an arc saves against its tangents, as a price below zero; inf where it would cross closed ground.

    `tx` and `ty` lead from the corner to the inside of the curve.
    """
    aside = radius * (np.sqrt(1.0 + half * half) - 1.0)
    share = aside / max(np.hypot(tx, ty), 1e-12)
    there = price_at(price, x + share * tx, y + share * ty)
    return -2.0 * radius * (half - np.arctan(half)) * there if there < np.inf else np.inf


@compiled
def dearest(price: Array32, xs: Array, ys: Array, beyond: float) -> float:
    """The most that a metre of open ground costs around some places."""
    rows, columns = price.shape
    found = np.float32(0.0)
    for row in range(max(0, int(ys.min() - beyond)), min(rows, int(ys.max() + beyond) + 2)):
        for column in range(max(0, int(xs.min() - beyond)), min(columns, int(xs.max() + beyond) + 2)):
            here = price[row, column]
            found = here if here > found and here < np.inf else found
    return float(found)


@compiled
def bounds(
    found: Array, ux: Array, uy: Array, room: Array, was: Array, on: tuple[float, float, float, float]
) -> None:
    """The least that a vertex may be worth with each place of the one before; inf where its arc has no room.

    `on` is the direction of the next leg, its room as the largest tangent of half a turn, and what an arc
    saves at most over the cube of that tangent.
    """
    vx, vy, limit, most = on
    for a in range(found.shape[0]):
        whole = 1.0 + ux[a] * vx + uy[a] * vy
        turn = abs(ux[a] * vy - uy[a] * vx)
        cap = room[a] if room[a] < limit else limit
        half = turn if whole >= 1.0 and turn < cap else cap
        fits = (turn <= cap * whole) & (whole >= SHARPEST)
        found[a] = was[a] - most * half * half * half if fits else np.inf


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
    worth = legs[3].copy()  # by place of the vertex, then of the one before
    gentle = np.sqrt(2.0 * GENTLE / radius)
    floor = np.empty(places)
    for a in range(places):
        for b in range(places):
            if tied[0] != 0 and a != b:
                worth[b, a] = np.inf
    for i in range(1, count - 1):
        following = leg_table(price, xs[i], ys[i], xs[i + 1], ys[i + 1], step)
        before = legs[2] * (reach[i, 0] * ROUNDING / radius)
        after = following[2] * (reach[i, 1] * ROUNDING / radius)
        ahead = np.full((places, places), np.inf)
        sharp = min(after.max(), before.max(), WIDEST)
        beyond = radius * sharp * min(1.0, sharp)
        most = SAVING * radius * dearest(price, xs[i], ys[i], beyond)
        for b in range(places):
            ux, uy, room, was = legs[0, b], legs[1, b], before[b], worth[b]
            if not np.min(was) < np.inf:
                continue
            for c in range(places):
                if (tied[i] != 0 and b != c) or not following[3, c, b] < np.inf:
                    continue
                vx, vy, limit = following[0, c, b], following[1, c, b], after[c, b]
                bounds(floor, ux, uy, room, was, (vx, vy, limit, most))
                least, best = np.inf, -1
                for n in range(-1, places):
                    a = int(np.argmin(floor)) if n < 0 else n
                    if not floor[a] < least:
                        continue
                    worthy, whole = was[a], 1.0 + ux[a] * vx + uy[a] * vy
                    turn = abs(ux[a] * vy - uy[a] * vx)
                    if turn > gentle * whole:
                        worthy += arc_saving(
                            price, xs[i, b], ys[i, b], vx - ux[a], vy - uy[a], turn / whole, radius
                        )
                    if worthy < least:
                        least, best = worthy, a
                ahead[c, b] = least + following[3, c, b]
                back[i, b, c] = best
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
    """Move vertices one by one as long as it pays, by smaller and smaller amounts [cells].

    A vertex that an amount did not move is not tried again by the same while all around it stays.
    """
    xs, ys = xs.copy(), ys.copy()
    count = xs.shape[0]
    old = np.empty((2, 3))
    made, before = 0, 0.0
    moves, vain = np.zeros(count, dtype=np.int64), np.empty(count, dtype=np.int64)  # numbers of moves
    for size in sizes:
        if size != before:
            vain[:] = -1
        before = size
        for i in range(1, count - 1):
            kind = kinds[i]
            if kind == FREE and (kinds[i - 1] == STOP or kinds[i + 1] == STOP):
                continue
            wide = 3 if kind == STOP else 2
            low, high = max(0, i - wide), min(count - 1, i + wide)
            if moves[max(0, low - 1) : high + 2].max() <= vain[i]:
                continue
            began = made
            now = line_price(price, xs, ys, low, high, radius, step)
            for move in range(4 if kind == FREE else 6):
                for k in range(3):
                    old[0, k], old[1, k] = xs[i - 1 + k], ys[i - 1 + k]
                moved(xs, ys, i, kind, move, size)
                then = price_below(price, xs, ys, low, high, radius, step, now)
                if then < now:
                    now = then
                    made += 1
                    moves[i - 1 : i + 2] = made
                else:
                    for k in range(3):
                        xs[i - 1 + k], ys[i - 1 + k] = old[0, k], old[1, k]
            vain[i] = made if made == began else -1
    return xs, ys


@compiled
def is_arm(kinds: Kinds, i: int) -> bool:
    """Whether a vertex is an arm of a stop."""
    return bool(kinds[i] == FREE and (kinds[i - 1] == STOP or kinds[i + 1] == STOP))


@compiled
def is_tight(xs: Array, ys: Array, low: int, high: int, radius: float) -> bool:
    """Whether the arcs at the ends of some leg between two vertices leave no straight to speak of."""
    for i in range(low, high):
        needed = radius * (abs(half_tangent(xs, ys, i)) + abs(half_tangent(xs, ys, i + 1)))
        if needed > TIGHT * np.hypot(xs[i + 1] - xs[i], ys[i + 1] - ys[i]):
            return True
    return False


@compiled
def polish_pairs(
    price: Array32, xs: Array, ys: Array, kinds: Kinds, radius: float, step: float, sizes: Array
) -> tuple[Array, Array]:
    """Move two vertices in a row at once where arcs leave no room for one to move alone."""
    xs, ys = xs.copy(), ys.copy()
    last = xs.shape[0] - 1
    old = np.empty((2, WINDOW))
    for size in sizes:
        for i in range(1, last - 1):
            if is_arm(kinds, i):
                continue
            j = i + 2 if kinds[i] == STOP else i + 1
            while j < last and is_arm(kinds, j):
                j += 1
            low, high = max(0, i - 3), min(last, j + 3)
            if j >= last or high - low >= WINDOW or not is_tight(xs, ys, low, high, radius):
                continue
            now = line_price(price, xs, ys, low, high, radius, step)
            for first in range(4 if kinds[i] == FREE else 6):
                for second in range(4 if kinds[j] == FREE else 6):
                    for k in range(low, high + 1):
                        old[0, k - low], old[1, k - low] = xs[k], ys[k]
                    moved(xs, ys, i, kinds[i], first, size)
                    moved(xs, ys, j, kinds[j], second, size)
                    then = price_below(price, xs, ys, low, high, radius, step, now)
                    if then < now:
                        now = then
                        continue
                    for k in range(low, high + 1):
                        xs[k], ys[k] = old[0, k - low], old[1, k - low]
    return xs, ys


@compiled
def fit_arm(xs: Array, ys: Array, stop: int, side: int, radius: float) -> None:
    """Make the arm to one side of a stop as long as its tangent, in place; left as it is where that fails."""
    arm = stop + side
    was_x, was_y = xs[arm], ys[arm]
    ux, uy = was_x - xs[stop], was_y - ys[stop]
    length = np.hypot(ux, uy)
    if not length > 0.0:
        return
    ux, uy = ux / length, uy / length
    for _ in range(FITS):
        length = max(FITTED * radius * abs(half_tangent(xs, ys, arm)), 1.0)
        if not length < np.inf:
            xs[arm], ys[arm] = was_x, was_y
            return
        xs[arm], ys[arm] = xs[stop] + length * ux, ys[stop] + length * uy


@compiled
def turn_stop(
    price: Array32, xs: Array, ys: Array, stop: int, angles: Array, radius: float, step: float
) -> None:
    """Turn the heading at a stop by angles [rad] either way as long as it pays, arms fitted, in place."""
    low, high = max(0, stop - AROUND), min(xs.shape[0], stop + AROUND + 1)
    x, y = xs[low:high], ys[low:high]
    worth = line_price(price, x, y, 0, high - low - 1, radius, step)
    old = np.empty((2, 3))
    for move in range(2 * angles.shape[0]):
        angle = angles[move // 2] if move % 2 == 0 else -angles[move // 2]
        for _ in range(FITS):
            old[0], old[1] = xs[stop - 1 : stop + 2], ys[stop - 1 : stop + 2]
            heading = np.arctan2(ys[stop + 1] - ys[stop - 1], xs[stop + 1] - xs[stop - 1]) + angle
            for side in (-1, 1):
                length = side * np.hypot(xs[stop + side] - xs[stop], ys[stop + side] - ys[stop])
                xs[stop + side] = xs[stop] + length * np.cos(heading)
                ys[stop + side] = ys[stop] + length * np.sin(heading)
            fit_arm(xs, ys, stop, -1, radius)
            fit_arm(xs, ys, stop, 1, radius)
            then = price_below(price, x, y, 0, high - low - 1, radius, step, worth)
            if not then < worth:
                xs[stop - 1 : stop + 2], ys[stop - 1 : stop + 2] = old[0], old[1]
                break
            worth = then
