"""What an operation of a reader may ask."""

from __future__ import annotations

from collections.abc import Iterable

from egiz.city.store.query import Bound, Query, Row
from egiz.city.store.record import (
    FORMS,
    Argument,
    Clause,
    Delivery,
    Entity,
    Item,
    Kind,
    Moment,
    Selection,
    Word,
)
from egiz.city.store.timeline import Timeline
from egiz.city.store.word import EVERYTHING

ENTITY = "e.name, e.types, coalesce(e.document, ''), e.created, e.modified, e.scope, e.expires"
READ_ENTITY = f"SELECT {ENTITY} FROM entity e WHERE tenant = ? AND name = ? AND live = 1"

TYPES = """SELECT w.text, count(*) FROM word w CROSS JOIN kind k ON k.type = w.id AND k.live = 1
WHERE w.tenant = ? AND w.text <> ? GROUP BY w.id ORDER BY w.text"""
ATTRIBUTES = """SELECT w.text, a.text, c.kind, count(DISTINCT c.entity) FROM word w
CROSS JOIN kind k ON k.type = w.id AND k.live = 1 CROSS JOIN cell c ON c.entity = k.entity
CROSS JOIN word a ON a.id = c.name WHERE w.tenant = ? AND (? = '' OR w.text = ?) AND w.text <> ?
AND a.text <> '@scope' GROUP BY w.text, a.text, c.kind ORDER BY w.text, a.text, c.kind"""

STATEMENTS = 500
"""Statements of selections kept at once."""

LANES = """WITH RECURSIVE lane (number) AS (SELECT min(lane) FROM delivery UNION ALL
SELECT (SELECT min(d.lane) FROM delivery d WHERE d.lane > lane.number) FROM lane
WHERE lane.number NOT NULL)"""
FIRST = "SELECT id, created, due, attempt, error, body FROM delivery WHERE lane = ? ORDER BY id LIMIT 1"
FIRSTS = """lane CROSS JOIN delivery d
ON d.id = (SELECT f.id FROM delivery f WHERE f.lane = lane.number ORDER BY f.id LIMIT 1)"""
DUE = f"""{LANES} SELECT d.id, t.name, w.text, d.created, d.due, d.attempt, d.error, d.body FROM {FIRSTS}
CROSS JOIN word w ON w.id = d.lane CROSS JOIN tenant t ON t.id = w.tenant WHERE d.due <= ?
ORDER BY d.due, d.id LIMIT ?"""


Prepared = tuple[str, tuple[Bound, ...]]
"""A statement and what it binds; names never change their numbers."""


