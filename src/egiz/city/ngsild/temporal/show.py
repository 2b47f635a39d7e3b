"""From observations to the temporal representations: instances, pairs of value and time, aggregates."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

from egiz.city.ngsild import moment
from egiz.city.ngsild.attribute import VALUE
from egiz.city.ngsild.document import NULL, Json, Members, many, members, read, write
from egiz.city.ngsild.prepare import KINDS
from egiz.city.ngsild.render import KEPT_WHOLE, View, render
from egiz.city.ngsild.temporal.span import TIMES, Span
from egiz.city.store.record import Kind, Observation

NAMES = {kind: name for name, kind in KINDS.items()}
"""The type of attribute by the store's number."""

INSTANCE = "urn:ngsi-ld:Instance:"
"""What the identifier of an instance starts with."""


def instance(one: Observation) -> Members:
    """Write an observation in the stored form of an instance."""
    kind = NAMES[one.kind]
    value = read(one.value) if isinstance(one.value, bytes) else one.value
    changed = one.created if one.modified is None else one.modified
    head: Members = {"type": kind, VALUE[kind]: NULL if one.deleted else value}
    if one.observed_at is not None:
        head["observedAt"] = moment.of_micros(one.observed_at)
    if one.dataset:
        head["datasetId"] = one.dataset
    if one.deleted:
        head["deletedAt"] = moment.of_micros(changed)
    extra = members(read(one.extra), "what was kept of an instance") if one.extra and not one.deleted else {}
    return {
        **head,
        **extra,
        "instanceId": f"{INSTANCE}{one.instance}",
        "createdAt": moment.of_micros(one.created),
        "modifiedAt": moment.of_micros(changed),
    }


def normalized(found: Mapping[str, list[Observation]], head: Members, view: View) -> Members:
    """Show every instance whole.

    Parameters
    ----------
    found
        The instances by attribute.
    head
        Identifier, types and scopes in the stored form.
    view
        What to show.
    """
    whole: Members = {**head, **{name: [*map(instance, every)] for name, every in found.items()}}
    shown = render(whole, view)
    result: Members = {}
    for name, value in shown.items():
        inside = name not in head and name not in {"createdAt", "modifiedAt"}
        result[name] = [*many(value)] if inside else value
    for name, every in found.items():
        short = view.context.compact(name)
        if short in result and not view.system:
            dates = [moment.of_micros(_time(one, "deletedAt")) if one.deleted else "" for one in every]
            parts = many(result[short])
            if len(parts) == len(dates):
                result[short] = [
                    {**part, "deletedAt": date} if date and isinstance(part, dict) else part
                    for part, date in zip(parts, dates, strict=True)
                ]
    return result


def values(found: Mapping[str, list[Observation]], head: Members, view: View, span: Span) -> Members:
    """Show pairs of value and time."""
    shown = render(head, view)
    for name, every in found.items():
        short = view.context.compact(name)
        groups: dict[str, list[Observation]] = {}
        for one in every:
            groups.setdefault(one.dataset, []).append(one)
        parts: list[Json] = [_series(group, view, span) for group in groups.values()]
        if parts:
            shown[short] = parts[0] if len(parts) == 1 else parts
    return shown


def _series(every: list[Observation], view: View, span: Span) -> Json:
    """Show one series as pairs."""
    kind = NAMES[every[0].kind]
    member = VALUE[kind]
    plural = "values" if member == "value" else f"{member}s"
    pairs: list[Json] = _numbers(every, span.property)
    for one in every if not pairs else ():
        whole = instance(one)
        shown = render({"id": "", "type": [], "a": [whole]}, View(view.context, language=view.language))
        part = shown[view.context.compact("a")]
        value = part.get(VALUE[str(part["type"])]) if isinstance(part, dict) else None
        if member == "objectList" and value != NULL:
            value = [each.get("object") if isinstance(each, dict) else each for each in many(value)]
        wrapped: Json = {member: value} if member in KEPT_WHOLE and value != NULL else value
        pairs.append([wrapped, moment.of_micros(_time(one, span.property))])
    head: Members = {"type": kind}
    if every[0].dataset:
        head["datasetId"] = every[0].dataset
    return {**head, plural: pairs}


def _numbers(every: list[Observation], kind: str) -> list[Json]:
    """Pair numbers with times where a series holds nothing else: the quick way for long ones."""
    if any(one.kind != Kind.PROPERTY or one.deleted or isinstance(one.value, bytes) for one in every):
        return []
    times = moment.of_many([_time(one, kind) for one in every])
    return [[one.value, time] for one, time in zip(every, times, strict=True)]  # type: ignore[list-item]


