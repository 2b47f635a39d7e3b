"""Which histories a query finds: its conditions are asked of the instances within the time asked about."""

from __future__ import annotations

from dataclasses import replace

from egiz.city.ngsild.ask import Which, expanded, nearby, which
from egiz.city.ngsild.attribute import VALUE
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import Json
from egiz.city.ngsild.filter import condition, place
from egiz.city.ngsild.filter.select import scope_condition
from egiz.city.ngsild.filter.term import parse
from egiz.city.ngsild.parameter import Given
from egiz.city.ngsild.prepare import KINDS
from egiz.city.ngsild.problem import bad
from egiz.city.ngsild.projection import CORE
from egiz.city.ngsild.projection import parse as parse_choice
from egiz.city.ngsild.temporal.span import TIMES, Span
from egiz.city.store.record import Argument, Clause, Kind, Word

OWN = {"attrs", "pick", "q", "scopeQ", "georel", "geometry", "coordinates", "geoproperty"}
"""Parameters whose conditions are asked of the history."""

COLUMN = {
    "observed": "o.time",
    "created": "o.created",
    "modified": "coalesce(o.modified, o.created)",
    "deleted": "o.time",
}
"""The column of each date."""

TYPES = " ".join(f"WHEN {int(kind)} THEN '{name}'" for name, kind in KINDS.items())
"""The name of a type of attribute by its number, as cases of SQL."""

HOLDERS = " ".join(f"WHEN {int(kind)} THEN '{VALUE[name]}'" for name, kind in KINDS.items())
"""The member that holds the value, as cases of SQL."""

DOCUMENT = f"""SELECT json_group_object(w.text, json(x.list)) FROM (SELECT o.name AS name,
json_group_array(json_patch(coalesce(o.extra, '{{}}'), json_object('type', CASE o.kind {TYPES} END,
CASE o.kind {HOLDERS} END, CASE WHEN typeof(o.value) IN ('text', 'blob') THEN json(o.value) ELSE o.value END,
'observedAt', strftime('%Y-%m-%dT%H:%M:%SZ', o.time / 1000000, 'unixepoch')))) AS list
FROM observation o WHERE o.entity = e.id AND o.deleted = 0 AND WITHIN GROUP BY o.name) x
JOIN word w ON w.id = x.name"""
"""The instances of an entity within a time, as one document in the stored form."""


EVER = 2**62
"""Later than anything [microseconds]."""

SCOPE_NAME = """(SELECT s.id FROM word s WHERE s.tenant = e.tenant
AND s.text = 'https://uri.etsi.org/ngsi-ld/scope')"""
"""The number of the attribute that holds scopes."""


def within(span: Span) -> Clause:
    """Ask for instances of the time asked about, on the row ``o`` of the observations."""
    column = COLUMN[TIMES[span.property]]
    parts = [Clause("o.observed = 1" if span.property == "observedAt" else "1")]
    if span.start is not None:
        parts.append(Clause(f"{column} >= ?", (span.start,)))
    if span.end is not None:
        parts.append(Clause(f"{column} < ?", (span.end,)))
    return condition.joined(parts)


def chosen(given: Given, context: Context, span: Span, selectors: Json = None) -> Which:
    """Read which histories are asked for.

    Raises
    ------
    Problem
        A parameter is not of the language, or the order is by anything but the identifier.
    """
    for key in given.get("orderBy", "id").split(","):
        if key.partition(";")[0].strip() != "id":
            raise bad("histories are ordered by id alone")
    which(given, context, selectors)
    rest = {name: value for name, value in given.items() if name not in OWN}
    plain = which({**rest, "local": "true"}, context, selectors)
    clauses = [plain.clause, *_conditions(given, context, span)]
    return replace(plain, clause=condition.joined(clauses))


def _scope(given: str, span: Span) -> Clause:
    """Ask for scopes that were valid within the time asked about: each is until the next one comes."""
    start = 0 if span.start is None else span.start
    end = EVER if span.end is None else span.end
    history = (
        "(SELECT group_concat(v.atom, char(10)) FROM observation o, json_each(CAST(o.value AS TEXT)) v "
        f"WHERE o.entity = e.id AND o.name = {SCOPE_NAME} AND o.deleted = 0 AND o.time < {end:d} "
        "AND NOT EXISTS (SELECT 1 FROM observation n WHERE n.entity = e.id AND n.name = o.name "
        f"AND n.time > o.time AND n.time <= {start:d}))"
    )
    asked = scope_condition(given)
    return Clause(asked.sql.replace("e.scope", f"coalesce({history}, e.scope)"), asked.arguments)


def _conditions(given: Given, context: Context, span: Span) -> list[Clause]:
    """Read the conditions on the history."""
    time = within(span)
    clauses: list[Clause] = []
    names = [context.expand(name.strip()) for name in given.get("attrs", "").split(",") if name.strip()]
    if "pick" in given:
        picked = parse_choice(given["pick"], context.expand).names
        names += [] if picked & CORE else sorted(picked)
    if names:
        words: tuple[Argument, ...] = tuple(map(Word, names))
        marks = ", ".join("?" * len(names))
        start = f"EXISTS (SELECT 1 FROM observation o WHERE o.entity = e.id AND o.name IN ({marks})"
        clauses.append(Clause(f"{start} AND ({time.sql}))", (*words, *time.arguments)))
    if "scopeQ" in given:
        clauses.append(_scope(given["scopeQ"], span))
    if "georel" in given:
        clauses.append(_place(place_of(given, context), time))
    if "q" in given:
        asked = condition.condition(parse(given["q"]), condition.Way(context, expanded(given), row="h"))
        document = DOCUMENT.replace("WITHIN", f"({time.sql})")
        source = f"(SELECT ({document}) AS document, e.tenant AS tenant) h"
        sql = f"EXISTS (SELECT 1 FROM {source} WHERE {asked.sql})"
        clauses.append(Clause(sql, (*time.arguments, *asked.arguments)))
    return clauses


def place_of(given: Given, context: Context) -> place.Nearby:
    """Read the geo-query of some parameters.

    Raises
    ------
    Problem
        It is not of the language.
    """
    return nearby(given, context)


def _place(asked: place.Nearby, time: Clause) -> Clause:
    """Ask for places within the time asked about."""
    start = (
        "EXISTS (SELECT 1 FROM observation o WHERE o.entity = e.id AND o.name = ? "
        f"AND o.kind = {int(Kind.GEO)} AND o.deleted = 0 AND ({time.sql}) AND "
    )
    head: tuple[Argument, ...] = (Word(asked.attribute), *time.arguments)
    if asked.relation == "near":
        ends = (asked.asked, asked.least, min(asked.most, place.FARTHEST))
        return Clause(f"{start}place_distance(CAST(o.value AS TEXT), ?) BETWEEN ? AND ?)", (*head, *ends))
    related = (asked.relation, asked.asked)
    return Clause(f"{start}place_related(CAST(o.value AS TEXT), ?, ?))", (*head, *related))
