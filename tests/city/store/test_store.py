"""The store through its door: what is written is read, errors undo themselves alone, tenants stay apart."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from egiz.city.store.record import (
    Cell,
    Entity,
    Kind,
    Observation,
    Place,
    Sort,
)
from egiz.city.store.store import Store

NOW = 1_700_000_000_000_000
MINUTE = 60_000_000
HOUR = 60 * MINUTE
STATION = "urn:ngsi-ld:Station:"


def run(path: Path, work: Callable[[Store], Awaitable[None]]) -> None:
    """Open a store, let a test work with it, close it."""

    async def whole() -> None:
        store = Store.open(path / "city.db")
        try:
            await work(store)
        finally:
            await store.close()

    asyncio.run(whole())


def station(
    name: str, tenant: str = "astana", warmth: float = 20.0, types: tuple[str, ...] = ("Station",)
) -> Entity:
    return Entity(
        tenant=tenant,
        id=STATION + name,
        types=types,
        document=b'{"id":"%s","warmth":%f}' % ((STATION + name).encode(), warmth),
        created=NOW,
        modified=NOW,
        scope=("/north", "/river"),
        cells=(
            Cell("warmth", Kind.PROPERTY, Sort.NUMBER, warmth),
            Cell("name", Kind.PROPERTY, Sort.TEXT, name),
        ),
        places=(Place("location", (71.0, 71.0, 51.0, 51.0), '{"type":"Point","coordinates":[71,51]}'),),
        rendered=(b"normalized " + name.encode(), None, b"simplified " + name.encode()),
    )


def seen(name: str, time: int, value: float, tenant: str = "astana") -> Observation:
    return Observation(
        tenant=tenant, entity=STATION + name, attribute="warmth", value=value, created=NOW, observed_at=time
    )


def test_an_entity_is_read_back_as_it_was_put(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        await store.write(lambda writing: writing.put(station("a")))
        found = store.read(lambda reading: reading.entity("astana", STATION + "a"))
        assert found is not None
        assert found.types == ("Station",)
        assert found.scope == ("/north", "/river")
        assert found.document == station("a").document
        rendered = store.read(lambda reading: reading.rendered("astana", STATION + "a", "simplified"))
        assert rendered == b"simplified a"
        assert store.read(lambda reading: reading.rendered("astana", STATION + "a", "concise")) is None
        assert store.read(lambda reading: reading.entity("astana", STATION + "b")) is None

    run(tmp_path, work)
