"""Where the operations on histories stand below the path of the interface."""

from __future__ import annotations

from egiz.city.ngsild.exchange import Request, Response
from egiz.city.ngsild.hub import Hub
from egiz.city.ngsild.problem import Problem, missing
from egiz.city.ngsild.temporal import consume, provide

INSTANCE_PARTS = 4
"""Parts of the path of an instance: entity, ``attrs``, attribute, instance."""


async def answer(request: Request, hub: Hub, rest: tuple[str, ...]) -> Response:
    """Answer what is asked of histories.

    Raises
    ------
    Problem
        There is no such operation.
    """
    if rest == ("entityOperations", "query"):
        _allow(request, {"POST"})
        return consume.query_body(request, hub)
    if not rest or rest[0] != "entities":
        raise missing(f"there is nothing at {request.path}")
    if len(rest) == 1:
        _allow(request, {"GET", "POST"})
        return consume.query(request, hub) if request.method == "GET" else await provide.create(request, hub)
    return await _one(request, hub, rest[1:])


def _allow(request: Request, methods: set[str]) -> None:
    """Refuse a method that a path does not know."""
    if request.method not in methods:
        raise Problem("MethodNotAllowed", f"{request.path} knows {', '.join(sorted(methods))}")


async def _one(request: Request, hub: Hub, rest: tuple[str, ...]) -> Response:
    """Answer what is asked of one history."""
    name, *more = rest
    if not more:
        _allow(request, {"GET", "DELETE"})
        if request.method == "GET":
            return consume.retrieve(request, hub, name)
        return await provide.delete(request, hub, name)
    if "" in more:
        _allow(request, {"DELETE"})
    if more[0] != "attrs" or len(rest) > INSTANCE_PARTS:
        raise missing(f"there is nothing at {request.path}")
    if len(more) == 1:
        _allow(request, {"POST"})
        return await provide.append(request, hub, name)
    if len(rest) < INSTANCE_PARTS:
        _allow(request, {"DELETE"})
        return await provide.delete_attribute(request, hub, name, more[1])
    _allow(request, {"PATCH", "DELETE"})
    change = provide.modify if request.method == "PATCH" else provide.delete_instance
    return await change(request, hub, name, more[1], more[2])
