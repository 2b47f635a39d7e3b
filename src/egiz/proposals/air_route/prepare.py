"""Chooses the aircraft that can fly the route and the facts that speak of it."""

from __future__ import annotations

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption, Given, Input, Provenance
from egiz.figures.part import Feature, Preparation, Stack
from egiz.proposals.air_route.life import life_axes, life_inputs, life_stacks
from egiz.proposals.air_route.money import COST_PARTS, DIRECT_PARTS
from egiz.proposals.air_route.terms import AIRCRAFT, ANY
from egiz.proposals.kind import NotStudied, Terms
from egiz.world.pair import Pair, Region
from egiz.world.place import Airport
from egiz.world.sphere import between_km, great_circle

BY_AIRCRAFT = (
    "seats",
    "fuel_fixed",
    "fuel_per_km",
    "block_fixed",
    "cruise_speed",
    "ownership_per_block_hour",
    "crew_per_block_hour",
    "maintenance_per_flight_hour",
    "take_off_mass",
    "handling",
)
"""Facts that differ from type to type."""

MIDDLE = np.array([0.5])


def prepare(terms: Terms, pair: Pair, facts: Dated) -> Preparation:
    """Prepare a flight between the airports of a pair.

    Raises
    ------
    NotStudied
        No airport in reach, one airport for both cities, or a distance that no known type flies.
    """
    home, away = _airport(pair.home), _airport(pair.away)
    if home.iata == away.iata:
        raise NotStudied("same-airport", {"airport": home.iata})
    distance = between_km(home, away)
    types = _types(terms.word("aircraft"), distance, (home, away), facts)
    return Preparation(
        inputs={
            "great_circle": _length(distance, home, away),
            "aircraft_numbers": _numbers(types),
            **life_inputs(),
            "home_fuel_price": _local(facts, "jet_fuel_price", pair.home),
            "away_fuel_price": _local(facts, "jet_fuel_price", pair.away),
        },
        stacks={
            **{
                name: Stack("aircraft", tuple(facts.pick(name, kind) for kind in types))
                for name in BY_AIRCRAFT
            },
            **life_stacks(facts),
        },
        axes={"aircraft": types, "direct_part": DIRECT_PARTS, "cost_part": COST_PARTS, **life_axes()},
        features=_features(home, away),
        notes=("first-estimate",),
    )


def _features(home: Airport, away: Airport) -> tuple[Feature, ...]:
    line = tuple((float(lon), float(lat)) for lat, lon in great_circle(home, away))
    ends = tuple(Feature("airport", end.iata, ((end.longitude, end.latitude),)) for end in (home, away))
    return (*ends, Feature("route", f"{home.iata}-{away.iata}", line))


def _airport(region: Region) -> Airport:
    if region.airport is None:
        raise NotStudied("no-airport", {"city": region.city.name})
    return region.airport


def _types(asked: str, distance: float, airports: tuple[Airport, Airport], facts: Dated) -> tuple[str, ...]:
    """Types known by the study's date whose range and runway suit."""
    known = [kind for kind in AIRCRAFT if asked in (ANY, kind) and facts.find("seats", kind) is not None]
    suited = tuple(kind for kind in known if _suits(kind, distance, airports, facts))
    if not suited:
        raise NotStudied("no-aircraft", {"km": round(distance), "aircraft": asked})
    return suited


def _suits(kind: str, distance: float, airports: tuple[Airport, Airport], facts: Dated) -> bool:
    """An unknown runway is taken to suit; the report says so."""
    reach, runway = _middle(facts.pick("max_range", kind)), _middle(facts.pick("runway_need", kind))
    return distance <= reach and all(end.runway_m is None or end.runway_m >= runway for end in airports)


def _middle(assumption: Assumption) -> float:
    return float(assumption.distribution.quantile(MIDDLE)[0])


def _local(facts: Dated, name: str, region: Region) -> Input:
    """The fact of the region's country, or of the world."""
    found = facts.find(name, region.city.country)
    return found if found is not None else facts.pick(name, "world")


def _length(distance: float, home: Airport, away: Airport) -> Given:
    return Given(
        key="great_circle",
        unit="km/sector",
        axes=(),
        value=np.array([distance]),
        provenance=Provenance("engine", f"geodesic on WGS84, {home.iata}-{away.iata}", "derived"),
    )


def _numbers(types: tuple[str, ...]) -> Given:
    return Given(
        key="aircraft_numbers",
        unit="1",
        axes=("aircraft",),
        value=np.arange(float(len(types)))[:, np.newaxis],
        provenance=Provenance("engine", "order of the types", "derived"),
    )
