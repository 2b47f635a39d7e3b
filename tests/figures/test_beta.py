"""The tabulated inverse beta against scipy's own."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import special

from egiz.figures.beta import inverse_table, read_inverse

LEANS = (0.0, 1e-6, 0.001, 0.03, 0.1, 0.25, 0.5, 0.6, 0.75, 0.9, 0.99, 1.0)


@pytest.mark.parametrize("lean", LEANS)
def test_against_scipy(lean: float) -> None:
    a, b = 1.0 + 4.0 * lean, 5.0 - 4.0 * lean
    middle = np.concatenate([np.geomspace(1e-9, 1e-3, 300), np.linspace(1e-3, 1 - 1e-3, 2000)])
    u = np.concatenate([middle, 1.0 - np.geomspace(1e-9, 1e-3, 300)])
    table = inverse_table(a, b)
    assert np.abs(read_inverse(table, u) - special.betaincinv(a, b, u)).max() < 3e-5
    far = np.concatenate([np.geomspace(1e-15, 1e-9, 50), 1.0 - np.geomspace(1e-15, 1e-9, 50)])
    assert np.abs(read_inverse(table, far) - special.betaincinv(a, b, far)).max() < 5e-4


@pytest.mark.parametrize("lean", LEANS)
def test_never_falls_and_reaches_the_ends(lean: float) -> None:
    table = inverse_table(1.0 + 4.0 * lean, 5.0 - 4.0 * lean)
    values = read_inverse(table, np.linspace(0.0, 1.0, 100_001))
    assert (values[0], values[-1]) == (0.0, 1.0)
    assert (np.diff(values) >= -1e-15).all()


def test_mirrored_exponents_give_mirrored_values() -> None:
    u = np.linspace(0.0, 1.0, 1001)
    one = read_inverse(inverse_table(2.0, 4.0), u)
    other = read_inverse(inverse_table(4.0, 2.0), 1.0 - u)
    np.testing.assert_allclose(one, 1.0 - other, atol=1e-6)
