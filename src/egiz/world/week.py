"""Time zones by date."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from egiz.errors import EngineError

NOON = time(12)


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
    try:
        offset = datetime.combine(day, NOON, ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise EngineError("zone", f"{zone!r} is not in the time zone database", "use an IANA name") from error
    return (offset or timedelta(0)) / timedelta(hours=1)


def clock_difference(zone: str, other: str, day: date) -> float:
    """Hours to add to the clock of one zone to get the clock of another, at noon of a day [h]."""
    return utc_offset(other, day) - utc_offset(zone, day)
