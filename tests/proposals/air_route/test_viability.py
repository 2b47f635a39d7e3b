"""Would it live: the option of the agreed frequency is the agreed flight, and the chance behaves."""

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
date: 2017-07
pair: [{pair}]
proposals:
  - id: flight
    kind: air_route
    title: Flight
    text: Direct flights.
    terms: {{weekly_flights: 3}}
scenarios:
  - name: cheap
    title: Cheap fuel
    author: A. Tester
    reason: What a lower cost does.
    assumptions:
      - {{name: jet_fuel_price@world, low: 100, mode: 120, high: 150}}
  - name: known
    title: Known from the first day
    author: A. Tester
    reason: What a campaign could do at best.
    assumptions:
      - {{name: ramp_up_months_1_6, mode: 1}}
      - {{name: ramp_up_months_7_12, mode: 1}}
      - {{name: ramp_up_months_13_24, mode: 1}}
"""

PAIR = "Sofia, Istanbul"


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, ...]:
    path = tmp_path_factory.mktemp("flight") / "flight.yaml"
    path.write_text(AGREEMENT.format(pair=PAIR), encoding="utf-8")
    opened = open_case(str(path), ("cheap", "known"), date(2019, 12, 31))
    return study(opened.case, opened.scenarios, Plan(1000, 1), lambda step, scenario: None).runs


def chosen(ledger: Ledger) -> str:
    index = int(ledger.value("flight.aircraft_type")[0])
    return ledger.sheet.axes["flight.aircraft"][index]


def test_the_option_as_agreed_is_the_flight_as_agreed(runs: tuple[Run, ...]) -> None:
    ledger = runs[0].ledger
    at = ("3", chosen(ledger))
    for option, agreed in (
        ("chance_viable_by_option", "chance_viable"),
        ("option_cover", "cover"),
        ("option_profit", "yearly_profit"),
        ("option_yearly_passengers", "yearly_passengers"),
    ):
        np.testing.assert_allclose(
            ledger.row(f"flight.{option}", at), ledger.value(f"flight.{agreed}"), rtol=1e-9
        )


def test_the_chance_is_worked_out_as_the_decision_says(runs: tuple[Run, ...]) -> None:
    ledger = runs[0].ledger
    passengers, ramp = ledger.value("flight.yearly_passengers"), ledger.value("flight.ramp_up")
    size = np.minimum(passengers * ramp, ledger.value("exit_passengers_most"))
    cover = np.minimum(ledger.value("flight.cover"), ledger.value("exit_cover_most"))
    log_hazard = (
        ledger.value("exit_level")
        + ledger.value("exit_thinness") * np.log(size / ledger.value("exit_passengers_scale"))
        - ledger.value("exit_cover_elasticity") * np.log(cover / ledger.value("exit_cover_reference"))
    )
    months = np.array([[6.0], [6.0], [12.0]])
    expected = np.exp(-(months * np.exp(log_hazard)).sum(axis=0))
    np.testing.assert_allclose(ledger.value("flight.chance_viable"), expected, rtol=1e-9, atol=1e-300)


def test_cheap_fuel_never_lowers_the_chance(runs: tuple[Run, ...]) -> None:
    agreed, cheap = runs[0].ledger, runs[1].ledger
    assert cheap.share("flight.chance_viable").share >= agreed.share("flight.chance_viable").share
    assert (cheap.value("flight.option_cover") > agreed.value("flight.option_cover")).mean() > 0.99


def test_the_verdict_follows_the_thresholds(runs: tuple[Run, ...]) -> None:
    for run in runs:
        (member,) = run.prepared.members
        found = {finding.key: finding for finding in run.findings(member)}
        chance = run.ledger.share("flight.chance_viable").share
        expected = "lives" if chance >= 0.67 else "fails" if chance <= 0.33 else "open"
        assert found["life"].verdict == expected
