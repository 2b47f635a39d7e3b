"""What the store takes and gives: entities with what their filters need, observations, deliveries.

Moments are whole microseconds since 1970-01-01T00:00:00Z (`Moment`): they are compared and indexed as
numbers. The records of the hot path are msgspec structures: made ten times sooner than frozen dataclasses,
frozen all the same.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

import msgspec

Moment: TypeAlias = int
"""Microseconds since 1970-01-01T00:00:00Z."""

Value: TypeAlias = int | float | str | None
"""What a column of a filter may hold."""

FORMS = ("normalized", "concise", "simplified")
"""The representations whose bytes may be kept beside an entity, for the default context."""


class Sort(IntEnum):
    """What a filter value is, so that a number never equals a text."""

    OTHER = 0
    """Nothing that compares: the value is empty, the row says only that the attribute is there."""
    NUMBER = 1
    """A number."""
    TEXT = 2
    """A text, or the identifier that a relationship points to."""
    TRUTH = 3
    """0 or 1."""
    TIME = 4
    """A moment [microseconds]."""


class Kind(IntEnum):
    """Which type of attribute."""

    PROPERTY = 0
    """Property."""
    RELATIONSHIP = 1
    """Relationship."""
    GEO = 2
    """GeoProperty."""
    LANGUAGE = 3
    """LanguageProperty."""
    JSON = 4
    """JsonProperty."""
    VOCAB = 5
    """VocabProperty."""
    LIST = 6
    """ListProperty."""
    LIST_RELATIONSHIP = 7
    """ListRelationship."""


class Cell(msgspec.Struct, frozen=True, gc=False):
    """One value of one attribute, for filters; an array gives one cell an element."""

    attribute: str
    """Expanded name."""
    kind: Kind
    """Type of the attribute."""
    sort: Sort = Sort.OTHER
    """What the value is."""
    value: Value = None
    """The value."""
    dataset: str = ""
    """The datasetId; empty for the default instance."""
    element: int = 0
    """Which element of an array, or simply 0."""
    observed: Moment | None = None
    """observedAt [microseconds]."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a geometry of an entity lies: its box and the geometry itself."""

    attribute: str
    """Expanded name of the GeoProperty."""
    box: tuple[float, float, float, float]
    """West, east, south, north [degrees]."""
    geometry: str
    """The GeoJSON geometry, as text."""
    dataset: str = ""
    """The datasetId; empty for the default instance."""


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One entity as it stands, with all that queries need."""

    tenant: str
    """Name of the tenant; empty for the default one."""
    id: str
    """Its URI."""
    types: tuple[str, ...]
    """Expanded type names."""
    document: bytes
    """JSON in the stored form: expanded names, normalized, system attributes kept."""
    created: Moment
    """When it was created [microseconds]."""
    modified: Moment
    """When it was last changed [microseconds]."""
    scope: tuple[str, ...] = ()
    """Its scopes."""
    expires: Moment | None = None
    """When it ends by itself [microseconds]."""
    cells: tuple[Cell, ...] = ()
    """Values for filters; not given back by reads."""
    places: tuple[Place, ...] | None = ()
    """Geometries; not given back by reads. Nothing at all leaves those that are there."""
    rendered: tuple[bytes | None, bytes | None, bytes | None] = (None, None, None)
    """Bytes of each of `FORMS` for the default context; not given back by reads."""


class Observation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One instance of an attribute in the history of an entity."""

    tenant: str
    """Name of the tenant."""
    entity: str
    """URI of the entity."""
    attribute: str
    """Expanded name."""
    value: int | float | bytes
    """A number, or any other value as JSON bytes (a text with its quotes)."""
    created: Moment
    """createdAt [microseconds]."""
    kind: Kind = Kind.PROPERTY
    """Type of the attribute."""
    dataset: str = ""
    """The datasetId; empty for the default instance."""
    observed_at: Moment | None = None
    """observedAt [microseconds]; without it the instance stands at its modification time."""
    modified: Moment | None = None
    """modifiedAt [microseconds]; empty while it equals createdAt."""
    extra: bytes | None = None
    """Sub-attributes and metadata as one JSON object."""
    instance: int = 0
    """Number of the instance; 0 lets the store give the next one."""
    deleted: bool = False
    """Whether it tells that the attribute was deleted at `observed_at` or `modified`."""

    @property
    def time(self) -> Moment:
        """Where it stands in the history [microseconds]."""
        if self.observed_at is not None:
            return self.observed_at
        return self.created if self.modified is None else self.modified


