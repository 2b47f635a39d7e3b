"""Writes ``map.gpkg``: the places and ways of a study as an OGC GeoPackage, with nothing but SQLite.

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

APPLICATION = 0x47504B47
"""``GPKG``: tells a GeoPackage from other SQLite files."""
VERSION = 10301
STAMP = "2000-01-01T00:00:00.000Z"
WGS84 = 4326
LITTLE = 1
POINT, LINE = 1, 2
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
LAYER = """
CREATE TABLE {name} (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {kind}, id TEXT, role TEXT,
  name_en TEXT, name_ru TEXT, name_kk TEXT, proposal TEXT)
"""
SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", None),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
    ("WGS 84 geodetic", WGS84, "EPSG", WGS84, WKT, None),
)


OWN_LAYERS: Mapping[str, str] = {"rival_airport": "rival_airports", "leak": "leaks"}
"""Roles that have a layer of their own, where a study has some."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Features of one sort of geometry."""

    name: str
    """Its table."""
    kind: str
    """POINT or LINESTRING."""
    features: tuple[doc.Feature, ...]
    """What it holds."""


def geopackage(features: Iterable[doc.Feature]) -> bytes:
    """Write the layers ``places`` and ``routes``, and those of roles that have one of their own.

    A way across the antimeridian keeps its own longitudes.
    """
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};{TABLES}")
        base.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", SYSTEMS)
        for layer in layers(tuple(features)):
            _add(base, layer)
        base.commit()
        return bytes(base.serialize())


def layers(features: tuple[doc.Feature, ...]) -> Iterator[Layer]:
    """Sort features into layers; the first two are always there."""
    for name, kind, sort in (("places", "POINT", doc.Point), ("routes", "LINESTRING", doc.Line)):
        plain = (item for item in features if item.role not in OWN_LAYERS)
        yield Layer(name, kind, tuple(item for item in plain if isinstance(item.geometry, sort)))
    for role, name in OWN_LAYERS.items():
        own = tuple(item for item in features if item.role == role)
        if own:
            yield Layer(name, "POINT" if isinstance(own[0].geometry, doc.Point) else "LINESTRING", own)


def _add(base: sqlite3.Connection, layer: Layer) -> None:
    base.execute(LAYER.format(name=layer.name, kind=layer.kind))
    vertices = [vertex for feature in layer.features for vertex in _vertices(feature)]
    box = _box(vertices) if vertices else (None, None, None, None)
    contents = (layer.name, "features", layer.name, "", STAMP, *box, WGS84)
    base.execute("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", contents)
    columns = (layer.name, "geom", layer.kind, WGS84, 0, 0)
    base.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)", columns)
    rows = [
        (_geometry(item), item.id, item.role, item.names.en, item.names.ru, item.names.kk, item.proposal)
        for item in layer.features
    ]
    names = "geom, id, role, name_en, name_ru, name_kk, proposal"
    base.executemany(f"INSERT INTO {layer.name} ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _vertices(feature: doc.Feature) -> Sequence[tuple[float, float]]:
    geometry = feature.geometry
    return (geometry.coordinates,) if isinstance(geometry, doc.Point) else geometry.coordinates


def _box(vertices: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    easts, norths = zip(*vertices, strict=True)
    return (min(easts), min(norths), max(easts), max(norths))


def _geometry(feature: doc.Feature) -> bytes:
    """GeoPackage header with envelope, then well-known binary."""
    vertices = _vertices(feature)
    west, south, east, north = _box(vertices)
    header = struct.pack("<2sBBi4d", b"GP", 0, WITH_BOX, WGS84, west, east, south, north)
    flat = [number for vertex in vertices for number in vertex]
    if isinstance(feature.geometry, doc.Point):
        return header + struct.pack("<BI2d", LITTLE, POINT, *flat)
    return header + struct.pack(f"<BII{len(flat)}d", LITTLE, LINE, len(vertices), *flat)
