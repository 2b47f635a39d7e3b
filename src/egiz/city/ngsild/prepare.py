"""From the stored form of an entity to the records of the store: filter values, places, bytes, history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from egiz.city.ngsild import geometry, moment
from egiz.city.ngsild.attribute import VALUE
from egiz.city.ngsild.change import Touched, instances
from egiz.city.ngsild.context import core
from egiz.city.ngsild.document import Json, Members, many, write
from egiz.city.ngsild.entity import HEAD
from egiz.city.ngsild.expire import first_end
from egiz.city.ngsild.render import View, render
from egiz.city.store.record import Cell, Entity, Kind, Observation, Place, Sort
from egiz.city.store.record import Value as CellValue

KINDS = {
    "Property": Kind.PROPERTY,
    "Relationship": Kind.RELATIONSHIP,
    "GeoProperty": Kind.GEO,
    "LanguageProperty": Kind.LANGUAGE,
    "JsonProperty": Kind.JSON,
    "VocabProperty": Kind.VOCAB,
    "ListProperty": Kind.LIST,
    "ListRelationship": Kind.LIST_RELATIONSHIP,
}
"""The store's number of each type of attribute."""

WHOLE = {Kind.GEO, Kind.LANGUAGE, Kind.JSON}
"""Types whose value is not compared as a whole."""

TOLD = {"type", "datasetId", "observedAt", "createdAt", "modifiedAt"}
"""Members of an instance that have a column of their own in the history."""

LARGEST = 2**63 - 1
"""Largest whole number of the store."""


def record(tenant: str, whole: Mapping[str, Json], changed: set[str] | None = None) -> Entity:
    """Make the store's record of an entity.

    Parameters
    ----------
    tenant
        Its tenant; empty for the default one.
    whole
        The stored form.
    changed
        The attributes whose filter values are needed; None: all.
    """
    return Entity(
        tenant=tenant,
        id=str(whole["id"]),
        types=tuple(str(one) for one in many(whole["type"])),
        document=write(dict(whole)),
        created=moment.micros(str(whole["createdAt"])),
        modified=moment.micros(str(whole["modifiedAt"])),
        scope=tuple(str(one) for one in many(whole.get("scope", []))),
        expires=first_end(whole),
        cells=tuple(_cells(whole, changed)),
        places=tuple(_places(whole)),
        rendered=(write(render(whole, View(core()))), None, None),
    )


def _cells(whole: Mapping[str, Json], changed: set[str] | None) -> Iterator[Cell]:
    """Give the filter values of attributes."""
    for name, value in whole.items():
        if name not in HEAD and (changed is None or name in changed):
            for one in instances(value):
                yield from _instance_cells(name, one)


def _instance_cells(name: str, one: Members) -> Iterator[Cell]:
    """Give the filter values of one instance, one for each element of an array."""
    kind = KINDS[str(one["type"])]
    seen = one.get("observedAt")
    observed = None if seen is None else moment.micros(str(seen))
    value = one.get(VALUE[str(one["type"])])
    dataset = str(one.get("datasetId", ""))
    if not isinstance(value, (list, dict)):
        sort, content = _sorted(value)
        yield Cell(name, kind, sort, content, dataset, 0, observed)
        return
    parts = [None] if kind in WHOLE or value == [] else many(value)
    for number, part in enumerate(parts):
        sort, content = _sorted(part)
        yield Cell(name, kind, sort, content, dataset, number, observed)


def _sorted(value: Json) -> tuple[Sort, CellValue]:
    """Tell what a value is."""
    if isinstance(value, bool):
        return Sort.TRUTH, int(value)
    if isinstance(value, int):
        return Sort.NUMBER, value if abs(value) <= LARGEST else float(value)
    if isinstance(value, float):
        return Sort.NUMBER, value
    if isinstance(value, str):
        return Sort.TEXT, value
    if isinstance(value, dict) and isinstance(value.get("object"), str):
        return Sort.TEXT, str(value["object"])
    return Sort.OTHER, None


def _places(whole: Mapping[str, Json]) -> Iterator[Place]:
    """Give the geometries of an entity."""
    for name, value in whole.items():
        if name in HEAD:
            continue
        for one in instances(value):
            if one.get("type") != "GeoProperty":
                continue
            box = geometry.box(one.get("value"))
            if box is not None:
                west, south, east, north = box
                text = write(one["value"]).decode()
                yield Place(name, (west, east, south, north), text, str(one.get("datasetId", "")))


def observation(tenant: str, entity: str, touched: Touched, moment_: int) -> Observation:
    """Make the record of history for one instance that a change touched at a moment [microseconds]."""
    one = touched.instance
    kind = str(one["type"])
    value = one.get(VALUE[kind])
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    extra = {name: part for name, part in one.items() if name not in TOLD and name != VALUE[kind]}
    gone = touched.event == "deleted"
    seen = None if gone else one.get("observedAt")
    return Observation(
        tenant=tenant,
        entity=entity,
        attribute=touched.attribute,
        value=value if number and isinstance(value, (int, float)) else write(value),
        created=moment_ if touched.event == "created" else moment.micros(str(one["createdAt"])),
        kind=KINDS[kind],
        dataset=touched.dataset,
        observed_at=None if seen is None else moment.micros(str(seen)),
        modified=moment_,
        extra=write(extra) if extra else None,
        deleted=gone,
    )
