"""The poller: fetch, parse, sift, store, and remember how it went; one feed's failure never stops another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime

import httpx
from msgspec.structs import replace

from egiz.city.clock import moment
from egiz.city.feeds.catalogue import PARSERS
from egiz.city.feeds.feed import KIND, Feed, State, state_of, told
from egiz.city.feeds.fetch import Busy, Fetched
from egiz.city.feeds.guard import drifted, gone, judge
from egiz.city.feeds.intake import numbers_before, take_in
from egiz.city.feeds.page import fetch_pages
from egiz.city.feeds.profile import profiles
from egiz.city.feeds.row import FeedError, Row
from egiz.city.feeds.shape import names_of
from egiz.city.ngsild.hub import Hub
from egiz.city.store.writing import Writing

DOUBLINGS = 3
"""How often the wait for a feed that fails is doubled at most."""

Clock = Callable[[], datetime]
"""Tells the moment (UTC)."""


async def poll(hub: Hub, feed: Feed, client: httpx.AsyncClient, now: datetime) -> State:
    """Ask a feed once and store what it says.

    Parameters
    ----------
    hub
        Where it goes.
    feed
        The feed; it has an address.
    client
        See `fetch.client_of`.
    now
        The moment (UTC).

    Returns
    -------
    State
        How it went; it is in the store, too.
    """
    state = state_of(hub.store.read(lambda reading: reading.item(feed.tenant, KIND, feed.name)))
    try:
        fetched = await fetch_pages(client, feed, state, now)
    except FeedError as error:
        return await _failed(hub, feed, state, (error, now))
    if fetched.body is None:
        fine = replace(state, attempted=now.isoformat(), succeeded=now.isoformat(), error=None, failures=0)
        return await _kept(hub, feed, replace(fine, wait=0.0))
    return await take(hub, feed, fetched, now)


async def take(hub: Hub, feed: Feed, fetched: Fetched, now: datetime) -> State:
    """Store what a body says, fetched or pushed.

    Returns
    -------
    State
        How it went. Rows and state are in one commit; of a body that cannot be used nothing is stored.
    """
    state = state_of(hub.store.read(lambda reading: reading.item(feed.tenant, KIND, feed.name)))
    bodies, context = (fetched.body or b"", *fetched.more), feed.context(now)
    try:
        rows = tuple(row for body in bodies for row in PARSERS[feed.parser](body, context))
        names = {name for body in bodies for name in names_of(body, feed.parser)}
        shaped = replace(drifted(state, tuple(sorted(names)), now), notes=tuple(map(told, fetched.notes)))
        marked = replace(shaped, etag=fetched.etag, modified=fetched.modified)
        return await hub.store.write(lambda writing: _store(writing, hub, feed, (rows, now), marked))
    except FeedError as error:
        return await _failed(hub, feed, state, (error, now))


def _store(
    writing: Writing, hub: Hub, feed: Feed, given: tuple[tuple[Row, ...], datetime], state: State
) -> State:
    """Sift and write rows, and what is to be remembered, within one commit.

    The state holds what was noted of this poll so far.
    """
    rows, now = given
    verdict = judge(rows, feed, now, lambda row: numbers_before(writing, feed, row))
    tally = take_in(writing, hub, feed, verdict.rows, now)
    series = {row.series for row in rows}
    after = replace(
        state,
        attempted=now.isoformat(),
        succeeded=now.isoformat(),
        newest=max([state.newest, *(row.at.isoformat() for row in verdict.rows)]),
        error=None,
        failures=0,
        wait=0.0,
        notes=(*state.notes, *(told(note) for note in (*gone(state, series), *verdict.notes))),
        series=tuple(sorted(series)) if profiles()[feed.parser].steady else (),
        stored=tally.told(),
    )
    writing.keep(after.item(feed))
    return after


async def push(hub: Hub, feed: Feed, body: bytes, now: datetime) -> State:
    """Store what a device pushed; see `take`."""
    return await take(hub, feed, Fetched(body, "", ""), now)


def wait_after(feed: Feed, state: State) -> float:
    """Tell how long to wait for the next poll [s]: longer after each failure, and as long as asked."""
    slower = 2.0 ** min(max(state.failures - 1, 0), DOUBLINGS)
    return max(feed.every * slower, state.wait)


async def watch(hub: Hub, feeds: Iterable[Feed], client: httpx.AsyncClient, tell: Clock = moment) -> None:
    """Poll every feed that has an address, for ever; ends when it is cancelled."""
    async with asyncio.TaskGroup() as group:
        for feed in feeds:
            if feed.address:
                group.create_task(_watch_one(hub, feed, client, tell))


async def _watch_one(hub: Hub, feed: Feed, client: httpx.AsyncClient, tell: Clock) -> None:
    """Poll one feed for ever; whatever goes wrong is remembered as its error."""
    while True:
        try:
            state = await poll(hub, feed, client, tell())
        except Exception as error:  # a fault of ours in one feed must not end the others
            fault = FeedError("failed", feed.name, {"reason": type(error).__name__})
            state = await failed(hub, feed, fault, tell())
        await asyncio.sleep(wait_after(feed, state))


async def failed(hub: Hub, feed: Feed, error: FeedError, now: datetime) -> State:
    """Remember that a feed failed at a moment (UTC)."""
    state = state_of(hub.store.read(lambda reading: reading.item(feed.tenant, KIND, feed.name)))
    return await _failed(hub, feed, state, (error, now))


async def _failed(hub: Hub, feed: Feed, state: State, given: tuple[FeedError, datetime]) -> State:
    """Remember a failure; what stands in the store stays."""
    error, now = given
    failed = replace(
        state,
        attempted=now.isoformat(),
        error=told(error.fault),
        failures=state.failures + 1,
        wait=error.wait if isinstance(error, Busy) else 0.0,
        etag="",
        modified="",
    )
    return await _kept(hub, feed, failed)


async def _kept(hub: Hub, feed: Feed, state: State) -> State:
    """Keep a state."""
    await hub.store.write(lambda writing: writing.keep(state.item(feed)))
    return state
