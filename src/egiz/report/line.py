"""A line of the alignment engine as people draw it: vertices on the Earth, pieces of one curve each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment.record import Array, Plan, Profile, Structure
from egiz.world.frame import Frame
from egiz.world.sphere import HALF_TURN, METRES_PER_KILOMETRE, TURN, split_antimeridian

Vertices = tuple[tuple[float, float], ...]
"""Longitude and latitude of each vertex [degrees]."""

STRAIGHT_M = 2_000.0
"""A straight has a vertex at least so often [m]."""
BEND = 0.02
"""A curve has one each time it has turned so far [rad]: chords leave arcs by less than half a metre."""
DIGITS = 6
"""Decimals of a degree: a tenth of a metre."""
NAMES = {code: code.word for code in Structure}
"""Word for each structure."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the line of one curve and, where the ground is known, one structure."""

    from_km: float
    """Where it begins [km]."""
    to_km: float
    """Where it ends [km]."""
    radius_m: float | None
    """Radius of its curve, left positive [m]; none: straight."""
    structure: str | None
    """fill, cut, viaduct, tunnel or bridge; none where the ground is not known."""
    grade_permille: float | None
    """Mean grade, rising positive; none where the ground is not known."""
    steepest_permille: float | None
    """Largest grade in it, rising or falling; none where the ground is not known."""


def vertices_of(frame: Frame, plan: Plan, first: float = 0.0, last: float = np.inf) -> tuple[Vertices, ...]:
    """Vertices of a part of a line, cut at the date line.

    Parameters
    ----------
    frame
        Turns the plane to the Earth.
    plan
        The line in plan.
    first, last
        Where the part begins and ends [m].
    """
    chainage = _stations(plan, max(first, 0.0), min(last, float(plan.chainage[-1])))
    x, y = (np.interp(chainage, plan.chainage, part) for part in (plan.x, plan.y))
    latitude, longitude = frame.to_globe(x, y)
    line = np.stack([latitude, np.unwrap(longitude, period=TURN)], axis=1)
    return tuple(_plain(part[:, 1], part[:, 0]) for part in split_antimeridian(line))


def _plain(longitude: Array, latitude: Array) -> Vertices:
    """Rounded; what rounds over the edge of the map is left on it."""
    east = np.clip(longitude.round(DIGITS), -HALF_TURN, HALF_TURN).tolist()
    return tuple(zip(east, latitude.round(DIGITS).tolist(), strict=True))


def _stations(plan: Plan, first: float, last: float) -> Array:
    """Chainages of the vertices [m]: both ends, and others by how far and how much the line has turned."""
    inside = (plan.chainage > first) & (plan.chainage < last)
    at = np.concatenate([[first], plan.chainage[inside], [last]])
    turned = np.abs(np.diff(np.unwrap(plan.heading), prepend=plan.heading[0]))
    worth = np.cumsum(turned) / BEND + plan.chainage / STRAIGHT_M
    step = np.floor(np.interp(at, plan.chainage, worth) - np.interp(first, plan.chainage, worth))
    kept = np.append(True, step[1:] > step[:-1])
    kept[[0, -1]] = True
    return np.asarray(at[kept])


def least_radius(plan: Plan) -> float | None:
    """Least radius of a line [m]; none where it is straight all the way."""
    radius = float(np.abs(plan.radius).min())
    return radius if np.isfinite(radius) else None


def pieces_of(plan: Plan, profile: Profile | None) -> Iterator[Piece]:
    """Cut a line where its curve or its structure changes.

    Parameters
    ----------
    plan
        The line in plan.
    profile
        The line in profile; none where the ground is not known.
    """
    radius = np.where(np.isfinite(plan.radius), plan.radius, 0.0).round()
    marks = [plan.chainage[np.append(False, radius[1:] != radius[:-1])]]
    if profile is not None:
        code = profile.structure
        marks.append(profile.chainage[np.append(False, code[1:] != code[:-1])])
    end = float(plan.chainage[-1])
    cuts = np.unique(np.concatenate([[0.0], *marks, [end]]))
    for first, last in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        middle = 0.5 * (first + last)
        curve = float(radius[np.searchsorted(plan.chainage, middle) - 1])
        yield _piece((first, last), curve or None, profile)


def _piece(span: tuple[float, float], radius: float | None, profile: Profile | None) -> Piece:
    first, last = span
    ends = (round(first / METRES_PER_KILOMETRE, 3), round(last / METRES_PER_KILOMETRE, 3))
    if profile is None:
        return Piece(*ends, radius, None, None, None)
    low, high = np.interp(span, profile.chainage, profile.level)
    place = np.searchsorted(profile.chainage, [first, last], side="right") - 1
    steps = profile.grade[place[0] : max(place[1], place[0] + 1)]
    name = NAMES[Structure(int(profile.structure[place[0]]))]
    mean = float((high - low) / (last - first)) * METRES_PER_KILOMETRE
    return Piece(*ends, radius, name, mean, float(np.abs(steps).max()) * METRES_PER_KILOMETRE)
