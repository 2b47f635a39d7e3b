"""What is live, as sections of a page: a table a type, named as people name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from urllib.parse import quote

from egiz.city.feeds.profile import profiles
from egiz.city.ngsild.document import Json, Members, read
from egiz.city.ngsild.hub import Hub
from egiz.web.label import clock, labelled, short, spaced, thing, told, upper, words
from egiz.web.within import ask

SHOWN = 50
"""Entities of a type that a page shows."""

ORDER = (
    "WeatherObserved",
    "AirQualityObserved",
    "ExchangeRate",
    "Vehicle",
    "GtfsTrip",
    "Flight",
    "Train",
    "DeviceMeasurement",
)
"""Types that come first, in this order."""

MOST_KINDS = 20
"""Types whose things a page shows; the others are named with their links."""

LONG = 24
"""Longer words than this are broken anywhere [letters]."""

HIDDEN = {"id", "type", "name", "@context", "location", "scope", "createdAt", "modifiedAt", "expiresAt"}
"""Members that are no columns."""


@dataclass(frozen=True, slots=True)
class View:
    """For whom and when a page is written."""

    language: str
    """One of `LANGUAGES`."""
    zone: str
    """The clock that times are written by."""
    now: datetime
    """The moment (UTC)."""

    def say(self, word: str, values: Mapping[str, str | int | float] | None = None) -> str:
        """Say a word, safe to stand in a page."""
        return escape(words().say(self.language, word, values))

    def time(self, text: str) -> str:
        """Write a moment as an element of a page; nothing for none."""
        if not text:
            return ""
        shown = escape(clock(self.language, self.zone, text, self.now))
        return f'<time datetime="{escape(text)}">{shown}</time>'


@dataclass(frozen=True, slots=True)
class Live:
    """The entities of one type."""

    kind: str
    """Short name of the type."""
    entities: Sequence[Members]
    """Normalized, the first `SHOWN`."""
    total: int
    """How many there are."""


def in_order(kinds: Iterable[str]) -> list[str]:
    """Put those types first that people look for first."""
    place = {name: number for number, name in enumerate(ORDER)}
    return sorted(kinds, key=lambda kind: (place.get(kind, len(place)), kind))


async def live(hub: Hub, tenant: str, kind: str) -> Live:
    """Read the entities of a type: one question.

    Raises
    ------
    RefusedError
        The hub refuses the question.
    """
    asked = {"type": kind, "limit": str(SHOWN), "count": "true", "options": "sysAttrs"}
    found = await ask(hub, tenant, "/entities", asked, "application/json")
    content = read(found.body)
    entities = [one for one in content if isinstance(one, dict)] if isinstance(content, list) else []
    return Live(kind, entities, int(found.headers.get("ngsild-results-count", len(entities))))


def section(view: View, at: str, shown: Live) -> str:
    """Write the section of a type.

    Parameters
    ----------
    view
        For whom.
    at
        Address of the tenant.
    shown
        Its entities.
    """
    named = escape(upper(spaced(labelled(view.language, "type", shown.kind))))
    count = view.say("page-shown", {"shown": len(shown.entities), "total": shown.total})
    return (
        f"<section><h2>{named}</h2><p class=links>{count} · {links(view, at, shown.kind)}</p>"
        f"{_table(view, at, shown)}</section>"
    )


def links(view: View, at: str, kind: str) -> str:
    """Link the things of a type as a table and as features."""
    name = quote(kind, safe="")
    return (
        f'<a href="{at}/table.csv?type={name}&amp;lang={view.language}">CSV</a> · '
        f'<a href="{at}/features/collections/{name}/items">GeoJSON</a>'
    )


def _table(view: View, at: str, shown: Live) -> str:
    """Write entities as a table; columns that none of them fills are left out."""
    names = sorted({name for one in shown.entities for name in one} - HIDDEN - _alike(shown), key=_place)
    heads = [view.say("page-thing"), *(_head(view, name) for name in names), view.say("page-when")]
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    rows = sorted(
        (_row(view, at, (shown.kind, one), names) for one in shown.entities), key=lambda row: row[0]
    )
    body = "".join(f"<tr>{cells}</tr>" for _, cells in rows)
    label = escape(upper(spaced(labelled(view.language, "type", shown.kind))))
    return (
        f'<div class=wide tabindex=0 role=region aria-label="{label}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _alike(shown: Live) -> set[str]:
    """Leave out the source where all have the same: the title and the feeds tell it."""
    return (
        {"source"}
        if len({str(_value(_instance(one.get("source")))) for one in shown.entities}) == 1
        else set()
    )


def _place(name: str) -> tuple[int, str]:
    """Give the place of a column: as its feed tells it; the source comes last."""
    order = _order()
    return order.get(name, order[""]), name


@cache
def _order() -> Mapping[str, int]:
    """Give the places of the attributes that feeds tell."""
    found = [column.attribute for profile in profiles().values() for column in profile.columns.values()]
    return {name: place for place, name in enumerate([*dict.fromkeys(found), "", "source"])}


def _head(view: View, name: str) -> str:
    """Name a column."""
    return escape(upper(spaced(labelled(view.language, "attribute", name))))


def _row(
    view: View, at: str, given: tuple[str, Members], names: Iterable[str]
) -> tuple[tuple[bool, str], str]:
    """Write one entity; its name stands first and leads to the whole of it."""
    kind, one = given
    called = title(view, kind, one)
    href = f"{at}/features/collections/{quote(kind, safe='')}/items/{quote(str(one['id']), safe=':')}"
    cells = "".join(_cell(view, name, one.get(name)) for name in names)
    when = view.time(newest(one))
    first = f'<th scope="row"><a href="{escape(href)}">{escape(called)}</a></th>'
    return (kind == "ExchangeRate" and "·" not in called, called), f"{first}{cells}<td>{when}</td>"


def title(view: View, kind: str, one: Members) -> str:
    """Name an entity: by its name as people know it, else by the end of its identifier."""
    name = _value(_instance(one.get("name")))
    if isinstance(name, str) and name.strip():
        return thing(view.language, kind, name)
    return short(str(one["id"]).removeprefix("urn:ngsi-ld:"))


def newest(one: Members) -> str:
    """Give the newest moment of which an entity tells, else when it was written last."""
    moments = [str(_instance(value).get("observedAt", "")) for value in one.values()]
    return max([moment for moment in moments if moment], default=str(one.get("modifiedAt", "")))


def _instance(value: Json | None) -> Members:
    """Give the instance of an attribute that stands for it: the one without a dataset, else the first."""
    every = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]
    return next((one for one in every if "datasetId" not in one), every[0] if every else {})


def _value(one: Members) -> Json:
    """Give what an instance of an attribute holds."""
    held = ("value", "object", "languageMap", "vocab", "json", "valueList", "objectList")
    return next((one[name] for name in held if name in one), None)


def _cell(view: View, name: str, given: Json | None) -> str:
    """Write the cell of an attribute."""
    one = _instance(given)
    value = _value(one)
    if isinstance(value, dict):
        if value.get("@type") == "DateTime":
            return f"<td>{view.time(str(value.get('@value', '')))}</td>"
        chosen = value.get(view.language, value.get("en"))
        value = chosen if "languageMap" in one and isinstance(chosen, str) else value
    text = told(view.language, name, value, str(one.get("unitCode", "")))
    long = max(map(len, text.split()), default=0) > LONG
    return f"<td{' class=long' if long else ''}>{escape(text)}</td>"


def changes(view: View, shown: Iterable[Live], most: int) -> str:
    """List what was written last among the things of a page."""
    every = [(str(one.get("modifiedAt", "")), kind.kind, one) for kind in shown for one in kind.entities]
    every.sort(key=lambda row: row[0], reverse=True)
    items = "".join(
        f"<li>{view.time(stamp)} {escape(title(view, kind, one))} — "
        f"{escape(labelled(view.language, 'type', kind))}</li>"
        for stamp, kind, one in every[:most]
    )
    return (
        f"<section><h2>{view.say('page-changes')}</h2><ul class=changes>{items}</ul></section>"
        if items
        else ""
    )
