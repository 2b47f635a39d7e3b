"""Input that the search of tools/fuzz_hub.py found to fail once; each is told as the standard names it."""

from __future__ import annotations

import pytest

from city.ngsild.door import Door, Loose

HUGE = b"1" * 400
SENSOR = b'{"id": "urn:s:1", "type": "Sensor", '
HOOK = {"uri": "http://hooks.example/"}


def told(type_: str, **notification: Loose) -> Loose:
    """A subscription."""
    return {
        "type": type_,
        "entities": [{"type": "Sensor"}],
        "notification": {"endpoint": HOOK, **notification},
    }


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/entities", SENSOR + b'"a": {"type": "VocabProptery", "value": 1}}'),
        ("POST", "/entities", SENSOR + b'"a": {"type": {"x": 1}, "value": 1}}'),
        ("POST", "/entities", SENSOR + b'"a": {"type": 1, "object": "urn:x:1"}}'),
        ("POST", "/entities", SENSOR + b'"a": [{"type": ["Property"], "value": 1}]}'),
        ("POST", "/entities", SENSOR + b'"a": ' + HUGE + b"}"),
        ("POST", "/entities", SENSOR + b'"a": {"type": "Property", "value": {"b": [-' + HUGE + b"]}}}"),
        ("POST", "/entities", SENSOR + b'"a": {"type": "Point", "coordinates": [1, ' + HUGE + b"]}}"),
        ("PATCH", "/entities/urn:s:0", b'{"temperature": {"type": "Propty", "value": 2}}'),
        ("PATCH", "/entities/urn:s:0/attrs/temperature", b'{"sub": {"x": []}}'),
        ("PATCH", "/entities/urn:s:0", b'{"temperature": {"type": "Relationship"}}'),
        ("POST", "/temporal/entities/urn:s:0/attrs", b'{"a": [{"type": "X", "value": 1}]}'),
        ("POST", "/subscriptions", told("Subscription", format=["concise"])),
        ("POST", "/subscriptions", told("Subscription", endpoint={**HOOK, "accept": ["application/json"]})),
        ("POST", "/subscriptions", {**told("Subscription"), "notificationTrigger": [{}]}),  # type: ignore[dict-item]
        ("POST", "/subscriptions", {**told("Subscription"), "throttling": 10**18}),  # type: ignore[dict-item]
        ("POST", "/subscriptions", {**told("Subscription"), "timeInterval": 1e300}),  # type: ignore[dict-item]
        ("POST", "/subscriptions", told("Subscription", endpoint={**HOOK, "cooldown": 10**18})),
        ("GET", "/entities?type=Sensor&q=temp%00erature==1", None),
        ("GET", "/entities?type=Sensor&q=temperature.%00~=1", None),
    ],
)
def test_awkward_input_is_bad_data(door: Door, method: str, path: str, body: Loose | bytes) -> None:
    door.create("urn:s:0", temperature=1)
    response = door.ask(method, path, body)
    assert response.status == 400, response.body
    assert b"BadRequestData" in response.body


def test_a_context_stands_for_iris_alone(door: Door) -> None:
    body = {"id": "urn:s:1", "type": "Sensor", "a": 1, "@context": {"a": 'http://x.example/"\x00'}}
    response = door.ask("POST", "/entities", body, content_type="application/ld+json")
    assert (response.status, b"BadRequestData" in response.body) == (400, True)


def test_long_figures_in_a_text_are_no_number(door: Door) -> None:
    door.create("urn:s:1", code="1" * 400, large=10**300)
    shown = door.get("/entities/urn:s:1?options=keyValues")
    assert shown["code"] == "1" * 400  # type: ignore[comparison-overlap]


def test_sums_beyond_double_precision_are_null(door: Door) -> None:
    for value in (1e308, 1.5e308):
        body = {"value": value, "observedAt": door.moment.isoformat().replace("+00:00", "Z")}
        door.ask("POST", "/entities", {"id": "urn:s:1", "type": "Sensor", "a": body})
        door.ask("PATCH", "/entities/urn:s:1/attrs", {"a": body})
    path = "/temporal/entities/urn:s:1?options=aggregatedValues&aggrMethods=sum,avg,stddev,sumsq,max"
    shown = door.get(f"{path}&timerel=after&timeAt=2020-01-01T00:00:00Z")["a"]
    assert [shown[name] for name in ("sum", "avg", "sumsq")] == [[]] * 3
    assert shown["max"][0][0] == 1.5e308  # type: ignore[index]
