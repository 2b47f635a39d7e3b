"""The map: true in size about its centre, whole across the antimeridian, names apart."""

import re
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod, Proj

from egiz.report import document as doc
from egiz.report.label import Box
from egiz.report.land import Terrain, land, terrain
from egiz.report.map import LETTERS, Scene, labels, map_of
from egiz.report.outline import Outline, Outlines, outlines
from egiz.report.projection import Projection, great_circle
from egiz.report.stroke import AROUND, clipped, path, thinned
from egiz.report.view import HEIGHT, WIDTH, View
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.world.place import LANGUAGES
from egiz.world.shape import inside
from report.fixture import document

WORDS = Words.of(["egiz.report"])
VOICE = Voice(WORDS, "en")
SYDNEY, SANTIAGO = (151.18, -33.95), (-70.79, -33.39)


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


def boxes(scene: Scene, factor: float, language: str) -> list[Box]:
    return [label.box for label in labels(scene, Voice(WORDS, language), factor)]


@pytest.mark.parametrize("factor", LETTERS.values())
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_do_not_meet(language: str, factor: float) -> None:
    found = boxes(Scene.of(document(), outlines()), factor, language)
    assert len(found) >= 5
    assert not [1 for one, other in combinations(found, 2) if one.meets(other)]
    assert all(box.in_window for box in found)


def drawn(features: tuple[doc.Feature, ...], known: Outlines) -> Terrain:
    return terrain(View.of(features), known, [])


def outline(code: str, *ring: tuple[float, float]) -> Outline:
    return Outline(code, {"en": code}, (np.array([*ring, ring[0]]),))


def test_country_in_sight_is_drawn_and_named() -> None:
    here = outline("HERE", (60.0, 45.0), (80.0, 45.0), (80.0, 60.0), (60.0, 60.0))
    far = outline("FAR", (-60.0, -45.0), (-40.0, -45.0), (-40.0, -30.0))
    scene = Scene.of(document(), Outlines((here, far)))
    assert [area.code for area, _ in scene.ground.areas] == ["HERE"]
    assert ">HERE</text>" in map_of(scene, VOICE)


def test_shared_edge_is_a_border_and_drawn_once() -> None:
    west = outline("W", (60.0, 50.0), (66.0, 50.0), (66.0, 53.0), (66.0, 56.0), (60.0, 56.0), (60.0, 53.0))
    east = outline("E", (66.0, 50.0), (72.0, 50.0), (72.0, 56.0), (66.0, 56.0), (66.0, 53.0))
    part = outline("W.1", (60.0, 50.0), (66.0, 50.0), (66.0, 53.0), (60.0, 53.0))
    ground = drawn(pair((62.0, 53.0), (70.0, 53.5)), Outlines((west, east), (part,)))
    assert len(ground.lines["border"]) == 1
    assert len(ground.lines["part"]) == 1
    longest = max(np.ptp(piece[:, 0]) for piece in ground.lines["border"])
    assert longest < WIDTH / 10


def test_land_around_the_window_fills_it() -> None:
    wide = outline("WIDE", (20.0, 40.0), (120.0, 40.0), (120.0, 70.0), (20.0, 70.0))
    ((_, rings),) = drawn(pair((69.5, 52.0), (70.5, 53.0)), Outlines((wide,))).areas
    assert inside_rings(rings, (WIDTH / 2, HEIGHT / 2))


def test_land_on_the_far_side_does_not_flood_the_window() -> None:
    features = pair(SYDNEY, SANTIAGO)
    far = View.of(features).projection.antipode
    corners = ((-50.0, -40.0), (50.0, -40.0), (50.0, 20.0), (-50.0, 20.0))
    known = Outlines((outline("FAR", *((far[0] + x, far[1] + y) for x, y in corners)),))
    for _, rings in drawn(features, known).areas:
        assert not inside_rings(rings, (WIDTH / 2, HEIGHT / 2))


def inside_rings(rings: tuple[np.ndarray, ...], spot: tuple[float, float]) -> bool:
    closed = [np.vstack((ring, ring[:1]))[:, ::-1] for ring in rings]
    return bool(inside(closed, spot[1], spot[0]))


def test_parts_of_countries_are_left_out_of_wide_maps() -> None:
    part = outline("BR.1", (-50.0, -25.0), (-45.0, -25.0), (-45.0, -20.0))
    country = outline("BR", (-60.0, -30.0), (-40.0, -30.0), (-40.0, -10.0))
    ground = drawn(pair((-46.6, -23.5), (8.5, 47.4)), Outlines((country,), (part,)))
    assert ground.lines["part"] == ()
    assert 'class="far"' in land(ground)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=2, max_size=60), st.floats(0.1, 5))
def test_thinned_line_stays_near_its_course(points: list[tuple[float, float]], allowed: float) -> None:
    line = np.array(points)
    kept = thinned(line, allowed)
    assert (kept[[0, -1]] == line[[0, -1]]).all()
    assert {tuple(spot) for spot in kept} <= {tuple(spot) for spot in line}


def test_thinning_keeps_corners_and_drops_the_rest() -> None:
    line = np.array([[0, 0], [1, 0.1], [2, 0], [2.1, 5], [2, 9]], dtype=float)
    assert thinned(line, 0.5).tolist() == [[0, 0], [2, 0], [2, 9]]


def test_clipping_keeps_the_part_inside() -> None:
    ring = np.array([[-500.0, 100.0], [WIDTH / 2, 100.0], [WIDTH / 2, 200.0], [-500.0, 200.0]])
    cut = clipped(ring)
    assert cut[:, 0].min() == pytest.approx(-AROUND)
    assert cut[:, 0].max() == pytest.approx(WIDTH / 2)
    assert len(clipped(ring - [5000.0, 0.0])) == 0


@given(st.lists(st.tuples(st.integers(-9000, 9000), st.integers(-9000, 9000)), min_size=2, max_size=20))
def test_path_says_where_each_point_is(tenths: list[tuple[int, int]]) -> None:
    written = path(np.array(tenths) / 10.0)
    numbers = [float(n) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", written)]
    spots = np.cumsum(np.array(numbers).reshape(-1, 2), axis=0)
    turns = [spot for spot, last in zip(tenths, [None, *tenths], strict=False) if spot != last]
    assert spots == pytest.approx(np.array(turns) / 10.0, abs=1e-6)
