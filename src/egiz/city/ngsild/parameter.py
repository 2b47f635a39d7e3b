"""The parameters of a query: which an operation knows, and what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from egiz.city.ngsild.exchange import Request
from egiz.city.ngsild.problem import bad, unreadable

Given: TypeAlias = Mapping[str, str]
"""Parameters by name."""

ALWAYS = {"local", "csf", "entityMap", "jsonKeys", "via"}
"""Parameters that any operation may be given and that change nothing in a hub without sources behind it."""

FORMS = {"normalized", "concise", "keyValues", "simplified"}
"""Representations."""


def known(request: Request, names: Iterable[str] = ()) -> Given:
    """Read the parameters of a request.

    Raises
    ------
    Problem
        One is not known to the operation.
    """
    given = request.parameters()
    strange = given.keys() - ALWAYS - set(names)
    if strange:
        raise unreadable(f"the parameter {min(strange)!r} is not known here")
    return given


def options(given: Given, allowed: Iterable[str]) -> frozenset[str]:
    """Read ``options`` and ``format``.

    Raises
    ------
    Problem
        One is not known to the operation.
    """
    chosen = {one.strip() for one in given.get("options", "").split(",") if one.strip()}
    if given.get("format"):
        chosen = (chosen - FORMS) | {given["format"]}
    wrong = chosen - set(allowed)
    if wrong:
        raise unreadable(f"the option {min(wrong)!r} is not known here")
    return frozenset(chosen)


def truth(given: Given, name: str) -> bool | None:
    """Read a parameter that is true or false; None where it is left out.

    Raises
    ------
    Problem
        It is something else.
    """
    text = given.get(name)
    if text is None:
        return None
    if text not in {"true", "false"}:
        raise bad(f"{name} must be true or false, not {text!r}")
    return text == "true"


def whole(given: Given, name: str, otherwise: int) -> int:
    """Read a parameter that is a whole number, not below zero.

    Raises
    ------
    Problem
        It is something else.
    """
    text = given.get(name)
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) < len(str(2**63))):
        raise bad(f"{name} must be a whole number, not {text!r}")
    return int(text)
