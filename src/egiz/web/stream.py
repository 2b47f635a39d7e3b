"""What changes, told to browsers as it happens: server-sent events (WHATWG HTML, section 9.2).

A listener hears of a change inside its commit, when it may still be rolled back. So only the names of what
changed are kept; once a later commit has ended, each entity is read again and told as it stands. An event
is therefore always something that was committed, and many changes of one entity in a moment are one event.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from egiz.city.clock import moment
from egiz.city.ngsild.change import Change
from egiz.city.ngsild.document import Members, write
from egiz.city.ngsild.hub import Hub
from egiz.city.ngsild.moment import form, micros, of_micros
from egiz.city.ngsild.problem import bad
from egiz.city.store.store import Closed, TooCostly
from egiz.city.store.writing import Writing
from egiz.web.limit import Limits
from egiz.web.measure import Measures
from egiz.web.refusal import BUSY, RefusedError, problem
from egiz.web.within import listed

MEDIA = "text/event-stream; charset=utf-8"
GATHER = 0.25
"""Changes are gathered so long before they are told [s]."""
HEARTBEAT = 15.0
"""Something is sent at least so often, so that proxies keep the line open [s]."""
FAREWELL, STEP = 1.0, 0.05
"""Streams get so long to end when the server stops, looked at so often [s]."""
RETRY = 3_000
"""A browser that lost the line comes back after so long [ms]."""
WAITING = 256
"""Pieces that may wait for a slow reader; then it is cut off."""
MOST = 10_000
"""Changed entities of a tenant that are gathered at once; beyond them a gap is told."""
PAGE = 100
"""Entities asked for at once."""
RESUMED = 1_000
"""Entities told at most to a reader that comes back; beyond them a gap is told."""
KNOWN = {
    "type",
    "id",
    "idPattern",
    "q",
    "attrs",
    "georel",
    "geometry",
    "coordinates",
    "geoproperty",
    "scopeQ",
}
"""Parameters that choose what is told, those of the standard's query."""
WIDE = {"local": "true"}
"""Lets a question be asked of everything: what is here alone is meant."""
GAP = b"event: gap\ndata: {}\n\n"
"""Tells that something was left out: what is shown must be read anew."""
CUT = b"event: cut\ndata: {}\n\n"
"""Tells a slow reader that it is cut off."""
STILL = b": still here\n\n"


@dataclass(eq=False, slots=True)
class Reader:
    """One browser that listens."""

    tenant: str
    """Whose changes."""
    query: tuple[tuple[str, str], ...]
    """Which of them: parameters of the standard."""
    waiting: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(WAITING))
    """Pieces to be sent; None: the end."""

    def tell(self, piece: bytes | None) -> None:
        """Put a piece in the queue; a reader that is too slow is cut off."""
        try:
            self.waiting.put_nowait(piece)
        except asyncio.QueueFull:
            while not self.waiting.empty():
                self.waiting.get_nowait()
            self.waiting.put_nowait(CUT)
            self.waiting.put_nowait(None)


