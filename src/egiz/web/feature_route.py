"""The routes of OGC API - Features."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from egiz.city.ngsild.document import Members, write
from egiz.city.ngsild.hub import Hub
from egiz.web.feature import GEO_JSON, collection, collections, conformance, item, items, landing
from egiz.web.place import CITY, tenant_of
from egiz.web.token import NAMELESS

FEATURES = f"{CITY}/features"
"""Where OGC API - Features starts."""

ONE = f"{FEATURES}/collections/{{name}}"
"""Where a collection stands."""

Answer: TypeAlias = Callable[[Request, str, str], Awaitable[Members]]
"""From a request, its tenant and where its features start to a document."""


def feature_routes(hub: Hub) -> list[Route]:
    """Give the routes.

    Parameters
    ----------
    hub
        What is asked.
    """

    async def first(_: Request, tenant: str, at: str) -> Members:
        return landing(at, tenant or NAMELESS)

    async def conforms(_: Request, _tenant: str, _at: str) -> Members:
        return conformance()

    async def every(_: Request, tenant: str, at: str) -> Members:
        return await collections(hub, tenant, at)

    async def named(request: Request, tenant: str, at: str) -> Members:
        return await collection(hub, tenant, at, request.path_params["name"])

    plain = {
        FEATURES: first,
        f"{FEATURES}/conformance": conforms,
        f"{FEATURES}/collections": every,
        ONE: named,
    }
    return [Route(path, _answered(hub, answer)) for path, answer in plain.items()] + _items(hub)


def _items(hub: Hub) -> list[Route]:
    """Give the routes of features themselves."""

    async def listed(request: Request, tenant: str, _: str) -> Members:
        given, name = dict(request.query_params), request.path_params["name"]
        return await items(hub, tenant, request.url.path, given, name)

    async def single(request: Request, tenant: str, _: str) -> Members:
        return await item(hub, tenant, request.url.path, request.path_params["item"])

    return [
        Route(f"{ONE}/items", _answered(hub, listed, GEO_JSON)),
        Route(f"{ONE}/items/{{item}}", _answered(hub, single, GEO_JSON)),
    ]


def _answered(
    hub: Hub, answer: Answer, media: str = "application/json"
) -> Callable[[Request], Awaitable[Response]]:
    """Make a handler."""

    async def handler(request: Request) -> Response:
        tenant = tenant_of(request, hub)
        at = FEATURES.format(tenant=request.path_params["tenant"])
        return Response(write(await answer(request, tenant, at)), media_type=media)

    return handler
