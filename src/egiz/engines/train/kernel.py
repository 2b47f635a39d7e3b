"""Compiled loops of the run: what the line asks of a train at each step, how fast it can go, what that takes.

Speeds are kept as squares, ``u = v2``: over a step of even force u changes evenly, so such a step is exact.

No fast-math: sums are taken in an order that never changes.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

import numpy as np

from egiz.engines.loop import compiled
from egiz.engines.train.record import GRAVITY, Array, Mask

NEAR = 1e-6
"""Two places are one if they lie no farther apart [m]: rounding never decides which limit holds."""


class Body(NamedTuple):
    """A train as the loops take it."""

    mass: float
    inert: float
    """Mass with what turns in it [kg]."""
    constant: float
    linear: float
    square: float
    power: float
    acceleration: float
    deceleration: float


class Road(NamedTuple):
    """A line in steps; each array is (steps,), as the train lies there on average."""

    node: Array
    """Chainage of the ends of the steps [m]: (steps + 1,)."""
    stand: Mask
    """Whether the train stands at a node: (steps + 1,)."""
    grade: Array
    """Mean grade under the train with curves counted as grade [1]."""
    fall: Array
    """Mean grade under the train [1]."""
    drag: Array
    """What tunnels add to the square term [kg/m]."""
    limit: Array
    """Least speed limit under the train [m/s]."""


@compiled
def least_under(chainage: Array, limit: Array, node: Array, length: float, top: float) -> Array:
    """Least limit that holds anywhere under a train while its front runs through each step."""
    steps = node.shape[0] - 1
    found = np.empty(steps)
    tail = head = 0
    last = chainage.shape[0] - 1
    for i in range(steps):
        while tail < last and chainage[tail + 1] <= node[i] - length + NEAR:
            tail += 1
        while head < last and chainage[head + 1] < node[i + 1] - NEAR:
            head += 1
        least = top
        for j in range(tail, head + 1):
            least = min(least, limit[j])
        found[i] = least
    return found


@compiled
def mean_under(chainage: Array, whole: Array, node: Array, length: float) -> Array:
    """Mean slope of a curve between the ends of a train, averaged over both ends of each step."""
    steps = node.shape[0] - 1
    found = np.empty(steps)
    tail = head = 0
    last = chainage.shape[0] - 2
    before = 0.0
    for i in range(steps + 1):
        front, back = node[i], max(node[i] - length, chainage[0])
        while head < last and chainage[head + 1] < front:
            head += 1
        while tail < last and chainage[tail + 1] < back:
            tail += 1
        ahead = (whole[head + 1] - whole[head]) / (chainage[head + 1] - chainage[head])
        behind = (whole[tail + 1] - whole[tail]) / (chainage[tail + 1] - chainage[tail])
        rise = whole[head] + ahead * (front - chainage[head]) - whole[tail] - behind * (back - chainage[tail])
        slope = rise / length
        if i > 0:
            found[i - 1] = (before + slope) / 2.0
        before = slope
    return found


@compiled
def effort(v: float, speeds: Array, forces: Array, power: float) -> float:
    """Greatest force at the wheels."""
    last = speeds.shape[0] - 1
    force = forces[last]
    for j in range(last):
        if v < speeds[j + 1]:
            part = (v - speeds[j]) / (speeds[j + 1] - speeds[j])
            force = forces[j] + part * (forces[j + 1] - forces[j])
            break
    return float(min(force, power / v)) if v > 0.0 else float(force)


@compiled
def opposed(v: float, body: Body, grade: float, drag: float) -> float:
    """What opposes a train: by itself, by the grade, by the tunnel."""
    own = body.constant + v * (body.linear + v * (body.square + drag))
    return float(own + body.mass * GRAVITY * grade)


@compiled
def gained(v: float, body: Body, speeds: Array, forces: Array, grade: float, drag: float) -> float:
    """Greatest change of a train's speed [m/s2]; below zero where the hill is too steep."""
    free = (effort(v, speeds, forces, body.power) - opposed(v, body, grade, drag)) / body.inert
    return float(min(free, body.acceleration))


