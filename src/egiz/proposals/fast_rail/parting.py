"""Which water or closed land lies between two points that no open ground joins."""

from __future__ import annotations

import numpy as np

from egiz.errors import Fault, Value
from egiz.facts.city import cities_near
from egiz.facts.surface import surface_rule
from egiz.proposals.fast_rail.cover import Cover
from egiz.world.frame import Frame
from egiz.world.raster import Grid
from egiz.world.sphere import METRES_PER_KILOMETRE, Array, Points, distance_km

NEAR_KM = (50.0, 200.0, 800.0)
"""A known place is looked for so far around, the nearer the better [km]."""


def parted(places: Points, frame: Frame, grid: Grid, cover: Cover, at: int) -> Fault:
    """The fault of a point and the next one, with the place that parts them where it is narrowest.

    Parameters
    ----------
    places
        All points, shape (points, 2): latitude, longitude [degrees].
    frame, grid
        The raster.
    cover
        What lies on it.
    at
        Number of the point before, from 0.
    """
    from egiz.engines.alignment.cut import cut  # compiled loops cost half a second of start

    x, y = frame.to_plane(*places[at : at + 2].T)
    ends = np.stack([(x - grid.west) / grid.cell, (y - grid.south) / grid.cell], axis=-1)
    block = cut(cover.weight, ends)
    first, second = places[at], places[at + 1]
    values: dict[str, Value] = {"first": _told(first), "second": _told(second)}
    if block is None:
        middle, width = (first + second) / 2.0, 0.0
    else:
        spot = frame.to_globe(grid.west + grid.cell * block.x, grid.south + grid.cell * block.y)
        middle, width = np.array([float(spot[0]), float(spot[1])]), block.width * grid.cell
        if cover.water[round(block.y), round(block.x)]:
            width += surface_rule().bridge_most * METRES_PER_KILOMETRE
    kilometres = round(width / METRES_PER_KILOMETRE, 1)
    return Fault("line-sea-between", {**values, "place": _near(middle), "width": kilometres})


def _near(place: Array) -> str:
    """A place with the name of the nearest known city."""
    latitude, longitude = float(place[0]), float(place[1])
    for reach in NEAR_KM:
        found = cities_near(latitude, longitude, reach)
        if found:
            city = min(found, key=lambda one: distance_km(latitude, longitude, one.latitude, one.longitude))
            return f"{_told(place)} ({city.name}, {city.country})"
    return _told(place)


def _told(place: Array) -> str:
    """A point as people write it: longitude, latitude [degrees]."""
    return f"{place[1]:.4f},{place[0]:.4f}"
