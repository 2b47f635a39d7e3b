"""Causes and remedies: each a scenario on the same draws, as decision 0012 says."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.facts.airport import serving_airport
from egiz.facts.city import find_city
from egiz.facts.library import Facts
from egiz.figures.assumption import Given
from egiz.figures.draw import Plan
from egiz.figures.ledger import Ledger
from egiz.proposals.air_route.cause import CAUSES, cause_first, cause_order, cause_second, cause_third
from egiz.proposals.air_route.remedy import REMEDIES, remedy_cheapest
from egiz.proposals.air_route.third import third_city, third_inputs
from egiz.study.open import open_case
from egiz.study.run import Run, study
from egiz.world.pair import Pair, Region
from egiz.world.sphere import between_km

AGREEMENT = """\
agreement: flight-only
title: A flight
date: 2017-07
pair: [Sofia, Istanbul]
proposals:
  - id: flight
    kind: air_route
    title: Flight
    text: Direct flights.
    terms: {weekly_flights: 3}
scenarios:
  - name: open
    title: Nothing is closed
    author: A. Tester
    reason: Nought months change nothing.
    assumptions:
      - {name: flight.months_closed, mode: 0}
  - name: closed
    title: A year without flights
    author: A. Tester
    reason: Longer than any service waits.
    assumptions:
      - {name: flight.months_closed, mode: 12}
  - name: paid
    title: The region pays the gap
    author: A. Tester
    reason: What support does.
    assumptions:
      - {name: flight.gap_paid, mode: 1}
