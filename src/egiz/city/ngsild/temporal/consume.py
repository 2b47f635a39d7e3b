"""Reading the history: one entity, or all that a query finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from egiz.city.ngsild import moment
from egiz.city.ngsild.ask import ASKED, SHOWN, Shape, Which, body_given, shape
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.discover import shown
from egiz.city.ngsild.document import Json, Members, members
from egiz.city.ngsild.exchange import Request, Response
from egiz.city.ngsild.hub import Hub, tenant_checked
from egiz.city.ngsild.name import uri_checked
from egiz.city.ngsild.negotiate import accepted, asked_context, context_of, read_body
from egiz.city.ngsild.parameter import FORMS as PLAIN
from egiz.city.ngsild.parameter import Given, known
from egiz.city.ngsild.problem import bad, missing
from egiz.city.ngsild.projection import CORE
from egiz.city.ngsild.query import Page, page_of
from egiz.city.ngsild.temporal import point, show
from egiz.city.ngsild.temporal.provide import there
from egiz.city.ngsild.temporal.select import chosen as which
from egiz.city.ngsild.temporal.span import ASKED as TIME
from egiz.city.ngsild.temporal.span import Span, body_span, span
from egiz.city.store.reading import Reading
from egiz.city.store.record import Observation, Selection, Series

MOST = 10_000_000
"""Most instances of one attribute that are aggregated."""

PARTIAL = 206
"""The status of an answer that holds a part of the instances."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How histories are shown."""

    shape: Shape
    """Which members."""
    span: Span
    """Which time, in which form."""
    page: int
    """Most instances of one attribute on a page."""


@dataclass(frozen=True, slots=True)
class Told:
    """One history, shown."""

    body: Members
    """The entity."""
    cut: bool
    """Whether instances were left out for the size of the page."""
    times: tuple[int, ...]
    """When the instances were [microseconds]."""


def asked_of(given: Given, context: Context, hub: Hub, *, needs_time: bool) -> Asked:
    """Read how histories are to be shown.

    Raises
    ------
    Problem
        A parameter is not of the language.
    """
    time = span(given, needs_time=needs_time)
    plain = {name: value for name, value in given.items() if name not in {"options", "format"}}
    chosen = [one for one in given.get("options", "").split(",") if one in {*PLAIN, "sysAttrs"}]
    how = shape({**plain, **({"options": ",".join(chosen)} if chosen else {})}, context, features=False)
    return Asked(how, time, hub.limits.temporal_page if needs_time else _longest(time, hub))


def _longest(time: Span, hub: Hub) -> int:
    """Give the most instances of one entity; more where a client asks for its last pairs."""
    page = hub.limits.temporal_page
    if time.last is None or time.form != "temporalValues":
        return page
    return max(page, min(time.last, hub.limits.longest_series))


def retrieve(request: Request, hub: Hub, name: str) -> Response:
    """Give the evolution of one entity."""
    given = known(request, (*SHOWN, *TIME))
    media, context = accepted(request), asked_context(request, hub.contexts)
    uri_checked(name, "an entity's id")
    asked = asked_of(given, context, hub, needs_time=False)

    def operation(reading: Reading) -> Told:
        types = there(reading, request, name)
        told = _told(reading, request.tenant, (name, types), asked)
        if asked.shape.attributes and not told.times:
            raise missing(f"nothing is kept of the attributes asked for of {name}")
        if not told.body:
            raise missing(f"nothing of the entity {name} is left to show")
        return told

    told = hub.store.read(operation)
    return _ranged(shown(told.body, media, context), [told], asked)


def query(request: Request, hub: Hub) -> Response:
    """Give the evolution of every entity that the parameters ask for."""
    given = known(request, (*SHOWN, *ASKED, *TIME))
    media, context = accepted(request), asked_context(request, hub.contexts)
    asked = asked_of(given, context, hub, needs_time=True)
    return _answer(
        request, hub, (which(given, context, asked.span), asked, page_of(_countless(given), hub)), media
    )


def query_body(request: Request, hub: Hub) -> Response:
    """Give the evolution of every entity that a body asks for."""
    url = known(request, (*SHOWN, *ASKED, *TIME))
    media = accepted(request)
    content, sent = read_body(request)
    body = members(content, "the body")
    context = context_of(body, sent, request, hub.contexts)
    if "temporalQ" not in body:
        raise bad("a temporal query needs temporalQ")
    rest = {name: value for name, value in body.items() if name not in {"temporalQ", "aggrParams"}}
    given = {**body_given(rest, url), **body_span(body)}
    asked = asked_of(given, context, hub, needs_time=True)
    wanted = which(given, context, asked.span, body.get("entities"))
    return _answer(request, hub, (wanted, asked, page_of(_countless(given), hub)), media)


