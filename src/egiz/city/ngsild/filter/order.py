"""``orderBy``: from a list of members to what stands after ORDER BY."""

from __future__ import annotations

import re
import unicodedata

from egiz.city.ngsild.context import Context
from egiz.city.ngsild.filter.condition import STAMPS, quoted
from egiz.city.ngsild.filter.term import Path, Term, parse
from egiz.city.ngsild.problem import bad
from egiz.city.store.record import Argument, Clause, Word

COLLATION = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""A tag of a language, with what follows it."""

DIRECTIONS = {"asc", "desc", "dist-asc", "dist-desc"}
"""Ways to order."""

RANK = """CASE json_type(e.document, {0}) WHEN 'integer' THEN 0 WHEN 'real' THEN 0 WHEN 'text' THEN 1
WHEN 'true' THEN 2 WHEN 'false' THEN 2 WHEN 'object' THEN 3 WHEN 'array' THEN 3 ELSE 4 END"""
"""Numbers before texts before truths before the rest; what is absent comes last."""


def order(given: str, context: Context, collation: str = "", start: str = "") -> Clause:
    """Turn a list of members into an order.

    Parameters
    ----------
    given
        Members parted by commas, each with a direction after a semicolon if any.
    context
        Where names come from.
    collation
        The tag of a language whose order of letters counts; empty for the order of code points.
    start
        The place from which distances count, as the text of a geometry; empty for none.

    Raises
    ------
    Problem
        It is not such a list, or a distance lacks its start.
    """
    if collation and not COLLATION.fullmatch(collation):
        raise bad(f"{collation!r} is no collation")
    parts: list[str] = []
    arguments: list[Argument] = []
    for key in given.split(","):
        member, _, direction = key.strip().partition(";")
        direction = direction.strip() or "asc"
        if direction not in DIRECTIONS:
            raise bad(f"{direction!r} is no way to order")
        if direction.startswith("dist"):
            part, bound = _distance(member, context, start)
        else:
            part, bound = _value(member, context, direction, bool(collation))
        parts.append(part + (" DESC" if direction.endswith("desc") else ""))
        arguments += bound
    return Clause(", ".join([*parts, "e.id"]), tuple(arguments))


def _distance(member: str, context: Context, start: str) -> tuple[str, list[Argument]]:
    if not start:
        raise bad("an order by distance needs a place to start from")
    sql = (
        "(SELECT min(place_distance(p.geometry, ?)) FROM place p WHERE p.name = ? "
        "AND p.id BETWEEN e.id * 16 AND e.id * 16 + 15)"
    )
    return f"{sql} IS NULL, {sql}", [start, Word(context.expand(member)), start, Word(context.expand(member))]


def _value(member: str, context: Context, direction: str, collated: bool) -> tuple[str, list[Argument]]:
    """Order by a value."""
    if member == "id":
        return "e.name", []
    if member == "type":
        return "e.types", []
    term = parse(member)
    if not isinstance(term, Term) or term.operator or term.path.linked:
        raise bad(f"{member!r} cannot be ordered by")
    path = _path(term.path, context)
    value = "json_extract(e.document, ?)"
    if collated:
        value = f"collated({value})"
    return f"{RANK.format('?')}, {value}", [path, path]


def _path(path: Path, context: Context) -> str:
    """Give the path to a value within a document."""
    names = list(path.names)
    last = names.pop() if names[-1] in STAMPS else ""
    steps = "".join(f".{quoted(context.expand(name))}[0]" for name in names)
    if last:
        return f"${steps}.{last}"
    return f"${steps}.value" + "".join("." + quoted(step) for step in path.trail)


def collated(text: str | float | bytes | None) -> str | float | bytes | None:
    """Give what a text is ordered by where accents and case count last; for SQL."""
    if not isinstance(text, str):
        return text
    plain = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return f"{plain.casefold()}\x00{text}"
