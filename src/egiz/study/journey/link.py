"""What the timetable of a corridor says of the services between the two cities of a pair.

Journeys of each service are those by its mode alone, both ways, in the week after the day of the study; in a
week half a year on where nothing of it runs then. Departures that nobody takes, since another is better even
for those who wish to leave just then, do not count. Ranges come from the rows: the corridor is searched again
with every time, and with every number of departures, at P10 and at P90.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import permutations

import numpy as np

from egiz.engines.journeys import (
    Ends,
    Network,
    Numbers,
    Question,
    Taste,
    Wishes,
    journeys,
    mean_shift,
    network,
    taken,
    without_runs,
)
from egiz.facts.dated import Dated
from egiz.facts.gtfs.record import Feed
from egiz.market.connection import Connection
from egiz.market.rival import rivals_of
from egiz.study.journey.answer import Scale
from egiz.study.journey.asked import MOST_TRANSFERS, Request
from egiz.study.journey.cited import Rides, cited, ranged
from egiz.study.journey.corridor import BUILT_IN, HOUR, MIDDLE, Level, corridor_feed
from egiz.study.journey.row import Rows
from egiz.study.journey.rule import shipped_rules, shipped_taste
from egiz.study.journey.schedule import Rules, mode_names
from egiz.study.journey.search import Span, opened
from egiz.world.pair import Pair
from egiz.world.week import DAY

CORE = "rail|Astana|Chelyabinsk"
"""Row without which there is no corridor yet."""
GROUND: Mapping[str, str] = {"train": "rail", "bus": "bus"}
"""Service -> mode of its trips."""
AIR = "air"
"""Mode of flights."""
MODES = (*GROUND.values(), AIR)
"""Modes that are searched."""
WEEK_DAYS = 7
WEEK = WEEK_DAYS * DAY
HALF_YEAR = timedelta(days=26 * WEEK_DAYS)
"""From a week to one of the other season."""
LOW, HIGH = 0.1, 0.9
LEVELS = (MIDDLE, Level(hours=LOW), Level(hours=HIGH), Level(weekly=LOW), Level(weekly=HIGH))
"""Where in their ranges the rows are read: the middle first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A service that the timetable is asked for."""

    service: str
    """Its label in the market."""
    mode: str
    """Mode of all its trips, as the timetable calls it."""
    ends: tuple[str, str]
    """Where the ride begins and ends: ids of stops, or codes of airports."""
    transfers: range
    """Changes that make it this service."""


@dataclass(frozen=True, slots=True)
class Search:
    """A week of the corridor, ready to be searched by mode."""

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


@dataclass(frozen=True, slots=True)
class Week:
    """What a week has of a service, one way."""

    hours: float
    """From the first departure to the last arrival, mean of the departures [h]."""
    weekly: float
    """Departures that somebody takes [1/week]."""
    changes: float
    """Changes on the way."""
    shift: float
    """Mean time between the wished and the nearest departure [min]."""
    rides: Rides
    """Mode and stops of all its trips."""

    @property
    def unevenness(self) -> float:
        """The shift over that of as many even departures [1]."""
        return self.shift * 4.0 * self.weekly / WEEK


def connections_of(pair: Pair, market: Dated, known: Dated) -> tuple[Connection, ...]:
    """Connections of every service that the corridor of a pair knows; none where no corridor is the pair's.

    Of other pairs that it touches a corridor does not know every way, so nothing is told of them.

    Parameters
    ----------
    pair
        The two regions.
    market
        Facts with those of the market, which say what airports are rivals.
    known
        Facts of the corridor, as known on the day of the study.
    """
    names = {f"{one.city.name}-{other.city.name}".lower() for one, other in permutations(pair)}
    corridor = next((name for name in BUILT_IN if name in names), None)
    if corridor is None or known.find("service_hours", CORE) is None:
        return ()
    rows = Rows(known)
    work = _Workshop.of(corridor, rows)
    found = (_connection(wanted, work) for wanted in _wanted(pair, market))
    return tuple(one for one in found if one is not None)


def _wanted(pair: Pair, market: Dated) -> Iterator[Wanted]:
    """Services that a timetable can tell of: cars are in none."""
    home, away = pair
    for service, mode in GROUND.items():
        ends = (f"{home.city.name} {mode}", f"{away.city.name} {mode}")
        yield Wanted(service, mode, ends, range(MOST_TRANSFERS + 1))
    if home.airport is not None and away.airport is not None:
        changing = range(1, MOST_TRANSFERS + 1)
        yield Wanted("connection", AIR, (home.airport.iata, away.airport.iata), changing)
    for rival in rivals_of(pair, market):
        if rival.far.airport is not None:
            ends = (rival.airport.iata, rival.far.airport.iata)
            yield Wanted(f"via-{rival.airport.iata}", AIR, ends, range(1))


def _search(feed: Feed, day: date, rules: Rules) -> Search:
    span = opened(Request(feed, None, day, WEEK_DAYS, MOST_TRANSFERS), Scale(feed, day).zone(0), rules)
    timetable = span.network.timetable
    parts = {
        name: network(without_runs(timetable, timetable.runs.mode != number))
        for number, name in enumerate(mode_names(feed))
        if name in MODES
    }
    return Search(feed, span, parts)


@dataclass(slots=True)
class _Workshop:
    """The corridor at every level and in either week, made ready when first asked for."""

    rows: Rows
    feeds: tuple[Feed, ...]
    days: tuple[date, ...]
    rules: Rules
    taste: Taste
    ready: dict[tuple[int, int], Search] = field(default_factory=dict)

    @classmethod
    def of(cls, corridor: str, rows: Rows) -> _Workshop:
        first = rows.as_of + timedelta(days=1)
        feeds = tuple(corridor_feed(corridor, rows.as_of, rows, level) for level in LEVELS)
        return cls(rows, feeds, (first, first + HALF_YEAR), shipped_rules(MODES), shipped_taste())

    def week(self, wanted: Wanted, day: int, level: int) -> Week | None:
        """What a week has of a service at a level, mean of both ways; none where one of them has nothing."""
        if (day, level) not in self.ready:
            self.ready[day, level] = _search(self.feeds[level], self.days[day], self.rules)
        found = self.ready[day, level]
        there, back = (_week(wanted, found, ends, self.taste) for ends in (wanted.ends, wanted.ends[::-1]))
        return None if there is None or back is None else _mean(there, back)


def _connection(wanted: Wanted, work: _Workshop) -> Connection | None:
    """What the timetable says of a service in the first week in which it runs; none where it never does."""
    weeks = [work.week(wanted, day, 0) for day in range(len(work.days))]
    running = [day for day, week in enumerate(weeks) if week is not None]
    middle = weeks[running[0]] if running else None
    if middle is None:
        return None
    levels = [work.week(wanted, running[0], level) or middle for level in range(1, len(LEVELS))]
    hours = [one.hours for one in (middle, *levels[:2])]
    weekly = [one.weekly for one in (middle, *levels[2:])]
    timed, counted = (cited(work.rows, name, middle.rides) for name in ("service_hours", "service_weekly"))
    return Connection(
        wanted.service,
        ranged(hours, timed),
        ranged(weekly, counted),
        ranged([middle.changes], timed),
        ranged([len(running) / len(weeks)], timed),
        middle.unevenness,
    )


def _mean(there: Week, back: Week) -> Week:
    return Week(
        (there.hours + back.hours) / 2.0,
        (there.weekly + back.weekly) / 2.0,
        (there.changes + back.changes) / 2.0,
        (there.shift + back.shift) / 2.0,
        tuple(dict.fromkeys((*there.rides, *back.rides))),
    )


def _week(wanted: Wanted, search: Search, ends: tuple[str, str], taste: Taste) -> Week | None:
    """What the journeys of a week are like, one way."""
    found = _trips(wanted, search, ends)
    if found is None or not found.leaves.size:
        return None
    window = search.span.window
    wishes = Wishes(window, taste.early, taste.late)
    minutes = (found.comes - found.leaves).astype(np.float64)
    cost = minutes + taste.transfer * found.transfers
    order = np.lexsort((cost, (found.leaves - window[0]) % WEEK))
    leaves = ((found.leaves - window[0]) % WEEK + window[0])[order]
    first = np.concatenate([[True], np.diff(leaves) > 0])
    rows, leaves = order[first], leaves[first]
    kept = taken(leaves, cost[rows], wishes)
    rows = rows[kept]
    return Week(
        float(minutes[rows].mean()) / HOUR,
        float(rows.size),
        float(found.transfers[rows].mean()),
        mean_shift(leaves[kept], wishes),
        tuple(dict.fromkeys(ride for row in rows.tolist() for ride in found.rides[row])),
    )


def _trips(wanted: Wanted, search: Search, ends: tuple[str, str]) -> Trips | None:
    """Every good journey of the week by the mode; none where it has no such stops or trips."""
    stops = [_stop(search.feed, end) for end in ends]
    if None in stops or wanted.mode not in search.parts:
        return None
    start, target = (Ends((stop,)) for stop in stops if stop is not None)
    span, net = search.span, search.parts[wanted.mode]
    found, legs = journeys(net, Question(start, target, span.window, span.longest, MOST_TRANSFERS))
    fits = np.isin(found.transfers, list(wanted.transfers)) & (np.diff(legs.first) > 0)
    rows = np.flatnonzero(fits & (found.departure < span.window[1]))
    rides, ids = net.timetable.connections, search.feed.stops.ids
    pairs = [
        (wanted.mode, ids[rides.origin[board]], ids[rides.destination[alight]])
        for board, alight in zip(legs.board.tolist(), legs.alight.tolist(), strict=True)
    ]
    return Trips(
        rides.departure[legs.board[legs.first[rows]]],
        rides.arrival[legs.alight[legs.first[rows + 1] - 1]],
        found.transfers[rows],
        tuple(tuple(pairs[legs.first[row] : legs.first[row + 1]]) for row in rows.tolist()),
    )


def _stop(feed: Feed, end: str) -> int | None:
    """Number of a stop by its id, or of an airport by its code."""
    found = (at for at, ident in enumerate(feed.stops.ids) if ident == end or ident.endswith(f" {end}"))
    return next(found, None)
