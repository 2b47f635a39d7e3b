"""Topics where devices publish: read from an address, heard while the server runs."""

from __future__ import annotations

import asyncio
from urllib.parse import unquote, urlsplit

from egiz.city.clock import moment
from egiz.city.feeds.feed import Feed
from egiz.city.feeds.listen import PAUSE, Broker, hear
from egiz.city.feeds.poll import failed
from egiz.city.feeds.row import FeedError
from egiz.city.ngsild.hub import Hub
from egiz.web.token import NAMELESS

SCHEME = "mqtt"

PORT = 1883
"""The port of MQTT where an address names none."""

FEED = "device"
"""The feed and the parser of what devices push."""


def read_topic(given: str) -> tuple[str, Broker] | None:
    """Read ``[TENANT=]mqtt://[USER:PASSWORD@]HOST[:PORT]/TOPIC``.

    Returns
    -------
    tuple[str, Broker] or None
        The tenant and the broker with its topic; None where the text is no such address.
    """
    before, _, after = given.partition(f"{SCHEME}://")
    if not after or (before and not before.endswith("=")):
        return None
    try:
        split = urlsplit(f"{SCHEME}://{after.replace('#', '%23').replace('?', '%3F')}")
        port = split.port or PORT
    except ValueError:
        return None
    topic = unquote(split.path.removeprefix("/"))
    if not split.hostname or not _is_filter(topic):
        return None
    tenant = before[:-1]
    user, password = split.username, split.password
    broker = Broker(
        split.hostname, topic, port, unquote(user) if user else None, unquote(password) if password else None
    )
    return ("" if tenant == NAMELESS else tenant), broker


def _is_filter(topic: str) -> bool:
    """Tell whether a text is a filter of topics: wildcards stand alone in their part, ``#`` at the end."""
    parts = topic.split("/")
    alone = all(part in {"+", "#"} or not set(part) & set("+#\0") for part in parts)
    return bool(topic) and alone and "#" not in parts[:-1]


def hidden(given: str) -> str:
    """Show such an address without who Egiz is there."""
    before, _, after = given.partition("://")
    return f"{before}://{after.rpartition('@')[2]}"


async def heard(hub: Hub, given: str) -> None:
    """Store what devices publish, for ever.

    Parameters
    ----------
    hub
        Where it goes.
    given
        An address that `read_topic` reads.
    """
    found = read_topic(given)
    if found is None:
        return
    tenant, broker = found
    from egiz.city.feeds.built_in import built_in_feeds

    known = {feed.tenant: feed for feed in await asyncio.to_thread(built_in_feeds) if feed.name == FEED}
    feed = known.get(tenant, Feed(FEED, FEED, tenant))
    while True:
        try:
            await hear(hub, feed, broker)
        except Exception as error:  # a fault of ours in one message must not end the hearing
            fault = FeedError("failed", FEED, {"reason": type(error).__name__})
            await failed(hub, feed, fault, moment())
        await asyncio.sleep(PAUSE)
