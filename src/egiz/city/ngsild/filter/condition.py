"""From a query's tree to a condition of SQL over the stored documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from egiz.city.ngsild import moment
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.filter.pattern import pattern_checked
from egiz.city.ngsild.filter.term import ABSENT, MOMENT, Every, Path, Query, Some, Term, Value
from egiz.city.ngsild.problem import Problem
from egiz.city.store.record import Argument, Clause, Kind, Sort, Word

STAMPS = {"createdAt", "modifiedAt", "observedAt", "expiresAt"}
"""Members that are moments."""

CUT = "CASE WHEN instr({0}, '.') THEN rtrim(rtrim(rtrim({0}, 'Z'), '0'), '.') ELSE rtrim({0}, 'Z') END"
"""A moment as a text that orders: no Z, no zeros at the end of a fraction."""

PLAIN = {"unitCode", "datasetId", "lang"}
"""Members that are texts."""

HOLDER = """CASE json_extract({0}, '$.type') WHEN 'Relationship' THEN '$.object'
WHEN 'VocabProperty' THEN '$.vocab' WHEN 'ListProperty' THEN '$.valueList'
WHEN 'ListRelationship' THEN '$.objectList' WHEN 'JsonProperty' THEN '$.json'
WHEN 'LanguageProperty' THEN '$.languageMap' ELSE '$.value' END"""
"""The path to the value of an instance."""


@dataclass(frozen=True, slots=True)
class Way:
    """How the terms of a query are read."""

    context: Context
    """Where names come from."""
    expand: frozenset[str] = frozenset()
    """Attributes whose values are names, too."""
    depth: int = 0
    """How many linked entities lie between."""
    row: str = "e"
    """The row that has the document; only ``e`` has filter values beside it."""


def condition(query: Query, way: Way) -> Clause:
    """Turn a query into a condition on the row ``e`` of the entities.

    Raises
    ------
    Problem
        A pattern or a moment in it cannot be used.
    """
    return _condition(query, way, way.row)


def joined(clauses: Iterable[Clause], word: str = "AND") -> Clause:
    """Join conditions by a word."""
    parts = [clause for clause in clauses if clause.sql != "1"]
    if not parts:
        return Clause()
    sql = f" {word} ".join(f"({part.sql})" for part in parts)
    return Clause(sql, tuple(argument for part in parts for argument in part.arguments))


def _condition(query: Query, way: Way, row: str) -> Clause:
    if isinstance(query, Every):
        return joined([_condition(part, way, row) for part in query.parts])
    if isinstance(query, Some):
        return joined([_condition(part, way, row) for part in query.parts], "OR")
    if query.operator == ABSENT:
        there = _condition(Term(query.path), way, row)
        return Clause(f"NOT ({there.sql})", there.arguments)
    return _linked(query, way, row) if query.path.linked else _own(query, way, row)


def _linked(term: Term, way: Way, row: str) -> Clause:
    """Ask about the entity that a relationship points to."""
    path = term.path
    assert path.linked is not None
    deeper = Way(way.context, way.expand, way.depth + 1, f"e{way.depth + 1}")
    other = f"e{deeper.depth}"
    inner = _condition(Term(path.linked, term.operator, term.values, term.span), deeper, other)
    source, arguments = _instances(path, way, row)
    last = f"i{way.depth}_{len(path.names)}"
    kinds: list[Argument] = [Word(way.context.expand(one)) for one in path.hint]
    hint = ""
    if kinds:
        marks = ", ".join("?" * len(kinds))
        hint = f" AND EXISTS (SELECT 1 FROM kind k WHERE k.entity = {other}.id AND k.type IN ({marks}))"
    sql = (
        f"EXISTS (SELECT 1 FROM {source}, json_each({last}.value, '$.object') o{other} JOIN entity {other} "
        f"ON {other}.tenant = {row}.tenant AND {other}.name = o{other}.atom AND {other}.live = 1 "
        f"WHERE ({inner.sql}){hint})"
    )
    return Clause(sql, (*arguments, *inner.arguments, *kinds))


def _own(term: Term, way: Way, row: str) -> Clause:
    """Ask about an attribute of the entity itself."""
    names = term.path.names
    member = names[-1] if names[-1] in STAMPS | PLAIN else ""
    if member and len(names) == 1:
        target = f"json_extract({row}.document, '$.{member}')"
        return _compared_plain(term, target, member, ())
    if member:
        source, arguments = _instances(Path(names[:-1]), way, row)
        last = f"i{way.depth}_{len(names) - 1}"
        inner = _compared_plain(term, f"json_extract({last}.value, '$.{member}')", member, ())
        return Clause(f"EXISTS (SELECT 1 FROM {source} WHERE {inner.sql})", (*arguments, *inner.arguments))
    if _simple(term, way):
        return _by_cell(term, way, row)
    source, arguments = _instances(term.path, way, row)
    inner = _of_instance(term, way, f"i{way.depth}_{len(names)}")
    return Clause(f"EXISTS (SELECT 1 FROM {source} WHERE {inner.sql})", (*arguments, *inner.arguments))


def _simple(term: Term, way: Way) -> bool:
    """Tell whether the filter values kept beside an entity answer a term."""
    path = term.path
    if len(path.names) > 1 or path.trail or path.names[0] in way.expand or not way.row.startswith("e"):
        return False
    if not term.operator:
        return True
    plain = all(
        not isinstance(value.content, str) or not MOMENT.fullmatch(value.content) for value in term.values
    )
    return plain and term.operator in {"==", ">", "<", ">=", "<="}


def _by_cell(term: Term, way: Way, row: str) -> Clause:
    """Ask the filter values kept beside an entity."""
    name = Word(way.context.expand(term.path.names[0]))
    start = f"EXISTS (SELECT 1 FROM cell c WHERE c.name = ? AND c.entity = {row}.id"
    if not term.operator:
        return Clause(f"{start})", (name,))
    linked = f"({int(Kind.RELATIONSHIP)}, {int(Kind.LIST_RELATIONSHIP)})"
    guard = "" if term.operator == "==" else f" AND c.kind NOT IN {linked}"
    if term.span:
        compared = joined([_cell(">=", term.values[0]), _cell("<=", term.values[1])])
    else:
        compared = joined([_cell(term.operator, value) for value in term.values], "OR")
    return Clause(f"{start}{guard} AND ({compared.sql}))", (name, *compared.arguments))


def _cell(operator: str, value: Value) -> Clause:
    """Compare a filter value ``c`` with one value of its own sort."""
    sign = "=" if operator == "==" else operator
    content = value.content
    if isinstance(content, bool):
        return Clause(f"c.sort = {int(Sort.TRUTH)} AND c.value {sign} ?", (int(content),))
    sort = Sort.NUMBER if isinstance(content, float) else Sort.TEXT
    return Clause(f"c.sort = {int(sort)} AND c.value {sign} ?", (content,))


def _instances(path: Path, way: Way, row: str) -> tuple[str, list[Argument]]:
    """Name the rows of the instances of an attribute, or of an attribute of it."""
    sources: list[str] = []
    arguments: list[Argument] = []
    before = f"{row}.document"
    for number, name in enumerate(path.names, start=1):
        alias = f"i{way.depth}_{number}"
        sources.append(f"json_each({before}, ?) {alias}")
        arguments.append("$." + quoted(way.context.expand(name)))
        before = f"{alias}.value"
    return ", ".join(sources), arguments


def quoted(name: str) -> str:
    """Write a name as a step of a JSON path."""
    return '"' + name.replace('"', "") + '"'


def _of_instance(term: Term, way: Way, row: str) -> Clause:
    """Ask about the value of one instance."""
    place, arguments = _place(term.path.trail, row)
    there = f"json_type({row}.value, {place}) IS NOT NULL"
    if not term.operator:
        return Clause(there if term.path.trail else "1=1", arguments if term.path.trail else ())
    matched = _matched(term, way)
    values = f"json_each({row}.value, {place}) v"
    guard = _guard(term, row)
    some = f"EXISTS (SELECT 1 FROM {values} WHERE {matched.sql})"
    if term.operator in {"!=", "!~="}:
        flat = "" if term.path.trail else f"json_extract({row}.value, '$.type') <> 'LanguageProperty' AND "
        return Clause(f"{flat}{there} AND NOT {some}", (*arguments, *arguments, *matched.arguments))
    return Clause(f"{guard}{some}", (*arguments, *matched.arguments))


def _place(trail: Sequence[str], row: str) -> tuple[str, tuple[Argument, ...]]:
    """Give the path to the value, or into it, as an expression of SQL."""
    holder = HOLDER.format(f"{row}.value")
    if not trail:
        typed = f"json_type({row}.value, '$.value.\"@value\"') IS NOT NULL"
        return f"(CASE WHEN {typed} THEN '$.value.\"@value\"' ELSE {holder} END)", ()
    if tuple(trail) == ("*",):
        return f"({holder})", ()
    return f"({holder} || ?)", ("".join("." + quoted(step) for step in trail),)


def _guard(term: Term, row: str) -> str:
    """Keep what cannot be compared out: objects as a whole, order among relationships, maps of languages."""
    parts = []
    if term.path.trail != ("*",):
        place, _ = _place((), row)
        if not term.path.trail:
            parts.append(f"json_type({row}.value, {place}) <> 'object'")
    if term.operator in {">", "<", ">=", "<=", "~="}:
        parts.append(f"json_extract({row}.value, '$.type') NOT IN ('Relationship', 'ListRelationship')")
    return "".join(part + " AND " for part in parts)


def _matched(term: Term, way: Way) -> Clause:
    """Compare one value ``v`` with those of the term."""
    if term.operator in {"~=", "!~="}:
        checked = pattern_checked(str(term.values[0].content))
        return Clause("v.type = 'text' AND v.atom REGEXP ?", (checked,))
    expand = ".".join(term.path.names) in way.expand
    values = [_expanded(value, way.context) if expand else value for value in term.values]
    if term.span:
        return joined([_compared(">=", values[0]), _compared("<=", values[1])])
    operator = "==" if term.operator == "!=" else term.operator
    return joined([_compared(operator, value) for value in values], "OR")


def _expanded(value: Value, context: Context) -> Value:
    return Value(context.expand(value.content)) if isinstance(value.content, str) else value


def _compared(operator: str, value: Value) -> Clause:
    """Compare ``v`` with one value of its own sort."""
    sign = "=" if operator == "==" else operator
    content = value.content
    if isinstance(content, bool):
        return Clause(f"v.type IN ('true', 'false') AND v.atom {sign} ?", (int(content),))
    if isinstance(content, float):
        return Clause(f"v.type IN ('integer', 'real') AND v.atom {sign} ?", (content,))
    if MOMENT.fullmatch(content):
        return Clause(f"v.type = 'text' AND {CUT.format('v.atom')} {sign} ?", (as_moment(content),))
    return Clause(f"v.type = 'text' AND v.atom {sign} ?", (content,))


def as_moment(content: str) -> str:
    """Write a moment so that it orders as text: no Z, and a fraction only where there is one."""
    if content.endswith("Z"):
        try:
            return moment.checked(content, "q").rstrip("Z")
        except Problem:
            return content.rstrip("Z")
    return content


def _compared_plain(term: Term, target: str, member: str, arguments: tuple[Argument, ...]) -> Clause:
    """Compare a member that is a moment or a text."""
    there = f"{target} IS NOT NULL"
    if not term.operator:
        return Clause(there, arguments)
    if "~" in term.operator:
        sign = "NOT REGEXP" if term.operator.startswith("!") else "REGEXP"
        return Clause(f"{there} AND {target} {sign} ?", (pattern_checked(str(term.values[0].content)),))
    cut = CUT.format(target) if member in STAMPS else target
    texts = [as_moment(str(value.content)) if member in STAMPS else _text(value) for value in term.values]
    if term.span:
        inside = f"{cut} BETWEEN ? AND ?"
        return Clause(inside if term.operator == "==" else f"{there} AND NOT ({inside})", tuple(texts))
    if term.operator in {"==", "!="}:
        word = "IN" if term.operator == "==" else "NOT IN"
        return Clause(f"{there} AND {cut} {word} ({', '.join('?' * len(texts))})", tuple(texts))
    return Clause(f"{there} AND {cut} {term.operator} ?", (texts[0],))


def _text(value: Value) -> str:
    if isinstance(value.content, float):
        return re.sub(r"\.0$", "", str(value.content))
    return str(value.content)
