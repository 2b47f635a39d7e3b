"""From trips to runs: service days, zones, changes of clocks, long and rare trips."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from egiz.engines.journeys import (
    NONE,
    Calendar,
    Ends,
    Footpaths,
    Modes,
    Profile,
    Question,
    Schedule,
    Seats,
    Stops,
    StopTimes,
    Trips,
    expand,
    journeys,
    network,
    profile,
    service_days,
)
from egiz.errors import EngineError
from engines.journey_case import numbers

DAY = 1440
HOUR = 60
Trip = tuple[str, str, list[tuple[int, int, int]]]
"""Zone, days of running ("1" or "0" a date), and calls: stop, arrival, departure in minutes."""


def schedule(
    trips: list[Trip], first: date, stops: int = 4, seats: tuple[tuple[int, int, int], ...] = ()
) -> Schedule:
    zones = sorted({zone for zone, _, _ in trips})
    calls = [call for _, _, own in trips for call in own]
    size = len(calls)
    return Schedule(
        StopTimes(
            *(numbers([c[part] for c in calls]) for part in range(3)), *(np.ones((2, size), dtype=np.bool_))
        ),
        Trips(
            numbers(np.cumsum([0] + [len(own) for _, _, own in trips]).tolist()),
            numbers(range(len(trips))),
            numbers([0] * len(trips)),
            numbers([zones.index(zone) for zone, _, _ in trips]),
        ),
        Calendar(
            np.array([[mark == "1" for mark in days] for _, days, _ in trips]),
            service_days(zones, first, len(trips[0][1]), first),
        ),
        Seats(*(numbers([pair[part] for pair in seats]) for part in range(3))),
        Stops(numbers([5] * stops), numbers(range(stops))),
        Footpaths(numbers([0] * (stops + 1)), numbers([]), numbers([])),
        Modes(numbers([0]), numbers([0]), numbers([NONE])),
    )


def ask(trips: list[Trip], first: date, window: tuple[int, int], longest: int = 5 * DAY) -> Profile:
    table = expand(schedule(trips, first), (window[0], window[1] + longest))
    return profile(network(table), Question(Ends((0,)), Ends((2,)), window, longest))


def moments(minutes: np.ndarray, first: date, zone: str) -> list[str]:
    zero = datetime(first.year, first.month, first.day, tzinfo=UTC)
    return [f"{(zero + timedelta(minutes=int(m))).astimezone(ZoneInfo(zone)):%a %H:%M}" for m in minutes]


def test_a_flight_once_a_week_is_found_from_every_day() -> None:
    trips: list[Trip] = [
        ("Asia/Almaty", "0000100", [(1, 600, 600), (2, 700, 700)]),
        ("Asia/Almaty", "1000000", [(0, 600, 600), (1, 700, 700)]),
    ]
    found = ask(trips, date(2019, 3, 4), (-DAY, 7 * DAY))
    assert moments(found.departure, date(2019, 3, 4), "Asia/Almaty") == ["Mon 10:00"]
    assert (found.arrival - found.departure).tolist() == [4 * DAY + 100]


def test_a_boarding_on_the_third_day_of_a_trip_is_found() -> None:
    trips: list[Trip] = [
        ("UTC", "1000000", [(1, 1200, 1200), (3, 2000, 2010), (0, 3500, 3510), (2, 3600, 3600)])
    ]
    found = ask(trips, date(2019, 3, 4), (2 * DAY, 3 * DAY))
    assert (found.departure.tolist(), found.arrival.tolist()) == ([3510], [3600])


def test_a_trip_of_more_than_a_day_keeps_its_length() -> None:
    found = ask([("UTC", "1", [(0, 1439, 1439), (2, 5000, 5000)])], date(2019, 3, 4), (0, DAY))
    assert (found.arrival - found.departure).tolist() == [3561]


def test_a_change_across_midnight_is_made() -> None:
    trips: list[Trip] = [
        ("UTC", "1100", [(0, 1400, 1400), (1, 1430, 1430)]),
        ("UTC", "1100", [(1, 5, 5), (2, 60, 60)]),
    ]
    found = ask(trips, date(2019, 3, 4), (0, DAY))
    assert (found.departure.tolist(), found.arrival.tolist()) == ([1400], [DAY + 60])


@pytest.mark.parametrize(("day", "hours"), [(date(2017, 7, 3), 1.0), (date(2024, 7, 1), 2.0)])
def test_a_border_between_zones_is_crossed_by_the_law_of_the_date(day: date, hours: float) -> None:
    trips: list[Trip] = [
        ("Asia/Yekaterinburg", "1", [(0, 600, 600), (1, 660, 660)]),
        ("Asia/Almaty", "1", [(1, 780, 780), (2, 840, 840)]),
    ]
    found = ask(trips, day, (0, DAY))
    assert (found.arrival - found.departure).tolist() == [60 * hours + 120]


def test_the_night_in_which_clocks_change_moves_no_service_day() -> None:
    first = date(2019, 3, 30)
    trips: list[Trip] = [("Europe/Berlin", "111", [(0, 22 * HOUR, 22 * HOUR), (2, 30 * HOUR, 30 * HOUR)])]
    found = ask(trips, first, (0, 3 * DAY))
    assert moments(found.departure, first, "Europe/Berlin") == ["Sat 22:00", "Sun 22:00", "Mon 22:00"]
    assert moments(found.arrival, first, "Europe/Berlin") == ["Sun 07:00", "Mon 06:00", "Tue 06:00"]
    assert set((found.arrival - found.departure).tolist()) == {8 * HOUR}


def test_early_on_the_day_of_the_change_times_count_from_noon() -> None:
    first = date(2019, 3, 31)
    starts = service_days(["Europe/Berlin"], first, 2, first)
    assert starts.tolist() == [[-120, DAY - 120]]
    found = ask([("Europe/Berlin", "11", [(0, 60, 60), (2, 240, 240)])], first, (-DAY, 2 * DAY))
    assert moments(found.departure, first, "Europe/Berlin") == ["Sun 00:00", "Mon 01:00"]
    assert moments(found.arrival, first, "Europe/Berlin") == ["Sun 04:00", "Mon 04:00"]


def test_a_block_goes_on_by_service_day_with_everybody_on_board() -> None:
    trips: list[Trip] = [
        ("UTC", "1110", [(0, 600, 600), (1, 700, 700)]),
        ("UTC", "0110", [(1, 702, 702), (2, 800, 800)]),
        ("UTC", "1000", [(1, 703, 703), (2, 900, 900)]),
    ]
    seats = (0, 1, 0), (0, 2, 0)
    table = expand(schedule(trips, date(2019, 3, 4), seats=seats), (0, 4 * DAY))
    found, legs = journeys(network(table), Question(Ends((0,)), Ends((2,)), (0, 4 * DAY), DAY))
    assert found.transfers.tolist() == [0, 0, 0]
    assert found.arrival.tolist() == [900, DAY + 800, 2 * DAY + 800]
    runs = table.runs
    ridden = table.connections.run[legs.alight]
    assert list(zip(runs.trip[ridden].tolist(), runs.day[ridden].tolist(), strict=True)) == [
        (2, 0),
        (1, 1),
        (1, 2),
    ]


def test_a_ride_of_no_time_makes_every_change_take_a_minute() -> None:
    trips: list[Trip] = [("UTC", "1", [(0, 600, 600), (1, 600, 600), (2, 610, 610)])]
    plan = schedule(trips, date(2019, 3, 4))
    table = expand(replace(plan, stops=replace(plan.stops, change=numbers([0, 0, 7, 7]))), (0, DAY))
    assert table.stops.change.tolist() == [1, 1, 7, 7]


def test_a_trip_that_goes_back_in_time_is_an_error() -> None:
    with pytest.raises(EngineError, match="arrives before it leaves"):
        ask([("UTC", "1", [(0, 600, 600), (2, 590, 590)])], date(2019, 3, 4), (0, DAY))


def test_dates_of_zones_and_services_must_agree() -> None:
    plan = schedule([("UTC", "11", [(0, 600, 600), (2, 690, 690)])], date(2019, 3, 4))
    short = replace(plan.calendar, starts=plan.calendar.starts[:, :1])
    with pytest.raises(EngineError, match="unlike dates"):
        expand(replace(plan, calendar=short), (0, DAY))
