"""The door of the interface: from a request to the handler of its operation, from an error to its problem."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from egiz.city.ngsild import batch, discover, identity, operate, purge, query, subscribe
from egiz.city.ngsild.exchange import Request, Response
from egiz.city.ngsild.hub import Hub, micros_of
from egiz.city.ngsild.negotiate import headed
from egiz.city.ngsild.problem import Problem, bad, missing
from egiz.city.ngsild.sweep import sweep
from egiz.city.ngsild.temporal import area

Reader: TypeAlias = Callable[[Request, Hub], Response]
Writer: TypeAlias = Callable[[Request, Hub], Awaitable[Response]]
NamedReader: TypeAlias = Callable[[Request, Hub, str], Response]
NamedWriter: TypeAlias = Callable[[Request, Hub, str], Awaitable[Response]]
PartWriter: TypeAlias = Callable[[Request, Hub, str, str], Awaitable[Response]]

AreaHandler: TypeAlias = Callable[[Request, Hub, tuple[str, ...]], Awaitable[Response]]

AREAS: dict[str, AreaHandler] = {"temporal": area.answer, "subscriptions": subscribe.answer}
"""Whole areas of the interface by the first part of their path; the rest of the path goes to the handler."""

BATCHES: dict[str, Writer] = {
    "create": batch.create,
    "upsert": batch.upsert,
    "update": batch.update,
    "merge": batch.merge,
    "delete": batch.delete,
}
"""Operations on many entities by the last part of their path."""

LISTS: dict[str, Reader] = {
    "types": discover.types,
    "attributes": discover.attributes,
}
"""Discovery of everything."""

ONES: dict[str, NamedReader] = {"types": discover.one_type, "attributes": discover.one_attribute}
"""Discovery of one."""

ENTITY: dict[str, NamedWriter] = {"PUT": operate.replace, "PATCH": operate.merge, "DELETE": operate.delete}
"""Operations on one entity by method."""

LONG = {"POST", "PUT", "PATCH"}
"""Methods that send a body, whose length must be told."""

ATTRIBUTES: dict[str, NamedWriter] = {"POST": operate.append, "PATCH": operate.update}
"""Operations on the attributes of an entity by method."""

ATTRIBUTE: dict[str, PartWriter] = {
    "PATCH": operate.update_attribute,
    "PUT": operate.replace_attribute,
    "DELETE": operate.delete_attribute,
}
"""Operations on one attribute by method."""


async def answer(request: Request, hub: Hub) -> Response:
    """Answer one request.

    Parameters
    ----------
    request
        The request, whole.
    hub
        What the handlers need.

    Returns
    -------
    Response
        The response; an error of the standard is a response, too.
    """
    if request.method in LONG and "content-length" not in request.headers:
        return Response(411)
    if not hub.expiry.idle() and hub.expiry.waits(micros_of(request)):
        await sweep(hub, micros_of(request))
    try:
        response = await _routed(request, hub)
    except Problem as problem:
        response = problem.response()
    return headed(request, response)


async def _routed(request: Request, hub: Hub) -> Response:
    """Find the operation of a request."""
    parts = request.segments()
    if len(parts) > 1 and parts[-1] == "" and parts[0] != "attributes":
        parts = parts[:-1]
    head = parts[0] if parts else ""
    if head == "entities":
        return await _entities(request, hub, parts[1:])
    if head == "entityOperations" and len(parts) == len(("entityOperations", "name")):
        return await _operations(request, hub, parts[1])
    if head in LISTS:
        return _discovery(request, hub, head, parts[1:])
    if head in AREAS:
        return await AREAS[head](request, hub, parts[1:])
    if parts == ("info", "sourceIdentity"):
        _allow(request, {"GET"})
        return identity.identity(request, hub)
    raise missing(f"there is nothing at {request.path}")


def _allow(request: Request, methods: set[str]) -> None:
    """Refuse a method that a path does not know."""
    if request.method not in methods:
        raise Problem("MethodNotAllowed", f"{request.path} knows {', '.join(sorted(methods))}")


async def _entities(request: Request, hub: Hub, rest: tuple[str, ...]) -> Response:
    """Answer what is asked of entities."""
    if not rest:
        return await _all_entities(request, hub)
    name, *more = rest
    if not more:
        _allow(request, {"GET", *ENTITY})
        if request.method == "GET":
            return query.retrieve(request, hub, name)
        return await ENTITY[request.method](request, hub, name)
    if more[0] != "attrs" or len(more) > len(("attrs", "name")):
        raise missing(f"there is nothing at {request.path}")
    if len(more) == 1:
        _allow(request, set(ATTRIBUTES))
        return await ATTRIBUTES[request.method](request, hub, name)
    _allow(request, set(ATTRIBUTE))
    return await ATTRIBUTE[request.method](request, hub, name, more[1])


async def _all_entities(request: Request, hub: Hub) -> Response:
    """Answer what is asked of all entities."""
    purges = request.method == "DELETE" and request.query
    if request.path.endswith("/") and request.method in ENTITY and not purges:
        raise bad("an identifier is missing")
    _allow(request, {"GET", "POST", "DELETE"})
    if request.method == "GET":
        return query.query(request, hub)
    if request.method == "POST":
        return await operate.create(request, hub)
    return await purge.purge(request, hub)


async def _operations(request: Request, hub: Hub, name: str) -> Response:
    """Answer an operation on many entities."""
    if name != "query" and name not in BATCHES:
        raise missing(f"there is nothing at {request.path}")
    _allow(request, {"POST"})
    return query.query_body(request, hub) if name == "query" else await BATCHES[name](request, hub)


def _discovery(request: Request, hub: Hub, head: str, rest: tuple[str, ...]) -> Response:
    """Answer a question about types or attributes."""
    _allow(request, {"GET"})
    if not rest:
        return LISTS[head](request, hub)
    return ONES[head](request, hub, "/".join(rest))
