"""Starting the server, and stopping it whole: no request is cut off, no acknowledged write is lost."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from granian.constants import Interfaces
from granian.server.embed import Server

from egiz.city.ngsild.hub import open_store
from egiz.city.store.connect import Durability
from egiz.city.store.record import Item
from egiz.city.store.store import Store
from egiz.city.store.writing import Writing
from egiz.errors import InputError
from egiz.web.door import Door
from egiz.web.entry import is_local
from egiz.web.limit import Limits
from egiz.web.measure import Measures
from egiz.web.route import routes
from egiz.web.stream import Streams
from egiz.web.token import Keyring, read_tokens
from egiz.web.work import Outside, Work, carried

LARGEST_PORT = 65_535

SETTLING = 0.05
"""How long the server takes to listen once it is started [s]."""


SELDOM = 50_000
"""New objects between two looks for those that hold one another; requests leave hardly any."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asks of the server."""

    store: str = "egiz-city.db"
    """Path of the store."""
    host: str = "127.0.0.1"
    """Address to listen on."""
    port: str = "8000"
    """Port to listen on; 0 takes any that is free."""
    token_file: str = ""
    """Path of the token file, if there is one."""
    durability: Durability = "full"
    """What an acknowledged write survives."""
    tenants: tuple[str, ...] = ()
    """Tenants that must be there."""
    outside: Outside = Outside()
    """What of the outside it may touch."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The same, checked."""

    store: Path
    """Path of the store."""
    address: tuple[str, int]
    """Address and port; the port is free."""
    keys: Keyring | None
    """Tokens, if any are asked for."""
    asked: Asked
    """What the user asked."""

    @property
    def url(self) -> str:
        """Where the server answers."""
        host, port = self.address
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def understood(asked: Asked) -> Understood:
    """Check what a user asks.

    Raises
    ------
    InputError
        The port is no port or is taken, the address is not one of this machine, an address that others reach
        has no token file, or the token file is not right.
    """
    asked.outside.checked()
    keys = read_tokens(Path(asked.token_file)) if asked.token_file else None
    if keys is None and not is_local(asked.host):
        raise InputError.of("serve-open", {"host": asked.host})
    port = int(asked.port) if asked.port.isascii() and asked.port.isdigit() else -1
    if not 0 <= port <= LARGEST_PORT:
        raise InputError.of("serve-port", {"found": asked.port})
    return Understood(Path(asked.store), _free(asked.host, port), keys, asked)


def _free(host: str, port: int) -> tuple[str, int]:
    """Find the address of a name, and see that the port is free there."""
    try:
        kind, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(kind, socket.SOCK_STREAM) as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind(place)
            one.listen()
            taken = one.getsockname()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError.of("serve-address", {"host": host, "port": port, "reason": reason}) from error
    return str(taken[0]), int(taken[1])


def serve(wanted: Understood, ready: Callable[[str], None]) -> None:
    """Serve until a signal asks to stop.

    Parameters
    ----------
    wanted
        What was asked.
    ready
        Is called with the address once the server answers.

    Raises
    ------
    InputError
        The store cannot be opened.
    """
    gc.enable()
    gc.set_threshold(SELDOM)
    asyncio.run(_served(wanted, ready))


async def _served(wanted: Understood, ready: Callable[[str], None]) -> None:
    """Open the store, answer, and close the store when all is done."""
    store = open_store(wanted.store, wanted.asked.durability)
    try:
        await _make_tenants(store, wanted.asked.tenants)
        measures, limits = Measures(), Limits()
        streams = Streams(limits, measures)
        work = Work(store, wanted.asked.outside, (streams,))
        checked = carried(wanted.asked.outside)
        behind = routes(work.hub, measures, limits, streams, wanted.keys, checked)
        door = Door(work.hub, behind, wanted.keys, limits, measures)
        work.start()
        await _listen(door, wanted, ready, streams.close)
        await work.stop()
        await _drained(measures, door.limits.farewell)
    finally:
        await store.close()


async def _make_tenants(store: Store, tenants: Iterable[str]) -> None:
    """See that tenants are there."""

    def operation(writing: Writing) -> None:
        for name in tenants:
            writing.keep(Item(name, "tenant", name, b"{}"))

    await store.write(operation)


async def _listen(
    door: Door, wanted: Understood, ready: Callable[[str], None], closing: Callable[[], Awaitable[None]]
) -> None:
    """Answer requests until a signal comes; streams that have no end of their own are closed then."""
    host, port = wanted.address
    server = Server(
        door, host, port, interface=Interfaces.ASGINL, backlog=1024, websockets=False, log_enabled=False
    )
    stopped = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(one, stopped.set)
    serving = asyncio.create_task(server.serve())
    asked = asyncio.create_task(stopped.wait())
    await asyncio.sleep(SETTLING)
    gc.freeze()
    if not serving.done():
        ready(wanted.url)
    await asyncio.wait({serving, asked}, return_when=asyncio.FIRST_COMPLETED)
    asked.cancel()
    await closing()
    if not serving.done():
        server.stop()  # type: ignore[no-untyped-call]
    await serving


async def _drained(measures: Measures, longest: float) -> None:
    """Wait for the requests that are still worked on."""
    try:
        async with asyncio.timeout(longest):
            while measures.running:
                await asyncio.sleep(0.01)
    except TimeoutError:
        return
