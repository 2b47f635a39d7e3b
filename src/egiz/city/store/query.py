"""One statement after the other on one connection, with names as numbers."""

from __future__ import annotations

from itertools import chain
from operator import itemgetter
from typing import Any, TypeAlias

import apsw

from egiz.city.store.word import Words

Bound: TypeAlias = int | float | str | bytes | None
"""What is bound to a question mark."""

Row: TypeAlias = Any
"""A column as the database gives it: the statement alone knows what it is."""


Pair: TypeAlias = tuple[Any, Any]
"""The numbers of an attribute and of an entity."""

TOGETHER = 16
"""Rows that go into a table by one statement."""

MOST_WAITING = 20_000
"""Rows that wait at most."""

KEYS = {
    "kind": itemgetter(0, 1, 2),
    "place": itemgetter(0),
    "observation": itemgetter(0, 1, 2, 3, 4),
}
"""The key of the rows of each table whose rows may wait; cells wait by themselves."""

DROP_CELLS = "DELETE FROM cell WHERE name = ? AND entity = ?"


class Query:
    """A connection, its one cursor, and the numbers of names on it.

    Parameters
    ----------
    connection
        The connection.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self.connection = connection
        self.words = Words(connection)
        self._cursor = connection.cursor()
        self._inserts: dict[tuple[str, int], str] = {}
        self._waiting: dict[str, list[tuple[Bound, ...]]] = {}
        self._cells: dict[Pair, list[tuple[Bound, ...]]] = {}
        self._gone: set[Pair] = set()
        self._taken, self._written = 0, 0

    def rows(self, sql: str, arguments: tuple[Bound, ...]) -> list[tuple[Row, ...]]:
        """Run one statement and read all its rows."""
        if self._taken != self._written:
            self.flush()
        return self._cursor.execute(sql, arguments).fetchall()

    def run(self, sql: str, arguments: tuple[Bound, ...]) -> None:
        """Run one statement that gives no rows."""
        if self._taken != self._written:
            self.flush()
        self._cursor.execute(sql, arguments)

    def many(self, sql: str, rows: list[tuple[Bound, ...]]) -> None:
        """Run one statement once a row."""
        if rows:
            if self._taken != self._written:
                self.flush()
            self._cursor.executemany(sql, rows)

    def beside(self, sql: str, arguments: tuple[Bound, ...]) -> list[tuple[Row, ...]]:
        """Run one statement on tables whose rows never wait (all but kind, cell, place, observation)."""
        return self._cursor.execute(sql, arguments).fetchall()

    def later(self, table: str, rows: list[tuple[Bound, ...]]) -> None:
        """Put rows into a table before anything else is asked of it, those of the same key replaced.

        They go in by many a statement, sorted by key, which is cheaper than one by one.

        Parameters
        ----------
        table
            One of `KEYS`.
        rows
            Whole rows.
        """
        self._waiting.setdefault(table, []).extend(rows)
        self._taken += len(rows)
        if self._taken - self._written > MOST_WAITING:
            self.flush()

    def later_cell(self, row: tuple[Bound, ...]) -> None:
        """Put a cell into its table before anything else is asked of it."""
        self._cells.setdefault((row[0], row[1]), []).append(row)
        self._taken += 1

    def drop_cells(self, name: int, entity: int) -> None:
        """Take the cells of one attribute of an entity away, those that wait as well."""
        self._cells[name, entity] = []
        self._gone.add((name, entity))
        self._taken += 1

    def flush(self) -> None:
        """Write everything that waits."""
        self._written = self._taken
        waiting, cells, gone = self._waiting, self._cells, self._gone
        self._waiting, self._cells, self._gone = {}, {}, set()
        if gone:
            self._cursor.executemany(DROP_CELLS, sorted(gone))
        if cells:
            self._insert("cell", [row for pair in sorted(cells) for row in cells[pair]])
        for table, rows in waiting.items():
            rows.sort(key=KEYS[table])
            self._insert(table, rows)

    def forget(self) -> None:
        """Forget everything that waits, after a rollback."""
        self._waiting, self._cells, self._gone = {}, {}, set()
        self._written = self._taken

    def changes(self) -> int:
        """Count what was changed or waits to be; it only grows."""
        return self.connection.total_changes() + self._taken

    def _insert(self, table: str, rows: list[tuple[Bound, ...]]) -> None:
        """Put rows into a table, those of the same key replaced; many rows a statement, which is quick."""
        for first in range(0, len(rows), TOGETHER):
            some = rows[first : first + TOGETHER]
            sql = self._inserts.get((table, len(some)))
            if sql is None:
                marks = "(" + ", ".join("?" * len(some[0])) + ")"
                sql = f"INSERT OR REPLACE INTO {table} VALUES " + ", ".join([marks] * len(some))
                self._inserts[table, len(some)] = sql
            self._cursor.execute(sql, [*chain.from_iterable(some)])

    def inserted(self) -> int:
        """Give the number of the row inserted last."""
        return self.connection.last_insert_rowid()
