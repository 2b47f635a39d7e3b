"""Writes places and ways as an OGC GeoPackage, with nothing but SQLite: the map of a study, lines found.

Source of the layout: OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, clauses 1.1 and 2.1. Every time stamp
is fixed, so the same study gives the same bytes.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from egiz.report import document as doc
from egiz.report.map_style import style

APPLICATION = 0x47504B47
"""``GPKG``: tells a GeoPackage from other SQLite files."""
VERSION = 10301
STAMP = "2000-01-01T00:00:00.000Z"
WGS84 = 4326
LITTLE = 1
POINT, LINE, LINES = 1, 2, 5
WITH_BOX = 0b0011
"""Header flags: little endian, envelope of four numbers."""

WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
)
TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""
LAYER = "CREATE TABLE {name} (\n  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {kind}, {columns})"
STYLES = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME);
"""
"""As QGIS makes it."""
SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", None),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
    ("WGS 84 geodetic", WGS84, "EPSG", WGS84, WKT, None),
)


OWN_LAYERS: Mapping[str, str] = {"rival_airport": "rival_airports", "leak": "leaks"}
"""Roles that have a layer of their own, where a study has some."""


STUDY_COLUMNS: Mapping[str, str] = dict.fromkeys(
    ("id", "role", "name_en", "name_ru", "name_kk", "proposal"), "TEXT"
)
"""Columns of the layers of a study."""

Vertices = Sequence[tuple[float, float]]
"""Longitude and latitude of each vertex [degrees]."""
Cell = str | int | float | None
"""What a column holds."""


@dataclass(frozen=True, slots=True)
class Row:
    """A feature of a layer."""

    parts: tuple[Vertices, ...]
    """Its lines; a point is one part of one vertex."""
    cells: tuple[Cell, ...]
    """What its columns hold."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Features of one sort of geometry."""

    name: str
    """Its table."""
    kind: str
    """POINT, LINESTRING or MULTILINESTRING."""
    columns: Mapping[str, str]
    """Name and type (TEXT, INTEGER, REAL) of each column beside the geometry."""
    rows: tuple[Row, ...]
    """What it holds."""


def geopackage(features: Iterable[doc.Feature], legend: Mapping[str, str] | None = None) -> bytes:
    """Write the map of a study: layers ``places``, ``routes``, and those of roles that have one of their own.

    A way across the antimeridian keeps its own longitudes.

    Parameters
    ----------
    features
        Places and ways.
    legend
        What the legend of a map program says of each role; none: the role itself.
    """
    found = tuple(layers(tuple(features)))
    return package(found, {layer.name: _style(layer, legend or {}) for layer in found if layer.rows})


def _style(layer: Layer, legend: Mapping[str, str]) -> str:
    role = tuple(STUDY_COLUMNS).index("role")
    return style(layer.kind, tuple(dict.fromkeys(str(row.cells[role]) for row in layer.rows)), legend)


def package(layers: Iterable[Layer], styles: Mapping[str, str] | None = None) -> bytes:
    """Write layers as a GeoPackage, with the styles of those that have one."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};{TABLES}")
        base.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", SYSTEMS)
        for layer in layers:
            _add(base, layer)
        _add_styles(base, styles or {})
        base.commit()
        return bytes(base.serialize())


def layers(features: tuple[doc.Feature, ...]) -> Iterator[Layer]:
    """Sort features into layers; the first two are always there."""
    for name, kind, sort in (("places", "POINT", doc.Point), ("routes", "LINESTRING", doc.Line)):
        plain = (item for item in features if item.role not in OWN_LAYERS)
        yield _layer(name, kind, tuple(item for item in plain if isinstance(item.geometry, sort)))
    for role, name in OWN_LAYERS.items():
        own = tuple(item for item in features if item.role == role)
        if own:
            yield _layer(name, "POINT" if isinstance(own[0].geometry, doc.Point) else "LINESTRING", own)


def _layer(name: str, kind: str, features: tuple[doc.Feature, ...]) -> Layer:
    return Layer(name, kind, STUDY_COLUMNS, tuple(map(_row, features)))


def _row(item: doc.Feature) -> Row:
    geometry, names = item.geometry, item.names
    vertices = (geometry.coordinates,) if isinstance(geometry, doc.Point) else geometry.coordinates
    return Row((vertices,), (item.id, item.role, names.en, names.ru, names.kk, item.proposal))


def _add(base: sqlite3.Connection, layer: Layer) -> None:
    columns = ", ".join(f"{name} {sort}" for name, sort in layer.columns.items())
    base.execute(LAYER.format(name=layer.name, kind=layer.kind, columns=columns))
    vertices = [vertex for row in layer.rows for part in row.parts for vertex in part]
    box = _box(vertices) if vertices else (None, None, None, None)
    contents = (layer.name, "features", layer.name, "", STAMP, *box, WGS84)
    base.execute("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", contents)
    place = (layer.name, "geom", layer.kind, WGS84, 0, 0)
    base.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)", place)
    marks = ", ".join("?" * (1 + len(layer.columns)))
    names = ", ".join(("geom", *layer.columns))
    rows = [(_geometry(layer.kind, row), *row.cells) for row in layer.rows]
    base.executemany(f"INSERT INTO {layer.name} ({names}) VALUES ({marks})", rows)


def _add_styles(base: sqlite3.Connection, styles: Mapping[str, str]) -> None:
    """Write the table in which map programs look for styles."""
    if not styles:
        return
    base.executescript(STYLES)
    base.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,"
        " styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)"
        " VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '', NULL, ?)",
        [(name, name, qml, STAMP) for name, qml in styles.items()],
    )


def _box(vertices: Vertices) -> tuple[float, float, float, float]:
    easts, norths = zip(*vertices, strict=True)
    return (min(easts), min(norths), max(easts), max(norths))


def _geometry(kind: str, row: Row) -> bytes:
    """GeoPackage header with envelope, then well-known binary."""
    west, south, east, north = _box([vertex for part in row.parts for vertex in part])
    header = struct.pack("<2sBBi4d", b"GP", 0, WITH_BOX, WGS84, west, east, south, north)
    if kind == "POINT":
        return header + struct.pack("<BI2d", LITTLE, POINT, *row.parts[0][0])
    lines = b"".join(map(_line, row.parts))
    if kind == "LINESTRING":
        return header + lines
    return header + struct.pack("<BII", LITTLE, LINES, len(row.parts)) + lines


def _line(vertices: Vertices) -> bytes:
    flat = [number for vertex in vertices for number in vertex]
    return struct.pack(f"<BII{len(flat)}d", LITTLE, LINE, len(vertices), *flat)
