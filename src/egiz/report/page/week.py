"""The weekly timetable: seven days of the first stop's clock, with the clocks of both ends told in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from egiz.report import document as doc
from egiz.report.called import AIR, called
from egiz.report.chart import Bar, Domain, Titles, chart, span_bars
from egiz.report.markup import element, number, tag, text
from egiz.report.page.sight import Sight
from egiz.world.week import clock_difference

RAIL = "rail"
DAY = 24 * 60
WEEK = 7 * DAY
HOUR = 60
NOTHING = tag("span", "none", "–")
TICKS = (0, 6, 12, 18, 24)
HOURS = Domain(0.0, float(DAY))
LINES = tuple(float(hour * HOUR) for hour in TICKS)


@dataclass(frozen=True, slots=True)
class Span:
    """A run, or what of it falls on one day, on the clock of the first stop."""

    day: int
    """0 for Monday."""
    start: int
    """Minute of the day."""
    end: int
    """Minute of the day, not before `start`."""
    back: bool
    """Whether it leads to the first stop."""


def weeks(sight: Sight, proposal: str) -> Iterator[str]:
    """Draw the weeks of an item, each once with all the dates on which it holds."""
    alike: dict[tuple[object, ...], list[doc.Timetable]] = {}
    for one in sight.document.timetables:
        if one.proposal == proposal:
            alike.setdefault((one.vehicle, one.stops, one.departures), []).append(one)
    return (week(sight, ones) for ones in alike.values())


def week(sight: Sight, ones: Sequence[doc.Timetable]) -> str:
    """Write a week as a chart with a line a day.

    Parameters
    ----------
    sight
        Document and voice.
    ones
        Timetables that differ by their dates only.
    """
    one = _named(sight, ones[0])
    spans = [span for run in one.departures for span in spans_of(run, _ahead(one, run))]
    days = {f"day-{day + 1}": day for day in range(WEEK // DAY)}
    bars = [
        Bar(
            sight.say(word),
            span_bars([(span.start, span.end, span.back) for span in spans if span.day == day], HOURS, LINES),
            "<br>".join(_told(one, run) for run in one.departures if run.leaves // DAY == day) or NOTHING,
        )
        for word, day in ({"day-each": 0} if _daily(one) else days).items()
    ]
    titles = Titles(_title(sight, ones), sight.voice.say("day"), sight.voice.say("local-times"))
    table = chart(titles, bars, _hours(one, _ahead(one, one.departures[0])), "chart week")
    return tag("div", "timetable", table, _legend(sight, one))


def _named(sight: Sight, one: doc.Timetable) -> doc.Timetable:
    """The same with the names that people of the language call cities by; airports keep their codes."""
    if one.mode == AIR:
        return one
    stops = (
        replace(stop, name=called(stop.name, one.mode).names[sight.voice.language]) for stop in one.stops
    )
    return replace(one, stops=tuple(stops))


def _daily(one: doc.Timetable) -> bool:
    """Whether every day is like the first."""
    first = one.departures[: len(one.departures) // (WEEK // DAY)]
    week = {
        replace(run, leaves=run.leaves + day, arrives=(run.arrives + day) % WEEK)
        for run in first
        for day in range(0, WEEK, DAY)
    }
    return week == set(one.departures)


def _ahead(one: doc.Timetable, run: doc.Departure) -> int:
    """By how much the clock of the end that is not the first stop is ahead of the first [min]."""
    other = one.stops[run.origin if run.origin != 0 else run.destination].zone
    return round(clock_difference(one.stops[0].zone, other, date.fromisoformat(one.valid_from)) * HOUR)


def _title(sight: Sight, ones: Sequence[doc.Timetable]) -> str:
    day = sight.voice.day
    spans = (f"{day(one.valid_from)} – {day(one.valid_until)}" for one in ones)
    vehicle = ones[0].vehicle if ones[0].mode != RAIL else sight.voice.say(f"train-{ones[0].vehicle}")
    return sight.voice.say("weekly-timetable", {"vehicle": vehicle, "dates": "; ".join(spans)})


def spans_of(run: doc.Departure, ahead: int) -> Iterator[Span]:
    """Lay a run on the clock of the first stop; over midnight it goes on the next day.

    `ahead` is by how much the clock of the other end is ahead [min].
    """
    back = run.origin != 0
    start = (run.leaves - (ahead if back else 0)) % WEEK
    end = (run.arrives - (0 if back else ahead)) % WEEK
    left = (end - start) % WEEK
    while left > 0:
        day, minute = divmod(start, DAY)
        part = min(left, DAY - minute)
        yield Span(day, minute, minute + part, back)
        start, left = (start + part) % WEEK, left - part


def _told(one: doc.Timetable, run: doc.Departure) -> str:
    """Both ends with their own clocks."""
    ends = ((run.origin, run.leaves), (run.destination, run.arrives))
    names = (
        tag("span", "muted", text(one.stops[stop].name)) + " " + tag("b", "", _clock(minute))
        for stop, minute in ends
    )
    return tag("span", "clock" + (" back" if run.origin else ""), " → ".join(names))


def _clock(minute: int) -> str:
    return f"{minute % DAY // HOUR:02}:{minute % HOUR:02}"


def _hours(one: doc.Timetable, ahead: int) -> str:
    """Hours of the first stop, and under them what the clock of the other end shows then."""
    lines = ((one.stops[0].name, 0), (_other(one).name, ahead)) if ahead else ((one.stops[0].name, 0),)
    return "".join(
        element(
            "div",
            {"class": "ticks", "aria-hidden": "true"},
            *(
                element(
                    "span",
                    {"style": f"left:{number(HOURS.place(hour * HOUR) / 10)}%"},
                    _tick(hour, shift, name),
                )
                for hour in TICKS
            ),
        )
        for name, shift in lines
    )


def _tick(hour: int, shift: int, name: str) -> str:
    """Hour and, at the left end, whose clock it is."""
    shown = _clock((hour * HOUR + shift) % DAY) if shift or hour < DAY // HOUR else f"{hour}:00"
    return text(f"{name} {shown}" if hour == TICKS[0] else shown)


def _other(one: doc.Timetable) -> doc.Stop:
    return one.stops[one.departures[0].destination]


def _legend(sight: Sight, one: doc.Timetable) -> str:
    here, there = one.stops[one.departures[0].origin].name, _other(one).name
    ways = ((f"{here} → {there}", "out"), (f"{there} → {here}", "back"))
    keys = (tag("span", f"key {role}", text(name)) for name, role in ways)
    return tag("p", "legend small", *keys)
