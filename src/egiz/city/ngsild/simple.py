"""Simplified fragments of a merge: values alone; what is stored tells the type of attribute they are for."""

from __future__ import annotations

from egiz.city.ngsild.attribute import VALUE
from egiz.city.ngsild.change import instances
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import NULL, Json, Members
from egiz.city.ngsild.entity import HEAD
from egiz.city.ngsild.parameter import Given


def from_simple(given: Members, before: Members, context: Context, parameters: Given) -> Members:
    """Write the values of a simplified fragment as attributes of the types that are stored.

    Parameters
    ----------
    given
        The fragment.
    before
        The stored form.
    context
        Where names come from.
    parameters
        ``lang`` names the language of texts, ``observedAt`` the moment.
    """
    result: Members = {}
    for name, value in given.items():
        if name in HEAD:
            result[name] = value
            continue
        stored = instances(before.get(context.expand(name), []))
        kind = str(stored[0]["type"]) if stored else ""
        result[name] = _attribute(kind, value, parameters)
    return result


def _attribute(kind: str, value: Json, parameters: Given) -> Json:
    """Write one value as an attribute."""
    if isinstance(value, dict) and value.keys() & {"languageMap", "vocab", "json", "valueList", "objectList"}:
        return dated(value, parameters)
    if kind == "LanguageProperty" and value != NULL and not isinstance(value, dict):
        value = {parameters.get("lang", "@none"): value}
    if not kind:
        return dated(
            {"type": "Property", "value": value} if not isinstance(value, dict) else value, parameters
        )
    return dated({"type": kind, VALUE[kind]: value}, parameters)


def dated(value: Json, parameters: Given) -> Json:
    """Give an instance the ``observedAt`` that the query names, if it has none."""
    moment = parameters.get("observedAt")
    if moment is None:
        return value
    if isinstance(value, list):
        return [dated(one, parameters) for one in value]
    if not isinstance(value, dict):
        return {"type": "Property", "value": value, "observedAt": moment}
    return value if "observedAt" in value else {**value, "observedAt": moment}
