"""The history as readers see it: instances, points, roll-ups."""

from __future__ import annotations

from egiz.city.store.history import EVER
from egiz.city.store.query import Bound, Query, Row
from egiz.city.store.record import WHOLE, Kind, Moment, Observation, Rollup, Series, Window
from egiz.city.store.rollup import DAY, HOUR, SPANS, fold, gather

INSTANCE = "time, instance, observed, kind, deleted, value, created, modified, extra"
ONE = "entity = ? AND name = ? AND dataset = ?"
NEXT_SERIES = """SELECT name, dataset FROM observation WHERE entity = ? AND (name, dataset) > (?, ?)
ORDER BY name, dataset LIMIT 1"""
BEARERS = """SELECT e.name FROM kind k CROSS JOIN entity e ON e.id = k.entity WHERE k.type = ?
AND EXISTS (SELECT 1 FROM observation o WHERE o.entity = e.id AND o.name = ?) ORDER BY e.id"""
CONDITION = {
    "time": ("", "time"),
    "observed": (" AND observed = 1 AND deleted = 0", "time"),
    "created": (" AND deleted = 0", "created"),
    "modified": (" AND deleted = 0", "coalesce(modified, created)"),
    "deleted": (" AND deleted = 1", "time"),
}
"""What each date of a window asks of a row, and the column it goes by."""
ROLLUPS = f"""SELECT start, count, total, squares, low, high, first_time, first, last_time, last FROM rollup
WHERE {ONE} AND span = ? AND start >= ? AND start < ? ORDER BY start"""
ROLLED = f"SELECT max(start) FROM rollup WHERE {ONE} AND span = ?"
POINTS = f"""SELECT time, value FROM observation WHERE {ONE} AND time >= ? AND time < ? AND deleted = 0
AND typeof(value) IN ('integer', 'real') ORDER BY time, instance"""

Key = tuple[int, int, int]
"""A series in numbers: entity, name, dataset."""


