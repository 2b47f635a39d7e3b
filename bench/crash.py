"""Kill the store's process at random moments under load and hold what is left against what was acknowledged.

Run as ``python bench/crash.py [ROUNDS] [SEED]`` (1,000 rounds unless told). Every round forks a process that
writes with 32 clients: it creates entities with history and a delivery in the same commit, updates them,
deletes some, and sends what is due. Each acknowledgement goes down a pipe after the store has given it; the
process is killed after 5 to 250 ms. Then the file is opened again and must hold every acknowledged write;
every delivery must be waiting or must have gone out at least once, those of one subscription in order.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from egiz.city.store.record import Cell, Delivery, Entity, Kind, Observation, Selection, Series, Sort
from egiz.city.store.store import Store
from egiz.city.store.writing import Writing

CLIENTS = 32
SUBSCRIPTIONS = 5
TENANTS = ("astana", "chelyabinsk")
START = 1_700_000_000_000_000
STEP = 1_000_000
FRESH = 25
"""Rounds on one file."""


@dataclass
class Told:
    """What the killed processes acknowledged on one file."""

    versions: dict[tuple[str, str], int] = field(default_factory=dict)
    deleting: set[tuple[str, str]] = field(default_factory=set)
    deleted: set[tuple[str, str]] = field(default_factory=set)
    queued: dict[int, str] = field(default_factory=dict)
    sent: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    sure: int = 0

    def hear(self, line: str) -> None:
        """Take one acknowledgement in."""
        word, *rest = line.split()
        if word == "put":
            tenant, name, version, delivery, subscription = rest
            self.versions[tenant, name] = max(int(version), self.versions.get((tenant, name), 0))
            self.queued[int(delivery)] = subscription
        elif word == "deleting":
            self.deleting.add((rest[0], rest[1]))
        elif word == "deleted":
            self.deleted.add((rest[0], rest[1]))
        elif word == "sent":
            self.sent[rest[1]].append(int(rest[0]))
        self.sure += word in {"put", "deleted"}


def entity(tenant: str, name: str, version: int) -> Entity:
    """One entity whose document tells its version."""
    moment = START + version * STEP
    return Entity(
        tenant=tenant,
        id=name,
        types=("Station",),
        document=b'{"version":%d,"filler":"%s"}' % (version, b"x" * 300),
        created=START,
        modified=moment,
        cells=(Cell("version", Kind.PROPERTY, Sort.NUMBER, version),),
        rendered=(b"%d" % version, None, None),
    )


def put(tenant: str, name: str, version: int, subscription: str):  # noqa: ANN201
    """One write: the entity, its history and a delivery."""

    def operation(writing: Writing) -> int:
        moment = START + version * STEP
        writing.put(entity(tenant, name, version))
        made = Observation(
            tenant=tenant, entity=name, attribute="version", value=version, created=moment, observed_at=moment
        )
        writing.observe([made])
        body = b"%d" % version
        return writing.enqueue(
            Delivery(tenant=tenant, subscription=subscription, body=body, created=moment, due=moment)
        )

    return operation


async def client(store: Store, tell, seed: tuple[int, int]) -> None:  # noqa: ANN001
    """Write for ever: new entities, new versions of them, a deletion now and then."""
    dice = random.Random(seed[0] * 1000 + seed[1])
    for number in range(10**9):
        tenant = dice.choice(TENANTS)
        name = f"urn:{seed[0]}-{seed[1]}-{number}"
        for version in range(1, dice.randint(2, 5)):
            subscription = f"sub{dice.randrange(SUBSCRIPTIONS)}"
            delivery = await store.write(put(tenant, name, version, subscription))
            tell(f"put {tenant} {name} {version} {delivery} {tenant}/{subscription}\n")
        if dice.random() < 0.2:
            tell(f"deleting {tenant} {name}\n")
            await store.write(lambda writing, tenant=tenant, name=name: writing.delete(tenant, name))
            tell(f"deleted {tenant} {name}\n")


async def outbox(store: Store, tell) -> None:  # noqa: ANN001
    """Send what is due, the first of every subscription, then strike it off."""
    while True:
        due = store.read(lambda reading: reading.due(2**62))
        for one in due:
            tell(f"sent {one.id} {one.tenant}/{one.subscription}\n")
        if due:
            await store.write(lambda writing, due=due: [writing.delivered(one.id) for one in due])
        await asyncio.sleep(0)


def live(path: Path, pipe: int, seed: int) -> None:
    """What the process does that will be killed."""

    async def whole() -> None:
        store = Store.open(path)

        def tell(line: str) -> None:
            os.write(pipe, line.encode())

        clients = [client(store, tell, (seed, number)) for number in range(CLIENTS)]
        await asyncio.gather(outbox(store, tell), *clients)

    asyncio.run(whole())


def strike(path: Path, seed: int, delay: float, told: Told) -> None:
    """One round: fork, let it work, kill it, read what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            live(path, writer, seed)
        finally:
            os._exit(1)
    os.close(writer)
    os.set_blocking(reader, False)
    text, end = b"", time.monotonic() + delay
    while time.monotonic() < end:
        time.sleep(0.002)
        text += drained(reader)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    text += drained(reader)
    os.close(reader)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the process ended by itself")
    for line in text.decode().split("\n")[:-1]:
        told.hear(line)


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


