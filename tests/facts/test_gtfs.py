"""Timetables are read as their makers meant them, quirks and all."""

from __future__ import annotations

import time
from datetime import date
from os import environ
from pathlib import Path

import numpy as np
import pytest

from egiz.facts.gtfs import grid as grid_module
from egiz.facts.gtfs.read import read_feed
from egiz.facts.gtfs.record import Feed, mode_of
from facts.timetable import TABLES, folder, packed, replaced

SHARED = Path(environ.get("EGIZ_SHARED", "nowhere")) / "data" / "feeds"
MONDAY = date(2019, 3, 4)


def notes(feed: Feed) -> dict[str, object]:
    return {note.key: note.values.get("count", "") for note in feed.notes}


def times(feed: Feed, trip: str) -> list[tuple[str, int, int]]:
    at = feed.trips.ids.index(trip)
    calls = slice(feed.trips.first[at], feed.trips.first[at + 1])
    found = zip(feed.calls.stop[calls], feed.calls.arrival[calls], feed.calls.departure[calls], strict=True)
    return [(feed.stops.ids[stop], int(arrival), int(departure)) for stop, arrival, departure in found]


def test_a_plain_feed(tmp_path: Path) -> None:
    feed = read_feed(packed(tmp_path / "feed.zip"))
    assert feed.agencies[0].zone == "Asia/Almaty"
    assert feed.stops.names == ("Astana", "Kostanay", "Chelyabinsk")
    assert times(feed, "out") == [("A", 960, 960), ("B", 1590, 1620), ("C", 2160, 2160)]
    assert feed.trips.names == ("145", "145")
    assert mode_of(int(feed.routes.kinds[0])) == "rail"
    assert feed.services.running(MONDAY, 7).sum(axis=1).tolist() == [7, 1]
    assert feed.services.span() == (date(2019, 3, 1), date(2019, 3, 31))
    assert not feed.notes


def test_zip_folder_and_nested_folder_are_alike(tmp_path: Path) -> None:
    whole = read_feed(packed(tmp_path / "a.zip"))
    for path in (
        packed(tmp_path / "b.zip", inside="gtfs/2019/"),
        folder(tmp_path / "plain"),
        str(Path(folder(tmp_path / "outer" / "inner")).parent),
    ):
        other = read_feed(path)
        assert other.stops.ids == whole.stops.ids
        assert np.array_equal(other.calls.departure, whole.calls.departure)


def test_marks_quotes_blanks_and_accents(tmp_path: Path) -> None:
    stops = (
        '\ufeff "stop_id" , stop_name,stop_lat,stop_lon\r\n'
        'Intercité-87 1, "Belfort, ville ""haute""" ,47.6,6.8 \r\n'
        "\r\n"
        '"B","multi\nline",53.21,63.62\r\n'
        "C,Челябі,55.14,61.41"
    )
    calls = TABLES["stop_times.txt"].replace(",A,", ",Intercité-87 1  ,")
    feed = read_feed(folder(tmp_path, {"stops.txt": stops, "stop_times.txt": calls}))
    assert feed.stops.ids == ("Intercité-87 1", "B", "C")
    assert feed.stops.names == ('Belfort, ville "haute"', "multi\nline", "Челябі")
    assert feed.stops.longitude.tolist() == [6.8, 63.62, 61.41]
    assert times(feed, "back")[1][0] == "Intercité-87 1"


def test_line_ends_of_old_machines(tmp_path: Path) -> None:
    feed = read_feed(folder(tmp_path, {name: text.replace("\n", "\r") for name, text in TABLES.items()}))
    assert len(feed.calls.stop) == 5


def test_sequences_need_not_be_dense_or_in_order(tmp_path: Path) -> None:
    head, *rows = TABLES["stop_times.txt"].splitlines()
    feed = read_feed(folder(tmp_path, {"stop_times.txt": "\n".join([head, *reversed(rows)])}))
    assert times(feed, "out") == [("A", 960, 960), ("B", 1590, 1620), ("C", 2160, 2160)]
    assert times(feed, "back") == [("C", 656, 656), ("A", 1860, 1860)]


def test_only_exceptions_and_no_calendar(tmp_path: Path) -> None:
    dates = "service_id,date,exception_type\ndaily,20190304,1\ndaily,20190310,1\nweekly,20190308,1\n"
    feed = read_feed(folder(tmp_path, {"calendar.txt": None, "calendar_dates.txt": dates}))
    assert feed.services.running(MONDAY, 7).astype(int).tolist() == [
        [1, 0, 0, 0, 0, 0, 1],
        [0, 0, 0, 0, 1, 0, 0],
    ]
    assert feed.services.span() == (MONDAY, date(2019, 3, 10))


