"""Reads fact tables and lists of sources; every fault of a file is told at once, with its line."""

from __future__ import annotations

import csv
import difflib
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from egiz.errors import Fault, InputError, Spot, Value
from egiz.facts.row import Point, Row, Spread, span
from egiz.figures.assumption import Dating, Provenance, Source, Status
from egiz.figures.distribution import DistributionError
from egiz.figures.unit import is_unit, units_like

HEADER = (
    "name",
    "scope",
    "low",
    "mode",
    "high",
    "shape",
    "unit",
    "price_year",
    "about",
    "known_from",
    "status",
    "source",
    "locator",
    "note",
)
"""The one header of every fact table."""

SOURCE_HEADER = ("key", "title", "publisher", "year", "link", "licence")
"""The header of every list of sources."""

STATUSES: Mapping[str, Status] = {"seen": "seen", "derived": "derived", "memory": "memory"}

CURRENCIES = frozenset({"USD", "KZT", "RUB", "EUR", "CNY", "MUSD", "MEUR"})
"""Units that make a number a price when they stand first and no currency stands below."""

ANNOUNCED = frozenset({"airport_closed_from", "airport_closed_until"})
"""Names that speak of what was announced: they may be about a time to come."""
TABLES = frozenset({"discrete", "empirical"})
NAME = re.compile(r"[a-z][a-z0-9_]*")
NOWHERE = Source("", "", "", "", "", "")


def read_sources(text: str, file: str) -> tuple[Source, ...]:
    """Read a list of sources.

    Raises
    ------
    InputError
        A wrong header, a row with too few columns, a key or a title missing, a key given twice.
    """
    lines, faults = _lines(text, file, SOURCE_HEADER)
    found: dict[str, Source] = {}
    for spot, cells in lines:
        key = cells["key"]
        if not key or not cells["title"]:
            faults.append(Fault("source-empty", {"key": key}, spot))
        if key in found:
            faults.append(Fault("source-twice", {"key": key}, spot))
        found[key] = Source(**cells)
    if faults:
        raise InputError(faults)
    return tuple(found.values())


def read_rows(
    text: str, file: str, sources: Mapping[str, Source], dated: Iterable[str] = ()
) -> tuple[Row, ...]:
    """Read a fact table.

    Parameters
    ----------
    text
        The file.
    file
        Its name for messages.
    sources
        Known sources by key.
    dated
        Names whose rows must say from when they were known.

    Raises
    ------
    InputError
        Every fault of the file: a wrong header, a number or date that is none, an unknown unit, shape,
        status or source, a range that does not fit its shape, a price without its year, a dated fact
        without ``known_from``, a row given twice.
    """
    lines, faults = _lines(text, file, HEADER)
    rows: list[Row] = []
    names = frozenset(dated)
    for spot, cells in lines:
        row, found = _row(cells, spot, sources, names)
        faults.extend(found)
        rows.append(row)
    faults.extend(_twice(rows))
    if faults:
        raise InputError(faults)
    return tuple(rows)


def is_price(unit: str) -> bool:
    """Whether a number of this unit is money of some year; an exchange rate is not."""
    above, *below = unit.split("/")
    return above in CURRENCIES and not CURRENCIES.intersection(below)


def _lines(
    text: str, file: str, header: tuple[str, ...]
) -> tuple[list[tuple[Spot, dict[str, str]]], list[Fault]]:
    reader = csv.reader(text.splitlines())
    first = tuple(next(reader, ()))
    if first != header:
        wanted: dict[str, Value] = {"found": ",".join(first), "wanted": ",".join(header)}
        return [], [Fault("table-header", wanted, Spot(file, 1))]
    lines: list[tuple[Spot, dict[str, str]]] = []
    faults: list[Fault] = []
    for cells in reader:
        spot = Spot(file, reader.line_num)
        if len(cells) != len(header):
            faults.append(Fault("table-columns", {"found": len(cells), "wanted": len(header)}, spot))
            continue
        lines.append((spot, dict(zip(header, (cell.strip() for cell in cells), strict=True))))
    return lines, faults


