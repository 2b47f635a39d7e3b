"""Formulas of the railway against other routes to the same number."""

from __future__ import annotations

import numpy as np
import pytest

from egiz.figures.unit import Array
from egiz.proposals.fast_rail import choice, money, rider, time
from egiz.proposals.fast_rail.spread import over_alternatives

RNG = np.random.default_rng(5)
ONE = np.ones(1)


def test_the_train_as_counted_is_the_logit_with_its_constant_moved() -> None:
    """Pivot on the train: constant worked back from the count, then the absolute form; to 1e-12."""
    utility = RNG.normal(size=(2, 4, 3, 50))
    ground, air = np.array([[1.0], [1.0], [1.0], [0.0]]), np.array([[0.0], [0.0], [0.0], [1.0]])
    shares = choice.mode_share(utility, ground, ONE, air, ONE)
    before = choice.today_logsum(utility, ground, ONE, air, ONE)
    counted = RNG.uniform(0.001, 0.4, size=(2, 3, 50))
    found = choice.rest_logsum_by_leg(before, shares, counted)
    moved = utility.copy()
    others = np.log(np.exp(utility[:, 1:]).sum(axis=1))
    moved[:, 0] = others + np.log(counted / (1.0 - counted))
    after = np.log(np.exp(moved).sum(axis=1))
    assert np.abs(found - after).max() < 1e-12
    assert np.allclose(np.exp(moved[:, 0] - after), counted)


def test_a_fast_train_like_that_of_today_shares_its_odds() -> None:
    """A new train with the utility of the counted one has its odds against all that there is."""
    share = RNG.uniform(0.01, 0.3, size=(1, 3, 40))
    rest = RNG.normal(size=(1, 3, 40))
    train = rest + np.log(share)
    found = rider.rail_share(train[np.newaxis], rest)[0]
    assert np.allclose(found / (1.0 - found), share)


def test_alternatives_add_up_what_they_serve() -> None:
    rides, serves = RNG.random((5, 4, 7)), (RNG.random((3, 4, 1)) > 0.5).astype(float)
    found = over_alternatives(rides, serves)
    assert found.shape == (16, 7)
    for extent in range(3):
        for design in range(5):
            row = sum(rides[design, leg] * serves[extent, leg, 0] for leg in range(4))
            assert np.allclose(found[extent * 5 + design], row)
    assert not found[-1].any()


@pytest.mark.parametrize("growth", [-0.005, 0.0, 0.02, 0.05])
def test_years_are_summed_one_by_one(growth: float) -> None:
    rate, years = 0.05, 40
    found = money.years_of_growth(np.array([rate]), np.array([growth]), np.array([40.0]), ONE)
    one_by_one = sum((1.0 + growth) ** (year - 1) / (1.0 + rate) ** year for year in range(1, years + 1))
    assert found[0] == pytest.approx(one_by_one, rel=1e-12)
    even = sum(1.0 / (1.0 + rate) ** year for year in range(1, years + 1))
    assert money.years_of_cost(np.array([rate]), np.array([40.0]), ONE)[0] == pytest.approx(even, rel=1e-12)


def test_interest_while_building_is_that_of_an_even_stream() -> None:
    rate, years = 0.06, 5
    found: Array = money.building_interest(np.array([rate]), np.array([float(years)]), ONE)
    one_by_one = sum((1.0 + rate) ** (years - year) for year in range(1, years + 1)) / years
    assert found[0] == pytest.approx(one_by_one, rel=1e-12)


def test_runs_are_read_between_those_that_were_made() -> None:
    """Exact where a run was made, straight between in kilometres and in hours a kilometre."""
    reach, speed = np.array([2.0, 4.0, 8.0]), np.array([60.0, 100.0, 160.0])
    made = 0.5 + reach[:, np.newaxis] * (1.0 / speed - 1.0 / 300.0)
    wanted = RNG.uniform(2.0, 8.0, 40), RNG.uniform(60.0, 160.0, 40)
    weight = time.node_weight(wanted[0], reach[:, np.newaxis], wanted[1], 1.0 / speed[:, np.newaxis])
    assert np.allclose(weight.sum(axis=(0, 1)), 1.0)
    found = time.leg_run(made[np.newaxis, np.newaxis, ..., np.newaxis], weight)[0, 0]
    assert np.allclose(found, 0.5 + wanted[0] * (1.0 / wanted[1] - 1.0 / 300.0))


def test_an_upgrade_that_changes_nothing_keeps_the_riders_of_today() -> None:
    """In the place of today's train, with its utility and its nest: the count comes back, nobody new."""
    utility, counted = RNG.normal(size=(1, 4, 3, 40)), RNG.uniform(0.01, 0.4, size=(1, 3, 40))
    ground, air = np.array([[1.0], [1.0], [1.0], [0.0]]), np.array([[0.0], [0.0], [0.0], [1.0]])
    scale, place, offered = np.full(1, 1.6), np.ones((1, 1)), np.ones((1, 4, 1))
    shares = choice.mode_share(utility, ground, scale, air, ONE)
    before = choice.today_logsum(utility, ground, scale, air, ONE)
    rest = choice.rest_logsum_by_leg(before, shares, counted)
    gap = choice.train_gap(counted, shares)
    crowding = choice.train_crowding(shares, utility, before, offered)
    pull = rider.train_pull(gap, crowding, np.ones((1, 1)), place)
    left = rider.rest_left(rest, rest, counted, place)
    found = rider.rail_share(utility[np.newaxis, :, 0] + pull, left)
    assert np.allclose(found[0], counted, rtol=1e-9)
    assert np.abs(rider.gain_by_ride(found, left, rest)).max() < 1e-9
    trips = np.full((1, 3, 40), 1000.0)
    kept = rider.kept_by_ride(found, counted, trips, place)
    assert np.allclose(kept, rider.drawn_by_ride(found, trips))
