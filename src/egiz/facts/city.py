"""Find a city of the world by the name people give it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

import numpy as np

from egiz.errors import InputError
from egiz.facts.country import country_code
from egiz.facts.shipped import shipped_lines, shipped_table
from egiz.world.place import LANGUAGES, Admin, City
from egiz.world.spelling import fold, spelling_distance
from egiz.world.sphere import Array, rough_km

LIKE = 3
"""One letter in so many may differ between names that are alike."""
NEAREST = 3
"""How many names a fault proposes."""
LONGEST = 60
"""No name is longer; what a user gives beyond that is not compared."""
LENGTHS_APART = 2
"""Only names about as long as the one asked for are compared with it."""


def find_city(text: str, country: str = "") -> City:
    """Find the city that a text names.

    Parameters
    ----------
    text
        A name in English, Russian, Kazakh or another known spelling, also a former one: ``Astana``,
        ``Астана``, ``Nur-Sultan``. What follows a comma says where it lies: ``Springfield, US``,
        ``Springfield, Illinois``, ``Springfield, Illinois, US``; a country by code or name, or its oblast,
        province or state.
    country
        ISO 3166 two-letter code that the city must lie in; empty = any.

    Returns
    -------
    City
        The one city of that name, or the largest of several; a city by its own name goes before one, up to
        ten times as large, of which the name is another spelling.

    Raises
    ------
    InputError
        ``unknown-city`` with values `name` and `nearest`: no city of at least 15,000 people bears that name
        there. `nearest` holds up to three names of like spelling, joined by commas.
    """
    wheres = (country,) if country else ()
    for name, qualifiers in _readings(text):
        for place in _places(fold(name)):
            if all(_lies_in(place, where) for where in (*qualifiers, *wheres)):
                return _city(place)
    nearest = ", ".join(nearest_names(text.partition(",")[0]))
    raise InputError.of("unknown-city", {"name": text.strip(), "nearest": nearest})


def city_by_id(number: int) -> City:
    """City by its GeoNames number.

    Raises
    ------
    InputError
        ``unknown-city``: no city of that number ships.
    """
    place = _numbers().get(number)
    if place is None:
        raise InputError.of("unknown-city", {"name": str(number), "nearest": ""})
    return _city(place)


def is_called(city: City, text: str) -> bool:
    """Whether a text is a known spelling of a city's name."""
    return _numbers()[city.id] in _places(fold(text))


@cache
def cities(*countries: str) -> tuple[City, ...]:
    """All cities of at least 15,000 people, the largest first.

    Parameters
    ----------
    countries
        ISO 3166 two-letter codes; none = the whole world.
    """
    wanted = frozenset(countries)
    places = (place for place, (_, code, _) in enumerate(_homes()) if not wanted or code in wanted)
    return tuple(_city(place) for place in places)


def cities_near(latitude: float, longitude: float, km: float, least: float = 0.0) -> tuple[City, ...]:
    """Cities of at least 15,000 people within a distance of a point, the largest first.

    Parameters
    ----------
    latitude, longitude
        The point [degrees].
    km
        Greatest distance [km], on a sphere.
    least
        Fewest people.
    """
    latitudes, longitudes, people = city_columns()
    away = rough_km(latitude, longitude, latitudes, longitudes)
    near = np.flatnonzero((away <= km) & (people >= least))
    return tuple(_city(int(place)) for place in near)


@cache
def city_columns() -> tuple[Array, Array, Array]:
    """Latitude and longitude [degrees] and people of all cities, in the order of `cities`."""
    rows = [line.split("\t")[4:7] for line in shipped_lines("city.txt.z")]
    latitude, longitude, people = np.array(rows, dtype=np.float64).T
    return latitude, longitude, people


@cache
def _homes() -> tuple[tuple[int, str, str], ...]:
    """GeoNames number of every city, its country and the code of its oblast, province or state."""
    rows = (line.split("\t", 4) for line in shipped_lines("city.txt.z"))
    return tuple((int(number), country, admin) for number, _, country, admin, *_ in rows)


@cache
def largest_cities() -> Mapping[str, int]:
    """GeoNames number of the largest city of each country, by code: the table goes by size."""
    return dict(reversed([(country, number) for number, country, _ in _homes()]))


