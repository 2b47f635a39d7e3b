"""Weather of Open-Meteo: hours of one or more places, and the weather now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from egiz.city.feeds.body import json_value, list_of, member, number_of, object_of
from egiz.city.feeds.clock import moment_of_count
from egiz.city.feeds.row import Context, FeedError, Row, Spot
from egiz.city.feeds.unit import converted
from egiz.city.ngsild.document import Json, Members

COLUMNS = {
    "temperature_2m": ("temperature", "°C"),
    "relative_humidity_2m": ("humidity", "%"),
    "wind_speed_10m": ("wind_speed", "m/s"),
    "wind_gusts_10m": ("wind_gust", "m/s"),
    "wind_direction_10m": ("wind_direction", "°"),
    "surface_pressure": ("pressure", "hPa"),
    "pressure_msl": ("sea_pressure", "hPa"),
    "precipitation": ("precipitation", "mm"),
}
"""Column and its unit, by the name of the source."""

FARTHEST = 0.5
"""How far the centre of a cell may lie from the place asked about [degrees]."""

UNIX = "unixtime"
"""The form of times that are seconds since 1970."""


def parse_hourly(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read the hours of one or more places.

    Parameters
    ----------
    body
        JSON: an object a place, with ``hourly`` and ``hourly_units``; times go by ``utc_offset_seconds``.
    context
        The places, in the order asked, and the moment: later hours are forecasts and left out.

    Returns
    -------
    tuple[Row, ...]
        A row an hour that has a value; nulls are left out.

    Raises
    ------
    FeedError
        The body is not what it was, is of other places, or in an unknown unit.
    """
    rows = [row for part in _parts(body, context) for row in _hours(*part)]
    return tuple(row for row in rows if row.at <= context.now)


def parse_current(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read the weather now of one or more places.

    Parameters
    ----------
    body
        JSON: an object a place, with ``current`` and ``current_units``.
    context
        The places, in the order asked.

    Returns
    -------
    tuple[Row, ...]
        A row a place that has a value.

    Raises
    ------
    FeedError
        The body is not what it was, is of other places, or in an unknown unit.
    """
    return tuple(row for part in _parts(body, context) for row in _now(*part))


def _parts(body: bytes, context: Context) -> Iterator[tuple[Members, Spot, str]]:
    """Give the object of each place, checked against the place asked about."""
    whole = json_value(body)
    listed = isinstance(whole, list)
    parts = list_of(whole, "$") if listed else [whole]
    if len(parts) != len(context.spots):
        found, wanted = str(len(parts)), str(len(context.spots))
        raise FeedError("contradiction", "$", {"one": found, "other": wanted})
    for number, (part, spot) in enumerate(zip(parts, context.spots, strict=True)):
        where = f"$[{number}]" if listed else "$"
        found_part = object_of(part, where)
        _check_place(found_part, spot, where)
        yield found_part, spot, where


def _check_place(part: Members, spot: Spot, where: str) -> None:
    """Refuse the weather of another place."""
    for name, wanted in (("latitude", spot.latitude), ("longitude", spot.longitude)):
        found = number_of(member(part, name, where), f"{where}.{name}")
        if abs(found - wanted) > FARTHEST:
            raise FeedError("contradiction", f"{where}.{name}", {"one": str(found), "other": str(wanted)})


def _hours(part: Members, spot: Spot, where: str) -> Iterator[Row]:
    """Give the hours of one place."""
    units = object_of(member(part, "hourly_units", where), f"{where}.hourly_units")
    hourly = object_of(member(part, "hourly", where), f"{where}.hourly")
    times = list_of(member(hourly, "time", f"{where}.hourly"), f"{where}.hourly.time")
    series = {name: list_of(value, f"{where}.hourly.{name}") for name, value in hourly.items()}
    for name, values in series.items():
        if len(values) != len(times):
            lengths = {"one": str(len(values)), "other": str(len(times))}
            raise FeedError("contradiction", f"{where}.hourly.{name}", lengths)
    _check_columns(hourly, f"{where}.hourly")
    for number, time in enumerate(times):
        at = _moment(time, (part, units), f"{where}.hourly.time[{number}]")
        values_then = {name: values[number] for name, values in series.items()}
        found = _values(values_then, units, f"{where}.hourly")
        if found:
            yield Row(spot.name, at, found, (spot.longitude, spot.latitude))


def _now(part: Members, spot: Spot, where: str) -> Iterator[Row]:
    """Give the weather of one place now."""
    units = object_of(member(part, "current_units", where), f"{where}.current_units")
    current = object_of(member(part, "current", where), f"{where}.current")
    _check_columns(current, f"{where}.current")
    at = _moment(member(current, "time", f"{where}.current"), (part, units), f"{where}.current.time")
    found = _values(current, units, f"{where}.current")
    if found:
        yield Row(spot.name, at, found, (spot.longitude, spot.latitude))


def _check_columns(given: Members, where: str) -> None:
    """Refuse a body without a single column that is known."""
    if not given.keys() & COLUMNS.keys():
        raise FeedError("missing", where, {"name": "temperature_2m"})


def _values(given: Mapping[str, Json], units: Members, where: str) -> dict[str, float]:
    """Read the values of one moment, in our units; nulls are left out."""
    found: dict[str, float] = {}
    for name, (column, unit) in COLUMNS.items():
        if given.get(name) is not None:
            number = number_of(given[name], f"{where}.{name}")
            source = str(member(units, name, f"{where}_units"))
            found[column] = converted(number, source, unit, f"{where}_units.{name}")
    return found


def _moment(time: Json, told: tuple[Members, Members], where: str) -> datetime:
    """Read a time, which goes by the offset that the body names."""
    part, units = told
    if units.get("time") == UNIX:
        return moment_of_count(number_of(time, where), where)
    offset = part.get("utc_offset_seconds")
    if offset is None:
        raise FeedError("zone", where, {"found": str(time)[:60]})
    try:
        local = datetime.fromisoformat(str(time))
        if local.tzinfo is not None:
            return local.astimezone(UTC)
        return local.replace(tzinfo=UTC) - timedelta(seconds=number_of(offset, "$.utc_offset_seconds"))
    except (ValueError, OverflowError):
        raise FeedError("date", where, {"found": str(time)[:60]}) from None
