"""Water, built-up land, borders: of the embedded world, and what a user brings."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from egiz.facts.city import city_columns
from egiz.facts.shape import country_shapes, lake_shape
from egiz.facts.surface.read import read_areas
from egiz.facts.surface.record import COVERS, Area, Cover, Outlines, Surface, SurfaceRule
from egiz.world.sphere import HALF_TURN, METRES_PER_KILOMETRE, Points

__all__ = [
    "COVERS",
    "Area",
    "Cover",
    "Outlines",
    "Surface",
    "SurfaceRule",
    "embedded_surface",
    "open_surface",
    "surface_rule",
]

CUT = 0.105
"""Nearer than this to the date line or a pole [degrees] an outline is led up to it."""


@cache
def surface_rule() -> SurfaceRule:
    """The rules of `surface.csv` in middle values."""
    text = files("egiz.facts").joinpath("surface.csv").read_text("utf-8")
    rows = {row["name"]: float(row["mode"]) for row in csv.DictReader(text.splitlines())}
    return SurfaceRule(**rows)


def open_surface(path: Path | None = None) -> Surface:
    """The embedded surface, with the polygons of a file on it.

    Parameters
    ----------
    path
        GeoJSON or GeoPackage, see `egiz.facts.surface.read.read_areas`; none: the embedded surface alone.

    Raises
    ------
    InputError
        Every fault of the file.
    """
    return embedded_surface() if path is None else replace(embedded_surface(), areas=read_areas(path))


@cache
def embedded_surface() -> Surface:
    """Sea outside the outlines of all countries, lakes, and a circle of built-up land around each city."""
    latitude, longitude, people = city_columns()
    radius = np.sqrt(people / surface_rule().built_up_density / np.pi) * METRES_PER_KILOMETRE
    land = tuple(_to_the_cut(ring) for shape in country_shapes() for ring in shape.rings)
    return Surface(Outlines.of(land), Outlines.of(lake_shape().rings), latitude, longitude, radius)


def _to_the_cut(ring: Points) -> Points:
    """A ring led up to the date line and the pole: the shipped outlines end a little before them."""
    ends = np.array([HALF_TURN / 2.0, HALF_TURN])
    return np.where(ends - np.abs(ring) <= CUT, np.copysign(ends, ring), ring)
