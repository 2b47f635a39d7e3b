"""`egiz journeys` through the front door: the week of a small timetable, every quirk in its place."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from importlib.util import find_spec
from os import environ
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egiz.cli import main
from facts.timetable import TABLES, folder, packed, replaced

STOPS = (
    "stop_id,stop_name,stop_lat,stop_lon,stop_timezone\n"
    "A,Astana,51.19,71.41,\nB,Қостанай,53.21,63.62,Asia/Qostanay\n"
    "C,Chelyabinsk,55.14,61.41,Asia/Yekaterinburg\n"
)
WEEK = {"stops.txt": STOPS}


def egiz(*words: str) -> Result:
    return CliRunner().invoke(main, ("journeys", *words))


def asked(path: str, *more: str, ends: tuple[str, str] = ("A", "C")) -> dict[str, object]:
    words = (path, "--from", ends[0], "--to", ends[1], "--date", "2019-03-04", "--json", *more)
    result = egiz(*words)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def refused(result: Result, *said: str) -> str:
    assert result.exit_code == 2, result.output
    assert not result.stdout
    assert "Traceback" not in result.stderr
    for part in said:
        assert part in result.stderr, result.stderr
    return result.stderr


def moments(answer: dict[str, object]) -> list[tuple[str, str, int]]:
    return [(one["departure"], one["arrival"], one["transfers"]) for one in answer["journeys"]]  # type: ignore[attr-defined]


def test_a_week_over_midnight_and_a_zone(tmp_path: Path) -> None:
    answer = asked(packed(tmp_path / "feed.zip", WEEK))
    assert moments(answer)[0] == ("2019-03-04T16:00:00+06:00", "2019-03-05T11:00:00+05:00", 0)
    assert len(moments(answer)) == 7
    (leg,) = answer["journeys"][0]["legs"]  # type: ignore[index]
    assert leg == {
        "mode": "rail",
        "trip": "out",
        "name": "145",
        "agency": "Railway",
        "from": {"id": "A", "name": "Astana"},
        "to": {"id": "C", "name": "Chelyabinsk"},
        "departure": "2019-03-04T16:00:00+06:00",
        "arrival": "2019-03-05T11:00:00+05:00",
    }
    assert set(answer["journeys"][0]) == {"departure", "arrival", "transfers", "legs"}  # type: ignore[index]
    assert answer["expected_wait_minutes"] == pytest.approx(720)
    assert answer["schedule_delay_minutes"] == pytest.approx(360)


def test_once_a_week(tmp_path: Path) -> None:
    answer = asked(folder(tmp_path, WEEK), ends=("C", "A"))
    assert moments(answer) == [("2019-03-08T09:56:00+05:00", "2019-03-09T07:00:00+06:00", 0)]
    assert answer["expected_wait_minutes"] == pytest.approx(7 * 1440 / 2)


def test_boarding_on_the_second_day_of_a_trip(tmp_path: Path) -> None:
    answer = asked(folder(tmp_path, WEEK), "--days", "1", ends=("B", "C"))
    assert moments(answer) == [("2019-03-04T03:00:00+06:00", "2019-03-04T11:00:00+05:00", 0)]


def test_a_night_in_which_clocks_change(tmp_path: Path) -> None:
    text = {
        "agency.txt": TABLES["agency.txt"].replace("Asia/Almaty", "Europe/Berlin"),
        "stop_times.txt": TABLES["stop_times.txt"].replace("16:00:00,16:00:00", "22:00:00,22:00:00"),
    }
    path = folder(tmp_path, text)
    result = egiz(path, "--from", "A", "--to", "B", "--date", "2019-03-29", "--days", "3", "--json")
    assert moments(json.loads(result.stdout)) == [
        ("2019-03-29T22:00:00+01:00", "2019-03-30T02:30:00+01:00", 0),
        ("2019-03-30T22:00:00+01:00", "2019-03-31T03:30:00+02:00", 0),
        ("2019-03-31T22:00:00+02:00", "2019-04-01T02:30:00+02:00", 0),
    ]


CHANGE = TABLES["stop_times.txt"] + (
    "bus,8:00:00,8:00:00,A,1\nbus,12:00:00,12:00:00,B,2\n"
    "flight,13:30:00,13:30:00,B,1\nflight,14:00:00,14:00:00,C,2\n"
)


def changed(tmp_path: Path, **more: str) -> str:
    trips = TABLES["trips.txt"] + "BUS,daily,bus\nAIR,daily,flight\n"
    routes = TABLES["routes.txt"] + "BUS,KTZ,7,,3\nAIR,KTZ,KC1,,1100\n"
    return folder(
        tmp_path, {**WEEK, "stop_times.txt": CHANGE, "trips.txt": trips, "routes.txt": routes, **more}
    )


def test_a_change_and_its_pareto_set(tmp_path: Path) -> None:
    answer = asked(changed(tmp_path), "--days", "1")
    found = moments(answer)
    assert found[0][2] == 1
    assert [leg["mode"] for leg in answer["journeys"][0]["legs"]] == ["bus", "air"]  # type: ignore[index]
    assert found[1] == ("2019-03-04T16:00:00+06:00", "2019-03-05T11:00:00+05:00", 0)
    assert any("flight" in note for note in answer["notes"])  # type: ignore[attr-defined]
    assert len(moments(asked(changed(tmp_path), "--days", "1", "--transfers", "0"))) == 1


def test_check_in_that_leaves_no_time_to_change(tmp_path: Path) -> None:
    late = CHANGE.replace("12:00:00,12:00:00,B", "12:30:00,12:30:00,B")
    answer = asked(changed(tmp_path, **{"stop_times.txt": late}), "--days", "1")
    assert [one[2] for one in moments(answer)] == [0]


def test_names_stations_and_platforms(tmp_path: Path) -> None:
    stops = (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
        "S,Astana Nurly Zhol,51.1,71.5,1,\nA,Platform 1,51.1,71.5,0,S\nP2,Platform 2,51.1,71.5,0,S\n"
        "B,Kostanay,53.21,63.62,0,\nC,Chelyabinsk,55.14,61.41,0,\n"
    )
    path = folder(tmp_path, {"stops.txt": stops})
    by_station = moments(asked(path, ends=("S", "C")))
    assert by_station == moments(asked(path, ends=("astana nurly-zhol", "CHELYABINSK")))
    assert by_station == moments(asked(path, ends=("Platform 1", "C")))
    said = refused(egiz(path, "--from", "Astana", "--to", "Chelyabynskk", "--date", "2019-03-04"))
    assert "Astana Nurly Zhol" in said
    assert "Chelyabinsk?" in said


def test_several_stations_of_one_name(tmp_path: Path) -> None:
    stops = STOPS + "A2,ASTANA,51.3,71.6,\n"
    answer = asked(folder(tmp_path, {"stops.txt": stops}), ends=("Astana", "Chelyabinsk"))
    assert len(moments(answer)) == 7
    assert any("A, A2" in note for note in answer["notes"])  # type: ignore[attr-defined]


def test_the_table_day_by_day(tmp_path: Path) -> None:
    path = folder(tmp_path, WEEK)
    result = egiz(path, "--from", "Chelyabinsk", "--to", "Astana", "--date", "2019-03-04")
    assert result.exit_code == 0, result.stderr
    assert "Friday, 8" in result.stdout
    assert "  09:56 → 07:00 (+1)  20 h 04 min  direct  train 145" in result.stdout
    assert result.stdout.count("no journey leaves") == 6
    assert max(map(len, result.stdout.splitlines())) <= 100
    for language, said in (("ru", "20 ч 04 мин"), ("kk", "20 сағ 04 мин")):
        told = egiz(path, "--from", "C", "--to", "A", "--date", "2019-03-04", "--lang", language)
        assert said in told.stdout


def test_a_trip_of_two_days_shows_them(tmp_path: Path) -> None:
    calls = TABLES["stop_times.txt"].replace("36:00:00,36:00:00", "66:05:00,66:05:00")
    path = folder(tmp_path, {**WEEK, "stop_times.txt": calls})
    result = egiz(path, "--from", "A", "--to", "C", "--date", "2019-03-04", "--days", "1")
    assert "16:00 → 17:05 (+2)  50 h 05 min" in result.stdout


def test_the_picture_of_the_week(tmp_path: Path) -> None:
    path, out = folder(tmp_path / "feed", WEEK), tmp_path / "out"
    words = ("--from", "A", "--to", "C", "--date", "2019-03-04", "--out", str(out))
    assert egiz(path, *words).exit_code == 0
    first = (out / "week.html").read_bytes()
    page = first.decode()
    assert page.count('class="stem change-0"') == 3 * 7
    assert "Monday" in page
    assert "Понедельник" in page
    assert "Дүйсенбі" in page
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org", "")
    assert egiz(path, *words, "--json").stdout.startswith("{")
    assert (out / "week.html").read_bytes() == first


def test_no_journey_at_all(tmp_path: Path) -> None:
    stops = STOPS + "N,Nowhere,10,10,\n"
    path = folder(tmp_path / "feed", {"stops.txt": stops})
    answer = asked(path, "--out", str(tmp_path / "out"), ends=("A", "N"))
    assert answer["journeys"] == []
    assert answer["expected_wait_minutes"] is None
    told = egiz(path, "--from", "A", "--to", "N", "--date", "2019-03-04")
    assert "There is no journey" in told.stdout
    assert "Monday" not in told.stdout
    assert "There is no journey" in (tmp_path / "out" / "week.html").read_text()


def test_bad_requests_all_at_once(tmp_path: Path) -> None:
    path = folder(tmp_path, WEEK)
    said = refused(
        egiz(
            path, "--from", "Asstana", "--to", "C", "--date", "2030-01-01", "--days", "0", "--transfers", "x"
        )
    )
    for part in ("Asstana", "Astana?", "2030-01-01", "2019-03-01", "2019-03-31", "--days", "--transfers"):
        assert part in said
    refused(egiz(path), "--from", "--to", "--date")
    refused(egiz(path, "--from", "A", "--to", "Astana", "--date", "2019-03-04"), "two places")
    refused(egiz(path, "--from", "A", "--to", "C", "--date", "4 March"), "4 March")
    refused(egiz(path, "--from", "", "--to", "C", "--date", "2019-03-04"), "--from")
    refused(egiz(path, "--from", "A", "--to", "C", "--date", "2019-03-04", "--lang", "de"), "de")
    refused(egiz(str(tmp_path / "none.zip"), "--from", "A", "--to", "C", "--date", "2019-03-04"), "none.zip")


@pytest.mark.parametrize("path", ["", "x" * 5000, "astana-chelyabinks"])
def test_no_such_timetable(path: str) -> None:
    words = ("--from", "A", "--to", "C", "--date", "2019-03-04")
    refused(egiz(path, *words), "astana-chelyabinsk")


def test_words_without_end_are_refused(tmp_path: Path) -> None:
    endless = "y" * 5000
    words = ("--from", endless, "--to", "C", "--date", endless, "--days", endless)
    said = refused(egiz(folder(tmp_path, WEEK), *words), "yyy…", "--days")
    assert max(map(len, said.splitlines())) < 700


def test_faults_of_the_feed_and_of_the_request(tmp_path: Path) -> None:
    path = folder(tmp_path, replaced("stop_times.txt", "26:30:00", "25:61:00"))
    said = refused(egiz(path, "--from", "A", "--to", "C", "--date", "today"), "stop_times.txt has 1 fault")
    assert "today" in said
    assert "25:61:00" in said
    assert "        out,25:61:00,27:00:00,B,5" in said.splitlines()


def test_a_span_that_the_feed_covers_in_part(tmp_path: Path) -> None:
    path = folder(tmp_path, WEEK)
    result = egiz(path, "--from", "A", "--to", "C", "--date", "2019-03-29", "--json")
    answer = json.loads(result.stdout)
    assert len(answer["journeys"]) == 3
    assert any("2019-03-31" in note for note in answer["notes"])


def test_staying_seated_where_a_trip_goes_on_as_another(tmp_path: Path) -> None:
    trips = "route_id,service_id,trip_id,block_id\nR,daily,one,7\nR,daily,two,7\n"
    calls = (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "one,8:00:00,8:00:00,A,1\none,9:00:00,9:00:00,B,2\ntwo,9:00:00,9:00:00,B,1\ntwo,10:00:00,10:00:00,C,2\n"
    )
    answer = asked(folder(tmp_path, {**WEEK, "trips.txt": trips, "stop_times.txt": calls}), "--days", "1")
    assert [one[2] for one in moments(answer)] == [0]
    assert [leg["trip"] for leg in answer["journeys"][0]["legs"]] == ["one", "two"]  # type: ignore[index]


def test_a_way_on_foot_between_stops(tmp_path: Path) -> None:
    stops = STOPS + "B2,Автовокзал,53.2105,63.6205,\n"
    transfers = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nB,B2,2,900\n"
    calls = CHANGE.replace("13:30:00,13:30:00,B", "13:45:00,13:45:00,B2")
    path = changed(tmp_path, **{"stops.txt": stops, "transfers.txt": transfers, "stop_times.txt": calls})
    answer = asked(path, "--days", "1")
    legs = answer["journeys"][0]["legs"]  # type: ignore[index]
    assert [leg["mode"] for leg in legs] == ["bus", "walk", "air"]
    assert legs[1]["trip"] is None
    start, end = (datetime.fromisoformat(legs[1][name]) for name in ("departure", "arrival"))
    assert (end - start).total_seconds() == 900


def test_all_pairs_need_a_table(tmp_path: Path) -> None:
    path = folder(tmp_path, WEEK)
    refused(egiz(path, "--all", "--date", "2019-03-04"), "--out")
    refused(egiz(path, "--all", "--date", "2019-03-04", "--out", "x.txt"), "x.txt")
    refused(egiz(path, "--all", "--from", "A", "--date", "2019-03-04", "--out", "x.csv"), "--from")


def skims(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["from_id"], row["to_id"]): row for row in csv.DictReader(file)}


def test_all_pairs_of_a_week(tmp_path: Path) -> None:
    path, out = folder(tmp_path / "feed", WEEK), tmp_path / "new" / "skims.csv"
    result = egiz(path, "--all", "--date", "2019-03-04", "--out", str(out), "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout) == {"out": str(out), "pairs": 6, "places": 3}
    found = skims(out)
    assert set(found) == {(one, other) for one in "ABC" for other in "ABC" if one != other}
    assert found["A", "C"]["best_minutes"] == "1200"
    assert found["A", "C"]["departures"] == "7"
    assert found["C", "A"]["departures"] == "1"
    assert found["B", "C"]["to_name"] == "Chelyabinsk"
    for pair, days in ((("A", "C"), 1), (("C", "A"), 7)):
        best, mean = float(found[pair]["best_minutes"]), float(found[pair]["generalised_minutes"])
        assert best < mean < best + 1440 * days / 4


def test_all_pairs_agree_with_single_searches(tmp_path: Path) -> None:
    path, out = changed(tmp_path / "feed"), tmp_path / "skims.csv"
    assert egiz(path, "--all", "--date", "2019-03-04", "--out", str(out)).exit_code == 0
    for (origin, target), row in skims(out).items():
        answer = asked(path, ends=(origin, target))
        journeys = answer["journeys"]
        lengths = [
            datetime.fromisoformat(one["arrival"]) - datetime.fromisoformat(one["departure"])
            for one in journeys  # type: ignore[attr-defined]
        ]
        assert min(lengths).total_seconds() / 60 == float(row["best_minutes"]), (origin, target)


def test_a_table_in_parquet(tmp_path: Path) -> None:
    path, out = folder(tmp_path / "feed", WEEK), tmp_path / "skims.parquet"
    result = egiz(path, "--all", "--date", "2019-03-04", "--out", str(out))
    if find_spec("pyarrow") is None:
        refused(result, "egiz[data]")
        assert not out.exists()
        return
    from pyarrow import parquet

    assert result.exit_code == 0, result.stderr
    table = parquet.read_table(out)
    assert table.num_rows == 6
    assert set(table.column("best_minutes").to_pylist()) >= {1200}


RICH = {
    **WEEK,
    "trips.txt": "route_id,service_id,trip_id,block_id\nR,daily,out,1\nR,weekly,back,1\n",
    "transfers.txt": (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id\n"
        "A,B,2,60,,\nC,C,4,,out,back\n"
    ),
    "frequencies.txt": "trip_id,start_time,end_time,headway_secs\nback,8:00:00,12:00:00,3600\n",
    "calendar_dates.txt": "service_id,date,exception_type\ndaily,20190306,2\nweekly,20190305,1\n",
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted({**TABLES, **RICH})), st.data())
def test_a_feed_with_one_thing_broken_never_brings_it_down(
    tmp_path: Path, table: str, data: st.DataObject
) -> None:
    text = {**TABLES, **RICH}[table].encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 4)))
    new = data.draw(
        st.sampled_from([b"", b"0", b"9", b"99", b",", b"\n", b'"', b"-", b":", b"A", b"C", b"\xd0"])
    )
    path = folder(tmp_path, {**RICH, table: text[:start] + new + text[end:]})
    result = egiz(path, "--from", "A", "--to", "C", "--date", "2019-03-04", "--json")
    if result.exit_code == 0:
        assert json.loads(result.stdout)["date"] == "2019-03-04"
    else:
        refused(result)


SHARED = Path(environ.get("EGIZ_SHARED", "nowhere")) / "data" / "feeds" / "db2019.zip"


@pytest.mark.shared
def test_a_german_week() -> None:
    if not SHARED.exists():
        pytest.skip("no shared calibration files: EGIZ_SHARED does not name their folder")
    answer = asked(str(SHARED), ends=("Stralsund Hbf", "Karlsruhe Hbf"))
    found = moments(answer)
    assert len(found) > 40
    assert all(arrival > departure for departure, arrival, _ in found)
    assert any("41660" in note for note in answer["notes"])  # type: ignore[attr-defined]
