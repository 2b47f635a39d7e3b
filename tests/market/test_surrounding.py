"""What surrounds a pair: the sheet's inputs are what the script fits on, and sizes work the right way."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from egiz.facts.city import find_city
from egiz.market.gravity import airfields, crossing, far_mass
from egiz.market.surrounding import surroundings
from egiz.study.region import region_of
from egiz.world.pair import Pair

TOOLS = Path(__file__).parents[2] / "tools"
NAMES = ("Belgrade", "Fukuoka", "Cairns", "Nagpur", "La Paz, BO")
ONE, NONE = np.array([1.0]), np.array([0.0])


@pytest.mark.parametrize("name", NAMES)
def test_inputs_are_those_of_the_fit(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(TOOLS), *sys.path])
    from market_place import ENDS, RUNWAY_M, spot_of
    from market_place import surroundings as fitted

    city, other = find_city(name), find_city("Sofia")
    told = dict(zip(ENDS, fitted(spot_of(city)), strict=True))
    against = dict(zip(ENDS, fitted(spot_of(other)), strict=True))
    given = {
        key: float(one.value[0])
        for key, one in surroundings(Pair(region_of(city), region_of(other)), 50.0, 200.0).items()
    }
    assert np.log(given["home_near"] * city.people / 1e6) == pytest.approx(told["near"])
    assert np.log(given["home_wide"] * city.people / 1e6) == pytest.approx(told["wide"])
    assert np.log(given["home_nation"] / 1e6) == pytest.approx(told["nation"])
    assert np.log(given["home_runways"] / RUNWAY_M) == pytest.approx(told["runway"])
    assert given["large_airports"] == told["airport"] + against["airport"]
    assert given["principal"] == told["principal"] + against["principal"]
    assert given["largest"] == told["largest"] + against["largest"]


def test_a_city_without_an_airport_counts_with_the_least() -> None:
    city = find_city("Belgrade")
    bare = Pair(region_of(city), type(region_of(city))(city, None, 0.0))
    given = surroundings(bare, 50.0, 200.0)
    assert given["away_runways"].value[0] < given["home_runways"].value[0]
    assert given["large_airports"].value[0] == 1.0


def test_terms_add_up_by_hand() -> None:
    assert airfields(2.0 * ONE, 0.5 * ONE, 3.0 * ONE, 0.1 * ONE, 4.0 * ONE, -0.2 * ONE) == pytest.approx(0.5)
    assert far_mass(2.0 * ONE, 3.0 * ONE, 0.1 * ONE, 4.0 * ONE, -0.2 * ONE) == pytest.approx(-1.0)
    assert crossing(ONE, -1.0 * ONE, 2.0 * ONE, 0.1 * ONE, 3.0 * ONE, 0.2 * ONE) == pytest.approx(-0.2)
    assert crossing(NONE, -1.0 * ONE, 2.0 * ONE, 0.1 * ONE, 3.0 * ONE, 0.2 * ONE) == pytest.approx(0.0)
