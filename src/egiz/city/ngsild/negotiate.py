"""What a client sends and what it takes: media types, contexts and the headers of a response."""

from __future__ import annotations

import re
from collections.abc import Sequence

from egiz.city.ngsild.context import Context, Contexts, core
from egiz.city.ngsild.document import Json, Members, read
from egiz.city.ngsild.exchange import TENANT, Request, Response
from egiz.city.ngsild.problem import Problem, bad

JSON, JSON_LD, GEO_JSON, MERGE = (
    "application/json",
    "application/ld+json",
    "application/geo+json",
    "application/merge-patch+json",
)

LINK = re.compile(r"<([^>]*)>([^<]*)")
"""One link of a Link header: the address and its parameters."""

RELATION = re.compile(r"rel\s*=\s*\"?http://www\.w3\.org/ns/json-ld#context\"?")
"""What marks the link of a context."""

ANSWERS = (JSON, JSON_LD)
"""What most operations answer with, the preferred first."""

BODIES = (JSON, JSON_LD)
"""What most operations read."""


def accepted(request: Request, offered: Sequence[str] = ANSWERS) -> str:
    """Choose the media type of the response.

    Raises
    ------
    Problem
        The client takes none of those offered.
    """
    asked = request.headers.get("accept", "").strip() or "*/*"
    ranges = [_range(part) for part in asked.split(",") if part.strip()]
    weighed = [(_weight(media, ranges), -index, media) for index, media in enumerate(offered)]
    best = max(weighed)
    if best[0] <= 0:
        raise Problem("NotAcceptable", f"this operation answers with {', '.join(offered)}")
    return best[2]


def _range(part: str) -> tuple[str, float]:
    """Read one media range and its weight."""
    media, *parameters = (piece.strip() for piece in part.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return media.lower(), min(1.0, max(0.0, float(value)))
            except ValueError:
                break
    return media.lower(), 1.0


def _weight(media: str, ranges: list[tuple[str, float]]) -> float:
    """Give a media type the weight of the range that fits it closest."""
    for wanted in (media, media.partition("/")[0] + "/*", "*/*"):
        fitting = [weight for one, weight in ranges if one == wanted]
        if fitting:
            return max(fitting)
    return 0.0


def body_media(request: Request, allowed: Sequence[str] = BODIES) -> str:
    """Give the media type of the body.

    Raises
    ------
    Problem
        This operation does not read it.
    """
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media not in allowed:
        raise Problem(
            "UnsupportedMediaType", f"this operation reads {', '.join(allowed)}, not {media or 'nothing'}"
        )
    return media


def linked(request: Request) -> str:
    """Give the address of the context that the Link header names, or an empty text.

    Raises
    ------
    Problem
        It names more than one.
    """
    found = [
        address for address, rest in LINK.findall(request.headers.get("link", "")) if RELATION.search(rest)
    ]
    if len(found) > 1:
        raise bad("the Link header names more than one context")
    return found[0].strip() if found else ""


def asked_context(request: Request, contexts: Contexts) -> Context:
    """Read the context of a request without a body."""
    address = linked(request)
    return contexts.find(address) if address else core()


def read_body(request: Request, allowed: Sequence[str] = BODIES) -> tuple[Json, str]:
    """Read the body of a request.

    Returns
    -------
    tuple
        The content, and its media type.

    Raises
    ------
    Problem
        The media type is not read here, or the body is not JSON.
    """
    media = body_media(request, allowed)
    return read(request.body), media


def context_of(content: Members, media: str, request: Request, contexts: Contexts) -> Context:
    """Read the context of an object in a body: from the body if it is JSON-LD, else from the Link header.

    Raises
    ------
    Problem
        A context stands where the media type does not allow it, or is missing where it must be.
    """
    address = linked(request)
    if media == JSON_LD:
        if address:
            raise bad("a body of JSON-LD holds its context; the Link header cannot name one too")
        if "@context" not in content:
            raise bad("a body of JSON-LD needs a member @context")
        return contexts.find(content["@context"])
    if "@context" in content:
        raise bad("a body of plain JSON cannot hold @context; name it in the Link header")
    return contexts.find(address) if address else core()


def link_to(context: Context) -> str:
    """Write the Link header that names a context."""
    address = context.named if isinstance(context.named, str) else _first_address(context.named)
    return f'<{address}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"'


def _first_address(named: Json) -> str:
    from egiz.city.ngsild.context import CORE

    found = [one for one in named if isinstance(one, str)] if isinstance(named, list) else []
    return found[0] if found else CORE


def headed(request: Request, response: Response) -> Response:
    """Add the tenant of the request to a response."""
    if not request.tenant:
        return response
    return Response(response.status, {**response.headers, TENANT: request.tenant}, response.body)
