"""Every alternative: each extent with each design, and doing nothing; what each is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from egiz.facts.ground import SURVEYED, Ground
from egiz.figures.assumption import Given, Input
from egiz.figures.unit import Array
from egiz.proposals.fast_rail.network import Network
from egiz.proposals.fast_rail.running import Nodes
from egiz.proposals.fast_rail.survey import Survey, Works, is_upgrade
from egiz.proposals.fast_rail.terms import DESIGNS, FIRST, NOTHING, USUAL
from egiz.proposals.kind import Terms
from egiz.world.sphere import METRES_PER_KILOMETRE

NODE_AXES = ("node_reach", "node_pace")
"""Axes of the slow ways through cities that trains were run with."""

REPLACES = np.array([[float(is_upgrade(design))] for design in DESIGNS])
"""Trains on today's line made faster run instead of those of today; a new line leaves them as they are."""

QUANTITIES: Mapping[str, tuple[str, Callable[[Works], float]]] = {
    "fill": ("m3", lambda one: one.fill_m3),
    "cut": ("m3", lambda one: one.cut_m3),
    "viaducts": ("m", lambda one: one.viaduct_m),
    "viaduct_face": ("m2", lambda one: one.viaduct_m2),
    "tunnels": ("m", lambda one: one.tunnel_m),
    "bridges": ("m", lambda one: one.bridge_m),
    "built_up": ("km", lambda one: one.built_up_km),
    "built_length": ("km", lambda one: one.length_km),
    "tunnel_drawn": ("km", lambda one: one.tunnel_m / METRES_PER_KILOMETRE),
    "viaduct_drawn": ("km", lambda one: one.viaduct_m / METRES_PER_KILOMETRE),
    "bridge_drawn": ("km", lambda one: one.bridge_m / METRES_PER_KILOMETRE),
}
"""Local name -> unit, and what of each section is added up."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to do it."""

    extent: str
    """How far."""
    design: str
    """What is built."""
    chosen: bool
    """Whether it is the one agreed."""

    @property
    def label(self) -> str:
        """Label of the axis."""
        return self.design if self.design == NOTHING else f"{self.extent}-{self.design}"


def alternatives_of(network: Network, terms: Terms) -> tuple[Alternative, ...]:
    """List every alternative, doing nothing last."""
    extent, design = terms.word("extent"), terms.word("design")
    built = tuple(
        Alternative(far, one, chosen=(far, one) == (extent, design))
        for far in network.extents
        for one in DESIGNS
    )
    return (*built, Alternative(FIRST, NOTHING, chosen=design == NOTHING))


def alternative_inputs(
    network: Network, surveyed: Survey, listed: tuple[Alternative, ...], own: Iterable[bool]
) -> Mapping[str, Input]:
    """What is the same in every draw of each alternative; `own` marks legs of the pair of the study."""
    rows = [_works(one, network, surveyed) for one in listed]
    numbers = range(len(listed))
    found: dict[str, Given] = {
        **{name: _row(name, unit, map(_total(read), rows)) for name, (unit, read) in QUANTITIES.items()},
        "new_length": _row("new_length", "km", map(_split(listed, upgrade=False), numbers, rows)),
        "old_length": _row("old_length", "km", map(_split(listed, upgrade=True), numbers, rows)),
        **_parts(network, surveyed, listed),
        "train_energy": _row("train_energy", "kWh/km", map(_energy, rows)),
        "ground_spread": _row("ground_spread", "1", map(_spread, rows)),
        "stations_built": _row("stations_built", "1", map(_stations, rows)),
        "chosen": _row("chosen", "1", (one.chosen for one in listed)),
        "is_built": _row("is_built", "1", (one.design != NOTHING for one in listed)),
        "alternative_number": _row("alternative_number", "1", numbers),
        "design_of": _marks(
            "design_of", ("alternative", "design"), [[one.design == d for d in DESIGNS] for one in listed]
        ),
        **_ride_inputs(network, surveyed, listed),
        **_held(network, listed, own),
    }
    return {name: cited(one, surveyed.ground) for name, one in found.items()}


def cited(one: Given, ground: Ground) -> Given:
    """Say where a number comes from: what was measured on the ground cites it, marks and labels do not."""
    measured = one.unit != "1" or one.key == "ground_spread"
    return replace(one, provenance=ground.provenance) if measured else one


def _works(one: Alternative, network: Network, surveyed: Survey) -> tuple[Works, ...]:
    """Sections of an alternative; none where nothing is built."""
    if one.design == NOTHING:
        return ()
    parts = network.parts(one.extent)
    numbers = [number for number, section in enumerate(network.sections) if section.part in parts]
    return tuple(surveyed.works[one.design, number] for number in numbers)


def _total(read: Callable[[Works], float]) -> Callable[[tuple[Works, ...]], float]:
    return lambda works: sum(read(one) for one in works)


def _split(listed: tuple[Alternative, ...], *, upgrade: bool) -> Callable[[int, tuple[Works, ...]], float]:
    """Length of an alternative if it is an upgrade, or if it is a new line."""
    length = _total(lambda one: one.length_km)
    return lambda number, works: length(works) * (is_upgrade(listed[number].design) == upgrade)


def _spread(works: tuple[Works, ...]) -> float:
    """Spread of the whole: that of its sections by length, for the same ground is misread alike."""
    length = sum(one.length_km for one in works)
    return sum(one.spread * one.length_km for one in works) / length if length else 0.0


