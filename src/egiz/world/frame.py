"""A flat frame laid along the great circle through two places: metres ahead and metres to the left."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from pyproj import Geod

from egiz.errors import EngineError
from egiz.world.sphere import HALF_TURN, TURN, Array, Degrees, Points

ELLIPSOID = Geod(ellps="WGS84")
SQUARE: float = ELLIPSOID.es
"""Square of the eccentricity of WGS84."""
ECCENTRICITY = SQUARE**0.5
ROUNDS = 6
"""Rounds of the inverse of the isometric latitude; each gains two digits."""
HIGHEST = 89.9
"""The sphere touches WGS84 no nearer to a pole [degrees]; there it is as good as at the pole."""
NEAR_M = 1.0
"""Ends must lie farther apart than this [m]."""
FAR_SHARE = 0.98
"""Ends must lie nearer than this share of half the way round the Earth."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A conformal map on which the great circle through two places is the line y = 0.

    WGS84 goes to a sphere that touches it in the middle of the line (Gauss), and that sphere to the plane by
    an oblique Mercator map. Angles are true; lengths are true along y = 0 and too large by `scale` beside it.
    """

    latitude: float
    """Where the sphere touches the ellipsoid [degrees]."""
    longitude: float
    """Where longitudes are counted from [degrees]; the cut of the sphere lies on the other side."""
    axes: Array
    """Unit vectors on the sphere, shape (3, 3): middle of the line, the way ahead, the left side."""
    half_m: float
    """Half the length of the line on the sphere [m]; x begins at its first end."""

    @classmethod
    def along(cls, points: Points) -> Frame:
        """The frame whose x axis leads from the first point to the last.

        Parameters
        ----------
        points
            Shape (points, 2): latitude, longitude [degrees]; at least two.

        Raises
        ------
        EngineError
            The ends lie on one another or almost opposite on the Earth, or a number is none.

        Notes
        -----
        Over 1,000 km the geodesic keeps within metres of y = 0 and its length within 1e-5 (tests).
        """
        ends = np.asarray(points, dtype=np.float64)[[0, -1]]
        if not (np.isfinite(ends).all() and (np.abs(ends[:, 0]) <= HALF_TURN / 2.0).all()):
            raise EngineError("points", "are no places on the Earth", "give degrees north and east")
        (north, east), (other_north, other_east) = ends.tolist()
        forward, _, metres = ELLIPSOID.inv(east, north, other_east, other_north)
        if not NEAR_M < metres < FAR_SHARE * np.pi * ELLIPSOID.b:
            raise EngineError("points", "lie on one another or almost opposite", "give ends farther apart")
        longitude, latitude, _ = ELLIPSOID.fwd(east, north, forward, metres / 2.0)
        touched = float(np.clip(latitude, -HIGHEST, HIGHEST))
        bare = cls(touched, float(longitude), np.eye(3), 0.0)
        first, last = bare._on_sphere(ends[:, 0], ends[:, 1])
        middle, left = first + last, np.cross(first, last)
        middle, left = middle / np.linalg.norm(middle), left / np.linalg.norm(left)
        half = float(np.arctan2(np.linalg.norm(last - first), np.linalg.norm(first + last)))
        axes = np.stack([middle, np.cross(left, middle), left])
        return cls(touched, float(longitude), axes, bare.radius_m * half)

    @property
    def radius_m(self) -> float:
        """Radius of the sphere: mean curvature of WGS84 in the middle of the line [m]."""
        sine = np.sin(np.radians(self.latitude))
        return float(ELLIPSOID.a * np.sqrt(1.0 - SQUARE) / (1.0 - SQUARE * sine**2))

    @property
    def length_m(self) -> float:
        """Where on the x axis the last point lies [m]."""
        return 2.0 * self.half_m

    def to_plane(self, latitude: Degrees, longitude: Degrees) -> tuple[Array, Array]:
        """Metres ahead of the first end and metres to the left.

        Parameters
        ----------
        latitude, longitude
            Points [degrees], broadcast against each other.

        Returns
        -------
        tuple of Array
            x and y [m], shape of the broadcast; y is unbounded at the two places a quarter turn off the line.
        """
        ahead, along, left = np.moveaxis(self._on_sphere(latitude, longitude) @ self.axes.T, -1, 0)
        x = self.radius_m * np.arctan2(along, ahead) + self.half_m
        y = self.radius_m * np.arcsinh(left / np.maximum(np.hypot(ahead, along), np.finfo(np.float64).tiny))
        return np.asarray(x), np.asarray(y)

    def to_globe(self, x: Array | float, y: Array | float) -> tuple[Array, Array]:
        """Latitude and longitude [degrees, -180 to 180) of points of the plane; the inverse of `to_plane`."""
        ahead, up = np.broadcast_arrays(
            (np.asarray(x, np.float64) - self.half_m) / self.radius_m, np.asarray(y) / self.radius_m
        )
        across = 1.0 / np.cosh(up)
        turned = np.stack([across * np.cos(ahead), across * np.sin(ahead), np.tanh(up)], axis=-1)
        east, side, north = np.moveaxis(turned @ self.axes, -1, 0)
        stretch, shift = self._sphere()
        flat = np.maximum(np.hypot(east, side), np.finfo(np.float64).tiny)
        latitude = _latitude((np.arcsinh(north / flat) - shift) / stretch)
        longitude = self.longitude + np.degrees(np.arctan2(side, east)) / stretch
        return latitude, np.mod(longitude + HALF_TURN, TURN) - HALF_TURN

    def scale(self, y: Array | float) -> Array:
        """How many metres of the plane a metre of the ground takes, by the distance to the line [m]."""
        return np.asarray(np.cosh(np.asarray(y, np.float64) / self.radius_m))

    def _on_sphere(self, latitude: Degrees, longitude: Degrees) -> Array:
        """Unit vectors of points on the sphere, one more axis than the points."""
        stretch, shift = self._sphere()
        apart = np.mod(np.subtract(longitude, self.longitude) + HALF_TURN, TURN) - HALF_TURN
        north, east = np.broadcast_arrays(
            stretch * _isometric(np.asarray(latitude, np.float64)) + shift, np.radians(apart) * stretch
        )
        across = 1.0 / np.cosh(north)
        return np.stack([across * np.cos(east), across * np.sin(east), np.tanh(north)], axis=-1)

    def _sphere(self) -> tuple[float, float]:
        """Factor of longitudes, and shift of isometric latitudes, that bring WGS84 to its sphere."""
        sine = np.sin(np.radians(self.latitude))
        stretch = np.sqrt(1.0 + SQUARE / (1.0 - SQUARE) * (1.0 - sine**2) ** 2)
        shift = np.arctanh(sine / stretch) - stretch * _isometric(np.asarray(self.latitude))
        return float(stretch), float(shift)


def _isometric(latitude: Array) -> Array:
    """Isometric latitude of WGS84 [1] of a latitude [degrees]: about 38 at the pole, never infinite."""
    angle = np.radians(latitude)
    bare = np.arcsinh(np.tan(angle))
    return np.asarray(bare - ECCENTRICITY * np.arctanh(ECCENTRICITY * np.sin(angle)))


def _latitude(isometric: Array) -> Array:
    """Latitude [degrees] of an isometric latitude; the inverse of `_isometric`."""
    sine = np.tanh(isometric)
    for _ in range(ROUNDS):
        bare = isometric + ECCENTRICITY * np.arctanh(ECCENTRICITY * sine)
        sine = np.tanh(bare)
    return np.asarray(np.degrees(np.arctan(np.sinh(bare))))
