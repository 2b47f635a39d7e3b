"""Answers a request: every good journey between two places in some days, by the names people use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from egiz.engines.journeys import (
    Ends,
    Footpaths,
    Legs,
    Network,
    Profile,
    Question,
    Wishes,
    expand,
    journeys,
    mean_shift,
    mean_wait,
    network,
)
from egiz.errors import Fault
from egiz.facts.gtfs.record import NONE, Feed
from egiz.study.journey.answer import Answer, Journey, Leg, Ride, Scale
from egiz.study.journey.asked import Request, between
from egiz.study.journey.place import Place
from egiz.study.journey.rule import shipped_rules
from egiz.study.journey.schedule import Dates, Rules, mode_names, schedule_of
from egiz.world.week import DAY

WAITING_DAYS = 3
"""A journey may take so many days more than the longest trip of the timetable [days]."""


@dataclass(frozen=True, slots=True)
class Span:
    """A timetable ready to be searched for some days."""

    scale: Scale
    """What the numbers mean."""
    network: Network
    """What runs."""
    window: tuple[int, int]
    """First minute of the first day and the minute behind the last [min from minute zero]."""
    longest: int
    """Longest travel [min]."""
    rules: Rules
    """What boarding and changing take."""


def opened(request: Request, zone: str, rules: Rules | None = None) -> Span:
    """Make a timetable ready for some days by the clock of a zone, with rules or else those that ship."""
    feed, scale = request.feed, Scale(request.feed, request.first)
    rules = rules or shipped_rules(mode_names(feed))
    longest = _longest_trip(feed) // DAY + 1 + WAITING_DAYS
    dates = Dates.around(feed, request.first, request.days, longest)
    after = request.first + timedelta(days=request.days)
    window = (scale.minute(request.first, zone), scale.minute(after, zone))
    timetable = expand(schedule_of(feed, dates, rules), (window[0], window[1] + longest * DAY))
    return Span(scale, network(timetable), window, longest * DAY, rules)


def answered(request: Request) -> Answer:
    """Find every good journey.

    Parameters
    ----------
    request
        What was asked, between two places.
    """
    ends = between(request)
    zone = Scale(request.feed, request.first).zone(int(ends[0].stops[0]))
    span = opened(request, zone)
    origin, target = (Ends(tuple(place.stops.tolist())) for place in ends)
    question = Question(origin, target, span.window, span.longest, request.transfers)
    found, legs = journeys(span.network, question)
    inside = (found.departure < span.window[1]) & (np.diff(legs.first) > 0)
    rows = np.flatnonzero(inside).tolist()
    named = tuple(_journey(span, (found, legs), number, ends) for number in rows)
    leaves, wishes = np.unique(found.departure[inside]), Wishes(span.window, 1.0, 1.0)
    means = (mean(leaves, wishes) if named else None for mean in (mean_wait, mean_shift))
    wait, delay = (None if mean is None else round(mean, 2) for mean in means)
    notes = (*request.feed.notes, *_notes(request, ends, named, span.rules))
    return Answer(request, named, wait, delay, notes)


def _longest_trip(feed: Feed) -> int:
    """How long the longest trip takes [min]."""
    first = feed.trips.first
    if len(first) == 1:
        return 0
    return int((feed.calls.arrival[first[1:] - 1] - feed.calls.departure[first[:-1]]).max())


def _journey(span: Span, found: tuple[Profile, Legs], number: int, ends: tuple[Place, Place]) -> Journey:
    """Name a journey and its legs."""
    profile, legs = found
    departure, arrival = int(profile.departure[number]), int(profile.arrival[number])
    rows = range(int(legs.first[number]), int(legs.first[number + 1]))
    rides = list(_rides(span.network, legs, rows))
    every = _with_walks(span.network.timetable.footpaths, rides, (departure, arrival), ends)
    named = tuple(span.scale.leg(ride) for ride in every)
    zones = [str(call.at.tzinfo) for call in (named[0].start, named[-1].end)]
    leaves, comes = span.scale.moment(departure, zones[0]), span.scale.moment(arrival, zones[1])
    return Journey(leaves, comes, int(profile.transfers[number]), named)


def _rides(network: Network, legs: Legs, rows: range) -> Iterator[Ride]:
    """Rides of a journey; one on a trip that goes on as another is a leg for each of the two."""
    rides, runs = network.timetable.connections, network.timetable.runs
    for row in rows:
        board, alight = int(legs.board[row]), int(legs.alight[row])
        run, last = int(rides.run[board]), int(rides.run[alight])
        while run != last:
            end = int(np.flatnonzero(rides.run == run)[-1])
            yield _ride(network, run, board, end)
            run = int(runs.onward[run])
            board = int(np.flatnonzero(rides.run == run)[0])
        yield _ride(network, run, board, alight)


def _ride(network: Network, run: int, board: int, alight: int) -> Ride:
    rides = network.timetable.connections
    return Ride(
        int(network.timetable.runs.trip[run]),
        int(rides.origin[board]),
        int(rides.destination[alight]),
        int(rides.departure[board]),
        int(rides.arrival[alight]),
    )


def _with_walks(
    paths: Footpaths, rides: list[Ride], times: tuple[int, int], ends: tuple[Place, Place]
) -> Iterator[Ride]:
    """Rides with the ways on foot before, between and behind them."""
    start, target = (set(place.stops.tolist()) for place in ends)
    if rides[0].origin not in start:
        stop = _nearest(paths, start, rides[0].origin)
        yield Ride(NONE, stop, rides[0].origin, times[0], times[0] + _minutes(paths, stop, rides[0].origin))
    for ride, following in zip(rides, [*rides[1:], None], strict=True):
        yield ride
        if following is not None and following.origin != ride.destination:
            took = _minutes(paths, ride.destination, following.origin)
            arrival = min(ride.arrival + took, following.departure)
            yield Ride(NONE, ride.destination, following.origin, ride.arrival, arrival)
    if rides[-1].destination not in target:
        last = rides[-1]
        stop = min(target, key=lambda one: _minutes(paths, last.destination, one))
        yield Ride(NONE, last.destination, stop, last.arrival, times[1])


def _nearest(paths: Footpaths, starts: set[int], stop: int) -> int:
    return min(starts, key=lambda one: _minutes(paths, one, stop))


def _minutes(paths: Footpaths, origin: int, target: int) -> int:
    """Minutes of the way on foot between two stops, a day where there is none [min]."""
    rows = slice(int(paths.first[origin]), int(paths.first[origin + 1]))
    found = paths.minutes[rows][paths.stop[rows] == target]
    return int(found[0]) if found.size else DAY


def _notes(
    request: Request, ends: tuple[Place, Place], named: tuple[Journey, ...], rules: Rules
) -> Iterator[Fault]:
    """What a reader should know: names of several stations, days without a timetable, time to board."""
    yield from (place.note for place in ends if place.note is not None)
    span = request.feed.services.span()
    last = request.first + timedelta(days=request.days - 1)
    if span is not None and (request.first < span[0] or last > span[1]):
        yield Fault("partly", {"first": span[0].isoformat(), "last": span[1].isoformat()})
    used: set[str] = {leg.mode for leg in _legs(named)}
    for mode in sorted(used & set(rules.boarding)):
        yield Fault("boarding", {"mode": mode, "minutes": rules.boarding[mode]})


def _legs(named: tuple[Journey, ...]) -> Iterator[Leg]:
    return (leg for journey in named for leg in journey.legs)
