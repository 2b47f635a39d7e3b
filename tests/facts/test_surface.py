"""What lies on the ground: the embedded world, and polygons of GeoJSON and GeoPackage."""

import json
import sqlite3
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import CRS, Transformer

from egiz.errors import InputError
from egiz.facts.surface import embedded_surface, open_surface, surface_rule
from egiz.facts.surface.border import countries_along, crossings
from egiz.facts.surface.geometry import NotAnArea, rings_of_binary, rings_of_package
from egiz.facts.surface.read import read_areas
from egiz.world.place import Place
from egiz.world.sphere import great_circle

SQUARE = [(71.0, 51.0), (71.2, 51.0), (71.2, 51.1), (71.0, 51.1), (71.0, 51.0)]
"""Longitude, latitude."""
NUMBERS = st.floats(-1e6, 1e6)


def polygon(rings: list[list[tuple[float, float]]], order: str = "<", kind: int = 3, extra: int = 0) -> bytes:
    """Well-known binary of a polygon."""
    content = struct.pack("<B", order == "<") + struct.pack(f"{order}II", kind, len(rings))
    for ring in rings:
        content += struct.pack(f"{order}I", len(ring))
        for point in ring:
            content += struct.pack(f"{order}{2 + extra}d", *point, *([7.0] * extra))
    return content


def package(shape: bytes, envelope: int = 0) -> bytes:
    """Bytes of a shape in a GeoPackage."""
    boxes = (0, 32, 48, 48, 64)
    return b"GP\0" + bytes([1 | envelope << 1]) + struct.pack("<i", 4326) + b"\0" * boxes[envelope] + shape


def write_package(path: Path, rows: list[tuple[str, float | None, bytes]], epsg: int = 4326) -> Path:
    """A GeoPackage of one layer: surface, weight, shape."""
    with sqlite3.connect(path) as file:
        file.execute(
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id INTEGER PRIMARY KEY, organization,"
            " organization_coordsys_id INTEGER, definition)"
        )
        file.execute(
            "CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id)"
        )
        wkt = CRS.from_epsg(epsg).to_wkt() if epsg else "undefined"
        file.execute(
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('x', ?, ?, ?, ?)",
            (epsg, "EPSG" if epsg else "NONE", epsg, wkt),
        )
        file.execute(
            "INSERT INTO gpkg_geometry_columns VALUES ('my \"areas\"', 'geom', 'POLYGON', ?)", (epsg,)
        )
        file.execute('CREATE TABLE "my ""areas""" (fid INTEGER PRIMARY KEY, Surface, weight, geom BLOB)')
        file.executemany('INSERT INTO "my ""areas""" (Surface, weight, geom) VALUES (?, ?, ?)', rows)
    file.close()
    return path


