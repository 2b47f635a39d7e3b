"""The outbox on a loopback receiver: order, repeats, failures, what is struck off."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from city.outbox.receiver import Receiver
from egiz.city.outbox.backoff import Backoff
from egiz.city.outbox.gate import Gate
from egiz.city.outbox.http import HttpSender
from egiz.city.outbox.outbox import Outbox
from egiz.city.outbox.parcel import Parcel, pack
from egiz.city.outbox.tally import Tally, tally
from egiz.city.store.record import Delivery
from egiz.city.store.store import Store
from egiz.city.store.writing import Writing

LOOPBACK = Gate(("*",), ("127.0.0.0/8",))
QUICK = Backoff(first=0.01, longest=0.02)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.close()


def now() -> int:
    return time.time_ns() // 1000


def message(uri: str, body: bytes, subscription: str = "urn:s:1", tenant: str = "astana") -> Delivery:
    parcel = Parcel(uri=uri, body=body, headers={"x-city": tenant})
    return Delivery(tenant=tenant, subscription=subscription, body=pack(parcel), created=now(), due=0)


async def queued(store: Store, *messages: Delivery) -> None:
    def operation(writing: Writing) -> None:
        for one in messages:
            writing.enqueue(one)

    await store.write(operation)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.005)


def played(
    folder: Path,
    play: Callable[[Store, Outbox], Awaitable[None]],
    backoff: Backoff = QUICK,
    gate: Gate = LOOPBACK,
) -> Outbox:
    """Run an outbox on a fresh store while something is done with both."""

    async def whole() -> Outbox:
        store = Store.open(folder / "hub.db", "normal")
        sender = HttpSender(gate)
        outbox = Outbox(store, {"http": sender, "https": sender}, now, backoff)
        work = asyncio.create_task(outbox.run())
        try:
            await play(store, outbox)
        finally:
            await outbox.stop()
            await work
            await store.close()
        return outbox

    return asyncio.run(whole())


def counted(store: Store, subscription: str = "urn:s:1") -> Tally:
    return store.read(lambda reading: tally(reading, "astana", subscription))


def test_messages_go_out_in_order_with_their_headers(tmp_path: Path, receiver: Receiver) -> None:
    wanted = [b"%d" % number for number in range(200)]

    async def play(store: Store, outbox: Outbox) -> None:
        await queued(store, *(message(f"http://127.0.0.1:{receiver.port}/a?b=c", one) for one in wanted))
        outbox.nudge()
        await until(lambda: outbox.count.delivered == len(wanted))
        assert store.read(lambda reading: reading.waiting("astana", "urn:s:1")) == 0
        count = counted(store)
        assert (count.sent, count.failed, count.error) == (len(wanted), 0, "")
        assert count.last_success is not None

    played(tmp_path, play)
    assert receiver.bodies() == wanted
    path, headers, _ = receiver.got[0]
    assert path == "/a?b=c"
    assert headers["x-city"] == "astana"
    assert headers["content-type"] == "application/json"
    assert headers["host"] == f"127.0.0.1:{receiver.port}"
    assert len(receiver.connections) < len(wanted) / 10


def test_a_failure_holds_its_own_line_back_and_no_other(tmp_path: Path) -> None:
    sick, well = Receiver(lambda number: 503 if number < 3 else 200), Receiver()

    async def play(store: Store, outbox: Outbox) -> None:
        bad = [message(f"http://127.0.0.1:{sick.port}/", b"%d" % n, "urn:s:1") for n in range(5)]
        good = [message(f"http://127.0.0.1:{well.port}/", b"%d" % n, "urn:s:2") for n in range(5)]
        await queued(store, *bad, *good)
        await until(lambda: outbox.count.delivered == len(bad) + len(good))
        count = counted(store)
        assert (count.sent, count.failed, count.given_up) == (8, 3, 0)
        assert counted(store, "urn:s:2").failed == 0

    played(tmp_path, play)
    assert sick.bodies() == [b"0"] * 4 + [b"1", b"2", b"3", b"4"]
    assert well.bodies() == [b"0", b"1", b"2", b"3", b"4"]
    sick.close()
    well.close()


def test_a_message_that_is_never_taken_is_given_up_and_told(tmp_path: Path) -> None:
    picky = Receiver(lambda number: 422 if number == 0 else 200)

    async def play(store: Store, outbox: Outbox) -> None:
        uri = f"http://127.0.0.1:{picky.port}/"
        await queued(store, message(uri, b"wrong"), message(uri, b"right"))
        await until(lambda: outbox.count.delivered == 1)
        count = counted(store)
        assert (count.sent, count.failed, count.given_up) == (2, 1, 1)

    assert played(tmp_path, play).count.given_up == 1
    assert picky.bodies() == [b"wrong", b"right"]
    picky.close()


def test_patience_ends(tmp_path: Path) -> None:
    async def play(store: Store, outbox: Outbox) -> None:
        await queued(store, message("http://127.0.0.1:9/", b"x"))
        await until(lambda: outbox.count.given_up == 1)
        count = counted(store)
        assert count.given_up == 1
        assert count.error
        assert store.read(lambda reading: reading.waiting("astana", "urn:s:1")) == 0

    played(tmp_path, play, Backoff(first=0.01, longest=0.02, patience=0.1))


def test_what_is_not_allowed_never_leaves(tmp_path: Path, receiver: Receiver) -> None:
    async def play(store: Store, outbox: Outbox) -> None:
        await queued(store, message(f"http://127.0.0.1:{receiver.port}/", b"secret"))
        await until(lambda: outbox.count.given_up == 1)
        assert "public" in counted(store).error

    played(tmp_path, play, gate=Gate(("*",)))
    assert receiver.got == []


def test_redirects_are_not_followed(tmp_path: Path) -> None:
    turning = Receiver(lambda number: 302 if number == 0 else 200)

    async def play(store: Store, outbox: Outbox) -> None:
        await queued(store, message(f"http://127.0.0.1:{turning.port}/", b"x"))
        await until(lambda: outbox.count.delivered == 1)
        assert counted(store).failed == 1

    played(tmp_path, play)
    turning.close()


def test_nothing_waits_longer_for_a_cancelled_subscription(tmp_path: Path) -> None:
    async def play(store: Store, outbox: Outbox) -> None:
        await queued(store, message("http://127.0.0.1:9/", b"x"), message("http://127.0.0.1:9/", b"y"))
        await until(lambda: outbox.count.failed > 0)
        await store.write(lambda writing: writing.cancel("astana", "urn:s:1"))
        before = counted(store)
        await asyncio.sleep(0.1)
        assert counted(store) == before

    played(tmp_path, play)


def test_a_message_amended_while_it_is_under_way_goes_out_again(tmp_path: Path) -> None:
    slow = Receiver(lambda number: time.sleep(0.2) or 200)  # type: ignore[func-returns-value]

    async def play(store: Store, outbox: Outbox) -> None:
        uri = f"http://127.0.0.1:{slow.port}/"
        await queued(store, message(uri, b"old"))
        await until(lambda: len(slow.got) == 1)
        first = store.read(lambda reading: reading.first("astana", "urn:s:1"))
        assert first is not None
        new = pack(Parcel(uri=uri, body=b"new"))
        assert await store.write(lambda writing: writing.amend(first.id, new))
        await until(lambda: store.read(lambda reading: reading.waiting("astana", "urn:s:1")) == 0)
        assert not await store.write(lambda writing: writing.amend(first.id, new))

    played(tmp_path, play)
    assert slow.bodies() == [b"old", b"new"]
    slow.close()


def test_many_subscriptions_are_served_side_by_side(tmp_path: Path) -> None:
    """A receiver that answers nobody before fifty have come is answered for all the same."""
    gathered = threading.Barrier(50, timeout=20)
    slow = Receiver(lambda number: 200 if gathered.wait() >= 0 else 500)

    async def play(store: Store, outbox: Outbox) -> None:
        uri = f"http://127.0.0.1:{slow.port}/"
        await queued(store, *(message(uri, b"x", f"urn:s:{number}") for number in range(100)))
        await until(lambda: outbox.count.delivered == 100)

    played(tmp_path, play)
    slow.close()
