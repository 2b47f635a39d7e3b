"""Kill the hub's process at random moments while it sends; nothing due may be missing at the receiver.

Run as ``python bench/outbox_crash.py [ROUNDS] [SEED]`` (1,000 rounds unless told). Every round forks a
process that queues messages of several subscriptions in the commits of entities and sends them to a receiver
on the loopback; it is killed 50 to 700 ms after its start or, every other round, after its first
acknowledgement. The last process lives until nothing waits. Then every
message whose commit was acknowledged must have come at least once, and those of one subscription in order:
a message may come again, but the first of each number must come after the first of the one before.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from egiz.city.outbox.backoff import Backoff
from egiz.city.outbox.gate import Gate
from egiz.city.outbox.http import HttpSender
from egiz.city.outbox.outbox import Outbox
from egiz.city.outbox.parcel import Parcel, pack
from egiz.city.store.record import Delivery, Entity
from egiz.city.store.store import Store

SUBSCRIPTIONS = 8
EMPTY = 60.0
"""Longest time to empty the journal at the end [s]."""


def now() -> int:
    """The time [microseconds]."""
    return time.time_ns() // 1000


async def receive(got: list[tuple[str, int]], dice: random.Random) -> asyncio.Server:
    """Take every message, refuse one in twenty, drop one in twenty after it was read."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
                length = int(head.partition("content-length: ")[2].partition("\r\n")[0])
                body = (await reader.readexactly(length)).decode()
                luck = dice.random()
                if luck < 0.05:
                    writer.write(b"HTTP/1.1 503 x\r\ncontent-length: 0\r\n\r\n")
                    continue
                lane, _, number = body.partition(" ")
                got.append((lane, int(number)))
                if luck < 0.1:
                    return
                writer.write(b"HTTP/1.1 204 x\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    return await asyncio.start_server(serve, "127.0.0.1", 0, backlog=512)


def live(path: Path, pipe: int, port: int, first: int, empty: bool) -> None:
    """What the process does that will be killed; the last one only empties the journal."""

    async def whole() -> None:
        store = Store.open(path)
        sender = HttpSender(Gate(("*",), ("127.0.0.0/8",)))
        outbox = Outbox(store, {"http": sender}, now, Backoff(first=0.01, longest=0.05))
        work = asyncio.create_task(outbox.run())
        if empty:
            while store.read(lambda reading: reading.next_due()) is not None:
                await asyncio.sleep(0.01)
            await outbox.stop()
            await work
            await store.close()
            return
        lanes = [write(store, outbox, pipe, (port, lane, first)) for lane in range(SUBSCRIPTIONS)]
        await asyncio.gather(work, *lanes)

    asyncio.run(whole())


async def write(store: Store, outbox: Outbox, pipe: int, told: tuple[int, int, int]) -> None:
    """Queue one message after the other for a subscription, in the commit of an entity."""
    port, lane, number = told
    while True:
        number += 1
        moment = now()
        parcel = Parcel(uri=f"http://127.0.0.1:{port}/", body=b"%d %d" % (lane, number))
        made = Delivery(tenant="", subscription=f"s{lane}", body=pack(parcel), created=moment, due=moment)
        entity = Entity(tenant="", id=f"urn:{lane}", types=("T",), document=b"{}", created=1, modified=1)
        await store.write(lambda writing, e=entity, m=made: (writing.put(e), writing.enqueue(m)))
        os.write(pipe, b"%d %d\n" % (lane, number))
        outbox.nudge()
        await asyncio.sleep(0.002)


async def begun(reader: int, child: int) -> bytes:
    """Wait for the first acknowledgement of a process."""
    text, end = b"", time.monotonic() + EMPTY
    while not text and time.monotonic() < end and os.waitpid(child, os.WNOHANG)[0] == 0:
        await asyncio.sleep(0.002)
        text = drained(reader)
    return text


async def strike(path: Path, port: int, first: int, delay: float) -> list[tuple[int, int]]:
    """One round: fork, let it work, kill it, read what it acknowledged; no delay: let it end by itself."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            asyncio.events._set_running_loop(None)
            live(path, writer, port, first, delay == 0.0)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writer)
    os.set_blocking(reader, False)
    text, ended = b"", False
    if delay and first % 2:
        text = await begun(reader, child)
    end = time.monotonic() + (delay or EMPTY)
    while time.monotonic() < end and not ended:
        await asyncio.sleep(0.005)
        text += drained(reader)
        ended = os.waitpid(child, os.WNOHANG)[0] == child
    if not ended:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if ended != (delay == 0.0):
        raise SystemExit("the process ended by itself" if ended else "the journal did not empty")
    text += drained(reader)
    os.close(reader)
    pairs = (line.split() for line in text.decode().split("\n")[:-1])
    return [(int(lane), int(number)) for lane, number in pairs]


def drained(reader: int) -> bytes:
    """Read whatever stands in a pipe."""
    text = b""
    while True:
        try:
            part = os.read(reader, 1 << 20)
        except BlockingIOError:
            return text
        if not part:
            return text
        text += part


def faults(told: list[tuple[int, int]], got: list[tuple[str, int]]) -> list[str]:
    """Hold what came against what was acknowledged."""
    come = {(int(lane), number) for lane, number in got}
    found = [f"message {one} lost" for one in told if one not in come]
    for lane in range(SUBSCRIPTIONS):
        firsts = list(dict.fromkeys(number for name, number in got if name == str(lane)))
        found += [] if firsts == sorted(firsts) else [f"subscription {lane}: out of order"]
    return found


async def main(rounds: int, seed: int) -> int:
    """Run the rounds and tell what was found."""
    dice = random.Random(seed)
    got: list[tuple[str, int]] = []
    told: list[tuple[int, int]] = []
    server = await receive(got, dice)
    port = server.sockets[0].getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hub.db"
        for number in range(rounds):
            told += await strike(path, port, number * 1_000_001, dice.uniform(0.05, 0.7))
        await strike(path, port, 0, 0.0)
    server.close()
    found = faults(told, got)
    for one in found[:20]:
        print(one)
    repeats = len(got) - len(set(got))
    print(
        f"{rounds} rounds of kill -9: {len(told)} messages acknowledged, {len(got)} received, "
        f"{repeats} of them again, {len(found)} faults"
    )
    return int(bool(found))


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(asyncio.run(main(*given, *(1000, 7)[len(given) :])))
