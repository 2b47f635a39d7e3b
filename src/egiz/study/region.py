"""Finds the two cities of an agreement and what serves them."""

from __future__ import annotations

from egiz.errors import Fault, InputError
from egiz.facts.airport import serving_airport
from egiz.facts.city import find_city
from egiz.study.agreement import Agreement
from egiz.world.pair import Pair, Region
from egiz.world.place import City
from egiz.world.sphere import between_km


def pair_of(agreement: Agreement) -> Pair:
    """Look up both cities; raises `InputError` for every city that is unknown, and for one named twice."""
    faults: list[Fault] = []
    cities: list[City] = []
    for index, name in enumerate(agreement.pair):
        spot = agreement.yaml.spot(("pair", index))
        try:
            cities.append(_peopled(find_city(name)))
        except InputError as error:
            faults.extend(Fault(fault.key, fault.values, spot) for fault in error.faults)
    if faults:
        raise InputError(faults)
    home, away = cities
    if home.id == away.id:
        spot = agreement.yaml.spot(("pair", 1))
        raise InputError.of("same-city-twice", {"name": agreement.pair[1]}, spot)
    return Pair(region_of(home), region_of(away))


def _peopled(city: City) -> City:
    """A few seats of government are listed without a number of people: of these nothing can be said."""
    if city.people <= 0:
        raise InputError.of("city-without-people", {"name": city.name})
    return city


def region_of(city: City) -> Region:
    """What serves a city: its airport, if there is one in reach."""
    airport = serving_airport(city)
    if airport is None:
        return Region(city, None, 0.0)
    return Region(city, airport, between_km(city, airport))
