"""Airports of the world: by code, by nearness, and the one that serves a city."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from egiz.errors import InputError
from egiz.facts.city import is_called
from egiz.facts.shipped import shipped_table
from egiz.figures.unit import Array
from egiz.world.place import Airport, City
from egiz.world.spelling import fold
from egiz.world.sphere import ROUGH, distance_km, rough_km

TABLE = "airport.txt.z"
ALIASES: Mapping[str, str] = {"TSE": "NQZ", "FRU": "BSZ", "KIV": "RMO"}
"""Codes that airports had before: Astana, Bishkek, Chisinau."""
CITY_KM = 80.0
"""Within this distance the name of an airport counts more than its nearness."""
REACH_KM = 100.0
"""No airport farther away serves a city."""
UNLIKELY = frozenset(
    ("afb", "airfield", "airstrip", "army", "base", "executive", "heliport", "naval", "raf", "seaplane")
)
"""Words in the names of airports that have hardly any scheduled service."""
NONE = "0"
"""Number that marks an airport without scheduled service in the list of those that serve cities."""
OPEN_TO_ALL = "international"
"""Word in the names of airports that have."""


@cache
def airports() -> Mapping[str, Airport]:
    """All airports with an IATA code, by code, in the order of the codes."""
    runways = _runways()
    return {row[0]: _airport(row, runways) for row in shipped_table(TABLE)}


def find_airport(code: str) -> Airport:
    """Airport by its IATA code, also by one it had before (``TSE`` is ``NQZ``).

    Raises
    ------
    InputError
        ``unknown-airport`` with value `code`.
    """
    plain = code.strip().upper()
    airport = airports().get(ALIASES.get(plain, plain))
    if airport is None:
        raise InputError.of("unknown-airport", {"code": code.strip()})
    return airport


def airports_near(latitude: float, longitude: float, km: float) -> tuple[Airport, ...]:
    """Airports within a distance of a point, the nearest first.

    Parameters
    ----------
    latitude, longitude
        The point [degrees].
    km
        Greatest distance [km].
    """
    everything = tuple(airports().values())
    latitudes, longitudes = _positions()
    near = np.flatnonzero(rough_km(latitude, longitude, latitudes, longitudes) <= km * ROUGH)
    distances = distance_km(latitude, longitude, latitudes[near], longitudes[near])
    order = np.argsort(distances, kind="stable")
    return tuple(everything[near[place]] for place in order if distances[place] <= km)


def serving_airport(city: City) -> Airport | None:
    """Airport that most likely carries a city's scheduled flights; none where there is none within 100 km.

    Notes
    -----
    Traffic is not in the data, so this is a rule, checked in docs/data.md: an airport that the shipped list
    names for the city; else, of those within 80 km, first those not of a military or private kind, then those
    filed under the city's name or bearing it, then those called international, then the nearest; else the
    nearest within 100 km.
    """
    near = airports_near(city.latitude, city.longitude, REACH_KM)
    named = [airport for airport in near if str(city.id) in _served().get(airport.iata, ())]
    if named or not near:
        return named[0] if named else None
    close = airports_near(city.latitude, city.longitude, CITY_KM)
    return min(close or near, key=lambda airport: _unlikeliness(airport, city))


def nearest_airport(city: City) -> Airport:
    """Airport nearest to a city that may have scheduled flights, however far away it is."""
    everything = tuple(airports().values())
    order = np.argsort(rough_km(city.latitude, city.longitude, *_positions()), kind="stable")
    by_nearness: Iterator[Airport] = (everything[int(place)] for place in order)
    return next(airport for airport in by_nearness if not _unlikeliness(airport, city)[0])


def _unlikeliness(airport: Airport, city: City) -> tuple[bool, bool, bool]:
    """What makes an airport unlikely to be a city's, the weightiest first."""
    words = fold(airport.name).split()
    unlikely = NONE in _served().get(airport.iata, ()) or not UNLIKELY.isdisjoint(words)
    filed = any(is_called(city, part) for part in (airport.city, *airport.city.split(",")))
    bears = f" {fold(city.name)} " in f" {' '.join(words)} "
    return unlikely, not (filed or bears), OPEN_TO_ALL not in words


@cache
def _served() -> Mapping[str, tuple[str, ...]]:
    """GeoNames numbers of the cities an airport serves first, by code."""
    return {row[0]: tuple(row[9].split()) for row in shipped_table(TABLE) if row[9]}


@cache
def _positions() -> tuple[Array, Array]:
    """Latitudes and longitudes of all airports [degrees]."""
    return (
        np.array([airport.latitude for airport in airports().values()]),
        np.array([airport.longitude for airport in airports().values()]),
    )


def _runways() -> Mapping[str, float]:
    """Longest paved runways [m] by airport, where they are known."""
    text = files("egiz.facts").joinpath("runway.csv").read_text("utf-8")
    return {row["scope"]: float(row["mode"]) for row in csv.DictReader(text.splitlines())}


def _airport(row: tuple[str, ...], runways: Mapping[str, float]) -> Airport:
    """Turn a row into a record."""
    iata, icao, name, city, country, latitude, longitude, height, zone, _ = row
    return Airport(
        latitude=float(latitude),
        longitude=float(longitude),
        iata=iata,
        icao=icao,
        name=name,
        city=city,
        country=country,
        elevation_m=float(height),
        zone=zone,
        runway_m=runways.get(iata),
    )
