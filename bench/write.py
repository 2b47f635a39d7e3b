"""What a write costs on the way through the hub, in processor time.

Run as ``python bench/write.py [parts]``. Requests come as bytes to ``answer``, as the server hands them on:
all is here but HTTP. Entities have five attributes (three numbers with time and unit, a text, a place). 50
clients wait for their commits, durability is ``full``; best and median of chunks. With ``parts`` each step
of a create is measured by itself, 50 creates a commit.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any

from egiz.city.ngsild.answer import answer
from egiz.city.ngsild.attribute import Reading
from egiz.city.ngsild.change import Change, created
from egiz.city.ngsild.context import Contexts, core
from egiz.city.ngsild.entity import read_entity
from egiz.city.ngsild.exchange import ROOT, Request
from egiz.city.ngsild.hub import Hub, open_store, stamp_of
from egiz.city.ngsild.negotiate import context_of, read_body
from egiz.city.ngsild.notice import Notifier
from egiz.city.ngsild.prepare import Times, changed_record, history
from egiz.city.ngsild.watch import Watches
from egiz.city.store.writing import Writing

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


Cost = dict[str, list[float]]
"""Microseconds of each part, one number a chunk."""


def timed(cost: Cost, name: str, step: Callable[[Any], Any], given: list[Any]) -> list[Any]:
    """Do a step for each of a chunk and keep what one took."""
    start = time.process_time()
    found = [step(one) for one in given]
    cost.setdefault(name, []).append((time.process_time() - start) / len(given) * 1e6)
    return found


def before_the_store(cost: Cost, hub: Hub, requests: list[Request]) -> list[Change]:
    """Take creates up to the change, step by step."""
    stamp, context = stamp_of(requests[0]), core()
    contents = timed(cost, "JSON read", lambda one: read_body(one)[0], requests)
    timed(cost, "context", lambda one: context_of({}, "application/json", one, hub.contexts), requests)
    reading = Reading(context, stamp)
    entities = timed(cost, "validation and expansion", lambda one: read_entity(one, reading), contents)
    return timed(cost, "change", lambda one: created("astana", one, stamp), entities)


def in_the_store(cost: Cost, hub: Hub, changes: list[Change], writing: Writing) -> None:
    """Write changes, step by step."""
    times = Times()
    timed(cost, "is it there", lambda one: writing.entity("astana", one.id), changes)
    made = timed(
        cost, "record: JSON, normalized form, values", lambda one: changed_record(one, times), changes
    )
    timed(cost, "rows of the entity, index rows made", lambda one: writing.put(*one), made)
    seen = timed(cost, "history: records", lambda one: history(one, times), changes)
    timed(cost, "history: rows made", writing.observe, seen)
    timed(cost, "notice match", lambda one: hub.listeners[0](writing, one), changes)
    start = time.process_time()
    writing.flush()
    cost.setdefault("index and history rows written", []).append(
        (time.process_time() - start) / len(changes) * 1e6
    )


async def parts(folder: Path) -> None:
    """Measure each step of a create."""
    store = open_store(folder / "parts.db")
    hub = Hub(store, listeners=(Notifier(Watches(Contexts()), lambda: None),))
    cost: Cost = {}
    for chunk in range(100):
        requests = [create(number) for number in range(chunk * CLIENTS, (chunk + 1) * CLIENTS)]
        changes = before_the_store(cost, hub, requests)
        ended: list[float] = []

        def operation(writing: Writing, changes: list[Change] = changes, ended: list[float] = ended) -> None:
            in_the_store(cost, hub, changes, writing)
            ended.append(time.process_time())

        await store.write(operation)
        cost.setdefault("commit", []).append((time.process_time() - ended[0]) / CLIENTS * 1e6)
    await store.close()
    for name, found in cost.items():
        tenth = sorted(found)[len(found) // 10]
        print(f"{name:40s} {tenth:7.1f} us tenth {statistics.median(found):7.1f} us median", flush=True)
    print(f"{'sum':40s} {sum(sorted(one)[len(one) // 10] for one in cost.values()):7.1f} us", flush=True)


async def main(measure: Callable[[Path], Coroutine[None, None, None]]) -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as name:
        await measure(Path(name))


if __name__ == "__main__":
    asyncio.run(main(parts if sys.argv[1:] == ["parts"] else whole))
