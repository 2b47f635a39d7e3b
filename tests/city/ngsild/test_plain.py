"""Twin: what is read or shown at once equals what the general way gives."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egiz.city.ngsild.attribute import Reading, read_attribute
from egiz.city.ngsild.context import core
from egiz.city.ngsild.document import Json, read
from egiz.city.ngsild.entity import read_entity
from egiz.city.ngsild.plain import read_plain
from egiz.city.ngsild.prepare import normalized
from egiz.city.ngsild.problem import Problem
from egiz.city.ngsild.render import View, render

STAMP = "2026-11-24T12:00:00Z"
NULL = "urn:ngsi-ld:null"

scalars = st.sampled_from([0, 1.5, True, "text", NULL, None, [], [1], {"a": 1}, -(2**70)])
points = st.fixed_dictionaries(
    {"type": st.sampled_from(["Point", "Point", "Polygon", 3])},
    optional={
        "coordinates": st.lists(st.sampled_from([1.5, 71, -90.0, 91, 181.0, True, "1", None]), max_size=4),
        "bbox": st.just([1, 2, 3, 4]),
    },
)
members = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["Property", "GeoProperty", "Relationship", "LanguageProperty", "Odd", None]),
        "value": st.one_of(scalars, points),
        "object": st.sampled_from(["urn:a:1", "no uri", NULL, ["urn:a:1", "urn:a:2"], 7]),
        "unitCode": st.sampled_from(["CEL", NULL, 5, None]),
        "observedAt": st.sampled_from([STAMP, "2026-02-30T00:00:00Z", "2026-11-24", NULL, None, 4]),
        "datasetId": st.sampled_from(["urn:d:1", "@none", 4]),
        "accuracy": st.sampled_from([{"type": "Property", "value": 1}, 3]),
        "createdAt": st.just(STAMP),
    },
)


@given(members, st.booleans(), st.booleans())
@settings(max_examples=600, deadline=None)
def test_read_at_once_is_read_the_general_way(instance: dict[str, Json], patch: bool, partial: bool) -> None:
    quick = read_plain(instance, STAMP)
    if quick is None:
        return
    reading = Reading(core(), STAMP, patch=patch, deep=patch, partial=partial)
    (general,) = read_attribute("temperature", instance, reading)
    assert json.dumps(quick) == json.dumps(general)


@pytest.mark.parametrize(
    "instance",
    [
        {"type": "Property", "value": 1.5, "unitCode": "CEL", "observedAt": STAMP},
        {"value": True, "observedAt": STAMP},
        {"type": "GeoProperty", "value": {"type": "Point", "coordinates": [71, 51.5]}},
        {"type": "Relationship", "object": "urn:a:1"},
    ],
)
def test_common_shapes_are_read_at_once(instance: dict[str, Json]) -> None:
    assert read_plain(instance, STAMP) is not None


@given(st.dictionaries(st.sampled_from(["temperature", "name", "location", "https://a.org/b"]), members))
@settings(max_examples=300, deadline=None)
def test_shown_at_once_is_shown_the_general_way(attributes: dict[str, Json]) -> None:
    try:
        stored = read_entity({"id": "urn:a:1", "type": "Sensor", **attributes}, Reading(core(), STAMP))
    except Problem:
        return
    assert json.dumps(normalized(stored)) == json.dumps(render(stored, View(core())))


@pytest.mark.parametrize("depth", [63, 64, 65])
def test_depth_is_bounded(depth: int) -> None:
    lists, objects = b"[" * depth + b"]" * depth, b'{"a":' * depth + b"1" + b"}" * depth
    for body in (lists, objects):
        if depth <= 64:
            read(body)
        else:
            with pytest.raises(Problem, match="deeper"):
                read(body)
