"""What the table of fuel and time gives the sheets of a flight."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from egiz.engines.flight import along
from egiz.facts.aircraft import Array, Performance, performance
from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption, Given, Input, Provenance
from egiz.figures.distribution import Empirical
from egiz.figures.part import Stack

MINUTES = 60.0
"""Minutes of an hour, by definition."""

LOW, MIDDLE, HIGH = range(3)
QUANTILES = (0.0, 0.1, 0.5, 0.9, 1.0)
"""The middle of the methods is the median, the least and the greatest are P10 and P90."""

BEYOND = (0.5 - 0.0) / (0.5 - 0.1)
"""How far the ends lie out, straight on from P10 and P90."""


def table_points(types: tuple[str, ...]) -> Array:
    """Flown distances at which any of the types has a row [km]."""
    return np.unique(np.concatenate([performance(kind).distance for kind in types]))


def craft_inputs(types: tuple[str, ...]) -> Mapping[str, Input]:
    """Fuel and time over distance, and the fuel flow of taxi, one row a type."""
    known, points = [performance(kind) for kind in types], table_points(types)
    fuel = [along(points, kind.distance, kind.fuel)[MIDDLE] for kind in known]
    minutes = [along(points, kind.distance, kind.minutes)[MIDDLE] for kind in known]
    flow = np.array([kind.taxi * MINUTES for kind in known])
    return {
        "table_distance": _given("km/sector", ("table_point",), points),
        "table_fuel": _given("kg/sector", ("aircraft", "table_point"), np.stack(fuel)),
        "table_time": _given("h/sector", ("aircraft", "table_point"), np.stack(minutes) / MINUTES),
        "taxi_fuel_flow": _given("kg/h", ("aircraft",), flow),
    }


def block_minutes(types: tuple[str, ...], distance: float, facts: Dated) -> Array:
    """Middle time of each type from stand to stand over a distance [km], for timetables [min]."""
    flown = np.array([distance * facts.pick("distance_adjustment").middle])
    known = [performance(kind) for kind in types]
    still = np.array([along(flown, kind.distance, kind.minutes)[MIDDLE, 0] for kind in known])
    return still * facts.pick("time_in_service").middle + facts.pick("taxi_time").middle * MINUTES


def craft_stacks(types: tuple[str, ...], distance: float, facts: Dated) -> dict[str, Stack]:
    """Doubt of fuel and of time of each type at the distance of the pair [km]."""
    known = [(kind, performance(kind)) for kind in types]
    fuel = [_doubt(f"fuel_doubt@{kind}", found.fuel, found, distance, facts) for kind, found in known]
    time = [_doubt(f"time_doubt@{kind}", found.minutes, found, distance, facts) for kind, found in known]
    return {"fuel_doubt": Stack("aircraft", tuple(fuel)), "time_doubt": Stack("aircraft", tuple(time))}


def _doubt(key: str, values: Array, found: Performance, distance: float, facts: Dated) -> Assumption:
    """Spread between methods at a distance, as a factor on their middle."""
    low, middle, high = along(np.array([distance]), found.distance, values)[:, 0]
    down, up = min(low / middle, 1.0), max(high / middle, 1.0)
    ends = (1.0 - BEYOND * (1.0 - down), down, 1.0, up, 1.0 + BEYOND * (up - 1.0))
    return Assumption(
        key=f"{facts.prefix}.{key}",
        unit="1",
        distribution=Empirical(QUANTILES, tuple(float(end) for end in ends)),
        provenance=Provenance("engine", f"facts/data/aircraft.csv: {found.methods}", "derived"),
    )


def _given(unit: str, axes: tuple[str, ...], value: Array) -> Given:
    """Part and name become its key when the sheets are joined."""
    provenance = Provenance("engine", "facts/data/aircraft.csv (tools/build_aircraft.py)", "derived")
    return Given(key="", unit=unit, axes=axes, value=value[..., np.newaxis], provenance=provenance)