def _time(one: Observation, kind: str) -> int:
    """Tell when an instance was, by a property of time [microseconds]."""
    if kind == "createdAt":
        return one.created
    if kind == "observedAt" and one.observed_at is not None:
        return one.observed_at
    return one.created if one.modified is None else one.modified


def aggregated(found: Mapping[str, list[Observation]], head: Members, view: View, span: Span) -> Members:
    """Show aggregates over periods."""
    shown = render(head, view)
    start = _start(found, span)
    for name, every in found.items():
        groups: dict[str, list[Observation]] = {}
        for one in every:
            groups.setdefault(one.dataset, []).append(one)
        parts: list[Json] = [_aggregates(group, span, start) for group in groups.values()]
        if parts:
            shown[view.context.compact(name)] = parts[0] if len(parts) == 1 else parts
    return shown


def _start(found: Mapping[str, list[Observation]], span: Span) -> int:
    """Tell where the first period begins [microseconds]."""
    if span.start is not None and span.end is not None:
        return span.start
    times = [_time(one, span.property) for every in found.values() for one in every]
    return min(times) if times else 0


def _aggregates(every: list[Observation], span: Span, start: int) -> Json:
    """Aggregate one series."""
    periods: dict[int, list[Observation]] = {}
    for one in sorted(every, key=lambda each: _time(each, span.property)):
        number = (_time(one, span.property) - start) // span.period if span.period else 0
        periods.setdefault(number, []).append(one)
    head: Members = {"type": NAMES[every[0].kind]}
    if every[0].dataset:
        head["datasetId"] = every[0].dataset
    for method in span.methods:
        rows: list[Json] = []
        for number, group in periods.items():
            value = aggregate(method, [_plain(one) for one in group])
            if value is not None:
                rows.append([value, *_ends(number, group, span, start)])
        head[method] = rows
    return head


def _ends(number: int, group: list[Observation], span: Span, start: int) -> list[Json]:
    """Give the ends of one period."""
    if span.period:
        first = start + number * span.period
        return [moment.of_micros(first), moment.of_micros(first + span.period)]
    times = [_time(one, span.property) for one in group]
    first = min(times) if span.start is None else span.start
    last = max(times) if span.end is None else span.end
    return [moment.of_micros(first), moment.of_micros(last)]


def _plain(one: Observation) -> Json:
    return read(one.value) if isinstance(one.value, bytes) else one.value


def aggregate(method: str, every: list[Json]) -> Json:
    """Work out one aggregate.

    Parameters
    ----------
    method
        How, as the standard names it.
    every
        The values of one period.

    Returns
    -------
    Json
        The aggregate; None where these values have none.
    """
    if method == "totalCount":
        return len(every)
    if method == "distinctCount":
        return len({write(one) for one in every})
    numbers = [_number(one) for one in every]
    real = [one for one in numbers if one is not None]
    if len(real) == len(every):
        return _finite(NUMERIC[method], real)
    texts = [one for one in every if isinstance(one, str)]
    if method in {"min", "max"} and len(texts) == len(every):
        return min(texts) if method == "min" else max(texts)
    return None


def _finite(aggregate: Callable[[list[float]], float], numbers: list[float]) -> float | None:
    """Aggregate numbers; None where the result is beyond those of double precision."""
    try:
        found = aggregate(numbers)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def _number(value: Json) -> float | None:
    """Read a value as a number: a truth counts 1, an array its length."""
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, (int, float)):
        return float(value)
    return float(len(value)) if isinstance(value, list) else None


def _deviation(numbers: list[float]) -> float:
    mean = math.fsum(numbers) / len(numbers)
    return math.sqrt(math.fsum((one - mean) ** 2 for one in numbers) / len(numbers))


NUMERIC: Mapping[str, Callable[[list[float]], float]] = {
    "sum": math.fsum,
    "avg": lambda numbers: math.fsum(numbers) / len(numbers),
    "min": min,
    "max": max,
    "stddev": _deviation,
    "sumsq": lambda numbers: math.fsum(one * one for one in numbers),
}
"""Aggregates of numbers."""


def times(found: Iterable[Observation], kind: str) -> list[int]:
    """Give the times of instances by a property of time [microseconds]."""
    return [_time(one, kind) for one in found if kind in TIMES]
