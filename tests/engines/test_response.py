"""The response of a timetable: against the search, against a plain nested logit, and how it behaves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.special import expit

from egiz.engines.choice import nested
from egiz.engines.rotation import Limits, Service, Timetable, WeekDemand, frequencies
from egiz.engines.rotation.response import Mesh, delay, effect, gain, read, share
from egiz.errors import EngineError

Array = NDArray[np.float64]

DAY, WEEK, HOURS = 1440, 10080, 168
PLAIN = Mesh(np.array([1.0, 2.0]), np.array([0.0, 1.0]))
FINE = Mesh(np.geomspace(1 / 6, 6.0, 25), np.linspace(-8.0, 8.0, 41))
JET = Service("jet", 47.0, 90.0, 45.0, 9000.0)
LIMITS = Limits(step=240, duty=600.0, difference=-60.0, flights=(1, 2, 3), effort=0)


def week(seed: int, nest: float = 1.5) -> WeekDemand:
    rng = np.random.default_rng(seed)
    wish = rng.gamma(0.7, size=(2, 3, HOURS))
    return WeekDemand(
        desired=wish / wish.sum() * 400.0,
        utility=rng.normal(0.0, 0.5, (2, 3)),
        outside=rng.normal(0.0, 0.3, (2, 3, HOURS)),
        early=np.array([0.12, 0.03, 0.02]),
        late=np.array([0.2, 0.05, 0.02]),
        reach=np.array([24.0, 60.0, 84.0]),
        nest=nest,
        variation=0.35,
        fare=np.full(3, 80.0),
    )


def bare(seed: int, nest: float = 1.5) -> WeekDemand:
    """The same with no utility of its own: all of it is in the level."""
    found = week(seed, nest)
    return replace(found, utility=np.zeros((2, 3)), outside=np.zeros((2, 3, HOURS)))


def timetable(*out: int) -> Timetable:
    back = tuple(sorted((minute + 135) % WEEK for minute in out))
    return Timetable(tuple(sorted(out)), back, (), 0.0, 0.0, 0.0, 0.0)


THREE = timetable(DAY + 480, 3 * DAY + 540, 6 * DAY + 1020)


@pytest.mark.parametrize(("seed", "nest"), [(1, 1.0), (2, 1.5), (3, 8.0)])
def test_twin_of_the_compiled_search(seed: int, nest: float) -> None:
    demand = week(seed, nest)
    table = frequencies(demand, (JET,), LIMITS)
    people = demand.desired.sum(axis=(0, 2))
    for column, best in enumerate(table.timetables[0].best):
        found = share(demand, best.by_profit[0], PLAIN)
        assert people @ found[:, 0, 0] == pytest.approx(table.willing[0, column], rel=1e-5)


def test_twin_of_the_nested_logit() -> None:
    demand, factor, level = week(4), 2.0, 1.0
    wishes = (np.arange(HOURS) + 0.5) * 60.0
    people, riders = demand.desired.sum(axis=(0, 2)), np.zeros(3)
    for way, times in enumerate((THREE.out, THREE.back)):
        for purpose in range(3):
            late = (np.array(times)[:, np.newaxis] - wishes + WEEK / 2) % WEEK - WEEK / 2
            price = np.where(late >= 0.0, late * demand.late[purpose], -late * demand.early[purpose]) / 60.0
            lost = np.where(np.abs(late) <= 60.0 * demand.reach[purpose], factor * price, np.inf)
            flights = demand.utility[way, purpose] + level - lost
            utility = np.concatenate([demand.outside[way, purpose][np.newaxis], flights]).T
            chance = np.exp(nested(utility, np.array([0, 1, 1, 1]), np.array([1.0, demand.nest])))
            riders[purpose] += demand.desired[way, purpose] @ chance[:, 1:].sum(axis=1)
    assert share(demand, THREE, PLAIN)[:, 1, 1] == pytest.approx(riders / people, rel=1e-9)


def test_gain_is_the_rise_of_the_logsum() -> None:
    """Its slope over the level is the share."""
    demand, step = bare(5), 1e-4
    mesh = Mesh(np.array([1.0, 2.0]), np.array([0.5 - step, 0.5, 0.5 + step]))
    rise, part = gain(demand, THREE, mesh), share(demand, THREE, mesh)
    slope = (rise[:, :, 2] - rise[:, :, 0]) / (2.0 * step)
    assert slope == pytest.approx(part[:, :, 1], rel=1e-6)
    assert (rise >= -np.log1p(-part) - 1e-12).all()


def test_the_table_is_read_within_half_a_percent() -> None:
    demand = bare(6, 8.0)
    rng = np.random.default_rng(1)
    factor, level = np.exp(rng.uniform(-1.2, 1.2, 200)), rng.uniform(-7.0, 7.0, 200)
    for one in (timetable(480), THREE, timetable(*(day * DAY + 500 for day in range(7)))):
        table = effect(demand, one, FINE)
        told = np.exp(read(table, FINE, factor, level)) * expit(level)
        for draw in range(factor.size):
            at = Mesh(np.array([factor[draw], 9.0]), np.array([level[draw], 9.0]))
            exact = share(demand, one, at)[:, 0, 0]
            assert told[:, draw] == pytest.approx(exact, rel=5e-3)


def test_a_table_is_exact_at_its_points_and_flat_beyond_them() -> None:
    table = np.random.default_rng(2).normal(size=(4, FINE.factor.size, FINE.level.size))
    at, level = np.array([FINE.factor[3], 0.01, 99.0]), np.array([FINE.level[7], -99.0, 99.0])
    found = read(table, FINE, at, level)
    assert found == pytest.approx(np.stack([table[:, 3, 7], table[:, 0, 0], table[:, -1, -1]], axis=1))


@given(st.integers(0, 1000), st.integers(0, WEEK - 1))
@settings(max_examples=25, deadline=None)
def test_a_flight_more_never_lowers_a_share(seed: int, minute: int) -> None:
    demand = bare(seed)
    longer = timetable(*THREE.out, minute)
    assert (share(demand, longer, FINE) >= share(demand, THREE, FINE) - 1e-12).all()
    assert (gain(demand, longer, FINE) >= gain(demand, THREE, FINE) - 1e-12).all()
    assert (delay(demand, longer) <= delay(demand, THREE) + 1e-9).all()


@given(st.integers(0, 1000), st.floats(0.0, 12.0), st.floats(0.0, 12.0))
@settings(max_examples=25, deadline=None)
def test_a_nearer_timetable_never_has_a_lower_share(seed: int, one: float, other: float) -> None:
    """Everybody wishes one hour; the flight that leaves nearer to it, on the same side, carries more."""
    wish = np.zeros((2, 1, HOURS))
    hour = 20 + seed % 120
    wish[:, :, hour] = 1.0
    demand = replace(
        bare(seed),
        desired=wish,
        utility=np.zeros((2, 1)),
        outside=np.zeros((2, 1, HOURS)),
        early=np.array([0.1]),
        late=np.array([0.2]),
        reach=np.array([84.0]),
        fare=np.array([80.0]),
    )
    near, far = sorted((one, other))
    at = [int(60 * (hour + 0.5 + after)) for after in (near, far)]
    shares = [share(demand, Timetable((t,), (t,), (), 0, 0, 0, 0), FINE) for t in at]
    assert (shares[0] >= shares[1] - 1e-12).all()


def test_swapping_the_cities_changes_nothing() -> None:
    demand = bare(8)
    swapped = replace(demand, desired=demand.desired[::-1])
    mirrored = replace(THREE, out=THREE.back, back=THREE.out)
    one, other = share(demand, THREE, FINE), share(swapped, mirrored, FINE)
    assert one == pytest.approx(other, rel=1e-12)
    assert delay(demand, THREE) == pytest.approx(delay(swapped, mirrored), rel=1e-12)


def test_delay_of_an_even_week_is_a_quarter_of_the_gap() -> None:
    """Early and late cost the same: the nearest departure is half the gap away at most."""
    demand = replace(bare(1), desired=np.ones((2, 3, HOURS)), early=np.full(3, 0.1), late=np.full(3, 0.1))
    for flights in (1, 2, 7):
        even = timetable(*(WEEK // flights * n + 480 for n in range(flights)))
        assert delay(demand, even) == pytest.approx(np.full(3, WEEK / 60 / flights / 4), rel=1e-2)


@pytest.mark.parametrize(
    ("mesh", "what"),
    [
        (Mesh(np.array([1.0, 1.0]), np.array([0.0, 1.0])), "the factor"),
        (Mesh(np.array([0.0, 1.0]), np.array([0.0, 1.0])), "the factor"),
        (Mesh(np.array([1.0, 2.0]), np.array([1.0, 0.0])), "the level"),
        (Mesh(np.array([1.0, 2.0]), np.array([0.0])), "the level"),
    ],
)
def test_a_mesh_that_cannot_be(mesh: Mesh, what: str) -> None:
    with pytest.raises(EngineError, match=f"^{what}"):
        share(bare(1), THREE, mesh)
