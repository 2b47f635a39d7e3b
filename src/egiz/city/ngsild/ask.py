"""What a consumer asks for, read from the parameters of a GET or the body of a POST."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from egiz.city.ngsild import projection
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import Json, Members, many, text, write
from egiz.city.ngsild.filter import condition, order, place, select
from egiz.city.ngsild.filter.term import Path, Query, Term, parse
from egiz.city.ngsild.join import Join, chosen
from egiz.city.ngsild.name import name_checked, uri_checked
from egiz.city.ngsild.parameter import FORMS, Given, options, truth, whole
from egiz.city.ngsild.problem import bad
from egiz.city.ngsild.projection import Choice
from egiz.city.ngsild.render import CONCISE, NORMALIZED, SIMPLIFIED, View
from egiz.city.store.record import Clause

SHOWN = ("attrs", "pick", "omit", "options", "format", "lang", "datasetId", "join", "joinLevel",
         "containedBy", "geometryProperty", "type", "expandValues", "splitEntities")  # fmt: skip
"""Parameters that say how entities are shown."""

ASKED = ("id", "idPattern", "q", "scopeQ", "georel", "geometry", "coordinates", "geoproperty", "orderBy",
         "orderFrom", "collation", "limit", "offset", "count")  # fmt: skip
"""Parameters that say which entities."""

SYSTEM = {"createdAt", "modifiedAt", "deletedAt", "observedAt", "id", "type", "scope", "expiresAt"}
"""Names that narrow a query too little."""

MAX_LEVEL = 8
"""Most steps that linked entities are followed."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How entities are shown."""

    view: View
    """The view."""
    join: Join | None
    """How linked entities are shown; None: they are not."""
    place: str
    """The attribute (as IRI) that gives a feature its place."""
    attributes: tuple[str, ...]
    """Attributes of which an entity must have one."""

    @property
    def plain(self) -> bool:
        """Whether the bytes kept for the core context serve as they are."""
        view = self.view
        untouched = view.pick is None and not view.omit and not view.language and view.datasets is None
        return untouched and not view.system and self.join is None


def shape(given: Given, context: Context, *, features: bool) -> Shape:
    """Read how entities are to be shown.

    Parameters
    ----------
    given
        The parameters.
    context
        Where names come from.
    features
        Whether the answer is GeoJSON.

    Raises
    ------
    Problem
        A parameter is not of the language, or two exclude each other.
    """
    if "geometryProperty" in given and not features:
        raise bad("geometryProperty goes with application/geo+json alone")
    chosen_options = options(given, {*FORMS, "sysAttrs", "count"})
    pick, omit = _choices(given, context)
    names = tuple(_listed(given["attrs"])) if "attrs" in given else ()
    if names:
        pick = Choice(frozenset({context.expand(name) for name in names} | {"id", "type", "scope"}))
    view = View(
        context,
        form(chosen_options),
        "sysAttrs" in chosen_options,
        None,
        frozenset(),
        given.get("lang", ""),
        _datasets(given),
    )
    place_name = context.expand(name_checked(given.get("geometryProperty") or "location"))
    return Shape(chosen(view, pick, omit), _join(given, pick, omit), place_name, names)


def form(chosen_options: Iterable[str]) -> str:
    """Choose one representation."""
    if {"keyValues", "simplified"} & set(chosen_options):
        return SIMPLIFIED
    return CONCISE if CONCISE in chosen_options else NORMALIZED


def _choices(given: Given, context: Context) -> tuple[Choice | None, Choice]:
    """Read ``pick`` and ``omit``."""
    if "attrs" in given and ("pick" in given or "omit" in given):
        raise bad("attrs goes with neither pick nor omit")
    pick = projection.parse(given["pick"], context.expand) if "pick" in given else None
    omit = projection.parse(given["omit"], context.expand) if "omit" in given else Choice()
    if pick and pick.names & omit.names:
        raise bad("pick and omit name the same member")
    return pick, omit


def _listed(given: str) -> list[str]:
    """Read names parted by commas."""
    return [name_checked(name.strip()) for name in given.split(",")]


def _datasets(given: Given) -> frozenset[str] | None:
    if "datasetId" not in given:
        return None
    names = [name.strip() for name in given["datasetId"].split(",")]
    return frozenset(name if name == "@none" else uri_checked(name, "a datasetId") for name in names)


