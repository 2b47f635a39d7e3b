"""The two equations of the market: whether a pair is linked (probit), and how many fly (a mixed model).

The mixed model is a t-regression of logarithms with random effects of cities and of sets: each set of counts
has its own spread of city effects and its own scatter, and may differ from the common coefficients a little.
Sets meet only in sums of squares and products, so a set under another licence is never merged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import expit, log_ndtr

from market_place import Array, Spot

STEPS = 12
"""Newton steps of probit and logit; enough to stand still."""
ROUNDS = 8
"""Rounds of weights of the mixed model."""
FREEDOM = 4.0
"""Degrees of freedom of the t-distribution of what is left."""
SHARES = (0.1, 0.3, 0.6, 1.0, 2.0)
"""Variances of city effects over that of the scatter, from which the likeliest is taken."""
OPEN = 30.0
"""Standard deviation of the common level before any count was seen."""
LEAST = 1e-9
"""No sum of squares counts as less."""


@dataclass(frozen=True, slots=True)
class Prior:
    """What is thought of coefficients before any count is seen; all are standard deviations."""

    slope: float
    """Of the common slopes about those of existence."""
    set_slope: float
    """Of the slopes of a set about the common ones."""
    set_level: float = 0.5
    """Of the level of a set about the common one; a judgement."""

    def spread(self, size: int) -> Array:
        """How much a set may differ, shape (size, size)."""
        return np.diag([self.set_level**2] + [self.set_slope**2] * (size - 1))


LATENT = Prior(2.0, 0.3)
"""Of a level and a strength."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Middles and spreads of the features of linked pairs of the world: slopes are compared on this scale."""

    middle: Array
    spread: Array

    @classmethod
    def of(cls, features: Array) -> Scale:
        """Read them off features whose first is 1."""
        middle, spread = features.mean(axis=0), features.std(axis=0)
        middle[0], spread[0] = 0.0, 1.0
        return cls(middle, spread)

    def scaled(self, features: Array) -> Array:
        """Features on the scale."""
        return (features - self.middle) / self.spread

    def turned(self) -> Array:
        """Matrix that turns coefficients on the scale into those of the features themselves."""
        matrix = np.diag(1.0 / self.spread)
        matrix[0, 1:] = -(self.middle / self.spread)[1:]
        return matrix


def probit(features: Array, linked: Array, weight: Array) -> tuple[Array, Array]:
    """Coefficients and their covariance, shapes (features,) and (features, features)."""
    coefficients = np.zeros(features.shape[1])
    side = 2.0 * linked - 1.0
    for _ in range(STEPS):
        index = features @ coefficients
        pull = side * np.exp(-0.5 * index**2 - log_ndtr(side * index)) / np.sqrt(2.0 * np.pi)
        slope = (features * (weight * pull * (pull + index))[:, None]).T @ features
        coefficients = coefficients + np.linalg.solve(slope, features.T @ (weight * pull))
    return coefficients, np.linalg.inv(slope)


def logit(features: Array, linked: Array, weight: Array) -> Array:
    """Coefficients of a logit, shape (features,)."""
    coefficients = np.zeros(features.shape[1])
    for _ in range(STEPS):
        chance = expit(features @ coefficients)
        slope = (features * (weight * chance * (1.0 - chance))[:, None]).T @ features
        coefficients = coefficients + np.linalg.solve(slope, features.T @ (weight * (linked - chance)))
    return coefficients


@dataclass(frozen=True, slots=True)
class Block:
    """A set of counts, or a part of it, ready to be fitted."""

    name: str
    """Name of the set."""
    ends: tuple[tuple[Spot, Spot], ...]
    """Both ends of each pair."""
    features: Array
    """Shape (pairs, features); the first is 1."""
    trips: Array
    """Logarithms."""

    def part(self, chosen: Array) -> Block:
        """Pairs for which `chosen` is true."""
        ends = tuple(pair for pair, kept in zip(self.ends, chosen, strict=True) if kept)
        return Block(self.name, ends, self.features[chosen], self.trips[chosen])


