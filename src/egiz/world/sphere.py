"""Distances, directions and lines on the WGS84 ellipsoid."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from egiz.world.place import Place

METRES_PER_KILOMETRE = 1000.0
HALF_TURN = 180.0
TURN = 360.0
MEAN_RADIUS_KM = 6371.0088
"""Mean radius of WGS84."""
ROUGH = 1.01
"""The sphere is never off by more than this factor."""

Array: TypeAlias = NDArray[np.float64]
"""Bare numbers."""

Degrees: TypeAlias = Array | float
"""An angle or an array of them [degrees]."""

Points: TypeAlias = Annotated[Array, "latitude, longitude"]
"""Points in degrees, shape (points, 2): latitude, longitude."""


def distance_km(
    latitude: Degrees, longitude: Degrees, other_latitude: Degrees, other_longitude: Degrees
) -> Array:
    """Length of the geodesic between points [km].

    Parameters
    ----------
    latitude, longitude
        Points [degrees]; any shape.
    other_latitude, other_longitude
        Other points [degrees]; broadcast against the first.

    Returns
    -------
    Array
        Distance [km], shape of the broadcast.

    Notes
    -----
    Karney (2013), Algorithms for geodesics, as worked by PROJ.
    """
    _, _, metres = _inverse(latitude, longitude, other_latitude, other_longitude)
    return metres / METRES_PER_KILOMETRE


def rough_km(
    latitude: Degrees, longitude: Degrees, other_latitude: Degrees, other_longitude: Degrees
) -> Array:
    """Length of the great circle on a sphere [km]; never off by more than the factor `ROUGH`, and fast.

    Parameters and shapes as in `distance_km`. Haversine formula.
    """
    one, other = np.radians(latitude), np.radians(other_latitude)
    across = np.sin(np.radians(np.subtract(other_longitude, longitude)) / 2.0)
    square = np.sin((other - one) / 2.0) ** 2 + np.cos(one) * np.cos(other) * across**2
    return np.asarray(2.0 * MEAN_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(square, 1.0))))


def azimuth(
    latitude: Degrees, longitude: Degrees, other_latitude: Degrees, other_longitude: Degrees
) -> Array:
    """Direction in which the geodesic to other points sets out [degrees clockwise from north, 0 to 360).

    Parameters and shapes as in `distance_km`.
    """
    forward, _, _ = _inverse(latitude, longitude, other_latitude, other_longitude)
    return np.mod(forward, TURN)


def between_km(one: Place, other: Place) -> float:
    """Length of the geodesic between two places [km]."""
    return float(distance_km(one.latitude, one.longitude, other.latitude, other.longitude))


def great_circle(one: Place, other: Place, pieces: int = 64) -> Points:
    """Points along the geodesic between two places, both ends included.

    Parameters
    ----------
    one, other
        The ends.
    pieces
        Number of equal pieces, at least 1.

    Returns
    -------
    Points
        Shape (pieces + 1, 2): latitude, longitude [degrees]. Longitudes run on without a jump, so they may
        leave -180 to 180 where the line crosses the antimeridian; `split_antimeridian` cuts such a line.
    """
    forward, _, metres = _inverse(one.latitude, one.longitude, other.latitude, other.longitude)
    far = np.linspace(0.0, float(metres), pieces + 1)
    x, y, way = (np.full(pieces + 1, value) for value in (one.longitude, one.latitude, float(forward)))
    longitudes, latitudes, _ = Geod(ellps="WGS84").fwd(x, y, way, far)
    line = np.stack([latitudes, longitudes], axis=1)
    line[0], line[-1] = (one.latitude, one.longitude), (other.latitude, other.longitude)
    line[:, 1] = np.unwrap(line[:, 1], period=TURN)
    return line


def split_antimeridian(line: Points) -> tuple[Points, ...]:
    """Cut a line without jumps where it crosses the antimeridian, and bring each piece to -180 to 180.

    Parameters
    ----------
    line
        Points of shape (points, 2): latitude, longitude [degrees], longitudes without jumps.

    Returns
    -------
    tuple of Points
        Pieces in order; each ends and begins on the antimeridian itself, where it was cut.
    """
    turn = np.floor((line[:, 1] + HALF_TURN) / TURN)
    pieces: list[Points] = []
    start: list[Array] = [line[0]]
    for here, there, turn_here, turn_there in zip(line[:-1], line[1:], turn[:-1], turn[1:], strict=True):
        if turn_here != turn_there:
            edge = TURN * max(turn_here, turn_there) - HALF_TURN
            share = (edge - here[1]) / (there[1] - here[1])
            cut = np.array([here[0] + share * (there[0] - here[0]), edge])
            pieces.append(_shifted([*start, cut], turn_here))
            start = [cut]
        start.append(there)
    pieces.append(_shifted(start, turn[-1]))
    return tuple(piece for piece in pieces if len(piece) > 1)


def _shifted(points: list[Array], turn: float) -> Points:
    """Bring a piece that lies in one turn of the Earth to -180 to 180."""
    moved: Points = np.array(points) - np.array([0.0, TURN * turn])
    return moved


def _inverse(
    latitude: Degrees, longitude: Degrees, other_latitude: Degrees, other_longitude: Degrees
) -> tuple[Array, Array, Array]:
    """Forward and backward azimuth [degrees] and length [m], broadcast."""
    spread = np.broadcast_arrays(longitude, latitude, other_longitude, other_latitude)
    from_x, from_y, to_x, to_y = (np.array(part, dtype=np.float64).reshape(-1) for part in spread)
    forward, backward, metres = Geod(ellps="WGS84").inv(from_x, from_y, to_x, to_y)
    shape = spread[0].shape
    return np.reshape(forward, shape), np.reshape(backward, shape), np.reshape(metres, shape)
