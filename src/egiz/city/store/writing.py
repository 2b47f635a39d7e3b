"""What an operation of the writer may do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from egiz.city.store.history import History
from egiz.city.store.query import Bound, Query
from egiz.city.store.reading import Reading
from egiz.city.store.record import Delivery, Entity, Item, Moment, Observation, Place, Series, Sort
from egiz.city.store.word import EVERYTHING, SCOPE

ADD_ENTITY = """INSERT INTO entity (tenant, name, live, created, modified, expires, types, scope, places,
normalized, concise, simplified, document) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
SET_ENTITY = """UPDATE entity SET live = 1, created = ?, modified = ?, expires = ?, types = ?, scope = ?,
places = ?, normalized = ?, concise = ?, simplified = ?, document = ? WHERE id = ?"""
CLEAR_ENTITY = """UPDATE entity SET live = 0, places = '', normalized = NULL, concise = NULL,
simplified = NULL, document = NULL, expires = NULL WHERE id = ?"""
ADD_CELL = "INSERT OR REPLACE INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
DROP_CELL = "DELETE FROM cell WHERE entity = ? AND name = ? AND dataset = ? AND element = ?"
ADD_PLACE = """INSERT INTO place (id, west, east, south, north, entity, name, dataset, geometry)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
ADD_DELIVERY = "INSERT INTO delivery (lane, created, due, attempt, error, body) VALUES (?, ?, ?, ?, ?, ?)"
KNOWN = "SELECT id, live, types, places FROM entity WHERE tenant = ? AND name = ?"
CELLS = "SELECT entity, name, dataset, element, kind, sort, value, observed FROM cell WHERE entity = ?"

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
    places: str
    """Its places as text."""


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

    def put(self, entity: Entity) -> None:
        """Keep an entity as it stands now, new or in place of its older self, with all its index rows."""
        tenant = self._words.make_tenant(entity.tenant)
        known = self._find(tenant, entity.id)
        types, scope = "\n".join(entity.types), "\n".join(entity.scope)
        places = msgspec.json.encode(entity.places).decode() if entity.places else ""
        body = (*entity.rendered, entity.document.decode())
        dates = (entity.created, entity.modified, entity.expires)
        if known is None:
            row = (tenant, entity.id, *dates, types, scope, places, *body)
            self._run(ADD_ENTITY, row)
            number = self._query.inserted()
            self._query.many(ADD_CELL, self._cells(tenant, number, entity))
            self._mark(tenant, number, entity.types)
        else:
            number = known.number
            self._run(SET_ENTITY, (*dates, types, scope, places, *body, number))
            self._change_cells(number, self._cells(tenant, number, entity))
            if known.types != types or not known.live:
                self._unmark(tenant, number, known.types)
                self._mark(tenant, number, entity.types)
        if places != (known.places if known else ""):
            self._change_places(tenant, number, known.places if known else "", entity.places)
        self._known[tenant, entity.id] = Known(number, True, types, places)

    def delete(self, tenant: str, entity: str) -> bool:
        """Take an entity out of the present; its history stays. False where it was not there."""
        number = self._words.tenant(tenant)
        known = self._find(number, entity)
        if known is None or not known.live:
            return False
        self._change_cells(known.number, [])
        self._change_places(number, known.number, known.places, ())
        self._unmark(number, known.number, known.types)
        if self._write.holds(known.number):
            self._run(CLEAR_ENTITY, (known.number,))
            self._mark(number, known.number, known.types.split("\n"), live=0)
            self._known[number, entity] = Known(known.number, False, known.types, "")
        else:
            self._run("DELETE FROM entity WHERE id = ?", (known.number,))
            self._known.pop((number, entity), None)
        return True

    def remember(self, tenant: str, entity: str, types: Iterable[str], created: Moment) -> None:
        """Keep an entity for its history alone; one that is known already gets the types added."""
        number = self._words.make_tenant(tenant)
        known = self._find(number, entity)
        if known is None:
            joined = "\n".join(types)
            sql = "INSERT INTO entity (tenant, name, live, created, modified, types, scope, places) VALUES "
            self._run(sql + "(?, ?, 0, ?, ?, ?, '', '')", (number, entity, created, created, joined))
            row = self._query.inserted()
            self._mark(number, row, joined.split("\n"), live=0)
            self._known[number, entity] = Known(row, False, joined, "")
        elif not known.live:
            joined = "\n".join(dict.fromkeys([*known.types.split("\n"), *types]))
            self._run("UPDATE entity SET types = ? WHERE id = ?", (joined, known.number))
            self._unmark(number, known.number, known.types)
            self._mark(number, known.number, joined.split("\n"), live=0)
            self._known[number, entity] = Known(known.number, False, joined, "")

    def observe(self, observations: Iterable[Observation]) -> list[int]:
        """Write instances into the history and roll them up; gives the number of each.

        Raises
        ------
        KeyError
            An entity was neither put nor remembered before.
        """
        keyed = [(self._key(one.tenant, one.entity, one.attribute, one.dataset), one) for one in observations]
        return self._write.add(keyed)

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
                number, live, types, places = rows[0]
                known = self._known[tenant, entity] = Known(number, bool(live), types, places)
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

    def _cells(self, tenant: int, number: int, entity: Entity) -> list[tuple[Bound, ...]]:
        """Write out the rows of table ``cell``."""
        make, dataset = self._words.make_word, self._dataset
        rows: list[tuple[Bound, ...]] = [
            (
                number,
                make(tenant, cell.attribute),
                dataset(tenant, cell.dataset),
                cell.element,
                int(cell.kind),
                int(cell.sort),
                cell.value,
                cell.observed,
            )
            for cell in entity.cells
        ]
        for element, scope in enumerate(entity.scope):
            rows.append((number, make(tenant, SCOPE), 0, element, 0, int(Sort.TEXT), scope, None))
        return rows

    def _change_cells(self, number: int, rows: Sequence[tuple[Bound, ...]]) -> None:
        """Change only those cells that differ."""
        old, new = set(self._rows(CELLS, (number,))), set(rows)
        kept = {row[:4] for row in new}
        self._query.many(DROP_CELL, [row[:4] for row in old - new if row[:4] not in kept])
        self._query.many(ADD_CELL, list(new - old))

    def _change_places(self, tenant: int, number: int, old: str, new: Sequence[Place]) -> None:
        """Put the geometries of an entity in place of its older ones."""
        gone = len(msgspec.json.decode(old)) if old else 0
        first = number * PLACES
        self._query.many(
            "DELETE FROM place WHERE id = ?", [(first + one,) for one in range(min(gone, PLACES))]
        )
        rows: list[tuple[Bound, ...]] = []
        for step, place in enumerate(new[:PLACES]):
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