def shared_ends(one: Block, other: Block) -> Array:
    """How many ends each pair of one block has in common with each of the other."""
    spots = {
        spot: place for place, spot in enumerate({spot for pair in (*one.ends, *other.ends) for spot in pair})
    }
    marks = []
    for block in (one, other):
        mark = np.zeros((len(block.ends), len(spots)))
        for row, pair in enumerate(block.ends):
            for spot in pair:
                mark[row, spots[spot]] += 1.0
        marks.append(mark)
    return marks[0] @ marks[1].T


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was learnt of one set."""

    block: Block
    """The set."""
    inverse: Array
    """Inverse of the covariance of its counts, shape (pairs, pairs)."""
    scatter: float
    """Scale of what is left."""
    city: float
    """Standard deviation of city effects."""


@dataclass(frozen=True, slots=True)
class Model:
    """Common coefficients, and what each set adds."""

    coefficients: Array
    covariance: Array
    sets: tuple[Fitted, ...]
    prior: Prior

    def told(self, asked: Block) -> tuple[Array, Array, Array]:
        """Middle, variance of what is common to a city or set, and scatter of the pairs asked for."""
        known = [one for one in self.sets if one.block.name == asked.name]
        spread = self.prior.spread(asked.features.shape[1])
        own = asked.features @ spread @ asked.features.T
        city = known[0].city if known else max(one.city for one in self.sets)
        scatter = known[0].scatter if known else max(one.scatter for one in self.sets)
        own = own + city**2 * shared_ends(asked, asked)
        middle, lever = asked.features @ self.coefficients, asked.features
        if known:
            one = known[0]
            shared = asked.features @ spread @ one.block.features.T + city**2 * shared_ends(asked, one.block)
            gain = shared @ one.inverse
            middle = middle + gain @ (one.block.trips - one.block.features @ self.coefficients)
            lever = lever - gain @ one.block.features
            own = own - gain @ shared.T
        variance = own.diagonal() + ((lever @ self.covariance) * lever).sum(axis=1)
        return middle, variance, np.full(len(middle), scatter)


def level_and_factor(blocks: Sequence[Block], existence: Array, start: Array, prior: Prior) -> Array:
    """Level of the logarithm of trips, and how it goes with the index of existence; shape (2,)."""
    indices = [
        np.column_stack([np.ones(len(one.trips)), one.features[:, 1:] @ existence[1:]]) for one in blocks
    ]
    simple = [Block(one.name, one.ends, index, one.trips) for one, index in zip(blocks, indices, strict=True)]
    return fit(simple, start, replace(prior, slope=1.0)).coefficients


def fit(blocks: Sequence[Block], centre: Array, prior: Prior) -> Model:
    """Fit all sets together; `centre` is where the common coefficients are drawn to."""
    size = len(centre)
    before = np.diag([OPEN**-2.0] + [prior.slope**-2.0] * (size - 1))
    spread = prior.spread(size)
    coefficients = np.array(centre, np.float64)
    shares = [_share(block) for block in blocks]
    scatters = [1.0 for _ in blocks]
    weights = [np.ones(len(block.trips)) for block in blocks]
    for _ in range(ROUNDS):
        fitted = [_fitted(spread, *given) for given in zip(blocks, shares, scatters, weights, strict=True)]
        products = before + sum(one.block.features.T @ one.inverse @ one.block.features for one in fitted)
        sums = before @ centre + sum(one.block.features.T @ one.inverse @ one.block.trips for one in fitted)
        covariance = np.linalg.inv(products)
        coefficients = covariance @ sums
        for place, one in enumerate(fitted):
            left = one.block.trips - one.block.features @ coefficients
            rest = one.scatter**2 / weights[place] * (one.inverse @ left)
            scatters[place] = one.scatter * float(np.sqrt(left @ one.inverse @ left / len(left)))
            weights[place] = (FREEDOM + 1.0) / (FREEDOM + (rest / scatters[place]) ** 2)
    return Model(coefficients, covariance, tuple(fitted), prior)


def _fitted(spread: Array, block: Block, share: float, scatter: float, weight: Array) -> Fitted:
    common = block.features @ spread @ block.features.T
    own = scatter**2 * (np.diag(1.0 / weight) + share * shared_ends(block, block))
    return Fitted(block, np.linalg.inv(own + common), scatter, scatter * float(np.sqrt(share)))


def _share(block: Block) -> float:
    """The likeliest part of city effects, by the set alone."""
    common = shared_ends(block, block)
    count = len(block.trips)

    def surprise(share: float) -> float:
        lower = np.linalg.cholesky(np.eye(count) + share * common)
        white = np.linalg.solve(lower, np.column_stack([block.features, block.trips]))
        left = white[:, -1] - white[:, :-1] @ np.linalg.lstsq(white[:, :-1], white[:, -1], rcond=None)[0]
        return float(count * np.log(max(left @ left, LEAST)) / 2.0 + np.log(lower.diagonal()).sum())

    return min(SHARES, key=surprise)
