"""A scenario may put a dated fact in the place of an assumption; before its day the fact is not known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from egiz.errors import InputError
from egiz.figures.draw import Plan
from egiz.study.open import open_case
from egiz.study.run import Run, study

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
    terms: {{weekly_flights: 3}}
scenarios:
  - name: event
    title: An event
    author: A. Tester
    reason: It happened.
    assumptions:
      - {{{change}}}
"""

EVENT = "name: flight.months_closed, fact: event_closure@safety_2024"


def run_of(folder: Path, change: str, as_of: date) -> Run:
    path = folder / "flight.yaml"
    path.write_text(AGREEMENT.format(change=change), encoding="utf-8")
    opened = open_case(str(path), ("event",), as_of)
    return study(opened.case, opened.scenarios, Plan(200, 1), lambda step, scenario: None).runs[1]


def faults_of(folder: Path, change: str, as_of: date = date(2025, 6, 30)) -> dict[str, int | None]:
    with pytest.raises(InputError) as caught:
        run_of(folder, change, as_of)
    return {fault.key: fault.spot.line if fault.spot else None for fault in caught.value.faults}


def test_the_fact_stands_with_its_source(tmp_path: Path) -> None:
    run = run_of(tmp_path, EVENT, date(2025, 6, 30))
    taken = run.ledger.sheet.inputs["flight.months_closed"]
    assert taken.provenance.source == "trend_2024"
    assert (run.ledger.value("flight.months_closed") == 1.0).all()


def test_before_its_day_the_scenario_is_refused(tmp_path: Path) -> None:
    assert faults_of(tmp_path, EVENT, date(2024, 12, 26)) == {"no-fact-yet": 17}


def test_an_event_is_seen_as_it_was_seen_then(tmp_path: Path) -> None:
    change = "name: flight.months_closed, fact: event_closure@airspace_2022"
    early, late = (run_of(tmp_path, change, date(year, 6, 30)).ledger for year in (2022, 2025))
    assert early.range("flight.months_closed").middle < late.range("flight.months_closed").middle
    assert early.share("flight.chance_viable").share >= late.share("flight.chance_viable").share == 0.0


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("name: flight.months_closed, fact: no_such_thing", "no-fact"),
        ("name: flight.months_closed, fact: event_closure@safety_2024, mode: 2", "fact-and-numbers"),
        ("name: flight.gap_paid, fact: event_closure@safety_2024", "fact-of-other-unit"),
        ("name: flight.month_closed, fact: event_closure@safety_2024", "unknown-assumption"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(tmp_path: Path, change: str, fault: str) -> None:
    assert faults_of(tmp_path, change) == {fault: 17}