class Reading:
    """A view on one snapshot of the store; valid within the operation it was given to.

    Parameters
    ----------
    query
        The connection to ask.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self._words = query.words
        self._rows = query.rows
        self._statements: dict[tuple[str, int, bool, str, str], str] = {}
        self.history = Timeline(query)
        """The history on the same snapshot."""

    def tenants(self) -> tuple[str, ...]:
        """Name every tenant."""
        return tuple(row[0] for row in self._rows("SELECT name FROM tenant ORDER BY id", ()))

    def has_tenant(self, tenant: str) -> bool:
        """Tell whether there is a tenant of a name."""
        return self._words.tenant(tenant) != 0

    def entity(self, tenant: str, name: str) -> Entity | None:
        """Give an entity as it stands, without the rows of its index; nothing where there is none."""
        rows = self._rows(READ_ENTITY, (self._words.tenant(tenant), name))
        return made_entity(tenant, rows[0]) if rows else None

    def rendered(self, tenant: str, name: str, form: str) -> bytes | None:
        """Give the bytes kept of an entity in a form; nothing where there is no entity or no such bytes."""
        sql = f"SELECT {_column(form)} FROM entity e WHERE tenant = ? AND name = ? AND live = 1"
        rows = self._rows(sql, (self._words.tenant(tenant), name))
        return rows[0][0] if rows else None

    def known(self, tenant: str, name: str) -> tuple[str, ...] | None:
        """Give the types of an entity that stands now or only in the history, if there is one."""
        rows = self._rows(
            "SELECT types FROM entity WHERE tenant = ? AND name = ?", (self._words.tenant(tenant), name)
        )
        return tuple(rows[0][0].split("\n")) if rows else None

    def holds(self, tenant: str, name: str, clause: Clause) -> bool:
        """Tell whether a condition holds for an entity as it stands."""
        sql = f"SELECT 1 FROM entity e WHERE e.tenant = ? AND e.name = ? AND e.live = 1 AND ({clause.sql})"
        arguments = (self._words.tenant(tenant), name, *self._bound(tenant, clause.arguments))
        return bool(self._rows(sql, arguments))

    def select(self, selection: Selection, form: str) -> list[bytes | None]:
        """Give the bytes kept in a form of each entity selected, in order; nothing for bytes not kept."""
        return [row[0] for row in self._selected(selection, _column(form))]

    def prepared(self, selection: Selection, form: str) -> Prepared | None:
        """Put a selection into a statement that can be asked again and again, for its bytes in a form.

        Nothing where its tenant or one of its names is not known yet: it may get a number later.
        """
        order = selection.order or Clause("t.entity")
        sql, arguments = self._asked(selection, _column(form), order.sql)
        arguments = (*arguments, *self._bound(selection.tenant, order.arguments))
        names = [*selection.types, *(one.text for one in selection.clause.arguments if isinstance(one, Word))]
        names += [one.text for one in order.arguments if isinstance(one, Word)]
        tenant = self._words.tenant(selection.tenant)
        if not tenant or any(self._words.word(tenant, name) < 0 for name in (*names, EVERYTHING)):
            return None
        return sql, (*arguments, selection.limit, selection.offset)

    def again(self, prepared: Prepared) -> list[bytes | None]:
        """Ask a prepared selection for its bytes, in order; nothing for bytes not kept."""
        return [row[0] for row in self._rows(*prepared)]

    def entities(self, selection: Selection) -> list[Entity]:
        """Give the entities selected, in order; one that lives only in the history has an empty document."""
        return [made_entity(selection.tenant, row) for row in self._selected(selection, ENTITY)]

    def names(self, selection: Selection) -> list[str]:
        """Give the identifiers of the entities selected, in order."""
        return [row[0] for row in self._selected(selection, "e.name")]

    def count(self, selection: Selection) -> int:
        """Count the entities selected, whatever its limit and offset."""
        return int(self._rows(*self._asked(selection, "count(*)", ""))[0][0])

    def expired(self, now: Moment, limit: int = 1_000) -> list[tuple[str, str]]:
        """Give tenant and identifier of entities whose time has come, the longest expired first."""
        sql = """SELECT t.name, e.name FROM entity e JOIN tenant t ON t.id = e.tenant
        WHERE e.expires <= ? ORDER BY e.expires LIMIT ?"""
        return self._rows(sql, (now, limit))

    def next_expiry(self) -> Moment | None:
        """Tell when the next entity ends [microseconds]; nothing where none does."""
        found = self._rows("SELECT min(expires) FROM entity WHERE expires IS NOT NULL", ())[0][0]
        return None if found is None else int(found)

    def types(self, tenant: str) -> list[tuple[str, int]]:
        """Count the entities that stand now by type."""
        return self._rows(TYPES, (self._words.tenant(tenant), EVERYTHING))

    def attributes(self, tenant: str, kind: str = EVERYTHING) -> list[tuple[str, str, Kind, int]]:
        """Count the uses of attributes: type, attribute, kind of attribute, entities; of one type or all."""
        number = self._words.tenant(tenant)
        rows = self._rows(ATTRIBUTES, (number, kind, kind, EVERYTHING))
        return [(type_, name, Kind(sort), count) for type_, name, sort, count in rows]

    def due(self, now: Moment, limit: int = 1_000) -> list[Delivery]:
        """Give the first waiting delivery of each subscription whose time has come, the longest due first."""
        return [_delivery(row) for row in self._rows(DUE, (now, limit))]

    def waiting(self, tenant: str, subscription: str) -> int:
        """Count the deliveries of a subscription that are not yet out."""
        lane = self._words.word(self._words.tenant(tenant), subscription)
        return int(self._rows("SELECT count(*) FROM delivery WHERE lane = ?", (lane,))[0][0])

    def first(self, tenant: str, subscription: str) -> Delivery | None:
        """Give the first waiting delivery of a subscription, due or not; nothing where none waits."""
        lane = self._words.word(self._words.tenant(tenant), subscription)
        rows = self._rows(FIRST, (lane,))
        return _delivery((rows[0][0], tenant, subscription, *rows[0][1:])) if rows else None

    def next_due(self) -> Moment | None:
        """Tell when the next delivery is due [microseconds]; nothing where none waits."""
        found = self._rows(f"{LANES} SELECT min(d.due) FROM {FIRSTS}", ())
        return None if found[0][0] is None else int(found[0][0])

    def item(self, tenant: str, kind: str, name: str) -> bytes | None:
        """Give the body of an item; nothing where there is none."""
        sql = "SELECT body FROM item WHERE tenant = ? AND kind = ? AND name = ?"
        rows = self._query.beside(sql, (self._words.tenant(tenant), kind, name))
        return bytes(rows[0][0]) if rows else None

    def items(self, tenant: str, kind: str) -> list[Item]:
        """Give every item of a kind, by name."""
        sql = "SELECT name, body FROM item WHERE tenant = ? AND kind = ? ORDER BY name"
        rows = self._rows(sql, (self._words.tenant(tenant), kind))
        return [Item(tenant, kind, name, bytes(body)) for name, body in rows]

    def _selected(self, selection: Selection, columns: str) -> list[tuple[Row, ...]]:
        """Read columns of the entities selected."""
        order = selection.order
        if order is None:
            sql, arguments = self._asked(selection, columns, "t.entity")
        else:
            sql, arguments = self._asked(selection, columns, order.sql)
            arguments = (*arguments, *self._bound(selection.tenant, order.arguments))
        return self._rows(sql, (*arguments, selection.limit, selection.offset))

    def _asked(self, selection: Selection, columns: str, order: str) -> tuple[str, tuple[Bound, ...]]:
        """Give the statement of a selection, and what it binds but for the order and the stretch."""
        clause, types = selection.clause, selection.types or (EVERYTHING,)
        key = (columns, len(types), selection.past, clause.sql, order)
        sql = self._statements.get(key)
        if sql is None:
            if len(self._statements) >= STATEMENTS:
                self._statements.clear()
            sql = self._statements[key] = _statement(*key)
        tenant = self._words.tenant(selection.tenant)
        numbers = tuple([self._words.word(tenant, name) for name in types])
        if not clause.arguments:
            return sql, numbers
        return sql, (*numbers, *self._bound(selection.tenant, clause.arguments))

    def _bound(self, tenant: str, arguments: Iterable[Argument]) -> tuple[Bound, ...]:
        """Put numbers in the place of words."""
        number = self._words.tenant(tenant)
        return tuple(
            self._words.word(number, one.text) if isinstance(one, Word) else one for one in arguments
        )


def _statement(columns: str, types: int, past: bool, condition: str, order: str) -> str:
    """Write the statement of a selection."""
    live = "t.live >= 0" if past else "t.live = 1"
    if types == 1:
        source = f"kind t CROSS JOIN entity e ON e.id = t.entity WHERE t.type = ? AND {live}"
    else:
        marks = ", ".join("?" * types)
        source = f"""(SELECT DISTINCT entity, live FROM kind WHERE type IN ({marks})) t
        CROSS JOIN entity e ON e.id = t.entity WHERE {live}"""
    rest = "" if condition == "1" else f" AND ({condition})"
    stretch = f" ORDER BY {order} LIMIT ? OFFSET ?" if order else ""
    return f"SELECT {columns} FROM {source}{rest}{stretch}"


def _column(form: str) -> str:
    """Name the column of a form, never a text from outside."""
    return "e." + FORMS[FORMS.index(form)]


def made_entity(tenant: str, row: tuple[Row, ...]) -> Entity:
    """Make an entity of its row."""
    name, types, document, created, modified, scope, expires = row
    return Entity(
        tenant=tenant,
        id=name,
        types=tuple(types.split("\n")),
        document=document.encode(),
        created=created,
        modified=modified,
        scope=tuple(scope.split("\n")) if scope else (),
        expires=expires,
    )


def _delivery(row: tuple[Row, ...]) -> Delivery:
    """Make a delivery of its row."""
    number, tenant, subscription, created, due, attempt, error, body = row
    return Delivery(
        id=number,
        tenant=tenant,
        subscription=subscription,
        created=created,
        due=due,
        attempt=attempt,
        error=error,
        body=bytes(body),
    )
