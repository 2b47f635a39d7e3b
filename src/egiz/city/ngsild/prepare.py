"""From the stored form of an entity to the records of the store: filter values, places, bytes, history."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from egiz.city.ngsild import geometry, moment
from egiz.city.ngsild.attribute import VALUE
from egiz.city.ngsild.change import Change, Touched, instances
from egiz.city.ngsild.context import core
from egiz.city.ngsild.document import Json, Members, many, write
from egiz.city.ngsild.entity import HEAD
from egiz.city.ngsild.expire import first_end
from egiz.city.ngsild.render import SYSTEM, View, render
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

KINDS_HELD = {name: (kind, VALUE[name]) for name, kind in KINDS.items()}
"""That number and the member that holds the value of each type."""

WHOLE = {Kind.GEO, Kind.LANGUAGE, Kind.JSON}
"""Types whose value is not compared as a whole."""

TOLD = {"type", "datasetId", "observedAt", "createdAt", "modifiedAt"}
"""Members of an instance that have a column of their own in the history."""

SHOWN = frozenset({"type", "value", "object", "languageMap", "unitCode", "datasetId", "observedAt", *SYSTEM})
"""Members of an instance that a response in the core context shows as they are stored, or leaves out."""

HIDDEN = frozenset(SYSTEM)
"""Members of an instance that such a response leaves out."""

LARGEST = 2**63 - 1
"""Largest whole number of the store."""


class Times(dict[str, int]):
    """Moments that were checked before, as microseconds; each text is read once."""

    def __missing__(self, text: str) -> int:
        """Read a moment."""
        found = self[text] = moment.micros(text)
        return found


def record(
    tenant: str, whole: Mapping[str, Json], changed: Collection[str] | None = None, times: Times | None = None
) -> Entity:
    """Make the store's record of an entity.

    Parameters
    ----------
    tenant
        Its tenant; empty for the default one.
    whole
        The stored form.
    changed
        The attributes whose filter values are needed; None: all, and the places too.
    times
        Moments read before.
    """
    times = Times() if times is None else times
    document = write(dict(whole))
    return Entity(
        tenant=tenant,
        id=str(whole["id"]),
        types=tuple(map(str, many(whole["type"]))),
        document=document,
        created=times[str(whole["createdAt"])],
        modified=times[str(whole["modifiedAt"])],
        scope=tuple(map(str, many(whole["scope"]))) if "scope" in whole else (),
        expires=first_end(whole) if b'"expiresAt"' in document else None,
        cells=tuple(_cells(whole, changed, times)),
        places=tuple(_places(whole)) if changed is None else None,
        rendered=(write(normalized(whole)), None, None),
    )


def changed_record(change: Change, times: Times) -> tuple[Entity, Collection[str] | None]:
    """Make the record of an entity after a change that leaves it there, and name what of it changed."""
    assert change.after is not None
    if change.before is None:
        return record(change.tenant, change.after, None, times), None
    names = {one.attribute for one in change.touched}
    made = record(change.tenant, change.after, names, times)
    if any(_has_place(whole.get(name)) for whole in (change.before, change.after) for name in names):
        made = replace(made, places=tuple(_places(change.after)))
    return made, names


def _has_place(value: Json) -> bool:
    """Tell whether an attribute has an instance that is a place."""
    return any(one.get("type") == "GeoProperty" for one in instances(value))


def normalized(whole: Mapping[str, Json]) -> Members:
    """Show an entity normalized in the core context, as `render` does, at once where all of it is plain.

    Parameters
    ----------
    whole
        The stored form.
    """
    context = core()
    types = [context.compact(str(one)) for one in many(whole["type"])]
    shown: Members = {"id": whole["id"], "type": types[0] if len(types) == 1 else [*types]}
    if "scope" in whole:
        return render(whole, View(context))
    for name, value in whole.items():
        if name in HEAD:
            continue
        told: list[Json] = []
        for one in many(value):
            if not isinstance(one, dict) or not one.keys() <= SHOWN:
                return render(whole, View(context))
            told.append({member: one[member] for member in one if member not in HIDDEN})
        shown[context.compact(name)] = told[0] if len(told) == 1 else told
    return shown


def _cells(whole: Mapping[str, Json], changed: Collection[str] | None, times: Times) -> list[Cell]:
    """Give the filter values of attributes."""
    found: list[Cell] = []
    for name, value in whole.items():
        if name in HEAD or (changed is not None and name not in changed):
            continue
        for one in value if isinstance(value, list) else ():
            if not isinstance(one, dict):
                continue
            kind, holder = KINDS_HELD[str(one["type"])]
            seen = one.get("observedAt")
            observed = None if seen is None else times[str(seen)]
            held = one.get(holder)
            if type(held) is float and "datasetId" not in one:
                found.append(Cell(name, kind, Sort.NUMBER, held, "", 0, observed))
            else:
                dataset = str(one.get("datasetId", ""))
                for number, part in enumerate(_parts(kind, held)):
                    found.append(Cell(name, kind, *_sorted(part), dataset, number, observed))
    return found


def _parts(kind: Kind, value: Json) -> list[Json]:
    """Give the elements of a value that are compared, one for nothing."""
    if not isinstance(value, (list, dict)):
        return [value]
    return [None] if kind in WHOLE or value == [] else many(value)


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
        for one in value if isinstance(value, list) else ():
            if not isinstance(one, dict) or one.get("type") != "GeoProperty":
                continue
            box = geometry.box(one.get("value"))
            if box is not None:
                west, south, east, north = box
                text = write(one["value"]).decode()
                yield Place(name, (west, east, south, north), text, str(one.get("datasetId", "")))


def history(change: Change, times: Times) -> list[Observation]:
    """Make the records of history for everything that a change touched."""
    now = times[change.stamp]
    return [observation(change.tenant, change.id, one, now, times) for one in change.touched]


def observation(
    tenant: str, entity: str, touched: Touched, now: int, times: Times | None = None
) -> Observation:
    """Make the record of history for one instance that a change touched at a moment [microseconds]."""
    times = Times() if times is None else times
    one = touched.instance
    kind, holder = KINDS_HELD[str(one["type"])]
    value = one.get(holder)
    extra = {name: part for name, part in one.items() if name not in TOLD and name != holder}
    gone = touched.event == "deleted"
    seen = None if gone else one.get("observedAt")
    return Observation(
        tenant=tenant,
        entity=entity,
        attribute=touched.attribute,
        value=value if type(value) is float or type(value) is int else write(value),
        created=now if touched.event == "created" else times[str(one["createdAt"])],
        kind=kind,
        dataset=touched.dataset,
        observed_at=None if seen is None else times[str(seen)],
        modified=now,
        extra=write(extra) if extra else None,
        deleted=gone,
    )
