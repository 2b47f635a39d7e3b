"""How a given timetable shares the travellers at other utilities and with other weights of time lost.

The search works at one level of utility. A study draws many: so the share of a timetable is worked out on a
mesh of levels and of factors on the weights of early and late hours, and read between its points. What is
read is the logarithm of the share over that of a service that leaves at every wished hour: it is smooth and
levels off at both ends, so few points tell it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.special import expit, log_expit

from egiz.engines.rotation.record import Array, Timetable, WeekDemand
from egiz.engines.rotation.row import HOUR
from egiz.errors import EngineError
from egiz.world.week import WEEK

FEWEST_POINTS = 2
"""Between fewer there is nothing to read."""


@dataclass(frozen=True, slots=True)
class Mesh:
    """Points at which a timetable is worked out, rising."""

    factor: Array
    """Factors on the utility lost by an hour early or late [1]: (factors,)."""
    level: Array
    """Utility of a flight that leaves when wished, less that of everything else [1]: (levels,)."""


def share(week: WeekDemand, timetable: Timetable, mesh: Mesh) -> Array:
    """Part of the travellers of each purpose who would fly if seats were endless.

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
    Array
        Means over both directions [1]: (purposes, factors, levels).

    Raises
    ------
    EngineError
        The mesh does not rise, or a factor is not above zero.
    """
    return _mean(week, timetable, mesh, expit)


def gain(week: WeekDemand, timetable: Timetable, mesh: Mesh) -> Array:
    """Rise of the expected best utility of the travellers by the flights; parameters as of `share`."""
    return _mean(week, timetable, mesh, lambda lead: np.logaddexp(0.0, lead))


def effect(week: WeekDemand, timetable: Timetable, mesh: Mesh) -> Array:
    """Logarithm of the share over that of a flight at every wished hour; parameters as of `share`."""
    found: Array = np.log(share(week, timetable, mesh)) - log_expit(mesh.level)
    return found


def _mean(week: WeekDemand, timetable: Timetable, mesh: Mesh, made: Callable[[Array], Array]) -> Array:
    """Mean over the travellers of a purpose of what is made of their lead: (purposes, factors, levels)."""
    _check(mesh)
    weight, wishes = _weights(week), _wishes(week)
    utility = week.utility[:, :, np.newaxis] - week.outside
    found = np.zeros((week.desired.shape[1], mesh.factor.size, mesh.level.size))
    for way, times in enumerate((timetable.out, timetable.back)):
        for purpose in range(found.shape[0]):
            lost = _lost(week, purpose, np.array(times, dtype=np.float64), wishes)
            kept = _kept(lost * mesh.factor[:, np.newaxis, np.newaxis], week.nest)
            lead = (kept + utility[way, purpose])[:, np.newaxis] + mesh.level[:, np.newaxis]
            found[purpose] += made(lead) @ weight[way, purpose]
    return found


def delay(week: WeekDemand, timetable: Timetable) -> Array:
    """Mean hours between the wished departure and the one that costs least, by purpose [h]: (purposes,).

    The reach does not matter here: everybody takes some flight of the week.
    """
    weight, wishes = _weights(week), _wishes(week)
    found = np.zeros(week.desired.shape[1])
    for way, times in enumerate((timetable.out, timetable.back)):
        later, sooner = _apart(np.array(times, dtype=np.float64), wishes)
        for purpose in range(found.size):
            late, early = later * week.late[purpose], sooner * week.early[purpose]
            shift = np.where(late <= early, later, sooner)
            best = np.minimum(late, early).argmin(axis=0)
            found[purpose] += shift[best, np.arange(wishes.size)] @ weight[way, purpose]
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
    column, right = _between(mesh.level, level)
    corners = (row * levels + column)[:, np.newaxis] + np.array([0, 1, levels, levels + 1])
    sides = np.stack([1.0 - right, right], axis=1)
    hats = np.concatenate([(1.0 - part)[:, np.newaxis] * sides, part[:, np.newaxis] * sides], axis=1)
    starts = np.arange(draws + 1) * corners.shape[1]
    size = mesh.factor.size * levels
    weights = csr_array((hats.ravel(), corners.ravel(), starts), shape=(draws, size))
    found: Array = (weights @ table.reshape(-1, size).T).T
    return found


def shares(table: Array, mesh: Mesh, factor: Array, lead: Array) -> Array:
    """Read the share of many timetables at the utilities drawn; never above that of the highest level.

    Parameters
    ----------
    table
        Effect of each timetable (`effect`): (frequencies, types, purposes, factors, levels).
    mesh
        Its points.
    factor
        Factor on the weights of early and late: (purposes, draws).
    lead
        Utility of a flight of each type at the wished hour, less that of everything else:
        (types, purposes, draws).

    Returns
    -------
    Array
        Shape (frequencies, types, purposes, draws).
    """
    frequencies, types, purposes = table.shape[:3]
    lead = np.broadcast_to(lead, (*lead.shape[:2], max(lead.shape[-1], factor.shape[-1])))
    factor = np.broadcast_to(factor, (purposes, lead.shape[-1]))
    found = np.empty((frequencies, types, purposes, lead.shape[-1]))
    for purpose in range(purposes):
        for kind in range(types):
            at = factor[purpose], lead[kind, purpose]
            found[:, kind, purpose] = read(table[:, kind, purpose], mesh, *at)
    np.exp(found, out=found)
    found *= expit(lead)
    np.minimum(found, expit(mesh.level[-1]), out=found)
    return found


def read_along(table: Array, points: Array, factor: Array) -> Array:
    """Read tables along the factors alone.

    Parameters
    ----------
    table
        Shape (tables, purposes, factors).
    points
        The factors at which they were made, rising.
    factor
        Shape (purposes, draws).

    Returns
    -------
    Array
        Shape (tables, purposes, draws).
    """
    rows = []
    for purpose, at in enumerate(factor):
        before, part = _between(points, at)
        low, high = table[:, purpose, before], table[:, purpose, before + 1]
        rows.append(low + part * (high - low))
    return np.stack(rows, axis=1)


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


def _wishes(week: WeekDemand) -> Array:
    """Middle of each hour in which people wish to leave [min of the week]."""
    hours = week.desired.shape[2]
    found: Array = (np.arange(hours) + 0.5) * (WEEK / hours)
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
        if points.ndim != 1 or points.size < FEWEST_POINTS or not (np.diff(points) > 0.0).all():
            raise EngineError(f"the {name}", "does not rise, or has fewer than two points", "sort the points")
    if mesh.factor[0] <= 0.0:
        raise EngineError("the factor", "is not above zero", "leave zero and what is below it out")
