"""Writes elements of HTML and SVG; every text goes through `text`, every attribute is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TypeAlias
from urllib.parse import quote

Attributes: TypeAlias = Mapping[str, str | float | int | bool | None]
"""Attributes by name; false and none leave one out, true writes it bare."""

VOID = frozenset({"meta", "link", "br", "hr", "col"})
NONE: Attributes = {}


def element(name: str, attributes: Attributes = NONE, *children: str) -> str:
    """Write an element.

    Parameters
    ----------
    name
        Its tag.
    attributes
        Numbers are written with at most two decimals.
    children
        Elements, or texts that went through `text`.
    """
    written = "".join([_attribute(key, value) for key, value in attributes.items()])
    if name in VOID:
        return f"<{name}{written}>"
    return f"<{name}{written}>{''.join(children)}</{name}>"


def tag(name: str, class_name: str, *children: str) -> str:
    """Write an element that has a class and no other attribute."""
    return element(name, {"class": class_name or None}, *children)


def text(words: str) -> str:
    """Escape a text."""
    return escape(words, quote=False)


def listed(items: Iterable[str], class_name: str = "", name: str = "ul") -> str:
    """Write a list; nothing where it has no items."""
    lines = [element("li", NONE, item) for item in items]
    return tag(name, class_name, *lines) if lines else ""


def row(cells: Iterable[str], cell: str = "td") -> str:
    """Write a table row of plain cells."""
    return element("tr", NONE, *(element(cell, NONE, content) for content in cells))


def header(titles: Iterable[str]) -> str:
    """Write the head of a table; an empty title gives an empty cell."""
    cells = (element("th", {"scope": "col"}, text(title)) if title else "<td></td>" for title in titles)
    return element("thead", NONE, element("tr", NONE, *cells))


def anchor(*parts: str) -> str:
    """Make an id that serves as a fragment, too: no blank, no per cent sign, no clash."""
    return "-".join(quote(part, safe="@").replace("%", "~") for part in parts)


def number(value: float) -> str:
    """Write a coordinate: at most two decimals, no trailing zeros."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _attribute(key: str, value: str | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {key}"
    if isinstance(value, str):
        return f' {key}="{value if value.isalnum() else escape(value)}"'
    return f' {key}="{number(value) if isinstance(value, float) else value}"'
