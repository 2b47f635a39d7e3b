"""Areas on a raster of a plane: rings cut to a box of the Earth, drawn by a frame, and filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from egiz.world.frame import Frame
from egiz.world.shape import Flags
from egiz.world.sphere import HALF_TURN, TURN, Array, Points

PIECE = 0.25
"""Sides of a ring are drawn in pieces of at most so much [degrees]."""
POLE = 90.0

Places = NDArray[np.int64]
"""Rows or columns of a raster."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Centres of the cells of a raster in a plane: rows to the left side of the frame, columns ahead."""

    west: float
    """x of the centre of the first cell [m]."""
    south: float
    """y of the centre of the first cell [m]."""
    cell: float
    """Side of a cell [m]."""
    rows: int
    """Cells from right to left."""
    columns: int
    """Cells ahead."""

    @property
    def x(self) -> Array:
        """Centres of the columns [m]."""
        return self.west + self.cell * np.arange(self.columns, dtype=np.float64)

    @property
    def y(self) -> Array:
        """Centres of the rows [m]."""
        return self.south + self.cell * np.arange(self.rows, dtype=np.float64)

    def places(self, x: Array, y: Array) -> tuple[Places, Places]:
        """Row and column of the cell that holds each point [m]; the nearest where a point lies outside."""
        row = np.clip(np.rint((y - self.south) / self.cell), 0, self.rows - 1).astype(np.int64)
        column = np.clip(np.rint((x - self.west) / self.cell), 0, self.columns - 1).astype(np.int64)
        return row, column


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the Earth between two parallels and two meridians [degrees]."""

    south: float
    """Lower latitude."""
    north: float
    """Upper latitude."""
    west: float
    """Lower longitude."""
    east: float
    """Upper longitude, above the lower and at most a turn further on; either may lie beyond 180."""


def box_of(frame: Frame, grid: Grid, spare: float = PIECE) -> Box:
    """The box that holds a raster, with something to spare on each side [degrees]."""
    along, side = _spaced(grid.x), _spaced(grid.y)
    x = np.concatenate([along, along, np.full(side.size, grid.x[0]), np.full(side.size, grid.x[-1])])
    y = np.concatenate([np.full(along.size, grid.y[0]), np.full(along.size, grid.y[-1]), side, side])
    latitude, longitude = frame.to_globe(x, y)
    longitude = near(longitude, frame.longitude)
    south, north = float(latitude.min()) - spare, float(latitude.max()) + spare
    west, east = float(longitude.min()) - spare, float(longitude.max()) + spare
    for pole in (-POLE, POLE):
        ahead, left = frame.to_plane(pole, 0.0)
        if grid.x[0] <= ahead <= grid.x[-1] and grid.y[0] <= left <= grid.y[-1]:
            south, north = min(south, pole), max(north, pole)
            west, east = frame.longitude - HALF_TURN, frame.longitude + HALF_TURN
    return Box(south, north, max(west, frame.longitude - HALF_TURN), min(east, frame.longitude + HALF_TURN))


def near(longitude: Array, middle: float) -> Array:
    """Longitudes within half a turn of a middle [degrees]."""
    return np.asarray(middle + np.mod(longitude - middle + HALF_TURN, TURN) - HALF_TURN)


def filled(rings: Iterable[Points], frame: Frame, grid: Grid, box: Box) -> Flags:
    """Which cells lie inside rings: those that a line to the start leaves an odd number of times.

    Parameters
    ----------
    rings
        Closed outlines, islands and holes alike, each of shape (points, 2): latitude, longitude [degrees].
    frame
        How they come to the plane.
    grid
        The raster.
    box
        What it covers, of `box_of`.

    Returns
    -------
    Flags
        Shape (rows, columns).
    """
    odd = np.zeros((grid.rows, grid.columns + 1), dtype=np.uint8)
    for ring in rings:
        for turn in (-TURN, 0.0, TURN):
            part = cut(ring + np.array([0.0, turn]), box)
            if len(part):
                _cross(*frame.to_plane(*_fine(part).T), grid, odd)
    inside = np.bitwise_xor.accumulate(odd & 1, axis=1)[:, :-1]
    return np.asarray(inside.view(np.bool_))


def cut(ring: Points, box: Box) -> Points:
    """The part of a closed ring inside a box, closed along its sides; empty where there is none."""
    low, high = np.array([box.south, box.west]), np.array([box.north, box.east])
    if (ring.max(axis=0) < low).any() or (ring.min(axis=0) > high).any():
        return ring[:0]
    for axis, limit, way in ((0, low[0], 1.0), (0, high[0], -1.0), (1, low[1], 1.0), (1, high[1], -1.0)):
        depth = way * (ring[:, axis] - limit)
        if (depth >= 0.0).all():
            continue
        within = depth >= 0.0
        crosses = within[1:] != within[:-1]
        share = depth[:-1] / np.where(crosses, depth[:-1] - depth[1:], 1.0)
        at = ring[:-1] + share[:, np.newaxis] * (ring[1:] - ring[:-1])
        both = np.stack([at, ring[1:]], axis=1)[np.stack([crosses, within[1:]], axis=1)]
        if not len(both):
            return ring[:0]
        ring = np.concatenate([both, both[:1]])
    return ring


def _spaced(values: Array) -> Array:
    """Some of many values, both ends among them."""
    return values[np.unique(np.linspace(0, values.size - 1, 200).astype(np.int64))]


def _fine(ring: Points) -> Points:
    """A ring with its long sides in pieces."""
    step = np.diff(ring, axis=0)
    count = np.maximum(np.ceil(np.abs(step).max(axis=1) / PIECE), 1.0).astype(np.int64)
    first = np.repeat(np.cumsum(count) - count, count)
    share = (np.arange(count.sum()) - first) / np.repeat(count, count)
    points = np.repeat(ring[:-1], count, axis=0) + share[:, np.newaxis] * np.repeat(step, count, axis=0)
    return np.concatenate([points, ring[-1:]])


def _cross(x: Array, y: Array, grid: Grid, odd: NDArray[np.uint8]) -> None:
    """Count where the sides of a closed ring cross the rows, in the first cell beyond each crossing."""
    row = (y - grid.south) / grid.cell
    low = np.clip(np.ceil(np.minimum(row[:-1], row[1:])), 0, grid.rows).astype(np.int64)
    high = np.clip(np.ceil(np.maximum(row[:-1], row[1:])), 0, grid.rows).astype(np.int64)
    count = high - low
    side = np.repeat(np.arange(count.size), count)
    at = np.arange(side.size) - np.repeat(np.cumsum(count) - count, count) + low[side]
    share = (at - row[side]) / (row[side + 1] - row[side])
    column = (x[side] + share * (x[side + 1] - x[side]) - grid.west) / grid.cell
    place = np.clip(np.floor(column) + 1.0, 0, grid.columns).astype(np.int64)
    np.add.at(odd, (at, place), np.uint8(1))
