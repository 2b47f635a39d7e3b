"""Devices heard over MQTT, and everything of the feeds run beside a server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from egiz.city.clock import moment
from egiz.city.feeds.feed import Feed
from egiz.city.feeds.fetch import client_of
from egiz.city.feeds.poll import Clock, failed, push, watch
from egiz.city.feeds.row import FeedError
from egiz.city.ngsild.hub import Hub

AT_ONCE = 200
"""Messages that may wait for their commit at once."""

PAUSE = 5.0
"""Seconds before a broker that was lost is called again."""


@dataclass(frozen=True, slots=True)
class Broker:
    """Where devices publish."""

    host: str
    """Its address."""
    topic: str
    """The topics heard, with the wildcards of MQTT."""
    port: int = 1883
    """Its port."""
    user: str | None = None
    """Who Egiz is there."""
    password: str | None = field(default=None, repr=False)
    """Its password; never shown."""


async def take_all(hub: Hub, feed: Feed, messages: AsyncIterator[bytes], tell: Clock = moment) -> None:
    """Store messages as they come, many in one commit; ends when they end.

    Parameters
    ----------
    hub
        Where they go.
    feed
        A pushed feed.
    messages
        Bodies.
    tell
        The clock.
    """
    room = asyncio.Semaphore(AT_ONCE)

    async def one(body: bytes) -> None:
        try:
            await push(hub, feed, body, tell())
        finally:
            room.release()

    async with asyncio.TaskGroup() as group:
        async for body in messages:
            await room.acquire()
            group.create_task(one(body))


async def hear(hub: Hub, feed: Feed, broker: Broker, tell: Clock = moment) -> None:
    """Hear a broker for ever; one that is lost is told as the error of the feed and called again."""
    import aiomqtt

    async def bodies(client: aiomqtt.Client) -> AsyncIterator[bytes]:
        async for message in client.messages:
            payload = message.payload
            yield payload if isinstance(payload, bytes) else str(payload).encode()

    while True:
        try:
            async with aiomqtt.Client(
                broker.host, broker.port, username=broker.user, password=broker.password
            ) as client:
                await client.subscribe(broker.topic, qos=1)
                await take_all(hub, feed, bodies(client), tell)
        except* aiomqtt.MqttError:
            await failed(hub, feed, FeedError("unreachable", broker.host), tell())
        await asyncio.sleep(PAUSE)


@asynccontextmanager
async def feeding(
    hub: Hub, feeds: Iterable[Feed], contact: str, version: str, brokers: Iterable[tuple[Feed, Broker]] = ()
) -> AsyncIterator[None]:
    """Poll feeds and hear brokers while the block runs.

    Parameters
    ----------
    hub
        Where everything goes.
    feeds
        Those with an address are polled.
    contact
        How a source can reach the operator.
    version
        Of Egiz.
    brokers
        Each with the feed of its devices.
    """
    async with client_of(contact, version) as client:
        tasks = [asyncio.create_task(watch(hub, feeds, client))]
        tasks += [asyncio.create_task(hear(hub, feed, broker)) for feed, broker in brokers]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
