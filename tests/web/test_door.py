"""The door without a network: tokens, limits, errors, features and tables."""

from __future__ import annotations

import asyncio
import re
from base64 import b64encode
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egiz.city.ngsild.hub import Hub, open_store
from egiz.errors import InputError
from egiz.web.door import Door
from egiz.web.entry import is_local
from egiz.web.limit import Limits
from egiz.web.measure import Measures
from egiz.web.route import routes
from egiz.web.stream import Streams
from egiz.web.table import table
from egiz.web.token import Keyring, digest_of, parse_tokens

ENTITIES = "/ngsi-ld/v1/entities"
TOKENS = f"""# who may do what
astana  read        astana-reads-only
astana  read,write  astana-writes-too
*       admin       sha256:{digest_of("admin-of-all-tenants")}
"""


def station(number: int) -> dict[str, object]:
    return {
        "id": f"urn:ngsi-ld:Station:{number}",
        "type": "Station",
        "name": {"type": "Property", "value": f"=station {number}"},
        "location": {
            "type": "GeoProperty",
            "value": {"type": "Point", "coordinates": [71.0 + number / 10, 51.0]},
        },
    }


def through(
    path: Path,
    work: Callable[[httpx.AsyncClient, Door], Awaitable[None]],
    keys: Keyring | None = None,
    limits: Limits | None = None,
) -> list[str]:
    """Let a test talk to a door; give what the operator was told."""
    told: list[str] = []

    async def whole() -> None:
        store = open_store(path / "city.db", "normal")
        try:
            hub, measures, bounds = Hub(store), Measures(), limits or Limits()
            behind = routes(hub, measures, bounds, Streams(bounds, measures), keys)
            door = Door(hub, behind, keys, bounds, measures, told.append)
            transport = httpx.ASGITransport(door)  # type: ignore[arg-type]
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                await work(client, door)
        finally:
            await store.close()

    asyncio.run(whole())
    return told


def who(token: str, tenant: str = "astana") -> dict[str, str]:
    return {"authorization": f"Bearer {token}", "ngsild-tenant": tenant}


def test_a_token_does_what_its_scopes_say_with_its_tenant_alone(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, _: Door) -> None:
        async def status(method: str, headers: dict[str, str], path: str = ENTITIES) -> int:
            body = station(1) if method == "POST" else None
            query = {"type": "Station"} if method == "GET" else None
            return (await client.request(method, path, json=body, headers=headers, params=query)).status_code

        reads, writes, admin = "astana-reads-only", "astana-writes-too", "admin-of-all-tenants"
        assert await status("POST", {}) == 401
        assert await status("POST", who("no token of ours")) == 401
        assert await status("POST", who(reads)) == 403
        assert await status("POST", who(writes, "chelyabinsk")) == 403
        assert await status("POST", who(writes)) == 201
        assert await status("GET", who(reads)) == 200
        assert await status("GET", who(reads, "")) == 403
        assert await status("GET", who(reads), "/cities/astana/features") == 200
        assert await status("GET", who(reads), "/cities/chelyabinsk/features") == 403
        assert await status("DELETE", who(writes)) == 403
        assert await status("GET", who(reads), "/metrics") == 403
        assert await status("GET", who(admin), "/metrics") == 200
        assert await status("GET", {}, "/health") == 200
        basic = await client.get("/cities/astana/features", auth=("anyone", reads))
        assert basic.status_code == 200

    through(tmp_path, work, parse_tokens(TOKENS, "tokens"))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(token=st.text(max_size=60), tenant=st.sampled_from(["", "astana", "chelyabinsk", "*"]))
def test_no_other_token_opens_anything(token: str, tenant: str) -> None:
    assert parse_tokens(TOKENS, "tokens").find(token) == ()
    held = parse_tokens(TOKENS, "tokens").find("astana-writes-too")
    assert any(one.allows(tenant, "write") for one in held) == (tenant == "astana")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", {"token-none"}),
        ("astana read", {"token-line"}),
        ("astana read,fly 0123456789abcdef", {"token-scope"}),
        ("astana read sha256:12", {"token-hash"}),
        ("astana read short\nastana fly short", {"token-short", "token-scope"}),
    ],
)
def test_a_token_file_tells_its_faults_at_once(text: str, keys: set[str]) -> None:
    with pytest.raises(InputError) as raised:
        parse_tokens(text, "tokens")
    assert {fault.key for fault in raised.value.faults} == keys


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1:8000", True),
        ("localhost", True),
        ("[::1]:8000", True),
        ("::1", True),
        ("egiz.example:8000", False),
        ("0.0.0.0", False),
        ("127.0.0.1.example.org", False),
        ("", False),
    ],
)
def test_only_this_machine_is_local(host: str, local: bool) -> None:
    assert is_local(host) == local


