"""Requests that are not answered: as problem documents (RFC 7807), whatever the reason."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

import msgspec

from egiz.city.ngsild.exchange import Response
from egiz.city.ngsild.problem import MEDIA, Problem
from egiz.city.store.store import Closed, TooCostly

BUSY = {"retry-after": "1"}
"""Tells a client to come again soon [s]."""

FAILURES: tuple[tuple[type[Exception], int, str], ...] = (
    (TooCostly, HTTPStatus.FORBIDDEN, "the question takes more work than one request may"),
    (TimeoutError, HTTPStatus.SERVICE_UNAVAILABLE, "no answer was ready in time"),
    (Closed, HTTPStatus.SERVICE_UNAVAILABLE, "the server is stopping"),
)
"""What may fail without a fault of the code."""

EXPECTED: tuple[type[Exception], ...] = (Problem, *(kind for kind, _, _ in FAILURES))
"""Every error that `failure` has an answer for."""

SHOWN = 200
"""Letters of an error's text that the operator is shown."""


class RefusedError(Exception):
    """A request that the door answers by itself.

    Parameters
    ----------
    response
        What it answers.
    """

    def __init__(self, response: Response) -> None:
        super().__init__(response.status)
        self.response = response


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """Make the problem document of an error of HTTP itself."""
    title = HTTPStatus(status).phrase
    document = {"type": "about:blank", "title": title, "detail": detail, "status": status}
    return Response(status, {"content-type": MEDIA, **(headers or {})}, msgspec.json.encode(document))


def failure(error: Exception) -> Response | None:
    """Give the answer for what may fail without a fault of the code; None for any other error."""
    if isinstance(error, Problem):
        return error.response()
    for kind, status, detail in FAILURES:
        if isinstance(error, kind):
            return problem(status, detail, BUSY if status == HTTPStatus.SERVICE_UNAVAILABLE else None)
    return None


def internal() -> Response:
    """Give the answer for a fault of the code."""
    return Problem("InternalError", "the server failed; its operator has been told").response()


def fault_line(error: Exception, path: str) -> str:
    """Tell an error of the code in one line: what, and where in the code."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    text = " ".join(str(error).split())[:SHOWN]
    return f"egiz: {path[:SHOWN]}: {type(error).__name__} at {where}: {text}"
