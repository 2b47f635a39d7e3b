"""What lies on the ground: areas that a line must bridge, pays more to cross, or may not enter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from egiz.figures.unit import Array
from egiz.world.sphere import Points

Cover: TypeAlias = Literal["water", "built", "protected", "closed"]
"""What an area is for a line."""
COVERS: tuple[Cover, ...] = ("water", "built", "protected", "closed")
"""All of them, by the word that a user writes."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the surface."""

    cover: Cover
    """What it is for a line."""
    rings: tuple[Points, ...]
    """Closed outlines, islands and holes alike; latitude, longitude [degrees]."""
    weight: float | None = None
    """Factor of at least 1 on the price of a metre; none: that of its cover."""


@dataclass(frozen=True, slots=True)
class Surface:
    """Everything that lies on the ground."""

    land: tuple[Points, ...] = ()
    """Outlines of all countries; what lies outside is sea. Empty: there is no sea."""
    town_latitude: Array | None = None
    """Middles of the built-up land of cities [degrees]: (cities,)."""
    town_longitude: Array | None = None
    """The same [degrees]."""
    town_radius_m: Array | None = None
    """Radius of that land [m]: (cities,)."""
    areas: tuple[Area, ...] = field(default=())
    """Areas that a user brought."""


@dataclass(frozen=True, slots=True)
class SurfaceRule:
    """Middle values of the rules in `surface.csv`."""

    built_up_density: float
    """People on a square kilometre of built-up land."""
    built_up_weight: float
    """Factor on the price of a metre through built-up land [1]."""
    protected_weight: float
    """Factor on the price of a metre through protected land [1]."""
    bridge_most: float
    """Widest water that a line is led across [km]."""
    shore_doubt: float
    """How far outside the coast of the outlines a place may lie and yet be on land [km]."""
