"""Trains of the link: JSON as a railway's board gives it."""

from __future__ import annotations

from egiz.city.feeds.body import json_of, list_of, member, object_of
from egiz.city.feeds.journey import journey_of
from egiz.city.feeds.row import Context, FeedError, Row
from egiz.city.ngsild.document import Json

TEXTS = ("from", "to", "scheduled_departure", "status")
"""Members that a train must have."""

TIMES = ("actual_departure", "scheduled_arrival", "actual_arrival")
"""Members that a train may have."""


def parse(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read a board of trains.

    Parameters
    ----------
    body
        JSON: ``trains``, each with ``number``, ``from``, ``to`` (station codes), ``scheduled_departure``,
        ``status``, and, if known, ``actual_departure``, ``scheduled_arrival``, ``actual_arrival``.
    context
        The clocks of stations by code.

    Returns
    -------
    tuple[Row, ...]
        A row a train and day; see `journey_of`. An empty board is none.

    Raises
    ------
    FeedError
        A member is missing, a station or state is unknown, or a time is none.
    """
    trains = list_of(member(json_of(body), "trains", "$"), "$.trains")
    return tuple(_train(one, context, f"$.trains[{number}]") for number, one in enumerate(trains))


def _train(given: Json, context: Context, where: str) -> Row:
    """Read one train."""
    whole = object_of(given, where)
    told = {name: _text(member(whole, name, where), f"{where}.{name}") for name in TEXTS}
    told |= {name: _text(whole[name], f"{where}.{name}") for name in TIMES if whole.get(name) is not None}
    return journey_of(_text(member(whole, "number", where), f"{where}.number"), told, context, where)


def _text(value: Json, where: str) -> str:
    """Take a text."""
    if isinstance(value, str):
        return value
    raise FeedError("shape", where, {"name": "text"})
