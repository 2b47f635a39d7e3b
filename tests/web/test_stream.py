"""Server-sent events through the front door: what is committed is told, once, as it stands."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx

from web.running import running

ENTITIES = "/ngsi-ld/v1/entities"
ASTANA = {"ngsild-tenant": "astana"}
EVENTS = "/cities/astana/events"


class Event(NamedTuple):
    name: str
    data: dict[str, object]
    id: str


def one(number: int, value: float, kind: str = "WeatherObserved") -> dict[str, object]:
    return {"id": f"urn:ngsi-ld:{kind}:{number}", "type": kind, "temperature": {"value": value}}


def events(lines: Iterator[str]) -> Iterator[Event]:
    """Read a stream as a browser does; a block that only moves the identifier has no name."""
    block: dict[str, str] = {}
    last = ""
    for line in lines:
        if line and not line.startswith(":"):
            key, _, value = line.partition(": ")
            block[key] = value
        elif not line and block:
            last = block.get("id", last)
            yield Event(block.get("event", ""), json.loads(block.get("data", "{}")), last)
            block = {}


def begun(client: httpx.Client, response: httpx.Response) -> Iterator[Event]:
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/event-stream")
    found = events(response.iter_lines())
    assert next(found).name == ""
    return found


def test_changes_are_told_as_they_stand_and_no_other_tenants(tmp_path: Path) -> None:
    with running(tmp_path) as (client, process), client.stream("GET", EVENTS) as response:
        found = begun(client, response)
        other = {"ngsild-tenant": "chelyabinsk"}
        assert client.post(ENTITIES, json=one(7, 1.0), headers=other).status_code == 201
        assert client.post(ENTITIES, json=one(1, -3.5), headers=ASTANA).status_code == 201
        told = next(found)
        assert (told.name, told.data["id"], told.data["temperature"]) == ("entity", one(1, 0)["id"], -3.5)
        assert client.delete(f"{ENTITIES}/{one(1, 0)['id']}", headers=ASTANA).status_code == 204
        told = next(event for event in found if event.name == "deleted")
        assert told.data == {"id": one(1, 0)["id"]}
        process.send_signal(signal.SIGTERM)
        assert all(event.name == "" for event in found)
        assert process.wait(20) == 0


def test_what_is_refused_is_not_told(tmp_path: Path) -> None:
    with running(tmp_path) as (client, _), client.stream("GET", EVENTS) as response:
        found = begun(client, response)
        assert client.post(ENTITIES, json=one(1, 1.0), headers=ASTANA).status_code == 201
        assert client.post(ENTITIES, json=one(1, 2.0), headers=ASTANA).status_code == 409
        assert client.post(ENTITIES, json=one(2, 3.0), headers=ASTANA).status_code == 201
        seen: dict[str, object] = {}
        while len(seen) < 2:
            told = next(found)
            if told.name == "entity":
                seen[str(told.data["id"])] = told.data["temperature"]
        assert seen == {one(1, 0)["id"]: 1.0, one(2, 0)["id"]: 3.0}


def test_only_what_was_asked_for_is_told(tmp_path: Path) -> None:
    asked = {"type": "Bus", "q": "temperature>10"}
    with running(tmp_path) as (client, _), client.stream("GET", EVENTS, params=asked) as response:
        found = begun(client, response)
        for number, value, kind in ((1, 20.0, "Tram"), (2, 5.0, "Bus"), (3, 15.0, "Bus")):
            assert client.post(ENTITIES, json=one(number, value, kind), headers=ASTANA).status_code == 201
        assert next(event for event in found if event.name == "entity").data["id"] == one(3, 0, "Bus")["id"]


def test_a_reader_that_comes_back_is_told_what_it_missed(tmp_path: Path) -> None:
    with running(tmp_path) as (client, _):
        with client.stream("GET", EVENTS) as response:
            found = begun(client, response)
            assert client.post(ENTITIES, json=one(1, 1.0), headers=ASTANA).status_code == 201
            last = next(event for event in found if event.name == "" and event.id).id
        assert client.post(ENTITIES, json=one(2, 2.0), headers=ASTANA).status_code == 201
        with client.stream("GET", EVENTS, headers={"last-event-id": last}) as response:
            found = begun(client, response)
            told = next(found)
            assert (told.name, told.data["id"]) == ("entity", one(2, 0)["id"])


def test_what_cannot_be_asked_is_refused(tmp_path: Path) -> None:
    with running(tmp_path) as (client, _):
        assert client.get(EVENTS, params={"colour": "red"}).status_code == 400
        assert client.get(EVENTS, params={"q": "((("}).status_code == 400
        assert client.get(EVENTS, headers={"last-event-id": "yesterday"}).status_code == 400
        assert client.get(EVENTS, headers={"last-event-id": "9" * 40}).status_code == 400
        assert client.get("/cities/nowhere/events").status_code == 404


def test_a_token_that_may_not_read_hears_nothing(tmp_path: Path) -> None:
    keys = tmp_path / "tokens"
    keys.write_text("astana read 1234567890abcdefg\nchelyabinsk read 2234567890abcdefg\n", encoding="utf-8")
    with running(tmp_path, "--token-file", str(keys)) as (client, _):
        assert client.get(EVENTS).status_code == 401
        foreign = {"authorization": "Bearer 2234567890abcdefg"}
        assert client.get(EVENTS, headers=foreign).status_code == 403
