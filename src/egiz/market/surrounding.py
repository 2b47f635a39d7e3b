"""What surrounds the cities of a pair: people near and wide, the airport, the country, and rank in it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from egiz.facts.airfield import airfield_of
from egiz.facts.city import city_columns, largest_cities, principal_cities
from egiz.facts.country import countries
from egiz.figures.assumption import Given, Provenance
from egiz.world.pair import Pair, Region
from egiz.world.place import City
from egiz.world.sphere import rough_km

REACH = 4.0
"""The decay of people with distance is cut at so many scales."""

LEAST_RUNWAY_M = 1000.0
"""An airport without a paved runway of 2000 m counts as one with so much."""

GEONAMES = Provenance("geonames", "cities of the embedded table", "derived")
OURAIRPORTS = Provenance("ourairports", "airports of the embedded table", "derived")
NATURAL_EARTH = Provenance("natural_earth", "countries of the embedded table", "derived")


def surroundings(pair: Pair, near_scale: float, wide_scale: float) -> Mapping[str, Given]:
    """Work out what surrounds both cities.

    Parameters
    ----------
    pair
        The pair.
    near_scale, wide_scale
        Scales of the exponential decay of people near, and of people who have other airports too [km].

    Returns
    -------
    Mapping
        Local names of inputs -> people round each city, itself included, over its own people [1]; paved
        runways of each airport [m]; people of each country [person]; how many of the two cities are the
        largest of their country, or of their oblast or state, and how many have a large airport.
    """
    found = {
        f"{end}_{name}": _given(f"{end}_{name}", _round(region.city, scale))
        for end, region in (("home", pair.home), ("away", pair.away))
        for name, scale in (("near", near_scale), ("wide", wide_scale))
    }
    largest = sum(float(largest_cities().get(region.city.country) == region.city.id) for region in pair)
    principal = sum(
        float(principal_cities().get(region.city.admin.code) == region.city.id) for region in pair
    )
    ranks = {"largest": _given("largest", largest), "principal": _given("principal", principal)}
    return {**found, **ranks, **_airports(pair), **_nations(pair)}


def _airports(pair: Pair) -> Mapping[str, Given]:
    """Sizes of both airports."""
    large = sum(float(airfield_of(region.airport).large) for region in pair)
    return {
        "large_airports": _given("large_airports", large, "1", OURAIRPORTS),
        "home_runways": _given("home_runways", _runways(pair.home), "m", OURAIRPORTS),
        "away_runways": _given("away_runways", _runways(pair.away), "m", OURAIRPORTS),
    }


def _runways(region: Region) -> float:
    return max(airfield_of(region.airport).paved_m, LEAST_RUNWAY_M)


def _nations(pair: Pair) -> Mapping[str, Given]:
    """People of both countries, of about 2019."""
    return {
        f"{end}_nation": _given(f"{end}_nation", _nation(region), "person", NATURAL_EARTH)
        for end, region in (("home", pair.home), ("away", pair.away))
    }


def _nation(region: Region) -> float:
    country = countries().get(region.city.country)
    return float(max(country.people if country is not None else 0, region.city.people))


def _round(city: City, scale: float) -> float:
    latitudes, longitudes, people = city_columns()
    away = rough_km(city.latitude, city.longitude, latitudes, longitudes)
    around = np.where(away <= REACH * scale, people * np.exp(-away / scale), 0.0)
    return max(float(around.sum()) / city.people, 1.0)


def _given(name: str, value: float, unit: str = "1", provenance: Provenance = GEONAMES) -> Given:
    return Given(name, unit, (), np.array([value]), provenance)
