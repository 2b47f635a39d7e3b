"""Units and named axes as annotations on bare arrays.

The value is a numpy array and nothing else; the annotation costs nothing at run time. Binding a sheet reads
it, and so does the dry run in the tests, which works every formula once in true units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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


UNITS: Mapping[str, str] = {
    "1": "dimensionless",
    "h": "hour",
    "min": "minute",
    "h/day": "hour/day",
    "year": "year",
    "km": "kilometer",
    "m": "meter",
    "km/h": "kilometer/hour",
    "min/km": "minute/kilometer",
    "kg": "kilogram",
    "t": "metric_ton",
    "t/year": "metric_ton/year",
    "kg/kg": "kilogram/kilogram",
    "kg/km": "kilogram/kilometer",
    "kg/pax": "kilogram/pax",
    "kg/sector": "kilogram/sector",
    "USD": "USD",
    "USD/t": "USD/metric_ton",
    "USD/h": "USD/hour",
    "USD/km": "USD/kilometer",
    "USD/pax": "USD/pax",
    "USD/sector": "USD/sector",
    "USD/year": "USD/year",
    "USD/person": "USD/person",
    "KZT/USD": "KZT/USD",
    "RUB/USD": "RUB/USD",
    "seat": "seat",
    "seat/sector": "seat/sector",
    "seat/year": "seat/year",
    "pax/seat": "pax/seat",
    "pax/sector": "pax/sector",
    "pax/year": "pax/year",
    "person": "person",
    "sector/week": "sector/week",
    "sector/year": "sector/year",
    "flight/week": "flight/week",
    "week/year": "week/year",
    "h/sector": "hour/sector",
    "km/sector": "kilometer/sector",
    "kg/h": "kilogram/hour",
    "kg/year": "kilogram/year",
    "kg/seat": "kilogram/seat",
    "kg/m": "kilogram/meter",
    "t/sector": "metric_ton/sector",
    "t/km": "metric_ton/kilometer",
    "m/km": "meter/kilometer",
    "kg/t": "kilogram/metric_ton",
    "min/h": "minute/hour",
    "h/week": "hour/week",
    "h/year": "hour/year",
    "day": "day",
    "week": "week",
    "day/week": "day/week",
    "day/year": "day/year",
    "1/h": "1/hour",
    "1/year": "1/year",
    "1/km": "1/kilometer",
    "1/USD": "1/USD",
    "h/pax": "hour/pax",
    "pax": "pax",
    "sector": "sector",
    "flight": "flight",
    "flight/year": "flight/year",
    "sector/flight": "sector/flight",
    "seat/flight": "seat/flight",
    "pax/flight": "pax/flight",
    "pax/week": "pax/week",
    "seat/week": "seat/week",
    "pax/person": "pax/person",
    "pax/person/year": "pax/person/year",
    "person/km": "person/kilometer",
    "USD/kg": "USD/kilogram",
    "USD/seat": "USD/seat",
    "USD/flight": "USD/flight",
    "USD/week": "USD/week",
    "USD/h/pax": "USD/hour/pax",
    "USD/person/year": "USD/person/year",
    "KZT": "KZT",
    "RUB": "RUB",
    "EUR": "EUR",
    "EUR/USD": "EUR/USD",
    "USD/pax/km": "USD/pax/kilometer",
    "USD/t/sector": "USD/metric_ton/sector",
    "t/kg": "metric_ton/kilogram",
}
"""Every spelling that may be used, and how the dry run reads it. Counted things are dimensions."""

COUNTED = ("pax", "seat", "person", "sector", "flight", "USD", "KZT", "RUB", "EUR")
"""Counting units and currencies; the dry run defines each as a dimension."""

Share: TypeAlias = Annotated[Array, Unit("1")]
Hours: TypeAlias = Annotated[Array, Unit("h")]
Kilometres: TypeAlias = Annotated[Array, Unit("km")]
