"""The best week of every type and frequency, and what it does to the flight's share (decision 0014)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from egiz.engines.rotation import Limits, Service, Timetable, WeekDemand, days_possible, frequencies
from egiz.engines.rotation.response import Mesh, delay, effect
from egiz.facts.dated import Dated
from egiz.figures.assumption import Given, Input, Provenance
from egiz.figures.part import Departure, Preparation, Stop
from egiz.figures.part import Timetable as Printed
from egiz.figures.unit import Array
from egiz.market.outlook import Outlook
from egiz.proposals.air_route.craft import block_minutes
from egiz.proposals.air_route.life import FREQUENCIES
from egiz.proposals.air_route.opening import MINUTES, Season, seasons
from egiz.proposals.air_route.wish import WORLD, bare, demand_of
from egiz.proposals.kind import NotStudied, Terms
from egiz.world.place import Airport
from egiz.world.sphere import between_km
from egiz.world.week import WEEK

STEP = 30
"""Grid of departures [min]."""
PRINTED = 15
"""Blocks and turns are planned in whole quarters of an hour [min]: types alike fly the same weeks."""
MESH = Mesh(np.geomspace(1 / 6, 6.0, 21), np.concatenate([np.linspace(-8.0, 8.0, 33), np.arange(9.0, 17.0)]))
"""Where the response of a week is worked out: within half a percent of the engine between the points."""


@dataclass(frozen=True, slots=True)
class Route:
    """What the search of a week needs to know of a flight."""

    ends: tuple[Airport, Airport]
    """Its airports, the base first."""
    length: float
    """Distance between the cities [km]."""
    types: tuple[str, ...]
    """Types whose range and runway suit."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """The best weeks of the types that find a slot."""

    types: tuple[str, ...]
    """Those types."""
    preparation: Preparation
    """Tables, axes, notes and timetables."""


def plan_weeks(route: Route, terms: Terms, outlook: Outlook, facts: Dated) -> Weeks:
    """Search the best week of every type at one to seven flights.

    Raises
    ------
    NotStudied
        ``no-slot``: opening hours and closures leave no type a rotation on any day of the year.
    """
    block = dict(zip(route.types, block_minutes(route.types, between_km(*route.ends), facts), strict=True))
    year = seasons(route.ends, terms, facts)
    services, notes = _in_duty(tuple(service_of(kind, block[kind], facts) for kind in route.types), facts)
    flying = tuple(one for one in services if any(_days(one, season) for season in year))
    if not flying:
        raise NotStudied("no-slot", {"airports": " – ".join(end.iata for end in route.ends)})
    hours = float(np.mean([block[one.aircraft] for one in flying])) / MINUTES
    demand = demand_of(outlook, hours, route.length, facts)
    found = tuple((season, _best(demand, flying, season)) for season in year)
    if not all(row for _, rows in found for row in rows):
        notes = (*notes, "part-of-year")
    types = tuple(one.aircraft for one in flying)
    told = tuple(_printed(route.ends, flying, season, rows) for season, rows in found)
    timetables = tuple(timetable for season in told for timetable in season)
    inputs = _tables(demand, found, len(types))
    return Weeks(types, Preparation(inputs=inputs, axes=_axes(), notes=notes, timetables=timetables))


Row = tuple[Timetable, ...]
"""The weeks of one type, by frequency; empty where it finds no slot."""


def service_of(kind: str, block: float, facts: Dated) -> Service:
    """A type as the engine knows it; the costs of a rotation do not move its best week."""
    return Service(
        aircraft=kind,
        capacity=facts.pick("seats", kind).middle * facts.pick("highest_load").middle,
        block=_quarters(block),
        turn=_quarters(facts.pick("turn_time", kind).middle),
        rotation_cost=0.0,
    )


def _quarters(minutes: float) -> float:
    return float(np.ceil(minutes / PRINTED) * PRINTED)


def _in_duty(services: tuple[Service, ...], facts: Dated) -> tuple[tuple[Service, ...], tuple[str, ...]]:
    """Types that one crew flies out and back; where the way is too long for all, each takes two crews."""
    duty, margin = (MINUTES * facts.pick(name, WORLD).middle for name in ("crew_duty", "duty_margin"))
    short = tuple(one for one in services if 2.0 * one.block + one.turn + margin <= duty)
    return (short, ()) if short else (services, ("two-crews",))


def limits_of(season: Season, most: int) -> Limits:
    """What every week of a season keeps to, at up to so many flights; the duty of crews is seen to before."""
    base, far = season.open
    flights = tuple(number for number in FREQUENCIES if number <= most)
    return Limits(STEP, np.inf, 0.0, season.difference, base, far, flights=flights, effort=0)


def _days(service: Service, season: Season) -> int:
    return days_possible(service, limits_of(season, 1))


def _best(demand: WeekDemand, services: tuple[Service, ...], season: Season) -> tuple[Row, ...]:
    """The best weeks of each type in a season; with fewer days than flights, those of the most days."""
    days = {one.aircraft: _days(one, season) for one in services}
    able = [one for one in services if days[one.aircraft]]
    if not able:
        return ((),) * len(services)
    limits = limits_of(season, min(days[one.aircraft] for one in able))
    found = {one.aircraft: one.best for one in frequencies(demand, able, limits).timetables}
    last = len(limits.flights) - 1
    return tuple(
        tuple(found[one.aircraft][min(n, last)].by_profit[0] for n in range(len(FREQUENCIES)))
        if one.aircraft in found
        else ()
        for one in services
    )


def _printed(
    ends: tuple[Airport, Airport], services: tuple[Service, ...], season: Season, rows: tuple[Row, ...]
) -> Iterator[Printed]:
    """The weeks of a season as they are printed, for each stretch of its dates."""
    stops = tuple(Stop(end.iata, end.longitude, end.latitude, end.zone) for end in ends)
    for service, row in zip(services, rows, strict=True):
        for number, week in zip(FREQUENCIES, row, strict=False):
            departures = tuple(_departures(week, (stops[0], stops[1]), service.block, season.difference))
            for span in season.spans:
                labels = service.aircraft, str(number)
                yield Printed(labels, "air", service.aircraft, span.first, span.last, departures)


def _departures(
    week: Timetable, stops: tuple[Stop, Stop], block: float, difference: float
) -> Iterator[Departure]:
    base, far = stops
    for out, back in zip(week.out, week.back, strict=True):
        yield Departure(base, far, out, int(out + block + difference) % WEEK)
        yield Departure(far, base, back, int(back + block - difference) % WEEK)


def _tables(
    demand: WeekDemand, found: tuple[tuple[Season, tuple[Row, ...]], ...], types: int
) -> Mapping[str, Input]:
    """What the weeks do to shares, and hours between wish and departure: means over a year."""
    size = (len(FREQUENCIES), types, demand.desired.shape[1])
    kept, shift = np.zeros((*size, MESH.factor.size, MESH.level.size)), np.zeros(size)
    flown = np.zeros((1, types, 1))
    known = _Known(bare(demand), {})
    for season, rows in found:
        for kind, row in enumerate(rows):
            flown[:, kind] += season.days * bool(row)
            for number, week in enumerate(row):
                part, hours = known.response(week)
                kept[number, kind] += season.days * part
                shift[number, kind] += season.days * hours
    days = sum(season.days for season, _ in found)
    return _inputs(np.log(kept / days), shift / flown, demand)


@dataclass(frozen=True, slots=True)
class _Known:
    """Responses worked out so far: types of other sizes often fly the same week."""

    plain: WeekDemand
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[Array, Array]]

    def response(self, week: Timetable) -> tuple[Array, Array]:
        """Share over that of a flight at every wished hour, and hours of shift."""
        key = week.out, week.back
        if key not in self.found:
            self.found[key] = np.exp(effect(self.plain, week, MESH)), delay(self.plain, week)
        return self.found[key]


def _inputs(effects: Array, shift: Array, demand: WeekDemand) -> Mapping[str, Input]:
    middle = 2.0 * demand.early * demand.late / (demand.early + demand.late)
    floor = np.log(np.exp(effects[..., 0]).mean(axis=1))
    option = ("frequency", "aircraft", "market.purpose")
    return {
        "week_effect": _given("1", (*option, "delay_point", "level_point"), effects),
        "week_floor": _given("1", ("frequency", "market.purpose", "delay_point"), floor),
        "delay_points": _given("1", ("delay_point",), MESH.factor),
        "level_points": _given("1", ("level_point",), MESH.level),
        "delay_hours": _given("h", option, shift),
        "delay_weight_middle": _given("1/h", ("market.purpose",), middle),
    }


def _axes() -> Mapping[str, tuple[str, ...]]:
    return {
        "delay_point": tuple(f"{point:.3g}" for point in MESH.factor),
        "level_point": tuple(f"{point:.3g}" for point in MESH.level),
    }


def _given(unit: str, axes: tuple[str, ...], value: Array) -> Given:
    """Part and name become its key when the sheets are joined."""
    provenance = Provenance("engine", "rotation: the best week of each option (decision 0014)", "derived")
    return Given(key="", unit=unit, axes=axes, value=value[..., np.newaxis], provenance=provenance)
