"""What a flight carries when demand varies from day to day, and what it burns over a distance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Array = NDArray[np.float64]


def carried(demand: Array, capacity: Array, variation: Array) -> Array:
    """Mean passengers carried when the demand of each departure varies about its mean.

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
    The spill model of airline planning, with a lognormal demand ``D``, which never dips below zero:
    ``E[min(D, C)] = m N((l - v/2) / s) + C N(-(l + v/2) / s)`` with ``l = ln(C / m)``, ``v = ln(1 + k^2)``,
    ``s = sqrt(v)``, mean ``m``, variation ``k`` and the normal distribution ``N``. It is the mean less the
    price of a call option struck at ``C`` (Black and Scholes 1973 with no interest).
    """
    variance = np.log1p(variation**2)
    spread = np.sqrt(variance)
    room = np.log(capacity) - np.log(np.maximum(demand, np.finfo(np.float64).tiny))
    full = ndtr(-(room + variance / 2.0) / spread)
    mean = demand * ndtr((room - variance / 2.0) / spread) + capacity * full
    result: Array = np.minimum(mean, np.minimum(demand, capacity))
    return result


def along(at: Array, points: Array, values: Array) -> Array:
    """Read tables straight between their points, and straight on beyond their ends.

    Parameters
    ----------
    at
        Where to read, shape (draws,).
    points
        Where the tables were made, rising, shape (points,).
    values
        One table a row, shape (tables, points).

    Returns
    -------
    Array
        Shape (tables, draws).

    Notes
    -----
    The rule of EMEP/EEA and of the Travel Impact Model for fuel over distance; checked against the worked
    example of the latter in ``tests/published/travel_impact_model.csv``.
    """
    left = np.clip(np.searchsorted(points, at, side="right") - 1, 0, len(points) - 2)
    part = (at - points[left]) / (points[left + 1] - points[left])
    result: Array = values[:, left] + part * (values[:, left + 1] - values[:, left])
    return result
