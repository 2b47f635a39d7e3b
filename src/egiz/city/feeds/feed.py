"""A feed as it is set up, and what is remembered of it between polls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from egiz.city.feeds.row import Context, Sensor, Spot
from egiz.city.store.record import Item
from egiz.errors import Fault

KIND = "feed"
"""The kind of item under which the store keeps what is remembered."""

PAGE = "{page}"
"""Stands in an address for the number of a page."""

Box = tuple[float, float, float, float]
"""West, south, east, north [degrees]."""

Told = tuple[str, dict[str, str | int | float]]
"""A fault as it is kept: key and values."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a feed is asked about, for its parser; see `Context`."""

    spots: tuple[Spot, ...] = ()
    """Places."""
    zones: Mapping[str, str] = field(default_factory=dict)
    """Clocks of stations."""
    sensors: Mapping[int, Sensor] = field(default_factory=dict)
    """What numbered sensors measure."""
    zone: str = "UTC"
    """The clock by which today is found for the address."""
    box: Box | None = None
    """Where everything must lie, for feeds of one city."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed of one tenant."""

    name: str
    """Its name within the tenant; part of the identifiers of its entities."""
    parser: str
    """Name of its parser."""
    tenant: str = ""
    """The tenant; empty for the default one."""
    address: str = ""
    """Where it is fetched; ``{dd.mm.yyyy}`` and ``{dd/mm/yyyy}`` stand for today, ``{page}`` for the number
    of a page. Empty: it is pushed."""
    every: float = 3600.0
    """Seconds from one poll to the next."""
    stale: float = 7200.0
    """Seconds after which the last success is too old."""
    question: Question = Question()
    """What it is asked about."""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Headers that its server wants, a key for instance; never shown."""

    def context(self, now: datetime) -> Context:
        """Give what the parser must know at a moment."""
        asked = self.question
        return Context(now, asked.zone, asked.spots, asked.zones, asked.sensors)

    def address_at(self, now: datetime, page: int = 1) -> str:
        """Give the address of a page at a moment."""
        day = now.astimezone(ZoneInfo(self.question.zone))
        dotted, slashed = day.strftime("%d.%m.%Y"), day.strftime("%d/%m/%Y")
        address = self.address.replace("{dd.mm.yyyy}", dotted).replace("{dd/mm/yyyy}", slashed)
        return address.replace(PAGE, str(page))


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of a feed between polls; moments are texts of ISO 8601 (UTC)."""

    attempted: str = ""
    """The last poll."""
    succeeded: str = ""
    """The last one whose body could be used."""
    newest: str = ""
    """The newest time of a row that was stored."""
    error: Told | None = None
    """What the last poll failed with."""
    failures: int = 0
    """Polls that failed in a row."""
    wait: float = 0.0
    """Seconds that the source asked to be left alone."""
    notes: tuple[Told, ...] = ()
    """What the last successful poll had to leave out or noticed."""
    changed: str = ""
    """When the names in the format last changed."""
    changes: tuple[Told, ...] = ()
    """What changed then."""
    known: tuple[str, ...] = ()
    """Every name in the format that was met."""
    usual: tuple[str, ...] = ()
    """Names that were in every body since the last change."""
    series: tuple[str, ...] = ()
    """Series of the last body, for steady feeds."""
    stored: tuple[int, int, int, int] = (0, 0, 0, 0)
    """What the last success did: values new, corrected, late, repeated."""
    etag: str = ""
    """How the source marked the last body."""
    modified: str = ""
    """When the source says it changed last."""

    def item(self, feed: Feed) -> Item:
        """Make the item of the store."""
        return Item(feed.tenant, KIND, feed.name, msgspec.json.encode(self))


def state_of(body: bytes | None) -> State:
    """Read what is remembered; nothing is remembered of a new feed."""
    return State() if body is None else msgspec.json.decode(body, type=State)


def told(fault: Fault) -> Told:
    """Put a fault into the form that is kept."""
    return fault.key, dict(fault.values)
