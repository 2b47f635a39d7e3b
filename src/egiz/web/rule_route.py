"""The routes of rules: read, put and taken away by name, a tenant's own."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Callable
from urllib.parse import quote

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from egiz.city.ngsild.context import core
from egiz.city.ngsild.hub import Hub
from egiz.city.ngsild.name import uri_checked
from egiz.city.ngsild.problem import bad, missing
from egiz.city.ngsild.rule import KIND, Rule, drop, holding, keep, rules
from egiz.city.outbox import tally
from egiz.city.outbox.gate import Refused
from egiz.city.store.reading import Reading
from egiz.city.store.writing import Writing
from egiz.errors import EgizError
from egiz.web.limit import Limits
from egiz.web.place import CITY, tenant_of
from egiz.web.refusal import RefusedError, problem
from egiz.web.token import NAMELESS

RULES = f"{CITY}/rules"
"""Where the rules of a tenant stand."""

ONE = f"{RULES}/{{name}}"
"""Where one rule stands."""

NAME = re.compile(r"[\w.\-]{1,100}")
"""What a rule may be called."""

LARGEST = 16 * 1024
"""Largest body of a rule [bytes]."""

MOST = 1000
"""Most rules of a tenant."""


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A rule as people write it."""

    type: str
    """Type of the entities, as a short name or an IRI."""
    attribute: str
    """The attribute that is looked at."""
    uri: str
    """Where it is told."""
    above: float | None = None
    """It holds while the value is above this."""
    below: float | None = None
    """It holds while the value is below this."""
    silent: float | None = None
    """It holds while the attribute was not renewed for longer than this [s]."""
    margin: float = 0.0
    """How far a value must come back before it no longer holds."""


def nowhere(_: str) -> None:
    """Let no message out, for servers that were told of no target.

    Raises
    ------
    Refused
        Always.
    """
    raise Refused("this server sends nothing")


def rule_routes(hub: Hub, checked: Callable[[str], None], limits: Limits) -> list[Route]:
    """Give the routes.

    Parameters
    ----------
    hub
        What is looked at.
    checked
        Checks where messages may go; raises `EgizError`.
    limits
        What a request may cost.
    """
    return [*_asking(hub), *_changing(hub, checked, limits)]


def _asking(hub: Hub) -> list[Route]:
    """Give the routes that change nothing."""

    async def every(request: Request) -> Response:
        tenant = tenant_of(request, hub)
        return JSONResponse(hub.store.read(lambda reading: _listed(reading, tenant)))

    async def one(request: Request) -> Response:
        tenant, id = tenant_of(request, hub), _id(request)
        return JSONResponse(hub.store.read(lambda reading: _one(reading, tenant, id)))

    return [Route(RULES, every), Route(ONE, one)]


def _changing(hub: Hub, checked: Callable[[str], None], limits: Limits) -> list[Route]:
    """Give the routes that put rules and take them away."""

    async def put(request: Request) -> Response:
        tenant, id = tenant_of(request, hub), _id(request)
        body = await _body(request, limits.arrival)
        made = read_rule(body, id, checked)
        new = await hub.store.write(lambda writing: _kept(writing, tenant, made))
        return Response(status_code=201 if new else 204, headers={"location": id} if new else None)

    async def remove(request: Request) -> Response:
        tenant, id = tenant_of(request, hub), _id(request)
        if not await hub.store.write(lambda writing: drop(writing, tenant, id)):
            raise missing(f"there is no rule at {id}")
        return Response(status_code=204)

    return [Route(ONE, put, methods=["PUT"]), Route(ONE, remove, methods=["DELETE"])]


def _id(request: Request) -> str:
    """Give what a rule is kept as: its own address, which no subscription can be called."""
    name = str(request.path_params["name"])
    if NAME.fullmatch(name) is None:
        raise bad("a rule is called by letters, digits, '.', '-' and '_', at most 100")
    tenant = str(request.path_params["tenant"]) or NAMELESS
    return f"/cities/{quote(tenant)}/rules/{quote(name)}"


async def _body(request: Request, arrival: float) -> bytes:
    """Read a body within the bounds of length and time."""
    body = b""
    try:
        async with asyncio.timeout(arrival):
            async for part in request.stream():
                body += part
                if len(body) > LARGEST:
                    raise RefusedError(problem(413, f"a rule has at most {LARGEST} bytes"))
    except TimeoutError:
        raise RefusedError(problem(408, "the body did not come in time")) from None
    return body


def read_rule(body: bytes, id: str, checked: Callable[[str], None]) -> Rule:
    """Read a rule that a client wrote.

    Parameters
    ----------
    body
        JSON.
    id
        What it is kept as.
    checked
        Checks where messages may go.

    Raises
    ------
    Problem
        It is not right.
    """
    try:
        given = msgspec.json.decode(body, type=Given)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise bad(f"this is no rule: {error}") from None
    bounds = [one for one in (given.above, given.below, given.silent) if one is not None]
    if not bounds:
        raise bad("a rule says above, below or silent")
    if not all(map(math.isfinite, (*bounds, given.margin))) or given.margin < 0:
        raise bad("numbers must be finite, and margin not negative")
    if given.silent is not None and given.silent <= 0:
        raise bad("silent must be longer than 0 s")
    try:
        checked(uri_checked(given.uri, "uri"))
    except (EgizError, ValueError) as error:
        raise bad(f"nothing can be sent to {given.uri}: {error}") from None
    type, attribute = core().checked(given.type), core().checked(given.attribute)
    return Rule(
        id=id, type=type, attribute=attribute, uri=given.uri,
        above=given.above, below=given.below, silent=given.silent, margin=given.margin,
    )  # fmt: skip


def _kept(writing: Writing, tenant: str, rule: Rule) -> bool:
    """Keep a rule unless there are too many; tell whether it is new."""
    if writing.item(tenant, KIND, rule.id) is None and len(writing.items(tenant, KIND)) >= MOST:
        raise bad(f"a tenant has at most {MOST} rules")
    return keep(writing, tenant, rule)


def _listed(reading: Reading, tenant: str) -> dict[str, object]:
    """Show every rule of a tenant."""
    return {"rules": [_shown(reading, tenant, rule) for rule in rules(reading, tenant)]}


def _one(reading: Reading, tenant: str, id: str) -> dict[str, object]:
    """Show one rule."""
    body = reading.item(tenant, KIND, id)
    if body is None:
        raise missing(f"there is no rule at {id}")
    return _shown(reading, tenant, msgspec.json.decode(body, type=Rule))


def _shown(reading: Reading, tenant: str, rule: Rule) -> dict[str, object]:
    """Show a rule, for which entities it holds and what became of its messages."""
    given = Given(
        core().compact(rule.type), core().compact(rule.attribute), rule.uri,
        rule.above, rule.below, rule.silent, rule.margin,
    )  # fmt: skip
    count = tally.tally(reading, tenant, rule.id)
    return {
        "id": rule.id,
        **msgspec.to_builtins(given),
        "holds": holding(reading, tenant, rule),
        "sent": count.sent,
        "failed": count.failed,
    }
