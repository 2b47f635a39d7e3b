"""How rough a likely ground is: quantiles of the doubt that a raster tells."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.engines.alignment.record import Field
from egiz.engines.alignment.roughness import how_rough


def told(low: float, high: float) -> Field:
    flat = np.zeros((2, 2), dtype=np.float32)
    return Field(0.0, 0.0, 100.0, flat, flat + 10.0, flat + 1.0, flat > 0.0, 0.5, 2e4, (low, high))


@given(st.floats(0.1, 1.0), st.floats(1.0, 5.0))
def test_the_ends_are_quantiles(low: float, high: float) -> None:
    field = told(low, high)
    assert how_rough(field, 0.1) == pytest.approx(low)
    assert how_rough(field, 0.9) == pytest.approx(high)
    assert how_rough(field, 0.5) == pytest.approx(np.sqrt(low * high))


@given(st.floats(0.01, 0.99))
def test_without_doubt_it_is_as_told(share: float) -> None:
    assert how_rough(told(1.0, 1.0), share) == 1.0
