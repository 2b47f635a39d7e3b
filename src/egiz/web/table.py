"""Entities as a table: CSV that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Iterable

from egiz.city.ngsild.document import Json, Members, write
from egiz.city.ngsild.hub import Hub
from egiz.web.within import listed

PAGE = 1_000
"""Entities read at once."""

FIRST = ("id", "type")
"""Columns that come first."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


async def pages(hub: Hub, tenant: str, kind: str, most: int) -> AsyncIterator[list[Members]]:
    """Give the entities of a type, page after page.

    Raises
    ------
    RefusedError
        The hub refuses the question.
    """
    for start in range(0, most, PAGE):
        size = min(PAGE, most - start)
        found = await listed(hub, tenant, {"type": kind, "limit": str(size), "offset": str(start)})
        yield found
        if len(found) < size:
            return


def flat(entity: Members) -> dict[str, str]:
    """Write an entity as cells; a point becomes a longitude and a latitude, other structure is JSON."""
    cells: dict[str, str] = {}
    for name, value in entity.items():
        if name == "@context":
            continue
        if isinstance(value, dict) and value.get("type") == "Point":
            place = value.get("coordinates")
            if isinstance(place, list) and len(place) > 1:
                cells[f"{name}.longitude"], cells[f"{name}.latitude"] = map(cell, place[:2])
                continue
        cells[name] = cell(value)
    return cells


def cell(value: Json) -> str:
    """Write one value; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return write(value).decode()


def table(entities: Iterable[Members]) -> str:
    """Write entities as CSV with one line of names; every name that any of them has is a column."""
    rows = [flat(one) for one in entities]
    names = sorted({name for row in rows for name in row} - set(FIRST))
    made = io.StringIO()
    writer = csv.DictWriter(made, [*FIRST, *names], restval="")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue()
