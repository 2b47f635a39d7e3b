"""What an operation of the writer may do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from egiz.city.store.history import History, Keyed
from egiz.city.store.query import Bound, Query, Row
from egiz.city.store.reading import ENTITY, Reading, made_entity
from egiz.city.store.record import Cell, Delivery, Entity, Item, Moment, Observation, Place, Series, Sort
from egiz.city.store.word import EVERYTHING, SCOPE, Names

ADD_ENTITY = """INSERT INTO entity (tenant, name, live, created, modified, expires, types, scope, places,
names, normalized, concise, simplified, document) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
SET_ENTITY = """UPDATE entity SET live = 1, created = ?, modified = ?, expires = ?, types = ?, scope = ?,
places = ?, names = ?, normalized = ?, concise = ?, simplified = ?, document = ? WHERE id = ?"""
CLEAR_ENTITY = """UPDATE entity SET live = 0, places = 0, names = '', normalized = NULL, concise = NULL,
simplified = NULL, document = NULL, expires = NULL WHERE id = ?"""
ADD_PAST = """INSERT INTO entity (tenant, name, live, created, modified, types, scope, places, names)
VALUES (?, ?, 0, ?, ?, ?, '', 0, '')"""
ADD_DELIVERY = "INSERT INTO delivery (lane, created, due, attempt, error, body) VALUES (?, ?, ?, ?, ?, ?)"
READ_KNOWN = f"SELECT {ENTITY}, id, live, types, places, names FROM entity e WHERE tenant = ? AND name = ?"
KNOWN = "SELECT id, live, types, places, names FROM entity WHERE tenant = ? AND name = ?"

PLACES = 16
"""Geometries that an entity may have in the index; a place is numbered entity * PLACES + n."""


