"""Which subscriptions a change concerns: kept read in memory, tested one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from egiz.city.ngsild import ask
from egiz.city.ngsild.ask import Shape
from egiz.city.ngsild.change import Change
from egiz.city.ngsild.context import Context, Contexts, core
from egiz.city.ngsild.document import Json, Members, many, members, read
from egiz.city.ngsild.filter.select import plain_types, types_match
from egiz.city.ngsild.moment import micros
from egiz.city.ngsild.problem import Problem
from egiz.city.ngsild.subscribe import EDITION, KIND
from egiz.city.ngsild.subscription import TRIGGERS, asked, shown_as
from egiz.city.store.reading import Reading
from egiz.city.store.record import Clause


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of entities."""

    kinds: str
    """The selection of types, names expanded; ``*`` for all."""
    plain: frozenset[str] | None
    """The types where the selection is a plain list."""
    names: frozenset[str]
    """Identifiers; empty for any."""
    pattern: str
    """What an identifier must match; empty for any."""

    def fits(self, name: str, types: frozenset[str]) -> bool:
        """Tell whether an entity is selected."""
        if self.names and name not in self.names:
            return False
        if not self.names and self.pattern and not re.search(self.pattern, name):
            return False
        if self.plain is not None:
            return bool(self.plain & types)
        return self.kinds == "*" or types_match(self.kinds, core(), types)


@dataclass(frozen=True, slots=True)
class Watch:
    """One subscription, ready to be tested."""

    id: str
    """Its identifier."""
    whole: Members
    """The subscription as it is kept."""
    context: Context
    """The context of its notifications."""
    selectors: tuple[Selector, ...]
    """Which entities; empty for all."""
    watched: frozenset[str]
    """Attributes (as IRIs) whose changes count; empty for all."""
    triggers: frozenset[str]
    """Which events count."""
    clause: Clause
    """What else must hold."""
    shape: Shape
    """How entities are shown."""
    expires: int | None
    """When it ends [microseconds]."""

    @property
    def told(self) -> Members:
        """How and where it is told."""
        return members(self.whole["notification"], "a notification")

    @property
    def told_as(self) -> str:
        """The media type of its notifications."""
        return str(members(self.told["endpoint"], "an endpoint").get("accept", "application/json"))

    def active(self, now: int) -> bool:
        """Tell whether it is neither paused nor expired."""
        return self.whole.get("isActive") is not False and (self.expires is None or self.expires > now)

    def selects(self, name: str, types: frozenset[str]) -> bool:
        """Tell whether an entity is one of those it is about."""
        return not self.selectors or any(one.fits(name, types) for one in self.selectors)

    def triggered(self, change: Change) -> bool:
        """Tell whether a change is one of those it waits for."""
        if change.before is None and "entityCreated" in self.triggers:
            return self._watches(change)
        if change.after is None and "entityDeleted" in self.triggers:
            return True
        touched = [one for one in change.touched if not self.watched or one.attribute in self.watched]
        if touched and change.after is not None and "entityUpdated" in self.triggers:
            return True
        events = {f"attribute{one.event.capitalize()}" for one in touched}
        return bool(events & self.triggers)

    def _watches(self, change: Change) -> bool:
        return not self.watched or any(one.attribute in self.watched for one in change.touched)


def watch_of(name: str, whole: Members, contexts: Contexts) -> Watch:
    """Make a subscription ready to be tested.

    Raises
    ------
    Problem
        Its context cannot be had any more.
    """
    context = contexts.find(whole["@context"])
    ends = whole.get("expiresAt")
    return Watch(
        name,
        whole,
        context,
        tuple(_selector(members(one, "a selector")) for one in many(whole.get("entities", []))),
        frozenset(map(str, many(whole.get("watchedAttributes", [])))),
        frozenset(map(str, many(whole.get("notificationTrigger", [*TRIGGERS])))),
        ask.which(asked(whole), context).clause,
        ask.shape(shown_as(whole, context), context, features=False),
        micros(ends) if isinstance(ends, str) else None,
    )


def _selector(given: Mapping[str, Json]) -> Selector:
    kinds = str(given["type"])
    plain = None if kinds == "*" else plain_types(kinds)
    names = frozenset(map(str, many(given.get("id", []))))
    pattern = str(given.get("idPattern", ""))
    return Selector(kinds, None if plain is None else frozenset(plain), names, pattern)


@dataclass(frozen=True, slots=True)
class Group:
    """The subscriptions of one tenant."""

    edition: bytes | None
    """What the store says of their edition."""
    every: tuple[Watch, ...]
    """All of them, in a steady order."""
    wide: tuple[Watch, ...]
    """Those that no plain list of types narrows down."""
    by_type: Mapping[str, tuple[Watch, ...]]
    """The others by each of their types."""


class Watches:
    """The subscriptions of every tenant, read anew when one of them changed.

    Parameters
    ----------
    contexts
        Where the contexts of notifications are found.
    """

    def __init__(self, contexts: Contexts) -> None:
        self._contexts = contexts
        self._known: dict[str, Group] = {}

    def of(self, reading: Reading, tenant: str) -> tuple[Watch, ...]:
        """Give the subscriptions of a tenant."""
        return self._group(reading, tenant).every

    def about(self, reading: Reading, tenant: str, types: frozenset[str]) -> Iterable[Watch]:
        """Give the subscriptions of a tenant that an entity of some types may concern."""
        group = self._group(reading, tenant)
        found = {one.id: one for kind in types for one in group.by_type.get(kind, ())}
        return (*group.wide, *found.values())

    def _group(self, reading: Reading, tenant: str) -> Group:
        edition = reading.item(tenant, EDITION, "")
        known = self._known.get(tenant)
        if known is None or known.edition != edition:
            every = () if edition is None else tuple(self._read(reading, tenant))
            known = self._known[tenant] = _grouped(edition, every)
        return known

    def _read(self, reading: Reading, tenant: str) -> Iterator[Watch]:
        """Read the subscriptions of a tenant; one whose context is gone is left out."""
        for item in reading.items(tenant, KIND):
            try:
                yield watch_of(item.name, members(read(item.body), "a stored subscription"), self._contexts)
            except Problem:
                continue


def _grouped(edition: bytes | None, every: tuple[Watch, ...]) -> Group:
    """Put subscriptions in order by the types they are about."""
    wide: list[Watch] = []
    by_type: dict[str, list[Watch]] = {}
    for watch in every:
        kinds: set[str] = set()
        for one in watch.selectors:
            kinds |= one.plain or {""}
        if not kinds or "" in kinds:
            wide.append(watch)
            continue
        for kind in kinds:
            by_type.setdefault(kind, []).append(watch)
    return Group(edition, every, tuple(wide), {kind: tuple(some) for kind, some in by_type.items()})
