"""Bad input through the door, by hand: each ends in the error that the standard names, never in a 500."""

from __future__ import annotations

import asyncio
import json
from collections.abc import MutableMapping
from pathlib import Path
from typing import TypeAlias

import httpx
import pytest

from egiz.city.ngsild.context import Contexts
from egiz.city.ngsild.hub import Hub, open_store
from egiz.city.outbox.gate import Gate
from egiz.web.door import Door
from egiz.web.limit import Limits
from egiz.web.measure import Measures
from egiz.web.route import routes
from egiz.web.stream import Streams

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

ROOT = "/ngsi-ld/v1"
LD = {"content-type": "application/ld+json"}
ENTITIES, ONE, BATCH = f"{ROOT}/entities", f"{ROOT}/entities/urn:x:1", f"{ROOT}/entityOperations"
QUERY = f"{ENTITIES}?type=T&"
TIME = f"{ROOT}/temporal/entities?type=T&"
CORE = "https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v1.8.jsonld"
BAD, UNREAD, PLAIN = "BadRequestData", "InvalidRequest", "about:blank"
COSTLY, CONTEXT, LOST = "TooComplexQuery", "LdContextNotAvailable", "ResourceNotFound"


def whole(**attributes: Json) -> dict[str, Json]:
    return {"id": "urn:x:2", "type": "T", **attributes}


def place(kind: str, coordinates: Json) -> Json:
    return whole(location={"type": "GeoProperty", "value": {"type": kind, "coordinates": coordinates}})


def raw(text: str) -> bytes:
    return b'{"id": "urn:x:2", "type": "T", "a": ' + text.encode() + b"}"


def seen(moment: Json) -> Json:
    return whole(a={"type": "Property", "value": 1, "observedAt": moment})


def told(uri: str) -> Json:
    endpoint: Json = {"uri": uri, "accept": "application/json"}
    return {"type": "Subscription", "entities": [{"type": "T"}], "notification": {"endpoint": endpoint}}


BODIES: tuple[tuple[str, Json | bytes, dict[str, str], int, str], ...] = (
    ("no JSON", b'{"id": "urn:x:2", ', {}, 400, UNREAD),
    ("no bytes", b"", {}, 400, UNREAD),
    ("no UTF-8", b'{"id": "urn:x:\xff", "type": "T"}', {}, 400, UNREAD),
    ("half a pair of surrogates", raw('"\\ud800"'), {}, 400, UNREAD),
    ("not a number", raw("NaN"), {}, 400, UNREAD),
    ("1e400", raw("1e400"), {}, 400, UNREAD),
    ("400 figures", raw("1" * 400), {}, 400, BAD),
    ("10,000 figures", raw("1" * 10_000), {}, 400, UNREAD),
    ("10,000 deep", raw("[" * 10_000 + "]" * 10_000), {}, 400, UNREAD),
    ("100 deep", raw("[" * 100 + "]" * 100), {}, 400, BAD),
    ("objects 10,000 deep", raw('{"a":' * 10_000 + "1" + "}" * 10_000), {}, 400, UNREAD),
    ("a list", [], {}, 400, UNREAD),
    ("no identifier", {"type": "T"}, {}, 400, BAD),
    ("no type", {"id": "urn:x:2"}, {}, 400, BAD),
    ("an identifier that is no URI", {"id": "x 2", "type": "T"}, {}, 400, BAD),
    ("an empty name", whole(**{"": 1}), {}, 400, BAD),
    ("a name with a quote", whole(**{'a"b': 1}), {}, 400, BAD),
    ("a null", whole(a=None), {}, 400, BAD),
    ("an unknown type of attribute", whole(a={"type": "Thing", "value": 1}), {}, 400, BAD),
    ("30 February", seen("2026-02-30T00:00:00Z"), {}, 400, BAD),
    ("a 25th hour", seen("2026-03-01T25:00:00Z"), {}, 400, BAD),
    ("no zone", seen("2026-03-01T12:00:00"), {}, 400, BAD),
    ("a number as date", seen(1_772_366_400), {}, 400, BAD),
    ("year 10000", seen("10000-01-01T00:00:00Z"), {}, 400, BAD),
    ("latitude first, outside the globe", place("Point", [51.1, 171.4]), {}, 400, BAD),
    ("outside the globe", place("Point", [181, 0]), {}, 400, BAD),
    ("an infinite place", raw('{"type": "Point", "coordinates": [1e999, 0]}'), {}, 400, UNREAD),
    ("one number", place("Point", [71.4]), {}, 400, BAD),
    ("texts as place", place("Point", ["71.4", "51.1"]), {}, 400, BAD),
    ("a ring that stays open", place("Polygon", [[[0, 0], [1, 0], [1, 1], [0, 1]]]), {}, 400, BAD),
    ("a ring of three", place("Polygon", [[[0, 0], [1, 0], [0, 0]]]), {}, 400, BAD),
    ("a line of one", place("LineString", [[0, 0]]), {}, 400, BAD),
    ("a circle", place("Circle", [0, 0]), {}, 400, BAD),
    ("a context in plain JSON", whole(**{"@context": CORE}), {}, 400, BAD),
    ("JSON-LD without a context", whole(a=1), LD, 400, BAD),
    ("a context that is a number", whole(**{"@context": 1}), LD, 400, BAD),
    ("a context that is not known", whole(**{"@context": "https://x.example/c"}), LD, 504, CONTEXT),
    ("a context in a file", whole(**{"@context": "file:///etc/passwd"}), LD, 504, CONTEXT),
    ("a term that goes in circles", whole(**{"@context": {"a": "b:c", "b": "a:d"}}, a=1), LD, 201, ""),
    ("a term that holds a context", whole(**{"@context": {"a": {"@context": {}}}}), LD, 400, BAD),
    ("XML", b"<x/>", {"content-type": "text/xml"}, 415, PLAIN),
    ("no media type", b"{}", {"content-type": ""}, 415, PLAIN),
    ("a form", b"a=1", {"content-type": "application/x-www-form-urlencoded"}, 415, PLAIN),
    ("too long", b" " * 70_000, {}, 413, PLAIN),
)
"""Bodies of a new entity: what is wrong, the body, headers, status, name of the error."""

