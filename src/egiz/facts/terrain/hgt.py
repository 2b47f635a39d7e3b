"""Tiles of one degree in the format of SRTM: bare 16-bit numbers, named after their corner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from egiz.errors import InputError
from egiz.facts.terrain.record import Heights
from egiz.facts.terrain.tile import Tile, Window

CORNER = re.compile(r"([NS])(\d{2})([EW])(\d{3})", re.IGNORECASE)
"""Where a tile lies, at the beginning of its name."""
VOID = -32768
TALL = (3601, 1201)
"""Rows of tiles whose columns are fewer than their rows."""


Numbers = NDArray[np.int32]
Edges = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class HgtReader:
    """Reads one ``.hgt`` file."""

    path: Path
    """The file."""
    shape: tuple[int, int]
    """Rows and columns."""

    def __call__(self, window: Window, shape: tuple[int, int]) -> Heights:
        """Means of a window in so many rows and columns; see `egiz.facts.terrain.tile.Reader`."""
        whole = np.memmap(self.path, dtype=">i2", mode="r", shape=self.shape)
        rows = np.rint(np.linspace(window[0], window[1], shape[0] + 1)).astype(np.int64)
        columns = np.rint(np.linspace(window[2], window[3], shape[1] + 1)).astype(np.int64)
        part = whole[rows[0] : rows[-1], columns[0] : columns[-1]].astype(np.int32)
        known = part != VOID
        part[~known] = 0
        total = _summed(part, rows, columns)
        if known.all():
            count = np.outer(np.diff(rows), np.diff(columns))
        else:
            count = _summed(known.astype(np.int32), rows, columns)
        mean = np.divide(total, count, out=np.full(shape, np.nan), where=count > 0)
        return np.asarray(mean, dtype=np.float32)


def _summed(part: Numbers, rows: Edges, columns: Edges) -> Numbers:
    """Sums over blocks between edges; the first edges are those of the part."""
    down = np.add.reduceat(part, rows[:-1] - rows[0], axis=0)
    return np.asarray(np.add.reduceat(down, columns[:-1] - columns[0], axis=1))


def open_hgt(path: Path) -> Tile:
    """A tile of a ``.hgt`` file.

    Raises
    ------
    InputError
        ``terrain-hgt-name``: the name does not begin with a corner such as ``N51E071``; ``terrain-hgt-size``:
        the file is no square of heights.
    """
    found = CORNER.match(path.stem)
    if found is None:
        raise InputError.of("terrain-hgt-name", {"path": str(path)})
    north, latitude, east, longitude = found.groups()
    south = float(latitude) * (1.0 if north.upper() == "N" else -1.0)
    west = float(longitude) * (1.0 if east.upper() == "E" else -1.0)
    shape = _shape(path)
    tall, wide = 1.0 / (shape[0] - 1), 1.0 / (shape[1] - 1)
    lattice = (wide, 0.0, west - wide / 2.0, 0.0, -tall, south + 1.0 + tall / 2.0)
    return Tile(path, shape, lattice, "", HgtReader(path, shape))


def _shape(path: Path) -> tuple[int, int]:
    """Rows and columns of a file."""
    size = path.stat().st_size
    count, odd = divmod(size, 2)
    side = isqrt(count)
    if not odd and side > 1 and side * side == count:
        return side, side
    for rows in TALL:
        columns = count // rows
        if not odd and columns > 1 and rows * columns == count and (rows - 1) % (columns - 1) == 0:
            return rows, columns
    raise InputError.of("terrain-hgt-size", {"path": str(path), "bytes": size})