def test_exceptions_add_and_remove(tmp_path: Path) -> None:
    dates = "service_id,date,exception_type\ndaily,20190305,2\nweekly,20190304,1\nextra,20190501,1\n"
    feed = read_feed(folder(tmp_path, {"calendar_dates.txt": dates}))
    assert feed.services.running(MONDAY, 5).astype(int).tolist() == [
        [1, 0, 1, 1, 1],
        [1, 0, 0, 0, 1],
        [0, 0, 0, 0, 0],
    ]
    assert feed.services.span() == (date(2019, 3, 1), date(2019, 5, 1))


def test_blank_times_lie_evenly_by_number_of_stops(tmp_path: Path) -> None:
    calls = (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "out,,8:00:00,A,0\nout,,,B,1\nout,,,C,2\nout,,,A,3\nout,8:10:59,,C,4\n"
        "back,9:00:00,9:00:00,A,0\nback,,,B,1\nback,9:05:00,9:05:00,C,2\n"
    )
    feed = read_feed(folder(tmp_path, {"stop_times.txt": calls}))
    assert [arrival for _, arrival, _ in times(feed, "out")] == [480, 483, 485, 488, 490]
    assert [departure for _, _, departure in times(feed, "back")] == [540, 543, 545]
    assert notes(feed) == {"feed-blank-times": 4}


def test_frequencies_are_written_out(tmp_path: Path) -> None:
    text = "trip_id,start_time,end_time,headway_secs\nout,06:00:00,06:30:00,600\nout,24:00:00,25:00:00,3600\n"
    feed = read_feed(folder(tmp_path, {"frequencies.txt": text}))
    assert feed.trips.ids == ("back", "out@06:00", "out@06:10", "out@06:20", "out@24:00")
    assert times(feed, "out@06:20") == [("A", 380, 380), ("B", 1010, 1040), ("C", 1580, 1580)]
    assert times(feed, "back") == [("C", 656, 656), ("A", 1860, 1860)]
    assert notes(feed) == {"feed-frequencies": 4}


def test_stations_and_their_zones(tmp_path: Path) -> None:
    stops = (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,stop_timezone\n"
        "S,Astana,51.19,71.41,1,,Asia/Almaty\nA,Astana,,,0,S,\nB,,53.21,63.62,,,Asia/Qostanay\n"
        "C,Chelyabinsk,55.14,61.41,0,,Asia/Yekaterinburg\nN,,,,3,S,\n"
    )
    feed = read_feed(folder(tmp_path, {"stops.txt": stops}))
    assert feed.stops.station.tolist() == [0, 0, 2, 3, 0]
    assert feed.stops.latitude[1] == 51.19
    assert feed.stops.names[2] == "B"
    assert feed.stops.zones[3] == "Asia/Yekaterinburg"
    assert notes(feed) == {"feed-parent-place": 2}


def test_transfers_blocks_and_staying_seated(tmp_path: Path) -> None:
    transfers = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id\n"
        "A,B,2,181,,\nB,A,3,,,\nC,C,4,,out,back\nA,A,,,,\n"
    )
    trips = "route_id,service_id,trip_id,block_id\nR,daily,out,7\nR,daily,back,7\n"
    feed = read_feed(folder(tmp_path, {"transfers.txt": transfers, "trips.txt": trips}))
    assert feed.links.minutes.tolist() == [4, -1, -1, -1]
    assert feed.links.kinds.tolist() == [2, 3, 4, 0]
    assert (feed.links.origin_trip[2], feed.links.target_trip[2]) == (0, 1)
    assert feed.trips.block.tolist() == [0, 0]


def test_an_empty_transfers_table_and_pathways(tmp_path: Path) -> None:
    feed = read_feed(
        folder(tmp_path, {"transfers.txt": "from_stop_id,to_stop_id\n", "pathways.txt": "pathway_id\n"})
    )
    assert not feed.links.kinds.size
    assert notes(feed) == {"feed-pathways": ""}


def test_agencies_of_several_zones(tmp_path: Path) -> None:
    agencies = TABLES["agency.txt"] + "RZD,Railways,https://x,Asia/Yekaterinburg\n"
    feed = read_feed(folder(tmp_path, {"agency.txt": agencies}))
    assert [agent.zone for agent in feed.agencies] == ["Asia/Almaty", "Asia/Yekaterinburg"]
    assert [note.values for note in feed.notes] == [{"zones": "Asia/Almaty, Asia/Yekaterinburg"}]


