"""Reads a whole feed; whatever is wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from egiz.facts.gtfs import clock, link, place, service, trip
from egiz.facts.gtfs.archive import Archive, opened
from egiz.facts.gtfs.departure import SUFFIX, read_departures
from egiz.facts.gtfs.record import Agency, Calls, Codes, Feed, Mask, Routes, Services, Stops, Trips
from egiz.facts.gtfs.slip import Slips

FEWEST = 2
"""A trip with fewer calls takes nobody anywhere."""


def read_feed(path: str) -> Feed:
    """Read a timetable.

    Parameters
    ----------
    path
        A zip, a folder of text files, or a CSV of services (`egiz.facts.gtfs.departure`).

    Returns
    -------
    Feed
        Its records.

    Raises
    ------
    InputError
        Every fault that was found, each with its file and line: what is missing, cannot be read, refers to
        nothing or contradicts itself. A zip that is damaged, unsafe or too large is refused before it is
        unfolded.

    Notes
    -----
    ``pathways.txt`` is not used, and a note says so. Blank times are filled by the rule of `clock.filled`.
    """
    if path.lower().endswith(SUFFIX) and not Path(path).is_dir():
        return read_departures(path)
    slips = Slips(path)
    with opened(path, slips) as archive:
        feed = _read(archive, slips)
    return feed


def _read(archive: Archive, slips: Slips) -> Feed:
    agents = place.agencies(archive, slips)
    stops = place.stops(archive, slips)
    routes = place.routes(archive, agents, slips)
    days, numbers = service.services(archive, slips)
    if stops is None or routes is None:
        slips.check()
        raise AssertionError("a table that is not there is a fault")
    trips, calls, known = _trips(archive, (stops, routes), numbers, slips)
    links = link.links(archive, {one: at for at, one in enumerate(stops.ids)}, known, slips)
    slips.check()
    before = trips.ids
    trips, calls = link.repeated(archive, trips, calls, slips)
    links = link.renumbered(links, before, trips.ids)
    slips.check()
    _note_the_rest(archive, agents, days, slips)
    slips.check()
    return Feed(archive.name, agents, stops, routes, days, trips, calls, links, tuple(slips.notes))


def _trips(
    archive: Archive, places: tuple[Stops, Routes], services: Mapping[str, int], slips: Slips
) -> tuple[Trips, Calls, Mapping[str, int]]:
    """Trips with their calls, and the number of each id; trips that call fewer than twice are left out."""
    stops, routes = places
    heads = trip.heads(archive, routes, services, slips)
    numbers = heads.numbers if heads is not None else {}
    rows = trip.rows(archive, numbers, {one: at for at, one in enumerate(stops.ids)}, slips)
    if heads is None or rows is None:
        slips.check()
        raise AssertionError("a table that is not there is a fault")
    calls, starts = clock.filled(rows, slips)
    slips.check()
    return _kept(heads, rows.trip, (calls, starts), slips)


def _kept(
    heads: trip.Heads, of: Codes, timed: tuple[Calls, Mask], slips: Slips
) -> tuple[Trips, Calls, Mapping[str, int]]:
    """Trips of two calls or more; a part of one that was cut has the id of the trip and its number."""
    calls, starts = timed
    at = np.flatnonzero(starts)
    length = np.diff(np.append(at, starts.size))
    kept = length >= FEWEST
    short = len(heads.numbers) - len(np.unique(of[at[kept]]))
    if short:
        slips.note("feed-short-trips", {"count": short})
        calls = calls.at(np.repeat(kept, length))
    row = of[at[kept]]
    ids = _ids(tuple(heads.numbers), row)
    first = np.concatenate((np.zeros(1, np.int64), np.cumsum(length[kept]))).astype(np.int32)
    names = tuple(heads.names[one] for one in row.tolist())
    trips = Trips(ids, names, heads.route[row], heads.service[row], heads.block[row], first)
    return trips, calls, {one: at for at, one in enumerate(ids)}


def _ids(every: tuple[str, ...], row: Codes) -> tuple[str, ...]:
    """Ids of trips; the second part of one has ``#2`` behind."""
    parts: dict[int, int] = {}
    found = []
    for one in row.tolist():
        parts[one] = parts.get(one, 0) + 1
        found.append(every[one] if parts[one] == 1 else f"{every[one]}#{parts[one]}")
    return tuple(found)


def _note_the_rest(archive: Archive, agents: tuple[Agency, ...], days: Services, slips: Slips) -> None:
    """Note what is not used, and a feed of several zones; one that never runs is a fault."""
    if "pathways.txt" in archive.sizes:
        slips.note("feed-pathways", {})
    zones = sorted({agent.zone for agent in agents})
    if len(zones) > 1:
        slips.note("feed-zones", {"zones": ", ".join(zones)})
    if days.span() is None:
        slips.add("feed-never-runs", {"table": "calendar.txt"})
