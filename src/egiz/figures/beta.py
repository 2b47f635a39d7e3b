"""Inverse of the incomplete beta function by table: what makes PERT cheap.

``scipy.special.betaincinv`` costs as much on 10,000 draws as a whole model of 300 quantities. Here each pair
of exponents gets one table, read by linear interpolation with a worked-out position, so nothing is searched.

The table is even in ``v = min(u, 1 - u) ** (1/4)``: near the ends the inverse goes as ``u ** (1/a)`` with
``a`` between 1 and 5, which is nearly straight in ``v``, so the far tails are as good as the middle. The
knots come from the *forward* function, which is cheap: it is worked out at a few points even in ``log x`` and
turned round by cubic Hermite pieces with exact slopes, for ``log x`` is almost straight in ``log u``.

The position in the table is worked out in single precision, which is twice as fast and off by 3e-5 of a cell.
"""

from __future__ import annotations

import numpy as np

from egiz.figures.unit import Array

CELLS = 512
"""Cells of the table on each side of the median."""

EDGE = 0.5**0.25
"""Where the median lies in the coordinate of the table."""

FORWARD_POINTS = 65
"""Points at which the forward function is worked out on each side."""


def inverse_table(a: float, b: float, low: float = 0.0, high: float = 1.0) -> Array:
    """Table of the inverse of the incomplete beta function, stretched over a range.

    Parameters
    ----------
    a
        First exponent, from 1 on.
    b
        Second exponent, from 1 on.
    low
        Value at 0.
    high
        Value at 1.

    Returns
    -------
    Array
        Shape (2, 2 * CELLS + 1): knots that never fall, even in the fourth root of the distance to the nearer
        end, from 0 over the median to 1; and the rise from each knot to the next, rounded down so that no
        value goes beyond the next knot.
    """
    inverse = np.concatenate([_lower_knots(a, b), 1.0 - _lower_knots(b, a)[-2::-1]])
    knots = np.maximum.accumulate(np.clip(low + (high - low) * inverse, low, high))
    knots[-1] = high
    rise = np.append(np.diff(knots), 0.0)
    return np.stack([knots, np.nextafter(rise, 0.0)])


def read_inverse(table: Array, u: Array) -> Array:
    """Look the inverse up.

    Parameters
    ----------
    table
        What `inverse_table` gave.
    u
        Probabilities between 0 and 1, any shape.

    Returns
    -------
    Array
        Values of the range, shape of `u`. Off by less than 3e-5 of the range for u between 1e-9 and
        1 - 1e-9, and by less than 5e-4 beyond (held in tests/figures/test_beta.py).
    """
    nearer = np.minimum(u, 1.0 - u).astype(np.float32)
    position = np.sqrt(np.sqrt(nearer))
    position *= np.float32(-CELLS / EDGE)
    position += np.float32(CELLS)
    position = np.copysign(position, (u - 0.5).astype(np.float32))
    position += np.float32(CELLS)
    cell = np.floor(position)
    position -= cell
    index = cell.astype(np.intp)
    values = position.astype(np.float64)
    values *= table[1].take(index)
    values += table[0].take(index)
    return values


def _lower_knots(a: float, b: float) -> Array:
    """Inverse at even steps of the fourth root of u, from 0 to the median."""
    from scipy import special  # costs 0.3 s of start, which a command that draws nothing need not pay

    wanted = 4.0 * np.log(np.linspace(0.0, EDGE, CELLS + 1)[1:])
    median = float(special.betaincinv(a, b, 0.5))
    # The density is at most x^(a-1) / B(a, b), so this start lies at or below the first knot.
    start = (wanted[0] + np.log(a) + special.betaln(a, b)) / a
    log_x = np.linspace(start, np.log(median), FORWARD_POINTS)
    x = np.exp(log_x)
    u = special.betainc(a, b, x)
    log_density = (a - 1.0) * log_x + (b - 1.0) * np.log1p(-x) - special.betaln(a, b)
    slope = u / (x * np.exp(log_density))
    knots = np.exp(_hermite(np.log(u), log_x, slope, wanted))
    knots[-1] = median
    return np.concatenate([[0.0], knots])


def _hermite(x: Array, y: Array, slope: Array, wanted: Array) -> Array:
    """Cubic Hermite pieces through (x, y) with the slopes given, read at `wanted`."""
    piece = np.clip(np.searchsorted(x, wanted) - 1, 0, len(x) - 2)
    width = x[piece + 1] - x[piece]
    t = (wanted - x[piece]) / width
    rise = (y[piece + 1] - y[piece]) / width
    first, second = slope[piece], slope[piece + 1]
    bend = t * (1.0 - t) * ((1.0 - t) * (first - rise) - t * (second - rise))
    return y[piece] + width * (t * rise + bend)
