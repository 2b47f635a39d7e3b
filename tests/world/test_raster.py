"""Areas on a raster: circles, holes, the date line, a pole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from egiz.world.frame import Frame
from egiz.world.raster import Box, Grid, box_of, cut, filled
from egiz.world.shape import inside

EARTH = Geod(ellps="WGS84")


def circle(latitude: float, longitude: float, metres: float) -> np.ndarray:
    """A closed ring around a point, longitudes without jumps."""
    count = 181
    east, north, _ = EARTH.fwd(
        [longitude] * count, [latitude] * count, np.linspace(0.0, 360.0, count), [metres] * count
    )
    ring = np.stack([north, np.unwrap(east, period=360.0)], axis=1)
    ring[-1] = ring[0]
    return ring


def laid(latitude: float, longitude: float, way: float) -> tuple[Frame, Grid]:
    """A frame of 200 km that begins at a point, and a raster around it."""
    east, north, _ = EARTH.fwd(longitude, latitude, way, 2e5)
    return Frame.along(np.array([(latitude, longitude), (north, east)])), Grid(-5e4, -5e4, 2000.0, 51, 151)


@given(st.floats(-80.0, 80.0), st.floats(-180.0, 180.0), st.floats(0.0, 360.0), st.floats(8e3, 4e4))
def test_a_circle_covers_its_cells(latitude: float, longitude: float, way: float, radius: float) -> None:
    frame, grid = laid(latitude, longitude, way)
    middle = frame.to_globe(1e5, 0.0)
    ring = circle(float(middle[0]), float(middle[1]), radius)
    drawn = filled([ring], frame, grid, box_of(frame, grid))
    away = np.hypot(grid.x - 1e5, grid.y[:, np.newaxis])
    assert drawn[away < radius - 500.0].all()
    assert not drawn[away > radius + 500.0].any()


def test_a_hole_stays_open() -> None:
    frame, grid = laid(50.0, 60.0, 90.0)
    middle = [float(part) for part in frame.to_globe(1e5, 0.0)]
    rings = [circle(*middle, 4e4), circle(*middle, 2e4)]
    drawn = filled(rings, frame, grid, box_of(frame, grid))
    away = np.hypot(grid.x - 1e5, grid.y[:, np.newaxis])
    assert not drawn[away < 1.9e4].any()
    assert drawn[(away > 2.1e4) & (away < 3.9e4)].all()


@pytest.mark.parametrize("pole", [90.0, -90.0])
def test_a_cap_over_a_pole(pole: float) -> None:
    frame = Frame.along(np.array([(np.copysign(88.0, pole), 0.0), (np.copysign(88.0, pole), 180.0)]))
    grid = Grid(-5e4, -2e5, 5000.0, 81, 110)
    edge = np.copysign(89.0, pole)
    cap = np.array([(edge, -180.0), (edge, 180.0), (pole, 180.0), (pole, -180.0), (edge, -180.0)])
    drawn = filled([cap], frame, grid, box_of(frame, grid))
    x, y = frame.to_plane(pole, 0.0)
    away = np.hypot(grid.x - x, grid.y[:, np.newaxis] - y)
    assert drawn[away < 1.08e5].all()
    assert not drawn[away > 1.15e5].any()


@given(st.lists(st.tuples(st.floats(-2.0, 2.0), st.floats(-2.0, 2.0)), min_size=3, max_size=12))
def test_a_cut_ring_covers_the_same_inside_the_box(corners: list[tuple[float, float]]) -> None:
    ring = np.array([*corners, corners[0]])
    box = Box(-1.0, 0.9, -0.8, 1.0)
    part = cut(ring, box)
    latitude, longitude = np.meshgrid(np.linspace(-0.973, 0.877, 17), np.linspace(-0.771, 0.967, 19))
    found = inside([part], latitude, longitude) if len(part) else np.zeros(latitude.shape, bool)
    assert (found == inside([ring], latitude, longitude)).all()
