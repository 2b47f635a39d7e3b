"""Searches a week of a timetable for the journeys of one service of a pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from egiz.engines.journeys import Ends, Legs, Network, Numbers, Question, journeys, network, without_runs
from egiz.facts.gtfs.record import Feed
from egiz.study.journey.answer import Scale
from egiz.study.journey.asked import MOST_TRANSFERS, Request
from egiz.study.journey.cited import Rides
from egiz.study.journey.reach import AIR
from egiz.study.journey.reach import Ends as Stops
from egiz.study.journey.schedule import Rules, mode_names
from egiz.study.journey.search import Span, opened
from egiz.world.place import Place

GROUND: Mapping[str, str] = {"train": "rail", "bus": "bus"}
"""Service -> mode of its trips."""
MODES = (*GROUND.values(), AIR)
"""Modes that are searched alone."""
MIXED = "ground"
"""All modes on the ground together."""
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Wanted:
    """A service that the timetable is asked for."""

    service: str
    """Its label in the market."""
    mode: str
    """Mode of its trips, as the timetable calls it."""
    ends: tuple[Place, Place]
    """Where the ride begins and ends: cities or airports."""
    transfers: range
    """Changes that make it this service."""


@dataclass(frozen=True, slots=True)
class Search:
    """A week of a timetable, ready to be searched by mode."""

    feed: Feed
    """The timetable."""
    span: Span
    """The week."""
    parts: Mapping[str, Network]
    """Mode -> what runs of it."""


@dataclass(frozen=True, slots=True)
class Trips:
    """Journeys of a week one way; each (journeys,)."""

    leaves: Numbers
    """First departure [min from minute zero]."""
    comes: Numbers
    """Last arrival [min from minute zero]."""
    transfers: Numbers
    """Changes."""
    rides: tuple[Rides, ...]
    """What each is made of."""
    trips: tuple[tuple[str, ...], ...]
    """Ids of the trips of each."""


def searched(feed: Feed, day: date, rules: Rules, *, mixed: bool) -> Search:
    """Make the week from a day on ready, with the modes on the ground together if these may be mixed."""
    span = opened(Request(feed, None, day, WEEK_DAYS, MOST_TRANSFERS), Scale(feed, day).zone(0), rules)
    timetable = span.network.timetable
    names, mode = mode_names(feed), timetable.runs.mode
    parts = {
        name: network(without_runs(timetable, mode != number))
        for number, name in enumerate(names)
        if name in MODES
    }
    if mixed and len(set(names) - {AIR}) > 1:
        flies = mode == names.index(AIR) if AIR in names else np.zeros(mode.size, bool)
        parts[MIXED] = network(without_runs(timetable, flies)) if flies.any() else span.network
    return Search(feed, span, parts)


def trips_of(wanted: Wanted, search: Search, ends: Stops) -> Trips | None:
    """Find every good journey of the week by the mode alone, and those of several modes that count for it.

    Parameters
    ----------
    wanted
        The service.
    search
        The week.
    ends
        Stops at either end.

    Returns
    -------
    Trips or None
        None where the timetable has no such stops or trips.

    Notes
    -----
    A journey by several modes counts for the one that carries it longest.
    """
    if not all(ends):
        return None
    found = [_found(wanted, search, ends, part) for part in _parts(wanted, search)]
    if not found:
        return None
    leaves, comes, transfers = (
        np.concatenate([getattr(one, name) for one in found]) for name in ("leaves", "comes", "transfers")
    )
    rides, trips = (tuple(row for one in found for row in getattr(one, name)) for name in ("rides", "trips"))
    return Trips(leaves, comes, transfers, rides, trips)


def _parts(wanted: Wanted, search: Search) -> tuple[str, ...]:
    mixed = (MIXED,) if wanted.mode != AIR else ()
    return tuple(name for name in (wanted.mode, *mixed) if name in search.parts)


def _found(wanted: Wanted, search: Search, ends: Stops, part: str) -> Trips:
    """Journeys of the service in a part of the timetable."""
    span, net = search.span, search.parts[part]
    question = Question(Ends(ends[0]), Ends(ends[1]), span.window, span.longest, MOST_TRANSFERS)
    found, legs = journeys(net, question)
    fits = np.isin(found.transfers, list(wanted.transfers)) & (np.diff(legs.first) > 0)
    rows = np.flatnonzero(fits & (found.departure < span.window[1]))
    names, mode = mode_names(search.feed), _modes(net, legs)
    if part == MIXED:
        main = [_mixed(net, legs, slice(*legs.first[row : row + 2].tolist()), mode) for row in rows.tolist()]
        rows = rows[np.asarray([one == names.index(wanted.mode) for one in main], bool)]
    table, ids = net.timetable, search.feed.stops.ids
    rides, trips = table.connections, table.runs.trip[table.connections.run[legs.board]]
    made = [
        (names[by], ids[rides.origin[board]], ids[rides.destination[alight]])
        for by, board, alight in zip(mode.tolist(), legs.board.tolist(), legs.alight.tolist(), strict=True)
    ]
    called = [search.feed.trips.ids[trip] for trip in trips.tolist()]
    spans = [slice(int(legs.first[row]), int(legs.first[row + 1])) for row in rows.tolist()]
    return Trips(
        rides.departure[legs.board[legs.first[rows]]],
        rides.arrival[legs.alight[legs.first[rows + 1] - 1]],
        found.transfers[rows],
        tuple(tuple(made[one]) for one in spans),
        tuple(tuple(called[one]) for one in spans),
    )


def _modes(net: Network, legs: Legs) -> NDArray[np.int32]:
    """Mode of each ride."""
    return np.asarray(net.timetable.runs.mode[net.timetable.connections.run[legs.board]], np.int32)


def _mixed(net: Network, legs: Legs, rows: slice, modes: NDArray[np.int32]) -> int:
    """Mode that carries a journey longest, or minus one where one mode carries it alone."""
    mode, rides = modes[rows], net.timetable.connections
    if (mode == mode[0]).all():
        return -1
    minutes = rides.arrival[legs.alight[rows]] - rides.departure[legs.board[rows]]
    return int(np.bincount(mode, minutes).argmax())
