"""Operations on many entities at once: each succeeds or fails by itself, and the answer tells which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from egiz.city.ngsild import change as changes
from egiz.city.ngsild.attribute import Reading
from egiz.city.ngsild.change import Change
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import Json, Members, write
from egiz.city.ngsild.entity import read_entity, read_fragment
from egiz.city.ngsild.exchange import Request, Response
from egiz.city.ngsild.hub import Hub, commit, stamp_of, stored
from egiz.city.ngsild.name import uri_checked
from egiz.city.ngsild.negotiate import JSON, JSON_LD, context_of, linked, read_body
from egiz.city.ngsild.parameter import FORMS, known, options
from egiz.city.ngsild.problem import Problem, bad, missing
from egiz.city.store.writing import Writing


@dataclass(frozen=True, slots=True)
class Part:
    """One entity of a batch: read, or refused."""

    id: str
    """Its identifier, as far as it could be read."""
    content: Members
    """The stored form, or a fragment of it."""
    problem: Problem | None = None
    """Why it cannot be used."""


Step: TypeAlias = Callable[[Members | None, Part], Change]
"""From the stored form (None where there is none) and one part to the change of it."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a batch ended."""

    done: tuple[str, ...]
    """Those that succeeded."""
    fresh: tuple[str, ...]
    """Those among them that are new."""
    failed: tuple[tuple[str, Problem], ...]
    """Those that failed, and why."""

    def response(self, *, created: bool = False) -> Response:
        """Tell the client."""
        if self.failed:
            errors: list[Json] = [
                {"entityId": name, "error": {**fault.document()}} for name, fault in self.failed
            ]
            body: Json = {"success": [*self.done], "errors": errors}
            return Response(207, {"content-type": JSON}, write(body))
        if created or self.fresh:
            return Response(201, {"content-type": JSON}, write([*self.fresh]))
        return Response(204)


def contents(request: Request, hub: Hub) -> list[tuple[Json, Context | Problem]]:
    """Read the list in a body, and the context of each member.

    Raises
    ------
    Problem
        There is no list, or it is empty or too long.
    """
    given, media = read_body(request)
    if not isinstance(given, list):
        raise bad("the body must be a list")
    if not given:
        raise bad("the list is empty")
    if len(given) > hub.limits.batch:
        raise Problem("TooManyResults", f"a batch holds at most {hub.limits.batch} entities")
    if media == JSON_LD and linked(request):
        raise bad("a body of JSON-LD holds its context; the Link header cannot name one too")
    if not all(isinstance(one, dict) for one in given):
        raise bad("the members of the list must be objects")
    found: list[tuple[Json, Context | Problem]] = []
    for one in given:
        try:
            whole = one if isinstance(one, dict) else {}
            found.append((one, context_of(whole, media, request, hub.contexts)))
        except Problem as fault:
            found.append((one, fault))
    return found


def parts(request: Request, hub: Hub, read: Callable[[Json, Context], Members]) -> list[Part]:
    """Read every entity of a batch."""
    result: list[Part] = []
    for given, context in contents(request, hub):
        name = str(given.get("id", "")) if isinstance(given, dict) else ""
        try:
            if isinstance(context, Problem):
                raise context
            whole = read(given, context)
            result.append(Part(str(whole["id"]), whole))
        except Problem as fault:
            result.append(Part(name, {}, fault))
    return result


async def run(request: Request, hub: Hub, batch: list[Part], step: Step) -> Result:
    """Do a step for every part of a batch within one commit."""

    def operation(writing: Writing) -> Result:
        done: list[str] = []
        fresh: list[str] = []
        failed: list[tuple[str, Problem]] = []
        for part in batch:
            try:
                if part.problem is not None:
                    raise part.problem
                change = step(stored(writing, request.tenant, part.id), part)
                if change.touched or change.after != change.before:
                    commit(writing, hub, change)
                if change.refused:
                    names = ", ".join(name for name, _ in change.refused)
                    raise bad(f"attributes that are there already: {names}")
            except Problem as fault:
                failed.append((part.id, fault))
                continue
            done.append(part.id)
            if change.before is None:
                fresh.append(part.id)
        return Result(tuple(done), tuple(fresh), tuple(failed))

    return await hub.store.write(operation)


async def create(request: Request, hub: Hub) -> Response:
    """Create entities."""
    known(request, ("options",))
    stamp = stamp_of(request)
    batch = parts(request, hub, lambda given, context: read_entity(given, Reading(context, stamp)))

    def step(before: Members | None, part: Part) -> Change:
        if before is not None:
            raise Problem("AlreadyExists", f"there is an entity {part.id} already")
        return changes.created(request.tenant, part.content, stamp)

    return (await run(request, hub, batch, step)).response(created=True)


async def upsert(request: Request, hub: Hub) -> Response:
    """Create entities, or replace or update those that are there."""
    stamp = stamp_of(request)
    updating = "update" in options(known(request, ("options",)), {"update", "replace", *FORMS})
    batch = parts(request, hub, lambda given, context: read_entity(given, Reading(context, stamp)))

    def step(before: Members | None, part: Part) -> Change:
        if before is None:
            return changes.created(request.tenant, part.content, stamp)
        if updating:
            return changes.appended(request.tenant, before, part.content, stamp, overwrite=True)
        return changes.replaced(request.tenant, before, part.content, stamp)

    return (await run(request, hub, batch, step)).response()


async def update(request: Request, hub: Hub) -> Response:
    """Add attributes to entities that are there."""
    stamp = stamp_of(request)
    overwrite = "noOverwrite" not in options(known(request, ("options",)), {"noOverwrite", "update", *FORMS})
    batch = parts(request, hub, lambda given, context: _fragment(given, Reading(context, stamp)))

    def step(before: Members | None, part: Part) -> Change:
        return changes.appended(
            request.tenant, _there(before, part), part.content, stamp, overwrite=overwrite
        )

    return (await run(request, hub, batch, step)).response()


async def merge(request: Request, hub: Hub) -> Response:
    """Merge fragments into entities that are there."""
    known(request, ("options", "format", "lang", "observedAt"))
    stamp = stamp_of(request)

    def read(given: Json, context: Context) -> Members:
        return _fragment(given, Reading(context, stamp, patch=True, deep=True, partial=True))

    def step(before: Members | None, part: Part) -> Change:
        return changes.merged(request.tenant, _there(before, part), part.content, stamp)

    return (await run(request, hub, parts(request, hub, read), step)).response()


async def delete(request: Request, hub: Hub) -> Response:
    """Delete entities."""
    known(request)
    given, _ = read_body(request)
    if not isinstance(given, list) or not given:
        raise bad("the body must be a list of identifiers")
    batch: list[Part] = []
    for one in given:
        try:
            name = one if isinstance(one, str) else str(one)
            batch.append(Part(uri_checked(name, "an id"), {}))
        except Problem as fault:
            batch.append(Part(str(one), {}, fault))

    def step(before: Members | None, part: Part) -> Change:
        return changes.deleted(request.tenant, _there(before, part), stamp_of(request))

    return (await run(request, hub, batch, step)).response()


def _fragment(given: Json, reading: Reading) -> Members:
    """Read a fragment that names its entity."""
    fragment = read_fragment(given, reading)
    if "id" not in fragment:
        raise bad("a fragment of a batch needs an id")
    return fragment


def _there(before: Members | None, part: Part) -> Members:
    if before is None:
        raise missing(f"there is no entity {part.id}")
    return before
