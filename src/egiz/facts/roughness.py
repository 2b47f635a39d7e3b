"""How rough the ground is between the cells of the embedded relief, by form of the land."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from egiz.figures.unit import Array
from egiz.world.relief import LAND_FORMS, Forms, LandForm
from egiz.world.sphere import METRES_PER_KILOMETRE


@dataclass(frozen=True, slots=True)
class Fractal:
    """Ground between the cells of the embedded relief on land of one form.

    Its standard deviation is a constant and a share of the local relief (the range of the coarse heights
    around); its structure function grows with the distance to the power of twice the Hurst exponent.
    """

    constant_m: float
    """Standard deviation on flat land [m]."""
    share: float
    """Part of the local relief that the standard deviation takes [1]."""
    hurst: float
    """Hurst exponent [1]."""
    corner_m: float
    """Corner wave [m]: longer waves hardly grow."""
    low: float
    """P10 of the true standard deviation over the one told here [1]."""
    high: float
    """P90 of the true standard deviation over the one told here [1]."""


@cache
def fractals() -> Mapping[LandForm, Fractal]:
    """The ground between the cells by form of the land, of `roughness.csv` (tools/fit_roughness.py)."""
    text = files("egiz.facts").joinpath("roughness.csv").read_text("utf-8")
    rows = {(row["name"], row["scope"]): row for row in csv.DictReader(text.splitlines())}
    names = ("roughness_deviation", "roughness_share", "roughness_hurst", "roughness_corner")
    found: dict[LandForm, Fractal] = {}
    for form in LAND_FORMS:
        if (names[0], form) in rows:
            doubt = rows["roughness_doubt", form]
            constant, share, hurst, corner = (float(rows[name, form]["mode"]) for name in names)
            ends = float(doubt["low"]), float(doubt["high"])
            found[form] = Fractal(constant, share, hurst, corner * METRES_PER_KILOMETRE, *ends)
    return found


def rough_ground(local_relief: Array, form: Forms) -> tuple[Array, Array, Array]:
    """Deviation [m], Hurst exponent [1] and corner wave [m] of the ground around the embedded relief.

    Parameters
    ----------
    local_relief
        Range of the coarse heights around each point [m], any shape.
    form
        Form of the land, same shape: places in `LAND_FORMS`.

    Returns
    -------
    tuple of Array
        All of that shape; the sea is smooth.

    Notes
    -----
    Noise with the spectrum of von Karman, fitted on the structure function of GMTED2010 (docs/data.md).
    """
    sea = Fractal(0.0, 0.0, 0.5, METRES_PER_KILOMETRE, 1.0, 1.0)
    rows = [fractals().get(name, sea) for name in LAND_FORMS]
    columns = zip(*((row.constant_m, row.share, row.hurst, row.corner_m) for row in rows), strict=True)
    constant, share, hurst, corner = (np.array(column, dtype=np.float64)[form] for column in columns)
    return np.asarray(constant + share * local_relief), np.asarray(hurst), np.asarray(corner)


def left_over(local_relief: Array, form: Forms, longest_m: float) -> tuple[Array, Array, Array]:
    """The part of `rough_ground` in waves shorter than a length [m]: what finer heights leave out.

    Parameters and shapes as in `rough_ground`. Integral of the spectrum over a plane beyond that wave.
    """
    deviation, hurst, corner = rough_ground(local_relief, form)
    part = (1.0 + (corner / longest_m) ** 2) ** (-hurst / 2.0)
    return deviation * part, hurst, np.minimum(corner, longest_m)
