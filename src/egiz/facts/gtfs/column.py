"""Reads columns that are wanted, and notes a fault for every cell that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from numpy.typing import NDArray

from egiz.errors import Value
from egiz.facts.gtfs import cell
from egiz.facts.gtfs.archive import Archive
from egiz.facts.gtfs.grid import Column, Grid, grids, pieces, with_newlines
from egiz.facts.gtfs.slip import Slips

Codes = NDArray[np.int32]
Reader: TypeAlias = Callable[[Column], NDArray[np.int64]]


def whole_table(archive: Archive, table: str, slips: Slips) -> Grid | None:
    """Take a table apart that is read in one piece; none where the feed lacks it."""
    if table not in archive.sizes:
        return None
    with archive.stream(table) as stream:
        return next(grids((with_newlines(stream.read()),), table, slips))


def piecewise(archive: Archive, table: str, slips: Slips) -> Iterator[Grid]:
    """Take a table apart piece by piece; nothing comes where the feed lacks it."""
    if table in archive.sizes:
        with archive.stream(table) as stream:
            yield from grids(pieces(stream, table, slips.feed), table, slips)


def told_rows(grid: Grid, slips: Slips) -> None:
    """Note a fault where a table has no rows."""
    if not grid.rows:
        slips.add("feed-empty-table", {"table": grid.table}, grid.table, 1)


def words(grid: Grid, name: str) -> list[str]:
    """Texts of a column; empty ones where there is no such column."""
    column = grid.column(name)
    return [""] * grid.rows if column is None else cell.texts(column)


def ids(grid: Grid, name: str, slips: Slips) -> dict[str, int]:
    """Number the ids of a table by row; an empty one and one given twice are faults."""
    column = grid.column(name)
    numbers: dict[str, int] = {}
    if column is None:
        return numbers
    lines = None
    for row, text in enumerate(cell.texts(column)):
        if not text or text in numbers:
            lines = grid.lines() if lines is None else lines
            values: dict[str, Value] = {"column": name, "id": text}
            if text:
                values["line"] = int(lines[numbers[text]])
            slips.add("feed-id-twice" if text else "feed-empty-cell", values, grid.table, int(lines[row]))
        numbers.setdefault(text, row)
    return numbers


def referred(grid: Grid, name: str, known: Mapping[str, int], slips: Slips, needed: bool = True) -> Codes:
    """Numbers of the things that a column names, `cell.EMPTY` where a cell or the column is empty.

    Where nothing is known at all, its own table is at fault, which is told already.
    """
    column = grid.column(name)
    if column is None or (needed and not known):
        return np.full(grid.rows, cell.EMPTY, np.int32)
    numbers = cell.found(column, known)
    slips.rows(
        "feed-unknown-id",
        numbers == cell.WRONG,
        grid.table,
        grid.lines,
        lambda row: {"column": name, "id": column.text(row)},
    )
    if needed:
        _told_empty(grid, name, numbers == cell.EMPTY, slips)
    return numbers


def times(grid: Grid, name: str, slips: Slips) -> Codes:
    """Minutes of a column of times of day, `cell.EMPTY` where there is none."""
    return _read(grid, name, "feed-bad-time", cell.clocks, slips)


def counts(grid: Grid, name: str, slips: Slips) -> Codes:
    """Whole numbers of a column, `cell.EMPTY` where there is none."""
    return _read(grid, name, "feed-bad-number", cell.wholes, slips)


def dates(grid: Grid, name: str, slips: Slips) -> Codes:
    """Days since 1970 of a column; an empty cell is a fault."""
    column = grid.column(name)
    if column is None:
        return np.zeros(grid.rows, np.int32)
    found = cell.days(column)
    wrong = found <= cell.EMPTY_DAY
    slips.rows(
        "feed-bad-date",
        wrong,
        grid.table,
        grid.lines,
        lambda row: {"column": name, "found": column.text(row)},
    )
    return np.where(wrong, 0, found).astype(np.int32)


def one_of(grid: Grid, name: str, allowed: Iterable[int], slips: Slips) -> Codes:
    """Whole numbers of a column that must be of a few; `cell.EMPTY` where there is none."""
    column, options = grid.column(name), tuple(allowed)
    if column is None:
        return np.full(grid.rows, cell.EMPTY, np.int32)
    found = cell.wholes(column)
    slips.rows(
        "feed-not-an-option",
        (found != cell.EMPTY) & ~np.isin(found, options),
        grid.table,
        grid.lines,
        lambda row: {"column": name, "found": column.text(row), "options": ", ".join(map(str, options))},
    )
    return found.astype(np.int32)


def degrees(grid: Grid, name: str, most: float, slips: Slips) -> NDArray[np.float64]:
    """Degrees of a column, NaN where there are none."""
    column = grid.column(name)
    if column is None:
        return np.full(grid.rows, np.nan)
    found, wrong = cell.decimals(column)
    slips.rows(
        "feed-bad-degrees",
        wrong | (np.abs(found) > most),
        grid.table,
        grid.lines,
        lambda row: {"column": name, "found": column.text(row), "most": most},
    )
    return found


def zones(grid: Grid, name: str, slips: Slips, needed: bool) -> tuple[str, ...]:
    """Time zones of a column; empty where a cell or the column is."""
    found = words(grid, name)
    known = {zone: is_zone(zone) for zone in set(found) if zone}
    wrong = np.asarray([bool(zone) and not known[zone] for zone in found], bool)
    slips.rows(
        "feed-unknown-zone", wrong, grid.table, grid.lines, lambda row: {"column": name, "found": found[row]}
    )
    if needed:
        _told_empty(grid, name, np.asarray([not zone for zone in found], bool), slips)
    return tuple(found)


def is_zone(zone: str) -> bool:
    """Whether the time zone database knows a name."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _read(grid: Grid, name: str, key: str, reader: Reader, slips: Slips) -> Codes:
    column = grid.column(name)
    if column is None:
        return np.full(grid.rows, cell.EMPTY, np.int32)
    found = reader(column)
    slips.rows(
        key,
        found == cell.WRONG,
        grid.table,
        grid.lines,
        lambda row: {"column": name, "found": column.text(row)},
    )
    return found.astype(np.int32)


def _told_empty(grid: Grid, name: str, empty: NDArray[np.bool_], slips: Slips) -> None:
    slips.rows("feed-empty-cell", empty, grid.table, grid.lines, lambda _: {"column": name, "id": ""})
