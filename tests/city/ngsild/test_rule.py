"""Rules: told once when they begin to hold, once when they cease."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from city.ngsild.door import Door
from egiz.city.ngsild.rule import Rule, Ruler, drop, keep
from egiz.city.outbox.parcel import unpack
from egiz.city.store.writing import Writing

TYPE, TEMPERATURE = "https://example.org/city#Sensor", "https://example.org/city#temperature"
HOUR = 3600 * 1_000_000


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Door]:
    door = Door(tmp_path)
    door.hub = dataclasses.replace(door.hub, listeners=(Ruler(lambda: None),))
    yield door
    door.close()


def kept(door: Door, **more: float) -> None:
    rule = Rule(id="urn:rule:1", type=TYPE, attribute=TEMPERATURE, uri="http://city.example/", **more)

    async def whole() -> None:
        await door.hub.store.write(lambda writing: keep(writing, "", rule))

    door._runner.run(whole())


def tick(door: Door, later: int) -> None:
    ruler = door.hub.listeners[0]
    assert isinstance(ruler, Ruler)
    now = int(door.moment.timestamp()) * 1_000_000 + later

    async def whole() -> None:
        await door.hub.store.write(lambda writing: ruler.tick(writing, now))

    door._runner.run(whole())


def said(door: Door) -> list[bool]:
    """Take what was said out of the journal."""

    def operation(writing: Writing) -> list[bool]:
        found: list[bool] = []
        while (one := writing.first("", "urn:rule:1")) is not None:
            found.append(json.loads(unpack(one.body).body)["holds"])
            writing.delivered(one.id)
        return found

    async def whole() -> list[bool]:
        return await door.hub.store.write(operation)

    return door._runner.run(whole())


def sense(door: Door, link: Mapping[str, str], *values: float) -> None:
    for value in values:
        body = {"id": "urn:s:1", "type": "Sensor", "temperature": value}
        assert door.ask("POST", "/entityOperations/upsert", [body], **link).status in {201, 204}


def test_a_threshold_is_told_once_each_way(hall: Door, link: Mapping[str, str]) -> None:
    kept(hall, above=30.0, margin=2.0)
    sense(hall, link, 20.0, 30.0, 31.0, 35.0, 29.0, 28.0, 29.0, 31.0)
    assert said(hall) == [True, False, True]
    hall.ask("DELETE", "/entities/urn:s:1")
    assert said(hall) == [False]


def test_below_a_threshold(hall: Door, link: Mapping[str, str]) -> None:
    kept(hall, below=-30.0)
    sense(hall, link, -10.0, -31.0, -29.0)
    assert said(hall) == [True, False]


def test_missing_data_is_told_and_its_return(hall: Door, link: Mapping[str, str]) -> None:
    kept(hall, silent=1800.0)
    sense(hall, link, 1.0)
    tick(hall, 0)
    assert said(hall) == []
    tick(hall, HOUR)
    tick(hall, 2 * HOUR)
    assert said(hall) == [True]
    sense(hall, link, 1.0)
    assert said(hall) == [False]


def test_a_rule_that_is_dropped_says_no_more(hall: Door, link: Mapping[str, str]) -> None:
    kept(hall, above=30.0)
    sense(hall, link, 31.0)

    async def whole() -> None:
        assert await hall.hub.store.write(lambda writing: drop(writing, "", "urn:rule:1"))

    hall._runner.run(whole())
    sense(hall, link, 20.0, 40.0)
    assert said(hall) == []
