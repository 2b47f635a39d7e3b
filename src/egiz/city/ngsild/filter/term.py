"""The query language ``q``: from text to a tree of terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from egiz.city.ngsild.problem import Problem, bad

LONGEST = 8192
"""Longest query that is read."""

MOST_TERMS = 128
"""Most terms of one query."""

DEEPEST = 16
"""Deepest nesting of brackets and of linked entities."""

OPERATORS = ("==", "!=", ">=", "<=", "!~=", "~=", ">", "<")
"""The comparisons, as the standard writes them."""

ABSENT = "!"
"""What stands before a path that must not be there."""

TOKEN = re.compile(
    r"""(?P<quoted>"(?:[^"\\]|\\.)*")|(?P<operator>!~=|~=|==|!=|>=|<=|>|<)|(?P<mark>[();|{}\[\],]|\.\.)"""
    r"""|(?P<word>(?:(?!\.\.)[^"=!<>~;|(){}\[\],])+|[!=~])""",
    re.VERBOSE,
)
"""One piece of a query."""

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
"""A number."""

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
"""A date, or a date and time."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value that a term compares with."""

    content: str | float | bool
    """A text, a number or a truth."""
    quoted: bool = False
    """Whether it stood in quotes."""


@dataclass(frozen=True, slots=True)
class Path:
    """What a term is about."""

    names: tuple[str, ...]
    """The attribute and its attributes, as written."""
    trail: tuple[str, ...] = ()
    """The way into the value, or the language."""
    linked: Path | None = None
    """The path within the entity that the relationship points to."""
    hint: tuple[str, ...] = ()
    """The types that entity may have."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term: a path alone asks whether it is there."""

    path: Path
    """What it is about."""
    operator: str = ""
    """One of `OPERATORS`, or empty."""
    values: tuple[Value, ...] = ()
    """What it compares with: one, or the listed ones."""
    span: bool = False
    """Whether the two values are the ends of a range."""


@dataclass(frozen=True, slots=True)
class Every:
    """All parts must hold."""

    parts: tuple[Query, ...]
    """The parts."""


@dataclass(frozen=True, slots=True)
class Some:
    """One part must hold."""

    parts: tuple[Query, ...]
    """The parts."""


Query: TypeAlias = "Term | Every | Some"
"""A query."""


def parse(given: str) -> Query:
    """Read a query.

    Raises
    ------
    Problem
        It is not of the language, or asks for too much.
    """
    if len(given) > LONGEST:
        raise Problem("TooComplexQuery", f"q is longer than {LONGEST}")
    if "\0" in given:
        raise bad("q holds a character that no text may hold")
    parser = _Parser(given)
    query = parser.some(0)
    if parser.peek():
        raise bad(f"q cannot be read from {parser.peek()!r} on")
    if parser.terms > MOST_TERMS:
        raise Problem("TooComplexQuery", f"q has more than {MOST_TERMS} terms")
    return query


