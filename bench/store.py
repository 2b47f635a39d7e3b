"""What the hub's store costs, in processor time of the whole process, commits and their thread included.

Run as ``python bench/store.py [OBSERVATIONS]``; the second part holds queries over a store of so many
observations (2,000,000 unless told; the target speaks of 10,000,000) against one of 100,000. Entities have
five attributes: three numbers, a text and a place; their bytes are kept in one form. 50 clients wait for
their commits; figures are the best and the median of chunks, for machines that do other things meanwhile.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec

from egiz.city.store.record import (
    Cell,
    Clause,
    Delivery,
    Entity,
    Kind,
    Observation,
    Place,
    Selection,
    Series,
    Sort,
    Window,
    Word,
)
from egiz.city.store.store import Store
from egiz.city.store.writing import Writing

NOW = 1_700_000_000_000_000
STEP = 10_000_000
NUMBERS = ("temperature", "pm25", "pm10")
SENSORS = 10_000
CLIENTS = 50
CHUNK = 500
CHUNKS = 12
Operation = Callable[[Writing], object]


def name_of(number: int) -> str:
    """Name an entity."""
    return f"urn:ngsi-ld:AirQualityObserved:{number:07d}"


def entity(number: int, moment: int = NOW, value: float = 20.5) -> Entity:
    """Make an entity of five attributes."""
    east, north = 71.0 + number % 100 * 0.001, 51.0 + number // 100 % 100 * 0.001
    numbers = [Cell(one, Kind.PROPERTY, Sort.NUMBER, value + number % 50, observed=moment) for one in NUMBERS]
    return Entity(
        tenant="astana",
        id=name_of(number),
        types=("AirQualityObserved",),
        document=b'{"id":"%s","filler":"%s"}' % (name_of(number).encode(), b"x" * 600),
        created=NOW,
        modified=moment,
        cells=(
            *numbers,
            Cell("name", Kind.PROPERTY, Sort.TEXT, f"post {number}"),
            Cell("location", Kind.GEO),
        ),
        places=(
            Place(
                "location", (east, east, north, north), f'{{"type":"Point","coordinates":[{east},{north}]}}'
            ),
        ),
        rendered=(b"n" * 500, None, None),
    )


def history(number: int, moment: int = NOW, value: float = 20.5) -> list[Observation]:
    """Make the first instance of every attribute of an entity."""
    name = name_of(number)
    seen = [
        Observation(
            tenant="astana", entity=name, attribute=one, value=value, created=moment, observed_at=moment
        )
        for one in NUMBERS
    ]
    return [
        *seen,
        Observation(tenant="astana", entity=name, attribute="name", value=b'"post"', created=moment),
        Observation(
            tenant="astana", entity=name, attribute="location", value=b"{}", created=moment, kind=Kind.GEO
        ),
    ]


def create(number: int, *without: str) -> Operation:
    """Make the operation that creates an entity; some parts may be left out."""
    made, seen = entity(number), history(number)
    if "places" in without:
        made = msgspec.structs.replace(made, places=())
    if "cells" in without:
        made = msgspec.structs.replace(made, cells=())
    sent = Delivery(tenant="astana", subscription="one", body=b"x" * 300, created=NOW, due=NOW)

    def operation(writing: Writing) -> None:
        if writing.entity("astana", made.id) is None:
            writing.put(made)
        if "history" not in without:
            writing.observe(seen)
        if "delivery" in without:
            writing.enqueue(sent)

    return operation


def batch(first: int, size: int) -> Operation:
    """Make the operation that creates many entities at once."""
    made = [(entity(number), history(number)) for number in range(first, first + size)]

    def operation(writing: Writing) -> None:
        for one, seen in made:
            if writing.entity("astana", one.id) is None:
                writing.put(one)
                writing.observe(seen)

    return operation


def update(number: int, moment: int) -> Operation:
    """Make the operation that gives one attribute a new value."""
    whole = entity(number, moment, moment % 97 / 3)
    made = msgspec.structs.replace(whole, cells=whole.cells[:1], places=None)
    seen = history(number, moment, moment % 97 / 3)[:1]

    def operation(writing: Writing) -> None:
        if writing.entity("astana", made.id) is not None:
            writing.put(made, ("temperature",))
            writing.observe(seen)

    return operation


async def spent(store: Store, operations: list[Operation]) -> float:
    """Run operations with the clients and give the processor time they took [s]."""
    waiting = iter(operations)

    async def client() -> None:
        for one in waiting:
            await store.write(one)

    start = time.process_time()
    await asyncio.gather(*[client() for _ in range(CLIENTS)])
    return time.process_time() - start


async def told(store: Store, name: str, chunks: Iterator[list[Operation]], each: int = 1) -> None:
    """Print what an operation costs, or one of the `each` entities in it."""
    times = []
    for operations in chunks:
        times.append(await spent(store, operations) / len(operations) / each * 1e6)
    best, middle = min(times), statistics.median(times)
    print(f"{name:44s} {best:7.1f} us best {middle:7.1f} us median {1e6 / middle:9,.0f}/CPU-s", flush=True)


def asked(name: str, questions: list[Callable[[int], object]], rounds: int = 200) -> None:
    """Print what a question costs one store, and how much more it costs another, asked in turn."""
    times: list[list[float]] = [[] for _ in questions]
    for chunk in range(15):
        for question, spent_ in zip(questions, times, strict=True):
            start = time.process_time()
            for number in range(rounds):
                question(chunk * rounds + number)
            spent_.append((time.process_time() - start) / rounds * 1e6)
    best, middle = min(times[0]), statistics.median(times[0])
    line = f"{name:44s} {best:7.1f} us best {middle:7.1f} us median {1e6 / middle:9,.0f}/CPU-s"
    for other in times[1:]:
        ratio = statistics.median(after / before for before, after in zip(times[0], other, strict=True))
        line += f"   the larger: {min(other):7.1f} us best {ratio:5.2f} times"
    print(line, flush=True)


async def writes(folder: Path) -> None:
    """Measure creates, batches and updates."""
    store = Store.open(folder / "writes.db")
    serial = iter(range(10**9))

    def creates(*without: str) -> Iterator[list[Operation]]:
        return ([create(next(serial), *without) for _ in range(CHUNK)] for _ in range(CHUNKS))

    await told(store, "create, 50 clients", creates())
    await told(store, "  and a delivery", creates("delivery"))
    await told(store, "  without history", creates("history"))
    await told(store, "  without place", creates("places"))
    await told(store, "  without cells", creates("cells"))
    await told(store, "  row and types alone", creates("history", "places", "cells"))
    numbers = iter(range(10**8, 10**9, 100))
    batches = ([batch(next(numbers), 100) for _ in range(10)] for _ in range(CHUNKS))
    await told(store, "create in batches of 100, an entity", batches, 100)
    turns = iter(range(10**9))
    updates = (
        [update(turn * 7919 % 5000, NOW + (1 + turn // 5000) * STEP) for turn in islice(turns, CHUNK)]
        for _ in range(CHUNKS)
    )
    await told(store, "update of one attribute", updates)
    start, count = time.perf_counter(), 100
    for number in range(count):
        await store.write(create(5 * 10**8 + number))
    print(f"{'one client alone, by the clock':44s} {(time.perf_counter() - start) / count * 1e3:7.2f} ms")
    await store.close()


async def filled(path: Path, observations: int) -> Store:
    """Fill a store with the sensors and so many observations, a step of ten seconds between two of one."""
    store = Store.open(path, "normal")
    for first in range(0, SENSORS, 500):
        await store.write(batch(first, 500))
    start, done = time.process_time(), SENSORS * 5
    rounds = max(0, observations - done) // SENSORS
    for turn in range(1, rounds + 1):
        for first in range(0, SENSORS, 2_500):
            seen = [
                history(number, NOW + turn * STEP, turn % 97 / 3)[0] for number in range(first, first + 2_500)
            ]
            await store.write(lambda writing, seen=seen: writing.observe(seen))
    busy = time.process_time() - start
    each = f", {busy / (rounds * SENSORS) * 1e6:.1f} us each" if rounds else ""
    print(f"filled with {done + rounds * SENSORS:,} observations in {busy:.0f} CPU-s{each}", flush=True)
    return store


WARM = Clause(
    "EXISTS (SELECT 1 FROM cell c WHERE c.name = ? AND c.entity = e.id AND c.value > ?)",
    (Word("temperature"), 40),
)
NEAR = Clause(
    """e.id IN (SELECT p.entity FROM place p
    WHERE p.west BETWEEN 71.01 AND 71.02 AND p.south BETWEEN 51.01 AND 51.02)"""
)


def page(store: Store, number: int, clause: Clause) -> object:
    """Ask for a page of 20."""
    selection = Selection(
        tenant="astana", types=("AirQualityObserved",), clause=clause, offset=number % 5 * 20, limit=20
    )
    return b",".join(
        [one or b"" for one in store.read(lambda reading: reading.select(selection, "normalized"))]
    )


def questions(store: Store) -> dict[str, Callable[[int], object]]:
    """Give the questions that are asked of one store."""

    def series(number: int) -> Series:
        return Series("astana", name_of(number * 7919 % SENSORS), "temperature")

    def newest(number: int) -> object:
        window = Window(last=True, limit=5)
        return store.read(lambda reading: reading.history.instances(series(number), window))

    def hours(number: int) -> object:
        return store.read(lambda reading: reading.history.rollups(series(number), "hour", NOW, NOW + 10**13))

    def one(number: int) -> object:
        name = name_of(number * 7919 % SENSORS)
        return store.read(lambda reading: reading.rendered("astana", name, "normalized"))

    return {
        "query of 20 by type, offset varied": lambda number: page(store, number, Clause()),
        "  and by value": lambda number: page(store, number, WARM),
        "  and by place": lambda number: page(store, number, NEAR),
        "one entity": one,
        "newest 5 instances of a series": newest,
        "roll-ups by hour of a series": hours,
    }


async def long_series(folder: Path) -> None:
    """Measure a temporal query of 10,000 points."""
    store = Store.open(folder / "long.db", "normal")
    await store.write(batch(0, 1))
    seen = [history(0, NOW + step * STEP, step % 97 / 3)[0] for step in range(1, 10_001)]
    await store.write(lambda writing: writing.observe(seen))
    series = Series("astana", name_of(0), "temperature")
    window = Window(start=NOW, limit=10_000)
    for call in ("points", "rows", "instances"):
        question = partial(long_read, store, call, series, window)
        asked(f"10,000 {call} of a series", [question], 3)
    await store.close()


def long_read(store: Store, call: str, series: Series, window: Window, number: int) -> object:
    """Read a series whole."""
    return store.read(lambda reading: getattr(reading.history, call)(series, window))


async def main(observations: int) -> None:
    """Measure everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await writes(folder)
        await long_series(folder)
        small = await filled(folder / "small.db", 100_000)
        large = await filled(folder / "large.db", observations)
        compared(small, large)
        await small.close()
        await large.close()


def compared(small: Store, large: Store) -> None:
    """Ask the same of both."""
    for (name, before), after in zip(questions(small).items(), questions(large).values(), strict=True):
        asked(name, [before, after])


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000))
