"""The services that a pair has, and the facts that say what each takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from egiz.facts.dated import Dated
from egiz.facts.land import land_share
from egiz.figures.assumption import Assumption, Given, Input, Provenance
from egiz.figures.part import Stack
from egiz.market.connection import Connection
from egiz.market.rival import Rival
from egiz.world.pair import Pair, Region
from egiz.world.sphere import between_km

MARKET = "market"
"""Prefix of the market's keys."""
PURPOSES = ("business", "visiting", "leisure")
"""Why people travel."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Labels of the axis of months."""
GROUND = ("train", "bus", "car")
"""Modes that stay on the ground."""
AIR = "air"
"""The mode that flies."""
KNOWN = "known"
"""Kind of a service that is known to exist."""
GEODESIC = Provenance("engine", "geodesic on WGS84", "derived")
ON_OFFER = Provenance("engine", "services of the pair", "derived")


@dataclass(frozen=True, slots=True)
class Service:
    """One way to travel between the two cities that exists or may exist."""

    name: str
    """Label, such as ``train`` or ``via-SVX``."""
    mode: str
    """``train``, ``bus``, ``car`` or ``air``."""
    kind: str
    """Scope of what services like it are like anywhere."""
    scope: str
    """Scope of what a table states of it: ``Astana|Chelyabinsk|train``."""
    land_km: float = 0.0
    """Straight length on the ground [km]."""
    air_km: float = 0.0
    """Straight length of its flights [km]."""
    access_km: float = 0.0
    """Straight length of the drive to an airport of another city, or to a far one of its own [km]."""
    sectors: int = 0
    """Flights in a row."""
    abroad: bool = False
    """The airport of the other city lies across the border from those who drive to it."""
    told: Connection | None = None
    """What a timetable tells of it, where one is known."""
    flight: str = ""
    """Cities whose direct flights it uses: ``Yekaterinburg|Astana``; empty where they are not its point."""


STATED: Mapping[str, tuple[str, str]] = {
    "stated_hours": ("ride_hours", "nothing_timed"),
    "stated_drive": ("drive_hours", "nothing_timed"),
    "stated_fare": ("service_fare", "nothing_priced"),
}
"""Local name -> the fact that may be stated of a service, and what stands where none is."""

UNSTATED: Mapping[str, str] = {
    "untimed": "ride_hours",
    "undriven": "drive_hours",
    "unpriced": "service_fare",
}
"""Local name of a mark -> the fact that is not stated of the services that bear it."""

BY_MODE = ("mode_constant", "terminal_access", "terminal_hours", "border_wait")
"""Facts of a mode."""

BY_LAND_MODE = ("way_detour", "way_speed", "fare_per_km", "land_co2")
"""Facts of a mode on the ground; those of the car stand where a service has no way on the ground."""

NAMED: Mapping[str, tuple[str, str]] = {
    "access_detour": ("way_detour", "car"),
    "access_speed": ("way_speed", "car"),
    "access_fare_per_km": ("fare_per_km", "car"),
    "airport_access": ("terminal_access", AIR),
    "airport_hours": ("terminal_hours", AIR),
    "airport_border": ("border_wait", AIR),
    "constant_of_air": ("mode_constant", AIR),
    "ground_scale": ("nest_scale", "ground"),
    "air_scale": ("nest_scale", AIR),
}
"""Local name -> fact and scope."""

BY_PURPOSE: Mapping[str, str] = {
    "purpose_weight": "purpose_weight",
    "season_strength": "season_strength",
    "time_weight_reference": "time_weight",
    "value_of_time_reference": "value_of_time",
    "early_weight_reference": "early_weight",
    "late_weight_reference": "late_weight",
    "transfer_weight": "transfer_weight",
}
"""Local name -> fact with a row a purpose."""

BY_KIND = ("weekly_departures", "chance_offered", "air_detour", "changes")
"""Facts of a sort of service, unless they are stated of the service."""


def services_of(pair: Pair, rivals: tuple[Rival, ...], facts: Dated) -> tuple[Service, ...]:
    """Services of a pair, those on the ground first; none of these where the way is mostly over water."""
    names = f"{pair.home.city.name}|{pair.away.city.name}"
    ground: tuple[Service, ...] = ()
    if land_share(pair.home.city, pair.away.city) >= facts.pick("least_land_share").middle:
        length = between_km(pair.home.city, pair.away.city)
        ground = tuple(Service(mode, mode, mode, f"{names}|{mode}", land_km=length) for mode in GROUND)
    near = facts.pick("near_airport").middle
    by_rivals = tuple(_by_rival(rival, names, near) for rival in rivals)
    if ground and pair.home.airport is not None and pair.home.airport == pair.away.airport:
        return (*ground, *by_rivals)
    return (*ground, _connection(pair, names, near), *by_rivals)


def told(services: tuple[Service, ...], connections: Iterable[Connection]) -> tuple[Service, ...]:
    """Services with what a timetable tells of them."""
    known = {one.service: one for one in connections}
    return tuple(replace(one, told=known.get(one.name)) for one in services)


def beyond(region: Region, near: float) -> float:
    """How much farther than usual a city's own airport is [km]."""
    return max(region.access_km - near, 0.0)


