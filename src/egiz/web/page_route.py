"""The routes of the pages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from egiz.city.ngsild.hub import Hub
from egiz.web.entry import may_read
from egiz.web.page import city, front, language_of, policy
from egiz.web.place import CITY, tenant_of
from egiz.web.token import Keyring


def page_routes(hub: Hub, keys: Keyring | None) -> list[Route]:
    """Give the routes.

    Parameters
    ----------
    hub
        What is shown.
    keys
        Who may see which tenant; None: all may see all.
    """

    async def first(request: Request) -> Response:
        tenants = hub.store.read(lambda reading: reading.tenants())
        seen = [one for one in tenants if may_read(request.headers, one, keys)]
        return HTMLResponse(front(hub, seen, _language(request)), headers=_safe())

    async def one(request: Request) -> Response:
        shared = may_read(request.headers, "", keys)
        page = await city(hub, tenant_of(request, hub), _language(request), shared=shared)
        return HTMLResponse(page, headers=_safe())

    return [Route("/", first), Route("/cities", first), Route(CITY, one)]


def _language(request: Request) -> str:
    """Choose the language of a page."""
    return language_of(request.query_params.get("lang", ""), request.headers.get("accept-language", ""))


def _safe() -> dict[str, str]:
    """Tell a browser what it may do with a page."""
    return {
        "content-security-policy": policy(),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-cache",
        "vary": "accept-language, authorization",
    }
