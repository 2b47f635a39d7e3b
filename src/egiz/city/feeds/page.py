"""Feeds that come in pages: one is asked for after the other, a bounded number of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

import httpx

from egiz.city.feeds import openaq
from egiz.city.feeds.feed import PAGE, Feed, State
from egiz.city.feeds.fetch import Fetched, fetch
from egiz.city.feeds.row import FeedError, fault

MOST = 20
"""Pages of one poll."""

NEXT: Mapping[str, Callable[[bytes], int | None]] = {"air": openaq.next_page}
"""Tells the number of the page that follows a body, by parser."""


async def fetch_pages(client: httpx.AsyncClient, feed: Feed, state: State, now: datetime) -> Fetched:
    """Fetch every page of a feed; a feed without pages has one.

    Parameters
    ----------
    client, feed, state, now
        See `egiz.city.feeds.fetch.fetch`. Where the address has no place for the number of a page, or too
        many follow, what was left out is noted.

    Raises
    ------
    FeedError
        A page could not be had, or does not follow the one before.
    """
    first = await fetch(client, feed, state, now)
    following, page = NEXT.get(feed.parser), 1
    bodies: tuple[bytes, ...] = () if first.body is None else (first.body,)
    while following is not None and bodies:
        after = following(bodies[-1])
        if after is None:
            break
        if PAGE not in feed.address or page == MOST:
            return replace(first, more=bodies[1:], notes=(fault("pages", feed.name, {"most": page}),))
        page += 1
        if after != page:
            raise FeedError("contradiction", feed.name, {"one": page, "other": after})
        bodies = (*bodies, (await fetch(client, feed, State(), now, page)).body or b"")
    return replace(first, more=bodies[1:])
