"""One statement after the other on one connection, with names as numbers."""

from __future__ import annotations

from typing import Any, TypeAlias

import apsw

from egiz.city.store.word import Words

Bound: TypeAlias = int | float | str | bytes | None
"""What is bound to a question mark."""

Row: TypeAlias = Any
"""A column as the database gives it: the statement alone knows what it is."""


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

    def inserted(self) -> int:
        """Give the number of the row inserted last."""
        return self.connection.last_insert_rowid()
