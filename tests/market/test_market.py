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
"""

DOMESTIC = ("Bishkek", "Osh")
ABROAD = ("Belgrade", "Sofia")
SOUTHERN = ("Melbourne", "Hobart")

Opening = Callable[[tuple[str, str]], Ledger]


@pytest.fixture
def ledger(tmp_path: Path) -> Opening:
    """Work out a pair as agreed."""

    def opened(pair: tuple[str, str]) -> Ledger:
        path = tmp_path / "border.yaml"
        path.write_text(AGREEMENT.format(home=pair[0], away=pair[1]), encoding="utf-8")
        return worked(open_case(str(path), (), DAY)).runs[0].ledger

    return opened


def test_a_domestic_pair_has_no_border_effect(ledger: Opening) -> None:
    found = ledger(DOMESTIC)
    assert not found.value("market.border").any()
    assert not found.value("market.crossing").any()
    assert not found.value("market.link_crossing").any()


def test_a_border_takes_trips_and_links_away(ledger: Opening) -> None:
    found = ledger(ABROAD)
    assert found.value("market.border").all()
    assert np.median(found.value("market.crossing")) < 0.0
    assert (found.value("market.link_crossing") < 0.0).all()


def test_a_pair_without_service_has_less_than_the_smallest_service_needs(ledger: Opening) -> None:
    """Two cities of over a million people and a border between them: else someone would fly."""
    found = ledger(ABROAD)
    trips = found.value("market.air_trips")
    assert (found.value("market.shortfall") <= 0.0).all()
    assert (trips <= np.broadcast_to(found.value("market.least_service"), trips.shape)).all()
    assert (trips < found.value("market.gravity_trips")).mean() > 0.75


def test_a_pair_has_the_same_market_either_way(ledger: Opening) -> None:
    there, back = ledger(ABROAD), ledger(ABROAD[::-1])
    for key in ("market.chance_linked", "market.largest"):
        assert np.median(there.value(key)) == pytest.approx(np.median(back.value(key)), rel=0.02)
    assert np.median(there.value("market.air_trips")) == pytest.approx(
        np.median(back.value("market.air_trips")), rel=0.05
    )


def test_the_summer_of_the_south_is_half_a_year_away(ledger: Opening) -> None:
    north, south = (ledger(pair).value("market.month_share").mean(axis=-1) for pair in (ABROAD, SOUTHERN))
    assert north[2].argmax() in {5, 6, 7}
    assert south[2].argmax() in {11, 0, 1}
    assert north.sum(axis=1) == pytest.approx(1.0)


def test_near_the_equator_the_year_is_flat(ledger: Opening) -> None:
    found = ledger(("Bogota", "Quito")).value("market.month_share")
    assert found == pytest.approx(1.0 / 12.0, abs=1e-12)


def test_a_proposed_flight_is_as_dear_as_the_usual_one_that_trips_rest_on(ledger: Opening) -> None:
    found = ledger(ABROAD)
    assert found.value("direct-flight.gross_fare") == pytest.approx(
        found.value("market.usual_fare"), rel=1e-12
    )
