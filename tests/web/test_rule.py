"""Rules through the front door: put by a client, told to a receiver."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue

import pytest

from egiz.city.ngsild.problem import Problem
from egiz.web.rule_route import nowhere, read_rule
from web.running import running

RULE = "/cities/astana/rules/"
ENTITIES = "/ngsi-ld/v1/entities"
ASTANA = {"ngsild-tenant": "astana"}
LOOPBACK = ("--allow", "127.0.0.1", "--allow-network", "127.0.0.0/8")
LONGEST = 30.0
NAME = "urn:ngsi-ld:Sensor:1"


@contextmanager
def receiving() -> Iterator[tuple[str, Queue[dict[str, object]]]]:
    """Take messages over HTTP on a free port."""
    got: Queue[dict[str, object]] = Queue()

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.put(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", got
    finally:
        server.shutdown()
        server.server_close()
        thread.join(LONGEST)


def rule(uri: str, **more: object) -> dict[str, object]:
    return {"type": "Sensor", "attribute": "heat", "uri": uri, **more}


def heat(value: float) -> dict[str, object]:
    return {"value": value, "type": "Property"}


def test_a_threshold_that_is_crossed_is_told_once_and_once_when_it_is_over(tmp_path: Path) -> None:
    with receiving() as (uri, got), running(tmp_path, *LOOPBACK) as (client, _):
        put = client.put(f"{RULE}hot", json=rule(uri, above=30, margin=2))
        assert (put.status_code, put.headers["location"]) == (201, f"{RULE}hot")
        entity = {"id": NAME, "type": "Sensor", "heat": heat(20.0)}
        assert client.post(ENTITIES, json=entity, headers=ASTANA).status_code == 201
        for value in (31.0, 35.0, 29.0, 27.0):
            changed = client.patch(f"{ENTITIES}/{NAME}/attrs", json={"heat": heat(value)}, headers=ASTANA)
            assert changed.status_code == 204
        first, second = (got.get(timeout=LONGEST) for _ in range(2))
        assert [first["holds"], second["holds"]] == [True, False]
        assert (first["rule"], first["entity"]) == (f"{RULE}hot", NAME)
        with pytest.raises(Empty):
            got.get(timeout=0.5)
        shown = client.get(f"{RULE}hot").json()
        assert (shown["type"], shown["above"], shown["margin"], shown["holds"]) == ("Sensor", 30, 2, [])
        assert (shown["sent"], shown["failed"]) == (2, 0)


def test_a_sensor_that_falls_silent_is_told(tmp_path: Path) -> None:
    with receiving() as (uri, got), running(tmp_path, *LOOPBACK) as (client, _):
        assert client.put(f"{RULE}dumb", json=rule(uri, silent=1.5)).status_code == 201
        entity = {"id": NAME, "type": "Sensor", "heat": heat(20.0)}
        assert client.post(ENTITIES, json=entity, headers=ASTANA).status_code == 201
        told = got.get(timeout=LONGEST)
        assert (told["entity"], told["holds"]) == (NAME, True)
        assert client.get(f"{RULE}dumb").json()["holds"] == [NAME]
        changed = client.patch(f"{ENTITIES}/{NAME}/attrs", json={"heat": heat(21.0)}, headers=ASTANA)
        assert changed.status_code == 204
        assert got.get(timeout=LONGEST)["holds"] is False


def test_rules_are_listed_replaced_and_taken_away(tmp_path: Path) -> None:
    with receiving() as (uri, got), running(tmp_path, *LOOPBACK) as (client, _):
        assert client.get(RULE.rstrip("/")).json() == {"rules": []}
        assert client.put(f"{RULE}hot", json=rule(uri, above=30)).status_code == 201
        assert client.put(f"{RULE}hot", json=rule(uri, above=10)).status_code == 204
        assert [one["above"] for one in client.get(RULE.rstrip("/")).json()["rules"]] == [10]
        assert client.get("/cities/chelyabinsk/rules").json() == {"rules": []}
        entity = {"id": NAME, "type": "Sensor", "heat": heat(20.0)}
        assert client.post(ENTITIES, json=entity, headers=ASTANA).status_code == 201
        assert got.get(timeout=LONGEST)["holds"] is True
        assert client.delete(f"{RULE}hot").status_code == 204
        assert client.delete(f"{RULE}hot").status_code == 404
        assert client.get(f"{RULE}hot").status_code == 404
        changed = client.patch(f"{ENTITIES}/{NAME}/attrs", json={"heat": heat(1.0)}, headers=ASTANA)
        assert changed.status_code == 204
        with pytest.raises(Empty):
            got.get(timeout=0.5)


def test_what_is_no_rule_is_refused(tmp_path: Path) -> None:
    with running(tmp_path, *LOOPBACK) as (client, _):
        uri = "http://127.0.0.1:9/"
        assert client.put(f"{RULE}a", content=b"{").status_code == 400
        assert client.put(f"{RULE}a", json=rule("http://elsewhere.example/", above=1)).status_code == 400
        assert client.put(f"{RULE}a", json=rule("mailto:a@b.example", above=1)).status_code == 400
        assert client.put(f"{RULE}a%20b", json=rule(uri, above=1)).status_code == 400
        assert client.put(f"{RULE}a", content=b" " * 20_000).status_code == 413
        assert client.put("/cities/nowhere/rules/a", json=rule(uri, above=1)).status_code == 404
        assert client.post(f"{RULE}a", json=rule(uri, above=1)).status_code == 405


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"above": "30"},
        {"above": True},
        {"silent": 0},
        {"above": 1, "margin": -1},
        {"above": 1, "colour": "red"},
        {"above": 1, "uri": "nowhere"},
        {"above": 1, "type": "a b"},
    ],
)
def test_a_rule_says_what_it_must_and_nothing_else(more: dict[str, object]) -> None:
    body = json.dumps({**rule("http://a.example/"), **more}).encode()
    with pytest.raises(Problem):
        read_rule(body, "x", lambda _: None)


def test_numbers_that_are_none_and_targets_that_are_not_allowed_are_refused() -> None:
    body = b'{"type":"A","attribute":"b","uri":"http://a.example/","above":1e999}'
    with pytest.raises(Problem):
        read_rule(body, "x", lambda _: None)
    with pytest.raises(Problem):
        read_rule(body.replace(b"1e999", b"1"), "x", nowhere)
    assert read_rule(body.replace(b"1e999", b"1"), "x", lambda _: None).above == 1.0


def test_a_token_that_may_only_read_puts_no_rule(tmp_path: Path) -> None:
    keys = tmp_path / "tokens"
    keys.write_text(
        "astana read 1234567890abcdefg\nastana write 3234567890abcdefg\n"
        "chelyabinsk write 2234567890abcdefg\n",
        encoding="utf-8",
    )
    with running(tmp_path, "--token-file", str(keys), *LOOPBACK) as (client, _):

        def status(token: str, method: str = "PUT") -> int:
            headers = {"authorization": f"Bearer {token}"}
            body = rule("http://127.0.0.1:9/", above=1)
            return client.request(method, f"{RULE}a", json=body, headers=headers).status_code

        assert client.put(f"{RULE}a", json={}).status_code == 401
        assert status("1234567890abcdefg") == 403
        assert status("2234567890abcdefg") == 403
        assert status("3234567890abcdefg") == 201
        assert status("1234567890abcdefg", "GET") == 200
        assert status("2234567890abcdefg", "DELETE") == 403