async def faults(path: Path, told: Told) -> list[str]:
    """Hold the file against what was acknowledged."""
    store = Store.open(path)
    found: list[str] = []
    for (tenant, name), version in told.versions.items():
        found += of_entity(store, told, (tenant, name), version)
    found += of_deliveries(store, told)
    sound = store._reader.pragma("quick_check")
    found += [] if sound == "ok" else [str(sound)]
    for tenant in TENANTS:
        selection = Selection(tenant=tenant, limit=10**6)
        count, names = store.read(lambda reading, s=selection: (reading.count(s), reading.names(s)))
        found += [] if count == len(names) else [f"{tenant}: {count} counted, {len(names)} listed"]
    await store.close()
    return found


def of_entity(store: Store, told: Told, name: tuple[str, str], version: int) -> list[str]:
    """Hold one entity and its history against the newest version acknowledged."""
    found: list[str] = []
    rendered = store.read(lambda reading: reading.rendered(*name, "normalized"))
    if name in told.deleted and rendered is not None:
        found.append(f"{name}: deletion acknowledged, but there")
    if name not in told.deleting and (rendered is None or int(rendered) < version):
        found.append(f"{name}: version {version} acknowledged, {rendered!r} found")
    series = Series(*name, "version")
    points = store.read(lambda reading: reading.history.points(series))
    if [value for _, value in points][:version] != list(range(1, version + 1)):
        found.append(f"{name}: {version} observations acknowledged, {points} found")
    end = START + 10**12
    rolled = store.read(lambda reading: reading.history.rollups(series, "day", START - 10**12, end))
    if sum(one.count for one in rolled) != len(points):
        found.append(f"{name}: roll-ups of {rolled} over {len(points)} points")
    return found


def of_deliveries(store: Store, told: Told) -> list[str]:
    """Hold the journal against what was enqueued and what went out."""
    waiting = {row[0] for row in store._reader.execute("SELECT id FROM delivery")}
    gone = waiting.union(*told.sent.values())
    found = [f"delivery {number} lost" for number in told.queued if number not in gone]
    for lane, numbers in told.sent.items():
        first = list(dict.fromkeys(numbers))
        found += [f"{lane}: out of order"] if first != sorted(first) else []
    return found


def main(rounds: int, seed: int) -> int:
    """Run the rounds and tell what was found."""
    dice = random.Random(seed)
    sure = sent = wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        told, path = Told(), Path(folder) / "0.db"
        for number in range(rounds):
            if number % FRESH == 0:
                sure, sent = sure + told.sure, sent + sum(map(len, told.sent.values()))
                for old in Path(folder).iterdir():
                    old.unlink()
                told, path = Told(), Path(folder) / f"{number}.db"
            strike(path, number, dice.uniform(0.005, 0.25), told)
            if number % FRESH == FRESH - 1 or number % 5 == 4 or number == rounds - 1:
                found = asyncio.run(faults(path, told))
                wrong += len(found)
                for one in found[:10]:
                    print(f"round {number}: {one}")
    sure, sent = sure + told.sure, sent + sum(map(len, told.sent.values()))
    print(f"{rounds} rounds of kill -9: {sure} writes acknowledged, {sent} deliveries sent, {wrong} faults")
    return int(wrong > 0)


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*given, *(1000, 7)[len(given) :]))
