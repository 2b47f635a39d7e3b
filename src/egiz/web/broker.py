"""A small broker of MQTT inside the server, for devices and programs of the same machine."""

from __future__ import annotations

import asyncio
import warnings
from importlib.util import find_spec

from egiz.errors import Fault
from egiz.web.entry import is_local

HOST = "127.0.0.1"
"""Where it listens if nothing is said."""

LARGEST_PORT = 65_535

PACKAGE = "amqtt"
"""What it is made of; comes with the extra ``mqtt``."""

ANONYMOUS = "amqtt.plugins.authentication.AnonymousAuthPlugin"
"""Lets in all who reach it: programs of this machine."""


def read_address(given: str) -> tuple[str, int] | None:
    """Read ``[HOST:]PORT``; None where it is none, or where others could reach it."""
    host, _, number = given.rpartition(":")
    host = host or HOST
    port = int(number) if number.isascii() and number.isdigit() else 0
    return (host, port) if is_local(host) and 0 < port <= LARGEST_PORT else None


def broker_faults(given: str) -> list[Fault]:
    """Tell what keeps a broker from listening at an address."""
    if read_address(given) is None:
        return [Fault("serve-broker", {"found": given})]
    return [] if find_spec(PACKAGE) else [Fault("serve-broker-missing")]


async def brokered(given: str) -> None:
    """Be a broker until cancelled.

    Parameters
    ----------
    given
        An address that `read_address` reads.

    Raises
    ------
    amqtt.errors.BrokerError
        It cannot listen there.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the package says of itself is no news to an operator
        from amqtt.broker import Broker

    found = read_address(given)
    if found is None:
        return
    host, port = found
    listener = {"type": "tcp", "bind": f"{host}:{port}"}
    plugins = {ANONYMOUS: {"allow_anonymous": True}}
    broker = Broker({"listeners": {"default": listener}, "plugins": plugins})
    await broker.start()
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        await broker.shutdown()
