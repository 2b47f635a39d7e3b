"""Lines that no other beats in both cost and run time."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from egiz.engines.alignment.chain import align
from egiz.engines.alignment.record import Alignment, Array, Field, Mask, Prices, Standard

RunTime = Callable[[Alignment, Standard], float]
"""Gives the run time [s] of a line built to a standard; the run itself is another engine's subject."""
MOST_THREADS = 4
"""Lines laid at once, at most: each holds rasters of its own."""


def front(
    field: Field,
    points: Array,
    standards: Sequence[Standard],
    prices: Prices,
    run_time: RunTime,
    threads: int | None = None,
) -> tuple[Alignment, ...]:
    """Lines through points, one a standard, of which none is both dearer and slower than another.

    Parameters
    ----------
    field
        The ground.
    points
        x and y of each point to pass [m]: (points, 2).
    standards
        Standards to try.
    prices
        What earth and structures cost.
    run_time
        Run time of a line [s]; asked once a standard, in their order, where `front` is called.
    threads
        Lines to lay at once, all with the same outcome; by default one a processor, four at most.

    Returns
    -------
    tuple of Alignment
        Those that are left, the cheapest first.

    Raises
    ------
    EngineError
        There is no way in plan.
    NoLineError
        There is no line in profile.
    """
    crew = threads or min(MOST_THREADS, os.cpu_count() or 1)
    lines, times = [], []
    with ThreadPoolExecutor(crew) as pool:
        laid = pool.map(lambda standard: align(field, points, standard, prices), standards)
        for line, standard in zip(laid, standards, strict=True):
            lines.append(line)
            times.append(run_time(line, standard))
    cost, time = np.array([line.cost.mean() for line in lines]), np.array(times)
    kept = np.flatnonzero(unbeaten(cost, time))
    return tuple(lines[which] for which in kept[np.argsort(cost[kept], kind="stable")])


def unbeaten(cost: Array, time: Array) -> Mask:
    """Which of some points no other beats in one respect without losing in the other.

    Parameters
    ----------
    cost
        One respect; less is better: (points,).
    time
        The other respect; less is better: (points,).

    Returns
    -------
    Mask
        Shape (points,). Of points that are alike, the first.
    """
    order = np.lexsort((time, cost))
    best = np.minimum.accumulate(time[order])
    kept = np.ones(len(cost), dtype=bool)
    kept[1:] = time[order][1:] < best[:-1]
    found = np.zeros(len(cost), dtype=bool)
    found[order[kept]] = True
    return found
