"""Which inputs move a result most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from egiz.figures.unit import Array

Model: TypeAlias = Callable[[Mapping[str, Array]], Array]
"""Works a result out, shape (draws,), with the uniform numbers of some inputs replaced."""


@dataclass(frozen=True, slots=True)
class Driver:
    """An input and how strongly it moves a result."""

    key: str
    """Key of the assumption."""
    strength: float
    """Rank correlation with the result (-1 to 1), or share of its variance (first order)."""


def average_ranks(values: Array) -> Array:
    """Ranks from 0 on; equal values share the average of theirs. Shape (draws,)."""
    _, which, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    ranks: Array = (ends - (counts + 1) / 2.0)[which]
    return ranks


def rank_drivers(result: Array, ranks: Mapping[str, Array]) -> tuple[Driver, ...]:
    """Rank correlation (Spearman) of each input with a result, the strongest first.

    Parameters
    ----------
    result
        Shape (draws,).
    ranks
        Ranks of each input in any even scale, shape (draws,).

    Returns
    -------
    tuple
        By falling size, equals by key. Empty where the result is the same in every draw; an input that is
        itself the same in every draw is left out.
    """
    placed = _standard(average_ranks(result))
    if placed is None:
        return ()
    scaled = {key: _standard(numbers) for key, numbers in ranks.items()}
    return _sorted(
        Driver(key, float(placed @ numbers) / len(placed))
        for key, numbers in scaled.items()
        if numbers is not None
    )


def first_order(
    model: Model, first: Array, second: Mapping[str, Array], groups: Iterable[tuple[str, ...]]
) -> tuple[Driver, ...]:
    """Share of the variance of a result that each input explains alone (Sobol index of first order).

    Parameters
    ----------
    model
        Works the result out with some uniform numbers replaced.
    first
        The result as drawn, shape (draws,).
    second
        A second, independent set of uniform numbers of every input.
    groups
        Inputs to be swapped together: those that are correlated stand in one group.

    Returns
    -------
    tuple
        By falling size, equals by key; the members of a group all carry the index of their group. An estimate
        near zero may fall below it. Empty where the result is the same in every draw.

    Notes
    -----
    Pick and freeze: a run in which only one input is swapped shares nothing but that input with the second
    run. Source: Saltelli et al. 2010, Computer Physics Communications 181, table 2, row b, with the second
    run centred.
    """
    other = model(second)
    variance = float(np.concatenate([first, other]).var())
    if variance == 0.0:
        return ()
    centred = other - other.mean()
    found = []
    for group in groups:
        swapped = model({key: second[key] for key in group})
        index = float(np.mean(centred * (swapped - first))) / variance
        found += [Driver(key, index) for key in group]
    return _sorted(found)


def _standard(numbers: Array) -> Array | None:
    """Mean 0 and deviation 1; none where all are alike."""
    deviation = float(numbers.std())
    if deviation == 0.0:
        return None
    standard: Array = (numbers - numbers.mean()) / deviation
    return standard


def _sorted(drivers: Iterable[Driver]) -> tuple[Driver, ...]:
    return tuple(sorted(drivers, key=lambda driver: (-abs(driver.strength), driver.key)))
