"""Schedule delay and generalised cost of a week of departures, in closed form.

Each traveller wishes to leave at some minute of the window and takes the departure of least cost: that of the
journey, and so much for each minute it leaves sooner or later than wished. The least cost over the window is
made of straight pieces; its mean is a sum of areas, exact, with no minute stepped through. It replaces half
the headway, which holds for departures that are even and many (docs/decisions/0015-journeys.md).

Costs may have draws as the last axis: then so have the results.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.engines.journeys.record import Array, Mask, Numbers
from egiz.engines.journeys.search import Profile
from egiz.errors import EngineError

SAME = 1e-9
"""Costs that differ by no more are the same."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """When people wish to leave, and what they mind."""

    window: tuple[int, int]
    """First minute, and the minute after the last [min from minute zero]."""
    early: float | Array
    """Cost of a minute sooner than wished [cost/min], zero or more, of each draw or of all; infinite where
    nobody can leave sooner, which needs a window that repeats."""
    late: float | Array
    """Cost of a minute later than wished [cost/min], zero or more, of each draw or of all."""
    weights: Array | None = None
    """Wishes by even parts of the window, such as hours of the week; even over the window if none given."""
    cyclic: bool = True
    """Whether the window repeats for ever: then its first departure also follows its last."""


def costs_of(
    profile: Profile, minute: float | Array = 1.0, transfer: float | Array = 0.0
) -> tuple[Numbers, Array]:
    """Departures of a profile and the least cost of each, by minutes of travel and changes.

    Parameters
    ----------
    profile
        Journeys that no other beats.
    minute
        Cost of a minute of travel [cost/min], of each draw or of all.
    transfer
        Cost of a change [cost], of each draw or of all.

    Returns
    -------
    tuple
        Minutes of departure, rising: (departures,); and costs: (departures,) or (departures, draws).
    """
    departure, place = np.unique(profile.departure, return_inverse=True)
    travel = (profile.arrival - profile.departure).astype(np.float64)
    shape = (travel.size,) + (1,) * np.broadcast(minute, transfer).ndim
    cost = travel.reshape(shape) * minute + profile.transfers.reshape(shape) * transfer
    least = np.full((departure.size, *cost.shape[1:]), np.inf)
    np.minimum.at(least, place, cost)
    return departure, least


def mean_cost(departure: Numbers, cost: Array, wishes: Wishes) -> Array:
    """Mean over all wishes of the least cost of leaving; infinite where nothing leaves.

    Parameters
    ----------
    departure
        Minutes of departure within the window, rising [min from minute zero]: (departures,).
    cost
        Cost of each, but for leaving sooner or later than wished: (departures,) or (departures, draws).
    wishes
        When people wish to leave, and what they mind.

    Returns
    -------
    Array
        Mean cost: () or (draws,).

    Raises
    ------
    EngineError
        Departures out of order or outside the window, weights below zero or none above it, people who mind
        neither early nor late, or who cannot leave sooner in a window that does not repeat.

    Notes
    -----
    Lowering each cost to that of the best other departure at its minute, by two running minima, leaves only
    two departures in a row to compare between them: derivation in docs/decisions/0015-journeys.md.
    """
    early, late = np.asarray(wishes.early, dtype=np.float64), np.asarray(wishes.late, dtype=np.float64)
    _check(departure, wishes)
    draws = np.broadcast_shapes(cost.shape[1:], early.shape, late.shape)
    if departure.size == 0:
        return np.full(draws, np.inf)
    edges, weights = _parts(wishes)
    minute, wide = _around(departure, np.broadcast_to(cost, (departure.size, *draws)), wishes)
    minute, wide = _with_edges(minute, wide, edges)
    gap = np.diff(minute).reshape(-1, *(1,) * len(draws))
    lowered = _lowered(wide, gap, early, late)
    pieces = _between(lowered, gap, early, late)
    part = np.searchsorted(edges, minute[:-1], side="right") - 1
    inside = (part >= 0) & (part < weights.size)
    share = weights[part[inside]].reshape(-1, *(1,) * len(draws))
    found: Array = np.sum(pieces[inside] * share, axis=0)
    return found


def taken(departure: Numbers, cost: Array, wishes: Wishes) -> Mask:
    """Departures that somebody takes: for those who wish to leave just then none is cheaper.

    Parameters
    ----------
    departure
        Minutes of departure within the window, rising [min from minute zero]: (departures,).
    cost
        Cost of each, but for leaving sooner or later than wished: (departures,).
    wishes
        What people mind; the same costs of all draws, and all can leave sooner.

    Returns
    -------
    Mask
        Marks: (departures,).
    """
    _check(departure, wishes)
    minute, wide = _around(departure, cost, wishes)
    early, late = np.asarray(wishes.early, dtype=np.float64), np.asarray(wishes.late, dtype=np.float64)
    least = _lowered(wide, np.diff(minute), early, late)
    found: Mask = least >= wide - SAME
    return found[: departure.size] if not wishes.cyclic else found[departure.size : 2 * departure.size]


def mean_wait(departure: Numbers, wishes: Wishes) -> float:
    """Mean minutes from the wish to the next departure, where nobody can leave sooner [min]."""
    free = np.zeros(departure.size)
    only_later = Wishes(wishes.window, np.inf, 1.0, wishes.weights, wishes.cyclic)
    return float(mean_cost(departure, free, only_later))


def mean_shift(departure: Numbers, wishes: Wishes) -> float:
    """Mean minutes between the wish and the nearest departure, sooner or later [min]."""
    free = np.zeros(departure.size)
    return float(mean_cost(departure, free, Wishes(wishes.window, 1.0, 1.0, wishes.weights, wishes.cyclic)))


def _parts(wishes: Wishes) -> tuple[Array, Array]:
    """Edges of the parts of the window, and the wishes of a minute of each, one in all."""
    weights = np.ones(1) if wishes.weights is None else np.asarray(wishes.weights, dtype=np.float64)
    edges = np.linspace(*wishes.window, weights.size + 1)
    return edges, weights / weights.sum() / (edges[1] - edges[0])


def _around(departure: Numbers, cost: Array, wishes: Wishes) -> tuple[Array, Array]:
    """Departures and costs, with those of the window before and after where it repeats."""
    if not wishes.cyclic:
        return departure.astype(np.float64), cost
    length = wishes.window[1] - wishes.window[0]
    return np.concatenate([departure + length * turn for turn in (-1.0, 0.0, 1.0)]), np.tile(
        cost, (3, *(1,) * (cost.ndim - 1))
    )


def _with_edges(minute: Array, cost: Array, edges: Array) -> tuple[Array, Array]:
    """Put the edges of the parts among the departures, as ones that nobody can pay."""
    order = np.argsort(np.concatenate([minute, edges]), kind="stable")
    never = np.full((edges.size, *cost.shape[1:]), np.inf)
    return np.concatenate([minute, edges])[order], np.concatenate([cost, never])[order]


def _lowered(cost: Array, gap: Array, early: Array, late: Array) -> Array:
    """Least cost at each minute: its own, or that of another departure and of the minutes to it."""
    at = np.concatenate([np.zeros_like(gap[:1]), np.cumsum(gap, axis=0)])
    finite = np.where(np.isinf(early), 0.0, early)
    after = np.minimum.accumulate(cost - finite * at, axis=0) + finite * at
    before = np.minimum.accumulate((cost + late * at)[::-1], axis=0)[::-1] - late * at
    least: Array = np.minimum(np.where(np.isinf(early), cost, after), before)
    return least


def _between(cost: Array, gap: Array, early: Array, late: Array) -> Array:
    """Sum of the least cost between each minute and the next."""
    stuck = np.isinf(early)
    pace = np.where(stuck, 0.0, early)
    one, other = cost[:-1], cost[1:]
    with np.errstate(invalid="ignore", divide="ignore"):
        x = np.clip((other - one + late * gap) / (pace + late), 0.0, gap)
    x = np.where(stuck | np.isinf(one), 0.0, np.where(np.isinf(other), gap, x))
    y = gap - x
    left = np.where(x > 0.0, x * (np.where(x > 0.0, one, 0.0) + pace * x / 2.0), 0.0)
    right = np.where(y > 0.0, y * (np.where(y > 0.0, other, 0.0) + late * y / 2.0), 0.0)
    total: Array = left + right
    return total


def _check(departure: Numbers, wishes: Wishes) -> None:
    start, end = wishes.window
    if end <= start:
        raise EngineError("the window", f"is {wishes.window}", "give it a length")
    if departure.size and (departure[0] < start or departure[-1] >= end or (np.diff(departure) <= 0).any()):
        raise EngineError("departures", "are out of order or outside the window", "sort them, each once")
    early, late = np.asarray(wishes.early), np.asarray(wishes.late)
    if (early < 0.0).any() or (late < 0.0).any() or (early + late <= 0.0).any() or np.isinf(late).any():
        raise EngineError("wishes", "mind neither early nor late, or below zero", "give weights above zero")
    if np.isinf(early).any() and not wishes.cyclic:
        raise EngineError("wishes", "after the last departure find none", "let the window repeat")
    if wishes.weights is not None and (np.min(wishes.weights) < 0.0 or np.sum(wishes.weights) <= 0.0):
        raise EngineError("weights", "are below zero, or none is above", "give zero or more, one above")
