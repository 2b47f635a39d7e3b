"""Build facts/data/relief.bin.

Taken from
    ferret-datasets (Debian), etopo5.cdf: ETOPO5 of NOAA, heights on a grid of 5 arc-minutes, public domain.

The sea is set to zero, and water of the Caspian and the Dead Sea to its surface, for nothing is built on
their floors. Otherwise heights ship as they are; the reader corrects where they lie.
"""

from __future__ import annotations

import lzma
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.io import netcdf_file
from scipy.ndimage import label

from package import from_debian
from parcel import PRESET

FERRET = ("ferret-datasets", "7.6.0-5")
GRID = "usr/share/ferret-vis/data/etopo5.cdf"
CELLS = 12
"""Cells a degree."""
BAND = 120
"""Rows of the grid that are packed together; the reader knows it too."""
OCEAN = 5_000
"""Cells below zero that hang together are sea if they are so many, but for the Caspian depression."""
CASPIAN = (36.0, 48.5, 45.0, 56.0)
"""South, north, west and east end of a box [degrees]."""
LOWLANDS = (
    CASPIAN,
    (29.0, 33.5, 35.0, 36.3),
    (28.0, 31.0, 25.0, 30.5),
    (10.0, 15.0, 40.0, 42.6),
    (42.0, 43.5, 88.0, 91.0),
    (32.5, 37.0, 242.0, 245.5),
    (-31.0, -27.0, 136.0, 139.0),
    (-50.0, -41.0, 290.0, 297.0),
    (33.0, 35.0, 5.0, 9.0),
)
"""Boxes with dry land below the sea: Caspian, Jordan, Qattara, Danakil, Turpan, Death Valley and so on."""
SURFACES = ((CASPIAN, -28), (LOWLANDS[1], -430))
"""Surfaces of the Caspian and the Dead Sea [m]."""

Heights = NDArray[np.int32]


def build(target: Path, work: Path) -> None:
    """Write bands of rows from south to north, each packed alone: lengths first, then the bands."""
    heights = _land(_grid(from_debian(*FERRET, work) / GRID))
    starts = range(0, len(heights) - 1, BAND)
    bands = [_packed(heights[start : start + BAND + 1]) for start in starts]
    lengths = struct.pack(f"<{len(bands) + 1}I", len(bands), *map(len, bands))
    (target / "relief.bin").write_bytes(lengths + b"".join(bands))


def _grid(path: Path) -> Heights:
    """Heights [m] from 90 south to 90 north, from Greenwich to the east."""
    with netcdf_file(path, "r", mmap=False) as file:
        return np.asarray(np.rint(file.variables["ROSE"].data), dtype=np.int32)


def _land(heights: Heights) -> Heights:
    """Set the sea to zero."""
    pieces, _ = label(heights < 0)
    ocean = np.bincount(pieces.ravel()) >= OCEAN
    caspian = pieces[_inside(heights.shape, CASPIAN)]
    ocean[0] = ocean[np.bincount(caspian[caspian > 0]).argmax()] = False
    dry = np.zeros(heights.shape, dtype=bool)
    for box in LOWLANDS:
        dry[_inside(heights.shape, box)] = True
    land = np.where((heights < 0) & (ocean[pieces] | ~dry), 0, heights)
    for box, surface in SURFACES:
        land[_inside(heights.shape, box)] = np.maximum(land[_inside(heights.shape, box)], surface)
    return land


def _inside(shape: tuple[int, ...], box: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    """Whether cells lie in a box."""
    south, north, west, east = box
    rows = np.arange(shape[0])[:, None] / CELLS - 90.0
    columns = np.arange(shape[1])[None, :] / CELLS
    return np.asarray((rows >= south) & (rows <= north) & (columns >= west) & (columns <= east))


def _packed(heights: Heights) -> bytes:
    """Differences along the rows as 16 bits, low bytes before high bytes, packed."""
    steps = np.diff(heights, axis=1, prepend=0).astype("<i2")
    planes = steps.view(np.uint8).reshape(-1, 2).T.tobytes()
    return lzma.compress(planes, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, preset=PRESET)