def test_what_is_too_much_is_refused(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, door: Door) -> None:
        assert (await client.post(ENTITIES, json={**station(1), "x": "x" * 3000})).status_code == 413

        async def drops() -> object:
            for _ in range(30):
                yield b"x" * 100

        assert (await client.post(ENTITIES, content=drops())).status_code == 413  # type: ignore[arg-type]
        assert (await client.get(ENTITIES, params={"type": "x" * 400})).status_code == 414
        assert (await client.get("/health", headers={"host": "egiz.example"})).status_code == 421
        door.measures.running = 5
        assert (await client.get("/health")).status_code == 503
        door.measures.running = 0
        deep = b"[" * 900 + b"]" * 900
        answer = await client.post(ENTITIES, content=deep, headers={"content-type": "application/json"})
        assert answer.status_code == 400
        assert (await client.get("/nothing/here")).json()["status"] == 404
        assert (await client.post("/health")).json()["status"] == 405

    limits = replace(Limits(), body=2000, target=300, running=5)
    assert through(tmp_path, work, limits=limits) == []


def test_a_fault_of_ours_is_a_problem_document_and_one_line(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, door: Door) -> None:
        def broken(*_: object) -> None:
            raise RuntimeError("broken\nin two lines")

        door.hub.store.read = broken  # type: ignore[method-assign]
        for path in (f"{ENTITIES}?type=T", "/health"):
            answer = await client.get(path)
            assert answer.status_code == 500
            assert answer.headers["content-type"] == "application/problem+json"
            assert "broken" not in answer.text
        assert door.measures.running == 0

    told = through(tmp_path, work)
    assert len(told) == 2
    assert all("RuntimeError" in line and "\n" not in line for line in told)


def test_features_are_paged_boxed_and_found(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, _: Door) -> None:
        for number in range(5):
            await client.post(ENTITIES, json=station(number), headers={"ngsild-tenant": "astana"})
        at = "/cities/astana/features"
        links = {one["rel"] for one in (await client.get(at)).json()["links"]}
        assert {"self", "conformance", "data"} <= links
        assert len((await client.get(f"{at}/conformance")).json()["conformsTo"]) == 2
        named = [one["id"] for one in (await client.get(f"{at}/collections")).json()["collections"]]
        assert named == ["Station"]
        items = f"{at}/collections/Station/items"
        seen, href = [], f"{items}?limit=2"
        while href:
            page = (await client.get(href)).json()
            assert page["numberMatched"] == 5
            seen += [one["id"] for one in page["features"]]
            href = next((one["href"] for one in page["links"] if one["rel"] == "next"), "")
        assert sorted(seen) == [f"urn:ngsi-ld:Station:{number}" for number in range(5)]
        boxed = (await client.get(items, params={"bbox": "71.05,50,71.25,52"})).json()
        assert {one["id"][-1] for one in boxed["features"]} == {"1", "2"}
        one = (await client.get(f"{items}/urn:ngsi-ld:Station:3")).json()
        assert one["geometry"]["coordinates"] == [71.3, 51.0]
        assert (await client.get(f"{items}/urn:ngsi-ld:Station:9")).status_code == 404
        assert (await client.get(f"{at}/collections/Nothing/items")).status_code == 404
        assert (await client.get("/cities/nowhere/features")).status_code == 404
        for bad in ("bbox=1,2,3", "bbox=0,91,1,92", "bbox=9,0,8,1", "limit=0", "limit=x", "what=1"):
            assert (await client.get(f"{items}?{bad}")).status_code == 400, bad

    assert through(tmp_path, work) == []


def test_a_table_holds_every_entity_and_no_formula(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, _: Door) -> None:
        for number in range(3):
            await client.post(ENTITIES, json=station(number), headers={"ngsild-tenant": "astana"})
        answer = await client.get("/cities/astana/table.csv", params={"type": "Station"})
        assert answer.content.startswith(b"\xef\xbb\xbf")
        assert answer.headers["content-disposition"] == 'attachment; filename="Station.csv"'
        lines = answer.content.decode("utf-8-sig").splitlines()
        assert lines[0] == "id,type,location.latitude,location.longitude,name"
        assert lines[1] == "urn:ngsi-ld:Station:0,Station,51.0,71.0,'=station 0"
        assert len(lines) == 4
        for language in ("ru", "kk"):
            asked = {"type": "Station", "lang": language}
            answer = await client.get("/cities/astana/table.csv", params=asked)
            lines = answer.content.decode("utf-8-sig").splitlines()
            assert lines[2] == "urn:ngsi-ld:Station:1;Station;51,0;71,1;'=station 1"
        assert (await client.get("/cities/astana/table.csv")).status_code == 400

    assert through(tmp_path, work) == []


