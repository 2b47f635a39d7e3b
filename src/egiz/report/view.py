"""The window of the map: a projection of its own and a scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from egiz.figures.unit import Array
from egiz.report.document import Feature, Point
from egiz.report.projection import EARTH_KM, Projection, great_circle

WIDTH, HEIGHT = 720.0, 480.0
MARGIN = 0.17
"""Part of the width and height kept free around what is shown."""
LEAST_KM = 260.0
"""Height of the smallest view [km]."""
BEYOND = 1.25
"""Land is drawn to so many times the distance of the corners."""


@dataclass(frozen=True, slots=True)
class View:
    """A projection with the window that shows what matters."""

    projection: Projection
    """How the globe is laid flat."""
    centre: tuple[float, float]
    """Middle of the window [km]."""
    scale: float
    """Units of the drawing for a kilometre."""

    @classmethod
    def of(cls, features: Iterable[Feature]) -> View:
        """Show all features with a margin."""
        lines = [degrees(feature) for feature in features]
        places = np.vstack(lines)
        ends = np.vstack([line[[0, -1]] for line in lines])
        projection = Projection.about(ends)
        flat = projection.place(places)
        low, high = flat.min(axis=0), flat.max(axis=0)
        room = np.maximum((high - low) / (1.0 - 2.0 * MARGIN), [LEAST_KM * WIDTH / HEIGHT, LEAST_KM])
        middle = (low + high) / 2.0
        return cls(
            projection, (float(middle[0]), float(middle[1])), float(min(WIDTH / room[0], HEIGHT / room[1]))
        )

    @property
    def width_km(self) -> float:
        """Width of the window [km]."""
        return WIDTH / self.scale

    @property
    def reach(self) -> float:
        """Angle from the projection's centre to beyond the farthest corner [rad]."""
        corner = np.hypot(WIDTH, HEIGHT) / 2.0 / self.scale + np.hypot(*self.centre)
        return float(2.0 * np.arcsin(np.clip(BEYOND * corner / (2.0 * EARTH_KM), 0.0, 0.99)))

    def draw(self, places: Array, reach: float = np.pi * 0.95) -> Array:
        """Lay longitudes and latitudes [degree] in the window, shape (places, 2), y downwards."""
        flat = (self.projection.place(places, reach) - self.centre) * self.scale
        return np.column_stack((WIDTH / 2.0 + flat[:, 0], HEIGHT / 2.0 - flat[:, 1]))

    def line(self, feature: Feature) -> Array:
        """Lay a feature in the window, ways along the shortest line over the globe, shape (points, 2)."""
        return self.draw(degrees(feature))


def degrees(feature: Feature) -> Array:
    """Longitudes and latitudes of a feature [degree], shape (points, 2)."""
    if isinstance(feature.geometry, Point):
        return np.array([feature.geometry.coordinates], dtype=np.float64)
    return great_circle(np.array(feature.geometry.coordinates, dtype=np.float64))
