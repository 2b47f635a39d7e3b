"""Outlines of countries and their parts: areas, common borders, and the cities inside."""

import numpy as np
import pytest
from pyproj import Geod

from egiz.facts.city import cities, find_city
from egiz.facts.shape import admin_shape, admin_shapes, admin_shapes_of, country_shape, country_shapes
from egiz.world.shape import Shape


def area_km2(shape: Shape) -> float:
    """Area with holes taken off: a ring inside another ring counts against it."""
    whole = 0.0
    for place, ring in enumerate(shape.rings):
        square, _ = Geod(ellps="WGS84").polygon_area_perimeter(ring[:, 1], ring[:, 0])
        around = Shape("", {"en": ""}, shape.rings[:place]) if place else None
        middle = ring[:-1].mean(axis=0)
        hole = around is not None and bool(around.contains(middle[0], middle[1]))
        whole += -abs(square) if hole else abs(square)
    return whole / 1e6


@pytest.mark.parametrize(
    ("code", "published", "tolerance"),
    [
        ("KZ", 2_724_902, 0.01),  # Kazakh statistics
        ("KG", 199_951, 0.02),
        ("UZ", 448_978, 0.03),
        ("MN", 1_564_116, 0.01),
        ("FI", 338_455, 0.03),
        ("BR", 8_515_767, 0.01),
    ],
)
def test_published_areas_of_countries(code: str, published: float, tolerance: float) -> None:
    shape = country_shape(code)
    assert shape is not None
    assert area_km2(shape) == pytest.approx(published, rel=tolerance)


@pytest.mark.parametrize(
    ("code", "published"),
    [("RU.13", 88_529), ("RU.71", 194_307), ("RU.40", 71_488), ("KZ.13", 196_001), ("KZ.16", 97_993)],
)
def test_published_areas_of_oblasts(code: str, published: float) -> None:
    shape = admin_shape(code)
    assert shape is not None
    assert area_km2(shape) == pytest.approx(published, rel=0.03)


def test_the_parts_of_kazakhstan_make_the_whole() -> None:
    whole = country_shape("KZ")
    assert whole is not None
    parts = sum(area_km2(shape) for shape in admin_shapes_of("KZ"))
    assert parts == pytest.approx(area_km2(whole), rel=0.002)


def test_neighbours_share_their_border() -> None:
    """Kostanay Region and Chelyabinsk Oblast were thinned apart and still meet point by point."""
    one, other = admin_shape("KZ.13"), admin_shape("RU.13")
    assert one is not None
    assert other is not None
    points = [
        {tuple(np.rint(point * 100)) for point in np.concatenate(shape.rings)} for shape in (one, other)
    ]
    assert len(points[0] & points[1]) >= 20


@pytest.mark.parametrize(
    "name", ["Astana", "Chelyabinsk", "Kostanay", "Osh", "Kashgar", "Yekaterinburg", "Omsk"]
)
def test_cities_lie_in_their_oblast_and_country(name: str) -> None:
    city = find_city(name)
    part, country = admin_shape(city.admin.code), country_shape(city.country)
    assert part is not None
    assert country is not None
    assert part.contains(city.latitude, city.longitude)
    assert country.contains(city.latitude, city.longitude)


def test_most_cities_of_the_world_lie_in_their_country() -> None:
    """Outlines are thinned by 2 km, so some ports lie off the coast."""
    everything = cities()
    found = 0
    for shape in country_shapes():
        own = [city for city in everything if city.country == shape.code]
        if own:
            spots = np.array([(city.latitude, city.longitude) for city in own])
            found += int(shape.contains(spots[:, 0], spots[:, 1]).sum())
    assert found / len(everything) >= 0.97


def test_all_outlines_are_closed_and_on_the_map() -> None:
    shapes = (*country_shapes(), *admin_shapes())
    assert len(country_shapes()) >= 235
    assert len(admin_shapes()) >= 4_500
    for shape in shapes:
        assert shape.rings
        for ring in shape.rings:
            assert len(ring) >= 4
            assert (ring[0] == ring[-1]).all()
            assert (np.abs(ring) <= [90.0, 180.0]).all()


def test_an_unknown_code_has_no_outline() -> None:
    assert country_shape("QQ") is None
    assert admin_shape("QQ.1") is None
    assert admin_shape("KZ.13") is not None
