"""What a line takes and costs to build: the sheets of the kind ``fast_rail`` on one alternative.

So the same line is told alike by `egiz align` and by a study.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment.record import Alignment
from egiz.facts.dated import Dated
from egiz.facts.ground import SURVEYED
from egiz.figures.assumption import Assumption, Given, Input
from egiz.figures.draw import Plan
from egiz.figures.ledger import Ledger
from egiz.figures.part import Part, Preparation, Stack
from egiz.figures.unit import Array
from egiz.proposals.fast_rail import capital
from egiz.proposals.fast_rail.alternative import QUANTITIES
from egiz.proposals.fast_rail.standard import KMH
from egiz.proposals.fast_rail.survey import works_of
from egiz.study.align.asked import Request
from egiz.study.join import join

DRAWS = 10_000
"""As many draws as a study has unless it is told otherwise."""
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
"""Facts that the cost rests on, beside those of built-up land and of what the ground does not show."""
NEW = "new"
"""Scope of facts about any new line."""
SCOPED = "new-"
"""What scopes of new lines of a speed begin with; the speed follows [km/h]."""
BUILT_UP = "built_up_weight"
DETOUR = "unseen_detour"
LINE = "line"
"""Name of the only part, and label of its only alternative and design."""


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
    """What building a line takes and costs."""

    estimate: Band
    """As one would estimate it today, stations and studies included [USD]."""
    total: Band
    """In the end, by how such lines turned out [USD]."""
    per_km: Band
    """The same by the length that would be built [USD/km]."""
    built_km: Band
    """Length that would be built: what is laid, and what the ground does not show [km]."""
    viaduct_km: Band
    """Viaducts [km]."""
    tunnel_km: Band
    """Tunnels [km]."""
    bridge_km: Band
    """Bridges over water [km]."""
    structure_share: Band
    """All three by the length that would be built [1]."""
    fill_m3: Band
    """Fill [m3]."""
    cut_m3: Band
    """Cut [m3]."""


def band_of(values: Array) -> Band:
    """P10, P50 and P90 of values."""
    low, middle, high = (float(value) for value in np.quantile(values, BAND))
    return Band(low, middle, high)


def facts_of_cost(facts: Dated) -> tuple[Assumption, ...]:
    """Facts that the cost rests on, sorted by name."""
    found = [facts.pick(name) for name in (*PRICES, BUILT_UP)]
    return tuple(sorted([*found, facts.pick(DETOUR, NEW)], key=lambda one: one.key))


def cost_of(line: Alignment, request: Request, stations: int) -> Cost:
    """What a line takes and costs to build.

    Parameters
    ----------
    line
        The line; quantities hold one sample for each likely ground.
    request
        What was asked: speed, facts, and the ground.
    stations
        Stations on it.
    """
    facts, axes = request.facts, {"alternative": (LINE,), "design": (LINE,), "build_part": capital.PARTS}
    inputs: dict[str, Input] = {name: facts.pick(name) for name in (*PRICES, BUILT_UP)}
    inputs |= _given(line, request, stations)
    stacks = {DETOUR: Stack("design", (facts.pick(DETOUR, NEW),))}
    part = Part(LINE, (capital,), (), (), Preparation(inputs=inputs, stacks=stacks, axes=axes))
    return _told(join((part,), ()).sheet.run(Plan(DRAWS, SEED)))


def _told(ledger: Ledger) -> Cost:
    def drawn(name: str) -> Array:
        return np.asarray(ledger.value(f"{LINE}.{name}"))

    length = drawn("new_way")
    structures = drawn("viaduct_length") + drawn("tunnel_length") + drawn("bridge_length")
    return Cost(
        estimate=band_of(drawn("estimate")),
        total=band_of(drawn("capital_cost_by_alternative")),
        per_km=band_of(drawn("alternative_cost_per_kilometre")),
        built_km=band_of(length),
        viaduct_km=band_of(drawn("viaduct_length")),
        tunnel_km=band_of(drawn("tunnel_length")),
        bridge_km=band_of(drawn("bridge_length")),
        structure_share=band_of(structures / length),
        fill_m3=band_of(drawn("fill") * drawn("ground_factor")),
        cut_m3=band_of(drawn("cut") * drawn("ground_factor")),
    )


def _given(line: Alignment, request: Request, stations: int) -> Mapping[str, Given]:
    """What is the same in every draw."""
    takes = works_of(line, request.facts, request.ground)
    rows = {name: (unit, read(takes)) for name, (unit, read) in QUANTITIES.items()}
    rows |= {
        "new_length": ("km", takes.length_km),
        "old_length": ("km", 0.0),
        "ground_spread": ("1", takes.spread),
        "stations_built": ("1", float(stations)),
        "speed_factor": ("1", factor_at(request.facts, request.standard.speed * KMH)),
        "upgrade_cost": ("USD/km", 0.0),
    }
    found = {
        name: Given(name, unit, ("alternative",), np.full((1, 1), value), request.ground.provenance)
        for name, (unit, value) in rows.items()
    }
    all_new = np.ones((1, 1, 1))
    return {**found, "design_of": Given("design_of", "1", ("alternative", "design"), all_new, SURVEYED)}


def factor_at(facts: Dated, speed_kmh: float) -> float:
    """Price of track, power and signals at a speed [km/h] over that at 300 km/h: straight between rows."""
    scopes = [scope for scope in facts.scopes("speed_factor") if scope.startswith(SCOPED)]
    rows = {float(scope.removeprefix(SCOPED)): facts.pick("speed_factor", scope).middle for scope in scopes}
    speeds = sorted(rows)
    return float(np.interp(speed_kmh, speeds, [rows[speed] for speed in speeds]))
