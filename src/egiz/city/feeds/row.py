"""What a parser takes and gives: the context of a poll, rows of values, and the error of a feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from egiz.errors import EgizError, Fault

Value: TypeAlias = float | str | bool
"""A number, a text or a truth."""


class FeedError(EgizError):
    """A body that cannot be used: what is wrong and where in it; nothing of it is stored.

    Parameters
    ----------
    key
        Which fault: the word files hold ``fault-feed-<key>``.
    where
        The place in the body, as its source would name it.
    values
        What else the sentence needs.
    """

    def __init__(self, key: str, where: str, values: Mapping[str, str | int | float] | None = None) -> None:
        self.fault = fault(key, where, values)
        told = "".join(f" {name}={value!r}" for name, value in (values or {}).items())
        super().__init__(f"{self.fault.key} at {where}{told}")


def fault(key: str, where: str, values: Mapping[str, str | int | float] | None = None) -> Fault:
    """Make the fault of a feed.

    Parameters
    ----------
    key
        Which fault, without ``feed-``.
    where
        The place in the body.
    values
        What else the sentence needs.
    """
    return Fault(f"feed-{key}", {"where": where, **(values or {})})


@dataclass(frozen=True, slots=True)
class Row:
    """What a feed tells of one thing at one moment."""

    series: str
    """Which thing, by its name in the feed: a currency, a station, a vehicle."""
    at: datetime
    """When it was so, or from when it holds (UTC)."""
    values: Mapping[str, Value]
    """By column; in the unit that the table of columns names."""
    place: tuple[float, float] | None = None
    """Longitude and latitude [degrees], where the feed tells them."""
    notes: tuple[Fault, ...] = ()
    """What of the row could not be used, and why."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a feed was asked about."""

    name: str
    """How its series is called."""
    longitude: float
    """Degrees east."""
    latitude: float
    """Degrees north."""


@dataclass(frozen=True, slots=True)
class Sensor:
    """What a numbered sensor measures."""

    parameter: str
    """Name of what it measures, such as ``pm25``."""
    unit: str
    """Its unit, as the source writes it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a parser must know besides the body."""

    now: datetime
    """The moment of the poll (UTC)."""
    zone: str = "UTC"
    """The clock that dates without a zone go by."""
    spots: tuple[Spot, ...] = ()
    """The places asked about, in the order of the request."""
    zones: Mapping[str, str] = field(default_factory=dict)
    """The clock of each airport or station, by its code."""
    sensors: Mapping[int, Sensor] = field(default_factory=dict)
    """What each numbered sensor measures."""


Parser: TypeAlias = Callable[[bytes, Context], tuple[Row, ...]]
"""Reads a body; raises FeedError."""
