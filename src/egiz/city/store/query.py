"""One statement after the other on one connection, with names as numbers."""

from __future__ import annotations

from itertools import chain
from typing import Any, TypeAlias

import apsw

from egiz.city.store.word import Words

Bound: TypeAlias = int | float | str | bytes | None
"""What is bound to a question mark."""

Row: TypeAlias = Any
"""A column as the database gives it: the statement alone knows what it is."""


TOGETHER = 16
"""Rows that go into a table by one statement."""


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

    def rows(self, sql: str, arguments: tuple[Bound, ...]) -> list[tuple[Row, ...]]:
        """Run one statement and read all its rows."""
        return self._cursor.execute(sql, arguments).fetchall()

    def run(self, sql: str, arguments: tuple[Bound, ...]) -> None:
        """Run one statement that gives no rows."""
        self._cursor.execute(sql, arguments)

    def many(self, sql: str, rows: list[tuple[Bound, ...]]) -> None:
        """Run one statement once a row."""
        if rows:
            self._cursor.executemany(sql, rows)

    def insert(self, table: str, rows: list[tuple[Bound, ...]]) -> None:
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
