"""Heights of the ground: the embedded relief, or what a user brings."""

from __future__ import annotations

from pathlib import Path

from egiz.facts.terrain.embedded import EmbeddedTerrain
from egiz.facts.terrain.mosaic import TileTerrain, open_tiles
from egiz.facts.terrain.record import Heights, Terrain

__all__ = ["EmbeddedTerrain", "Heights", "Terrain", "TileTerrain", "open_terrain"]


def open_terrain(path: Path | None = None) -> Terrain:
    """Terrain of a file or a folder of tiles; without one, the embedded relief.

    Parameters
    ----------
    path
        A GeoTIFF or ``.hgt`` file, or a folder of them; none: ETOPO5.

    Raises
    ------
    InputError
        Every fault of the files at once.
    """
    return EmbeddedTerrain() if path is None else open_tiles(path)