@cache
def principal_cities() -> Mapping[str, int]:
    """GeoNames number of the largest city of each oblast, province or state, by code such as ``RU.13``."""
    return dict(reversed([(f"{country}.{admin}", number) for number, country, admin in _homes()]))


@cache
def admin_names() -> Mapping[str, Mapping[str, str]]:
    """Names by language of the first-level parts of countries, by GeoNames code."""
    return {row[0]: {"en": "", **_named(row[1:])} for row in shipped_table("admin.txt.z")}


def nearest_names(text: str, count: int = NEAREST) -> tuple[str, ...]:
    """Names of cities spelt most like a text, in the script of the text.

    Parameters
    ----------
    text
        What the user wrote.
    count
        How many names to give at most.

    Returns
    -------
    tuple of str
        Russian names where the text is Cyrillic, else English ones; of names equally like it, that of the
        larger city first. A name is like the text if at most a third of its letters, or one, differ.
    """
    key = fold(text)[:LONGEST]
    lines = [line for line in _keys() if abs(line.index("\t") - len(key)) <= LENGTHS_APART]
    if not key or not lines:
        return ()
    spellings, places = zip(*(line.split("\t") for line in lines), strict=True)
    distances = spelling_distance(key, spellings)
    largest = np.array([int(place.partition(",")[0]) for place in places])
    order = np.lexsort((largest, distances))
    order = order[distances[order] <= max(1, len(key) // LIKE)]
    language = "en" if key.isascii() else "ru"
    names = (_city(int(largest[spot])).named(language).text for spot in order)
    return tuple(islice(_once(names), count))


def _once(names: Iterable[str]) -> Iterator[str]:
    """Leave out names given before."""
    given: set[str] = set()
    for name in names:
        if name not in given:
            given.add(name)
            yield name


def _readings(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Ways to read a text: all of it a name; then a name and, after commas, where it lies."""
    yield text, ()
    name, *wheres = (part.strip() for part in text.split(","))
    if wheres:
        yield name, tuple(wheres)


def _keys() -> tuple[str, ...]:
    """Lines of folded spelling, tab, places in the table of cities; in the order of the spellings."""
    return shipped_lines("city_key.txt.z")


def _places(key: str) -> tuple[int, ...]:
    """Places in the table of the cities spelt so, the likeliest first."""
    keys = _keys()
    spot = bisect_left(keys, f"{key}\t")
    if not key or spot == len(keys) or not keys[spot].startswith(f"{key}\t"):
        return ()
    return tuple(int(place) for place in keys[spot].split("\t")[1].split(","))


def _lies_in(place: int, where: str) -> bool:
    """Whether a city lies in what a text names: a country, or an oblast, province or state."""
    row = _row(place)
    if not where or country_code(where) == row[2]:
        return True
    wanted = fold(where)
    names = [fold(name) for name in (row[3], *admin_names().get(f"{row[2]}.{row[3]}", {}).values()) if name]
    return any(f"{wanted} ".startswith(f"{name} ") or f"{name} ".startswith(f"{wanted} ") for name in names)


@cache
def _numbers() -> Mapping[int, int]:
    """Places in the table by GeoNames number."""
    return {number: place for place, (number, _, _) in enumerate(_homes())}


def _row(place: int) -> tuple[str, ...]:
    """Fields of one line of the table."""
    return tuple(shipped_lines("city.txt.z")[place].split("\t"))


def _named(names: Iterable[str]) -> Mapping[str, str]:
    """Names by language, without those that are not known."""
    return {language: name for language, name in zip(LANGUAGES, names, strict=False) if name}


def _city(place: int) -> City:
    """Turn a line of the table into a record."""
    number, name, country, admin, latitude, longitude, people, zone, russian, kazakh = _row(place)
    code = f"{country}.{admin}"
    return City(
        latitude=float(latitude),
        longitude=float(longitude),
        id=int(number),
        name=name,
        country=country,
        admin=Admin(code, admin_names().get(code, {"en": ""})),
        people=int(people),
        zone=zone,
        names=_named((name, russian, kazakh)),
    )
