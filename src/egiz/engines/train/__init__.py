"""How long a train takes along a line, and what that takes from the wire.

A `Train` and a `Track` with a `Drive` make a `Run` (`run`). The method is a sweep in space, backward for
braking and forward for traction, with the grade, curves, tunnels and limits that the whole length of the
train meets; what it leaves out stands in docs/rail.md.
"""

from egiz.engines.train.record import Davis, Drive, Legs, Motor, Run, Stalled, Track, Train, Unbraked
from egiz.engines.train.simulation import rolling_end, run, steady_speed

__all__ = [
    "Davis",
    "Drive",
    "Legs",
    "Motor",
    "Run",
    "Stalled",
    "Track",
    "Train",
    "Unbraked",
    "rolling_end",
    "run",
    "steady_speed",
]
