"""Terrain files that tests write: tiles of .hgt, GeoTIFF and a hill whose height is known everywhere."""

from pathlib import Path

import numpy as np


def hill(latitude: np.ndarray, longitude: np.ndarray) -> np.ndarray:
    """A height [m] that changes gently: 30 km waves of 100 m on a slope."""
    wave = 100.0 * np.sin(latitude * 20.0) * np.cos(longitude * 12.0)
    return 500.0 + wave + 40.0 * (latitude - 51.0) + 25.0 * (longitude - 71.0)


def write_hgt(folder: Path, south: int, west: int, shape: tuple[int, int] = (1201, 1201)) -> Path:
    """A tile of one degree of the hill."""
    latitude = np.linspace(south + 1.0, south, shape[0])[:, np.newaxis]
    longitude = np.linspace(west, west + 1.0, shape[1])
    name = f"{'NS'[south < 0]}{abs(south):02}{'EW'[west < 0]}{abs(west):03}.hgt"
    path = folder / name
    path.write_bytes(np.rint(hill(latitude, longitude)).astype(">i2").tobytes())
    return path
