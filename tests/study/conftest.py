"""Agreements for the tests of the study."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from egiz.figures.draw import Plan
from egiz.study.open import Opened, open_case
from egiz.study.run import Study, study

FAIRS = """\
agreement: two-fairs
title: Two fairs and a flight
date: 2017-07
pair: [Astana, Chelyabinsk]
proposals:
  - id: direct-flight
    kind: air_route
    title: Flight
    text: Direct flights.
    terms: {weekly_flights: {low: 2, high: 3}}
  - id: spring-fair
    kind: fair
    title: Spring fair
    text: A fair in spring.
    terms: {visitors: 9000, length: long}
  - id: autumn-fair
    kind: fair
    title: Autumn fair
    text: A fair in autumn.
    terms: {visitors: {low: 4000, high: 6000}}
scenarios:
  - name: crowd
    title: More people
    author: A. Tester
    reason: An instant lever.
    terms: {spring-fair: {visitors: 20000}}
  - name: longer
    title: A longer autumn
    author: A. Tester
    reason: A design lever.
    terms: {autumn-fair: {length: long}}
  - name: dear-fuel
    title: Dear fuel
    author: A. Tester
    reason: An assumption seen otherwise.
    assumptions: [{name: jet_fuel_price@KZ, low: 1500, mode: 1600, high: 1800}]
"""

DAY = date(2017, 7, 31)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], str]:
    """Write a file beside the test and give its path."""

    def write(text: str, name: str = "agreement.yaml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def worked(opened: Opened, draws: int = 500, seed: int = 1) -> Study:
    """Run a case quickly."""
    return study(opened.case, opened.scenarios, Plan(draws, seed), lambda step, scenario: None)


@pytest.fixture
def fairs(written: Callable[[str], str]) -> Callable[..., Opened]:
    """Open the agreement of two fairs and a flight under some scenarios."""

    def opened(*scenarios: str) -> Opened:
        return open_case(written(FAIRS), scenarios, DAY)

    return opened
