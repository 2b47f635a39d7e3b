"""What is known of travel between the cities of each leg: counts, people, and a market in middle values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import log

import numpy as np

from egiz.facts.city_fact import people_of
from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption, Given, Input, Provenance
from egiz.figures.part import Stack
from egiz.figures.unit import Array
from egiz.market.between import MODES, Between
from egiz.proposals.fast_rail.network import Leg
from egiz.proposals.kind import World
from egiz.world.place import City
from egiz.world.sphere import between_km

ENGINE = Provenance("engine", "market of the two cities in middle values", "derived")
GEODESIC = Provenance("engine", "geodesic on WGS84", "derived")
ORDER = Provenance("engine", "order of the line", "derived")
BELL = 1.2815515655446004
"""Standard deviations from the middle of a normal distribution to its P90."""
TRAIN, BUS = 0, 1
"""Rows of `MODES` of which timetables may be told."""
TOLD = {"rail": TRAIN, "bus": BUS}
"""Mode as the timetables of a corridor name it -> row of `MODES`."""
COUNTED = {"counted_rail": "rail_trips_observed", "counted_road": "road_trips_observed"}
"""Local name -> the fact that may be stated of two cities."""
WEEK = 168.0
"""Hours of a week, by definition."""


@dataclass(frozen=True, slots=True)
class Markets:
    """A market for each leg, and that of the pair itself."""

    legs: tuple[Leg, ...]
    """Legs in the order of the axis."""
    by_leg: tuple[Between, ...]
    """Their markets."""
    own: Between
    """That of the pair."""


def markets_of(legs: tuple[Leg, ...], world: World, facts: Dated) -> Markets:
    """Work out the market of each leg once; two ways between the same cities share one."""
    own = world.between(world.pair.home.city, world.pair.away.city)
    found: dict[frozenset[int], Between] = {}
    for leg in legs:
        ends = frozenset((leg.one.id, leg.other.id))
        if ends not in found:
            found[ends] = _told(world.between(leg.one, leg.other), leg, facts)
    return Markets(legs, tuple(found[frozenset((leg.one.id, leg.other.id))] for leg in legs), own)


def _told(market: Between, leg: Leg, facts: Dated) -> Between:
    """A market with what the rows of a corridor tell of trains and buses between just these cities."""
    hours, ride, delay = market.hours.copy(), market.ride.copy(), market.delay.copy()
    for name, row in TOLD.items():
        scopes = tuple(f"{name}|{one.name}|{other.name}" for one, other in _both(leg))
        time, weekly = facts.nearest("service_hours", scopes), facts.nearest("service_weekly", scopes)
        if time is not None and weekly is not None and market.offered[row] > 0.0:
            hours[row] += time.middle - ride[row]
            ride[row], delay[row] = time.middle, WEEK / (4.0 * weekly.middle)
    return replace(market, hours=hours, ride=ride, delay=delay)


def _both(leg: Leg) -> tuple[tuple[City, City], tuple[City, City]]:
    return (leg.one, leg.other), (leg.other, leg.one)


def leg_inputs(markets: Markets, world: World) -> Mapping[str, Input]:
    """What is the same in every draw of each leg."""
    legs, found = markets.legs, markets.by_leg
    return {
        "straight_length": _row("straight_length", "km", (between_km(leg.one, leg.other) for leg in legs)),
        "border_crossed": _row("border_crossed", "1", (leg.one.country != leg.other.country for leg in legs)),
        "own_pair": _row("own_pair", "1", (leg.joins(world.pair) for leg in legs)),
        "beyond_line": _row("beyond_line", "1", (leg.extent != "line" for leg in legs)),
        "hour_ratio": _row("hour_ratio", "1", (one.hour_scale / markets.own.hour_scale for one in found)),
        "dollar_ratio": _row(
            "dollar_ratio", "1", (one.cost_weight.mean() / markets.own.cost_weight.mean() for one in found)
        ),
        "air_middle": _row("air_middle", "pax/year", (one.air_trips[1] for one in found)),
        "air_spread": _row("air_spread", "1", (_spread(one) for one in found)),
        "air_counted": _row("air_counted", "1", (one.counted for one in found)),
        **{
            name: _row(name, unit, (one.usual[place] for one in found))
            for place, (name, unit) in enumerate(USUAL.items())
        },
        **{name: _table(name, unit, found, read) for name, (unit, read) in BY_MODE.items()},
        **_nests(),
    }


USUAL = {"usual_hours": "h", "usual_fare": "USD/pax", "usual_delay": "h"}
"""What a usual direct flight takes, in the order of `Between.usual`."""

Read = Callable[[Between], Array]
BY_MODE: Mapping[str, tuple[str, Read]] = {
    "mode_offered": ("1", lambda one: one.offered),
    "mode_hours": ("h", lambda one: one.hours),
    "mode_fare": ("USD/pax", lambda one: one.fare),
    "mode_delay": ("h", lambda one: one.delay),
    "mode_changes": ("1", lambda one: one.changes),
    "mode_favour": ("1", lambda one: one.favour),
    "mode_co2": ("kg/pax", lambda one: one.co2),
}
"""Local name -> unit and where it stands in a market."""


def leg_stacks(legs: tuple[Leg, ...], facts: Dated) -> Mapping[str, Stack]:
    """What is in doubt of each leg: people, and counts where there are some."""
    return {
        "one_people": Stack("leg", tuple(people_of(leg.one, facts) for leg in legs)),
        "other_people": Stack("leg", tuple(people_of(leg.other, facts) for leg in legs)),
        **{
            name: Stack("leg", tuple(_counted(fact, leg, facts) for leg in legs))
            for name, fact in COUNTED.items()
        },
    }


def uncounted(legs: tuple[Leg, ...], facts: Dated) -> Given:
    """Mark the legs that nobody counted."""
    missing = (any(_count(fact, leg, facts) is None for fact in COUNTED.values()) for leg in legs)
    return _row("uncounted", "1", missing)


def _counted(fact: str, leg: Leg, facts: Dated) -> Assumption:
    """A count; none counts where only part of the travellers was counted."""
    found = [_count(name, leg, facts) for name in COUNTED.values()]
    own = _count(fact, leg, facts)
    return own if own is not None and None not in found else facts.pick("nothing_counted")


def _count(fact: str, leg: Leg, facts: Dated) -> Assumption | None:
    return facts.nearest(fact, tuple(f"{one.name}|{other.name}" for one, other in _both(leg)))


def _spread(market: Between) -> float:
    low, _, high = market.air_trips
    return log(high / low) / (2.0 * BELL)


def _nests() -> Mapping[str, Given]:
    air = np.array([float(mode == MODES[-1]) for mode in MODES])[:, np.newaxis]
    return {
        "by_air": Given("by_air", "1", ("mode",), air, ORDER),
        "by_ground": Given("by_ground", "1", ("mode",), 1.0 - air, ORDER),
    }


def _row(name: str, unit: str, values: Iterable[float]) -> Given:
    column = np.array([float(value) for value in values])[:, np.newaxis]
    return Given(name, unit, ("leg",), column, GEODESIC if unit == "km" else ENGINE)


def _table(name: str, unit: str, found: tuple[Between, ...], read: Read) -> Given:
    values = np.array([read(one) for one in found])[..., np.newaxis]
    return Given(name, unit, ("leg", "mode"), values, ENGINE)
