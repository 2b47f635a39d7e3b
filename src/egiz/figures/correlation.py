"""Inputs that are not independent: their strata are put in a common order (Gaussian copula).

Normal scores of the streams are correlated, then each stream's own numbers are put in the order of its
correlated scores (Iman and Conover 1982). So every stream keeps its strata. Scores are worked out for whole
groups of names, asked for or not, so that leaving a name out of a run moves no other stream.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from egiz.errors import Fault, InputError, Value
from egiz.figures.bell import scores
from egiz.figures.unit import Array

ROUNDING = 1e-9
"""How far below zero an eigenvalue may lie by rounding alone."""


@dataclass(frozen=True, slots=True)
class Correlation:
    """Two inputs that go together: one row of ``correlations.csv``."""

    first: str
    """Key of an assumption."""
    second: str
    """Key of another."""
    rank: float
    """Rank correlation of the two (Spearman), -1 to 1."""
    source: str = ""
    """Key of the `Source` that says so."""


@dataclass(frozen=True, slots=True)
class Correlations:
    """All pairs that go together; the same for all scenarios, or their pairing is lost.

    Raises
    ------
    InputError
        ``correlation-range`` (first, second, rank), ``correlation-itself`` (first), ``correlation-twice``
        (first, second); and where no joint distribution can have these correlations,
        ``correlation-impossible`` with the pair that weighs most in it.
    """

    pairs: tuple[Correlation, ...] = ()
    """Rows in any order."""

    def __post_init__(self) -> None:
        faults = _bad_rows(self.pairs)
        if not faults:
            faults = [fault for group in self.groups() for fault in _impossible(group, self.matrix(group))]
        if faults:
            raise InputError(faults)

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Names joined by any chain of pairs, each group in alphabetical order."""
        groups: list[set[str]] = []
        for pair in self.pairs:
            joined = {pair.first, pair.second}
            apart = [group for group in groups if not group & joined]
            groups = [*apart, joined.union(*(group for group in groups if group & joined))]
        return tuple(sorted(tuple(sorted(group)) for group in groups))

    def group_of(self, key: str) -> tuple[str, ...]:
        """Return the names that go with `key`, itself included; itself alone where it is independent."""
        return next((group for group in self.groups() if key in group), (key,))

    def matrix(self, group: tuple[str, ...]) -> Array:
        """Correlation of the normal scores that gives the rank correlations asked for.

        Notes
        -----
        Source: Pearson 1907: rank = (6 / pi) asin(score / 2) for two normal variables.
        """
        place = {name: index for index, name in enumerate(group)}
        matrix = np.eye(len(group))
        for pair in self.pairs:
            if pair.first in place:
                i, j = place[pair.first], place[pair.second]
                matrix[i, j] = matrix[j, i] = 2.0 * np.sin(np.pi * pair.rank / 6.0)
        return matrix

    def ordered(self, group: tuple[str, ...], streams: Mapping[str, Array]) -> Mapping[str, Array]:
        """Put the numbers of each stream of a group in the common order.

        Parameters
        ----------
        group
            One of `groups`.
        streams
            Independent uniform numbers by name, each of shape (draws,).

        Returns
        -------
        Mapping
            The same numbers in another order; the first name of the group keeps its own.
        """
        numbers = np.stack([streams[name] for name in group])
        tied = _root(self.matrix(group)) @ scores(numbers)
        ordered = np.empty_like(numbers)
        np.put_along_axis(ordered, np.argsort(tied, axis=1), np.sort(numbers, axis=1), axis=1)
        return dict(zip(group, ordered, strict=True))


def _root(matrix: Array) -> Array:
    """Lower triangular root (Cholesky) that also takes a matrix with eigenvalues of zero."""
    size = len(matrix)
    root = np.zeros_like(matrix)
    for j in range(size):
        pivot = matrix[j, j] - root[j, :j] @ root[j, :j]
        if pivot > ROUNDING:
            root[j:, j] = (matrix[j:, j] - root[j:, :j] @ root[j, :j]) / np.sqrt(pivot)
    return root


def _bad_rows(pairs: Iterable[Correlation]) -> list[Fault]:
    faults: list[Fault] = []
    seen: set[frozenset[str]] = set()
    for pair in pairs:
        values: dict[str, Value] = {"first": pair.first, "second": pair.second, "rank": pair.rank}
        both = frozenset((pair.first, pair.second))
        if len(both) == 1:
            faults.append(Fault("correlation-itself", values))
        if both in seen:
            faults.append(Fault("correlation-twice", values))
        if not -1.0 <= pair.rank <= 1.0:
            faults.append(Fault("correlation-range", values))
        seen.add(both)
    return faults


def _impossible(group: tuple[str, ...], matrix: Array) -> list[Fault]:
    """Name the pair that pulls the lowest eigenvalue furthest below zero."""
    eigenvalues, vectors = np.linalg.eigh(matrix)
    if eigenvalues[0] >= -ROUNDING:
        return []
    pull = np.outer(vectors[:, 0], vectors[:, 0]) * matrix
    i, j = np.unravel_index(np.argmin(np.triu(pull, 1)), pull.shape)
    rank = 6.0 / np.pi * np.arcsin(matrix[i, j] / 2.0)
    return [
        Fault(
            "correlation-impossible", {"first": group[i], "second": group[j], "rank": round(float(rank), 6)}
        )
    ]
