"""Operations on subscriptions: create, update, delete, retrieve, list."""

from __future__ import annotations

from hashlib import blake2b
from urllib.parse import quote

from egiz.city.ngsild.age import preferred
from egiz.city.ngsild.context import Context, core
from egiz.city.ngsild.discover import shown as answered
from egiz.city.ngsild.document import NULL, Json, Members, members, read, write
from egiz.city.ngsild.exchange import ROOT, Request, Response
from egiz.city.ngsild.hub import Hub, micros_of, stamp_of, tenant_checked
from egiz.city.ngsild.name import uri_checked
from egiz.city.ngsild.negotiate import accepted, asked_context
from egiz.city.ngsild.operate import fragment_of
from egiz.city.ngsild.parameter import known, truth, whole
from egiz.city.ngsild.problem import Problem, bad, missing
from egiz.city.ngsild.subscription import read_subscription, shown, status
from egiz.city.outbox import tally
from egiz.city.store.reading import Reading
from egiz.city.store.record import Item
from egiz.city.store.writing import Writing
from egiz.errors import EgizError

KIND = "subscription"
"""The kind of item that subscriptions are kept as."""

EDITION = "subscriptions"
"""The kind of item whose one body changes whenever a subscription of the tenant does."""

PACED = "paced"
"""The kind of item that tells when a subscription may be notified next."""


async def answer(request: Request, hub: Hub, parts: tuple[str, ...]) -> Response:
    """Answer what is asked of subscriptions.

    Raises
    ------
    Problem
        The request cannot be met.
    """
    if not parts:
        if request.method == "POST":
            return await create(request, hub)
        if request.method == "GET":
            return listed(request, hub)
    elif len(parts) == 1:
        name = (
            uri_checked(parts[0], "a subscription's id")
            if request.method in {"GET", "PATCH", "DELETE"}
            else ""
        )
        if request.method == "GET":
            return retrieve(request, hub, name)
        if request.method == "PATCH":
            return await update(request, hub, name)
        if request.method == "DELETE":
            return await delete(request, hub, name)
    else:
        raise missing(f"there is nothing at {request.path}")
    raise Problem("MethodNotAllowed", f"{request.path} does not know {request.method}")


async def _one(request: Request, hub: Hub, name: str) -> Response:
    """Answer what is asked of one subscription."""
    if request.method not in {"GET", "PATCH", "DELETE"} or not name:
        raise Problem("MethodNotAllowed", f"{request.path} does not know {request.method}")
    uri_checked(name, "a subscription's id")
    if request.method == "GET":
        return retrieve(request, hub, name)
    return await (update if request.method == "PATCH" else delete)(request, hub, name)


async def create(request: Request, hub: Hub) -> Response:
    """Create a subscription."""
    known(request)
    given, context = fragment_of(request, hub, ("application/json", "application/ld+json"))
    given = _aliased(given)
    if "id" not in given:
        seed = blake2b(request.body + str(micros_of(request)).encode(), digest_size=16).hexdigest()
        given = {**given, "id": f"urn:ngsi-ld:Subscription:{seed}"}
    name = uri_checked(str(given["id"]), "a subscription's id")
    made = _checked(request, hub, given, context)

    def operation(writing: Writing) -> None:
        if writing.item(request.tenant, KIND, name) is not None:
            raise Problem("AlreadyExists", f"there is a subscription {name} already")
        _keep(writing, request, name, made)

    await hub.store.write(operation)
    return Response(201, {"location": f"{ROOT}/subscriptions/{quote(name, safe=':')}"})


def _aliased(given: Members) -> Members:
    """Write the keywords of JSON-LD as the standard does."""
    names = {"@id": "id", "@type": "type"}
    return {names.get(name, name): value for name, value in given.items()}


def _checked(request: Request, hub: Hub, given: Members, context: Context) -> Members:
    """Read a subscription and check where it sends and when it ends."""
    made = read_subscription(given, context, hub.contexts)
    if "expiresAt" in given and status(made, stamp_of(request)) == "expired":
        raise bad("expiresAt lies in the past")
    told = made["notification"]
    endpoint = told["endpoint"] if isinstance(told, dict) else None
    if hub.checked_target is not None and isinstance(endpoint, dict):
        try:
            hub.checked_target(str(endpoint["uri"]))
        except EgizError as error:
            raise bad(f"nothing can be sent to {endpoint['uri']}: {error}") from None
    return {**made, "@context": made.get("jsonldContext", context.named)}


def _keep(writing: Writing, request: Request, name: str, made: Members) -> None:
    """Keep a subscription and say that the subscriptions of the tenant changed."""
    writing.keep(Item(request.tenant, KIND, name, write(made)))
    changed(writing, request, name)


def changed(writing: Writing, request: Request, name: str) -> None:
    """Say that the subscriptions of the tenant changed."""
    before = writing.item(request.tenant, EDITION, "") or b""
    seed = before + name.encode() + str(micros_of(request)).encode()
    writing.keep(Item(request.tenant, EDITION, "", blake2b(seed, digest_size=16).digest()))


