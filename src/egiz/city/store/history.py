"""How the history is written, with its roll-ups by hour and day.

An hour is rolled up when the first number of a later hour arrives, a day likewise; so an observation costs
one row, not three. Until then readers roll the open hour up themselves. A number that comes late, into an
hour that is rolled up is added to it at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import msgspec

from egiz.city.store.query import Bound, Query
from egiz.city.store.record import Moment, Observation, Rollup
from egiz.city.store.rollup import DAY, HOUR, fold, gather

Key: TypeAlias = tuple[int, int, int]
"""A series in numbers: entity, name, dataset."""

Keyed: TypeAlias = tuple[Key, Observation, bool]
"""An observation, its series in numbers, and whether its entity is new, and so has no history."""

BLOCK = 10_000
"""Numbers of instances taken at once: one row is written a block."""

KEPT = 200_000
"""Series whose roll-ups are remembered at once."""

WIDEST = 2**63 - 1
"""The greatest whole number that a column holds."""

EVER = -(2**62)
"""Before every moment [microseconds]."""

LATE = """INSERT INTO rollup VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?6 * ?6, ?6, ?6, ?7, ?6, ?7, ?6)
ON CONFLICT DO UPDATE SET count = count + 1, total = total + excluded.total,
squares = squares + excluded.squares, low = min(low, excluded.low), high = max(high, excluded.high),
first = CASE WHEN excluded.first_time < first_time THEN excluded.first ELSE first END,
first_time = min(first_time, excluded.first_time),
last = CASE WHEN excluded.last_time >= last_time THEN excluded.last ELSE last END,
last_time = max(last_time, excluded.last_time)"""
ONE = "entity = ? AND name = ? AND dataset = ?"
ROLLUP = f"DELETE FROM rollup WHERE {ONE} AND span = ? AND start >= ? AND start < ?"
SET_ROLLUP = "INSERT OR REPLACE INTO rollup VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
ROLLED = f"SELECT max(start) FROM rollup WHERE {ONE} AND span = ?"
NUMBER = "deleted = 0 AND typeof(value) IN ('integer', 'real')"
OPEN = f"SELECT time FROM observation WHERE {ONE} AND time >= ? AND {NUMBER} ORDER BY time LIMIT 1"
POINTS = f"""SELECT time, value FROM observation WHERE {ONE} AND time >= ? AND time < ? AND {NUMBER}
ORDER BY time, instance"""
HOURS = f"""SELECT start, count, total, squares, low, high, first_time, first, last_time, last FROM rollup
WHERE {ONE} AND span = 0 AND start >= ? AND start < ? ORDER BY start"""
RESERVE = """INSERT INTO meta VALUES ('instance', ?1) ON CONFLICT DO UPDATE SET value = value + ?1
RETURNING value"""


class Edge(msgspec.Struct):
    """How far a series is rolled up."""

    hours: Moment = EVER
    """Every number before it is rolled up by hour [microseconds]."""
    days: Moment = EVER
    """Every number before it is rolled up by day [microseconds]."""
    open: Moment | None = None
    """The first hour that has numbers and is not rolled up [microseconds]."""


class History:
    """Writes instances and keeps their roll-ups in step.

    Parameters
    ----------
    query
        The connection that writes.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self._next, self._end = 0, 0
        self._edges: dict[Key, Edge] = {}

    def forget(self) -> None:
        """Forget everything remembered, after a rollback."""
        self._next, self._end = 0, 0
        self._edges.clear()

    def holds(self, entity: int) -> bool:
        """Say whether an entity has any history."""
        return bool(self._query.rows("SELECT 1 FROM observation WHERE entity = ? LIMIT 1", (entity,)))

    def add(self, observations: Iterable[Keyed]) -> list[int]:
        """Write instances and roll their numbers up; gives the number of each."""
        rows: list[tuple[Bound, ...]] = []
        numbers: list[int] = []
        hours: list[tuple[Key, Moment]] = []
        late: list[tuple[Bound, ...]] = []
        edges = self._edges
        for key, one, fresh in observations:
            seen = one.observed_at
            time = one.time if seen is None else seen
            value = one.value if type(one.value) is float else _stored(one.value)
            extra = None if one.extra is None else one.extra.decode()
            number = one.instance or self._number()
            numbers.append(number)
            told = (value, one.created, one.modified, extra)
            rows.append((*key, time, number, seen is not None, one.kind, one.deleted, *told))
            if type(value) is not str and not one.deleted:
                edge = edges.get(key) or self._edge(key, fresh)
                if time < edge.hours:
                    late += _late(key, edge, time, float(value))
                elif edge.open != (hour := time - time % HOUR):
                    hours.append((key, hour))
        self._query.later("observation", rows)
        self._query.many(LATE, late)
        self._close(hours)
        return numbers

    def remove(self, key: Key, instance: int) -> bool:
        """Take one instance away; false where it is not there."""
        sql = f"SELECT time FROM observation WHERE {ONE} AND instance = ?"
        rows = self._query.rows(sql, (*key, instance))
        for (time,) in rows:
            sql = f"DELETE FROM observation WHERE {ONE} AND time = ? AND instance = ?"
            self._query.run(sql, (*key, time, instance))
            edge = self._edge(key)
            if time < edge.hours:
                hour, day = time - time % HOUR, time - time % DAY
                self._roll_hours(key, hour, hour + HOUR)
                if time < edge.days:
                    self._roll_days(key, day, day + DAY)
        return bool(rows)

    def clear(self, entity: int, name: int | None = None, dataset: int | None = None) -> None:
        """Take away the whole history of an entity, of one attribute of it, or of one dataset of that."""
        condition = "entity = ?"
        arguments: tuple[Bound, ...] = (entity,)
        if name is not None:
            condition, arguments = f"{condition} AND name = ?", (*arguments, name)
        if dataset is not None:
            condition, arguments = f"{condition} AND dataset = ?", (*arguments, dataset)
        self._query.run(f"DELETE FROM observation WHERE {condition}", arguments)
        self._query.run(f"DELETE FROM rollup WHERE {condition}", arguments)
        self._edges.clear()

    def _close(self, hours: list[tuple[Key, Moment]]) -> None:
        """Roll up every hour before the newest that a series has reached."""
        for key, hour in hours:
            edge = self._edges[key] if key in self._edges else self._edge(key)
            if edge.open is None:
                edge.open = hour
                continue
            first, newest = min(edge.open, hour), max(edge.open, hour)
            edge.open = newest
            if first == newest:
                continue
            self._roll_hours(key, first, newest)
            edge.hours = newest
            if (day := newest - newest % DAY) > (before := first - first % DAY):
                self._roll_days(key, before, day)
                edge.days = day

    def _roll_hours(self, key: Key, start: Moment, end: Moment) -> None:
        """Roll the points of a stretch up by hour."""
        points = self._query.rows(POINTS, (*key, start, end))
        self._set(key, 0, (start, end), fold(points, HOUR))

    def _roll_days(self, key: Key, start: Moment, end: Moment) -> None:
        """Roll the hours of a stretch up by day."""
        hours = (Rollup(*row) for row in self._query.rows(HOURS, (*key, start, end)))
        self._set(key, 1, (start, end), gather(hours, DAY))

    def _set(self, key: Key, span: int, stretch: tuple[Moment, Moment], rollups: Iterable[Rollup]) -> None:
        """Put roll-ups in the place of those of a stretch."""
        rows = [(*key, span, *msgspec.structs.astuple(one)) for one in rollups]
        if not rows:
            self._query.run(ROLLUP, (*key, span, *stretch))
        self._query.many(SET_ROLLUP, rows)

    def _edge(self, key: Key, fresh: bool = False) -> Edge:
        """Give how far a series is rolled up, read from the tables where it is not remembered."""
        edge = self._edges.get(key)
        if edge is None:
            edge = Edge()
            if not fresh:
                hour = self._query.rows(ROLLED, (*key, 0))[0][0]
                day = self._query.rows(ROLLED, (*key, 1))[0][0]
                edge.hours = EVER if hour is None else hour + HOUR
                edge.days = EVER if day is None else day + DAY
                rows = self._query.rows(OPEN, (*key, edge.hours))
                edge.open = rows[0][0] - rows[0][0] % HOUR if rows else None
            if len(self._edges) >= KEPT:
                self._edges.clear()
            self._edges[key] = edge
        return edge

    def _number(self) -> int:
        """Give the next number of an instance."""
        if self._next >= self._end:
            self._end = int(self._query.beside(RESERVE, (BLOCK,))[0][0])
            self._next = self._end - BLOCK
        self._next += 1
        return self._next


def _late(key: Key, edge: Edge, time: Moment, value: float) -> list[tuple[Bound, ...]]:
    """Write out what a number adds to spans that are rolled up already."""
    rows: list[tuple[Bound, ...]] = [(*key, 0, time - time % HOUR, value, time)]
    if time < edge.days:
        rows.append((*key, 1, time - time % DAY, value, time))
    return rows


def _stored(value: int | float | bytes) -> int | float | str:
    """Put a value as its column holds it: a number, or the JSON text of anything else."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) > WIDEST:
        return str(value)
    return value
