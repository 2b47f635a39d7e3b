"""Polygons as bytes (well-known binary) and as text (GeoJSON), turned into rings."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from egiz.world.sphere import Points

POLYGON, SEVERAL, COLLECTION = 3, 6, 7
"""Kinds of shapes that hold areas: a polygon, several of them, a collection of shapes."""
KINDS = {1: "Point", 2: "LineString", 3: "Polygon", 4: "MultiPoint", 5: "MultiLineString", 6: "MultiPolygon"}
"""Names of kinds by number."""
ISO = 1000
"""Kinds beyond this have more than two numbers a point: 1000 height, 2000 measure, 3000 both."""
FLAG_Z, FLAG_M, FLAG_SRID = 0x80000000, 0x40000000, 0x20000000
"""The same in the dialect of PostGIS, which may state the projection too."""
ENVELOPES = (0, 32, 48, 48, 64)
"""Bytes of the box before a shape in a GeoPackage, by its kind."""
HEADER = 8
FEWEST = 4
"""Points of a closed ring."""


class NotAnArea(ValueError):
    """A shape is a point or a line, or its bytes make no sense; says which."""


@dataclass(slots=True)
class _Bytes:
    """Well-known binary, read from front to back."""

    content: bytes
    at: int

    def take(self, order: str, code: str) -> int:
        """The next whole number."""
        (number,) = struct.unpack_from(order + code, self.content, self.at)
        self.at += struct.calcsize(order + code)
        return int(number)

    def ring(self, order: str, width: int) -> Points:
        """The next ring: latitude or y, longitude or x."""
        count = self.take(order, "I")
        numbers = np.frombuffer(self.content, f"{order}f8", count * width, self.at)
        self.at += numbers.nbytes
        return closed(numbers.reshape(count, width)[:, 1::-1].astype(np.float64))


def rings_of_package(content: bytes) -> tuple[Points, ...]:
    """Rings of a shape of a GeoPackage: (y, x) in its projection; raises `NotAnArea`."""
    if content[:2] != b"GP" or len(content) <= HEADER:
        raise NotAnArea("?")
    kind = (content[3] >> 1) & 7
    if kind >= len(ENVELOPES):
        raise NotAnArea("?")
    return rings_of_binary(content, HEADER + ENVELOPES[kind])


def rings_of_binary(content: bytes, start: int = 0) -> tuple[Points, ...]:
    """Rings of polygons in well-known binary, of either byte order, with or without heights.

    Parameters
    ----------
    content
        The bytes.
    start
        Where the shape begins.

    Returns
    -------
    tuple of Points
        Closed rings, outer and inner alike: (y, x), in the numbers of the file.

    Raises
    ------
    NotAnArea
        A point or a line, or bytes that end too soon.
    """
    try:
        return tuple(_rings(_Bytes(content, start)))
    except (struct.error, ValueError, IndexError) as error:
        if isinstance(error, NotAnArea):
            raise
        raise NotAnArea("?") from error


def _rings(content: _Bytes) -> list[Points]:
    """Rings of the next shape."""
    order = "<" if content.content[content.at] else ">"
    content.at += 1
    code = content.take(order, "I")
    if code & FLAG_SRID:
        content.take(order, "I")
    thousands, kind = divmod(code & 0x0FFFFFFF, ISO)
    width = 2 + (2 if thousands == 3 else int(thousands > 0)) + bool(code & FLAG_Z) + bool(code & FLAG_M)  # noqa: PLR2004
    if kind not in (POLYGON, SEVERAL, COLLECTION):
        raise NotAnArea(KINDS.get(kind, "?"))
    parts = content.take(order, "I")
    if kind == POLYGON:
        return [content.ring(order, width) for _ in range(parts)]
    return [ring for _ in range(parts) for ring in _rings(content)]


def rings_of_json(geometry: object) -> tuple[Points, ...]:
    """Rings of polygons in GeoJSON: latitude, longitude; raises `NotAnArea`."""
    if not isinstance(geometry, dict):
        raise NotAnArea("null")
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        return tuple(ring for part in geometry.get("geometries", []) for ring in rings_of_json(part))
    if kind not in ("Polygon", "MultiPolygon"):
        raise NotAnArea(str(kind))
    polygons = geometry.get("coordinates", [])
    polygons = [polygons] if kind == "Polygon" else polygons
    try:
        return tuple(_ring_of_list(ring) for polygon in polygons for ring in polygon)
    except (TypeError, ValueError, IndexError) as error:
        raise NotAnArea(f"{kind}?") from error


def _ring_of_list(points: Sequence[Sequence[float]]) -> Points:
    """A ring of pairs or triples of longitude and latitude."""
    return closed(np.array([(point[1], point[0]) for point in points], dtype=np.float64))


def closed(ring: Points) -> Points:
    """A ring that ends where it begins; raises `NotAnArea` where it has no area at all."""
    if len(ring) and (ring[0] != ring[-1]).any():
        ring = np.concatenate([ring, ring[:1]])
    if len(ring) < FEWEST:
        raise NotAnArea("Polygon?")
    return ring
