"""The errors that the standard names, as problem details (RFC 7807)."""

from __future__ import annotations

import msgspec

from egiz.city.ngsild.exchange import Response
from egiz.errors import EgizError

MEDIA = "application/problem+json"
"""The media type of a problem."""

TYPE = "https://uri.etsi.org/ngsi-ld/errors/"
"""What every error type of the standard starts with."""

STATUS = {
    "InvalidRequest": 400,
    "BadRequestData": 400,
    "AlreadyExists": 409,
    "OperationNotSupported": 422,
    "ResourceNotFound": 404,
    "InternalError": 500,
    "TooComplexQuery": 403,
    "TooManyResults": 403,
    "LdContextNotAvailable": 504,
    "NoMultiTenantSupport": 501,
    "NonexistentTenant": 404,
    "MethodNotAllowed": 405,
    "NotAcceptable": 406,
    "UnsupportedMediaType": 415,
    "PayloadTooLarge": 413,
    "Unauthorized": 401,
    "Forbidden": 403,
}
"""From an error's name to its status."""

HTTP_ONLY = {"MethodNotAllowed", "NotAcceptable", "UnsupportedMediaType", "PayloadTooLarge", "Unauthorized"}
"""Errors of HTTP itself: the standard gives them no type of its own."""

TITLE = {
    "InvalidRequest": "The request cannot be read",
    "BadRequestData": "The request holds data that is not allowed",
    "AlreadyExists": "It exists already",
    "OperationNotSupported": "This operation is not supported",
    "ResourceNotFound": "It was not found",
    "InternalError": "The server failed",
    "TooComplexQuery": "The query asks for too much work",
    "TooManyResults": "The query finds too much",
    "LdContextNotAvailable": "A context could not be had",
    "NoMultiTenantSupport": "There is only one tenant",
    "NonexistentTenant": "The tenant is not known",
    "MethodNotAllowed": "This method is not allowed here",
    "NotAcceptable": "None of the accepted media types can be made",
    "UnsupportedMediaType": "A body of this media type is not read",
    "PayloadTooLarge": "The body is too large",
    "Unauthorized": "A token is needed",
    "Forbidden": "The token does not allow this",
}
"""A short line for each error."""


class Problem(EgizError):
    """A request that ends in an error of the standard.

    Parameters
    ----------
    name
        One of the names in `STATUS`.
    detail
        What is wrong and where, for the person who wrote the client.
    """

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(f"{name}: {detail}")
        self.name = name
        self.detail = detail

    @property
    def status(self) -> int:
        """The status code of HTTP."""
        return STATUS[self.name]

    def document(self) -> dict[str, str | int]:
        """The problem as the members of its JSON form."""
        kind = "about:blank" if self.name in HTTP_ONLY or self.name == "Forbidden" else TYPE + self.name
        return {"type": kind, "title": TITLE[self.name], "detail": self.detail, "status": self.status}

    def response(self) -> Response:
        """The problem as a response."""
        return Response(self.status, {"content-type": MEDIA}, msgspec.json.encode(self.document()))


def bad(detail: str) -> Problem:
    """Make the error of well-formed content with data that is not allowed."""
    return Problem("BadRequestData", detail)


def unreadable(detail: str) -> Problem:
    """Make the error of content or parameters that cannot be read."""
    return Problem("InvalidRequest", detail)


def missing(detail: str) -> Problem:
    """Make the error of something that is not there."""
    return Problem("ResourceNotFound", detail)
