"""Fit facts/relief.csv: how far the ground lies from the embedded relief, by form of the land.

    EGIZ_SHARED=... python tools/fit_relief.py

Needs data/dem/gmted2010_world_0p025deg.tif in the folder of shared files, and facts/data/relief.bin. The
world is cut into squares of 10 degrees like a chessboard: white squares are fitted on, black ones checked on.
The country between the Ural and Astana, where the first case lies, is never fitted on.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from os import environ
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from egiz.facts.relief import height
from egiz.world.relief import LAND_FORMS, LandForm, Roughness, ground
from geotiff import read_geotiff

HERE = Path(__file__).resolve().parents[1] / "src/egiz/facts/relief.csv"
DEM = "data/dem/gmted2010_world_0p025deg.tif"
HEADER = "name,scope,low,mode,high,shape,unit,price_year,about,known_from,status,source,locator,note"
POINTS = 2_000_000
"""Points spread evenly over the Earth."""
CELL = 0.025
NORTH, SOUTH = 80.0, -55.9
"""Where the finer terrain is good [degrees]."""
NOTHING = -32768
SQUARE = 10.0
FIRST_CASE = (50.0, 58.0, 59.0, 73.0)
"""South, north, west and east end [degrees]."""
LEAST: Mapping[LandForm, float] = {"plain": 0.0, "hills": 150.0, "mountains": 600.0}
"""Local relief from which on land is of a form [m]: chosen, not fitted."""
ENDS = {"low": 0.1, "high": 0.9}
REGIONS = {
    "Ural and north Kazakhstan": FIRST_CASE,
    "Alps": (44.0, 48.0, 6.0, 14.0),
    "Rockies": (37.0, 45.0, -114.0, -105.0),
    "Japan": (33.0, 41.0, 131.0, 141.0),
    "Andes": (-30.0, -10.0, -75.0, -65.0),
    "Tian Shan and Pamir": (37.0, 43.0, 69.0, 80.0),
    "Europe without the Alps": (48.0, 58.0, 0.0, 30.0),
    "Africa": (-30.0, 20.0, 10.0, 40.0),
    "Australia": (-38.0, -15.0, 115.0, 150.0),
}

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


def points() -> tuple[Array, Array]:
    """Points of a spiral that covers the Earth evenly: latitude, longitude [degrees]."""
    place = np.arange(POINTS) + 0.5
    latitude = np.degrees(np.arcsin(1.0 - 2.0 * place / POINTS))
    longitude = (place * 180.0 * (np.sqrt(5.0) - 1.0)) % 360.0 - 180.0
    kept = (latitude < NORTH) & (latitude > SOUTH)
    return latitude[kept], longitude[kept]


def is_fitted(latitude: Array, longitude: Array) -> Flags:
    """Whether points lie on squares that are fitted on."""
    white = (np.floor(latitude / SQUARE) + np.floor(longitude / SQUARE)) % 2 == 0
    return np.asarray(white & ~within(FIRST_CASE, latitude, longitude))


def within(box: tuple[float, float, float, float], latitude: Array, longitude: Array) -> Flags:
    """Whether points lie in a box."""
    south, north, west, east = box
    return np.asarray((latitude > south) & (latitude < north) & (longitude > west) & (longitude < east))


def true_heights(raster: NDArray[np.int16], latitude: Array, longitude: Array) -> Array:
    """Heights of the finer terrain [m]; not a number at sea and where there are none."""
    rows = ((90.0 - latitude) / CELL).astype(np.int64)
    columns = ((longitude + 180.0) / CELL).astype(np.int64)
    found = raster[rows, columns]
    return np.where((found == NOTHING) | (found == 0), np.nan, found.astype(np.float64))


def offsets(error: Array, local_relief: Array, share: float) -> tuple[float, float]:
    """Constant and slope of a quantile of the error against the local relief: least pinball loss."""

    def loss(line: Array) -> float:
        left = error - line[0] - line[1] * local_relief
        return float(np.mean(np.maximum(share * left, (share - 1.0) * left)))

    start = np.array([np.quantile(error, share), 0.0])
    found = minimize(loss, start, method="Nelder-Mead", tol=1e-7)
    return float(found.x[0]), float(found.x[1])


def main() -> None:
    """Fit, write the table, print how well it holds elsewhere."""
    raster = read_geotiff(Path(environ["EGIZ_SHARED"]) / DEM)
    latitude, longitude = points()
    truth = true_heights(raster, latitude, longitude)
    land = np.isfinite(truth)
    latitude, longitude, truth = latitude[land], longitude[land], truth[land]
    bare = {form: Roughness(least, 0.0, 0.0, 0.0, 0.0) for form, least in LEAST.items()}
    coarse = _coarse(latitude, longitude)
    form = ground(*coarse, bare).form
    fitted = is_fitted(latitude, longitude)
    found: dict[LandForm, Roughness] = {}
    for name in LEAST:
        chosen = fitted & (form == LAND_FORMS.index(name))
        lines = [offsets((truth - coarse[0])[chosen], coarse[1][chosen], share) for share in ENDS.values()]
        found[name] = Roughness(LEAST[name], *(round(value, 3) for line in lines for value in line))
    _write(found)
    _report(latitude, longitude, truth, coarse, found)


def _coarse(latitude: Array, longitude: Array) -> tuple[Array, Array]:
    """Height and local relief of the embedded relief [m]."""
    here = height(latitude, longitude)
    return here.height_m, here.relief_m


def _write(found: Mapping[LandForm, Roughness]) -> None:
    """Write the table."""
    note = "white squares of a 10 degree chessboard, Ural to Astana left out; tools/fit_relief.py"
    with HERE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER.split(","))
        for form, row in found.items():
            values = (
                ("relief_least", row.least_relief, "m", "judgement", "chosen, not fitted"),
                ("relief_low", row.low_constant, "m", "gmted2010", note),
                ("relief_low_share", row.low_share, "1", "gmted2010", note),
                ("relief_high", row.high_constant, "m", "gmted2010", note),
                ("relief_high_share", row.high_share, "1", "gmted2010", note),
            )
            for name, value, unit, source, words in values:
                about, where = ("2010", "cells of 90 arc-seconds") if source == "gmted2010" else ("", "")
                ends = ("", about, "", "derived", source, where, words)
                writer.writerow((name, form, "", value, "", "fixed", unit, *ends))


def _report(
    latitude: Array,
    longitude: Array,
    truth: Array,
    coarse: tuple[Array, Array],
    found: Mapping[LandForm, Roughness],
) -> None:
    """Print errors and how often the band holds, on squares not fitted."""
    here = ground(*coarse, found)
    held = (truth >= here.low_m) & (truth <= here.high_m)
    error = here.height_m - truth
    unseen = ~is_fitted(latitude, longitude)
    parts: dict[str, Flags] = {name: here.form == place for place, name in enumerate(LAND_FORMS)}
    parts |= {"all": np.ones_like(unseen)} | {
        name: within(box, latitude, longitude) for name, box in REGIONS.items()
    }
    for name, part in parts.items():
        chosen = part & unseen
        if chosen.any():
            wide = np.median((here.high_m - here.low_m)[chosen])
            print(
                f"{name:28} n {chosen.sum():7} bias {error[chosen].mean():7.1f} "
                f"median |error| {np.median(np.abs(error[chosen])):6.1f} "
                f"rmse {np.sqrt((error[chosen] ** 2).mean()):6.1f} "
                f"band {wide:6.0f} holds {held[chosen].mean():.3f}"
            )


if __name__ == "__main__":
    main()
