"""Term maps: beside a JSON-LD library, and in their own edges."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from city.ngsild.door import Loose
from egiz.city.ngsild.context import CORE, VOCABULARY, Context, Contexts, core
from egiz.city.ngsild.problem import Problem

TERMS = {
    "city": "https://example.org/city#",
    "Sensor": "city:Sensor",
    "heat": {"@id": "city:temperature"},
    "name": "https://schema.org/name",
}
NAME = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,8}", fullmatch=True)


def read(*contexts: Loose) -> Context:
    return Contexts().find([*contexts])


@given(NAME)
@settings(deadline=None)
def test_names_expand_and_compact_as_a_json_ld_library_does(name: str) -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    context = {**TERMS, "@vocab": VOCABULARY}
    (expanded,) = jsonld.expand({"@context": context, name: 1})
    (iri,) = expanded
    mine = read(TERMS)
    if name in {"location", "scope", "title", "description"}:
        return
    assert mine.expand(name) == iri
    back = jsonld.compact({iri: 1}, context)
    assert mine.compact(iri) == next(key for key in back if key != "@context")


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://example.org/city#Sensor", "Sensor"),
        ("https://example.org/city#temperature", "heat"),
        ("https://example.org/city#other", "city:other"),
        (VOCABULARY + "plain", "plain"),
        (VOCABULARY + "name", "ngsi-ld:default-context/name"),
        ("https://elsewhere.org/x", "https://elsewhere.org/x"),
        ("https://uri.etsi.org/ngsi-ld/location", "location"),
    ],
)
def test_an_iri_gets_its_shortest_name_and_comes_back(iri: str, short: str) -> None:
    context = read(TERMS)
    assert context.compact(iri) == short
    assert context.expand(short) == iri


def test_the_core_context_cannot_be_overridden() -> None:
    context = read({"location": "https://example.org/elsewhere", "type": "https://example.org/type"})
    assert context.expand("location") == "https://uri.etsi.org/ngsi-ld/location"
    assert "type" not in context.terms


def test_every_version_of_the_core_context_is_there_and_no_other() -> None:
    contexts = Contexts()
    assert contexts.find(CORE.replace("1.9", "1.6")) is core()
    for wrong in ("non-existing", "v9.9", "v1.8-draft"):
        with pytest.raises(Problem) as fault:
            contexts.find(CORE.replace("v1.9", wrong))
        assert fault.value.name == "LdContextNotAvailable"


def test_documents_may_name_one_another_but_not_for_ever() -> None:
    one, two, loop = "https://example.org/1", "https://example.org/2", "https://example.org/loop"
    documents = {
        one: json.dumps({"@context": [two, {"a": "https://a.org/"}]}).encode(),
        two: json.dumps({"@context": {"b": "https://b.org/"}}).encode(),
        loop: json.dumps({"@context": loop}).encode(),
    }
    contexts = Contexts(documents)
    assert contexts.find(one).expand("b") == "https://b.org/"
    with pytest.raises(Problem, match="too deep"):
        contexts.find(loop)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"x": 1}', b'{"@context": 5}'])
def test_a_document_that_is_no_context_is_bad_data(body: bytes) -> None:
    with pytest.raises(Problem) as fault:
        Contexts(loader=lambda _: body).find("https://example.org/x")
    assert fault.value.name == "BadRequestData"


def test_a_context_that_cannot_be_had_is_told_apart() -> None:
    def fails(address: str) -> bytes:
        raise OSError(address)

    with pytest.raises(Problem) as fault:
        Contexts(loader=fails).find("https://example.org/x")
    assert fault.value.status == 504


@pytest.mark.parametrize("wrong", [5, True, {"a": {"@id": "b:c", "@context": {}}}, {"a": 5}])
def test_what_is_no_context_is_refused(wrong: Loose) -> None:
    with pytest.raises(Problem):
        Contexts().find([wrong])
