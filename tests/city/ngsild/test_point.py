"""Long series of numbers by the quick way: the same answers as by the general one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from city.ngsild.door import Door, Loose
from egiz.city.ngsild.temporal import point

BUS = "/temporal/entities/urn:b:1"
TIMES = [f"2026-01-0{day}T{hour:02}:30:0{second}{part}Z" for day in (1, 2) for hour in (0, 23)
         for second in (0, 7) for part in ("", ".25")]  # fmt: skip
QUERIES = (
    "options=temporalValues",
    "options=temporalValues&lastN=3",
    "options=temporalValues&lastN=500",
    "options=temporalValues&attrs=speed",
    "options=temporalValues&attrs=label",
    "options=temporalValues&omit=speed",
    "options=temporalValues&datasetId=urn:d:1",
    "options=temporalValues&datasetId=@none",
    "options=temporalValues&timerel=after&timeAt=2026-01-02T00:00:00Z",
    "options=temporalValues&timeproperty=modifiedAt",
    "options=temporalValues,sysAttrs",
    "options=simplified&pick=speed,id",
    "",
)


def fill(door: Door, *more: Loose) -> None:
    """Keep a history: numbers of two datasets, and what else is given."""
    speed: list[Loose] = [{"value": index * 1.5 - 7, "observedAt": time} for index, time in enumerate(TIMES)]
    speed += [
        {"value": index, "observedAt": time, "datasetId": "urn:d:1"} for index, time in enumerate(TIMES)
    ]
    level: Loose = [{"value": 10**index, "observedAt": time} for index, time in enumerate(TIMES[:3])]
    body: Loose = {"id": "urn:b:1", "type": "Bus", "speed": [*speed, *more], "level": level}
    assert door.ask("POST", "/temporal/entities", body).status == 201


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("more", [(), ({"value": "fast", "observedAt": TIMES[0], "datasetId": "urn:d:2"},)])
def test_the_quick_way_answers_what_the_general_way_answers(
    door: Door, query: str, more: tuple[Loose, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(door, *more)
    quick = door.ask("GET", f"{BUS}?{query}")
    monkeypatch.setattr(point, "lines", lambda *_: None)
    general = door.ask("GET", f"{BUS}?{query}")
    assert (quick.status, quick.headers, quick.body) == (general.status, general.headers, general.body)


def test_numbers_are_read_by_the_quick_way(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(door)
    monkeypatch.setattr(point, "shown", lambda *_: {"seen": True})
    assert door.get(f"{BUS}?options=temporalValues&lastN=40&attrs=speed") == {"seen": True}


def test_a_client_may_ask_for_a_long_series_of_one_entity(door: Door) -> None:
    fill(door)
    door.hub = replace(door.hub, limits=replace(door.hub.limits, longest_series=33))
    cut = door.ask("GET", f"{BUS}?options=temporalValues")
    assert (cut.status, "content-range" in cut.headers) == (206, True)
    whole = door.get(f"{BUS}?options=temporalValues&lastN=32&attrs=speed")["speed"]
    assert [len(one["values"]) for one in whole] == [16, 16]
    assert door.ask("GET", f"{BUS}?options=temporalValues&lastN=100").status == 206
    assert door.ask("GET", f"{BUS}?lastN=100").status == 206
