"""Where a new line meets the cities on its way: at its ends in their middle, between anywhere in the city."""

from __future__ import annotations

from math import pi, sqrt

import numpy as np

from egiz.engines.alignment.taut import taut
from egiz.facts.surface import surface_rule
from egiz.world.frame import Frame
from egiz.world.place import City
from egiz.world.sphere import METRES_PER_KILOMETRE, Points


def halts_of(cities: tuple[City, ...]) -> Points:
    """Places of the stations of a line.

    Parameters
    ----------
    cities
        The cities in turn.

    Returns
    -------
    Points
        Latitude and longitude [degrees]: (cities, 2). The first and the last lie in the middle of their
        city; one between lies within the built-up land of its city, where the way is shortest: fast lines
        keep to the edge of a city rather than bend to its middle.

    Notes
    -----
    Built-up land is the circle of `egiz.facts.surface`: people by a density of judgement.
    """
    middle = np.array([(city.latitude, city.longitude) for city in cities])
    frame = Frame.along(middle)
    plane = np.stack(frame.to_plane(*middle.T), axis=1)
    reach = np.array([town_reach(city.people) for city in cities]) * frame.scale(plane[:, 1])
    found = np.stack(frame.to_globe(*taut(plane, reach).T), axis=1)
    found[[0, -1]] = middle[[0, -1]]
    return found


def town_reach(people: float) -> float:
    """Radius of the built-up land of a city [m]."""
    return sqrt(people / surface_rule().built_up_density / pi) * METRES_PER_KILOMETRE
