"""Small timetables for the tests of journeys, and a plain search that shares nothing with the engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from hypothesis import strategies as st

from egiz.engines.journeys import (
    NEVER,
    NONE,
    Connections,
    Ends,
    Footpaths,
    Modes,
    Numbers,
    Question,
    Runs,
    Stops,
    Timetable,
)

Entry = tuple[int, int, int]
"""Departure, arrival, transfers."""


def numbers(values: Sequence[int]) -> Numbers:
    return np.array(values, dtype=np.int32)


@dataclass(frozen=True)
class Call:
    """A stop of a run."""

    stop: int
    arrival: int
    departure: int
    boards: bool = True
    alights: bool = True


@dataclass(frozen=True)
class Case:
    """A timetable as people would write it down."""

    runs: tuple[tuple[Call, ...], ...]
    change: tuple[int, ...]
    foot: dict[tuple[int, int], int] = field(default_factory=dict)
    mode: tuple[int, ...] = ()
    modes: tuple[tuple[int, int, int], ...] = ((0, 0, NONE),)
    onward: dict[int, int] = field(default_factory=dict)

    def mode_of(self, run: int) -> int:
        return self.mode[run] if self.mode else 0

    @property
    def rides(self) -> list[tuple[int, int, Call, Call]]:
        """Every ride, by departure: run, place in it, from, to."""
        found = [
            (run, place, one, other)
            for run, calls in enumerate(self.runs)
            for place, (one, other) in enumerate(zip(calls, calls[1:], strict=False))
        ]
        return sorted(found, key=lambda ride: ride[2].departure)

    @property
    def timetable(self) -> Timetable:
        rides, stops = self.rides, len(self.change)
        ways = sorted((one, other, minutes) for (one, other), minutes in self.foot.items())
        first = np.searchsorted([way[0] for way in ways], range(stops + 1)) if ways else np.zeros(stops + 1)
        onward = [self.onward.get(run, NONE) for run in range(len(self.runs))]
        runs = numbers(range(len(self.runs)))
        return Timetable(
            Connections(
                numbers([one.stop for _, _, one, _ in rides]),
                numbers([other.stop for _, _, _, other in rides]),
                numbers([one.departure for _, _, one, _ in rides]),
                numbers([other.arrival for _, _, _, other in rides]),
                numbers([run for run, _, _, _ in rides]),
                np.array([one.boards for _, _, one, _ in rides], dtype=np.bool_),
                np.array([other.alights for _, _, _, other in rides], dtype=np.bool_),
            ),
            Runs(runs, runs * 0, numbers([self.mode_of(run) for run in runs.tolist()]), numbers(onward)),
            Stops(numbers(self.change), numbers(range(stops))),
            Footpaths(
                first.astype(np.int32), numbers([way[1] for way in ways]), numbers([w[2] for w in ways])
            ),
            Modes(*(numbers([mode[part] for mode in self.modes]) for part in range(3))),
        )

    def minutes_between(self, run: int, stop: int, other: int, at: int) -> int:
        """Least minutes from getting off a run at a stop to the departure of another run, maybe elsewhere."""
        one, two = self.mode_of(run), self.mode_of(other)
        if stop == at and one == two and self.modes[one][2] != NONE:
            return self.modes[one][2]
        way = self.change[stop] if stop == at else self.foot.get((stop, at), NEVER)
        return self.modes[one][1] + way + self.modes[two][0]

    def to_target(self, run: int, stop: int, target: int) -> int:
        walk = 0 if stop == target else self.foot.get((stop, target), NEVER)
        return self.modes[self.mode_of(run)][1] + walk

    def from_origin(self, origin: int, stop: int, run: int) -> int:
        walk = 0 if stop == origin else self.foot.get((origin, stop), NEVER)
        return walk + self.modes[self.mode_of(run)][0]


def plain_profile(case: Case, origin: int, target: int, question: Question) -> list[Entry]:
    """Every journey that no other beats, by trying every ride after every ride."""
    every = plain_journeys(case, origin, target, question.transfers)
    best = [one for one in every if not any(beats(other, one) for other in every)]
    start, end = question.window
    short = [one for one in best if start <= one[0] < end and one[1] - one[0] <= question.longest]
    return in_order(short)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by departure, then transfers, each once."""
    return sorted(set(entries), key=lambda one: (one[0], one[2], one[1]))


