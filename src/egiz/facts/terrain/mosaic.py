"""Tiles that together are a terrain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from egiz.errors import Fault, InputError
from egiz.facts.relief import height
from egiz.facts.roughness import RoughGround, left_over
from egiz.facts.terrain.geotiff import open_geotiff
from egiz.facts.terrain.hgt import open_hgt
from egiz.facts.terrain.record import Heights
from egiz.facts.terrain.tile import Piece, Tile, checked, pieces
from egiz.figures.unit import Array
from egiz.world.raster import Box, near
from egiz.world.sphere import HALF_TURN

OPENERS: Mapping[str, Callable[[Path], Tile]] = {
    ".hgt": open_hgt,
    ".tif": open_geotiff,
    ".tiff": open_geotiff,
    ".vrt": open_geotiff,
}
"""How to open a file, by what its name ends in."""
SEAM = 0.1
"""Neighbours may lie on one another by this part of the smaller."""
FINE_M = 125.0
"""Heights no farther apart than this are the ground: nothing is left out."""
LEAST_M = 0.01
"""No heights lie nearer to one another [m]."""
KEPT = 128
"""Pieces kept in memory, about a megabyte each."""


@dataclass(frozen=True, slots=True)
class TileTerrain:
    """A user's own terrain: one file, or a folder of tiles."""

    name: str
    """What the user named."""
    spacing_m: float
    """Distance between its heights [m], that of the coarsest tile."""
    tiles: tuple[Tile, ...]
    """Its files, in the order of their names."""
    boxes: tuple[Box, ...]
    """What each covers."""
    pieces: tuple[Piece, ...]
    """What is read at once."""
    source: str = ""
    """A user's own has no source in the list."""
    kept: dict[int, Heights] = field(default_factory=dict, compare=False, repr=False)
    """Pieces read already, the latest last."""

    def heights(self, latitude: Array, longitude: Array) -> Heights:
        """Heights of the ground at points [degrees]; not a number where no tile knows any."""
        north, east = (np.asarray(part, np.float64) for part in np.broadcast_arrays(latitude, longitude))
        found = np.full(north.shape, np.nan, dtype=np.float32)
        for number in _meeting([piece.box for piece in self.pieces], north, east):
            here = _within(self.pieces[number].box, north, east) & np.isnan(found)
            if here.any():
                piece = self.pieces[number]
                found[here] = piece.sample(self._read(number), north[here], east[here])
        return found

    def subgrid(self, latitude: Array, longitude: Array) -> RoughGround:
        """What it leaves out: nothing where it is fine, else the short waves of the embedded roughness."""
        here = height(latitude, longitude)
        if self.tiles and self.spacing_m <= FINE_M:
            nothing = np.zeros(here.height_m.shape)
            sure = nothing + 1.0
            return RoughGround(nothing, nothing + 0.5, nothing + FINE_M, sure, sure)
        return left_over(here.relief_m, here.form, 2.0 * self.spacing_m)

    def missing(self, latitude: Array, longitude: Array) -> tuple[str, ...]:
        """Names of the one-degree squares that hold points [degrees] and that no file covers, sorted."""
        north, east = (np.asarray(part, np.float64) for part in np.broadcast_arrays(latitude, longitude))
        bare = np.ones(north.shape, dtype=np.bool_)
        for number in _meeting(self.boxes, north, east):
            bare &= ~_within(self.boxes[number], north, east)
        squares = np.stack([np.floor(north[bare]), np.floor(near(east[bare], 0.0))], axis=1)
        return tuple(sorted(_square(*pair) for pair in np.unique(squares, axis=0).astype(int).tolist()))

    def coarsened(self, spacing_m: float) -> TileTerrain:
        """The same ground, each height the mean of about a square of a size [m]."""
        return _terrain(self.name, self.tiles, spacing_m, self.spacing_m)

    def _read(self, number: int) -> Heights:
        """A piece, from memory if it is there; what was asked for longest ago goes."""
        heights = self.kept.pop(number) if number in self.kept else self.pieces[number].read()
        while len(self.kept) >= KEPT:
            self.kept.pop(next(iter(self.kept)))
        self.kept[number] = heights
        return heights


