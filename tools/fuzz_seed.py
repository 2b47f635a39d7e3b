"""What the search for faults starts from: requests, bodies of feeds, words, awkward values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from google.transit import gtfs_realtime_pb2

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

FOLDER = Path(__file__).parent / "fuzz"
"""Where the seeds lie."""

BETWEEN = b"\n%%\n"
"""What stands between two seeds of a file."""

ENCODING = {"ru-rates": "cp1251"}
"""Bodies that are not UTF-8."""


def requests() -> tuple[bytes, ...]:
    """Read whole requests; the first ones fill a store."""
    return tuple((FOLDER / "request.txt").read_bytes().removesuffix(b"\n").split(BETWEEN))


def words() -> tuple[list[str], list[Json]]:
    """Read words that are put anywhere, and awkward values."""
    told = json.loads((FOLDER / "word.json").read_text(encoding="utf-8"))
    return told["words"], told["values"]


def bodies() -> Iterator[tuple[str, bytes]]:
    """Give a body for every parser."""
    for part in (FOLDER / "feed.txt").read_bytes().removesuffix(b"\n").split(BETWEEN):
        name, _, body = part.decode("utf-8").partition("\n")
        yield name, body.encode(ENCODING.get(name, "utf-8"))
    yield from (("vehicles", _transit()), ("trips", _transit()))


def _transit() -> bytes:
    """Write a message with a vehicle and a trip."""
    message = gtfs_realtime_pb2.FeedMessage()
    message.header.gtfs_realtime_version = "2.0"
    message.header.timestamp = 1_772_366_000
    one = message.entity.add(id="1").vehicle
    one.vehicle.id, one.trip.trip_id = "bus 1", "t"
    one.position.latitude, one.position.longitude, one.position.speed = 51.1, 71.4, 3.0
    two = message.entity.add(id="2").trip_update
    two.trip.trip_id = "t"
    stop = two.stop_time_update.add(stop_id="s")
    stop.arrival.delay, stop.arrival.time = 60, 1_772_367_000
    return bytes(message.SerializeToString())
