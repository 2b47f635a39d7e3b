"""Chooses the aircraft that can fly the route and the facts that speak of it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from egiz.facts.airport import nearest_airport
from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption, Given, Provenance
from egiz.figures.part import Feature, Preparation, Stack
from egiz.proposals.air_route.charge import charges
from egiz.proposals.air_route.craft import craft_inputs, craft_stacks, table_points
from egiz.proposals.air_route.life import life_axes, life_inputs, life_stacks
from egiz.proposals.air_route.money import COST_PARTS, DIRECT_PARTS
from egiz.proposals.air_route.terms import AIRCRAFT, ANY
from egiz.proposals.air_route.third import (
    third_axes,
    third_city,
    third_features,
    third_inputs,
    third_names,
)
from egiz.proposals.air_route.week import Route, Weeks, plan_weeks
from egiz.proposals.kind import NotStudied, Terms, World
from egiz.world.pair import Pair, Region
from egiz.world.place import Airport
from egiz.world.sphere import between_km, great_circle

BY_AIRCRAFT = (
    "seats",
    "ownership_per_block_hour",
    "crew_per_block_hour",
    "maintenance_per_flight_hour",
    "take_off_mass",
    "handling",
)
"""Facts that differ from type to type."""


REMARKS = ("causes-alone", "remedies-alone")
"""What a reader of causes and remedies should know."""

NO_FARE = Given("fare", "USD/pax", (), np.zeros(1), Provenance("engine", "none agreed", "derived"))
"""Nought: the usual fare stands."""


def prepare(terms: Terms, world: World, facts: Dated) -> Preparation:
    """Prepare a flight between the airports of a pair.

    Raises
    ------
    NotStudied
        No airport in reach, one airport for both cities, a distance that no known type flies, or hours
        that leave no slot.
    """
    pair = world.pair
    home, away = _airport(pair.home), _airport(pair.away)
    if home.iata == away.iata:
        raise NotStudied("same-airport", {"airport": home.iata})
    distance = between_km(home, away)
    suited = _types(terms.word("aircraft"), distance, (home, away), facts)
    route = Route((home, away), between_km(pair.home.city, pair.away.city), suited)
    weeks = plan_weeks(route, terms, world.outlook, facts)
    return _prepared(pair, distance, weeks, facts)


def _prepared(pair: Pair, distance: float, weeks: Weeks, facts: Dated) -> Preparation:
    """Put together what is known of the types that find a week."""
    home, away = _airport(pair.home), _airport(pair.away)
    types, planned = weeks.types, weeks.preparation
    stacks = {name: Stack("aircraft", _side_by_side(name, types, facts)) for name in BY_AIRCRAFT}
    own = {"great_circle": _length(distance, home, away), "aircraft_numbers": _numbers(types)}
    third = third_city(pair, (home, away), facts)
    known = {"fare": NO_FARE, **craft_inputs(types), **charges(pair, facts), **life_inputs()}
    return Preparation(
        inputs={**own, **known, **planned.inputs, **third_inputs((home, away), third, facts)},
        stacks={**stacks, **craft_stacks(types, distance, facts), **life_stacks(facts)},
        axes={**_axes(types), **life_axes(), **third_axes(third), **planned.axes},
        features=(*_features(home, away), *third_features(third)),
        notes=("first-estimate", *planned.notes, *REMARKS, *_unknown_runway(home, away)),
        timetables=planned.timetables,
        names=third_names(third),
    )


def _unknown_runway(home: Airport, away: Airport) -> tuple[str, ...]:
    return ("runway-unknown",) if home.runway_m is None or away.runway_m is None else ()


def _features(home: Airport, away: Airport) -> tuple[Feature, ...]:
    line = tuple((float(lon), float(lat)) for lat, lon in great_circle(home, away))
    ends = tuple(Feature("airport", end.iata, ((end.longitude, end.latitude),)) for end in (home, away))
    return (*ends, Feature("route", f"{home.iata}-{away.iata}", line))


def _axes(types: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    points = tuple(f"{point:.0f}" for point in table_points(types))
    return {
        "aircraft": types,
        "table_point": points,
        "direct_part": DIRECT_PARTS,
        "cost_part": COST_PARTS,
    }


def _airport(region: Region) -> Airport:
    if region.airport is not None:
        return region.airport
    nearest = nearest_airport(region.city)
    length = round(between_km(region.city, nearest))
    raise NotStudied(
        "no-airport", {"city": region.city.name, "airport": f"{nearest.name} ({nearest.iata})", "km": length}
    )


def _side_by_side(name: str, types: tuple[str, ...], facts: Dated) -> tuple[Assumption, ...]:
    return tuple(facts.pick(name, kind) for kind in types)


def _types(asked: str, distance: float, airports: tuple[Airport, Airport], facts: Dated) -> tuple[str, ...]:
    """Types known by the study's date whose range and runway suit."""
    known = [kind for kind in AIRCRAFT if asked in (ANY, kind) and facts.find("seats", kind) is not None]
    suited = tuple(kind for kind in known if _suits(kind, distance, airports, facts))
    if not suited:
        raise NotStudied("no-aircraft", {"km": round(distance), "aircraft": asked})
    return suited


def _suits(kind: str, distance: float, airports: tuple[Airport, Airport], facts: Dated) -> bool:
    """An unknown runway is taken to suit; the report says so."""
    reach, runway = facts.pick("max_range", kind).middle, facts.pick("runway_need", kind).middle
    return distance <= reach and all(end.runway_m is None or end.runway_m >= runway for end in airports)


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
