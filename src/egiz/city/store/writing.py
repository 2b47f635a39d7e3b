"""What an operation of the writer may do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

import msgspec

from egiz.city.store.history import History
from egiz.city.store.query import Bound, Query
from egiz.city.store.reading import Reading
from egiz.city.store.record import Delivery, Entity, Item, Moment, Observation, Place, Series, Sort
from egiz.city.store.word import EVERYTHING, SCOPE

ADD_ENTITY = """INSERT INTO entity (tenant, name, live, created, modified, expires, types, scope, places,
names, normalized, concise, simplified, document) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
SET_ENTITY = """UPDATE entity SET live = 1, created = ?, modified = ?, expires = ?, types = ?, scope = ?,
places = ?, names = ?, normalized = ?, concise = ?, simplified = ?, document = ? WHERE id = ?"""
CLEAR_ENTITY = """UPDATE entity SET live = 0, places = 0, names = '', normalized = NULL, concise = NULL,
simplified = NULL, document = NULL, expires = NULL WHERE id = ?"""
ADD_PAST = """INSERT INTO entity (tenant, name, live, created, modified, types, scope, places, names)
VALUES (?, ?, 0, ?, ?, ?, '', 0, '')"""
ADD_CELL = "INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
DROP_CELLS = "DELETE FROM cell WHERE name = ? AND entity = ?"
ADD_PLACE = """INSERT INTO place (id, west, east, south, north, entity, name, dataset, geometry)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
ADD_DELIVERY = "INSERT INTO delivery (lane, created, due, attempt, error, body) VALUES (?, ?, ?, ?, ?, ?)"
KNOWN = "SELECT id, live, types, places, names FROM entity WHERE tenant = ? AND name = ?"

Cells: TypeAlias = tuple[int, int, int, int, int, int | float | str | None, int | None]
"""A row of table ``cell`` but for the number of the entity."""

Told: TypeAlias = tuple[str, int, tuple[int, ...]]
"""What the index tells of an entity: types, count of geometries, numbers of attributes with cells."""

PLACES = 16
"""Geometries that an entity may have in the index; a place is numbered entity * PLACES + n."""


class Known(msgspec.Struct, frozen=True):
    """What is remembered of an entity within one commit."""

    number: int
    """Its number."""
    live: bool
    """Whether it stands now."""
    types: str
    """Its types, one a line."""
    places: int
    """How many geometries it has in the index."""
    names: tuple[int, ...]
    """Numbers of the attributes that have cells."""
    fresh: bool = False
    """Whether it was made in this very commit."""


NOBODY = Known(0, False, "", 0, ())
"""What is known of an entity that is not there."""


class Writing(Reading):
    """The writer's view: it reads what this commit has written so far, and writes.

    An operation may be run a second time when another of its group failed: it must have no effect outside.

    Parameters
    ----------
    query
        The one connection that writes.
    """

    def __init__(self, query: Query) -> None:
        super().__init__(query)
        self._run = query.run
        self._write = History(query)
        self._known: dict[tuple[int, str], Known] = {}

    def settle(self) -> None:
        """Begin a new group: forget what was remembered within the last one."""
        self._known.clear()

    def forget(self) -> None:
        """Forget everything remembered, after a rollback."""
        self._known.clear()
        self._words.forget()
        self._write.forget()

    def put(self, entity: Entity, changed: Collection[str] | None = None) -> None:
        """Keep an entity as it stands now, new or in place of its older self, with the rows of its index.

        Parameters
        ----------
        entity
            The entity.
        changed
            Names of the attributes that changed or went: only they need cells, and only theirs are written.
            Nothing for all.
        """
        tenant = self._words.make_tenant(entity.tenant)
        known = self._find(tenant, entity.id) or NOBODY
        touched = None if changed is None else {self._words.make_word(tenant, name) for name in changed}
        cells = self._cells(tenant, entity, changed)
        names = tuple(dict.fromkeys([row[0] for row in cells]))
        if touched is not None:
            names = (*[name for name in known.names if name not in touched], *names)
        places = known.places if entity.places is None else min(len(entity.places), PLACES)
        types = "\n".join(entity.types)
        number = self._put_row(tenant, known.number, entity, (types, places, names))
        self._put_cells(number, cells, known.names if touched is None else touched)
        if not known.live or known.types != types:
            if known.number:
                self._unmark(tenant, number, known.types)
            self._mark(tenant, number, entity.types)
        if entity.places is not None and (places or known.places):
            self._put_places(tenant, number, known.places, entity.places)
        fresh = known.fresh or not known.number
        self._known[tenant, entity.id] = Known(number, True, types, places, names, fresh)

    def fill(self, entity: Entity) -> bool:
        """Keep rendered bytes beside an entity that did not change since; false where it did.

        Parameters
        ----------
        entity
            The entity as it was read, with the bytes.
        """
        sql = """UPDATE entity SET normalized = coalesce(?, normalized), concise = coalesce(?, concise),
        simplified = coalesce(?, simplified)
        WHERE tenant = ? AND name = ? AND live = 1 AND document = ? RETURNING 1"""
        tenant = self._words.tenant(entity.tenant)
        return bool(self._rows(sql, (*entity.rendered, tenant, entity.id, entity.document.decode())))

    def delete(self, tenant: str, entity: str) -> bool:
        """Take an entity out of the present; its history stays. False where it was not there."""
        number = self._words.tenant(tenant)
        known = self._find(number, entity)
        if known is None or not known.live:
            return False
        self._put_cells(known.number, [], known.names)
        self._put_places(number, known.number, known.places, ())
        self._unmark(number, known.number, known.types)
        if self._write.holds(known.number):
            self._run(CLEAR_ENTITY, (known.number,))
            self._mark(number, known.number, known.types.split("\n"), live=0)
            self._known[number, entity] = Known(known.number, False, known.types, 0, ())
        else:
            self._run("DELETE FROM entity WHERE id = ?", (known.number,))
            self._known.pop((number, entity), None)
        return True

    def remember(self, tenant: str, entity: str, types: Iterable[str], created: Moment) -> None:
        """Keep an entity for its history alone; one that is there already only gets the types added."""
        number = self._words.make_tenant(tenant)
        known = self._find(number, entity)
        if known is None:
            joined = "\n".join(types)
            self._run(ADD_PAST, (number, entity, created, created, joined))
            row = self._query.inserted()
        elif not known.live:
            row, joined = known.number, "\n".join(dict.fromkeys([*known.types.split("\n"), *types]))
            self._run("UPDATE entity SET types = ? WHERE id = ?", (joined, row))
            self._unmark(number, row, known.types)
        else:
            return
        self._mark(number, row, joined.split("\n"), live=0)
        self._known[number, entity] = Known(row, False, joined, 0, ())

    def observe(self, observations: Iterable[Observation]) -> list[int]:
        """Write instances into the history and roll them up; gives the number of each.

        Raises
        ------
        KeyError
            An entity was neither put nor remembered before.
        """
        keyed = [(self._key(one.tenant, one.entity, one.attribute, one.dataset), one) for one in observations]
        fresh = frozenset(known.number for known in self._known.values() if known.fresh)
        return self._write.add(keyed, fresh)

    def unobserve(self, series: Series, instance: int) -> bool:
        """Take one instance out of the history; false where it is not there."""
        key = self._key(series.tenant, series.entity, series.attribute, series.dataset)
        return self._write.remove(key, instance) is not None

    def forget_history(
        self, tenant: str, entity: str, attribute: str = "", dataset: str | None = None
    ) -> None:
        """Take away the history of an entity, or of one attribute of it, or of one dataset of that."""
        number = self._words.tenant(tenant)
        known = self._find(number, entity)
        if known is None:
            return
        name = self._words.word(number, attribute) if attribute else None
        instance = self._dataset(number, dataset) if dataset is not None else None
        self._write.clear(known.number, name, instance)
        if not known.live and not self._write.holds(known.number):
            self._unmark(number, known.number, known.types)
            self._run("DELETE FROM entity WHERE id = ?", (known.number,))
            self._known.pop((number, entity), None)

    def enqueue(self, delivery: Delivery) -> int:
        """Journal a delivery; gives its number."""
        lane = self._words.make_word(self._words.make_tenant(delivery.tenant), delivery.subscription)
        row = (lane, delivery.created, delivery.due, delivery.attempt, delivery.error, delivery.body)
        self._run(ADD_DELIVERY, row)
        return self._query.inserted()

    def delivered(self, number: int) -> None:
        """Strike a delivery off: it is out, or given up."""
        self._run("DELETE FROM delivery WHERE id = ?", (number,))

    def postpone(self, number: int, due: Moment, error: str) -> None:
        """Put a delivery off after a try that failed."""
        sql = "UPDATE delivery SET due = ?, attempt = attempt + 1, error = ? WHERE id = ?"
        self._run(sql, (due, error, number))

    def cancel(self, tenant: str, subscription: str) -> None:
        """Strike off everything that waits for a subscription."""
        lane = self._words.word(self._words.tenant(tenant), subscription)
        self._run("DELETE FROM delivery WHERE lane = ?", (lane,))

    def keep(self, item: Item) -> None:
        """Keep an item, new or in place of its older self."""
        row = (self._words.make_tenant(item.tenant), item.kind, item.name, item.body)
        self._run("INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?)", row)

    def drop(self, tenant: str, kind: str, name: str) -> bool:
        """Take an item away; false where it is not there."""
        sql = "DELETE FROM item WHERE tenant = ? AND kind = ? AND name = ? RETURNING 1"
        return bool(self._rows(sql, (self._words.tenant(tenant), kind, name)))

    def make_tenant(self, tenant: str) -> None:
        """Make a tenant known, even before it has anything."""
        self._words.make_tenant(tenant)

    def _find(self, tenant: int, entity: str) -> Known | None:
        """Look an entity up, dead or alive, once a commit."""
        known = self._known.get((tenant, entity))
        if known is None:
            rows = self._rows(KNOWN, (tenant, entity))
            if rows:
                number, live, types, places, names = rows[0]
                numbers = tuple(map(int, names.split(","))) if names else ()
                known = self._known[tenant, entity] = Known(number, bool(live), types, places, numbers)
        return known

    def _key(self, tenant: str, entity: str, attribute: str, dataset: str) -> tuple[int, int, int]:
        """Put a series into numbers."""
        number = self._words.tenant(tenant)
        known = self._find(number, entity)
        if known is None:
            raise KeyError(entity)
        return known.number, self._words.make_word(number, attribute), self._dataset(number, dataset)

    def _dataset(self, tenant: int, dataset: str) -> int:
        """Give the number of a dataset: 0 for the default instance."""
        return self._words.make_word(tenant, dataset) if dataset else 0

    def _cells(self, tenant: int, entity: Entity, touched: Collection[str] | None) -> list[Cells]:
        """Write out the rows of table ``cell`` but for the number of the entity."""
        make, dataset = self._words.make_word, self._dataset
        rows: list[Cells] = [
            (
                make(tenant, cell.attribute),
                dataset(tenant, cell.dataset),
                cell.element,
                int(cell.kind),
                int(cell.sort),
                cell.value,
                cell.observed,
            )
            for cell in entity.cells
            if touched is None or cell.attribute in touched
        ]
        for element, scope in enumerate(entity.scope if touched is None or SCOPE in touched else ()):
            rows.append((make(tenant, SCOPE), 0, element, 0, int(Sort.TEXT), scope, None))
        return rows

    def _put_row(self, tenant: int, number: int, entity: Entity, told: Told) -> int:
        """Write the row of an entity; gives its number."""
        types, places, names = told
        dates = (entity.created, entity.modified, entity.expires)
        index = (types, "\n".join(entity.scope), places, ",".join(map(str, names)))
        body = (*entity.rendered, entity.document.decode())
        if number:
            self._run(SET_ENTITY, (*dates, *index, *body, number))
            return number
        self._run(ADD_ENTITY, (tenant, entity.id, *dates, *index, *body))
        return self._query.inserted()

    def _put_cells(self, number: int, cells: list[Cells], gone: Iterable[int]) -> None:
        """Put cells in the place of those of some attributes."""
        self._query.many(DROP_CELLS, [(name, number) for name in gone])
        self._query.many(ADD_CELL, [(row[0], number, *row[1:]) for row in cells])

    def _put_places(self, tenant: int, number: int, before: int, places: Sequence[Place]) -> None:
        """Put the geometries of an entity in place of its older ones."""
        first = number * PLACES
        self._query.many("DELETE FROM place WHERE id = ?", [(first + step,) for step in range(before)])
        rows: list[tuple[Bound, ...]] = []
        for step, place in enumerate(places[:PLACES]):
            names = self._words.make_word(tenant, place.attribute), self._dataset(tenant, place.dataset)
            rows.append((first + step, *place.box, number, *names, place.geometry))
        self._query.many(ADD_PLACE, rows)

    def _mark(self, tenant: int, number: int, types: Sequence[str], live: int = 1) -> None:
        """Write the rows of the types of an entity."""
        names = dict.fromkeys((EVERYTHING, *types))
        rows: list[tuple[Bound, ...]] = [(self._words.make_word(tenant, one), live, number) for one in names]
        self._query.many("INSERT OR IGNORE INTO kind VALUES (?, ?, ?)", rows)

    def _unmark(self, tenant: int, number: int, types: str) -> None:
        """Take the rows of the types of an entity away."""
        names = dict.fromkeys((EVERYTHING, *types.split("\n")))
        rows: list[tuple[Bound, ...]] = [
            (self._words.word(tenant, one), live, number) for one in names for live in (0, 1)
        ]
        self._query.many("DELETE FROM kind WHERE type = ? AND live = ? AND entity = ?", rows)