PATHS: tuple[tuple[str, str, int, str], ...] = (
    ("GET", ENTITIES, 400, BAD),
    ("GET", f"{QUERY}colour=red", 400, UNREAD),
    ("GET", f"{QUERY}limit=-1", 400, BAD),
    ("GET", f"{QUERY}limit=1e3", 400, BAD),
    ("GET", f"{QUERY}limit=" + "9" * 5_000, 400, BAD),
    ("GET", f"{QUERY}limit=100000", 403, "TooManyResults"),
    ("GET", f"{QUERY}offset=" + "9" * 30, 400, BAD),
    ("GET", f"{QUERY}q=a==", 400, BAD),
    ("GET", f"{QUERY}q=((a==1)", 400, BAD),
    ("GET", f"{QUERY}q=" + "(" * 5_000, 403, COSTLY),
    ("GET", f"{QUERY}q=" + "a==1;" * 1_000 + "b", 403, COSTLY),
    ("GET", f"{QUERY}q=" + "a==1|" * 3_000 + "b", 403, COSTLY),
    ("GET", f"{QUERY}q=a~=%22(a%2B)%2B%24%22", 403, COSTLY),
    ("GET", f"{QUERY}q=a~=%22(%22", 400, BAD),
    ("GET", f"{QUERY}q=a%00", 400, BAD),
    ("GET", f"{QUERY}idPattern=(", 400, BAD),
    ("GET", f"{QUERY}georel=near;maxDistance==x&geometry=Point&coordinates=[0,0]", 400, BAD),
    ("GET", f"{QUERY}georel=near;maxDistance==1&geometry=Point&coordinates=[0,0", 400, BAD),
    ("GET", f"{QUERY}georel=near;maxDistance==1&geometry=Point&coordinates=[51,171]", 400, BAD),
    ("GET", f"{QUERY}georel=beside&geometry=Point&coordinates=[0,0]", 400, BAD),
    ("GET", f"{QUERY}scopeQ=//", 400, BAD),
    ("GET", f"{QUERY}pick=a{{", 400, BAD),
    ("GET", f"{QUERY}orderBy=;;", 400, BAD),
    ("GET", f"{TIME}timerel=during&timeAt=2026-01-01T00:00:00Z", 400, BAD),
    ("GET", f"{TIME}timerel=before&timeAt=yesterday", 400, BAD),
    ("GET", f"{TIME}timerel=between&timeAt=2026-01-01T00:00:00Z", 400, BAD),
    ("GET", f"{TIME}timerel=after&timeAt=2026-01-01T00:00:00Z&lastN=0", 400, BAD),
    ("GET", f"{TIME}timerel=after&timeAt=2026-01-01T00:00:00Z&lastN=" + "9" * 5_000, 400, BAD),
    ("GET", f"{ENTITIES}/%00", 400, BAD),
    ("GET", f"{ENTITIES}/%ff", 400, BAD),
    ("GET", f"{ENTITIES}/%2e%2e", 400, BAD),
    ("GET", f"{ENTITIES}/%2e%2e%2f%2e%2e%2fetc", 400, BAD),
    ("GET", f"{ENTITIES}//", 400, BAD),
    ("GET", f"{ENTITIES}/urn:x:9", 404, LOST),
    ("GET", f"{ROOT}//entities", 404, LOST),
    ("GET", f"{ROOT}", 404, LOST),
    ("GET", f"{ROOT}x", 404, LOST),
    ("GET", f"{ROOT}/nothing", 404, LOST),
    ("PUT", ENTITIES, 405, PLAIN),
    ("BREW", f"{ROOT}/types", 405, PLAIN),
    ("GET", "/cities/nowhere", 404, LOST),
    ("GET", "/cities/-/features/collections/T/items?limit=x", 400, BAD),
    ("GET", "/cities/-/table.csv", 400, BAD),
    ("GET", "/cities/%00", 404, LOST),
    ("GET", "//health", 404, PLAIN),
    ("GET", "/%2e%2e/%2e%2e/etc/passwd", 404, PLAIN),
    ("GET", "/" + "a" * 20_000, 414, PLAIN),
)
"""Addresses, with the status and the name of the error."""

