"""Discovery: which types and attributes there are."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import Json, Members, write
from egiz.city.ngsild.exchange import Request, Response
from egiz.city.ngsild.hub import Hub, tenant_checked
from egiz.city.ngsild.name import name_checked
from egiz.city.ngsild.negotiate import JSON, accepted, asked_context, link_to
from egiz.city.ngsild.parameter import known, truth
from egiz.city.ngsild.prepare import KINDS
from egiz.city.ngsild.problem import missing
from egiz.city.store.reading import Reading
from egiz.city.store.record import Kind

NAMES = {kind: name for name, kind in KINDS.items()}
"""The type of attribute by the store's number."""


def types(request: Request, hub: Hub) -> Response:
    """List the types of entities, with their attributes if asked."""
    details = truth(known(request, ("details",)), "details")
    media, context = accepted(request), asked_context(request, hub.contexts)
    counts, uses = _found(request, hub)
    names = sorted(context.compact(name) for name, _ in counts)
    if not details:
        list_id = _identifier("EntityTypeList", request.tenant)
        body: Members = {"id": list_id, "type": "EntityTypeList", "typeList": [*names]}
        return shown(body, media, context)
    listed: list[Json] = [_type(name, uses, context) for name, _ in counts]
    return shown(listed, media, context)


def _type(name: str, uses: list[tuple[str, str, Kind, int]], context: Context) -> Json:
    owned = sorted({context.compact(attribute) for kind, attribute, _, _ in uses if kind == name})
    return {"id": name, "type": "EntityType", "typeName": context.compact(name), "attributeNames": [*owned]}


def one_type(request: Request, hub: Hub, name: str) -> Response:
    """Tell about one type of entities."""
    known(request)
    media, context = accepted(request), asked_context(request, hub.contexts)
    iri = context.expand(name_checked(name))
    counts, uses = _found(request, hub)
    count = dict(counts).get(iri)
    if count is None:
        raise missing(f"there is no entity of the type {name}")
    details = _details(iri, uses, context)
    body: Members = {
        "id": iri,
        "type": "EntityTypeInfo",
        "typeName": context.compact(iri),
        "entityCount": count,
        "attributeDetails": details,
    }
    return shown(body, media, context)


def _details(iri: str, uses: list[tuple[str, str, Kind, int]], context: Context) -> list[Json]:
    """Tell about the attributes that entities of one type have."""
    by_name: dict[str, set[str]] = {}
    for kind, attribute, sort, _ in uses:
        if kind == iri:
            by_name.setdefault(attribute, set()).add(NAMES[sort])
    return [
        {
            "id": attribute,
            "type": "Attribute",
            "attributeName": context.compact(attribute),
            "attributeTypes": [*sorted(sorts)],
        }
        for attribute, sorts in by_name.items()
    ]


def attributes(request: Request, hub: Hub) -> Response:
    """List the attributes, with the types they belong to if asked."""
    details = truth(known(request, ("details",)), "details")
    media, context = accepted(request), asked_context(request, hub.contexts)
    _, uses = _found(request, hub)
    owners: dict[str, set[str]] = {}
    for kind, attribute, _, _ in uses:
        owners.setdefault(attribute, set()).add(context.compact(kind))
    if not details:
        names: list[Json] = [*sorted(context.compact(name) for name in owners)]
        list_id = _identifier("AttributeList", request.tenant)
        return shown({"id": list_id, "type": "AttributeList", "attributeList": names}, media, context)
    listed: list[Json] = [
        {
            "id": name,
            "type": "Attribute",
            "attributeName": context.compact(name),
            "typeNames": [*sorted(kinds)],
        }
        for name, kinds in owners.items()
    ]
    return shown(listed, media, context)


def one_attribute(request: Request, hub: Hub, name: str) -> Response:
    """Tell about one attribute."""
    known(request)
    media, context = accepted(request), asked_context(request, hub.contexts)
    iri = context.expand(name_checked(name))
    _, uses = _found(request, hub)
    mine = [(kind, NAMES[sort], count) for kind, attribute, sort, count in uses if attribute == iri]
    if not mine:
        raise missing(f"there is no attribute {name}")
    body: Members = {
        "id": iri,
        "type": "Attribute",
        "attributeName": context.compact(iri),
        "attributeCount": sum(count for _, _, count in mine),
        "attributeTypes": [*sorted({sort for _, sort, _ in mine})],
        "typeNames": [*sorted({context.compact(kind) for kind, _, _ in mine})],
    }
    return shown(body, media, context)


def _found(request: Request, hub: Hub) -> tuple[list[tuple[str, int]], list[tuple[str, str, Kind, int]]]:
    """Read the types and the uses of attributes of a tenant."""
    tenant = request.tenant

    def operation(reading: Reading) -> tuple[list[tuple[str, int]], list[tuple[str, str, Kind, int]]]:
        tenant_checked(reading, tenant)
        return reading.types(tenant), reading.attributes(tenant)

    return hub.store.read(operation)


def _identifier(kind: str, tenant: str) -> str:
    """Name a list."""
    return f"urn:ngsi-ld:{kind}:{sha256(tenant.encode()).hexdigest()[:16]}"


def shown(body: Json, media: str, context: Context, headers: Mapping[str, str] | None = None) -> Response:
    """Answer with a document: the context within it for JSON-LD, in the Link header for plain JSON."""
    head = {"content-type": media, **(headers or {})}
    if media == JSON:
        link = ", ".join(part for part in (head.get("link", ""), link_to(context)) if part)
        return Response(200, {**head, "link": link}, write(body))
    return Response(200, head, write(with_context(body, context)))


def with_context(body: Json, context: Context) -> Json:
    """Put the context into a document, or into each of a list."""
    if isinstance(body, list):
        return [with_context(one, context) for one in body]
    return {**body, "@context": context.named} if isinstance(body, dict) else body
