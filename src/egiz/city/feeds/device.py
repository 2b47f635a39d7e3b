"""What a device pushes: a small JSON object over MQTT or HTTP."""

from __future__ import annotations

import re
from datetime import datetime

from egiz.city.feeds.body import json_value, list_of, member, number_of, object_of
from egiz.city.feeds.clock import moment_of, moment_of_count
from egiz.city.feeds.row import Context, FeedError, Row, Value
from egiz.city.ngsild.document import Json

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}")
"""How a device may be called."""

MOST = 100
"""Values that one message may hold."""


def parse(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read one message, or a list of them that a device kept while it had no connection.

    Parameters
    ----------
    body
        JSON: ``device``, ``values`` (numbers and truths by column; null: not measured), and, if the device
        has a clock, ``time``: ISO 8601 with an offset, or seconds or milliseconds since 1970. ``longitude``
        and ``latitude`` if it moves.
    context
        The moment: it stands in for a time that is not told.

    Returns
    -------
    tuple[Row, ...]
        A row a message.

    Raises
    ------
    FeedError
        It is no such message.
    """
    whole = json_value(body)
    parts = list_of(whole, "$") if isinstance(whole, list) else [whole]
    return tuple(_message(one, context, f"$[{number}]") for number, one in enumerate(parts))


def _message(given: Json, context: Context, where: str) -> Row:
    """Read one message."""
    whole = object_of(given, where)
    name = member(whole, "device", where)
    if not isinstance(name, str) or NAME.fullmatch(name) is None:
        raise FeedError("code", f"{where}.device", {"found": str(name)[:60]})
    told = object_of(member(whole, "values", where), f"{where}.values")
    if len(told) > MOST:
        raise FeedError("large", f"{where}.values", {"most": MOST})
    values = {
        column: _value(value, f"{where}.values.{column[:60]}")
        for column, value in told.items()
        if value is not None
    }
    place = None
    if whole.get("longitude") is not None:
        longitude = number_of(whole["longitude"], f"{where}.longitude")
        place = longitude, number_of(member(whole, "latitude", where), f"{where}.latitude")
    return Row(name, _time(whole.get("time"), context.now, f"{where}.time"), values, place)


def _value(value: Json, where: str) -> Value:
    """Take a number or a truth; texts are no measurements."""
    return value if isinstance(value, bool) else number_of(value, where)


def _time(told: Json, now: datetime, where: str) -> datetime:
    """Read the time of a message."""
    if told is None:
        return now
    if isinstance(told, str):
        return moment_of(told, where)
    return moment_of_count(number_of(told, where), where)
