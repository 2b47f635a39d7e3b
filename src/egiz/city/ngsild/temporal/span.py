"""What a temporal query asks: which time, how many, in which form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from egiz.city.ngsild import moment
from egiz.city.ngsild.document import Json, Members, text, write
from egiz.city.ngsild.parameter import Given, options, whole
from egiz.city.ngsild.problem import bad
from egiz.city.store.record import Window

TIMES = {"observedAt": "observed", "createdAt": "created", "modifiedAt": "modified", "deletedAt": "deleted"}
"""The store's name of each property of time."""

METHODS = ("totalCount", "distinctCount", "sum", "avg", "min", "max", "stddev", "sumsq")
"""What a series may be aggregated to."""

PERIOD = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)
"""A duration of ISO 8601."""

SECONDS = (31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1)
"""Seconds of a year (365 days), a month (30 days), a week, a day, an hour, a minute, a second."""

ASKED = ("timerel", "timeAt", "endTimeAt", "timeproperty", "lastN", "aggrMethods", "aggrPeriodDuration")
"""Parameters of time."""

FORMS = {"normalized", "temporalValues", "aggregatedValues", "sysAttrs", "simplified", "concise", "keyValues"}
"""Options of a temporal query."""


@dataclass(frozen=True, slots=True)
class Span:
    """Which instances of attributes, and in which form."""

    property: str
    """The property of time that counts."""
    start: int | None
    """Not before [microseconds]."""
    end: int | None
    """Before [microseconds]."""
    last: int | None
    """The latest so many of each attribute; None: all."""
    form: str
    """``normalized``, ``temporalValues`` or ``aggregatedValues``."""
    system: bool
    """Whether the members that the hub writes are shown."""
    methods: tuple[str, ...]
    """What to aggregate to."""
    period: int
    """How long each aggregate reaches [microseconds]; 0: over everything."""

    def window(self, limit: int) -> Window:
        """Give the store's window, a number of instances at most."""
        most = limit if self.last is None else min(self.last, limit)
        by = TIMES[self.property]
        return Window(start=self.start, end=self.end, by=by, last=self.last is not None, limit=most)


def span(given: Given, *, needs_time: bool) -> Span:
    """Read the parameters of time.

    Parameters
    ----------
    given
        The parameters.
    needs_time
        Whether a relation of time must be there.

    Raises
    ------
    Problem
        They are not of the language.
    """
    start, end = _stretch(given, needs_time=needs_time)
    kind = given.get("timeproperty", "observedAt")
    if kind not in TIMES:
        raise bad(f"{kind!r} is no property of time")
    chosen = options(given, FORMS)
    if given.get("format"):
        chosen = (chosen & {"sysAttrs"}) | {given["format"]}
    form = next((one for one in ("aggregatedValues", "temporalValues") if one in chosen), "normalized")
    if {"simplified", "keyValues"} & chosen:
        form = "temporalValues"
    last = whole(given, "lastN", 0) if "lastN" in given else None
    if last == 0:
        raise bad("lastN must be above zero")
    methods, period = _aggregate(given, form)
    if "aggrParams" in given:
        form = "aggregatedValues"
    return Span(kind, start, end, last, form, "sysAttrs" in chosen, methods, period)


def _stretch(given: Given, *, needs_time: bool) -> tuple[int | None, int | None]:
    """Read the relation of time."""
    relation = given.get("timerel")
    if relation is None:
        if needs_time or "timeAt" in given or "endTimeAt" in given:
            raise bad("a temporal query needs timerel and timeAt")
        return None, None
    if relation not in {"before", "after", "between"}:
        raise bad(f"{relation!r} is no relation of time")
    if "timeAt" not in given:
        raise bad("timerel needs timeAt")
    at = _micros(given["timeAt"], "timeAt")
    if relation == "before":
        return None, at
    if relation == "after":
        return at, None
    if "endTimeAt" not in given:
        raise bad("between needs endTimeAt")
    return at, _micros(given["endTimeAt"], "endTimeAt")


def _micros(given: str, what: str) -> int:
    moment.parse(given, what)
    return moment.micros(given)


def _aggregate(given: Given, form: str) -> tuple[tuple[str, ...], int]:
    """Read what to aggregate to, and over which periods."""
    methods = tuple(one.strip() for one in given.get("aggrMethods", "").split(",") if one.strip())
    wrong = set(methods) - set(METHODS)
    if wrong:
        raise bad(f"aggrMethods: {min(wrong)!r} is no way to aggregate")
    if form == "aggregatedValues" and not methods:
        raise bad("aggregatedValues needs aggrMethods")
    return methods, duration(given.get("aggrPeriodDuration", "PT0S"))


def duration(given: str) -> int:
    """Read a duration [microseconds].

    Raises
    ------
    Problem
        It is none.
    """
    found = PERIOD.fullmatch(given)
    if found is None or not any(found.groups()):
        raise bad(f"aggrPeriodDuration: {given!r} is no duration")
    parts = zip(found.groups(), SECONDS, strict=True)
    seconds = sum(float(part) * length for part, length in parts if part)
    return int(seconds * moment.SECOND)


def body_span(body: Members) -> dict[str, str]:
    """Read the temporal part of a body as parameters.

    Raises
    ------
    Problem
        A member is not what the standard allows.
    """
    result: dict[str, str] = {}
    for part in ("temporalQ", "aggrParams"):
        asked = body.get(part, {})
        if not isinstance(asked, dict):
            raise bad(f"{part} must be an object")
        for name, value in asked.items():
            if name not in ASKED:
                raise bad(f"{part}.{name} is not known")
            result[name] = _member(name, value)
    return {**result, "aggrParams": "true"} if "aggrMethods" in result else result


def _member(name: str, value: Json) -> str:
    """Write a member of the temporal part as a parameter."""
    if name == "aggrMethods" and isinstance(value, list):
        return ",".join(text(one, name) for one in value)
    if name == "lastN":
        if isinstance(value, bool) or not isinstance(value, int):
            raise bad("lastN must be a whole number")
        return write(value).decode()
    return text(value, name)
