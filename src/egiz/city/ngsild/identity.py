"""What the hub says about itself."""

from __future__ import annotations

from egiz.city.ngsild.context import core
from egiz.city.ngsild.discover import shown
from egiz.city.ngsild.exchange import Request, Response
from egiz.city.ngsild.hub import Hub, stamp_of
from egiz.city.ngsild.negotiate import accepted
from egiz.city.ngsild.parameter import known


def identity(request: Request, hub: Hub) -> Response:
    """Tell who answers, since when, and what time it is."""
    known(request)
    seconds = 0
    if hub.started is not None and request.moment is not None:
        seconds = max(0, int((request.moment - hub.started).total_seconds()))
    alias = f"{hub.alias}-{request.tenant}" if request.tenant else hub.alias
    body = {
        "id": f"urn:ngsi-ld:ContextSourceIdentity:{alias}",
        "type": "ContextSourceIdentity",
        "contextSourceAlias": alias,
        "contextSourceUptime": f"PT{seconds}S",
        "contextSourceTimeAt": stamp_of(request),
    }
    return shown({**body}, accepted(request), core())
