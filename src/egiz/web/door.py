"""The door of the server: every request comes in here, and most are answered here.

It bounds what a request may cost, asks for tokens, answers the interface of the standard itself and hands
everything else to the routes behind it. Whatever fails inside ends in a problem document: never in a
traceback, never in a closed connection.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from http import HTTPStatus
from string import punctuation
from typing import Any, TypeAlias
from urllib.parse import quote_from_bytes

from egiz.city.clock import moment, ticks
from egiz.city.ngsild.answer import answer
from egiz.city.ngsild.exchange import ROOT, Request, Response
from egiz.city.ngsild.hub import Hub
from egiz.city.ngsild.query import too_complex
from egiz.city.store.store import TooCostly
from egiz.web.entry import asked, is_local, refused
from egiz.web.limit import Limits
from egiz.web.measure import Measures
from egiz.web.quick import PATH, Quick
from egiz.web.refusal import BUSY, RefusedError, failure, fault_line, internal, problem
from egiz.web.token import Keyring

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Application: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]

QUICK_PATH = PATH.encode()

CHALLENGE = 'Bearer realm="egiz", Basic realm="egiz", charset="UTF-8"'
"""How a client learns that a token is needed."""


def _tell(line: str) -> None:
    """Write a line to standard error."""
    print(line, file=sys.stderr, flush=True)


@dataclass(slots=True)
class Door:
    """A plain ASGI application before all others."""

    hub: Hub
    """What the interface of the standard needs."""
    rest: Application
    """Answers every other path."""
    keys: Keyring | None = None
    """Tokens; None: the server listens to this machine alone and asks for none."""
    limits: Limits = field(default_factory=Limits)
    """What a request may cost."""
    measures: Measures = field(default_factory=Measures)
    """What is counted."""
    say: Callable[[str], None] = _tell
    """Tells whoever runs the server of a failure, in one line."""
    quick: Quick = field(init=False)
    """Answers what was asked before, by a shorter way."""

    def __post_init__(self) -> None:
        """Open the shorter way."""
        self.quick = Quick(self.hub, self.keys)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        if scope["raw_path"] == QUICK_PATH and scope["method"] == "GET" and await self._quick(scope, send):
            return
        started, self.measures.running = ticks(), self.measures.running + 1
        path = scope["raw_path"].decode("latin-1")
        area, status = ("ngsi-ld" if path.startswith(ROOT) else "pages"), 500
        try:
            headers = _headers(scope)
            self._let_in(scope["method"], path, headers, scope["query_string"])
            if area == "ngsi-ld":
                response = await self._standard(scope, path, headers, receive)
                status = response.status
                await send_response(send, response)
            else:
                status = await self._others(scope, receive, send)
        except RefusedError as refusal:
            status = refusal.response.status
            await send_response(send, refusal.response)
        finally:
            self.measures.running -= 1
            self.measures.ended(area, status, ticks() - started)

    async def _quick(self, scope: Message, send: Send) -> bool:
        """Answer by the shorter way; tell whether that was possible."""
        if self.measures.running > self.limits.running:
            return False
        started = ticks()
        try:
            found = self.quick.answer(scope["query_string"], scope["headers"])
        except Exception as error:
            response = self.failed(too_complex() if isinstance(error, TooCostly) else error, PATH)
            await send_response(send, response)
            self.measures.ended("ngsi-ld", response.status, ticks() - started)
            return True
        if found is None:
            return False
        await send({"type": "http.response.start", "status": 200, "headers": found[0]})
        await send({"type": "http.response.body", "body": found[1]})
        self.measures.ended("ngsi-ld", 200, ticks() - started)
        return True

    def _let_in(self, method: str, path: str, headers: Mapping[str, str], query: bytes) -> None:
        """Refuse a request that may not come in."""
        if self.measures.running > self.limits.running:
            raise RefusedError(problem(503, "the server is busy; try again", BUSY))
        if len(path) + len(query) > self.limits.target:
            raise RefusedError(problem(414, f"an address has at most {self.limits.target} bytes"))
        if self.keys is None:
            if not is_local(headers.get("host", "localhost")):
                raise RefusedError(problem(421, "this server answers to the names of its own machine alone"))
            return
        status = refused(asked(method, path, headers), headers, self.keys)
        if status == HTTPStatus.UNAUTHORIZED:
            raise RefusedError(problem(401, "send a token", {"www-authenticate": CHALLENGE}))
        if status is not None:
            raise RefusedError(problem(403, "the token does not allow this with this tenant"))

    async def _standard(
        self, scope: Message, path: str, headers: Mapping[str, str], receive: Receive
    ) -> Response:
        """Answer what the standard asks."""
        body = await self._body(headers, receive) if scope["method"] != "GET" else b""
        query = scope["query_string"].decode("latin-1")
        request = Request(scope["method"], path, query, headers, body, moment())
        try:
            async with asyncio.timeout(self.limits.answer):
                return await answer(request, self.hub)
        except Exception as error:
            return self.failed(error, path)

    def failed(self, error: Exception, path: str) -> Response:
        """Turn whatever failed into a problem document, and tell it in one line."""
        known = failure(error)
        if known is not None:
            return known
        self.say(fault_line(error, path))
        return internal()

    async def _others(self, scope: Message, receive: Receive, send: Send) -> int:
        """Hand a request on, and watch what is answered."""
        status, query = 0, scope["query_string"]
        if not query.isascii():
            scope["query_string"] = quote_from_bytes(query, safe=punctuation).encode()

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.rest(scope, receive, watched)
        except Exception as error:
            response = self.failed(error, scope["path"])
        else:
            return status
        if status == 0:
            await send_response(send, response)
            status = response.status
        return status

    async def _body(self, headers: Mapping[str, str], receive: Receive) -> bytes:
        """Read the body within the bounds of length and time."""
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > self.limits.body:
            raise RefusedError(self._too_large())
        try:
            async with asyncio.timeout(self.limits.arrival):
                return await self._read(receive)
        except TimeoutError:
            raise RefusedError(problem(408, "the body did not come in time")) from None

    async def _read(self, receive: Receive) -> bytes:
        """Read all parts of the body."""
        message = await receive()
        body: bytes = message.get("body", b"")
        if len(body) <= self.limits.body and not message.get("more_body"):
            return body
        parts, size = [body], len(body)
        while message.get("more_body"):
            if size > self.limits.body:
                raise RefusedError(self._too_large())
            message = await receive()
            if message["type"] == "http.disconnect":
                raise RefusedError(problem(400, "the client went away"))
            parts.append(message.get("body", b""))
            size += len(parts[-1])
        if size > self.limits.body:
            raise RefusedError(self._too_large())
        return b"".join(parts)

    def _too_large(self) -> Response:
        """Refuse a body."""
        return problem(413, f"a body has at most {self.limits.body} bytes")


def _headers(scope: Message) -> Mapping[str, str]:
    """Read the headers; one that is sent twice is joined by a comma."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key, text = name.decode("latin-1"), value.decode("latin-1")
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


async def send_response(send: Send, response: Response) -> None:
    """Send a response whole."""
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in response.headers.items()]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    await send({"type": "http.response.body", "body": response.body})