def _connection(pair: Pair, names: str, near: float) -> Service:
    """Two flights with a change; a city without an airport is taken to have some far one."""
    return Service(
        "connection",
        AIR,
        "connection",
        f"{names}|connection",
        air_km=between_km(*(region.airport or region.city for region in pair)),
        access_km=sum(beyond(region, near) for region in pair),
        sectors=2,
    )


def _by_rival(rival: Rival, names: str, near: float) -> Service:
    name = f"via-{rival.airport.iata}"
    return Service(
        name,
        AIR,
        "rival",
        f"{names}|{name}",
        air_km=between_km(rival.airport, rival.far.airport or rival.far.city),
        access_km=between_km(rival.near.city, rival.airport) + beyond(rival.far, near),
        sectors=1,
        abroad=rival.abroad,
        flight=f"{rival.city.name}|{rival.far.city.name}",
    )


def service_axes(services: tuple[Service, ...]) -> Mapping[str, tuple[str, ...]]:
    """Axes of the market: purposes, months, services."""
    return {"purpose": PURPOSES, "month": MONTHS, "service": tuple(service.name for service in services)}


def service_inputs(services: tuple[Service, ...], facts: Dated) -> Mapping[str, Input]:
    """What is the same in every draw: lengths, numbers of flights and changes, marks of the nests."""
    return {
        "land_length": _row("land_length", "km", [one.land_km for one in services]),
        "air_distance": _row("air_distance", "km", [one.air_km for one in services]),
        "air_sectors": _row("air_sectors", "sector", [float(one.sectors) for one in services]),
        "access_length": _row("access_length", "km", [one.access_km for one in services]),
        "abroad": _row("abroad", "1", [float(one.abroad) for one in services]),
        "in_air": _row("in_air", "1", [float(one.mode == AIR) for one in services]),
        "on_ground": _row("on_ground", "1", [float(one.mode != AIR) for one in services]),
        "unevenness": _row("unevenness", "1", [one.told.unevenness if one.told else 1.0 for one in services]),
        "border_apart": _row("border_apart", "1", [float(_border_apart(one)) for one in services]),
        **{name: _unstated(name, fact, services, facts) for name, fact in UNSTATED.items()},
    }


def service_stacks(services: tuple[Service, ...], facts: Dated) -> Mapping[str, Stack]:
    """What is in doubt: facts stated of a service, and facts of its mode and kind."""
    found = {
        name: tuple(_stated(fact, one, facts) or facts.pick(nothing) for one in services)
        for name, (fact, nothing) in STATED.items()
    }
    found |= {name: _picked(name, (one.mode for one in services), facts) for name in BY_MODE}
    found |= {name: _picked(name, (_land_mode(one) for one in services), facts) for name in BY_LAND_MODE}
    found |= {
        name: tuple(_stated(name, one, facts) or _usual(name, one, facts) for one in services)
        for name in BY_KIND
    }
    return {name: Stack("service", rows) for name, rows in found.items()}


def direct_flights(names: str, facts: Dated) -> Assumption | None:
    """Direct flights a week between two cities, where some are known of by the day of the facts."""
    return _either_way("direct_flights_weekly", names, "", facts)


def _stated(name: str, service: Service, facts: Dated) -> Assumption | None:
    """What a timetable or else a table states of a service."""
    names, _, label = service.scope.rpartition("|")
    if service.told is not None and name in service.told.stated():
        known, unit = service.told.stated()[name]
        scope = "|".join((*sorted(names.split("|")), label))
        return known.assumption(f"{MARKET}.{name}@{scope}", unit)
    return _either_way(name, names, f"|{label}", facts)


def _border_apart(service: Service) -> bool:
    """Whether the border takes time beside the ride: trains and buses stand in it by their timetable."""
    return service.mode == AIR or service.told is None


def _usual(name: str, service: Service, facts: Dated) -> Assumption:
    """What services of the kind are like; flights that are known of are no matter of chance."""
    known = direct_flights(service.flight, facts) if service.flight else None
    if known is not None and name == "weekly_departures":
        return known
    return facts.pick(name, KNOWN if known is not None and name == "chance_offered" else service.kind)


def _either_way(name: str, names: str, label: str, facts: Dated) -> Assumption | None:
    """A fact of two cities, named from either end."""
    one, _, other = names.partition("|")
    return facts.find(name, f"{one}|{other}{label}") or facts.find(name, f"{other}|{one}{label}")


def _picked(name: str, scopes: Iterable[str], facts: Dated) -> tuple[Assumption, ...]:
    return tuple(facts.pick(name, scope) for scope in scopes)


def _land_mode(service: Service) -> str:
    return service.mode if service.mode in GROUND else "car"


def _row(name: str, unit: str, values: list[float]) -> Given:
    provenance = GEODESIC if unit == "km" else ON_OFFER
    return Given(name, unit, ("service",), np.array(values)[:, np.newaxis], provenance)


def _unstated(name: str, fact: str, services: tuple[Service, ...], facts: Dated) -> Given:
    return _row(name, "1", [float(_stated(fact, one, facts) is None) for one in services])


def by_mode_inputs(facts: Dated) -> Mapping[str, Input]:
    """Facts of a mode that formulas ask for by a name of their own."""
    return {name: facts.pick(fact, scope) for name, (fact, scope) in NAMED.items()}


def purpose_stacks(facts: Dated) -> Mapping[str, Stack]:
    """Facts of a purpose."""
    return {name: Stack("purpose", _picked(fact, PURPOSES, facts)) for name, fact in BY_PURPOSE.items()}