def test_one_agency_need_not_be_named(tmp_path: Path) -> None:
    agency = "agency_name,agency_timezone\nRailway,Asia/Almaty\n"
    routes = "route_id,route_long_name,route_type\nR,Steppe,1100\n"
    feed = read_feed(folder(tmp_path, {"agency.txt": agency, "routes.txt": routes}))
    assert feed.routes.agency.tolist() == [0]
    assert feed.routes.names == ("Steppe",)
    assert mode_of(int(feed.routes.kinds[0])) == "air"


def test_where_one_may_get_on_and_off(tmp_path: Path) -> None:
    head, *rows = TABLES["stop_times.txt"].splitlines()
    marks = ("0,1", ",", "1,0", "2,3", "0,0")
    text = "\n".join(f"{row},{mark}" for row, mark in zip(rows, marks, strict=True))
    feed = read_feed(folder(tmp_path, {"stop_times.txt": f"{head},pickup_type,drop_off_type\n{text}\n"}))
    assert feed.calls.boards.tolist() == [True, True, False, True, True]
    assert feed.calls.alights.tolist() == [False, True, True, True, True]


def test_trips_without_two_stops_are_left_out(tmp_path: Path) -> None:
    trips = TABLES["trips.txt"] + "R,daily,nowhere\nR,daily,single\n"
    calls = TABLES["stop_times.txt"] + "single,9:00:00,9:00:00,A,1\n"
    feed = read_feed(folder(tmp_path, {"trips.txt": trips, "stop_times.txt": calls}))
    assert feed.trips.ids == ("out", "back")
    assert len(feed.calls.stop) == 5
    assert notes(feed) == {"feed-short-trips": 2}


def test_few_trips_that_run_backwards_are_cut(tmp_path: Path) -> None:
    trips = TABLES["trips.txt"] + "".join(f"R,daily,t{n}\n" for n in range(200))
    calls = TABLES["stop_times.txt"] + "".join(
        f"t{n},8:00:00,8:00:00,A,1\nt{n},9:00:00,9:00:00,B,2\n"
        f"t{n},{'8:30:00,8:40:00' if n == 7 else '9:30:00,9:40:00'},C,3\nt{n},10:00:00,10:00:00,A,4\n"
        for n in range(200)
    )
    feed = read_feed(folder(tmp_path, {"trips.txt": trips, "stop_times.txt": calls}))
    assert times(feed, "t7") == [("A", 480, 480), ("B", 540, 540)]
    assert times(feed, "t7#2") == [("C", 510, 520), ("A", 600, 600)]
    assert [dict(note.values) for note in feed.notes] == [{"count": 1, "lines": "37"}]


@pytest.mark.parametrize("piece", [40, 64, 101, 1000])
def test_a_table_read_in_pieces_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    dates = "service_id,date,exception_type\n" + "".join(
        f'"daily",201903{day:02d},2\nweekly,201903{day:02d},"1"\n' for day in range(4, 12)
    )
    path = folder(tmp_path, {"calendar_dates.txt": dates})
    whole = read_feed(path)
    monkeypatch.setattr(grid_module, "PIECE", piece)
    pieces = read_feed(path)
    assert pieces.trips.ids == whole.trips.ids
    assert np.array_equal(pieces.calls.arrival, whole.calls.arrival)
    assert np.array_equal(pieces.services.running(MONDAY, 14), whole.services.running(MONDAY, 14))
    assert replaced("trips.txt", "out", "out")


def shared(name: str) -> str:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"no shared calibration files ({name}): EGIZ_SHARED does not name their folder")
    return str(path)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "counts", "noted"),
    [
        ("db2019.zip", (664, 6066, 86193), {"feed-cut-trips": 3}),
        ("sncf2013.zip", (800, 1551, 13162), {}),
        ("portoalegre.zip", (3986, 2374, 130019), {"feed-blank-times": 125271}),
    ],
)
def test_real_feeds(name: str, counts: tuple[int, int, int], noted: dict[str, object]) -> None:
    feed = read_feed(shared(name))
    assert (len(feed.stops.ids), len(feed.trips.ids), len(feed.calls.stop)) == counts
    assert notes(feed) == noted
    assert (np.diff(feed.trips.first) >= 2).all()


@pytest.mark.shared
def test_the_german_week_and_its_speed() -> None:
    path = shared("db2019.zip")
    spent = []
    for _ in range(3):
        start = time.process_time()
        feed = read_feed(path)
        spent.append(time.process_time() - start)
    runs = feed.services.running(MONDAY, 7)[feed.trips.service].sum()
    assert runs == 5129
    assert feed.calls.departure.max() <= 57 * 60 + 40
    assert min(spent) < 1.0, "the budget is 0.3 s; a busy machine gets three times that"
