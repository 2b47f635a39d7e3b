"""The ground of a corridor as a raster that the alignment engine takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from egiz.engines.alignment.record import Array32, Field, Mask
from egiz.errors import EngineError, Fault, InputError, Value
from egiz.facts.surface import Surface, embedded_surface
from egiz.facts.terrain import Terrain
from egiz.proposals.fast_rail.cover import Cover, cover_of
from egiz.proposals.fast_rail.parting import parted
from egiz.world.frame import Frame
from egiz.world.raster import Grid, near
from egiz.world.sphere import METRES_PER_KILOMETRE, Array, Points

MOST_CELLS = 25_000_000
"""Largest raster that is made: about a gigabyte with all that the engine keeps beside it."""
BYTES_A_CELL = 45
"""Memory for a cell, with all that the engine keeps beside it."""
BYTES_A_GIGABYTE = 1e9
LATTICE_M = 4_000.0
"""Places on the Earth are worked out so far apart and are straight between [m]; off by less than a metre."""
PARTS = 4
"""Heights are read at so many points a spacing of the terrain, and are straight between."""
ROUGH_M = 4_000.0
"""The roughness is read so far apart [m]."""
HIGHEST = 85.0
"""Nearer to a pole than this [degrees] no longitude is taken as straight between others."""
POLE = 90.0
ENDS = 2
BLOCK = 256
"""Rows and columns whose heights are read together."""

Jagged: TypeAlias = tuple[float, float, tuple[float, float]]
"""Hurst exponent [1], corner wave [m], P10 and P90 of the true deviation over the one told [1]."""
Number = TypeVar("Number", np.float32, np.float64)
"""How exact an array is."""


@dataclass(frozen=True, slots=True)
class Lattice:
    """Some cells of a raster, the same number of cells apart, and their places on the Earth."""

    stride: int
    """Cells from one to the next."""
    latitude: Array
    """Latitude [degrees]: (rows, columns)."""
    longitude: Array
    """Longitude [degrees], within half a turn of the middle of the line."""


def field_of(
    points: Points,
    terrain: Terrain,
    cell_m: float,
    margin_m: float,
    surface: Surface | None = None,
) -> tuple[Frame, Field]:
    """The ground around the points of a line, in a frame whose x axis leads from the first to the last.

    Parameters
    ----------
    points
        Shape (points, 2): latitude, longitude [degrees]; at least two.
    terrain
        Heights and what they leave out.
    cell_m
        Side of a cell [m].
    margin_m
        How far the raster goes beyond the points on every side [m].
    surface
        Sea, built-up land and so on; none: that of the embedded world.

    Returns
    -------
    tuple of Frame and Field
        The frame turns points of the Earth to the plane and the line found back.

    Raises
    ------
    InputError
        All faults of a step at once: of the points (``line-point``, ``line-points-few``,
        ``line-points-near``, ``line-points-opposite``); of the size (``line-too-large``, with the memory it
        would need); of the ground (``line-point-in-sea``, ``line-point-closed``, ``line-point-no-height``,
        ``line-sea-between``, ``terrain-missing``).
    """
    places = _checked(points)
    frame, grid = _laid(places, cell_m, margin_m)
    cover = cover_of(frame, grid, places, surface or embedded_surface())
    height = _heights(frame, grid, terrain.coarsened(cell_m))
    height[cover.sea & np.isnan(height)] = 0.0
    hole = np.isnan(height)
    absent = _absent(frame, grid, terrain, cover, hole)
    _check(places, frame, grid, cover, hole, absent)
    weight = cover.weight
    weight[hole] = np.inf
    deviation, jagged = _rough(frame, grid, terrain)
    deviation[cover.water] = 0.0
    rasters = (_whole(height, hole), deviation, weight, cover.water)
    return frame, Field(grid.west, grid.south, grid.cell, *rasters, *jagged)


def _checked(points: Points) -> Points:
    """Points that can be those of a line."""
    places = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    faults = [
        Fault("line-point", {"number": number + 1, "place": _told(place)})
        for number, place in enumerate(places)
        if not (np.isfinite(place).all() and abs(place[0]) <= POLE)
    ]
    if len(places) < ENDS:
        faults.append(Fault("line-points-few", {"count": len(places)}))
    if faults:
        raise InputError(faults)
    return places


def _laid(places: Points, cell_m: float, margin_m: float) -> tuple[Frame, Grid]:
    """The frame and the raster of points."""
    try:
        frame = Frame.along(places)
    except EngineError as error:
        ends: dict[str, Value] = {"first": _told(places[0]), "last": _told(places[-1])}
        apart = float(np.abs(places[0] - places[-1]).max())
        raise InputError.of("line-points-near" if apart < 1.0 else "line-points-opposite", ends) from error
    x, y = frame.to_plane(places[:, 0], places[:, 1])
    west, south = x.min() - margin_m, y.min() - margin_m
    columns = int(np.ceil((x.max() + margin_m - west) / cell_m)) + 1
    rows = int(np.ceil((y.max() + margin_m - south) / cell_m)) + 1
    if rows * columns > MOST_CELLS:
        values: dict[str, Value] = {
            "length": round((columns - 1) * cell_m / METRES_PER_KILOMETRE),
            "width": round((rows - 1) * cell_m / METRES_PER_KILOMETRE),
            "cell": cell_m,
            "memory": round(rows * columns * BYTES_A_CELL / BYTES_A_GIGABYTE, 1),
            "most": round(MOST_CELLS * BYTES_A_CELL / BYTES_A_GIGABYTE, 1),
            "enough": float(np.ceil(cell_m * np.sqrt(rows * columns / MOST_CELLS) / 10.0) * 10.0),
        }
        raise InputError.of("line-too-large", values)
    return frame, Grid(float(west), float(south), float(cell_m), rows, columns)


def _lattice(frame: Frame, grid: Grid, stride: int) -> Lattice:
    """Every so many cells, and one beyond the end."""
    x = grid.west + grid.cell * np.arange(0, grid.columns + stride, stride, dtype=np.float64)
    y = grid.south + grid.cell * np.arange(0, grid.rows + stride, stride, dtype=np.float64)
    latitude, longitude = frame.to_globe(x[np.newaxis, :], y[:, np.newaxis])
    return Lattice(stride, latitude, near(longitude, frame.longitude))


def _heights(frame: Frame, grid: Grid, terrain: Terrain) -> Array32:
    """Heights of all cells [m]; not a number where the terrain knows none."""
    coarse = int(terrain.spacing_m / PARTS / grid.cell)
    if coarse > 1:
        lattice = _lattice(frame, grid, coarse)
        heights = terrain.heights(lattice.latitude, lattice.longitude)
        return stretched(heights, coarse, (0, grid.rows), grid.columns)
    lattice = _lattice(frame, grid, max(1, int(LATTICE_M / grid.cell)))
    if np.abs(lattice.latitude).max() > HIGHEST:
        lattice = _lattice(frame, grid, 1)
    height = np.empty((grid.rows, grid.columns), dtype=np.float32)
    for first in range(0, grid.rows, BLOCK):
        rows = (first, min(first + BLOCK, grid.rows))
        latitude, longitude = (
            stretched(part, lattice.stride, rows, grid.columns)
            for part in (lattice.latitude, lattice.longitude)
        )
        for left in range(0, grid.columns, BLOCK):
            part = slice(left, left + BLOCK)
            height[rows[0] : rows[1], part] = terrain.heights(latitude[:, part], longitude[:, part])
    return height


def _rough(frame: Frame, grid: Grid, terrain: Terrain) -> tuple[Array32, Jagged]:
    """Deviation of the ground that the terrain leaves out [m], and how jagged it is.

    The latter are means over the raster, each place counting with its variance.
    """
    lattice = _lattice(frame, grid, max(1, int(ROUGH_M / grid.cell)))
    rough = terrain.subgrid(lattice.latitude, lattice.longitude)
    count = rough.deviation_m**2 if rough.deviation_m.any() else np.ones_like(rough.deviation_m)
    deviation = stretched(rough.deviation_m.astype(np.float32), lattice.stride, (0, grid.rows), grid.columns)
    told = (rough.hurst, rough.corner_m, rough.low, rough.high)
    hurst, corner, low, high = (float(np.average(part, weights=count)) for part in told)
    return deviation, (hurst, corner, (low, high))


def _check(places: Points, frame: Frame, grid: Grid, cover: Cover, hole: Mask, absent: list[Fault]) -> None:
    """Refuse points where no line can begin, end or pass, and ground without the tiles that it needs."""
    row, column = grid.places(*frame.to_plane(places[:, 0], places[:, 1]))
    wrong = (
        ("line-point-in-sea", cover.adrift),
        ("line-point-no-height", hole[row, column] & (not absent)),
        ("line-point-closed", np.isinf(cover.weight[row, column]) & ~cover.adrift),
    )
    faults = absent + [
        Fault(key, {"number": int(at) + 1, "place": _told(places[at])})
        for key, mask in wrong
        for at in np.flatnonzero(mask)
    ]
    if not faults:
        part = cover.parts(row, column)
        faults = [
            parted(places, frame, grid, cover, at) for at in np.flatnonzero(part[1:] != part[:-1]).tolist()
        ]
    if faults:
        raise InputError(faults)


def _absent(frame: Frame, grid: Grid, terrain: Terrain, cover: Cover, hole: Mask) -> list[Fault]:
    """Name the tiles that the corridor needs and nobody brought."""
    if not hole.any():
        return []
    row, column = (place.astype(np.float64) for place in np.nonzero(hole & cover.inland))
    latitude, longitude = frame.to_globe(grid.west + grid.cell * column, grid.south + grid.cell * row)
    names = terrain.missing(latitude, longitude)
    values: dict[str, Value] = {"path": terrain.name, "names": ", ".join(names), "count": len(names)}
    return [Fault("terrain-missing", values)] if names else []


def _whole(height: Array32, hole: Mask) -> Array32:
    """Heights with the nearest known one in each hole, where no line goes."""
    if hole.any() and not hole.all():
        near_row, near_column = distance_transform_edt(hole, return_distances=False, return_indices=True)
        height = height[near_row, near_column]
    return np.nan_to_num(height)


def stretched(values: NDArray[Number], stride: int, rows: tuple[int, int], columns: int) -> NDArray[Number]:
    """Values of a lattice at the cells between, straight in both directions.

    Parameters
    ----------
    values
        Shape (rows, columns) of the lattice.
    stride
        Cells from one to the next.
    rows
        First row of cells wanted, and the one after the last.
    columns
        How many columns of cells.

    Returns
    -------
    Array
        Shape (rows, columns) of the cells, of the type of the values.
    """
    down, up = divmod(np.arange(*rows), stride)
    left, right = divmod(np.arange(columns), stride)
    rise = (up / stride).astype(values.dtype)[:, np.newaxis]
    run = (right / stride).astype(values.dtype)
    lines = values[down] + rise * (values[down + 1] - values[down])
    found = np.take(np.diff(lines, axis=1), left, axis=1)
    found *= run
    found += np.take(lines, left, axis=1)
    return found


def _told(place: Array) -> str:
    """A point as people write it: longitude, latitude [degrees]."""
    return f"{place[1]:.4f},{place[0]:.4f}"
