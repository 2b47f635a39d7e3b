"""What any terrain answers: heights, what it leaves out, and where it comes from."""

from __future__ import annotations

from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from egiz.facts.roughness import RoughGround
from egiz.figures.unit import Array

Heights = NDArray[np.float32]
"""Heights above the sea [m]; not a number where the terrain knows none."""


class Terrain(Protocol):
    """Heights of the ground."""

    @property
    def name(self) -> str:
        """What it is called: a file, a folder, or ``ETOPO5``."""
        ...

    @property
    def source(self) -> str:
        """Key of its source in the list of sources; empty for a user's own."""
        ...

    @property
    def spacing_m(self) -> float:
        """Distance between heights that it truly knows [m], the coarsest of its parts."""
        ...

    def heights(self, latitude: Array, longitude: Array) -> Heights:
        """Heights of the ground at points [degrees]; not a number where unknown."""
        ...

    def subgrid(self, latitude: Array, longitude: Array) -> RoughGround:
        """What it leaves out around points [degrees]."""
        ...

    def missing(self, latitude: Array, longitude: Array) -> tuple[str, ...]:
        """Names of the one-degree squares that hold points [degrees] and that no file covers, sorted."""
        ...

    def coarsened(self, spacing_m: float) -> Self:
        """The same ground, each height the mean of about a square of a size [m]; itself where coarser."""
        ...
