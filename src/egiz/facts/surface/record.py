"""What lies on the ground: areas that a line must bridge, pays more to cross, or may not enter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np

from egiz.figures.unit import Array
from egiz.world.raster import Box
from egiz.world.sphere import TURN, Points

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
class Outlines:
    """Many outlines, and where each lies."""

    rings: tuple[Points, ...] = ()
    """Closed outlines, islands and holes alike; latitude, longitude [degrees]."""
    ends: Array = field(default_factory=lambda: np.zeros((0, 4)))
    """South, north, west and east end of each [degrees]: (outlines, 4)."""

    @classmethod
    def of(cls, rings: tuple[Points, ...]) -> Outlines:
        """Work out where each lies."""
        low, high = (np.array([end(ring, axis=0) for ring in rings]) for end in (np.min, np.max))
        return cls(rings, np.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], axis=1))

    def within(self, box: Box) -> tuple[Points, ...]:
        """Those that may reach into a box."""
        south, north, west, east = self.ends.T
        turns = np.array([[-TURN], [0.0], [TURN]])
        beside = ((west + turns <= box.east) & (east + turns >= box.west)).any(axis=0)
        here = (south <= box.north) & (north >= box.south) & beside
        return tuple(self.rings[at] for at in np.flatnonzero(here))


@dataclass(frozen=True, slots=True)
class Surface:
    """Everything that lies on the ground."""

    land: Outlines = field(default_factory=Outlines)
    """All countries; what lies outside is sea. Empty: there is no sea."""
    lakes: Outlines = field(default_factory=Outlines)
    """Lakes and reservoirs."""
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
