"""What a line costs to build: quantities of likely grounds by drawn prices, then the outside view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment.record import Alignment, Array
from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption
from egiz.figures.draw import strata
from egiz.proposals.fast_rail import capital
from egiz.proposals.fast_rail.standard import KMH
from egiz.study.align.asked import Request
from egiz.world.sphere import METRES_PER_KILOMETRE

DRAWS = 2_000
"""Prices are drawn so many times."""
SEED = 1
BAND = (0.1, 0.5, 0.9)
PRICES = (
    "bridge_cost",
    "civil_cost",
    "cost_overrun",
    "cut_cost",
    "development_share",
    "fill_cost",
    "ground_luck",
    "land_cost",
    "power_cost",
    "signal_cost",
    "station_cost",
    "track_cost",
    "tunnel_cost",
    "unit_cost_factor",
    "viaduct_cost",
    "viaduct_height_cost",
)
"""Facts that the cost rests on, beside that of built-up land."""
NEW = "new-"
"""What scopes of new lines begin with; the speed follows [km/h]."""
BUILT_UP = "built_up_weight"


@dataclass(frozen=True, slots=True)
class Band:
    """A number in doubt."""

    low: float
    """One in ten lies lower."""
    middle: float
    """Half lie lower."""
    high: float
    """One in ten lies higher."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What building a line costs."""

    estimate: Band
    """As one would estimate it today, stations and studies included [USD]."""
    total: Band
    """In the end, by how such lines turned out [USD]."""
    per_km: Band
    """The same by length [USD/km]."""


def band_of(values: Array) -> Band:
    """P10, P50 and P90 of values."""
    low, middle, high = (float(value) for value in np.quantile(values, BAND))
    return Band(low, middle, high)


def facts_of_cost(facts: Dated) -> tuple[Assumption, ...]:
    """Facts that the cost rests on, sorted by name."""
    return tuple(facts.pick(name) for name in sorted((*PRICES, BUILT_UP)))


def cost_of(line: Alignment, request: Request, stations: int) -> Cost:
    """What a line costs to build.

    Parameters
    ----------
    line
        The line; quantities hold one sample for each likely ground.
    request
        What was asked: speed, facts, and whether the ground is known.
    stations
        Stations on it.

    Notes
    -----
    The formulas are those of the kind ``fast_rail``; through built-up land works cost as much more as the
    search took them to cost. Where the ground is not known, what its model may be off is drawn, too.
    """
    facts = request.facts
    drawn = {one.key: one.distribution.quantile(strata(one.key, DRAWS, SEED)) for one in facts_of_cost(facts)}
    spread = 0.0 if request.ground_known else facts.pick("ground_doubt").middle
    known = np.exp(spread * drawn["ground_luck"])
    works = _works(line, drawn, np.array(factor_at(facts, request.standard.speed * KMH)), known)
    built_up = line.quantities.built_up_m / line.quantities.length_m
    works *= 1.0 + built_up * (drawn[BUILT_UP] - 1.0)
    stops = capital.station_works(np.array(float(stations)), drawn["station_cost"])
    share, factor = drawn["development_share"], drawn["unit_cost_factor"]
    estimate = capital.estimate(works, stops, np.zeros(1), share, factor)
    total = capital.capital_cost_by_alternative(estimate, drawn["cost_overrun"])
    length = line.quantities.length_m / METRES_PER_KILOMETRE
    return Cost(band_of(estimate), band_of(total), band_of(total / length))


def factor_at(facts: Dated, speed_kmh: float) -> float:
    """Price of track, power and signals at a speed [km/h] over that at 300 km/h: straight between rows."""
    scopes = [scope for scope in facts.scopes("speed_factor") if scope.startswith(NEW)]
    rows = {float(scope.removeprefix(NEW)): facts.pick("speed_factor", scope).middle for scope in scopes}
    speeds = sorted(rows)
    return float(np.interp(speed_kmh, speeds, [rows[speed] for speed in speeds]))


def _works(line: Alignment, drawn: Mapping[str, Array], faster: Array, known: Array) -> Array:
    """Works of a new line draw by draw [USD]; each draw has one of the likely grounds."""
    takes = line.quantities
    sample = np.arange(DRAWS) % len(takes.fill_m3)
    price = drawn.__getitem__
    length = np.array(takes.length_m / METRES_PER_KILOMETRE)
    earth = capital.earthwork_cost(
        takes.fill_m3[sample], price("fill_cost"), takes.cut_m3[sample], price("cut_cost"), known
    )
    viaducts = capital.viaduct_works(
        takes.viaduct_m[sample],
        price("viaduct_cost"),
        takes.viaduct_area_m2[sample],
        price("viaduct_height_cost"),
    )
    tunnels, bridges = takes.tunnel_m[sample], takes.bridge_m[sample]
    structures = capital.structure_cost(
        viaducts, tunnels, price("tunnel_cost"), bridges, price("bridge_cost"), known
    )
    track = capital.track_works(length, price("track_cost"), faster)
    power = capital.power_works(length, price("power_cost"), price("signal_cost"), faster)
    civil = capital.civil_works(length, price("civil_cost"), price("land_cost"))
    return np.asarray(capital.direct_works(earth, structures, track, power, civil))
