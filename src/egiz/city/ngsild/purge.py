"""Deletion of every entity that a query finds."""

from __future__ import annotations

from egiz.city.ngsild import change as changes
from egiz.city.ngsild.ask import ASKED, which
from egiz.city.ngsild.exchange import Request, Response
from egiz.city.ngsild.hub import Hub, commit, document_of, stamp_of, tenant_checked
from egiz.city.ngsild.negotiate import asked_context
from egiz.city.ngsild.parameter import known
from egiz.city.store.record import Selection
from egiz.city.store.writing import Writing

AT_ONCE = 100_000
"""Most entities deleted by one request."""


async def purge(request: Request, hub: Hub) -> Response:
    """Delete every entity that the parameters of a query find."""
    given = known(request, ("type", *ASKED))
    wanted = which(given, asked_context(request, hub.contexts))
    selection = Selection(
        tenant=request.tenant, types=wanted.types, clause=wanted.clause, limit=AT_ONCE, offset=0
    )

    def operation(writing: Writing) -> None:
        tenant_checked(writing, request.tenant)
        for entity in writing.entities(selection):
            commit(writing, hub, changes.deleted(request.tenant, document_of(entity), stamp_of(request)))

    await hub.store.write(operation)
    return Response(204)
