"""The way of a feed: fetched, sifted, stored, remembered; nothing nonsense ever reaches the store."""

from __future__ import annotations

import asyncio
import json
import re
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egiz.city.feeds import fetch as fetching
from egiz.city.feeds import poll as polling
from egiz.city.feeds.built_in import built_in_feeds, weather_spots
from egiz.city.feeds.catalogue import PARSERS
from egiz.city.feeds.feed import Feed, Question, State
from egiz.city.feeds.fetch import client_of
from egiz.city.feeds.health import health_of, healths
from egiz.city.feeds.intake import name_of
from egiz.city.feeds.poll import poll, push, wait_after, watch
from egiz.city.feeds.profile import profiles
from egiz.city.feeds.row import Context, FeedError, Row, Spot
from egiz.city.feeds.shape import names_of
from egiz.city.ngsild.context import core
from egiz.city.ngsild.document import Members
from egiz.city.ngsild.hub import Hub, open_store, stored
from egiz.city.store.record import Observation, Series
from egiz.report.words import Words
from egiz.world.place import LANGUAGES

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SOURCE = Path(__file__).parents[3] / "src" / "egiz" / "city" / "feeds"
RATES = Feed("rates", "kz-rates", "astana", "https://bank.example/rates?fdate={dd.mm.yyyy}")
DEVICE = Feed("device", "device", "astana")
Result = TypeVar("Result")


def rates(nominal: str = "100", extra: str = "", **values: str) -> bytes:
    items = "".join(
        f"<item><title>{code}</title><description>{value}</description>"
        f"<quant>{nominal if code == 'KRW' else 1}</quant></item>"
        for code, value in values.items()
    )
    return f"<rates><date>24.11.2026</date>{extra}{items}</rates>".encode()


class Bench:
    """A hub, a source that answers what it is told to, and a clock."""

    def __init__(self, path: Path) -> None:
        self.hub = Hub(open_store(path / "hub.db", "normal"))
        self.answer: Callable[[httpx.Request], httpx.Response] = lambda request: httpx.Response(404)
        self.asked: list[httpx.Request] = []
        self.now = NOW

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return self.answer(request)

    def client(self) -> httpx.AsyncClient:
        made = client_of("ops@astana.example", "1.0")
        return httpx.AsyncClient(
            transport=httpx.MockTransport(self.handle), headers=made.headers, follow_redirects=False
        )

    async def poll(self, body: bytes | httpx.Response, feed: Feed = RATES) -> State:
        self.answer = lambda request: (
            body if isinstance(body, httpx.Response) else httpx.Response(200, content=body)
        )
        return await poll(self.hub, feed, self.client(), self.now)

    async def push(self, **whole: object) -> State:
        return await push(self.hub, DEVICE, json.dumps({"device": "a", **whole}).encode(), self.now)

    def document(self, series: str, feed: Feed = RATES) -> Members | None:
        return self.hub.store.read(lambda reading: stored(reading, feed.tenant, name_of(feed, series)))

    def value(self, series: str, name: str = "rate", feed: Feed = RATES) -> object:
        whole = self.document(series, feed)
        return whole[core().expand(name)][0]["value"] if whole else None  # type: ignore[index,call-overload]

    def history(self, series: str, name: str, feed: Feed = RATES) -> list[Observation]:
        one = Series(feed.tenant, name_of(feed, series), core().expand(name))
        return self.hub.store.read(lambda reading: reading.history.instances(one))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    asyncio.run(made.hub.store.close())


def test_a_poll_stores_rates_and_says_who_asks(bench: Bench) -> None:
    async def work() -> State:
        await bench.poll(rates(USD="519.42", KRW="35.27"))
        return await bench.poll(rates(USD="519.42", KRW="35.27"))

    state = asyncio.run(work())
    assert (bench.value("USD"), bench.value("KRW")) == (519.42, pytest.approx(0.3527))
    assert state.stored == (0, 0, 0, 2)
    assert len(bench.history("USD", "rate")) == 1
    assert bench.asked[0].headers["user-agent"] == "Egiz/1.0 (+ops@astana.example)"
    assert str(bench.asked[0].url) == "https://bank.example/rates?fdate=24.11.2026"
    assert bench.hub.store.read(lambda reading: reading.entity("", name_of(RATES, "USD"))) is None
    health = health_of(RATES, state, NOW + timedelta(minutes=1))
    assert (health.condition, health.age, health.newest) == ("live", 60.0, "2026-11-23T19:00:00+00:00")
    assert health_of(RATES, state, NOW + timedelta(hours=3)).condition == "stale"
    assert health_of(RATES, State(), NOW).condition == "new"


