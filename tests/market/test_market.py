"""The market of a pair through a study: what a border takes away, what a pair without service has left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from egiz.figures.ledger import Ledger
from egiz.study.open import open_case
from study.conftest import DAY, worked

AGREEMENT = """\
agreement: border
title: A flight
date: 2017-07
pair: [{home}, {away}]
proposals:
  - id: direct-flight
    kind: air_route
    title: Flight
    text: Direct flights.
    terms: {{weekly_flights: 2}}
scenarios:
  - name: no-toll
    title: Borders without effect
    author: A. Tester
    reason: What a border does.
    assumptions: [{{name: market.border_effect, low: -0.002, mode: 0, high: 0.002}}]
"""

DOMESTIC = ("Bishkek", "Osh")
ABROAD = ("Belgrade", "Sofia")

Ledgers = tuple[Ledger, Ledger]
Opening = Callable[[tuple[str, str]], Ledgers]


@pytest.fixture
def ledgers(tmp_path: Path) -> Opening:
    """Work out a pair as agreed, and with a border that takes nothing away."""

    def opened(pair: tuple[str, str]) -> Ledgers:
        path = tmp_path / "border.yaml"
        path.write_text(AGREEMENT.format(home=pair[0], away=pair[1]), encoding="utf-8")
        agreed, free = worked(open_case(str(path), ("no-toll",), DAY)).runs
        return agreed.ledger, free.ledger

    return opened


def test_a_domestic_pair_has_no_border_effect(ledgers: Opening) -> None:
    agreed, free = ledgers(DOMESTIC)
    assert not agreed.value("market.border").any()
    assert not agreed.value("market.crossing").any()
    assert np.array_equal(agreed.value("market.air_trips"), free.value("market.air_trips"))


def test_a_border_takes_trips_away(ledgers: Opening) -> None:
    agreed, free = ledgers(ABROAD)
    assert agreed.value("market.border").all()
    lost = np.log(np.median(agreed.value("market.air_trips")) / np.median(free.value("market.air_trips")))
    told = np.median(agreed.value("market.border_effect"))
    assert lost == pytest.approx(told, abs=0.25)


def test_a_pair_without_service_has_less_than_the_smallest_service_needs(ledgers: Opening) -> None:
    """Two cities of over a million people and a border between them: else someone would fly."""
    trips = ledgers(ABROAD)[0].value("market.air_trips")
    assert (trips < 20000).mean() > 0.75
