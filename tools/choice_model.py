"""Estimates multinomial and nested logit: Newton steps for the first, quasi-Newton for the second.

Utilities are linear in the coefficients; derivatives are exact. The log-likelihood is that of
``egiz.engines.choice``, which applies the same models. Inside, alternatives come before people: sums over a
few alternatives are then sums of long rows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Array = NDArray[np.float64]
Numbers = NDArray[np.int64]
Chosen = NDArray[np.bool_]

STEPS = 50
"""Newton steps at most."""
CLOSE = 1e-9
"""Newton ends when the likelihood would rise by less."""
FIRST_SCALE = 1.5
"""Where scales of nests start."""
FIRST_DOUBT = 0.1
"""How far a scale is thought to lie from there."""
LEAST_SCALE = 0.05
"""Scales stay above."""
FLAT = 2e-4
"""A slope, by standard error, at which the search of a nested logit ends."""
NUDGE = 1e-5
"""Step of the differences of the gradient that make the Hessian."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What people were offered and what they took."""

    features: Array
    """What coefficients multiply: (people, alternatives, coefficients)."""
    offered: Chosen
    """Whether each was on offer: (people, alternatives)."""
    chosen: Numbers
    """What each took: (people,)."""

    def part(self, people: Chosen) -> Choices:
        """Only some of the people."""
        return Choices(self.features[people], self.offered[people], self.chosen[people])

    def utility(self, coefficients: Array) -> Array:
        """Utility of each, minus infinity where not on offer: (people, alternatives)."""
        return np.where(self.offered, self.features @ coefficients, -np.inf)


@dataclass(frozen=True, slots=True)
class Fit:
    """What was estimated."""

    coefficients: Array
    """Coefficients, then the free scales of nests."""
    covariance: Array
    """Of the same, from the Hessian."""
    log_likelihood: float
    """At the coefficients."""

    @property
    def errors(self) -> Array:
        """Standard errors."""
        return np.sqrt(self.covariance.diagonal())


@dataclass(frozen=True, slots=True)
class _Block:
    """Some of the alternatives, before people."""

    features: Array
    """(coefficients, alternatives, people)."""
    closed: Array
    """Zero where on offer, else minus infinity: (alternatives, people)."""
    own: Array
    """One for those who took one of these: (people,)."""
    taken: Array
    """Features of what they took, added up: (coefficients,)."""

    @classmethod
    def of(cls, choices: Choices, member: Chosen) -> _Block:
        features = np.ascontiguousarray(choices.features.transpose(2, 1, 0)[:, member])
        closed = np.where(choices.offered.T[member], 0.0, -np.inf)
        took = (np.flatnonzero(member)[:, np.newaxis] == choices.chosen).astype(np.float64)
        taken = features.reshape(len(features), -1) @ took.ravel()
        return cls(features, closed, took.sum(axis=0), taken)

    def utility(self, coefficients: Array) -> Array:
        flat = coefficients @ self.features.reshape(len(coefficients), -1)
        return flat.reshape(self.closed.shape) + self.closed


def _logsum(utility: Array) -> Array:
    """Over the first axis; minus infinity where nothing is on offer."""
    top = utility.max(axis=0)
    level = np.maximum(top, -np.finfo(np.float64).max)
    with np.errstate(divide="ignore"):
        return np.log(np.exp(utility - level).sum(axis=0)) + level


def fit_multinomial(choices: Choices) -> Fit:
    """Estimate a multinomial logit by Newton's method from zero; its likelihood is concave."""
    rows = _Block.of(choices, np.ones(choices.offered.shape[1], np.bool_))
    size = len(rows.features)
    flat = rows.features.reshape(size, -1)
    at = np.zeros(size)
    for _ in range(STEPS):
        utility = rows.utility(at)
        total = _logsum(utility)
        weighed = rows.features * np.exp(utility - total)
        mean = weighed.sum(axis=1)
        curvature = weighed.reshape(size, -1) @ flat.T - mean @ mean.T
        slope = rows.taken - mean.sum(axis=1)
        step = np.linalg.solve(curvature, slope)
        if slope @ step < CLOSE:
            break
        at = at + step
    return Fit(at, np.linalg.inv(curvature), float(rows.taken @ at - total.sum()))


