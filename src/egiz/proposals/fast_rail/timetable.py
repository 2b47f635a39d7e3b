"""The week of the trains agreed: spread evenly over the open day, both ways, some of them going on.

Times are those of the middle run with recovery time, in whole minutes; all trains call at all stations of
their way. The year from the study's date stands for any year of service, so that flights of the same study
meet the trains.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.part import Call, Departure, Stop, Timetable
from egiz.proposals.fast_rail.alternative import Alternative
from egiz.proposals.fast_rail.network import Network, Section
from egiz.proposals.fast_rail.survey import Survey, is_upgrade
from egiz.proposals.fast_rail.terms import FIRST, LEVERS, NOTHING, TRAINS
from egiz.proposals.kind import Terms
from egiz.world.place import City
from egiz.world.week import DAY, WEEK, Span, clock_difference, steady_spans

MINUTES = 60.0
"""Minutes of an hour, by definition."""
YEAR = timedelta(days=365 - 1)
"""From the first date of the timetable to the last."""
ANY = "rail"
"""Scope of facts about any train."""


@dataclass(frozen=True, slots=True)
class Open:
    """When trains leave, on the clock of the place where they leave."""

    first: int
    """Minute of the day of the first departure."""
    last: int
    """That of the last."""

    def leaving(self, trains: int) -> list[int]:
        """Minutes of the day at which so many trains leave, spread evenly."""
        if trains == 1:
            return [(self.first + self.last) // 2]
        return [round(minute) for minute in np.linspace(self.first, self.last, trains).tolist()]

    def holds(self, minute: int) -> bool:
        """Whether trains leave at a minute of the week."""
        return self.first <= minute % DAY <= self.last


@dataclass(frozen=True, slots=True)
class Way:
    """The way of a train in one direction."""

    stops: tuple[Stop, ...]
    """Its stations."""
    reached: tuple[int, ...]
    """Minutes after its departure at which it reaches each of them but the first."""
    dwell: int
    """How long it stands at each station between [min]."""
    ahead: int
    """What the clock at its end shows more than that at its start [min]."""

    def departure(self, leaves: int) -> Departure:
        """A run that leaves at a minute of the week."""
        between = zip(self.stops[1:-1], self.reached, strict=False)
        calls = tuple(Call(stop, minute, minute + self.dwell) for stop, minute in between)
        arrives = (leaves + self.reached[-1] + self.ahead) % WEEK
        return Departure(self.stops[0], self.stops[-1], leaves % WEEK, arrives, calls)

    def before(self, station: int) -> int:
        """Minutes on the clocks from its departure to that from a station between."""
        return self.reached[station - 1] + self.dwell


@dataclass(frozen=True, slots=True)
class Line:
    """What the week is made of."""

    stops: tuple[Stop, ...]
    """All stations of the extent agreed."""
    minutes: tuple[int, ...]
    """From each to the next, standing apart."""
    first: int
    """How many sections the first line has."""
    open: Open
    """When trains leave."""
    dwell: int
    """How long they stand at a station between [min]."""
    onward: float
    """Part of the trains that goes on."""
    day: Span
    """Dates over which clocks differ by the same."""

    def way(self, *stations: int) -> Way:
        """Way through some of the stations in a row, by their numbers, up or down."""
        minutes = [self.minutes[min(ends)] for ends in zip(stations, stations[1:], strict=False)]
        reached = np.cumsum(minutes) + self.dwell * np.arange(len(minutes))
        stops = tuple(self.stops[number] for number in stations)
        return Way(stops, tuple(reached.tolist()), self.dwell, self.ahead(stations[0], stations[-1]))

    def ahead(self, one: int, other: int) -> int:
        """What the clock at a station shows more than that at another [min]."""
        zones = self.stops[one].zone, self.stops[other].zone
        return round(MINUTES * clock_difference(*zones, self.day.first))


def timetables_of(
    network: Network, surveyed: Survey, listed: tuple[Alternative, ...], terms: Terms, facts: Dated
) -> Iterator[Timetable]:
    """Tell the week of the alternative agreed at every number of trains a day; none where none is built."""
    agreed = next(one for one in listed if one.chosen)
    if agreed.design == NOTHING:
        return
    parts = network.parts(agreed.extent)
    numbers = [number for number, section in enumerate(network.sections) if section.part in parts]
    sections = [network.sections[number] for number in numbers]
    hours = [surveyed.works[agreed.design, number].run_h for number in numbers]
    minutes = _minutes(sections, hours, _slower(agreed.design, facts), facts)
    stops = tuple(_stop(city) for city in (sections[0].one, *(one.other for one in sections)))
    times = Open(*(_minute(name, facts) for name in ("first_departure", "last_departure")))
    dwell, onward = facts.pick("stop_minutes", ANY).middle, facts.pick("onward_trains").middle
    for span in _spans(Span(facts.as_of, facts.as_of + YEAR), stops):
        line = Line(stops, minutes, len(network.part(FIRST)) - 1, times, round(dwell), onward, span)
        for trains in _numbers(terms):
            runs = tuple(sorted(_week(line, trains), key=lambda run: run.leaves))
            yield Timetable((str(trains),), "rail", TRAINS[agreed.design], span.first, span.last, runs)


def _stop(city: City) -> Stop:
    return Stop(city.name, float(city.longitude), float(city.latitude), city.zone)


def _minute(name: str, facts: Dated) -> int:
    return round(MINUTES * facts.pick(name).middle)


def _slower(design: str, facts: Dated) -> float:
    """What the middle ride takes over the ideal run, standing apart."""
    sort = "upgrade" if is_upgrade(design) else "new"
    doubt, detour = (facts.pick(name, sort).middle for name in ("run_time_doubt", "unseen_detour"))
    return (1.0 + facts.pick("recovery_margin", ANY).middle) * doubt * detour


def _minutes(sections: list[Section], hours: list[float], slower: float, facts: Dated) -> tuple[int, ...]:
    """Whole minutes of each section; their sums are within half a minute of the sums of hours."""
    border = facts.pick("border_stop").middle
    crossed = [one.one.country != one.other.country for one in sections]
    taken = [hour * slower + border * cross for hour, cross in zip(hours, crossed, strict=True)]
    whole = np.round(MINUTES * np.cumsum(taken)).astype(np.int64)
    return tuple(np.diff(whole, prepend=0).tolist())


def _spans(year: Span, stops: tuple[Stop, ...]) -> list[Span]:
    """Dates over which the clocks of all stations differ by the same."""
    found = [year]
    for zone in dict.fromkeys(stop.zone for stop in stops[1:]):
        found = [part for span in found for part in steady_spans(span, (stops[0].zone, zone))]
    return found


def _numbers(terms: Terms) -> list[int]:
    """Trains a day each way: all that the lever reaches, and those agreed."""
    lever = next(lever for lever in LEVERS if lever.name == "daily_trains")
    agreed = terms.optional("daily_trains")
    found = set(range(round(lever.low), round(lever.high) + 1))
    return sorted(found if agreed is None else found | {round(agreed)})


def _week(line: Line, trains: int) -> Iterator[Departure]:
    """Every day alike: the first line both ways, and some trains over the whole way."""
    stations, end = tuple(range(len(line.stops))), line.first
    leaving = line.open.leaving(trains)
    out, back = line.way(*stations[: end + 1]), line.way(*stations[end::-1])
    ways_out, ways_back = [out] * trains, [back] * trains
    shift = 0
    if end < len(line.minutes):
        whole = line.way(*stations[::-1])
        shift = whole.before(len(stations) - 1 - end) + line.ahead(len(line.stops) - 1, end)
        for number in _through(trains, line.onward, [True] * trains):
            ways_out[number] = line.way(*stations)
        for number in _through(trains, line.onward, [line.open.holds(one - shift) for one in leaving]):
            ways_back[number] = whole
    for day in range(0, WEEK, DAY):
        for minute, one, other in zip(leaving, ways_out, ways_back, strict=True):
            yield one.departure(day + minute)
            yield other.departure(day + minute - (0 if other is back else shift))


def _through(trains: int, onward: float, suits: list[bool]) -> list[int]:
    """Which trains go on, spread evenly over those that suit, or over all where too few do; one at least."""
    count = max(1, round(trains * onward))
    fit = [number for number, suit in enumerate(suits) if suit]
    among = fit if len(fit) >= count else list(range(trains))
    return [among[(2 * place + 1) * len(among) // (2 * count)] for place in range(count)]
