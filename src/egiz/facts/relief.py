"""The embedded relief of the world: heights at any point, and how far off they may be.

ETOPO5 on a grid of 5 arc-minutes (9.3 km from north to south). It supports a first look at ground and climbs,
not earthworks; mountains are flagged as too coarse. A user's own terrain takes its place.
"""

from __future__ import annotations

import csv
import lzma
import struct
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from egiz.errors import EngineError
from egiz.facts.shipped import shipped_raw
from egiz.figures.unit import Array
from egiz.world.relief import LAND_FORMS, Ground, LandForm, Roughness, ground

CELLS = 12
"""Cells of the grid a degree."""
BAND = 120
"""Rows packed together; each band ends with the first row of the next."""
ROWS = 2161
COLUMNS = 4320
NORTH, EAST = 0.04, -0.125
"""Where to read the grid for a point [degrees]: the relief lies too far north and too far west by so much."""
AROUND = 2
"""Cells to each side that make the neighbourhood of a point."""
LEAST_COSINE = 0.1
"""Neighbourhoods grow no wider than at 84 degrees."""
SOUTH_POLE = -90.0
POLE = 90.0

Places = NDArray[np.int64]
"""Rows or columns of the grid."""


def height(latitude: Array | float, longitude: Array | float) -> Ground:
    """Height of the ground above the sea, its P10 to P90 band and the form of the land.

    Parameters
    ----------
    latitude, longitude
        Points [degrees], broadcast against each other; longitudes beyond 180 wrap around.

    Returns
    -------
    Ground
        Arrays of the shape of the broadcast.

    Raises
    ------
    EngineError
        A latitude beyond the poles, or a number that is none.

    Notes
    -----
    Linear between the four cells around, after moving the grid to where it fits GMTED2010 (docs/data.md). The
    band is that of `relief.csv`, fitted on GMTED2010 by tools/fit_relief.py.
    """
    rows, columns, north = _in_grid(latitude, longitude)
    return ground(_between(rows, columns), _local_relief(rows, columns, north), roughness())


def bare_height(latitude: Array | float, longitude: Array | float) -> Array:
    """Height of the ground above the sea [m] alone, and faster; parameters and errors as in `height`."""
    rows, columns, _ = _in_grid(latitude, longitude)
    return _between(rows, columns)


@cache
def roughness() -> Mapping[LandForm, Roughness]:
    """What the embedded relief leaves out, by form of the land."""
    text = files("egiz.facts").joinpath("relief.csv").read_text("utf-8")
    rows = {(row["name"], row["scope"]): float(row["mode"]) for row in csv.DictReader(text.splitlines())}
    names = ("relief_least", "relief_low", "relief_low_share", "relief_high", "relief_high_share")
    forms = (form for form in LAND_FORMS if (names[0], form) in rows)
    return {form: Roughness(*(rows[name, form] for name in names)) for form in forms}


def _in_grid(latitude: Array | float, longitude: Array | float) -> tuple[Array, Array, Array]:
    """Where to read the grid, in rows and columns, and the latitude of each point."""
    north, east = np.broadcast_arrays(np.asarray(latitude, np.float64), np.asarray(longitude, np.float64))
    if not (np.isfinite(north) & np.isfinite(east) & (np.abs(north) <= POLE)).all():
        raise EngineError("points", "lie beyond the poles or are no numbers", "give degrees north and east")
    rows = np.clip((north + NORTH - SOUTH_POLE) * CELLS, 0.0, ROWS - 1.0)
    return np.asarray(rows), np.asarray((east + EAST) * CELLS), north


def _between(rows: Array, columns: Array) -> Array:
    """Heights linear between the four cells around [m]."""
    row = np.minimum(np.floor(rows), ROWS - 2.0)
    column = np.floor(columns)
    up, right = rows - row, columns - column
    south = (1.0 - right) * _cells(row, column) + right * _cells(row, column + 1.0)
    north = (1.0 - right) * _cells(row + 1.0, column) + right * _cells(row + 1.0, column + 1.0)
    return np.asarray((1.0 - up) * south + up * north)


def _local_relief(rows: Array, columns: Array, latitude: Array) -> Array:
    """Range of the 25 cells around, spaced alike in both directions [m]."""
    stretch = 1.0 / np.maximum(np.cos(np.radians(latitude)), LEAST_COSINE)
    steps = range(-AROUND, AROUND + 1)
    cells = [_cells(rows + up, columns + right * stretch) for up in steps for right in steps]
    return np.asarray(np.max(cells, axis=0) - np.min(cells, axis=0))


def _cells(rows: Array, columns: Array) -> Array:
    """Heights of the nearest cells [m]; columns wrap around, rows end at the poles."""
    row = np.clip(np.rint(rows), 0, ROWS - 1).astype(np.int64)
    column = np.rint(columns).astype(np.int64) % COLUMNS
    found = np.empty(row.shape)
    bands = np.minimum(row // BAND, (ROWS - 2) // BAND)
    for band in range(int(bands.min(initial=ROWS)), int(bands.max(initial=-1)) + 1):
        here = bands == band
        if here.any():
            found[here] = _band(band)[row[here] - band * BAND, column[here]]
    return found


@cache
def _band(band: int) -> NDArray[np.int16]:
    """Heights of one band of rows [m], unpacked when first needed."""
    content = _content()
    (count,) = struct.unpack_from("<I", content)
    lengths = struct.unpack_from(f"<{count}I", content, struct.calcsize("<I"))
    start = struct.calcsize(f"<{count + 1}I") + sum(lengths[:band])
    planes = np.frombuffer(lzma.decompress(content[start : start + lengths[band]]), np.uint8).reshape(2, -1)
    steps = np.ascontiguousarray(planes.T).view("<i2").reshape(-1, COLUMNS)
    return np.cumsum(steps, axis=1, dtype=np.int16)


@cache
def _content() -> bytes:
    """The shipped file, packed."""
    return shipped_raw("relief.bin")