def _join(given: Given, pick: Choice | None, omit: Choice) -> Join | None:
    """Read how linked entities are shown."""
    kind = given.get("join", "@none")
    if kind not in {"inline", "flat", "@none"}:
        raise bad(f"{kind!r} is no way to join")
    level = whole(given, "joinLevel", 1)
    if level < 1:
        raise bad("joinLevel must be above zero")
    if max(_levels(pick), _levels(omit)) > (0 if kind == "@none" else level):
        raise bad("pick or omit reach into linked entities further than join follows them")
    if "joinLevel" in given and kind == "@none":
        raise bad("joinLevel goes with join alone")
    return None if kind == "@none" else Join(kind, min(level, MAX_LEVEL), pick, omit)


def _levels(choice: Choice | None) -> int:
    """Count the braces of a choice, one within the other."""
    if choice is None or not choice.linked:
        return 0
    return 1 + max(_levels(one) for one in choice.linked.values())


@dataclass(frozen=True, slots=True)
class Which:
    """Which entities are asked for."""

    types: tuple[str, ...]
    """Any of these types (as IRIs); empty for all."""
    clause: Clause
    """What else must hold."""
    order: Clause | None
    """How they are ordered."""


def which(given: Given, context: Context, selectors: Json = None) -> Which:
    """Read which entities are asked for.

    Parameters
    ----------
    given
        The parameters.
    context
        Where names come from.
    selectors
        The list ``entities`` of a body, or None.

    Raises
    ------
    Problem
        A parameter is not of the language, or the query is too wide.
    """
    query = parse(given["q"]) if "q" in given else None
    if "csf" in given:
        parse(given["csf"])
    if query is not None:
        _check_depth(query, given)
    _check_width(given, query, selectors)
    types: tuple[str, ...] = ()
    clauses: list[Clause] = []
    kinds = given.get("type")
    if kinds is not None:
        if kinds != "*":
            plain = select.plain_types(kinds)
            types = tuple(map(context.expand, plain or ()))
            clauses += [] if plain else [select.type_condition(kinds, context)]
        elif truth(given, "local") is False:
            raise bad("all types can be asked for locally alone")
    if selectors is not None:
        clauses.append(condition.joined([_selector(one, context) for one in many(selectors)], "OR"))
    clauses += [*_filters(given, context, query), _picked(given, context)]
    return Which(types, condition.joined(clauses), _order(given, context))


def _filters(given: Given, context: Context, query: Query | None) -> list[Clause]:
    """Read the conditions besides the types."""
    clauses: list[Clause] = []
    if "id" in given:
        clauses.append(select.ids_condition(given["id"].split(",")))
    elif "idPattern" in given:
        clauses.append(select.pattern_condition(given["idPattern"]))
    if "attrs" in given:
        clauses.append(select.attributes_condition(_listed(given["attrs"]), context))
    if "scopeQ" in given:
        clauses.append(select.scope_condition(given["scopeQ"]))
    if {"georel", "geometry", "coordinates"} & given.keys():
        clauses.append(place.condition(nearby(given, context)))
    if query is not None:
        clauses.append(condition.condition(query, condition.Way(context, expanded(given))))
    return clauses


def expanded(given: Given) -> frozenset[str]:
    """Name the attributes whose values are names, too."""
    return frozenset(_listed(given["expandValues"])) if given.get("expandValues") else frozenset()


def _picked(given: Given, context: Context) -> Clause:
    """Leave out entities of which ``pick`` would show nothing."""
    names = projection.parse(given["pick"], context.expand).names if "pick" in given else frozenset()
    return select.having(sorted(names)) if names and not names & projection.CORE else Clause()


def nearby(given: Given, context: Context) -> place.Nearby:
    """Read the geo-query of some parameters.

    Raises
    ------
    Problem
        It is not of the language.
    """
    attribute = context.expand(name_checked(given.get("geoproperty") or "location"))
    return place.parse(
        given.get("georel", ""), given.get("geometry", ""), given.get("coordinates"), attribute
    )


def _order(given: Given, context: Context) -> Clause | None:
    """Read the order."""
    if "collation" in given and not order.COLLATION.fullmatch(given["collation"]):
        raise bad(f"{given['collation']!r} is no collation")
    if "orderBy" not in given:
        return None
    start = ""
    if "orderFrom" in given:
        shape_of = given.get("orderGeometry", "Point")
        start = place.parse("intersects", shape_of, given["orderFrom"], "").asked
    return order.order(given["orderBy"], context, given.get("collation", ""), start)


def _selector(one: Json, context: Context) -> Clause:
    """Turn one selector of a body into a condition."""
    if not isinstance(one, dict) or not isinstance(one.get("type"), str) or not one["type"]:
        raise bad("a selector of entities needs a type")
    clauses: list[Clause] = []
    kinds = str(one["type"])
    if kinds != "*":
        clauses.append(select.type_condition(kinds, context))
    if "id" in one:
        names = many(one["id"])
        if not names:
            raise bad("a selector's id must hold a URI")
        clauses.append(select.ids_condition([text(name, "an id") for name in names]))
    elif "idPattern" in one:
        clauses.append(select.pattern_condition(text(one["idPattern"], "idPattern")))
    return condition.joined(clauses)


