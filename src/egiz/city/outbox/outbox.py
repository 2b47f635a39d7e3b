"""Empties the journal: at least once, one message of a subscription after the other.

A message leaves the journal in a commit that comes after the receiver took it; a process that dies in
between sends it again. A message that fails holds those behind it back until it is out or given up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import msgspec

from egiz.city.outbox import tally
from egiz.city.outbox.backoff import SECOND, Backoff
from egiz.city.outbox.gate import Refused
from egiz.city.outbox.parcel import Parcel, unpack
from egiz.city.outbox.sender import Failed, Hopeless, Sender
from egiz.city.store.record import Delivery, Moment
from egiz.city.store.store import Closed, Store
from egiz.city.store.writing import Writing

Clock: TypeAlias = Callable[[], Moment]
"""Tells the time [microseconds]."""

Lane: TypeAlias = tuple[str, str]
"""Tenant and subscription."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How the outbox works."""

    lanes: int = 256
    """Subscriptions served at once."""
    run: int = 64
    """Messages of one subscription sent before others have their turn."""
    pause: float = 0.005
    """Least time between two looks into the journal [s]."""
    longest: float = 1.0
    """Most time between two looks into the journal [s]."""


PACE = Pace()
"""The pace where nothing else is asked for."""


@dataclass(slots=True)
class Count:
    """What one process did; the counters of subscriptions are in the store."""

    delivered: int = 0
    """Messages that receivers took."""
    failed: int = 0
    """Tries that failed."""
    given_up: int = 0
    """Messages struck off undelivered."""


class Outbox:
    """Sends what the journal of a store holds.

    Parameters
    ----------
    store
        The store.
    senders
        Who carries messages, by the scheme of their address.
    clock
        Tells the time.
    backoff
        When failures are tried again.
    pace
        How it works.
    """

    def __init__(
        self,
        store: Store,
        senders: Mapping[str, Sender],
        clock: Clock,
        backoff: Backoff = Backoff(),  # noqa: B008  a frozen record
        pace: Pace = PACE,
    ) -> None:
        self.count = Count()
        self._store, self._senders, self._clock = store, senders, clock
        self._backoff, self._pace = backoff, pace
        self._lanes: dict[Lane, asyncio.Task[None]] = {}
        self._wake = asyncio.Event()
        self._again = False
        self._stopping = False

    def nudge(self) -> None:
        """Say that something was put into the journal, in a commit that may still be under way."""
        self._again = True
        self._wake.set()

    async def run(self) -> None:
        """Send until `stop`."""
        while not self._stopping:
            await self._settled()
            self._begin()
            await self._rest()

    async def stop(self) -> None:
        """Finish the tries under way, then end; what waits stays in the journal."""
        self._stopping = True
        self._wake.set()
        if self._lanes:
            await asyncio.gather(*self._lanes.values(), return_exceptions=True)
        for sender in {id(one): one for one in self._senders.values()}.values():
            await sender.close()

    async def _settled(self) -> None:
        """Wait for the commit that put something into the journal."""
        self._wake.clear()
        if self._again and not self._stopping:
            self._again = False
            await self._store.write(lambda _: None)

    def _begin(self) -> None:
        """Serve every subscription whose first message is due."""
        if self._stopping or len(self._lanes) >= self._pace.lanes:
            return
        now = self._clock()
        for one in self._store.read(lambda reading: reading.due(now, 2 * self._pace.lanes)):
            lane = (one.tenant, one.subscription)
            if lane not in self._lanes and len(self._lanes) < self._pace.lanes:
                self._lanes[lane] = asyncio.create_task(self._serve(lane))

    async def _rest(self) -> None:
        """Wait until something may be due."""
        await asyncio.sleep(self._pace.pause)
        wait = self._pace.longest
        due = self._store.read(lambda reading: reading.next_due()) if not self._stopping else None
        if due is not None and not self._lanes:
            wait = min(wait, max(0.0, (due - self._clock()) / SECOND))
        try:
            await asyncio.wait_for(self._wake.wait(), wait)
        except TimeoutError:
            return

    async def _serve(self, lane: Lane) -> None:
        """Send some messages of a subscription, one after the other."""
        try:
            for _ in range(self._pace.run):
                first = self._store.read(lambda reading: reading.first(*lane))
                if self._stopping or first is None or first.due > self._clock():
                    return
                if not await self._deliver(first):
                    return
        except Closed:
            return
        finally:
            del self._lanes[lane]
            self._wake.set()

    async def _deliver(self, one: Delivery) -> bool:
        """Send one message and write down what became of it; false where it stays first in its line."""
        try:
            parcel = unpack(one.body)
        except msgspec.DecodeError as error:
            return await self._missed(one, f"the journal holds no message: {error}", None)
        try:
            await self._send(parcel)
        except (Hopeless, Refused) as error:
            return await self._missed(one, str(error), None)
        except Failed as error:
            due = self._backoff.due(one, self._clock(), parcel.cooldown)
            return await self._missed(one, str(error), due)
        return await self._taken(one)

    async def _send(self, parcel: Parcel) -> None:
        """Hand a message to whoever carries its scheme; whatever goes wrong is a failure."""
        sender = self._senders.get(parcel.scheme)
        if sender is None:
            raise Hopeless(f"nobody carries messages to {parcel.scheme!r}")
        try:
            async with asyncio.timeout(parcel.timeout * 2):
                await sender.send(parcel)
        except (Failed, Hopeless, Refused):
            raise
        except TimeoutError:
            raise Failed("no answer in time") from None
        except Exception as error:  # a fault of a sender must not stop the others
            raise Failed(f"{type(error).__name__}: {error}") from error

    async def _taken(self, one: Delivery) -> bool:
        """Strike a message off that was taken; one that was amended meanwhile goes out again."""
        now = self._clock()

        def operation(writing: Writing) -> None:
            first = writing.first(one.tenant, one.subscription)
            if first is None or first.id != one.id:
                return
            if first.body == one.body:
                writing.delivered(one.id)
            count = tally.tally(writing, one.tenant, one.subscription)
            tally.keep(writing, one.tenant, one.subscription, count.succeeded(now))

        await self._store.write(operation)
        self.count.delivered += 1
        return True

    async def _missed(self, one: Delivery, error: str, due: Moment | None) -> bool:
        """Put a message off, or strike it off where it is given up."""
        now = self._clock()

        def operation(writing: Writing) -> None:
            first = writing.first(one.tenant, one.subscription)
            if first is None or first.id != one.id:
                return
            count = tally.tally(writing, one.tenant, one.subscription)
            missed = count.missed(now, error, given_up=due is None)
            tally.keep(writing, one.tenant, one.subscription, missed)
            if due is None:
                writing.delivered(one.id)
            else:
                writing.postpone(one.id, due, error)

        await self._store.write(operation)
        self.count.failed += 1
        self.count.given_up += due is None
        return due is None
