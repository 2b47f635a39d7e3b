"""How the history is written, with its roll-ups by hour and day."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeAlias

from egiz.city.store.query import Bound, Query
from egiz.city.store.record import Moment, Observation

Key: TypeAlias = tuple[int, int, int]
"""A series in numbers: entity, name, dataset."""

HOUR = 3_600_000_000
"""An hour [microseconds]."""

DAY = 24 * HOUR
"""A day [microseconds]."""

SPANS = ((0, HOUR), (1, DAY))
"""The spans of the roll-ups: number and length."""

BLOCK = 10_000
"""Numbers of instances taken at once: one row is written a block."""

WIDEST = 2**63 - 1
"""The greatest whole number that a column holds."""

ADD = "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
ROLL = """INSERT INTO rollup VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?6 * ?6, ?6, ?6, ?7, ?6, ?7, ?6)
ON CONFLICT DO UPDATE SET count = count + 1, total = total + excluded.total,
squares = squares + excluded.squares, low = min(low, excluded.low), high = max(high, excluded.high),
first = CASE WHEN excluded.first_time < first_time THEN excluded.first ELSE first END,
first_time = min(first_time, excluded.first_time),
last = CASE WHEN excluded.last_time >= last_time THEN excluded.last ELSE last END,
last_time = max(last_time, excluded.last_time)"""
IN_SPAN = "entity = ?1 AND name = ?2 AND dataset = ?3 AND time >= ?5 AND time < ?6"
NUMBERS = f"FROM observation WHERE {IN_SPAN} AND deleted = 0 AND typeof(value) IN ('integer', 'real')"
UNROLL = "DELETE FROM rollup WHERE entity = ? AND name = ? AND dataset = ? AND span = ? AND start = ?"
REROLL = f"""INSERT INTO rollup SELECT ?1, ?2, ?3, ?4, ?5, count(*), total(value), total(1.0 * value * value),
min(value), max(value),
(SELECT time {NUMBERS} ORDER BY time, instance LIMIT 1),
(SELECT value {NUMBERS} ORDER BY time, instance LIMIT 1),
(SELECT time {NUMBERS} ORDER BY time DESC, instance DESC LIMIT 1),
(SELECT value {NUMBERS} ORDER BY time DESC, instance DESC LIMIT 1) {NUMBERS} HAVING count(*) > 0"""
RESERVE = """INSERT INTO meta VALUES ('instance', ?1) ON CONFLICT DO UPDATE SET value = value + ?1
RETURNING value"""


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

    def forget(self) -> None:
        """Forget the block of numbers, after a rollback."""
        self._next, self._end = 0, 0

    def holds(self, entity: int) -> bool:
        """Say whether an entity has any history."""
        return bool(self._query.rows("SELECT 1 FROM observation WHERE entity = ? LIMIT 1", (entity,)))

    def add(self, observations: Iterable[tuple[Key, Observation]]) -> list[int]:
        """Write instances and roll their numbers up; gives the number of each."""
        rows: list[tuple[Bound, ...]] = []
        rolls: list[tuple[Bound, ...]] = []
        numbers: list[int] = []
        for key, one in observations:
            number = one.instance or self._number()
            numbers.append(number)
            time, value = one.time, _stored(one.value)
            observed = one.observed_at is not None
            extra = None if one.extra is None else one.extra.decode()
            head = (*key, time, number, observed, one.kind, one.deleted)
            rows.append((*head, value, one.created, one.modified, extra))
            if not one.deleted and not isinstance(value, str) and math.isfinite(value):
                rolls += [(*key, span, time - time % length, float(value), time) for span, length in SPANS]
        self._query.many(ADD, rows)
        self._query.many(ROLL, rolls)
        return numbers

    def remove(self, key: Key, instance: int) -> Moment | None:
        """Take one instance away; gives where it stood, nothing where it was not there."""
        sql = "SELECT time FROM observation WHERE entity = ? AND name = ? AND dataset = ? AND instance = ?"
        rows = self._query.rows(sql, (*key, instance))
        if not rows:
            return None
        time = int(rows[0][0])
        sql = """DELETE FROM observation
        WHERE entity = ? AND name = ? AND dataset = ? AND time = ? AND instance = ?"""
        self._query.run(sql, (*key, time, instance))
        for span, length in SPANS:
            start = time - time % length
            self._query.run(UNROLL, (*key, span, start))
            self._query.run(REROLL, (*key, span, start, start + length))
        return time

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

    def _number(self) -> int:
        """Give the next number of an instance."""
        if self._next >= self._end:
            self._end = int(self._query.rows(RESERVE, (BLOCK,))[0][0])
            self._next = self._end - BLOCK
        self._next += 1
        return self._next


def _stored(value: int | float | bytes) -> int | float | str:
    """Put a value as its column holds it: a number, or the JSON text of anything else."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) > WIDEST:
        return str(value)
    return value