class Known(msgspec.Struct, frozen=True, gc=False):
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
        self._beside = query.beside
        self._write = History(query)
        self._known: dict[tuple[int, str], Known] = {}
        self._items: dict[tuple[str, str, str], bytes | None] = {}

    def settle(self) -> None:
        """Begin a new group: forget what was remembered within the last one."""
        self._known.clear()
        self._items.clear()

    def forget(self) -> None:
        """Forget everything remembered, after a rollback."""
        self._known.clear()
        self._items.clear()
        self._words.forget()
        self._write.forget()
        self._query.forget()

    def flush(self) -> None:
        """Write what waits: at the end of a group, and before a savepoint is let go of."""
        self._query.flush()

    def changes(self) -> int:
        """Count what was changed; it only grows."""
        return self._query.changes()

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
        tenant, names = self._words.names(entity.tenant)
        known = self._find(tenant, entity.id)
        cells, scopes, gone = entity.cells, entity.scope, known.names
        has: dict[int, None] = {}
        if changed is not None:
            cells = tuple([one for one in cells if one.attribute in changed])
            scopes = scopes if SCOPE in changed else ()
            gone = tuple({names[one]: None for one in changed})
            has = {one: None for one in known.names if one not in gone}
        has |= {names[one.attribute]: None for one in cells}
        has |= {names[SCOPE]: None} if scopes else {}
        places = known.places if entity.places is None else min(len(entity.places), PLACES)
        types = "\n".join(entity.types)
        number = self._put_row(tenant, known.number, entity, (types, places, ",".join(map(str, has))))
        for one in gone:
            self._query.drop_cells(one, number)
        self._put_cells(names, number, cells, scopes)
        if known.types != types or not known.live:
            self._unmark(tenant, known)
            self._mark(names, number, entity.types)
        if entity.places is not None:
            self._put_places(names, number, known.places, entity.places)
        fresh = known.fresh or not known.number
        self._known[tenant, entity.id] = Known(number, True, types, places, tuple(has), fresh)

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
        return bool(self._beside(sql, (*entity.rendered, tenant, entity.id, entity.document.decode())))

    def entity(self, tenant: str, name: str) -> Entity | None:
        """Give an entity as it stands, this commit's changes included; nothing where there is none."""
        number = self._words.tenant(tenant)
        rows = self._beside(READ_KNOWN, (number, name))
        if not rows:
            self._known[number, name] = NOBODY
            return None
        known = self._known.get((number, name))
        if known is None:
            known = self._known[number, name] = _known(rows[0][7:])
        return made_entity(tenant, rows[0][:7]) if known.live else None

    def delete(self, tenant: str, entity: str) -> bool:
        """Take an entity out of the present; its history stays. False where it was not there."""
        owner, names = self._words.names(tenant)
        known = self._find(owner, entity)
        if not known.live:
            return False
        for one in known.names:
            self._query.drop_cells(one, known.number)
        self._put_places(names, known.number, known.places, ())
        self._unmark(owner, known)
        if self._write.holds(known.number):
            self._run(CLEAR_ENTITY, (known.number,))
            self._mark(names, known.number, known.types.split("\n"), live=0)
            self._known[owner, entity] = Known(known.number, False, known.types, 0, ())
        else:
            self._run("DELETE FROM entity WHERE id = ?", (known.number,))
            self._known[owner, entity] = NOBODY
        return True

    def remember(self, tenant: str, entity: str, types: Iterable[str], created: Moment) -> None:
        """Keep an entity for its history alone; one that is there already only gets the types added."""
        owner, names = self._words.names(tenant)
        known = self._find(owner, entity)
        if known.live:
            return
        if not known.number:
            joined = "\n".join(types)
            self._beside(ADD_PAST, (owner, entity, created, created, joined))
            row = self._query.inserted()
        else:
            row, joined = known.number, "\n".join(dict.fromkeys([*known.types.split("\n"), *types]))
            self._run("UPDATE entity SET types = ? WHERE id = ?", (joined, row))
            self._unmark(owner, known)
        self._mark(names, row, joined.split("\n"), live=0)
        self._known[owner, entity] = Known(row, False, joined, 0, (), known.fresh or not known.number)

    def observe(self, observations: Iterable[Observation]) -> list[int]:
        """Write instances into the history and roll them up; gives the number of each.

        Raises
        ------
        KeyError
            An entity was neither put nor remembered before.
        """
        keyed: list[Keyed] = []
        for one in observations:
            tenant, names = self._words.names(one.tenant)
            known = self._known.get((tenant, one.entity)) or self._find(tenant, one.entity)
            if not known.number:
                raise KeyError(one.entity)
            dataset = names[one.dataset] if one.dataset else 0
            keyed.append(((known.number, names[one.attribute], dataset), one, known.fresh))
        return self._write.add(keyed)

    def unobserve(self, series: Series, instance: int) -> bool:
        """Take one instance out of the history; false where it is not there."""
        return self._write.remove(self._key(series), instance)

    def forget_history(
        self, tenant: str, entity: str, attribute: str = "", dataset: str | None = None
    ) -> None:
        """Take away the history of an entity, or of one attribute of it, or of one dataset of that."""
        owner, names = self._words.names(tenant)
        known = self._find(owner, entity)
        name = names[attribute] if attribute else None
        instance = None if dataset is None else names[dataset] if dataset else 0
        self._write.clear(known.number, name, instance)
        if known.number and not known.live and not self._write.holds(known.number):
            self._unmark(owner, known)
            self._run("DELETE FROM entity WHERE id = ?", (known.number,))
            self._known[owner, entity] = NOBODY

    def enqueue(self, delivery: Delivery) -> int:
        """Journal a delivery; gives its number."""
        lane = self._words.make_word(self._words.make_tenant(delivery.tenant), delivery.subscription)
        row = (lane, delivery.created, delivery.due, delivery.attempt, delivery.error, delivery.body)
        self._beside(ADD_DELIVERY, row)
        return self._query.inserted()

    def amend(self, number: int, body: bytes) -> bool:
        """Put another body in a waiting delivery; false where it is out."""
        sql = "UPDATE delivery SET body = ? WHERE id = ? RETURNING 1"
        return bool(self._beside(sql, (body, number)))

    def delivered(self, number: int) -> None:
        """Strike a delivery off: it is out, or given up."""
        self._beside("DELETE FROM delivery WHERE id = ?", (number,))

    def postpone(self, number: int, due: Moment, error: str) -> None:
        """Put a delivery off after a try that failed."""
        sql = "UPDATE delivery SET due = ?, attempt = attempt + 1, error = ? WHERE id = ?"
        self._beside(sql, (due, error, number))

    def cancel(self, tenant: str, subscription: str) -> None:
        """Strike off everything that waits for a subscription."""
        lane = self._words.word(self._words.tenant(tenant), subscription)
        self._run("DELETE FROM delivery WHERE lane = ?", (lane,))

    def item(self, tenant: str, kind: str, name: str) -> bytes | None:
        """Give the body of an item, read once a commit; nothing where there is none."""
        key = (tenant, kind, name)
        if key not in self._items:
            self._items[key] = super().item(tenant, kind, name)
        return self._items[key]

    def keep(self, item: Item) -> None:
        """Keep an item, new or in place of its older self."""
        self._items.pop((item.tenant, item.kind, item.name), None)
        row = (self._words.make_tenant(item.tenant), item.kind, item.name, item.body)
        self._beside("INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?)", row)

    def drop(self, tenant: str, kind: str, name: str) -> bool:
        """Take an item away; false where it is not there."""
        self._items.pop((tenant, kind, name), None)
        sql = "DELETE FROM item WHERE tenant = ? AND kind = ? AND name = ? RETURNING 1"
        return bool(self._beside(sql, (self._words.tenant(tenant), kind, name)))

    def make_tenant(self, tenant: str) -> None:
        """Make a tenant known, even before it has anything."""
        self._words.make_tenant(tenant)

    def _find(self, tenant: int, entity: str) -> Known:
        """Look an entity up, in the present or the past, once a commit."""
        known = self._known.get((tenant, entity))
        if known is None:
            rows = self._beside(KNOWN, (tenant, entity))
            known = self._known[tenant, entity] = _known(rows[0]) if rows else NOBODY
        return known

    def _key(self, series: Series) -> tuple[int, int, int]:
        """Put a series into numbers."""
        tenant, names = self._words.names(series.tenant)
        known = self._find(tenant, series.entity)
        if not known.number:
            raise KeyError(series.entity)
        return known.number, names[series.attribute], names[series.dataset] if series.dataset else 0

    def _put_row(self, tenant: int, number: int, entity: Entity, told: tuple[str, int, str]) -> int:
        """Write the row of an entity; gives its number."""
        types, places, names = told
        row = (
            entity.created,
            entity.modified,
            entity.expires,
            types,
            "\n".join(entity.scope),
            places,
            names,
            *entity.rendered,
            entity.document.decode(),
        )
        if number:
            self._beside(SET_ENTITY, (*row, number))
            return number
        self._beside(ADD_ENTITY, (tenant, entity.id, *row))
        return self._query.inserted()

    def _put_cells(self, names: Names, number: int, cells: Sequence[Cell], scopes: Sequence[str]) -> None:
        """Write cells."""
        later = self._query.later_cell
        for one in cells:
            dataset = names[one.dataset] if one.dataset else 0
            key = (names[one.attribute], number, dataset, one.element)
            later((*key, one.kind, one.sort, one.value, one.observed))
        for element, scope in enumerate(scopes):
            later((names[SCOPE], number, 0, element, 0, Sort.TEXT, scope, None))

    def _put_places(self, names: Names, number: int, before: int, places: Sequence[Place]) -> None:
        """Put the geometries of an entity in place of its older ones."""
        first = number * PLACES
        for step in range(before):
            self._run("DELETE FROM place WHERE id = ?", (first + step,))
        rows: list[tuple[Bound, ...]] = []
        for step, one in enumerate(places[:PLACES]):
            dataset = names[one.dataset] if one.dataset else 0
            rows.append((first + step, *one.box, number, names[one.attribute], dataset, one.geometry))
        if rows:
            self._query.later("place", rows)

    def _mark(self, names: Names, number: int, types: Sequence[str], live: int = 1) -> None:
        """Write the rows of the types of an entity."""
        self._query.later("kind", [(names[one], live, number) for one in {EVERYTHING, *types}])

    def _unmark(self, tenant: int, known: Known) -> None:
        """Take the rows of the types of an entity away."""
        if known.number:
            rows: list[tuple[Bound, ...]] = [
                (self._words.word(tenant, one), live, known.number)
                for one in {EVERYTHING, *known.types.split("\n")}
                for live in (0, 1)
            ]
            self._query.many("DELETE FROM kind WHERE type = ? AND live = ? AND entity = ?", rows)


def _known(row: tuple[Row, ...]) -> Known:
    """Make what is known of an entity of its row."""
    number, live, types, places, names = row
    return Known(number, bool(live), types, places, tuple(map(int, names.split(","))) if names else ())
