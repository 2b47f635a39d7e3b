"""The nested logit of the sheets: the same as the engine's, and it behaves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egiz.engines import choice
from egiz.figures.unit import Array
from egiz.market.appeal import rest_logsum
from egiz.market.nest import NOTHING, inclusive, logsum, nested_logsum, nested_shares

GROUND = np.array([[1.0], [1.0], [1.0], [0.0], [0.0]])
AIR = 1.0 - GROUND
NEST = np.array([0, 0, 0, 1, 1])

utilities = st.lists(st.floats(-300.0, 300.0), min_size=5, max_size=5)
scales = st.tuples(st.floats(1.0, 5.0), st.floats(1.0, 5.0))


def column(values: list[float]) -> Array:
    return np.array(values)[:, np.newaxis]


def shares(values: Array, scale: tuple[float, float]) -> Array:
    return nested_shares(values, ((GROUND, np.array([scale[0]])), (AIR, np.array([scale[1]]))))


@settings(deadline=None)
@given(utilities, scales)
def test_it_gives_what_the_engine_gives(values: list[float], scale: tuple[float, float]) -> None:
    """Twin: draws last against alternatives last; the difference is rounding."""
    found = shares(column(values), scale)[:, 0]
    wanted = np.exp(choice.nested(np.array(values), NEST, np.array(scale)))
    assert found == pytest.approx(wanted, abs=1e-12)
    nests = ((GROUND, np.array([scale[0]])), (AIR, np.array([scale[1]])))
    ours = nested_logsum(column(values), nests)
    theirs = choice.nested_logsum(np.array(values), NEST, np.array(scale))
    assert ours[0] == pytest.approx(theirs, rel=1e-12, abs=1e-12)


@settings(deadline=None)
@given(utilities, scales)
def test_shares_add_up_to_one(values: list[float], scale: tuple[float, float]) -> None:
    assert shares(column(values), scale).sum() == pytest.approx(1.0, abs=1e-12)


@settings(deadline=None)
@given(utilities, scales, st.integers(0, 4))
def test_a_service_added_never_raises_the_share_of_another(
    values: list[float], scale: tuple[float, float], new: int
) -> None:
    without = column(values)
    without[new] = NOTHING
    before, after = shares(without, scale), shares(column(values), scale)
    others = np.arange(5) != new
    assert (after[others] <= before[others] + 1e-12).all()
    assert before[new] == 0.0


@settings(deadline=None)
@given(utilities, scales, st.integers(0, 4), st.floats(0.0, 50.0))
def test_a_worse_service_never_gains(
    values: list[float], scale: tuple[float, float], worse: int, loss: float
) -> None:
    changed = column(values)
    changed[worse] -= loss
    before, after = shares(column(values), scale), shares(changed, scale)
    assert after[worse] <= before[worse] + 1e-12
    others = np.arange(5) != worse
    assert (after[others] >= before[others] - 1e-12).all()


def test_a_nest_with_nothing_on_offer_takes_nobody() -> None:
    values = column([1.0, 2.0, 3.0, NOTHING, NOTHING])
    found = shares(values, (2.0, 3.0))
    assert found[3:].tolist() == [[0.0], [0.0]]
    assert found.sum() == pytest.approx(1.0)
    assert inclusive(values, AIR, np.array([3.0])).tolist() == [NOTHING]


def test_nothing_at_all_has_no_logsum() -> None:
    assert logsum(np.empty((0, 3, 7))).tolist() == [[NOTHING] * 7] * 3


def test_the_rest_of_a_proposal_holds_every_other_one() -> None:
    appeal = np.array([0.3, -0.2, 1.1])[:, np.newaxis, np.newaxis] * np.ones((3, 2, 4))
    existing = np.full((2, 4), 0.7)
    rest = rest_logsum(appeal, existing)
    for own in range(3):
        others = [np.exp(appeal[place]) for place in range(3) if place != own]
        assert rest[own] == pytest.approx(np.log(np.exp(existing) + sum(others)), rel=1e-12)
    assert rest_logsum(appeal[:1], existing)[0] == pytest.approx(existing)
    assert rest_logsum(np.empty((0, 1, 1)), existing).shape == (0, 2, 4)
