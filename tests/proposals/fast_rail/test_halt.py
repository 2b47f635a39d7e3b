"""Stations of a line lie within their cities, on land, and make the way no longer than middles do."""

from __future__ import annotations

import numpy as np
import pytest

from egiz.facts.city import find_city
from egiz.facts.surface import embedded_surface
from egiz.proposals.fast_rail.halt import ashore, halts_of, town_reach
from egiz.world.sphere import Points, distance_km

LINES = (
    "Yekaterinburg/Chelyabinsk",
    "Chelyabinsk/Petropavl/Kokshetau/Astana",
    "Beijing/Tianjin/Jinan, CN/Nanjing/Shanghai",
    "Tokyo/Yokohama/Odawara/Atami/Shizuoka/Nagoya",
)


def length(places: Points) -> float:
    return float(distance_km(*places[:-1].T, *places[1:].T).sum())


@pytest.mark.parametrize("line", LINES)
def test_stations_lie_in_their_cities_and_on_land(line: str) -> None:
    cities = tuple(find_city(name) for name in line.split("/"))
    middle = np.array([(city.latitude, city.longitude) for city in cities])
    found = halts_of(cities)
    away = distance_km(*middle.T, *found.T)
    reach = np.array([town_reach(city.people) for city in cities]) / 1000.0
    assert found[[0, -1]].tolist() == middle[[0, -1]].tolist()
    assert (away <= reach * 1.01 + 1e-6).all()
    assert length(found) <= length(middle) + 1e-6
    assert all(ashore(place, embedded_surface()) for place in found[away > 0.0].tolist())


def test_a_line_back_has_the_same_stations() -> None:
    cities = tuple(find_city(name) for name in LINES[2].split("/"))
    assert halts_of(cities[::-1])[::-1] == pytest.approx(halts_of(cities), abs=1e-3)


@pytest.mark.parametrize(
    ("place", "dry"),
    [
        ((55.16, 61.4), True),
        ((42.0, 51.0), False),
        ((-29.5, 28.5), True),
        ((35.2336, 139.3), False),
        ((66.2, -170.5), True),
        ((66.5, -179.0), True),
    ],
)
def test_land_lakes_and_sea_are_told_apart(place: tuple[float, float], dry: bool) -> None:
    assert ashore(place, embedded_surface()) is dry
