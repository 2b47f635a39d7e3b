"""Read a tiled GeoTIFF of 16-bit whole numbers, packed with deflate and horizontal differences."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH, LENGTH, PREDICTOR, TILE_WIDTH, TILE_LENGTH, OFFSETS, COUNTS = 256, 257, 317, 322, 323, 324, 325
"""Tags of the format."""
ENTRY = 12
"""Bytes of a tag."""
WORD = 4
"""Bytes of a value that stands in its tag."""
DIFFERENCES = 2
SIZES = {3: ("H", 2), 4: ("I", 4)}


def read_geotiff(path: Path) -> NDArray[np.int16]:
    """All rows, from north to south."""
    content = path.read_bytes()
    tags = _tags(content)
    (width,), (length,), (tile_width,), (tile_length,) = (
        tags[tag] for tag in (WIDTH, LENGTH, TILE_WIDTH, TILE_LENGTH)
    )
    across = -(-width // tile_width)
    raster = np.empty((length, width), dtype=np.int16)
    for place, (offset, count) in enumerate(zip(tags[OFFSETS], tags[COUNTS], strict=True)):
        tile = np.frombuffer(zlib.decompress(content[offset : offset + count]), "<i2")
        tile = tile.reshape(tile_length, tile_width)
        if tags.get(PREDICTOR) == (DIFFERENCES,):
            tile = np.cumsum(tile, axis=1, dtype=np.int16)
        row, column = place // across * tile_length, place % across * tile_width
        part = raster[row : row + tile_length, column : column + tile_width]
        part[:] = tile[: part.shape[0], : part.shape[1]]
    return raster


def _tags(content: bytes) -> dict[int, tuple[int, ...]]:
    """Tags that hold whole numbers."""
    if content[:4] != b"II*\0":
        raise ValueError("not a little-endian TIFF")
    (start,) = struct.unpack_from("<I", content, 4)
    (count,) = struct.unpack_from("<H", content, start)
    found: dict[int, tuple[int, ...]] = {}
    for place in range(count):
        at = start + 2 + place * ENTRY
        tag, kind, number = struct.unpack_from("<HHI", content, at)
        if kind in SIZES:
            code, size = SIZES[kind]
            where = at + 8 if number * size <= WORD else struct.unpack_from("<I", content, at + 8)[0]
            found[tag] = struct.unpack_from(f"<{number}{code}", content, where)
    return found
