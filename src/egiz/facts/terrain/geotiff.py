"""Tiles as GeoTIFF, cloud-optimised or not, read by rasterio (the extra ``terrain``)."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from egiz.errors import InputError
from egiz.facts.terrain.record import Heights
from egiz.facts.terrain.tile import Tile, Window

DEGREES = 4326
"""Longitude and latitude on WGS84."""
LONGEST = 120
"""What a library says of a fault is shown up to so many letters."""


@dataclass(frozen=True, slots=True)
class TiffReader:
    """Reads one file."""

    path: Path
    """The file."""

    def __call__(self, window: Window, shape: tuple[int, int]) -> Heights:
        """Means of a window in so many rows and columns; see `egiz.facts.terrain.tile.Reader`."""
        import rasterio
        from rasterio.enums import Resampling
        from rasterio.windows import Window as Part

        top, bottom, left, right = window
        part = Part(left, top, right - left, bottom - top)
        try:
            with rasterio.open(self.path) as file:
                found = file.read(1, window=part, out_shape=shape, resampling=Resampling.average, masked=True)
                scale, offset = file.scales[0], file.offsets[0]
        except rasterio.errors.RasterioError as error:
            values = {"path": str(self.path), "why": str(error)[:LONGEST]}
            raise InputError.of("terrain-not-read", values) from error
        heights = found.astype(np.float64).filled(np.nan) * scale + offset
        return np.asarray(heights, dtype=np.float32)


def open_geotiff(path: Path) -> Tile:
    """A tile of a GeoTIFF file.

    Raises
    ------
    InputError
        ``terrain-needs-rasterio``, ``terrain-not-read``, ``terrain-no-projection``.
    """
    try:
        import rasterio
    except ImportError as error:
        raise InputError.of("terrain-needs-rasterio", {"path": str(path)}) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", rasterio.errors.NotGeoreferencedWarning)
            with rasterio.open(path) as file:
                shape, crs, lattice = (file.height, file.width), file.crs, file.transform
    except rasterio.errors.RasterioError as error:
        raise InputError.of("terrain-not-read", {"path": str(path), "why": str(error)[:LONGEST]}) from error
    if crs is None or lattice.is_identity:
        raise InputError.of("terrain-no-projection", {"path": str(path)})
    projection = "" if crs.to_epsg() == DEGREES else crs.to_wkt()
    return Tile(path, shape, tuple(lattice)[:6], projection, TiffReader(path))
