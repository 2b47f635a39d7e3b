"""Bands and land forms out of a coarse relief."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from egiz.world.relief import LAND_FORMS, Roughness, ground

ROUGHNESS = {
    "plain": Roughness(0.0, -50.0, -0.1, 40.0, 0.1),
    "hills": Roughness(150.0, -30.0, -0.4, 30.0, 0.3),
    "mountains": Roughness(600.0, -70.0, -0.3, 80.0, 0.25),
}


def test_forms_by_local_relief() -> None:
    heights, reliefs = np.array([0.0, 0.0, 5.0, 300.0, 300.0]), np.array([0.0, 20.0, 149.0, 150.0, 600.0])
    here = ground(heights, reliefs, ROUGHNESS)
    assert [LAND_FORMS[place] for place in here.form] == ["sea", "plain", "plain", "hills", "mountains"]
    assert here.too_coarse.tolist() == [False, False, False, False, True]
    assert (here.low_m[0], here.high_m[0]) == (0.0, 0.0)


def test_a_band_by_hand() -> None:
    here = ground(np.array([1000.0]), np.array([200.0]), ROUGHNESS)
    assert here.low_m[0] == 1000.0 - 30.0 - 0.4 * 200.0
    assert here.high_m[0] == 1000.0 + 30.0 + 0.3 * 200.0


@given(st.floats(-400.0, 8000.0), st.floats(0.0, 5000.0))
def test_the_height_lies_in_its_band(height: float, relief: float) -> None:
    here = ground(np.array([height]), np.array([relief]), ROUGHNESS)
    assert here.low_m[0] <= here.height_m[0] <= here.high_m[0]
