"""The week by the clocks of places: time zones by date, opening hours, closures.

Times of a week are minutes from Monday 00:00 by a local clock. A weekly timetable is a rule in local time: it
holds for a span of dates over which the clocks of its places differ by the same and nothing opens or closes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from numpy.typing import NDArray

from egiz.errors import EngineError

NOON = time(12)
DAY = 24 * 60
"""Minutes of a day."""
WEEK = 7 * DAY
"""Minutes of a week."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Span:
    """Dates in a row."""

    first: date
    """The first date."""
    last: date
    """The last date, which belongs to the span."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When an airport or a station is open, every day alike."""

    opens: int = 0
    """Minute of the local day from which it is open."""
    closes: int = DAY
    """Minute of the local day at which it closes; not after `opens` means of the next day."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Hours closed on dates in a row, such as the mending of a runway or a season without flights."""

    first: date
    """The first date on which the closed hours begin."""
    last: date
    """The last date on which they begin."""
    starts: int = 0
    """Minute of the local day from which it is closed."""
    ends: int = DAY
    """Minute of the local day at which it opens again; not after `starts` means of the next day."""


def utc_offset(zone: str, day: date) -> float:
    """Hours by which a zone's clock runs ahead of UTC at noon of a day [h].

    Parameters
    ----------
    zone
        IANA name such as ``Asia/Almaty``.
    day
        The date; offsets change with law and season.

    Raises
    ------
    EngineError
        The zone is not in the time zone database.
    """
    offset = datetime.combine(day, NOON, _zone(zone)).utcoffset()
    return (offset or timedelta(0)) / timedelta(hours=1)


def clock_difference(zone: str, other: str, day: date) -> float:
    """Hours to add to the clock of one zone to get the clock of another, at noon of a day [h]."""
    return utc_offset(other, day) - utc_offset(zone, day)


def moment(minute: float, day: date, zone: str) -> datetime:
    """Moment, in UTC, at which the clock of a zone shows a minute of the week that a day belongs to.

    Where the clock is put back, the first of the two; where it skips the minute, as if it had not yet.

    Raises
    ------
    EngineError
        The zone is not in the time zone database.
    """
    monday = datetime.combine(day - timedelta(days=day.weekday()), time(0))
    local = (monday + timedelta(minutes=minute)).replace(tzinfo=_zone(zone))
    return local.astimezone(UTC)


def minute_of_week(instant: datetime, zone: str) -> float:
    """Minute of the local week that the clock of a zone shows at a moment.

    Raises
    ------
    EngineError
        The moment names no zone of its own, or the zone is not in the time zone database.
    """
    if instant.tzinfo is None:
        raise EngineError("the moment", f"{instant} names no zone", "give it one, such as UTC")
    local = instant.astimezone(_zone(zone))
    since = timedelta(days=local.weekday(), hours=local.hour, minutes=local.minute, seconds=local.second)
    return since / timedelta(minutes=1)


def steady_spans(season: Span, zones: tuple[str, str], closures: Iterable[Closure] = ()) -> tuple[Span, ...]:
    """Cut a season where the clocks of two zones come to differ by more or less, or a closure starts or ends.

    A weekly timetable can hold over each of the spans; clocks are read at noon.

    Raises
    ------
    EngineError
        A zone is not in the time zone database, or the season ends before it starts.
    """
    _check_dates("the season", season.first, season.last)
    closed = tuple(closures)
    days = [season.first + timedelta(days=n) for n in range((season.last - season.first).days + 1)]

    def state(day: date) -> tuple[float, tuple[bool, ...]]:
        return clock_difference(*zones, day), tuple(one.first <= day <= one.last for one in closed)

    runs = [list(run) for _, run in groupby(days, state)]
    return tuple(Span(run[0], run[-1]) for run in runs)


def open_minutes(hours: Hours, closures: Iterable[Closure], span: Span) -> Mask:
    """Minutes of the local week that are open on every date of a span.

    Returns
    -------
    Mask
        One mark a minute from Monday 00:00: (10080,).

    Raises
    ------
    EngineError
        Dates in the wrong order, or a minute outside the day.
    """
    _check_dates("the span", span.first, span.last)
    _check_minutes("opening hours", hours.opens, hours.closes)
    length = (hours.closes - hours.opens - 1) % DAY + 1
    of_day = (np.arange(DAY) - hours.opens) % DAY < length
    found = np.tile(of_day, WEEK // DAY)
    for closure in closures:
        _check_dates("a closure", closure.first, closure.last)
        _check_minutes("a closure", closure.starts, closure.ends)
        for day in _week_of(max(closure.first, span.first - timedelta(days=1)), min(closure.last, span.last)):
            found &= ~_closed(closure, day, span)
    return found


def _closed(closure: Closure, day: date, span: Span) -> Mask:
    """Minutes of the week closed by the hours that begin on a day, as far as they lie in a span."""
    marks = np.zeros(WEEK, dtype=np.bool_)
    minutes = np.arange(closure.starts, closure.starts + (closure.ends - closure.starts - 1) % DAY + 1)
    today, tomorrow = minutes[minutes < DAY], minutes[minutes >= DAY]
    if day >= span.first:
        marks[day.weekday() * DAY + today] = True
    if day < span.last:
        marks[(day.weekday() * DAY + tomorrow) % WEEK] = True
    return marks


def _week_of(first: date, last: date) -> tuple[date, ...]:
    """Dates from first to last; of a long row, the two weeks that show every day inside and at the ends."""
    count = (last - first).days + 1
    near = (
        range(count)
        if count <= WEEK // DAY * 2
        else (*range(WEEK // DAY), *range(count - WEEK // DAY, count))
    )
    return tuple(first + timedelta(days=n) for n in near)


def _check_dates(what: str, first: date, last: date) -> None:
    if last < first:
        raise EngineError(what, f"ends on {last}, before it starts on {first}", "swap the dates")


def _check_minutes(what: str, first: int, last: int) -> None:
    if not (0 <= first < DAY and 0 <= last <= DAY):
        raise EngineError(what, f"run from minute {first} to {last}", f"give minutes of a day, 0 to {DAY}")


def _zone(zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise EngineError("zone", f"{zone!r} is not in the time zone database", "use an IANA name") from error
