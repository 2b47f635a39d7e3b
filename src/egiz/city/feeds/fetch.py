"""Bodies fetched by HTTP: bounded, named to the server, never through an unsafe door."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import datetime

import httpx

from egiz.city.feeds.feed import Feed, State
from egiz.city.feeds.row import FeedError
from egiz.errors import Fault

LARGEST = 8_000_000
"""Bytes of a body, unpacked, that are read."""

SECONDS = 20.0
"""How long one step of an exchange may take."""

LONGEST = 86_400.0
"""A source that asks to be left alone longer is asked after this anyway [s]."""

NOT_MODIFIED, MOVED, REFUSED = 304, 300, 400


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came."""

    body: bytes | None
    """The body; nothing where the source says that it did not change."""
    etag: str
    """How the source marks it."""
    modified: str
    """When the source says it changed last."""
    more: tuple[bytes, ...] = ()
    """The bodies of the pages after the first."""
    notes: tuple[Fault, ...] = ()
    """What was left out."""


class Busy(FeedError):
    """The source asks to be left alone for a while.

    Parameters
    ----------
    status
        The status it sent.
    host
        The source.
    wait
        Seconds.
    """

    def __init__(self, status: int, host: str, wait: float) -> None:
        super().__init__("status", host, {"status": status})
        self.wait = wait


def client_of(contact: str, version: str) -> httpx.AsyncClient:
    """Make a client that says who asks and how to reach them, checks certificates and follows no redirect.

    Parameters
    ----------
    contact
        An address of the operator, by which a source can complain.
    version
        Of Egiz.
    """
    agent = {"user-agent": f"Egiz/{version} (+{contact})"}
    return httpx.AsyncClient(headers=agent, timeout=SECONDS, follow_redirects=False)


async def fetch(client: httpx.AsyncClient, feed: Feed, state: State, now: datetime, page: int = 1) -> Fetched:
    """Fetch the body of a feed, or of one page of it.

    Parameters
    ----------
    client
        See `client_of`.
    feed
        The feed. Where its address goes with the day, the source is never asked for changes only: what it
        said of another day does not count.
    state
        What is remembered of it.
    now
        The moment (UTC).
    page
        Which page, where the feed has pages.

    Raises
    ------
    FeedError
        There was no way to the source, or it sent no body that is whole and small enough.
    """
    address = feed.address_at(now, page)
    host = httpx.URL(address).host
    headers = dict(feed.headers)
    steady = address == feed.address
    if state.etag and steady:
        headers["if-none-match"] = state.etag
    if state.modified and steady:
        headers["if-modified-since"] = state.modified
    try:
        async with client.stream("GET", address, headers=headers) as response:
            _check(response, host)
            body = None if response.status_code == NOT_MODIFIED else await _body(response, host)
            told = response.headers
            return Fetched(body, told.get("etag", ""), told.get("last-modified", ""))
    except httpx.TimeoutException:
        raise FeedError("slow", host, {"seconds": SECONDS}) from None
    except (httpx.RemoteProtocolError, httpx.DecodingError):
        raise FeedError("cut", host) from None
    except httpx.HTTPError as error:
        raise FeedError("certificate" if _is_certificate(error) else "unreachable", host) from None


def _check(response: httpx.Response, host: str) -> None:
    """Refuse a status that brings no body of the feed."""
    status = response.status_code
    if status >= REFUSED:
        after = response.headers.get("retry-after", "")
        raise Busy(status, host, min(float(after), LONGEST) if after.isdecimal() else 0.0)
    if status >= MOVED and status != NOT_MODIFIED:
        raise FeedError("moved", host, {"address": response.headers.get("location", "?")[:200]})


async def _body(response: httpx.Response, host: str) -> bytes:
    """Read a body up to the bound."""
    parts: list[bytes] = []
    size = 0
    async for part in response.aiter_bytes():
        size += len(part)
        if size > LARGEST:
            raise FeedError("large", host, {"most": LARGEST})
        parts.append(part)
    return b"".join(parts)


def _is_certificate(error: BaseException) -> bool:
    """Tell whether a failure comes from the certificate."""
    step: BaseException | None = error
    while step is not None:
        if isinstance(step, ssl.SSLError) or "CERTIFICATE" in str(step):
            return True
        step = step.__cause__ or step.__context__
    return False
