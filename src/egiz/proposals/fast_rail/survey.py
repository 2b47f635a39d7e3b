"""Length, structures, run and electricity of each section with each design, from the engines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from egiz.engines.alignment.record import Alignment
from egiz.facts.dated import Dated
from egiz.facts.ground import Ground
from egiz.figures.unit import Array
from egiz.market.stock import stock_of
from egiz.proposals.fast_rail.candidate import runs_by_train
from egiz.proposals.fast_rail.existing import chain_of
from egiz.proposals.fast_rail.laid import Laid, Rules, ground_spread, laid_lines
from egiz.proposals.fast_rail.network import Network
from egiz.proposals.fast_rail.price import prices_of
from egiz.proposals.fast_rail.running import MIDDLE, Nodes, Ran, Way, new_way, nodes_of, old_way, ran
from egiz.proposals.fast_rail.terms import DESIGNS, TRAINS, speed_of
from egiz.proposals.kind import Terms
from egiz.world.sphere import METRES_PER_KILOMETRE

UPGRADE = "upgrade"
"""What designs of the existing line begin with."""


SHARED = ("fill_m3", "cut_m3", "viaduct_m", "viaduct_m2", "tunnel_m", "bridge_m", "built_up_km")
"""What sections of a line share out by their length."""


@dataclass(frozen=True, slots=True)
class Works:
    """What a section is made of."""

    length_km: float
    """Length of the line [km]."""
    runs_h: Array
    """Ideal run from departure to arrival [h], by the slow way through cities: (reaches, speeds)."""
    energy_kwh: float
    """Electricity of a train over the section [kWh]."""
    fill_m3: float = 0.0
    """Fill [m3]."""
    cut_m3: float = 0.0
    """Cut [m3]."""
    viaduct_m: float = 0.0
    """Length of viaducts [m]."""
    viaduct_m2: float = 0.0
    """Face below viaducts [m2]."""
    tunnel_m: float = 0.0
    """Length of tunnels [m]."""
    bridge_m: float = 0.0
    """Length of bridges over water [m]."""
    built_up_km: float = 0.0
    """Length through built-up or protected land [km]."""
    spread: float = 0.0
    """Standard deviation of the logarithm of earthworks and structures [1]."""

    @property
    def run_h(self) -> float:
        """Ideal run with slow ways through cities in their middle [h]."""
        return float(self.runs_h[MIDDLE, MIDDLE])


@dataclass(frozen=True, slots=True)
class Survey:
    """All sections with all designs."""

    works: Mapping[tuple[str, int], Works]
    """Design and number of the section -> what it is made of."""
    lines: Mapping[tuple[str, float], Laid]
    """Part of the line and speed [km/h] -> the new line."""
    ways: Mapping[tuple[str, str], Way]
    """Design and part of the line -> the line as trains meet it."""
    nodes: Nodes
    """Slow ways through cities that trains were run with."""
    runs: Mapping[tuple[str, str], Mapping[str, Ran]]
    """Design and a train that could run it -> part of the line -> run; the train of the study first."""
    ground: Ground
    """What they are laid over."""


def is_upgrade(design: str) -> bool:
    """Whether a design makes the existing line faster."""
    return design.startswith(UPGRADE)


def survey(network: Network, terms: Terms, facts: Dated, ground: Ground) -> Survey:
    """Work out all sections with all designs; raises `NotStudied` where no line or no train passes."""
    speeds = tuple(speed_of(design) for design in DESIGNS if not is_upgrade(design))
    lines = laid_lines(network, Rules(speeds, terms.optional("grade")), facts, ground)
    ways: dict[tuple[str, str], Way] = {}
    runs: dict[tuple[str, str], Ran] = {}
    works: dict[tuple[str, int], Works] = {}
    nodes = nodes_of(facts)
    for design, part in product(DESIGNS, dict.fromkeys(section.part for section in network.sections)):
        numbers = [number for number, one in enumerate(network.sections) if one.part == part]
        laid = None if is_upgrade(design) else lines[part, speed_of(design)]
        ways[design, part] = way = _way(design, numbers, network, laid, facts)
        runs[design, part] = found = ran(way, stock_of(facts, TRAINS[design]), nodes)
        made = tuple(_told(way, found))
        if laid is not None:
            made = tuple(_built(made, laid, facts, ground))
        works.update(zip(((design, number) for number in numbers), made, strict=True))
    return Survey(works, lines, ways, nodes, runs_by_train(ways, runs, nodes, facts), ground)


def _way(design: str, numbers: list[int], network: Network, laid: Laid | None, facts: Dated) -> Way:
    """A new line, or the existing one made faster."""
    if laid is not None:
        return new_way(laid, speed_of(design), facts)
    sections = [network.sections[number] for number in numbers]
    lengths = np.array([chain_of(one.one, one.other, facts).length_km for one in sections])
    return old_way(lengths, speed_of(design), facts)


def works_of(line: Alignment, facts: Dated, ground: Ground) -> Works:
    """What a whole line is made of, before any train has run on it.

    Parameters
    ----------
    line
        The line; of several likely grounds the mean is taken.
    facts
        Prices, and the doubt about ground that nobody sees.
    ground
        What it is laid over.
    """
    takes = line.quantities
    return Works(
        length_km=float(line.plan.length) / METRES_PER_KILOMETRE,
        runs_h=np.zeros((0, 0)),
        energy_kwh=0.0,
        fill_m3=float(np.mean(takes.fill_m3)),
        cut_m3=float(np.mean(takes.cut_m3)),
        viaduct_m=float(np.mean(takes.viaduct_m)),
        viaduct_m2=float(np.mean(takes.viaduct_area_m2)),
        tunnel_m=float(np.mean(takes.tunnel_m)),
        bridge_m=float(np.mean(takes.bridge_m)),
        built_up_km=float(takes.built_up_m) / METRES_PER_KILOMETRE,
        spread=ground_spread(line, prices_of(facts), facts, ground),
    )


def _built(made: tuple[Works, ...], laid: Laid, facts: Dated, ground: Ground) -> Iterator[Works]:
    """What a new line takes, which its sections share by length."""
    lengths, whole = np.diff(laid.stops_km), works_of(laid.alignment, facts, ground)
    for told, part in zip(made, (lengths / lengths.sum()).tolist(), strict=True):
        shared = {name: part * getattr(whole, name) for name in SHARED}
        yield replace(told, spread=whole.spread, **shared)


def _told(way: Way, found: Ran) -> Iterator[Works]:
    """Length, hours and electricity of each section."""
    lengths = np.diff(way.stops) / METRES_PER_KILOMETRE
    for length, hours in zip(lengths.tolist(), found.hours, strict=True):
        yield Works(length, hours, found.energy * length)
