"""What travellers call the stops of a timetable that is written, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from egiz.errors import InputError
from egiz.facts.airport import find_airport
from egiz.facts.city import find_city
from egiz.world.place import LANGUAGES, City, name_of

FEED_LANGUAGE = LANGUAGES[0]
"""Language in which the tables of a feed are written; the others are translations."""
AIR = "air"


@dataclass(frozen=True, slots=True)
class Called:
    """Names of a stop."""

    names: Mapping[str, str]
    """By language."""
    code: str
    """Code of an airport; empty for any other stop."""


def called(name: str, mode: str) -> Called:
    """Tell what a stop is called: an airport by its city and code, as in ``Astana (NQZ)``.

    Parameters
    ----------
    name
        As the timetable has it: code of an airport, or a city.
    mode
        ``air`` for flights.
    """
    if mode != AIR:
        return Called(city_names(name), "")
    try:
        airport = find_airport(name)
    except InputError:
        return Called(dict.fromkeys(LANGUAGES, name), "")
    names = city_names(airport.city, airport.country)
    return Called({language: f"{city} ({name})" for language, city in names.items()}, name)


def city_names(name: str, country: str = "") -> dict[str, str]:
    """Names of a city by language; the same in each for a place that is no city."""
    try:
        city = find_city(name, country)
    except InputError:
        return dict.fromkeys(LANGUAGES, name)
    return names_of(city)


def names_of(city: City) -> dict[str, str]:
    """Names of a city by language, of the next one where a language has none."""
    return {language: name_of(city.names, language).text for language in LANGUAGES}
