"""Pairs of value and time, by the quick way: series that hold nothing but numbers, ten thousand at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from egiz.city.ngsild import moment
from egiz.city.ngsild.document import Members
from egiz.city.ngsild.render import View, render
from egiz.city.ngsild.temporal.span import Span
from egiz.city.store.reading import Reading
from egiz.city.store.record import Kind, Series

NUMBERS = {int, float}
"""What the store gives for a number."""


@dataclass(frozen=True, slots=True)
class Line:
    """The points of one series."""

    series: Series
    """Whose they are."""
    times: tuple[int, ...]
    """When each was observed [microseconds]."""
    values: tuple[float, ...]
    """What was observed."""


def wanted(reading: Reading, tenant: str, name: str, view: View) -> Iterator[Series]:
    """Name the series of an entity that a view shows."""
    for series in reading.history.series(tenant, name):
        if (view.pick is not None and series.attribute not in view.pick) or series.attribute in view.omit:
            continue
        if view.datasets is None or (series.dataset or "@none") in view.datasets:
            yield series


def lines(reading: Reading, every: list[Series], span: Span, most: int) -> list[Line] | None:
    """Read series of numbers.

    Parameters
    ----------
    reading
        The snapshot.
    every
        The series.
    span
        Which stretch of them.
    most
        Most points of all series together.

    Returns
    -------
    list
        The points of each series that has some; None where the general way must answer: there are more, or
        something else than numbers that were observed.
    """
    if span.form != "temporalValues" or span.property != "observedAt":
        return None
    found: list[Line] = []
    left = most
    for series in every:
        rows = reading.history.kinds(series, span.window(left + 1))
        left -= len(rows)
        if left < 0:
            return None
        if rows:
            times, values, kinds = zip(*rows, strict=True)
            if set(kinds) != {Kind.PROPERTY} or not set(map(type, values)) <= NUMBERS:
                return None
            found.append(Line(series, times, values))
    return found


def shown(found: list[Line], head: Members, view: View) -> Members:
    """Show pairs of value and time.

    Parameters
    ----------
    found
        The points of each series, those of one attribute one after the other.
    head
        Identifier and types in the stored form.
    view
        What to show.
    """
    result = render(head, view)
    parts: dict[str, list[Members]] = {}
    for line in found:
        dataset: Members = {"datasetId": line.series.dataset} if line.series.dataset else {}
        pairs = list(zip(line.values, moment.of_many(line.times), strict=True))
        part: Members = {"type": "Property", **dataset, "values": pairs}  # type: ignore[dict-item]
        parts.setdefault(view.context.compact(line.series.attribute), []).append(part)
    for name, every in parts.items():
        result[name] = every[0] if len(every) == 1 else [*every]
    return result
