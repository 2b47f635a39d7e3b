"""Feeds in pages, things that come and go, and times beyond the calendar."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from google.transit import gtfs_realtime_pb2

from egiz.city.feeds.catalogue import PARSERS
from egiz.city.feeds.feed import Feed, Question, State
from egiz.city.feeds.fetch import client_of
from egiz.city.feeds.intake import name_of
from egiz.city.feeds.poll import poll
from egiz.city.feeds.row import Context, FeedError, Spot
from egiz.city.ngsild.context import core
from egiz.city.ngsild.hub import Hub, open_store, stored
from egiz.city.ngsild.moment import EPOCH
from egiz.city.ngsild.sweep import sweep
from egiz.city.store.record import Series

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
BUSES = Feed("buses", "vehicles", "astana", "https://bus.example/live", every=30, stale=120)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    made = Hub(open_store(tmp_path / "hub.db", "normal"))
    yield made
    asyncio.run(made.store.close())


async def ask(
    hub: Hub, feed: Feed, answer: Callable[[httpx.Request], httpx.Response], now: datetime = NOW
) -> State:
    headers = client_of("ops@astana.example", "1.0").headers
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer), headers=headers) as client:
        return await poll(hub, feed, client, now)


def buses(at: datetime, *names: str) -> Callable[[httpx.Request], httpx.Response]:
    made = gtfs_realtime_pb2.FeedMessage()
    made.header.gtfs_realtime_version = "2.0"
    made.header.timestamp = int(at.timestamp())
    for name in names:
        told = made.entity.add(id=name).vehicle
        told.vehicle.id = name
        told.position.latitude, told.position.longitude = 51.1, 71.4
        told.timestamp = int(NOW.timestamp())
    return lambda request: httpx.Response(200, content=made.SerializeToString())


def test_a_vehicle_that_is_told_of_no_more_ends(hub: Hub) -> None:
    async def work() -> list[bool]:
        there = []
        for minute in range(0, 40, 2):
            at = NOW + timedelta(minutes=minute)
            names = ("1", "2") if minute == 0 else ("1",)
            await ask(hub, BUSES, buses(at, *names), at)
            await sweep(hub, int((at - EPOCH).total_seconds() * 1_000_000))
            there.append(
                hub.store.read(lambda reading: stored(reading, "astana", name_of(BUSES, "2"))) is not None
            )
            assert hub.store.read(lambda reading: stored(reading, "astana", name_of(BUSES, "1")))
        return there

    there = asyncio.run(work())
    assert there == [minute < 15 for minute in range(0, 40, 2)]


def test_a_vehicle_that_stands_is_not_written_at_every_poll(hub: Hub) -> None:
    writes: list[int] = []
    object.__setattr__(hub, "listeners", (lambda writing, change: writes.append(1),))

    async def work() -> None:
        for minute in range(12):
            at = NOW + timedelta(minutes=minute)
            await ask(hub, BUSES, buses(at, "1"), at)

    asyncio.run(work())
    assert len(writes) == 2


LATE = {"utc_offset_seconds": 2**64, "latitude": 51.1, "longitude": 71.4}
UNITS = {"time": "iso8601", "temperature_2m": "°C"}


@pytest.mark.parametrize(
    ("parser", "body"),
    [
        (
            "weather-now",
            json.dumps(
                {**LATE, "current_units": UNITS, "current": {"time": "2026-11-24T11:00", "temperature_2m": 1}}
            ).encode(),
        ),
        (
            "kz-rates",
            b"<rates><date>01.01.0001</date><item><title>USD</title><description>1</description><quant>1</quant></item></rates>",
        ),
        ("flights", b"flight,from,to,scheduled_departure,status\nKC 1,NQZ,ALA,0001-01-01T00:00,scheduled\n"),
        ("flights", b"flight,from,to,scheduled_departure,status\nKC 1,ALA,NQZ,9999-12-31T23:59,scheduled\n"),
    ],
)
def test_times_beyond_the_calendar_are_faults(parser: str, body: bytes) -> None:
    zones = {"NQZ": "Asia/Almaty", "ALA": "America/New_York"}
    context = Context(NOW, spots=(Spot("Astana", 71.4, 51.1),), zones=zones)
    keys = set()
    try:
        rows = PARSERS[parser](body, context)
        keys = {note.key for row in rows for note in row.notes}
    except FeedError as error:
        keys = {error.fault.key}
    assert keys == {"feed-date"}


AIR = Feed(
    "air",
    "air",
    "astana",
    "https://air.example/v3/sensors/1/measurements?limit=2&page={page}",
    question=Question(spots=(Spot("Astana", 71.4, 51.1),)),
)


def measured(page: int, found: str, *values: float, told: int | None = None) -> httpx.Response:
    parameter = {"name": "pm25", "units": "µg/m³"}
    results = [
        {
            "value": value,
            "parameter": parameter,
            "period": {"datetimeTo": {"utc": f"2026-11-{page:02d}T11:{minute:02d}:00Z"}},
        }
        for minute, value in enumerate(values)
    ]
    meta = {"page": page if told is None else told, "limit": 2, "found": found}
    return httpx.Response(200, json={"meta": meta, "results": results})


def page_of(request: httpx.Request) -> int:
    return int(request.url.params["page"])


def test_all_pages_are_read_and_stored_at_once(hub: Hub) -> None:
    pages = {1: measured(1, ">2", 1, 2), 2: measured(2, ">4", 3, 4), 3: measured(3, "5", 5)}
    asked: list[int] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(page_of(request))
        return pages[asked[-1]]

    state = asyncio.run(ask(hub, AIR, answer))
    series = Series("astana", name_of(AIR, "Astana"), core().expand("pm25"))
    history = hub.store.read(lambda reading: reading.history.instances(series))
    assert (asked, state.notes, state.error) == ([1, 2, 3], (), None)
    assert [one.value for one in history] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("broken", "key"),
    [
        (httpx.Response(503), "feed-status"),
        (httpx.Response(200, content=b"<html>"), "feed-page"),
        (measured(2, ">4", 3, 4, told=1), "feed-contradiction"),
    ],
)
def test_nothing_is_stored_where_a_page_cannot_be_used(hub: Hub, broken: httpx.Response, key: str) -> None:
    pages = {1: measured(1, ">2", 1, 2), 2: broken}
    state = asyncio.run(ask(hub, AIR, lambda request: pages[page_of(request)]))
    assert state.error is not None
    assert (state.error[0], state.stored) == (key, (0, 0, 0, 0))
    assert hub.store.read(lambda reading: stored(reading, "astana", name_of(AIR, "Astana"))) is None


def test_pages_are_bounded_and_what_was_left_out_is_told(hub: Hub) -> None:
    asked: list[int] = []

    def endless(request: httpx.Request) -> httpx.Response:
        asked.append(page_of(request))
        return measured(asked[-1], ">2", 1, 2)

    state = asyncio.run(ask(hub, AIR, endless))
    assert asked == list(range(1, 21))
    assert [(key, values["most"]) for key, values in state.notes] == [("feed-pages", 20)]
    whole = Feed("air", "air", "astana", "https://air.example/v3", question=AIR.question)
    state = asyncio.run(ask(hub, whole, lambda request: measured(1, ">2", 1, 2)))
    assert [(key, values["most"]) for key, values in state.notes] == [("feed-pages", 1)]
