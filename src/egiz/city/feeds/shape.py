"""The names in the format of a body, so that a change is noticed even where the parser still manages."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import msgspec

from egiz.city.feeds.body import decoded
from egiz.city.ngsild.document import Json

MOST = 500
"""Names that are looked at."""

LONGEST = 100
"""Letters of a name that are looked at; what lies deeper is not named."""

TABLES = {"flights"}
"""Parsers of tables with a header."""

WORDLESS = {"metar", "vehicles", "trips", "device"}
"""Parsers of formats without names, or with names that devices choose."""


def names_of(body: bytes, parser: str) -> tuple[str, ...]:
    """Name the members, elements and columns of a body, sorted; a format without names has none.

    Parameters
    ----------
    body
        A body that its parser could read.
    parser
        Name of the parser.
    """
    if parser in WORDLESS:
        return ()
    if parser in TABLES:
        header = decoded(body).splitlines()[0]
        delimiter = max(",;\t", key=header.count)
        return tuple(sorted({name.strip() for name in header.split(delimiter)}))[:MOST]
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return tuple(sorted(set(_elements(ElementTree.fromstring(body), ""))))[:MOST]
    return tuple(sorted(set(_members(msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf")), ""))))[:MOST]


def _elements(element: ElementTree.Element, above: str) -> Iterator[str]:
    """Give the path of every element and attribute."""
    path = f"{above}/{element.tag}"
    if len(path) > LONGEST:
        return
    yield path
    for name in element.keys():  # noqa: SIM118 an element is no mapping
        yield f"{path}/@{name}"
    for child in element:
        yield from _elements(child, path)


def _members(value: Json, above: str) -> Iterator[str]:
    """Give the path of every member; the elements of an array share one."""
    if isinstance(value, dict):
        for name, one in value.items():
            path = f"{above}.{name}"
            if len(path) <= LONGEST:
                yield path
                yield from _members(one, path)
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, dict):
                yield from _members(one, above)
