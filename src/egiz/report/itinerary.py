"""Tells journeys on a terminal, day by day, and as one JSON document."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from egiz.errors import Value
from egiz.report.terminal import WIDTH
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.journey.answer import Answer, Call, Journey, Leg
from egiz.study.journey.place import Place

PACKAGES = ("egiz.report", "egiz.facts")
HOUR = 60


def encode_answer(answer: Answer, language: str) -> bytes:
    """Write an answer as JSON: journeys with times that carry their offset from UTC.

    Parameters
    ----------
    answer
        Journeys between two places.
    language
        That of the notes.
    """
    voice = Voice(Words.of(PACKAGES), language)
    content = {
        "feed": answer.request.feed.name,
        "from": _place(answer.ends[0]),
        "to": _place(answer.ends[1]),
        "date": answer.request.first.isoformat(),
        "days": answer.request.days,
        "max_transfers": answer.request.transfers,
        "expected_wait_minutes": answer.wait,
        "schedule_delay_minutes": answer.delay,
        "notes": list(note_lines(answer, voice)),
        "journeys": [_journey(journey) for journey in answer.journeys],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def answer_lines(answer: Answer, language: str) -> tuple[str, ...]:
    """Tell journeys day by day, each in a line: times, duration, changes, trips."""
    voice = Voice(Words.of(PACKAGES), language)
    return tuple(line if len(line) <= WIDTH else line[: WIDTH - 1] + "…" for line in _lines(answer, voice))


def headline(answer: Answer) -> str:
    """Name the places."""
    return " → ".join(place.name for place in answer.ends)


def period(answer: Answer, voice: Voice) -> str:
    """Say which days, and how many journeys there are."""
    last = answer.request.first + timedelta(days=answer.request.days - 1)
    span = answer.request.first.isoformat() + (f"/{last.isoformat()}" if answer.request.days > 1 else "")
    count = len(answer.journeys)
    values: dict[str, Value] = {"days": voice.day(span), "count": count, "shown": voice.count(count)}
    return voice.say("journeys-found", values)


def measures(answer: Answer, voice: Voice) -> tuple[str, ...]:
    """Say the expected wait and the schedule delay; nothing where there is no journey."""
    if answer.wait is None or answer.delay is None:
        return ()
    fastest = min(journey.minutes for journey in answer.journeys)
    return (
        voice.say("journeys-fastest", {"time": duration(fastest, voice)}),
        voice.say("journeys-wait", {"time": duration(round(answer.wait), voice)}),
        voice.say("journeys-delay", {"time": duration(round(answer.delay), voice)}),
    )


def note_lines(answer: Answer, voice: Voice) -> Iterator[str]:
    """Say what a reader should know."""
    for note in answer.notes:
        values = {name: str(value) for name, value in note.values.items()}
        if "mode" in values:
            values["mode"] = voice.label("mode", values["mode"])
        yield voice.say(f"note-{note.key}", values)


def duration(minutes: int, voice: Voice) -> str:
    """Write a time in hours and minutes, however many hours there are."""
    return voice.say("duration", {"hours": str(minutes // HOUR), "minutes": f"{minutes % HOUR:02d}"})


def clock_span(journey: Journey) -> str:
    """Write when a journey leaves and comes, with the number of days between by the calendar."""
    later = (journey.arrival.date() - journey.departure.date()).days
    days = f" (+{later})" if later else ""
    return f"{journey.departure:%H:%M} → {journey.arrival:%H:%M}{days}"


def day_title(day: date, voice: Voice) -> str:
    """Write a day with its name in the week."""
    values = {"weekday": voice.say(f"weekday-{day.isoweekday()}"), "day": voice.day(day.isoformat())}
    return voice.say("journeys-day", values)


def days_of(answer: Answer) -> Iterator[tuple[date, tuple[Journey, ...]]]:
    """Each day with the journeys that leave on it by the clock of their first stop; days without any, too."""
    days = [answer.request.first + timedelta(days=number) for number in range(answer.request.days)]
    found: dict[date, list[Journey]] = {day: [] for day in days}
    for journey in answer.journeys:
        found.setdefault(journey.departure.date(), []).append(journey)
    return ((day, tuple(found[day])) for day in sorted(found))


def trips_of(journey: Journey, voice: Voice) -> str:
    """Name the trips of a journey in order, and where one changes."""
    rides = [leg for leg in journey.legs if leg.trip]
    parts = [f"{voice.label('mode', leg.mode)} {leg.name}".strip() for leg in rides]
    changes = (f" – {leg.end.name} – " for leg in rides[:-1])
    return "".join(part + change for part, change in zip(parts, [*changes, ""], strict=True))


def _lines(answer: Answer, voice: Voice) -> Iterator[str]:
    title = headline(answer)
    yield title
    yield "=" * min(len(title), WIDTH)
    if not answer.journeys:
        yield voice.say("journeys-none")
        yield from note_lines(answer, voice)
        return
    yield period(answer, voice)
    for line in (*measures(answer, voice), *note_lines(answer, voice)):
        yield from textwrap.wrap(line, WIDTH, subsequent_indent="  ")
    rows = {journey: _row(journey, voice) for journey in answer.journeys}
    widths = [max(len(row[column]) for row in rows.values()) for column in range(3)]
    for day, journeys in days_of(answer):
        yield ""
        yield day_title(day, voice)
        if not journeys:
            yield f"  {voice.say('journeys-none-today')}"
        for span, took, changed, trips in (rows[journey] for journey in journeys):
            line = f"  {span:<{widths[0]}}  {took:>{widths[1]}}  {changed:<{widths[2]}}  {trips}"
            yield line.rstrip()


def _row(journey: Journey, voice: Voice) -> tuple[str, str, str, str]:
    """Cells of a line: times, duration, changes, trips."""
    took, trips = duration(journey.minutes, voice), trips_of(journey, voice)
    return clock_span(journey), took, changes(journey, voice), trips


def changes(journey: Journey, voice: Voice) -> str:
    """Say how often one changes."""
    return voice.say("journeys-changes", {"count": journey.transfers})


def _place(place: Place) -> dict[str, str]:
    return {"id": place.id, "name": place.name}


def _journey(journey: Journey) -> dict[str, object]:
    return {
        "departure": journey.departure.isoformat(),
        "arrival": journey.arrival.isoformat(),
        "transfers": journey.transfers,
        "legs": [_leg(leg) for leg in journey.legs],
    }


def _leg(leg: Leg) -> dict[str, object]:
    return {
        "mode": leg.mode,
        "trip": leg.trip or None,
        "name": leg.name or None,
        "agency": leg.agency or None,
        "from": _call(leg.start),
        "to": _call(leg.end),
        "departure": leg.start.at.isoformat(),
        "arrival": leg.end.at.isoformat(),
    }


def _call(call: Call) -> dict[str, str]:
    return {"id": call.id, "name": call.name}
