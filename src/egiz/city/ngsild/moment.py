"""Moments as the standard writes them: UTC, with a Z, a fraction only where there is one."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from egiz.city.ngsild.document import Json
from egiz.city.ngsild.problem import bad

FORM = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?Z", re.ASCII)
"""A date and time in UTC."""

SECOND = 1_000_000
"""Microseconds."""

DAY, HOUR = 86_400, 3_600
"""Seconds."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""Where microseconds are counted from."""


BARE = datetime(1970, 1, 1)
"""The same without its zone: what is written from it needs no turning into UTC."""


def parse(given: Json, what: str) -> datetime:
    """Read a moment.

    Raises
    ------
    Problem
        It is not a date and time in UTC.
    """
    if isinstance(given, str) and FORM.fullmatch(given) is not None:
        try:
            return datetime.fromisoformat(given)
        except ValueError:
            raise bad(f"{what} is no date that exists: {given!r}") from None
    raise bad(f"{what} must be a date and time in UTC, such as 2026-01-31T12:00:00Z, not {given!r}")


def is_moment(given: Json) -> bool:
    """Tell whether a value is a date and time in UTC that exists."""
    if not isinstance(given, str) or FORM.fullmatch(given) is None:
        return False
    try:
        datetime.fromisoformat(given)
    except ValueError:
        return False
    return True


def form(moment: datetime) -> str:
    """Write a moment."""
    if moment.tzinfo is UTC:
        return moment.isoformat()[: -len("+00:00")] + "Z"
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def checked(given: Json, what: str) -> str:
    """Check a moment and write it in its one form, so that moments order as text within a fraction's length.

    Raises
    ------
    Problem
        It is not a date and time in UTC.
    """
    return form(parse(given, what))


def micros(text: str) -> int:
    """Give a moment that was checked before as microseconds since 1970-01-01T00:00:00Z."""
    whole = datetime.fromisoformat(text) - EPOCH
    return (whole.days * DAY + whole.seconds) * SECOND + whole.microseconds


def of_micros(moment: int) -> str:
    """Write a moment given as microseconds since 1970-01-01T00:00:00Z."""
    return (BARE + timedelta(0, 0, moment)).isoformat() + "Z"


@functools.cache
def _ends() -> tuple[str, ...]:
    """Write every minute and second of an hour."""
    return tuple(f"{minute:02d}:{second:02d}" for minute in range(60) for second in range(60))


def of_many(moments: Sequence[int]) -> list[str]:
    """Write many moments given as microseconds; many of one hour are quick."""
    counts = np.array(moments, dtype=np.int64)
    hours, rest = np.divmod(counts, HOUR * SECOND)
    seconds, fractions = np.divmod(rest, SECOND)
    kinds, places = np.unique(hours, return_inverse=True)
    starts = [of_micros(int(one) * HOUR * SECOND)[: -len("00:00Z")] for one in kinds]
    ends = _ends()
    wholes = [
        starts[place] + ends[second] for place, second in zip(places.tolist(), seconds.tolist(), strict=True)
    ]
    if not fractions.any():
        return [whole + "Z" for whole in wholes]
    parts = zip(wholes, fractions.tolist(), strict=True)
    return [f"{whole}.{part:06d}Z" if part else f"{whole}Z" for whole, part in parts]
