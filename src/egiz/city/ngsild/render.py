"""From the stored form to what a client asked for: normalized, concise or simplified, in its context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from egiz.city.ngsild.attribute import MEMBERS, VALUE
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import Json, Members, many
from egiz.city.ngsild.entity import HEAD

NORMALIZED, CONCISE, SIMPLIFIED = "normalized", "concise", "keyValues"

SYSTEM = ("createdAt", "modifiedAt", "deletedAt", "expiresAt")
"""Members that a response holds only where they are asked for."""

KEPT_WHOLE = {"languageMap", "vocab", "json"}
"""Values that the simplified representation still names by their member."""


@dataclass(frozen=True, slots=True)
class View:
    """What a response shows, and how."""

    context: Context
    """The names it uses."""
    form: str = NORMALIZED
    """Normalized, concise or simplified."""
    system: bool = False
    """Whether the members that the hub writes are shown."""
    pick: frozenset[str] | None = None
    """Attributes (as IRIs) and members to show; None: all."""
    omit: frozenset[str] = frozenset()
    """Attributes (as IRIs) and members to leave out."""
    language: str = ""
    """The languages wanted, as an Accept-Language header orders them."""
    datasets: frozenset[str] | None = None
    """The instances to show by datasetId, ``@none`` for the default one; None: all."""
    keep_bare: bool = False
    """Whether an entity without any shown attribute is still shown whole (id and type)."""


def render(stored: Mapping[str, Json], view: View) -> Members:
    """Show one entity.

    Parameters
    ----------
    stored
        The stored form.
    view
        What to show.

    Returns
    -------
    Members
        The entity in the names of the view's context.
    """
    shown: Members = {}
    for name in ("id", "type", "scope", *(SYSTEM if view.system else ())):
        if name in stored and _wanted(name, view):
            shown[name] = _head(name, stored[name], view)
    if view.system is False and view.pick is not None:
        shown.update({name: stored[name] for name in SYSTEM if name in view.pick and name in stored})
    for name, instances in stored.items():
        if name in HEAD or not _wanted(name, view):
            continue
        chosen = _chosen(many(instances), view)
        if chosen:
            shown[view.context.compact(name)] = _instances(chosen, view)
    return shown


def _wanted(name: str, view: View) -> bool:
    return (view.pick is None or name in view.pick) and name not in view.omit


def _head(name: str, value: Json, view: View) -> Json:
    if name == "type":
        return _single([view.context.compact(str(one)) for one in many(value)])
    return _single(many(value)) if name == "scope" else value


def _single(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values


def _chosen(instances: list[Json], view: View) -> list[Members]:
    """Take the instances of the datasets that are wanted."""
    found = [one for one in instances if isinstance(one, dict)]
    if view.datasets is None:
        return found
    return [one for one in found if str(one.get("datasetId", "@none")) in view.datasets]


def _instances(instances: list[Members], view: View) -> Json:
    """Show the instances of one attribute."""
    if view.form == SIMPLIFIED:
        if len(instances) == 1 and "datasetId" not in instances[0]:
            return _simple(instances[0], view)
        if len(instances) == 1:
            return _simple(instances[0], view)
        return {"dataset": {str(one.get("datasetId", "@none")): _simple(one, view) for one in instances}}
    shown = [_instance(one, view) for one in instances]
    return shown[0] if len(shown) == 1 else [_held(one) for one in shown]


def _held(shown: Json) -> Json:
    """Give a bare value its member back, where it stands among other instances."""
    if isinstance(shown, dict) and shown.keys() & MEMBERS and "coordinates" not in shown:
        return shown
    return {"value": shown}


def _instance(stored: Members, view: View) -> Json:
    """Show one instance, normalized or concise."""
    turned = in_language(stored, view.language)
    shown: Members = {}
    for name, value in turned.items():
        if name in SYSTEM:
            if view.system:
                shown[name] = value
        elif name in MEMBERS:
            shown[name] = _value(name, value, view)
        else:
            shown[view.context.compact(name)] = _instances(_dicts(value), view)
    return concise(shown) if view.form == CONCISE else shown


def _dicts(value: Json) -> list[Members]:
    return [one for one in many(value) if isinstance(one, dict)]


def _value(name: str, value: Json, view: View) -> Json:
    """Show one member, terms compacted."""
    if name in {"vocab", "objectType", "valueType", "entityTypeSealed"}:
        return _compacted(value, view.context)
    return value


def _compacted(value: Json, context: Context) -> Json:
    if isinstance(value, list):
        return [context.compact(str(one)) for one in value]
    return context.compact(str(value))


def concise(shown: Members) -> Json:
    """Take out of a normalized instance what its other members tell."""
    kind = shown.get("type")
    rest = {name: value for name, value in shown.items() if name != "type"}
    if kind in {"Property", "GeoProperty"} and list(rest) == ["value"]:
        value = rest["value"]
        if kind == "GeoProperty" or not isinstance(value, dict):
            return value
    return rest


def _simple(stored: Members, view: View) -> Json:
    """Show the value of one instance and nothing else."""
    turned = in_language(stored, view.language)
    member = VALUE[str(turned["type"])]
    value = _value(member, turned.get(member), view)
    if member == "objectList":
        return [one.get("object") if isinstance(one, dict) else one for one in many(value)]
    return {member: value} if member in KEPT_WHOLE else value


def in_language(stored: Members, wanted: str) -> Members:
    """Turn the map of a language property into one text, where a language is wanted."""
    if not wanted or stored.get("type") != "LanguageProperty":
        return stored
    words = stored.get("languageMap")
    if not isinstance(words, dict) or not words:
        return stored
    language = best_language(list(words), wanted)
    rest = {name: value for name, value in stored.items() if name not in {"type", "languageMap"}}
    return {"type": "Property", "value": words[language], "lang": language, **rest}


def best_language(known: list[str], wanted: str) -> str:
    """Choose a language as an Accept-Language header asks: the first that fits, else any."""
    for choice in _ordered(wanted):
        if choice == "*":
            break
        for language in known:
            if language.lower() == choice.lower():
                return language
        for language in known:
            if language.lower().partition("-")[0] == choice.lower().partition("-")[0]:
                return language
    return next((language for language in ("@none", "en") if language in known), known[0])


def _ordered(wanted: str) -> Iterable[str]:
    """Order the languages wanted by their weight."""
    weighed: list[tuple[float, int, str]] = []
    for index, part in enumerate(wanted.split(",")):
        language, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1.0), index, language.strip()))
        except ValueError:
            weighed.append((-1.0, index, language.strip()))
    return [language for _, _, language in sorted(weighed)]


def feature(shown: Members, place: Json) -> Members:
    """Turn a shown entity into a feature of GeoJSON, at the place that one of its attributes tells."""
    properties = {name: value for name, value in shown.items() if name != "id"}
    return {"id": shown.get("id"), "type": "Feature", "geometry": place, "properties": properties}


def place_of(stored: Mapping[str, Json], attribute: str, dataset: str = "") -> Json:
    """Give the geometry of one attribute, or None."""
    for one in _dicts(stored.get(attribute, [])):
        if one.get("type") == "GeoProperty" and str(one.get("datasetId", "")) == dataset:
            return one.get("value")
    return None
