"""Attributes of the shapes that come most, read at once: the same result as `attribute`, or none at all.

A number, text or truth with or without its unit and time, a point, one relationship. Whatever is a little
different, or wrong, is left to `attribute.read_attribute`, which also words the refusal.
"""

from __future__ import annotations

from egiz.city.ngsild import moment
from egiz.city.ngsild.document import NULL, Json, Members
from egiz.city.ngsild.geometry import MAX_LATITUDE, MAX_LONGITUDE
from egiz.city.ngsild.name import is_uri

SCALARS = frozenset({int, float, str, bool})
"""Types of values that need no look inside."""

NUMBERS = frozenset({int, float})
"""Types of coordinates."""


def read_plain(given: Members, stamp: str) -> Members | None:
    """Read one instance of a common shape into its stored form.

    Parameters
    ----------
    given
        What the client sent.
    stamp
        The moment of the request, for ``createdAt`` and ``modifiedAt``.

    Returns
    -------
    Members | None
        The instance; nothing where its shape is another one.
    """
    kind = given.get("type")
    if kind == "Property" or kind is None:
        left = _property(given)
    elif kind == "GeoProperty":
        left = len(given) - 1 if _is_point(given.get("value")) else -1
    elif kind == "Relationship":
        target = given.get("object")
        left = len(given) - 1 if isinstance(target, str) and is_uri(target) else -1
    else:
        return None
    if kind is not None:
        left -= 1
    if left > 0 and (seen := given.get("observedAt")) is not None and moment.is_moment(seen):
        left -= 1
    if left:
        return None
    return {"type": kind or "Property", **given, "createdAt": stamp, "modifiedAt": stamp}


def _property(given: Members) -> int:
    """Count the members of a property beside a plain value and a unit; -1 where the value is not plain."""
    value = given.get("value")
    if type(value) not in SCALARS or value == NULL:
        return -1
    unit = given.get("unitCode")
    if unit is None:
        return len(given) - 1
    return len(given) - 2 if isinstance(unit, str) and unit != NULL else -1


def _is_point(value: Json) -> bool:
    """Tell whether a value is a point on the globe and nothing more."""
    if not isinstance(value, dict) or value.get("type") != "Point" or len(value) != len(("type", "place")):
        return False
    match value.get("coordinates"):
        case [east, north] if type(east) in NUMBERS and type(north) in NUMBERS:
            return _on_globe(east, north)
    return False


def _on_globe(east: Json, north: Json) -> bool:
    """Tell whether longitude and latitude are on the globe."""
    assert isinstance(east, (int, float))
    assert isinstance(north, (int, float))
    return abs(east) <= MAX_LONGITUDE and abs(north) <= MAX_LATITUDE
