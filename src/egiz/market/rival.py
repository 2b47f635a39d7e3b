"""Airports of other, larger cities that travellers of a pair may leave from instead of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from egiz.facts.airport import serving_airport
from egiz.facts.city import cities_near
from egiz.facts.dated import Dated
from egiz.facts.land import land_share
from egiz.world.pair import Pair, Region
from egiz.world.place import Airport, City
from egiz.world.sphere import between_km

MOST = 2
"""No more rivals than these at either end: weaker ones add little and cost time."""


@dataclass(frozen=True, slots=True)
class Rival:
    """An airport of another city, with the end of the pair from which it is in reach."""

    airport: Airport
    """The airport."""
    city: City
    """The city it serves first."""
    near: Region
    """The end whose travellers drive to it."""
    far: Region
    """The end they fly to."""

    @property
    def abroad(self) -> bool:
        """Whether a border lies on the drive."""
        return self.city.country != self.near.city.country


def rivals_of(pair: Pair, facts: Dated) -> tuple[Rival, ...]:
    """Rivals at both ends, the strongest first; none where the other end has no airport."""
    found: list[Rival] = []
    for near, far in ((pair.home, pair.away), (pair.away, pair.home)):
        if far.airport is not None:
            taken = {one.airport.iata for one in found} | {end.airport.iata for end in pair if end.airport}
            found += _at(near, far, taken, facts)
    return tuple(found)


def _at(near: Region, far: Region, taken: set[str], facts: Dated) -> list[Rival]:
    found: list[Rival] = []
    for rival in _larger(near, far, facts):
        if rival.airport.iata not in taken:
            taken.add(rival.airport.iata)
            found.append(rival)
        if len(found) == MOST:
            break
    return found


def _larger(near: Region, far: Region, facts: Dated) -> list[Rival]:
    """Rivals of one end, the strongest pull first: people over distance by road."""
    found = list(_in_reach(near, far, facts))
    return sorted(found, key=lambda rival: between_km(rival.airport, near.city) / rival.city.people)


def _in_reach(near: Region, far: Region, facts: Dated) -> Iterator[Rival]:
    """Larger cities in reach by road, from whose airport a flight is long enough."""
    reach = facts.pick("rival_reach").middle
    shortest = facts.pick("least_flight_length").middle
    dry = facts.pick("least_land_share").middle
    for city in cities_near(near.city.latitude, near.city.longitude, reach):
        if city.people <= near.city.people:
            return
        airport = serving_airport(city)
        if airport is None or far.airport is None or land_share(near.city, airport) < dry:
            continue
        if between_km(airport, far.airport) >= shortest:
            yield Rival(airport, city, near, far)