def stored(reading: Reading, tenant: str, name: str) -> Members:
    """Read a subscription.

    Raises
    ------
    Problem
        It is not there.
    """
    body = reading.item(tenant, KIND, name)
    if body is None:
        tenant_checked(reading, tenant)
        raise missing(f"there is no subscription {name}")
    return members(read(body), "a stored subscription")


async def update(request: Request, hub: Hub, name: str) -> Response:
    """Change members of a subscription; the null of the standard takes one away."""
    known(request)
    given, context = fragment_of(request, hub)
    given = _aliased(given)
    if not given.keys() - {"@context"}:
        raise bad("nothing is given to change")

    def operation(writing: Writing) -> None:
        before = stored(writing, request.tenant, name)
        names = hub.contexts.find(before["@context"]) if context is core() else context
        merged = _merged(before, given, names, stamp_of(request))
        made = _again(hub, merged, names, request) if "expiresAt" not in given else None
        _keep(writing, request, name, made or _checked(request, hub, merged, names))

    await hub.store.write(operation)
    return Response(204)


def _merged(before: Members, given: Members, names: Context, now: str) -> Members:
    """Put members that are given in the place of those kept, all in the names of one context."""
    kept = shown(before, names, now, tally.Tally())
    if "notificationTrigger" not in before:
        del kept["notificationTrigger"]
    if given.get("isActive") is True and status(before, now) == "expired":
        kept.pop("expiresAt", None)
    merged = {**kept, **{key: value for key, value in given.items() if key not in {"@context", "id"}}}
    return {key: value for key, value in merged.items() if value not in (None, NULL)}


def _again(hub: Hub, merged: Members, names: Context, request: Request) -> Members:
    """Check a subscription whose end was not given anew: it may have ended already."""
    ends = merged.get("expiresAt")
    made = _checked(request, hub, {key: one for key, one in merged.items() if key != "expiresAt"}, names)
    return made if ends is None else {**made, "expiresAt": ends}


async def delete(request: Request, hub: Hub, name: str) -> Response:
    """Delete a subscription, and all that waits to be sent for it."""
    known(request)

    def operation(writing: Writing) -> None:
        stored(writing, request.tenant, name)
        writing.drop(request.tenant, KIND, name)
        writing.drop(request.tenant, PACED, name)
        writing.drop(request.tenant, tally.KIND, name)
        writing.cancel(request.tenant, name)
        changed(writing, request, name)

    await hub.store.write(operation)
    return Response(204)


def _answered(request: Request, body: Json, context: Context, link: str = "") -> Response:
    """Answer with subscriptions; a version that is preferred changes nothing of them."""
    headers = {"link": link} if link else {}
    version = preferred(request)
    if version:
        headers["preference-applied"] = f"ngsi-ld={version}"
    return answered(body, accepted(request), context, headers)


def retrieve(request: Request, hub: Hub, name: str) -> Response:
    """Give one subscription."""
    known(request, ("options",))
    context = asked_context(request, hub.contexts)

    def operation(reading: Reading) -> Members:
        found = stored(reading, request.tenant, name)
        count = tally.tally(reading, request.tenant, name)
        return shown(found, context, stamp_of(request), count)

    accepted(request)
    return _answered(request, hub.store.read(operation), context)


def listed(request: Request, hub: Hub) -> Response:
    """Give the subscriptions of a tenant, page by page."""
    given = known(request, ("options", "limit", "offset", "count"))
    context = asked_context(request, hub.contexts)
    accepted(request)
    limit, offset = whole(given, "limit", hub.limits.page), whole(given, "offset", 0)
    count = truth(given, "count") is True
    if limit > hub.limits.largest_page:
        raise Problem("TooManyResults", f"a page holds at most {hub.limits.largest_page} subscriptions")
    if limit == 0 and not count:
        raise bad("limit is zero, and no count is asked for")

    def operation(reading: Reading) -> tuple[list[Json], int]:
        tenant_checked(reading, request.tenant)
        items = reading.items(request.tenant, KIND)
        page = items[offset : offset + limit]
        return [_one_shown(reading, one, context, stamp_of(request)) for one in page], len(items)

    found, total = hub.store.read(operation)
    response = _answered(request, found, context, _links(limit, offset, total))
    headers = {**response.headers, "ngsild-results-count": str(total)} if count else response.headers
    return Response(response.status, headers, response.body)


def _one_shown(reading: Reading, item: Item, context: Context, now: str) -> Json:
    """Show one subscription with what became of its notifications."""
    whole_item = members(read(item.body), "a stored subscription")
    return shown(whole_item, context, now, tally.tally(reading, item.tenant, item.name))


def _links(limit: int, offset: int, total: int) -> str:
    """Write the links to the pages before and after."""
    links: list[str] = []
    form = '<{}/subscriptions?limit={}&offset={}>;rel="{}";type="application/ld+json"'
    if limit and offset:
        links.append(form.format(ROOT, limit, max(0, offset - limit), "prev"))
    if limit and offset + limit < total:
        links.append(form.format(ROOT, limit, offset + limit, "next"))
    return ", ".join(links)
