"""Reads who runs trips, and where they call."""

from __future__ import annotations

import numpy as np

from egiz.facts.gtfs import column, translation
from egiz.facts.gtfs.archive import Archive
from egiz.facts.gtfs.cell import EMPTY
from egiz.facts.gtfs.grid import Grid, need
from egiz.facts.gtfs.record import NONE, Agency, Codes, Floats, Routes, Stops
from egiz.facts.gtfs.slip import Slips

PLATFORM, STATION, NODE, BOARDING = 0, 1, 3, 4
LATITUDE, LONGITUDE = 90.0, 180.0
LEVELS = 3
"""Boarding area, platform, station: nothing stands higher."""


def agencies(archive: Archive, slips: Slips) -> tuple[Agency, ...]:
    """Read ``agency.txt``."""
    grid = column.whole_table(archive, "agency.txt", slips)
    if grid is None or not need(grid, ("agency_name", "agency_timezone"), slips):
        return ()
    column.told_rows(grid, slips)
    if "agency_id" in grid.header and grid.rows > 1:
        column.ids(grid, "agency_id", slips)
    names, zones = column.words(grid, "agency_name"), column.zones(grid, "agency_timezone", slips, True)
    found = zip(column.words(grid, "agency_id"), names, zones, strict=True)
    return tuple(Agency(*one) for one in found)


def stops(archive: Archive, slips: Slips) -> Stops | None:
    """Read ``stops.txt``; a stop without a place takes that of its parent, one without any is a fault."""
    grid = column.whole_table(archive, "stops.txt", slips)
    if grid is None or not need(grid, ("stop_id", "stop_lat", "stop_lon"), slips):
        return None
    column.told_rows(grid, slips)
    numbers = column.ids(grid, "stop_id", slips)
    ids = column.words(grid, "stop_id")
    kinds = np.maximum(column.one_of(grid, "location_type", range(5), slips), PLATFORM)
    parent = column.referred(grid, "parent_station", numbers, slips, needed=False)
    _check_parents(grid, parent, slips)
    latitude, longitude = _spots(grid, kinds, np.maximum(parent, NONE), slips)
    names = [name or one for name, one in zip(column.words(grid, "stop_name"), ids, strict=True)]
    zones = column.zones(grid, "stop_timezone", slips, False)
    codes = tuple(column.words(grid, "stop_code"))
    return Stops(
        tuple(ids),
        tuple(names),
        latitude,
        longitude,
        np.maximum(parent, NONE).astype(np.int32),
        kinds,
        zones,
        codes if any(codes) else (),
        translation.translations(archive, numbers, names, slips),
    )


def routes(archive: Archive, agents: tuple[Agency, ...], slips: Slips) -> Routes | None:
    """Read ``routes.txt``."""
    grid = column.whole_table(archive, "routes.txt", slips)
    if grid is None or not need(grid, ("route_id", "route_type"), slips):
        return None
    column.told_rows(grid, slips)
    column.ids(grid, "route_id", slips)
    ids = column.words(grid, "route_id")
    kinds = column.counts(grid, "route_type", slips)
    slips.rows(
        "feed-empty-cell",
        kinds == EMPTY,
        grid.table,
        grid.lines,
        lambda _: {"column": "route_type", "id": ""},
    )
    short, long = column.words(grid, "route_short_name"), column.words(grid, "route_long_name")
    names = tuple(first or second or last for first, second, last in zip(short, long, ids, strict=True))
    return Routes(tuple(ids), names, kinds, _agency_of(grid, agents, slips))


def _agency_of(grid: Grid, agents: tuple[Agency, ...], slips: Slips) -> Codes:
    """Who runs each route; it need not be said where there is one agency, least of all one without an id."""
    if not agents or (len(agents) == 1 and not agents[0].id):
        return np.zeros(grid.rows, np.int32)
    numbers = {agent.id: place for place, agent in enumerate(agents)}
    found = column.referred(grid, "agency_id", numbers, slips, needed=len(agents) > 1)
    if "agency_id" not in grid.header and len(agents) > 1:
        need(grid, ("agency_id",), slips)
    return np.where(found == EMPTY, 0, found).astype(np.int32)


def _check_parents(grid: Grid, parent: Codes, slips: Slips) -> None:
    """Parents may have parents, but not in a circle."""
    top = parent
    for _ in range(LEVELS):
        top = np.where(top >= 0, parent[np.maximum(top, 0)], NONE) if parent.size else top
    slips.rows("feed-parent-loop", top >= 0, grid.table, grid.lines, lambda _: {"column": "parent_station"})


def _spots(grid: Grid, kinds: Codes, parent: Codes, slips: Slips) -> tuple[Floats, Floats]:
    """Coordinates of stops; those of the parent where a stop has none of its own."""
    latitude = column.degrees(grid, "stop_lat", LATITUDE, slips)
    longitude = column.degrees(grid, "stop_lon", LONGITUDE, slips)
    lent = (np.isnan(latitude) | np.isnan(longitude)) & (parent >= 0)
    if lent.any():
        slips.note("feed-parent-place", {"count": int(lent.sum())})
    latitude = np.where(lent, latitude[parent], latitude)
    longitude = np.where(lent, longitude[parent], longitude)
    told = {fault.spot.line for fault in slips.found if fault.key == "feed-bad-degrees" and fault.spot}
    lines = grid.lines()
    nowhere = (
        (np.isnan(latitude) | np.isnan(longitude))
        & (kinds < NODE)
        & ~np.isin(lines, [line for line in told if line])
    )
    ids = column.words(grid, "stop_id")
    slips.rows("feed-no-place", nowhere, grid.table, grid.lines, lambda row: {"id": ids[row]})
    return latitude, longitude
