"""Outlines of countries and of their oblasts, as the map takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from egiz.facts.shape import admin_shapes, country_shapes
from egiz.figures.unit import Array
from egiz.world.shape import Shape, inside


@dataclass(frozen=True, slots=True)
class Outline:
    """An area and what it is called."""

    code: str
    """ISO code of a country, GeoNames code of a part of one (``RU.13``)."""
    names: Mapping[str, str]
    """Known names by language."""
    rings: tuple[Array, ...]
    """Closed outlines, islands and holes alike; longitude, latitude [degree], shape (points, 2)."""

    @classmethod
    def of(cls, shape: Shape) -> Outline:
        """Take over a shape of the world, longitudes first."""
        return cls(shape.code, shape.names, tuple(ring[:, ::-1] for ring in shape.rings))

    def holds(self, place: tuple[float, float]) -> bool:
        """Whether a longitude and latitude [degree] lie inside."""
        return sum(holds(ring, place) for ring in self.rings) % 2 == 1


@dataclass(frozen=True, slots=True)
class Outlines:
    """What is known of the shapes of the Earth; a border is made of the same points on both its sides."""

    countries: tuple[Outline, ...] = ()
    """All countries."""
    parts: tuple[Outline, ...] = ()
    """Oblasts, provinces and states of all countries."""


def outlines() -> Outlines:
    """Outlines that ship."""
    return Outlines(_outlines(country_shapes()), _outlines(admin_shapes()))


def _outlines(shapes: Iterable[Shape]) -> tuple[Outline, ...]:
    return tuple(Outline.of(shape) for shape in shapes)


def holds(ring: Array, place: tuple[float, float]) -> bool:
    """Whether a closed ring of longitudes and latitudes [degree] goes around a place."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    in_box = bool((low <= np.array(place)).all() and (high >= np.array(place)).all())
    return in_box and bool(inside((ring[:, ::-1],), place[1], place[0]))
