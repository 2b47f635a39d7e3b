"""When both airports are open: opening hours, announced closures, the terms, and clocks by date.

The year from the study's date is cut where clocks or closures change; dates on which all is alike are one
season, though they may not follow one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from egiz.facts.dated import Dated
from egiz.facts.row import span as span_of
from egiz.proposals.air_route.wish import WORLD
from egiz.proposals.kind import Terms
from egiz.world.place import Airport
from egiz.world.week import DAY, Closure, Hours, Mask, Span, clock_difference, open_minutes, steady_spans

MINUTES = 60.0
"""Minutes of an hour, by definition."""
YEAR = timedelta(days=365 - 1)
"""From the first date that a timetable is looked at to the last."""


@dataclass(frozen=True, slots=True)
class Season:
    """Dates on which one week can hold."""

    spans: tuple[Span, ...]
    """The dates."""
    difference: float
    """What the clock at the far end shows less that of the base [min]."""
    open: tuple[Mask, Mask]
    """Minutes of the local week at which the base and the far end take movements."""

    @property
    def days(self) -> int:
        """How many dates."""
        return sum((span.last - span.first).days + 1 for span in self.spans)


def seasons(ends: tuple[Airport, Airport], terms: Terms, facts: Dated) -> tuple[Season, ...]:
    """Cut the year from the study's date into seasons, the longest first."""
    year = Span(facts.as_of, facts.as_of + YEAR)
    zones = ends[0].zone, ends[1].zone
    closures = tuple((*_announced(end, facts), *_agreed(terms, year)) for end in ends)
    found: dict[tuple[float, bytes, bytes], Season] = {}
    for span in steady_spans(year, zones, (*closures[0], *closures[1])):
        masks = [
            open_minutes(_hours(end, facts), closed, span) for end, closed in zip(ends, closures, strict=True)
        ]
        difference = MINUTES * clock_difference(*zones, span.first)
        key = difference, masks[0].tobytes(), masks[1].tobytes()
        earlier = found[key].spans if key in found else ()
        found[key] = Season((*earlier, span), difference, (masks[0], masks[1]))
    return tuple(sorted(found.values(), key=lambda season: -season.days))


def _hours(airport: Airport, facts: Dated) -> Hours:
    opens, closes = (
        facts.nearest(name, (airport.iata, WORLD)) or facts.pick(name, WORLD)
        for name in ("airport_opens", "airport_closes")
    )
    return Hours(_minute(opens.middle) % DAY, _minute(closes.middle))


def _announced(airport: Airport, facts: Dated) -> Iterator[Closure]:
    starts, ends = (
        facts.find(name, airport.iata) for name in ("airport_closed_from", "airport_closed_until")
    )
    if starts is not None and ends is not None:
        first, last = span_of(starts.dating.about)
        yield Closure(first, last, _minute(starts.middle) % DAY, _minute(ends.middle))


def _agreed(terms: Terms, year: Span) -> Iterator[Closure]:
    """Hours that the agreement closes at both ends, every day, each by its own clock."""
    starts, ends = terms.optional("closed_from"), terms.optional("closed_until")
    if starts is not None and ends is not None:
        day_before = year.first - timedelta(days=1)
        yield Closure(day_before, year.last, _minute(starts) % DAY, _minute(ends))


def _minute(hour: float) -> int:
    return round(hour * MINUTES)
