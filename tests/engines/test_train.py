"""Runs of trains: closed forms, a twin that steps in time, what must hold for any line."""

from __future__ import annotations

from dataclasses import replace
from math import inf, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq

from egiz.engines.train import (
    Davis,
    Drive,
    Motor,
    Stalled,
    Track,
    Train,
    Unbraked,
    rolling_end,
    run,
    steady_speed,
)
from egiz.errors import EngineError

G = 9.80665
MOTOR = Motor(np.array([0.0]), np.array([260e3]), 9e6, 0.85, 0.7, 4e5)
FAST = Train(460e3, 200.0, 1.04, Davis(3496.0, 125.9, 6.558), MOTOR, 0.5, 300 / 3.6, 500.0)
"""The high-speed train of OSRD."""


def level(length: float, limit: float = 500 / 3.6, step: float = 1000.0) -> Track:
    chainage = np.arange(0.0, length + step, step)
    return Track(chainage, np.zeros(chainage.size), np.full(chainage.size, limit))


def between(*stops: float, **more: float) -> Drive:
    return Drive(
        stops, dwell=more.get("dwell", 0.0), margin=more.get("margin", 0.0), step=more.get("step", 100.0)
    )


def bare(force: float = 200e3, top: float = 50.0) -> Train:
    """A train without resistance and without a bound on its power."""
    motor = Motor(np.array([0.0]), np.array([force]), 1e12, 1.0, 0.0, 0.0)
    return Train(400e3, 200.0, 1.05, Davis(0.0, 0.0, 0.0), motor, 0.4, top, 1.0)


@pytest.mark.parametrize("length", [30e3, 8e3])
def test_even_acceleration_and_braking(length: float) -> None:
    train = bare()
    gain, brake, top = 200e3 / (400e3 * 1.05), 0.4, 50.0
    reach = top**2 / 2 * (1 / gain + 1 / brake)
    assert reach < length
    found = run(train, level(length), between(0.0, length, step=20.0))
    assert found.time == pytest.approx(length / top + top / 2 * (1 / gain + 1 / brake), rel=1e-4)
    assert found.drawn == pytest.approx(400e3 * 1.05 * top**2 / 2, rel=1e-6)
    assert found.returned == 0.0


def test_a_leg_too_short_for_the_top_speed() -> None:
    train, length = bare(top=90.0), 6000.0
    gain, brake = 200e3 / (400e3 * 1.05), 0.4
    peak = sqrt(2 * length / (1 / gain + 1 / brake))
    found = run(train, level(length), between(0.0, length, step=5.0))
    assert found.speed.max() == pytest.approx(peak, rel=2e-3)
    assert found.time == pytest.approx(peak * (1 / gain + 1 / brake), rel=2e-3)


def test_a_bound_on_acceleration() -> None:
    train = replace(bare(), acceleration=0.2)
    found = run(train, level(30e3), between(0.0, 30e3, step=20.0))
    assert found.time == pytest.approx(30e3 / 50 + 25 * (1 / 0.2 + 1 / 0.4), rel=1e-4)


@pytest.mark.parametrize("grade", [0.0, 0.01, 0.025])
def test_steady_speed_is_where_power_and_resistance_meet(grade: float) -> None:
    train = replace(FAST, top_speed=150.0)
    davis = train.davis

    def spare(v: float) -> float:
        force = davis.constant + v * (davis.linear + v * davis.square) + train.mass * G * grade
        return min(260e3, 9e6 / v) - force

    assert steady_speed(train, grade) == pytest.approx(brentq(spare, 1.0, 150.0), rel=1e-5)
    assert steady_speed(FAST, 0.0) == pytest.approx(300 / 3.6)


