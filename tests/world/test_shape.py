"""What lies inside an outline."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.world.shape import Shape

SQUARE = np.array([[0.0, 0.0], [0.0, 10.0], [10.0, 10.0], [10.0, 0.0], [0.0, 0.0]])
HOLE = SQUARE * 0.2 + 4.0
ISLAND = SQUARE * 0.1 + 20.0
AREA = Shape("XX", {"en": "Somewhere", "ru": "Где-то"}, (SQUARE, HOLE, ISLAND))


@pytest.mark.parametrize(
    ("latitude", "longitude", "within"),
    [(1.0, 1.0, True), (5.0, 5.0, False), (20.5, 20.5, True), (15.0, 5.0, False), (-1.0, 5.0, False)],
)
def test_islands_and_holes(latitude: float, longitude: float, within: bool) -> None:
    assert bool(AREA.contains(latitude, longitude)) is within


@given(st.floats(-5.0, 25.0), st.floats(-5.0, 25.0))
def test_boxes_agree_with_outlines(latitude: float, longitude: float) -> None:
    edges = np.array([0.0, 4.0, 6.0, 10.0, 20.0, 21.0])
    if np.abs(edges - latitude).min() < 1e-6 or np.abs(edges - longitude).min() < 1e-6:
        return
    inner = 4.0 < latitude < 6.0 and 4.0 < longitude < 6.0
    outer = 0.0 < latitude < 10.0 and 0.0 < longitude < 10.0
    island = 20.0 < latitude < 21.0 and 20.0 < longitude < 21.0
    assert bool(AREA.contains(latitude, longitude)) is ((outer and not inner) or island)


def test_box_and_name() -> None:
    assert AREA.box == (0.0, 0.0, 21.0, 21.0)
    assert AREA.named("kk").text == "Где-то"


def test_points_broadcast() -> None:
    assert AREA.contains(np.array([[1.0], [5.0]]), np.array([1.0, 5.0, 9.0])).shape == (2, 3)