def open_tiles(path: Path) -> TileTerrain:
    """A terrain of a file or of all tiles in a folder.

    Parameters
    ----------
    path
        A file, or a folder; other files in the folder are passed over.

    Raises
    ------
    InputError
        Every fault of every file: ``terrain-not-there``, ``terrain-empty``, ``terrain-format``,
        ``terrain-overlap``, and those of the formats.
    """
    if not path.exists():
        raise InputError.of("terrain-not-there", {"path": str(path)})
    if path.is_dir():
        paths = sorted(one for one in path.iterdir() if one.suffix.lower() in OPENERS)
    else:
        paths = [path]
    if not paths:
        raise InputError.of("terrain-empty", {"path": str(path)})
    tiles, faults = _opened(paths)
    faults.extend(_overlaps(tiles))
    if faults:
        raise InputError(faults)
    return _terrain(str(path), tiles, 0.0, max(max(tile.pixel_m()) for tile in tiles))


def _opened(paths: Iterable[Path]) -> tuple[tuple[Tile, ...], list[Fault]]:
    """Tiles of files, and what is wrong with the others."""
    tiles: list[Tile] = []
    faults: list[Fault] = []
    for path in paths:
        opener = OPENERS.get(path.suffix.lower())
        if opener is None:
            faults.append(Fault("terrain-format", {"path": str(path)}))
            continue
        try:
            tiles.append(checked(opener(path)))
        except InputError as error:
            faults.extend(error.faults)
    return tuple(tiles), faults


def _overlaps(tiles: Sequence[Tile]) -> list[Fault]:
    """Tiles that lie on one another by more than a seam."""
    ends = np.array([(box.south, box.north, box.west, box.east) for box in (tile.box() for tile in tiles)])
    south, north, west, east = ends.reshape(-1, 4).T
    faults: list[Fault] = []
    for place in range(1, len(tiles)):
        before = slice(0, place)
        tall = np.minimum(north[before], north[place]) - np.maximum(south[before], south[place])
        wide = np.minimum(east[before], east[place]) - np.maximum(west[before], west[place])
        least = np.minimum(
            (north - south) * (east - west), (north[place] - south[place]) * (east[place] - west[place])
        )
        both = np.maximum(tall, 0.0) * np.maximum(wide, 0.0) > SEAM * least[before]
        faults.extend(
            Fault("terrain-overlap", {"path": str(tiles[other].path), "other": str(tiles[place].path)})
            for other in np.flatnonzero(both).tolist()
        )
    return faults


def _terrain(name: str, tiles: tuple[Tile, ...], wanted_m: float, spacing_m: float) -> TileTerrain:
    """A terrain read at a spacing [m]; 0: as fine as it is."""
    parts = tuple(piece for tile in tiles for piece in pieces(tile, max(wanted_m, LEAST_M)))
    return TileTerrain(name, spacing_m, tiles, tuple(tile.box() for tile in tiles), parts)


def _meeting(boxes: Sequence[Box], latitude: Array, longitude: Array) -> list[int]:
    """Which boxes may hold some of the points."""
    if not latitude.size:
        return []
    middle = float(longitude.flat[0])
    east = near(longitude, middle)
    south, north, low, high = latitude.min(), latitude.max(), east.min(), east.max()
    found: list[int] = []
    for number, box in enumerate(boxes):
        center = (box.west + box.east) / 2.0
        shift = float(near(np.asarray(center), middle)) - center
        apart = box.east + shift < low or box.west + shift > high
        wide = high - low > HALF_TURN
        if box.north >= south and box.south <= north and (wide or not apart):
            found.append(number)
    return found


def _within(box: Box, latitude: Array, longitude: Array) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which points lie in a box."""
    east = near(longitude, (box.west + box.east) / 2.0)
    inside = (latitude >= box.south) & (latitude <= box.north) & (east >= box.west) & (east <= box.east)
    return np.asarray(inside)


def _square(latitude: int, longitude: int) -> str:
    """Name of a square by its south-western corner, such as N51E071."""
    return f"{'NS'[latitude < 0]}{abs(latitude):02}{'EW'[longitude < 0]}{abs(longitude):03}"
