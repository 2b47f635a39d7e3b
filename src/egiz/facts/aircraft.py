"""Fuel and time of a sector by type of aircraft and flown distance, as published methods give them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from egiz.errors import InputError

Array = NDArray[np.float64]

TABLE = "aircraft.csv"
"""Made by ``tools/build_aircraft.py``, which says how each method is brought to one footing."""


@dataclass(frozen=True, slots=True)
class Performance:
    """What the methods say of one type; arrays over the points of the table, low, middle and high first."""

    distance: Array
    """Flown distance [km], rising; shape (points,)."""
    ccd: Array
    """Climb, cruise and descent [kg]: least, median and greatest of the methods; shape (3, points)."""
    cycle: float
    """Take-off, climb-out and approach, without taxi [kg]."""
    minutes: Array
    """From take-off to landing [min]: fast, usual and slow cruise; shape (3, points)."""
    taxi: float
    """Fuel of taxi [kg/min]."""
    methods: str
    """Methods that know the type, joined by a plus."""

    @property
    def fuel(self) -> Array:
        """From take-off to landing, without taxi [kg]; shape (3, points)."""
        return self.ccd + self.cycle


def performance(kind: str) -> Performance:
    """Look up a type.

    Raises
    ------
    InputError
        ``unknown-aircraft`` with the types that are known: no type stands in for another.
    """
    lines = [row for row in _rows() if row["aircraft"] == kind]
    if not lines:
        known = ", ".join(dict.fromkeys(row["aircraft"] for row in _rows()))
        raise InputError.of("unknown-aircraft", {"name": kind, "known": known})
    fuel = [_column(lines, name) for name in ("ccd_low_kg", "ccd_kg", "ccd_high_kg")]
    minutes = [_column(lines, name) for name in ("minutes_low", "minutes", "minutes_high")]
    first = lines[0]
    return Performance(
        _column(lines, "distance_km"),
        np.stack(fuel),
        float(first["lto_kg"]),
        np.stack(minutes),
        float(first["taxi_kg_per_min"]),
        first["methods"],
    )


def _column(lines: Sequence[dict[str, str]], name: str) -> Array:
    return np.array([float(line[name]) for line in lines])


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = files("egiz.facts").joinpath("data", TABLE).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
