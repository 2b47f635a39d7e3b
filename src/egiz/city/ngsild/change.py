"""Changes of one stored entity: append, update, merge, replace, delete; pure, from document to document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import msgspec

from egiz.city.ngsild.attribute import FIXED, VALUE
from egiz.city.ngsild.document import NULL, Json, Members, many
from egiz.city.ngsild.entity import HEAD
from egiz.city.ngsild.problem import bad, missing

Event: TypeAlias = Literal["created", "updated", "deleted"]
"""What happened to an instance of an attribute."""


class Touched(msgspec.Struct, frozen=True):
    """One instance of an attribute that a change touched."""

    attribute: str
    """Its attribute, as IRI."""
    dataset: str
    """Its datasetId; empty for the default instance."""
    event: Event
    """What happened."""
    instance: Mapping[str, Json]
    """The instance after the change, or the one that was deleted."""


class Change(msgspec.Struct, frozen=True):
    """What one operation does to one entity."""

    tenant: str
    """Its tenant; empty for the default one."""
    id: str
    """Its identifier."""
    before: Mapping[str, Json] | None
    """The stored form before; None: it was not there."""
    after: Mapping[str, Json] | None
    """The stored form after; None: it was deleted."""
    stamp: str
    """The moment of the change."""
    touched: tuple[Touched, ...] = ()
    """The instances of attributes that were touched."""
    refused: tuple[tuple[str, str], ...] = ()
    """Attributes (as IRIs) that were not changed, and why."""


@dataclass(slots=True)
class Draft:
    """A change in the making."""

    whole: Members
    """The document as it becomes."""
    stamp: str
    """The moment of the change."""
    touched: list[Touched] = field(default_factory=list)
    """What was touched so far."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """What was refused so far."""

    def done(self, tenant: str, before: Mapping[str, Json] | None) -> Change:
        """End the change."""
        if self.touched or before is None or self.whole != before:
            self.whole["modifiedAt"] = self.stamp
        touched, refused = tuple(self.touched), tuple(self.refused)
        return Change(tenant, str(self.whole["id"]), before, self.whole, self.stamp, touched, refused)


def created(tenant: str, whole: Members, stamp: str) -> Change:
    """Begin an entity."""
    touched = tuple(
        Touched(name, str(one.get("datasetId", "")), "created", one)
        for name, value in whole.items()
        if name not in HEAD
        for one in instances(value)
    )
    return Change(tenant, str(whole["id"]), None, whole, stamp, touched)


def deleted(tenant: str, whole: Members, stamp: str) -> Change:
    """End an entity."""
    touched = tuple(
        Touched(name, str(one.get("datasetId", "")), "deleted", one)
        for name, value in whole.items()
        if name not in HEAD
        for one in instances(value)
    )
    return Change(tenant, str(whole["id"]), whole, None, stamp, touched)


def replaced(tenant: str, before: Members, whole: Members, stamp: str) -> Change:
    """Put a new document in the place of the one stored; types are added, all else is replaced."""
    draft = Draft({**whole, "createdAt": before["createdAt"]}, stamp)
    for name, value in before.items():
        if name not in HEAD:
            kept = {_dataset(one) for one in instances(whole.get(name, []))}
            gone = [one for one in instances(value) if _dataset(one) not in kept]
            draft.touched += [Touched(name, _dataset(one), "deleted", one) for one in gone]
    for name, value in whole.items():
        if name not in HEAD:
            old = {_dataset(one) for one in instances(before.get(name, []))}
            draft.touched += [
                Touched(name, _dataset(one), "updated" if _dataset(one) in old else "created", one)
                for one in instances(value)
            ]
    return draft.done(tenant, before)


def appended(tenant: str, before: Members, fragment: Members, stamp: str, *, overwrite: bool) -> Change:
    """Add attributes; those that are there are replaced, or refused where nothing may be overwritten."""
    draft = Draft(dict(before), stamp)
    _add_head(draft, fragment)
    if "scope" in fragment:
        kept = [] if overwrite else many(before.get("scope", []))
        draft.whole["scope"] = [*kept, *(one for one in many(fragment["scope"]) if one not in kept)]
    for name, value in fragment.items():
        if name in HEAD:
            continue
        for one in instances(value):
            there = _find(draft.whole, name, _dataset(one)) is not None
            if there and not overwrite:
                draft.refused.append((name, "it is there already"))
            else:
                _set(draft, name, one)
    return draft.done(tenant, before)


def updated(tenant: str, before: Members, fragment: Members, stamp: str) -> Change:
    """Replace instances that are there and add others; the null of the standard deletes."""
    draft = Draft(dict(before), stamp)
    _add_head(draft, fragment)
    if "scope" in fragment:
        _update_scope(draft, fragment["scope"])
    for name, value in fragment.items():
        if name in HEAD:
            continue
        for one in instances(value):
            if is_null(one):
                _remove(draft, name, _dataset(one))
            else:
                _set(draft, name, one)
    return draft.done(tenant, before)


def _update_scope(draft: Draft, scope: Json) -> None:
    """Replace the scopes where there are some; the null of the standard deletes them."""
    if "scope" not in draft.whole:
        draft.refused.append(("scope", "it is not there"))
    elif many(scope) == [NULL]:
        del draft.whole["scope"]
    else:
        draft.whole["scope"] = scope


def merged(tenant: str, before: Members, fragment: Members, stamp: str) -> Change:
    """Merge a fragment into a document as a JSON merge patch does, with the null of the standard for null."""
    draft = Draft(dict(before), stamp)
    _add_head(draft, fragment)
    if "scope" in fragment:
        if many(fragment["scope"]) == [NULL]:
            draft.whole.pop("scope", None)
        else:
            draft.whole["scope"] = fragment["scope"]
    for name, value in fragment.items():
        if name in HEAD:
            continue
        for one in instances(value):
            _merge_one(draft, name, one)
    return draft.done(tenant, before)


def _merge_one(draft: Draft, name: str, one: Members) -> None:
    """Merge one instance of an attribute."""
    old = _find(draft.whole, name, _dataset(one))
    if is_null(one):
        if old is not None:
            _remove(draft, name, _dataset(one))
    elif old is None:
        _set(draft, name, _complete(name, one))
    else:
        _set(draft, name, merge_instance(old, one))


def partially(tenant: str, before: Members, name: str, given: list[Members], stamp: str) -> Change:
    """Change members of instances of one attribute that is there.

    Raises
    ------
    Problem
        The instance is not there.
    """
    draft = Draft(dict(before), stamp)
    for one in given:
        old = _find(draft.whole, name, _dataset(one))
        if old is None:
            raise missing(f"the entity has no such attribute or instance: {name}")
        if one.get("type", old["type"]) != old["type"]:
            raise bad(f"the attribute is a {old['type']} and stays one")
        if is_null(one):
            _remove(draft, name, _dataset(one))
        else:
            _set(draft, name, merge_instance(old, one, whole_value=True))
    return draft.done(tenant, before)


def attribute_replaced(tenant: str, before: Members, name: str, given: list[Members], stamp: str) -> Change:
    """Put new instances in the place of those of one attribute that is there.

    Raises
    ------
    Problem
        The attribute is not there.
    """
    if name not in before:
        raise missing(f"the entity has no such attribute: {name}")
    draft = Draft(dict(before), stamp)
    for one in given:
        _set(draft, name, one)
    return draft.done(tenant, before)


def attribute_deleted(tenant: str, before: Members, name: str, dataset: str | None, stamp: str) -> Change:
    """Delete an instance of an attribute, or all of them.

    Parameters
    ----------
    tenant
        The tenant.
    before
        The stored form.
    name
        The attribute, as IRI; ``scope`` deletes the scopes.
    dataset
        The datasetId; empty for the default instance, None for all.
    stamp
        The moment.

    Raises
    ------
    Problem
        There is no such instance.
    """
    draft = Draft(dict(before), stamp)
    if name == "scope" and "scope" in before:
        del draft.whole["scope"]
        return draft.done(tenant, before)
    found = [one for one in instances(before.get(name, [])) if dataset is None or _dataset(one) == dataset]
    if not found:
        raise missing(f"the entity has no such attribute or instance: {name}")
    for one in found:
        _remove(draft, name, _dataset(one))
    return draft.done(tenant, before)


def merge_instance(old: Members, new: Members, *, whole_value: bool = False) -> Members:
    """Merge the members of one instance into those stored.

    Parameters
    ----------
    old
        The stored instance.
    new
        The new members; the null of the standard deletes.
    whole_value
        Whether a value that is an object is replaced and not merged.
    """
    result = dict(old)
    for name, value in new.items():
        if name in {"createdAt", "modifiedAt"}:
            continue
        if value == NULL:
            result.pop(name, None)
        elif name in VALUE.values():
            result[name] = value if whole_value else _patched(result.get(name), value)
        elif name in FIXED or name == "type":
            result[name] = value
        else:
            _merge_own(result, name, (value, str(new["modifiedAt"])))
    if new.get("type", old["type"]) != old["type"]:
        stale = set(VALUE.values()) - {VALUE[str(new["type"])]}
        result = {name: value for name, value in result.items() if name not in stale}
    if VALUE[str(result["type"])] not in result:
        raise bad(f"a {result['type']} needs the member {VALUE[str(result['type'])]}")
    result["modifiedAt"] = new["modifiedAt"]
    return result


def _merge_own(result: Members, name: str, given: tuple[Json, str]) -> None:
    """Merge an attribute of an attribute."""
    value, _ = given
    kept: list[Json] = [*instances(result.get(name, []))]
    for one in instances(value):
        same = next((old for old in kept if isinstance(old, dict) and _dataset(old) == _dataset(one)), None)
        kept = [old for old in kept if old is not same]
        if not is_null(one):
            kept.append(merge_instance(same, one) if isinstance(same, dict) else _complete(name, one))
    if kept:
        result[name] = kept
    else:
        result.pop(name, None)


def _complete(name: str, one: Members) -> Members:
    """Take an attribute that was not there before; it must hold a value."""
    if VALUE.get(str(one.get("type"))) not in one:
        raise bad(f"{name} is not there yet and needs a value")
    return _without_null(one)


def _patched(old: Json, new: Json) -> Json:
    """Merge a JSON value into another as a merge patch does."""
    if not isinstance(new, dict) or not isinstance(old, dict):
        return _without_null(new) if isinstance(new, dict) else new
    result = dict(old)
    for name, value in new.items():
        if value is None or value == NULL:
            result.pop(name, None)
        else:
            result[name] = _patched(result.get(name), value)
    return result


def _without_null(value: Members) -> Members:
    """Leave out what the null of the standard deletes, where nothing is stored to delete."""
    result: Members = {}
    for name, one in value.items():
        if one == NULL or (isinstance(one, list) and one and all(_null_instance(part) for part in one)):
            continue
        result[name] = _without_null(one) if isinstance(one, dict) and name not in {"json"} else one
    return result


def _null_instance(value: Json) -> bool:
    return isinstance(value, dict) and is_null(value)


def is_null(instance: Mapping[str, Json]) -> bool:
    """Tell whether an instance says that it is to be deleted."""
    for member in VALUE.values():
        value = instance.get(member)
        if value == NULL or (member == "languageMap" and value == {"@none": NULL}):
            return True
        if isinstance(value, list) and value and all(one in (NULL, {"object": NULL}) for one in value):
            return True
    return False


def instances(value: Json) -> list[Members]:
    """Give the instances of a stored attribute."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _dataset(one: Mapping[str, Json]) -> str:
    return str(one.get("datasetId", ""))


