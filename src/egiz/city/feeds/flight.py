"""Flights of the link: a CSV table as an airport exports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from egiz.city.feeds.body import decimal_of, table_of
from egiz.city.feeds.journey import journey_of
from egiz.city.feeds.row import Context, Row

NEEDED = ("flight", "from", "to", "scheduled_departure", "status")
"""Columns without which a table is none of flights."""


def parse(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read a table of flights.

    Parameters
    ----------
    body
        CSV in UTF-8 or windows-1251, parted by commas, semicolons or tabs. Columns ``flight``, ``from``,
        ``to`` (IATA codes), ``scheduled_departure``, ``status``, and, if known, ``actual_departure``,
        ``scheduled_arrival``, ``actual_arrival``, ``passengers`` and ``load`` (a share, in per cent).
    context
        The clocks of airports by code.

    Returns
    -------
    tuple[Row, ...]
        A row a flight and day; see `journey_of`. A table without flights is none.

    Raises
    ------
    FeedError
        A column is missing, a line is cut, an airport or state is unknown, a time or number is none.
    """
    rows = table_of(body, NEEDED)
    return tuple(_flight(row, context, f"line {number}") for number, row in enumerate(rows, start=2))


def _flight(told: Mapping[str, str], context: Context, where: str) -> Row:
    """Read one flight."""
    row = journey_of(told["flight"].replace(" ", ""), told, context, where)
    extra = {
        column: decimal_of(told[column], f"{where}.{column}")
        for column in ("passengers", "load")
        if told.get(column)
    }
    return replace(row, values={**row.values, **extra})
