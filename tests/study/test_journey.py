"""Between a timetable and its search: places, ways on foot, vehicles that go on, waiting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from egiz.engines.journeys import NEVER
from egiz.errors import InputError
from egiz.facts.gtfs.read import read_feed
from egiz.facts.gtfs.record import Feed
from egiz.study.journey.place import find_place, station_of
from egiz.study.journey.rule import shipped_rules, shipped_taste
from egiz.study.journey.schedule import Dates, schedule_of
from egiz.study.journey.walk import walks
from facts.timetable import TABLES, folder

STATION = (
    "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
    "S,Gare,51.0,71.0,1,\nA,Quai 1,51.0,71.0,0,S\nB,Quai 2,51.0,71.01,0,S\n"
    "C,Far,55.14,61.41,0,\nD,far,55.1405,61.41,0,\nE,Next,55.1402,61.4101,0,\n"
)
CALLS = (
    "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    "out,8:00:00,8:00:00,A,1\nout,9:00:00,9:00:00,C,2\nback,9:00:00,9:05:00,C,1\nback,10:00:00,10:00:00,B,2\n"
    "more,9:30:00,9:30:00,D,1\nmore,9:40:00,9:40:00,E,2\n"
)
TRIPS = "route_id,service_id,trip_id,block_id\nR,daily,out,1\nR,daily,back,1\nR,daily,more,1\n"


MODES = ("rail", "air")


def feed(path: Path, **more: str) -> Feed:
    tables = {"stops.txt": STATION, "stop_times.txt": CALLS, "trips.txt": TRIPS}
    return read_feed(folder(path, {**tables, **{f"{name}.txt": text for name, text in more.items()}}))


def ways(found: Feed) -> dict[tuple[str, str], int]:
    paths, _ = walks(found, shipped_rules(MODES).walking)
    origin = np.repeat(np.arange(len(found.stops.ids)), np.diff(paths.first))
    rows = zip(origin.tolist(), paths.stop.tolist(), paths.minutes.tolist(), strict=True)
    return {(found.stops.ids[one], found.stops.ids[other]): took for one, other, took in rows}


def test_platforms_namesakes_and_neighbours_are_linked(tmp_path: Path) -> None:
    found = ways(feed(tmp_path))
    assert set(found) == {
        (one, other) for group in ("AB", "CDE") for one in group for other in group if one != other
    }
    assert found["A", "B"] == found["B", "A"] == 8, "701 m at 1.5 m/s"
    assert found["C", "E"] == 2, "never less than a change"


def test_rules_of_the_feed_go_first(tmp_path: Path) -> None:
    rules = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n"
        "C,D,3,\nD,C,2,601\nA,C,2,7200\nC,E,1,\nA,A,2,300\nE,E,3,\nS,S,2,240\n"
    )
    found = feed(tmp_path, transfers=rules)
    paths = ways(found)
    assert ("C", "D") not in paths
    assert paths["D", "C"] == 11
    assert paths["A", "C"] == 120
    assert paths["C", "E"] == 1
    assert paths["A", "B"] == 4, "a rule of a station holds for its platforms"
    _, change = walks(found, shipped_rules(MODES).walking)
    assert dict(zip(found.stops.ids, change.tolist(), strict=True)) == {
        "S": 4,
        "A": 5,
        "B": 4,
        "C": 2,
        "D": 2,
        "E": NEVER,
    }


def test_a_vehicle_goes_on_where_it_ended(tmp_path: Path) -> None:
    found = feed(tmp_path)
    schedule = schedule_of(found, Dates.around(found, date(2019, 3, 4), 7, 4), shipped_rules(MODES))
    pairs = zip(schedule.seats.before.tolist(), schedule.seats.after.tolist(), strict=True)
    assert [(found.trips.ids[one], found.trips.ids[other]) for one, other in pairs] == [("out", "back")]
    rules = "from_stop_id,to_stop_id,transfer_type,from_trip_id,to_trip_id\nC,C,5,out,back\n"
    other = feed(tmp_path / "out", transfers=rules)
    schedule = schedule_of(other, Dates.around(other, date(2019, 3, 4), 7, 4), shipped_rules(MODES))
    assert not schedule.seats.before.size


def test_service_days_reach_back_as_far_as_trips_last(tmp_path: Path) -> None:
    late = CALLS.replace("10:00:00,10:00:00", "90:00:00,90:00:00")
    found = feed(tmp_path, stop_times=late)
    dates = Dates.around(found, date(2019, 3, 4), 7, 4)
    assert (date(2019, 3, 4) - dates.first).days >= 4
    schedule = schedule_of(found, dates, shipped_rules(MODES))
    assert schedule.calendar.active.shape == (2, dates.count)
    assert schedule.calendar.starts[0, (date(2019, 3, 4) - dates.first).days] == -360


def test_places_by_id_name_and_station(tmp_path: Path) -> None:
    found = feed(tmp_path)
    assert find_place(found, "S").stops.tolist() == [0, 1, 2]
    assert find_place(found, "gare").stops.tolist() == [0, 1, 2]
    assert find_place(found, "A").stops.tolist() == [1]
    several = find_place(found, "FAR")
    assert several.stops.tolist() == [3, 4]
    assert several.note is not None
    assert several.note.values["ids"] == "C, D"
    assert station_of(found, 0).stops.tolist() == [0, 1, 2]


@pytest.mark.parametrize(("text", "near"), [("Gaare", "Gare"), ("quai", "Quai 1"), ("Nxt", "Next")])
def test_a_miss_names_the_nearest(tmp_path: Path, text: str, near: str) -> None:
    with pytest.raises(InputError) as caught:
        find_place(feed(tmp_path), text)
    assert near in str(caught.value.faults[0].values["nearest"]).split(", ")


GERMAN = (
    "stop_id,stop_name,stop_lat,stop_lon\n"
    "1,Hamburg Dammtor,53.56,9.99\n2,Hamburg Hbf,53.55,10.0\n3,Bamberg,49.9,10.9\n4,Hamm(Westf),51.68,7.8\n"
    "5,Frankfurt(Main)Hbf,50.11,8.66\n6,Frankfurt(Oder),52.34,14.55\n7,München Hbf,48.14,11.56\n"
    "8,Homburg(Saar)Hbf,49.33,7.34\n9,Bad Homburg,50.22,8.62\n10,Hbf Linz,48.29,14.29\n"
)
LINES = ("2,3,5,6", "2,5,7", "2,7,10", "4,8,9", "1,2,5")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Hamburk", "Hamburg Hbf"),
        ("HAMBURK HBF", "Hamburg Hbf"),
        ("Hamburghbf", "Hamburg Hbf"),
        ("ham", "Hamburg Hbf"),
        ("Hamburg Damtor", "Hamburg Dammtor"),
        ("Bambrg", "Bamberg"),
        ("Hamm", "Hamm(Westf)"),
        ("Frankfurt", "Frankfurt(Main)Hbf"),
        ("Frankfurt Odr", "Frankfurt(Oder)"),
        ("Frankfurt Hauptbahnhof", "Frankfurt(Main)Hbf"),
        ("munchen", "München Hbf"),
        ("Munich", "München Hbf"),
        ("Мюнхен", "München Hbf"),
        ("Bad Homburk", "Bad Homburg"),
    ],
)
def test_the_first_proposed_is_what_was_meant(tmp_path: Path, text: str, first: str) -> None:
    calls = [
        f"{line},{8 + at}:00:00,{8 + at}:00:00,{stop},{at}"
        for line, stops in enumerate(LINES)
        for at, stop in enumerate(stops.split(","))
    ]
    trips = "\n".join(f"R,daily,{line}" for line in range(len(LINES)))
    tables = {
        "stops.txt": GERMAN,
        "trips.txt": f"route_id,service_id,trip_id\n{trips}\n",
        "stop_times.txt": "\n".join((CALLS.splitlines()[0], *calls, "")),
    }
    with pytest.raises(InputError) as caught:
        find_place(read_feed(folder(tmp_path, tables)), text)
    assert str(caught.value.faults[0].values["nearest"]).split(", ")[0] == first


@pytest.mark.parametrize(
    "table",
    [
        "table_name,field_name,language,translation,record_id\nstops,stop_name,kk,Бекет,C\n"
        "stops,stop_name,kk,Жоқ,nowhere\nroutes,route_long_name,kk,Жол,C\n",
        "table_name,field_name,language,translation,field_value\nstops,stop_name,kk,Бекет,Far\n",
        "trans_id,lang,translation\nFar,kk,Бекет\n",
    ],
)
def test_names_in_other_languages_find_a_stop(tmp_path: Path, table: str) -> None:
    found = feed(tmp_path, translations=table)
    assert find_place(found, "бекет").stops.tolist() == [3]
    for text in ("Жол", "Жоқ"):
        with pytest.raises(InputError):
            find_place(found, text)


def test_a_code_finds_the_one_station_that_has_it(tmp_path: Path) -> None:
    stops = STATION.replace("\n", ",\n").replace("parent_station,", "parent_station,stop_code")
    stops = stops.replace("0,,\nD", "0,,XFA\nD").replace(
        "A,Quai 1,51.0,71.0,0,S,", "A,Quai 1,51.0,71.0,0,S,1"
    )
    found = read_feed(folder(tmp_path, {"stops.txt": stops, "stop_times.txt": CALLS, "trips.txt": TRIPS}))
    assert find_place(found, "xfa").id == "C"
    assert find_place(found, "1").id == "A"


@pytest.mark.parametrize("text", ["", "   ", "...", "Zzzzzzzzzzzz", "ü" * 500])
def test_a_wild_miss_names_nothing(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError) as caught:
        find_place(feed(tmp_path), text)
    assert caught.value.faults[0].key == "unknown-stop"


def test_the_rules_that_ship() -> None:
    rules, taste = shipped_rules(MODES), shipped_taste()
    assert rules.walking.speed == pytest.approx(1.5)
    assert rules.walking.change == 2
    assert rules.boarding["air"] > 40
    assert 0 < taste.early < 1
    assert TABLES
