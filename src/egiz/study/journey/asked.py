"""Understands what a person asks of a timetable; everything that is wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from egiz.errors import Fault, InputError
from egiz.facts.gtfs.archive import is_there
from egiz.facts.gtfs.read import read_feed
from egiz.facts.gtfs.record import Feed
from egiz.study.journey.corridor import BUILT_IN, corridor_feed
from egiz.study.journey.place import Place, find_place

MOST_DAYS = 31
MOST_TRANSFERS = 7

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person typed."""

    feed: str
    """Path of a timetable, or the name of one that ships."""
    origin: str
    """Id or name of a stop; empty for all."""
    destination: str
    """Id or name of a stop; empty for all."""
    day: str
    """First day."""
    days: str
    """How many days."""
    transfers: str
    """Most changes."""
    everything: bool = False
    """Whether all stops are asked for."""


@dataclass(frozen=True, slots=True)
class Request:
    """The same, ready to be answered."""

    feed: Feed
    """The timetable."""
    ends: tuple[Place, Place] | None
    """From where to where; none for all."""
    first: date
    """First day, by the clock of the origin."""
    days: int
    """How many days."""
    transfers: int
    """Most changes."""


def between(request: Request) -> tuple[Place, Place]:
    """From where to where.

    Raises
    ------
    LookupError
        The request is for all places.
    """
    if request.ends is None:
        raise LookupError("the request names no places")
    return request.ends


def understood(asked: Asked, more: Iterable[Fault] = ()) -> Request:
    """Understand a request.

    Parameters
    ----------
    asked
        What was typed.
    more
        Faults found elsewhere in it, told with the others.

    Raises
    ------
    InputError
        Every fault in it and in the timetable.
    """
    faults: list[Fault] = [*more]
    first = _caught(lambda: _day(asked.day), faults)
    days = _caught(lambda: _whole("--days", asked.days, 1, MOST_DAYS), faults)
    transfers = _caught(lambda: _whole("--transfers", asked.transfers, 0, MOST_TRANSFERS), faults)
    faults.extend(_missing_ends(asked))
    feed = _caught(lambda: _feed(asked.feed, first), faults)
    if feed is not None:
        ends = _ends(feed, asked, faults)
        if first is not None:
            faults.extend(_outside(feed, first, days or 1))
    if faults or feed is None or first is None or days is None or transfers is None:
        raise InputError(faults)
    return Request(feed, ends, first, days, transfers)


def _feed(name: str, first: date | None) -> Feed | None:
    """Read a timetable, or make one that ships; none where that wants a day which is not understood."""
    if is_there(name):
        return read_feed(name)
    if name in BUILT_IN:
        return corridor_feed(name, first) if first is not None else None
    raise InputError.of("journeys-no-feed", {"path": name, "shipped": ", ".join(BUILT_IN)})


def _missing_ends(asked: Asked) -> list[Fault]:
    named = {"--from": asked.origin, "--to": asked.destination}
    if asked.everything:
        return [Fault("journeys-all-or-one", {"option": name}) for name, text in named.items() if text]
    return [Fault("journeys-need-end", {"option": name}) for name, text in named.items() if not text.strip()]


def _ends(feed: Feed, asked: Asked, faults: list[Fault]) -> tuple[Place, Place] | None:
    named = [text for text in (asked.origin, asked.destination) if text.strip() and not asked.everything]
    found = tuple(_found(feed, text, faults) for text in named)
    origin, destination = found if len(found) == 2 else (None, None)  # noqa: PLR2004 - two ends
    if origin is None or destination is None:
        return None
    if set(origin.stops.tolist()) & set(destination.stops.tolist()):
        faults.append(Fault("journeys-same-place", {"name": origin.name}))
    return origin, destination


def _found(feed: Feed, text: str, faults: list[Fault]) -> Place | None:
    return _caught(lambda: find_place(feed, text), faults)


def _outside(feed: Feed, first: date, days: int) -> list[Fault]:
    span = feed.services.span()
    if span is not None and first <= span[1] and first + timedelta(days=days - 1) >= span[0]:
        return []
    has = span or (first, first)
    values = {"date": first.isoformat(), "first": has[0].isoformat(), "last": has[1].isoformat()}
    return [Fault("feed-date-outside", values)]


def _caught(action: Callable[[], Found], faults: list[Fault]) -> Found | None:
    try:
        return action()
    except InputError as error:
        faults.extend(error.faults)
        return None


def _day(text: str) -> date:
    if not text:
        raise InputError.of("journeys-need-end", {"option": "--date"})
    with suppress(ValueError):
        found = date.fromisoformat(text)
        if date(1970, 1, 8) <= found <= date(2199, 12, 31):
            return found
    raise InputError.of("bad-date", {"found": text})


def _whole(option: str, text: str, low: int, high: int) -> int:
    digits = text.strip()
    value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= len(str(high)) else -1
    if not low <= value <= high:
        raise InputError.of("out-of-range", {"key": option, "found": text, "low": low, "high": high})
    return value
