"""What lies on the ground of a corridor, cell by cell: sea, water, towns, land that is dear or closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, label

from egiz.engines.alignment.record import Array32, Mask
from egiz.facts.surface import Area, Surface, surface_rule
from egiz.world.frame import Frame
from egiz.world.raster import Box, Grid, box_of, filled, near
from egiz.world.sphere import METRES_PER_KILOMETRE, Array, Points

SHORE_M = 500.0
"""Distances to a shore are taken on cells of at least about this size [m]."""

Where: TypeAlias = tuple[Frame, Grid, Box]
"""A raster, how it lies on the Earth, and the box that holds it."""
Parts = NDArray[np.int64]
"""Numbers of pieces of land that hang together."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The surface of a raster."""

    sea: Mask
    """Outside every country."""
    water: Mask
    """Where only a bridge carries a line."""
    weight: Array32
    """Factor on the price of a metre [1]; inf where no line may go."""
    inland: Mask
    """Land farther from the sea than the outlines are in doubt."""
    adrift: Mask
    """Which of the points lie in the sea or a lake: (points,)."""

    def parts(self, row: Parts, column: Parts) -> Parts:
        """Which piece of open ground each cell lies in; equal where a way may lead from one to the other."""
        if np.isfinite(self.weight).all():
            return np.zeros_like(row)
        pieces = np.empty(self.weight.shape, dtype=np.int32)
        label(np.isfinite(self.weight), np.ones((3, 3)), output=pieces)
        return np.asarray(pieces[row, column], dtype=np.int64)


def cover_of(frame: Frame, grid: Grid, points: Points, surface: Surface) -> Cover:
    """Draw a surface on a raster.

    Parameters
    ----------
    frame, grid
        The raster.
    points
        Points of the line, shape (points, 2): latitude, longitude [degrees].
    surface
        What lies on the ground.

    Returns
    -------
    Cover
        Ground within the doubt of the outlines around a point that lies a little off the shore is land.
    """
    where = (frame, grid, box_of(frame, grid))
    land, lake, adrift = _land_and_lakes(where, points, surface)
    weight = np.ones(land.shape, dtype=np.float32)
    _weigh_towns(weight, where, surface)
    water = ~land | lake
    closed = _draw_areas(weight, water, where, surface.areas)
    wide = _distance(water, grid) > surface_rule().bridge_most * METRES_PER_KILOMETRE / 2.0
    weight[closed | _spread(wide, grid)] = np.inf
    inland = _spread(_distance(land, grid) > surface_rule().shore_doubt * METRES_PER_KILOMETRE, grid)
    return Cover(~land, water, weight, inland, adrift)


def _land_and_lakes(where: Where, points: Points, surface: Surface) -> tuple[Mask, Mask, Mask]:
    """Land, lakes on it, and which points lie in neither by more than the outlines are in doubt."""
    frame, grid, box = where
    lake = filled(surface.lakes.within(box), *where)
    land = filled(surface.land.within(box), *where) if surface.land.rings else np.ones_like(lake)
    doubt = surface_rule().shore_doubt * METRES_PER_KILOMETRE
    shore = _distance(~land | lake, grid)
    x, y = frame.to_plane(points[:, 0], points[:, 1])
    row, column = grid.places(x, y)
    wet = ~land[row, column] | lake[row, column]
    adrift = wet & (shore[row // _step(grid), column // _step(grid)] > doubt)
    near_shore = wet & ~adrift
    ashore = np.zeros_like(land)
    _draw_circles(ashore, grid, x[near_shore], y[near_shore], np.full(near_shore.sum(), doubt))
    return land | ashore, lake & ~ashore, adrift


def _step(grid: Grid) -> int:
    """Cells between those on which distances are taken."""
    return max(1, int(SHORE_M / grid.cell))


def _distance(mask: Mask, grid: Grid) -> Array:
    """Distance from each cell of a mask to the nearest cell outside it [m], on every so many cells.

    Infinite where nothing lies outside.
    """
    part = mask[:: _step(grid), :: _step(grid)]
    if part.all() or not part.any():
        return np.where(part, np.inf, 0.0)
    return np.asarray(distance_transform_edt(part) * (grid.cell * _step(grid)))


def _spread(coarse: Mask, grid: Grid) -> Mask:
    """A mask on every so many cells, on all of them."""
    step = _step(grid)
    return np.repeat(np.repeat(coarse, step, axis=0), step, axis=1)[: grid.rows, : grid.columns]


def _draw_circles(mask: Mask, grid: Grid, x: Array, y: Array, radius: Array) -> None:
    """Set the cells within circles [m]."""
    for ahead, left, reach in zip(x.tolist(), y.tolist(), radius.tolist(), strict=True):
        rows, columns = _span(grid.y, left, reach), _span(grid.x, ahead, reach)
        square = (grid.y[rows, np.newaxis] - left) ** 2 + (grid.x[columns] - ahead) ** 2
        mask[rows, columns] |= square <= reach**2


def _span(centres: Array, middle: float, reach: float) -> slice:
    """Cells whose centres lie within a reach of a middle."""
    low, high = np.searchsorted(centres, [middle - reach, middle + reach])
    return slice(int(low), int(high))


def _weigh_towns(weight: Array32, where: Where, surface: Surface) -> None:
    """Make lines through built-up land dearer."""
    if surface.town_latitude is None or surface.town_longitude is None or surface.town_radius_m is None:
        return
    frame, grid, box = where
    latitude = surface.town_latitude
    longitude = near(surface.town_longitude, frame.longitude)
    here = (latitude > box.south) & (latitude < box.north) & (longitude > box.west) & (longitude < box.east)
    x, y = frame.to_plane(latitude[here], longitude[here])
    built = np.zeros(weight.shape, dtype=np.bool_)
    _draw_circles(built, grid, x, y, surface.town_radius_m[here])
    weight[built] = surface_rule().built_up_weight


def _draw_areas(weight: Array32, water: Mask, where: Where, areas: Iterable[Area]) -> Mask:
    """Draw what a user brought; tells where no line may go."""
    rule, closed = surface_rule(), np.zeros(water.shape, dtype=np.bool_)
    usual = {"built": rule.built_up_weight, "protected": rule.protected_weight}
    for area in areas:
        inside = filled(area.rings, *where)
        if area.cover == "closed":
            closed |= inside
        elif area.cover == "water":
            water |= inside
        factor = area.weight if area.weight is not None else usual.get(area.cover, 1.0)
        weight[inside] = np.maximum(weight[inside], factor)
    return closed
