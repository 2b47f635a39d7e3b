"""Names and URIs: what may stand as an identifier, a type or an attribute."""

from __future__ import annotations

import re

from egiz.city.ngsild.problem import bad

URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x1f]+")
"""A URI (or IRI) with its scheme."""

NAME = re.compile(r"[^\s<>\"'()=;{}|\\^`\x00-\x1f,\[\]&?~!]+")
"""What a type or an attribute may be called: a short name or an IRI."""

LONGEST = 2048
"""Longest identifier that is read."""


def is_uri(given: str) -> bool:
    """Tell whether a text is a URI."""
    return len(given) <= LONGEST and URI.fullmatch(given) is not None


def uri_checked(given: str, what: str) -> str:
    """Take a URI.

    Raises
    ------
    Problem
        It is none.
    """
    if is_uri(given):
        return given
    raise bad(f"{what} must be a URI, not {given!r}")


def name_checked(given: str) -> str:
    """Take the name of a type or an attribute.

    Raises
    ------
    Problem
        It holds a letter that no name may hold, or is a word of JSON-LD.
    """
    if not given or len(given) > LONGEST or given.startswith("@") or NAME.fullmatch(given) is None:
        raise bad(f"{given!r} is not a name that the standard allows")
    return given
