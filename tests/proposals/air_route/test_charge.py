"""Charges of two countries: each end pays its own, and treatment as an own carrier is in doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from proposals.air_route.bound import Case, flown, middle

ABROAD = Case(("Ulyanovsk", "Minsk"), date(2025, 12, 31), "SSJ100", 0.7, 80.0)
TREATED = {"away_national_treatment": ("1", 1.0), "home_national_treatment": ("1", 1.0)}
FOREIGN = {"away_national_treatment": ("1", 1.0), "home_national_treatment": ("1", 0.0)}


def test_a_treaty_changes_the_route_charge_by_a_factor() -> None:
    own = middle(flown(replace(ABROAD, more=TREATED)), "home_en_route_rate")
    other = middle(flown(replace(ABROAD, more=FOREIGN)), "home_en_route_rate")
    assert other > 1.5 * own


def test_the_switch_is_a_lot() -> None:
    share = flown(ABROAD).value("f.home_en_route_rate").ravel()
    national = flown(ABROAD).value("f.navigation_rate@world").ravel()
    assert 0.4 < np.mean(np.isclose(share, national)) < 0.6


def test_within_a_country_nobody_is_foreign() -> None:
    told = flown(Case(("Kazan", "Ulyanovsk"), date(2025, 12, 31), "ATR72", 0.7, 40.0))
    assert told.value("f.home_en_route_rate") == pytest.approx(told.value("f.away_en_route_rate"))
    assert middle(told, "airport_charge_per_passenger@RU|RU") < 4.0


def test_both_ends_count_alike() -> None:
    there = flown(replace(ABROAD, more=TREATED | {"home_airspace_share": ("1", 0.5)}))
    back = flown(
        replace(ABROAD, pair=("Minsk", "Ulyanovsk"), more=TREATED | {"home_airspace_share": ("1", 0.5)})
    )
    for name in ("airport_cost", "navigation_cost", "passenger_cost", "fuel_cost"):
        assert there.value(f"f.{name}") == pytest.approx(back.value(f"f.{name}")), name


@pytest.mark.parametrize("day", [date(2013, 7, 31), date(2017, 7, 31)])
def test_an_early_day_has_charges(day: date) -> None:
    assert middle(flown(replace(ABROAD, as_of=day)), "sector_cost") > 1000.0
