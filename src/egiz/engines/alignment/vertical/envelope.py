"""The highest and lowest lines that a grade limit lets follow the ground."""

from __future__ import annotations

import numpy as np

from egiz.engines.alignment.record import Array


def envelopes(height: Array, rise: float) -> tuple[Array, Array]:
    """Lowest line above, and highest line below, some heights in which neighbours differ by `rise` at most.

    Parameters
    ----------
    height
        Heights at even steps [m]: (places,).
    rise
        Largest difference from place to place [m].

    Returns
    -------
    tuple of Array
        Line below and line above [m], both (places,). A line under the grade limit that leaves the room
        between them would be cheaper if it did not, whatever earth costs.
    """
    ramp = np.arange(len(height)) * rise
    above = np.maximum(
        np.maximum.accumulate(height + ramp) - ramp,
        np.maximum.accumulate((height - ramp)[::-1])[::-1] + ramp,
    )
    below = np.minimum(
        np.minimum.accumulate(height - ramp) + ramp,
        np.minimum.accumulate((height + ramp)[::-1])[::-1] - ramp,
    )
    return below, above
