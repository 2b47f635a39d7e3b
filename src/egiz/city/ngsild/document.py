"""JSON as Python values, read with bounds."""

from __future__ import annotations

import sys
from typing import TypeAlias, cast

import msgspec

from egiz.city.ngsild.problem import Problem, bad, unreadable

Json: TypeAlias = "None | bool | int | float | str | list[Json] | dict[str, Json]"
"""Any JSON value."""

Members: TypeAlias = dict[str, Json]
"""A JSON object."""

NULL = "urn:ngsi-ld:null"
"""What the standard writes where JSON-LD would drop a null."""

MAX_DEPTH = 64
"""Deepest nesting that is read."""

FIGURES = bytes.maketrans(b"123456789", b"000000000")
"""Turns every figure into a nought."""

TOO_LONG = b"0" * (sys.float_info.max_10_exp + 1)
"""A run of figures that no number of the store may have."""


def read(body: bytes) -> Json:
    """Read a JSON text.

    Raises
    ------
    Problem
        It is not JSON, nested too deep, or holds a number beyond those of double precision.
    """
    try:
        value = cast(Json, msgspec.json.decode(body))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise unreadable(f"the body is not JSON: {fault}") from None
    if body.count(b"[") + body.count(b"{") > MAX_DEPTH and _deeper(value, MAX_DEPTH):
        raise Problem("BadRequestData", f"the body is nested deeper than {MAX_DEPTH}")
    if TOO_LONG in body.translate(FIGURES) and _larger(value):
        raise bad("the body holds a number that is too large")
    return value


def write(value: Json) -> bytes:
    """Write a JSON text."""
    return msgspec.json.encode(value)


def members(value: Json, what: str) -> Members:
    """Take a JSON object.

    Raises
    ------
    Problem
        It is something else.
    """
    if isinstance(value, dict):
        return value
    raise bad(f"{what} must be a JSON object")


def many(value: Json) -> list[Json]:
    """Take a list, or one value as a list of one."""
    return value if isinstance(value, list) else [value]


def text(value: Json, what: str) -> str:
    """Take a text.

    Raises
    ------
    Problem
        It is something else.
    """
    if isinstance(value, str):
        return value
    raise bad(f"{what} must be a text")


def _larger(value: Json) -> bool:
    """Tell whether a whole number in a value is beyond those of double precision."""
    if isinstance(value, dict):
        return any(map(_larger, value.values()))
    if isinstance(value, list):
        return any(map(_larger, value))
    return isinstance(value, int) and abs(value) > sys.float_info.max


def _deeper(value: Json, most: int) -> bool:
    """Tell whether a value is nested deeper than allowed, one level after the other."""
    level: list[Json] = [value]
    for _ in range(most):
        below: list[Json] = []
        for one in level:
            if isinstance(one, dict):
                below.extend(one.values())
            elif isinstance(one, list):
                below.extend(one)
        if not below:
            return False
        level = below
    return any(isinstance(one, (dict, list)) for one in level)