class _Parser:
    """Reads a query piece by piece, from the loosest binding to the closest."""

    def __init__(self, given: str) -> None:
        self._pieces = _pieces(given)
        self._at = 0
        self.terms = 0

    def peek(self) -> str:
        """Give the next piece, an empty text at the end."""
        return self._pieces[self._at][1] if self._at < len(self._pieces) else ""

    def some(self, depth: int) -> Query:
        """Read parts joined by or."""
        parts = [self._every(depth)]
        while self.peek() == "|":
            self._at += 1
            parts.append(self._every(depth))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _every(self, depth: int) -> Query:
        parts = [self._one(depth)]
        while self.peek() == ";":
            self._at += 1
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _one(self, depth: int) -> Query:
        if depth > DEEPEST:
            raise Problem("TooComplexQuery", f"q is nested deeper than {DEEPEST}")
        if self.peek() == "(":
            self._at += 1
            inner = self.some(depth + 1)
            self._take(")")
            return inner
        return self._term(depth)

    def _term(self, depth: int) -> Term:
        self.terms += 1
        if self.peek() == ABSENT:
            self._at += 1
            return Term(self._path(depth), ABSENT)
        path = self._path(depth)
        operator = self.peek()
        if operator not in OPERATORS:
            return Term(path)
        self._at += 1
        values, span = self._values()
        if operator not in {"==", "!="} and len(values) > 1:
            raise bad(f"q: {operator} compares with one value")
        if "~" in operator and not isinstance(values[0].content, str):
            values = (Value(str(values[0].content)),)
        return Term(path, operator, values, span)

    def _path(self, depth: int) -> Path:
        if depth > DEEPEST:
            raise Problem("TooComplexQuery", f"q is nested deeper than {DEEPEST}")
        kind, word = self._next()
        if kind != "word":
            raise bad(f"q needs the name of an attribute instead of {word!r}")
        names = _names(word)
        trail: tuple[str, ...] = ()
        if self.peek() == "[":
            self._at += 1
            trail = self._trail()
        if self.peek() == "{":
            self._at += 1
            hint, linked = self._linked(depth + 1)
            return Path(names, trail, linked, hint)
        return Path(names, trail)

    def _trail(self) -> tuple[str, ...]:
        kind, word = self._next()
        if kind not in {"word", "quoted"}:
            raise bad("q needs a path between [ and ]")
        self._take("]")
        return tuple(word.strip('"').split("."))

    def _linked(self, depth: int) -> tuple[tuple[str, ...], Path]:
        """Read what stands in braces: types and a colon, if any, and a path."""
        start = self._at
        hint: tuple[str, ...] = ()
        kind, word = self._pieces[start] if start < len(self._pieces) else ("", "")
        if kind == "word" and ":" in word and "://" not in word:
            types, _, rest = word.rpartition(":")
            hint = tuple(types.split("|"))
            self._pieces[start] = ("word", rest)
        path = self._path(depth)
        self._take("}")
        return hint, path

    def _values(self) -> tuple[tuple[Value, ...], bool]:
        first = self._value()
        if self.peek() == "..":
            self._at += 1
            return (first, self._value()), True
        values = [first]
        while self.peek() == ",":
            self._at += 1
            values.append(self._value())
        return tuple(values), False

    def _value(self) -> Value:
        kind, word = self._next()
        if kind == "quoted":
            return Value(re.sub(r"\\(.)", r"\1", word[1:-1]), quoted=True)
        while (
            kind == "word" and self._at < len(self._pieces) and self._pieces[self._at][1] in {"(", "[", "{"}
        ):
            word += self._inside()
        if kind == "word":
            return _bare(word.strip())
        if kind == "mark" and word in "([{":
            self._at -= 1
            return Value(self._inside())
        raise bad(f"q needs a value instead of {word or 'its end'!r}")

    def _inside(self) -> str:
        """Take a bracketed run of a pattern that stands without quotes."""
        text, depth = "", 0
        while self._at < len(self._pieces):
            _, piece = self._next()
            depth += (piece in {"(", "[", "{"}) - (piece in {")", "]", "}"})
            text += piece
            if depth <= 0:
                break
        while self._at < len(self._pieces) and self._pieces[self._at][0] == "word":
            text += self._next()[1]
        return text

    def _next(self) -> tuple[str, str]:
        if self._at >= len(self._pieces):
            return "", ""
        self._at += 1
        return self._pieces[self._at - 1]

    def _take(self, mark: str) -> None:
        if self.peek() != mark:
            raise bad(f"q needs {mark} instead of {self.peek() or 'its end'!r}")
        self._at += 1


def _pieces(given: str) -> list[tuple[str, str]]:
    """Cut a query into pieces, each with what it is."""
    pieces: list[tuple[str, str]] = []
    at = 0
    while at < len(given):
        found = TOKEN.match(given, at)
        if found is None:
            raise bad(f"q cannot be read at {given[at : at + 10]!r}")
        if found[0].strip():
            pieces.append((str(found.lastgroup), found[0]))
        at = found.end()
    if not pieces:
        raise bad("q is empty")
    return pieces


def _names(word: str) -> tuple[str, ...]:
    """Cut a path into names; a whole IRI is one name."""
    word = word.strip()
    names = (word,) if "://" in word or word.startswith("urn:") else tuple(word.split("."))
    if not all(names) or any(name.strip() != name or " " in name for name in names):
        raise bad(f"q: {word!r} is no path of attributes")
    return names


def _bare(word: str) -> Value:
    """Read a value without quotes."""
    if word in {"true", "false"}:
        return Value(word == "true")
    if NUMBER.fullmatch(word):
        return Value(float(word))
    return Value(word)
