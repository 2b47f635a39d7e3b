"""A fast railway through the front door: its alternatives, its riders beside a flight, money, and reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from egiz.errors import InputError
from egiz.figures.draw import Plan
from egiz.figures.ledger import Ledger
from egiz.study.agreement import AS_AGREED, Change, Scenario
from egiz.study.open import Opened, open_case
from egiz.study.prepare import Prepared, prepare
from egiz.study.run import Run, run

DAY = date(2017, 7, 31)
PLAN = Plan(400, 7)
TWO = """\
agreement: two-ways
title: A flight and a railway
date: 2017-07
pair: [Novosibirsk, Omsk]
proposals:
  - {id: flight, kind: air_route, title: Flight, text: Flights., terms: {weekly_flights: 7}}
  - {id: rail, kind: fast_rail, title: Railway, text: A line., terms: {TERMS}}
"""


def opened(folder: Path, terms: str = "", pair: str = "Novosibirsk, Omsk") -> Opened:
    path = folder / "two.yaml"
    path.write_text(TWO.replace("TERMS", terms).replace("Novosibirsk, Omsk", pair), encoding="utf-8")
    return open_case(str(path), (), DAY)


def seen(name: str, value: float) -> Scenario:
    return Scenario("seen", {}, "A. Tester", "A test.", {}, (Change(name, None, value, None, ""),))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(opened(tmp_path_factory.mktemp("rail")).case, AS_AGREED)


@pytest.fixture(scope="module")
def agreed(prepared: Prepared) -> Run:
    return run(prepared, PLAN)


@pytest.fixture(scope="module")
def ledger(agreed: Run) -> Ledger:
    return agreed.ledger


def total(ledger: Ledger, key: str) -> float:
    return float(ledger.value(key).mean())


def test_every_design_stands_beside_doing_nothing(ledger: Ledger) -> None:
    labels = ledger.sheet.axes["rail.alternative"]
    assert labels == (
        "line-new-250",
        "line-new-300",
        "line-new-350",
        "line-upgrade-160",
        "line-upgrade-200",
        "nothing",
    )
    for name in ("capital_cost", "yearly_riders", "npv", "yearly_support", "co2_balance"):
        values = ledger.value(f"rail.{name}_by_alternative")
        assert np.isfinite(values).all()
        assert not values[-1].any()
        assert (values[:-1] != 0.0).any(axis=1).all()


def test_no_pair_of_cities_has_more_riders_than_trips_its_people_can_make(ledger: Ledger) -> None:
    riders, most, trips = (
        ledger.value(f"rail.{name}") for name in ("riders_by_ride", "most_trips", "counted_trips")
    )
    assert (riders <= np.maximum(most, trips) * (1.0 + 1e-12)).all()


def test_a_faster_line_is_quicker_dearer_and_takes_more_riders(ledger: Ledger) -> None:
    hours = ledger.value("rail.ride_time")[:, 0].mean(axis=-1)
    cost = ledger.value("rail.capital_cost_by_alternative").mean(axis=-1)
    riders = ledger.value("rail.yearly_riders_by_alternative").mean(axis=-1)
    assert hours[0] > hours[1] > hours[2]
    assert hours[3] > hours[4] > hours[0]
    assert cost[2] > cost[1] > cost[0] > cost[4] > cost[3]
    assert riders[2] > riders[1] > riders[0]
    assert riders[4] > riders[3], "cheaper than a new line, so the two are not held against each other"


def test_no_run_is_faster_than_its_speed(ledger: Ledger) -> None:
    length, hours = ledger.value("rail.way_length"), ledger.value("rail.ride_time")
    for row, speed in enumerate((250.0, 300.0, 350.0, 160.0, 200.0)):
        assert (hours[row] > length[row] / speed).all()


def test_nobody_is_counted_twice(ledger: Ledger) -> None:
    """Flight, railway and all that exists share the travellers of the pair in one choice.

    To others a flight is one number, exact where it takes little (`week_appeal`): some is left over.
    """
    rail = ledger.value("rail.rail_share")[1, 0]
    flight = ledger.value("flight.chosen_share")
    both = np.logaddexp(*ledger.value("all.service_appeal"))
    exist = ledger.value("market.existing_logsum")
    rest = 1.0 / (1.0 + np.exp(both - exist))
    assert (rail + rest < 1.0 + 1e-9).all()
    assert (rail + flight + rest).max() < 1.03
    assert abs(float((rail + flight + rest).mean()) - 1.0) < 0.01
    market = ledger.value("market.all_trips")
    assert np.allclose(ledger.value("rail.leg_trips")[0], market)


def test_the_railway_takes_from_the_flight_and_the_flight_from_the_railway(
    prepared: Prepared, tmp_path: Path
) -> None:
    both = run(prepared, PLAN).ledger
    case = prepared.case
    flight, rail = case.agreement.proposals
    alone = {}
    for item in (flight, rail):
        agreement = replace(case.agreement, proposals=(item,))
        one = replace(prepared, case=replace(case, agreement=agreement))
        alone[item.id] = run(prepare(one.case, AS_AGREED), PLAN).ledger
    assert (alone["flight"].value("flight.trips_willing") > both.value("flight.trips_willing")).all()
    assert (alone["rail"].value("rail.yearly_riders") > both.value("rail.yearly_riders")).all()


def test_nothing_agreed_offers_nothing(tmp_path: Path) -> None:
    case = opened(tmp_path, "design: nothing").case
    ledger = run(prepare(case, AS_AGREED), PLAN).ledger
    assert np.isneginf(ledger.value("rail.service_appeal")).all()
    assert not ledger.value("rail.yearly_riders").any()
    assert not ledger.value("rail.capital_cost").any()
    assert ledger.value("rail.yearly_riders_by_alternative")[0].all()


@pytest.mark.parametrize(
    ("name", "low", "high", "more"),
    [
        ("rail.fast_constant@new", -1.0, 1.0, True),
        ("rail.usual_fare_rate@new", 0.03, 0.2, False),
        ("rail.usual_daily_trains", 4.0, 30.0, True),
        ("rail.border_stop", 0.2, 2.0, None),
        ("rail.track_cost", 1e6, 4e6, None),
    ],
)
def test_riders_go_the_way_that_reason_says(
    prepared: Prepared, name: str, low: float, high: float, more: bool | None
) -> None:
    riders = []
    for value in (low, high):
        seen_so = replace(prepared, scenario=seen(name, value))
        riders.append(run(seen_so, PLAN).ledger.value("rail.yearly_riders"))
    if more is None:
        assert np.array_equal(*riders)
    else:
        assert ((riders[1] > riders[0]) == more).all()


def test_the_outside_view_enters_once(ledger: Ledger) -> None:
    found = ledger.value("rail.capital_cost_by_alternative")
    assert np.allclose(found, ledger.value("rail.estimate") * ledger.value("rail.cost_overrun"))
    behind = ledger.sheet.upstream("rail.estimate")
    assert "rail.cost_overrun" not in behind


def test_what_would_make_it_pay_makes_it_pay(ledger: Ledger) -> None:
    """With so many times the fares, less what selling takes, the net present value is nought."""
    needed, value = ledger.value("rail.fares_needed")[:-1], ledger.value("rail.revenue_value")[:-1]
    npv, sales = ledger.value("rail.npv_by_alternative")[:-1], ledger.value("rail.sales_share")
    left = npv + (needed - 1.0) * value * (1.0 - sales)
    assert np.abs(left / ledger.value("rail.capital_at_opening")[:-1]).max() < 1e-9
    support = ledger.value("rail.yearly_support_by_alternative")
    paid = ledger.value("rail.npv_by_alternative") + support * ledger.value("rail.years_of_cost")
    assert (paid > -1.0).all()


def test_a_kilometre_at_the_price_that_would_pay_pays(ledger: Ledger) -> None:
    """Second route: building at that price, with its interest, renewal and what is left, leaves nought."""
    needed, way = (ledger.value(f"rail.{name}")[:-1] for name in ("alternative_cost_needed", "built_way"))
    cost, npv = (ledger.value(f"rail.{one}_by_alternative")[:-1] for one in ("capital_cost", "npv"))
    change = needed * way - cost
    left = npv - change * ledger.value("rail.building_burden")
    bears = needed > 0.0
    assert bears.any()
    assert np.abs(left[bears] / cost[bears]).max() < 1e-9
    assert (left[~bears] <= 1e-9 * cost[~bears]).all()


def test_riders_come_from_somewhere(ledger: Ledger) -> None:
    whole = total(ledger, "rail.yearly_riders")
    modes = float(ledger.value("rail.riders_by_mode").sum(axis=0).mean())
    assert abs(whole - modes - total(ledger, "rail.new_riders")) < 1e-6 * whole


def test_nobody_comes_from_a_flight_that_cannot_be(tmp_path: Path) -> None:
    """Two hundred kilometres: no direct flight is known of, and none would be so short."""
    case = opened(tmp_path, pair="Yekaterinburg, Chelyabinsk").case
    near = run(prepare(case, AS_AGREED), PLAN).ledger
    train, bus, car, air = near.value("rail.riders_by_mode")
    assert not air.any()
    assert (train > 0.0).all()
    assert (bus > 0.0).all()
    assert (car > 0.0).all()
    whole = near.value("rail.yearly_riders") - near.value("rail.new_riders")
    assert np.allclose(train + bus + car, whole)


def test_an_instant_lever_runs_no_engine(prepared: Prepared) -> None:
    agreement = prepared.case.agreement
    moved = Scenario("moved", {}, "", "", {"rail": {"fare": 0.1, "daily_trains": 30.0}}, yaml=agreement.yaml)
    again = prepare(prepared.case, moved, prepared)
    key = next(key for key in prepared.designs if key[0] == "rail")
    assert again.designs[key] is prepared.designs[key]
    ledger = run(again, PLAN).ledger
    assert np.allclose(ledger.value("rail.fare_taken"), 0.1)
    assert np.allclose(ledger.value("rail.trains_a_day"), 30.0)


Case = Callable[[Path], Opened]


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        ("London, Paris", "over-water"),
        ("Mumbai, Thane", "too-near"),
        ("Moscow, Vladivostok", "too-far"),
    ],
)
def test_what_cannot_be_says_why(tmp_path: Path, pair: str, reason: str) -> None:
    assert prepare(opened(tmp_path, pair=pair).case, AS_AGREED).unstudied["rail"].key == reason


@pytest.mark.parametrize(
    ("terms", "fault", "column"),
    [
        ("line: [Omsk, Novosibyrsk]", "unknown-city", 93),
        ("line: [Omsk]", "not-places", 86),
        ("line: Omsk", "not-places", 86),
        ("line: [Omsk, Tomsk, Omsk]", "place-twice", 100),
        ("design: new-500", "not-an-option", 88),
        ("grade: 90", "out-of-range", 87),
        ("fare: [Omsk, Tomsk]", "not-a-number", 86),
    ],
)
def test_bad_terms_are_told_with_their_place(tmp_path: Path, terms: str, fault: str, column: int) -> None:
    with pytest.raises(InputError) as told:
        opened(tmp_path, terms)
    (found,) = told.value.faults
    assert found.key == fault
    assert found.spot is not None
    assert found.spot.line == 7


@pytest.mark.parametrize(
    ("terms", "fault"),
    [
        ("line: [Novosibirsk, Omsk], onward: [Tomsk, Kemerovo]", "line-apart"),
        ("extent: onward", "no-way-on"),
    ],
)
def test_parts_that_do_not_meet_are_told(tmp_path: Path, terms: str, fault: str) -> None:
    with pytest.raises(InputError) as told:
        prepare(opened(tmp_path, terms).case, AS_AGREED)
    assert [one.key for one in told.value.faults] == [fault]
