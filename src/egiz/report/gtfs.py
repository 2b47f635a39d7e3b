"""Writes ``timetable.zip``: the timetables of a study as GTFS, which other routers open.

All times of a feed are on the clock of its agency, counted from twelve hours before noon of a service day, so
each departure is laid on that clock date by date; dates on which it reads the same make up a service. Stops
keep zones of their own for those who show times to travellers. What is written follows the GTFS Schedule
reference (gtfs.org), and the same study gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from egiz.report.called import FEED_LANGUAGE, Called, called
from egiz.report.timetable import Departure, Stop, Timetable
from egiz.world.week import moment

ROUTE_TYPES: Mapping[str, int] = {"air": 1100, "rail": 2, "bus": 3}
"""Rail and bus are basic types; an air service has an extended one only."""
OTHER = 3
LINK = "https://gtfs.org/"
"""A feed must name an address; nobody runs the service yet, so it is that of the format."""
AGENCY = "study"
"""Its id."""
MADE = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16
UNIX = 3
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
NOON = time(12)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_MINUTES = 1440
MINUTE = 60

Row = tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """One run on one date, on the clock of the agency."""

    day: date
    """Its service day."""
    leaves: int
    """Seconds from twelve hours before noon."""
    arrives: int
    """Likewise."""


@dataclass(frozen=True, slots=True)
class Trip:
    """A run that reads the same on some dates, a week apart."""

    id: str
    """Its name in the feed."""
    route: str
    """Its route."""
    back: bool
    """Whether it runs from the second end of the route to the first."""
    ends: tuple[Stop, Stop]
    """Where it leaves and arrives."""
    between: tuple[tuple[Stop, int, int], ...]
    """Where it halts on the way; seconds after it left until it arrives there and leaves."""
    legs: tuple[Leg, ...]
    """One a date."""


def gtfs(timetables: Sequence[Timetable], name: str, version: str) -> bytes:
    """Write timetables as one zip without folders.

    Parameters
    ----------
    timetables
        At least one, each with a departure; the clock of the very first stop is that of the feed.
    name
        Who publishes it.
    version
        What made it.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for file, rows in tables(timetables, name, version).items():
            member = zipfile.ZipInfo(file, MADE)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, READABLE
            member.create_system = UNIX
            packed.writestr(member, _csv(rows))
    return target.getvalue()


HEADS: Mapping[str, str] = {
    "agency.txt": "agency_id agency_name agency_url agency_timezone",
    "stops.txt": "stop_id stop_code stop_name stop_lat stop_lon stop_timezone",
    "routes.txt": "route_id agency_id route_short_name route_long_name route_desc route_type",
    "trips.txt": "route_id service_id trip_id direction_id",
    "stop_times.txt": "trip_id arrival_time departure_time stop_id stop_sequence",
    "calendar.txt": " ".join(("service_id", *DAYS, "start_date end_date")),
    "feed_info.txt": "feed_publisher_name feed_publisher_url feed_lang feed_start_date feed_end_date "
    "feed_version",
    "translations.txt": "table_name field_name language translation record_id",
}
"""Tables of a feed and their columns."""


def tables(timetables: Sequence[Timetable], name: str, version: str) -> dict[str, list[Row]]:
    """Make the tables of a feed, each with its heads first."""
    zone, ids = timetables[0].stops[0].zone, _stop_ids(timetables)
    names = {stop: called(stop.name, one.mode) for one in timetables for stop in one.stops}
    trips = [trip for number, one in enumerate(timetables) for trip in _trips(one, number, zone)]
    days = [leg.day for trip in trips for leg in trip.legs] or [date.fromisoformat(timetables[0].valid_from)]
    rows: dict[str, Iterable[Row]] = {
        "agency.txt": [(AGENCY, name, LINK, zone)],
        "stops.txt": (_stop(stop, identifier, names[stop]) for stop, identifier in ids.items()),
        "routes.txt": dict.fromkeys(row for one in timetables for row in _routes(one, names)),
        "trips.txt": ((trip.route, trip.id, trip.id, int(trip.back)) for trip in trips),
        "stop_times.txt": (row for trip in trips for row in _calls(trip, ids)),
        "calendar.txt": (_service(trip) for trip in trips),
        "feed_info.txt": [(name, LINK, FEED_LANGUAGE, _date(min(days)), _date(max(days)), version)],
        "translations.txt": (row for stop, ident in ids.items() for row in _translated(names[stop], ident)),
    }
    return {file: [tuple(HEADS[file].split()), *content] for file, content in rows.items()}


def _stop_ids(timetables: Iterable[Timetable]) -> dict[Stop, str]:
    """Call each stop by its name; where several have one name, those after the first get a number, too."""
    names: dict[str, int] = {}
    ids = {}
    for stop in dict.fromkeys(stop for one in timetables for stop in one.stops):
        names[stop.name] = names.get(stop.name, 0) + 1
        ids[stop] = stop.name if names[stop.name] == 1 else f"{stop.name} {names[stop.name]}"
    return ids


def _stop(stop: Stop, identifier: str, name: Called) -> Row:
    place = (f"{stop.latitude:.6f}", f"{stop.longitude:.6f}")
    return (identifier, name.code, name.names[FEED_LANGUAGE], *place, stop.zone)


def _translated(name: Called, identifier: str) -> Iterator[Row]:
    for language, text in name.names.items():
        if language != FEED_LANGUAGE:
            yield ("stops", "stop_name", language, text, identifier)


