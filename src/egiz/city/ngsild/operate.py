"""Operations on one entity: create, replace, merge, delete, and those on its attributes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from egiz.city.ngsild import change as changes
from egiz.city.ngsild.attribute import Reading, read_attribute
from egiz.city.ngsild.change import Change
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import Json, Members, many, members, write
from egiz.city.ngsild.entity import HEAD, aliased, read_entity, read_fragment
from egiz.city.ngsild.exchange import ROOT, Request, Response
from egiz.city.ngsild.filter.select import types_match
from egiz.city.ngsild.hub import Hub, commit, stamp_of, stored, tenant_checked
from egiz.city.ngsild.name import name_checked, uri_checked
from egiz.city.ngsild.negotiate import (
    BODIES,
    JSON,
    MERGE,
    asked_context,
    context_of,
    read_body,
)
from egiz.city.ngsild.parameter import FORMS, Given, known, options, truth
from egiz.city.ngsild.problem import Problem, bad, missing
from egiz.city.ngsild.simple import dated, from_simple
from egiz.city.store.reading import Reading as Snapshot
from egiz.city.store.writing import Writing

FRAGMENTS = (*BODIES, MERGE)
"""What operations that change a part read."""

Step = Callable[[Members], Change]
"""From the stored form to the change of it."""


def fragment_of(request: Request, hub: Hub, allowed: Sequence[str] = FRAGMENTS) -> tuple[Members, Context]:
    """Read the object in a body, and its context.

    Raises
    ------
    Problem
        It cannot be read.
    """
    content, media = read_body(request, allowed)
    whole = members(content, "the body")
    return whole, context_of(whole, JSON if media == MERGE else media, request, hub.contexts)


async def create(request: Request, hub: Hub) -> Response:
    """Create an entity."""
    known(request, ("options", "type"))
    content, media = read_body(request)
    if not isinstance(content, dict):
        raise Problem("InvalidRequest", "the body must be a JSON object")
    context = context_of(content, media, request, hub.contexts)
    stamp = stamp_of(request)
    whole = read_entity(content, Reading(context, stamp))
    change = changes.created(request.tenant, whole, stamp)

    def operation(writing: Writing) -> None:
        if writing.entity(request.tenant, change.id) is not None:
            raise Problem("AlreadyExists", f"there is an entity {change.id} already")
        commit(writing, hub, change)

    await hub.store.write(operation)
    return Response(201, {"location": f"{ROOT}/entities/{quote(change.id, safe=':')}"})


def found(reading: Snapshot, request: Request, hub: Hub, name: str) -> Members:
    """Read one entity, which must be of the types that the query names, if any.

    Raises
    ------
    Problem
        It is not there.
    """
    before = stored(reading, request.tenant, name)
    if before is None:
        tenant_checked(reading, request.tenant)
        raise missing(f"there is no entity {name}")
    wanted = request.parameters().get("type")
    if wanted is not None and wanted != "*":
        context = asked_context(request, hub.contexts)
        if not types_match(wanted, context, map(str, many(before["type"]))):
            raise missing(f"there is no entity {name} of the type {wanted}")
    return before


async def changed(request: Request, hub: Hub, name: str, step: Step) -> Change:
    """Change one entity that is there.

    Raises
    ------
    Problem
        It is not there, or the step refuses.
    """

    def operation(writing: Writing) -> Change:
        change = step(found(writing, request, hub, name))
        if change.touched or change.after != change.before:
            commit(writing, hub, change)
        return change

    return await hub.store.write(operation)


async def replace(request: Request, hub: Hub, name: str) -> Response:
    """Replace an entity whole."""
    known(request, ("options", "type"))
    uri_checked(name, "an entity's id")
    given, context = fragment_of(request, hub, BODIES)
    stamp = stamp_of(request)
    given = aliased(given)
    if "type" in given:
        whole = read_entity({"id": name, **given}, Reading(context, stamp), id_given=name)
    else:
        whole = {**read_fragment(given, Reading(context, stamp), id_given=name), "id": name}

    def step(before: Members) -> Change:
        head: Members = {"id": name, "type": whole.get("type", before["type"])}
        return changes.replaced(request.tenant, before, {**head, **whole}, stamp)

    await changed(request, hub, name, step)
    return Response(204)


async def merge(request: Request, hub: Hub, name: str) -> Response:
    """Merge a fragment into an entity."""
    parameters = known(request, ("options", "format", "lang", "observedAt", "type"))
    uri_checked(name, "an entity's id")
    given, context = fragment_of(request, hub)
    stamp = stamp_of(request)
    simplified = bool({"keyValues", "simplified"} & options(parameters, FORMS))
    reading = Reading(context, stamp, patch=True, deep=True, partial=True)

    def step(before: Members) -> Change:
        dressed = from_simple(given, before, context, parameters) if simplified else _dated(given, parameters)
        fragment = read_fragment(dressed, reading, id_given=name)
        return changes.merged(request.tenant, before, fragment, stamp)

    await changed(request, hub, name, step)
    return Response(204)


def _dated(given: Members, parameters: Given) -> Members:
    """Give every attribute the ``observedAt`` that the query names."""
    if "observedAt" not in parameters:
        return given
    return {name: value if name in HEAD else dated(value, parameters) for name, value in given.items()}


async def delete(request: Request, hub: Hub, name: str) -> Response:
    """Delete an entity."""
    known(request, ("type",))
    uri_checked(name, "an entity's id")

    def operation(writing: Writing) -> None:
        before = found(writing, request, hub, name)
        commit(writing, hub, changes.deleted(request.tenant, before, stamp_of(request)))

    await hub.store.write(operation)
    return Response(204)


async def append(request: Request, hub: Hub, name: str) -> Response:
    """Add attributes to an entity."""
    parameters = known(request, ("options", "type"))
    uri_checked(name, "an entity's id")
    overwrite = "noOverwrite" not in options(parameters, {"noOverwrite", *FORMS})
    given, context = fragment_of(request, hub, BODIES)
    stamp = stamp_of(request)
    fragment = read_fragment(given, Reading(context, stamp), id_given=name)
    change = await changed(
        request,
        hub,
        name,
        lambda before: changes.appended(request.tenant, before, fragment, stamp, overwrite=overwrite),
    )
    return outcome(change, fragment)


async def update(request: Request, hub: Hub, name: str) -> Response:
    """Replace attributes of an entity, and add those it lacks."""
    known(request, ("options", "type"))
    uri_checked(name, "an entity's id")
    given, context = fragment_of(request, hub)
    stamp = stamp_of(request)
    fragment = read_fragment(given, Reading(context, stamp, patch=True), id_given=name)
    change = await changed(
        request, hub, name, lambda before: changes.updated(request.tenant, before, fragment, stamp)
    )
    return outcome(change, fragment)


def outcome(change: Change, fragment: Members) -> Response:
    """Tell which attributes were changed, where some were not."""
    if not change.refused:
        return Response(204)
    refused = dict(change.refused)
    done = [name for name in fragment if name not in HEAD and name not in refused]
    done += [name for name in ("scope",) if name in fragment and name not in refused]
    body: Json = {
        "updated": [*done],
        "notUpdated": [{"attributeName": name, "reason": reason} for name, reason in change.refused],
    }
    return Response(207, {"content-type": JSON}, write(body))


async def update_attribute(request: Request, hub: Hub, name: str, attribute: str) -> Response:
    """Change members of one attribute."""
    known(request, ("options", "type"))
    uri_checked(name, "an entity's id")
    given, context = attribute_of(request, hub, attribute)
    stamp = stamp_of(request)
    reading = Reading(context, stamp, patch=True, partial=True)
    instances = [one for one in read_attribute(attribute, given, reading) if isinstance(one, dict)]
    iri = context.expand(attribute)
    await changed(
        request, hub, name, lambda before: changes.partially(request.tenant, before, iri, instances, stamp)
    )
    return Response(204)


async def replace_attribute(request: Request, hub: Hub, name: str, attribute: str) -> Response:
    """Replace one attribute whole."""
    known(request, ("options", "type"))
    uri_checked(name, "an entity's id")
    given, context = attribute_of(request, hub, attribute)
    stamp = stamp_of(request)
    instances = [
        one for one in read_attribute(attribute, given, Reading(context, stamp)) if isinstance(one, dict)
    ]
    iri = context.expand(attribute)
    await changed(
        request,
        hub,
        name,
        lambda before: changes.attribute_replaced(request.tenant, before, iri, instances, stamp),
    )
    return Response(204)


def attribute_of(request: Request, hub: Hub, attribute: str) -> tuple[Json, Context]:
    """Read the attribute in a body, and its context.

    Raises
    ------
    Problem
        It cannot be read.
    """
    if attribute in HEAD:
        raise bad(f"{attribute} is no attribute")
    name_checked(attribute)
    content, media = read_body(request, FRAGMENTS)
    if content == {} or content is None:
        raise bad("the body holds no attribute")
    whole = content if isinstance(content, dict) else {}
    context = context_of(whole, JSON if media == MERGE or not whole else media, request, hub.contexts)
    if isinstance(content, dict):
        return {key: value for key, value in content.items() if key != "@context"}, context
    return content, context


async def delete_attribute(request: Request, hub: Hub, name: str, attribute: str) -> Response:
    """Delete one attribute, or an instance of it."""
    parameters = known(request, ("datasetId", "deleteAll", "type"))
    uri_checked(name, "an entity's id")
    name_checked(attribute)
    every = truth(parameters, "deleteAll")
    dataset = parameters.get("datasetId", "")
    if dataset:
        uri_checked(dataset, "a datasetId")
    iri = "scope" if attribute == "scope" else asked_context(request, hub.contexts).expand(attribute)
    wanted = None if every else dataset
    await changed(
        request,
        hub,
        name,
        lambda before: changes.attribute_deleted(request.tenant, before, iri, wanted, stamp_of(request)),
    )
    return Response(204)
