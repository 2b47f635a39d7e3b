"""Reads the polygons that a user brings: GeoJSON, or a GeoPackage by sqlite3."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from egiz.errors import Fault, InputError, Value
from egiz.facts.surface.geometry import NotAnArea, rings_of_json, rings_of_package
from egiz.facts.surface.record import COVERS, Area, Cover
from egiz.world.sphere import HALF_TURN, TURN, Points

LONGEST = 80
"""A text of a file is shown up to so many letters."""
MOST = 20
"""So many faults are told of a file, no more."""
DEGREES = 4326
"""Longitude and latitude on WGS84."""

Project = Callable[[Points], Points]
"""Turns (y, x) of a layer into latitude, longitude."""


@dataclass(slots=True)
class Reading:
    """A file being read: areas and faults found so far."""

    path: Path
    """The file."""
    areas: list[Area] = field(default_factory=list)
    """Areas, in the order of the file."""
    faults: list[Fault] = field(default_factory=list)
    """What is wrong."""

    def fault(self, key: str, values: Mapping[str, Value]) -> None:
        """Note a fault."""
        self.faults.append(Fault(key, {"path": str(self.path), **values}))

    def feature(
        self, number: str, fields: Mapping[str, object], rings: Callable[[], tuple[Points, ...]]
    ) -> None:
        """Take an area, or note what is wrong with it.

        Parameters
        ----------
        number
            What the feature is called.
        fields
            Its properties: ``surface`` says what it is, ``weight`` what a metre costs.
        rings
            Gives its rings: latitude, longitude [degrees].
        """
        cover, weight = self._cover(number, fields), self._weight(number, fields)
        try:
            found = rings()
        except NotAnArea as error:
            self.fault("surface-not-area", {"feature": number, "kind": str(error)})
            return
        points = np.concatenate(found) if found else np.zeros((0, 2))
        wrong = ~np.isfinite(points).all(axis=1) | (np.abs(points) > [HALF_TURN / 2.0, TURN]).any(axis=1)
        if wrong.any():
            place = points[int(np.flatnonzero(wrong)[0])]
            self.fault("surface-degrees", {"feature": number, "place": f"{place[1]:g},{place[0]:g}"})
        elif cover is not None:
            self.areas.append(Area(cover, found, weight))

    def _cover(self, number: str, fields: Mapping[str, object]) -> Cover | None:
        """What a feature is for a line."""
        told = str(fields.get("surface", "")).strip().lower()
        found = next((cover for cover in COVERS if cover == told), None)
        if found is None:
            values = {"feature": number, "found": told[:LONGEST], "covers": ", ".join(COVERS)}
            self.fault("surface-cover", values)
        return found

    def _weight(self, number: str, fields: Mapping[str, object]) -> float | None:
        """The weight that a feature states."""
        told = fields.get("weight")
        if told is None or told == "":
            return None
        try:
            weight = float(str(told))
        except ValueError:
            weight = np.nan
        if not 1.0 <= weight < np.inf:
            self.fault("surface-weight", {"feature": number, "found": str(told)[:LONGEST]})
            return None
        return weight


def read_areas(path: Path) -> tuple[Area, ...]:
    """Areas of a GeoJSON file or of all polygon layers of a GeoPackage.

    Parameters
    ----------
    path
        The file. Each feature says in ``surface`` what it is: ``water``, ``built``, ``protected`` or
        ``closed``; in ``weight``, if it likes, what a metre of line costs there over one in the open.

    Raises
    ------
    InputError
        Every fault of the file, up to twenty: ``surface-not-there``, ``surface-format``,
        ``surface-not-read``, ``surface-no-layer``, ``surface-projection``, ``surface-not-area``,
        ``surface-degrees``, ``surface-cover``, ``surface-weight``.
    """
    readers = {".geojson": _read_json, ".json": _read_json, ".gpkg": _read_package}
    if not path.is_file():
        raise InputError.of("surface-not-there", {"path": str(path)})
    if path.suffix.lower() not in readers:
        raise InputError.of("surface-format", {"path": str(path)})
    reading = Reading(path)
    try:
        readers[path.suffix.lower()](reading)
    except (sqlite3.Error, ValueError, TypeError, RecursionError) as error:
        raise InputError.of("surface-not-read", {"path": str(path), "why": str(error)[:LONGEST]}) from error
    if reading.faults:
        raise InputError(reading.faults[:MOST])
    return tuple(reading.areas)


def _read_json(reading: Reading) -> None:
    """Read GeoJSON: always longitude and latitude."""
    content = json.loads(reading.path.read_text("utf-8"))
    if not isinstance(content, dict):
        raise TypeError("no GeoJSON object")
    features = content.get("features") if content.get("type") == "FeatureCollection" else [content]
    if not isinstance(features, list):
        raise TypeError("no list of features")
    for number, feature in enumerate(features, 1):
        if not isinstance(feature, dict):
            raise TypeError(f"feature {number} is no object")
        fields = feature.get("properties") or {}
        geometry = feature.get("geometry")
        reading.feature(str(number), fields, lambda geometry=geometry: rings_of_json(geometry))  # type: ignore[misc]


def _read_package(reading: Reading) -> None:
    """Read every layer of polygons of a GeoPackage."""
    with closing(sqlite3.connect(f"{reading.path.resolve().as_uri()}?mode=ro", uri=True)) as file:
        file.row_factory = sqlite3.Row
        layers = file.execute(
            "SELECT g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition"
            " FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
            " ORDER BY g.table_name"
        ).fetchall()
        if not layers:
            reading.fault("surface-no-layer", {})
        for layer in layers:
            project = _project(layer)
            if project is None:
                reading.fault("surface-projection", {"layer": str(layer["table_name"])})
            else:
                _read_layer(reading, file, layer, project)


def _read_layer(reading: Reading, file: sqlite3.Connection, layer: sqlite3.Row, project: Project) -> None:
    """Read the features of one layer."""
    table = str(layer["table_name"]).replace('"', '""')
    for number, row in enumerate(file.execute(f'SELECT * FROM "{table}"'), 1):
        fields = {key.lower(): row[key] for key in row.keys() if key != layer["column_name"]}  # noqa: SIM118
        content = row[layer["column_name"]]
        name = f"{layer['table_name']}/{number}"
        reading.feature(name, fields, lambda content=content: tuple(_projected(content, project)))  # type: ignore[misc]


def _projected(content: object, project: Project) -> Iterator[Points]:
    """Rings of a shape in longitude and latitude."""
    if not isinstance(content, bytes):
        raise NotAnArea("null")
    for ring in rings_of_package(content):
        yield project(ring)


def _project(layer: sqlite3.Row) -> Project | None:
    """How to turn a layer into longitude and latitude; none where its projection is not known."""
    number = layer["organization_coordsys_id"]
    if str(layer["organization"]).upper() == "EPSG" and number == DEGREES:
        return lambda ring: ring
    try:
        if str(layer["organization"]).upper() == "EPSG":
            crs = CRS.from_epsg(number)
        else:
            crs = CRS.from_wkt(str(layer["definition"]))
        transformer = Transformer.from_crs(crs, CRS.from_epsg(DEGREES), always_xy=True)
    except (CRSError, ProjError):
        return None

    def turned(ring: Points) -> Points:
        longitude, latitude = transformer.transform(ring[:, 1], ring[:, 0])
        return np.stack([latitude, longitude], axis=1)

    return turned
