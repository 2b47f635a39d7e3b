"""Scores of the normal distribution, by table where that is exact enough and by scipy in the tails."""

from __future__ import annotations

from functools import cache

import numpy as np

from egiz.figures.unit import Array

EDGE = 2.0**-53
"""How near to 0 and 1 a score may be asked: about 8.2 standard deviations."""

TAIL = 2.0**-6
"""Probabilities nearer to 0 or 1 than this are worked out one by one."""

CELLS = 8192
"""Cells of the table from 0 to 1; the tails have cells, too, that nobody reads."""


def scores(u: Array) -> Array:
    """Standard deviations from the mean that are not exceeded with a probability.

    Parameters
    ----------
    u
        Probabilities from 0 to 1, any shape; taken no nearer to 0 and 1 than `EDGE`.

    Returns
    -------
    Array
        Shape of `u`, finite; off by less than 3e-6 standard deviations just outside the tails and by less
        elsewhere (held in tests/figures/test_bell.py).
    """
    position = u * CELLS
    cell = np.minimum(position.astype(np.intp), CELLS - 1)
    position -= cell
    values, slopes = _table()
    found: Array = slopes.take(cell)
    found *= position
    found += values.take(cell)
    tails = np.abs(u - 0.5) > 0.5 - TAIL
    if tails.any():
        found[tails] = _exact(u[tails])
    return found


@cache
def _table() -> tuple[Array, Array]:
    knots = _exact(np.linspace(0.0, 1.0, CELLS + 1))
    return knots[:-1], np.diff(knots)


def _exact(u: Array) -> Array:
    from scipy import special  # costs 0.3 s of start, which a command that draws nothing need not pay

    found: Array = special.ndtri(np.clip(u, EDGE, 1.0 - EDGE))
    return found
