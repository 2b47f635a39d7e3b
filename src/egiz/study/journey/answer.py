"""Journeys as a person reads them: by the names of stops and the clocks of their zones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from egiz.errors import Fault
from egiz.facts.gtfs.record import NONE, Feed, mode_of
from egiz.study.journey.asked import Request, between
from egiz.study.journey.place import Place
from egiz.world.sphere import distance_km

WALK, LOCAL = "walk", "local"
"""Mode of a way between two stops: on foot, or by a bus or taxi that the timetable does not hold."""
RUNNING = 9.0
"""Nobody walks faster over any length [km/h]."""
HOUR = 60


@dataclass(frozen=True, slots=True)
class Call:
    """A stop at a moment."""

    id: str
    """Id of the stop."""
    name: str
    """What travellers call it."""
    at: datetime
    """When, by the clock of the stop."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One trip of a journey, or a way on foot between two."""

    mode: str
    """``rail``, ``bus``, ``air``..., `WALK` or `LOCAL`."""
    trip: str
    """Id of the trip; empty on foot."""
    name: str
    """What travellers know it by; empty on foot."""
    agency: str
    """Who runs it; empty on foot."""
    start: Call
    """Where and when one gets on."""
    end: Call
    """Where and when one gets off."""


@dataclass(frozen=True, slots=True)
class Journey:
    """A way from one place to another."""

    departure: datetime
    """When it leaves, by the clock of its first stop."""
    arrival: datetime
    """When it comes, by the clock of its last stop."""
    transfers: int
    """Changes from one trip to another."""
    legs: tuple[Leg, ...]
    """Trips and ways on foot, in order."""

    @property
    def minutes(self) -> int:
        """How long it takes [min]."""
        return minutes_between(self.departure, self.arrival)


@dataclass(frozen=True, slots=True)
class Answer:
    """Every good journey between two places in some days."""

    request: Request
    """What was asked: the timetable, the places, the days."""
    journeys: tuple[Journey, ...]
    """By departure, arrival and changes: none is worse than another in all three."""
    wait: float | None
    """Mean time from any minute of these days to the next good departure [min]; none without journeys."""
    delay: float | None
    """Mean time between any wished departure and the nearest good one, before or after [min]."""
    notes: tuple[Fault, ...]
    """What a reader should know; said by ``note-<key>``."""

    @property
    def ends(self) -> tuple[Place, Place]:
        """From where to where."""
        return between(self.request)


@dataclass(frozen=True, slots=True)
class Ride:
    """One trip of a journey between two stops, or a way on foot, as the search finds it."""

    trip: int
    """Number of the trip, or `NONE` on foot."""
    origin: int
    """Stop where it begins."""
    destination: int
    """Stop where it ends."""
    departure: int
    """When it begins [min from minute zero]."""
    arrival: int
    """When it ends [min from minute zero]."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Tells what the numbers of a search mean."""

    feed: Feed
    """The timetable."""
    zero: date
    """Day whose 00:00 UTC is minute zero."""

    def zone(self, stop: int) -> str:
        """Zone of a stop: its own, that of its station, that of the first agency."""
        zones = self.feed.stops.zones
        top = int(self.feed.stops.station[stop])
        return zones[stop] or zones[top] or self.feed.agencies[0].zone

    def moment(self, minute: int, zone: str) -> datetime:
        """Moment of a minute by the clock of a zone."""
        start = datetime.combine(self.zero, time(0), UTC)
        return (start + timedelta(minutes=minute)).astimezone(ZoneInfo(zone))

    def minute(self, day: date, zone: str) -> int:
        """Minute at which a day begins by the clock of a zone."""
        start = datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)
        return minutes_between(datetime.combine(self.zero, time(0), UTC), start)

    def leg(self, ride: Ride) -> Leg:
        """Name a ride."""
        feed = self.feed
        zones = [self._zone_on(ride, stop) for stop in (ride.origin, ride.destination)]
        ends = zip((ride.origin, ride.destination), (ride.departure, ride.arrival), zones, strict=True)
        start, end = (
            Call(feed.stops.ids[stop], feed.stops.names[stop], self.moment(minute, zone))
            for stop, minute, zone in ends
        )
        if ride.trip == NONE:
            return Leg(self._way(ride), "", "", "", start, end)
        route = int(feed.trips.route[ride.trip])
        agency = feed.agencies[int(feed.routes.agency[route])]
        mode = mode_of(int(feed.routes.kinds[route]))
        return Leg(mode, feed.trips.ids[ride.trip], feed.trips.names[ride.trip], agency.name, start, end)

    def _way(self, ride: Ride) -> str:
        """Whether one can walk a way in the time that it takes, or needs a bus or taxi."""
        stops = self.feed.stops
        ends = ((stops.latitude[stop], stops.longitude[stop]) for stop in (ride.origin, ride.destination))
        (latitude, longitude), other = ends
        length = float(distance_km(float(latitude), float(longitude), float(other[0]), float(other[1])))
        return LOCAL if length > RUNNING * (ride.arrival - ride.departure) / HOUR else WALK

    def _zone_on(self, ride: Ride, stop: int) -> str:
        """Zone of a stop; one that has none of its own has that of who runs the trip."""
        own = self.feed.stops.zones[stop] or self.feed.stops.zones[int(self.feed.stops.station[stop])]
        if own or ride.trip == NONE:
            return own or self.zone(stop)
        route = int(self.feed.trips.route[ride.trip])
        return self.feed.agencies[int(self.feed.routes.agency[route])].zone


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes from one moment to another, whatever the clocks show."""
    return round((end.astimezone(UTC) - start.astimezone(UTC)) / timedelta(minutes=1))
