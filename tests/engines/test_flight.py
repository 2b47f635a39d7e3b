"""Passengers carried: a second route to the same answer, and how it behaves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from egiz.engines.flight import along, carried

SIZES = st.floats(1e-3, 1e6)
VARIATIONS = st.floats(0.01, 2.0)


def one(demand: float, capacity: float, variation: float) -> float:
    return float(carried(np.array([demand]), np.array([capacity]), np.array([variation]))[0])


@pytest.mark.parametrize("demand", [5.0, 40.0, 50.0, 200.0, 22_000.0])
@pytest.mark.parametrize("variation", [0.1, 0.38, 1.0])
def test_twin_by_integration(demand: float, variation: float) -> None:
    spread = np.sqrt(np.log1p(variation**2))
    law = stats.lognorm(spread, scale=demand * np.exp(-(spread**2) / 2))
    capacity = 47.0
    below, _ = integrate.quad(lambda x: x * law.pdf(x), 0.0, capacity, limit=400, points=[capacity / 2])
    assert one(demand, capacity, variation) == pytest.approx(below + capacity * law.sf(capacity), rel=1e-5)


@given(SIZES, SIZES, VARIATIONS)
def test_never_above_demand_or_capacity(demand: float, capacity: float, variation: float) -> None:
    assert 0.0 <= one(demand, capacity, variation) <= min(demand, capacity)


@given(SIZES, SIZES, VARIATIONS, st.floats(1.0, 5.0))
def test_more_seats_or_more_demand_never_carry_fewer(
    demand: float, capacity: float, variation: float, factor: float
) -> None:
    carried_now = one(demand, capacity, variation)
    assert one(demand * factor, capacity, variation) >= carried_now * (1 - 1e-9)
    assert one(demand, capacity * factor, variation) >= carried_now * (1 - 1e-9)


def test_no_demand_carries_nobody() -> None:
    assert one(0.0, 50.0, 0.4) == 0.0


POINTS = np.array([200.0, 500.0, 800.0, 2000.0])


@given(st.floats(200.0, 2000.0), st.lists(st.floats(-1e4, 1e4), min_size=4, max_size=4))
def test_along_is_straight_between_the_points(at: float, values: list[float]) -> None:
    """Twin: numpy's interpolation."""
    found = along(np.array([at]), POINTS, np.array([values, values[::-1]]))
    assert found.shape == (2, 1)
    assert found[0, 0] == pytest.approx(np.interp(at, POINTS, values), rel=1e-9, abs=1e-6)
    assert found[1, 0] == pytest.approx(np.interp(at, POINTS, values[::-1]), rel=1e-9, abs=1e-6)


@pytest.mark.parametrize("at", [0.0, 100.0, 2600.0, 9000.0])
def test_along_goes_straight_on_beyond_the_ends(at: float) -> None:
    assert along(np.array([at]), POINTS, 7.0 + 3.0 * POINTS[np.newaxis])[0, 0] == pytest.approx(
        7.0 + 3.0 * at
    )
