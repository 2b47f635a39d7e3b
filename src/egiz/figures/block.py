"""Memory for the arrays of a run, taken in one piece.

Hundreds of arrays of 80 kB that all stay alive cost more in fresh memory pages than in arithmetic: 46 against
2 microseconds an array (bench/figures.py). A formula's result is therefore copied into one large block; the
memory it was worked out in is warm and serves the next formula.
"""

from __future__ import annotations

import numpy as np

from egiz.figures.unit import Array

LARGE = 2**19
"""Numbers from which on an array is left where it is: numpy asks for large pages itself."""


class Block:
    """Hands out rows of one piece of memory; what does not fit stays where it was."""

    def __init__(self, numbers: int) -> None:
        self._room = np.empty(numbers)
        self._used = 0

    def kept(self, value: Array) -> Array:
        """Return the array, read-only, moved into the block where that pays."""
        size = value.size
        end = self._used + size
        if value.base is None and size < LARGE and end <= self._room.size and value.flags.c_contiguous:
            place = self._room[self._used : end]
            place = place if value.ndim == 1 else place.reshape(value.shape)
            place[...] = value
            self._used, value = end, place
        value.flags.writeable = False
        return value