def _routes(one: Timetable, names: Mapping[Stop, Called]) -> Iterator[Row]:
    kind = ROUTE_TYPES.get(one.mode, OTHER)
    for identifier, ends in _ends(one).values():
        told = " – ".join(names[one.stops[end]].names[FEED_LANGUAGE] for end in ends)
        yield (identifier, AGENCY, "", told, one.vehicle, kind)


def _ends(one: Timetable) -> Mapping[frozenset[int], tuple[str, tuple[int, int]]]:
    """Routes by the stops that they join: id, and the ends as the first run has them."""
    found: dict[frozenset[int], tuple[str, tuple[int, int]]] = {}
    for run in one.departures:
        number = f"-{len(found) + 1}" if found else ""
        ends = run.origin, run.destination
        found.setdefault(frozenset(ends), (f"{one.proposal}-{one.vehicle}{number}", ends))
    return found


def _trips(one: Timetable, number: int, zone: str) -> Iterator[Trip]:
    """Lay every departure on the clock of the agency and join the dates on which it reads the same."""
    routes = _ends(one)
    for run, departure in enumerate(one.departures, 1):
        legs = [_leg(one, departure, day, zone) for day in _dates(one, departure)]
        spans = groupby(enumerate(legs), lambda pair: (pair[1].leaves, pair[1].arrives, _week_shift(*pair)))
        ends = (one.stops[departure.origin], one.stops[departure.destination])
        between = tuple(
            (one.stops[call.stop], MINUTE * call.arrives, MINUTE * call.leaves) for call in departure.calls
        )
        route, (start, _) = routes[frozenset((departure.origin, departure.destination))]
        for part, (_, span) in enumerate(spans, 1):
            identifier = f"{one.proposal}-{number + 1}-{run}-{part}"
            held = tuple(leg for _, leg in span)
            yield Trip(identifier, route, departure.origin != start, ends, between, held)


def _week_shift(place: int, leg: Leg) -> int:
    """Alike for service days that follow one another week by week."""
    return leg.day.toordinal() - place * WEEK.days


def _dates(one: Timetable, departure: Departure) -> Iterator[date]:
    """Dates on the clock of the origin on which it leaves."""
    first, last = date.fromisoformat(one.valid_from), date.fromisoformat(one.valid_until)
    wait = (departure.leaves // DAY_MINUTES - first.weekday()) % WEEK.days
    day = first + wait * DAY
    while day <= last:
        yield day
        day += WEEK


def _leg(one: Timetable, departure: Departure, day: date, zone: str) -> Leg:
    left, arrived = instants(one, departure, day)
    service = left.astimezone(ZoneInfo(zone)).date()
    if left < _start(service, zone):
        service -= DAY
    start = _start(service, zone)
    return Leg(service, round((left - start).total_seconds()), round((arrived - start).total_seconds()))


def _start(day: date, zone: str) -> datetime:
    """Moment from which the times of a service day count: midnight, unless clocks are changed that day."""
    return datetime.combine(day, NOON, ZoneInfo(zone)).astimezone(UTC) - DAY / 2


def instants(one: Timetable, departure: Departure, day: date) -> tuple[datetime, datetime]:
    """Tell when a run leaves and arrives, in UTC.

    Parameters
    ----------
    one
        Whose departure it is.
    departure
        The run.
    day
        A date on the clock of the origin on which it leaves.

    Notes
    -----
    The clock of the destination shows the minute of arrival once a week. On the first date it is the first
    such moment after the departure; on later ones the moment that keeps nearest to the time it took then, and
    just that time where a change of clocks left none after the departure.
    """
    first = next(_dates(one, departure))
    left = moment(departure.leaves, first, one.stops[departure.origin].zone)
    usual = min(time - left for time in _arrivals(one, departure, first) if time > left)
    left = moment(departure.leaves, day, one.stops[departure.origin].zone)
    arrived = min(_arrivals(one, departure, day), key=lambda time: abs(time - left - usual))
    return left, arrived if arrived > left else left + usual


def _arrivals(one: Timetable, departure: Departure, day: date) -> Iterator[datetime]:
    zone = one.stops[departure.destination].zone
    return (moment(departure.arrives, day + shift * WEEK, zone) for shift in (-1, 0, 1, 2))


def _calls(trip: Trip, ids: Mapping[Stop, str]) -> Iterator[Row]:
    leg, (first, last) = trip.legs[0], trip.ends
    halts = ((stop, leg.leaves + arrives, leg.leaves + leaves) for stop, arrives, leaves in trip.between)
    whole = ((first, leg.leaves, leg.leaves), *halts, (last, leg.arrives, leg.arrives))
    for number, (stop, arrives, leaves) in enumerate(whole, 1):
        yield (trip.id, _clock(arrives), _clock(leaves), ids[stop], number)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // MINUTE % MINUTE:02}:{seconds % MINUTE:02}"


def _service(trip: Trip) -> Row:
    first, last = trip.legs[0].day, trip.legs[-1].day
    marks = (int(number == first.weekday()) for number in range(len(DAYS)))
    return (trip.id, *marks, _date(first), _date(last))


def _date(day: date) -> str:
    return day.strftime("%Y%m%d")


def _csv(rows: Iterable[Row]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\n").writerows(rows)
    return target.getvalue().encode()
