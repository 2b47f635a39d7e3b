"""Bodies read with care: pages instead of data, cut ends, other encodings and odd numbers are told."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Mapping
from typing import cast
from xml.etree import ElementTree

import msgspec

from egiz.city.feeds.row import FeedError
from egiz.city.ngsild.document import Json, Members

HEAD = 2_000
"""Bytes in which a page or a declaration shows itself."""

PAGE = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
GROUPED = re.compile("[\u0020\u00a0\u202f](?=\\d{3}(?:\\D|$))")
ENCODINGS = ("utf-8-sig", "cp1251")
"""Encodings of text without a declaration, in the order in which they are tried."""


def checked(body: bytes) -> bytes:
    """Give the body back, if it is one at all and not a page for people.

    Raises
    ------
    FeedError
        It is empty, or a page.
    """
    if not body.strip():
        raise FeedError("empty", "0")
    if PAGE.match(body[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")) or b"<html" in body[:HEAD].lower():
        raise FeedError("page", "0")
    return body


def xml_of(body: bytes, root: str) -> ElementTree.Element:
    """Read an XML document whose root has a name; the declared encoding counts.

    Raises
    ------
    FeedError
        It is no such document, cut short, or declares entities.
    """
    checked(body)
    if b"\x00" in body[:HEAD] or DECLARED.search(body):
        raise FeedError("unsafe", "0", {"form": "XML"})
    try:
        whole = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        line, column = error.position
        raise FeedError("broken", f"{line}:{column}", {"form": "XML"}) from None
    except (LookupError, ValueError):
        raise FeedError("encoding", "1:0") from None
    if whole.tag.rpartition("}")[2] != root:
        raise FeedError("missing", whole.tag, {"name": root})
    return whole


def text_of(element: ElementTree.Element, name: str, where: str) -> str:
    """Give the text of a child.

    Raises
    ------
    FeedError
        There is none.
    """
    found = (element.findtext(name) or "").strip()
    if not found:
        raise FeedError("missing", where, {"name": name})
    return found


def json_of(body: bytes) -> Members:
    """Read a JSON object.

    Raises
    ------
    FeedError
        It is something else, cut short, or tells an error of the source.
    """
    return object_of(json_value(body), "$")


def json_value(body: bytes) -> Json:
    """Read any JSON value.

    Raises
    ------
    FeedError
        It is not JSON, cut short, or tells an error of the source.
    """
    try:
        whole = cast(Json, msgspec.json.decode(checked(body).removeprefix(b"\xef\xbb\xbf")))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        found = re.search(r"byte (\d+)", str(error))
        raise FeedError("broken", found[1] if found else str(len(body)), {"form": "JSON"}) from None
    if isinstance(whole, dict) and whole.get("error"):
        raise FeedError("refused", "$.error", {"reason": str(whole.get("reason", whole["error"]))[:200]})
    return whole


def object_of(value: Json, where: str) -> Members:
    """Take a JSON object.

    Raises
    ------
    FeedError
        It is something else.
    """
    if isinstance(value, dict):
        return value
    raise FeedError("shape", where, {"name": "object"})


def list_of(value: Json, where: str) -> list[Json]:
    """Take a JSON array.

    Raises
    ------
    FeedError
        It is something else.
    """
    if isinstance(value, list):
        return value
    raise FeedError("shape", where, {"name": "array"})


def member(whole: Mapping[str, Json], name: str, where: str) -> Json:
    """Give a member that must be there.

    Raises
    ------
    FeedError
        It is not there, or null.
    """
    found = whole.get(name)
    if found is None:
        raise FeedError("missing", where, {"name": name})
    return found


def number_of(value: Json, where: str) -> float:
    """Take a JSON number; a text or a truth is none.

    Raises
    ------
    FeedError
        It is something else, or not finite.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        try:
            found = float(value)
        except OverflowError:
            found = math.inf
        if math.isfinite(found):
            return found
    raise FeedError("number", where, {"found": repr(value)[:60]})


def decimal_of(text: str, where: str) -> float:
    """Read a number written with a point or a comma, thousands parted by spaces.

    Raises
    ------
    FeedError
        It is no such number.
    """
    plain = GROUPED.sub("", text.strip()).replace("\u2212", "-")
    if not NUMBER.fullmatch(plain):
        raise FeedError("number", where, {"found": text[:60]})
    return float(plain.replace(",", "."))


def decoded(body: bytes) -> str:
    """Decode a text without a declared encoding: UTF-8, else windows-1251."""
    for encoding in ENCODINGS:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FeedError("encoding", "0")


def table_of(body: bytes, needed: tuple[str, ...]) -> list[Mapping[str, str]]:
    """Read a CSV table with a header, parted by commas, semicolons or tabs.

    Raises
    ------
    FeedError
        A column that is needed is missing, or a line is cut short or too long.
    """
    text = decoded(checked(body))
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = [name.strip().lower() for name in next(lines)]
    for name in needed:
        if name not in names:
            raise FeedError("missing", "1", {"name": name})
    rows: list[Mapping[str, str]] = []
    for line in lines:
        if not line:
            continue
        if len(line) != len(names):
            raise FeedError("broken", str(lines.line_num), {"form": "CSV"})
        rows.append(dict(zip(names, (cell.strip() for cell in line), strict=True)))
    return rows
