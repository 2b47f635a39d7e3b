"""Which entities: by type, identifier, pattern, scope and attribute."""

from __future__ import annotations

import re
from collections.abc import Iterable

from egiz.city.ngsild.context import Context
from egiz.city.ngsild.filter.condition import joined
from egiz.city.ngsild.filter.pattern import pattern_checked
from egiz.city.ngsild.name import name_checked, uri_checked
from egiz.city.ngsild.problem import Problem, bad
from egiz.city.store.record import Argument, Clause, Word

TOKEN = re.compile(r"[(),|;]|[^(),|;]+")
"""One piece of a selection of types."""

SCOPE = re.compile(r"/?([^/,;|()#+]+|\+)(/([^/,;|()#+]+|\+))*(/#)?|/?#")
"""One scope of a query, wildcards allowed."""

MOST = 256
"""Most pieces of one selection."""


def plain_types(given: str) -> tuple[str, ...] | None:
    """Give the names of a selection that is a plain list, or None."""
    if re.search(r"[();]", given):
        return None
    names = tuple(re.split(r"[,|]", given))
    return tuple(name_checked(name.strip()) for name in names)


def type_condition(given: str, context: Context) -> Clause:
    """Turn a selection of types with brackets into a condition.

    Raises
    ------
    Problem
        It is not of the language.
    """
    pieces = TOKEN.findall(given)
    if len(pieces) > MOST:
        raise Problem("TooComplexQuery", "the selection of types is too long")
    sql: list[str] = []
    arguments: list[Argument] = []
    before = "("
    for piece in pieces:
        word = piece.strip()
        _check_order(before, word, given)
        if word in {"(", ")"}:
            sql.append(word)
        elif word in {",", "|"}:
            sql.append(" OR ")
        elif word == ";":
            sql.append(" AND ")
        else:
            sql.append("EXISTS (SELECT 1 FROM kind k WHERE k.entity = e.id AND k.type = ?)")
            arguments.append(Word(context.expand(name_checked(word))))
        before = word
    if pieces.count("(") != pieces.count(")") or before in {"(", ",", "|", ";"}:
        raise bad(f"{given!r} is no selection of types")
    return Clause("".join(sql), tuple(arguments))


def _check_order(before: str, word: str, given: str) -> None:
    """Check that one piece may follow another."""
    opens = before in {"(", ",", "|", ";"}
    if opens != (word not in {")", ",", "|", ";"}) or not word:
        raise bad(f"{given!r} is no selection of types")


def ids_condition(names: list[str]) -> Clause:
    """Ask for identifiers.

    Raises
    ------
    Problem
        One is no URI.
    """
    checked: tuple[Argument, ...] = tuple(uri_checked(name.strip(), "an id") for name in names)
    return Clause(f"e.name IN ({', '.join('?' * len(checked))})", checked)


def pattern_condition(pattern: str) -> Clause:
    """Ask for identifiers of a pattern.

    Raises
    ------
    Problem
        It is no pattern, or too costly.
    """
    return Clause("e.name REGEXP ?", (pattern_checked(pattern),))


def scope_condition(given: str) -> Clause:
    """Turn a scope query into a condition.

    Raises
    ------
    Problem
        It is not of the language.
    """
    every = []
    for group in given.split(";"):
        some = [_scope(one.strip("() ")) for one in re.split(r"[,|]", group)]
        every.append(joined(some, "OR"))
    return joined(every)


def _scope(given: str) -> Clause:
    """Ask for one scope, wildcards allowed."""
    if not SCOPE.fullmatch(given):
        raise bad(f"{given!r} is no scope to ask for")
    steps = given.strip("/").split("/")
    wild = steps[-1] == "#"
    pattern = "/".join(
        "[^/\\n]+" if step == "+" else re.escape(step) for step in (steps[:-1] if wild else steps)
    )
    if wild:
        pattern = f"{pattern}(/.*)?" if pattern else ".+"
    return Clause("e.scope REGEXP ?", (f"(?m:^/?{pattern}$)",))


def attributes_condition(names: list[str], context: Context) -> Clause:
    """Ask for entities that have one of some attributes."""
    return having([context.expand(name_checked(name)) for name in names])


def having(names: list[str]) -> Clause:
    """Ask for entities that have one of some attributes, given as IRIs."""
    marks = ", ".join("?" * len(names))
    words: tuple[Argument, ...] = tuple(map(Word, names))
    return Clause(f"EXISTS (SELECT 1 FROM cell c WHERE c.entity = e.id AND c.name IN ({marks}))", words)


def types_match(given: str, context: Context, types: Iterable[str]) -> bool:
    """Tell whether an entity of some types is one of a selection.

    Raises
    ------
    Problem
        The selection is not of the language.
    """
    type_condition(given, context)
    owned = set(types)
    words: list[bool | str] = []
    for piece in TOKEN.findall(given):
        word = piece.strip()
        words.append(word if word in "(),|;" else context.expand(word) in owned)
    value, _ = _some(words, 0)
    return value


def _some(words: list[bool | str], at: int) -> tuple[bool, int]:
    """Work out parts joined by or."""
    value, at = _every(words, at)
    while at < len(words) and words[at] in {",", "|"}:
        other, at = _every(words, at + 1)
        value = value or other
    return value, at


def _every(words: list[bool | str], at: int) -> tuple[bool, int]:
    """Work out parts joined by and."""
    value, at = _one(words, at)
    while at < len(words) and words[at] == ";":
        other, at = _one(words, at + 1)
        value = value and other
    return value, at


def _one(words: list[bool | str], at: int) -> tuple[bool, int]:
    """Work out one type, or what stands in brackets."""
    if words[at] == "(":
        value, at = _some(words, at + 1)
        return value, at + 1
    return bool(words[at]), at + 1
