"""The page of a week of journeys: one file, three languages, no request to anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from importlib.resources import files

from egiz import __version__
from egiz.report.itinerary import (
    PACKAGES,
    changes,
    clock_span,
    day_title,
    days_of,
    duration,
    headline,
    measures,
    note_lines,
    period,
)
from egiz.report.markup import element, header, listed, row, tag, text
from egiz.report.page.summary import LOGO, OWN_NAMES
from egiz.report.page.whole import POLICY
from egiz.report.sawtooth import MOST_CHANGES, Stem, week_picture
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.journey.answer import Answer, Journey, Leg
from egiz.world.place import LANGUAGES

NAME = "week.html"
"""Name of the file."""


def week_page(answer: Answer, language: str) -> bytes:
    """Write ``week.html``.

    Parameters
    ----------
    answer
        Journeys between two places.
    language
        The one shown first.
    """
    words = Words.of(PACKAGES)
    ordered = (language, *(other for other in LANGUAGES if other != language))
    bodies = (_language(answer, Voice(words, one)) for one in ordered)
    title = headline(answer)
    head = element(
        "head",
        {},
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}),
        element("meta", {"name": "generator", "content": f"Egiz {__version__}"}),
        element("title", {}, text(title)),
        element("style", {}, _asset("report.css"), _asset("week.css")),
    )
    script = element("script", {}, _asset("report.js"))
    body = element("body", {}, element("svg", {"class": "defs", "width": 0, "height": 0}), *bodies, script)
    return ("<!doctype html>\n" + element("html", {"lang": language}, head, body) + "\n").encode()


def _language(answer: Answer, voice: Voice) -> str:
    """Write the whole page in one language."""
    title = headline(answer)
    frame = {"id": voice.language, "lang": voice.language, "class": "page", "data-title": title}
    hero = tag(
        "div",
        "hero",
        tag("p", "eyebrow", text(voice.say("journeys-eyebrow"))),
        element("h1", {}, text(title)),
        listed((text(line) for line in (period(answer, voice), *measures(answer, voice))), "meta"),
    )
    notes = listed((text(note) for note in note_lines(answer, voice)), "notes")
    parts = (_picture(answer, voice), *_days(answer, voice), notes)
    footer = element("footer", {}, text(voice.say("journeys-made-by", {"version": __version__})))
    return element("div", frame, _masthead(voice), element("main", {}, hero, *parts), footer)


def _masthead(voice: Voice) -> str:
    links = (
        element("a", {"href": f"#{one}", "lang": one, "aria-current": _current(one, voice)}, OWN_NAMES[one])
        for one in LANGUAGES
    )
    languages = element("nav", {"class": "languages", "aria-label": voice.say("languages")}, *links)
    return tag("header", "mast", tag("span", "brand", LOGO, "Egiz"), languages)


def _current(language: str, voice: Voice) -> str | None:
    return "true" if language == voice.language else None


def _picture(answer: Answer, voice: Voice) -> str:
    """Draw the week, with what the drawing means."""
    if not answer.journeys:
        return element("section", {}, element("p", {}, text(voice.say("journeys-none"))))
    zone = answer.journeys[0].departure.tzinfo
    start = datetime.combine(answer.request.first, time(0), zone).astimezone(UTC)
    stems = [_stem(journey, start) for journey in answer.journeys]
    days = [answer.request.first + timedelta(days=day) for day in range(answer.request.days)]
    labels = [f"{voice.say(f'weekday-short-{day.isoweekday()}')} {day.day}" for day in days]
    drawing = week_picture(stems, answer.request.days, labels, voice.say("hours-short"))
    levels = range(min(max(stem.transfers for stem in stems), MOST_CHANGES) + 1)
    key = listed(
        tag("span", f"swatch change-{level}") + text(voice.say(f"journeys-stem-{level}")) for level in levels
    )
    caption = element("figcaption", {"class": "small"}, text(voice.say("journeys-picture")))
    title = element("h2", {}, text(voice.say("journeys-when")))
    return element("section", {}, title, element("figure", {"class": "timeline"}, drawing, key, caption))


def _stem(journey: Journey, start: datetime) -> Stem:
    since = (journey.departure.astimezone(UTC) - start) / timedelta(minutes=1)
    return Stem(since, float(journey.minutes), journey.transfers)


def _days(answer: Answer, voice: Voice) -> Iterator[str]:
    """One table for each day."""
    for day, journeys in days_of(answer):
        title = element("h3", {}, text(day_title(day, voice)))
        if not journeys:
            yield element("section", {}, title, element("p", {}, text(voice.say("journeys-none-today"))))
            continue
        heads = header(voice.say(f"journeys-head-{column}") for column in ("when", "took", "changes", "how"))
        rows = "".join(row(_cells(journey, voice)) for journey in journeys)
        table = tag("table", "plain stack", heads, element("tbody", {}, rows))
        yield element("section", {"class": "day"}, title, tag("div", "wide", table))


def _cells(journey: Journey, voice: Voice) -> tuple[str, ...]:
    legs = "".join(_leg(leg, voice) for leg in journey.legs)
    spoken = (clock_span(journey), duration(journey.minutes, voice), changes(journey, voice))
    return (*(text(part) for part in spoken), tag("ol", "legs", legs))


def _leg(leg: Leg, voice: Voice) -> str:
    """One line of a journey: mode and number, from where and when to where and when, who runs it."""
    mode = voice.label("mode", leg.mode)
    ends = f"{leg.start.name} {leg.start.at:%H:%M} → {leg.end.name} {leg.end.at:%H:%M}"
    name = f"{mode} {leg.name}".rstrip()
    agency = tag("span", "small", " · ", text(leg.agency)) if leg.agency else ""
    return element("li", {}, element("b", {}, text(name)), " ", text(ends), agency)


def _asset(name: str) -> str:
    return files("egiz.report.page").joinpath(name).read_text("utf-8")
