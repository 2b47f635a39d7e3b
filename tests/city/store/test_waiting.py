"""Rows that wait within a commit: nothing that is asked in it, and no error in it, tells that they do."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from egiz.city.store.record import (
    Cell,
    Clause,
    Entity,
    Item,
    Kind,
    Observation,
    Selection,
    Series,
    Sort,
    Word,
)
from egiz.city.store.store import Store
from egiz.city.store.writing import Writing

NOW = 1_700_000_000_000_000
ANY = "EXISTS (SELECT 1 FROM cell c WHERE c.name = ? AND c.entity = e.id AND c.value = ?)"


def lamp(name: str, *values: int) -> Entity:
    """Make an entity whose attribute has an array of values."""
    return Entity(
        tenant="astana",
        id=f"urn:{name}",
        types=("Lamp",),
        document=b"{}",
        created=NOW,
        modified=NOW,
        cells=tuple(
            Cell("level", Kind.PROPERTY, Sort.NUMBER, one, element=place) for place, one in enumerate(values)
        ),
    )


def has(writing: Writing, name: str, value: int) -> bool:
    return writing.holds("astana", f"urn:{name}", Clause(ANY, (Word("level"), value)))


def lit(store: Store) -> list[str]:
    clause = Clause(ANY, (Word("level"), 1))
    return store.read(lambda reading: reading.names(Selection(tenant="astana", clause=clause)))


def test_one_commit_sees_what_it_wrote(tmp_path: Path) -> None:
    def whole(writing: Writing) -> None:
        writing.put(lamp("a", 1, 2, 3))
        assert has(writing, "a", 3)
        writing.put(lamp("a", 4), ("level",))
        assert has(writing, "a", 4)
        assert not has(writing, "a", 3)
        writing.put(lamp("b", 1))
        assert writing.delete("astana", "urn:b")
        writing.put(lamp("b", 5))
        assert has(writing, "b", 5)
        assert not has(writing, "b", 1)
        seen = Observation(tenant="astana", entity="urn:a", attribute="level", value=1, created=NOW)
        (number,) = writing.observe([seen])
        series = Series("astana", "urn:a", "level")
        assert writing.unobserve(series, number)
        assert not writing.unobserve(series, number)
        assert writing.names(Selection(tenant="astana")) == ["urn:a", "urn:b"]
        writing.keep(Item("astana", "rule", "one", b"1"))
        assert writing.item("astana", "rule", "one") == b"1"
        writing.keep(Item("astana", "rule", "one", b"2"))
        assert writing.item("astana", "rule", "one") == b"2"
        assert writing.drop("astana", "rule", "one")
        assert writing.item("astana", "rule", "one") is None

    async def work() -> None:
        store = Store.open(tmp_path / "city.db", "normal")
        await store.write(whole)
        await store.close()

    asyncio.run(work())


@pytest.mark.parametrize("level", [2**63, -(2**70)])
def test_a_row_that_cannot_be_written_fails_its_own_operation_alone(tmp_path: Path, level: int) -> None:
    async def work() -> None:
        store = Store.open(tmp_path / "city.db", "normal")
        entities = [lamp("a", 1), lamp("b", level), lamp("c", 1), lamp("d", 1)]
        written = [store.write(lambda writing, one=one: writing.put(one)) for one in entities]
        told = await asyncio.gather(*written, return_exceptions=True)
        assert [isinstance(one, OverflowError) for one in told] == [False, True, False, False]
        assert lit(store) == ["urn:a", "urn:c", "urn:d"]
        assert store.read(lambda reading: reading.entity("astana", "urn:b")) is None
        await store.close()

    asyncio.run(work())