def test_the_effort_curve_falls_to_its_corner() -> None:
    motor = replace(MOTOR, speeds=np.array([0.0, 30.0]), forces=np.array([300e3, 200e3]))
    train = replace(FAST, motor=motor, davis=Davis(0.0, 0.0, 0.0), inertia=1.0)
    found = run(train, level(20e3), between(0.0, 20e3, step=10.0))
    early = found.speed < 29.0
    u, s = found.speed[early] ** 2 / 2, found.chainage[early]
    rising = s < 2e3
    force = np.diff(u[rising]) / np.diff(s[rising]) * train.mass
    middle = np.sqrt((found.speed[early][rising][:-1] ** 2 + found.speed[early][rising][1:] ** 2) / 2)
    assert force[3:] == pytest.approx(300e3 - middle[3:] / 30.0 * 100e3, rel=0.01)


def rolling(height: float = 0.0) -> Track:
    """A line of 60 km with a hill in its middle and a slow zone."""
    chainage = np.arange(0.0, 60_001.0, 500.0)
    hill = 60.0 * np.exp(-(((chainage - 25e3) / 4e3) ** 2)) + height
    limit = np.where((chainage >= 40e3) & (chainage < 44e3), 160.0, 300.0) / 3.6
    return Track(chainage, hill, limit)


