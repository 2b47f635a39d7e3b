"""The timetable of the first case, made of dated fact rows: trains, buses, flights and ways to them.

Where a fact is a range its middle is taken, or the level of the range that is asked for. Days of the week
that nobody told are spread evenly from Monday on; more than one departure a day is spread evenly over the
day. What was not known by a day, does not run on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import permutations

import numpy as np

from egiz.errors import Fault
from egiz.facts.airport import find_airport
from egiz.facts.city import find_city
from egiz.facts.gtfs.record import (
    NONE,
    WEEK,
    Agency,
    Calls,
    Feed,
    Links,
    Routes,
    Services,
    Stops,
    Trips,
    day_number,
)
from egiz.facts.library import Facts
from egiz.study.journey.row import Rows, read_at
from egiz.world.pair import Pair

BUILT_IN = ("astana-chelyabinsk",)
"""Names of timetables that ship."""

KINDS: Mapping[str, int] = {"rail": 2, "bus": 3, "air": 1100}
"""``route_type`` of each mode."""
TERMINALS: Mapping[str, str] = {"rail": "railway station", "bus": "bus station"}
CODE = 3
"""Letters of an airport code; longer names are cities."""
TAKES = 2
"""``transfer_type`` of a way that takes the minutes it says."""
HOUR, DAY = 60, 1440
YEARS = 1
"""The timetable holds for the year of the day and so many before and behind."""


@dataclass(frozen=True, slots=True)
class Level:
    """Where in their ranges facts are read, from 0 to 1."""

    hours: float = 0.5
    """Of times on the way."""
    weekly: float = 0.5
    """Of departures a week."""


MIDDLE = Level()
"""The middle of every range."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stop of the corridor."""

    id: str
    """``Astana`` for the middle of the city, ``Astana rail``, ``Astana NQZ``."""
    name: str
    """What people call it."""
    latitude: float
    """Degrees north."""
    longitude: float
    """Degrees east."""
    zone: str
    """IANA time zone."""


@dataclass(frozen=True, slots=True)
class Service:
    """Trips from one stop to another."""

    mode: str
    """``rail``, ``bus`` or ``air``."""
    ends: tuple[str, str]
    """Ids of the stops."""
    days: tuple[bool, ...]
    """Monday to Sunday."""
    leaves: int
    """Minute of the day by the clock of the first stop."""
    takes: int
    """Minutes on the way."""
    months: tuple[int, int]
    """First and last month in which it runs."""


def corridor_feed(name: str, day: date, known: Rows | None = None, level: Level = MIDDLE) -> Feed:
    """Make a timetable that ships, as it was known on a day.

    Parameters
    ----------
    name
        One of `BUILT_IN`.
    day
        A day on which it is used; it holds for that year and one before and behind.
    known
        Facts that it is made of; those that ship, as known on the day, if none are given.
    level
        Where in their ranges they are read.

    Raises
    ------
    InputError
        ``no-fact-yet``: nothing was known of it on that day.
    """
    known = known or Rows(Facts.shipped().at(day))
    known.pick("service_hours", "rail|Astana|Chelyabinsk")
    places = {place.id: place for place in _places(known)}
    services = [one for scope in known.scopes("service_hours") for one in _services(known, scope, level)]
    services = [one for one in services if set(one.ends) <= set(places)]
    unsure = [scope for scope in known.scopes("service_hours") if _is_memory(known, scope)]
    note = Fault("corridor-unverified", {"count": len(unsure)})
    return _feed(name, day, (places, services), (_links(known, places), note))


def corridor_of(pair: Pair) -> str | None:
    """Name of the timetable that ships for a pair, from either end; none where there is none."""
    names = {f"{one.city.name}-{other.city.name}".lower() for one, other in permutations(pair)}
    return next((name for name in BUILT_IN if name in names), None)


def _places(known: Rows) -> Iterator[Place]:
    """Middles of the cities and every terminal."""
    seen: set[str] = set()
    for city_name, terminal in _terminals(known):
        city = find_city(city_name)
        if city_name not in seen:
            seen.add(city_name)
            yield Place(city_name, city_name, city.latitude, city.longitude, city.zone)
        ident = f"{city_name} {terminal}"
        if terminal in TERMINALS:
            name = f"{city_name}, {TERMINALS[terminal]}"
            yield Place(ident, name, city.latitude, city.longitude, city.zone)
        else:
            airport = find_airport(terminal)
            name = f"{city_name}, airport {terminal}"
            yield Place(ident, name, airport.latitude, airport.longitude, airport.zone)


