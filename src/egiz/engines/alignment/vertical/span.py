"""One pass of the programme: prices of all states from station to station, then the way back.

The way back looks again at the prices that it came by, so these are kept. Where all of them take too much
room, those at the ends of spans are, and each span is swept a second time when the way back comes to it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment.record import Array32, Mask
from egiz.engines.alignment.vertical.grid import Ground
from egiz.engines.alignment.vertical.kernel import Numbers, cheapest, start, sweep, trace

MOST_KEPT = 32_000_000
"""Prices kept at once."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a pass looks at, as the kernel reads it; arrays are (stations,)."""

    low: Numbers
    """Number of the lowest level."""
    middle: Numbers
    """Class in the middle of those looked at."""
    tied: Numbers
    """Number of the level that is tied, or `FREE`."""
    flat: Mask
    """Whether the step that ends there is level."""
    scale: tuple[float, float, float, float]
    """Height of level 0, spacing of levels, height of the table's first row, spacing of its rows [m]."""
    limit: tuple[int, int]
    """Largest class, and largest change of class."""
    ground: Ground
    """The ground."""
    table: Array32
    """Prices by height over the ground."""

    def begun(self, found: Array32) -> None:
        """Fill the prices of all states at the first station: (classes, levels)."""
        at = (self.ground.height[0], self.ground.kind[0], self.ground.weight[0])
        start(found, int(self.low[0]), int(self.tied[0]), self.scale, *at, self.table)

    def swept(self, span: Span, value: Array32) -> tuple[int, float]:
        """Fill the prices of a span from those of its first station; blocked station or -1, taken off."""
        ground = (self.ground.height, self.ground.kind, self.ground.weight)
        window = (self.low, self.middle, self.tied, self.flat)
        return sweep(span, *window, self.scale, self.limit, *ground, self.table, value)


def cheapest_way(asked: Asked, shape: tuple[int, int]) -> tuple[int, float, Numbers]:
    """Find the cheapest way through a window of so many classes and levels.

    Returns
    -------
    tuple
        Station that blocks or -1; what the prices add up to; number of the level at each station, empty
        where blocked.
    """
    steps = len(asked.low) - 1
    long = max(1, min(steps, MOST_KEPT // (shape[0] * shape[1])))
    value = np.empty((long + 1, *shape), dtype=np.float32)
    asked.begun(value[0])
    spans = [(first, min(first + long, steps)) for first in range(0, steps, long)]
    kept, price = [], 0.0
    for span in spans:
        kept.append(value[0].copy())
        blocked, taken = asked.swept(span, value)
        if blocked >= 0:
            return blocked, np.inf, np.empty(0, dtype=np.int64)
        price += taken
        if span != spans[-1]:
            value[0] = value[span[1] - span[0]]
    last = value[steps - spans[-1][0]]
    price += float(last.min())
    return -1, price, _way_back(asked, spans, kept, value)


def _way_back(asked: Asked, spans: list[Span], kept: list[Array32], value: Array32) -> Numbers:
    """Number of the level at each station; `value` holds the prices of the last span."""
    found = np.empty(len(asked.low), dtype=np.int64)
    state = cheapest(value[spans[-1][1] - spans[-1][0]])
    for span, first in zip(reversed(spans), reversed(kept), strict=True):
        if span != spans[-1]:
            value[0] = first
            asked.swept(span, value)
        state = trace(span, state, asked.limit[1], asked.low, asked.middle, value, found)
    return found
