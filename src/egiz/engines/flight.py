"""Passengers that a flight carries when demand varies from day to day."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Array = NDArray[np.float64]


def carried(demand: Array, capacity: Array, variation: Array) -> Array:
    """Mean passengers carried when each departure's demand is normal about its mean.

    Parameters
    ----------
    demand
        Mean demand of a departure [pax], broadcast against the others.
    capacity
        Most that a departure carries [pax].
    variation
        Standard deviation over mean of demand [1], above zero.

    Returns
    -------
    Array
        Expected ``min(demand, capacity)`` [pax]; never above either.

    Notes
    -----
    The spill model of airline planning: with ``z = (C - m) / s`` the mean carried is
    ``m N(z) + C (1 - N(z)) - s n(z)`` for the normal distribution ``N`` and its density ``n``. A normal
    demand dips below zero on wild days; the result is held at zero.
    """
    spread = np.maximum(demand * variation, np.finfo(np.float64).tiny)
    z = (capacity - demand) / spread
    density = np.exp(-0.5 * z**2) / np.sqrt(2.0 * np.pi)
    mean = demand * ndtr(z) + capacity * (1.0 - ndtr(z)) - spread * density
    result: Array = np.clip(mean, 0.0, np.minimum(demand, capacity))
    return result
