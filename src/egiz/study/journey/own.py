"""A timetable that a user brings: what it must hold, in which weeks it is searched, how it is cited.

It counts as known from the first day of its calendar. Where the week after the day of the study lies outside
the calendar, the week in which most of its trips run stands for it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath

import numpy as np

from egiz.errors import Fault, InputError, Spot
from egiz.facts.gtfs.arrange import ALWAYS
from egiz.facts.gtfs.departure import SUFFIX
from egiz.facts.gtfs.read import read_feed
from egiz.facts.gtfs.record import WEEK, Feed, day_number, day_of
from egiz.figures.assumption import Dating, Provenance, Source
from egiz.study.journey.cited import Cited

HALF_YEAR = timedelta(days=26 * WEEK)
"""From a week to one of the other season."""
MOST_DAYS = 731
"""In so many days, nearest to the day of the study, the fullest week is looked for."""
MOST_NAMED = 6
"""So many trips are named in a citation."""
RESERVED = frozenset({"agreement", "scenario", "engine", "definition"})
"""Sources that are no file."""


@dataclass(frozen=True, slots=True)
class Own:
    """A user's timetable, ready for a study."""

    feed: Feed
    """The timetable."""
    source: Source
    """How its numbers are cited."""
    weeks: tuple[date, ...]
    """First day of the week that is searched, and of one half a year on or before, if it holds that too."""
    stands_in: bool
    """Whether the week after the day of the study lies outside its calendar."""
    since: date
    """Day from which it counts as known."""

    def note(self, count: int) -> Fault:
        """Tell which week is looked at, and how many services it tells of; ``note-<key>`` says it."""
        first, last = _span(self.feed)
        days = {"week": self.weeks[0].isoformat(), "first": first.isoformat(), "last": last.isoformat()}
        key = "timetable-other-week" if self.stands_in else "timetable-week"
        key = key if count else "timetable-silent"
        return Fault(key, {"name": self.source.title, "count": count, **days})

    def cited(self, trips: Sequence[str], stops: Sequence[str], week: date) -> Cited:
        """Cite trips between stops in a week."""
        more = f" (+{len(trips) - MOST_NAMED})" if len(trips) > MOST_NAMED else ""
        lead = "" if self.feed.name.lower().endswith(SUFFIX) else "trips "
        locator = f"{lead}{', '.join(trips[:MOST_NAMED])}{more}; stops {', '.join(stops[:MOST_NAMED])}"
        note = f"journeys of the week from {week}"
        if self.stands_in:
            note += "; the week after the day of the study lies outside the timetable"
        about = f"{week}/{week + timedelta(days=WEEK - 1)}"
        return Cited(Provenance(self.source.key, locator, "derived", note), Dating(about, self.since))


def own_timetable(path: str, spot: Spot | None = None) -> Feed:
    """Read a timetable for a study.

    Parameters
    ----------
    path
        A GTFS feed, zip or folder, or a CSV of services.
    spot
        Where it is named; told with faults that have no place of their own.

    Raises
    ------
    InputError
        Every fault of the timetable; ``timetable-short`` where it holds no whole week.
    """
    try:
        feed = read_feed(path)
    except InputError as error:
        raise InputError(Fault(one.key, one.values, one.spot or spot) for one in error.faults) from None
    first, last = _span(feed)
    days = (last - first).days + 1
    if days < WEEK:
        raise InputError.of("timetable-short", {"name": PurePath(path).name, "days": days}, spot)
    return feed


def too_new(feed: Feed, as_of: date, spot: Spot | None = None) -> Fault | None:
    """A timetable that begins after the day of a study was not known then; none where it was."""
    first, _ = _span(feed)
    if first <= as_of:
        return None
    days = {"first": first.isoformat(), "asof": as_of.isoformat()}
    return Fault("timetable-later", {"name": PurePath(feed.name).name, **days}, spot)


def own(feed: Feed, as_of: date, sources: Collection[str]) -> Own:
    """Make a timetable ready for a study.

    Parameters
    ----------
    feed
        One that `own_timetable` read.
    as_of
        The day of the study.
    sources
        Keys of sources that are taken.
    """
    name = PurePath(feed.name).name or feed.name
    key = f"timetable {name}" if name in sources or name in RESERVED else name
    agencies = ", ".join(dict.fromkeys(one.name for one in feed.agencies[:MOST_NAMED] if one.name))
    first, last = _span(feed)
    wanted = as_of + timedelta(days=1)
    outside = not _holds(feed, wanted)
    week = _fullest(feed, wanted) if outside else wanted
    other = next((day for day in (week + HALF_YEAR, week - HALF_YEAR) if _holds(feed, day)), None)
    since = first if first > ALWAYS[0] else min(as_of, last)
    source = Source(key, name, agencies, "", "", "")
    return Own(feed, source, (week,) if other is None else (week, other), outside, since)


def _span(feed: Feed) -> tuple[date, date]:
    span = feed.services.span()
    if span is None:
        raise LookupError("a timetable that never runs is a fault of its reader")
    return span


def _holds(feed: Feed, day: date) -> bool:
    """Whether the whole week from a day on lies in the calendar."""
    first, last = _span(feed)
    return first <= day and day + timedelta(days=WEEK - 1) <= last


def _fullest(feed: Feed, wanted: date) -> date:
    """First day of the week in which most trips run, a Monday if it can be; of equals the nearest."""
    first, last = _span(feed)
    if last < wanted:
        first = max(first, last - timedelta(days=MOST_DAYS))
    count = min((last - first).days + 1, MOST_DAYS)
    trips = np.bincount(feed.trips.service, minlength=len(feed.services.ids))
    daily = trips @ feed.services.running(first, count)
    weekly = np.convolve(daily, np.ones(WEEK, daily.dtype), "valid")
    starts = np.arange(weekly.size)
    mondays = starts[(first.weekday() + starts) % WEEK == 0]
    starts = mondays if mondays.size else starts
    away = np.abs(day_number(first) + starts - day_number(wanted))
    best = starts[np.lexsort((away, -weekly[starts]))[0]]
    return day_of(day_number(first) + int(best))
