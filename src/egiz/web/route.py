"""What stands behind the door: health, measures, features, tables, events and pages."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from egiz import __version__
from egiz.city.clock import ticks
from egiz.city.ngsild.hub import Hub
from egiz.web.measure import MEDIA, Measures
from egiz.web.refusal import problem


def routes(hub: Hub, measures: Measures) -> Starlette:
    """Gather every route behind the door.

    Parameters
    ----------
    hub
        What is asked.
    measures
        What the server counts.
    """

    async def health(_: Request) -> Response:
        begun = ticks()
        tenants = hub.store.read(lambda reading: len(reading.tenants()))
        spent = ticks() - begun
        return JSONResponse({"status": "pass", "version": __version__, "tenants": tenants, "store_s": spent})

    async def measured(_: Request) -> Response:
        tenants = hub.store.read(lambda reading: len(reading.tenants()))
        return PlainTextResponse(measures.text({"tenants": tenants}), media_type=MEDIA)

    return Starlette(
        routes=[Route("/health", health), Route("/metrics", measured)],
        exception_handlers={404: _nothing, 405: _method},
    )


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
