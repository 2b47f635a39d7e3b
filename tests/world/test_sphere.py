"""Distances and lines on the ellipsoid: published lengths, a closed form, and how they must behave."""

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.world.place import Place
from egiz.world.sphere import (
    ROUGH,
    azimuth,
    between_km,
    distance_km,
    great_circle,
    rough_km,
    split_antimeridian,
)

NQZ = Place(51.0222, 71.4669)
LATITUDES = st.floats(-89.0, 89.0)
LONGITUDES = st.floats(-180.0, 180.0)
PLACES = st.builds(Place, LATITUDES, LONGITUDES)


@pytest.mark.parametrize(
    ("other", "low", "high"),
    [
        (Place(55.3058, 61.5033), 818.1, 819.5),  # Chelyabinsk CEK
        (Place(56.7431, 60.8027), 944.0, 947.0),  # Yekaterinburg SVX
    ],
)
def test_published_distances_from_astana(other: Place, low: float, high: float) -> None:
    assert low * 0.998 <= between_km(NQZ, other) <= high * 1.002


def test_quarter_meridian_is_ten_thousand_kilometres() -> None:
    assert between_km(Place(0.0, 20.0), Place(90.0, 20.0)) == pytest.approx(10001.9657, abs=1e-3)


def test_a_degree_of_the_equator() -> None:
    """Closed form: the equator of WGS84 has radius 6,378.137 km."""
    assert between_km(Place(0.0, 0.0), Place(0.0, 1.0)) == pytest.approx(6378.137 * pi / 180.0, rel=1e-9)


@given(PLACES, PLACES)
def test_distance_is_symmetric_and_not_negative(one: Place, other: Place) -> None:
    there, back = between_km(one, other), between_km(other, one)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0.0 <= there <= 20_010.0


@given(PLACES, PLACES)
def test_the_sphere_is_within_its_factor(one: Place, other: Place) -> None:
    rough = float(rough_km(one.latitude, one.longitude, other.latitude, other.longitude))
    assert rough / ROUGH - 1e-6 <= between_km(one, other) <= rough * ROUGH + 1e-6


@given(PLACES, PLACES, PLACES)
def test_no_detour_is_shorter(one: Place, via: Place, other: Place) -> None:
    assert between_km(one, other) <= between_km(one, via) + between_km(via, other) + 1e-6


def test_distances_broadcast() -> None:
    latitudes = np.array([[50.0], [51.0]])
    longitudes = np.array([70.0, 71.0, 72.0])
    found = distance_km(latitudes, longitudes, 51.0, 71.0)
    assert found.shape == (2, 3)
    assert found[1, 1] == pytest.approx(0.0, abs=1e-9)
    assert azimuth(50.0, 70.0, latitudes, 70.0).shape == (2, 1)


def test_azimuths_of_the_compass() -> None:
    found = azimuth(0.0, 0.0, np.array([1.0, 0.0, -1.0, 0.0]), np.array([0.0, 1.0, 0.0, -1.0]))
    assert found == pytest.approx([0.0, 90.0, 180.0, 270.0])


@given(PLACES, PLACES, st.integers(1, 40))
def test_a_line_is_as_long_as_the_distance(one: Place, other: Place, pieces: int) -> None:
    line = great_circle(one, other, pieces)
    steps = distance_km(line[:-1, 0], line[:-1, 1], line[1:, 0], line[1:, 1])
    assert line.shape == (pieces + 1, 2)
    assert steps.sum() == pytest.approx(between_km(one, other), abs=0.01)
    assert (np.abs(np.diff(line[:, 1])) <= 180.0 + 1e-9).all()


def test_a_line_over_the_pacific_is_cut_at_the_antimeridian() -> None:
    west, east = split_antimeridian(great_circle(Place(35.0, 140.0), Place(37.0, -122.0), 16))
    assert west[-1, 1] == 180.0
    assert east[0, 1] == -180.0
    assert west[-1, 0] == east[0, 0]
    assert west[0] == pytest.approx([35.0, 140.0])
    assert east[-1] == pytest.approx([37.0, -122.0])


@given(PLACES, PLACES)
def test_cut_lines_stay_on_the_map(one: Place, other: Place) -> None:
    for piece in split_antimeridian(great_circle(one, other, 12)):
        assert (np.abs(piece[:, 1]) <= 180.0 + 1e-9).all()
        assert (np.abs(np.diff(piece[:, 1])) <= 180.0 + 1e-9).all()
