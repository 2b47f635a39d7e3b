"""Consumption of entities: retrieve one, query many, by parameters or by a body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from egiz.city.ngsild.age import aged, preferred
from egiz.city.ngsild.ask import ASKED, SHOWN, Shape, Which, body_given, shape, which
from egiz.city.ngsild.context import Context, core
from egiz.city.ngsild.discover import shown
from egiz.city.ngsild.document import Json, Members, members, write
from egiz.city.ngsild.exchange import Request, Response
from egiz.city.ngsild.hub import Hub, document_of, tenant_checked
from egiz.city.ngsild.join import Linker
from egiz.city.ngsild.name import uri_checked
from egiz.city.ngsild.negotiate import (
    GEO_JSON,
    JSON,
    JSON_LD,
    accepted,
    asked_context,
    context_of,
    link_to,
    read_body,
)
from egiz.city.ngsild.operate import found
from egiz.city.ngsild.parameter import Given, known, truth, whole
from egiz.city.ngsild.problem import Problem, bad, missing
from egiz.city.ngsild.render import NORMALIZED, feature, place_of, render
from egiz.city.store.reading import Reading
from egiz.city.store.record import Selection
from egiz.city.store.store import TooCostly

ALTERED = 203
"""The status of an answer that was changed for the client."""

OFFERED = (JSON, JSON_LD, GEO_JSON)
"""What consumption answers with."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which stretch of the entities found."""

    limit: int
    """At most so many."""
    offset: int
    """Leave out so many before."""
    count: bool
    """Whether all are counted."""


def retrieve(request: Request, hub: Hub, name: str) -> Response:
    """Give one entity."""
    given = known(request, SHOWN)
    media, context = accepted(request, OFFERED), asked_context(request, hub.contexts)
    uri_checked(name, "an entity's id")
    asked = shape(given, context, features=media == GEO_JSON)

    def operation(reading: Reading) -> Json:
        whole_entity = found(reading, request, hub, name)
        names = {context.expand(one) for one in asked.attributes}
        if names and not names & whole_entity.keys():
            raise missing(f"the entity {name} has none of the attributes asked for")
        if not render(whole_entity, asked.view):
            raise missing(f"nothing of the entity {name} is left to show")
        return _shown(reading, request.tenant, whole_entity, asked, media == GEO_JSON)

    return _one(request, hub.store.read(operation), media, context)


def _one(request: Request, body: Json, media: str, context: Context) -> Response:
    """Answer with one entity, in the version of the standard that the client prefers."""
    if isinstance(body, list) and len(body) == 1:
        body = body[0]
    version = preferred(request)
    if not version or not isinstance(body, dict):
        return answered(body, media, context, request)
    older = aged(body, version)
    response = answered(older, media, context, request)
    status = response.status if older == body else ALTERED
    return Response(status, {**response.headers, "preference-applied": f"ngsi-ld={version}"}, response.body)


def _shown(reading: Reading, tenant: str, whole_entity: Members, asked: Shape, features: bool) -> Json:
    """Show one entity, linked ones with it."""
    if asked.join is None:
        result: list[Members] = [render(whole_entity, asked.view)]
    else:
        linker = Linker(reading, tenant, asked.view, asked.join)
        inline = asked.join.form == "inline"
        result = [linker.inline(whole_entity)] if inline else linker.flat(whole_entity)
    if features:
        return [*(_feature(one, whole_entity, asked) for one in result[:1])]
    return [*result]


def _feature(one: Members, whole_entity: Mapping[str, Json], asked: Shape) -> Json:
    """Turn a shown entity into a feature."""
    dataset = next(iter(asked.view.datasets or {"@none"}))
    spot = place_of(whole_entity, asked.place, "" if dataset == "@none" else dataset)
    return feature({"id": whole_entity["id"], **one}, spot)


@dataclass(frozen=True, slots=True)
class Plan:
    """A query, read: everything but the tenant."""

    which: Which
    """Which entities."""
    shape: Shape
    """How they are shown."""
    media: str
    """The media type of the answer."""
    page: Page
    """Which stretch of them."""
    before: str
    """The link to the page before, or an empty text."""
    after: str
    """The link to the page after."""
    kept: bool
    """Whether the bytes kept beside each entity serve as they are."""


def plan(request: Request, hub: Hub, given: Given, asked: tuple[Which, Shape, str]) -> Plan:
    """Put together what a query says.

    Raises
    ------
    Problem
        It asks for too long a page, or for nothing at all.
    """
    wanted, how, media = asked
    page = page_of(given, hub)
    back = page.offset > 0 and page.limit > 0
    before = _link(request, max(0, page.offset - page.limit), page, "prev") if back else ""
    after = _link(request, page.offset + page.limit, page, "next")
    kept = how.plain and how.view.context is core() and media == JSON and how.view.form == NORMALIZED
    return Plan(wanted, how, media, page, before, after, kept)


def plan_key(path: str, query: str, link: str, accept: str) -> tuple[str, ...]:
    """Give the key under which a query is remembered; the tenant is not part of what is remembered."""
    return path, query, link, accept


def selection_of(asked: Plan, tenant: str) -> Selection:
    """Give the store's selection: the page, and one entity more that tells whether there is another."""
    return Selection(
        tenant=tenant,
        types=asked.which.types,
        clause=asked.which.clause,
        order=asked.which.order,
        limit=asked.page.limit + 1,
        offset=asked.page.offset,
    )


def too_complex() -> Problem:
    """Give the error for a query that takes too much work."""
    return Problem("TooComplexQuery", "the query takes more work than one request may")


