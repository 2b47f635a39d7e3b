"""The health of feeds, for people and for metrics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from egiz.city.feeds.feed import KIND, Feed, State, Told, state_of
from egiz.city.store.reading import Reading
from egiz.errors import Fault

Condition: TypeAlias = Literal["new", "live", "changed", "stale", "broken"]
"""``new``: not polled yet; ``live``: fresh; ``changed``: fresh, but its format changed at the last poll;
``stale``: the last success is too old; ``broken``: the last poll failed."""


@dataclass(frozen=True, slots=True)
class Health:
    """How one feed is; each condition has a word ``feed-condition-<condition>``."""

    feed: str
    """Its name."""
    condition: Condition
    """How it is, in one word."""
    succeeded: str
    """The last poll whose body could be used (ISO 8601, UTC); empty: none."""
    newest: str
    """The newest moment of which it told."""
    age: float | None
    """Seconds since that success."""
    error: Fault | None
    """What the last poll failed with."""
    notes: tuple[Fault, ...]
    """What the last success left out or noticed, the last change of its format included."""
    stored: tuple[int, int, int, int]
    """What the last success did: values new, corrected, late, repeated."""


def health_of(feed: Feed, state: State, now: datetime) -> Health:
    """Judge one feed.

    Parameters
    ----------
    feed
        The feed.
    state
        What is remembered of it.
    now
        The moment (UTC).
    """
    age = (now - datetime.fromisoformat(state.succeeded)).total_seconds() if state.succeeded else None
    return Health(
        feed.name,
        _condition(feed, state, age),
        state.succeeded,
        state.newest,
        age,
        _fault(state.error) if state.error else None,
        tuple(_fault(one) for one in (*state.changes, *state.notes)),
        state.stored,
    )


def healths(reading: Reading, feeds: Iterable[Feed], now: datetime) -> tuple[Health, ...]:
    """Judge feeds by what the store remembers."""
    return tuple(health_of(feed, state_of(reading.item(feed.tenant, KIND, feed.name)), now) for feed in feeds)


def _condition(feed: Feed, state: State, age: float | None) -> Condition:
    """Say in one word how a feed is."""
    if state.error is not None:
        return "broken"
    if age is None:
        return "new"
    if age > feed.stale:
        return "stale"
    return "changed" if state.changed and state.changed == state.succeeded else "live"


def _fault(told: Told) -> Fault:
    """Make a fault of what is kept."""
    return Fault(told[0], told[1])