HEADERS: tuple[tuple[dict[str, str], int, str], ...] = (
    ({"accept": "text/html"}, 406, PLAIN),
    ({"accept": ";;;q=,,"}, 406, PLAIN),
    ({"accept": "application/json;q=nan"}, 406, PLAIN),
    ({"accept": ", ".join(["text/x;q=0.1"] * 5_000)}, 406, PLAIN),
    ({"link": f'<{CORE}>; rel="http://www.w3.org/ns/json-ld#context", ' * 2}, 400, BAD),
    ({"link": '<http://127.0.0.1/c>; rel="http://www.w3.org/ns/json-ld#context"'}, 504, CONTEXT),
    ({"link": "<" * 50_000}, 200, ""),
    ({"ngsild-tenant": "nobody"}, 404, "NonexistentTenant"),
    ({"ngsild-tenant": "../../etc"}, 404, "NonexistentTenant"),
    ({"host": "evil.example"}, 421, PLAIN),
    ({f"x-{number}": "y" * 100 for number in range(500)}, 200, ""),
    ({"prefer": "ngsi-ld=1." + "9" * 5_000}, 200, ""),
)
"""Headers of a query, with the status and the name of the error."""

PRIVATE = (
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://169.254.169.254/latest/meta-data",
    "http://[fe80::1%25eth0]/",
    "http://[fd00:ec2::254]/",
    "http://10.0.0.1/",
    "http://0.0.0.0/",
    "http://100.64.0.1/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://user@127.0.0.1/",
    "http://127.0.0.1#city.example/",
    "http://city.example@127.0.0.1/",
    "file:///etc/passwd",
    "gopher://city.example/",
)
"""Addresses of this machine, of private networks and of no network."""


def ask(
    folder: Path, method: str, path: str, body: Json | bytes = None, headers: dict[str, str] | None = None
) -> httpx.Response:
    """Ask a fresh hub once; its limit of a body is small."""

    async def work() -> httpx.Response:
        store, failed = open_store(folder / "city.db", "normal"), []
        try:
            gate = Gate(("*",))
            hub, limits, measures = Hub(store, checked_target=gate.named), Limits(body=65_536), Measures()
            door = Door(
                hub,
                routes(hub, measures, limits, Streams(limits, measures)),
                None,
                limits,
                measures,
                failed.append,
            )
            transport = httpx.ASGITransport(door)  # type: ignore[arg-type]
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                content = body if isinstance(body, bytes) else json.dumps(body).encode()
                head = {"content-type": "application/json"} if body is not None else {}
                url = httpx.URL("http://localhost", raw_path=path.encode())
                sent = {"content": content} if body is not None else {}
                return await client.request(method, url, headers={**head, **(headers or {})}, **sent)  # type: ignore[arg-type]
        finally:
            await store.close()
            assert failed == []

    return asyncio.run(work())


def check(answer: httpx.Response, status: int, name: str) -> None:
    assert answer.status_code == status, answer.text
    if name:
        assert answer.headers["content-type"].startswith("application/problem+json")
        problem = answer.json()
        assert problem["type"].rpartition("/")[2] == name, problem
        assert problem["title"]
        assert problem["detail"]
        assert len(answer.content) < 20_000


@pytest.mark.parametrize("case", BODIES, ids=[case[0] for case in BODIES])
def test_a_bad_body_is_told(tmp_path: Path, case: tuple[str, Json | bytes, dict[str, str], int, str]) -> None:
    _, body, headers, status, name = case
    check(ask(tmp_path, "POST", ENTITIES, body, headers), status, name)


@pytest.mark.parametrize("case", PATHS, ids=[f"{case[0]} {case[1][:60]}" for case in PATHS])
def test_a_bad_address_is_told(tmp_path: Path, case: tuple[str, str, int, str]) -> None:
    method, path, status, name = case
    check(ask(tmp_path, method, path, headers={"content-length": "0"}), status, name)


