"""What a train, a track and a drive must keep to."""

from __future__ import annotations

import numpy as np

from egiz.engines.train.record import GRAVITY, Array, Drive, Track, Train, Unbraked
from egiz.errors import EngineError


def check_train(train: Train) -> None:
    """Raise an `EngineError` for the first thing in a train that cannot be."""
    motor, davis = train.motor, train.davis
    above = (train.mass, train.length, train.deceleration, train.top_speed, train.acceleration, motor.power)
    if not all(number > 0.0 for number in above):
        raise EngineError("a train", "has a number that must be above zero and is not", "give it one")
    least = min(davis.constant, davis.linear, davis.square, motor.auxiliary, train.seats)
    if not least >= 0.0:
        raise EngineError("a train", "has a number below zero", "give zero or more")
    if not (train.inertia >= 1.0 and 0.0 < motor.efficiency <= 1.0 and 0.0 <= motor.regeneration <= 1.0):
        raise EngineError("a train", "has a factor that cannot be", "give shares from 0 to 1, inertia from 1")
    if motor.speeds.shape != motor.forces.shape or motor.speeds.size == 0:
        raise EngineError("an effort curve", "has no force for each speed", "give one of each, at least one")
    if motor.speeds[0] != 0.0 or (np.diff(motor.speeds) <= 0.0).any() or not (motor.forces > 0.0).all():
        raise EngineError("an effort curve", "does not rise from speed zero", "sort it; forces above zero")


def check_track(track: Track) -> None:
    """Raise an `EngineError` for the first thing in a track that cannot be."""
    rows = track.chainage.size
    shapes = {track.height.size, track.limit.size, track.radius.size or rows, track.drag.size or rows}
    if shapes != {rows} or rows < 2:  # noqa: PLR2004 - a line has two ends
        raise EngineError("a track", "has columns of unlike lengths or one row", "give each at least two")
    arrays = (track.chainage, track.height, track.limit, track.drag)
    if not all(np.isfinite(values).all() for values in arrays):
        raise EngineError("a track", "has a number that is none", "give every height and limit")
    if (np.diff(track.chainage) <= 0.0).any():
        raise EngineError("chainage", "does not rise", "sort the rows and drop doubles")
    if not (track.limit > 0.0).all() or not (np.abs(track.radius) > 0.0).all() or track.curve < 0.0:
        raise EngineError("a track", "has a limit or radius of zero or less", "give one above zero")
    if track.drag.size and track.drag.min() < 0.0:
        raise EngineError("drag of a tunnel", "is below zero", "give zero or more")


def check_drive(drive: Drive, track: Track) -> None:
    """Raise an `EngineError` for the first thing in a drive that cannot be."""
    stops = np.asarray(drive.stops, dtype=float)
    if stops.size < 2 or not (np.diff(stops) > 0.0).all():  # noqa: PLR2004 - two ends
        raise EngineError("stops", "are fewer than two or do not rise", "give both ends and all between")
    if stops[0] < track.chainage[0] or stops[-1] > track.chainage[-1]:
        raise EngineError("stops", "lie off the track", "give stops between its ends")
    if not (drive.dwell >= 0.0 and drive.margin >= 0.0 and drive.step > 0.0):
        raise EngineError("a drive", "has a number below zero", "give zero or more, and a step above")


def check_fall(train: Train, node: Array, fall: Array) -> None:
    """Raise `Unbraked` where a line falls more than the brakes can hold.

    Parameters
    ----------
    train
        The train.
    node
        Chainage of the ends of the steps [m]: (steps + 1,).
    fall
        Mean grade under the train [1]: (steps,).
    """
    held = train.deceleration * train.inertia + GRAVITY * fall > 0.0
    if not held.all():
        raise Unbraked(float(node[int(np.argmin(held))]))