def test_a_table_of_nothing_has_its_names() -> None:
    assert table([]).splitlines() == ["id,type"]


@pytest.mark.parametrize(("language", "title"), [("en", "Cities"), ("ru", "Города"), ("kk", "Қалалар")])
def test_a_page_shows_what_is_live_and_runs_one_script(tmp_path: Path, language: str, title: str) -> None:
    async def work(client: httpx.AsyncClient, _: Door) -> None:
        evil = station(1) | {"name": {"type": "Property", "value": "<script>alert(1)</script>"}}
        made = await client.post(ENTITIES, json=evil, headers={"ngsild-tenant": "astana"})
        assert made.status_code in {201, 400}
        await client.post(ENTITIES, json=station(2), headers={"ngsild-tenant": "astana"})
        front = await client.get("/", headers={"accept-language": f"{language}-XX,de;q=0.5"})
        assert title in front.text
        page = await client.get("/cities/astana", params={"lang": language})
        assert page.status_code == 200
        assert f'<html lang="{language}">' in page.text
        assert "urn:ngsi-ld:Station:2" in page.text
        assert page.text.count("<script") == 1
        (own,) = re.findall("<script>(.*?)</script>", page.text, re.DOTALL)
        mark = b64encode(sha256(own.encode()).digest()).decode()
        assert f"script-src 'sha256-{mark}';" in page.headers["content-security-policy"]
        assert (await client.get("/cities/-", params={"lang": language})).status_code == 200

    assert through(tmp_path, work) == []


def test_the_first_page_names_only_what_a_token_may_read(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, _: Door) -> None:
        for tenant in ("astana", "chelyabinsk"):
            admin = who("admin-of-all-tenants", tenant)
            assert (await client.post(ENTITIES, json=station(1), headers=admin)).status_code == 201
        assert "Chelyabinsk" in (await client.get("/", headers=who("admin-of-all-tenants"))).text
        seen = (await client.get("/", headers=who("astana-reads-only"))).text
        assert "Astana" in seen
        assert "Chelyabinsk" not in seen

    through(tmp_path, work, parse_tokens(TOKENS, "tokens"))


def test_what_has_ended_is_gone_by_the_shorter_way_too(tmp_path: Path) -> None:
    async def work(client: httpx.AsyncClient, _: Door) -> None:
        end = datetime.now(UTC) + timedelta(seconds=3)
        body = {**station(1), "expiresAt": end.isoformat().replace("+00:00", "Z")}
        assert (await client.post(ENTITIES, json=body)).status_code == 201
        counts = []
        while datetime.now(UTC) < end:
            counts.append(len((await client.get(ENTITIES, params={"type": "Station"})).json()))
            await asyncio.sleep(0.05)
        assert counts[0] == 1
        assert (await client.get(ENTITIES, params={"type": "Station"})).json() == []

    through(tmp_path, work)


def test_a_page_tells_names_units_and_the_clock_of_its_city(tmp_path: Path) -> None:
    body = {
        "id": "urn:ngsi-ld:WeatherObserved:weather-now:Astana",
        "type": "WeatherObserved",
        "name": {"type": "Property", "value": "Astana"},
        "temperature": {
            "type": "Property",
            "value": -7.5,
            "unitCode": "CEL",
            "observedAt": "2020-01-01T20:30:00Z",
        },
        "source": {"type": "Property", "value": "weather-now"},
    }

    async def work(client: httpx.AsyncClient, _: Door) -> None:
        await client.post(ENTITIES, json=body, headers={"ngsild-tenant": "astana"})
        russian = (await client.get("/cities/astana", params={"lang": "ru"})).text
        for part in (
            "<h2>Погода</h2>",
            ">Астана</a>",
            "−7,5\u00a0°C",
            "2\u00a0января\u00a02020",
            "Погода сейчас",
        ):
            assert part in russian
        assert "02:30</time>" in russian
        assert "не опрошен" in russian
        assert "aria-current=true>Русский" in russian
        kazakh = (await client.get("/cities", params={"lang": "kk"})).text
        assert "әлі сұралмаған" in kazakh

    assert through(tmp_path, work) == []
