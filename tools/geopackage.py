"""Read polygons of a GeoPackage."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ring = NDArray[np.float64]
"""A closed line: longitude, latitude."""
ENVELOPES = (0, 32, 48, 48, 64)
"""Bytes of the box before a shape, by its kind."""
HEADER = 8
POLYGON = 3
COUNT = struct.Struct("<I")


def features(path: Path, layer: str) -> Iterator[tuple[Mapping[str, str], list[Ring]]]:
    """Fields and rings of every feature of a layer, in its order."""
    with sqlite3.connect(path) as file:
        file.row_factory = sqlite3.Row
        for row in file.execute(f'SELECT * FROM "{layer}" ORDER BY fid'):  # the name is ours
            fields = {key: str(row[key] or "") for key in row.keys() if key != "geom"}  # noqa: SIM118
            yield fields, _rings(row["geom"])


def _rings(content: bytes) -> list[Ring]:
    """Rings of one shape, outer and inner alike."""
    start = HEADER + ENVELOPES[(content[3] >> 1) & 7]
    return _well_known(content, start)[0]


def _well_known(content: bytes, at: int) -> tuple[list[Ring], int]:
    """Rings of a polygon or of several, and where the next shape begins; little-endian only."""
    if content[at] != 1:
        raise ValueError("a shape is not little-endian")
    (kind,), (parts,) = COUNT.unpack_from(content, at + 1), COUNT.unpack_from(content, at + 5)
    at += 9
    rings: list[Ring] = []
    for _ in range(parts):
        if kind % 1000 == POLYGON:
            (points,) = COUNT.unpack_from(content, at)
            rings.append(np.frombuffer(content, "<f8", 2 * points, at + 4).reshape(-1, 2))
            at += 4 + 16 * points
        else:
            inner, at = _well_known(content, at)
            rings.extend(inner)
    return rings, at