def _find(whole: Members, name: str, dataset: str) -> Members | None:
    return next((one for one in instances(whole.get(name, [])) if _dataset(one) == dataset), None)


def _set(draft: Draft, name: str, one: Members) -> None:
    """Put one instance in its place."""
    old = _find(draft.whole, name, _dataset(one))
    fresh = {**one, "modifiedAt": draft.stamp, "createdAt": old["createdAt"] if old else draft.stamp}
    before: list[Json] = [*instances(draft.whole.get(name, []))]
    place = next((index for index, known in enumerate(before) if known is old), len(before))
    draft.whole[name] = [*before[:place], fresh, *before[place + 1 :]]
    draft.touched.append(Touched(name, _dataset(one), "updated" if old else "created", fresh))


def _remove(draft: Draft, name: str, dataset: str) -> None:
    """Take one instance out."""
    old = _find(draft.whole, name, dataset)
    if old is None:
        return
    rest: list[Json] = [one for one in instances(draft.whole[name]) if one is not old]
    if rest:
        draft.whole[name] = rest
    else:
        del draft.whole[name]
    draft.touched.append(Touched(name, dataset, "deleted", old))


def _add_head(draft: Draft, fragment: Mapping[str, Json]) -> None:
    """Add the types of a fragment to those of the entity, and set when it ends."""
    if fragment.get("expiresAt") == NULL:
        draft.whole.pop("expiresAt", None)
    elif "expiresAt" in fragment:
        draft.whole["expiresAt"] = fragment["expiresAt"]
    if "type" in fragment:
        draft.whole["type"] = [
            *dict.fromkeys([*map(str, many(draft.whole["type"])), *map(str, many(fragment["type"]))])
        ]
