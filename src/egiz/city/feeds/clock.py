"""Moments of feeds: local days and hours made UTC by the zone that held on their date."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from egiz.city.feeds.row import FeedError

DAY = re.compile(r"(\d{2})[./](\d{2})[./](\d{4}|\d{2})")
"""A day as Kazakhstan and Russia write it."""

CENTURY = 2000
"""What a year of two digits is counted from."""

TWO_DIGITS = 2

MILLISECONDS = 100_000_000_000
"""A count of seconds above it (the year 5138) is one of milliseconds."""

THOUSAND = 1000


def day_of(text: str, where: str) -> date:
    """Read a day: day, month and year, or as mail dates it.

    Raises
    ------
    FeedError
        It is no day that exists.
    """
    found = DAY.fullmatch(text.strip())
    try:
        if found is None:
            return parsedate_to_datetime(text.strip()).date()
        year = int(found[3]) + (CENTURY if len(found[3]) == TWO_DIGITS else 0)
        return date(year, int(found[2]), int(found[1]))
    except (ValueError, TypeError):
        raise FeedError("date", where, {"found": text[:60]}) from None


def midnight(day: date, zone: str) -> datetime:
    """Give the moment at which a local day begins (UTC).

    Raises
    ------
    FeedError
        It is beyond the calendar.
    """
    try:
        return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
    except OverflowError:
        raise FeedError("date", str(day), {"found": str(day)}) from None


def moment_of(text: str, where: str, zone: str = "") -> datetime:
    """Read a date and time of ISO 8601.

    Parameters
    ----------
    text
        With an offset or Z; without one only if a zone is given.
    where
        The place in the body.
    zone
        The clock of a time without offset; empty: there must be one.

    Returns
    -------
    datetime
        The moment (UTC).

    Raises
    ------
    FeedError
        It is no such time, has no offset, or the clock showed it twice or never.
    """
    try:
        found = datetime.fromisoformat(text.strip())
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise FeedError("date", where, {"found": text[:60]}) from None
    if not zone:
        raise FeedError("zone", where, {"found": text[:60]})
    clock = ZoneInfo(zone)
    try:
        first, second = (found.replace(tzinfo=clock, fold=fold).astimezone(UTC) for fold in (0, 1))
    except OverflowError:
        raise FeedError("date", where, {"found": text[:60]}) from None
    if first != second:
        raise FeedError("twice", where, {"found": text[:60], "zone": zone})
    return first


def moment_of_count(count: float, where: str) -> datetime:
    """Read seconds, or milliseconds, since 1970-01-01T00:00:00Z.

    Raises
    ------
    FeedError
        It is before then, or beyond every calendar.
    """
    seconds = count / THOUSAND if count > MILLISECONDS else count
    if not 0 < seconds <= MILLISECONDS:
        raise FeedError("date", where, {"found": str(count)})
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
