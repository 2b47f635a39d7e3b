"""Writes a timetable that ships as a feed which other routers open: one clock, names in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from egiz.facts.gtfs.record import Agency, Feed, Translation
from egiz.facts.gtfs.write import feed_zip
from egiz.facts.gtfs.zone import in_one_zone
from egiz.report.called import FEED_LANGUAGE, city_names
from egiz.report.itinerary import PACKAGES
from egiz.report.words import Words
from egiz.study.journey.corridor import city_of, code_of

AGENCY = "egiz"
"""Id of the agency of all trips."""


def shipped_zip(feed: Feed) -> bytes:
    """Write a timetable that ships as a zip.

    Parameters
    ----------
    feed
        The timetable; the clock of its first stop is that of the feed, since one clock is all that a feed may
        have. Stops keep zones of their own.
    """
    zone = feed.stops.zones[0]
    one = in_one_zone(feed, zone)
    stops = replace(one.stops, translations=tuple(_translations(one)))
    routes = replace(one.routes, agency=np.zeros_like(one.routes.agency))
    agency = Agency(AGENCY, f"Egiz: {feed.name}", zone)
    return feed_zip(replace(one, agencies=(agency,), stops=stops, routes=routes), FEED_LANGUAGE)


def _translations(feed: Feed) -> Iterator[Translation]:
    words = Words.of(PACKAGES)
    for number, ident in enumerate(feed.stops.ids):
        city, terminal = city_of(ident)
        kind = "airport" if code_of(ident) else terminal
        for language, name in city_names(city).items():
            if language != FEED_LANGUAGE:
                values = {"city": name, "code": terminal}
                text = words.say(language, f"stop-{kind}", values) if kind else name
                yield Translation(number, language, text)
