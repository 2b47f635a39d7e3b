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
    low: float
    """P10 of the true standard deviation over the one told here [1]."""
    high: float
    """P90 of the true standard deviation over the one told here [1]."""


@cache
def fractals() -> Mapping[LandForm, Fractal]:
    """The ground between the cells by form of the land, of `roughness.csv` (tools/fit_roughness.py)."""
    text = files("egiz.facts").joinpath("roughness.csv").read_text("utf-8")
    rows = {(row["name"], row["scope"]): row for row in csv.DictReader(text.splitlines())}
    names = ("roughness_deviation", "roughness_share", "roughness_hurst")
    found: dict[LandForm, Fractal] = {}
    for form in LAND_FORMS:
        if (names[0], form) in rows:
            doubt = rows["roughness_doubt", form]
            constant, share, hurst = (float(rows[name, form]["mode"]) for name in names)
            found[form] = Fractal(constant, share, hurst, float(doubt["low"]), float(doubt["high"]))
    return found


def rough_ground(local_relief: Array, form: Forms) -> tuple[Array, Array]:
    """Standard deviation [m] and Hurst exponent [1] of the ground around the embedded relief.

    Parameters
    ----------
    local_relief
        Range of the coarse heights around each point [m], any shape.
    form
        Form of the land, same shape: places in `LAND_FORMS`.

    Returns
    -------
    tuple of Array
        Both of that shape; the sea is smooth.
    """
    sea = Fractal(0.0, 0.0, 0.5, 1.0, 1.0)
    rows = [fractals().get(name, sea) for name in LAND_FORMS]
    constant, share, hurst = (
        np.array(column, dtype=np.float64)[form]
        for column in zip(*((row.constant_m, row.share, row.hurst) for row in rows), strict=True)
    )
    return np.asarray(constant + share * local_relief), np.asarray(hurst)
