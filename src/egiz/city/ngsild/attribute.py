"""One attribute of an entity: read from what a client sends, checked, and written in the stored form.

The stored form of an attribute is a list of instances, one a ``datasetId``. An instance holds ``type``, the
member that its type gives a value by, the fixed members of the standard, ``createdAt`` and ``modifiedAt``,
and its own attributes by their IRIs, each a list again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from egiz.city.ngsild import geometry, moment
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import NULL, Json, Members, many, read
from egiz.city.ngsild.name import is_uri, name_checked
from egiz.city.ngsild.problem import Problem, bad

VALUE = {
    "Property": "value",
    "GeoProperty": "value",
    "Relationship": "object",
    "LanguageProperty": "languageMap",
    "VocabProperty": "vocab",
    "JsonProperty": "json",
    "ListProperty": "valueList",
    "ListRelationship": "objectList",
}
"""The member that holds the value of each type of attribute."""

WRONG = {kind: frozenset(VALUE.values()) - {member} for kind, member in VALUE.items()}
"""The members that each type of attribute cannot have."""

KIND = {"object": "Relationship", "languageMap": "LanguageProperty", "vocab": "VocabProperty",
        "json": "JsonProperty", "valueList": "ListProperty", "objectList": "ListRelationship"}  # fmt: skip
"""The type that a member tells where the type is left out."""

SYSTEM = {"createdAt", "modifiedAt", "deletedAt", "instanceId"}
"""Members that only the hub writes."""

DERIVED = {"entity", "entityList", "previousValue", "previousObject", "previousLanguageMap", "previousVocab",
           "previousJson", "previousValueList", "previousObjectList"}  # fmt: skip
"""Members that a response may hold and no request sets."""

FIXED = {"observedAt", "unitCode", "datasetId", "objectType", "valueType", "lang", "expiresAt"}
"""Members besides the value that an instance may hold."""

SEALED = {"entityIdSealed", "entityTypeSealed"}
"""Members that a proof alone holds."""

PROOF = "ngsildproof"
"""The name of a proof."""

UNITS = {"Property", "ListProperty"}
"""Types of attribute that may have a unit."""

MEMBERS = SEALED | {"type"} | set(VALUE.values()) | SYSTEM | DERIVED | FIXED
"""Every member of an instance that is not an attribute of its own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How attributes are read."""

    context: Context
    """Where names come from."""
    stamp: str
    """The moment of the request, for ``createdAt`` and ``modifiedAt``."""
    patch: bool = False
    """Whether the null of the standard is allowed: it deletes."""
    deep: bool = False
    """Whether that null is allowed within a value, too."""
    partial: bool = False
    """Whether an instance may lack its type and value: it changes one that is stored."""


def read_attribute(name: str, given: Json, reading: Reading) -> list[Json]:
    """Read one attribute into its stored form.

    Parameters
    ----------
    name
        The name as the client wrote it, for messages.
    given
        Normalized, concise or simplified; one instance or a list of them.
    reading
        How to read it.

    Returns
    -------
    list[Json]
        The instances; the null of the standard stays as the value of an instance.

    Raises
    ------
    Problem
        It is not what the standard allows.
    """
    if isinstance(given, dict):
        return [_read_instance(name, given, reading)]
    listed = isinstance(given, list) and bool(given) and all(_instance(one) for one in given)
    instances = given if listed and isinstance(given, list) else [given]
    read = [_read_instance(name, one, reading) for one in instances]
    known = [str(one.get("datasetId", "")) for one in read]
    if len(set(known)) != len(known):
        raise bad(f"{name} has two instances of one datasetId")
    return [*read]


def _instance(given: Json) -> bool:
    """Tell whether a member of a list is an instance of an attribute, not a plain value."""
    return isinstance(given, dict) and (
        str(given.get("type")) in VALUE or bool(given.keys() & set(VALUE.values()))
    )


def _read_instance(name: str, given: Json, reading: Reading) -> Members:
    """Read one instance."""
    whole = _normalized(name, given, reading)
    kind = whole.get("type")
    holder = VALUE.get(str(kind))
    result: Members = {} if kind is None else {"type": kind}
    for member, value in whole.items():
        if member in SYSTEM or member == "type":
            continue
        if member == holder:
            result[member] = _member(name, member, value, (str(kind), reading))
            continue
        _check_member(name, member, str(kind))
        if member == "datasetId" and value == "@none":
            continue
        if member in MEMBERS:
            result[member] = _member(name, member, value, (str(kind), reading))
        else:
            iri = reading.context.expand(name_checked(member))
            result[iri] = [*read_attribute(f"{name}.{member}", value, reading)]
    if name == PROOF and not isinstance(result.get("value", {}), dict) and result["value"] != NULL:
        raise bad(f"{name} must hold an object")
    return {**result, "createdAt": reading.stamp, "modifiedAt": reading.stamp}


def _check_member(name: str, member: str, kind: str) -> None:
    """Refuse members that have no place in an instance of this name and type."""
    if member in DERIVED or member.startswith("@"):
        raise bad(f"{name}.{member} has no place in a request")
    if member in SEALED and name.rpartition(".")[2] != PROOF:
        raise bad(f"{name}.{member} has its place in {PROOF} alone")
    if member == "unitCode" and kind not in UNITS and kind != "None":
        raise bad(f"{name} is a {kind} and has no unit")


def _normalized(name: str, given: Json, reading: Reading) -> Members:
    """Turn any representation of an instance into one with a type and a value."""
    if given is None:
        raise bad(f"{name} must not be null; write {NULL} to delete it")
    if not isinstance(given, dict):
        return {"type": "Property", "value": given}
    kind = given.get("type")
    if isinstance(kind, str) and kind in VALUE:
        return _complete(name, given, kind, reading)
    if geometry.is_geometry(given):
        return {"type": "GeoProperty", "value": given}
    return _typed(name, given, reading)


def _typed(name: str, given: Members, reading: Reading) -> Members:
    """Tell the type of an instance by its members."""
    if given.get("type") is not None:
        raise bad(f"{name} has the type {given['type']!r}, which is no type of attribute")
    holder = next((member for member in KIND if member in given), None)
    if holder:
        return {**given, "type": KIND[holder]}
    if "value" in given:
        return {**given, "type": "GeoProperty" if geometry.is_geometry(given["value"]) else "Property"}
    return given if reading.partial else {"type": "Property", "value": given}


def _complete(name: str, given: Members, kind: str, reading: Reading) -> Members:
    """Check that an instance with a type holds the value that its type asks for."""
    if VALUE[kind] not in given and not reading.partial:
        raise bad(f"{name} is a {kind} and lacks the member {VALUE[kind]}")
    if not WRONG[kind].isdisjoint(given):
        raise bad(f"{name} is a {kind} and cannot have the member {min(WRONG[kind] & given.keys())}")
    return given


def _member(name: str, member: str, value: Json, reading: tuple[str, Reading]) -> Json:
    """Check one fixed member of an instance."""
    kind, how = reading
    where = f"{name}.{member}"
    if value is None:
        raise bad(f"{where} must not be null; write {NULL} to delete it")
    if value == NULL and member != "json":
        if how.patch and member != "datasetId":
            return value
        raise bad(f"{where}: {NULL} deletes and has no place here")
    if member in {"observedAt", "expiresAt"}:
        moment.parse(value, where)
        return value
    if member in {"unitCode", "lang"}:
        return _text(where, value)
    if member in {"datasetId", "entityIdSealed"}:
        return _uri(where, value)
    if member in {"objectType", "valueType", "entityTypeSealed"}:
        return _name_of_type(where, value, kind, how)
    return _value(where, value, kind, how)


def _name_of_type(where: str, value: Json, kind: str, reading: Reading) -> Json:
    """Expand the name of a type."""
    if kind == "LanguageProperty" and value != "langString":
        raise bad(f"{where} of a LanguageProperty can be langString alone")
    return _vocabulary(where, value, reading)


def _value(where: str, value: Json, kind: str, reading: Reading) -> Json:
    """Check the value of an instance by its type."""
    check: Callable[[str, Json, Reading], Json] | None = CHECKS.get(kind)
    return value if check is None else check(where, value, reading)


def _objects(where: str, value: Json, _: Reading) -> Json:
    """Check what a relationship points to: one entity, or a list of them."""
    return [_uri(where, one) for one in value] if isinstance(value, list) and value else _uri(where, value)


def _text(where: str, value: Json) -> str:
    if isinstance(value, str):
        return value
    raise bad(f"{where} must be a text")


def _uri(where: str, value: Json) -> str:
    if isinstance(value, str) and is_uri(value):
        return value
    raise bad(f"{where} must be a URI, not {value!r}")


def _geometry(where: str, value: Json, _: Reading) -> Json:
    """Check a geometry; one written as a text of JSON is read."""
    if isinstance(value, str):
        try:
            value = read(value.encode())
        except Problem:
            raise bad(f"{where} must be a GeoJSON geometry") from None
    if isinstance(value, dict) and value.get("type") == "GeometryCollection":
        raise bad(f"{where} cannot be a collection of geometries")
    return geometry.checked(value, where)


def _plain(where: str, value: Json, reading: Reading) -> Json:
    """Check a plain value: the null of the standard may stand within one that is merged alone."""
    if not reading.deep and isinstance(value, (dict, list)) and _holds_null(value):
        raise bad(f"{where}: {NULL} deletes and has no place here")
    return value


def _holds_null(value: Json) -> bool:
    if isinstance(value, dict):
        return any(_holds_null(one) for one in value.values())
    if isinstance(value, list):
        return any(_holds_null(one) for one in value)
    return value == NULL


def _json(where: str, value: Json, _: Reading) -> Json:
    """Check that JSON is an object or a list."""
    if isinstance(value, (dict, list)) or value == NULL:
        return value
    raise bad(f"{where} must be an object or a list")


def _list(where: str, value: Json, _: Reading) -> Json:
    return [*many(value)]


def _all_listed(where: str, value: Json, _: Reading) -> Json:
    return [_listed(where, one) for one in many(value)]


def _listed(where: str, value: Json) -> Json:
    """Check one member of the list of a list of relationships."""
    if isinstance(value, dict):
        return {"object": _uri(where, value.get("object"))}
    return {"object": _uri(where, value)}


def _languages(where: str, value: Json, reading: Reading) -> Json:
    """Check a map from language to text or texts."""
    if not isinstance(value, dict):
        raise bad(f"{where} must be an object with a text for each language")
    for language, words in value.items():
        if not language:
            raise bad(f"{where} has a language without a name")
        texts = words if isinstance(words, list) else [words]
        if not all(isinstance(one, str) for one in texts):
            raise bad(f"{where}.{language} must be a text or a list of texts")
        if words == NULL and not reading.patch:
            raise bad(f"{where}.{language}: {NULL} deletes and has no place here")
    return value


def _vocabulary(where: str, value: Json, reading: Reading) -> Json:
    """Expand the terms of a vocabulary."""
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return [reading.context.expand(str(one)) for one in value]
    if isinstance(value, str):
        return reading.context.expand(value)
    raise bad(f"{where} must be a text or a list of texts")


CHECKS: Mapping[str, Callable[[str, Json, Reading], Json]] = {
    "Property": _plain,
    "GeoProperty": _geometry,
    "JsonProperty": _json,
    "Relationship": _objects,
    "LanguageProperty": _languages,
    "VocabProperty": _vocabulary,
    "ListProperty": _list,
    "ListRelationship": _all_listed,
}
"""What checks the value of each type of attribute; the others take any JSON."""
