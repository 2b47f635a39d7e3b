"""How hours weigh: each further hour of a trip less than the one before it (docs/backcast/choice.md)."""

from __future__ import annotations

import numpy as np

from egiz.figures.unit import Array


def felt(hours: Array, reference: Array, damping: Array) -> Array:
    """Hours as they weigh: as many as there are at the reference, and a further one counts one there.

    Parameters
    ----------
    hours
        From door to door [h], zero or more.
    reference
        Where weights of time and money are told [h].
    damping
        How soon hours begin to weigh less [h]: near zero, each doubling weighs alike; without end, each hour.
    """
    scale = reference + damping
    found: Array = reference + scale * np.log((damping + hours) / scale)
    return found
