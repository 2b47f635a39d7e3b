"""Finds the outlines that a study's map is drawn upon."""

from __future__ import annotations

import numpy as np

from egiz.facts.shape import admin_shapes_of, country_shapes
from egiz.figures.unit import Array
from egiz.report.document import Document
from egiz.report.outline import Outline, Outlines
from egiz.world.shape import Shape


def atlas(document: Document) -> Outlines:
    """Outlines of all countries, and of the provinces of the two regions' countries."""
    codes = dict.fromkeys(region.country for region in document.pair)
    parts = (ring for code in codes for shape in admin_shapes_of(code) for ring in _rings(shape))
    return Outlines(tuple(Outline(shape.names, _rings(shape)) for shape in country_shapes()), tuple(parts))


def _rings(shape: Shape) -> tuple[Array, ...]:
    """Longitude before latitude, as a map is drawn; each ring closed."""
    return tuple(_closed(np.asarray(ring, dtype=np.float64)[:, ::-1]) for ring in shape.rings)


def _closed(ring: Array) -> Array:
    return ring if (ring[0] == ring[-1]).all() else np.vstack((ring, ring[:1]))
