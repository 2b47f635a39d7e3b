"""The shorter way answers what the general way answers, or nothing at all."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from egiz.city.clock import moment
from egiz.city.ngsild.exchange import ROOT
from egiz.city.ngsild.hub import Hub, open_store
from egiz.city.store.store import TooCostly
from egiz.web import quick
from egiz.web.door import Door
from egiz.web.measure import Measures
from egiz.web.quick import Head, Quick
from egiz.web.token import parse_tokens

ENTITIES = f"{ROOT}/entities"
TOKENS = """astana      read,write  astana-reads-and-writes
chelyabinsk read,write  chelyabinsk-reads-too
astana      write       astana-writes-alone
*           admin       everything-everywhere
"""
READS = {"authorization": "Bearer astana-reads-and-writes", "ngsild-tenant": "astana"}
QUERIES = (
    "type=Station",
    "type=Station&limit=3",
    "type=Station&limit=3&offset=3",
    "type=Station&limit=3&offset=9",
    "type=Station,Stop&limit=2&q=level%3E4",
    "type=Station&limit=4&orderBy=level",
)
OTHERS = (
    "type=Nothing",
    "type=Station,Nothing",
    "type=Station&count=true",
    "type=Station&options=keyValues",
    "type=Station&attrs=level",
)


def bytes_of(headers: dict[str, str]) -> Head:
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def station(number: int, level: float) -> dict[str, object]:
    return {"id": f"urn:x:{number}", "type": "Station", "level": {"type": "Property", "value": level}}


class City:
    """A door and a client of it."""

    def __init__(self, path: Path, tokens: str = TOKENS) -> None:
        self.hub = Hub(open_store(path / "city.db", "normal"))
        keys = parse_tokens(tokens, "tokens") if tokens else None
        self.door = Door(self.hub, self.nothing, keys, measures=Measures())
        transport = httpx.ASGITransport(self.door)  # type: ignore[arg-type]
        self.client = httpx.AsyncClient(transport=transport, base_url="http://localhost")

    @staticmethod
    async def nothing(_scope: object, _receive: object, _send: object) -> None:
        raise AssertionError("nothing behind the door is asked")

    async def __aenter__(self) -> City:
        for number in range(10):
            await self.put(number, float(number), {"ngsild-tenant": "astana"})
        stop = {**station(50, 6.0), "type": "Stop"}
        await self.client.post(ENTITIES, json=stop, headers=READS)
        await self.put(99, 1.0, {"ngsild-tenant": "chelyabinsk"})
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()
        await self.hub.store.close()

    async def put(self, number: int, level: float, headers: dict[str, str]) -> None:
        all_tenants = {"authorization": "Bearer everything-everywhere", **headers}
        made = await self.client.post(ENTITIES, json=station(number, level), headers=all_tenants)
        assert made.status_code == 201, made.text

    async def ask(self, query: str, headers: dict[str, str] = READS) -> httpx.Response:
        return await self.client.get(f"{ENTITIES}?{query}", headers=headers)

    def shortly(self, query: str, headers: dict[str, str] = READS) -> tuple[Head, bytes] | None:
        return self.door.quick.answer(query.encode(), bytes_of({"accept": "*/*", **headers}))


@pytest.mark.parametrize("query", QUERIES)
def test_the_shorter_way_answers_what_the_general_way_answers(query: str, tmp_path: Path) -> None:
    async def work() -> None:
        async with City(tmp_path) as city:
            assert city.shortly(query) is None
            general = await city.ask(query)
            short = city.shortly(query)
            assert short is not None
            assert {name.decode(): value.decode() for name, value in short[0]} == {
                name: value for name, value in general.headers.items() if name != "content-length"
            }
            assert short[1] == general.content
            again = await city.ask(query)
            assert (again.status_code, again.content) == (200, general.content)
            assert city.door.measures.answers["ngsi-ld", 200] == 2

    asyncio.run(work())


@pytest.mark.parametrize("query", OTHERS)
def test_what_is_not_plain_goes_the_general_way(query: str, tmp_path: Path) -> None:
    async def work() -> None:
        async with City(tmp_path) as city:
            first = await city.ask(query)
            assert city.shortly(query) is None
            second = await city.ask(query)
            assert (second.status_code, second.content) == (200, first.content)

    asyncio.run(work())


def test_no_answer_is_remembered(tmp_path: Path) -> None:
    async def work() -> None:
        async with City(tmp_path) as city:
            await city.ask("type=Station&limit=2")
            changed = {"type": "Property", "value": 77}
            await city.client.patch(f"{ENTITIES}/urn:x:0/attrs/level", json=changed, headers=READS)
            assert (await city.ask("type=Station&limit=2")).json()[0]["level"]["value"] == 77
            await city.client.delete(f"{ENTITIES}/urn:x:0", headers=READS)
            left = (await city.ask("type=Station&limit=2")).json()
            assert [one["id"] for one in left] == ["urn:x:1", "urn:x:2"]

    asyncio.run(work())


def test_what_has_ended_is_not_shown(tmp_path: Path) -> None:
    async def work() -> None:
        async with City(tmp_path) as city:
            end = moment() + timedelta(seconds=0.3)
            mortal = {
                **station(70, 1.0),
                "type": "Mortal",
                "expiresAt": end.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            }
            made = await city.client.post(ENTITIES, json=mortal, headers=READS)
            assert made.status_code == 201, made.text
            while moment() <= end:
                shown = (await city.ask("type=Mortal")).json()
                assert len(shown) == 1 or moment() > end
            short = city.shortly("type=Mortal")
            assert short is None or short[1] == b"[]"
            assert (await city.ask("type=Mortal")).json() == []

    asyncio.run(work())


def test_only_who_may_read_is_answered(tmp_path: Path) -> None:
    async def work() -> None:
        async with City(tmp_path) as city:
            query = "type=Station"
            assert (await city.ask(query)).status_code == 200
            others = {"chelyabinsk-reads-too": 403, "astana-writes-alone": 403, "known-to-nobody-here": 401}
            for token, status in others.items():
                headers = READS | {"authorization": f"Bearer {token}"}
                assert (await city.ask(query, headers)).status_code == status
                assert city.shortly(query, headers) is None
            other = {"authorization": "Bearer chelyabinsk-reads-too", "ngsild-tenant": "chelyabinsk"}
            for _ in range(2):
                assert [one["id"] for one in (await city.ask(query, other)).json()] == ["urn:x:99"]
            assert city.shortly(query, other) is not None
            nobody = {"authorization": "Bearer everything-everywhere", "ngsild-tenant": "nobody"}
            for _ in range(2):
                assert (await city.ask(query, nobody)).status_code == 404

    asyncio.run(work())


def test_a_header_that_comes_twice_goes_the_general_way(tmp_path: Path) -> None:
    async def work() -> None:
        async with City(tmp_path) as city:
            await city.ask("type=Station")
            twice = [*bytes_of({"accept": "*/*", **READS}), (b"ngsild-tenant", b"chelyabinsk")]
            assert city.door.quick.answer(b"type=Station", twice) is None

    asyncio.run(work())


def test_without_tokens_only_names_of_this_machine_are_answered(tmp_path: Path) -> None:
    async def work() -> None:
        async with City(tmp_path, "") as city:
            headers = {"ngsild-tenant": "astana", "host": "localhost"}
            assert (await city.ask("type=Station", headers)).status_code == 200
            assert city.shortly("type=Station", headers) is not None
            assert city.shortly("type=Station", headers | {"host": "attacker.example"}) is None

    asyncio.run(work())


def test_what_takes_too_much_work_is_refused_by_the_shorter_way_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def costly(*_: object) -> None:
        raise TooCostly

    async def work() -> None:
        async with City(tmp_path) as city:
            await city.ask("type=Station")
            monkeypatch.setattr(Quick, "answer", costly)
            answer = await city.ask("type=Station")
            assert answer.json()["type"].endswith("TooComplexQuery")

    asyncio.run(work())


def test_what_is_remembered_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "MOST", 5)

    async def work() -> None:
        async with City(tmp_path) as city:
            for number in range(12):
                headers = READS | {"ngsild-tenant": "astana" + " " * number}
                first = await city.ask(f"type=Station&offset={number}", headers)
                assert city.shortly(f"type=Station&offset={number}", headers) is not None
                assert (await city.ask(f"type=Station&offset={number}", headers)).content == first.content
                assert len(city.door.quick._asked) <= 5
                assert len(city.door.quick._welcome) <= 5

    asyncio.run(work())
