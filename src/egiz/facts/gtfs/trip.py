"""Reads trips, and when they call where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from egiz.facts.gtfs import column
from egiz.facts.gtfs.archive import Archive
from egiz.facts.gtfs.cell import EMPTY
from egiz.facts.gtfs.grid import Grid, need
from egiz.facts.gtfs.record import NONE, Calls, Codes, Mask, Routes
from egiz.facts.gtfs.slip import Slips

NEVER = 1
"""``pickup_type`` or ``drop_off_type`` of a call at which nobody gets on or off."""
TABLE = "stop_times.txt"
Column: TypeAlias = Codes | Mask
"""Numbers or marks of a column, shape (rows,)."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Rows of ``trips.txt``."""

    numbers: Mapping[str, int]
    """Row of each trip."""
    names: tuple[str, ...]
    """What travellers know each by."""
    route: Codes
    """Line of each."""
    service: Codes
    """Days of each."""
    block: Codes
    """Vehicle of each, or `NONE`."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of ``stop_times.txt``, sorted by trip and sequence."""

    trip: Codes
    """Row of the trip."""
    calls: Calls
    """Where and when; `EMPTY` where a time is left blank."""
    line: Codes
    """Line of the file."""


def heads(archive: Archive, routes: Routes, services: Mapping[str, int], slips: Slips) -> Heads | None:
    """Read ``trips.txt``."""
    grid = column.whole_table(archive, "trips.txt", slips)
    if grid is None or not need(grid, ("route_id", "service_id", "trip_id"), slips):
        return None
    column.told_rows(grid, slips)
    numbers = column.ids(grid, "trip_id", slips)
    lines = {one: place for place, one in enumerate(routes.ids)}
    route = column.referred(grid, "route_id", lines, slips)
    service = column.referred(grid, "service_id", services, slips)
    own = zip(column.words(grid, "trip_short_name"), np.maximum(route, 0).tolist(), strict=True)
    names = tuple(name or routes.names[line] for name, line in own) if routes.names else ()
    return Heads(numbers, names, route, service, _blocks(column.words(grid, "block_id")))


def rows(archive: Archive, trips: Mapping[str, int], stops: Mapping[str, int], slips: Slips) -> Rows | None:
    """Read ``stop_times.txt`` piece by piece and sort it; ``stop_sequence`` need not be dense."""
    parts: list[tuple[Column, ...]] = []
    for grid in column.piecewise(archive, TABLE, slips):
        names = ("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence")
        if not need(grid, names, slips):
            return None
        parts.append(_part(grid, trips, stops, slips))
    if not parts:
        return None
    trip, sequence, stop, arrival, departure, boards, alights, line = (
        np.concatenate(one) for one in zip(*parts, strict=True)
    )
    if not trip.size:
        slips.add("feed-empty-table", {"table": TABLE}, TABLE, 1)
    key = trip.astype(np.int64) << 32 | sequence
    if not (np.diff(key) > 0).all():
        order = np.argsort(key, kind="stable")
        trip, stop, arrival, departure, line = (x[order] for x in (trip, stop, arrival, departure, line))
        key, boards, alights = key[order], boards[order], alights[order]
    twice = np.concatenate((np.zeros(min(1, key.size), np.bool_), np.diff(key) == 0))
    slips.rows("feed-sequence-twice", twice & (trip >= 0), TABLE, lambda: line, lambda _: {})
    return Rows(trip, Calls(stop, arrival, departure, boards, alights), line)


def _part(grid: Grid, trips: Mapping[str, int], stops: Mapping[str, int], slips: Slips) -> tuple[Column, ...]:
    """Columns of a piece: trip, sequence, stop, arrival, departure, boards, alights, line."""
    sequence = column.counts(grid, "stop_sequence", slips)
    empty = sequence == EMPTY
    slips.rows(
        "feed-empty-cell", empty, grid.table, grid.lines, lambda _: {"column": "stop_sequence", "id": ""}
    )
    return (
        column.referred(grid, "trip_id", trips, slips),
        sequence,
        column.referred(grid, "stop_id", stops, slips),
        column.times(grid, "arrival_time", slips),
        column.times(grid, "departure_time", slips),
        column.one_of(grid, "pickup_type", range(4), slips) != NEVER,
        column.one_of(grid, "drop_off_type", range(4), slips) != NEVER,
        grid.lines(),
    )


def _blocks(names: list[str]) -> Codes:
    """Number the blocks; a trip without one has `NONE`."""
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(name, len(numbers)) if name else NONE for name in names]
    return np.asarray(found, np.int32)
