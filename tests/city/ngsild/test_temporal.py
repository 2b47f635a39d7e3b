"""The history of entities through the door: written, read by time, aggregated, corrected, forgotten."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from city.ngsild.door import Door, Loose
from egiz.city.ngsild.problem import Problem
from egiz.city.ngsild.temporal.show import aggregate
from egiz.city.ngsild.temporal.span import duration

BUS = "/temporal/entities/urn:b:1"


def at(hour: int, minute: int = 0) -> str:
    return f"2026-01-01T{hour:02}:{minute:02}:00Z"


def fill(door: Door) -> None:
    """Keep two histories."""
    speed: Loose = [{"value": 10 * hour, "observedAt": at(hour), "unitCode": "KMH"} for hour in range(6)]
    place: Loose = {
        "type": "GeoProperty",
        "value": {"type": "Point", "coordinates": [71.4, 51.1]},
        "observedAt": at(1),
    }
    body: Loose = {"id": "urn:b:1", "type": "Bus", "speed": speed, "location": place}
    assert door.ask("POST", "/temporal/entities", body).status == 201
    other: Loose = {"id": "urn:b:2", "type": "Bus", "speed": {"value": 99, "observedAt": at(3)}}
    assert door.ask("POST", "/temporal/entities", other).status == 201


def hours(door: Door, query: str) -> list[int]:
    """Name the hours of the instances of the first bus's speed."""
    every = door.get(f"{BUS}?{query}")["speed"]
    return [int(one["observedAt"][11:13]) for one in every]


def test_instances_are_found_by_time(door: Door) -> None:
    fill(door)
    assert hours(door, "") == [0, 1, 2, 3, 4, 5]
    assert hours(door, f"timerel=before&timeAt={at(2)}") == [0, 1]
    assert hours(door, f"timerel=after&timeAt={at(4)}") == [4, 5]
    assert hours(door, f"timerel=between&timeAt={at(1)}&endTimeAt={at(3)}") == [1, 2]
    assert hours(door, "lastN=2") == [5, 4]


def test_an_evolution_grows_and_is_answered_as_created_once(door: Door) -> None:
    fill(door)
    more: Loose = {"id": "urn:b:1", "type": "Bus", "speed": {"value": 5, "observedAt": at(9)}}
    assert door.ask("POST", "/temporal/entities", more).status == 204
    assert door.ask("POST", BUS + "/attrs", {"speed": {"value": 6, "observedAt": at(10)}}).status == 204
    assert hours(door, "lastN=2") == [10, 9]


def test_every_change_of_the_present_is_history(door: Door) -> None:
    door.create("urn:s:1", heat={"value": 1, "observedAt": at(1)})
    body: Loose = {"value": 2, "observedAt": at(2)}
    assert door.ask("PATCH", "/entities/urn:s:1/attrs/heat", body).status == 204
    shown = door.get("/temporal/entities/urn:s:1?options=temporalValues")
    assert shown["heat"] == {"type": "Property", "values": [[1, at(1)], [2, at(2)]]}
    assert door.ask("DELETE", "/entities/urn:s:1").status == 204
    assert door.get("/temporal/entities/urn:s:1?options=temporalValues") == shown


def test_aggregates_are_worked_out_by_period(door: Door) -> None:
    fill(door)
    query = "options=aggregatedValues&aggrMethods=avg,max,totalCount&aggrPeriodDuration=PT2H"
    speed = door.get(f"{BUS}?{query}&attrs=speed")["speed"]
    assert speed["avg"] == [[5, at(0), at(2)], [25, at(2), at(4)], [45, at(4), at(6)]]
    assert [row[0] for row in speed["max"]] == [10, 30, 50]
    assert [row[0] for row in speed["totalCount"]] == [2, 2, 2]


