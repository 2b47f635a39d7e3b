"""Prices corrected along a line by what its profile truly costs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from egiz.engines.alignment.record import Array, Array32, Field, Plan, Profile

REACH = 5_000.0
"""The correction fades out at this distance from the line [m]."""
SMOOTH = 3_000.0
"""It is meant over this length of the line [m]."""
STRONGEST = 4.0
"""It multiplies or divides by no more than this."""
ROOM = 12_000.0
"""The search goes no farther from the line than this [m]."""
PLACES = 0.5
"""Places of the line for each cell that it crosses."""


@dataclass(frozen=True, slots=True)
class Corridor:
    """The part of a field around a line, with prices corrected."""

    field: Field
    """The ground around the line."""
    price: Array32
    """Price of a metre [USD/m]: (rows, columns); inf outside."""


def corridor(field: Field, price: Array32, plan: Plan, profile: Profile, costs: Array) -> Corridor:
    """Cut out the ground around a line and correct its prices.

    Parameters
    ----------
    field
        The whole ground.
    price
        Price of a metre by cell [USD/m]: (rows, columns).
    plan
        The line in plan.
    profile
        The line in profile.
    costs
        What a metre costs at each station of the profile [USD/m]: (stations,).

    Returns
    -------
    Corridor
        Near the line prices are those of the profile, in proportion; farther away they are as they were.
    """
    from egiz.engines.alignment.price.kernel import corrected, paint

    rows, columns = _window(field, plan)
    cut = _cut(field, rows, columns)
    count = max(2, int(PLACES * plan.length / field.cell))
    chainage = np.linspace(0.0, plan.length, count)
    x = (np.interp(chainage, plan.chainage, plan.x) - cut.west) / field.cell
    y = (np.interp(chainage, plan.chainage, plan.y) - cut.south) / field.cell
    ratio = _ratio(price[rows, columns], (y, x), np.interp(chainage, profile.chainage, costs), plan.length)
    near = np.full(cut.height.shape, np.inf, dtype=np.float32)
    number = np.zeros(cut.height.shape, dtype=np.int32)
    paint(near, number, x, y, ROOM / field.cell)
    found = corrected(price[rows, columns], near, number, ratio, REACH / field.cell)
    return Corridor(cut, found)


def _window(field: Field, plan: Plan) -> tuple[slice, slice]:
    """Rows and columns within reach of a line."""
    spans = []
    for place, first, count in (
        (plan.y, field.south, field.height.shape[0]),
        (plan.x, field.west, field.height.shape[1]),
    ):
        low = int((place.min() - ROOM - first) / field.cell)
        high = int(np.ceil((place.max() + ROOM - first) / field.cell)) + 1
        spans.append(slice(max(low, 0), min(high, count)))
    return spans[0], spans[1]


def _cut(field: Field, rows: slice, columns: slice) -> Field:
    """Part of a field."""
    return replace(
        field,
        west=field.west + columns.start * field.cell,
        south=field.south + rows.start * field.cell,
        height=field.height[rows, columns],
        deviation=field.deviation[rows, columns],
        weight=field.weight[rows, columns],
        water=field.water[rows, columns],
    )


def _ratio(price: Array32, at: tuple[Array, Array], costs: Array, length: float) -> Array:
    """True over expected price along a line, both smoothed, over the same of the whole line.

    What is wrong everywhere alike is no reason to leave the line, or to stay.
    """
    width = max(1, round(SMOOTH / length * len(costs)))
    nearest = np.rint(np.stack(at)).astype(np.int64)
    rows, columns = (np.clip(place, 0, size - 1) for place, size in zip(nearest, price.shape, strict=True))
    expected = price[rows, columns].astype(np.float64)
    known = np.isfinite(expected)
    expected[~known] = costs[~known]
    ratio = _meant(costs, width) / _meant(expected, width)
    ratio *= expected.sum() / costs.sum()
    clipped: Array = np.clip(ratio, 1.0 / STRONGEST, STRONGEST)
    return clipped


def _meant(values: Array, width: int) -> Array:
    """Mean over so many values around each, fewer at the ends."""
    half = width // 2
    sums = np.concatenate([[0.0], np.cumsum(values)])
    place = np.arange(len(values))
    first, after = np.maximum(place - half, 0), np.minimum(place + half + 1, len(values))
    return np.asarray((sums[after] - sums[first]) / (after - first))
