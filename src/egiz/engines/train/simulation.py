"""Runs a train along a track: as fast as it can, then with its recovery time."""

from __future__ import annotations

import numpy as np

from egiz.engines.train.check import check_drive, check_fall, check_track, check_train
from egiz.engines.train.kernel import Body, Road, fastest, rolled, taken
from egiz.engines.train.record import Array, Davis, Drive, Legs, Run, Stalled, Track, Train
from egiz.engines.train.road import road

SLOWEST = 0.4
"""A train that spends its recovery time runs at this part of its top speed at least."""
HALVINGS = 11
"""Steps of the search for the speed that spends it."""


def run(train: Train, track: Track, drive: Drive) -> Run:
    """Run a train along a track.

    Parameters
    ----------
    train
        The train.
    track
        The line.
    drive
        Where it stops, and how it is driven.

    Returns
    -------
    Run
        Speeds along the line; times and energy from stop to stop.

    Raises
    ------
    EngineError
        Something in them cannot be.
    Unbraked
        The line falls more steeply than the brakes can hold.
    Stalled
        The train cannot climb a hill.

    Notes
    -----
    Sweeps in space: backward for braking, forward for traction (second order in the step). The recovery time
    is added once, in all legs, as a part of the least time. Without coasting it is left for the train to
    wait it out, at no energy but the auxiliaries'; with coasting, the train holds a lower speed and rolls out
    ahead of stops until it has spent it: the best such pair of speeds on level track, after the theory of
    energy-efficient train control. The last leg has no standing time behind it; every other has.
    """
    check_train(train)
    check_track(track)
    check_drive(drive, track)
    way = road(track, train, drive)
    check_fall(train, way.node, way.fall)
    body = _body(train)
    fast = _speeds(train, body, way, train.top_speed, 0.0)
    least = _taken(train, body, way, fast)
    whole = float(least[0].sum()) * (1.0 + drive.margin)
    u = _spending(train, body, way, whole) if drive.coasting else fast
    found = _taken(train, body, way, u)
    spare = (whole - found[0].sum()) * least[0] / least[0].sum()
    stops = len(drive.stops) - 2
    standing = np.append(np.full(stops, drive.dwell), 0.0)
    drawn = found[1] + (spare + standing) * train.motor.auxiliary
    legs = Legs(found[0] + spare, least[0], drawn, found[2], found[3], found[4])
    return Run(way.node, np.sqrt(u), legs, drive.dwell * stops)


def steady_speed(train: Train, grade: float = 0.0) -> float:
    """Speed that a train can hold on an even grade for ever [m/s]: no more than its top speed.

    Parameters
    ----------
    train
        The train.
    grade
        Rise over run [1].
    """
    check_train(train)
    even = Track(np.array([0.0, 1e6]), np.array([0.0, 1e6 * grade]), np.full(2, train.top_speed))
    found = run(train, even, Drive((0.0, 1e6), 0.0, 0.0, step=500.0))
    return float(found.speed.max())


def _body(train: Train) -> Body:
    return Body(
        train.mass,
        train.mass * train.inertia,
        train.davis.constant,
        train.davis.linear,
        train.davis.square,
        train.motor.power,
        train.acceleration,
        train.deceleration,
    )


def _speeds(train: Train, body: Body, way: Road, cap: float, slow: float) -> Array:
    """Squares of speeds: as fast as can be below a cap, rolling out to a lower speed ahead of stops."""
    speeds, forces = train.motor.speeds, train.motor.forces
    free = np.full(way.node.size, np.inf)
    u, stalled = fastest(body, speeds, forces, way, cap, free)
    if stalled >= 0:
        raise Stalled(float(way.node[stalled]))
    if slow <= 0.0:
        return u
    u, stalled = fastest(body, speeds, forces, way, cap, rolled(body, way, u, slow))
    return u


def _taken(train: Train, body: Body, way: Road, u: Array) -> Array:
    motor = train.motor
    wire = (motor.efficiency, motor.regeneration, motor.auxiliary)
    return taken(body, motor.speeds, motor.forces, way, u, wire)


def _spending(train: Train, body: Body, way: Road, time: float) -> Array:
    """Squares of speeds that spend a time on the way: the lower the held speed, the longer it takes."""
    low, high = SLOWEST * train.top_speed, train.top_speed
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        u = _speeds(train, body, way, middle, rolling_end(train.davis, middle))
        low, high = (middle, high) if _taken(train, body, way, u)[0].sum() > time else (low, middle)
    return _speeds(train, body, way, high, rolling_end(train.davis, high))


def rolling_end(davis: Davis, held: float) -> float:
    """Speed at which a train should stop rolling and brake, having held another [m/s].

    Parameters
    ----------
    davis
        What opposes the train.
    held
        Speed it held before [m/s].

    Notes
    -----
    On level track, without regeneration, least energy in a given time: v2 r'(v) / (r(v) + v r'(v)) at the
    held speed (Howlett and Pudney, Energy-Efficient Train Control, 1995; from memory).
    """
    slope = davis.linear + 2.0 * davis.square * held
    force = davis.constant + held * (davis.linear + davis.square * held)
    return held * held * slope / (force + held * slope)