def _terminals(known: Rows) -> tuple[tuple[str, str], ...]:
    """City and terminal wherever there is a way to one, and wherever a train or bus calls."""
    found = {(city, terminal): None for city, terminal in _pairs(known.scopes("access_minutes"))}
    for scope in known.scopes("service_hours"):
        mode, *names = scope.split("|")
        found |= {(name, mode): None for name in names if mode in TERMINALS and not _is_code(name)}
    return tuple(found)


def _pairs(scopes: tuple[str, ...]) -> Iterator[list[str]]:
    return (scope.split("|") for scope in scopes)


def code_of(ident: str) -> str:
    """Code of the airport that a stop is; empty for any other stop."""
    terminal = ident.rpartition(" ")[2]
    return terminal if _is_code(terminal) else ""


def city_of(ident: str) -> tuple[str, str]:
    """City in which a stop lies, and the sort of terminal that it is: empty for the middle of the city."""
    city, _, terminal = ident.rpartition(" ")
    if terminal in TERMINALS or _is_code(terminal):
        return city, terminal
    return ident, ""


def _is_code(name: str) -> bool:
    return len(name) == CODE and name.isupper()


def row_of(known: Rows, mode: str, ends: tuple[str, str]) -> str:
    """Scope of the row that tells of the trips of a mode between two stops, by the ids of these.

    Raises
    ------
    LookupError
        There is none.
    """
    parts = [ident.rpartition(" ") for ident in ends]
    names = [terminal if _is_code(terminal) else city for city, _, terminal in parts]
    for one in (names, names[::-1]):
        scope = "|".join((mode, *one))
        if known.find("service_hours", scope) is not None:
            return scope
    raise LookupError(f"no row tells of {mode} between {ends}")


def _services(known: Rows, scope: str, level: Level) -> Iterator[Service]:
    """Trips of a row, and those back where no row of their own tells of them."""
    mode, *names = scope.split("|")
    ways = [tuple(names)]
    if "|".join((mode, *names[::-1])) not in known.scopes("service_hours"):
        ways.append(tuple(names[::-1]))
    weekly = max(round(read_at(known.pick("service_weekly", scope), level.weekly)), 1)
    takes = round(read_at(known.pick("service_hours", scope), level.hours) * HOUR)
    first, last = _hour(known, "service_first", scope) or 0, _hour(known, "service_last", scope)
    months = (_month(known, "service_month_from", scope, 1), _month(known, "service_month_until", scope, 12))
    for origin, target in ways:
        ends = (_stop(known, mode, origin), _stop(known, mode, target))
        for days, leaves in _spread(weekly, first, last):
            yield Service(mode, ends, days, leaves, takes, months)


