"""Files of every version are opened, later ones and other files are refused."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import apsw
import pytest

from egiz.city.store import schema
from egiz.city.store.record import Clause, Selection, Series, Word
from egiz.city.store.rollup import DAY
from egiz.city.store.store import Store
from egiz.errors import InputError

FILES = sorted(Path(__file__).parent.glob("version*.sql"))
NAME = "urn:ngsi-ld:Station:a"
NOON = 1_700_000_000_000_000


def written(path: Path, script: str) -> Path:
    """Make a file of a script."""
    connection = apsw.Connection(str(path))
    connection.execute(script)
    connection.close()
    return path


@pytest.mark.parametrize("script", FILES, ids=lambda path: path.stem)
def test_a_file_of_every_version_is_read(script: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "city.db", script.read_text(encoding="utf-8"))
    warm = Clause(
        "EXISTS (SELECT 1 FROM cell c WHERE c.name = ? AND c.entity = e.id AND c.value > 20)",
        (Word("warmth"),),
    )

    async def whole() -> None:
        store = Store.open(path)
        entity = store.read(lambda reading: reading.entity("astana", NAME))
        assert entity is not None
        assert (entity.types, entity.scope, entity.document) == (
            ("Station",),
            ("/north",),
            b'{"warmth":21.5}',
        )
        for clause in (Clause(), warm):
            selection = Selection(tenant="astana", types=("Station",), clause=clause)
            assert store.read(lambda reading, s=selection: reading.select(s, "normalized")) == [b"normalized"]
        points_of = Series("astana", NAME, "warmth")
        points = store.read(lambda reading: reading.history.points(points_of))
        assert points == [(NOON, 21.5), (NOON + DAY, 22.5)]
        days = store.read(
            lambda reading: reading.history.rollups(points_of, "day", NOON - DAY, NOON + 2 * DAY)
        )
        assert [(one.count, one.total) for one in days] == [(1, 21.5), (1, 22.5)]
        assert [one.body for one in store.read(lambda reading: reading.due(NOON))] == [b"delivery"]
        assert store.read(lambda reading: reading.item("astana", "feed", "rates")) == b"item"
        assert await store.write(lambda writing: writing.delete("astana", NAME))
        await store.close()

    asyncio.run(whole())
    connection = apsw.Connection(str(path))
    assert schema.version(connection) == schema.VERSION
    connection.close()


def test_every_version_has_its_file() -> None:
    assert [path.stem for path in FILES] == [f"version{number}" for number in range(1, schema.VERSION + 1)]


def test_every_column_is_told_in_the_documentation() -> None:
    text = (Path(__file__).parents[3] / "docs" / "store.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (`.+?`) \|", text, re.MULTILINE))
    connection = apsw.Connection(":memory:")
    schema.migrate(connection)
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith(("sqlite_", "place_"))
    ]
    assert set(rows) == set(tables)
    for table in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        assert re.findall(r"\w+", rows[table]) == columns, table
    connection.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "city.db", schema.FIRST + f"PRAGMA user_version = {schema.VERSION}")
    broken = (*schema.STEPS, "CREATE TABLE later (id); INSERT INTO nothing VALUES (1)")
    monkeypatch.setattr(schema, "STEPS", broken)
    monkeypatch.setattr(schema, "VERSION", len(broken))
    connection = apsw.Connection(str(tmp_path / "city.db"))
    with pytest.raises(apsw.SQLError):
        schema.migrate(connection)
    assert schema.version(connection) == len(broken) - 1
    assert not list(connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'later'"))
    connection.close()


def test_a_later_file_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "city.db", f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(InputError, match="store-newer"):
        Store.open(path)


@pytest.mark.parametrize(
    "content", [b"this is a text, and no store at all" * 40, b"SQLite format 3\0" + bytes(200)]
)
def test_another_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "city.db"
    path.write_bytes(content)
    with pytest.raises(InputError, match="store-unreadable"):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="store-unreadable"):
        Store.open(tmp_path / "nowhere" / "city.db")


def test_a_database_of_someone_else_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "other.db", "CREATE TABLE entity (id)")
    with pytest.raises(InputError, match="store-foreign"):
        Store.open(path)