class Timeline:
    """The history on one snapshot.

    Parameters
    ----------
    query
        The connection to ask.
    """

    def __init__(self, query: Query) -> None:
        self._query = query

    def series(self, tenant: str, entity: str) -> list[Series]:
        """List what has a history of an entity, in a steady order."""
        words, number = self._query.words, self._number(tenant, entity)
        found: list[Series] = []
        rows = self._query.rows(NEXT_SERIES, (number, -1, -1)) if number else []
        while rows:
            name, dataset = rows[0]
            found.append(Series(tenant, entity, words.text(name), words.text(dataset) if dataset else ""))
            rows = self._query.rows(NEXT_SERIES, (number, name, dataset))
        return found

    def instances(self, series: Series, window: Window = WHOLE) -> list[Observation]:
        """Give the instances of a series, oldest first (newest first where the window takes the last)."""
        return _observations(series, self._read(INSTANCE, series, window))

    def points(self, series: Series, window: Window = WHOLE) -> list[tuple[Moment, int | float | str]]:
        """Give time and value alone: a number, or the JSON text of anything else."""
        return self._read("time, value", series, window)

    def kinds(self, series: Series, window: Window = WHOLE) -> list[tuple[Row, ...]]:
        """Give bare rows of time, value and kind."""
        return self._read("time, value, kind", series, window)

    def rows(self, series: Series, window: Window = WHOLE) -> list[tuple[Row, ...]]:
        """Give bare rows of time, instance, observed, kind, deleted, value, created, modified, extra.

        The quick way where ten thousand are rendered at once.
        """
        return self._read(INSTANCE, series, window)

    def count(self, series: Series, window: Window = WHOLE) -> int:
        """Count the instances in a window, whatever its limit."""
        condition, arguments = self._window(series, window)
        found = self._query.rows(f"SELECT count(*) FROM observation WHERE {condition}", arguments)
        return int(found[0][0])

    def rollups(self, series: Series, span: str, start: Moment, end: Moment) -> list[Rollup]:
        """Give the roll-ups by ``hour`` or ``day`` (UTC) that begin from `start` up to before `end`."""
        key, (number, length) = self._key(series), SPANS[span]
        first = start + (-start) % length
        last = end + (-end) % length
        found = self._stored(key, number, (first, last))
        first = max(first, self._edge(key, number, length))
        if first >= last:
            return found
        if span == "day":
            hours = self._stored(key, 0, (first, last))
            open_ = self._open(key, max(first, self._edge(key, 0, HOUR)), last)
            return found + list(gather([*hours, *open_], DAY))
        return found + self._open(key, first, last)

    def by_observable(self, tenant: str, attribute: str, window: Window = WHOLE) -> list[Observation]:
        """Give the instances of one attribute over every entity of a tenant, an entity after the other."""
        number = self._query.words.tenant(tenant)
        arguments = (self._query.words.word(number, ""), self._query.words.word(number, attribute))
        found: list[Observation] = []
        for (entity,) in self._query.rows(BEARERS, arguments):
            for series in self.series(tenant, entity):
                found += self.instances(series, window) if series.attribute == attribute else []
        return found

    def _stored(self, key: Key, span: int, stretch: tuple[Moment, Moment]) -> list[Rollup]:
        """Read what is rolled up."""
        return [Rollup(*row) for row in self._query.rows(ROLLUPS, (*key, span, *stretch))]

    def _edge(self, key: Key, span: int, length: Moment) -> Moment:
        """Tell up to when a series is rolled up."""
        last = self._query.rows(ROLLED, (*key, span))[0][0]
        return EVER if last is None else int(last) + length

    def _open(self, key: Key, start: Moment, end: Moment) -> list[Rollup]:
        """Roll the hours up that are still open."""
        return list(fold(self._query.rows(POINTS, (*key, start, end)), HOUR))

    def _number(self, tenant: str, entity: str) -> int:
        """Give the number of an entity, 0 where there is none."""
        sql = "SELECT id FROM entity WHERE tenant = ? AND name = ?"
        rows = self._query.rows(sql, (self._query.words.tenant(tenant), entity))
        return int(rows[0][0]) if rows else 0

    def _key(self, series: Series) -> Key:
        """Put a series into numbers; a name without number finds nothing."""
        words = self._query.words
        tenant = words.tenant(series.tenant)
        dataset = words.word(tenant, series.dataset) if series.dataset else 0
        return self._number(series.tenant, series.entity), words.word(tenant, series.attribute), dataset

    def _window(self, series: Series, window: Window) -> tuple[str, tuple[Bound, ...]]:
        """Write the condition of a window, and what it binds."""
        extra, column = CONDITION[window.by]
        condition, arguments = ONE + extra, [*self._key(series)]
        if window.start is not None:
            condition, arguments = f"{condition} AND {column} >= ?", [*arguments, window.start]
        if window.end is not None:
            condition, arguments = f"{condition} AND {column} < ?", [*arguments, window.end]
        return condition, tuple(arguments)

    def _read(self, columns: str, series: Series, window: Window) -> list[tuple[Row, ...]]:
        """Read columns of a series within a window."""
        condition, arguments = self._window(series, window)
        column, turn = CONDITION[window.by][1], "DESC" if window.last else "ASC"
        sql = f"""SELECT {columns} FROM observation WHERE {condition}
        ORDER BY {column} {turn}, instance {turn} LIMIT ? OFFSET ?"""
        return self._query.rows(sql, (*arguments, window.limit, window.offset))


def _observations(series: Series, rows: list[tuple[Row, ...]]) -> list[Observation]:
    """Make observations of their rows; names are looked up once, for there may be ten thousand."""
    tenant, entity, attribute, dataset = series.tenant, series.entity, series.attribute, series.dataset
    kinds = tuple(Kind)
    return [
        Observation(
            tenant=tenant,
            entity=entity,
            attribute=attribute,
            dataset=dataset,
            kind=kinds[kind],
            value=value.encode() if isinstance(value, str) else value,
            observed_at=time if observed else None,
            created=created,
            modified=modified,
            extra=None if extra is None else extra.encode(),
            instance=instance,
            deleted=deleted == 1,
        )
        for time, instance, observed, kind, deleted, value, created, modified, extra in rows
    ]
