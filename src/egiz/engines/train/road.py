"""Cuts a line into the steps of a simulation, each as a train of some length meets it."""

from __future__ import annotations

import math

import numpy as np

from egiz.engines.train.kernel import Road, least_under, mean_under
from egiz.engines.train.record import Array, Drive, Mask, Track, Train

FEWEST = 20
"""Steps of a leg, however short it is."""


def road(track: Track, train: Train, drive: Drive) -> Road:
    """Cut a line into steps.

    Parameters
    ----------
    track
        The line.
    train
        Its length and top speed count.
    drive
        Where it stops, and how long a step may be.

    Notes
    -----
    Grade, curves and tunnels are means over the train, whose mass is taken to be spread evenly: exact, as
    differences of integrals at its two ends. Ahead of the first row the line is level, straight and open.
    """
    node, stand = _nodes(drive)
    fall = mean_under(track.chainage, track.height, node, train.length)
    curve = _spread(track, _bend(track), node, train.length)
    drag = _spread(track, track.drag, node, train.length)
    limit = least_under(track.chainage, track.limit, node, train.length, train.top_speed)
    return Road(node, stand, fall + track.curve * curve, fall, drag, limit)


def _nodes(drive: Drive) -> tuple[Array, Mask]:
    """Ends of the steps and whether the train stands there: every stop is one of them."""
    parts, stand = [], []
    for start, end in zip(drive.stops, drive.stops[1:], strict=False):
        count = max(FEWEST, math.ceil((end - start) / drive.step))
        parts.append(np.linspace(start, end, count + 1)[:-1])
        stand.append(np.arange(count) == 0)
    return np.append(np.concatenate(parts), drive.stops[-1]), np.append(np.concatenate(stand), True)


def _bend(track: Track) -> Array:
    """Bend of each row [1/m]."""
    if track.radius.size == 0:
        return track.radius
    bend: Array = 1.0 / np.abs(track.radius)
    return bend


def _spread(track: Track, values: Array, node: Array, length: float) -> Array:
    """Mean over the train of what holds from row to row, in the middle of each step; zero of no values."""
    if not values.any():
        return np.zeros(node.size - 1)
    whole = np.concatenate(([0.0], np.cumsum(values[:-1] * np.diff(track.chainage))))
    return mean_under(track.chainage, whole, node, length)
