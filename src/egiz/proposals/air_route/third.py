"""The third city of a triangle: chosen by the gravity of the market in middle values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

import numpy as np

from egiz.facts.airport import serving_airport
from egiz.facts.city import cities_near
from egiz.facts.dated import Dated
from egiz.facts.library import Facts
from egiz.figures.assumption import Assumption, Given, Input, Provenance
from egiz.figures.distribution import Discrete, Lognormal
from egiz.figures.part import Feature
from egiz.market.prospect import prospect
from egiz.market.service import MARKET, direct_flights
from egiz.world.pair import Pair, Region
from egiz.world.place import Airport, City
from egiz.world.sphere import between_km, great_circle

MARKET_PACKAGE = "egiz.market"
MOST_CANDIDATES = 4
"""So many, the largest, are worked out in full."""

P90 = 1.2815515655446004
"""Standard deviations from the middle to P90."""

NO_CITY = "no_city"
"""Label where there is no third city."""

ENDS_APART = sqrt(2.0)
"""Two pairs scatter independently about gravity: their ratio so much more than either."""


Ends = tuple[Airport, Airport]
"""Airports of the pair, home and away."""


@dataclass(frozen=True, slots=True)
class Third:
    """A city through which the way back leads."""

    city: City
    """The city."""
    airport: Airport
    """Its airport."""
    partner: Airport
    """Airport of the end whose travellers to the third city fill seats."""
    trips: float
    """Their trips over those of the pair itself, by gravity [1]."""
    linked: float
    """Chance that they have a direct flight already [1]."""
    scatter: float
    """Standard deviation of trips about gravity, in logarithms [1]."""


def third_city(pair: Pair, ends: Ends, facts: Dated) -> Third | None:
    """Choose the city that adds most travellers; none where no way round is short enough.

    Parameters
    ----------
    pair
        The two regions.
    ends
        Their airports.
    facts
        Opened for flights.
    """
    market = Facts.shipped().with_package(MARKET_PACKAGE, MARKET).at(facts.as_of, facts.price_year)
    own, scatter = prospect(pair, market).trips, market.pick("gravity_scatter").middle
    found = []
    for city, airport in _on_the_way(pair, ends, facts, market):
        partner = _partner(pair, city)
        if _may_join(pair, partner, city, market):
            region = Region(city, airport, between_km(city, airport))
            one = prospect(Pair((pair.home, pair.away)[partner], region), market)
            found.append(Third(city, airport, ends[partner], one.trips / own, one.linked, scatter))
        if len(found) == MOST_CANDIDATES:
            break
    return max(found, key=lambda third: third.trips * (1.0 - third.linked), default=None)


def third_inputs(ends: Ends, third: Third | None, facts: Dated) -> Mapping[str, Input]:
    """Travellers and lengths of a triangle, in parts of those of the pair; no third city adds none.

    Parameters
    ----------
    ends
        Airports of the pair.
    third
        The city chosen.
    facts
        Opened for flights.
    """
    if third is None:
        none = {name: _given(0.0) for name in ("third_market", "third_unserved")}
        return _lengths(1.0, 0.0, 1.0) | none
    direct = between_km(*ends)
    told = Provenance("engine", f"gravity of the market, middle values: {third.city.name}", "derived")
    apart = float(np.exp(third.scatter * ENDS_APART * P90))
    shares = Lognormal(third.trips / apart, third.trips * apart)
    unserved = Discrete((0.0, 1.0), (third.linked, 1.0 - third.linked))
    length = between_km(third.partner, third.airport) / direct
    return _lengths(_way_round(ends, third.airport) / (2.0 * direct), length, 3.0 / 2.0) | {
        "third_market": Assumption(f"{facts.prefix}.third_market", "1", shares, told),
        "third_unserved": Assumption(f"{facts.prefix}.third_unserved", "1", unserved, told),
    }


def third_features(third: Third | None) -> tuple[Feature, ...]:
    """The third city on the map."""
    if third is None:
        return ()
    airport = third.airport
    return (Feature("third_city", third.city.name, ((airport.longitude, airport.latitude),)),)


def third_axes(third: Third | None) -> dict[str, tuple[str, ...]]:
    """Label of the third city; ``no_city`` where there is none."""
    return {"third_city": (NO_CITY if third is None else third.city.name,)}


def third_names(third: Third | None) -> dict[str, Mapping[str, str]]:
    """Names of the third city by language."""
    return {} if third is None else {third.city.name: third.city.names}


def _lengths(round_way: float, length: float, landings: float) -> dict[str, Input]:
    return {
        "triangle_length": _given(round_way),
        "third_length": _given(length),
        "triangle_landings": _given(landings),
        "third_city": _given(0.0),
    }


def _given(value: float) -> Given:
    return Given("", "1", (), np.array([value]), Provenance("engine", "geodesics of a triangle", "derived"))


def _way_round(ends: Ends, third: Airport) -> float:
    """Out directly, back through a third city [km]."""
    return sum(between_km(one, other) for one, other in pairwise((*ends, third, ends[0])))


def _on_the_way(pair: Pair, ends: Ends, facts: Dated, market: Dated) -> Iterator[tuple[City, Airport]]:
    """Cities of both countries not too far off the way, the largest first."""
    longest = 2.0 * between_km(*ends) * facts.pick("triangle_detour").middle
    least = market.pick("least_people_flying").middle
    countries = {end.city.country for end in pair}
    for city in _round_the_middle(ends, longest / 2.0, least):
        airport = serving_airport(city) if city.country in countries else None
        if airport is not None and _is_apart(airport, ends, facts) and _way_round(ends, airport) <= longest:
            yield city, airport


def _is_apart(third: Airport, ends: Ends, facts: Dated) -> bool:
    """Far enough from both ends that a landing there is of use."""
    return min(between_km(third, end) for end in ends) >= facts.pick("third_nearest").middle


def _round_the_middle(ends: Ends, km: float, least: float) -> tuple[City, ...]:
    line = great_circle(*ends)
    latitude, longitude = line[len(line) // 2]
    return cities_near(float(latitude), float(longitude), km, least)


def _partner(pair: Pair, third: City) -> int:
    """The end across the border, for carriers may not fly within the other's country; else the farther."""
    if pair.home.city.country != pair.away.city.country:
        return int(third.country == pair.home.city.country)
    return int(between_km(pair.away.city, third) > between_km(pair.home.city, third))


def _may_join(pair: Pair, partner: int, third: City, market: Dated) -> bool:
    """Far enough to fly, and not known to have a flight of its own."""
    city = (pair.home, pair.away)[partner].city
    flown = direct_flights(f"{city.name}|{third.name}", market)
    return flown is None and between_km(city, third) >= market.pick("least_flight_length").middle
