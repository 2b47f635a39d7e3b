"""Answers for clients of an earlier version of the standard: later types of attribute become properties."""

from __future__ import annotations

import re
from collections.abc import Mapping

from egiz.city.ngsild.attribute import VALUE
from egiz.city.ngsild.document import Json, Members
from egiz.city.ngsild.exchange import Request

PREFERENCE = re.compile(r"(?:^|[,;\s])ngsi-ld\s*=\s*\"?(1\.\d+)\"?", re.IGNORECASE)
"""What of a Prefer header names a version."""

SINCE = {
    "LanguageProperty": 4,
    "VocabProperty": 8,
    "JsonProperty": 8,
    "ListProperty": 8,
    "ListRelationship": 8,
}
"""The minor version that brought each type of attribute."""


def preferred(request: Request) -> str:
    """Name the version that a client prefers, or an empty text."""
    found = PREFERENCE.search(request.headers.get("prefer", ""))
    return found[1] if found else ""


def aged(shown: Mapping[str, Json], version: str) -> Members:
    """Show an entity as an earlier version could.

    Parameters
    ----------
    shown
        The entity as it is shown.
    version
        The version, such as ``1.5``.
    """
    minor = int(version.partition(".")[2])
    return {name: _aged(value, minor) for name, value in shown.items()}


def _aged(value: Json, minor: int) -> Json:
    """Turn an attribute of a later type into a property."""
    if isinstance(value, list):
        return [_aged(one, minor) for one in value]
    if not isinstance(value, dict):
        return value
    kind = str(value.get("type"))
    if SINCE.get(kind, 0) <= minor:
        return value
    rest = {name: part for name, part in value.items() if name not in {"type", VALUE[kind]}}
    return {"type": "Property", "value": value.get(VALUE[kind]), **rest}
