"""Queries through the door: each part of their languages, and nonsense that must not break anything."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from city.ngsild.door import Door, Loose
from egiz.city.ngsild.context import core
from egiz.city.ngsild.filter.pattern import pattern_checked
from egiz.city.ngsild.filter.select import scope_condition, types_match
from egiz.city.ngsild.filter.term import Every, Some, Term, parse
from egiz.city.ngsild.problem import Problem

SQUARE = [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]]


def fill(door: Door) -> None:
    """Make three sensors and a depot they belong to."""
    door.create("urn:d:1", "Depot", name="North", boss={"object": "urn:p:1"})
    door.create("urn:p:1", "Person", name="Aru")
    door.create(
        "urn:s:1",
        heat={"value": 4, "observedAt": "2026-01-01T10:00:00.000Z", "by": {"type": "Property", "value": "A"}},
        address={"value": {"city": "Astana", "room": {"number": 7}}},
        label={"languageMap": {"en": "red", "kk": "қызыл"}},
        owner={"object": "urn:d:1"},
        tags=["a", "b"],
        on=True,
        scope="/Astana/Esil",
        location={"type": "Point", "coordinates": [5, 5]},
    )
    door.create(
        "urn:s:2",
        heat={"value": 6.5, "observedAt": "2026-01-01T11:00:00Z"},
        address={"value": {"city": "Chelyabinsk"}},
        label={"languageMap": {"en": "blue"}},
        owner={"object": ["urn:d:2", "urn:d:3"]},
        use={"vocab": "public"},
        on=False,
        scope=["/Astana/Saryarka", "/Shared"],
        location={"type": "Point", "coordinates": [2, 2]},
    )
    door.create(
        "urn:s:3",
        heat="warm",
        since="2020-05-01T00:00:00Z",
        span={"type": "GeoProperty", "value": {"type": "LineString", "coordinates": [[0, 60], [10, 60]]}},
        location={"type": "Point", "coordinates": [179.99, 0]},
    )


def found(door: Door, **parameters: str | int) -> list[str]:
    """Name the last letters of the entities found."""
    text = "&".join(f"{name}={quote(str(value), safe='')}" for name, value in parameters.items())
    return [one["id"].rpartition(":")[2] for one in door.get(f"/entities?type=Sensor&{text}")]


@pytest.mark.parametrize(
    ("q", "names"),
    [
        ("heat", "123"),
        ("nothing", ""),
        ("heat==4", "1"),
        ('heat=="4"', ""),
        ("heat>4", "2"),
        ("heat>=4", "12"),
        ("heat<6.5", "1"),
        ("heat!=4", "23"),
        ("heat==4..6", "1"),
        ("heat!=4..6", "23"),
        ('heat==4,"warm"', "13"),
        ("heat==warm", "3"),
        ("heat~=^wa", "3"),
        ("heat!~=^wa", "12"),
        ("on==true", "1"),
        ("on!=true", "2"),
        ('tags=="b"', "1"),
        ('tags!="b"', ""),
        ('address[city]=="Astana"', "1"),
        ("address[room.number]==7", "1"),
        ("address[room]", "1"),
        ("address[street]", ""),
        ('address=="Astana"', ""),
        ('label[en]=="red"', "1"),
        ('label[*]=="қызыл"', "1"),
        ('label[*]!="red"', "2"),
        ('label=="red"', ""),
        ('heat.by=="A"', "1"),
        ('heat.observedAt>"2026-01-01T10:30:00Z"', "2"),
        ("heat.observedAt==2026-01-01T10:00:00Z", "1"),
        ("since>2020-04-01T00:00:00Z", "3"),
        ('owner=="urn:d:1"', "1"),
        ("owner==urn:d:3", "2"),
        ('owner>"urn:d:0"', ""),
        ("heat>3;on==false", "2"),
        ("heat==4|heat==warm", "13"),
        ("(heat==4|heat==warm);since", "3"),
        ("heat==4;on==true|since", "13"),
        ("createdAt>2026-01-01T00:00:00Z;heat", "123"),
    ],
)
def test_the_query_language_selects(door: Door, q: str, names: str) -> None:
    fill(door)
    assert "".join(found(door, q=q)) == names


def test_a_query_looks_into_linked_entities_as_far_as_join(door: Door) -> None:
    fill(door)
    assert found(door, q='owner{name}=="North"', join="inline") == ["1"]
    assert found(door, q='owner{Depot:name}=="North"', join="inline") == ["1"]
    assert found(door, q='owner{Person:name}=="North"', join="inline") == []
    assert found(door, q='owner{boss{name}}=="Aru"', join="inline", joinLevel=2) == ["1"]
    for query in ("q=owner%7Bname%7D", "q=owner%7Bboss%7Bname%7D%7D&join=inline"):
        assert door.ask("GET", f"/entities?type=Sensor&{query}").status == 400


def test_names_in_values_are_expanded_where_asked(door: Door) -> None:
    fill(door)
    assert found(door, q="use==public") == []
    assert found(door, q="use==public", expandValues="use") == ["2"]


@pytest.mark.parametrize(
    ("relation", "shape", "coordinates", "names"),
    [
        ("near;maxDistance==200000", "Point", [5, 5], "1"),
        ("near;minDistance==200000", "Point", [5, 5], "23"),
        ("near;maxDistance==3000", "Point", [-179.99, 0], "3"),
        ("within", "Polygon", SQUARE, "2"),
        ("disjoint", "Polygon", SQUARE, "13"),
        ("equals", "Point", [2, 2], "2"),
        ("intersects", "LineString", [[0, 0], [3, 3]], "2"),
        ("contains", "Point", [5, 5], "1"),
        ("overlaps", "Polygon", SQUARE, ""),
    ],
)
def test_places_select(door: Door, relation: str, shape: str, coordinates: Loose, names: str) -> None:
    fill(door)
    answer = found(door, georel=relation, geometry=shape, coordinates=json.dumps(coordinates))
    assert "".join(answer) == names


def test_distance_is_measured_to_the_nearest_point_of_another_attribute(door: Door) -> None:
    fill(door)
    near = {"georel": "near;maxDistance==2000", "geometry": "Point", "geoproperty": "span"}
    assert found(door, **near, coordinates="[10,60.009]") == ["3"]
    assert found(door, **near, coordinates="[10,60.1]") == []


@pytest.mark.parametrize(
    "parameters",
    [
        "georel=near&geometry=Point&coordinates=[1,2]",
        "georel=near;maxDistance==0&geometry=Point&coordinates=[1,2]",
        "georel=near;maxDistance==-1&geometry=Point&coordinates=[1,2]",
        "georel=near;maxDistance==inf&geometry=Point&coordinates=[1,2]",
        "georel=near;maxDistance==1e400&geometry=Point&coordinates=[1,2]",
        "georel=touches&geometry=Point&coordinates=[1,2]",
        "georel=within&geometry=Circle&coordinates=[1,2]",
        "georel=within&geometry=Point&coordinates=[200,2]",
        "georel=within&geometry=Point&coordinates=x",
        "georel=within&geometry=Point",
        "geometry=Point&coordinates=[1,2]",
        "q=",
        "q=;",
        "q=a==",
        "q=a==1..2..3",
        "q=a>1,2",
        "q=(a",
        "q=a[b",
        'q=a=="x',
        "q=a~=(",
        "scopeQ=/a//b",
        "type=(A",
        "type=A;;B",
        "type=*&local=false",
        "pick=a&omit=a",
        "pick=a&attrs=a",
        "pick=a{b}",
        "pick=a,,b",
        "pick=a;b",
        "join=sideways",
        "joinLevel=1",
        "join=inline&joinLevel=0",
        "limit=-1",
        "limit=0",
        "limit=x",
        "offset=x",
        "count=maybe",
        "orderBy=a;up",
        "orderBy=location;dist-asc",
        "orderBy=a&collation=!!",
        "geometryProperty=location",
        "id=nouri",
        "datasetId=nouri",
        "csf=))(",
    ],
)
def test_nonsense_in_a_query_is_an_error_of_the_standard(door: Door, parameters: str) -> None:
    door.create("urn:s:1", a=1)
    given = "&".join(
        f"{name}={quote(value, safe='')}"
        for name, _, value in (one.partition("=") for one in parameters.split("&"))
    )
    head = "" if "type=" in parameters else "type=Sensor&"
    response = door.ask("GET", f"/entities?{head}{given}")
    assert response.status == 400, response.body
    assert json.loads(response.body)["type"].endswith(("BadRequestData", "InvalidRequest"))


@pytest.mark.parametrize("pattern", ["(a+)+", "(a*)*b", "(.*){9}", "a" * 600, r"(a)\1"])
def test_patterns_that_could_run_for_ever_are_refused(pattern: str) -> None:
    with pytest.raises(Problem) as fault:
        pattern_checked(pattern)
    assert fault.value.status == 403


def test_too_much_is_told_apart_from_wrong(door: Door) -> None:
    door.create("urn:s:1")
    for parameters in ("limit=1001", "q=" + "a;" * 200 + "a", "q=" + "(" * 40 + "a" + ")" * 40):
        assert door.ask("GET", f"/entities?type=Sensor&{parameters}").status == 403


def test_a_query_that_narrows_nothing_is_refused_unless_local(door: Door) -> None:
    fill(door)
    for parameters in ("", "?id=urn:s:1", "?q=modifiedAt%3E2020-01-01T00:00:00Z", "?attrs=createdAt"):
        assert door.ask("GET", f"/entities{parameters}").status == 400
    assert len(door.get("/entities?local=true")) == 5
    assert len(door.get("/entities?type=*")) == 5


def test_types_identifiers_patterns_and_scopes_select(door: Door) -> None:
    fill(door)
    assert len(door.get("/entities?type=Sensor,Depot")) == 4
    assert len(door.get("/entities?type=(Sensor|Depot);Depot")) == 1
    assert found(door, id="urn:s:1,urn:s:3") == ["1", "3"]
    assert found(door, idPattern="^urn:s:[23]$") == ["2", "3"]
    assert found(door, scopeQ="/Astana/+") == ["1", "2"]
    assert found(door, scopeQ="/Astana/#") == ["1", "2"]
    assert found(door, scopeQ="/Astana") == []
    assert found(door, scopeQ="/Astana/Saryarka;/Shared") == ["2"]
    assert found(door, scopeQ="/Astana/Esil,/Shared") == ["1", "2"]
    assert found(door, attrs="since,use") == ["2", "3"]
    assert found(door, pick="id,since") == ["1", "2", "3"]


def test_pages_are_linked_and_counted(door: Door) -> None:
    for number in range(7):
        door.create(f"urn:s:{number}", heat=number)
    response = door.ask("GET", "/entities/?type=Sensor&limit=3&offset=3&count=true")
    assert response.headers["ngsild-results-count"] == "7"
    links = dict(re.findall(r'offset=(\d)[^>]*>; rel="(prev|next)"', response.headers["link"]))
    assert links == {"0": "prev", "6": "next"}
    assert len(json.loads(response.body)) == 3
    empty = door.ask("GET", "/entities?type=Sensor&limit=0&count=true")
    assert (empty.body, empty.headers["ngsild-results-count"]) == (b"[]", "7")
    assert "next" not in door.ask("GET", "/entities?type=Sensor&limit=3&offset=6").headers["link"]


def test_order_by_values_places_and_letters(door: Door) -> None:
    fill(door)
    assert found(door, orderBy="heat") == ["1", "2", "3"]
    assert found(door, orderBy="heat;desc") == ["2", "1", "3"]
    assert found(door, orderBy="address[city];desc,id") == ["2", "1", "3"]
    assert found(door, orderBy="location;dist-asc", orderFrom="[0,0]") == ["2", "1", "3"]
    assert found(door, orderBy="id;desc") == ["3", "2", "1"]
    assert found(door, orderBy="heat.observedAt;desc") == ["2", "1", "3"]
    for name, letters in (("a", "Zebra"), ("b", "Ähre"), ("c", "apple")):
        door.create(f"urn:w:{name}", "Word", text=letters)
    words = [one["text"] for one in door.get("/entities?type=Word&orderBy=text&options=keyValues")]
    assert words == ["Zebra", "apple", "Ähre"]
    words = [
        one["text"] for one in door.get("/entities?type=Word&orderBy=text&collation=de&options=keyValues")
    ]
    assert words == ["Ähre", "apple", "Zebra"]


def test_linked_entities_come_inside_or_beside(door: Door) -> None:
    fill(door)
    one = door.get("/entities/urn:s:1?join=inline&joinLevel=2&pick=id,owner{name,boss{name}}")
    assert one["owner"]["entity"]["name"]["value"] == "North"
    assert one["owner"]["entity"]["boss"]["entity"] == {"name": {"type": "Property", "value": "Aru"}}
    flat = door.get("/entities/urn:s:1?join=flat&joinLevel=1&options=keyValues")
    assert [entity["id"] for entity in flat] == ["urn:s:1", "urn:d:1"]
    simple = door.get("/entities/urn:s:1?join=inline&options=keyValues")
    assert simple["owner"]["name"] == "North"
    lost = door.get("/entities/urn:s:2?join=inline")
    assert lost["owner"]["object"] == ["urn:d:2", "urn:d:3"]


def test_entities_become_features(door: Door) -> None:
    fill(door)
    collection = door.get("/entities?type=Sensor&limit=2", accept="application/geo+json")
    assert collection["type"] == "FeatureCollection"
    assert collection["features"][0]["geometry"] == {"type": "Point", "coordinates": [5, 5]}
    assert "@context" in collection
    one = door.get("/entities/urn:s:3?geometryProperty=span", accept="application/geo+json")
    assert one["geometry"]["type"] == "LineString"
    response = door.ask("GET", "/entities/urn:s:3", accept="application/geo+json", prefer="body=json")
    assert "@context" not in json.loads(response.body)
    assert "link" in response.headers


def test_a_body_asks_the_same(door: Door) -> None:
    fill(door)
    body = {
        "type": "Query",
        "entities": [{"type": "Sensor", "idPattern": "s:[12]$"}, {"type": "Depot"}],
        "q": "heat>3",
        "pick": ["id", "heat"],
        "ordering": {"orderBy": ["heat;desc"]},
    }
    response = door.ask("POST", "/entityOperations/query", body)
    assert [one["id"] for one in json.loads(response.body)] == ["urn:s:2", "urn:s:1"]
    place = {"georel": "near;maxDistance==9", "geometry": "Point", "coordinates": [2, 2]}
    response = door.ask("POST", "/entityOperations/query", {"type": "Query", "geoQ": place})
    assert [one["id"] for one in json.loads(response.body)] == ["urn:s:2"]
    for wrong in (
        {"type": "Other"},
        {"type": "Query"},
        {"type": "Query", "entities": []},
        {"type": "Query", "entities": [{"id": "urn:s:1"}]},
        {"type": "Query", "entities": [{"type": "Sensor", "id": ["urn:s:1", 5]}]},
        {"type": "Query", "entities": [{"type": "Sensor"}], "q": 5},
        {"type": "Query", "entities": [{"type": "Sensor"}], "temporalQ": {}},
        {"type": "Query", "entities": [{"type": "Sensor"}], "ordering": {"orderBy": ["location;dist-asc"]}},
    ):
        assert door.ask("POST", "/entityOperations/query", wrong).status == 400


def test_types_and_attributes_are_discovered(door: Door) -> None:
    fill(door)
    assert door.get("/types")["typeList"] == ["Depot", "Person", "Sensor"]
    details = {one["typeName"]: one["attributeNames"] for one in door.get("/types?details=true")}
    assert details["Depot"] == ["boss", "name"]
    info = door.get("/types/Sensor")
    assert info["entityCount"] == 3
    heat = next(one for one in info["attributeDetails"] if one["attributeName"] == "heat")
    assert heat["attributeTypes"] == ["Property"]
    assert "heat" in door.get("/attributes")["attributeList"]
    name = door.get("/attributes/name")
    assert (name["attributeCount"], name["typeNames"]) == (2, ["Depot", "Person"])
    assert door.ask("GET", "/types/Nothing").status == 404
    assert door.ask("GET", "/attributes/nothing").status == 404


def test_and_binds_closer_than_or() -> None:
    query = parse("a;b|c")
    assert isinstance(query, Some)
    first, second = query.parts
    assert isinstance(first, Every)
    assert isinstance(second, Term)


def status_of(read: Callable[[str], object], text: str) -> int:
    """Give the status that reading a text ends with."""
    try:
        read(text)
    except Problem as fault:
        return fault.status
    return 200


@given(st.text(alphabet='abAB.[]{}()|;,=!<>~"\\ 019-:Z', max_size=40))
@settings(max_examples=400)
def test_any_text_is_a_query_or_an_error_of_the_standard(text: str) -> None:
    for read in (parse, scope_condition, lambda given: types_match(given, core(), ["a"])):
        assert status_of(read, text) in {200, 400, 403}


@given(q=st.text(alphabet='ab.[]{}()|;,=!<>~"* 019-:TZ', min_size=1, max_size=24))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_query_is_answered(door: Door, q: str) -> None:
    response = door.ask("GET", f"/entities?local=true&join=inline&joinLevel=3&q={quote(q, safe='')}")
    assert response.status in {200, 400, 403}