PAGE = b"<!DOCTYPE html><html><body>Service unavailable</body></html>"
RENAMED = rates(USD="519.42").replace(b"description", b"value")


@pytest.mark.parametrize("body", [PAGE, RENAMED, rates(USD="519.42")[:-9], b"", b"\x1f\x8b\x08broken"])
def test_a_broken_body_is_noticed_at_once_and_leaves_the_store_alone(bench: Bench, body: bytes) -> None:
    async def work() -> tuple[State, State]:
        await bench.poll(rates(USD="519.42"))
        return await bench.poll(body), await bench.poll(rates(USD="520.10"))

    broken, mended = asyncio.run(work())
    assert health_of(RATES, broken, NOW).condition == "broken"
    assert broken.failures == 1
    assert health_of(RATES, mended, NOW).error is None
    assert (bench.value("USD"), mended.stored) == (520.1, (0, 1, 0, 0))
    assert [one.value for one in bench.history("USD", "rate")] == [520.1]


def test_a_leap_is_held_until_a_person_clears_it(bench: Bench) -> None:
    usual = {"USD": "519.42", "EUR": "601.1", "RUB": "6.64"}

    async def work() -> State:
        await bench.poll(rates(**usual, KRW="35.27"))
        return await bench.poll(rates(**usual, KRW="35.27", nominal="1"))

    state = asyncio.run(work())
    assert bench.value("KRW") == pytest.approx(0.3527)
    assert [key for key, _ in state.notes] == ["feed-jump"]

    async def clear() -> None:
        await bench.hub.store.write(lambda writing: writing.delete("astana", name_of(RATES, "KRW")))
        await bench.poll(rates(**usual, KRW="35.27", nominal="1"))

    asyncio.run(clear())
    assert bench.value("KRW") == 35.27


def test_a_body_that_leaps_as_a_whole_is_refused_as_a_whole(bench: Bench) -> None:
    async def work() -> State:
        await bench.poll(rates(USD="519.42", EUR="601.1", RUB="6.64"))
        return await bench.poll(rates(USD="0.0019", EUR="0.0017", RUB="6.65"))

    state = asyncio.run(work())
    assert state.error is not None
    assert (state.error[0], bench.value("RUB")) == ("feed-nonsense", 6.64)


def test_names_that_come_or_go_are_told_even_where_the_parser_manages(bench: Bench) -> None:
    async def work() -> list[State]:
        bodies = [rates(USD="1"), rates(USD="1", extra="<unit>per 1</unit>"), rates(USD="1", extra="<unit/>")]
        return [await bench.poll(body) for body in [*bodies, rates(USD="1")]]

    states = asyncio.run(work())
    told = [health_of(RATES, state, NOW).notes for state in states]
    assert [[note.key for note in notes] for notes in told[:2]] == [[], ["feed-added"]]
    assert told[1][0].values["names"] == "/rates/unit"
    assert health_of(RATES, states[1], NOW).condition == "changed"


def test_a_member_that_was_always_there_is_missed(bench: Bench) -> None:
    async def work() -> State:
        await bench.poll(rates(USD="1", extra="<link/>"))
        return await bench.poll(rates(USD="1"))

    assert [(key, values["names"]) for key, values in asyncio.run(work()).changes] == [
        ("feed-lost", "/rates/link")
    ]


def test_names_are_looked_at_within_bounds() -> None:
    deep = b"<rates>" + b"<a>" * 5_000 + b"</a>" * 5_000 + b"</rates>"
    assert 10 < len(names_of(deep, "kz-rates")) < 100
    assert names_of(json.dumps({"trains": [], "x" * 5_000: 1}).encode(), "trains") == (".trains",)
    nested = b'{"trains": ' + b"[" * 200 + b"]" * 200 + b"}"
    assert names_of(nested, "trains") == (".trains",)


def test_a_currency_that_is_missing_is_told_and_keeps_its_old_rate(bench: Bench) -> None:
    async def work() -> State:
        await bench.poll(rates(USD="519.42", EUR="601.1"))
        return await bench.poll(rates(EUR="602.0"))

    state = asyncio.run(work())
    assert [(key, values["names"]) for key, values in state.notes] == [("feed-gone", "USD")]
    assert bench.value("USD") == 519.42