def test_queries_judge_the_instances_within_the_time(door: Door) -> None:
    fill(door)
    start = f"/temporal/entities?type=Bus&timerel=between&timeAt={at(0)}&endTimeAt={at(2)}"
    assert [one["id"] for one in door.get(start)] == ["urn:b:1"]
    assert [one["id"] for one in door.get(start + "&q=speed%3E5")] == ["urn:b:1"]
    assert door.get(start + "&q=speed%3E20") == []
    near = "&georel=near%3BmaxDistance%3D%3D9&geometry=Point&coordinates=%5B71.4%2C51.1%5D"
    assert [one["id"] for one in door.get(start + near)] == ["urn:b:1"]
    body: Loose = {
        "type": "Query",
        "entities": [{"type": "Bus"}],
        "temporalQ": {"timerel": "after", "timeAt": at(3)},
        "q": "speed==99",
    }
    response = door.ask("POST", "/temporal/entityOperations/query", body)
    assert [one["id"] for one in json.loads(response.body)] == ["urn:b:2"]


def test_one_instance_is_corrected_or_forgotten(door: Door) -> None:
    fill(door)
    first = door.get(BUS)["speed"][0]["instanceId"]
    assert door.ask("PATCH", f"{BUS}/attrs/speed/{first}", {"value": 7}).status == 204
    shown = door.get(BUS)["speed"][0]
    assert (shown["value"], shown["unitCode"], shown["observedAt"]) == (7, "KMH", at(0))
    assert door.ask("DELETE", f"{BUS}/attrs/speed/{first}").status == 204
    assert hours(door, "") == [1, 2, 3, 4, 5]
    assert door.ask("DELETE", f"{BUS}/attrs/speed/{first}").status == 404
    assert door.ask("DELETE", f"{BUS}/attrs/speed").status == 204
    assert door.ask("DELETE", f"{BUS}/attrs/speed").status == 404
    assert door.ask("DELETE", BUS).status == 204
    assert door.ask("GET", BUS).status == 404


def test_a_long_history_is_cut_and_says_so(door: Door) -> None:
    every: Loose = [{"value": minute, "observedAt": at(1, minute)} for minute in range(40)]
    door.ask("POST", "/temporal/entities", {"id": "urn:b:1", "type": "Bus", "speed": every})
    response = door.ask("GET", BUS)
    assert response.status == 206
    assert response.headers["content-range"] == f"date-time {at(1)}-{at(1, 29)}/*"
    assert len(json.loads(response.body)["speed"]) == 30
    last = door.ask("GET", BUS + "?lastN=35")
    assert last.headers["content-range"] == f"date-time {at(1, 39)}-{at(1, 10)}/35"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "timerel=after",
        "timerel=around&timeAt=2026-01-01T00:00:00Z",
        "timerel=after&timeAt=yesterday",
        "timerel=between&timeAt=2026-01-01T00:00:00Z",
        "timerel=after&timeAt=2026-01-01T00:00:00Z&timeproperty=birth",
        "timerel=after&timeAt=2026-01-01T00:00:00Z&lastN=0",
        "timerel=after&timeAt=2026-01-01T00:00:00Z&options=aggregatedValues",
        "timerel=after&timeAt=2026-01-01T00:00:00Z&options=aggregatedValues&aggrMethods=mode",
        "timerel=after&timeAt=2026-01-01T00:00:00Z&aggrPeriodDuration=1h",
        "timerel=after&timeAt=2026-01-01T00:00:00Z&orderBy=speed",
    ],
)
def test_nonsense_about_time_is_bad_data(door: Door, query: str) -> None:
    fill(door)
    assert door.ask("GET", f"/temporal/entities?type=Bus&{query}").status == 400


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20))
def test_aggregates_agree_with_one_another(numbers: list[float]) -> None:
    every: list[Loose] = [*numbers]
    total, mean = aggregate("sum", every), aggregate("avg", every)
    squares, spread = aggregate("sumsq", every), aggregate("stddev", every)
    assert isinstance(total, float)
    assert isinstance(mean, float)
    assert isinstance(squares, float)
    assert isinstance(spread, float)
    assert total == pytest.approx(mean * len(numbers), abs=1e-3)
    assert spread**2 == pytest.approx(squares / len(numbers) - mean**2, rel=1e-3, abs=1e-2)
    assert aggregate("min", every) == min(numbers)


def test_durations_are_read() -> None:
    assert duration("PT1H30M") == 5_400_000_000
    assert duration("P1DT0.5S") == 86_400_500_000
    for wrong in ("", "P", "PT", "1H", "P1H"):
        with pytest.raises(Problem):
            duration(wrong)
