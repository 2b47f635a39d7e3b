"""Deletion of every entity that a query finds, or of some of their attributes."""

from __future__ import annotations

from egiz.city.ngsild import change as changes
from egiz.city.ngsild.ask import ASKED, which
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import Members
from egiz.city.ngsild.entity import HEAD
from egiz.city.ngsild.exchange import Request, Response
from egiz.city.ngsild.hub import Hub, commit, document_of, stamp_of, tenant_checked
from egiz.city.ngsild.negotiate import asked_context
from egiz.city.ngsild.parameter import Given, known
from egiz.city.ngsild.problem import bad
from egiz.city.store.record import Selection
from egiz.city.store.writing import Writing

AT_ONCE = 100_000
"""Most entities deleted by one request."""


async def purge(request: Request, hub: Hub) -> Response:
    """Delete every entity that the parameters of a query find.

    With ``drop`` only these attributes are deleted, with ``keep`` all others; the entities stay.

    Raises
    ------
    Problem
        A parameter is not known, both are given, or the query is too wide.
    """
    given = known(request, ("type", "attrs", "drop", "keep", *ASKED))
    if "{" in given.get("attrs", ""):
        raise bad("attrs names attributes of the entities alone, not of those that they are linked to")
    context = asked_context(request, hub.contexts)
    wanted, chosen = which(given, context), _chosen(given, context)
    selection = Selection(
        tenant=request.tenant, types=wanted.types, clause=wanted.clause, limit=AT_ONCE, offset=0
    )

    def operation(writing: Writing) -> None:
        tenant_checked(writing, request.tenant)
        for entity in writing.entities(selection):
            change = _change(request, document_of(entity), chosen)
            if change.after is None or change.touched:
                commit(writing, hub, change)

    await hub.store.write(operation)
    return Response(204)


def _chosen(given: Given, context: Context) -> tuple[str, frozenset[str]] | None:
    """Read which attributes are dropped or kept; None: the entities go whole."""
    if "drop" in given and "keep" in given:
        raise bad("give drop or keep, not both")
    sort = next((name for name in ("drop", "keep") if name in given), None)
    if sort is None:
        return None
    names = [name.strip() for name in given[sort].split(",")]
    if not all(names):
        raise bad(f"{sort} must be names of attributes, joined by commas")
    return sort, frozenset(map(context.expand, names))


def _change(request: Request, whole: Members, chosen: tuple[str, frozenset[str]] | None) -> changes.Change:
    """Make the change of one entity."""
    if chosen is None:
        return changes.deleted(request.tenant, whole, stamp_of(request))
    sort, names = chosen
    left = {name: one for name, one in whole.items() if name in HEAD or (name in names) == (sort == "keep")}
    touched = [
        changes.Touched(name, str(one.get("datasetId", "")), "deleted", one)
        for name, value in whole.items()
        if name not in left
        for one in changes.instances(value)
    ]
    return changes.Draft(left, stamp_of(request), touched).done(request.tenant, whole)