def test_devices_repeat_come_late_and_correct_themselves(bench: Bench) -> None:
    async def work() -> list[tuple[int, int, int, int]]:
        pushes = [
            ("11:50", 10.0),
            ("11:50", 10.0),
            ("11:40", 8.0),
            ("11:40", 8.0),
            ("11:40", 9.0),
            ("11:50", 11.0),
        ]
        states = [
            await bench.push(time=f"2026-11-24T{time}:00Z", values={"pm25": value}) for time, value in pushes
        ]
        return [state.stored for state in states]

    told = asyncio.run(work())
    assert told == [(1, 0, 0, 0), (0, 0, 0, 1), (0, 0, 1, 0), (0, 0, 0, 1), (0, 1, 0, 0), (0, 1, 0, 0)]
    assert bench.value("a", "pm25", DEVICE) == 11.0
    assert [one.value for one in bench.history("a", "pm25", DEVICE)] == [9.0, 11.0]


def test_a_fast_clock_and_numbers_that_cannot_be(bench: Bench) -> None:
    async def work() -> list[State]:
        ahead = (NOW + timedelta(minutes=7)).isoformat()
        near = (NOW + timedelta(minutes=2)).isoformat()
        return [
            await bench.push(time=ahead, values={"pm25": 10.0}),
            await bench.push(time=near, values={"pm25": -999.0}),
            await bench.push(time=near, values={"pm25": 10.0, "co2": 410, "pm10": -1}),
            await bench.push(time=near, values={"pm25": 10.0, "no_such": 1.0, "co2": 400}),
            await bench.push(time=near, values={"pm25": True}),
            await bench.push(time=near, values={"occupied": True, "temperature": -20}),
            await bench.push(time=near, values={"occupied": 1.0}),
        ]

    states = asyncio.run(work())
    assert [state.error[0] if state.error else "" for state in states] == [
        "feed-nonsense", "feed-nonsense", "", "", "feed-nonsense", "", "feed-nonsense",
    ]  # fmt: skip
    assert [key for key, _ in states[2].notes] == ["feed-beyond"]
    assert [key for key, _ in states[3].notes] == ["feed-unknown"]
    whole = bench.document("a", DEVICE)
    assert whole is not None
    assert core().expand("pm10") not in whole
    assert [one.value for one in bench.history("a", "pm25", DEVICE)] == [10.0]


def test_places_with_swapped_axes_are_refused(bench: Bench) -> None:
    feed = Feed("device", "device", "astana", question=Question(box=(70.9, 50.9, 71.9, 51.4)))
    given = {"device": "bus", "values": {"temperature": 20.0}}

    async def work() -> list[State]:
        bodies = [
            {**given, "longitude": 51.1, "latitude": 71.4},
            {**given, "longitude": 71.4, "latitude": 51.1},
        ]
        return [await push(bench.hub, feed, json.dumps(one).encode(), NOW) for one in bodies]

    first, second = asyncio.run(work())
    assert first.error is not None
    assert first.error[1]["where"] == "bus"
    assert second.error is None
    assert bench.value("bus", "location", feed) == {"type": "Point", "coordinates": [71.4, 51.1]}


def refusing(error: Exception) -> Callable[[httpx.Request], httpx.Response]:
    def answer(request: httpx.Request) -> httpx.Response:
        raise error

    return answer


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (refusing(httpx.ReadTimeout("slow")), "feed-slow"),
        (refusing(httpx.ConnectError("no route")), "feed-unreachable"),
        (refusing(httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]")), "feed-certificate"),
        (refusing(httpx.RemoteProtocolError("peer closed connection")), "feed-cut"),
        (lambda request: httpx.Response(301, headers={"location": "https://other.example/"}), "feed-moved"),
        (lambda request: httpx.Response(403), "feed-status"),
        (lambda request: httpx.Response(200, content=b"x" * 9_000_000), "feed-large"),
    ],
)
def test_the_way_to_the_source_is_told(
    bench: Bench, answer: Callable[[httpx.Request], httpx.Response], key: str
) -> None:
    bench.answer = answer
    state = asyncio.run(poll(bench.hub, RATES, bench.client(), NOW))
    assert state.error is not None
    assert (state.error[0], state.error[1]["where"]) == (key, "bank.example")
    assert len(bench.asked) == 1