class Streams:
    """Everyone who listens.

    Parameters
    ----------
    limits
        How many may listen.
    measures
        Where they are counted.
    """

    def __init__(self, limits: Limits, measures: Measures) -> None:
        self._limits, self._measures = limits, measures
        self._readers: set[Reader] = set()
        self._changed: dict[str, dict[str, None]] = {}
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    def __call__(self, _: Writing, change: Change) -> None:
        """Hear of a change; nothing is kept where nobody listens."""
        if self._readers:
            names = self._changed.setdefault(change.tenant, {})
            if len(names) <= MOST:
                names[change.id] = None

    async def join(self, hub: Hub, tenant: str, query: Mapping[str, str], since: str) -> AsyncIterator[bytes]:
        """Let a browser listen.

        Parameters
        ----------
        hub
            What is listened to.
        tenant
            Name of the tenant.
        query
            Which entities: parameters of the standard's query.
        since
            Identifier of the last event that the browser had; empty for none.

        Returns
        -------
        AsyncIterator of bytes
            Pieces of the stream.

        Raises
        ------
        Problem
            A parameter is not known, or the last event is none.
        RefusedError
            Too many listen, or the query is refused.
        """
        unknown = sorted(set(query) - KNOWN)
        if unknown:
            raise bad(f"unknown parameters: {', '.join(unknown)}")
        if len(self._readers) >= self._limits.listeners or self._closed:
            raise RefusedError(problem(503, "too many listen already; try again", BUSY))
        reader = Reader(
            tenant, tuple(sorted((name, value) for name, value in query.items() if name != "lang"))
        )
        first = await _missed(hub, reader, since)
        self._readers.add(reader)
        self._measures.listening = len(self._readers)
        if self._task is None:
            self._task = asyncio.create_task(self._run(hub))
        return self._pieces(reader, first)

    async def close(self) -> None:
        """End every stream, for the server stops; readers have a moment to hear of it."""
        self._end()
        waited = 0.0
        while self._measures.running and waited < FAREWELL:
            await asyncio.sleep(STEP)
            waited += STEP
        await asyncio.sleep(STEP)

    def _end(self) -> None:
        """Tell every reader that this is the end."""
        self._closed = True
        for one in self._readers:
            one.tell(None)

    async def _pieces(self, reader: Reader, first: bytes) -> AsyncIterator[bytes]:
        """Give the pieces of a stream until its reader goes away."""
        try:
            yield first
            while not self._closed or not reader.waiting.empty():
                try:
                    piece = await asyncio.wait_for(reader.waiting.get(), HEARTBEAT)
                except TimeoutError:
                    piece = STILL
                if piece is None:
                    return
                yield piece
        finally:
            self._readers.discard(reader)
            self._measures.listening = len(self._readers)

    async def _run(self, hub: Hub) -> None:
        """Tell changes as long as anyone listens."""
        try:
            while self._readers and not self._closed:
                await asyncio.sleep(GATHER)
                changed, self._changed = self._changed, {}
                if changed:
                    await self._tell(hub, changed)
        except Closed:
            self._end()
        finally:
            self._task = None

    async def _tell(self, hub: Hub, changed: Mapping[str, Mapping[str, None]]) -> None:
        """Tell what changed, as it stands once all of it is committed."""
        await hub.store.write(lambda _: None)
        stamp = micros(form(moment()))
        for tenant, names in changed.items():
            wished: dict[tuple[tuple[str, str], ...], list[Reader]] = {}
            for reader in self._readers:
                if reader.tenant == tenant:
                    wished.setdefault(reader.query, []).append(reader)
            for query, readers in wished.items():
                pieces = await _pieces(hub, tenant, (dict(query), names), stamp)
                for reader, piece in product(readers, pieces):
                    reader.tell(piece)


async def _missed(hub: Hub, reader: Reader, since: str) -> bytes:
    """Begin a stream; one that goes on after a break tells first what changed meanwhile."""
    head = f"retry: {RETRY}\nid: {micros(form(moment()))}\n\n".encode()
    if not since:
        await listed(hub, reader.tenant, {**dict(reader.query), **WIDE, "limit": "1"})
        return head
    if not since.isascii() or not since.isdigit():
        raise bad("Last-Event-ID is none of ours")
    given = dict(reader.query)
    later = f"modifiedAt>={_moment(int(since))}"
    given["q"] = f"({given['q']});{later}" if "q" in given else later
    found = await listed(hub, reader.tenant, {**given, **WIDE, "limit": str(RESUMED)})
    told = b"".join(_event("entity", one) for one in found)
    return head + told + (GAP if len(found) == RESUMED else b"")


def _moment(stamp: int) -> str:
    """Write microseconds since 1970 as the standard writes moments."""
    try:
        return of_micros(stamp)
    except (OverflowError, ValueError) as error:
        raise bad("Last-Event-ID is none of ours") from error


async def _pieces(
    hub: Hub, tenant: str, wanted: tuple[Mapping[str, str], Mapping[str, None]], stamp: int
) -> tuple[bytes | None, ...]:
    """Give what the readers of one query get; where the hub refuses the query, the end."""
    if len(wanted[1]) > MOST:
        return (GAP,)
    try:
        told = await _told(hub, tenant, wanted, stamp)
    except (RefusedError, TooCostly):
        return CUT, None
    return (told,) if told else ()


async def _told(
    hub: Hub, tenant: str, wanted: tuple[Mapping[str, str], Mapping[str, None]], stamp: int
) -> bytes:
    """Write the events of some entities: those that the query takes, and those that are gone."""
    query, names = wanted
    if "id" in query:
        chosen = set(query["id"].split(","))
        names = {name: None for name in names if name in chosen}
    gone = hub.store.read(lambda reading: [one for one in names if reading.entity(tenant, one) is None])
    left = [one for one in names if one not in set(gone)]
    pieces: list[bytes] = []
    for start in range(0, len(left), PAGE):
        some = left[start : start + PAGE]
        found = await listed(hub, tenant, {**query, **WIDE, "id": ",".join(some), "limit": str(PAGE)})
        pieces += [_event("entity", one) for one in found]
    pieces += [_event("deleted", {"id": one}) for one in gone]
    return b"".join([*pieces, f"id: {stamp}\n\n".encode()]) if pieces else b""


def _event(name: str, content: Members) -> bytes:
    """Write one event."""
    return b"event: " + name.encode() + b"\ndata: " + write(content) + b"\n\n"
