"""Entities as a table: CSV that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Iterable

from egiz.city.ngsild.document import Json, Members, write
from egiz.city.ngsild.hub import Hub
from egiz.report.format import HABITS
from egiz.web.within import listed

MARK = "\ufeff"
"""Stands before a table, for spreadsheets take a text without it for one of an older encoding."""

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


def flat(entity: Members, decimal: str = ".") -> dict[str, str]:
    """Write an entity as cells; a point becomes a longitude and a latitude, other structure is JSON.

    Parameters
    ----------
    entity
        With its values alone.
    decimal
        The mark before the decimals of a number.
    """
    cells: dict[str, str] = {}
    for name, value in entity.items():
        if name == "@context":
            continue
        if isinstance(value, dict) and value.get("type") == "Point":
            place = value.get("coordinates")
            if isinstance(place, list) and len(place) > 1:
                for part, number in zip(("longitude", "latitude"), place[:2], strict=True):
                    cells[f"{name}.{part}"] = cell(number, decimal)
                continue
        cells[name] = cell(value, decimal)
    return cells


def cell(value: Json, decimal: str = ".") -> str:
    """Write one value; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    written = write(value).decode()
    return written.replace(".", decimal) if isinstance(value, float) else written


def table(entities: Iterable[Members], language: str = "en") -> str:
    """Write entities as CSV with one line of names; every name that any of them has is a column.

    Parameters
    ----------
    entities
        With their values alone.
    language
        Spreadsheets in Russian and Kazakh read numbers with a comma, so their cells are parted by semicolons.
    """
    decimal, parts = (".", ",") if HABITS[language].decimal == "." else (",", ";")
    rows = [flat(one, decimal) for one in entities]
    names = sorted({name for row in rows for name in row} - set(FIRST))
    made = io.StringIO()
    writer = csv.DictWriter(made, [*FIRST, *names], restval="", delimiter=parts)
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue()
