"""Survival of a route: against a simulation month by month, and how it behaves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.engines.survival import Array, exit_hazard, ramped, surviving
from egiz.errors import EngineError

MONTHS = np.array([[6.0], [6.0], [12.0]])
RAMP = np.array([0.8, 0.9, 1.0])
BY_PERIOD = RAMP[:, np.newaxis]
PASSENGERS = st.just(0.0) | st.floats(1e-6, 1e7)
COVERS = st.floats(0.0, 5.0)
FACTORS = st.floats(1.0, 10.0)


Law = tuple[Array, Array, Array]


def law(level: float = -4.3, thinness: float = -0.2, cover: float = 4.0) -> Law:
    return np.exp(np.array([level])), np.array([thinness]), np.array([cover])


def alive(passengers: float, cover: float, coefficients: Law) -> float:
    hazard = exit_hazard(np.array([passengers / 1e4]), np.array([cover]), *coefficients)
    return float(surviving(hazard, ramped(BY_PERIOD, MONTHS, coefficients[1]))[0])


@pytest.mark.parametrize(("passengers", "cover"), [(3e3, 0.8), (1e4, 1.0), (4e4, 1.2), (2e5, 0.6)])
def test_twin_by_simulation(passengers: float, cover: float) -> None:
    """200,000 routes, each month a coin with the chance of a complementary log-log: within 4 errors."""
    routes, rng = 200_000, np.random.default_rng(1)
    living = np.ones(routes, np.bool_)
    for month in range(24):
        pace = passengers * RAMP[0 if month < 6 else 1 if month < 12 else 2]
        logarithm = -4.3 - 0.2 * np.log(pace / 1e4) - 4.0 * np.log(cover)
        living &= rng.random(routes) >= 1.0 - np.exp(-np.exp(logarithm))
    error = np.sqrt(living.mean() * (1.0 - living.mean()) / routes)
    assert alive(passengers, cover, law()) == pytest.approx(living.mean(), abs=4.0 * error)


def test_closed_form_at_the_scale() -> None:
    flat = law(level=float(np.log(-np.log(2.0 / 3.0) / 36.0)), thinness=0.0)
    assert alive(1e4, 1.0, flat) == pytest.approx((2.0 / 3.0) ** (24.0 / 36.0))


@given(PASSENGERS, COVERS, st.floats(-8.0, 0.0), st.floats(-2.0, 1.0), st.floats(0.0, 9.0))
def test_never_outside_nought_and_one(
    passengers: float, cover: float, level: float, thinness: float, strength: float
) -> None:
    assert 0.0 <= alive(passengers, cover, law(level, thinness, strength)) <= 1.0


@given(PASSENGERS, COVERS, FACTORS, st.floats(-2.0, 1.0))
def test_more_load_or_profit_is_never_less_safe(
    passengers: float, cover: float, factor: float, thinness: float
) -> None:
    """Load and profit are the cover; it helps whatever the sign of thinness in a draw."""
    now = alive(passengers, cover, law(thinness=thinness))
    assert alive(passengers, cover * factor, law(thinness=thinness)) >= now * (1 - 1e-12)


@given(PASSENGERS, COVERS, FACTORS, st.floats(-2.0, 0.0))
def test_more_passengers_are_never_less_safe_unless_the_draw_says_so(
    passengers: float, cover: float, factor: float, thinness: float
) -> None:
    now = alive(passengers, cover, law(thinness=thinness))
    assert alive(passengers * factor, cover, law(thinness=thinness)) >= now * (1 - 1e-12)


@given(st.integers(1, 5), st.integers(1, 4), st.integers(1, 6))
def test_shapes_and_no_hazard(options: int, periods: int, draws: int) -> None:
    months = ramped(np.ones((periods, draws)), np.ones((periods, 1)), np.zeros(draws))
    assert (months == periods).all()
    chance = surviving(np.zeros((options, draws)), months)
    assert chance.shape == (options, draws)
    assert (chance == 1.0).all()


def test_nobody_or_no_revenue_ends_it_whatever_the_draw() -> None:
    assert alive(0.0, 1.0, law(thinness=0.5)) == 0.0
    assert alive(1e4, 0.0, law(cover=0.0)) == 0.0


def test_options_do_not_touch_each_other() -> None:
    rng = np.random.default_rng(2)
    paces, covers = rng.uniform(0.1, 10.0, (3, 50)), rng.uniform(0.3, 1.4, (3, 50))
    months = ramped(BY_PERIOD, MONTHS, law()[1])
    whole = surviving(exit_hazard(paces, covers, *law()), months)
    for option in range(3):
        alone = surviving(exit_hazard(paces[[option]], covers[[option]], *law()), months)
        assert (whole[[option]] == alone).all()


def test_what_cannot_be_is_refused() -> None:
    good = np.array([1e4])
    for passengers, cover in ((-good, good), (good, -good), (good * np.nan, good), (good, good * np.nan)):
        with pytest.raises(EngineError):
            exit_hazard(passengers, cover, *law())
    with pytest.raises(EngineError):
        exit_hazard(good, good, *law(cover=-1.0))
    with pytest.raises(EngineError):
        surviving(np.array([[-1.0]]), np.ones((1, 1)))
    with pytest.raises(EngineError):
        surviving(np.ones((1, 1)), np.zeros((1, 1)))
    for ramp, months in ((np.zeros((3, 1)), MONTHS), (BY_PERIOD, 0.0 * MONTHS)):
        with pytest.raises(EngineError):
            ramped(ramp, months, np.zeros(1))


@given(PASSENGERS, COVERS, st.floats(-2.0, 1.0))
def test_twin_of_the_sum_over_periods(passengers: float, cover: float, thinness: float) -> None:
    """The ramp comes out of the sum: the same as a hazard for each period."""
    coefficients = law(thinness=thinness)
    sizes = passengers / 1e4 * BY_PERIOD
    by_period = exit_hazard(sizes, np.array([cover]), *coefficients)
    expected = float(np.exp(-(by_period * MONTHS).sum()))
    assert alive(passengers, cover, coefficients) == pytest.approx(expected, rel=1e-9, abs=1e-300)
