# ruff: noqa: PLR0913, PLR0917
"""Compiled loops along a line of straights and arcs: how long it is and what the ground under it costs.

Coordinates are cells of the raster: x counts columns, y rows, the centre of the first cell is 0, 0. Each
inner vertex of a polygon is rounded by an arc of the one radius; ends and vertices that do not turn are not.

A vertex is free, an end, or a *stop*: a point that the line passes without turning there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.record import Array, Array32
from egiz.engines.loop import compiled

Kinds = NDArray[np.int8]

FREE = 0
END = 1
STOP = 2
SLACK = 1e-9
"""Share by which tangents may overlap, or a closed cell count: the rounding of sums."""
STRAIGHT = 1e-9
"""Half-angle tangent below which a vertex counts as straight."""


@compiled
def is_inside(price: Array32, x: float, y: float) -> bool:
    """Whether a point lies between centres of the raster."""
    return bool(x >= 0.0 and y >= 0.0 and x <= price.shape[1] - 1.0 and y <= price.shape[0] - 1.0)


@compiled
def open_price(price: Array32, x: float, y: float) -> float:
    """Price of a metre at a point inside, bilinear between centres; no number next to closed cells."""
    j, i = min(int(x), price.shape[1] - 2), min(int(y), price.shape[0] - 2)
    u, v = x - j, y - i
    lower = price[i, j] * (1.0 - u) + price[i, j + 1] * u
    upper = price[i + 1, j] * (1.0 - u) + price[i + 1, j + 1] * u
    return float(lower * (1.0 - v) + upper * v)


@compiled
def price_at(price: Array32, x: float, y: float) -> float:
    """Price of a metre at a point, bilinear between centres; inf outside and on closed cells."""
    rows, columns = price.shape
    if not (x >= 0.0 and y >= 0.0 and x <= columns - 1.0 and y <= rows - 1.0):
        return np.inf
    j, i = min(int(x), columns - 2), min(int(y), rows - 2)
    u, v = x - j, y - i
    lower = price[i, j] * (1.0 - u) + price[i, j + 1] * u
    upper = price[i + 1, j] * (1.0 - u) + price[i + 1, j + 1] * u
    found = lower * (1.0 - v) + upper * v
    if found < np.inf:
        return float(found)
    found = 0.0
    for row in range(2):
        for column in range(2):
            share = (v if row else 1.0 - v) * (u if column else 1.0 - u)
            if share > SLACK:
                found += share * price[i + row, j + column]
    return float(found)


@compiled
def straight_price(price: Array32, x: float, y: float, dx: float, dy: float, step: float) -> float:
    """Price along a straight from a point [price of a metre times cells]."""
    length = np.sqrt(dx * dx + dy * dy)
    if length <= 0.0:
        return 0.0
    count = int(np.ceil(length / step))
    total = 0.0
    if is_inside(price, x, y) and is_inside(price, x + dx, y + dy):
        for k in range(count):
            share = (k + 0.5) / count
            total += open_price(price, x + share * dx, y + share * dy)
        if total < np.inf:
            return float(total * length / count)
    total = 0.0
    for k in range(count):
        share = (k + 0.5) / count
        total += price_at(price, x + share * dx, y + share * dy)
    return float(total * length / count)


@compiled
def half_tangent(xs: Array, ys: Array, i: int) -> float:
    """Tangent of half the angle by which the polygon turns at a vertex, left positive; 0 at its ends."""
    if i == 0 or i == xs.shape[0] - 1:
        return 0.0
    ax, ay = xs[i] - xs[i - 1], ys[i] - ys[i - 1]
    bx, by = xs[i + 1] - xs[i], ys[i + 1] - ys[i]
    return half_between(ax, ay, bx, by, np.sqrt((ax * ax + ay * ay) * (bx * bx + by * by)))


@compiled
def half_between(ax: float, ay: float, bx: float, by: float, norm: float) -> float:
    """Tangent of half the angle between two legs, left positive; `norm` is the product of their lengths."""
    cross, dot = ax * by - ay * bx, ax * bx + ay * by
    if norm <= 0.0 or norm + dot <= SLACK * norm:
        return np.inf
    found = cross / (norm + dot)
    return float(found) if abs(found) > STRAIGHT else 0.0


@compiled
def arc_price(
    price: Array32, x: float, y: float, ux: float, uy: float, radius: float, half: float, step: float
) -> float:
    """Price along the arc that rounds a vertex, come to in a direction [price of a metre times cells]."""
    if half == 0.0:
        return 0.0
    tangent, angle = radius * abs(half), 2.0 * np.arctan(abs(half))
    side = 1.0 if half > 0.0 else -1.0
    x, y = x - tangent * ux - side * radius * uy, y - tangent * uy + side * radius * ux
    count = int(np.ceil(angle * radius / step))
    turned = 0.5 * angle / count
    along, aside = radius * np.sin(turned), -side * radius * np.cos(turned)
    right, up = along * ux - aside * uy, along * uy + aside * ux
    cos, sin = np.cos(2.0 * turned), side * np.sin(2.0 * turned)
    total = 0.0
    for _ in range(count):
        total += price_at(price, x + right, y + up)
        right, up = right * cos - up * sin, up * cos + right * sin
    return float(total * angle * radius / count)


@compiled
def line_price(
    price: Array32, xs: Array, ys: Array, low: int, high: int, radius: float, step: float
) -> float:
    """Price along straights and arcs between two vertices; inf where too sharp or on closed ground.

    The arcs of the first and the last of the two vertices are left out, their tangents are not charged.
    """
    return price_below(price, xs, ys, low, high, radius, step, np.inf)


@compiled
def price_below(
    price: Array32, xs: Array, ys: Array, low: int, high: int, radius: float, step: float, limit: float
) -> float:
    """Price of a part of a line as `line_price` tells it; inf where it is not below a limit."""
    total = 0.0
    left = radius * abs(half_tangent(xs, ys, low))
    dx, dy = xs[low + 1] - xs[low], ys[low + 1] - ys[low]
    length = np.sqrt(dx * dx + dy * dy)
    for i in range(low, high):
        half, right, nx, ny, following = 0.0, 0.0, 0.0, 0.0, 0.0
        if i + 2 < xs.shape[0]:
            nx, ny = xs[i + 2] - xs[i + 1], ys[i + 2] - ys[i + 1]
            following = np.sqrt(nx * nx + ny * ny)
            half = half_between(dx, dy, nx, ny, length * following)
            right = radius * abs(half)
        free = length - left - right
        if not free >= -SLACK * (length + radius):
            return np.inf
        ux, uy = (dx / length, dy / length) if length > 0.0 else (0.0, 0.0)
        if free > 0.0:
            total += straight_price(price, xs[i] + left * ux, ys[i] + left * uy, free * ux, free * uy, step)
        if not total < limit:
            return np.inf
        if i + 1 < high:
            total += arc_price(price, xs[i + 1], ys[i + 1], ux, uy, radius, half, step)
        if not total < limit:
            return np.inf
        left, dx, dy, length = right, nx, ny, following
    return total


@compiled
def pieces(xs: Array, ys: Array, radius: float) -> Array:
    """Chainage of the begin and the end of the arc at each vertex [cells]: (vertices, 2)."""
    found = np.zeros((xs.shape[0], 2))
    left = 0.0
    for i in range(1, xs.shape[0]):
        half = abs(half_tangent(xs, ys, i))
        length = np.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1])
        right = radius * half
        found[i, 0] = found[i - 1, 1] + max(0.0, length - left - right)
        found[i, 1] = found[i, 0] + 2.0 * radius * np.arctan(half)
        left = right
    return found


@compiled
def stations(xs: Array, ys: Array, radius: float, at: Array) -> Array:
    """Where the line is at rising chainages: x, y [cells], heading [rad], radius [cells]: (stations, 4)."""
    places = pieces(xs, ys, radius)
    found = np.empty((at.shape[0], 4))
    i, last = 1, xs.shape[0] - 1
    for k in range(at.shape[0]):
        while i < last and at[k] > places[i, 1]:
            i += 1
        dx, dy = xs[i] - xs[i - 1], ys[i] - ys[i - 1]
        length = np.hypot(dx, dy)
        ux, uy = dx / length, dy / length
        half = half_tangent(xs, ys, i)
        turned = at[k] - places[i, 0]
        straight = turned <= 0.0 or half == 0.0
        back = radius * abs(half)
        along, aside, angle = turned - back, 0.0, 0.0
        if not straight:
            side = 1.0 if half > 0.0 else -1.0
            angle = side * turned / radius
            along, aside = radius * np.sin(turned / radius) - back, side * radius * (1.0 - np.cos(angle))
            found[k, 3] = side * radius
        else:
            found[k, 3] = np.inf
        found[k, 0] = xs[i] + along * ux - aside * uy
        found[k, 1] = ys[i] + along * uy + aside * ux
        found[k, 2] = np.arctan2(uy, ux) + angle
    return found
