"""New lines laid over the ground: one field for each part of the line, one alignment for each speed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

import numpy as np

from egiz.engines.alignment import (
    Alignment,
    Field,
    NoLineError,
    Plan,
    Prices,
    Standard,
    aligned,
    metre_price,
    routed,
)
from egiz.errors import EngineError, InputError, Value
from egiz.facts.dated import Dated
from egiz.facts.ground import Ground
from egiz.figures.unit import Array
from egiz.proposals.fast_rail.broad import Land, broad_field, margins_of
from egiz.proposals.fast_rail.halt import halts_of
from egiz.proposals.fast_rail.network import Network
from egiz.proposals.fast_rail.price import prices_of
from egiz.proposals.fast_rail.standard import standard_of
from egiz.proposals.kind import NotStudied
from egiz.world.frame import Frame
from egiz.world.place import City
from egiz.world.sphere import METRES_PER_KILOMETRE, Points, distance_km

SAMPLES, SEED = 4, 1
"""Likely grounds that are drawn: over many kilometres they differ little."""
KMH = 3.6
"""A metre a second in km/h, by definition."""
LEAST_MARGIN, LARGEST_MARGIN = 20_000.0, 120_000.0
"""The ground that is looked at goes beyond the points at least and at most so far [m]."""
MARGIN = 0.15
"""Between these, such a part of the way from the first point to the last [1]."""
APART = 12.0
"""Cells between two neighbours, at least: with fewer the search cannot turn from one to the other."""
LEAST_CELL = 50.0
"""No cells are smaller [m]."""
PERMILLE = 1000.0
"""A grade in metres a kilometre over its bare number."""
MOST_VERTICES = 48
"""A line on the map has no more."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A part of the line with one speed."""

    alignment: Alignment
    """Plan, profile and what it takes."""
    frame: Frame
    """From the plane of the plan to the globe."""

    @property
    def stops_km(self) -> Array:
        """Way from the start to each station [km]."""
        found: Array = self.alignment.plan.stops / METRES_PER_KILOMETRE
        return found

    @property
    def vertices(self) -> tuple[tuple[float, float], ...]:
        """Longitude and latitude along the line, for the map."""
        plan = self.alignment.plan
        chosen = np.unique(np.linspace(0, len(plan.x) - 1, MOST_VERTICES).astype(np.int64))
        latitude, longitude = self.frame.to_globe(plan.x[chosen], plan.y[chosen])
        return tuple(zip(longitude.tolist(), latitude.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Site:
    """The ground of a part of the line, and what lies on it."""

    field: Field
    """The ground."""
    points: Array
    """x and y of each station [m]: (stations, 2)."""
    prices: Prices
    """What works cost."""
    cities: tuple[City, ...]
    """The stations."""

    def told(self, standard: Standard) -> dict[str, Value]:
        """What a reason says of a line that cannot be."""
        ends = self.cities[0].name, self.cities[-1].name
        return {"one": ends[0], "other": ends[1], "speed": round(standard.speed * KMH)}


@dataclass(frozen=True, slots=True)
class Rules:
    """What all lines are laid by."""

    speeds: tuple[float, ...]
    """Speeds of the designs [km/h]."""
    grade: float | None
    """Steepest grade agreed [m/km]; none: the usual one."""


def laid_lines(
    network: Network, rules: Rules, facts: Dated, ground: Ground
) -> Mapping[tuple[str, float], Laid]:
    """Lay every part of the line with every speed.

    Returns
    -------
    Mapping
        Part and speed [km/h] -> line.

    Raises
    ------
    NotStudied
        No ground, no way in plan, or no profile under the grade limit; says between which cities.
    InputError
        ``terrain-missing``: tiles that the user's terrain lacks.
    """
    found: dict[tuple[str, float], Laid] = {}
    prices = prices_of(facts)
    for part in dict.fromkeys(section.part for section in network.sections):
        cities = network.part(part)
        places = halts_of(cities, ground.surface)
        frame, field = _ground(cities, places, ground)
        site = Site(field, np.stack(frame.to_plane(*places.T), axis=1), prices, cities)
        for speed in rules.speeds:
            standard = standard_of(facts, speed, _bare(rules.grade))
            found[part, speed] = Laid(_line(site, _plan(site, standard), standard), frame)
    return found


def _bare(grade: float | None) -> float | None:
    return None if grade is None else grade / PERMILLE


def margin_of(points: Points) -> float:
    """How far the ground that is looked at goes beyond points (latitude, longitude) [m]."""
    span = MARGIN * float(distance_km(*points[0], *points[-1])) * METRES_PER_KILOMETRE
    return min(max(LEAST_MARGIN, span), LARGEST_MARGIN)


def cell_of(points: Points, ground: Ground) -> float:
    """Side of a cell [m]: that of the ground, smaller where neighbours lie near to one another."""
    ways = zip(points, points[1:], strict=False)
    least = min(float(distance_km(*one, *other)) for one, other in ways) * METRES_PER_KILOMETRE
    return max(LEAST_CELL, min(ground.cell_m, least / APART))


def ground_spread(line: Alignment, prices: Prices, facts: Dated, ground: Ground) -> float:
    """Doubt about earthworks and structures, as the standard deviation of a logarithm.

    What its samples differ by and, where it is not known, what the model of the ground leaves in doubt.
    """
    works = line.cost - prices.base * line.plan.length
    drawn = float(np.std(np.log(np.maximum(works, 1.0))))
    return drawn if ground.known else hypot(drawn, facts.pick("ground_doubt").middle)


def _ground(cities: tuple[City, ...], places: Points, ground: Ground) -> tuple[Frame, Field]:
    ends = {"one": cities[0].name, "other": cities[-1].name}
    try:
        land = Land(ground.terrain, ground.surface, cell_of(places, ground))
        return broad_field(places, land, margins_of(margin_of(places)))
    except InputError as error:
        if any(fault.key == "terrain-missing" for fault in error.faults):
            raise ground.faults(error) from None
        key = "line-large" if error.faults[0].key == "line-too-large" else "no-ground"
        raise NotStudied(key, ends) from error


def _plan(site: Site, standard: Standard) -> Plan:
    try:
        price = metre_price(site.field, standard, site.prices)
        return routed(site.field, price, site.points, standard, site.prices)
    except NoLineError as error:
        raise _stopped(site, standard, error) from error
    except EngineError as error:
        raise NotStudied("no-way", site.told(standard)) from error


def _line(site: Site, plan: Plan, standard: Standard) -> Alignment:
    try:
        return aligned(site.field, plan, standard, site.prices, SEED, SAMPLES)
    except NoLineError as error:
        raise _stopped(site, standard, error) from error


def _stopped(site: Site, standard: Standard, error: NoLineError) -> NotStudied:
    km = round(error.chainage / METRES_PER_KILOMETRE)
    return NotStudied("too-steep", {**site.told(standard), "km": km})
