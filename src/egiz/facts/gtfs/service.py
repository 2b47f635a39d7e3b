"""Reads on which days services run."""

from __future__ import annotations

import numpy as np

from egiz.facts.gtfs import cell, column
from egiz.facts.gtfs.archive import Archive
from egiz.facts.gtfs.cell import EMPTY
from egiz.facts.gtfs.grid import Grid, need
from egiz.facts.gtfs.record import WEEK, Codes, Mask, Services
from egiz.facts.gtfs.slip import Slips

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RUNS, REMOVED = 1, 2
NO_WEEK = (np.empty((0, WEEK), np.bool_), np.empty(0, np.int32), np.empty(0, np.int32))


def services(archive: Archive, slips: Slips) -> tuple[Services, dict[str, int]]:
    """Read ``calendar.txt`` and ``calendar_dates.txt``, one of which may be absent; with each id's number."""
    numbers: dict[str, int] = {}
    weekdays, first, last = _weeks(archive, numbers, slips)
    service, day, runs, _ = _exceptions(archive, numbers, slips)
    more = max(len(numbers) - len(first), 0)
    found = Services(
        tuple(numbers),
        np.concatenate((weekdays, np.zeros((more, WEEK), np.bool_))),
        np.concatenate((first, np.zeros(more, np.int32))),
        np.concatenate((last, np.full(more, -1, np.int32))),
        service,
        day,
        runs,
    )
    return found, numbers


def _weeks(archive: Archive, numbers: dict[str, int], slips: Slips) -> tuple[Mask, Codes, Codes]:
    grid = column.whole_table(archive, "calendar.txt", slips)
    if grid is None or not need(grid, ("service_id", *WEEKDAYS, "start_date", "end_date"), slips):
        return NO_WEEK
    numbers.update(column.ids(grid, "service_id", slips))
    marks = np.stack([column.one_of(grid, name, (0, 1), slips) for name in WEEKDAYS], axis=1)
    empty = (marks == EMPTY).any(axis=1)
    slips.rows("feed-empty-cell", empty, grid.table, grid.lines, lambda _: {"column": "monday…", "id": ""})
    first, last = column.dates(grid, "start_date", slips), column.dates(grid, "end_date", slips)
    slips.rows("feed-dates-order", (last < first) & (first > 0), grid.table, grid.lines, lambda _: {})
    return marks == 1, first, last


def _exceptions(archive: Archive, numbers: dict[str, int], slips: Slips) -> tuple[Codes, Codes, Mask, Codes]:
    """Service, day, whether it runs, and line of each exception."""
    parts: list[tuple[Codes, Codes, Mask, Codes]] = []
    for grid in column.piecewise(archive, "calendar_dates.txt", slips):
        if not need(grid, ("service_id", "date", "exception_type"), slips):
            break
        kinds = column.one_of(grid, "exception_type", (RUNS, REMOVED), slips)
        service = _numbered(grid, numbers, slips)
        parts.append((service, column.dates(grid, "date", slips), kinds == RUNS, grid.lines()))
    if not parts:
        nothing = np.empty(0, np.int32)
        return nothing, nothing, np.empty(0, np.bool_), nothing
    whole = _joined(parts)
    _check_contradictions(whole, slips)
    return whole


def _joined(parts: list[tuple[Codes, Codes, Mask, Codes]]) -> tuple[Codes, Codes, Mask, Codes]:
    service, day, runs, lines = zip(*parts, strict=True)
    return np.concatenate(service), np.concatenate(day), np.concatenate(runs), np.concatenate(lines)


def _numbered(grid: Grid, numbers: dict[str, int], slips: Slips) -> Codes:
    """Numbers of the services of a column; one that is new gets the next."""
    found = grid.column("service_id")
    if found is None:
        return np.empty(0, np.int32)
    code, first = cell.codes(found)
    names = cell.texts(found.at(first))
    for place in np.argsort(first).tolist():
        numbers.setdefault(names[place], len(numbers))
    own = np.asarray([numbers[name] for name in names], np.int32)
    if "" in names:
        del numbers[""]
        empty = code == names.index("")
        slips.rows(
            "feed-empty-cell", empty, grid.table, grid.lines, lambda _: {"column": "service_id", "id": ""}
        )
    return own[code] if own.size else np.empty(0, np.int32)


def _check_contradictions(whole: tuple[Codes, Codes, Mask, Codes], slips: Slips) -> None:
    """No service may be added and removed on one day."""
    service, day, runs, lines = whole
    if runs.all():
        return
    order = np.lexsort((lines, day, service))
    same = (np.diff(service[order]) == 0) & (np.diff(day[order]) == 0) & (np.diff(runs[order]) != 0)
    at = order[1:]
    clash = np.zeros(len(service), np.bool_)
    clash[at] = same
    slips.rows("feed-exception-twice", clash, "calendar_dates.txt", lambda: lines, lambda _: {})
