"""What feeds of exchange rates share: codes, and one rate a currency."""

from __future__ import annotations

import re
from collections.abc import Iterable

from egiz.city.feeds.row import FeedError, Row

CODE = re.compile("[A-Z]{3}")
"""A currency by its three letters."""


def code_of(text: str, where: str) -> str:
    """Check the code of a currency.

    Raises
    ------
    FeedError
        It is none.
    """
    if CODE.fullmatch(text) is None:
        raise FeedError("code", where, {"found": text[:60]})
    return text


def once(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Give one row a currency and day; the same one twice counts once.

    Raises
    ------
    FeedError
        Two rows of one currency differ.
    """
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        first = found.setdefault((row.series, row.at.isoformat()), row)
        if first != row:
            one, other = str(first.values["rate"]), str(row.values["rate"])
            raise FeedError("contradiction", row.series, {"one": one, "other": other})
    return tuple(found.values())
