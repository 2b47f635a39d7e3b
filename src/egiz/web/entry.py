"""Who may come in: the token of a request, the tenant it is about, and what it wants to do there."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import unquote_to_bytes

from egiz.city.ngsild.exchange import ROOT, TENANT
from egiz.web.token import ADMIN, NAMELESS, READ, WRITE, Keyring

CITIES = "/cities/"
"""Under this path stands what is made for people, a tenant after the other."""

ASKING = {"GET", "HEAD", "OPTIONS"}
"""Methods that change nothing."""

QUERIES = (f"{ROOT}/entityOperations/query", f"{ROOT}/temporal/entityOperations/query")
"""Questions that are asked with a body."""

OPEN = {"/health"}
"""What anyone may ask."""

GUARDED = {"/metrics"}
"""What asks for `ADMIN`."""

LOCAL_NAMES = {"localhost"}
"""Names of this machine, besides the loopback addresses."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request wants."""

    tenant: str | None
    """With which tenant; None: with none in particular."""
    scope: str | None
    """Which of the scopes that takes; None: none."""


def asked(method: str, path: str, headers: Mapping[str, str]) -> Asked:
    """Read what a request wants; the path is decoded, as it is by those who answer."""
    path = unquote_to_bytes(path.encode("latin-1", "replace")).decode("utf-8", "replace")
    if path.startswith(ROOT):
        return Asked(headers.get(TENANT, "").strip(), _scope(method, path.rstrip("/")))
    if path.startswith(CITIES):
        name = path[len(CITIES) :].partition("/")[0]
        return Asked("" if name == NAMELESS else name, READ if method in ASKING else WRITE)
    if path in OPEN:
        return Asked(None, None)
    return Asked(None, ADMIN if path in GUARDED else READ)


def _scope(method: str, path: str) -> str:
    """Give the scope that an operation of the standard takes."""
    if method in ASKING or path in QUERIES:
        return READ
    shared = path.startswith(f"{ROOT}/jsonldContexts")
    purge = method == "DELETE" and path == f"{ROOT}/entities"
    return ADMIN if shared or purge else WRITE


def refused(wanted: Asked, headers: Mapping[str, str], keys: Keyring) -> int | None:
    """Tell with which status a request is refused, if it is: 401 without a known token, else 403."""
    if wanted.scope is None:
        return None
    held = keys.find(token_of(headers))
    if not held:
        return HTTPStatus.UNAUTHORIZED
    scope = wanted.scope
    if wanted.tenant is None:
        fits = any(grant.allows(grant.tenant, scope) for grant in held)
    else:
        fits = any(grant.allows(wanted.tenant, scope) for grant in held)
    return None if fits else HTTPStatus.FORBIDDEN


def may_read(headers: Mapping[str, str], tenant: str, keys: Keyring | None) -> bool:
    """Tell whether the sender of a request may read a tenant."""
    return keys is None or any(grant.allows(tenant, READ) for grant in keys.find(token_of(headers)))


def token_of(headers: Mapping[str, str]) -> str:
    """Take the token out of a header: ``Bearer``, or the password of ``Basic`` as browsers send it."""
    kind, _, rest = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return rest.strip()
    if kind.lower() == "basic":
        try:
            return base64.b64decode(rest.strip(), validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return ""


def is_local(host: str) -> bool:
    """Tell whether a name or an address is this very machine; a port may stand behind it."""
    name = host.strip()
    if name.startswith("["):
        name = name[1:].partition("]")[0]
    elif name.count(":") == 1:
        name = name.partition(":")[0]
    if name.lower() in LOCAL_NAMES:
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
