"""What of an entity is shown: ``pick`` and ``omit``, linked entities included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from egiz.city.ngsild.name import name_checked
from egiz.city.ngsild.problem import bad

DEEPEST = 8
"""Deepest nesting of braces."""

CORE = {"id", "type", "scope", "createdAt", "modifiedAt", "deletedAt", "expiresAt"}
"""Members that are no attributes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Some members of an entity, and for relationships some members of what they point to."""

    names: frozenset[str] = frozenset()
    """Members, attributes as IRIs."""
    linked: Mapping[str, Choice] = field(default_factory=dict)
    """The choice within linked entities by the IRI of the relationship."""


def parse(given: str, expand: Callable[[str], str]) -> Choice:
    """Read a list of members.

    Parameters
    ----------
    given
        Names parted by commas (or bars); braces after a relationship hold those of its entity.
    expand
        From a name to its IRI.

    Raises
    ------
    Problem
        It is not such a list.
    """
    choice, end = _list(given, 0, expand, DEEPEST)
    if end != len(given):
        raise bad(f"{given!r} is no list of members")
    return choice


def _list(given: str, at: int, expand: Callable[[str], str], left: int) -> tuple[Choice, int]:
    """Read one list up to its end or a closing brace."""
    if left == 0:
        raise bad("a list of members is nested too deep")
    names: set[str] = set()
    linked: dict[str, Choice] = {}
    while True:
        start = at
        while at < len(given) and given[at] not in ",|{}":
            at += 1
        word = name_checked(given[start:at].strip())
        name = word if word in CORE else expand(word)
        names.add(name)
        if at < len(given) and given[at] == "{":
            linked[name], at = _list(given, at + 1, expand, left - 1)
            if at >= len(given) or given[at] != "}":
                raise bad("a brace in a list of members is not closed")
            at += 1
        if at >= len(given) or given[at] == "}":
            return Choice(frozenset(names), linked), at
        if given[at] not in ",|":
            raise bad(f"a list of members cannot hold {given[at]!r}")
        at += 1
