"""Writes a timetable as a feed that other routers open; the same feed gives the same bytes."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from egiz.facts.gtfs.clock import clock
from egiz.facts.gtfs.record import NONE, Codes, Feed, day_of
from egiz.facts.gtfs.service import REMOVED, RUNS, WEEKDAYS

MOMENT = (1980, 1, 1, 0, 0, 0)
"""Time of every member: a zip holds no earlier one."""
LINK = "https://example.org"
"""The specification wants an address of each agency; no router reads it."""
SHORT = 12
"""Letters of a short name of a line; validators wonder at more."""
MIXED = "mul"
"""Language of tables of which one does not know it."""
MINUTE = 60
READABLE = 0o644 << 16
"""Rights of a member, so that other users of a machine can read what is unpacked."""


def feed_zip(feed: Feed, language: str = MIXED) -> bytes:
    """Write a feed as a zip; with names in several languages, one must be told that of its tables."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in feed_tables(feed, language).items():
            info = zipfile.ZipInfo(name, MOMENT)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, READABLE
            packed.writestr(info, content)
    return target.getvalue()


def feed_tables(feed: Feed, language: str = MIXED) -> dict[str, bytes]:
    """Write a feed as tables, by their names."""
    tables = {
        "agency.txt": _agencies(feed),
        "stops.txt": _stops(feed),
        "routes.txt": _routes(feed),
        "trips.txt": _trips(feed),
        "stop_times.txt": _calls(feed),
        "calendar.txt": _weeks(feed),
    }
    if feed.services.except_day.size:
        tables["calendar_dates.txt"] = _exceptions(feed)
    if feed.links.kinds.size:
        tables["transfers.txt"] = _links(feed)
    if feed.stops.translations:
        tables["translations.txt"] = _translations(feed)
        tables["feed_info.txt"] = _info(feed, language)
    return tables


def _agencies(feed: Feed) -> bytes:
    rows = ((agent.id, agent.name or agent.id, LINK, agent.zone) for agent in feed.agencies)
    return _table(("agency_id", "agency_name", "agency_url", "agency_timezone"), rows)


def _stops(feed: Feed) -> bytes:
    stops = feed.stops
    heads = ("stop_id", "stop_code", "stop_name", "stop_lat", "stop_lon")
    more = ("location_type", "parent_station", "stop_timezone")
    codes = stops.codes or ("",) * len(stops.ids)
    places = (
        ["" if np.isnan(x) else repr(x) for x in axis.tolist()] for axis in (stops.latitude, stops.longitude)
    )
    parents = _named(stops.ids, stops.parent)
    kinds = stops.kinds.tolist()
    rows = zip(stops.ids, codes, stops.names, *places, kinds, parents, stops.zones, strict=True)
    return _table((*heads, *more), rows)


def _routes(feed: Feed) -> bytes:
    routes = feed.routes
    agents = _named([agent.id for agent in feed.agencies], routes.agency)
    names = (("", name) if len(name) > SHORT else (name, "") for name in routes.names)
    rows = zip(routes.ids, agents, names, routes.kinds.tolist(), strict=True)
    heads = ("route_id", "agency_id", "route_short_name", "route_long_name", "route_type")
    return _table(heads, ((one, agent, *name, kind) for one, agent, name, kind in rows))


def _trips(feed: Feed) -> bytes:
    trips = feed.trips
    blocks = ["" if block == NONE else f"block-{block}" for block in trips.block.tolist()]
    routes, services = _named(feed.routes.ids, trips.route), _named(feed.services.ids, trips.service)
    heads = ("route_id", "service_id", "trip_id", "trip_short_name", "block_id")
    return _table(heads, zip(routes, services, trips.ids, trips.names, blocks, strict=True))


def _calls(feed: Feed) -> bytes:
    calls, length = feed.calls, np.diff(feed.trips.first)
    trip = np.repeat(np.arange(length.size), length).astype(np.int32)
    order = np.arange(trip.size) - np.repeat(feed.trips.first[:-1], length)
    never = ((~mark).astype(int).tolist() for mark in (calls.boards, calls.alights))
    rows = zip(
        _named(feed.trips.ids, trip),
        map(clock, calls.arrival.tolist()),
        map(clock, calls.departure.tolist()),
        _named(feed.stops.ids, calls.stop),
        order.tolist(),
        *never,
        strict=True,
    )
    heads = ("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence")
    return _table((*heads, "pickup_type", "drop_off_type"), rows)


def _weeks(feed: Feed) -> bytes:
    days = feed.services
    held = np.flatnonzero(days.last >= days.first).tolist()
    rows = (
        (days.ids[one], *days.weekdays[one].astype(int).tolist(), _day(days.first[one]), _day(days.last[one]))
        for one in held
    )
    return _table(("service_id", *WEEKDAYS, "start_date", "end_date"), rows)


def _exceptions(feed: Feed) -> bytes:
    days = feed.services
    dates = (_day(day) for day in days.except_day.tolist())
    kinds = np.where(days.except_runs, RUNS, REMOVED).tolist()
    rows = zip(_named(days.ids, days.except_service), dates, kinds, strict=True)
    return _table(("service_id", "date", "exception_type"), rows)


def _links(feed: Feed) -> bytes:
    links = feed.links
    stops = (_named(feed.stops.ids, end) for end in (links.origin, links.target))
    trips = (_named(feed.trips.ids, end) for end in (links.origin_trip, links.target_trip))
    seconds = ["" if one == NONE else one * MINUTE for one in links.minutes.tolist()]
    heads = ("from_stop_id", "to_stop_id", "from_trip_id", "to_trip_id", "transfer_type", "min_transfer_time")
    return _table(heads, zip(*stops, *trips, links.kinds.tolist(), seconds, strict=True))


def _translations(feed: Feed) -> bytes:
    rows = (
        ("stops", "stop_name", one.language, one.name, feed.stops.ids[one.stop])
        for one in feed.stops.translations
    )
    return _table(("table_name", "field_name", "language", "translation", "record_id"), rows)


def _info(feed: Feed, language: str) -> bytes:
    heads = ("feed_publisher_name", "feed_publisher_url", "feed_lang", "feed_start_date", "feed_end_date")
    days = (f"{day:%Y%m%d}" for day in feed.services.span() or ())
    return _table(heads, [(feed.agencies[0].name or feed.name, LINK, language, *days)])


def _named(ids: Sequence[str], numbers: Codes) -> list[str]:
    return ["" if number == NONE else ids[number] for number in numbers.tolist()]


def _day(number: int) -> str:
    return day_of(int(number)).strftime("%Y%m%d")


def _table(heads: Iterable[str], rows: Iterable[Iterable[str | int]]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\n").writerows(chain((heads,), rows))
    return target.getvalue().encode()
