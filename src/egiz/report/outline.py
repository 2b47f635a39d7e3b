"""Outlines of countries for the map."""

from __future__ import annotations

from collections.abc import Iterable

from egiz.figures.unit import Array


def rings() -> Iterable[Array]:
    """Closed rings of longitudes and latitudes [degree], shape (points, 2)."""
    return ()
