"""Subscriptions and what they are told, asked through the door; the journal is read, nothing is sent."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from city.ngsild.door import CONTEXT, Door, Loose
from egiz.city.ngsild.exchange import Request
from egiz.city.ngsild.hub import micros_of
from egiz.city.ngsild.notice import Notifier
from egiz.city.ngsild.watch import Watches
from egiz.city.outbox.gate import Gate
from egiz.city.outbox.parcel import Parcel, unpack

URI = "http://city.example/notify"
SUB = "urn:ngsi-ld:Subscription:1"
FOREVER = 2**62


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Door]:
    door = Door(tmp_path)
    notifier = Notifier(Watches(door.hub.contexts), lambda: None)
    door.hub = dataclasses.replace(
        door.hub, listeners=(notifier,), checked_target=Gate(("city.example",)).named
    )
    yield door
    door.close()


def subscription(**more: Loose) -> dict[str, Loose]:
    told: dict[str, Loose] = {"endpoint": {"uri": URI}}
    told |= more.pop("notification", {})  # type: ignore[arg-type]
    return {"id": SUB, "type": "Subscription", "entities": [{"type": "Sensor"}], "notification": told, **more}


def sensor(value: float = 1.0, name: str = "urn:s:1") -> dict[str, Loose]:
    return {
        "id": name,
        "type": "Sensor",
        "temperature": {"type": "Property", "value": value},
        "label": {"type": "Property", "value": "x"},
    }


def parcels(door: Door, tenant: str = "") -> list[Parcel]:
    """Take everything out of the journal, in order."""
    found: list[Parcel] = []
    while True:
        due = door.hub.store.read(lambda reading: reading.due(FOREVER))
        if not due:
            return found
        found += [unpack(one.body) for one in due]
        door._runner.run(_strike(door, [one.id for one in due]))


async def _strike(door: Door, numbers: list[int]) -> None:
    await door.hub.store.write(lambda writing: [writing.delivered(one) for one in numbers])


def told(door: Door) -> list[dict[str, Loose]]:
    return [json.loads(one.body) for one in parcels(door)]


def test_a_subscription_lives(hall: Door, link: Mapping[str, str]) -> None:
    made = hall.ask("POST", "/subscriptions", subscription(watchedAttributes=["temperature"]), **link)
    assert made.status == 201
    assert made.headers["location"] == f"/ngsi-ld/v1/subscriptions/{SUB}"
    assert hall.ask("POST", "/subscriptions", subscription(), **link).status == 409
    shown = hall.get(f"/subscriptions/{SUB}", **link)
    assert shown["watchedAttributes"] == ["temperature"]
    assert shown["entities"] == [{"type": "Sensor"}]
    assert shown["status"] == "active"
    plain = hall.get(f"/subscriptions/{SUB}")
    assert plain["entities"] == [{"type": "https://example.org/city#Sensor"}]
    assert hall.ask("PATCH", f"/subscriptions/{SUB}", {"isActive": False}).status == 204
    assert hall.get(f"/subscriptions/{SUB}")["status"] == "paused"
    assert len(hall.get("/subscriptions")) == 1
    assert hall.ask("DELETE", f"/subscriptions/{SUB}").status == 204
    assert hall.ask("GET", f"/subscriptions/{SUB}").status == 404
    assert hall.ask("DELETE", f"/subscriptions/{SUB}").status == 404


@pytest.mark.parametrize(
    "more",
    [
        {"type": "Other"},
        {"entities": []},
        {"entities": [{"id": "urn:x:1"}]},
        {"entities": [{"type": "Sensor", "idPattern": "("}]},
        {"throttling": -1},
        {"throttling": 5, "timeInterval": 5},
        {"notificationTrigger": ["entityChanged"]},
        {"expiresAt": "2000-01-01T00:00:00Z"},
        {"expiresAt": "tomorrow"},
        {"isActive": "yes"},
        {"q": "(("},
        {"geoQ": {"georel": "near", "geometry": "Point"}},
        {"jsonldContext": "unknown"},
        {"notification": {"endpoint": {"uri": "no address"}}},
        {"notification": {"endpoint": {"uri": "http://elsewhere.example/"}}},
        {"notification": {"endpoint": {"uri": URI, "receiverInfo": [{"key": "a", "value": 1}]}}},
        {"notification": {"format": "prose"}},
        {"notification": {"format": "keyValues", "showChanges": True}},
        {"notification": {"attributes": []}},
        {"notification": {"attributes": ["a"], "pick": ["b"]}},
        {"notification": {"pick": ["a"], "omit": ["a"]}},
    ],
)
def test_what_cannot_be_kept_is_refused(hall: Door, more: dict[str, Loose]) -> None:
    assert hall.ask("POST", "/subscriptions", subscription(**more)).status == 400
    assert hall.get("/subscriptions") == []


def test_changes_are_told_in_the_commit_that_makes_them(hall: Door, link: Mapping[str, str]) -> None:
    hall.ask("POST", "/subscriptions", subscription(), **link)
    hall.ask("POST", "/entities", sensor(1.0), **link)
    hall.ask("PATCH", "/entities/urn:s:1/attrs", {"temperature": {"type": "Property", "value": 2.0}}, **link)
    hall.ask("POST", "/entities", {"id": "urn:d:1", "type": "Depot", "label": "x"}, **link)
    first, second = parcels(hall)
    assert first.uri == URI
    assert CONTEXT in first.headers["Link"]
    body = json.loads(second.body)
    assert body["type"] == "Notification"
    assert body["subscriptionId"] == SUB
    assert body["data"] == [
        {
            "id": "urn:s:1",
            "type": "Sensor",
            "temperature": {"type": "Property", "value": 2.0},
            "label": {"type": "Property", "value": "x"},
        }
    ]


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({"watchedAttributes": ["temperature"]}, [2.0, 30.0]),
        ({"watchedAttributes": ["label"]}, [2.0]),
        ({"q": "temperature>20"}, [30.0]),
        ({"entities": [{"type": "Sensor", "id": "urn:s:1"}]}, [2.0, 30.0]),
        ({"entities": [{"type": "Sensor", "idPattern": "^urn:t:"}]}, []),
        ({"entities": [{"type": "Sensor|Depot"}]}, [2.0, 30.0]),
        ({"entities": [{"type": "(Sensor;Depot)"}]}, []),
        ({"entities": [{"type": "*"}]}, [2.0, 30.0]),
        ({"isActive": False}, []),
        ({"expiresAt": "2026-03-01T12:00:02Z"}, [2.0]),
        ({"notificationTrigger": ["entityCreated"]}, [2.0]),
        ({"notificationTrigger": ["entityUpdated"]}, [2.0, 30.0]),
        ({"notificationTrigger": ["attributeUpdated"]}, [30.0]),
        ({"notificationTrigger": ["entityDeleted"]}, [None]),
    ],
)
def test_only_what_matches_is_told(
    hall: Door, link: Mapping[str, str], more: dict[str, Loose], wanted: list[float | None]
) -> None:
    assert hall.ask("POST", "/subscriptions", subscription(**more), **link).status == 201
    hall.moment = hall.moment.replace(second=0)
    hall.ask("POST", "/entities", sensor(2.0), **link)
    hall.moment = hall.moment.replace(second=10)
    hall.ask("PATCH", "/entities/urn:s:1/attrs", {"temperature": 30.0}, **link)
    hall.ask("DELETE", "/entities/urn:s:1")
    data = [one["data"][0] for one in told(hall)]  # type: ignore[index]
    assert [one.get("temperature", {}).get("value") for one in data] == wanted  # type: ignore[union-attr]


def test_views_of_a_notification(hall: Door, link: Mapping[str, str]) -> None:
    simple = {"format": "keyValues", "attributes": ["temperature"]}
    hall.ask("POST", "/subscriptions", subscription(notification=simple), **link)
    hall.ask("POST", "/entities", sensor(2.0), **link)
    assert told(hall)[0]["data"] == [{"id": "urn:s:1", "type": "Sensor", "temperature": 2.0}]


def test_values_before_and_what_is_gone(hall: Door, link: Mapping[str, str]) -> None:
    events: list[Loose] = ["attributeUpdated", "attributeDeleted", "entityDeleted"]
    changes = subscription(notification={"showChanges": True}, notificationTrigger=events)
    hall.ask("POST", "/subscriptions", changes, **link)
    hall.ask("POST", "/entities", sensor(2.0), **link)
    hall.ask("PATCH", "/entities/urn:s:1/attrs", {"temperature": 3.0}, **link)
    hall.ask("DELETE", "/entities/urn:s:1/attrs/temperature", **link)
    hall.ask("DELETE", "/entities/urn:s:1")
    updated, deleted, gone = (one["data"][0] for one in told(hall))  # type: ignore[index]
    assert updated["temperature"] == {"type": "Property", "value": 3.0, "previousValue": 2.0}
    assert deleted["temperature"]["value"] == "urn:ngsi-ld:null"
    assert deleted["temperature"]["previousValue"] == 3.0
    assert gone["deletedAt"]
    assert gone["label"]["previousValue"] == "x"


def test_a_quiet_time_keeps_the_newest_state_of_every_entity(hall: Door, link: Mapping[str, str]) -> None:
    hall.ask("POST", "/subscriptions", subscription(throttling=60), **link)
    hall.ask("POST", "/entities", sensor(1.0), **link)
    for value in (2.0, 3.0):
        hall.ask("PATCH", "/entities/urn:s:1/attrs", {"temperature": value}, **link)
    hall.ask("POST", "/entities", sensor(9.0, "urn:s:2"), **link)
    started = micros_of(Request("GET", "/", moment=hall.moment))
    assert hall.hub.store.read(lambda reading: reading.waiting("", SUB)) == 2
    first = hall.hub.store.read(lambda reading: reading.first("", SUB))
    assert first is not None
    assert first.due <= started
    now, later = told(hall)
    assert [one["temperature"]["value"] for one in now["data"]] == [1.0]  # type: ignore[union-attr,index,call-overload]
    assert [one["temperature"]["value"] for one in later["data"]] == [3.0, 9.0]  # type: ignore[union-attr,index,call-overload]


def test_the_clock_tells_what_stands(hall: Door, link: Mapping[str, str]) -> None:
    hall.ask("POST", "/subscriptions", subscription(timeInterval=10, q="temperature>1"), **link)
    hall.ask("POST", "/entities", sensor(1.0), **link)
    hall.ask("POST", "/entities", sensor(2.0, "urn:s:2"), **link)
    notifier = hall.hub.listeners[0]
    assert isinstance(notifier, Notifier)
    start = 1_800_000_000_000_000

    async def tick(seconds: int) -> None:
        await hall.hub.store.write(lambda writing: notifier.tick(writing, start + seconds * 1_000_000))

    for seconds in (0, 5, 10, 12, 20):
        hall._runner.run(tick(seconds))
    bodies = told(hall)
    assert len(bodies) == 3
    assert [one["id"] for one in bodies[0]["data"]] == ["urn:s:2"]  # type: ignore[union-attr,index,call-overload]


def test_what_is_undone_is_not_told(hall: Door, link: Mapping[str, str]) -> None:
    """Two creations of one entity in one commit: the one refused leaves nothing in the journal."""
    hall.ask("POST", "/subscriptions", subscription(), **link)

    async def both() -> None:
        from egiz.city.ngsild.answer import answer

        body = json.dumps(sensor(1.0)).encode()
        head = {**link, "content-type": "application/json", "content-length": str(len(body))}
        request = Request("POST", "/ngsi-ld/v1/entities", "", head, body, hall.moment)
        answers = await asyncio.gather(answer(request, hall.hub), answer(request, hall.hub))
        assert sorted(one.status for one in answers) == [201, 409]

    hall._runner.run(both())
    assert len(parcels(hall)) == 1


def test_tenants_hear_nothing_of_one_another(hall: Door, link: Mapping[str, str]) -> None:
    head = {**link, "ngsild_tenant": "astana"}
    assert hall.ask("POST", "/subscriptions", subscription(), **head).status == 201
    hall.ask("POST", "/entities", sensor(), **link)
    assert parcels(hall) == []
    assert hall.get("/subscriptions", **link) == []
    hall.ask("POST", "/entities", sensor(), **head)
    (one,) = parcels(hall)
    assert one.headers["NGSILD-Tenant"] == "astana"
