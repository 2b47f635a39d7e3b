"""The flat frame along a great circle: there and back, lengths, angles, the date line and the poles."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pyproj import Geod

from egiz.errors import EngineError
from egiz.world.frame import Frame

EARTH = Geod(ellps="WGS84")
LATITUDES = st.floats(-89.0, 89.0)
LONGITUDES = st.floats(-180.0, 180.0)


def apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(EARTH.inv(one[1], one[0], other[1], other[0])[2])


def line(one: tuple[float, float], other: tuple[float, float], count: int = 101) -> tuple[np.ndarray, ...]:
    """Latitude, longitude and way of points along the geodesic."""
    forward, _, metres = EARTH.inv(one[1], one[0], other[1], other[0])
    way = np.linspace(0.0, metres, count)
    longitude, latitude, _ = EARTH.fwd([one[1]] * count, [one[0]] * count, [forward] * count, way)
    return np.array(latitude), np.array(longitude), way


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES, st.floats(0.0, 1.0), st.floats(-5e5, 5e5))
def test_there_and_back(a: float, b: float, c: float, d: float, share: float, left: float) -> None:
    """Within a millimetre, wherever the line lies: also across the date line and near the poles."""
    assume(100.0 < apart((a, b), (c, d)) < 1.5e7)
    frame = Frame.along(np.array([(a, b), (c, d)]))
    x = share * frame.length_m
    latitude, longitude = frame.to_globe(x, left)
    assert -180.0 <= float(longitude) < 180.0
    back = frame.to_plane(latitude, longitude)
    assert float(back[0]) == pytest.approx(x, abs=1e-3)
    assert float(back[1]) == pytest.approx(left, abs=1e-3)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_the_ends_lie_on_the_axis(a: float, b: float, c: float, d: float) -> None:
    assume(100.0 < apart((a, b), (c, d)) < 1.5e7)
    frame = Frame.along(np.array([(a, b), (c, d)]))
    x, y = frame.to_plane(np.array([a, c]), np.array([b, d]))
    assert np.abs(x - [0.0, frame.length_m]).max() < 1e-3
    assert np.abs(y).max() < 1e-3


@given(st.floats(-70.0, 70.0), LONGITUDES, st.floats(0.0, 360.0), st.floats(1e4, 1.5e6))
def test_the_axis_is_the_geodesic(latitude: float, longitude: float, way: float, metres: float) -> None:
    """Up to 1,500 km: the geodesic within 10 m of y = 0, x within 1e-5 of the way along it."""
    other = EARTH.fwd(longitude, latitude, way, metres)
    here, there = (latitude, longitude), (other[1], other[0])
    frame = Frame.along(np.array([here, there]))
    x, y = frame.to_plane(*line(here, there)[:2])
    assert np.abs(y).max() < 10.0
    assert np.abs(x - line(here, there)[2]).max() < 1e-5 * metres + 1e-3


@given(st.floats(-70.0, 70.0), LONGITUDES, st.floats(0.0, 360.0), st.floats(-3e5, 3e5))
def test_small_steps_have_the_scale_in_every_direction(
    latitude: float, longitude: float, way: float, left: float
) -> None:
    """Conformal: 100 m in any direction are 100 m times the scale, to 2e-5 within 300 km of the line."""
    other = EARTH.fwd(longitude, latitude, way, 1e6)
    frame = Frame.along(np.array([(latitude, longitude), (other[1], other[0])]))
    here = frame.to_globe(5e5, left)
    for turn in np.arange(0.0, np.pi, np.pi / 4.0):
        there = frame.to_globe(5e5 + 100.0 * np.cos(turn), left + 100.0 * np.sin(turn))
        true = apart((float(here[0]), float(here[1])), (float(there[0]), float(there[1])))
        assert 100.0 / true == pytest.approx(float(frame.scale(left)), rel=2e-5)


def test_left_is_positive() -> None:
    frame = Frame.along(np.array([(50.0, 10.0), (50.0, 20.0)]))
    assert float(frame.to_plane(55.0, 15.0)[1]) > 5e5
    assert float(frame.to_plane(45.0, 15.0)[1]) < -5e5


@pytest.mark.parametrize("ends", [((55.0, 179.0), (60.0, -175.0)), ((55.0, 179.0), (60.0, 185.0))])
def test_across_the_date_line(ends: tuple[tuple[float, float], tuple[float, float]]) -> None:
    frame = Frame.along(np.array(ends))
    assert frame.length_m == pytest.approx(apart(*ends), rel=1e-6)
    _, longitude = frame.to_globe(np.linspace(0.0, frame.length_m, 50), 0.0)
    assert longitude.min() < -175.0 + 1e-6
    assert longitude.max() > 179.0 - 1e-6


@pytest.mark.parametrize(
    "ends",
    [((89.0, 0.0), (89.0, 180.0)), ((-80.0, 30.0), (-85.0, -150.0)), ((90.0, 0.0), (80.0, 50.0))],
)
def test_over_a_pole(ends: tuple[tuple[float, float], tuple[float, float]]) -> None:
    frame = Frame.along(np.array(ends))
    assert frame.length_m == pytest.approx(apart(*ends), rel=1e-6)
    latitude, longitude, way = line(*ends)
    x, y = frame.to_plane(latitude, longitude)
    assert np.abs(x - way).max() < 1.0
    assert np.abs(y).max() < 1.0


def test_a_quarter_turn_off_the_line_is_finite() -> None:
    frame = Frame.along(np.array([(0.0, 0.0), (0.0, 10.0)]))
    assert np.isfinite(frame.to_plane(90.0, 0.0)).all()


@pytest.mark.parametrize(
    "points",
    [
        [(50.0, 60.0), (50.0, 60.0)],
        [(0.0, 0.0), (0.0, 180.0)],
        [(np.nan, 0.0), (1.0, 1.0)],
        [(95.0, 0.0), (1.0, 1.0)],
    ],
)
def test_ends_without_a_straight_way_are_refused(points: list[tuple[float, float]]) -> None:
    with pytest.raises(EngineError, match="points"):
        Frame.along(np.array(points))