def test_a_certificate_error_is_found_behind_others() -> None:
    inner = httpx.ConnectError("handshake")
    inner.__cause__ = ssl.SSLError("bad")
    assert fetching._is_certificate(inner)


def test_a_source_is_left_alone_as_long_as_it_asks_and_longer_after_failures(bench: Bench) -> None:
    busy = httpx.Response(429, headers={"retry-after": "30000"})
    assert wait_after(RATES, asyncio.run(bench.poll(busy))) == 30000.0
    assert wait_after(RATES, State()) == 3600.0
    assert wait_after(RATES, State(failures=3)) == 4 * 3600.0
    assert wait_after(RATES, State(failures=5000)) == 8 * 3600.0


def test_what_did_not_change_is_not_sent_again(bench: Bench) -> None:
    async def work() -> State:
        first = httpx.Response(200, content=rates(USD="519.42"), headers={"etag": '"7"'})
        await bench.poll(first, same)
        return await bench.poll(httpx.Response(304), same)

    same = replace(RATES, address="https://bank.example/rates")
    state = asyncio.run(work())
    assert bench.asked[1].headers["if-none-match"] == '"7"'
    assert (state.error, bench.value("USD")) == (None, 519.42)


def test_what_was_said_of_another_day_does_not_count(bench: Bench) -> None:
    async def work() -> None:
        for _ in range(2):
            await bench.poll(httpx.Response(200, content=rates(USD="519.42"), headers={"etag": '"7"'}))

    asyncio.run(work())
    assert "if-none-match" not in bench.asked[1].headers


def test_one_feed_never_stops_another(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(body: bytes, context: Context) -> tuple[()]:
        raise ZeroDivisionError

    monkeypatch.setitem(polling.PARSERS, "ru-rates", crash)  # type: ignore[arg-type]
    bad = Feed("bad", "ru-rates", "astana", "https://bank.example/bad", every=0.01)
    bench.answer = lambda request: httpx.Response(200, content=rates(USD="519.42"))

    async def work() -> None:
        await asyncio.wait_for(watch(bench.hub, [bad, RATES, DEVICE], bench.client(), lambda: NOW), 0.3)

    with pytest.raises(TimeoutError):
        asyncio.run(work())
    found = bench.hub.store.read(lambda reading: healths(reading, [bad, RATES, DEVICE], NOW))
    assert [one.condition for one in found] == ["broken", "live", "new"]
    assert found[0].error is not None
    assert found[0].error.values["reason"] == "ZeroDivisionError"


@settings(max_examples=150, deadline=None)
@given(
    body=st.binary(max_size=200) | st.text(max_size=200).map(str.encode),
    name=st.sampled_from(sorted(PARSERS)),
)
def test_no_bytes_crash_a_parser(body: bytes, name: str) -> None:
    context = Context(NOW, spots=(Spot("Astana", 71.4, 51.1),))
    told = ""
    rows: tuple[Row, ...] = ()
    try:
        rows = PARSERS[name](body, context)
    except FeedError as error:
        told = error.fault.key
    assert told.startswith("feed-") or all(row.series for row in rows)


def test_every_fault_has_words_and_every_parser_a_profile_and_a_name() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py"))
    keys = {f"fault-feed-{key}" for key in re.findall(r'(?:FeedError|fault|__init__)\(\s*"([a-z]+)"', text)}
    words = Words.of(("egiz.city.feeds",))
    needed = keys | {f"feed-name-{name}" for name in PARSERS} | {"fault-feed-certificate"}
    needed |= {f"feed-condition-{one}" for one in ("new", "live", "changed", "stale", "broken")}
    assert len(keys) > 25
    for language in LANGUAGES:
        assert needed <= words.ids[language]
    assert set(profiles()) == set(PARSERS)


def test_the_built_in_feeds_ask_for_twenty_cities() -> None:
    assert len(weather_spots("")) == 20
    feeds = built_in_feeds()
    assert {feed.parser for feed in feeds} <= set(PARSERS)
    assert {feed.tenant for feed in feeds} == {"", "astana", "chelyabinsk"}
    for feed in feeds:
        assert "{" not in feed.address_at(NOW)
        assert feed.address.startswith("https://") or not feed.address
