"""The choice in the sheets: what a fare, a frequency and a closed night do to the travellers of a pair."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from egiz.figures.draw import Plan
from egiz.figures.ledger import Ledger
from egiz.study.open import open_case
from egiz.study.run import Run, study

AGREEMENT = """\
agreement: flight-only
title: A flight
date: 2019-07
pair: [Vienna, Bucharest]
proposals:
  - id: flight
    kind: air_route
    title: Flight
    text: Direct flights.
    terms: {weekly_flights: {low: 2, high: 3}, fare: 80}
scenarios:
  - {name: dear, title: Dear, author: T, reason: An instant lever., terms: {flight: {fare: 160}}}
  - {name: daily, title: Daily, author: T, reason: An instant lever., terms: {flight: {weekly_flights: 7}}}
  - {name: often, title: Often, author: T, reason: Beyond the table., terms: {flight: {weekly_flights: 14}}}
"""


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    path = tmp_path_factory.mktemp("demand") / "flight.yaml"
    path.write_text(AGREEMENT, encoding="utf-8")
    opened = open_case(str(path), ("dear", "daily", "often"), date(2019, 12, 31))
    found = study(opened.case, opened.scenarios, Plan(1000, 1), lambda step, scenario: None)
    return {run.scenario.name: run for run in found.runs}


@pytest.fixture(scope="module")
def agreed(runs: dict[str, Run]) -> Ledger:
    return runs["as-agreed"].ledger


def test_instant_levers_search_no_week_anew(runs: dict[str, Run]) -> None:
    designs = [tuple(run.prepared.designs.values()) for run in runs.values()]
    assert all(len(one) == 1 and one[0] is designs[0][0] for one in designs)


def test_the_fare_agreed_stands(runs: dict[str, Run]) -> None:
    assert (runs["as-agreed"].ledger.value("flight.net_fare") == 80.0).all()
    assert (runs["dear"].ledger.value("flight.net_fare") == 160.0).all()


@pytest.mark.parametrize("name", ["trips_by_purpose", "trips_willing", "yearly_passengers"])
def test_a_dearer_flight_has_fewer_travellers(runs: dict[str, Run], agreed: Ledger, name: str) -> None:
    type_of = [run.ledger.value("flight.aircraft_type")[0] for run in (runs["as-agreed"], runs["dear"])]
    dear = runs["dear"].ledger.value(f"flight.{name}")
    slack = 1.0 if type_of[0] == type_of[1] else 1.1
    assert (dear <= agreed.value(f"flight.{name}") * slack + 1e-9).all()


def test_more_flights_never_fewer_trips(agreed: Ledger) -> None:
    trips = agreed.value("flight.option_trips")
    assert (np.diff(trips, axis=0) >= -5e-3 * trips[:-1]).all()
    carried = agreed.value("flight.option_yearly_passengers")
    assert (np.diff(carried, axis=0) >= -5e-3 * carried[:-1]).all()


def test_the_agreed_frequency_lies_between_its_options(agreed: Ledger) -> None:
    weights = agreed.value("flight.frequency_weights")
    np.testing.assert_allclose(weights.sum(axis=0), 1.0)
    trips, options = agreed.value("flight.trips_by_aircraft"), agreed.value("flight.option_trips_by_purpose")
    assert (trips <= options[1:3].max(axis=0) * (1.0 + 1e-9)).all()
    assert (trips >= options[1:3].min(axis=0) * (1.0 - 1e-9)).all()


def test_beyond_a_daily_week_the_share_is_that_of_the_daily_one(runs: dict[str, Run]) -> None:
    daily, often = (runs[name].ledger.value("flight.trips_by_aircraft") for name in ("daily", "often"))
    np.testing.assert_array_equal(daily, often)


def test_a_share_is_a_share_and_nobody_is_counted_twice(agreed: Ledger) -> None:
    share = agreed.value("flight.option_share")
    assert (share > 0.0).all()
    assert (share < 1.0).all()
    own = agreed.value("flight.rest_logsum")
    np.testing.assert_array_equal(own, agreed.value("market.existing_logsum"))


def test_others_meet_the_week(agreed: Ledger) -> None:
    offered = agreed.value("all.service_appeal")
    np.testing.assert_array_equal(offered[0], agreed.value("flight.week_appeal"))
    best = agreed.value("flight.flight_utility").max(axis=0)
    assert (offered[0] < best + np.log(3.0)).all()
    assert np.isfinite(offered).all()


def test_months_add_up_to_the_year(agreed: Ledger) -> None:
    months = agreed.value("flight.monthly_passengers").sum(axis=0)
    np.testing.assert_allclose(months, agreed.value("flight.yearly_passengers"), rtol=1e-9)


def test_delay_falls_with_flights(runs: dict[str, Run], agreed: Ledger) -> None:
    few, daily = agreed.value("flight.schedule_delay"), runs["daily"].ledger.value("flight.schedule_delay")
    assert (daily < few).all()
    assert (daily > 0.0).all()


def test_a_daily_flight_like_the_usual_carries_what_gravity_tells(runs: dict[str, Run]) -> None:
    """The week of the engine and the closed form of the market are one model: within a tenth."""
    ledger = runs["daily"].ledger
    cheap = ledger.value("market.usual_fare") - ledger.value("flight.gross_fare")
    alike = np.abs(cheap) < 5.0
    usual = (ledger.value("market.usual_share") * ledger.value("market.all_trips")).sum(axis=0)
    own = ledger.value("market.all_trips") * ledger.value("flight.option_share")[-1].mean(axis=0)
    ratio = own.sum(axis=0)[alike] / usual[alike]
    assert alike.sum() > 20
    assert 0.9 < np.median(ratio) < 1.1
