"""How numbers are rolled up: points into hours, hours into days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from egiz.city.store.record import Moment, Rollup

HOUR = 3_600_000_000
"""An hour [microseconds]."""

DAY = 24 * HOUR
"""A day [microseconds]."""

SPANS = {"hour": (0, HOUR), "day": (1, DAY)}
"""The spans: how they are numbered, and their length [microseconds]."""


def fold(points: Iterable[tuple[Moment, int | float]], length: Moment) -> Iterator[Rollup]:
    """Roll points up.

    Parameters
    ----------
    points
        Time [microseconds] and number, by rising time.
    length
        Length of a span [microseconds]; spans begin at its multiples.

    Yields
    ------
    Rollup
        One a span that has points.
    """
    for start, group in groupby(points, lambda point: point[0] - point[0] % length):
        times, numbers = zip(*group, strict=True)
        values = [float(number) for number in numbers]
        squares = sum(value * value for value in values)
        extremes = min(values), max(values)
        ends = times[0], values[0], times[-1], values[-1]
        yield Rollup(start, len(values), sum(values), squares, *extremes, *ends)


def gather(rollups: Iterable[Rollup], length: Moment) -> Iterator[Rollup]:
    """Roll shorter spans up into longer ones.

    Parameters
    ----------
    rollups
        The shorter spans, by rising beginning.
    length
        Length of the longer span [microseconds].

    Yields
    ------
    Rollup
        One a longer span that has any.
    """
    for start, group in groupby(rollups, lambda one: one.start - one.start % length):
        parts = list(group)
        yield Rollup(
            start,
            sum(one.count for one in parts),
            sum(one.total for one in parts),
            sum(one.squares for one in parts),
            min(one.low for one in parts),
            max(one.high for one in parts),
            parts[0].first_time,
            parts[0].first,
            parts[-1].last_time,
            parts[-1].last,
        )
