"""How a given timetable shares the travellers at other utilities and with other weights of time lost.

The search works at one level of utility. A study draws many: so the share of a timetable is worked out on a
mesh of levels and of factors on the weights of early and late hours, and read between its points. What is
read is the logarithm of the share over that of a service that leaves at every wished hour: it is smooth and
levels off at both ends, so few points tell it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.special import expit, log_expit

from egiz.engines.rotation.record import Array, Timetable, WeekDemand
from egiz.engines.rotation.row import HOUR
from egiz.errors import EngineError
from egiz.world.week import WEEK

DIRECTIONS = 2


@dataclass(frozen=True, slots=True)
class Mesh:
    """Points at which a timetable is worked out, rising."""

    factor: Array
    """Factors on the utility lost by an hour early or late [1]: (factors,)."""
    level: Array
    """Utility of a flight that leaves when wished, less that of everything else [1]: (levels,)."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a timetable makes of each point of a mesh: (purposes, factors, levels)."""

    share: Array
    """Part of the travellers who would fly if seats were endless [1]."""
    gain: Array
    """Rise of the expected best utility of a traveller by the flights [1]."""

    def effect(self, mesh: Mesh) -> Array:
        """Logarithm of the share over that of a flight at every wished hour [1]."""
        found: Array = np.log(self.share) - log_expit(mesh.level)
        return found


def response(week: WeekDemand, timetable: Timetable, mesh: Mesh) -> Response:
    """Work out who would fly with a timetable.

    Parameters
    ----------
    week
        Who wishes to leave when. Its utility less its outside is added to the level.
    timetable
        Departures out and back.
    mesh
        Levels and factors.

    Returns
    -------
    Response
        Means over all travellers of a purpose, both directions.

    Raises
    ------
    EngineError
        The mesh does not rise, or a factor is below zero.
    """
    _check(mesh)
    hours = week.desired.shape[2]
    wishes = (np.arange(hours) + 0.5) * (WEEK / hours)
    weight = _weights(week)
    utility = week.utility[:, :, np.newaxis] - week.outside
    shape = week.desired.shape[1], mesh.factor.size, mesh.level.size
    found = Response(np.zeros(shape), np.zeros(shape))
    for way, times in enumerate((timetable.out, timetable.back)):
        for purpose in range(shape[0]):
            lost = _lost(week, purpose, np.array(times, dtype=np.float64), wishes)
            kept = _kept(lost * mesh.factor[:, np.newaxis, np.newaxis], week.nest)
            value = (kept + utility[way, purpose])[:, np.newaxis] + mesh.level[:, np.newaxis]
            found.share[purpose] += expit(value) @ weight[way, purpose]
            found.gain[purpose] += np.logaddexp(0.0, value) @ weight[way, purpose]
    return found


def delay(week: WeekDemand, timetable: Timetable) -> Array:
    """Mean hours between the wished departure and the one that costs least, by purpose [h]: (purposes,).

    The reach does not matter here: everybody takes some flight of the week.
    """
    hours = week.desired.shape[2]
    wishes = (np.arange(hours) + 0.5) * (WEEK / hours)
    weight = _weights(week)
    found = np.zeros(week.desired.shape[1])
    for way, times in enumerate((timetable.out, timetable.back)):
        later, sooner = _apart(np.array(times, dtype=np.float64), wishes)
        for purpose in range(found.size):
            late, early = later * week.late[purpose], sooner * week.early[purpose]
            shift = np.where(late <= early, later, sooner)
            best = np.minimum(late, early).argmin(axis=0)
            found[purpose] += shift[best, np.arange(hours)] @ weight[way, purpose]
    return found


def read(table: Array, mesh: Mesh, factor: Array, level: Array) -> Array:
    """Read tables between the points of their mesh, and flat beyond its edges: one matrix product.

    Parameters
    ----------
    table
        Values at the points, shape (tables, factors, levels).
    mesh
        The points.
    factor, level
        Where to read, shape (draws,).

    Returns
    -------
    Array
        Shape (tables, draws).
    """
    draws, levels = level.size, mesh.level.size
    row, part = _between(mesh.factor, factor)
    column, share = _between(mesh.level, level)
    corner = row * levels + column
    corners = np.stack([corner, corner + 1, corner + levels, corner + levels + 1], axis=1)
    hats = np.stack(
        [(1.0 - part) * (1.0 - share), (1.0 - part) * share, part * (1.0 - share), part * share], axis=1
    )
    starts = np.arange(draws + 1) * corners.shape[1]
    size = mesh.factor.size * levels
    weights = csr_array((hats.ravel(), corners.ravel(), starts), shape=(draws, size))
    found: Array = (weights @ table.reshape(-1, size).T).T
    return found


def _between(points: Array, at: Array) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], Array]:
    """Number of the point before, and how far on to the next, from 0 to 1."""
    inside = np.clip(at, points[0], points[-1])
    before = np.clip(np.searchsorted(points, inside, side="right") - 1, 0, points.size - 2)
    return before, (inside - points[before]) / (points[before + 1] - points[before])


def _apart(times: Array, wishes: Array) -> tuple[Array, Array]:
    """Hours from each wish on to each departure, and back to it: (departures, hours)."""
    later = np.mod(times[:, np.newaxis] - wishes, WEEK) / HOUR
    sooner = np.mod(wishes - times[:, np.newaxis], WEEK) / HOUR
    return later, sooner


def _lost(week: WeekDemand, purpose: int, times: Array, wishes: Array) -> Array:
    """Utility lost by each departure at each wished hour; infinite out of reach."""
    later, sooner = _apart(times, wishes)
    reach = week.reach[purpose]
    found: Array = np.minimum(
        np.where(later <= reach, later * week.late[purpose], np.inf),
        np.where(sooner <= reach, sooner * week.early[purpose], np.inf),
    )
    return found


def _weights(week: WeekDemand) -> Array:
    """Share of each hour in the travellers of a purpose."""
    total = week.desired.sum(axis=(0, 2), keepdims=True)
    found: Array = week.desired / np.where(total > 0.0, total, 1.0)
    return found


def _kept(lost: Array, nest: float) -> Array:
    """What the departures together leave of the utility: (factors, hours); minus infinity out of reach."""
    least = lost.min(axis=1, keepdims=True)
    near = np.where(np.isinf(lost), np.inf, lost - np.where(np.isinf(least), 0.0, least))
    with np.errstate(divide="ignore"):
        found: Array = np.log(np.exp(-nest * near).sum(axis=1)) / nest - least[:, 0]
    return found


def _check(mesh: Mesh) -> None:
    for name, points in (("factor", mesh.factor), ("level", mesh.level)):
        if points.ndim != 1 or points.size < DIRECTIONS or not (np.diff(points) > 0.0).all():
            raise EngineError(f"the {name}", "does not rise, or has fewer than two points", "sort the points")
    if mesh.factor[0] <= 0.0:
        raise EngineError("the factor", "is not above zero", "leave zero and what is below it out")
