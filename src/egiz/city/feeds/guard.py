"""What keeps nonsense out of the store: numbers that cannot be, leaps, times to come, places elsewhere."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

import msgspec

from egiz.city.feeds.feed import Box, Feed, State, told
from egiz.city.feeds.profile import Column, Profile, profiles
from egiz.city.feeds.row import FeedError, Row, Value, fault
from egiz.errors import Fault

MOST_NOTES = 20
"""Notes that are kept of one poll."""

WORLD: Box = (-180.0, -90.0, 180.0, 90.0)

DOUBT = 0.5
"""Where more than this share of the values cannot be, the format is to blame and nothing is stored."""

Before: TypeAlias = Callable[[Row], Mapping[str, float]]
"""Gives the numbers that stand in the store for the series of a row and are not younger, by column."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a body may be stored."""

    rows: tuple[Row, ...]
    """Rows with at least one value."""
    notes: tuple[Fault, ...]
    """What was left out, and why."""


def judge(rows: Iterable[Row], feed: Feed, now: datetime, before: Before) -> Verdict:
    """Sift rows.

    Parameters
    ----------
    rows
        As the parser gave them.
    feed
        Theirs.
    now
        The moment of the poll (UTC).
    before
        What is stored.

    Returns
    -------
    Verdict
        Rows without the values that cannot be.

    Raises
    ------
    FeedError
        Most of the values cannot be.
    """
    kept: list[Row] = []
    notes: list[Fault] = []
    good = bad = 0
    for row in rows:
        sifted, told_of_row = _sifted(row, feed, now, before)
        notes += (*row.notes, *told_of_row)
        left = 0 if sifted is None else len(sifted.values)
        whole = max(len(row.values), 1 if sifted is None else 0)
        good, bad = good + left, bad + whole - left
        if sifted is not None and (sifted.values or sifted.place is not None):
            kept.append(sifted)
    if bad > DOUBT * (good + bad):
        raise FeedError("nonsense", str(notes[-1].values["where"]), {"count": bad, "all": good + bad})
    return Verdict(tuple(kept), tuple(notes[:MOST_NOTES]))


def _sifted(row: Row, feed: Feed, now: datetime, before: Before) -> tuple[Row | None, list[Fault]]:
    """Give a row without the values that cannot be, and why; nothing where the whole row cannot be."""
    profile = profiles()[feed.parser]
    refused = _refused(row, profile, feed.question.box, now)
    if refused is not None:
        return None, [refused]
    last = before(row)
    values: dict[str, Value] = {}
    notes: list[Fault] = []
    for name, value in row.values.items():
        doubt = doubt_of(value, (f"{row.series}.{name}", profile.columns.get(name)), last.get(name))
        if doubt is None:
            values[name] = value
        else:
            notes.append(doubt)
    return replace(row, values=values), notes


def doubt_of(value: Value, asked: tuple[str, Column | None], last: float | None) -> Fault | None:
    """Tell what is wrong with one value; nothing if it can be.

    Parameters
    ----------
    value
        The value.
    asked
        Where it stands, and its column, if it is known.
    last
        The number stored last.
    """
    where, column = asked
    if column is None:
        return fault("unknown", where, {"found": where.rpartition(".")[2]})
    if column.low is None or column.high is None:
        wrong = isinstance(value, float)
        return fault("shape", where, {"name": column.attribute}) if wrong else None
    if isinstance(value, (str, bool)) or not math.isfinite(value):
        return fault("number", where, {"found": str(value)})
    if not column.low <= value <= column.high:
        bounds: dict[str, str | int | float] = {"found": value, "low": column.low, "high": column.high}
        return fault("beyond", where, bounds)
    if column.jump is not None and last and abs(value / last - 1.0) > column.jump:
        return fault("jump", where, {"found": value, "last": last})
    return None


def _refused(row: Row, profile: Profile, box: Box | None, now: datetime) -> Fault | None:
    """Tell why a row as a whole cannot be; nothing if it can."""
    if row.at > now + profile.ahead:
        return fault("future", row.series, {"found": row.at.isoformat()})
    if row.place is None:
        return None
    west, south, east, north = box or WORLD
    longitude, latitude = row.place
    if west <= longitude <= east and south <= latitude <= north:
        return None
    return fault("elsewhere", row.series, {"longitude": longitude, "latitude": latitude})


def drifted(state: State, names: tuple[str, ...], now: datetime) -> State:
    """Compare the names in a body with those known; a change is remembered with its moment."""
    if not names:
        return state
    if not state.known:
        return _with_names(state, names, names)
    changes = tuple(told(one) for one in _changes(state, names))
    if not changes:
        return state
    changed = _with_names(state, tuple(sorted({*state.known, *names})), names)
    return msgspec.structs.replace(changed, changed=now.isoformat(), changes=changes)


def _changes(state: State, names: tuple[str, ...]) -> Iterator[Fault]:
    """Name what is new and what is gone."""
    added, lost = sorted(set(names) - set(state.known)), sorted(set(state.usual) - set(names))
    if added:
        yield fault("added", added[0], {"names": ", ".join(added[:5]), "count": len(added)})
    if lost:
        yield fault("lost", lost[0], {"names": ", ".join(lost[:5]), "count": len(lost)})


def gone(state: State, series: Iterable[str]) -> tuple[Fault, ...]:
    """Tell which series were in the last body and are not in this one."""
    lost = sorted(set(state.series) - set(series))
    return (fault("gone", lost[0], {"names": ", ".join(lost[:5]), "count": len(lost)}),) if lost else ()


def _with_names(state: State, known: tuple[str, ...], names: tuple[str, ...]) -> State:
    """Remember names: every one met, and those of this body that were usual."""
    usual = tuple(sorted(set(names) & set(state.usual))) if state.usual else names
    return msgspec.structs.replace(state, known=known, usual=usual)
