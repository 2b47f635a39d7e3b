"""Chooses what is known of a pair's travel, and how the market is worked out from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import ModuleType

import numpy as np

from egiz.facts.city import cities
from egiz.facts.city_fact import income_of, people_of
from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption, Given, Input, Provenance
from egiz.figures.part import Feature, Need, Part, Preparation, Stack
from egiz.figures.unit import Array
from egiz.market import (
    appeal,
    counted,
    gravity,
    linkage,
    observed,
    ride,
    served,
    trips,
    unobserved,
    usual,
)
from egiz.market.connection import Connection
from egiz.market.rival import Rival, rivals_of
from egiz.market.season import season_inputs, season_stack
from egiz.market.service import (
    GEODESIC,
    MARKET,
    beyond,
    by_mode_inputs,
    direct_flights,
    purpose_stacks,
    service_axes,
    service_inputs,
    service_stacks,
    services_of,
    told,
)
from egiz.market.surrounding import surroundings
from egiz.world.pair import Pair, Region
from egiz.world.place import City
from egiz.world.sphere import between_km

CHOICE: tuple[ModuleType, ...] = (ride, appeal, trips)
"""What every market is worked out with, whatever it is anchored on."""

COUNTED: tuple[ModuleType, ...] = (gravity, observed, counted)
"""Where a count is published."""

LATENT: tuple[ModuleType, ...] = (gravity, linkage, unobserved, usual)
"""Where none is, nor a direct flight."""

FLOWN: tuple[ModuleType, ...] = (gravity, linkage, served, usual)
"""Where direct flights are known of."""

COUNTED_FLOWN: tuple[ModuleType, ...] = (gravity, observed, usual)
"""Where both are."""

FARES = ("net_yield", "yield_reference_length", "stage_length_elasticity", "ticket_charges")
"""What flights cost: facts that proposed flights share, so that they are as dear as those of the market."""

BASES = (COUNTED, LATENT, FLOWN, COUNTED_FLOWN)
"""What the trips of a market may rest on."""

Count = tuple[Region, Region, Assumption]
"""The city that the count is of, the one in the country counted, and the count."""

PROPOSED = Need("service_appeal", "service_appeal", take="all", unit="1", axes=(f"{MARKET}.purpose",))
"""What proposals offer to travellers."""


def market_part(pair: Pair, facts: Dated, connections: tuple[Connection, ...] = ()) -> Part:
    """Prepare the market of a pair: on a count where one is published by then, else by gravity alone.

    Parameters
    ----------
    pair
        The two regions.
    facts
        Facts with those of the market, as known on the day of the study.
    connections
        What a timetable tells of the services that it knows; nothing is told of the others.
    """
    count = _count(pair, facts)
    rivals = rivals_of(pair, facts)
    services = told(services_of(pair, rivals, facts), connections)
    preparation = Preparation(
        inputs={
            **facts.locals(),
            **{name: facts.pick(name) for name in FARES},
            **ends(pair, facts),
            **by_mode_inputs(facts),
            **service_inputs(services, facts),
            **season_inputs(pair),
        },
        stacks={**service_stacks(services, facts), **purpose_stacks(facts), **season_stack(pair, facts)},
        axes=service_axes(services),
        features=(*(_feature(region) for region in pair), *(mark for one in rivals for mark in _leak(one))),
    )
    if count is not None:
        preparation = _with_count(preparation, count, facts)
    modules = (*_base(pair, counted=count is not None, facts=facts), *CHOICE)
    return Part(MARKET, modules, (), (PROPOSED,), preparation)


def _base(pair: Pair, *, counted: bool, facts: Dated) -> tuple[ModuleType, ...]:
    """What the trips rest on; a count of a pair that has direct flights counts those who take them."""
    flown = direct_flights(f"{pair.home.city.name}|{pair.away.city.name}", facts) is not None
    if counted:
        return COUNTED_FLOWN if flown else COUNTED
    return FLOWN if flown else LATENT


def _leak(rival: Rival) -> tuple[Feature, Feature]:
    """A rival airport on the map, and the way to it."""
    code, city = rival.airport.iata, rival.near.city
    there = (rival.airport.longitude, rival.airport.latitude)
    line = ((city.longitude, city.latitude), there)
    return Feature("rival_airport", code, (there,)), Feature("leak", f"{city.name}-{code}", line)


def ends(pair: Pair, facts: Dated) -> Mapping[str, Input]:
    """What is known of the two cities and of what lies between them."""
    near, wide = (facts.pick(name, "").middle for name in ("near_scale", "wide_scale"))
    return {
        "distance": _distance(pair),
        "border": _border(pair),
        "far_airports": _far_airports(pair, facts.pick("near_airport").middle),
        **surroundings(pair, near, wide),
        "home_people": people_of(pair.home.city, facts),
        "away_people": people_of(pair.away.city, facts),
        "home_income": income_of(pair.home.city, facts),
        "away_income": income_of(pair.away.city, facts),
    }


def _with_count(preparation: Preparation, count: Count, facts: Dated) -> Preparation:
    """Add a published count and the cities that it is shared out to."""
    hub, partner, assumption = count
    rivals = _rivals(partner.city, hub.city, facts)
    inputs: dict[str, Input] = {"air_trips_observed": assumption, **_by_city(rivals, hub.city, partner.city)}
    people = Stack("city", tuple(people_of(city, facts) for city in rivals))
    return replace(
        preparation,
        inputs={**preparation.inputs, **inputs},
        stacks={**preparation.stacks, "city_people": people},
        axes={**preparation.axes, "city": tuple(city.name for city in rivals)},
    )


def _count(pair: Pair, facts: Dated) -> Count | None:
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


def _far_airports(pair: Pair, near: float) -> Given:
    length = np.array([sum(beyond(region, near) for region in pair)])
    return Given("far_airports", "km", (), length, GEODESIC)


def _border(pair: Pair) -> Given:
    crossed = np.array([float(pair.home.city.country != pair.away.city.country)])
    return Given("border", "1", (), crossed, Provenance("engine", "", "derived"))


def _feature(region: Region) -> Feature:
    return Feature("city", region.city.name, ((region.city.longitude, region.city.latitude),))
