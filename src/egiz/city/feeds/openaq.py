"""Air quality of OpenAQ, version 3: measurements of a sensor, and the latest of a location."""

from __future__ import annotations

from datetime import datetime

from egiz.city.feeds.body import json_of, list_of, member, number_of, object_of
from egiz.city.feeds.clock import moment_of
from egiz.city.feeds.row import Context, FeedError, Row, Sensor, fault
from egiz.city.feeds.unit import converted
from egiz.city.ngsild.document import Json, Members
from egiz.errors import Fault

UNITS = {
    "pm25": "µg/m³",
    "pm10": "µg/m³",
    "pm1": "µg/m³",
    "no2": "µg/m³",
    "so2": "µg/m³",
    "o3": "µg/m³",
    "co": "µg/m³",
    "temperature": "°C",
    "relativehumidity": "%",
}
"""Our unit of each parameter; what is counted in shares of volume has no rule and is refused."""

SPELLINGS = {"c": "°C", "f": "°F"}
"""Units that the source writes in a way of its own."""


def parse(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read ``/v3/sensors/{id}/measurements`` or ``/v3/locations/{id}/latest``, whichever it is.

    Parameters
    ----------
    body
        JSON: ``meta`` and ``results``. A measurement names its ``parameter`` with unit and its ``period``; a
        latest value names only ``sensorsId``.
    context
        What each sensor measures, for latest values; `spots` of one place for measurements, which do not name
        their location.

    Returns
    -------
    tuple[Row, ...]
        A row a value: nulls are left out, values that the source flags are noted and left out. A measurement
        stands at the end of its period.

    Raises
    ------
    FeedError
        The body is not what it was, the sensor is unknown, or the unit has no rule.
    """
    whole = json_of(body)
    object_of(member(whole, "meta", "$"), "$.meta")
    results = list_of(member(whole, "results", "$"), "$.results")
    return tuple(_row(one, context, f"$.results[{number}]") for number, one in enumerate(results))


def next_page(body: bytes) -> int | None:
    """Tell which page comes next; nothing after the last one.

    Raises
    ------
    FeedError
        The body is not what it was.
    """
    whole = json_of(body)
    meta = object_of(member(whole, "meta", "$"), "$.meta")
    page = int(number_of(member(meta, "page", "$.meta"), "$.meta.page"))
    limit = int(number_of(member(meta, "limit", "$.meta"), "$.meta.limit"))
    found = str(meta.get("found", 0))
    results = list_of(member(whole, "results", "$"), "$.results")
    more = found.startswith(">") or (found.isdigit() and int(found) > page * limit)
    return page + 1 if more and len(results) >= limit else None


def _row(given: Json, context: Context, where: str) -> Row:
    """Read one value."""
    one = object_of(given, where)
    sensor = _sensor(one, context, where)
    at, notes = _moment(one, where), _flagged(one, where)
    values: dict[str, float | str | bool] = {}
    value = one.get("value")
    if value is not None and not notes:
        unit = SPELLINGS.get(sensor.unit, sensor.unit)
        number = number_of(value, f"{where}.value")
        values[sensor.parameter] = converted(number, unit, UNITS[sensor.parameter], where)
    return Row(_series(one, context, where), at, values, _place(one, context, where), notes)


def _sensor(one: Members, context: Context, where: str) -> Sensor:
    """Find what was measured and in which unit."""
    if "parameter" in one:
        told = object_of(one["parameter"], f"{where}.parameter")
        name = str(member(told, "name", f"{where}.parameter"))
        sensor = Sensor(name, str(member(told, "units", f"{where}.parameter")))
    else:
        number = int(number_of(member(one, "sensorsId", where), f"{where}.sensorsId"))
        known = context.sensors.get(number)
        if known is None:
            raise FeedError("unknown", f"{where}.sensorsId", {"found": str(number)})
        sensor = known
    if sensor.parameter not in UNITS:
        raise FeedError("unknown", where, {"found": sensor.parameter[:60]})
    return sensor


def _moment(one: Members, where: str) -> datetime:
    """Find when it was: the end of the period, or the moment of the latest value."""
    if "period" in one:
        period = object_of(one["period"], f"{where}.period")
        told, place = member(period, "datetimeTo", f"{where}.period"), f"{where}.period.datetimeTo"
    else:
        told, place = member(one, "datetime", where), f"{where}.datetime"
    return moment_of(str(member(object_of(told, place), "utc", place)), f"{place}.utc")


def _flagged(one: Members, where: str) -> tuple[Fault, ...]:
    """Tell where the source itself doubts a value."""
    flags = one.get("flagInfo")
    doubted = isinstance(flags, dict) and flags.get("hasFlags") is True
    return (fault("flagged", where),) if doubted else ()


def _series(one: Members, context: Context, where: str) -> str:
    """Name the location."""
    if "locationsId" in one:
        return str(int(number_of(one["locationsId"], f"{where}.locationsId")))
    if len(context.spots) != 1:
        raise FeedError("missing", where, {"name": "locationsId"})
    return context.spots[0].name


def _place(one: Members, context: Context, where: str) -> tuple[float, float] | None:
    """Find where it was measured."""
    told = one.get("coordinates")
    if isinstance(told, dict) and told.get("longitude") is not None:
        longitude = number_of(told["longitude"], f"{where}.coordinates.longitude")
        return longitude, number_of(member(told, "latitude", where), f"{where}.coordinates.latitude")
    return (context.spots[0].longitude, context.spots[0].latitude) if len(context.spots) == 1 else None
