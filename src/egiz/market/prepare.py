"""Chooses what is known of a pair's travel, and how the market is worked out from it."""

from __future__ import annotations

from types import ModuleType

import numpy as np

from egiz.facts.city import cities
from egiz.facts.city_fact import income_of, people_of
from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption, Given, Input, Provenance
from egiz.figures.part import Feature, Part, Preparation, Stack
from egiz.figures.unit import Array
from egiz.market import gravity, linkage, observed, unobserved
from egiz.market.surrounding import surroundings
from egiz.world.pair import Pair, Region
from egiz.world.place import City
from egiz.world.sphere import between_km

MARKET = "market"
"""Prefix of the market's keys."""

GEODESIC = Provenance("engine", "geodesic on WGS84", "derived")


def market_part(pair: Pair, facts: Dated) -> Part:
    """Prepare the market of a pair: on a count where one is published by then, else by gravity alone."""
    count = _count(pair, facts)
    modules: tuple[ModuleType, ...] = (gravity, observed) if count else (gravity, linkage, unobserved)
    near, wide = (facts.pick(name, "").middle for name in ("near_scale", "wide_scale"))
    inputs: dict[str, Input] = {
        **facts.locals(),
        "distance": _distance(pair),
        "border": _border(pair),
        **surroundings(pair, near, wide),
        "home_people": people_of(pair.home.city, facts),
        "away_people": people_of(pair.away.city, facts),
        "home_income": income_of(pair.home.city, facts),
        "away_income": income_of(pair.away.city, facts),
    }
    axes: dict[str, tuple[str, ...]] = {}
    stacks: dict[str, Stack] = {}
    if count:
        hub, partner, assumption = count
        rivals = _rivals(partner.city, hub.city, facts)
        inputs |= {"air_trips_observed": assumption, **_by_city(rivals, hub.city, partner.city)}
        stacks["city_people"] = Stack("city", tuple(people_of(city, facts) for city in rivals))
        axes["city"] = tuple(city.name for city in rivals)
    features = tuple(_feature(region) for region in pair)
    return Part(MARKET, modules, (), (), Preparation(inputs, stacks, axes, features))


def _count(pair: Pair, facts: Dated) -> tuple[Region, Region, Assumption] | None:
    """A count from one city of the pair to the whole country of the other."""
    for hub, partner in ((pair.home, pair.away), (pair.away, pair.home)):
        found = facts.find("air_trips_observed", f"{hub.city.name}|{partner.city.country}")
        if found is not None:
            return hub, partner, found
    return None


def _rivals(partner: City, hub: City, facts: Dated) -> tuple[City, ...]:
    """Cities of the partner's country that are big enough and far enough to fly to; the partner always."""
    people = facts.pick("least_people_flying", "").middle
    nearest = facts.pick("least_flight_length", "").middle
    big = (city for city in cities(partner.country) if city.people >= people)
    found = [city for city in big if between_km(city, hub) >= nearest]
    return tuple(found) if any(city.id == partner.id for city in found) else (*found, partner)


def _by_city(rivals: tuple[City, ...], hub: City, partner: City) -> dict[str, Given]:
    lengths = [between_km(city, hub) for city in rivals]
    marks = [float(city.id == partner.id) for city in rivals]
    return {
        "city_distance": Given("city_distance", "km", ("city",), _column(lengths), GEODESIC),
        "partner": Given("partner", "1", ("city",), _column(marks), Provenance("engine", "", "derived")),
    }


def _column(values: list[float]) -> Array:
    return np.array(values)[:, np.newaxis]


def _distance(pair: Pair) -> Given:
    length = np.array([between_km(pair.home.city, pair.away.city)])
    return Given("distance", "km", (), length, GEODESIC)


def _border(pair: Pair) -> Given:
    crossed = np.array([float(pair.home.city.country != pair.away.city.country)])
    return Given("border", "1", (), crossed, Provenance("engine", "", "derived"))


def _feature(region: Region) -> Feature:
    return Feature("city", region.city.name, ((region.city.longitude, region.city.latitude),))
