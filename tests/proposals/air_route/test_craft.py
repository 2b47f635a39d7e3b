"""Fuel and time from the table of methods: no stand-ins, the doubt told, and plain behaviour."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from egiz.errors import InputError
from egiz.facts.aircraft import performance
from egiz.proposals.air_route.craft import craft_inputs, table_points
from egiz.proposals.air_route.terms import AIRCRAFT
from proposals.air_route.bound import Case, flown, middle

CASE = Case(("Almaty", "Astana"), date(2025, 12, 31), "A320", 0.75, 90.0)
MOST_APART = 0.15
"""Our middle lies so near the median of the methods (notes on air, section 10)."""


@pytest.mark.parametrize("name", ["A321", "a320", "ERJ145", "CRJ", ""])
def test_an_unknown_type_has_no_stand_in(name: str) -> None:
    with pytest.raises(InputError) as found:
        performance(name)
    (fault,) = found.value.faults
    assert fault.key == "unknown-aircraft"
    assert "CRJ200" in str(fault.values["known"])


@pytest.mark.parametrize("kind", AIRCRAFT)
def test_every_type_is_in_the_table_and_behaves(kind: str) -> None:
    known = performance(kind)
    assert (np.diff(known.distance) > 0.0).all()
    assert (np.diff(known.ccd, axis=1) > 0.0).all()
    assert (np.diff(known.minutes, axis=1) > 0.0).all()
    assert (np.diff(known.ccd, axis=0) >= 0.0).all()
    assert (np.diff(known.minutes, axis=0) >= 0.0).all()
    assert (np.diff(known.fuel[1] / known.distance)[:3] < 0.0).all(), "a longer way costs less a kilometre"


def test_types_share_one_grid_without_change() -> None:
    types = ("ATR72", "B788")
    points, inputs = table_points(types), craft_inputs(types)
    told = inputs["table_fuel"].value[1, :, 0]  # type: ignore[union-attr]
    known = performance("B788")
    assert told == pytest.approx(np.interp(points, known.distance, known.fuel[1]), rel=1e-12)


@pytest.mark.parametrize("kind", AIRCRAFT)
def test_our_middle_is_near_the_median_of_the_methods(kind: str) -> None:
    told = flown(replace(CASE, aircraft=kind), draws=1000)
    known, way = performance(kind), middle(told, "flown_distance")
    ours = middle(told, "airborne_fuel") / float(np.interp(way, known.distance, known.fuel[1]))
    assert abs(ours - 1.0) <= MOST_APART


def test_a_longer_way_takes_more_of_everything() -> None:
    near = flown(replace(CASE, more={"great_circle": ("km/sector", 600.0)}))
    far = flown(replace(CASE, more={"great_circle": ("km/sector", 1200.0)}))
    for name in ("sector_fuel", "sector_time", "sector_cost"):
        assert (near.value(f"f.{name}") < far.value(f"f.{name}")).all(), name


def test_the_parts_add_up_and_fuel_is_as_bought() -> None:
    told = flown(CASE)
    parts = told.value("f.sector_cost_parts")
    assert parts.sum(axis=0) == pytest.approx(told.value("f.sector_cost_by_aircraft"))
    assert parts[0] == pytest.approx(told.value("f.fuel_cost"))
    level = told.value("f.cost_level")
    assert parts[1:] == pytest.approx(told.value("f.summed_cost_parts")[1:] * level)