@dataclass(frozen=True, slots=True)
class _Nest:
    """One nest at some coefficients; zeros where it is empty, but for the first."""

    inclusive: Array
    """Its logsum over its scale, minus infinity where it is empty: (people,)."""
    some: Array
    """The same with zeros there."""
    mean: Array
    """Mean features of its members: (coefficients, people)."""
    slope: Array
    """Of the logsum over the scale, in the scale: (people,)."""


def _nest(block: _Block, coefficients: Array, scale: float) -> _Nest:
    utility = block.utility(coefficients)
    inclusive = _logsum(scale * utility) / scale
    there = np.isfinite(inclusive)
    some = np.where(there, inclusive, 0.0)
    within = np.exp(scale * (utility - some))
    mean = np.einsum("cap,ap->cp", block.features, within)
    return _Nest(inclusive, some, mean, np.where(there, (coefficients @ mean - some) / scale, 0.0))


def _nested(blocks: list[_Block], free: Numbers, at: Array) -> tuple[float, Array]:
    """Log-likelihood and its gradient at the coefficients and the scales of the free nests."""
    size = len(at) - len(free)
    coefficients, scale = at[:size], np.ones(len(blocks))
    scale[free] = at[size:]
    nests = [_nest(block, coefficients, one) for block, one in zip(blocks, scale, strict=True)]
    inclusive = np.stack([nest.inclusive for nest in nests])
    total = _logsum(inclusive)
    chance = np.exp(inclusive - total)
    value, slope, of_scale = -total.sum(), np.zeros(size), np.zeros(len(blocks))
    for place, (block, nest) in enumerate(zip(blocks, nests, strict=True)):
        scaled = (1.0 - scale[place]) * block.own
        taken = coefficients @ block.taken
        value += scaled @ nest.some + scale[place] * taken
        slope += nest.mean @ (scaled - chance[place]) + scale[place] * block.taken
        of_scale[place] = (scaled - chance[place]) @ nest.slope + taken - block.own @ nest.some
    return float(value), np.concatenate([slope, of_scale[free]])


def _blocks(choices: Choices, nest: Numbers) -> list[_Block]:
    return [_Block.of(choices, nest == one) for one in range(nest.max() + 1)]


def nested_gradient(choices: Choices, nest: Numbers, free: Numbers, at: Array) -> tuple[float, Array]:
    """Log-likelihood of a nested logit, and its gradient.

    Parameters
    ----------
    choices
        What was offered and taken.
    nest
        Nest of each alternative, from 0.
    free
        Nests whose scale is estimated; the others have one.
    at
        Coefficients, then scales of the free nests.
    """
    return _nested(_blocks(choices, nest), free, at)


def fit_nested(choices: Choices, nest: Numbers, free: Numbers) -> Fit:
    """Estimate a nested logit from the multinomial one, in units of its errors; see `nested_gradient`.

    Scales are not held to one or more: one below it says that the nest is not one.
    """
    plain = fit_multinomial(choices)
    blocks = _blocks(choices, nest)
    size = len(plain.coefficients)
    root = np.eye(size + len(free)) * FIRST_DOUBT
    root[:size, :size] = np.linalg.cholesky(plain.covariance)
    start = np.concatenate([plain.coefficients / FIRST_SCALE, np.full(len(free), FIRST_SCALE)])

    def loss(moved: Array) -> tuple[float, Array]:
        at = start + root @ moved
        if (at[size:] < LEAST_SCALE).any():
            return np.inf, np.zeros_like(moved)
        value, slope = _nested(blocks, free, at)
        return -value, -root.T @ slope

    found = minimize(loss, np.zeros(len(start)), jac=True, method="BFGS", options={"gtol": FLAT})
    at = start + root @ found.x
    curvature = _jacobian(lambda place: -_nested(blocks, free, place)[1], at)
    return Fit(at, np.linalg.inv(curvature), -float(found.fun))


def _jacobian(function: Callable[[Array], Array], at: Array) -> Array:
    """Symmetric matrix of forward differences."""
    here, steps = function(at), np.eye(len(at)) * NUDGE
    found = np.stack([(function(at + step) - here) / NUDGE for step in steps])
    return 0.5 * (found + found.T)
