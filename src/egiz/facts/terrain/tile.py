"""A file of heights: where its pixels lie on the Earth, and how to read some of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from egiz.errors import InputError
from egiz.facts.terrain.record import Heights
from egiz.figures.unit import Array
from egiz.world.raster import Box, near
from egiz.world.sphere import MEAN_RADIUS_KM, METRES_PER_KILOMETRE

DEGREE_M = float(np.radians(1.0)) * MEAN_RADIUS_KM * METRES_PER_KILOMETRE
"""A degree of latitude [m]."""
SIDE = 512
"""Heights are read in pieces of at most so many rows and columns."""
HALF = 0.5
"""Half a height."""
BEYOND = 91.0
"""No tile reaches so far north or south [degrees]."""
EDGE = 20
"""Points along each side of a tile that tell where it lies."""

Window = tuple[float, float, float, float]
"""First row, row after the last, first column, column after the last; parts of a pixel allowed."""


class Reader(Protocol):
    """Reads a part of one file."""

    def __call__(self, window: Window, shape: tuple[int, int]) -> Heights:
        """Means of the heights of a window in so many rows and columns; not a number where unknown."""
        ...


@dataclass(frozen=True, slots=True)
class Tile:
    """A file of heights."""

    path: Path
    """The file."""
    shape: tuple[int, int]
    """Rows and columns."""
    lattice: tuple[float, float, float, float, float, float]
    """How a column c and a row r, counted from the corner, come to x = a c + b r + x0, y = d c + e r + y0:
    a, b, x0, d, e, y0."""
    projection: str
    """What x and y are, as WKT; empty: longitude and latitude [degrees]."""
    read: Reader
    """Reads it."""

    def globe(self, column: Array, row: Array) -> tuple[Array, Array]:
        """Latitude and longitude [degrees] of places in the tile, counted from its corner."""
        a, b, x0, d, e, y0 = self.lattice
        x, y = a * column + b * row + x0, d * column + e * row + y0
        if not self.projection:
            return y, x
        longitude, latitude = _transformer(self.projection).transform(x, y)
        return np.asarray(latitude), np.asarray(longitude)

    def places(self, latitude: Array, longitude: Array) -> tuple[Array, Array]:
        """Row and column of points [degrees], counted from the corner; the inverse of `globe`."""
        a, b, x0, d, e, y0 = self.lattice
        if self.projection:
            x, y = _transformer(self.projection).transform(longitude, latitude, direction="INVERSE")
        else:
            x, y = near(longitude, x0 + (a * self.shape[1] + b * self.shape[0]) / 2.0), latitude
        right, down = np.asarray(x) - x0, np.asarray(y) - y0
        area = a * e - b * d
        return (a * down - d * right) / area, (e * right - b * down) / area

    def box(self) -> Box:
        """What it covers."""
        along = np.linspace(0.0, 1.0, EDGE)
        across, down = np.meshgrid(along * self.shape[1], along * self.shape[0])
        latitude, longitude = self.globe(across, down)
        longitude = near(longitude, float(longitude[0, 0]))
        ends = (latitude.min(), latitude.max(), longitude.min(), longitude.max())
        return Box(*(float(end) for end in ends))

    def pixel_m(self) -> tuple[float, float]:
        """Height and width of a pixel in its middle [m]."""
        row, column = self.shape[0] / 2.0, self.shape[1] / 2.0
        steps = np.array([[column, row], [column, row + 1.0], [column + 1.0, row]])
        latitude, longitude = self.globe(steps[:, 0], steps[:, 1])
        north = (latitude - latitude[0]) * DEGREE_M
        east = (near(longitude, float(longitude[0])) - longitude[0]) * DEGREE_M
        sizes = np.hypot(north, east * np.cos(np.radians(latitude[0])))
        return float(sizes[1]), float(sizes[2])


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a tile that is read at once, each height the mean of some pixels."""

    tile: Tile
    """The tile."""
    shape: tuple[int, int]
    """Rows and columns of the whole tile as read."""
    rows: tuple[int, int]
    """First row of the piece, and the one after the last."""
    columns: tuple[int, int]
    """First column, and the one after the last."""
    box: Box
    """What it covers."""

    def read(self) -> Heights:
        """Heights of the piece and of a rim one wide, repeated at the sides of the tile [m]."""
        ends = [
            (max(first - 1, 0), min(last + 1, whole))
            for (first, last), whole in zip((self.rows, self.columns), self.shape, strict=True)
        ]
        fine = [full / whole for full, whole in zip(self.tile.shape, self.shape, strict=True)]
        window = (ends[0][0] * fine[0], ends[0][1] * fine[0], ends[1][0] * fine[1], ends[1][1] * fine[1])
        shape = (ends[0][1] - ends[0][0], ends[1][1] - ends[1][0])
        rims = [
            (int(first == low), int(last == high))
            for (first, last), (low, high) in zip((self.rows, self.columns), ends, strict=True)
        ]
        return np.pad(self.tile.read(window, shape), rims, mode="edge")

    def sample(self, heights: Heights, latitude: Array, longitude: Array) -> Heights:
        """Heights at points [m], linear between four; not a number outside.

        Parameters
        ----------
        heights
            What `read` gave.
        latitude, longitude
            Points [degrees]: (points,).

        Returns
        -------
        Heights
            Shape (points,). Where most of the weight falls on unknown heights, none is told.
        """
        row, column = self.tile.places(latitude, longitude)
        row = row * (self.shape[0] / self.tile.shape[0]) - self.rows[0]
        column = column * (self.shape[1] / self.tile.shape[1]) - self.columns[0]
        tall, wide = self.rows[1] - self.rows[0], self.columns[1] - self.columns[0]
        inside = (row >= -HALF) & (row <= tall + HALF) & (column >= -HALF) & (column <= wide + HALF)
        found = np.full(row.shape, np.nan, dtype=np.float32)
        found[inside] = _between(heights, row[inside] + HALF, column[inside] + HALF)
        return found