class Rollup(msgspec.Struct, frozen=True, gc=False):
    """The numbers of one hour or one day of one series."""

    start: Moment
    """Where the span begins [microseconds]."""
    count: int
    """How many numbers."""
    total: float
    """Their sum."""
    squares: float
    """The sum of their squares."""
    low: float
    """The least."""
    high: float
    """The greatest."""
    first_time: Moment
    """When the first was [microseconds]."""
    first: float
    """The first in time."""
    last_time: Moment
    """When the last was [microseconds]."""
    last: float
    """The last in time."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """An argument of a clause that stands for a name: the store puts the number it keeps for it."""

    text: str
    """An attribute, type or datasetId; names are numbered a tenant, so no clause reaches another's rows."""


Argument: TypeAlias = int | float | str | bytes | None | Word
"""What a clause may bind."""


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A condition on the row ``e`` of table ``entity``, ready to stand in brackets after WHERE."""

    sql: str = "1"
    """SQL with a question mark an argument."""
    arguments: tuple[Argument, ...] = ()
    """What the marks stand for, in order."""


class Selection(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Which entities of one tenant, in which order, and which stretch of them."""

    tenant: str
    """Name of the tenant."""
    types: tuple[str, ...] = ()
    """Any of these expanded types; empty for all."""
    clause: Clause = Clause()
    """What else must hold."""
    order: Clause | None = None
    """What stands after ORDER BY; without it the order of creation."""
    limit: int = 20
    """At most so many."""
    offset: int = 0
    """Leave out so many before."""
    past: bool = False
    """Also entities that live only in the history."""


class Delivery(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something to be sent, journalled in the same commit as the change that caused it."""

    tenant: str
    """Name of the tenant."""
    subscription: str
    """URI of the subscription or rule; deliveries of one go out in order."""
    body: bytes
    """What the outbox needs to send it; the store does not look inside."""
    created: Moment
    """When it was made [microseconds]."""
    due: Moment
    """Not before [microseconds]."""
    attempt: int = 0
    """How often it was tried."""
    error: str = ""
    """What the last try ended with."""
    id: int = 0
    """Its number, rising; 0 before it is enqueued."""


class Item(msgspec.Struct, frozen=True, gc=False):
    """A named document that is no entity: a subscription, the state of a feed, a rule, a context."""

    tenant: str
    """Name of the tenant."""
    kind: str
    """What sort of item, such as ``subscription`` or ``feed``."""
    name: str
    """Its identifier within tenant and kind."""
    body: bytes
    """The document."""


class Series(msgspec.Struct, frozen=True, gc=False):
    """One attribute of one entity, one dataset of it: what has a history."""

    tenant: str
    """Name of the tenant."""
    entity: str
    """URI of the entity."""
    attribute: str
    """Expanded name."""
    dataset: str = ""
    """The datasetId; empty for the default instance."""


class Window(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Which instances of a series: from `start` up to, but without, `end`."""

    start: Moment | None = None
    """Not before [microseconds]."""
    end: Moment | None = None
    """Before [microseconds]."""
    by: str = "observed"
    """Which date counts: observed, created, modified, deleted, or ``time``: where it stands."""
    last: bool = False
    """Take the newest and give them newest first."""
    limit: int = 1_000_000
    """At most so many."""
    offset: int = 0
    """Leave out so many before."""


WHOLE = Window()
"""Every instance that was observed at a time of its own."""
