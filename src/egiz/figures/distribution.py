"""Shapes of doubt: each is a frozen record whose whole interface is `quantile`.

``low`` and ``high`` are bounds for uniform, triangular and PERT, and P10 and P90 for normal and lognormal. No
arithmetic is defined on distributions, only on the arrays they give: so each input is drawn once a run.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import NormalDist
from typing import Protocol, runtime_checkable

import numpy as np

from egiz.errors import Fault, Value
from egiz.figures import bell, beta, soundness
from egiz.figures.soundness import DistributionError
from egiz.figures.unit import Array

__all__ = [
    "MEMORY_WIDENING",
    "SHAPES",
    "Discrete",
    "Distribution",
    "DistributionError",
    "Empirical",
    "Fixed",
    "Lognormal",
    "Normal",
    "Pert",
    "Triangular",
    "Uniform",
    "distribution_of",
    "widened",
]

SHAPES = ("fixed", "uniform", "triangular", "pert", "normal", "lognormal", "discrete", "empirical")
"""Names of the shapes as they stand in a fact table."""

MEMORY_WIDENING = 1.5
"""How much wider the half-width of an unverified number is made."""

Z90 = NormalDist().inv_cdf(0.9)
"""Standard deviations from the median to P90."""


@runtime_checkable
class Distribution(Protocol):
    """Doubt about a number."""

    def quantile(self, u: Array) -> Array:
        """Values that are not exceeded with probability `u` [0..1]; same shape as `u`."""
        ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """A number in no doubt."""

    value: float
    """The number."""

    def __post_init__(self) -> None:
        soundness.check(soundness.not_finite(mode=self.value))

    def quantile(self, u: Array) -> Array:
        """Return the number for every `u`."""
        return np.full_like(u, self.value)


@dataclass(frozen=True, slots=True)
class Uniform:
    """Anything between two bounds, all alike."""

    low: float
    """Lower bound."""
    high: float
    """Upper bound."""

    def __post_init__(self) -> None:
        soundness.check(soundness.out_of_order(low=self.low, high=self.high))

    def quantile(self, u: Array) -> Array:
        """Values at `u`: straight from bound to bound."""
        return _between(self.low + u * (self.high - self.low), self.low, self.high)


@dataclass(frozen=True, slots=True)
class Triangular:
    """Two bounds and a most likely value, joined by straight lines."""

    low: float
    """Lower bound."""
    mode: float
    """Most likely value; may equal a bound."""
    high: float
    """Upper bound."""

    def __post_init__(self) -> None:
        soundness.check(soundness.out_of_order(low=self.low, mode=self.mode, high=self.high))

    def quantile(self, u: Array) -> Array:
        """Values at `u`: closed form."""
        spread = self.high - self.low
        rising = self.low + np.sqrt(u * (spread * (self.mode - self.low)))
        falling = self.high - np.sqrt((1.0 - u) * (spread * (self.high - self.mode)))
        values = np.where(u * spread < self.mode - self.low, rising, falling)
        return _between(values, self.low, self.high)


@dataclass(frozen=True, slots=True)
class Pert:
    """Two bounds and a most likely value, joined by a beta curve; mean (low + 4 mode + high) / 6."""

    low: float
    """Lower bound."""
    mode: float
    """Most likely value; may equal a bound."""
    high: float
    """Upper bound."""
    _table: list[Array] = field(default_factory=list, init=False, repr=False, compare=False)
    """Table of the inverse, made when first asked and kept with the record."""

    def __post_init__(self) -> None:
        soundness.check(soundness.out_of_order(low=self.low, mode=self.mode, high=self.high))

    def quantile(self, u: Array) -> Array:
        """Values at `u`: the table of `figures.beta`, off by less than 3e-5 of the range."""
        spread = self.high - self.low
        if spread == 0.0:
            return np.full_like(u, self.low)
        if not self._table:
            lean = (self.mode - self.low) / spread
            self._table.append(beta.inverse_table(1.0 + 4.0 * lean, 5.0 - 4.0 * lean, self.low, self.high))
        return beta.read_inverse(self._table[0], u)


@dataclass(frozen=True, slots=True)
class Normal:
    """The bell curve by its P10 and P90; has no bounds."""

    low: float
    """P10."""
    high: float
    """P90."""

    def __post_init__(self) -> None:
        soundness.check(soundness.out_of_order(low=self.low, high=self.high))

    def quantile(self, u: Array) -> Array:
        """Values at `u`: mean + deviation z(u), kept a little away from 0 and 1."""
        return (self.low + self.high) / 2.0 + (self.high - self.low) / (2.0 * Z90) * bell.scores(u)


@dataclass(frozen=True, slots=True)
class Lognormal:
    """A bell curve of the logarithm by its P10 and P90; positive, with no upper bound."""

    low: float
    """P10, above zero."""
    high: float
    """P90."""

    def __post_init__(self) -> None:
        faults = soundness.out_of_order(low=self.low, high=self.high)
        if self.low <= 0.0:
            faults.append(Fault("range-not-positive", {"low": self.low}))
        soundness.check(faults)

    def quantile(self, u: Array) -> Array:
        """Values at `u`: exp(m + s z(u)), kept a little away from 0 and 1."""
        low, high = math.log(self.low), math.log(self.high)
        return np.exp((low + high) / 2.0 + (high - low) / (2.0 * Z90) * bell.scores(u))


@dataclass(frozen=True, slots=True)
class Discrete:
    """A few values, each with its weight."""

    values: tuple[float, ...]
    """What may be, rising."""
    weights: tuple[float, ...]
    """How likely, in any measure: they are divided by their sum."""

    def __post_init__(self) -> None:
        faults = soundness.bad_table(self.values, self.weights, strictly=self.values)
        if any(weight < 0.0 for weight in self.weights) or not sum(self.weights) > 0.0:
            faults.append(Fault("table-weights"))
        soundness.check(faults)

    def quantile(self, u: Array) -> Array:
        """Return the value whose cumulated weight first reaches `u`, never one of weight zero."""
        weights = np.array(self.weights)
        likely = weights > 0.0
        values = np.array(self.values)[likely]
        reached = np.cumsum(weights[likely])
        cell = np.searchsorted(reached[:-1] / reached[-1], u, side="left")
        return values[cell]


@dataclass(frozen=True, slots=True)
class Empirical:
    """A table of quantiles, straight between its rows."""

    probabilities: tuple[float, ...]
    """From 0 to 1, rising."""
    values: tuple[float, ...]
    """Value at each probability, never falling."""

    def __post_init__(self) -> None:
        faults = soundness.bad_table(self.values, self.probabilities, strictly=self.probabilities)
        ends = (self.probabilities[:1], self.probabilities[-1:])
        if ends != ((0.0,), (1.0,)) or list(self.values) != sorted(self.values):
            faults.append(Fault("table-order"))
        soundness.check(faults)

    def quantile(self, u: Array) -> Array:
        """Values at `u`: linear between the rows."""
        return np.interp(u, self.probabilities, self.values)


_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "fixed": ("mode",),
    "uniform": ("low", "high"),
    "triangular": ("low", "mode", "high"),
    "pert": ("low", "mode", "high"),
    "normal": ("low", "high"),
    "lognormal": ("low", "high"),
}
_MAKERS: Mapping[str, Callable[..., Distribution]] = {
    "fixed": Fixed,
    "uniform": Uniform,
    "triangular": Triangular,
    "pert": Pert,
    "normal": Normal,
    "lognormal": Lognormal,
}


def distribution_of(shape: str, low: float | None, mode: float | None, high: float | None) -> Distribution:
    """Make a distribution from the columns of a fact table.

    Parameters
    ----------
    shape
        One of `SHAPES` that has no table of its own.
    low
        Lower bound, or P10 of normal and lognormal; none where the column is empty.
    mode
        Most likely value; the value itself of a fixed one; may be empty for uniform, normal and lognormal,
        which only hold it against their ends.
    high
        Upper bound, or P90 of normal and lognormal.

    Returns
    -------
    Distribution
        The frozen record.

    Raises
    ------
    DistributionError
        The shape is unknown, a column it needs is empty, or the numbers do not fit; all faults at once.
    """
    soundness.check(_bad_shape(shape))
    given = {"low": low, "mode": mode, "high": high}
    needed = _COLUMNS[shape]
    faults = [
        Fault("shape-lacks", {"shape": shape, "column": name}) for name in needed if given[name] is None
    ]
    there = {name: number for name, number in given.items() if number is not None}
    faults += soundness.out_of_order(**there)
    if shape == "fixed" and len(set(there.values())) > 1:
        faults.append(Fault("shape-refuses", {"shape": shape, "column": "low, high"}))
    soundness.check(faults)
    return _MAKERS[shape](*(there[name] for name in needed))


def widened(
    distribution: Distribution, factor: float, lower: float = -math.inf, upper: float = math.inf
) -> Distribution:
    """Give the same shape with more doubt.

    Half-widths grow by the factor about the mode, or about the median where the shape has none; those of a
    lognormal grow in its logarithm. The weights of a discrete shape are flattened (w ** (1 / factor)), for
    its values are the only ones that can be. A fixed value has no half-width and stays as it is: it can only
    be listed as to be verified.

    Parameters
    ----------
    distribution
        What to widen; one of the shapes of this module.
    factor
        By how much, from 1 on; `MEMORY_WIDENING` for an unverified number.
    lower
        The ends go no lower, such as 0 for a share. A positive range stays positive in any case: an end falls
        to no less than end / factor**2; and so, mirrored, for a negative one.
    upper
        The ends go no higher, such as 1 for a share.

    Returns
    -------
    Distribution
        A record of the same shape.

    Raises
    ------
    DistributionError
        The factor is below 1, or the mode lies outside the bounds.
    """
    if not (factor >= 1.0 and math.isfinite(factor)):
        raise DistributionError([Fault("widening-factor", {"factor": factor})])
    push = _Push(factor, lower, upper)
    match distribution:
        case Triangular(low, mode, high) | Pert(low, mode, high):
            first, last = push.ends((low, high), mode)
            return type(distribution)(first, mode, last)
        case Discrete(values, weights):
            return Discrete(values, tuple(weight ** (1.0 / factor) for weight in weights))
        case Empirical(probabilities, values):
            return Empirical(probabilities, push.ends(values, float(np.interp(0.5, probabilities, values))))
    return _widened_about_median(distribution, push)


def _widened_about_median(distribution: Distribution, push: _Push) -> Distribution:
    match distribution:
        case Uniform(low, high):
            return Uniform(*push.ends((low, high), (low + high) / 2.0))
        case Normal(low, high):
            return Normal(*push.evenly(low, high))
        case Lognormal(low, high):
            return Lognormal(*push.by_ratio(low, high))
    return distribution


@dataclass(frozen=True, slots=True)
class _Push:
    """Moves ends away from a centre, but not through zero and not beyond the bounds."""

    factor: float
    lower: float
    upper: float

    def ends(self, ends: soundness.Row, centre: float) -> soundness.Row:
        """Push each end by the factor."""
        pushed = [centre + self.factor * (end - centre) for end in ends]
        if min(ends) > 0.0:
            pushed = [max(new, min(end, end / self.factor**2)) for new, end in zip(pushed, ends, strict=True)]
        if max(ends) < 0.0:
            pushed = [min(new, max(end, end / self.factor**2)) for new, end in zip(pushed, ends, strict=True)]
        return tuple(min(max(new, self.lower), self.upper) for new in pushed)

    def evenly(self, low: float, high: float) -> soundness.Row:
        """Push both ends by the smaller of the two ways, so that the median stays."""
        centre = (low + high) / 2.0
        first, last = self.ends((low, high), centre)
        half = min(centre - first, last - centre)
        return centre - half, centre + half

    def by_ratio(self, low: float, high: float) -> soundness.Row:
        """Push both ends in the logarithm."""
        centre = math.sqrt(low * high)
        ends = (centre * (low / centre) ** self.factor, centre * (high / centre) ** self.factor)
        return max(ends[0], self.lower), min(ends[1], self.upper)


def _bad_shape(shape: str) -> list[Fault]:
    if shape in _COLUMNS:
        return []
    if shape in SHAPES:
        return [Fault("shape-needs-table", {"shape": shape})]
    near = difflib.get_close_matches(shape, SHAPES, 1)
    values: dict[str, Value] = {"shape": shape, "near": near[0] if near else ", ".join(SHAPES)}
    return [Fault("shape-unknown", values)]


def _between(values: Array, low: float, high: float) -> Array:
    """Take away what rounding puts beyond the bounds."""
    return np.minimum(np.maximum(values, low, out=values), high, out=values)
