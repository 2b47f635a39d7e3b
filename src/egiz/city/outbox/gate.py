"""Where messages may go: hosts of a list, and no private network unless it is allowed by name.

A name is resolved once for each connection and the address that was checked is the one connected to, so a
name that changes its address between check and use gains nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

from egiz.errors import EgizError

PORTS = {"http": 80, "https": 443, "mqtt": 1883, "mqtts": 8883}
"""The port of each scheme where the address names none."""

EVERYWHERE = "*"
"""The entry that allows every public host."""

TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"), IPv6Network("::ffff:0:0:0/96"))
"""Networks whose addresses end in an address of IPv4 (RFC 6052, RFC 4291, RFC 7915)."""

OWN = IPv6Network("64:ff9b:1::/48")
"""The network for translation within a site (RFC 8215)."""

Address: TypeAlias = IPv4Address | IPv6Address
Network: TypeAlias = IPv4Network | IPv6Network
Resolver: TypeAlias = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""From host and port to addresses."""


class Refused(EgizError):
    """A target that messages may not go to."""


async def resolved(host: str, port: int) -> tuple[str, ...]:
    """Ask the system for the addresses of a host.

    Raises
    ------
    OSError
        The name is not known.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True, slots=True)
class Target:
    """A target that was let through."""

    scheme: str
    """Its scheme."""
    host: str
    """The host as it was named."""
    port: int
    """The port."""
    address: str
    """The address to connect to."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A list of allowed targets."""

    hosts: tuple[str, ...] = ()
    """``host``, ``host:port``, ``*.domain`` or ``*``; empty: nothing goes out."""
    networks: tuple[str, ...] = ()
    """Private networks that may be reached, such as ``10.1.0.0/16``."""
    resolve: Resolver = resolved
    """From host and port to addresses."""

    def named(self, uri: str) -> SplitResult:
        """Check what an address says, without resolving it.

        Raises
        ------
        Refused
            It is no address, or not on the list.
        """
        try:
            split = urlsplit(uri)
            port = split.port or PORTS.get(split.scheme.lower(), 0)
        except ValueError:
            raise Refused(f"{uri!r} is no address") from None
        host = (split.hostname or "").rstrip(".")
        if not host or not port:
            raise Refused(f"{uri!r} names no host, or its scheme is not known")
        if not any(_fits(one.lower(), host, port) for one in self.hosts):
            raise Refused(f"{host}:{port} is not on the list of allowed targets")
        literal = _address(host)
        if literal is not None:
            self._reachable(literal)
        return split

    async def target(self, uri: str) -> Target:
        """Resolve an address and check where it leads.

        Raises
        ------
        Refused
            It is not allowed.
        OSError
            The name is not known.
        """
        split = self.named(uri)
        scheme, host = split.scheme.lower(), (split.hostname or "").rstrip(".")
        port = split.port or PORTS[scheme]
        if _address(host) is not None:
            return Target(scheme, host, port, host)
        found = await self.resolve(host, port)
        for one in found:
            address = _address(one)
            if address is None:
                raise Refused(f"{host} has an address that cannot be read")
            self._reachable(address)
        if not found:
            raise OSError(f"{host} has no address")
        return Target(scheme, host, port, found[0])

    def _reachable(self, address: Address) -> None:
        """Refuse an address that is not public and not in a network allowed by name."""
        plain = getattr(address, "ipv4_mapped", None) or address
        if self._allowed(plain):
            return
        for one in (plain, *_within(plain)):
            if not self._allowed(one) and (not one.is_global or one.is_multicast or one in OWN):
                raise Refused(f"{plain} is in no public network")

    def _allowed(self, address: Address) -> bool:
        """Tell whether an address is in a network allowed by name."""
        networks: tuple[Network, ...] = tuple(ipaddress.ip_network(given) for given in self.networks)
        return any(address.version == one.version and address in one for one in networks)


def _within(address: Address) -> tuple[Address, ...]:
    """Give the older address that a newer one stands for where a gateway translates it, if it does."""
    if not isinstance(address, IPv6Address):
        return ()
    if address.sixtofour is not None:
        return (address.sixtofour,)
    if any(address in one for one in TRANSLATED):
        return (IPv4Address(int(address) % 2**32),)
    return ()


def _address(text: str) -> Address | None:
    """Read an address, if it is one."""
    try:
        return ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None


def _fits(entry: str, host: str, port: int) -> bool:
    """Tell whether an entry of the list covers a host."""
    if entry.count(":") == 1:
        entry, _, number = entry.partition(":")
        if number != str(port):
            return False
    if entry == EVERYWHERE:
        return True
    return host.endswith(entry[1:]) if entry.startswith("*.") else host == entry.strip("[]")
