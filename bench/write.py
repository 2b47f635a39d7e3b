"""What a write costs on the way through the hub, in processor time.

Run as ``python bench/write.py``. Requests come as bytes to ``answer``, as the server hands them on:
all is here but HTTP. Entities have five attributes (three numbers with time and unit, a text, a place). 50
clients wait for their commits, durability is ``full``; best and median of chunks.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path

from egiz.city.ngsild.answer import answer
from egiz.city.ngsild.exchange import ROOT, Request
from egiz.city.ngsild.hub import Hub, open_store
from egiz.city.ngsild.notice import Notifier
from egiz.city.ngsild.watch import Watches

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HEADERS = {"content-type": "application/json", "content-length": "1", "ngsild-tenant": "astana"}
CLIENTS = 50
CHUNK = 1000
CHUNKS = 7
BATCH = 100


def entity(number: int) -> dict[str, object]:
    """Make an entity of five attributes as a client sends it."""
    seen = "2026-11-24T12:00:00Z"
    east, north = 71.0 + number % 1000 * 0.001, 51.0 + number // 1000 % 100 * 0.001
    numbers = {
        name: {"type": "Property", "value": number % 500 / 10, "unitCode": unit, "observedAt": seen}
        for name, unit in (("temperature", "CEL"), ("pm25", "GQ"), ("pm10", "GQ"))
    }
    return {
        "id": f"urn:ngsi-ld:AirQualityObserved:{number:07d}",
        "type": "AirQualityObserved",
        **numbers,
        "name": {"type": "Property", "value": f"post {number}"},
        "location": {"type": "GeoProperty", "value": {"type": "Point", "coordinates": [east, north]}},
    }


def create(number: int) -> Request:
    """Ask to create one entity."""
    body = json.dumps(entity(number)).encode()
    return Request("POST", f"{ROOT}/entities", "", HEADERS, body, NOW + timedelta(milliseconds=number))


def batch(first: int) -> Request:
    """Ask to create a batch."""
    body = json.dumps([entity(number) for number in range(first, first + BATCH)]).encode()
    path = f"{ROOT}/entityOperations/create"
    return Request("POST", path, "", HEADERS, body, NOW + timedelta(milliseconds=first))


def update(turn: int, entities: int) -> Request:
    """Ask to give one attribute of an entity that is there a new value."""
    number, moment = turn * 7919 % entities, NOW + timedelta(seconds=10 + turn // entities * 10)
    value = {"value": turn % 977 / 10, "observedAt": moment.strftime("%Y-%m-%dT%H:%M:%SZ")}
    path = f"{ROOT}/entities/urn:ngsi-ld:AirQualityObserved:{number:07d}/attrs/temperature"
    return Request("PATCH", path, "", HEADERS, json.dumps(value).encode(), moment)


async def spent(hub: Hub, requests: list[Request]) -> float:
    """Answer requests with the clients and give the processor time they took [s]."""
    waiting = iter(requests)

    async def client() -> None:
        for one in waiting:
            response = await answer(one, hub)
            assert response.status in {201, 204}, response.body

    start = time.process_time()
    await asyncio.gather(*[client() for _ in range(CLIENTS)])
    return time.process_time() - start


async def told(hub: Hub, name: str, chunks: Iterator[list[Request]], each: int = 1) -> None:
    """Print what a request costs, or one of the `each` entities in it."""
    times = [await spent(hub, some) / len(some) / each * 1e6 for some in chunks]
    best, middle = min(times), statistics.median(times)
    line = f"{name:40s} {best:7.1f} us best {middle:7.1f} us median"
    print(f"{line} {1e6 / best:9,.0f} {1e6 / middle:9,.0f} /CPU-s", flush=True)


async def whole(folder: Path) -> None:
    """Measure creates, batches and updates."""
    store = open_store(folder / "write.db")
    hub = Hub(store)
    hub = Hub(store, listeners=(Notifier(Watches(hub.contexts), lambda: None),))
    serial = count()
    await told(hub, "create", ([create(one) for one in islice(serial, CHUNK)] for _ in range(CHUNKS)))
    entities = CHUNK * CHUNKS
    turns = count()
    await told(
        hub,
        "update of one attribute",
        ([update(one, entities) for one in islice(turns, CHUNK)] for _ in range(CHUNKS)),
    )
    starts = count(10**6, BATCH)
    await told(
        hub,
        f"create in batches of {BATCH}, an entity",
        ([batch(one) for one in islice(starts, CHUNK // 20)] for _ in range(CHUNKS)),
        BATCH,
    )
    await store.close()


async def main() -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as name:
        await whole(Path(name))


if __name__ == "__main__":
    asyncio.run(main())
