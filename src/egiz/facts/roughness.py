"""How rough the ground is between the cells of the embedded relief, by form of the land."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class RoughGround:
    """Ground around heights that are too coarse, at points; all arrays have their shape."""

    deviation_m: Array
    """Standard deviation of the ground around the heights [m]; 0 where they are the ground."""
    hurst: Array
    """Hurst exponent [1], between 0 and 1: small = jagged."""
    corner_m: Array
    """Corner wave [m]: longer waves hardly grow."""
    low: Array
    """P10 of the true deviation over the one told [1]: of its size, and of the way down to 250 m."""
    high: Array
    """P90 of the true deviation over the one told [1]."""


@cache
def fractals() -> Mapping[LandForm, Fractal]:
    """The ground between the cells by form of the land, of `roughness.csv` (tools/fit_roughness.py)."""
    rows = _rows()
    names = ("roughness_deviation", "roughness_share", "roughness_hurst", "roughness_corner")
    found: dict[LandForm, Fractal] = {}
    for form in LAND_FORMS:
        if (names[0], form) in rows:
            doubt = rows["roughness_doubt", form]
            constant, share, hurst, corner = (float(rows[name, form]["mode"]) for name in names)
            ends = float(doubt["low"]), float(doubt["high"])
            found[form] = Fractal(constant, share, hurst, corner * METRES_PER_KILOMETRE, *ends)
    return found


@cache
def short_doubt() -> tuple[float, float]:
    """P10 and P90 of true height differences over 250 m over those of the model [1]: not fitted there."""
    row = _rows()["roughness_short", ""]
    return float(row["low"]), float(row["high"])


def _rows() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Rows of the table by name and scope."""
    text = files("egiz.facts").joinpath("roughness.csv").read_text("utf-8")
    return {(row["name"], row["scope"]): row for row in csv.DictReader(text.splitlines())}


def rough_ground(local_relief: Array, form: Forms) -> RoughGround:
    """The ground around the embedded relief.

    Parameters
    ----------
    local_relief
        Range of the coarse heights around each point [m], any shape.
    form
        Form of the land, same shape: places in `LAND_FORMS`.

    Returns
    -------
    RoughGround
        The sea is smooth.

    Notes
    -----
    Noise with the spectrum of von Karman, fitted on the structure function of GMTED2010 (docs/data.md).
    """
    sea = Fractal(0.0, 0.0, 0.5, METRES_PER_KILOMETRE, 1.0, 1.0)
    rows = [fractals().get(name, sea) for name in LAND_FORMS]
    shorter = short_doubt()
    ends = [_both((row.low, row.high), shorter) for row in rows]
    table = [
        (row.constant_m, row.share, row.hurst, row.corner_m, *pair)
        for row, pair in zip(rows, ends, strict=True)
    ]
    constant, share, hurst, corner, low, high = np.moveaxis(np.array(table)[form], -1, 0)
    return RoughGround(constant + share * local_relief, hurst, corner, low, high)


def left_over(local_relief: Array, form: Forms, longest_m: float) -> RoughGround:
    """The part of `rough_ground` in waves shorter than a length [m]: what finer heights leave out.

    Parameters and shapes as in `rough_ground`. Integral of the spectrum over a plane beyond that wave.
    """
    whole = rough_ground(local_relief, form)
    part = (1.0 + (whole.corner_m / longest_m) ** 2) ** (-whole.hurst / 2.0)
    return replace(
        whole, deviation_m=whole.deviation_m * part, corner_m=np.minimum(whole.corner_m, longest_m)
    )


def _both(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """P10 and P90 of the product of two lognormal doubts."""
    (low, high), (least, most) = np.log(one), np.log(other)
    middle = (low + high + least + most) / 2.0
    reach = np.hypot(high - low, most - least) / 2.0
    return float(np.exp(middle - reach)), float(np.exp(middle + reach))