def _energy(works: tuple[Works, ...]) -> float:
    """Electricity of a train-kilometre [kWh/km]; none where nothing is built."""
    length = sum(one.length_km for one in works)
    return sum(one.energy_kwh for one in works) / length if length else 0.0


def _stations(works: tuple[Works, ...]) -> int:
    return len(works) + 1 if works else 0


def _parts(network: Network, surveyed: Survey, listed: tuple[Alternative, ...]) -> Mapping[str, Given]:
    """Lengths of the first line and of the way on, apart: fewer trains go on."""
    found: dict[str, list[float]] = {name: [] for name in ("line_length", "way_on_length")}
    for one in listed:
        works = _works(one, network, surveyed)
        first = len(network.part(FIRST)) - 1
        for name, row in (("line", works[:first]), ("way_on", works[first:])):
            found[f"{name}_length"].append(sum(section.length_km for section in row))
    return {name: _row(name, "km", row) for name, row in found.items()}


def _ride_inputs(network: Network, surveyed: Survey, listed: tuple[Alternative, ...]) -> Mapping[str, Given]:
    """Lengths and runs between cities with each design, and which of them are agreed."""
    legs = [
        [[surveyed.works[design, number] for number in leg.sections] for leg in network.legs]
        for design in DESIGNS
    ]
    serves = [[leg.served(extent) for leg in network.legs] for extent in network.extents]
    agreed = next(one for one in listed if one.chosen)
    chosen = [
        [design == agreed.design and leg.served(agreed.extent) for leg in network.legs] for design in DESIGNS
    ]
    ends = [
        [mark and _is_whole(network, number, agreed.extent) for number, mark in enumerate(row)]
        for row in chosen
    ]
    lengths = np.array([[sum(one.length_km for one in way) for way in row] for row in legs])
    halts = np.array([[len(way) - 1.0 for way in row] for row in legs])
    return {
        "leg_length": _ride("leg_length", "km", lengths),
        **_runs(legs, surveyed.nodes),
        "leg_halts": _ride("leg_halts", "1", halts),
        "serves": _marks("serves", ("extent", "leg"), serves),
        "chosen_rides": _marks("chosen_rides", ("design", "leg"), chosen),
        "end_ride": _marks("end_ride", ("design", "leg"), ends),
    }


def _runs(legs: list[list[list[Works]]], nodes: Nodes) -> Mapping[str, Given]:
    """Runs between cities, by how far cities slow trains and by the hours for a kilometre there."""
    runs = np.array([[np.sum([one.runs_h for one in way], axis=0) for way in row] for row in legs])
    axes = ("design", "leg", *NODE_AXES)
    points = {"reach_points": ("km", nodes.reach), "pace_points": ("h/km", 1.0 / nodes.speed)}
    told = {
        name: Given(name, unit, (axis,), values[:, np.newaxis], SURVEYED)
        for axis, (name, (unit, values)) in zip(NODE_AXES, points.items(), strict=True)
    }
    return {"leg_runs": Given("leg_runs", "h", axes, runs[..., np.newaxis], SURVEYED), **told}


def _held(network: Network, listed: tuple[Alternative, ...], own: Iterable[bool]) -> Mapping[str, Given]:
    """The design agreed, else the usual one; where it is held against hours alone; legs from end to end."""
    agreed = next(one.design for one in listed if one.chosen)
    drawn = [design == (agreed if agreed in DESIGNS else USUAL) for design in DESIGNS]
    first = next((number for number, mark in enumerate(own) if mark), None)
    held = [[mark and number == first for number in range(len(network.legs))] for mark in drawn]
    wholes = [[_is_whole(network, leg, far) for leg in range(len(network.legs))] for far in network.extents]
    firsts = [[_is_whole(network, leg, FIRST) for leg in range(len(network.legs))] for _ in network.extents]
    column = np.array([float(mark) for mark in drawn])[:, np.newaxis]
    return {
        "design_drawn": Given("design_drawn", "1", ("design",), column, SURVEYED),
        "replaces_trains": Given("replaces_trains", "1", ("design",), REPLACES, SURVEYED),
        "whole_legs": _marks("whole_legs", ("extent", "leg"), wholes),
        "first_legs": _marks("first_legs", ("extent", "leg"), firsts),
        "held_ride": _marks("held_ride", ("design", "leg"), held),
    }


def _is_whole(network: Network, number: int, extent: str) -> bool:
    """Whether a leg goes from one end of an extent to the other."""
    leg = network.legs[number]
    whole = sum(section.part in network.parts(extent) for section in network.sections)
    return leg.served(extent) and len(leg.sections) == whole


def _row(name: str, unit: str, values: Iterable[float]) -> Given:
    column = np.array([float(value) for value in values])[:, np.newaxis]
    return Given(name, unit, ("alternative",), column, SURVEYED)


def _ride(name: str, unit: str, values: Array) -> Given:
    return Given(name, unit, ("design", "leg"), values[..., np.newaxis], SURVEYED)


def _marks(name: str, axes: tuple[str, str], rows: Iterable[Iterable[bool]]) -> Given:
    values = np.array([[float(mark) for mark in row] for row in rows])[..., np.newaxis]
    return Given(name, "1", axes, values, SURVEYED)