@pytest.mark.parametrize("case", HEADERS, ids=[str(number) for number in range(len(HEADERS))])
def test_bad_headers_are_told(tmp_path: Path, case: tuple[dict[str, str], int, str]) -> None:
    headers, status, name = case
    check(ask(tmp_path, "GET", f"{ENTITIES}?type=T", headers=headers), status, name)


@pytest.mark.parametrize("uri", PRIVATE)
def test_no_notification_goes_into_a_private_network(tmp_path: Path, uri: str) -> None:
    refused = ask(tmp_path, "POST", f"{ROOT}/subscriptions", told(uri))
    if refused.status_code == 201:  # a name that looks like a number is resolved when it is needed, and then

        async def resolve(host: str, port: int) -> tuple[str, ...]:
            return ("127.0.0.1",)

        with pytest.raises(Exception, match="no public network"):
            asyncio.run(Gate(("*",), (), resolve).target(uri))
    else:
        check(refused, 400, BAD)


@pytest.mark.parametrize("uri", PRIVATE)
def test_no_context_is_fetched_from_anywhere(tmp_path: Path, uri: str) -> None:
    answer = ask(tmp_path, "POST", ENTITIES, whole(**{"@context": uri}), LD)
    check(answer, 504, CONTEXT)
    assert Contexts().document(uri) is None


def test_a_batch_tells_each_entity_for_itself(tmp_path: Path) -> None:
    good: Json = {"id": "urn:x:1", "type": "T", "a": 1}
    bad: Json = {"id": "urn:x:2", "type": "T", "a": {"type": "Property", "value": 1, "observedAt": "now"}}
    answer = ask(tmp_path, "POST", f"{BATCH}/create", [good, good, bad, {"id": "urn:x:3"}])
    assert answer.status_code == 207
    content = answer.json()
    assert content["success"] == ["urn:x:1"]
    told = [(one["entityId"], one["error"]["type"].rpartition("/")[2]) for one in content["errors"]]
    assert told == [("urn:x:1", "AlreadyExists"), ("urn:x:2", BAD), ("urn:x:3", BAD)]


@pytest.mark.parametrize("moment", ["2090-01-01T00:00:00Z", "1950-01-01T00:00:00Z"])
def test_a_clock_that_is_wrong_is_taken_at_its_word(tmp_path: Path, moment: str) -> None:
    """The standard bounds no date: what a device says is kept, and told beside the hub's own moment."""
    assert ask(tmp_path, "POST", ENTITIES, seen(moment)).status_code == 201
    shown = ask(tmp_path, "GET", f"{ENTITIES}/urn:x:2?options=sysAttrs").json()["a"]
    assert shown["observedAt"] == moment
    assert shown["createdAt"] != moment


def test_a_polygon_that_crosses_itself_is_kept_but_asks_nothing(tmp_path: Path) -> None:
    """The suite of the standard stores one; see docs/ngsi-ld.md. It never fails a geo-query."""
    ring: Json = [[[0, 0], [1, 1], [0, 1], [1, 0], [0, 0]]]
    assert ask(tmp_path, "POST", ENTITIES, place("Polygon", ring)).status_code == 201
    square = "[[[0,0],[2,0],[2,2],[0,2],[0,0]]]"
    for relation in ("within", "intersects", "contains", "equals", "disjoint", "overlaps"):
        path = f"{QUERY}georel={relation}&geometry=Polygon&coordinates={square}"
        assert ask(tmp_path, "GET", path).status_code == 200


@pytest.mark.parametrize("query", [b"type=\xff\x8c", b"t\xffype=T", "type=Қала".encode()])
def test_a_query_of_any_bytes_has_an_answer(tmp_path: Path, query: bytes) -> None:
    sent: list[MutableMapping[str, object]] = []

    async def receive() -> MutableMapping[str, object]:
        return {"type": "http.request", "body": b""}

    async def send(message: MutableMapping[str, object]) -> None:
        sent.append(message)

    async def work() -> None:
        store = open_store(tmp_path / "city.db", "normal")
        hub, limits, measures = Hub(store), Limits(), Measures()
        behind = routes(hub, measures, limits, Streams(limits, measures))
        scope = {"type": "http", "method": "GET", "query_string": query, "headers": []}
        for path in ("/cities/-/table.csv", "/cities/-/features/collections", ENTITIES):
            whole = {**scope, "path": path, "raw_path": path.encode()}
            await Door(hub, behind, None, limits, measures)(whole, receive, send)
        await store.close()

    asyncio.run(work())
    statuses = [one["status"] for one in sent if "status" in one]
    assert len(statuses) == 3
    assert all(status in {200, 400, 404} for status in statuses)
