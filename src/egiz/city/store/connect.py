"""Connections to the file: how they are opened and what they may cost."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

import apsw

Durability: TypeAlias = Literal["full", "normal"]
"""``full``: an acknowledged write survives loss of power; ``normal``: it survives the end of the process."""

BUSY = 5_000
"""How long a connection waits for a lock [ms]."""

CACHE = -65_536
"""Pages kept by a connection [KiB, negative by SQLite's rule]."""

CHECKPOINT = 4_000
"""Pages in the write-ahead log before they go back into the file."""

STATEMENTS = 400
"""Prepared statements kept by a connection."""

CHECK_EVERY = 100_000
"""Steps of SQLite's machine between two looks at the allowance."""


def connect_writer(path: Path, durability: Durability) -> apsw.Connection:
    """Open the one connection that writes."""
    connection = apsw.Connection(str(path), statementcachesize=STATEMENTS)
    connection.set_busy_timeout(BUSY)
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", durability)
    connection.pragma("cache_size", CACHE)
    connection.pragma("wal_autocheckpoint", CHECKPOINT)
    connection.pragma("foreign_keys", False)
    return connection


def connect_reader(path: Path) -> apsw.Connection:
    """Open a connection that only reads."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(str(path), flags=flags, statementcachesize=STATEMENTS)
    connection.set_busy_timeout(BUSY)
    connection.pragma("query_only", True)
    connection.pragma("cache_size", CACHE)
    return connection


class Allowance:
    """How much work one read may do; the machine of SQLite asks it now and then.

    Parameters
    ----------
    connection
        The reading connection.
    steps
        Steps of SQLite's machine that one read may take.
    """

    def __init__(self, connection: apsw.Connection, steps: int) -> None:
        self._most = max(1, steps // CHECK_EVERY)
        self._left = self._most
        connection.set_progress_handler(self._spend, CHECK_EVERY)

    def renew(self) -> None:
        """Begin a read with the whole allowance."""
        self._left = self._most

    def _spend(self) -> bool:
        """Take one share; true stops the read."""
        self._left -= 1
        return self._left < 0
