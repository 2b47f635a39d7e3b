"""Where the things of a tenant stand in the addresses of the server."""

from __future__ import annotations

from starlette.requests import Request

from egiz.city.ngsild.hub import Hub
from egiz.city.ngsild.problem import missing
from egiz.web.token import NAMELESS

CITY = "/cities/{tenant}"
"""Where everything of a tenant stands."""


def tenant_of(request: Request, hub: Hub) -> str:
    """Give the tenant that a path names.

    Raises
    ------
    Problem
        It is not there.
    """
    name = str(request.path_params["tenant"])
    if name == NAMELESS:
        return ""
    if name not in hub.store.read(lambda reading: reading.tenants()):
        raise missing(f"there is no tenant {name}")
    return name
