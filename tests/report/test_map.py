"""The map: true in size about its centre, whole across the antimeridian, names apart."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod, Proj

from egiz.report import document as doc
from egiz.report.map import HEIGHT, WIDTH, View, captions, land, map_of
from egiz.report.outline import Outline, Outlines
from egiz.report.projection import Projection, great_circle
from egiz.report.voice import Voice
from egiz.report.words import Words
from report.fixture import document

VOICE = Voice(Words.of(["egiz.report"]), "en")
SYDNEY, SANTIAGO = (151.18, -33.95), (-70.79, -33.39)
SQUARE = np.array([[60.0, 45.0], [80.0, 45.0], [80.0, 60.0], [60.0, 60.0], [60.0, 45.0]])


def pair(*places: tuple[float, float]) -> tuple[doc.Feature, ...]:
    names = doc.Texts("Place", "Место", "Жер")
    points = [doc.Feature(f"p{i}", "city", names, "", doc.Point(place)) for i, place in enumerate(places)]
    return (*points, doc.Feature("way", "route", names, "", doc.Line(places)))


@given(st.floats(-179, 179), st.floats(-80, 80), st.floats(-170, 170), st.floats(-80, 80))
def test_projection_is_that_of_proj(longitude: float, latitude: float, east: float, north: float) -> None:
    flat = Projection(longitude, latitude).place(np.array([[east, north]]))[0]
    radius = 6371.0088
    other = Proj(proj="laea", lon_0=longitude, lat_0=latitude, R=radius * 1000)(east, north)
    if np.isfinite(other).all() and np.hypot(*other) < 1.9 * radius * 1000:
        assert flat == pytest.approx(np.array(other) / 1000, abs=0.01)


def test_way_is_the_shortest_one() -> None:
    way = great_circle(np.array([SYDNEY, SANTIAGO]))
    geod = Geod(a=6371008.8, b=6371008.8)
    _, _, whole = geod.inv(*SYDNEY, *SANTIAGO)
    assert geod.line_length(way[:, 0], way[:, 1]) == pytest.approx(whole, rel=1e-9)
    assert way[:, 1].min() < -60


@pytest.mark.parametrize(
    "places",
    [
        (SYDNEY, SANTIAGO),
        ((72.8, 40.5), (75.99, 39.47)),
        ((10.0, 50.0), (-170.0, -50.0)),
        ((5.0, 5.0), (5.0, 5.0)),
    ],
)
def test_every_pair_fits_the_window(places: tuple[tuple[float, float], ...]) -> None:
    features = pair(*places)
    view = View.of(features)
    spots = view.draw(great_circle(np.array(places)))
    assert (spots >= 0).all()
    assert (spots <= [WIDTH, HEIGHT]).all()


def test_way_over_the_antimeridian_stays_whole() -> None:
    spots = View.of(pair(SYDNEY, SANTIAGO)).draw(great_circle(np.array([SYDNEY, SANTIAGO])))
    assert np.abs(np.diff(spots, axis=0)).max() < WIDTH / 20


def test_names_do_not_meet() -> None:
    drawn = map_of(document().map, View.of(document().map), (), VOICE)
    names = re.findall(r'<text class="name (?:city|airport)" x="([\d.]+)" y="([\d.]+)"', drawn)
    assert len(names) == 4
    assert len(set(names)) == 4


def test_country_in_sight_is_drawn_and_named() -> None:
    view = View.of(document().map)
    outlines = Outlines(
        (Outline({"en": "Here"}, (SQUARE,)), Outline({"en": "Far"}, (SQUARE - [100.0, 80.0],)))
    )
    assert [caption.names["en"] for caption in captions(view, outlines, document().map)] == ["Here"]
    assert land(view, outlines).count("Z") == 1
    assert ">Here</text>" in map_of(document().map, view, captions(view, outlines, document().map), VOICE)


def test_land_around_the_window_is_drawn() -> None:
    view = View.of(pair((69.5, 52.0), (70.5, 53.0)))
    wide = Outlines(
        (Outline({"en": "Here"}, (np.array([[20.0, 40], [120, 40], [120, 70], [20, 70], [20, 40]]),)),)
    )
    assert land(view, wide).count("Z") == 1
    assert len(captions(view, wide, ())) == 1


def test_land_on_the_far_side_does_not_flood_the_window() -> None:
    view = View.of(pair(SYDNEY, SANTIAGO))
    far = view.projection.antipode
    ring = np.array([[-50.0, -120], [130, -120], [130, 60], [-50, 60], [-50, -120]]) / 3 + far
    drawn = land(view, Outlines((Outline({"en": "Far"}, (ring,)),)))
    assert captions(view, Outlines((Outline({"en": "Far"}, (ring,)),)), ()) == ()
    assert drawn.count("M-5000") == drawn.count("Z") - drawn.count("M-5000")
