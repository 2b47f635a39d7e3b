"""Which rotations can be flown: a grid of departures, opening hours, free aircraft and one crew's duty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil

import numpy as np
from numpy.typing import NDArray

from egiz.engines.rotation.record import Limits, Service
from egiz.errors import EngineError
from egiz.world.week import DAY, WEEK, Mask

Numbers = NDArray[np.int64]

PUBLISHED = 5
"""Timetables print whole multiples of five minutes."""
DAYS = 7


@dataclass(frozen=True, slots=True)
class Grid:
    """The rotations that can be flown, in the order of the week."""

    out: Numbers
    """Departures from the base [min of its week], one a rotation."""
    back: Numbers
    """Departures from the far end [min of its own week]."""
    day: Numbers
    """Day of departure from the base, Monday 0."""
    slot: Numbers
    """Place of the departure on the grid of its day."""
    starts: Numbers
    """First rotation of each day, and the number of rotations at the end: (8,)."""
    index: Numbers
    """Rotation of a day and slot, or minus one: (7, slots)."""

    @property
    def days(self) -> int:
        """Days with a rotation that can be flown."""
        return int((np.diff(self.starts) > 0).sum())

    @property
    def code(self) -> bytes:
        """Equal for grids with the same rotations."""
        return self.out.tobytes() + self.back.tobytes()

    def possible(self, flights: int) -> int:
        """How many timetables of so many days with a rotation each there are."""
        ways = [1] + [0] * flights
        for count in np.diff(self.starts).tolist():
            for taken in range(flights, 0, -1):
                ways[taken] += ways[taken - 1] * count
        return ways[flights]


def grid_of(service: Service, limits: Limits) -> Grid:
    """Find every rotation that a service can fly within the limits; none where one crew's duty is too short.

    Raises
    ------
    EngineError
        The step is no multiple of five minutes that divides a day, or a mask is not a week of minutes.
    """
    _check(limits)
    block, turned = published(service.block), published(service.block + service.turn)
    out = np.arange(0, WEEK, limits.step)
    home_again = out + turned + block
    there = out + round(limits.difference)
    fits = limits.base_open[out] & limits.base_open[home_again % WEEK]
    fits &= limits.far_open[(there + block) % WEEK] & limits.far_open[(there + turned) % WEEK]
    fits &= _free(limits.free, out, turned + block)
    if turned + block + limits.duty_margin > limits.duty:
        fits[:] = False
    return _numbered(out[fits], (there[fits] + turned) % WEEK, limits.step)


def published(minutes: float) -> int:
    """Round minutes up to what a timetable prints."""
    return ceil(minutes / PUBLISHED - 1e-9) * PUBLISHED


def _free(free: Mask, out: Numbers, length: int) -> Mask:
    """Whether the aircraft is free from the first minute of each rotation to the last."""
    twice = np.concatenate([[0], np.cumsum(np.concatenate([free, free, free]))])
    found: Mask = twice[out + length + 1] - twice[out] == length + 1
    return found


def _numbered(out: Numbers, back: Numbers, step: int) -> Grid:
    day, slot = out // DAY, out % DAY // step
    index = np.full((DAYS, DAY // step), -1, dtype=np.int64)
    index[day, slot] = np.arange(out.size)
    return Grid(out, back, day, slot, np.searchsorted(day, np.arange(DAYS + 1)), index)


def _check(limits: Limits) -> None:
    if limits.step < 1 or limits.step % PUBLISHED or DAY % limits.step:
        wrong = f"of {limits.step} minutes is no multiple of {PUBLISHED} that divides a day"
        raise EngineError("the step", wrong, "take 15, 30 or 60")
    for name, mask in (("base_open", limits.base_open), ("far_open", limits.far_open), ("free", limits.free)):
        if mask.shape != (WEEK,):
            raise EngineError(
                name, f"has the shape {mask.shape}", f"give one mark for each of {WEEK} minutes"
            )


def check_days(grid: Grid, service: Service, limits: Limits) -> None:
    """Refuse a number of rotations that the grid has no days for.

    Raises
    ------
    EngineError
        Too few days, or no rotation at all: the duty, the opening hours or the closures leave none.
    """
    most = max(limits.flights)
    if grid.days >= most:
        return
    needed = published(service.block + service.turn) + published(service.block) + limits.duty_margin
    what = f"{service.aircraft} {most} times a week"
    if needed > limits.duty:
        wrong = f"asks {needed:g} minutes of one crew, whose duty ends after {limits.duty:g}"
        raise EngineError(what, wrong, "take a faster type or a shorter turn")
    wrong = f"finds only {grid.days} days on which opening hours, closures and free aircraft leave a slot"
    raise EngineError(what, wrong, "fly less often, or split the season at the closures")


def day_sets(grid: Grid, flights: int) -> Sequence[tuple[int, ...]]:
    """Every choice of days on which that many rotations can be flown."""
    open_days = [d for d in range(DAYS) if grid.starts[d + 1] > grid.starts[d]]
    return tuple(combinations(open_days, flights))
