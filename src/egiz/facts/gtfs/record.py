"""What a feed holds: frozen records of arrays; ids stand in tuples, everything else refers by number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from egiz.errors import Fault

Codes = NDArray[np.int32]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

NONE = -1
"""Number that refers to nothing."""
EPOCH = date(1970, 1, 1)
WEEK = 7
MODES = (
    (0, 0, "tram"),
    (1, 1, "metro"),
    (2, 2, "rail"),
    (3, 3, "bus"),
    (4, 4, "ferry"),
    (5, 7, "cable"),
    (11, 11, "bus"),
    (12, 12, "metro"),
    (100, 199, "rail"),
    (200, 299, "bus"),
    (300, 399, "rail"),
    (400, 699, "metro"),
    (700, 899, "bus"),
    (900, 999, "tram"),
    (1000, 1099, "ferry"),
    (1100, 1199, "air"),
    (1200, 1299, "ferry"),
    (1300, 1499, "cable"),
    (1500, 1599, "taxi"),
)
"""First and last ``route_type`` of each mode, those of the extended list too."""


def mode_of(kind: int) -> str:
    """Mode of a ``route_type``; ``other`` for one without a name."""
    return next((mode for first, last, mode in MODES if first <= kind <= last), "other")


@dataclass(frozen=True, slots=True)
class Agency:
    """Who runs trips."""

    id: str
    """Its id; empty where there is one agency without an id."""
    name: str
    """Its name."""
    zone: str
    """IANA time zone in which its times are written."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What a stop is called in another language."""

    stop: int
    """Number of the stop."""
    language: str
    """Code of the language."""
    name: str
    """Its name in that language."""


@dataclass(frozen=True, slots=True)
class Stops:
    """Where trips call: platforms, stations, and what belongs to them."""

    ids: tuple[str, ...]
    """As the feed writes them."""
    names: tuple[str, ...]
    """What travellers call them."""
    latitude: Floats
    """Degrees north, WGS84; of the parent where the stop itself has none, else NaN."""
    longitude: Floats
    """Degrees east, WGS84."""
    parent: Codes
    """Stop that each belongs to, or `NONE`."""
    kinds: Codes
    """``location_type``: 0 platform, 1 station, 2 entrance, 3 node, 4 boarding area."""
    zones: tuple[str, ...]
    """IANA time zone of each; empty: that of the agencies."""
    codes: tuple[str, ...] = ()
    """Short codes that travellers know, such as those of airports; empty ones, or none at all."""
    translations: tuple[Translation, ...] = ()
    """Names in other languages, from ``translations.txt``."""

    @property
    def station(self) -> Codes:
        """The stop at the top of each stop's parents, itself where it has none."""
        top = np.where(self.parent >= 0, self.parent, np.arange(len(self.parent), dtype=np.int32))
        return np.asarray(top[top][top], np.int32)


@dataclass(frozen=True, slots=True)
class Routes:
    """Lines that trips belong to."""

    ids: tuple[str, ...]
    """As the feed writes them."""
    names: tuple[str, ...]
    """Short name, else long name, else id."""
    kinds: Codes
    """``route_type``; `mode_of` names it."""
    agency: Codes
    """Who runs each."""


@dataclass(frozen=True, slots=True)
class Services:
    """On which days trips run."""

    ids: tuple[str, ...]
    """As the feed writes them."""
    weekdays: Mask
    """Marks of Monday to Sunday, shape (services, 7)."""
    first: Codes
    """Day since 1970 from which the marks hold."""
    last: Codes
    """Last day on which they hold; before `first`: never."""
    except_service: Codes
    """Service of each exception."""
    except_day: Codes
    """Its day since 1970."""
    except_runs: Mask
    """Whether the service runs on that day or does not."""

    def running(self, first: date, count: int) -> Mask:
        """Whether each service runs on days in a row, shape (services, count)."""
        start = day_number(first)
        days = np.arange(start, start + count)
        marks = self.weekdays[:, (days + EPOCH.weekday()) % WEEK]
        marks &= (days >= self.first[:, None]) & (days <= self.last[:, None])
        near = (self.except_day >= start) & (self.except_day < start + count)
        place = self.except_day[near] - start
        marks[self.except_service[near], place] = self.except_runs[near]
        return marks

    def span(self) -> tuple[date, date] | None:
        """First and last day on which anything may run; none where nothing does."""
        held = (self.last >= self.first) & self.weekdays.any(axis=1)
        added = self.except_day[self.except_runs]
        firsts = np.concatenate((self.first[held], added))
        if not firsts.size:
            return None
        lasts = np.concatenate((self.last[held], added))
        return day_of(int(firsts.min())), day_of(int(lasts.max()))


@dataclass(frozen=True, slots=True)
class Trips:
    """Trips, each a row of calls."""

    ids: tuple[str, ...]
    """As the feed writes them; of one repeated by a frequency with the time of its first departure."""
    names: tuple[str, ...]
    """What travellers know each by: its number or line."""
    route: Codes
    """Line of each."""
    service: Codes
    """Days of each."""
    block: Codes
    """Vehicle that runs several trips in a row, or `NONE`."""
    first: Codes
    """First call of each and, last, the number of calls, shape (trips + 1,)."""


@dataclass(frozen=True, slots=True)
class Calls:
    """Where and when trips stop, trip after trip in order."""

    stop: Codes
    """Where."""
    arrival: Codes
    """Minutes since noon less twelve hours of the service day; may exceed a day."""
    departure: Codes
    """The same, of leaving."""
    boards: Mask
    """Whether a traveller may get on."""
    alights: Mask
    """Whether a traveller may get off."""

    def at(self, rows: NDArray[np.generic]) -> Calls:
        """Some of the calls, chosen by number or mark."""
        return Calls(
            self.stop[rows], self.arrival[rows], self.departure[rows], self.boards[rows], self.alights[rows]
        )


@dataclass(frozen=True, slots=True)
class Links:
    """Rules for changing, from ``transfers.txt``."""

    origin: Codes
    """Stop at which one gets off, or `NONE`."""
    target: Codes
    """Stop at which one gets on, or `NONE`."""
    kinds: Codes
    """``transfer_type``: 0 recommended, 1 timed, 2 needs minutes, 3 impossible, 4 stay seated, 5 get out."""
    minutes: Codes
    """Minutes it takes, or `NONE`."""
    origin_trip: Codes
    """Only from this trip, or `NONE`."""
    target_trip: Codes
    """Only to this trip, or `NONE`."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A timetable."""

    name: str
    """The feed as the user named it."""
    agencies: tuple[Agency, ...]
    """Who runs it."""
    stops: Stops
    """Where it calls."""
    routes: Routes
    """Its lines."""
    services: Services
    """Its days."""
    trips: Trips
    """Its trips."""
    calls: Calls
    """When they call."""
    links: Links
    """Rules for changing."""
    notes: tuple[Fault, ...] = ()
    """What the reader did with things that need no mending; said by ``note-<key>``."""


def day_number(day: date) -> int:
    """Days since 1970."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """Day of a number of days since 1970."""
    return EPOCH + timedelta(days=number)
