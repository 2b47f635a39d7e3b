"""One entity: read from what a client sends, checked, and written in the stored form.

The stored form is a JSON object: ``id``, ``type`` (a list of IRIs), ``scope`` (a list, if any),
``createdAt``, ``modifiedAt``, ``expiresAt`` (if any), and each attribute by its IRI as a list of instances.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from egiz.city.ngsild import moment
from egiz.city.ngsild.attribute import MEMBERS, PROOF, Reading, read_attribute
from egiz.city.ngsild.context import KEYWORDS, Context, core
from egiz.city.ngsild.document import NULL, Json, Members, many, members
from egiz.city.ngsild.name import uri_checked
from egiz.city.ngsild.plain import read_plain
from egiz.city.ngsild.problem import bad

HEAD = {"id", "type", "scope", "createdAt", "modifiedAt", "deletedAt", "expiresAt", "@context"}
"""Members of an entity that are not attributes."""

SCOPE = re.compile(r"/?[^\W\d_]\w*(/[^\W\d_]\w*)*")
"""A scope: names parted by slashes, each a letter and then letters, digits and underscores."""


def read_entity(given: Json, reading: Reading, *, id_given: str = "") -> Members:
    """Read a whole entity into its stored form.

    Parameters
    ----------
    given
        What the client sent, in any representation.
    reading
        Context and moment.
    id_given
        The identifier that the path names, for operations in which the body may leave it out.

    Returns
    -------
    Members
        The stored form.

    Raises
    ------
    Problem
        It is not what the standard allows.
    """
    whole = aliased(members(given, "an entity"))
    if "id" not in whole and not id_given:
        raise bad("an entity needs an id")
    if "type" not in whole:
        raise bad("an entity needs a type")
    head: Members = {
        "id": id_checked(whole.get("id", id_given), id_given),
        "type": read_types(whole["type"], reading.context),
        **read_head(whole, reading),
        "createdAt": reading.stamp,
        "modifiedAt": reading.stamp,
    }
    return {**head, **read_attributes(whole, reading)}


def read_fragment(given: Json, reading: Reading, *, id_given: str = "") -> Members:
    """Read a part of an entity: attributes, and types, scopes and an identifier if they are there.

    Raises
    ------
    Problem
        It is not what the standard allows.
    """
    whole = aliased(members(given, "a fragment of an entity"))
    head: Members = {}
    if "id" in whole:
        head["id"] = id_checked(whole["id"], id_given)
    if "type" in whole:
        head["type"] = read_types(whole["type"], reading.context)
    return {**head, **read_head(whole, reading), **read_attributes(whole, reading)}


def aliased(whole: Members) -> Members:
    """Write the keywords of JSON-LD by their names in the core context."""
    if "@id" not in whole and "@type" not in whole:
        return whole
    return {{"@id": "id", "@type": "type"}.get(name, name): value for name, value in whole.items()}


def id_checked(given: Json, named: str) -> str:
    """Check an identifier against the one that the path names.

    Raises
    ------
    Problem
        It is no URI, or another one.
    """
    if not isinstance(given, str):
        raise bad("an id must be a text")
    if named and given != named:
        raise bad(f"the body is about {given}, the path about {named}")
    return uri_checked(given, "an id")


def read_types(given: Json, context: Context) -> list[Json]:
    """Expand the types of an entity.

    Raises
    ------
    Problem
        There is none, or one is no name.
    """
    names = many(given)
    if not names or not all(isinstance(name, str) and name and name not in KEYWORDS for name in names):
        raise bad("a type must be a name or a list of names")
    types = [context.checked(str(name)) for name in names]
    return [*dict.fromkeys(types)]


def read_head(whole: Mapping[str, Json], reading: Reading) -> Members:
    """Read the scopes and the end of life of an entity, if they are there.

    Raises
    ------
    Problem
        One is not what the standard allows.
    """
    head: Members = {}
    if "scope" in whole:
        scopes = many(whole["scope"])
        for scope in scopes:
            deletes = scope == NULL and reading.patch
            if not deletes and not (isinstance(scope, str) and SCOPE.fullmatch(scope)):
                raise bad(f"{scope!r} is not a scope")
        head["scope"] = scopes
    if reading.patch and whole.get("expiresAt") == NULL:
        head["expiresAt"] = NULL
    elif whole.get("expiresAt") is not None:
        head["expiresAt"] = moment.checked(whole["expiresAt"], "expiresAt")
    return head


def read_attributes(whole: Mapping[str, Json], reading: Reading) -> Members:
    """Read every attribute of an entity or a fragment.

    Raises
    ------
    Problem
        One is not what the standard allows, or two names stand for one attribute.
    """
    found: Members = {}
    context, stamp, geometries = reading.context, reading.stamp, places()
    for name, value in whole.items():
        if name in HEAD:
            continue
        if name in MEMBERS:
            raise bad(f"{name} is a member of attributes and names none")
        iri = context.checked(name)
        if iri in found:
            raise bad(f"{name} stands for an attribute that is there already")
        plain = read_plain(value, stamp) if isinstance(value, dict) and name != PROOF else None
        given: list[Json] = read_attribute(name, value, reading) if plain is None else [plain]
        found[iri] = given
        if iri in geometries and not _is_place(given):
            raise bad(f"{name} must be a GeoProperty")
    return found


@functools.cache
def places() -> frozenset[str]:
    """Name the attributes that hold a place and nothing else."""
    return frozenset(core().expand(name) for name in ("location", "observationSpace", "operationSpace"))


def _is_place(instances: list[Json]) -> bool:
    """Tell whether every instance is a place, or leaves its type open."""
    return all(isinstance(one, dict) and one.get("type") in {None, "GeoProperty"} for one in instances)


def attributes(stored: Mapping[str, Json]) -> Iterable[tuple[str, list[Json]]]:
    """Give the attributes of a stored entity and the instances of each."""
    return ((name, many(value)) for name, value in stored.items() if name not in HEAD)
