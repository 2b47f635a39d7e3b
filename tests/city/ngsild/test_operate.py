"""Operations on entities through the door of the hub."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

import pytest

from city.ngsild.door import Door
from egiz.city.ngsild.answer import answer
from egiz.city.ngsild.exchange import ROOT, Request, Response

SENSOR = "/entities/urn:s:1"


def kind(response: Response) -> str:
    """Name the error of a response."""
    assert response.headers["content-type"] == "application/problem+json"
    document = json.loads(response.body)
    assert document["title"]
    assert document["status"] == response.status
    return str(document["type"].rpartition("/")[2])


def test_an_entity_is_created_once_and_deleted_once(door: Door) -> None:
    response = door.ask("POST", "/entities", {"id": "urn:s:1", "type": "Sensor", "heat": 4})
    assert response.status == 201
    assert response.headers["location"] == "/ngsi-ld/v1/entities/urn:s:1"
    assert response.body == b""
    again = door.ask("POST", "/entities", {"id": "urn:s:1", "type": "Sensor"})
    assert (again.status, kind(again)) == (409, "AlreadyExists")
    assert door.ask("DELETE", SENSOR).status == 204
    gone = door.ask("DELETE", SENSOR)
    assert (gone.status, kind(gone)) == (404, "ResourceNotFound")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"{", "InvalidRequest"),
        (b"", "InvalidRequest"),
        (b"[]", "InvalidRequest"),
        (b'"\xff"', "InvalidRequest"),
        (b"[" * 100_000, "InvalidRequest"),
        (b'{"id": "x", "type": "T"}', "BadRequestData"),
        (b'{"id": "urn:x", "type": "T", "a": ' + b"[" * 80 + b"]" * 80 + b"}", "BadRequestData"),
        (b'{"id": "urn:x", "type": "T", "@context": []}', "BadRequestData"),
    ],
)
def test_broken_json_and_bad_data_are_told_apart(door: Door, body: bytes, error: str) -> None:
    response = door.ask("POST", "/entities", body)
    assert (response.status, kind(response)) == (400, error)


def test_huge_numbers_are_kept_or_refused_but_never_break(door: Door) -> None:
    for number in (b"1e308", b"123456789012345678901234567890", b"-1e-400"):
        door.ask("DELETE", SENSOR)
        body = b'{"id": "urn:s:1", "type": "T", "n": ' + number + b"}"
        assert door.ask("POST", "/entities", body).status == 201
        assert door.get("/entities?type=T&q=n%3E-1")
    assert door.ask("POST", "/entities", b'{"id": "urn:s:2", "type": "T", "n": 1e999}').status in {201, 400}


def test_the_context_comes_from_the_body_or_the_header_never_both(
    door: Door, link: Mapping[str, str]
) -> None:
    address = link["link"].partition(">")[0].lstrip("<")
    whole = {"id": "urn:s:1", "type": "Sensor", "temperature": 1, "@context": address}
    both = door.ask("POST", "/entities", whole, content_type="application/ld+json", **link)
    assert kind(both) == "BadRequestData"
    plain = {"id": "urn:s:1", "type": "Sensor"}
    assert kind(door.ask("POST", "/entities", plain, content_type="application/ld+json")) == "BadRequestData"
    assert door.ask("POST", "/entities", whole, content_type="application/ld+json").status == 201
    assert door.get(SENSOR)["https://example.org/city#temperature"]["value"] == 1
    assert door.get(SENSOR, **link)["temperature"]["value"] == 1
    unknown = {**whole, "@context": "https://example.org/unknown.jsonld"}
    response = door.ask("POST", "/entities", unknown, content_type="application/ld+json")
    assert (response.status, kind(response)) == (504, "LdContextNotAvailable")


def test_media_types_are_negotiated(door: Door) -> None:
    door.create("urn:s:1")
    assert door.ask("POST", "/entities", b"<a/>", content_type="application/xml").status == 415
    assert door.ask("GET", SENSOR, accept="text/turtle").status == 406
    for accept, media in [
        ("*/*", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ("application/ld+json, application/json", "application/json"),
        ("application/json;q=0.1, application/ld+json;q=0.9", "application/ld+json"),
        ("application/json;q=0, */*", "application/ld+json"),
    ]:
        assert door.ask("GET", SENSOR, accept=accept).headers["content-type"] == media
    assert "@context" in door.get(SENSOR, accept="application/ld+json")
    assert "link" in door.ask("GET", SENSOR).headers


def test_the_door_knows_its_paths_methods_and_parameters(door: Door) -> None:
    assert door.ask("GET", "/nothing").status == 404
    assert door.ask("POST", "/types", {}).status == 405
    assert kind(door.ask("GET", "/entities?type=T&strange=1")) == "InvalidRequest"
    assert kind(door.ask("GET", SENSOR + "?options=strange")) == "InvalidRequest"
    assert door.ask("PATCH", "/entities/", {}).status == 400
    assert door.ask("POST", "/entities", {}, content_length="0").status == 400


def test_a_body_of_unknown_length_is_refused_bare(door: Door) -> None:
    response = asyncio.run(answer(Request("POST", f"{ROOT}/entities"), door.hub))
    assert (response.status, response.body) == (411, b"")


def test_append_adds_and_overwrites_unless_told_not_to(door: Door) -> None:
    door.create("urn:s:1", heat=1)
    assert door.ask("POST", SENSOR + "/attrs", {"heat": 2, "wet": 3}).status == 204
    response = door.ask("POST", SENSOR + "/attrs?options=noOverwrite", {"heat": 9, "dry": 4})
    assert response.status == 207
    outcome = json.loads(response.body)
    assert [name.rpartition("/")[2] for name in outcome["updated"]] == ["dry"]
    assert outcome["notUpdated"][0]["attributeName"].endswith("/heat")
    shown = door.get(SENSOR + "?options=keyValues")
    assert (shown["heat"], shown["wet"], shown["dry"]) == (2, 3, 4)


def test_update_replaces_whole_attributes_and_the_null_deletes(door: Door) -> None:
    door.create("urn:s:1", heat={"value": 1, "unitCode": "CEL"}, wet=2)
    assert (
        door.ask("PATCH", SENSOR + "/attrs", {"heat": {"value": 5}, "wet": "urn:ngsi-ld:null"}).status == 204
    )
    assert door.get(SENSOR)["heat"] == {"type": "Property", "value": 5}
    assert "wet" not in door.get(SENSOR)


def test_a_partial_update_leaves_the_rest_of_an_attribute(door: Door) -> None:
    door.create("urn:s:1", heat={"value": 1, "unitCode": "CEL", "by": {"type": "Property", "value": "x"}})
    assert door.ask("PATCH", SENSOR + "/attrs/heat", {"value": 2}).status == 204
    heat = door.get(SENSOR)["heat"]
    assert (heat["value"], heat["unitCode"], heat["by"]["value"]) == (2, "CEL", "x")
    assert door.ask("PATCH", SENSOR + "/attrs/heat", {"unitCode": "urn:ngsi-ld:null"}).status == 204
    assert "unitCode" not in door.get(SENSOR)["heat"]
    assert door.ask("PATCH", SENSOR + "/attrs/none", {"value": 2}).status == 404
    assert door.ask("PATCH", SENSOR + "/attrs/scope", {"value": 2}).status == 400


def test_replacing_an_attribute_keeps_when_it_was_created(door: Door) -> None:
    door.create("urn:s:1", heat=1)
    before = door.get(SENSOR + "?options=sysAttrs")["heat"]
    assert door.ask("PUT", SENSOR + "/attrs/heat", {"type": "Property", "value": "hot"}).status == 204
    after = door.get(SENSOR + "?options=sysAttrs")["heat"]
    assert after["value"] == "hot"
    assert after["createdAt"] == before["createdAt"]
    assert after["modifiedAt"] > before["modifiedAt"]


def test_instances_of_an_attribute_live_apart(door: Door) -> None:
    door.create("urn:s:1", heat=[{"value": 1}, {"value": 2, "datasetId": "urn:d:a"}])
    assert door.ask("PATCH", SENSOR + "/attrs/heat", {"value": 3, "datasetId": "urn:d:a"}).status == 204
    assert [one["value"] for one in door.get(SENSOR)["heat"]] == [1, 3]
    assert door.get(SENSOR + "?datasetId=urn:d:a")["heat"]["value"] == 3
    assert door.ask("DELETE", SENSOR + "/attrs/heat?datasetId=urn:d:a").status == 204
    assert door.get(SENSOR)["heat"]["value"] == 1
    assert door.ask("DELETE", SENSOR + "/attrs/heat?datasetId=urn:d:a").status == 404
    assert door.ask("DELETE", SENSOR + "/attrs/heat?deleteAll=true").status == 204
    assert door.ask("GET", SENSOR + "?attrs=heat").status == 404


def test_a_merge_goes_into_values(door: Door) -> None:
    door.create(
        "urn:s:1", made={"value": {"by": "A", "in": {"year": 1}}}, heat=1, label={"languageMap": {"en": "x"}}
    )
    fragment = {
        "made": {"value": {"in": {"year": 2}, "by": "urn:ngsi-ld:null"}},
        "heat": "urn:ngsi-ld:null",
        "label": {"languageMap": {"kk": "y"}},
        "wet": 7,
    }
    assert door.ask("PATCH", SENSOR, fragment, content_type="application/merge-patch+json").status == 204
    shown = door.get(SENSOR + "?options=keyValues")
    assert shown["made"] == {"in": {"year": 2}}
    assert "heat" not in shown
    assert shown["label"] == {"languageMap": {"en": "x", "kk": "y"}}
    assert shown["wet"] == 7


def test_a_simplified_merge_keeps_the_types_of_attributes(door: Door) -> None:
    door.create("urn:s:1", owner={"object": "urn:o:1"}, label={"languageMap": {"en": "x"}})
    path = SENSOR + "?options=keyValues&lang=kk&observedAt=2026-01-01T00:00:00Z"
    assert door.ask("PATCH", path, {"owner": "urn:o:2", "label": "y"}).status == 204
    shown = door.get(SENSOR)
    assert (shown["owner"]["type"], shown["owner"]["object"]) == ("Relationship", "urn:o:2")
    assert shown["label"]["languageMap"] == {"en": "x", "kk": "y"}
    assert shown["owner"]["observedAt"] == "2026-01-01T00:00:00Z"


def test_replacing_an_entity_leaves_nothing_of_the_old(door: Door) -> None:
    door.create("urn:s:1", heat=1)
    assert door.ask("PUT", SENSOR, {"id": "urn:s:1", "type": "Sensor", "wet": 2}).status == 204
    shown = door.get(SENSOR)
    assert "heat" not in shown
    assert shown["wet"]["value"] == 2
    assert door.ask("PUT", SENSOR, {"id": "urn:s:2", "type": "Sensor"}).status == 400
    assert door.ask("PUT", "/entities/urn:s:9", {"type": "Sensor"}).status == 404


def test_types_and_scopes_are_added_and_never_lost_by_an_append(door: Door) -> None:
    door.create("urn:s:1", scope="/Astana/Esil")
    assert (
        door.ask("POST", SENSOR + "/attrs?options=noOverwrite", {"scope": "/Shared", "type": "Thing"}).status
        == 204
    )
    shown = door.get(SENSOR)
    assert shown["scope"] == ["/Astana/Esil", "/Shared"]
    assert shown["type"] == ["Sensor", "Thing"]
    assert door.ask("DELETE", SENSOR + "/attrs/scope").status == 204
    assert "scope" not in door.get(SENSOR)


def test_a_type_in_the_query_gates_every_operation(door: Door) -> None:
    door.create("urn:s:1", heat=1)
    for method, path, body in [
        ("GET", SENSOR, None),
        ("DELETE", SENSOR, None),
        ("PATCH", SENSOR, {"heat": 2}),
        ("PATCH", SENSOR + "/attrs/heat", {"value": 2}),
        ("DELETE", SENSOR + "/attrs/heat", None),
    ]:
        assert door.ask(method, path + "?type=Depot", body).status == 404
    assert door.get(SENSOR + "?type=(Sensor;Sensor),Depot")["heat"]["value"] == 1


def test_a_batch_succeeds_in_parts_and_says_which(door: Door) -> None:
    good = {"id": "urn:s:1", "type": "Sensor", "heat": 1}
    response = door.ask("POST", "/entityOperations/create", [good, {**good, "id": "urn:s:2"}])
    assert response.status == 201
    assert json.loads(response.body) == ["urn:s:1", "urn:s:2"]
    mixed = door.ask("POST", "/entityOperations/create", [good, {**good, "id": "urn:s:3"}, {"id": "no uri"}])
    assert mixed.status == 207
    outcome = json.loads(mixed.body)
    assert outcome["success"] == ["urn:s:3"]
    assert [one["entityId"] for one in outcome["errors"]] == ["urn:s:1", "no uri"]
    assert outcome["errors"][0]["error"]["status"] == 409
    assert door.ask("POST", "/entityOperations/create", [good, None]).status == 400
    assert door.ask("POST", "/entityOperations/create", []).status == 400


def test_upsert_replaces_or_updates(door: Door) -> None:
    door.create("urn:s:1", heat=1, wet=1)
    entity = {"id": "urn:s:1", "type": "Sensor", "heat": 2}
    fresh = door.ask("POST", "/entityOperations/upsert?options=update", [entity, {**entity, "id": "urn:s:2"}])
    assert (fresh.status, json.loads(fresh.body)) == (201, ["urn:s:2"])
    assert door.get(SENSOR + "?options=keyValues")["wet"] == 1
    assert door.ask("POST", "/entityOperations/upsert", [entity]).status == 204
    assert "wet" not in door.get(SENSOR)


def test_batches_update_merge_and_delete(door: Door) -> None:
    door.create("urn:s:1", made={"value": {"a": 1}})
    fragment = {"id": "urn:s:1", "made": {"value": {"b": 2}}}
    assert door.ask("POST", "/entityOperations/merge", [fragment]).status == 204
    assert door.get(SENSOR + "?options=keyValues")["made"] == {"a": 1, "b": 2}
    partly = door.ask("POST", "/entityOperations/update?options=noOverwrite", [{**fragment, "new": 1}])
    assert partly.status == 207
    assert door.get(SENSOR + "?options=keyValues")["new"] == 1
    gone = door.ask("POST", "/entityOperations/delete", ["urn:s:1", "urn:s:9"])
    assert gone.status == 207
    assert json.loads(gone.body)["success"] == ["urn:s:1"]


def test_tenants_never_see_one_another(door: Door) -> None:
    body = {"id": "urn:s:1", "type": "Sensor", "heat": 1}
    created = door.ask("POST", "/entities", body, ngsild_tenant="astana")
    assert (created.status, created.headers["ngsild-tenant"]) == (201, "astana")
    door.ask("POST", "/entities", {**body, "heat": 2}, ngsild_tenant="chelyabinsk")
    assert door.ask("GET", SENSOR).status == 404
    assert door.get("/entities?type=Sensor") == []
    assert door.get("/types")["typeList"] == []
    for tenant, heat in (("astana", 1), ("chelyabinsk", 2)):
        (one,) = door.get("/entities?type=Sensor&q=heat%3E0", ngsild_tenant=tenant)
        assert one["heat"]["value"] == heat
    unknown = door.ask("GET", "/entities?type=Sensor", ngsild_tenant="nowhere")
    assert (unknown.status, kind(unknown)) == (404, "NonexistentTenant")


def test_every_change_is_kept_in_the_history(door: Door) -> None:
    door.create("urn:s:1", heat=1)
    door.ask("PATCH", SENSOR + "/attrs/heat", {"value": 2})
    door.ask("DELETE", SENSOR + "/attrs/heat")
    name = "https://uri.etsi.org/ngsi-ld/default-context/heat"
    series = door.hub.store.read(lambda reading: reading.history.series("", "urn:s:1"))
    assert [one.attribute for one in series] == [name]


def test_purge_deletes_what_a_query_finds(door: Door) -> None:
    for number in range(5):
        door.create(f"urn:s:{number}", heat=number)
    assert door.ask("DELETE", "/entities?type=Sensor&q=heat%3E2").status == 204
    assert len(door.get("/entities?type=Sensor")) == 3
    assert door.ask("DELETE", "/entities").status == 400


def test_purge_drops_or_keeps_attributes(door: Door) -> None:
    for number in range(3):
        door.create(f"urn:s:{number}", heat=number, noise=1, use=2)
    assert door.ask("DELETE", "/entities/?type=Sensor&q=heat%3E1&drop=noise,unknown").status == 204
    assert {"heat", "use"} <= door.get("/entities/urn:s:2").keys()
    assert "noise" not in door.get("/entities/urn:s:2")
    assert door.ask("DELETE", "/entities?type=Sensor&keep=heat").status == 204
    found = door.get("/entities?type=Sensor")
    assert len(found) == 3
    assert all("heat" in one and not {"noise", "use"} & one.keys() for one in found)
    for wrong in ("?type=Sensor&keep=a&drop=b", "?type=Sensor&drop=", "?drop=heat", "/", "/?id=urn:s:1"):
        assert door.ask("DELETE", f"/entities{wrong}").status == 400, wrong
    for wrong in ("?attrs=createdAt", "?type=Sensor&attrs=heat{name}"):
        assert json.loads(door.ask("DELETE", f"/entities{wrong}").body)["type"].endswith("BadRequestData")
    door.create("urn:s:9", noise=4)
    assert door.ask("DELETE", "/entities?attrs=noise").status == 204
    assert len(door.get("/entities?type=Sensor")) == 3
    assert door.ask("DELETE", "/entities/?local=true").status == 204
    assert door.get("/entities?type=Sensor") == []


def test_the_hub_says_who_it_is(door: Door) -> None:
    body = door.get("/info/sourceIdentity", ngsild_tenant="")
    assert body["type"] == "ContextSourceIdentity"
    assert body["contextSourceUptime"] == "PT1S"


def test_a_client_of_an_earlier_version_gets_properties(door: Door) -> None:
    door.create("urn:s:1", use={"vocab": "public"})
    response = door.ask("GET", SENSOR, prefer="ngsi-ld=1.5")
    assert (response.status, response.headers["preference-applied"]) == (203, "ngsi-ld=1.5")
    assert json.loads(response.body)["use"] == {"type": "Property", "value": "public"}
    assert door.ask("GET", SENSOR, prefer="ngsi-ld=1.9").status == 200
