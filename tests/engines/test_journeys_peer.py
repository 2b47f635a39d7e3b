"""Journeys beside nigiri, the C++ core of MOTIS: the same sets on timetables that neither was made for."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from egiz.engines.journeys import (
    NONE,
    Calendar,
    Ends,
    Footpaths,
    Modes,
    Question,
    Schedule,
    Seats,
    Stops,
    StopTimes,
    Trips,
    expand,
    network,
    profile,
    room,
    service_days,
)
from engines.journey_case import numbers

peer = pytest.importorskip("pynigiri", reason="the peer, pynigiri, is not installed")

STOPS, TRIPS, DAYS = 12, 60, 10
ZONE, MONDAY = "Europe/Berlin", date(2019, 3, 25)
"""The clocks change on the Sunday of this week."""
DAY = 1440


def made_up(seed: int) -> tuple[list[list[tuple[int, int, int]]], np.ndarray]:
    """Calls of trips, some of several days, and the dates they run on."""
    rng = np.random.default_rng(seed)
    trips = []
    for _ in range(TRIPS):
        minute, calls = int(rng.integers(0, 1500)), []
        for stop in rng.choice(STOPS, int(rng.integers(2, 7)), replace=False):
            arrival = minute + int(rng.integers(10, 400))
            minute = arrival + int(rng.integers(0, 30))
            calls.append((int(stop), arrival, minute))
        trips.append(calls)
    return trips, rng.random((TRIPS, DAYS)) < 0.3


def written(folder: Path, trips: list[list[tuple[int, int, int]]], active: np.ndarray) -> None:
    """Write the trips as a feed; stops lie far apart, so that nobody walks."""

    def clock(minute: int) -> str:
        return f"{minute // 60:02}:{minute % 60:02}:00"

    first = MONDAY - timedelta(days=2)
    tables = {
        "agency": ["agency_id,agency_name,agency_url,agency_timezone", f"a,A,http://a.example,{ZONE}"],
        "stops": [
            "stop_id,stop_name,stop_lat,stop_lon",
            *(f"s{n},Stop {n},{45 + n},10" for n in range(STOPS)),
        ],
        "routes": ["route_id,agency_id,route_short_name,route_long_name,route_type", "r,a,R,R,2"],
        "trips": ["route_id,service_id,trip_id", *(f"r,v{n},t{n}" for n in range(TRIPS))],
        "stop_times": [
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
            *(
                f"t{n},{clock(arrival)},{clock(departure)},s{stop},{place}"
                for n, calls in enumerate(trips)
                for place, (stop, arrival, departure) in enumerate(calls)
            ),
        ],
        "calendar_dates": [
            "service_id,date,exception_type",
            *(f"v{n},{first + timedelta(days=int(k)):%Y%m%d},1" for n, k in np.argwhere(active)),
        ],
    }
    for name, lines in tables.items():
        (folder / f"{name}.txt").write_text("\n".join(lines) + "\n")


def schedule(trips: list[list[tuple[int, int, int]]], active: np.ndarray) -> Schedule:
    calls = [call for own in trips for call in own]
    none = numbers([0] * TRIPS)
    return Schedule(
        StopTimes(
            *(numbers([call[k] for call in calls]) for k in range(3)), *np.ones((2, len(calls)), np.bool_)
        ),
        Trips(
            numbers(np.cumsum([0] + [len(own) for own in trips]).tolist()), numbers(range(TRIPS)), none, none
        ),
        Calendar(active, service_days([ZONE], MONDAY - timedelta(days=2), DAYS, MONDAY)),
        Seats(*(numbers([]) for _ in range(3))),
        Stops(numbers([2] * STOPS), numbers(range(STOPS))),
        Footpaths(numbers([0] * (STOPS + 1)), numbers([]), numbers([])),
        Modes(numbers([0]), numbers([0]), numbers([NONE])),
    )


@pytest.mark.parametrize("seed", range(3))
def test_the_sets_of_a_week_with_a_change_of_clocks_are_the_peers(
    tmp_path: Path, seed: int, capfd: pytest.CaptureFixture[str]
) -> None:
    trips, active = made_up(seed)
    written(tmp_path, trips, active)
    source, config = peer.TimetableSource("made-up", str(tmp_path)), peer.LoaderConfig()
    config.link_stop_distance = 0
    source.loader_config = config
    table = peer.load_timetable([source], "2019-03-23", "2019-04-06")
    places = [table.find_location(f"s{n}") for n in range(STOPS)]
    zero, start, end, longest = (MONDAY - date(1970, 1, 1)).days * DAY, -60, 7 * DAY - 120, 2 * DAY
    net = network(expand(schedule(trips, active), (start, end + longest)))
    place, journeys = room(net), 0
    for origin in range(STOPS):
        for target in set(range(STOPS)) - {origin}:
            query = peer.Query()
            query.start_time = zero + start, zero + end
            query.start, query.destination = ([peer.Offset(places[n], 0, 0)] for n in (origin, target))
            query.max_transfers, query.max_travel_time = 6, longest
            query.start_match_mode = query.dest_match_mode = peer.LocationMatchMode.EXACT
            theirs = {
                (one.departure_time() - zero, one.arrival_time() - zero, one.transfers)
                for one in peer.route(table, query)
            }
            asked = Question(Ends((origin,)), Ends((target,)), (start, end), longest)
            found = profile(net, asked, place)
            own = zip(found.departure.tolist(), found.arrival.tolist(), found.transfers.tolist(), strict=True)
            assert set(own) == theirs
            journeys += len(theirs)
    capfd.readouterr()
    assert journeys > 500
