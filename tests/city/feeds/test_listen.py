"""Devices over MQTT: many messages in one commit, and none that is lost or disturbs another."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from egiz.city.feeds.feed import Feed
from egiz.city.feeds.health import healths
from egiz.city.feeds.intake import name_of
from egiz.city.feeds.listen import Broker, feeding, hear, take_all
from egiz.city.ngsild.context import core
from egiz.city.ngsild.hub import Hub, open_store
from egiz.city.store.record import Series

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FEED = Feed("device", "device", "astana")


def message(device: str, second: int) -> bytes:
    time = f"2026-11-24T11:{second // 60:02d}:{second % 60:02d}Z"
    return json.dumps({"device": device, "time": time, "values": {"pm25": float(second)}}).encode()


def test_messages_are_stored_in_order_whatever_stands_between(tmp_path: Path) -> None:
    hub = Hub(open_store(tmp_path / "hub.db", "normal"))

    async def messages() -> AsyncIterator[bytes]:
        for second in range(600):
            yield message(f"d{second % 3}", second)
            yield message(f"d{second % 3}", second)
            yield b"not json"

    async def work() -> None:
        await take_all(hub, FEED, messages(), lambda: NOW)
        for number in range(3):
            one = Series("astana", name_of(FEED, f"d{number}"), core().expand("pm25"))
            found = hub.store.read(lambda reading, one=one: reading.history.points(one))  # type: ignore[misc]
            assert [value for _, value in found] == list(range(number, 600, 3))
        await hub.store.close()

    asyncio.run(work())


def test_a_broker_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    hub = Hub(open_store(tmp_path / "hub.db", "normal"))

    async def work() -> str:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(hear(hub, FEED, Broker("127.0.0.1", "egiz/#", 1), lambda: NOW), 1.0)
        (found,) = hub.store.read(lambda reading: healths(reading, [FEED], NOW))
        async with feeding(hub, [FEED], "ops@astana.example", "1.0"):
            await asyncio.sleep(0)
        await hub.store.close()
        return found.error.key if found.error else ""

    assert asyncio.run(work()) == "feed-unreachable"
