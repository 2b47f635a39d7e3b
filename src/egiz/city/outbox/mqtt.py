"""Messages by MQTT: the topic is the path of the address, the payload holds metadata and body."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import AsyncExitStack
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import aiomqtt
import msgspec

from egiz.city.outbox.gate import Gate, Target
from egiz.city.outbox.parcel import Parcel
from egiz.city.outbox.sender import Failed, Hopeless

VERSIONS = {
    "mqtt3.1.1": aiomqtt.ProtocolVersion.V311,
    "mqtt5.0": aiomqtt.ProtocolVersion.V5,
}
"""What MQTT-Version may be."""

NEWEST, OLDER = "mqtt5.0", "mqtt3.1.1"
"""What is tried, one after the other, where the subscriber does not say."""

QUALITIES = {"0", "1", "2"}
"""What MQTT-QoS may be."""

SECURE = "mqtts"
"""The scheme of MQTT over TLS."""


@dataclass(frozen=True, slots=True)
class Broker:
    """One broker as one client sees it."""

    target: Target
    """Where it is."""
    user: str
    """The user, empty for none."""
    password: str
    """The password."""
    version: str
    """The version of the protocol; empty for whichever the broker speaks."""


class MqttSender:
    """Publishes messages, over one connection a broker.

    Parameters
    ----------
    gate
        Where messages may go.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._open: dict[Broker, tuple[aiomqtt.Client, AsyncExitStack]] = {}
        self._turn = asyncio.Lock()

    async def send(self, parcel: Parcel) -> None:
        """Publish one message; with a quality of 1 or 2 it ends when the broker has it.

        Raises
        ------
        Failed
            It may be tried again.
        Hopeless
            The address names no topic, or what the subscriber asks for is not known.
        Refused
            It may not go there.
        """
        split = urlsplit(parcel.uri)
        topic = unquote(split.path.lstrip("/"))
        quality = parcel.info.get("MQTT-QoS", "1")
        version = parcel.info.get("MQTT-Version", "")
        if not topic or quality not in QUALITIES or version not in {"", *VERSIONS}:
            raise Hopeless("the address names no topic, or a version or quality that is not known")
        if set(topic) & {"#", "+", "\0"}:
            raise Hopeless(f"{topic!r} is no topic to publish to")
        try:
            target = await self._gate.target(parcel.uri)
            broker = Broker(target, unquote(split.username or ""), unquote(split.password or ""), version)
            client = await self._client(broker, parcel.timeout)
            await self._publish(broker, client, (topic, payload(parcel), int(quality)), parcel.timeout)
        except (aiomqtt.MqttError, OSError) as error:
            raise Failed(f"{type(error).__name__}: {error}".rstrip(": ")) from None

    async def _client(self, broker: Broker, timeout: float) -> aiomqtt.Client:
        """Give the connection to a broker, made where there is none."""
        async with self._turn:
            if broker not in self._open:
                try:
                    self._open[broker] = await _connected(broker, broker.version or NEWEST, timeout)
                except aiomqtt.MqttError:
                    if broker.version:
                        raise
                    self._open[broker] = await _connected(broker, OLDER, timeout)
            return self._open[broker][0]

    async def _publish(
        self, broker: Broker, client: aiomqtt.Client, message: tuple[str, bytes, int], timeout: float
    ) -> None:
        """Publish, and forget a connection that fails."""
        topic, body, quality = message
        try:
            await client.publish(topic, body, quality, timeout=timeout)
        except aiomqtt.MqttError:
            await self._forget(broker)
            raise

    async def _forget(self, broker: Broker) -> None:
        """Let go of one connection."""
        known = self._open.pop(broker, None)
        if known is not None:
            try:
                await known[1].aclose()
            except aiomqtt.MqttError:
                return

    async def close(self) -> None:
        """Close every connection."""
        for broker in tuple(self._open):
            await self._forget(broker)


async def _connected(broker: Broker, version: str, timeout: float) -> tuple[aiomqtt.Client, AsyncExitStack]:
    """Connect to a broker."""
    secure = broker.target.scheme == SECURE
    client = aiomqtt.Client(
        broker.target.host if secure else broker.target.address,
        broker.target.port,
        username=broker.user or None,
        password=broker.password or None,
        protocol=VERSIONS[version],
        timeout=timeout,
        tls_context=ssl.create_default_context() if secure else None,
    )
    stack = AsyncExitStack()
    await stack.enter_async_context(client)
    return client, stack


def payload(parcel: Parcel) -> bytes:
    """Write a message with its metadata, as the standard's binding to MQTT asks."""
    metadata = {"Content-Type": parcel.media, **parcel.headers}
    content = msgspec.Raw(parcel.body)
    return msgspec.json.encode({"metadata": metadata, "body": content})