def _row(
    cells: Mapping[str, str], spot: Spot, sources: Mapping[str, Source], dated: frozenset[str]
) -> tuple[Row, list[Fault]]:
    faults: list[Fault] = []
    spread = _spread(cells, faults)
    dating = _dating(cells, faults)
    faults.extend(_bad_words(cells, sources))
    faults.extend(_bad_dates(cells, dating, dated))
    status = STATUSES.get(cells["status"], "memory")
    provenance = Provenance(cells["source"], cells["locator"], status, cells["note"])
    source = sources.get(cells["source"], NOWHERE)
    row = Row(cells["name"], cells["scope"], spread, cells["unit"], dating, provenance, source, spot)
    return row, [replace(fault, values={"name": row.key, **fault.values}, spot=spot) for fault in faults]


def _spread(cells: Mapping[str, str], faults: list[Fault]) -> Spread:
    shape = cells["shape"]
    if shape in TABLES:
        spread = Spread(shape, points=_points(cells["mode"], faults))
        faults.extend(Fault("table-wants-mode", {"column": end}) for end in ("low", "high") if cells[end])
    else:
        low, mode, high = (_number(cells[end], end, faults) for end in ("low", "mode", "high"))
        spread = Spread(shape, low, mode, high)
    if not faults:
        try:
            spread.distribution()
        except DistributionError as error:
            faults.extend(error.faults)
    return spread


def _number(text: str, column: str, faults: list[Fault]) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        faults.append(Fault("table-number", {"column": column, "found": text}))
        return None
    return number


def _points(text: str, faults: list[Fault]) -> tuple[Point, ...]:
    """Read ``x:y|x:y``: value and weight, or probability and value."""
    points: list[Point] = []
    for pair in text.split("|"):
        first, colon, second = pair.partition(":")
        ends = (_number(first, "mode", faults), _number(second, "mode", faults))
        if not colon or None in ends:
            faults.append(Fault("table-points", {"found": text}))
            break
        points.append((float(first), float(second)))
    return tuple(points)


def _dating(cells: Mapping[str, str], faults: list[Fault]) -> Dating:
    about, known, price_year = cells["about"], None, None
    try:
        span(about or "2000")
    except ValueError:
        faults.append(Fault("table-about", {"found": about}))
        about = ""
    try:
        known = date.fromisoformat(cells["known_from"]) if cells["known_from"] else None
    except ValueError:
        faults.append(Fault("table-date", {"column": "known_from", "found": cells["known_from"]}))
    if cells["price_year"]:
        if cells["price_year"].isdecimal():
            price_year = int(cells["price_year"])
        else:
            faults.append(Fault("table-number", {"column": "price_year", "found": cells["price_year"]}))
    return Dating(about, known, price_year)


def _bad_words(cells: Mapping[str, str], sources: Mapping[str, Source]) -> Iterator[Fault]:
    if not NAME.fullmatch(cells["name"]):
        yield Fault("table-name", {"found": cells["name"]})
    if not is_unit(cells["unit"]):
        like = ", ".join(units_like(cells["unit"]))
        yield Fault("table-unknown", {"column": "unit", "found": cells["unit"], "near": like})
    known: dict[str, Iterable[str]] = {"status": STATUSES, "source": sources}
    for column, words in known.items():
        if cells[column] not in words:
            near = difflib.get_close_matches(cells[column], list(words), 3, 0.4)
            values = {"column": column, "found": cells[column], "near": ", ".join(near)}
            yield Fault("table-unknown", values)


def _bad_dates(cells: Mapping[str, str], dating: Dating, dated: frozenset[str]) -> Iterator[Fault]:
    price = is_price(cells["unit"])
    if price and dating.price_year is None:
        yield Fault("table-price-year")
    if not price and dating.price_year is not None and is_unit(cells["unit"]):
        yield Fault("table-no-price", {"unit": cells["unit"]})
    if (price or cells["name"] in dated) and not cells["known_from"]:
        yield Fault("table-known-from")
    yield from _foreseen(cells["name"], dating)


def _foreseen(name: str, dating: Dating) -> Iterator[Fault]:
    if name in ANNOUNCED or not dating.about or dating.known_from is None:
        return
    if span(dating.about)[0] > dating.known_from:
        yield Fault("table-foreseen", {"about": dating.about, "known": dating.known_from.isoformat()})


def _twice(rows: Iterable[Row]) -> Iterator[Fault]:
    seen: dict[tuple[str, str, str, date | None], int] = {}
    for row in rows:
        key = (row.name, row.scope, row.dating.about, row.dating.known_from)
        if key in seen:
            yield Fault("table-row-twice", {"name": row.key, "line": seen[key]}, row.spot)
        seen.setdefault(key, row.spot.line or 0)