def _spread(weekly: int, first: int, last: int | None) -> Iterator[tuple[tuple[bool, ...], int]]:
    """Days and minutes of departures: days have as many or one more, spread evenly over each of them.

    Where nobody told the last departure, they are spread over the whole day.
    """
    daily, more = divmod(weekly, WEEK)
    fuller = {number * WEEK // more for number in range(more)}
    runs: dict[int, set[int]] = {}
    for day in range(WEEK):
        count = daily + (day in fuller)
        for number in range(count):
            part = number / count if last is None else number / max(count - 1, 1)
            leaves = (first + round(part * (DAY if last is None else last - first))) % DAY
            runs.setdefault(leaves, set()).add(day)
    for leaves in sorted(runs):
        yield tuple(day in runs[leaves] for day in range(WEEK)), leaves


def _stop(known: Rows, mode: str, name: str) -> str:
    """Id of the stop at which a service of a mode calls in a city, or of an airport by its code."""
    if not _is_code(name):
        return f"{name} {mode}"
    cities = (city for city, terminal in _pairs(known.scopes("access_minutes")) if terminal == name)
    return next((f"{city} {name}" for city in cities), name)


def _hour(known: Rows, name: str, scope: str) -> int | None:
    found = known.find(name, scope)
    return round(found.middle * HOUR) if found is not None else None


def _month(known: Rows, name: str, scope: str, otherwise: int) -> int:
    found = known.find(name, scope)
    return round(found.middle) if found is not None else otherwise


def _is_memory(known: Rows, scope: str) -> bool:
    names = ("service_weekly", "service_hours")
    return any(known.pick(name, scope).provenance.status == "memory" for name in names)


def _links(known: Rows, places: Mapping[str, Place]) -> Links:
    """Ways between the middle of a city and its terminals, and between its terminals through the middle."""
    minutes: dict[str, dict[str, int]] = {}
    for scope in known.scopes("access_minutes"):
        city, terminal = scope.split("|")
        took = round(known.pick("access_minutes", scope).middle)
        minutes.setdefault(city, {city: 0})[f"{city} {terminal}"] = took
    number = {ident: at for at, ident in enumerate(places)}
    rows = [
        (number[one], number[other], out + into)
        for of_city in minutes.values()
        for one, out in of_city.items()
        for other, into in of_city.items()
        if one != other
    ]
    origin, target, every = np.asarray(rows, np.int32).reshape(-1, 3).T.copy()
    none = np.full(len(rows), NONE, np.int32)
    return Links(origin, target, np.full(len(rows), TAKES, np.int32), every, none, none)


def _feed(
    name: str,
    day: date,
    content: tuple[Mapping[str, Place], list[Service]],
    extra: tuple[Links, Fault],
) -> Feed:
    """Arrange places and services as a feed; an agency stands for each zone, since that tells its times."""
    places, services = content
    order = {ident: at for at, ident in enumerate(places)}
    zones = sorted({place.zone for place in places.values()})
    routes = sorted({(one.mode, *one.ends) for one in services})
    calendar, runs = _calendar(day, services)
    trips = [(one, service) for one, row in zip(services, runs, strict=True) for service in row]
    return Feed(
        name,
        tuple(Agency(zone, "", zone) for zone in zones),
        _stops(tuple(places.values())),
        _routes(routes, places, zones),
        calendar,
        _trips(trips, routes),
        _calls([one for one, _ in trips], order),
        extra[0],
        (extra[1],),
    )


def _routes(routes: list[tuple[str, str, str]], places: Mapping[str, Place], zones: list[str]) -> Routes:
    agency = [zones.index(places[origin].zone) for _, origin, _ in routes]
    ids = tuple(f"{mode} {origin} – {target}" for mode, origin, target in routes)
    titles = tuple(f"{places[origin].name} – {places[target].name}" for _, origin, target in routes)
    return Routes(ids, titles, _whole([KINDS[mode] for mode, _, _ in routes]), _whole(agency))


def _stops(places: tuple[Place, ...]) -> Stops:
    return Stops(
        tuple(place.id for place in places),
        tuple(place.name for place in places),
        np.asarray([place.latitude for place in places]),
        np.asarray([place.longitude for place in places]),
        np.full(len(places), NONE, np.int32),
        np.zeros(len(places), np.int32),
        tuple(place.zone for place in places),
        tuple(code_of(place.id) for place in places),
    )


def _calendar(day: date, services: list[Service]) -> tuple[Services, list[list[int]]]:
    """Days of each year in which something runs, and the rows of the calendar of each service."""
    rows: dict[tuple[tuple[bool, ...], int, int], int] = {}
    runs = []
    for one in services:
        found = []
        for year in range(day.year - YEARS, day.year + YEARS + 1):
            start = day_number(date(year, one.months[0], 1))
            after = date(year + one.months[1] // 12, one.months[1] % 12 + 1, 1)
            found.append(rows.setdefault((one.days, start, day_number(after) - 1), len(rows)))
        runs.append(found)
    ids = tuple(f"days-{number}" for number in range(len(rows)))
    marks, first, last = zip(*rows, strict=True)
    none = np.empty(0, np.int32)
    week = np.asarray(marks, bool)
    return Services(ids, week, _whole(first), _whole(last), none, none, np.empty(0, bool)), runs


def _trips(trips: list[tuple[Service, int]], routes: list[tuple[str, str, str]]) -> Trips:
    numbers = {route: at for at, route in enumerate(routes)}
    route = [numbers[one.mode, one.ends[0], one.ends[1]] for one, _ in trips]
    ids = tuple(f"{number}" for number in range(len(trips)))
    names = ("",) * len(trips)
    first = np.arange(0, 2 * len(trips) + 1, 2, dtype=np.int32)
    service = _whole([service for _, service in trips])
    return Trips(ids, names, _whole(route), service, np.full(len(trips), NONE, np.int32), first)


def _calls(services: list[Service], order: Mapping[str, int]) -> Calls:
    stop = [order[end] for one in services for end in one.ends]
    minute = [at for one in services for at in (one.leaves, one.leaves + one.takes)]
    every = np.ones(len(stop), bool)
    return Calls(_whole(stop), _whole(minute), _whole(minute), every, every)


def _whole(numbers: object) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.asarray(numbers, np.int32)
