"""Regular expressions of clients: bounded, and refused where matching them could take for ever."""

from __future__ import annotations

import re

from egiz.city.ngsild.problem import Problem, bad

LONGEST = 512
"""Longest pattern."""

LONGEST_TEXT = 4096
"""How much of a text is matched."""

NESTED = re.compile(r"\([^()]*[+*}][^()]*\)\s*[+*{]|[+*}]\)\s*[+*{]")
"""A repeated group that holds a repetition: its matching may take exponential time."""


def pattern_checked(given: str) -> str:
    """Take a pattern that can be matched in bounded time.

    Raises
    ------
    Problem
        It is no regular expression, or too costly.
    """
    if len(given) > LONGEST or NESTED.search(given) or re.search(r"\\\d|\(\?[P(]", given):
        raise Problem("TooComplexQuery", "the pattern is too long or repeats a repetition")
    try:
        re.compile(given)
    except (re.error, RecursionError, OverflowError) as fault:
        raise bad(f"{given!r} is no regular expression: {fault}") from None
    return given


def matches(pattern: str, text: str | float | bytes | None) -> bool:
    """Tell whether a pattern is found in a text; for SQL's REGEXP."""
    if not isinstance(text, str):
        return False
    return re.search(pattern, text[:LONGEST_TEXT]) is not None
