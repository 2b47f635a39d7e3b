"""Airports by code, by nearness, and the one of a city."""

import csv
from collections import Counter
from os import environ
from pathlib import Path

import pytest

from egiz.errors import InputError
from egiz.facts.airport import ALIASES, airports, airports_near, find_airport, serving_airport
from egiz.facts.city import cities, find_city
from egiz.world.sphere import between_km


@pytest.mark.parametrize("code", ["NQZ", "tse", " nqz "])
def test_astana_under_both_its_codes(code: str) -> None:
    airport = find_airport(code)
    assert (airport.iata, airport.icao, airport.country, airport.zone) == ("NQZ", "UACC", "KZ", "Asia/Almaty")


@pytest.mark.parametrize("code", ["", "QQQ1", "Astana"])
def test_an_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(InputError, match="unknown-airport"):
        find_airport(code)


@pytest.mark.parametrize(
    ("code", "feet"),
    [("NQZ", 1166.0), ("CEK", 769.0), ("SVX", 764.0), ("GUW", -72.0)],
)
def test_heights_are_metres(code: str, feet: float) -> None:
    assert find_airport(code).elevation_m == pytest.approx(feet * 0.3048, abs=0.51)


@pytest.mark.parametrize(
    ("code", "feet"),
    [("NQZ", 11_484), ("CEK", 10_499), ("SVX", 9_925), ("KSN", 9_229), ("PPK", 8_190), ("KGF", 10_831)],
)
def test_published_runways(code: str, feet: float) -> None:
    """OurAirports, 2026-08-22."""
    assert find_airport(code).runway_m == pytest.approx(feet * 0.3048, abs=0.51)


def test_a_runway_not_shipped_is_unknown() -> None:
    assert find_airport("LHR").runway_m is None


@pytest.mark.parametrize(
    ("city", "code"),
    [
        ("Astana", "NQZ"),
        ("Chelyabinsk", "CEK"),
        ("Yekaterinburg", "SVX"),
        ("Kostanay", "KSN"),
        ("Petropavl", "PPK"),
        ("Karagandy", "KGF"),
        ("Almaty", "ALA"),
        ("Omsk", "OMS"),
        ("Novosibirsk", "OVB"),
        ("Tyumen", "TJM"),
        ("Kurgan", "KRO"),
        ("Ufa", "UFA"),
        ("Orenburg", "REN"),
        ("Magnitogorsk", "MQF"),
        ("Osh", "OSS"),
        ("Kashgar", "KHG"),
        ("Bishkek", "BSZ"),
        ("Tashkent", "TAS"),
        ("Moscow", "SVO"),
        ("London", "LHR"),
        ("Vancouver", "YVR"),
        ("Nairobi", "NBO"),
        ("Auckland", "AKL"),
    ],
)
def test_airports_that_serve(city: str, code: str) -> None:
    airport = serving_airport(find_city(city))
    assert airport is not None
    assert airport.iata == code


def test_a_city_far_from_any_airport_has_none() -> None:
    lonely = [city for city in cities("TD") if not airports_near(city.latitude, city.longitude, 100.0)]
    assert lonely
    assert serving_airport(lonely[0]) is None


def test_near_airports_come_in_order() -> None:
    city = find_city("Moscow")
    found = airports_near(city.latitude, city.longitude, 60.0)
    distances = [between_km(city, airport) for airport in found]
    assert distances == sorted(distances)
    assert distances[-1] <= 60.0
    assert {"SVO", "DME", "VKO"} <= {airport.iata for airport in found}


def test_all_airports_hold_together() -> None:
    assert len(airports()) >= 7_800
    assert not set(ALIASES) & set(airports())
    assert set(ALIASES.values()) <= set(airports())
    for code, airport in airports().items():
        assert code == airport.iata
        assert -90.0 <= airport.latitude <= 90.0
        assert -180.0 <= airport.longitude <= 180.0
        assert -450.0 < airport.elevation_m < 5_000.0
        assert airport.zone


@pytest.mark.shared
def test_the_rule_finds_airports_with_routes() -> None:
    """Against the routes of 2014 (OpenFlights): the airport chosen had any, in nine of ten."""
    path = Path(environ.get("EGIZ_SHARED", "nowhere")) / "data/air/openflights_routes.csv"
    if not path.exists():
        pytest.skip("the routes are not here: set EGIZ_SHARED to the folder of shared files")
    with path.open(encoding="utf-8") as file:
        routes = Counter(row["source_airport"] for row in csv.DictReader(file))
    former = {new: old for old, new in ALIASES.items()}
    found = []
    for city in cities():
        near = airports_near(city.latitude, city.longitude, 100.0) if city.people >= 300_000 else ()
        if any(routes[airport.iata] for airport in near):
            chosen = serving_airport(city)
            assert chosen is not None
            found.append(routes[chosen.iata] + routes[former.get(chosen.iata, "")] > 0)
    assert len(found) > 1_500
    assert sum(found) / len(found) >= 0.90
