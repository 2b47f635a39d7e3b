"""Quantities that a study makes itself: several put side by side, and one row taken out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.figures.quantity import Ask, Quantity
from egiz.figures.unit import Array


@dataclass(frozen=True, slots=True)
class _Stack:
    """Puts arrays on top of each other along a new first axis."""

    rank: int
    """Axes of each part before the draws."""

    def __call__(self, *parts: Array) -> Array:
        if not parts:
            return np.empty((0,) + (1,) * (self.rank + 1))
        return np.stack(np.broadcast_arrays(*parts))


@dataclass(frozen=True, slots=True)
class _Row:
    """Takes one row of the first axis."""

    index: int

    def __call__(self, whole: Array) -> Array:
        row: Array = whole[self.index]
        return row


def gathered(
    key: str, unit: str, axis: str, parts: tuple[str, ...], part_axes: tuple[str, ...] = ()
) -> Quantity:
    """Make the quantity that puts others side by side.

    Parameters
    ----------
    key
        Its whole name.
    unit
        Unit of it and of all parts.
    axis
        Key of the new first axis; as many labels as there are parts.
    parts
        Keys of the parts in the order of the labels; there may be none.
    part_axes
        Axes of each part.

    Returns
    -------
    Quantity
        Shape (parts, axes of a part..., draws).
    """
    asks = tuple(Ask(f"part_{index}", part, unit, part_axes) for index, part in enumerate(parts))
    written = f"stack({', '.join(parts)})"
    return Quantity(
        key, unit, (axis, *part_axes), asks, _Stack(len(part_axes)), _here(gathered.__name__), "", written
    )


def taken(
    key: str, source_key: str, unit: str, axis: str, index: int, part_axes: tuple[str, ...] = ()
) -> Quantity:
    """Make the quantity that is one row of another.

    Parameters
    ----------
    key
        Its whole name.
    source_key
        Key of the quantity the row is taken from.
    unit
        Unit of both.
    axis
        Key of the first axis of the source.
    index
        Which row, counted from 0.
    part_axes
        Axes of the source after the first.

    Returns
    -------
    Quantity
        Shape (axes of a part..., draws).
    """
    asks = (Ask("whole", source_key, unit, (axis, *part_axes)),)
    written = f"{source_key}[{index}]"
    return Quantity(key, unit, part_axes, asks, _Row(index), _here(taken.__name__), "", written)


def _here(name: str) -> str:
    return f"{__name__.replace('.', '/')}.py:{name}"
