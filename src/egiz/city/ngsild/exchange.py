"""What comes in and what goes out: a request and a response, free of any server library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import parse_qsl, unquote

ROOT = "/ngsi-ld/v1"
"""The path under which every operation of the standard stands."""

TENANT = "ngsild-tenant"
"""The header that names a tenant."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request, whole."""

    method: str
    """Upper case."""
    path: str
    """Percent-encoded, as sent, without the query; starts with `ROOT`."""
    query: str = ""
    """What follows the question mark, as sent."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case; a header sent twice is joined by a comma."""
    body: bytes = b""
    """The body, empty where there is none."""
    moment: datetime | None = None
    """When it came (UTC); the door reads the clock, no handler does."""

    @property
    def tenant(self) -> str:
        """The tenant named, or an empty text for the default one."""
        return self.headers.get(TENANT, "").strip()

    def segments(self) -> tuple[str, ...]:
        """Split the path below `ROOT` into decoded parts; a slash inside a part stays encoded till here."""
        return tuple(unquote(part) for part in self.path[len(ROOT) :].split("/")[1:])

    def parameters(self) -> Mapping[str, str]:
        """Read the query; where a name comes twice the last one counts."""
        return dict(parse_qsl(self.query, keep_blank_values=True))


@dataclass(frozen=True, slots=True)
class Response:
    """One response, whole."""

    status: int
    """The status code of HTTP."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case."""
    body: bytes = b""
    """The body, empty where there is none."""
