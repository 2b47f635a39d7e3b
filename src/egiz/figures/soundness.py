"""Whether numbers are sound for a shape of doubt; every fault found, keyed for the word files."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeAlias

from egiz.errors import Fault, InputError

Row: TypeAlias = tuple[float, ...]


class DistributionError(InputError):
    """A shape does not fit its numbers; every fault found, keyed for the word files.

    Keys: ``shape-unknown`` (shape, near), ``shape-needs-table`` (shape), ``shape-lacks`` (shape, column),
    ``shape-refuses`` (shape, column), ``range-not-finite`` (column, number), ``range-order`` (below, above:
    two columns; first, second: their numbers), ``range-not-positive`` (low), ``table-lengths``,
    ``table-empty``, ``table-order``, ``table-weights``, ``widening-factor`` (factor).
    """


def check(faults: Iterable[Fault]) -> None:
    """Raise what was found, if anything was."""
    found = tuple(faults)
    if found:
        raise DistributionError(found)


def not_finite(**numbers: float) -> list[Fault]:
    """Hold that each number is one; the names are the columns."""
    return [
        Fault("range-not-finite", {"column": name, "number": number})
        for name, number in numbers.items()
        if not math.isfinite(number)
    ]


def out_of_order(**numbers: float) -> list[Fault]:
    """Hold that the numbers are finite and never fall; the names are the columns."""
    faults = not_finite(**numbers)
    names = list(numbers)
    pairs = list(zip(names, names[1:], strict=False))
    return faults + [
        Fault(
            "range-order", {"below": below, "above": above, "first": numbers[below], "second": numbers[above]}
        )
        for below, above in pairs
        if numbers[below] > numbers[above]
    ]


def bad_table(values: Row, beside: Row, strictly: Row) -> list[Fault]:
    """Hold that two columns are finite, equally long and filled, and that `strictly` rises."""
    faults = [fault for number in values + beside for fault in not_finite(table=number)]
    if len(values) != len(beside):
        faults.append(Fault("table-lengths"))
    if not values:
        faults.append(Fault("table-empty"))
    if any(second <= first for first, second in zip(strictly, strictly[1:], strict=False)):
        faults.append(Fault("table-order"))
    return faults
