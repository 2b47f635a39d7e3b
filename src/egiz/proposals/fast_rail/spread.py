"""From designs and pairs of cities to alternatives: each extent with each design, and doing nothing."""

from __future__ import annotations

import numpy as np

from egiz.figures.unit import Array


def over_alternatives(rides: Array, serves: Array) -> Array:
    """Add up what belongs to the pairs of cities that each alternative serves.

    Parameters
    ----------
    rides
        Shape (designs, legs, draws).
    serves
        One where an extent serves a leg, else zero; shape (extents, legs, 1 or draws).

    Returns
    -------
    Array
        Shape (extents x designs + 1, draws): designs run first, the last row is zero: nothing is built.
    """
    found = np.einsum("el,dlk->edk", serves[..., 0], rides)
    built = found.reshape(-1, found.shape[-1])
    return np.concatenate((built, np.zeros((1, found.shape[-1]))))
