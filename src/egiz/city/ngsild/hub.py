"""What every handler needs besides the request: the store, the contexts, the limits and who listens."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from egiz.city.ngsild.change import Change
from egiz.city.ngsild.context import Contexts
from egiz.city.ngsild.document import Members, members, read
from egiz.city.ngsild.exchange import Request
from egiz.city.ngsild.expire import Expiry
from egiz.city.ngsild.filter.order import collated
from egiz.city.ngsild.filter.pattern import matches
from egiz.city.ngsild.filter.place import Places
from egiz.city.ngsild.moment import EPOCH, form
from egiz.city.ngsild.prepare import Times, changed_record, history
from egiz.city.ngsild.problem import Problem
from egiz.city.store.connect import Durability
from egiz.city.store.query import Bound
from egiz.city.store.reading import Reading
from egiz.city.store.record import Entity
from egiz.city.store.store import Store
from egiz.city.store.writing import Writing

PLANS = 4096
"""Most queries kept."""

Listener: TypeAlias = Callable[[Writing, Change], None]
"""Hears of a change within the commit that makes it; it may enqueue deliveries there."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may ask for."""

    page: int = 20
    """Entities on a page where the client does not say."""
    largest_page: int = 1000
    """Entities on the largest page."""
    batch: int = 1000
    """Entities of one batch."""
    temporal_page: int = 30
    """Instances of attributes on one page of history."""
    longest_series: int = 10_000
    """Pairs of value and time of one entity, where the client asks for its last so many."""


class Plans:
    """Queries that were read before, the latest of them."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, ...], object] = OrderedDict()

    def get(self, key: tuple[str, ...]) -> object | None:
        """Give what was read for a key, or None."""
        return self._known.get(key)

    def keep(self, key: tuple[str, ...], plan: object) -> None:
        """Keep what was read; the oldest goes when there are too many."""
        self._known[key] = plan
        if len(self._known) > PLANS:
            self._known.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Hub:
    """One hub."""

    store: Store
    """Where everything is kept."""
    contexts: Contexts = field(default_factory=Contexts)
    """The contexts that can be read."""
    limits: Limits = field(default_factory=Limits)
    """What one request may ask for."""
    listeners: tuple[Listener, ...] = ()
    """Who hears of changes."""
    started: datetime | None = None
    """When the hub was started (UTC)."""
    plans: Plans = field(default_factory=Plans)
    """Queries that were read before."""
    alias: str = "egiz"
    """How the hub is called among others."""
    expiry: Expiry = field(default_factory=Expiry)
    """When something ends by itself."""
    checked_target: Callable[[str], object] | None = None
    """Checks an address that a subscription names; raises `EgizError` where nothing may be sent there."""


def functions() -> Mapping[str, Callable[..., Bound]]:
    """Give what the conditions of a query call in SQL."""
    places = Places()
    return {
        "regexp": matches,
        "place_related": places.related,
        "place_distance": places.distance,
        "collated": collated,
    }


def open_store(path: Path | str, durability: Durability = "full") -> Store:
    """Open a store whose SQL knows what the conditions of a query call.

    Raises
    ------
    InputError
        The file was written by a later version.
    """
    store = Store.open(path, durability)
    store.register(functions())
    return store


def stamp_of(request: Request) -> str:
    """Write the moment of a request."""
    return form(request.moment or datetime.fromtimestamp(0, tz=UTC))


def micros_of(request: Request) -> int:
    """Give the moment of a request as microseconds since 1970-01-01T00:00:00Z."""
    moment = request.moment or EPOCH
    return int((moment - EPOCH).total_seconds() * 1_000_000)


def stored(reading: Reading, tenant: str, name: str) -> Members | None:
    """Read one entity in its stored form, or None."""
    found = reading.entity(tenant, name)
    return None if found is None else document_of(found)


def document_of(entity: Entity) -> Members:
    """Read the stored form from a record."""
    return members(read(entity.document), "a stored entity")


def tenant_checked(reading: Reading, tenant: str) -> None:
    """Check that a tenant is there.

    Raises
    ------
    Problem
        It is not.
    """
    if tenant and not reading.has_tenant(tenant):
        raise Problem("NonexistentTenant", f"there is no tenant {tenant!r}")


def commit(writing: Writing, hub: Hub, change: Change) -> None:
    """Write a change: the entity, its history, and whatever the listeners add."""
    if change.after is None:
        writing.delete(change.tenant, change.id)
    else:
        times = Times()
        entity, names = changed_record(change, times)
        writing.put(entity, names)
        hub.expiry.note(entity.expires)
        if change.touched:
            writing.observe(history(change, times))
    for listener in hub.listeners:
        listener(writing, change)
