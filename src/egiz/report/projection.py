"""Lays a piece of the globe flat: Lambert's azimuthal equal-area projection about a centre of its own.

One projection serves a border river as well as an ocean: about its centre north is up and sizes are true, and
no meridian cuts it, so a route across the antimeridian stays whole. Source of the formulas: Snyder, Map
Projections: A Working Manual (1987), USGS Professional Paper 1395, equations 24-2 to 24-4, on the sphere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.figures.unit import Array

EARTH_KM = 6371.0088
"""Mean radius of the Earth [km]; exact enough for drawing."""
FARTHEST = np.pi * 0.95
"""Angle from the centre beyond which nothing is drawn [rad]."""
DENSE = np.radians(1.5)
"""Largest angle between two points of a line that is drawn [rad]."""


@dataclass(frozen=True, slots=True)
class Projection:
    """A centre, and the plane that touches the globe there."""

    longitude: float
    """Of the centre [degree]."""
    latitude: float
    """Of the centre [degree]."""

    @classmethod
    def about(cls, places: Array) -> Projection:
        """Centre on the middle of places on the globe.

        Parameters
        ----------
        places
            Longitudes and latitudes [degree], shape (places, 2).
        """
        total = on_sphere(places).sum(axis=0)
        if np.linalg.norm(total) < 1e-6:  # noqa: PLR2004 - places that face each other: any middle will do
            total = np.array([-total[1], total[0], 1e-3]) + np.array([0.0, 1.0, 0.0])
        return cls(float(np.degrees(np.arctan2(total[1], total[0]))), _latitude(total))

    @property
    def antipode(self) -> tuple[float, float]:
        """Longitude and latitude of the far side [degree]."""
        return ((self.longitude + 360.0) % 360.0 - 180.0, -self.latitude)

    def angle(self, places: Array) -> Array:
        """Angle from the centre [rad], shape (places,)."""
        centre = on_sphere(np.array([[self.longitude, self.latitude]]))[0]
        cosine: Array = on_sphere(places) @ centre
        return np.arccos(np.clip(cosine, -1.0, 1.0))

    def place(self, places: Array, reach: float = FARTHEST) -> Array:
        """Lay places on the plane [km east, km north], shape (places, 2); farther ones stop at `reach` [rad].

        Parameters
        ----------
        places
            Longitudes and latitudes [degree], shape (places, 2).
        reach
            Angle [rad] at which what lies farther is held, in its own direction.
        """
        east, north = _directions(places, self)
        angle = np.minimum(self.angle(places), reach)
        length = np.hypot(east, north)
        radius = 2.0 * EARTH_KM * np.sin(angle / 2.0) / np.where(length > 0.0, length, 1.0)
        return np.column_stack((east * radius, north * radius))


def on_sphere(places: Array) -> Array:
    """Points of the unit sphere, shape (places, 3), from longitudes and latitudes [degree]."""
    longitude, latitude = np.radians(places).T
    flat = np.cos(latitude)
    return np.column_stack((flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)))


def great_circle(places: Array) -> Array:
    """Fill a line with points along the shortest way over the sphere, shape (more places, 2) [degree]."""
    if len(places) < 2:  # noqa: PLR2004 - a line has two ends
        return places
    ways = [_way(start, end) for start, end in zip(places, places[1:], strict=False)]
    return np.vstack([*ways, places[-1:]])


def _way(start: Array, end: Array) -> Array:
    """Points from `start` to just before `end`."""
    first, last = on_sphere(np.array([start, end]))
    angle = float(np.arccos(np.clip(first @ last, -1.0, 1.0)))
    pieces = max(1, int(np.ceil(angle / DENSE)))
    if pieces == 1 or np.sin(angle) < 1e-9:  # noqa: PLR2004 - opposite ends have no shortest way
        return np.array([start])
    part = np.arange(pieces)[:, np.newaxis] / pieces
    points = (np.sin((1.0 - part) * angle) * first + np.sin(part * angle) * last) / np.sin(angle)
    longitude = np.degrees(np.arctan2(points[:, 1], points[:, 0]))
    return np.column_stack((longitude, np.degrees(np.arcsin(np.clip(points[:, 2], -1.0, 1.0)))))


def _directions(places: Array, centre: Projection) -> tuple[Array, Array]:
    longitude, latitude = np.radians(places).T
    turn, middle = longitude - np.radians(centre.longitude), np.radians(centre.latitude)
    east = np.cos(latitude) * np.sin(turn)
    north = np.cos(middle) * np.sin(latitude) - np.sin(middle) * np.cos(latitude) * np.cos(turn)
    return east, north


def _latitude(point: Array) -> float:
    return float(np.degrees(np.arctan2(point[2], np.hypot(point[0], point[1]))))
