"""The ground that lines are laid over: that of the embedded world, or what a user brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TypeVar

from egiz.errors import Fault, InputError, Spot
from egiz.facts.surface import Surface, open_surface
from egiz.facts.terrain import EmbeddedTerrain, Terrain, open_terrain
from egiz.figures.assumption import Provenance, Source

KNOWN_M = 500.0
"""A user's heights no farther apart than this make a profile [m]; coarser ones leave hills out."""
FINE, COARSE = 250.0, 1000.0
"""Sides of the cells in which lines are laid [m]: over a user's own heights, and over the embedded relief,
which resolves far less."""
SURVEYED = Provenance("engine", "survey of the sections", "derived")
"""What lines over the embedded world are cited as."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Named:
    """A file or a folder that a person names."""

    path: str = ""
    """Where it is; empty: none."""
    spot: Spot | None = None
    """Where it is named."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Heights, and what lies on them."""

    terrain: Terrain = field(default_factory=EmbeddedTerrain)
    """Heights."""
    surface: Surface | None = None
    """Water, towns, closed land; none: those of the embedded world."""
    heights: Named = field(default_factory=Named)
    """The user's own terrain."""
    polygons: Named = field(default_factory=Named)
    """The user's own surface."""

    @property
    def own(self) -> bool:
        """Whether the heights are the user's own."""
        return bool(self.heights.path)

    @property
    def known(self) -> bool:
        """Whether the heights are fine enough for their profile to be that of the ground."""
        return self.own and self.terrain.spacing_m <= KNOWN_M

    @property
    def cell_m(self) -> float:
        """Side of a cell in which lines are laid [m]."""
        return FINE if self.own else COARSE

    @property
    def source(self) -> Source | None:
        """How what a user brought is cited; none where nothing is the user's own."""
        names = [PurePath(one.path).name for one in (self.heights, self.polygons) if one.path]
        return Source(" + ".join(names), ", ".join(names), "", "", "", "") if names else None

    @property
    def provenance(self) -> Provenance:
        """What numbers of lines over it are cited as."""
        source = self.source
        if source is None:
            return SURVEYED
        spacing = f"heights each {self.terrain.spacing_m:.0f} m ({self.terrain.name})"
        return Provenance(source.key, SURVEYED.locator, "derived", spacing)

    def faults(self, found: InputError) -> InputError:
        """Faults of the ground with the place where it is named."""
        return InputError(_placed(found, self.heights.spot))


def open_ground(heights: Named, polygons: Named) -> Ground:
    """Open the ground of a study.

    Parameters
    ----------
    heights
        A GeoTIFF or ``.hgt`` file, or a folder of them; without a path the embedded relief.
    polygons
        GeoJSON or GeoPackage of what lies on the ground; without a path the embedded surface alone.

    Raises
    ------
    InputError
        Every fault of both at once, with the place where each is named.
    """
    faults: list[Fault] = []

    def opened(one: Named, opening: Callable[[Path], Found]) -> Found | None:
        if not one.path:
            return None
        try:
            return opening(Path(one.path))
        except InputError as error:
            faults.extend(_placed(error, one.spot))
            return None

    terrain, surface = opened(heights, open_terrain), opened(polygons, open_surface)
    if faults:
        raise InputError(faults)
    return Ground(terrain or EmbeddedTerrain(), surface, heights, polygons)


def _placed(error: InputError, spot: Spot | None) -> tuple[Fault, ...]:
    return tuple(Fault(one.key, one.values, one.spot or spot) for one in error.faults)
