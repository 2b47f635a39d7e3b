"""Arrays of the timetable search, bundled as the compiled loops take them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Numbers = NDArray[np.int64]


class Model(NamedTuple):
    """Who would fly with which rotations."""

    rows: Array
    """(rotations, columns)."""
    weights: Array
    """Travellers of each column."""
    bounds: Numbers
    """First column of each purpose and direction: (2 levels + 1,)."""
    curve: Array
    """Height at zero and slope of each piece of ``g``: (2, pieces)."""
    first: int
    """Number of the first piece."""


class Places(NamedTuple):
    """Where the rotations lie in the week."""

    day: Numbers
    slot: Numbers
    starts: Numbers
    """First rotation of each day, and the number of all."""
    at: Numbers
    """Rotation of a day and slot, or minus one."""


class Fleet(NamedTuple):
    """What the types carry, and what that is worth."""

    worth: Array
    """Worth of a passenger of each level: (aims, levels)."""
    capacities: Array
    """Most passengers of a flight, by type."""
    load: Array
    """Part of a flight that is filled, by the demand in full loads."""


class Lists(NamedTuple):
    """The best sets so far, best first: (types, aims, kept)."""

    values: Array
    codes: Numbers
    done: Numbers
    """One where the climb has been here."""


class Room(NamedTuple):
    """Where the loops write what they need for a moment."""

    x: Array
    slopes: Array
    buffer: Array
    """Of every column."""
    bound: Array
    trial: Array
    """Of every level."""
    price: Array
    """What a plane makes of each rotation: (rotations, levels)."""
    levels: Array
    """Demand of each flight: (rotations, directions, levels)."""
