"""Water, built-up land, borders: of the embedded world, and what a user brings."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import numpy as np

from egiz.facts.city import city_columns
from egiz.facts.shape import country_shapes
from egiz.facts.surface.record import COVERS, Area, Cover, Surface, SurfaceRule
from egiz.world.sphere import HALF_TURN, METRES_PER_KILOMETRE, Points

__all__ = ["COVERS", "Area", "Cover", "Surface", "SurfaceRule", "embedded_surface", "surface_rule"]

CUT = 0.105
"""Nearer than this to the date line [degrees] an outline is led up to it."""


@cache
def surface_rule() -> SurfaceRule:
    """The rules of `surface.csv` in middle values."""
    text = files("egiz.facts").joinpath("surface.csv").read_text("utf-8")
    rows = {row["name"]: float(row["mode"]) for row in csv.DictReader(text.splitlines())}
    return SurfaceRule(**rows)


@cache
def embedded_surface() -> Surface:
    """Sea outside the outlines of all countries, and a circle of built-up land around each city."""
    latitude, longitude, people = city_columns()
    radius = np.sqrt(people / surface_rule().built_up_density / np.pi) * METRES_PER_KILOMETRE
    land = tuple(_to_the_cut(ring) for shape in country_shapes() for ring in shape.rings)
    return Surface(land, latitude, longitude, radius)


def _to_the_cut(ring: Points) -> Points:
    """A ring that reaches the date line: the shipped outlines end a little before it."""
    apart = HALF_TURN - np.abs(ring[:, 1]) <= CUT
    return np.stack([ring[:, 0], np.where(apart, np.copysign(HALF_TURN, ring[:, 1]), ring[:, 1])], axis=1)
