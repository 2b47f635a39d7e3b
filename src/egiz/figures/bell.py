"""Scores of the normal distribution."""

from __future__ import annotations

import numpy as np

from egiz.figures.unit import Array

EDGE = 2.0**-53
"""How near to 0 and 1 a score may be asked: about 8.2 standard deviations."""


def scores(u: Array) -> Array:
    """Standard deviations from the mean that are not exceeded with a probability.

    Parameters
    ----------
    u
        Probabilities from 0 to 1, any shape; taken no nearer to 0 and 1 than `EDGE`.

    Returns
    -------
    Array
        Shape of `u`, finite.
    """
    from scipy import special  # costs 0.3 s of start, which a command that draws nothing need not pay

    found: Array = special.ndtri(np.clip(u, EDGE, 1.0 - EDGE))
    return found