def _countless(given: Given) -> Given:
    return {name: value for name, value in given.items() if name != "options"}


def _answer(request: Request, hub: Hub, asked: tuple[Which, Asked, Page], media: str) -> Response:
    """Find the entities and show their histories."""
    wanted, how, page = asked
    selection = Selection(
        tenant=request.tenant,
        types=wanted.types,
        clause=wanted.clause,
        order=wanted.order,
        limit=page.limit,
        offset=page.offset,
        past=True,
    )

    def operation(reading: Reading) -> tuple[list[Told], int | None]:
        tenant_checked(reading, request.tenant)
        total = reading.count(selection) if page.count else None
        entities = reading.entities(selection) if page.limit else []
        every = [_told(reading, request.tenant, (one.id, one.types), how) for one in entities]
        bare = how.shape.view.pick is not None and how.shape.view.pick <= CORE
        return [one for one in every if one.times or bare], total

    told, total = hub.store.read(operation)
    headers = {} if total is None else {"ngsild-results-count": str(total)}
    bodies: Json = [one.body for one in told]
    return _ranged(shown(bodies, media, how.shape.view.context, headers), told, how)


def _told(reading: Reading, tenant: str, entity: tuple[str, tuple[str, ...]], asked: Asked) -> Told:
    """Read and show one history."""
    name, types = entity
    head: Members = {"id": name, "type": [*types]}
    view, time = asked.shape.view, asked.span
    every = [*point.wanted(reading, tenant, name, view)]
    lines = point.lines(reading, every, time, asked.page)
    if lines is not None:
        return Told(point.shown(lines, head, view), False, tuple(at for one in lines for at in one.times))
    found, cut = _found(reading, every, asked)
    if time.form == "aggregatedValues":
        body = show.aggregated(found, head, view, time)
    elif time.form == "temporalValues":
        body = show.values(found, head, view, time)
    else:
        body = show.normalized(found, head, view)
    times = show.times([one for every in found.values() for one in every], time.property)
    return Told(body, cut, tuple(times))


def _found(
    reading: Reading, series: list[Series], asked: Asked
) -> tuple[Mapping[str, list[Observation]], bool]:
    """Read the instances of series, and whether some were left out."""
    time = asked.span
    found: dict[str, list[Observation]] = {}
    for one in series:
        every = reading.history.instances(one, time.window(MOST if aggregates(time) else asked.page + 1))
        if every:
            found.setdefault(one.attribute, []).extend(every)
    return (found, False) if aggregates(time) else _cut(found, asked)


def aggregates(time: Span) -> bool:
    """Tell whether every instance is needed, and none is shown."""
    return time.form == "aggregatedValues"


def _cut(found: dict[str, list[Observation]], asked: Asked) -> tuple[dict[str, list[Observation]], bool]:
    """Keep what one page holds: the earliest instances, or the latest where the last are asked for."""
    kind, newest = asked.span.property, asked.span.last is not None
    times = sorted((one for every in found.values() for one in show.times(every, kind)), reverse=newest)
    if len(times) <= asked.page:
        return found, False
    edge = times[asked.page - 1]
    kept: dict[str, list[Observation]] = {}
    for name, every in found.items():
        pairs = zip(every, show.times(every, kind), strict=True)
        inside = [one for one, at in pairs if (at >= edge if newest else at <= edge)]
        if inside:
            kept[name] = inside
    return kept, True


def _ranged(response: Response, told: list[Told], asked: Asked) -> Response:
    """Say which stretch of time an answer holds, where it does not hold everything."""
    times = [one for each in told for one in each.times]
    if not any(one.cut for one in told) or not times:
        return response
    first, last = min(times), max(times)
    time = asked.span
    if time.last is not None:
        start, end = (last if time.end is None else time.end), first
        size = str(time.last)
    else:
        start, end = (first if time.start is None else time.start), last
        size = "*"
    text = f"date-time {moment.of_micros(start)}-{moment.of_micros(end)}/{size}"
    return Response(PARTIAL, {**response.headers, "content-range": text}, response.body)
