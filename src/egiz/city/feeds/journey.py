"""What flights and trains of the link share: stations by code, local times, delays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from egiz.city.feeds.clock import moment_of
from egiz.city.feeds.row import Context, FeedError, Row, Value, fault
from egiz.errors import Fault

STATUSES = {
    "scheduled": "scheduled",
    "departed": "departed",
    "arrived": "arrived",
    "delayed": "delayed",
    "cancelled": "cancelled",
    "canceled": "cancelled",
    "diverted": "diverted",
}
"""States of a journey, by each of their spellings."""

ENDS = (("departure", "from"), ("arrival", "to"))
"""Each end of a journey and the member that names its station."""


def journey_of(number: str, told: Mapping[str, str], context: Context, where: str) -> Row:
    """Read one journey.

    Parameters
    ----------
    number
        Of the flight or train.
    told
        ``from``, ``to``, ``status``, and times ``scheduled_departure``, ``actual_departure``,
        ``scheduled_arrival``, ``actual_arrival``: with an offset, or by the clock of their station; those
        that are empty are left out.
    context
        The clocks of stations, and the moment: it is what the row is of.
    where
        The place in the body.

    Returns
    -------
    Row
        Columns ``from``, ``to``, ``status``, the four times as texts (UTC), ``departure_delay`` and
        ``arrival_delay`` [min]; the series is the number with its day of departure.

    Raises
    ------
    FeedError
        A station or state is unknown, or a time is none.
    """
    if not number.strip():
        raise FeedError("missing", where, {"name": "number"})
    status = STATUSES.get(told.get("status", "").lower())
    if status is None:
        raise FeedError("unknown", f"{where}.status", {"found": told.get("status", "")[:60]})
    values: dict[str, Value] = {"from": told["from"], "to": told["to"], "status": status}
    notes: list[Fault] = []
    moments: dict[str, datetime] = {}
    for end, station in ENDS:
        zone = _zone(told[station], context, f"{where}.{station}")
        for sort in ("scheduled", "actual"):
            _take(moments, notes, (f"{sort}_{end}", told, zone), where)
    values |= {name: at.isoformat().replace("+00:00", "Z") for name, at in moments.items()}
    values |= _delays(moments)
    day = told.get("scheduled_departure", "")[:10]
    if not day:
        raise FeedError("missing", where, {"name": "scheduled_departure"})
    return Row(f"{number}@{day}", context.now, values, None, tuple(notes))


def _zone(station: str, context: Context, where: str) -> str:
    """Find the clock of a station."""
    zone = context.zones.get(station)
    if zone is None:
        raise FeedError("unknown", where, {"found": station[:60]})
    return zone


def _take(
    moments: dict[str, datetime],
    notes: list[Fault],
    told: tuple[str, Mapping[str, str], str],
    where: str,
) -> None:
    """Read one time; one that the clock showed twice is noted and left out."""
    name, given, zone = told
    text = given.get(name, "")
    if not text:
        return
    try:
        moments[name] = moment_of(text, f"{where}.{name}", zone)
    except FeedError as error:
        if error.fault.key != "feed-twice":
            raise
        notes.append(fault("twice", f"{where}.{name}", {"found": text, "zone": zone}))


def _delays(moments: Mapping[str, datetime]) -> dict[str, Value]:
    """Work out how late both ends were [min]."""
    found: dict[str, Value] = {}
    for end, _ in ENDS:
        scheduled, actual = moments.get(f"scheduled_{end}"), moments.get(f"actual_{end}")
        if scheduled is not None and actual is not None:
            found[f"{end}_delay"] = (actual - scheduled).total_seconds() / 60.0
    return found