def _check_width(given: Given, query: Query | None, selectors: Json) -> None:
    """Refuse a query that narrows nothing down."""
    named = [
        name for name in given.get("attrs", "").split(",") if name.strip() and name.strip() not in SYSTEM
    ]
    asks = query is not None and any(name not in SYSTEM for name in _first_names(query))
    narrow = given.get("type") or named or asks or given.get("georel") or selectors
    if not narrow and not truth(given, "local"):
        raise bad("a query needs a type, attrs, q or a geo-query")


def _first_names(query: Query) -> list[str]:
    """Name the attributes that a query is about."""
    if isinstance(query, Term):
        return [query.path.names[0]]
    return [name for part in query.parts for name in _first_names(part)]


def _check_depth(query: Query, given: Given) -> None:
    """Refuse a query that looks further than linked entities are followed."""
    level = whole(given, "joinLevel", 1) if given.get("join", "@none") != "@none" else 0
    if _depth(query) > level:
        raise bad("q looks into linked entities further than join follows them")


def _depth(query: Query) -> int:
    if not isinstance(query, Term):
        return max(_depth(part) for part in query.parts)
    path: Path | None = query.path
    depth = 0
    while path is not None and path.linked is not None:
        path, depth = path.linked, depth + 1
    return depth


LISTS = ("attrs", "pick", "omit", "expandValues", "datasetId")
"""Members of a body that are lists of texts."""

TEXTS = ("q", "scopeQ", "lang", "join", "csf", "geometryProperty", "containedBy")
"""Members of a body that are texts."""


PLACE_TEXTS = {"georel", "geometry", "geoproperty"}
"""Members of a geo-query in a body that are texts."""


def body_given(body: Members, given: Given) -> Given:
    """Write the body of a query as the parameters that say the same.

    Raises
    ------
    Problem
        A member is not what the standard allows.
    """
    if body.get("type") != "Query":
        raise bad("the type of the body must be Query")
    if "entities" in body and (not isinstance(body["entities"], list) or not body["entities"]):
        raise bad("entities must be a list of selectors")
    if "temporalQ" in body:
        raise bad("temporalQ has its place in a temporal query alone")
    result = {**given, **_body_lists(body)}
    result.update({name: text(body[name], name) for name in TEXTS if name in body})
    if "joinLevel" in body:
        result["joinLevel"] = str(_level(body["joinLevel"]))
    result.update(_body_place(body))
    result.update(_body_order(body))
    return result


def _body_lists(body: Members) -> dict[str, str]:
    """Read the lists of texts of a body."""
    result: dict[str, str] = {}
    for name in LISTS:
        if name in body:
            names = body[name]
            if not isinstance(names, list) or not names or not all(isinstance(one, str) for one in names):
                raise bad(f"{name} must be a list of texts")
            result[name] = ",".join(map(str, names))
    return result


def _level(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise bad("joinLevel must be a whole number above zero")
    return value


def _body_place(body: Members) -> dict[str, str]:
    """Read the geo-query of a body."""
    if "geoQ" not in body:
        return {}
    asked = body["geoQ"]
    if not isinstance(asked, dict):
        raise bad("geoQ must be an object")
    result = {name: text(value, name) for name, value in asked.items() if name in PLACE_TEXTS}
    if "coordinates" in asked:
        given = asked["coordinates"]
        result["coordinates"] = given if isinstance(given, str) else write(given).decode()
    return {"georel": "", **result}


def _body_order(body: Members) -> dict[str, str]:
    """Read the order of a body."""
    if "ordering" not in body:
        return {}
    asked = body["ordering"]
    if not isinstance(asked, dict):
        raise bad("ordering must be an object")
    result: dict[str, str] = {}
    keys = asked.get("orderBy")
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys) or not keys:
        raise bad("ordering.orderBy must be a list of texts")
    result["orderBy"] = ",".join(map(str, keys))
    if "collation" in asked:
        result["collation"] = text(asked["collation"], "ordering.collation")
    if "geometry" in asked:
        result["orderGeometry"] = text(asked["geometry"], "ordering.geometry")
    if "coordinates" in asked:
        if not isinstance(asked["coordinates"], list):
            raise bad("ordering.coordinates must be a list")
        result["orderFrom"] = write(asked["coordinates"]).decode()
    return result
