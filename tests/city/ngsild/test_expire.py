"""What ends by itself: hidden at once, taken out for good, its history kept."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest

from city.ngsild.door import Door, Loose
from egiz.city.ngsild import sweep as sweeping
from egiz.city.ngsild.change import Change
from egiz.city.ngsild.moment import form
from egiz.city.store.writing import Writing

ONE = "/entities/urn:s:1"


def later(door: Door, seconds: float) -> str:
    return form(door.moment + timedelta(seconds=seconds))


def value(number: float, **more: Loose) -> Loose:
    return {"type": "Property", "value": number, **more}


@pytest.mark.parametrize(
    "path",
    [
        ONE,
        "/entities?type=Sensor",
        "/entities?type=Sensor&count=true&limit=0",
        "/entities?q=temperature==1",
        "/entities?georel=near;maxDistance==10&geometry=Point&coordinates=[71,51]",
        "/entities?type=Depot&q=owner%7Btemperature%7D==1&join=flat&joinLevel=1",
        "/types/Sensor",
        "/types",
        "/attributes/temperature",
    ],
)
def test_what_has_ended_is_in_no_answer(door: Door, path: str) -> None:
    point = {"type": "Point", "coordinates": [71, 51]}
    door.create("urn:s:1", expiresAt=later(door, 60), temperature=1, location=cast(Loose, point))
    door.create("urn:d:1", "Depot", owner={"object": "urn:s:1"})
    before = door.ask("GET", path)
    assert before.status == 200
    assert b"Sensor" in before.body or b"urn:d:1" in before.body or before.headers.get("ngsild-results-count")
    door.moment += timedelta(seconds=60)
    after = door.ask("GET", path)
    gone = after.body == b"[]" or after.status == 404 or b"Sensor" not in after.body
    assert gone
    assert after.headers.get("ngsild-results-count", "0") == "0"


def test_it_is_there_until_that_moment_and_its_name_is_free_from_then_on(door: Door) -> None:
    door.create("urn:s:1", expiresAt=later(door, 10), temperature=1)
    door.moment += timedelta(seconds=7)
    assert door.ask("GET", ONE).status == 200
    door.moment += timedelta(microseconds=999_999)
    assert door.ask("GET", ONE).status == 404
    door.create("urn:s:1", temperature=2)
    assert door.get(f"{ONE}?options=keyValues")["temperature"] == cast(object, 2)
    shown = door.get("/temporal/entities/urn:s:1?timeproperty=modifiedAt")["temperature"]
    assert [one["value"] for one in cast(list[dict[str, Loose]], shown)] == [1, 2]


def test_history_outlives_the_end(door: Door) -> None:
    door.create("urn:s:1", expiresAt=later(door, 5), temperature=value(1, observedAt=later(door, 0)))
    door.moment += timedelta(seconds=60)
    assert door.ask("GET", ONE).status == 404
    assert door.get("/temporal/entities/urn:s:1")["temperature"]


def test_attributes_end_one_by_one(door: Door) -> None:
    many = [value(1), value(2, datasetId="urn:d:1", expiresAt=later(door, 10))]
    door.create("urn:s:1", a=value(1, expiresAt=later(door, 20)), many=cast(Loose, many), rest=3)
    door.moment += timedelta(seconds=10)
    assert isinstance(door.get(ONE)["many"], dict)
    assert "a" in door.get(ONE)
    door.moment += timedelta(seconds=10)
    assert door.get(f"{ONE}?options=keyValues").keys() == {"id", "type", "many", "rest"}


def test_the_end_can_be_put_off_and_taken_back_and_lie_in_the_past(door: Door) -> None:
    door.create("urn:s:1", expiresAt=later(door, 10), a=1)
    merge = "application/merge-patch+json"
    assert door.ask("PATCH", ONE, {"expiresAt": later(door, 100)}, content_type=merge).status == 204
    door.moment += timedelta(seconds=50)
    assert door.get(f"{ONE}?options=sysAttrs")["expiresAt"]
    assert door.ask("PATCH", ONE, {"expiresAt": "urn:ngsi-ld:null"}, content_type=merge).status == 204
    door.moment += timedelta(days=5)
    assert "expiresAt" not in door.get(f"{ONE}?options=sysAttrs")
    past = {"expiresAt": "2020-01-01T00:00:00Z"}
    assert door.ask("PATCH", ONE, cast(Loose, past), content_type=merge).status == 204
    assert door.ask("GET", ONE).status == 404


def test_many_ends_go_a_bounded_number_a_commit_and_are_told(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    commits: list[int] = []

    def listen(writing: Writing, change: Change) -> None:
        if change.after is None:
            heard.append(change.id)

    swept = sweeping._swept

    def counted(writing: Writing, hub: object, now: int) -> int:
        commits.append(swept(writing, door.hub, now))
        return commits[-1]

    monkeypatch.setattr(sweeping, "MOST", 10)
    monkeypatch.setattr(sweeping, "_swept", counted)
    object.__setattr__(door.hub, "listeners", (listen,))
    for number in range(25):
        door.create(f"urn:s:{number}", expiresAt="2026-03-01T13:00:00Z", a=number)
    door.moment += timedelta(hours=1)
    assert door.get("/entities?type=Sensor") == []  # type: ignore[comparison-overlap]
    assert sorted(heard) == sorted(f"urn:s:{number}" for number in range(25))
    assert [one for one in commits if one] == [10, 10, 5]


def test_a_hub_that_starts_again_knows_what_ended_while_it_was_away(door: Door) -> None:
    door.create("urn:s:1", expiresAt=later(door, 10), a=1)
    door.hub.expiry.next = 0
    now = int((door.moment + timedelta(hours=1)).timestamp() * 1_000_000)

    assert door._runner.run(sweeping.sweep(door.hub, now)) == 1
    assert door.ask("GET", ONE).status == 404