def pieces(tile: Tile, spacing_m: float) -> Iterator[Piece]:
    """The parts of a tile when each height is the mean over about so many metres."""
    shape = tuple(
        max(1, min(pixels, int(pixels * size / spacing_m)))
        for pixels, size in zip(tile.shape, tile.pixel_m(), strict=True)
    )
    for top in range(0, shape[0], SIDE):
        for left in range(0, shape[1], SIDE):
            rows, columns = (top, min(top + SIDE, shape[0])), (left, min(left + SIDE, shape[1]))
            yield Piece(tile, (shape[0], shape[1]), rows, columns, _box(tile, shape, rows, columns))


def checked(tile: Tile) -> Tile:
    """The tile, or the fault of its projection: ``terrain-bad-projection``."""
    try:
        box = tile.box()
    except (CRSError, ProjError) as error:
        values = {"path": str(tile.path), "why": str(error)[:120]}
        raise InputError.of("terrain-bad-projection", values) from error
    if (
        not np.isfinite([box.south, box.north, box.west, box.east]).all()
        or max(box.north, -box.south) > BEYOND
    ):
        values = {
            "path": str(tile.path),
            "why": f"{box.west:.1f} {box.south:.1f} {box.east:.1f} {box.north:.1f}",
        }
        raise InputError.of("terrain-bad-projection", values)
    return tile


def _box(tile: Tile, shape: tuple[int, ...], rows: tuple[int, int], columns: tuple[int, int]) -> Box:
    """What a piece covers, with half a height to spare."""
    down = np.linspace(rows[0] - HALF, rows[1] + HALF, EDGE) * tile.shape[0] / shape[0]
    across = np.linspace(columns[0] - HALF, columns[1] + HALF, EDGE) * tile.shape[1] / shape[1]
    latitude, longitude = tile.globe(*np.meshgrid(across, down))
    longitude = near(longitude, float(longitude[0, 0]))
    ends = (latitude.min(), latitude.max(), longitude.min(), longitude.max())
    return Box(*(float(end) for end in ends))


def _between(heights: Heights, row: Array, column: Array) -> Heights:
    """Heights linear between four, unknown ones left out of the mean."""
    row = np.clip(row, 0.0, heights.shape[0] - 1.0)
    column = np.clip(column, 0.0, heights.shape[1] - 1.0)
    top = np.minimum(row.astype(np.int64), heights.shape[0] - 2)
    left = np.minimum(column.astype(np.int64), heights.shape[1] - 2)
    down, right = row - top, column - left
    total, weight = np.zeros(row.shape), np.zeros(row.shape)
    for step, share in ((0, 1.0 - down), (1, down)):
        for side, part in ((0, 1.0 - right), (1, right)):
            corner = heights[top + step, left + side]
            known = np.isfinite(corner)
            total += np.where(known, corner, 0.0) * share * part
            weight += known * share * part
    found = np.divide(total, weight, out=np.full(row.shape, np.nan), where=weight >= HALF)
    return np.asarray(found, dtype=np.float32)


def _transformer(projection: str) -> Transformer:
    """From a projection to longitude and latitude."""
    return Transformer.from_crs(CRS.from_wkt(projection), CRS.from_epsg(4326), always_xy=True)
