"""A timetable of several clocks written on one: every trip runs at the moments at which it ran before."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from egiz.facts.gtfs.read import read_feed
from egiz.facts.gtfs.record import (
    NONE,
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
from egiz.facts.gtfs.write import feed_zip
from egiz.facts.gtfs.zone import in_one_zone

ZONES = ("Asia/Almaty", "Asia/Yekaterinburg", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati")
HOURS = st.integers(0, 50 * 60)


def whole(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.int32)


def timetable(zones: list[str], first: date, days: int, leaves: list[int], block: bool = False) -> Feed:
    """A trip of 100 minutes of each zone, every day but the second Tuesday."""
    count, start = len(zones), day_number(first)
    number = np.arange(count, dtype=np.int32)
    spots = np.arange(2 * count, dtype=float)
    ids = tuple(f"s{at}" for at in range(2 * count))
    minutes = whole(*(at for one in leaves for at in (one, one + 100)))
    every = np.ones(2 * count, bool)
    off = start + (1 - first.weekday()) % 7 + 7
    return Feed(
        "made",
        tuple(Agency(f"a{at}", "Who", zone) for at, zone in enumerate(zones)),
        Stops(ids, ids, spots, spots, whole(*[NONE] * 2 * count), whole(*[0] * 2 * count), ("",) * 2 * count),
        Routes(tuple(f"r{at}" for at in range(count)), ("line",) * count, whole(*[2] * count), number),
        Services(
            ("daily",),
            np.ones((1, 7), bool),
            whole(start),
            whole(start + days),
            whole(0),
            whole(off),
            np.array([False]),
        ),
        Trips(
            tuple(f"t{at}" for at in range(count)),
            ("",) * count,
            number,
            whole(*[0] * count),
            whole(*[0 if block else NONE] * count),
            np.arange(0, 2 * count + 1, 2, dtype=np.int32),
        ),
        Calls(np.arange(2 * count, dtype=np.int32), minutes, minutes, every, every),
        Links(*(whole() for _ in range(6))),
    )


def moments(feed: Feed) -> Counter[tuple[str, datetime, datetime]]:
    """When every trip leaves its first stop and comes to its last, in UTC."""
    first = date(2015, 1, 1)
    runs = feed.services.running(first, 4400)
    found: Counter[tuple[str, datetime, datetime]] = Counter()
    for trip, service in enumerate(feed.trips.service.tolist()):
        zone = ZoneInfo(feed.agencies[feed.routes.agency[feed.trips.route[trip]]].zone)
        calls = slice(*feed.trips.first[trip : trip + 2])
        for at in np.flatnonzero(runs[service]).tolist():
            noon = datetime.combine(first + timedelta(days=at), time(12), zone).astimezone(UTC)
            times = (int(feed.calls.departure[calls][0]), int(feed.calls.arrival[calls][-1]))
            left, came = (noon - timedelta(hours=12) + timedelta(minutes=minute) for minute in times)
            found[feed.stops.ids[feed.calls.stop[calls][0]], left, came] += 1
    return found


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(ZONES), HOURS), min_size=1, max_size=4),
    st.dates(date(2016, 1, 1), date(2025, 6, 1)),
    st.integers(0, 300),
    st.sampled_from(ZONES),
    st.booleans(),
)
def test_moments_stay(trips: list[tuple[str, int]], first: date, days: int, target: str, block: bool) -> None:
    zones, leaves = zip(*trips, strict=True)
    feed = timetable(list(zones), first, days, list(leaves), block)
    one = in_one_zone(feed, target)
    assert {agency.zone for agency in one.agencies} == {target}
    assert moments(one) == moments(feed)
    assert (one.calls.departure >= 0).all()
    assert len(set(one.trips.ids)) == len(one.trips.ids)
    assert len(set(one.services.ids)) == len(one.services.ids)


def test_travellers_are_told_the_same_times() -> None:
    one = in_one_zone(timetable(list(ZONES[:2]), date(2024, 2, 20), 20, [600, 30]), ZONES[0])
    assert one.stops.zones == (ZONES[0],) * 2 + (ZONES[1],) * 2
    assert one.trips.ids == ("t0", "t1", "t1-2"), "clocks of Almaty were changed on 1 March 2024"


def test_it_is_read_back(tmp_path: Path) -> None:
    one = in_one_zone(timetable(list(ZONES), date(2024, 2, 20), 60, [600, 30, 0, 3000, 5]), ZONES[2])
    path = tmp_path / "one.zip"
    path.write_bytes(feed_zip(one))
    assert moments(read_feed(str(path))) == moments(one)


def test_rules_that_name_a_trip_hold_for_its_parts() -> None:
    feed = timetable(list(ZONES[:2]), date(2024, 2, 20), 20, [600, 800])
    links = Links(whole(1, 0), whole(2, 1), whole(4, 2), whole(NONE, 5), whole(0, NONE), whole(1, NONE))
    held = Feed(*(getattr(feed, name) for name in feed.__slots__[:7]), links)
    one = in_one_zone(held, ZONES[0]).links
    assert one.origin_trip.tolist() == [0, 0, NONE]
    assert one.target_trip.tolist() == [1, 2, NONE]
    assert one.minutes.tolist() == [NONE, NONE, 5]
