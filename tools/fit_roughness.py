"""Fit facts/roughness.csv: how rough the ground is between the cells of the embedded relief.

    EGIZ_SHARED=... python tools/fit_roughness.py

Needs data/dem/gmted2010_world_0p025deg.tif in the folder of shared files, and facts/data/relief.bin. From
half a million points spread evenly over the Earth, ten cells are read to the south: heights of the finer
terrain and of the embedded relief at the same places. What the structure function of the finer terrain has
over that of the embedded relief, at lags of 2.8 to 19.5 km, is the ground that the relief leaves out. It is
taken as noise with the spectrum of von Karman, averaged over cells as the finer terrain is.

The world is cut into squares of 10 degrees like a chessboard: white ones are fitted on, black ones checked
on. The country between the Ural and Astana, where the first case lies, is never fitted on.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from os import environ
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from egiz.facts.relief import height
from egiz.facts.roughness import Fractal
from egiz.world.relief import LAND_FORMS, LandForm
from fit_relief import CELL, DEM, FIRST_CASE, HEADER, NOTHING, REGIONS, is_fitted, points, within
from geotiff import read_geotiff

HERE = Path(__file__).resolve().parents[1] / "src/egiz/facts/roughness.csv"
CELL_KM = 2.78
"""Cell of the finer terrain from north to south."""
CELLS = 10
"""Cells read to the south of a point, itself among them."""
LAGS = CELL_KM * np.arange(1, 8)
"""Distances at which it is fitted [km]."""
SQUARE = 5.0
"""Points within a square of so many degrees, of one form and of like relief, make one case."""
CLASSES = (20.0, 40.0, 80.0, 150.0, 300.0, 600.0, 1000.0)
"""Local reliefs that part the cases [m]."""
KINDS = 64
"""No more sorts of points in a square than this."""
FEWEST = 40
"""Points of a case."""
HURSTS, CORNERS = (0.05, 0.99), (5.0, 150.0)
"""Hurst exponents [1] and corner waves [km] are looked for between these."""
SHORT = (0.6, "", 1.5)
"""P10 and P90 of height differences over 250 m over those of the model: judged, not fitted."""
FORMS: tuple[LandForm, ...] = ("plain", "hills", "mountains")
SHORT_KM = 0.25
"""To this distance it is extrapolated."""
WAVES = np.exp(np.linspace(np.log(1e-3), np.log(20.0), 700))
"""Waves a kilometre over which the spectrum is summed."""
ANGLES = (np.arange(48) + 0.5) / 48.0 * np.pi / 2.0

Array = NDArray[np.float64]


class RowWriter(Protocol):
    """Writes rows."""

    def writerow(self, row: Iterable[object], /) -> object:
        """Write a row."""
        ...


@dataclass(frozen=True)
class Case:
    """The points of one form and of like relief within one square."""

    form: LandForm
    latitude: float
    longitude: float
    white: bool
    first: bool
    """Whether it lies where the first case does."""
    relief: Array
    """Local relief at its points [m]."""
    truth: Array
    """Structure function of the finer terrain at the lags [m2]."""
    missing: Array
    """What the embedded relief lacks of it [m2]."""


def cases(raster: NDArray[np.int16]) -> Iterator[Case]:
    """Every case of the Earth."""
    latitude, longitude, fine, coarse = transects(raster)
    middle = height(latitude - CELLS / 2.0 * CELL, longitude)
    truth, known = structure(fine), structure(coarse)
    first = within(FIRST_CASE, latitude, longitude)
    white = is_fitted(latitude, longitude)
    square = np.floor(latitude / SQUARE) * 1000.0 + np.floor(longitude / SQUARE)
    kind = np.digitize(middle.relief_m, CLASSES) * len(LAND_FORMS) + middle.form
    key = (square * KINDS + kind) * 4.0 + 2.0 * first + white
    order = np.argsort(key, kind="stable")
    for part in np.split(order, np.flatnonzero(np.diff(key[order])) + 1):
        form = LAND_FORMS[int(middle.form[part[0]])]
        if part.size >= FEWEST and form in FORMS:
            yield Case(
                form,
                float(latitude[part].mean()),
                float(longitude[part].mean()),
                bool(white[part[0]]),
                bool(first[part[0]]),
                middle.relief_m[part],
                truth[part].mean(axis=0),
                (truth[part] - known[part]).mean(axis=0),
            )


def transects(raster: NDArray[np.int16]) -> tuple[Array, Array, Array, Array]:
    """Points on land [degrees], and heights to the south of each [m]: fine and coarse."""
    latitude, longitude = points()
    row, column = ((90.0 - latitude) / CELL).astype(np.int64), ((longitude + 180.0) / CELL).astype(np.int64)
    kept = row + CELLS < len(raster)
    row, column = row[kept], column[kept]
    fine = np.stack([raster[row + step, column] for step in range(CELLS)], axis=1)
    land = ((fine != 0) & (fine != NOTHING)).all(axis=1)
    latitude = 90.0 - (row[land] + 0.5) * CELL
    longitude = (column[land] + 0.5) * CELL - 180.0
    coarse = [height(latitude - step * CELL, longitude).height_m for step in range(CELLS)]
    return latitude, longitude, fine[land].astype(np.float64), np.stack(coarse, axis=1)


def structure(heights: Array) -> Array:
    """Mean square of differences at the lags, of each transect [m2]."""
    lags = range(1, len(LAGS) + 1)
    return np.stack([((heights[:, lag:] - heights[:, :-lag]) ** 2).mean(axis=1) for lag in lags], axis=1)


def averaged(lags: Array, hurst: float, corner: float, window: tuple[float, float]) -> Array:
    """Structure function of von Karman noise of variance one, averaged over cells.

    Parameters
    ----------
    lags
        Distances to the south [km].
    hurst, corner
        Hurst exponent [1] and corner wave [km].
    window
        Height and width of a cell [km]; zeros: points.

    Returns
    -------
    Array
        Shape of the lags [1].
    """
    spectrum = (WAVES**2 + corner**-2) ** -(hurst + 1.0) * WAVES * np.gradient(WAVES)
    spectrum *= 2.0 * hurst * corner ** (-2.0 * hurst)
    south, east = np.outer(WAVES, np.cos(ANGLES)), np.outer(WAVES, np.sin(ANGLES))
    power = (np.sinc(south * window[0]) * np.sinc(east * window[1])) ** 2 * spectrum[:, None] / ANGLES.size
    return np.array([2.0 * ((1.0 - np.cos(2.0 * np.pi * south * lag)) * power).sum() for lag in lags])


def window(latitude: float) -> tuple[float, float]:
    """Height and width of a cell of the finer terrain [km]."""
    return CELL_KM, CELL_KM * float(np.cos(np.radians(latitude)))


def shape_of(found: list[Case], lags: int = len(LAGS)) -> tuple[float, float]:
    """Hurst exponent and corner wave [km] of the middle curve of cases; short lags count most.

    Where the embedded relief is flat it knows nothing, and what it lacks has longer waves: left out here.
    """
    found = [case for case in found if case.relief.mean() >= CLASSES[0]]
    curves = [case.missing / case.missing[1] for case in found if case.missing.min() > 0.0]
    wanted = np.log(np.median(curves, axis=0)[:lags])
    cell = window(float(np.median([abs(case.latitude) for case in found])))

    def loss(place: Array) -> float:
        hurst, corner = place
        if not (HURSTS[0] < hurst < HURSTS[1] and CORNERS[0] < corner < CORNERS[1]):
            return 9.0
        curve = averaged(LAGS[:lags], hurst, corner, cell)
        off = np.abs(np.log(curve / curve[1]) - wanted)
        return float((off / LAGS[:lags]).sum() / (1.0 / LAGS[:lags]).sum())

    starts = ((0.4, 20.0), (0.4, 50.0), (0.7, 20.0), (0.7, 50.0))
    best = min((minimize(loss, start, method="Nelder-Mead") for start in starts), key=lambda one: one.fun)
    return float(best.x[0]), float(best.x[1])


def deviations(found: list[Case], hurst: float, corner: float) -> Array:
    """Standard deviation of what each case lacks [m]."""
    curves = {
        degree: averaged(LAGS, hurst, corner, window(float(degree)))
        for degree in {round(abs(case.latitude)) for case in found}
    }
    lacking = [np.maximum(case.missing / curves[round(abs(case.latitude))], 0.01) for case in found]
    return np.array([np.sqrt(np.exp(np.log(one).mean())) for one in lacking])


def predicted(found: list[Case], constant: float, share: float) -> Array:
    """The same by the model [m]."""
    return np.array([np.sqrt(((constant + share * case.relief) ** 2).mean()) for case in found])


def size_of(found: list[Case], seen: Array) -> tuple[float, float]:
    """Constant [m] and share [1] for which half the cases lie above: least absolute error of logarithms."""

    def loss(place: Array) -> float:
        if place[0] < 0.0 or place[1] < 0.0:
            return 1e9
        return float(np.abs(np.log(seen / np.maximum(predicted(found, *place), 1e-3))).sum())

    starts = ((1.0, 0.1), (10.0, 0.1), (5.0, 0.3))
    best = min((minimize(loss, start, method="Nelder-Mead") for start in starts), key=lambda one: one.fun)
    return float(best.x[0]), float(best.x[1])


def fitted(found: list[Case]) -> tuple[dict[LandForm, Fractal], dict[LandForm, tuple[float, float]]]:
    """The model by form, and how height differences over 250 m come out with other lags."""
    model: dict[LandForm, Fractal] = {}
    short: dict[LandForm, tuple[float, float]] = {}
    for form in FORMS:
        white = [case for case in found if case.form == form and case.white]
        hurst, corner = (round(number, 2) for number in shape_of(white))
        seen = deviations(white, hurst, corner)
        constant, share = (round(number, 3) for number in size_of(white, seen))
        low, high = np.quantile(seen / predicted(white, constant, share), [0.1, 0.9])
        model[form] = Fractal(
            constant, share, hurst, corner * 1000.0, round(float(low), 2), round(float(high), 2)
        )
        short[form] = _extrapolated(white, (hurst, corner))
    return model, short


def _extrapolated(white: list[Case], usual: tuple[float, float]) -> tuple[float, float]:
    """Range of differences over 250 m, over those of the usual fit, with the lags cut at 11, 14 and 19 km."""
    cell = window(float(np.median([abs(case.latitude) for case in white])))

    def ratio(hurst: float, corner: float) -> float:
        near = averaged(np.array([SHORT_KM]), hurst, corner, (0.0, 0.0))[0]
        return float(np.sqrt(near / averaged(LAGS[:1], hurst, corner, cell)[0]))

    others = [ratio(*shape_of(white, lags)) / ratio(*usual) for lags in (3, 4, 5, 7)]
    return round(min(others), 2), round(max(others), 2)


def write(model: Mapping[LandForm, Fractal]) -> None:
    """Write the table."""
    note = "white squares of a 10 degree chessboard, Ural to Astana left out; tools/fit_roughness.py"
    with HERE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER.split(","))
        for form, row in model.items():
            values = (
                ("roughness_deviation", "", row.constant_m, "", "fixed", "m"),
                ("roughness_share", "", row.share, "", "fixed", "1"),
                ("roughness_hurst", "", row.hurst, "", "fixed", "1"),
                ("roughness_corner", "", row.corner_m / 1000.0, "", "fixed", "km"),
                ("roughness_doubt", row.low, "", row.high, "lognormal", "1"),
            )
            for name, low, mode, high, shape, unit in values:
                ends = ("", "2010", "", "derived", "gmted2010", "cells of 90 arc-seconds", note)
                writer.writerow((name, form, low, mode, high, shape, unit, *ends))
        _write_short(writer)


def _write_short(writer: RowWriter) -> None:
    """Write how far the way down to 250 m is in doubt: judged from the refits and from one finer terrain."""
    note = (
        "height differences over 250 m over those of the model: refits with fewer lags 0.63 to 1.01, "
        "one finer terrain 1.2 to 1.5"
    )
    ends = ("2010", "", "derived", "gmted2010", "cells of 90 arc-seconds", note)
    writer.writerow(("roughness_short", "", *SHORT, "lognormal", "1", "", *ends))


def report(found: list[Case], model: Mapping[LandForm, Fractal]) -> None:
    """Print how well it holds on cases not fitted."""
    unseen = [case for case in found if not case.white]
    parts: dict[str, list[Case]] = {form: [case for case in unseen if case.form == form] for form in FORMS}
    parts["all land"] = unseen
    for name, box in REGIONS.items():
        inside = (case for case in unseen if within(box, case.latitude, case.longitude))
        parts[name] = [case for case in inside if case.first or box != FIRST_CASE]
    for name, part in parts.items():
        if part:
            print(f"{name:28} cases {len(part):4} {_held(part, model)}")


def _held(part: list[Case], model: Mapping[LandForm, Fractal]) -> str:
    """How the deviation told and the one seen agree."""
    told, seen, held = [], [], []
    for case in part:
        row = model[case.form]
        told.append(predicted([case], row.constant_m, row.share)[0])
        seen.append(deviations([case], row.hurst, row.corner_m / 1000.0)[0])
        held.append(row.low <= seen[-1] / told[-1] <= row.high)
    low, middle, high = np.quantile(np.array(seen) / np.array(told), [0.1, 0.5, 0.9])
    size = np.median(told)
    ends = f"{low:.2f} {middle:.2f} {high:.2f}"
    return f"told {size:6.1f} m, seen over told {ends}, band holds {np.mean(held):.2f}"


def main() -> None:
    """Fit, write the table, print how well it holds elsewhere."""
    found = list(cases(read_geotiff(Path(environ["EGIZ_SHARED"]) / DEM)))
    model, short = fitted(found)
    write(model)
    for form, row in model.items():
        print(form, row, "differences over 250 m with other lags:", short[form])
    report(found, model)


if __name__ == "__main__":
    main()
