"""The store through its door: what is written is read, errors undo themselves alone, tenants stay apart."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import apsw
import msgspec
import pytest

from egiz.city.store.reading import Reading
from egiz.city.store.record import (
    Cell,
    Clause,
    Delivery,
    Entity,
    Item,
    Kind,
    Observation,
    Place,
    Selection,
    Series,
    Sort,
    Window,
    Word,
)
from egiz.city.store.store import Closed, Store, TooCostly
from egiz.city.store.writing import Writing
from egiz.errors import InputError

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


def test_an_error_undoes_its_own_operation_alone(tmp_path: Path) -> None:
    def torn(writing: Writing) -> None:
        writing.put(station("torn"))
        raise ZeroDivisionError

    async def work(store: Store) -> None:
        first = store.write(lambda writing: writing.put(station("a")))
        second = store.write(torn)
        third = store.write(lambda writing: writing.put(station("b", types=("Other",))))
        await first
        await third
        with pytest.raises(ZeroDivisionError):
            await second
        await store.write(lambda writing: writing.put(station("c", types=("Other",))))
        assert store.read(lambda reading: reading.names(Selection(tenant="astana"))) == [
            STATION + name for name in "abc"
        ]
        assert store.read(lambda reading: reading.types("astana")) == [("Other", 2), ("Station", 1)]

    run(tmp_path, work)


def test_an_error_before_anything_is_written_costs_the_group_nothing(tmp_path: Path) -> None:
    asked: list[str] = []

    def counted(writing: Writing) -> None:
        asked.append("counted")
        writing.put(station("a"))

    def refused(writing: Writing) -> None:
        raise LookupError

    async def work(store: Store) -> None:
        good, bad = store.write(counted), store.write(refused)
        await good
        with pytest.raises(LookupError):
            await bad
        assert asked == ["counted"]

    run(tmp_path, work)


def test_a_change_touches_only_what_it_names(tmp_path: Path) -> None:
    warm = Clause(
        "EXISTS (SELECT 1 FROM cell c WHERE c.name = ? AND c.entity = e.id AND c.value > ?)",
        (Word("warmth"), 25),
    )
    named = Clause(
        "EXISTS (SELECT 1 FROM cell c WHERE c.name = ? AND c.entity = e.id AND c.value = ?)",
        (Word("name"), "a"),
    )

    async def work(store: Store) -> None:
        await store.write(lambda writing: writing.put(station("a")))
        hot = Entity(
            tenant="astana",
            id=STATION + "a",
            types=("Station",),
            document=b"{}",
            created=NOW,
            modified=NOW + 1,
            cells=(Cell("warmth", Kind.PROPERTY, Sort.NUMBER, 30.0),),
            places=None,
        )
        await store.write(lambda writing: writing.put(hot, ("warmth",)))
        for clause in (warm, named):
            assert (
                store.read(
                    lambda reading, clause=clause: reading.count(Selection(tenant="astana", clause=clause))
                )
                == 1
            )
        near = Clause("e.id IN (SELECT p.entity FROM place p WHERE p.west <= 72 AND p.east >= 70)")
        assert store.read(lambda reading: reading.count(Selection(tenant="astana", clause=near))) == 1
        await store.write(lambda writing: writing.put(hot))
        assert store.read(lambda reading: reading.count(Selection(tenant="astana", clause=named))) == 0
        await store.write(lambda writing: writing.delete("astana", STATION + "a"))
        for clause in (warm, named, near):
            assert (
                store.read(
                    lambda reading, clause=clause: reading.count(Selection(tenant="astana", clause=clause))
                )
                == 0
            )
        left = store.read(lambda reading: reading.attributes("astana"))
        assert left == []

    run(tmp_path, work)


def test_a_deleted_entity_lives_on_in_its_history(tmp_path: Path) -> None:
    series = Series("astana", STATION + "a", "warmth")

    def create(writing: Writing) -> None:
        writing.put(station("a"))
        writing.observe([seen("a", NOW, 1.5)])

    async def work(store: Store) -> None:
        await store.write(create)
        assert await store.write(lambda writing: writing.delete("astana", STATION + "a"))
        assert not await store.write(lambda writing: writing.delete("astana", STATION + "a"))
        assert store.read(lambda reading: reading.entity("astana", STATION + "a")) is None
        assert store.read(lambda reading: reading.known("astana", STATION + "a")) == ("Station",)
        assert store.read(lambda reading: reading.history.points(series)) == [(NOW, 1.5)]
        present = Selection(tenant="astana", types=("Station",))
        past = Selection(tenant="astana", types=("Station",), past=True)
        assert store.read(lambda reading: (reading.count(present), reading.count(past))) == (0, 1)
        await store.write(lambda writing: writing.put(station("a")))
        assert store.read(lambda reading: (reading.count(present), reading.count(past))) == (1, 1)
        await store.write(lambda writing: writing.delete("astana", STATION + "a"))
        await store.write(lambda writing: writing.forget_history("astana", STATION + "a"))
        assert store.read(lambda reading: reading.known("astana", STATION + "a")) is None

    run(tmp_path, work)


def test_pages_follow_one_another(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        for number in range(25):
            types = ("Station",) if number % 2 else ("Station", "Other")
            one = station(str(number), types=types)
            await store.write(lambda writing, one=one: writing.put(one))
        for types, count in (
            (("Station",), 25),
            ((), 25),
            (("Other",), 13),
            (("Other", "Station"), 25),
            (("No",), 0),
        ):
            whole = store.read(
                lambda reading, t=types: reading.names(Selection(tenant="astana", types=t, limit=100))
            )
            assert len(whole) == count
            paged: list[str] = []
            for offset in range(0, 25, 7):
                page = Selection(tenant="astana", types=types, limit=7, offset=offset)
                paged += store.read(lambda reading, page=page: reading.names(page))
            assert paged == whole
        by_name = Selection(tenant="astana", order=Clause("e.name DESC"), limit=1)
        assert store.read(lambda reading: reading.names(by_name)) == [STATION + "9"]

    run(tmp_path, work)


def test_deliveries_of_a_subscription_come_in_order(tmp_path: Path) -> None:
    def queue(writing: Writing) -> None:
        for subscription in ("one", "two"):
            for number in range(3):
                writing.enqueue(
                    Delivery(
                        tenant="astana",
                        subscription=subscription,
                        body=b"%d" % number,
                        created=NOW,
                        due=NOW + number,
                    )
                )

    async def work(store: Store) -> None:
        await store.write(queue)
        first = store.read(lambda reading: reading.due(NOW + 10))
        assert [(one.subscription, one.body, one.tenant) for one in first] == [
            ("one", b"0", "astana"),
            ("two", b"0", "astana"),
        ]
        await store.write(lambda writing: writing.delivered(first[0].id))
        await store.write(lambda writing: writing.postpone(first[1].id, NOW + 50, "refused"))
        second = store.read(lambda reading: reading.due(NOW + 10))
        assert [(one.subscription, one.body) for one in second] == [("one", b"1")]
        later = store.read(lambda reading: reading.due(NOW + 50))
        assert [(one.subscription, one.attempt, one.error) for one in later] == [
            ("one", 0, ""),
            ("two", 1, "refused"),
        ]
        assert store.read(lambda reading: reading.waiting("astana", "two")) == 3
        assert store.read(lambda reading: reading.waiting("chelyabinsk", "two")) == 0
        assert store.read(lambda reading: reading.next_due()) == NOW + 1
        await store.write(lambda writing: writing.cancel("astana", "two"))
        await store.write(lambda writing: writing.cancel("astana", "one"))
        assert store.read(lambda reading: (reading.due(NOW + 99), reading.next_due())) == ([], None)

    run(tmp_path, work)


def test_items_are_kept_by_tenant_and_kind(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        await store.write(lambda writing: writing.keep(Item("astana", "feed", "rates", b"1")))
        await store.write(lambda writing: writing.keep(Item("astana", "feed", "rates", b"2")))
        await store.write(lambda writing: writing.keep(Item("chelyabinsk", "feed", "rates", b"3")))
        assert store.read(lambda reading: reading.item("astana", "feed", "rates")) == b"2"
        assert store.read(lambda reading: reading.items("chelyabinsk", "feed")) == [
            Item("chelyabinsk", "feed", "rates", b"3")
        ]
        assert await store.write(lambda writing: writing.drop("astana", "feed", "rates"))
        assert not await store.write(lambda writing: writing.drop("astana", "feed", "rates"))
        assert store.read(lambda reading: reading.item("astana", "feed", "rates")) is None
        assert store.read(lambda reading: reading.tenants()) == ("astana", "chelyabinsk")

    run(tmp_path, work)


def test_bytes_are_filled_in_only_while_they_are_true(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        await store.write(lambda writing: writing.put(station("a")))
        old = store.read(lambda reading: reading.entities(Selection(tenant="astana")))[0]
        late = station("a", warmth=21.0)
        shown = msgspec.structs.replace(old, rendered=(None, b"c", None))
        assert await store.write(lambda writing: writing.fill(shown))
        selection = Selection(tenant="astana")
        assert store.read(lambda reading: reading.select(selection, "concise")) == [b"c"]
        assert store.read(lambda reading: reading.select(selection, "normalized")) == [b"normalized a"]
        await store.write(lambda writing: writing.put(late))
        assert not await store.write(lambda writing: writing.fill(shown))
        assert store.read(lambda reading: reading.select(selection, "concise")) == [None]

    run(tmp_path, work)


def test_a_read_that_never_ends_is_stopped(tmp_path: Path) -> None:
    endless = Clause(
        "(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n) > 0"
    )

    async def work(store: Store) -> None:
        await store.write(lambda writing: writing.put(station("a")))
        with pytest.raises(TooCostly):
            store.read(lambda reading: reading.count(Selection(tenant="astana", clause=endless)))
        assert store.read(lambda reading: reading.count(Selection(tenant="astana"))) == 1

    run(tmp_path, work)


def test_a_reader_sees_one_snapshot(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        await store.write(lambda writing: writing.put(station("a")))
        other = apsw.Connection(str(tmp_path / "city.db"))

        def twice(reading: Reading) -> tuple[int, int]:
            before = reading.count(Selection(tenant="astana"))
            other.execute("DELETE FROM kind")
            return before, reading.count(Selection(tenant="astana"))

        assert store.read(twice) == (1, 1)
        assert store.read(lambda reading: reading.count(Selection(tenant="astana"))) == 0
        other.close()

    run(tmp_path, work)


def test_what_waits_is_finished_before_the_store_closes(tmp_path: Path) -> None:
    async def whole() -> None:
        store = Store.open(tmp_path / "city.db", "normal")
        waiting = [store.write(lambda writing, n=n: writing.put(station(str(n)))) for n in range(5)]
        await store.close()
        assert all(one.done() for one in waiting)
        with pytest.raises(Closed):
            store.write(lambda writing: None)
        again = Store.open(tmp_path / "city.db")
        assert again.read(lambda reading: reading.count(Selection(tenant="astana"))) == 5
        await again.close()

    asyncio.run(whole())


def test_the_history_needs_an_entity(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        with pytest.raises(KeyError):
            await store.write(lambda writing: writing.observe([seen("nobody", NOW, 1.0)]))
        await store.write(lambda writing: writing.remember("astana", STATION + "a", ("Station",), NOW))
        await store.write(lambda writing: writing.remember("astana", STATION + "a", ("Other",), NOW))
        numbers = await store.write(
            lambda writing: writing.observe([seen("a", NOW, 1.0), seen("a", NOW, 2.0)])
        )
        assert len(set(numbers)) == 2
        assert store.read(lambda reading: reading.known("astana", STATION + "a")) == ("Station", "Other")
        found = store.read(
            lambda reading: reading.history.by_observable("astana", "warmth", Window(end=NOW + 1))
        )
        assert [(one.entity, one.value) for one in found] == [(STATION + "a", 1.0), (STATION + "a", 2.0)]

    run(tmp_path, work)


def test_a_store_has_one_writer(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        with pytest.raises(InputError, match="store-busy"):
            Store.open(tmp_path / "city.db")
        await store.write(lambda writing: writing.put(station("a")))

    run(tmp_path, work)
    run(tmp_path, work)
    assert [path.name for path in tmp_path.iterdir()] == ["city.db"]


def test_what_expired_is_told(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        for name, end in (("a", NOW + 2), ("b", NOW + 1), ("c", None)):
            brief = msgspec.structs.replace(station(name), expires=end)
            await store.write(lambda writing, brief=brief: writing.put(brief))
        assert store.read(lambda reading: reading.expired(NOW + 1)) == [("astana", STATION + "b")]
        assert store.read(lambda reading: len(reading.expired(NOW + 9))) == 2

    run(tmp_path, work)
