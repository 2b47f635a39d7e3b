"""Likely ground where a raster does not show it: seeded fractal noise along a line."""

from __future__ import annotations

import numpy as np
from scipy.special import ndtri

from egiz.engines.alignment.record import Array, Field
from egiz.figures.draw import strata

P90 = 0.9
CORNERS = 4.0
"""The noise repeats itself after so many corner waves, or at the end of the line if that is farther."""


def noise(chainage: Array, field: Field, key: str, seed: int) -> Array:
    """Fractal ground of deviation 1 along a line.

    Parameters
    ----------
    chainage
        Even places along the line [m], two or more: (places,).
    field
        Holds Hurst exponent and corner wave.
    key
        Name of the sample; each has its own noise.
    seed
        Seed of the study.

    Returns
    -------
    Array
        Height around 0, of mean square 1 over many samples: (places,).

    Notes
    -----
    Waves of random phase with the spectrum that `Field.corner` tells, down to twice the distance of places: a
    structure function that grows with distance to the power of 2 H well below the corner.
    """
    step = float(chainage[1] - chainage[0])
    length = max(len(chainage) * step, CORNERS * field.corner)
    count = 2 * int(np.ceil(length / step / 2.0))
    frequency = np.fft.rfftfreq(count, step)[1:]
    power = (frequency**2 + field.corner**-2.0) ** (-field.hurst - 0.5)
    phase = strata(f"ground-{key}", len(frequency), seed)
    wave = np.sqrt(power / power.sum()) * np.exp(2j * np.pi * phase)
    height = np.fft.irfft(np.append(0.0, wave), count) * count / np.sqrt(2.0)
    return np.asarray(height[: len(chainage)])


def how_rough(field: Field, share: float) -> float:
    """Quantile of the true deviation of the ground over the one that a raster tells [1].

    Parameters
    ----------
    field
        Holds P10 and P90.
    share
        Which quantile, between 0 and 1.

    Returns
    -------
    float
        Lognormal between the two.
    """
    low, high = np.log(field.doubt)
    return float(np.exp((low + high) / 2.0 + (high - low) / 2.0 * ndtri(share) / ndtri(P90)))
