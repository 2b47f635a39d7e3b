"""The shortest string through discs, against a general solver, closed forms and its own properties."""

from __future__ import annotations

from math import hypot

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from egiz.engines.alignment.record import Array
from egiz.engines.alignment.taut import taut
from egiz.errors import EngineError

KM = 1000.0


def length(places: Array) -> float:
    return float(np.hypot(*np.diff(places, axis=0).T).sum())


def drawn(seed: int, count: int) -> tuple[Array, Array]:
    """Places along a way of some hundred kilometres, with discs that do not meet."""
    rng = np.random.default_rng(seed)
    x = np.cumsum(rng.uniform(30.0, 90.0, count)) * KM
    points = np.stack([x, rng.normal(0.0, 20.0, count) * KM], axis=1)
    return points, rng.uniform(0.0, 14.0, count) * KM


@pytest.mark.parametrize("seed", range(6))
def test_a_general_solver_finds_no_shorter_way(seed: int) -> None:
    points, reach = drawn(seed, 7)
    ours = taut(points, reach)
    inner = points[1:-1]

    def way(flat: Array) -> float:
        return length(np.concatenate([points[:1], flat.reshape(-1, 2) * KM, points[-1:]])) / KM

    rules = {
        "type": "ineq",
        "fun": lambda flat: (reach[1:-1] / KM) ** 2 - ((flat.reshape(-1, 2) - inner / KM) ** 2).sum(axis=1),
    }
    found = minimize(way, inner.ravel() / KM, constraints=rules, options={"maxiter": 500, "ftol": 1e-12})
    assert found.success
    assert length(ours) / KM == pytest.approx(found.fun, abs=2e-3)


def test_a_string_that_meets_one_disc_touches_it_like_light_a_mirror() -> None:
    points = np.array([[0.0, 0.0], [50.0, 30.0], [100.0, 0.0]]) * KM
    found = taut(points, np.array([0.0, 10.0, 0.0]) * KM)
    assert found[1] == pytest.approx([50.0 * KM, 20.0 * KM], abs=1.0)
    assert length(found) == pytest.approx(2.0 * hypot(50.0, 20.0) * KM, abs=0.01)


def test_discs_that_the_straight_way_crosses_do_not_bend_it() -> None:
    points = np.array([[0.0, 0.0], [30.0, 4.0], [70.0, -3.0], [100.0, 0.0]]) * KM
    found = taut(points, np.array([0.0, 5.0, 5.0, 0.0]) * KM)
    assert length(found) == pytest.approx(100.0 * KM, abs=0.1)
    assert found[1:3, 0] == pytest.approx([30.0 * KM, 70.0 * KM], abs=0.6 * KM)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 9))
def test_places_stay_in_their_discs_and_wider_discs_never_make_the_way_longer(seed: int, count: int) -> None:
    points, reach = drawn(seed, count)
    found = taut(points, reach)
    assert (np.hypot(*(found - points).T) <= reach + 1e-6).all()
    assert found[[0, -1]].tolist() == points[[0, -1]].tolist()
    assert length(found) <= length(points) + 1e-6
    assert length(taut(points, reach * 1.5)) <= length(found) + 1.0


def test_a_turned_or_mirrored_way_is_turned_or_mirrored() -> None:
    points, reach = drawn(3, 8)
    for change in (np.array([[0.0, -1.0], [1.0, 0.0]]), np.array([[1.0, 0.0], [0.0, -1.0]])):
        assert taut(points @ change, reach) == pytest.approx(taut(points, reach) @ change, abs=1.0)
    assert taut(points[::-1], reach[::-1])[::-1] == pytest.approx(taut(points, reach), abs=50.0)


def test_places_without_a_disc_stay() -> None:
    points, reach = drawn(4, 6)
    assert taut(points, np.zeros(6)).tolist() == points.tolist()
    assert taut(points[:2], reach[:2]).tolist() == points[:2].tolist()


@pytest.mark.parametrize("reach", [[1.0, 1.0], [0.0, -1.0, 0.0], [0.0, float("nan"), 0.0]])
def test_what_is_no_disc_is_refused(reach: list[float]) -> None:
    with pytest.raises(EngineError):
        taut(np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 0.0]]), np.array(reach))
