"""The timetable that ships: what was known by the day, sourced or marked, and a feed that others open."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from click.testing import CliRunner

from egiz.cli import main
from egiz.errors import InputError
from egiz.facts.gtfs.read import read_feed
from egiz.facts.gtfs.record import Feed
from egiz.facts.library import Facts
from egiz.study.journey.corridor import Level, corridor_feed
from egiz.study.journey.place import find_place
from egiz.study.journey.row import Rows, read_at

NAME = "astana-chelyabinsk"
SUMMER = date(2017, 7, 10)


def asked(feed: str, *more: str) -> dict[str, object]:
    words = ("journeys", feed, "--from", "Astana", "--to", "Chelyabinsk", "--date", "2017-07-10", "--json")
    result = CliRunner().invoke(main, (*words, *more))  # of an option given twice the last one holds
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_the_train_runs_as_its_source_tells() -> None:
    feed = corridor_feed(NAME, SUMMER)
    (route,) = np.flatnonzero([name == "rail Astana rail – Chelyabinsk rail" for name in feed.routes.ids])
    trips = np.flatnonzero(feed.trips.route == route)
    first = feed.trips.first[trips]
    assert set(feed.calls.departure[first].tolist()) == {16 * 60}
    assert set((feed.calls.arrival[first + 1] - feed.calls.departure[first]).tolist()) == {20 * 60}
    seen = [row for row in Facts.shipped().rows if row.name == "service_first" and row.status == "seen"]
    assert {row.source.key for row in seen} == {"inform_2016"}


def test_every_other_row_is_marked() -> None:
    names = ("service_", "access_minutes")
    rows = [row for row in Facts.shipped().rows if row.name.startswith(names)]
    assert len(rows) > 50
    assert all(row.dating.known_from is not None for row in rows)
    assert {row.status for row in rows} == {"seen", "derived", "memory"}
    assert all(row.spread.low is not None for row in rows if row.source.key == "judgement")


SCOPES = tuple(row.scope for row in Facts.shipped().rows if row.name == "service_weekly")


@pytest.mark.parametrize("level", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("scope", SCOPES)
def test_as_many_leave_a_week_as_the_row_tells(scope: str, level: float) -> None:
    day = date(2024, 7, 1)
    known = Rows(Facts.shipped().at(day))
    feed = corridor_feed(NAME, day, known, Level(weekly=level))
    mode, *names = scope.split("|")
    ends = [name if len(name) == 3 else f"{name} {mode}" for name in names]
    route = next(at for at, one in enumerate(feed.routes.ids) if all(one.count(end) for end in ends))
    trips = np.flatnonzero(feed.trips.route == route)
    active = feed.services.running(day, 7)[feed.trips.service[trips]]
    assert active.sum() == round(read_at(known.pick("service_weekly", scope), level))
    assert np.ptp(active.sum(axis=0)) <= 1, "no day has two more than another"
    leaves = feed.calls.departure[feed.trips.first[trips]][active.any(axis=1)]
    assert ((leaves >= 0) & (leaves < 1440)).all()
    for runs in active.T:
        gaps = np.diff(np.sort(leaves[runs[active.any(axis=1)]]))
        assert gaps.size == 0 or np.ptp(gaps) <= 1, "evenly over every day"


def test_what_is_not_known_yet_does_not_run() -> None:
    with pytest.raises(InputError) as caught:
        corridor_feed(NAME, date(2016, 1, 1))
    assert caught.value.faults[0].key == "no-fact-yet"
    early, late = (corridor_feed(NAME, day).routes.ids for day in (SUMMER, date(2024, 7, 1)))
    assert "bus Kostanay bus – Astana bus" not in early
    assert "bus Kostanay bus – Astana bus" in late


def test_a_season_ends() -> None:
    feed = corridor_feed(NAME, date(2024, 7, 1))
    route = feed.routes.ids.index("bus Kostanay bus – Astana bus")
    services = np.unique(feed.trips.service[feed.trips.route == route])
    runs = [feed.services.running(day, 7)[services].sum() for day in (date(2024, 7, 1), date(2024, 11, 4))]
    assert runs[0] > 0
    assert runs[1] == 0


def test_clocks_of_astana_follow_the_law() -> None:
    answer = asked(NAME)
    trains = [one for one in answer["journeys"] if one["legs"][-2]["mode"] == "rail"]  # type: ignore[attr-defined]
    assert trains
    assert trains[0]["legs"][1]["departure"] == "2017-07-10T16:00:00+06:00"
    assert trains[0]["legs"][1]["arrival"] == "2017-07-11T11:00:00+05:00"


def test_the_rival_airport_is_found() -> None:
    answer = asked(NAME)
    ways = [
        [(leg["mode"], leg["to"]["id"]) for leg in one["legs"]]
        for one in answer["journeys"]  # type: ignore[attr-defined]
    ]
    assert any(("air", "Yekaterinburg SVX") in way and ("bus", "Chelyabinsk bus") in way for way in ways)
    assert any("memory" in note for note in answer["notes"])  # type: ignore[attr-defined]


def test_cities_are_known_in_every_language() -> None:
    words = ("journeys", NAME, "--from", "Астана", "--to", "Челябі", "--date", "2017-07-10", "--json")
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["journeys"] == asked(NAME)["journeys"]


def told(journeys: object) -> list[object]:
    """What a traveller is told, but for who runs it and the numbers of the trips."""
    return [
        [one["departure"], one["arrival"], one["transfers"]]
        + [[leg[name] for name in ("mode", "departure", "arrival")] for leg in one["legs"]]
        + [leg[end]["id"] for leg in one["legs"] for end in ("from", "to")]
        for one in journeys  # type: ignore[attr-defined]
    ]


@pytest.mark.parametrize("day", ["2017-07-10", "2024-02-26", "2024-12-30"])
@pytest.mark.parametrize("ends", [("Astana", "Chelyabinsk"), ("Chelyabinsk", "Astana")])
def test_it_is_written_as_a_feed_that_reads_back(tmp_path: Path, day: str, ends: tuple[str, str]) -> None:
    """Also over 1 March 2024, when clocks of Kazakhstan were changed, and over the end of a year."""
    words = ("--from", ends[0], "--to", ends[1], "--date", day)
    own = asked(NAME, *words, "--out", str(tmp_path))
    again = asked(str(tmp_path / "timetable.zip"), *words)
    assert told(again["journeys"]) == told(own["journeys"])
    assert len(told(own["journeys"])) > 5


def test_its_feed_keeps_one_clock_and_names_in_every_language(tmp_path: Path) -> None:
    asked(NAME, "--date", "2024-02-26", "--out", str(tmp_path))
    path = str(tmp_path / "timetable.zip")
    feed, own = read_feed(path), corridor_feed(NAME, date(2024, 2, 26))
    assert [one.zone for one in feed.agencies] == ["Asia/Almaty"]
    assert feed.stops.ids == own.stops.ids
    assert feed.stops.zones == own.stops.zones
    assert not feed.notes
    for text in ("Челябинск", "Челябі", "chelyabinsk"):
        assert find_place(feed, text).id == find_place(own, text).id == "Chelyabinsk"
    for text in ("Челябинск, аэропорт CEK", "Челябі, CEK әуежайы", "CEK"):
        assert find_place(feed, text).id == "Chelyabinsk CEK"


def test_nigiri_reads_the_same_moments_in_its_feed(tmp_path: Path) -> None:
    nigiri = pytest.importorskip("pynigiri", reason="pynigiri is not installed: no other router to ask")
    asked(NAME, "--date", "2024-02-26", "--out", str(tmp_path))
    source = nigiri.TimetableSource("corridor", str(tmp_path / "timetable.zip"), nigiri.LoaderConfig())
    loaded = nigiri.load_timetable([source], "2024-02-20", "2024-03-10")
    first, last = (datetime(2024, 2, day, tzinfo=UTC) for day in (26, 28))
    last += timedelta(days=4)
    own = corridor_feed(NAME, date(2024, 2, 26))
    meant = {run for run in runs(own, date(2024, 2, 24), 9) if first <= run[2] < last}
    found = set()
    for start, end in {run[:2] for run in meant}:
        query = nigiri.Query()
        query.start = [nigiri.Offset(loaded.find_location(start), 0, 0)]
        query.destination = [nigiri.Offset(loaded.find_location(end), 0, 0)]
        query.start_match_mode = query.dest_match_mode = nigiri.LocationMatchMode.EXACT
        query.max_transfers = 0
        query.start_time = tuple(round(moment.timestamp()) // 60 for moment in (first, last))
        for journey in nigiri.route(loaded, query):
            (leg,) = journey.legs
            left, came = (datetime.fromtimestamp(at * 60, UTC) for at in (leg.dep_time, leg.arr_time))
            found.add((start, end, left, came))
    assert {run for run in found if run[2] < last} == meant


def runs(feed: Feed, day: date, count: int) -> set[tuple[str, str, datetime, datetime]]:
    """Every run in UTC, by the rules of GTFS: times count from twelve hours before noon."""
    found = set()
    for trip, active in enumerate(feed.services.running(day, count)[feed.trips.service]):
        zone = ZoneInfo(feed.agencies[feed.routes.agency[feed.trips.route[trip]]].zone)
        one = int(feed.trips.first[trip])
        ends = [feed.stops.ids[stop] for stop in feed.calls.stop[one : one + 2].tolist()]
        for at in np.flatnonzero(active).tolist():
            noon = datetime.combine(day + timedelta(days=at), time(12), zone).astimezone(UTC)
            minutes = (feed.calls.departure[one], feed.calls.arrival[one + 1])
            left, came = (noon + timedelta(minutes=int(minute) - 720) for minute in minutes)
            found.add((ends[0], ends[1], left, came))
    return found
