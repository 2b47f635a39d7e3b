"""Where a new line meets the cities on its way: at its ends in their middle, between anywhere in the city."""

from __future__ import annotations

from collections.abc import Iterable
from math import pi, sqrt

import numpy as np

from egiz.engines.alignment.taut import taut
from egiz.facts.surface import Surface, embedded_surface, surface_rule
from egiz.world.frame import Frame
from egiz.world.place import City
from egiz.world.raster import Box, near
from egiz.world.sphere import METRES_PER_KILOMETRE, Points

NEARER = 0.5
"""Reach of a city whose station would lie in water, over what it was before."""
MOST_TRIES = 6
"""After so many tries such a station lies in the middle of its city."""


def halts_of(cities: tuple[City, ...], surface: Surface | None = None) -> Points:
    """Places of the stations of a line.

    Parameters
    ----------
    cities
        The cities in turn.
    surface
        Land and lakes; none: those of the embedded world.

    Returns
    -------
    Points
        Latitude and longitude [degrees]: (cities, 2). The first and the last lie in the middle of their
        city; one between lies on land within the built-up land of its city, where the way is shortest: fast
        lines keep to the edge of a city rather than bend to its middle.

    Notes
    -----
    Built-up land is the circle of `egiz.facts.surface`: people by a density of judgement.
    """
    middle = np.array([(city.latitude, city.longitude) for city in cities])
    frame = Frame.along(middle)
    plane = np.stack(frame.to_plane(*middle.T), axis=1)
    reach = np.array([town_reach(city.people) for city in cities]) * frame.scale(plane[:, 1])
    reach[[0, -1]] = 0.0
    ground = surface or embedded_surface()
    for tried in range(MOST_TRIES + 1):
        found = np.stack(frame.to_globe(*taut(plane, reach).T), axis=1)
        wet = np.array([not ashore(place, ground) for place in found.tolist()])
        if not (wet & (reach > 0.0)).any():
            break
        reach[wet] *= NEARER if tried + 1 < MOST_TRIES else 0.0
    found[reach == 0.0] = middle[reach == 0.0]
    return found


def town_reach(people: float) -> float:
    """Radius of the built-up land of a city [m]."""
    return sqrt(people / surface_rule().built_up_density / pi) * METRES_PER_KILOMETRE


def ashore(place: tuple[float, float], surface: Surface) -> bool:
    """Whether a place, latitude and longitude [degrees], lies on land and in no lake."""
    latitude, longitude = place
    box = Box(latitude, latitude, longitude, longitude)
    on_land = _inside(place, surface.land.within(box)) if surface.land.rings else True
    return on_land and not _inside(place, surface.lakes.within(box))


def _inside(place: tuple[float, float], rings: Iterable[Points]) -> bool:
    """Whether a meridian northward from the place crosses outlines an odd number of times."""
    latitude, longitude = place
    crossed = 0
    for ring in rings:
        north, east = ring[:, 0], near(ring[:, 1], longitude) - longitude
        over = (east[:-1] > 0.0) != (east[1:] > 0.0)
        part = east[:-1][over] / (east[:-1][over] - east[1:][over])
        crossed += int((north[:-1][over] + part * np.diff(north)[over] > latitude).sum())
    return crossed % 2 == 1
