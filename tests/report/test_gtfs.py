"""The timetable as other routers read it: a reader of our own and nigiri tell the moments we mean."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.facts.gtfs.read import read_feed
from egiz.facts.gtfs.record import mode_of
from egiz.report import document as doc
from egiz.report.gtfs import gtfs
from report.fixture import clock, timetable

WEEK = timedelta(weeks=1)
Moments = set[tuple[str, str, datetime, datetime]]
DATED = msgspec.structs.replace
ZONES = ("Asia/Almaty", "Asia/Yekaterinburg", "Europe/Berlin", "America/New_York", "Asia/Kathmandu")


def opened(data: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        tables = {name: io.StringIO(packed.read(name).decode()) for name in packed.namelist()}
    return {name.removesuffix(".txt"): list(csv.DictReader(table)) for name, table in tables.items()}


def seconds(text: str) -> int:
    hours, minutes, rest = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + int(rest)


def running(service: dict[str, str]) -> Iterator[date]:
    day = datetime.strptime(service["start_date"], "%Y%m%d").date()
    while day.strftime("%Y%m%d") <= service["end_date"]:
        if service[day.strftime("%A").lower()] == "1":
            yield day
        day += timedelta(days=1)


def told(data: bytes) -> list[tuple[str, str, datetime, datetime]]:
    """Every run of a feed in UTC, by the rules of GTFS: times count from twelve hours before noon."""
    feed = opened(data)
    zone = ZoneInfo(feed["agency"][0]["agency_timezone"])
    services = {row["service_id"]: row for row in feed["calendar"]}
    found = []
    for trip in feed["trips"]:
        first, last = (row for row in feed["stop_times"] if row["trip_id"] == trip["trip_id"])
        for day in running(services[trip["service_id"]]):
            noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone).astimezone(UTC)
            start = noon - timedelta(hours=12)
            left = start + timedelta(seconds=seconds(first["departure_time"]))
            arrived = start + timedelta(seconds=seconds(last["arrival_time"]))
            found.append((first["stop_id"], last["stop_id"], left, arrived))
    return found


def local(instant: datetime, zone: str) -> int:
    here = instant.astimezone(ZoneInfo(zone))
    return clock(here.weekday(), here.hour, here.minute)


def meant(one: doc.Timetable) -> Moments:
    """Every run by the clocks of its ends, minute by minute of nobody's business but the two zones'."""
    found = set()
    day, last = date.fromisoformat(one.valid_from), date.fromisoformat(one.valid_until)
    while day <= last:
        for run in one.departures:
            start, end = one.stops[run.origin], one.stops[run.destination]
            if run.leaves // 1440 == day.weekday():
                hour, minute = divmod(run.leaves % 1440, 60)
                here = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(start.zone))
                left = here.astimezone(UTC)
                later = (left + timedelta(minutes=minute) for minute in range(1, 3 * 1440))
                arrived = next(moment for moment in later if local(moment, end.zone) == run.arrives)
                found.add((start.name, end.name, left, arrived))
        day += timedelta(days=1)
    return found


def flown(zones: tuple[str, str], dates: tuple[str, str], runs: tuple[doc.Departure, ...]) -> doc.Timetable:
    stops = tuple(doc.Stop(name, 0.0, 0.0, zone) for name, zone in zip("AB", zones, strict=True))
    return DATED(timetable(), stops=stops, valid_from=dates[0], valid_until=dates[1], departures=runs)


def written(*timetables: doc.Timetable) -> bytes:
    return gtfs(timetables, "Egiz", "Egiz 0")


def test_feed_holds_what_was_meant() -> None:
    runs = told(written(timetable()))
    assert len(runs) == 21 + 21 + 20 + 21
    assert set(runs) == meant(timetable())


def test_times_over_midnight_go_past_24_hours() -> None:
    calls = opened(written(timetable()))["stop_times"]
    late = [
        row["arrival_time"] for row in calls if row["departure_time"] > "24" or row["arrival_time"] > "24"
    ]
    assert late == ["25:20:00"]


@pytest.mark.parametrize("zones", [("Europe/Berlin", "Europe/London"), ("Europe/London", "Europe/Berlin")])
def test_both_sides_of_a_change_of_clocks(zones: tuple[str, str]) -> None:
    """Both ends put their clocks forward in the night to 31 March 2019; the local times stay."""
    runs = (doc.Departure(0, 1, clock(6, 18, 0), clock(6, 19, 45)),)
    made = told(written(flown(zones, ("2019-03-24", "2019-03-31"), runs)))
    before, after = ((left, arrived) for _, _, left, arrived in made)
    assert after[0] - before[0] == WEEK - timedelta(hours=1)
    assert after[1] - after[0] == before[1] - before[0]


def test_one_end_alone_changes_its_clock() -> None:
    """Almaty went from UTC+6 to UTC+5 on 1 March 2024: it left earlier in UTC before that day."""
    runs = (doc.Departure(0, 1, clock(4, 9, 0), clock(4, 11, 0)),)
    zones = ("Asia/Almaty", "Asia/Yekaterinburg")
    made = told(written(flown(zones, ("2024-02-16", "2024-03-08"), runs)))
    assert [(left.day, left.hour, arrived.hour) for _, _, left, arrived in made] == [
        (16, 3, 6),
        (23, 3, 6),
        (1, 4, 6),
        (8, 4, 6),
    ]


def test_agency_that_changes_its_clock_tells_others_right() -> None:
    """A run between two steady zones, on the clock of a first stop that changes twice a year."""
    berlin = flown(
        ("Europe/Berlin", "Asia/Almaty"),
        ("2019-03-25", "2019-04-07"),
        (doc.Departure(1, 0, clock(6, 2, 15), clock(6, 5, 0)),),
    )
    assert set(told(written(berlin))) == meant(berlin)


def test_departure_before_the_service_day_begins() -> None:
    """In the night in which clocks go back, times count from 01:00: 00:30 belongs to the day before."""
    runs = (doc.Departure(0, 1, clock(6, 0, 30), clock(6, 6, 15)),)
    night = flown(("Europe/Berlin", "Asia/Almaty"), ("2019-10-21", "2019-11-03"), runs)
    made = told(written(night))
    assert {left for _, _, left, _ in made} == {
        datetime(2019, 10, 26, 22, 30, tzinfo=UTC),
        datetime(2019, 11, 2, 23, 30, tzinfo=UTC),
    }
    assert min(seconds(row["departure_time"]) for row in opened(written(night))["stop_times"]) >= 0


@given(
    zones=st.tuples(st.sampled_from(ZONES), st.sampled_from(ZONES)),
    leaves=st.integers(0, 7 * 1440 - 1),
    minutes=st.integers(90, 900),
    first=st.dates(date(2016, 1, 1), date(2025, 12, 1)),
    weeks=st.integers(0, 60),
)
def test_every_run_leaves_when_the_clock_says(
    zones: tuple[str, str], leaves: int, minutes: int, first: date, weeks: int
) -> None:
    """Any zones, any dates: one run a week, on the local day, after which it arrives by the clock there."""
    day = first + timedelta(days=(leaves // 1440 - first.weekday()) % 7)
    here = datetime(day.year, day.month, day.day, *divmod(leaves % 1440, 60), tzinfo=ZoneInfo(zones[0]))
    arrives = local(here.astimezone(UTC) + timedelta(minutes=minutes), zones[1])
    dates = (day.isoformat(), (day + weeks * WEEK).isoformat())
    made = told(written(flown(zones, dates, (doc.Departure(0, 1, leaves, arrives),))))
    assert len(made) == weeks + 1
    for _, _, left, arrived in made:
        skipped = left.astimezone(ZoneInfo(zones[0])).replace(tzinfo=None).time() != here.time()
        assert local(left, zones[0]) == leaves or skipped
        assert timedelta(0) < arrived - left < timedelta(hours=18)


def test_same_timetable_gives_the_same_bytes_and_no_folder() -> None:
    data = written(timetable(), DATED(timetable(), proposal="other"))
    assert data == written(timetable(), DATED(timetable(), proposal="other"))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        assert {item.date_time for item in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in packed.namelist() if "/" in name]


def test_ids_are_given_once_and_point_somewhere() -> None:
    moved = DATED(timetable().stops[0], latitude=51.1)
    other = DATED(timetable(), proposal="other", stops=(moved, timetable().stops[1]))
    feed = opened(written(timetable(), other))
    for table, key in (("stops", "stop_id"), ("routes", "route_id"), ("trips", "trip_id")):
        ids = [row[key] for row in feed[table]]
        assert len(ids) == len(set(ids))
    assert {row["stop_id"] for row in feed["stop_times"]} == {row["stop_id"] for row in feed["stops"]}
    assert {row["service_id"] for row in feed["trips"]} == {row["service_id"] for row in feed["calendar"]}
    assert {row["stop_timezone"] for row in feed["stops"]} == {"Asia/Almaty", "Asia/Yekaterinburg"}
    assert {row["route_type"] for row in feed["routes"]} == {"1100"}


def test_our_own_reader_finds_no_fault(tmp_path: Path) -> None:
    feed = tmp_path / "timetable.zip"
    feed.write_bytes(written(timetable(), DATED(timetable(), proposal="other")))
    read = read_feed(str(feed))
    assert read.stops.ids == ("TSE", "CEK")
    assert read.stops.zones == ("Asia/Almaty", "Asia/Yekaterinburg")
    assert [mode_of(int(kind)) for kind in read.routes.kinds] == ["air", "air"]
    assert len(read.trips.ids) == 2 * 4
    assert read.calls.arrival[-1] - read.calls.departure[-2] == 110
    assert read.notes == ()


def test_nigiri_reads_the_same_moments(tmp_path: Path) -> None:
    nigiri = pytest.importorskip("pynigiri", reason="pynigiri is not installed: no other router to ask")
    feed = tmp_path / "timetable.zip"
    feed.write_bytes(written(timetable()))
    config = nigiri.LoaderConfig()
    config.link_stop_distance = 0
    source = nigiri.TimetableSource("study", str(feed), config)
    loaded = nigiri.load_timetable([source], "2017-10-29", "2018-03-26")
    first, last = (datetime(2017, 11, 6, tzinfo=UTC), datetime(2018, 1, 29, tzinfo=UTC))
    found: Moments = set()
    for start, end in (("TSE", "CEK"), ("CEK", "TSE")):
        query = nigiri.Query()
        query.start = [nigiri.Offset(loaded.find_location(start), 0, 0)]
        query.destination = [nigiri.Offset(loaded.find_location(end), 0, 0)]
        query.max_transfers = 0
        for half in range(0, (last - first).days * 2):
            query.start_time = round((first + half * timedelta(hours=12)).timestamp()) // 60
            for journey in nigiri.route(loaded, query):
                (leg,) = journey.legs
                left, arrived = (datetime.fromtimestamp(at * 60, UTC) for at in (leg.dep_time, leg.arr_time))
                found.add((start, end, left, arrived))
    assert found <= meant(timetable())
    assert {run for run in meant(timetable()) if first <= run[2] < last} <= found