def write_json(path: Path, features: list[tuple[dict[str, object], dict[str, object] | None]]) -> Path:
    content = [{"type": "Feature", "properties": fields, "geometry": shape} for fields, shape in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": content}))
    return path


def keys(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [fault.key for fault in error.value.faults]


def test_cities_have_circles_of_their_people() -> None:
    surface = embedded_surface()
    assert surface.town_radius_m is not None
    people = np.pi * (surface.town_radius_m / 1000.0) ** 2 * surface_rule().built_up_density
    assert people.max() > 1e7
    assert 1_000.0 < np.median(surface.town_radius_m) < 3_000.0


def test_outlines_reach_the_date_line() -> None:
    ends = np.array([np.abs(ring[:, 1]).max() for ring in embedded_surface().land.rings])
    assert not ((ends > 179.89) & (ends < 180.0)).any()
    assert (ends == 180.0).sum() >= 2


@given(
    st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=9, unique=True),
    st.sampled_from("<>"),
    st.sampled_from(
        [(3, 0), (1003, 1), (2003, 1), (3003, 2), (0x80000003, 1), (0x40000003, 1), (0xC0000003, 2)]
    ),
    st.integers(0, 4),
)
def test_polygons_come_back(
    points: list[tuple[float, float]], order: str, sort: tuple[int, int], box: int
) -> None:
    kind, extra = sort
    shape = polygon([[*points, points[0]], points], order, kind, extra)
    for rings in (rings_of_binary(shape), rings_of_package(package(shape, box))):
        assert len(rings) == 2
        for ring in rings:
            assert ring[:-1, ::-1].tolist() == [list(point) for point in points][: len(ring) - 1]
            assert ring[0].tolist() == ring[-1].tolist()


def test_several_polygons_and_collections() -> None:
    one = polygon([SQUARE])
    for kind in (6, 7):
        several = struct.pack("<BII", 1, kind, 2) + one + polygon([SQUARE], ">")
        assert len(rings_of_binary(several)) == 2


@given(st.binary(max_size=60))
def test_bytes_without_sense_are_refused_quietly(content: bytes) -> None:
    for start in (content, b"GP\0\1" + content):
        try:
            assert rings_of_package(start) == () or len(rings_of_package(start)) > 0
        except NotAnArea:
            continue


def test_geojson(tmp_path: Path) -> None:
    shape = {"type": "Polygon", "coordinates": [SQUARE]}
    both = {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}
    path = write_json(
        tmp_path / "a.geojson", [({"surface": "Water"}, shape), ({"surface": "built", "weight": 4}, both)]
    )
    water, built = open_surface(path).areas
    assert (water.cover, water.weight, len(water.rings)) == ("water", None, 1)
    assert (built.cover, built.weight, len(built.rings)) == ("built", 4.0, 2)
    assert water.rings[0].tolist() == [[y, x] for x, y in SQUARE]


@pytest.mark.parametrize("epsg", [4326, 3857, 32642])
def test_geopackage_in_any_projection(tmp_path: Path, epsg: int) -> None:
    x, y = Transformer.from_crs(4326, epsg, always_xy=True).transform(*np.array(SQUARE).T)
    shape = package(polygon([list(zip(x.tolist(), y.tolist(), strict=True))]), 1)
    (area,) = read_areas(write_package(tmp_path / "a.gpkg", [("closed", None, shape)], epsg))
    assert area.cover == "closed"
    assert area.rings[0][:, ::-1] == pytest.approx(np.array(SQUARE), abs=1e-7)


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    shape = {"type": "Polygon", "coordinates": [SQUARE]}
    path = write_json(
        tmp_path / "a.geojson",
        [
            ({"surface": "lava"}, shape),
            ({"surface": "water", "weight": 0.5}, shape),
            ({"surface": "water", "weight": "much"}, shape),
            ({"surface": "water"}, {"type": "LineString", "coordinates": SQUARE}),
            ({"surface": "water"}, None),
            (
                {"surface": "water"},
                {"type": "Polygon", "coordinates": [[(0, 95), (1, 95), (1, 96), (0, 95)]]},
            ),
            ({"surface": "water"}, {"type": "Polygon", "coordinates": [[(500000, 5600000)] * 4]}),
            ({"surface": "water"}, {"type": "Polygon", "coordinates": [["x"]]}),
            ({"surface": "water"}, {"type": "Polygon", "coordinates": [SQUARE[:2]]}),
        ],
    )
    with pytest.raises(InputError) as error:
        read_areas(path)
    assert keys(error) == [
        "surface-cover",
        "surface-weight",
        "surface-weight",
        "surface-not-area",
        "surface-not-area",
        "surface-degrees",
        "surface-degrees",
        "surface-not-area",
        "surface-not-area",
    ]
    assert {fault.values["path"] for fault in error.value.faults} == {str(path)}


def test_faults_of_a_package(tmp_path: Path) -> None:
    line = struct.pack("<BII4d", 1, 2, 2, 71.0, 51.0, 72.0, 52.0)
    path = write_package(tmp_path / "a.gpkg", [("water", None, package(line)), ("water", None, b"nonsense")])
    with pytest.raises(InputError) as error:
        read_areas(path)
    assert keys(error) == ["surface-not-area", "surface-not-area"]
    with pytest.raises(InputError) as error:
        read_areas(write_package(tmp_path / "b.gpkg", [("water", None, package(polygon([SQUARE])))], 0))
    assert keys(error) == ["surface-projection"]


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("none.gpkg", None, "surface-not-there"),
        ("a.shp", b"", "surface-format"),
        ("a.gpkg", b"not a database, but long enough to look like one", "surface-not-read"),
        ("a.geojson", b"{", "surface-not-read"),
        ("a.geojson", b"[]", "surface-not-read"),
        ("a.geojson", b"\xff\xfe", "surface-not-read"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [3]}', "surface-not-read"),
    ],
)
def test_files_that_are_none(tmp_path: Path, name: str, content: bytes | None, key: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as error:
        read_areas(tmp_path / name)
    assert keys(error) == [key]


def test_the_first_case_crosses_one_border() -> None:
    """Chelyabinsk to Astana: Russia, then Kazakhstan; the border lies 120 to 260 km from Chelyabinsk."""
    line = great_circle(Place(55.16, 61.43), Place(51.18, 71.45), 400)
    codes = countries_along(line[:, 0], line[:, 1])
    assert set(codes) == {"RU", "KZ"}
    assert codes[0] == "RU"
    assert codes[-1] == "KZ"
    places = crossings(codes)
    assert len(places) % 2 == 1
    assert 60 <= places[0] <= 130


def test_countries_at_sea_and_beyond_the_date_line() -> None:
    assert countries_along(np.array([0.0, 47.0, 66.5, -75.0]), np.array([-30.0, 2.5, 184.0, 40.0])) == (
        "",
        "FR",
        "RU",
        "AQ",
    )
    assert crossings(("RU", "", "RU", "KZ", "KZ", "", "CN")) == (2, 4)
    assert crossings(()) == ()
