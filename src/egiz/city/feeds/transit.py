"""Vehicles and trips of city transport (GTFS-Realtime)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime

from google.protobuf.message import DecodeError
from google.transit import gtfs_realtime_pb2

from egiz.city.feeds.body import checked
from egiz.city.feeds.clock import moment_of_count
from egiz.city.feeds.row import Context, FeedError, Row, Value

VERSIONS = {"1.0", "2.0"}
"""Versions of the format that are understood."""


def parse_vehicles(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read where vehicles are.

    Parameters
    ----------
    body
        A FeedMessage in protocol buffers.
    context
        Not needed.

    Returns
    -------
    tuple[Row, ...]
        A row a vehicle: columns ``speed`` [m/s], ``bearing`` [degrees], ``trip``, ``route``. One without a
        time has that of the message; the place 0, 0 is none.

    Raises
    ------
    FeedError
        It is no such message, is cut short, of another version, or has no time.
    """
    message, at = _message(body)
    return tuple(
        _vehicle(one, at) for one in message.entity if one.HasField("vehicle") and not one.is_deleted
    )


def parse_trip_updates(body: bytes, context: Context) -> tuple[Row, ...]:
    """Read how late trips are.

    Parameters
    ----------
    body
        A FeedMessage in protocol buffers.
    context
        The moment: the delay is the one at the next stop.

    Returns
    -------
    tuple[Row, ...]
        A row a trip: columns ``delay`` [s], ``stop``, ``route``, ``cancelled``.

    Raises
    ------
    FeedError
        It is no such message, is cut short, of another version, or has no time.
    """
    message, at = _message(body)
    return tuple(
        _trip(one, at, context.now)
        for one in message.entity
        if one.HasField("trip_update") and not one.is_deleted
    )


def _message(body: bytes) -> tuple[gtfs_realtime_pb2.FeedMessage, datetime]:
    """Read a message and its time."""
    message = gtfs_realtime_pb2.FeedMessage()
    try:
        message.ParseFromString(checked(body))
    except DecodeError:
        raise FeedError("broken", str(len(body)), {"form": "GTFS-Realtime"}) from None
    header = message.header
    if header.gtfs_realtime_version not in VERSIONS:
        raise FeedError("version", "header", {"found": header.gtfs_realtime_version[:60]})
    if header.incrementality != gtfs_realtime_pb2.FeedHeader.FULL_DATASET:
        raise FeedError("version", "header.incrementality", {"found": "DIFFERENTIAL"})
    return message, moment_of_count(float(header.timestamp), "header.timestamp")


def _vehicle(entity: gtfs_realtime_pb2.FeedEntity, at: datetime) -> Row:
    """Read one vehicle."""
    told, where = entity.vehicle, f"entity[{entity.id}]"
    values: dict[str, Value] = {}
    place = None
    if told.HasField("position"):
        position = told.position
        if (position.longitude, position.latitude) != (0.0, 0.0):
            place = (float(position.longitude), float(position.latitude))
        for column in ("speed", "bearing"):
            if position.HasField(column) and math.isfinite(getattr(position, column)):
                values[column] = float(getattr(position, column))
    values.update(_texts(told.trip))
    if told.timestamp:
        at = moment_of_count(float(told.timestamp), f"{where}.timestamp")
    return Row(told.vehicle.id or entity.id, at, values, place)


def _texts(trip: gtfs_realtime_pb2.TripDescriptor) -> Iterator[tuple[str, Value]]:
    """Name the trip and its route."""
    if trip.trip_id:
        yield "trip", trip.trip_id
    if trip.route_id:
        yield "route", trip.route_id


def _trip(entity: gtfs_realtime_pb2.FeedEntity, at: datetime, now: datetime) -> Row:
    """Read one trip."""
    told, where = entity.trip_update, f"entity[{entity.id}]"
    if told.timestamp:
        at = moment_of_count(float(told.timestamp), f"{where}.timestamp")
    cancelled = told.trip.schedule_relationship == gtfs_realtime_pb2.TripDescriptor.CANCELED
    values: dict[str, Value] = {"cancelled": cancelled}
    if told.trip.route_id:
        values["route"] = told.trip.route_id
    values.update(_next_stop(told, now.timestamp()) if not cancelled else ())
    start = f"@{told.trip.start_date}" if told.trip.start_date else ""
    return Row((told.trip.trip_id or entity.id) + start, at, values)


def _next_stop(told: gtfs_realtime_pb2.TripUpdate, now: float) -> Iterator[tuple[str, Value]]:
    """Give the delay at the next stop that tells one; past every stop, at the last one."""
    found: tuple[str, float] | None = None
    for stop in told.stop_time_update:
        event = stop.arrival if stop.HasField("arrival") else stop.departure
        if event.HasField("delay"):
            found = (stop.stop_id, float(event.delay))
            if event.time == 0 or event.time >= now:
                break
    if found is not None:
        yield "delay", found[1]
        if found[0]:
            yield "stop", found[0]
    elif told.HasField("delay"):
        yield "delay", float(told.delay)
