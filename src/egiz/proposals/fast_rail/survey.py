"""Length, structures and run of each section with each design.

While the engines are missing, lengths of new lines are great circles with a detour, no structure is counted,
and runs are length over speed with a loss a stop: a stand-in, and the study says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from egiz.facts.dated import Dated
from egiz.proposals.fast_rail.existing import chain_of
from egiz.proposals.fast_rail.network import Network, Section
from egiz.proposals.fast_rail.terms import DESIGNS
from egiz.world.sphere import between_km

UPGRADE = "upgrade"
"""What designs of the existing line begin with."""


@dataclass(frozen=True, slots=True)
class Works:
    """What a section is made of."""

    length_km: float
    """Length of the line [km]."""
    run_h: float
    """Ideal run from departure to arrival [h]."""
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
    spread: float = 0.0
    """Standard deviation of the logarithm of earthworks and structures [1]."""


@dataclass(frozen=True, slots=True)
class Survey:
    """All sections with all designs."""

    works: Mapping[tuple[str, int], Works]
    """Design and number of the section -> what it is made of."""
    notes: tuple[str, ...]
    """Remarks that the report makes."""


def speed_of(design: str) -> float:
    """Speed of a design [km/h], which its name tells."""
    return float(design.rpartition("-")[2])


def is_upgrade(design: str) -> bool:
    """Whether a design makes the existing line faster."""
    return design.startswith(UPGRADE)


def survey(network: Network, facts: Dated) -> Survey:
    """Work out all sections with all designs."""
    works = {
        (design, number): _upgraded(section, design, facts)
        if is_upgrade(design)
        else _built(section, design, facts)
        for design in DESIGNS
        for number, section in enumerate(network.sections)
    }
    return Survey(works, ("stand-in-geometry",))


def _built(section: Section, design: str, facts: Dated) -> Works:
    """A new line by distance alone."""
    length = between_km(section.one, section.other) * facts.pick("new_line_detour").middle
    return Works(length, _run(length, speed_of(design), facts))


def _upgraded(section: Section, design: str, facts: Dated) -> Works:
    """The existing line: part of it reaches the speed of the design, the rest keeps its own."""
    length = chain_of(section.one, section.other, facts).length_km
    fast = length * facts.pick("upgrade_reach").middle
    slow = (length - fast) / facts.pick("existing_speed").middle
    return Works(length, _run(fast, speed_of(design), facts) + slow)


def _run(length: float, speed: float, facts: Dated) -> float:
    """Length over speed, with what starting and braking lose and slow ways through both cities."""
    node = 2.0 * facts.pick("node_length").middle
    near = min(node, length)
    through = near / min(facts.pick("node_speed").middle, speed)
    return (length - near) / speed + through + facts.pick("stop_loss").middle
