"""The embedded relief of the world as a terrain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.facts.relief import CELLS, bare_height, height
from egiz.facts.roughness import RoughGround, rough_ground
from egiz.facts.terrain.record import Heights
from egiz.figures.unit import Array
from egiz.world.sphere import MEAN_RADIUS_KM, METRES_PER_KILOMETRE

SPACING_M = float(np.radians(1.0 / CELLS)) * MEAN_RADIUS_KM * METRES_PER_KILOMETRE
"""Distance between rows of the relief [m]."""


@dataclass(frozen=True, slots=True)
class EmbeddedTerrain:
    """ETOPO5, everywhere on the Earth, with the roughness that it leaves out."""

    name: str = "ETOPO5"
    """What it is called."""
    source: str = "etopo5"
    """Key of its source."""
    spacing_m: float = SPACING_M
    """Distance between heights [m]."""

    def heights(self, latitude: Array, longitude: Array) -> Heights:
        """Heights of the ground at points [degrees]; known everywhere."""
        return bare_height(latitude, longitude).astype(np.float32)

    def subgrid(self, latitude: Array, longitude: Array) -> RoughGround:
        """What the relief leaves out around points [degrees]: see `egiz.facts.roughness`."""
        here = height(latitude, longitude)
        return rough_ground(here.relief_m, here.form)

    def missing(self, latitude: Array, longitude: Array) -> tuple[str, ...]:
        """Nothing is missing."""
        return ()

    def coarsened(self, spacing_m: float) -> EmbeddedTerrain:
        """Itself: nothing is finer."""
        return self