@compiled
def fastest(
    body: Body, speeds: Array, forces: Array, road: Road, cap: float, low: Array
) -> tuple[Array, int]:
    """Square of the greatest speed at each node; the node where the train stalls, or -1.

    ``low`` bounds the squares from above at each node: what rolling out leaves of the speed.
    """
    steps = road.limit.shape[0]
    u = np.empty(steps + 1)
    u[steps] = 0.0
    for i in range(steps - 1, -1, -1):
        step = road.node[i + 1] - road.node[i]
        slowing = body.deceleration + min(0.0, GRAVITY * road.fall[i] * body.mass / body.inert)
        top = min(road.limit[i], cap)
        if i > 0:
            top = min(top, road.limit[i - 1])
        u[i] = 0.0 if road.stand[i] else min(top * top, low[i], u[i + 1] + 2.0 * step * slowing)
    for i in range(steps):
        step = road.node[i + 1] - road.node[i]
        first = gained(sqrt(u[i]), body, speeds, forces, road.grade[i], road.drag[i])
        if u[i + 1] <= u[i] and u[i] + 2.0 * step * first >= u[i + 1]:
            continue
        guess = max(u[i] + 2.0 * step * first, 0.0)
        second = gained(sqrt(guess), body, speeds, forces, road.grade[i], road.drag[i])
        reached = u[i] + step * (first + second)
        if reached <= 0.0 < u[i + 1]:
            return u, i
        u[i + 1] = min(u[i + 1], reached)
    return u, -1


@compiled
def rolled(body: Body, road: Road, u: Array, slow: float) -> Array:
    """Bound the squares of speeds by rolling out to ``slow`` ahead of every stop."""
    steps = road.limit.shape[0]
    low = np.full(steps + 1, np.inf)
    rolling = False
    reached = 0.0
    for i in range(steps - 1, -1, -1):
        if road.stand[i + 1]:
            rolling, reached = True, 0.0
        if not rolling:
            continue
        if reached == 0.0:
            if u[i] >= slow * slow:
                reached = slow * slow
                low[i] = reached
            continue
        step = road.node[i + 1] - road.node[i]
        v = sqrt(reached)
        force = opposed(v, body, road.grade[i], road.drag[i])
        middle = sqrt(max(reached + step * force / body.inert, 0.0))
        reached += 2.0 * step * opposed(middle, body, road.grade[i], road.drag[i]) / body.inert
        rolling = 0.0 < reached < u[i] and not road.stand[i]
        if rolling:
            low[i] = reached
    return low


@compiled
def taken(
    body: Body, speeds: Array, forces: Array, road: Road, u: Array, wire: tuple[float, float, float]
) -> Array:
    """Time, drawn, returned, traction, braking from stop to stop: (5, legs).

    ``wire`` holds efficiency, regeneration and auxiliary power.
    """
    efficiency, regeneration, auxiliary = wire
    steps = road.limit.shape[0]
    legs = 0
    for i in range(steps):
        if road.stand[i]:
            legs += 1
    found = np.zeros((5, legs))
    leg = -1
    for i in range(steps):
        if road.stand[i]:
            leg += 1
        step = road.node[i + 1] - road.node[i]
        v0, v1 = sqrt(u[i]), sqrt(u[i + 1])
        mean = (v0 + v1) / 2.0
        time = step / mean
        square = (v0 * v0 + v0 * v1 + v1 * v1) / 3.0
        own = body.constant + body.linear * mean + (body.square + road.drag[i]) * square
        force = own + body.mass * GRAVITY * road.grade[i] + body.inert * (u[i + 1] - u[i]) / (2.0 * step)
        found[0, leg] += time
        wanted = auxiliary * time
        if force > 0.0:
            found[3, leg] += force * step
            wanted += force * step / efficiency
        else:
            found[4, leg] -= force * step
            wanted -= regeneration * min(-force, effort(mean, speeds, forces, body.power)) * step
        if wanted > 0.0:
            found[1, leg] += wanted
        else:
            found[2, leg] -= wanted
    return found
