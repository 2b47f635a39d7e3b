"""Shipped facts hold together: each is sourced, priced, dated and named, and an early study can run."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from egiz.facts.city import find_city
from egiz.facts.country import countries
from egiz.facts.library import Facts
from egiz.facts.limit import beyond_limits, limits
from egiz.facts.projection import WORLD
from egiz.facts.row import Row
from egiz.facts.table import is_price
from egiz.proposals.air_route.prepare import BY_AIRCRAFT
from egiz.proposals.air_route.terms import AIRCRAFT
from egiz.study.catalogue import find_kind, kind_names

HOME = Path(__file__).parents[2] / "src" / "egiz"
SOURCE_FILES = sorted(HOME.rglob("sources.csv"))
NAMED_IN_CODE = {"geonames", "gmted2010", "natural_earth"}
"""Sources of inputs that readers make without a row, and of the relief."""

UNSOURCED = {"judgement", "founders_air_notes"}
EARLY, EARLIEST = date(2017, 7, 31), date(2013, 7, 31)
LATER = {"A320neo", "E190E2"}
"""Types not in service by the early day, or the earliest."""

CASE = (
    "Astana",
    "Chelyabinsk",
    "Yekaterinburg",
    "Omsk",
    "Novosibirsk",
    "Tyumen",
    "Kurgan",
    "Almaty",
    "Kostanay",
)


def packages() -> tuple[str, ...]:
    kinds = (find_kind(name) for name in kind_names() if (HOME / "proposals" / name).is_dir())
    return ("egiz.market", *(kind.words for kind in kinds if kind is not None))


def every_row() -> list[Row]:
    rows = {row.where: row for row in Facts.shipped().rows}
    for package in packages():
        rows.update({row.where: row for row in Facts.shipped().with_package(package).rows})
    return list(rows.values())


ROWS = every_row()


@pytest.mark.parametrize("path", SOURCE_FILES, ids=lambda path: path.parts[-2])
def test_sources_are_sorted_and_each_is_used(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        keys = [row["key"] for row in csv.DictReader(file)]
    assert keys == sorted(keys)
    assert not set(keys) - {row.source.key for row in ROWS} - NAMED_IN_CODE


def test_only_a_named_source_counts_as_seen() -> None:
    assert not [row.where for row in ROWS if row.status == "seen" and row.source.key in UNSOURCED]
    assert not [row.where for row in ROWS if row.status == "derived" and row.source.key in UNSOURCED]
    assert {row.status for row in ROWS} == {"seen", "derived", "memory"}


def test_every_source_says_who_and_what() -> None:
    sources = {row.source.key: row.source for row in ROWS}
    bare = [key for key, source in sources.items() if key != "definition" and not source.publisher]
    assert not bare
    assert not [key for key, source in sources.items() if "http" in source.title]


def test_every_price_has_its_year_and_its_day() -> None:
    prices = [row for row in ROWS if is_price(row.unit)]
    assert prices
    assert not [row.where for row in prices if row.dating.price_year is None or row.dating.known_from is None]
    years = {int(row.dating.about) for row in ROWS if row.name == "price_index"}
    assert {row.dating.price_year for row in prices} <= years | {max(years) + 1}


def test_names_that_obey_dates_have_days() -> None:
    rules = Facts.shipped().rules
    assert not [row.where for row in ROWS if row.name in rules and row.dating.known_from is None]
    indices = {rule.index for rule in rules.values() if rule.kind == "level"}
    worlds = {row.name for row in ROWS if row.scope == WORLD}
    assert indices - worlds == {"exchange_drift"}, "an index for any scope needs a row for the world"


def test_fitted_coefficients_are_timeless_and_say_their_years() -> None:
    fitted = [row for row in ROWS if "tools/fit" in row.provenance.locator]
    assert len(fitted) >= 5
    assert all(row.dating.known_from is None for row in fitted)
    fits = {"2014", "2019", "2015/2025", "1981/2024"}
    surveys = {"1987/1989", "1989", "1989/1998", "1987/1998"}
    assert {row.dating.about for row in fitted} == fits | surveys


def test_no_package_knows_more_than_the_edition() -> None:
    edition = Facts.shipped().edition
    assert not [row.where for row in ROWS if row.dating.known_from and row.dating.known_from > edition]


def test_scopes_name_one_place() -> None:
    codes = set(countries()) | {WORLD}
    admins = {find_city(name).admin.code for name in CASE}
    for scope in {row.scope for row in ROWS if row.name in {"people", "income", "people_growth"}}:
        known = scope in codes or scope in admins or scope[:3] in {"KZ.", "RU."}
        assert known or find_city(scope).name == scope, scope


@pytest.mark.parametrize("day", [EARLY, EARLIEST])
def test_an_early_study_finds_every_fact(day: date) -> None:
    facts = Facts.shipped()
    for package in packages():
        assert facts.with_package(package, "x").at(day).locals()
    flight = facts.with_package("egiz.proposals.air_route", "x").at(day)
    for aircraft in flight.scopes("seats"):
        for name in (*BY_AIRCRAFT, "max_range", "runway_need"):
            assert flight.find(name, aircraft) is not None, (name, aircraft)
    for scope in ("KZ", "RU", WORLD):
        assert flight.find("jet_fuel_price", scope) is not None
        assert flight.nearest("income", (scope, WORLD)) is not None
    assert [name for name in CASE if flight.find("people", name) is None] == []


def test_types_enter_with_their_service() -> None:
    flight = Facts.shipped().with_package("egiz.proposals.air_route", "x")
    assert set(flight.at(flight.edition).scopes("seats")) == set(AIRCRAFT)
    assert set(flight.at(EARLY).scopes("seats")) == set(AIRCRAFT) - {"E190E2"}
    assert set(flight.at(EARLIEST).scopes("seats")) == set(AIRCRAFT) - LATER


def test_the_only_count_of_the_pair_was_known_before_the_agreement() -> None:
    counts = [row for row in ROWS if row.unit in {"pax/year", "pax/sector", "flight/week"} and row.scope]
    apart = "Yekaterinburg|Chelyabinsk"
    """Two cities of one country: the first line of the railway, not the pair."""
    assert [(row.key, row.dating.known_from) for row in counts if row.scope != apart] == [
        ("air_trips_observed@Chelyabinsk|KZ", date(2016, 10, 5))
    ]


def test_listing_is_sorted_and_filtered() -> None:
    facts = Facts.shipped()
    rows = facts.listing()
    assert [row.key.split("@")[0] for row in rows] == sorted(row.name for row in rows)
    memory = facts.listing(unverified=True)
    assert memory
    assert {row.status for row in memory} == {"memory"}
    assert {row.source.key for row in facts.listing("worldbank_gdp")} == {"worldbank_gdp"}


def test_every_range_lies_in_what_its_number_can_be() -> None:
    told_by_timetables = {"ride_hours"}
    assert set(limits()) <= {row.name for row in ROWS} | told_by_timetables
    assert list(limits()) == sorted(limits())
    beyond = [beyond_limits(row.key, row.doubt.distribution()) for row in ROWS]
    assert not [fault.values for fault in beyond if fault is not None]