"""

NEVER_LOWER = 1e-12


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    path = tmp_path_factory.mktemp("remedy") / "flight.yaml"
    path.write_text(AGREEMENT, encoding="utf-8")
    opened = open_case(str(path), ("open", "closed", "paid"), date(2019, 12, 31))
    found = study(opened.case, opened.scenarios, Plan(1000, 1), lambda step, scenario: None)
    return {run.scenario.name: run for run in found.runs}


@pytest.fixture(scope="module")
def ledger(runs: dict[str, Run]) -> Ledger:
    return runs["as-agreed"].ledger


def chance(ledger: Ledger, remedy: str) -> np.ndarray:
    return ledger.row("flight.chance_viable_by_remedy", (remedy,))


def test_as_agreed_is_the_flight_as_agreed(runs: dict[str, Run]) -> None:
    for run in runs.values():
        agreed = run.ledger.value("flight.chance_viable")
        np.testing.assert_allclose(chance(run.ledger, "as_agreed"), agreed, rtol=1e-9, atol=1e-300)


def test_money_never_lowers_the_chance(ledger: Ledger) -> None:
    ladder = [chance(ledger, f"support_{part}") for part in ("quarter", "half", "full")]
    for lower, higher in zip([chance(ledger, "as_agreed"), *ladder], ladder, strict=False):
        assert (higher >= lower - NEVER_LOWER).all()


def test_what_a_budget_pays_closes_the_gap(ledger: Ledger) -> None:
    for part, share in (("quarter", 0.25), ("half", 0.5), ("full", 1.0)):
        paid = ledger.row("flight.yearly_support_by_remedy", (f"support_{part}",))
        np.testing.assert_allclose(paid, share * ledger.value("flight.yearly_gap"), rtol=1e-9, atol=1e-6)
        sector = ledger.row("flight.sector_support_by_remedy", (f"support_{part}",))
        np.testing.assert_allclose(sector, share * ledger.value("flight.sector_gap"), rtol=1e-9, atol=1e-9)


def test_another_choice_is_made_on_expectation_and_never_worse(ledger: Ledger) -> None:
    agreed = chance(ledger, "as_agreed").mean()
    assert chance(ledger, "other_type").mean() >= agreed - NEVER_LOWER
    assert chance(ledger, "other_days").mean() >= agreed - NEVER_LOWER
    assert np.ptp(ledger.value("flight.other_type")) == np.ptp(ledger.value("flight.other_days")) == 0.0


def test_a_campaign_only_brings_passengers(ledger: Ledger) -> None:
    agreed, known = (
        np.stack([ledger.row("flight.remedy_ramp_up", (one, f"months_{span}")) for span in ("1_6", "7_12")])
        for one in ("as_agreed", "marketing")
    )
    assert (known >= agreed).all()
    assert (known <= np.maximum(agreed, 1.0) + NEVER_LOWER).all()


def test_the_cheapest_that_is_enough(ledger: Ledger) -> None:
    means = {one: chance(ledger, one).mean() for one in REMEDIES}
    money = {one: ledger.row("flight.yearly_support_by_remedy", (one,)).mean() for one in REMEDIES}
    enough = [one for one in REMEDIES if means[one] >= ledger.value("chance_safe")[0]]
    single = [one for one in enough if one != "all_together"] or enough
    expected = min(single, key=lambda one: money[one]) if single else REMEDIES[0]
    assert REMEDIES[int(ledger.value("flight.remedy_cheapest")[0])] == expected
    assert REMEDIES[int(ledger.value("flight.remedy_strongest")[0])] == max(means, key=lambda one: means[one])


def test_nothing_closed_changes_nothing_and_a_year_ends_it(runs: dict[str, Run]) -> None:
    agreed, still = runs["as-agreed"].ledger, runs["open"].ledger
    for name in ("chance_viable", "chance_viable_by_option", "chance_viable_by_cause"):
        np.testing.assert_array_equal(agreed.value(f"flight.{name}"), still.value(f"flight.{name}"))
    closed = runs["closed"].ledger
    assert (agreed.value("flight.longest_pause") < 12.0).all()
    assert not closed.value("flight.chance_viable").any()
    assert not closed.value("flight.chance_viable_by_remedy").any()


def test_the_gap_paid_is_the_whole_support(runs: dict[str, Run], ledger: Ledger) -> None:
    paid = runs["paid"].ledger
    expected = chance(ledger, "support_full")
    np.testing.assert_allclose(paid.value("flight.chance_viable"), expected, rtol=1e-9, atol=1e-300)
    np.testing.assert_allclose(paid.value("flight.yearly_support"), ledger.value("flight.yearly_gap"))


def test_verdicts_speak_of_support_where_a_scenario_pays(runs: dict[str, Run]) -> None:
    found = {}
    for name, run in runs.items():
        (member,) = run.prepared.members
        found[name] = {finding.key: finding for finding in run.findings(member)}
    assert not found["as-agreed"]["life"].verdict.endswith("-paid")
    assert found["paid"]["life"].verdict.endswith("-paid")


def test_causes_are_worked_out_as_the_decision_says(ledger: Ledger) -> None:
    """The fare as it would have to be: cost over seats at the usual load, the passengers left as they are."""
    seats = ledger.value("flight.seats_per_sector") * ledger.value("flight.usual_load")
    passengers = ledger.value("flight.passengers_per_sector")
    slope = ledger.value("flight.chosen_cost_per_passenger")
    empty = ledger.value("flight.sector_cost") - slope * passengers
    fare = np.maximum(ledger.value("flight.net_fare"), (empty + slope * seats) / seats)
    cover = passengers * fare / ledger.value("flight.sector_cost")
    np.testing.assert_allclose(ledger.row("flight.cause_cover", ("fare",)), cover, rtol=1e-9)
    fitted = empty * np.minimum(passengers / seats, 1.0) + slope * passengers
    revenue = passengers * ledger.value("flight.net_fare")
    np.testing.assert_allclose(ledger.row("flight.cause_cover", ("seats",)), revenue / fitted, rtol=1e-9)


def test_a_weight_is_the_logarithm_of_the_fall_of_the_hazard(ledger: Ledger) -> None:
    whole = ledger.value("flight.hazard") * ledger.value("flight.ramp_weight")
    for cause in CAUSES:
        left = -np.log(np.maximum(ledger.row("flight.chance_viable_by_cause", (cause,)), 1e-300))
        weight = ledger.row("flight.cause_weight", (cause,))
        sure = (left > 1e-3) & (left < 600.0) & (whole < 1e9)
        assert sure.sum() > 100
        np.testing.assert_allclose(weight[sure], np.log(whole / left)[sure], atol=1e-6)


def test_no_cause_weighs_less_than_nothing_by_its_own_money(ledger: Ledger) -> None:
    for cause in ("seats", "fare", "foreign_charges"):
        assert (ledger.row("flight.cause_weight", (cause,)) >= -1e-9).all()


@given(st.permutations(range(len(CAUSES))), st.integers(0, 2**32 - 1))
def test_the_order_of_causes_does_not_hang_on_their_labels(order: list[int], seed: int) -> None:
    weights = np.random.default_rng(seed).normal(size=(len(CAUSES), 20))
    named = [int(place(cause_order(weights))[0]) for place in (cause_first, cause_second, cause_third)]
    shuffled = weights[order]
    again = [int(place(cause_order(shuffled))[0]) for place in (cause_first, cause_second, cause_third)]
    assert named == [order[number] for number in again]
    heaviest = np.argsort(-weights.mean(axis=1))[:3]
    assert named == list(heaviest)


def test_what_is_named_comes_first_by_weight(runs: dict[str, Run], ledger: Ledger) -> None:
    (member,) = runs["as-agreed"].prepared.members
    found = {finding.key: finding for finding in runs["as-agreed"].findings(member)}["causes"]
    weights = ledger.value("flight.cause_weight").mean(axis=1)
    heavy = [CAUSES[i] for i in np.argsort(-weights, kind="stable") if weights[i] >= 0.1][:3]
    named = [found.figures[f"cause_{place}"] for place in ("first", "second", "third")[: len(heavy)]]
    assert [figure.chosen for figure in named] == heavy  # type: ignore[union-attr]
    assert len(heavy) == ("none", "one", "two", "three").index(found.verdict)


def test_a_season_is_the_best_run_of_months(ledger: Ledger) -> None:
    part = ledger.value("flight.month_part").mean(axis=1)
    months = int(ledger.value("flight.season_months")[0])
    runs_of = [np.roll(part, -start)[:months].sum() for start in range(12)]
    marked = ledger.value("flight.season_marked")[:, 0]
    assert marked.sum() == months
    assert (part * marked).sum() == pytest.approx(max(runs_of))
    assert np.abs(np.diff(np.append(marked, marked[0]))).sum() == 2.0


def test_a_season_costs_its_months_and_keeps_its_travellers(ledger: Ledger) -> None:
    flown = ledger.value("flight.year_flown")
    carried, demand = ledger.value("flight.season_carried"), ledger.value("flight.chosen_demand")
    asked = demand * ledger.value("flight.season_share") / flown
    assert (carried <= np.minimum(asked, ledger.value("flight.chosen_seat_limit")) + 1e-9).all()
    assert (asked >= demand - 1e-9).mean() > 0.9
    assert (ledger.value("flight.season_cost") < ledger.value("flight.yearly_cost")).all()
    pace = ledger.row("flight.remedy_pace", ("season",))
    np.testing.assert_allclose(pace, carried * ledger.value("flight.sectors"))


def test_a_triangle_by_hand(ledger: Ledger) -> None:
    """Three landings for two, the way round, and the travellers of both on every sector."""
    way = ledger.value("flight.way_share")
    empty = ledger.value("flight.chosen_empty_cost")
    longer = ledger.value("flight.triangle_length")
    assert (longer > 1.0).all()
    assert (longer <= ledger.value("flight.triangle_detour")).all()
    expected = empty * (way * longer + (1.0 - way) * 1.5)
    np.testing.assert_allclose(ledger.value("flight.triangle_empty_cost"), expected)
    asked = ledger.value("flight.chosen_demand") * ledger.value("flight.triangle_kept")
    asked = asked * (1.0 + ledger.value("flight.third_part"))
    assert (ledger.value("flight.triangle_carried") <= asked + 1e-9).all()
    assert (ledger.value("flight.triangle_kept") < 1.0).all()


def test_without_a_third_city_the_triangle_is_the_direct_flight() -> None:
    city = find_city("Sofia")
    ends = (serving_airport(city), serving_airport(find_city("Istanbul")))
    assert ends[0] is not None
    assert ends[1] is not None
    facts = Facts.shipped().with_package("egiz.proposals.air_route", "f").at(date(2019, 12, 31))
    found = third_inputs((ends[0], ends[1]), None, facts)
    values = {name: float(one.value[0]) for name, one in found.items() if isinstance(one, Given)}
    assert values["triangle_length"] == values["triangle_landings"] == 1.0
    assert values["third_market"] == values["third_unserved"] == 0.0


def test_the_third_city_is_in_one_of_the_countries_and_apart() -> None:
    facts = Facts.shipped().with_package("egiz.proposals.air_route", "f").at(date(2019, 12, 31))
    home, away = (find_city(name) for name in ("Sofia", "Istanbul"))
    ends = (serving_airport(home), serving_airport(away))
    assert ends[0] is not None
    assert ends[1] is not None
    pair = Pair(Region(home, ends[0], 0.0), Region(away, ends[1], 0.0))
    third = third_city(pair, (ends[0], ends[1]), facts)
    assert third is not None
    assert third.city.country in {"BG", "TR"}
    assert min(between_km(third.airport, end) for end in (ends[0], ends[1])) >= 120.0
    assert third.partner.country != third.city.country, "no cabotage"


def test_a_single_remedy_goes_before_all_together() -> None:
    """Columns: the last is cheapest but not single; then only the last is enough; then nothing is."""
    money = np.array([[0.0], [5.0], [9.0], [1.0]])
    for enough, expected in (([0, 1, 1, 1], 1.0), ([0, 0, 0, 1], 3.0), ([0, 0, 0, 0], 0.0)):
        marks = np.array(enough, dtype=np.float64)[:, np.newaxis]
        assert remedy_cheapest(marks, money)[0] == expected


def test_purposes_and_months_add_up_to_the_year(ledger: Ledger) -> None:
    year = ledger.value("flight.yearly_passengers")
    for name in ("yearly_passengers_by_purpose", "monthly_passengers"):
        np.testing.assert_allclose(ledger.value(f"flight.{name}").sum(axis=0), year, rtol=1e-9)
    by_month = ledger.value("flight.monthly_passengers").mean(axis=1)
    assert by_month[int(ledger.value("flight.peak_month")[0])] == by_month.max()
    assert by_month[int(ledger.value("flight.quiet_month")[0])] == by_month.min()


def test_every_finding_is_there_in_its_order(runs: dict[str, Run]) -> None:
    run = runs["as-agreed"]
    (member,) = run.prepared.members
    found = [finding.key for finding in run.findings(member)]
    assert found[:3] == ["life", "causes", "remedies"]
    assert set(found[3:]) == {"riders", "money", "aircraft", "timetable", "climate"}
