"""Places of the market fit: where the ends of the counted routes lie, and what surrounds them.

Only embedded tables of the world are used (cities, airports, countries), so that whatever is fitted on these
covariates can be worked out for any pair on Earth. Nothing here reads a passenger count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from egiz.facts.airfield import airfield_of
from egiz.facts.airport import airports, serving_airport
from egiz.facts.city import cities, largest_cities, principal_cities
from egiz.facts.country import countries
from egiz.market.surrounding import LEAST_RUNWAY_M
from egiz.world.place import Airport, City
from egiz.world.spelling import fold
from egiz.world.sphere import rough_km

Array = NDArray[np.float64]

SCALES = (50.0, 200.0)
"""Scales of the decay of people near, and of people who have other airports to go to [km]."""
LEAST_PEOPLE = 15000.0
"""An end counts as no smaller than the smallest city of the table."""
ENDS = ("people", "near", "wide", "income", "largest", "airport", "nation", "runway", "principal")
"""What is known of an end."""
RUNWAY_M = 2500.0
"""Runways at which the coefficients are stated [m]."""
REACH = 4.0
"""The decay is cut at so many scales."""
NODE_KM = 80.0
"""An airport belongs to a city within this distance."""
NODE_SCALE_KM = 25.0
"""How fast the pull of a city on an airport falls."""

SPELLINGS: Mapping[str, str] = {
    "ABUDHABI": "Abu Dhabi",
    "AL AIN": "Al Ain City",
    "BAHRAIN": "Manama",
    "BASRA": "Basrah",
    "BELGAUM": "Belagavi",
    "BRUSELLS": "Brussels",
    "BHATINDA": "Bathinda",
    "CHITTAGONG": "Chattogram",
    "GOA": "Mormugao",
    "CUDDAPAH": "Kadapa",
    "DABOLIM": "Mormugao",
    "DEHRA DUN": "Dehradun",
    "FRANKFURT": "Frankfurt am Main",
    "HELNSKI": "Helsinki",
    "KUALALUMPUR": "Kuala Lumpur",
    "KUWAIT": "Kuwait City",
    "LUZON ISLAND": "Angeles City",
    "MALE": "Male",
    "MUENCHEN": "Munich",
    "PONDICHERRY": "Puducherry",
    "RANGOON": "Yangon",
    "TUTICORIN": "Thoothukudi",
    "MALPENSA": "Milan",
    "MARUITIUS": "Port Louis",
    "NAJF": "Najaf",
    "NAURU": "Yaren",
    "NEW DELHI": "Delhi",
    "PEKING": "Beijing",
    "RASALKHAMA": "Ras Al Khaimah",
    "SIMLA": "Shimla",
    "TAIPAE": "Taipei",
    "TIRUCHIRAPALLY": "Tiruchirappalli",
}
"""Names of the counts that the table of cities spells otherwise."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An end of routes."""

    name: str
    """Name of the city or airport."""
    country: str
    """ISO 3166 two-letter code."""
    latitude: float
    """Degrees north."""
    longitude: float
    """Degrees east."""


@dataclass(frozen=True, slots=True)
class People:
    """Every city of the world as arrays."""

    latitude: Array
    longitude: Array
    people: Array
    country: NDArray[np.str_]


@cache
def _every_city() -> tuple[City, ...]:
    return cities()


@cache
def everybody() -> People:
    """All cities of the embedded table."""
    found = _every_city()
    return People(
        np.array([city.latitude for city in found]),
        np.array([city.longitude for city in found]),
        np.array([float(city.people) for city in found]),
        np.array([city.country for city in found]),
    )


@cache
def _named() -> Mapping[tuple[str, str], City]:
    """Largest city of each folded name and country; and of each name in any country."""
    found: dict[tuple[str, str], City] = {}
    for city in _every_city():
        for text in {city.name, *city.names.values()}:
            for country in (city.country, ""):
                found.setdefault((fold(text), country), city)
    return found


@cache
def _filed() -> Mapping[tuple[str, str], Airport]:
    """First airport filed under a folded city name in a country."""
    found: dict[tuple[str, str], Airport] = {}
    for airport in airports().values():
        found.setdefault((fold(airport.city), airport.country), airport)
        found.setdefault((fold(airport.city), ""), airport)
    return found


def spot_named(name: str, country: str = "") -> Spot | None:
    """Place of a name as the counts write it; none where neither a city nor an airport bears it."""
    text = fold(SPELLINGS.get(name.upper(), name.partition(",")[0]))
    city = _named().get((text, country))
    if city is not None:
        return spot_of(city)
    airport = _filed().get((text, country))
    return None if airport is None else node_of(airport)


def spot_of(city: City) -> Spot:
    """Place of a city."""
    return Spot(city.name, city.country, city.latitude, city.longitude)


@cache
def _node(latitude: float, longitude: float, country: str) -> int:
    world = everybody()
    near = np.flatnonzero(world.country == country)
    away = rough_km(latitude, longitude, world.latitude[near], world.longitude[near])
    pull = np.where(away <= NODE_KM, world.people[near] * np.exp(-away / NODE_SCALE_KM), 0.0)
    return int(near[pull.argmax()]) if pull.size and pull.max() > 0.0 else -1


def node_of(airport: Airport) -> Spot:
    """City that an airport mainly serves; the airport's own position where there is none."""
    index = _node(airport.latitude, airport.longitude, airport.country)
    if index < 0:
        return Spot(airport.iata, airport.country, airport.latitude, airport.longitude)
    return spot_of(_every_city()[index])


@cache
def surroundings(spot: Spot) -> tuple[float, ...]:
    """What is known of an end for any place on Earth, in the order of `ENDS`.

    People, incomes and runways are logarithms: people in millions, income in 10,000 dollars a head, runways
    over `RUNWAY_M`. Ranks are 1 or 0. A number that is not known is one that is not a number.
    """
    world = everybody()
    away = rough_km(spot.latitude, spot.longitude, world.latitude, world.longitude)
    near, wide = (
        float((world.people * np.exp(-away / scale))[away <= REACH * scale].sum()) for scale in SCALES
    )
    city = _named_exactly().get(spot)
    own = float(city.people) if city is not None else LEAST_PEOPLE
    nation = countries().get(spot.country)
    income = nation.income_usd if nation is not None and nation.income_usd else float("nan")
    people = float(nation.people) if nation is not None and nation.people else float("nan")
    field = airfield_of(airports().get(spot.name) if city is None else serving_airport(city))
    sizes = (float(np.log(max(size, LEAST_PEOPLE) / 1e6)) for size in (own, near, wide))
    return (
        *sizes,
        float(np.log(income / 1e4)),
        float(city is not None and largest_cities().get(city.country) == city.id),
        float(field.large),
        float(np.log(people / 1e6)),
        float(np.log(max(field.paved_m, LEAST_RUNWAY_M) / RUNWAY_M)),
        float(city is not None and principal_cities().get(city.admin.code) == city.id),
    )


@cache
def _named_exactly() -> Mapping[Spot, City]:
    return {spot_of(city): city for city in _every_city()}
