"""Where messages may go."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.city.outbox.backoff import SECOND, Backoff
from egiz.city.outbox.gate import Gate, Refused
from egiz.city.store.record import Delivery


def gate(*hosts: str, networks: tuple[str, ...] = (), address: str = "93.184.215.14") -> Gate:
    async def resolve(host: str, port: int) -> tuple[str, ...]:
        return tuple(address.split())

    return Gate(hosts, networks, resolve)


@pytest.mark.parametrize(
    ("entry", "uri"),
    [
        ("*", "http://city.example/notify"),
        ("city.example", "https://city.example/x"),
        ("city.example:8080", "http://city.example:8080/"),
        ("*.example", "mqtt://user:pass@broker.city.example/topic"),
        ("city.example", "HTTP://CITY.EXAMPLE./"),
    ],
)
def test_an_entry_lets_its_host_through(entry: str, uri: str) -> None:
    target = asyncio.run(gate(entry).target(uri))
    assert target.address == "93.184.215.14"


@pytest.mark.parametrize(
    ("entry", "uri"),
    [
        ("city.example", "http://city.example.evil.org/"),
        ("city.example", "http://evil.org/city.example"),
        ("city.example", "http://city.example@evil.org/"),
        ("*.example", "http://example/"),
        ("*.example", "http://badexample/"),
        ("city.example:8080", "http://city.example/"),
        ("*", "file:///etc/passwd"),
        ("*", "gopher://city.example/"),
        ("*", "http:///nothing"),
        ("*", "http://[broken/"),
        ("*", "http://city.example:99999/"),
        ("*", "no address"),
    ],
)
def test_everything_else_is_refused(entry: str, uri: str) -> None:
    with pytest.raises(Refused):
        gate(entry).named(uri)
    with pytest.raises(Refused):
        gate().named(uri)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.9.9",
        "169.254.169.254",
        "0.0.0.0",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:0:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::10.0.0.1",
        "2002:a00:1::1",
        "2001:0:5ef5:79fd::1",
        "100.64.0.1",
        "224.0.0.1",
        "93.184.215.14 127.0.0.1",
    ],
)
def test_a_name_that_leads_into_a_private_network_is_refused(address: str) -> None:
    with pytest.raises(Refused):
        asyncio.run(gate("*", address=address).target("http://city.example/"))


@pytest.mark.parametrize("uri", ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest"])
def test_a_private_address_is_refused_before_anything_is_resolved(uri: str) -> None:
    with pytest.raises(Refused):
        gate("*").named(uri)


def test_a_private_network_can_be_allowed_by_name() -> None:
    open_gate = gate("*", networks=("10.1.0.0/16", "::1/128"), address="10.1.2.3")
    assert asyncio.run(open_gate.target("http://city.example/")).address == "10.1.2.3"
    with pytest.raises(Refused):
        open_gate.named("http://10.2.0.1/")


@given(st.integers(0, 200), st.integers(1, 10**6), st.floats(0.01, 1000), st.none() | st.floats(0.01, 1000))
def test_waits_grow_to_the_longest_and_no_further(
    attempt: int, number: int, first: float, cooldown: float | None
) -> None:
    backoff = Backoff(first=first, longest=2000)
    one = Delivery(tenant="", subscription="s", body=b"", created=0, due=0, attempt=attempt, id=number)
    wait = backoff.wait(one, cooldown)
    start = first if cooldown is None else cooldown
    assert 0.8 * min(start, 2000) <= wait <= 2000
    if start * 2.0 ** min(attempt, 32) >= 2000:
        assert wait >= 1600
    assert backoff.due(one, 0, cooldown) == int(wait * SECOND)
    assert backoff.due(one, 4 * 86_400 * SECOND, cooldown) is None
