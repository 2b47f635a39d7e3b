"""What stands behind the door: health, measures, features, tables and events."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from egiz import __version__
from egiz.city.clock import ticks
from egiz.city.ngsild.hub import Hub
from egiz.city.ngsild.problem import bad
from egiz.web.feature_route import feature_routes
from egiz.web.limit import Limits
from egiz.web.measure import MEDIA, Measures
from egiz.web.page_route import page_routes
from egiz.web.place import CITY, tenant_of
from egiz.web.refusal import EXPECTED, RefusedError, failure, internal, problem
from egiz.web.rule_route import nowhere, rule_routes
from egiz.web.stream import MEDIA as MEDIA_OF_EVENTS
from egiz.web.stream import Streams
from egiz.web.table import MARK, pages, table
from egiz.web.token import Keyring
from egiz.world.place import LANGUAGES

UNKEPT = {"cache-control": "no-store", "x-accel-buffering": "no"}
"""Tells proxies to hand a stream on as it comes."""

Handler = Callable[[Request], Awaitable[Response]]


def routes(
    hub: Hub,
    measures: Measures,
    limits: Limits,
    streams: Streams,
    keys: Keyring | None = None,
    checked: Callable[[str], None] = nowhere,
) -> Starlette:
    """Gather every route behind the door.

    Parameters
    ----------
    hub
        What is asked.
    measures
        What the server counts.
    limits
        What a request may cost.
    streams
        Everyone who listens to changes.
    keys
        Who may see what; None: all may see all.
    checked
        Checks where messages of rules may go; raises `EgizError`.
    """
    gathered = [
        *_own(hub, measures),
        *feature_routes(hub),
        *page_routes(hub, keys),
        *rule_routes(hub, checked, limits),
        Route(f"{CITY}/table.csv", _table(hub, limits)),
        Route(f"{CITY}/events", _events(hub, streams)),
    ]
    ends = {404: _nothing, 405: _method, RefusedError: _refused, Exception: _known}
    return Starlette(routes=gathered, exception_handlers={**ends, **dict.fromkeys(EXPECTED, _known)})


def _own(hub: Hub, measures: Measures) -> list[Route]:
    """Give the routes about the server itself."""

    async def health(_: Request) -> Response:
        begun = ticks()
        hub.store.read(lambda reading: reading.tenants())
        return JSONResponse({"status": "pass", "version": __version__, "store_s": ticks() - begun})

    async def measured(_: Request) -> Response:
        tenants = hub.store.read(lambda reading: len(reading.tenants()))
        return PlainTextResponse(measures.text({"tenants": tenants}), media_type=MEDIA)

    return [Route("/health", health), Route("/metrics", measured)]


def _table(hub: Hub, limits: Limits) -> Handler:
    """Give the route of tables."""

    async def answered(request: Request) -> Response:
        tenant, kind = tenant_of(request, hub), request.query_params.get("type", "")
        if not kind:
            raise bad("say which entities: type=...")
        rows = [one async for page in pages(hub, tenant, kind, limits.rows) for one in page]
        language = request.query_params.get("lang", "")
        made = MARK + table(rows, language if language in LANGUAGES else LANGUAGES[0])
        headers = {"content-disposition": f'attachment; filename="{_file_name(kind)}.csv"'}
        return Response(made, headers=headers, media_type="text/csv; charset=utf-8; header=present")

    return answered


def _file_name(kind: str) -> str:
    """Name the file of a table: the type, with nothing that a header or a disk would not take."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", kind)[-60:]


def _events(hub: Hub, streams: Streams) -> Handler:
    """Give the route of what changes."""

    async def answered(request: Request) -> Response:
        since = request.headers.get("last-event-id", "")
        pieces = await streams.join(hub, tenant_of(request, hub), dict(request.query_params), since)
        return StreamingResponse(pieces, media_type=MEDIA_OF_EVENTS, headers=UNKEPT)

    return answered


async def _refused(_: Request, refusal: Exception) -> Response:
    """Hand on the answer of a refusal."""
    if not isinstance(refusal, RefusedError):
        raise refusal
    made = refusal.response
    return Response(made.body, made.status, dict(made.headers))


async def _known(_: Request, error: Exception) -> Response:
    """Answer for an error; one that nobody knows goes on to the door, which tells the operator."""
    made = failure(error) or internal()
    return Response(made.body, made.status, dict(made.headers))


async def _nothing(request: Request, _: Exception) -> Response:
    """Answer for a path that is not known."""
    return sent(request, 404, "there is nothing here")


async def _method(request: Request, _: Exception) -> Response:
    """Answer for a method that a path does not know."""
    return sent(request, 405, "this address does not know this method")


def sent(request: Request, status: int, detail: str) -> Response:
    """Give a problem document as Starlette's response."""
    made = problem(status, f"{request.url.path}: {detail}")
    return Response(made.body, made.status, dict(made.headers))
