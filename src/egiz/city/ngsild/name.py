"""Names and URIs: what may stand as an identifier, a type or an attribute."""

from __future__ import annotations

import re
import unicodedata

from egiz.city.ngsild.problem import bad

URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x1f]+")
"""A URI (or IRI) with its scheme."""

NAME = re.compile(r"[^\s<>\"'()=;{}|\\^`\x00-\x1f,\[\]&?~!]+")
"""What a type or an attribute may be called: a short name or an IRI."""

SHORT = re.compile(r"[^\W\d]|_")
"""What a short name begins with."""

HIDDEN = "\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5"
"""Letters that show nothing, beside those that Unicode calls controls or formats."""

UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp", "Zs"}
"""Categories of Unicode that show nothing."""

SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x180B, 0x180F))
"""Code points that change how the letter before them looks."""

NULL = "urn:ngsi-ld:null"
"""The null of the standard names nothing."""

LONGEST = 2048
"""Longest identifier that is read."""


def is_uri(given: str) -> bool:
    """Tell whether a text is a URI."""
    if len(given) > LONGEST or given == NULL or URI.fullmatch(given) is None:
        return False
    return given.isascii() or not any(_unseen(letter) for letter in given)


def _unseen(letter: str) -> bool:
    """Tell whether a letter shows nothing, so that two identifiers could look the same."""
    code = ord(letter)
    selects = any(first <= code <= last for first, last in SELECTORS)
    return selects or letter in HIDDEN or unicodedata.category(letter) in UNSEEN


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
    short = ":" not in given
    if (
        not given
        or len(given) > LONGEST
        or NAME.fullmatch(given) is None
        or (short and not SHORT.match(given))
    ):
        raise bad(f"{given!r} is not a name that the standard allows")
    return given
