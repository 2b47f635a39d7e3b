"""What is known of each sort of feed: the type of its entities, its columns, what their numbers can be."""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Column:
    """One column of rows and the attribute that it becomes."""

    attribute: str
    """Name of the attribute."""
    unit: str
    """Its UN/CEFACT or ISO 4217 code; empty for texts, times and truths."""
    low: float | None
    """The least that a number can be; nothing for what is no number."""
    high: float | None
    """The greatest that a number can be."""
    jump: float | None
    """The largest change from one value to the next that is believed, as a share of the older one."""
    time: bool
    """Whether it holds a time."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One sort of feed."""

    type: str
    """Type of its entities."""
    ahead: timedelta
    """How far after the poll the time of a row may lie."""
    steady: bool
    """Whether a series that was there must be there again."""
    lasts: timedelta | None
    """How long an entity stays after the last poll that told of it; nothing: for ever."""
    changes: bool
    """Whether only what changed is stored, as the rows have no time of their own."""
    columns: Mapping[str, Column]
    """By name."""


@functools.cache
def profiles() -> Mapping[str, Profile]:
    """Give every sort of feed by the name of its parser."""
    columns: dict[str, dict[str, Column]] = {}
    for row in _table("column.csv"):
        columns.setdefault(row["feed"], {})[row["column"]] = Column(
            row["attribute"],
            row["unit"],
            _number(row["low"]),
            _number(row["high"]),
            _number(row["jump"]),
            row["note"] == "a time",
        )
    return {
        row["feed"]: Profile(
            row["type"],
            timedelta(hours=float(row["ahead"])),
            row["steady"] == "yes",
            timedelta(hours=float(row["lasts"])) if row["lasts"] else None,
            row["changes"] == "yes",
            columns[row["feed"]],
        )
        for row in _table("profile.csv")
    }


def _table(name: str) -> list[dict[str, str]]:
    """Read a table of this package."""
    text = files("egiz.city.feeds").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _number(text: str) -> float | None:
    """Read a number, or nothing."""
    return float(text) if text else None