def query(request: Request, hub: Hub) -> Response:
    """Give the entities that some parameters ask for; a query met before is not read again."""
    head = request.headers
    key = plan_key(request.path, request.query, head.get("link", ""), head.get("accept", ""))
    known_plan = hub.plans.get(key)
    if not isinstance(known_plan, Plan):
        given = known(request, (*SHOWN, *ASKED))
        media, context = accepted(request, OFFERED), asked_context(request, hub.contexts)
        asked = shape(given, context, features=media == GEO_JSON)
        known_plan = plan(request, hub, given, (which(given, context), asked, media))
        hub.plans.keep(key, known_plan)
    return _answer(request, hub, known_plan)


def query_body(request: Request, hub: Hub) -> Response:
    """Give the entities that a body asks for."""
    url = known(request, (*SHOWN, *ASKED))
    media = accepted(request, OFFERED)
    content, sent = read_body(request)
    body = members(content, "the body")
    context = context_of(body, sent, request, hub.contexts)
    given = body_given(body, url)
    asked = shape(given, context, features=media == GEO_JSON)
    wanted = which(given, context, body.get("entities"))
    return _answer(request, hub, plan(request, hub, given, (wanted, asked, media)))


def page_of(given: Given, hub: Hub) -> Page:
    """Read which stretch is asked for.

    Raises
    ------
    Problem
        It is too long, or nothing is asked for at all.
    """
    count = truth(given, "count") or "count" in given.get("options", "").split(",")
    limit = whole(given, "limit", hub.limits.page)
    if limit > hub.limits.largest_page:
        raise Problem("TooManyResults", f"a page holds at most {hub.limits.largest_page} entities")
    if limit == 0 and not count:
        raise bad("limit is zero, and no count is asked for")
    return Page(limit, whole(given, "offset", 0), count)


def _answer(request: Request, hub: Hub, asked: Plan) -> Response:
    """Find the entities and show them."""
    page = asked.page
    selection = selection_of(asked, request.tenant)

    def operation(reading: Reading) -> Listed:
        tenant_checked(reading, request.tenant)
        total = reading.count(selection) if page.count else None
        if page.limit == 0:
            return Listed((), total, more=False)
        entities, more = _bytes(reading, selection, asked)
        return Listed(tuple(entities), total, more)

    try:
        listed = hub.store.read(operation)
    except TooCostly:
        raise too_complex() from None
    return _listed(request, asked, listed)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a query found."""

    entities: tuple[bytes, ...]
    """The entities of the page, as JSON."""
    total: int | None
    """How many there are in all, if that was asked."""
    more: bool
    """Whether there are more after the page."""


def _listed(request: Request, asked: Plan, listed: Listed) -> Response:
    """Answer with a list."""
    count = {} if listed.total is None else {"ngsild-results-count": str(listed.total)}
    headers = headers_of(asked, more=listed.more) | count
    joined = b",".join(listed.entities)
    if asked.media == GEO_JSON:
        collection = b'{"type":"FeatureCollection","features":[' + joined + b"]"
        return _features(collection, asked.shape.view.context, request, headers)
    return Response(200, headers, b"[" + joined + b"]")


def headers_of(asked: Plan, *, more: bool) -> dict[str, str]:
    """Give the headers of a list: media type and links."""
    links = [link for link in (asked.before, asked.after if more else "") if link]
    if asked.media == JSON:
        links.append(link_to(asked.shape.view.context))
    return {"content-type": asked.media, **({"link": ", ".join(links)} if links else {})}


def _bytes(reading: Reading, selection: Selection, asked: Plan) -> tuple[list[bytes], bool]:
    """Read the entities as bytes, and whether there are more than the page holds."""
    limit = selection.limit - 1
    how, media = asked.shape, asked.media
    if asked.kept:
        kept = reading.select(selection, NORMALIZED)
        there = [one for one in kept[:limit] if one is not None]
        if len(there) == min(len(kept), limit):
            return there, len(kept) > limit
    entities = reading.entities(selection)
    result: list[Json] = []
    for entity in entities[:limit]:
        document = document_of(entity)
        part = _shown(reading, selection.tenant, document, how, media == GEO_JSON)
        result += part if isinstance(part, list) else [part]
    if how.join is not None and how.join.form == "flat":
        result = _once(result)
    if media == JSON_LD:
        named = how.view.context.named
        result = [{**one, "@context": named} if isinstance(one, dict) else one for one in result]
    return [write(one) for one in result], len(entities) > limit


def _once(entities: list[Json]) -> list[Json]:
    """Leave out entities that were shown before."""
    seen: dict[str, Json] = {}
    for index, one in enumerate(entities):
        name = str(one.get("id", index)) if isinstance(one, dict) else str(index)
        seen.setdefault(name, one)
    return [*seen.values()]


def _link(request: Request, offset: int, page: Page, relation: str) -> str:
    """Write the link to another page."""
    given = {**request.parameters(), "limit": str(page.limit), "offset": str(offset)}
    text = "&".join(f"{name}={quote(value, safe=':,.*/;()')}" for name, value in sorted(given.items()))
    return f'<{request.path.rstrip("/")}?{text}>; rel="{relation}";type="{JSON}"'


def answered(body: Json, media: str, context: Context, request: Request) -> Response:
    """Answer with one entity, or one feature."""
    if media != GEO_JSON:
        return shown(body, media, context)
    return _features(write(body)[:-1], context, request, {})


def _features(opened: bytes, context: Context, request: Request, headers: Mapping[str, str]) -> Response:
    """Answer with GeoJSON: the context within it, unless the client prefers plain JSON."""
    head = {"content-type": GEO_JSON, **headers}
    if "body=json" in request.headers.get("prefer", "").replace('"', "").replace(" ", ""):
        link = ", ".join(part for part in (head.get("link", ""), link_to(context)) if part)
        return Response(200, {**head, "link": link}, opened + b"}")
    return Response(200, head, opened + b',"@context":' + write(context.named) + b"}")
