"""Asking the hub from within: the same questions as the standard's, put by the routes behind the door."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from egiz.city.clock import moment
from egiz.city.ngsild.answer import answer
from egiz.city.ngsild.document import Json, Members, read
from egiz.city.ngsild.exchange import ROOT, TENANT, Request, Response
from egiz.city.ngsild.hub import Hub
from egiz.web.refusal import RefusedError

GOOD = 200


async def ask(hub: Hub, tenant: str, path: str, query: Mapping[str, str], media: str) -> Response:
    """Ask one question of the standard.

    Parameters
    ----------
    hub
        What is asked.
    tenant
        Name of the tenant.
    path
        Path below the root of the standard, such as ``/entities``.
    query
        Parameters.
    media
        The media type wanted.

    Raises
    ------
    RefusedError
        The answer is an error; it is handed on as it is.
    """
    headers = {"accept": media, **({TENANT: tenant} if tenant else {})}
    response = await answer(Request("GET", ROOT + path, urlencode(query), headers, b"", moment()), hub)
    if response.status != GOOD:
        raise RefusedError(response)
    return response


async def listed(hub: Hub, tenant: str, query: Mapping[str, str]) -> list[Members]:
    """List entities with their values alone.

    Raises
    ------
    RefusedError
        The answer is an error.
    """
    found = await ask(hub, tenant, "/entities", {"options": "keyValues", **query}, "application/json")
    content = read(found.body)
    return [one for one in content if isinstance(one, dict)] if isinstance(content, list) else []


async def kinds(hub: Hub, tenant: str) -> list[str]:
    """List the types of a tenant's entities by their short names.

    Raises
    ------
    RefusedError
        The answer is an error.
    """
    content: Json = read((await ask(hub, tenant, "/types", {}, "application/json")).body)
    found = content.get("typeList") if isinstance(content, dict) else None
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
