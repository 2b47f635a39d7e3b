"""Units and named axes as annotations on bare arrays.

The value is a numpy array and nothing else; the annotation costs nothing at run time. Binding a sheet reads
it, and so does the dry run in the tests, which works every formula once in true units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
"""Numbers with the draws on the last axis; axes before it are named by `Over`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its one printed spelling, such as ``km/h``."""

    name: str


@dataclass(frozen=True, slots=True, init=False)
class Over:
    """The named axes that come before the draws, outermost first."""

    axes: tuple[str, ...]

    def __init__(self, *axes: str) -> None:
        object.__setattr__(self, "axes", axes)


MEASURES: Mapping[str, str] = {
    "1": "dimensionless",
    "s": "second",
    "min": "minute",
    "h": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "m": "meter",
    "km": "kilometer",
    "m2": "meter**2",
    "m3": "meter**3",
    "kg": "kilogram",
    "t": "metric_ton",
    "kN": "kilonewton",
    "kW": "kilowatt",
    "kWh": "kilowatt_hour",
    "pax": "pax",
    "person": "person",
    "seat": "seat",
    "sector": "sector",
    "flight": "flight",
    "USD": "USD",
    "EUR": "EUR",
    "KZT": "KZT",
    "RUB": "RUB",
    "CNY": "CNY",
}
"""What may be measured, and how pint calls it. A unit is one, or several: ``USD/pax/km``."""

COUNTED = ("pax", "seat", "person", "sector", "flight", "USD", "KZT", "RUB", "EUR", "CNY")
"""Counting units and currencies; the dry run defines each as a dimension."""


def is_unit(text: str) -> bool:
    """Whether a text is a unit: a measure, then any number of measures that divide it."""
    first, *below = text.split("/")
    return first in MEASURES and all(part in MEASURES and part != "1" for part in below)


def units_like(text: str) -> tuple[str, ...]:
    """Units spelt much like a text; empty where nothing comes near."""
    parts = [part if part in MEASURES else _nearest(part) for part in text.split("/")]
    return ("/".join(parts),) if all(parts) else ()


def in_pint(unit: str) -> str:
    """How pint calls a unit; raises `KeyError` for what is none."""
    return "/".join(MEASURES[part] for part in unit.split("/"))


def _nearest(part: str) -> str:
    return next(iter(get_close_matches(part, MEASURES, 1, 0.5)), "")


Share: TypeAlias = Annotated[Array, Unit("1")]
Hours: TypeAlias = Annotated[Array, Unit("h")]
Kilometres: TypeAlias = Annotated[Array, Unit("km")]
