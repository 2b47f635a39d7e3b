"""Entities as clients send them: every representation, every rule of the standard that is checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from city.ngsild.door import Loose
from egiz.city.ngsild.attribute import Reading
from egiz.city.ngsild.context import core
from egiz.city.ngsild.entity import read_entity
from egiz.city.ngsild.problem import Problem
from egiz.city.ngsild.render import CONCISE, NORMALIZED, SIMPLIFIED, View, render

READING = Reading(core(), "2026-01-01T00:00:00Z")
HEAD = {"id": "urn:x:1", "type": "Sensor"}
POINT = {"type": "Point", "coordinates": [71.4, 51.1]}

FULL: dict[str, Loose] = {
    **HEAD,
    "heat": {"type": "Property", "value": 4.5, "unitCode": "CEL", "observedAt": "2026-01-01T00:00:00.500Z"},
    "tags": {"type": "Property", "value": ["a", 1]},
    "made": {"type": "Property", "value": {"by": "A"}},
    "location": {"type": "GeoProperty", "value": POINT},
    "partOf": {
        "type": "Relationship",
        "object": "urn:x:2",
        "since": {"type": "Property", "value": 2020},
    },
    "label": {"type": "LanguageProperty", "languageMap": {"kk": "қала", "en": "city"}},
    "use": {"type": "VocabProperty", "vocab": "public"},
    "raw": {"type": "JsonProperty", "json": {"type": "any", "n": None}},
    "depths": {"type": "ListProperty", "valueList": [1, 2]},
    "route": {"type": "ListRelationship", "objectList": [{"object": "urn:x:3"}, {"object": "urn:x:4"}]},
    "speed": [
        {"type": "Property", "value": 1},
        {"type": "Property", "value": 2, "datasetId": "urn:d:gps"},
    ],
}

SIMPLE: dict[str, Loose] = {
    **HEAD,
    "heat": 4.5,
    "tags": ["a", 1],
    "made": {"by": "A"},
    "location": POINT,
    "partOf": "urn:x:2",
    "label": {"languageMap": {"kk": "қала", "en": "city"}},
    "use": {"vocab": "public"},
    "raw": {"json": {"type": "any", "n": None}},
    "depths": [1, 2],
    "route": ["urn:x:3", "urn:x:4"],
    "speed": {"dataset": {"@none": 1, "urn:d:gps": 2}},
}


def test_what_is_read_is_shown_again() -> None:
    assert render(read_entity(FULL, READING), View(core())) == FULL


def test_concise_says_the_same_in_less() -> None:
    stored = read_entity(FULL, READING)
    concise = render(stored, View(core(), CONCISE))
    assert concise["tags"] == ["a", 1]
    assert concise["location"] == POINT
    assert concise["partOf"] == {"object": "urn:x:2", "since": 2020}
    assert render(read_entity(concise, READING), View(core(), NORMALIZED)) == FULL


def test_simplified_shows_values_alone() -> None:
    assert render(read_entity(FULL, READING), View(core(), SIMPLIFIED)) == SIMPLE


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{3,6}X", fullmatch=True),
        st.one_of(st.booleans(), st.integers(-(2**53), 2**53), st.text(max_size=8), st.lists(st.integers())),
        max_size=5,
    )
)
def test_plain_values_survive_every_representation(values: dict[str, Loose]) -> None:
    stored = read_entity({**HEAD, **values}, READING)
    assert render(stored, View(core(), SIMPLIFIED)) == {**HEAD, **values}
    again = read_entity(render(stored, View(core(), CONCISE)), READING)
    assert again == stored


@pytest.mark.parametrize(
    ("wanted", "language", "text"),
    [("kk", "kk", "қала"), ("fr", "en", "city"), ("fr;q=0.9, kk;q=0.4", "kk", "қала"), ("*", "en", "city")],
)
def test_a_language_is_chosen_as_asked(wanted: str, language: str, text: str) -> None:
    shown = render(read_entity(FULL, READING), View(core(), language=wanted))
    assert shown["label"] == {"type": "Property", "value": text, "lang": language}


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "urn:x:1"},
        {"type": "Sensor"},
        {"id": "no uri", "type": "Sensor"},
        {"id": "urn:x:a\u200bb", "type": "Sensor"},
        {"id": "urn:ngsi-ld:null", "type": "Sensor"},
        {"id": "urn:x:1", "type": []},
        {"id": "urn:x:1", "type": "type"},
        {"id": "urn:x:1", "type": "1st"},
        {**HEAD, "scope": "9/a"},
        {**HEAD, "scope": ["/a", "/b-c"]},
        {**HEAD, "scope": "urn:ngsi-ld:null"},
        {**HEAD, "a": None},
        {**HEAD, "a": {"type": "Property"}},
        {**HEAD, "a": {"type": "Property", "value": None}},
        {**HEAD, "a": "urn:ngsi-ld:null"},
        {**HEAD, "a": {"value": {"b": "urn:ngsi-ld:null"}}},
        {**HEAD, "a": {"type": "Property", "value": 1, "object": "urn:x:2"}},
        {**HEAD, "a": {"type": "Strange", "value": 1, "b": {}}} | {"c": {"type": "Relationship"}},
        {**HEAD, "a": {"type": "Relationship", "object": "no uri"}},
        {**HEAD, "a": {"type": "Relationship", "object": "urn:x:2", "unitCode": "CEL"}},
        {**HEAD, "a": {"type": "LanguageProperty", "languageMap": {"en": 1}}},
        {**HEAD, "a": {"type": "LanguageProperty", "languageMap": {"": "x"}}},
        {**HEAD, "a": {"type": "LanguageProperty", "languageMap": {"en": "x"}, "valueType": "text"}},
        {**HEAD, "a": {"type": "VocabProperty", "vocab": 1}},
        {**HEAD, "a": {"type": "JsonProperty", "json": 1}},
        {**HEAD, "a": {"type": "ListRelationship", "objectList": ["no uri"]}},
        {**HEAD, "a": {"value": 1, "observedAt": "2026-01-01"}},
        {**HEAD, "a": {"value": 1, "observedAt": "2026-02-30T00:00:00Z"}},
        {**HEAD, "a": {"value": 1, "observedAt": "2026-01-01T00:00:00+05:00"}},
        {**HEAD, "a": {"value": 1, "observedAt": {"value": "2026-01-01T00:00:00Z"}}},
        {**HEAD, "a": {"value": 1, "datasetId": "no uri"}},
        {**HEAD, "a": {"value": 1, "unitCode": 1}},
        {**HEAD, "a": {"value": 1, "previousValue": 0}},
        {**HEAD, "a": {"value": 1, "entityIdSealed": "urn:x:1"}},
        {**HEAD, "a": {"value": 1, "@context": {}}},
        {**HEAD, "a": [{"value": 1}, {"value": 2}]},
        {**HEAD, "a b": 1},
        {**HEAD, "a(b": 1},
        {**HEAD, "observedAt": "2026-01-01T00:00:00Z"},
        {**HEAD, "location": {"type": "Property", "value": "here"}},
        {**HEAD, "ngsildproof": {"type": "Property", "value": "text"}},
        {**HEAD, "a": 1, "https://uri.etsi.org/ngsi-ld/default-context/a": 2},
    ],
)
def test_what_the_standard_forbids_is_bad_data(wrong: dict[str, Loose]) -> None:
    with pytest.raises(Problem) as fault:
        read_entity(wrong, READING)
    assert fault.value.name == "BadRequestData"


@pytest.mark.parametrize(
    "shape",
    [
        {"type": "Point", "coordinates": [181, 0]},
        {"type": "Point", "coordinates": [51.1, 171.4]},
        {"type": "Point", "coordinates": ["1", 2]},
        {"type": "Point", "coordinates": [1]},
        {"type": "Point", "coordinates": [[1, 2]]},
        {"type": "LineString", "coordinates": [[1, 2]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Circle", "coordinates": [1, 2]},
        {"type": "GeometryCollection", "geometries": []},
        "not json",
        5,
    ],
)
def test_a_malformed_place_is_bad_data(shape: Loose) -> None:
    with pytest.raises(Problem) as fault:
        read_entity({**HEAD, "location": {"type": "GeoProperty", "value": shape}}, READING)
    assert fault.value.name == "BadRequestData"


def test_a_place_written_as_text_is_read() -> None:
    whole = {**HEAD, "location": {"type": "GeoProperty", "value": '{"type":"Point","coordinates":[1,2]}'}}
    shown = render(read_entity(whole, READING), View(core()))
    assert shown["location"] == {"type": "GeoProperty", "value": {"type": "Point", "coordinates": [1, 2]}}
