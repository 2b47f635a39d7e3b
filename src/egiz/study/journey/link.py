"""What a timetable says of the services between the two cities of a pair: a user's, else that of a corridor.

Journeys of each service are those by its mode alone, both ways, in the week after the day of the study; in a
week half a year on where nothing of it runs then. Departures that nobody takes, since another is better even
for those who wish to leave just then, do not count. Numbers of a user's timetable are fixed. Ranges of the
corridor come from its rows: it is searched again with every time, and with every number of departures, at P10
and at P90.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from egiz.engines.journeys import Taste, Wishes, mean_shift, taken
from egiz.facts.dated import Dated
from egiz.facts.gtfs.record import Feed
from egiz.market.connection import Connection
from egiz.market.rival import rivals_of
from egiz.study.journey.asked import MOST_TRANSFERS
from egiz.study.journey.cited import Cited, Rides, cited, ranged
from egiz.study.journey.corridor import HOUR, MIDDLE, Level, corridor_feed, corridor_of
from egiz.study.journey.own import HALF_YEAR, Own
from egiz.study.journey.reach import AIR, Ends, ends_of
from egiz.study.journey.ride import GROUND, MODES, WEEK_DAYS, Search, Wanted, searched, trips_of
from egiz.study.journey.row import Rows
from egiz.study.journey.rule import shipped_rules, shipped_taste
from egiz.study.journey.schedule import Rules
from egiz.world.pair import Pair
from egiz.world.week import DAY

CORE = "rail|Astana|Chelyabinsk"
"""Row without which there is no corridor yet."""
WEEK = WEEK_DAYS * DAY
LOW, HIGH = 0.1, 0.9
LEVELS = (MIDDLE, Level(hours=LOW), Level(hours=HIGH), Level(weekly=LOW), Level(weekly=HIGH))
"""Where in their ranges the rows are read: the middle first."""


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
    trips: tuple[str, ...]
    """Ids of all its trips."""

    @property
    def unevenness(self) -> float:
        """The shift over that of as many even departures [1]."""
        return self.shift * 4.0 * self.weekly / WEEK


@dataclass(frozen=True, slots=True)
class Basis:
    """What is searched, and what its numbers rest on."""

    feeds: tuple[Feed, ...]
    """A timetable at every level, the middle first; one alone where its numbers are fixed."""
    days: tuple[date, ...]
    """First day of each week that is looked at."""
    mixed: bool
    """Whether journeys by train and bus together count."""
    cite: Callable[[str, Week, date], Cited]
    """Cites a fact of a service by what it rests on in the week from a day on."""


def connections_of(pair: Pair, market: Dated, known: Dated, own: Own | None = None) -> tuple[Connection, ...]:
    """Connections of every service that a timetable knows; none where there is none of the pair.

    Of other pairs that it touches a corridor does not know every way, so nothing is told of them.

    Parameters
    ----------
    pair
        The two regions.
    market
        Facts with those of the market, which say what airports are rivals.
    known
        Facts of the corridor and of what changing takes, as known on the day of the study.
    own
        The user's timetable, in place of the corridor.
    """
    basis = _own_basis(own) if own is not None else _corridor_basis(pair, known)
    if basis is None:
        return ()
    work = _Workshop(basis, known, shipped_rules(MODES), shipped_taste())
    found = (_connection(wanted, work) for wanted in _wanted(pair, market))
    return tuple(one for one in found if one is not None)


def _own_basis(own: Own) -> Basis:
    def cite(_: str, week: Week, day: date) -> Cited:
        stops = tuple(dict.fromkeys(stop for _, *ends in week.rides for stop in ends))
        return own.cited(week.trips, stops, day)

    return Basis((own.feed,), own.weeks, True, cite)


def _corridor_basis(pair: Pair, known: Dated) -> Basis | None:
    corridor = corridor_of(pair)
    if corridor is None or known.find("service_hours", CORE) is None:
        return None
    rows, first = Rows(known), known.as_of + timedelta(days=1)
    feeds = tuple(corridor_feed(corridor, known.as_of, rows, level) for level in LEVELS)
    return Basis(
        feeds, (first, first + HALF_YEAR), False, lambda name, week, _: cited(rows, name, week.rides)
    )


def _wanted(pair: Pair, market: Dated) -> Iterator[Wanted]:
    """Services that a timetable can tell of: cars are in none."""
    home, away = pair
    for service, mode in GROUND.items():
        yield Wanted(service, mode, (home.city, away.city), range(MOST_TRANSFERS + 1))
    if home.airport is not None and away.airport is not None and home.airport != away.airport:
        changing = range(1, MOST_TRANSFERS + 1)
        yield Wanted("connection", AIR, (home.airport, away.airport), changing)
    for rival in rivals_of(pair, market):
        if rival.far.airport is not None:
            ends = (rival.airport, rival.far.airport)
            yield Wanted(f"via-{rival.airport.iata}", AIR, ends, range(1))


@dataclass(slots=True)
class _Workshop:
    """A timetable at every level and in every week, made ready when first asked for."""

    basis: Basis
    known: Dated
    rules: Rules
    taste: Taste
    ready: dict[tuple[int, int], Search] = field(default_factory=dict)

    def week(self, wanted: Wanted, day: int, level: int) -> Week | None:
        """What a week has of a service at a level, mean of both ways; none where one of them has nothing."""
        feed = self.basis.feeds[level]
        if (day, level) not in self.ready:
            found = searched(feed, self.basis.days[day], self.rules, mixed=self.basis.mixed)
            self.ready[day, level] = found
        search, ends = self.ready[day, level], ends_of(feed, wanted.ends, self.known)
        there, back = (_week(wanted, search, way, self.taste) for way in (ends, ends[::-1]))
        return None if there is None or back is None else _mean(there, back)


def _connection(wanted: Wanted, work: _Workshop) -> Connection | None:
    """What the timetable says of a service in the first week in which it runs; none where it never does."""
    weeks = [work.week(wanted, day, 0) for day in range(len(work.basis.days))]
    running = [day for day, week in enumerate(weeks) if week is not None]
    middle = weeks[running[0]] if running else None
    if middle is None:
        return None
    levels = [work.week(wanted, running[0], level) or middle for level in range(1, len(work.basis.feeds))]
    hours = [one.hours for one in (middle, *levels[:2])]
    weekly = [one.weekly for one in (middle, *levels[2:])]
    day, cite = work.basis.days[running[0]], work.basis.cite
    timed, counted = (cite(name, middle, day) for name in ("service_hours", "service_weekly"))
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
        tuple(dict.fromkeys((*there.trips, *back.trips))),
    )


def _week(wanted: Wanted, search: Search, ends: Ends, taste: Taste) -> Week | None:
    """What the journeys of a week are like, one way."""
    found = trips_of(wanted, search, ends)
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
        tuple(dict.fromkeys(trip for row in rows.tolist() for trip in found.trips[row])),
    )