def test_energy_is_conserved() -> None:
    track = replace(
        rolling(), radius=np.full(121, 5000.0), drag=np.where(np.arange(121) // 20 == 2, 5.0, 0.0)
    )
    track = replace(track, curve=0.65, height=track.height + 0.002 * track.chainage)
    found = run(FAST, track, between(0.0, 30e3, 60e3))
    davis, v = FAST.davis, found.speed
    inside = np.interp(
        found.chainage, track.chainage, np.concatenate(([0.0], np.cumsum(track.drag[:-1] * 500.0)))
    )
    tail = np.maximum(found.chainage - 200.0, 0.0)
    behind = np.interp(tail, track.chainage, np.concatenate(([0.0], np.cumsum(track.drag[:-1] * 500.0))))
    force = davis.constant + v * (davis.linear + v * (davis.square + (inside - behind) / 200.0))
    rolled = float(np.trapezoid(force, found.chainage))
    climb = np.interp([0.0, 60e3], found.chainage, np.interp(found.chainage, track.chainage, track.height))
    lifted = FAST.mass * G * (climb[1] - climb[0] - 0.1 * 0.002 * 1000.0)
    curved = FAST.mass * G * 0.65 / 5000.0 * (60e3 - 100.0)
    work = float(found.legs.traction.sum() - found.legs.braking.sum())
    assert work == pytest.approx(rolled + lifted + curved, rel=2e-3)


def test_the_wire_gives_what_wheels_and_comfort_take() -> None:
    plain = replace(FAST, motor=replace(MOTOR, regeneration=0.0))
    found = run(plain, rolling(), between(0.0, 60e3))
    taken = found.legs.traction.sum() / 0.85 + 4e5 * found.time
    assert found.drawn == pytest.approx(taken)
    assert found.returned == 0.0
    back = run(FAST, rolling(), between(0.0, 60e3))
    assert 0.0 < back.returned < 0.7 * back.legs.braking.sum()
    assert back.net == pytest.approx(found.drawn - 0.7 * electric(back), rel=2e-3)


def electric(found: object) -> float:
    """Work that the electric brake does, as strong as the motors are: from the speeds alone."""
    v, s = found.speed, found.chainage  # type: ignore[attr-defined]
    mean = (v[1:] + v[:-1]) / 2
    davis = FAST.davis
    own = davis.constant + mean * (davis.linear + mean * davis.square)
    track = rolling()
    fall = np.diff(np.interp(s, track.chainage, track.height) - 0.0) / np.diff(s)
    force = own + FAST.mass * G * fall + FAST.mass * FAST.inertia * np.diff(v**2) / 2 / np.diff(s)
    return float((np.minimum(np.maximum(-force, 0.0), np.minimum(260e3, 9e6 / mean)) * np.diff(s)).sum())


def stepped(train: Train, track: Track, length: float, tick: float = 0.02) -> tuple[float, float]:
    """A run by steps in time, written anew: time and work of the motors. No falling ground while braking."""
    edges = [(float(at), float(v)) for at, v in zip(track.chainage, track.limit, strict=True)]
    v = s = clock = work = 0.0
    davis = train.davis
    while s < length - 0.05:
        here = [
            limit
            for (at, limit), (after, _) in zip(edges, [*edges[1:], (inf, 0.0)], strict=True)
            if at <= s and after > s - train.length
        ]
        ahead = [sqrt(limit**2 + 2 * train.deceleration * (at - s)) for at, limit in edges if at > s]
        cap = min(
            *here, *(ahead or [inf]), train.top_speed, sqrt(2 * train.deceleration * max(length - s, 0.0))
        )
        tail = max(s - train.length, 0.0)
        grade = (
            np.interp(s, track.chainage, track.height) - np.interp(tail, track.chainage, track.height)
        ) / train.length
        against = davis.constant + v * (davis.linear + v * davis.square) + train.mass * G * float(grade)
        push = min(train.motor.forces[0], train.motor.power / v if v > 0 else inf)
        faster = v + tick * (push - against) / (train.mass * train.inertia)
        if faster > cap:
            faster = max(cap, v - 2.0 * tick)
            push = against + train.mass * train.inertia * (faster - v) / tick
        work += max(push, 0.0) * (v + faster) / 2 * tick
        s += (v + faster) / 2 * tick
        v = max(faster, 0.05)
        clock += tick
    return clock, work


def test_a_twin_that_steps_in_time_agrees() -> None:
    chainage = np.arange(0.0, 40_001.0, 500.0)
    climb = np.interp(chainage, [0.0, 10e3, 18e3, 40e3], [0.0, 0.0, 80.0, 80.0])
    limit = np.where((chainage >= 25e3) & (chainage < 29e3), 140.0, 280.0) / 3.6
    track = Track(chainage, climb, limit)
    time, work = stepped(FAST, track, 40e3)
    found = run(FAST, track, between(0.0, 40e3, step=25.0))
    assert found.time == pytest.approx(time, rel=2e-3)
    assert found.legs.traction.sum() == pytest.approx(work, rel=5e-3)
    coarse = run(FAST, track, between(0.0, 40e3))
    assert coarse.time == pytest.approx(time, rel=5e-3)
    assert coarse.legs.traction.sum() == pytest.approx(work, rel=1e-2)


def test_a_limit_holds_until_the_tail_has_left() -> None:
    track = rolling()
    found = run(replace(FAST, length=400.0), track, between(0.0, 60e3, step=50.0))
    inside = (found.chainage > 40e3) & (found.chainage < 44e3 + 400.0 - 1e-6)
    assert found.speed[inside].max() <= 160 / 3.6 + 1e-9
    assert found.speed[np.searchsorted(found.chainage, 45e3)] > 160 / 3.6
    assert found.time > run(replace(FAST, length=100.0), track, between(0.0, 60e3, step=50.0)).time


def test_braking_takes_longer_downhill() -> None:
    steep = Track(np.array([0.0, 50e3]), np.array([600.0, 0.0]), np.full(2, 100.0))
    down = run(FAST, steep, between(0.0, 50e3, step=10.0))
    even = run(FAST, level(50e3), between(0.0, 50e3, step=10.0))
    for found, slowing in ((down, 0.5 - G * 0.012 / 1.04), (even, 0.5)):
        late = found.chainage > 49e3
        assert found.speed[late] ** 2 == pytest.approx(2 * slowing * (50e3 - found.chainage[late]), abs=1e-6)


def test_recovery_time_is_added_once() -> None:
    free = run(FAST, rolling(), between(0.0, 30e3, 60e3, dwell=120.0))
    held = run(FAST, rolling(), between(0.0, 30e3, 60e3, dwell=120.0, margin=0.06))
    assert held.least == pytest.approx(free.time)
    assert held.time - 120.0 == pytest.approx(1.06 * (free.time - 120.0))
    assert held.legs.time == pytest.approx(1.06 * free.legs.least)
    assert held.drawn == pytest.approx(free.drawn + 0.06 * (free.time - 120.0) * 4e5)


@pytest.mark.parametrize("regeneration", [0.0, 0.7])
def test_coasting_spends_the_recovery_time_and_saves(regeneration: float) -> None:
    train = replace(FAST, motor=replace(MOTOR, regeneration=regeneration))
    drive = between(0.0, 25e3, 60e3, margin=0.07, dwell=60.0)
    waits, rolls = run(train, rolling(), drive), run(train, rolling(), replace(drive, coasting=True))
    assert rolls.time == pytest.approx(waits.time, rel=1e-9)
    assert rolls.net < 0.93 * waits.net
    assert rolls.speed.max() < waits.speed.max()
    assert (rolls.speed <= waits.speed + 1e-9).all()


def test_rolling_out_ends_at_two_thirds_where_drag_is_all() -> None:
    assert rolling_end(Davis(0.0, 0.0, 6.0), 60.0) == pytest.approx(40.0)
    assert rolling_end(Davis(5000.0, 0.0, 0.0), 60.0) == 0.0


def test_a_hill_too_steep() -> None:
    hill = Track(np.array([0.0, 2e3, 12e3]), np.array([0.0, 0.0, 1000.0]), np.full(3, 80.0))
    with pytest.raises(Stalled) as stalled:
        run(FAST, hill, between(0.0, 12e3))
    assert 2e3 < stalled.value.chainage < 12e3
    with pytest.raises(Unbraked) as unbraked:
        run(FAST, replace(hill, height=-hill.height), between(0.0, 12e3))
    assert 1.9e3 < unbraked.value.chainage < 12e3


def test_tunnels_and_curves_cost_energy() -> None:
    plain = level(60e3)
    rows = plain.chainage.size
    inside = (plain.chainage >= 20e3) & (plain.chainage < 30e3)
    bored = replace(plain, drag=np.where(inside, 6.0, 0.0))
    bent = replace(plain, radius=np.where(inside, 2000.0, inf), curve=0.65)
    first, drive = run(FAST, plain, between(0.0, 60e3)), between(0.0, 60e3)
    dearer = (run(FAST, bored, drive).legs.traction - first.legs.traction).sum()
    assert dearer == pytest.approx(6.0 * (300 / 3.6) ** 2 * 10e3, rel=0.02)
    dearer = (run(FAST, bent, drive).legs.traction - first.legs.traction).sum()
    assert dearer == pytest.approx(FAST.mass * G * 0.65 / 2000.0 * 10e3, rel=0.02)
    straight = replace(plain, radius=np.full(rows, inf), drag=np.zeros(rows), curve=0.65)
    assert run(FAST, straight, drive).net == pytest.approx(first.net)


LIMITS = st.lists(st.floats(10.0, 90.0), min_size=20, max_size=20)
HEIGHTS = st.lists(st.floats(-8.0, 8.0), min_size=20, max_size=20)


def drawn(limits: list[float], heights: list[float]) -> Track:
    return Track(np.arange(20) * 1500.0, np.array(heights), np.array(limits))


@settings(max_examples=60, deadline=None)
@given(LIMITS, HEIGHTS, st.integers(0, 19), st.floats(1.0, 30.0))
def test_a_higher_limit_never_makes_it_later(
    limits: list[float], heights: list[float], row: int, more: float
) -> None:
    drive = between(0.0, 12e3, 28.5e3)
    track = drawn(limits, heights)
    first = run(FAST, track, drive)
    track.limit[row] += more
    assert run(FAST, track, drive).time <= first.time + 1e-9


@settings(max_examples=60, deadline=None)
@given(LIMITS, HEIGHTS, st.floats(1.01, 1.5))
def test_what_slows_a_train_never_makes_it_earlier(
    limits: list[float], heights: list[float], factor: float
) -> None:
    drive, track = between(0.0, 28.5e3), drawn(limits, heights)
    first = run(FAST, track, drive).time
    slower = (
        replace(FAST, davis=FAST.davis.times(factor)),
        replace(FAST, length=FAST.length * factor, davis=FAST.davis),
        replace(FAST, deceleration=FAST.deceleration / factor),
        replace(FAST, motor=replace(MOTOR, power=9e6 / factor)),
    )
    level_track = replace(track, height=np.zeros(20))
    first_level = run(FAST, level_track, drive).time
    assert run(slower[0], track, drive).time >= first - 1e-9
    assert run(slower[1], level_track, drive).time >= first_level - 1e-9
    assert run(slower[2], track, drive).time >= first - 1e-9
    assert run(slower[3], track, drive).time >= first - 1e-9


@settings(max_examples=40, deadline=None)
@given(LIMITS, HEIGHTS, st.floats(-5e4, 5e4), st.floats(-500.0, 500.0), st.floats(0.5, 3.0))
def test_where_zero_stands_and_how_much_there_is_of_a_train_do_not_matter(
    limits: list[float], heights: list[float], along: float, up: float, size: float
) -> None:
    track, drive = drawn(limits, heights), between(0.0, 12e3, 28.5e3, margin=0.05)
    first = run(FAST, track, drive)
    moved = replace(track, chainage=track.chainage + along, height=track.height + up)
    again = run(FAST, moved, replace(drive, stops=tuple(stop + along for stop in drive.stops)))
    assert again.time == pytest.approx(first.time, rel=1e-6)
    assert again.net == pytest.approx(first.net, rel=1e-5)
    motor = replace(MOTOR, forces=MOTOR.forces * size, power=9e6 * size, auxiliary=4e5 * size)
    bigger = replace(FAST, mass=FAST.mass * size, davis=FAST.davis.times(size), motor=motor)
    other = run(bigger, track, drive)
    assert other.time == pytest.approx(first.time, rel=1e-9)
    assert other.net == pytest.approx(first.net * size, rel=1e-9)


@pytest.mark.parametrize(
    ("train", "track", "drive"),
    [
        (replace(FAST, mass=0.0), level(9e3), between(0.0, 9e3)),
        (replace(FAST, davis=Davis(-1.0, 0.0, 0.0)), level(9e3), between(0.0, 9e3)),
        (replace(FAST, inertia=0.9), level(9e3), between(0.0, 9e3)),
        (replace(FAST, motor=replace(MOTOR, forces=np.array([1.0, 2.0]))), level(9e3), between(0.0, 9e3)),
        (replace(FAST, motor=replace(MOTOR, speeds=np.array([1.0]))), level(9e3), between(0.0, 9e3)),
        (FAST, replace(level(9e3), height=np.zeros(2)), between(0.0, 9e3)),
        (FAST, replace(level(9e3), limit=np.zeros(10)), between(0.0, 9e3)),
        (FAST, replace(level(9e3), height=np.full(10, np.nan)), between(0.0, 9e3)),
        (FAST, replace(level(9e3), chainage=np.zeros(10)), between(0.0, 9e3)),
        (FAST, replace(level(9e3), drag=np.full(10, -1.0)), between(0.0, 9e3)),
        (FAST, level(9e3), between(0.0, 99e3)),
        (FAST, level(9e3), between(0.0)),
        (FAST, level(9e3), between(5e3, 1e3)),
        (FAST, level(9e3), between(0.0, 9e3, margin=-0.1)),
    ],
)
def test_what_cannot_be_is_refused(train: Train, track: Track, drive: Drive) -> None:
    with pytest.raises(EngineError):
        run(train, track, drive)
