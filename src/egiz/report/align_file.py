"""Writes lines that were found as a GeoPackage, as GeoJSON or as a drawing, by the name of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from egiz.errors import Fault
from egiz.report.align import AlignDocument, Alternative, LineString
from egiz.report.export import place
from egiz.report.front_drawing import front_drawing
from egiz.report.geopackage import Cell, Layer, Row, package
from egiz.report.line import Piece, Vertices, vertices_of
from egiz.report.line_profile import profile_drawing
from egiz.study.align.answer import Answer
from egiz.world.sphere import METRES_PER_KILOMETRE

PACKAGE, GEOJSON, DRAWING = ".gpkg", ".geojson", ".svg"
LINE_COLUMNS = {
    "alternative": "INTEGER",
    "speed_kmh": "REAL",
    "unbeaten": "INTEGER",
    "length_km": "REAL",
    "detour": "REAL",
    "radius_m": "REAL",
    "grade_permille": "REAL",
    "viaduct_km": "REAL",
    "tunnel_km": "REAL",
    "bridge_km": "REAL",
    "fill_m3": "REAL",
    "cut_m3": "REAL",
    "cost_usd_low": "REAL",
    "cost_usd_middle": "REAL",
    "cost_usd_high": "REAL",
    "train": "TEXT",
    "minutes_low": "REAL",
    "minutes_middle": "REAL",
    "minutes_high": "REAL",
    "terrain": "TEXT",
    "spacing_m": "REAL",
}
"""Columns of the layer ``lines``."""
PIECE_COLUMNS = {
    "alternative": "INTEGER",
    "from_km": "REAL",
    "to_km": "REAL",
    "radius_m": "REAL",
    "structure": "TEXT",
    "grade_permille": "REAL",
    "steepest_permille": "REAL",
}
"""Columns of the layer ``pieces``."""
STATION_COLUMNS = {"alternative": "INTEGER", "number": "INTEGER", "km": "REAL"}
"""Columns of the layer ``stations``."""


def check_file(out: str) -> tuple[Fault, ...]:
    """What is wrong with the name of the file, before anything is worked out."""
    if out and Path(out).suffix.lower() not in {PACKAGE, GEOJSON, DRAWING}:
        return (Fault("line-file", {"path": out}),)
    if out and Path(out).is_dir():
        return (Fault("line-file", {"path": out}),)
    return ()


def is_drawing(out: str) -> bool:
    """Whether a file is a drawing."""
    return Path(out).suffix.lower() == DRAWING


def write_align(answer: Answer, document: AlignDocument, out: str, language: str) -> str:
    """Write lines into a file and give its path; an SVG is drawn in a language.

    Raises
    ------
    InputError
        The file cannot be written; what was there is as it was.
    """
    path = Path(out)
    suffix, layers = path.suffix.lower(), tuple(layers_of(answer, document))
    if suffix == DRAWING:
        drawn = front_drawing if len(answer.request.standards) > 1 else profile_drawing
        content = drawn(answer, language)
    else:
        content = package(layers) if suffix == PACKAGE else geojson(layers)
    place({path.name: content}, path.parent)
    return out


def layers_of(answer: Answer, document: AlignDocument) -> Iterator[Layer]:
    """Lines as a whole, their pieces, and the points that they pass."""
    numbered = tuple(enumerate(document.alternatives, 1))
    lines = tuple(_line(number, one, document) for number, one in numbered)
    yield Layer("lines", "MULTILINESTRING", LINE_COLUMNS, lines)
    pieces = tuple(row for number, one in numbered for row in _pieces(number, one, answer))
    yield Layer("pieces", "LINESTRING", PIECE_COLUMNS, pieces)
    stations = tuple(
        Row(((point,),), (number, place, km))
        for number, one in numbered
        for place, (point, km) in enumerate(zip(document.points, one.stations_km, strict=True), 1)
    )
    yield Layer("stations", "POINT", STATION_COLUMNS, stations)


def geojson(layers: tuple[Layer, ...]) -> bytes:
    """Write layers as one collection of features; the property ``layer`` tells them apart."""
    features = [
        {"type": "Feature", "properties": _properties(layer, row), "geometry": _geometry(layer, row.parts)}
        for layer in layers
        for row in layer.rows
    ]
    content = {"type": "FeatureCollection", "features": features}
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def _properties(layer: Layer, row: Row) -> object:
    return {"layer": layer.name, **dict(zip(layer.columns, row.cells, strict=True))}


def _geometry(layer: Layer, parts: tuple[Sequence[tuple[float, float]], ...]) -> object:
    """A line is a line even where its layer may hold more than one."""
    if layer.kind == "POINT":
        return {"type": "Point", "coordinates": parts[0][0]}
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": parts}


def _line(number: int, one: Alternative, document: AlignDocument) -> Row:
    geometry, structures, cost, time = one.geometry, one.structures, one.cost_usd, one.run.minutes
    parts: tuple[Vertices, ...] = (
        (geometry.coordinates,) if isinstance(geometry, LineString) else geometry.coordinates
    )
    cells = (
        one.rules.speed_kmh,
        int(one.unbeaten),
        one.length_km,
        one.detour,
        one.radius_m,
        one.grade_permille,
        structures.viaduct_km.middle,
        structures.tunnel_km.middle,
        structures.bridge_km.middle,
        one.earthworks.fill_m3.middle,
        one.earthworks.cut_m3.middle,
        cost.low,
        cost.middle,
        cost.high,
        one.run.train,
        *((None, None, None) if time is None else (time.low, time.middle, time.high)),
    )
    rest = (document.terrain.name, document.terrain.spacing_m)
    return Row(parts, (number, *map(_cell, (*cells, *rest))))


def _pieces(number: int, one: Alternative, answer: Answer) -> Iterator[Row]:
    """Pieces, each cut once more where it crosses the date line."""
    plan = answer.lines[number - 1].alignment.plan
    for piece in one.pieces:
        span = (piece.from_km * METRES_PER_KILOMETRE, piece.to_km * METRES_PER_KILOMETRE)
        for part in vertices_of(answer.frame, plan, *span):
            yield Row((part,), (number, *_cells(piece)))


def _cells(piece: Piece) -> tuple[Cell, ...]:
    names = ("from_km", "to_km", "radius_m", "structure", "grade_permille", "steepest_permille")
    return tuple(_cell(getattr(piece, name)) for name in names)


def _cell(value: Cell) -> Cell:
    return float(f"{value:.6g}") if isinstance(value, float) else value
