"""What waits in the journal: where it goes, and every byte of it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """One message to one receiver."""

    uri: str
    """Where it goes; the scheme chooses the sender."""
    body: bytes
    """The message."""
    media: str = "application/json"
    """Its media type."""
    headers: Mapping[str, str] = {}
    """Further headers."""
    info: Mapping[str, str] = {}
    """What the sender is told besides, such as the quality of service of MQTT."""
    timeout: float = 5.0
    """How long an answer is awaited [s]."""
    cooldown: float | None = None
    """How long to wait after a try that failed [s]; nothing leaves it to the outbox."""

    @property
    def scheme(self) -> str:
        """The scheme of its address, lower case."""
        return urlsplit(self.uri).scheme.lower()


def pack(parcel: Parcel) -> bytes:
    """Write a parcel for the journal."""
    return msgspec.msgpack.encode(parcel)


def unpack(body: bytes) -> Parcel:
    """Read a parcel of the journal.

    Raises
    ------
    msgspec.DecodeError
        It is none.
    """
    return msgspec.msgpack.decode(body, type=Parcel)