def beats(one: Entry, other: Entry) -> bool:
    return one != other and one[0] >= other[0] and one[1] <= other[1] and one[2] <= other[2]


def plain_journeys(case: Case, origin: int, target: int, transfers: int) -> list[Entry]:
    """The earliest arrival of every first ride and number of transfers."""

    @cache
    def arrival(run: int, place: int, left: int) -> int:
        """Earliest arrival of whoever sits in a run from a place on, with so many changes left."""
        calls = case.runs[run]
        if place + 1 == len(calls):
            return arrival(case.onward[run], 0, left) if run in case.onward else NEVER
        call, best = calls[place + 1], arrival(run, place + 1, left)
        if not call.alights:
            return best
        best = min(best, call.arrival + case.to_target(run, call.stop, target))
        return min([best, *changed(run, call, left - 1)]) if left > 0 else best

    def changed(run: int, call: Call, left: int) -> list[int]:
        """Earliest arrivals of whoever gets off and takes another ride."""
        return [
            arrival(other, at, left)
            for other, at, one, _ in case.rides
            if one.boards
            and call.arrival + case.minutes_between(run, call.stop, other, one.stop) <= one.departure
        ]

    found = []
    for run, place, one, _ in case.rides:
        minute = one.departure - case.from_origin(origin, one.stop, run)
        for left in range(transfers + 1):
            if one.boards and minute > -NEVER // 2 and arrival(run, place, left) < NEVER:
                found.append((minute, arrival(run, place, left), left))
    return found


def question(case: Case, origin: int, target: int, transfers: int = 6) -> Question:
    """Everything from one stop to another."""
    return Question(Ends((origin,)), Ends((target,)), (-10_000, 20_000), 20_000, transfers)


@st.composite
def run_calls(draw: st.DrawFn, stops: int, horizon: int, flags: bool) -> tuple[Call, ...]:
    minute = draw(st.integers(0, horizon))
    calls: list[Call] = []
    for stop in draw(st.lists(st.integers(0, stops - 1), min_size=2, max_size=4)):
        arrival = minute + draw(st.integers(0 if flags else 1, 12))
        departure = arrival + draw(st.integers(0, 5))
        boards, alights = (draw(st.integers(0, 9)) > 0 if flags else True for _ in range(2))
        calls.append(Call(stop, arrival, departure, boards, alights))
        minute = departure
    return tuple(calls)


@st.composite
def cases(draw: st.DrawFn, rich: bool = True, horizon: int = 60) -> Case:
    """Small random timetables; rich ones have walks, modes, in-seat transfers, closed doors."""
    stops = draw(st.integers(2, 5))
    runs = draw(st.lists(run_calls(stops, horizon, rich), min_size=1, max_size=8))
    change = draw(st.lists(st.integers(1, 6), min_size=stops, max_size=stops))
    if not rich:
        return Case(tuple(runs), tuple(change))
    places = st.integers(0, stops - 1)
    foot = {
        pair: draw(st.integers(1, 9))
        for pair in draw(st.lists(st.tuples(places, places), max_size=4))
        if pair[0] != pair[1]
    }
    modes = draw(
        st.lists(
            st.tuples(st.integers(0, 8), st.integers(0, 5), st.sampled_from((NONE, NONE, 1, 4))),
            min_size=1,
            max_size=3,
        )
    )
    mode = [draw(st.integers(0, len(modes) - 1)) for _ in runs]
    onward: dict[int, int] = {}
    for run, calls in enumerate(runs):
        later = [n for n, other in enumerate(runs) if other[0].departure > calls[-1].arrival]
        if later and draw(st.booleans()):
            other = draw(st.sampled_from(later))
            if other not in onward.values() and modes[mode[run]][0] == modes[mode[other]][0]:
                onward[run] = other
    return Case(tuple(runs), tuple(change), foot, tuple(mode), tuple(modes), onward)
