"""Reads rules for changing, and trips that are repeated every so many minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from egiz.facts.gtfs import column
from egiz.facts.gtfs.archive import Archive
from egiz.facts.gtfs.cell import EMPTY
from egiz.facts.gtfs.clock import clock
from egiz.facts.gtfs.grid import need
from egiz.facts.gtfs.record import NONE, Calls, Codes, Links, Trips
from egiz.facts.gtfs.slip import Slips

MINUTE = 60
IN_SEAT = (4, 5)
"""``transfer_type`` of rules that speak of two trips: stay seated, get out."""
MOST_CALLS = 50_000_000
"""Frequencies that make more calls than this are refused."""


def links(archive: Archive, stops: Mapping[str, int], trips: Mapping[str, int], slips: Slips) -> Links:
    """Read ``transfers.txt``; a blank type is 0, seconds become whole minutes, rounded up."""
    grid = column.whole_table(archive, "transfers.txt", slips)
    nothing = np.empty(0, np.int32)
    if grid is None or not grid.rows:
        return Links(nothing, nothing, nothing, nothing, nothing, nothing)
    kinds = np.maximum(column.one_of(grid, "transfer_type", range(6), slips), 0)
    seated = np.isin(kinds, IN_SEAT)
    origin = column.referred(grid, "from_stop_id", stops, slips, needed=False)
    target = column.referred(grid, "to_stop_id", stops, slips, needed=False)
    origin_trip = column.referred(grid, "from_trip_id", trips, slips, needed=False)
    target_trip = column.referred(grid, "to_trip_id", trips, slips, needed=False)
    nameless = ((origin == NONE) | (target == NONE)) & ~seated
    tripless = ((origin_trip == NONE) | (target_trip == NONE)) & seated
    slips.rows("feed-transfer-open", nameless | tripless, grid.table, grid.lines, lambda _: {})
    seconds = column.counts(grid, "min_transfer_time", slips)
    minutes = np.where(seconds < 0, NONE, -(-seconds // MINUTE)).astype(np.int32)
    return Links(origin, target, kinds, minutes, origin_trip, target_trip)


def repeated(archive: Archive, trips: Trips, calls: Calls, slips: Slips) -> tuple[Trips, Calls]:
    """Write out the trips of ``frequencies.txt``: one from each start until before each end, every so often.

    The trip that is repeated does not run by itself. What runs "about every ten minutes" is taken to run
    exactly so, which a note says.
    """
    grid = column.whole_table(archive, "frequencies.txt", slips)
    names = ("trip_id", "start_time", "end_time", "headway_secs")
    if grid is None or not need(grid, names, slips) or not grid.rows:
        return trips, calls
    known = {one: place for place, one in enumerate(trips.ids)}
    trip = column.referred(grid, "trip_id", known, slips)
    start, end = column.times(grid, "start_time", slips), column.times(grid, "end_time", slips)
    every = column.counts(grid, "headway_secs", slips)
    wrong = (every == 0) | (every == EMPTY) | ((end < start) & (start >= 0) & (end >= 0))
    wrong |= (start == EMPTY) | (end == EMPTY)
    slips.rows("feed-bad-frequency", wrong, grid.table, grid.lines, lambda _: {})
    slips.check()
    step = np.maximum(np.rint(every / MINUTE).astype(np.int64), 1)
    count = -((start.astype(np.int64) - end) // step)
    length = np.diff(trips.first)
    if int((count * length[trip]).sum()) + len(calls.stop) > MOST_CALLS:
        slips.add("feed-too-many-calls", {"most": MOST_CALLS}, grid.table)
        slips.check()
    slips.note("feed-frequencies", {"count": int(count.sum())})
    source = np.repeat(trip, count)
    nth = np.arange(source.size) - np.repeat(np.cumsum(count) - count, count)
    leaves = np.repeat(start, count) + nth * np.repeat(step, count)
    return _written_out(trips, calls, source, leaves.astype(np.int32))


def renumbered(links: Links, before: tuple[str, ...], after: tuple[str, ...]) -> Links:
    """Links whose trips have the numbers that they have after some were written out; those are not linked."""
    if before is after:
        return links
    numbers = {one: place for place, one in enumerate(after)}
    new = np.asarray([*(numbers.get(one, NONE) for one in before), NONE], np.int32)
    return replace(links, origin_trip=new[links.origin_trip], target_trip=new[links.target_trip])


def _written_out(trips: Trips, calls: Calls, source: Codes, leaves: Codes) -> tuple[Trips, Calls]:
    """Trips with copies of some instead of those, each copy leaving at its own minute."""
    once = np.setdiff1d(np.arange(len(trips.ids)), source)
    every = np.concatenate((once, source)).astype(np.int32)
    shift = np.concatenate((np.zeros(once.size, np.int32), leaves - calls.departure[trips.first[source]]))
    length = np.diff(trips.first)[every]
    first = np.concatenate((np.zeros(1, np.int64), np.cumsum(length)))
    place = np.arange(first[-1]) - np.repeat(first[:-1], length) + np.repeat(trips.first[every], length)
    late = np.repeat(shift, length)
    copies = zip(source.tolist(), leaves.tolist(), strict=True)
    ids = (*(trips.ids[one] for one in once), *(f"{trips.ids[one]}@{clock(at)[:-3]}" for one, at in copies))
    names = tuple(trips.names[one] for one in every)
    route, service, block = trips.route[every], trips.service[every], trips.block[every]
    return Trips(ids, names, route, service, block, first.astype(np.int32)), Calls(
        calls.stop[place],
        (calls.arrival[place] + late).astype(np.int32),
        (calls.departure[place] + late).astype(np.int32),
        calls.boards[place],
        calls.alights[place],
    )
