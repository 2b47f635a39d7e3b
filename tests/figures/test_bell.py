"""Scores of the normal distribution: a second route to the same answer, and order."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from egiz.figures.bell import EDGE, TAIL, scores

U = st.floats(0.0, 1.0)


def test_twin_of_scipy() -> None:
    middle = np.linspace(0.0, 1.0, 400_001)
    near = TAIL * np.array([1.0 - 1e-9, 1.0, 1.0 + 1e-9])
    far = np.array([0.0, 1e-300, EDGE, 1e-12, 1e-6, 1.0 - 1e-12, 1.0])
    u = np.concatenate([middle, near, 1.0 - near, far])
    exact = special.ndtri(np.clip(u, EDGE, 1.0 - EDGE))
    assert np.abs(scores(u) - exact).max() < 3e-6


@given(U, U)
def test_order_is_kept(one: float, other: float) -> None:
    low, high = sorted((one, other))
    found = scores(np.array([low, high]))
    assert found[0] <= found[1] + 3e-6
    assert np.isfinite(found).all()
