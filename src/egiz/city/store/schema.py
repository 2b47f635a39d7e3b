"""The tables, their versions and how an older file becomes a newer one."""

from __future__ import annotations

import apsw

from egiz.errors import InputError

FIRST = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE tenant (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE word (
    id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (tenant, text)
);
CREATE TABLE entity (
    id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, name TEXT NOT NULL, live INTEGER NOT NULL,
    created INTEGER NOT NULL, modified INTEGER NOT NULL, expires INTEGER,
    types TEXT NOT NULL, scope TEXT NOT NULL, places INTEGER NOT NULL,
    names TEXT NOT NULL,    normalized BLOB, concise BLOB, simplified BLOB, document TEXT,
    UNIQUE (tenant, name)
);
CREATE INDEX entity_expires ON entity (expires) WHERE expires IS NOT NULL;
CREATE TABLE kind (
    type INTEGER NOT NULL, live INTEGER NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (type, live, entity)
) WITHOUT ROWID;
CREATE TABLE cell (
    name INTEGER NOT NULL, entity INTEGER NOT NULL, dataset INTEGER NOT NULL, element INTEGER NOT NULL,
    kind INTEGER NOT NULL, sort INTEGER NOT NULL, value, observed INTEGER,
    PRIMARY KEY (name, entity, dataset, element)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE place USING rtree (id, west, east, south, north, +entity, +name, +dataset, +geometry);
CREATE TABLE observation (
    entity INTEGER NOT NULL, name INTEGER NOT NULL, dataset INTEGER NOT NULL, time INTEGER NOT NULL,
    instance INTEGER NOT NULL, observed INTEGER NOT NULL, kind INTEGER NOT NULL, deleted INTEGER NOT NULL,
    value, created INTEGER NOT NULL, modified INTEGER, extra TEXT,
    PRIMARY KEY (entity, name, dataset, time, instance)
) WITHOUT ROWID;
CREATE TABLE rollup (
    entity INTEGER NOT NULL, name INTEGER NOT NULL, dataset INTEGER NOT NULL, span INTEGER NOT NULL,
    start INTEGER NOT NULL, count INTEGER NOT NULL, total REAL NOT NULL, squares REAL NOT NULL,
    low REAL NOT NULL, high REAL NOT NULL, first_time INTEGER NOT NULL, first REAL NOT NULL,
    last_time INTEGER NOT NULL, last REAL NOT NULL,
    PRIMARY KEY (entity, name, dataset, span, start)
) WITHOUT ROWID;
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, lane INTEGER NOT NULL, created INTEGER NOT NULL,
    due INTEGER NOT NULL, attempt INTEGER NOT NULL, error TEXT NOT NULL, body BLOB NOT NULL
);
CREATE INDEX delivery_order ON delivery (lane, id);
CREATE TABLE item (
    tenant INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (tenant, kind, name)
) WITHOUT ROWID;
"""

STEPS = (FIRST,)
"""One script a version: step n takes a file of version n to version n + 1."""

VERSION = len(STEPS)
"""The version that this code reads and writes."""


def version(connection: apsw.Connection) -> int:
    """Read the version of a file; 0 for an empty one."""
    return int(connection.pragma("user_version"))


def migrate(connection: apsw.Connection) -> None:
    """Bring a file to this code's version, step by step, each step whole or not at all.

    Parameters
    ----------
    connection
        A connection that may write.

    Raises
    ------
    InputError
        The file is of a later version than this code knows, or a database of something else.
    """
    if version(connection) > VERSION:
        values = {"found": version(connection), "known": VERSION}
        raise InputError.of("store-newer", values)
    if not version(connection) and list(connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1")):
        raise InputError.of("store-foreign", {"path": connection.filename})
    for number in range(version(connection), VERSION):
        with connection:
            connection.execute(STEPS[number])
            connection.pragma("user_version", number + 1)
