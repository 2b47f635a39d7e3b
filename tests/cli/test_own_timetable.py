"""A user's timetable in a study, through the front door: its services, the way back to it, its faults."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egiz.cli import main
from egiz.facts.gtfs.departure import read_departures
from egiz.facts.gtfs.write import feed_zip
from facts.timetable import folder, packed

AGREEMENT = """\
agreement: two-cities
title: Two cities
date: 2024-01
pair: [{pair}]
{more}
proposals:
  - id: direct-flight
    kind: air_route
    title: Flight
    text: Direct flights.
    terms: {{weekly_flights: 3, aircraft: A320}}
"""
PAIR = "Almaty, Bishkek"
FEED: Mapping[str, str] = {
    "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\nX,Steppe Lines,https://x,Asia/Almaty\n",
    "stops.txt": (
        "stop_id,stop_code,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
        "alm,,Almaty-2,43.27,76.94,1,\nalm-1,,Almaty-2,,,0,alm\nbis,,Bishkek-2,42.88,74.60,,\n"
        "abus,,Sayran,43.24,76.87,,\nbbus,,West bus station,42.87,74.57,,\notr,,Otar,43.53,75.21,,\n"
        "a,ALA,Almaty airport,43.35,77.04,,\nn,,Astana NQZ,51.02,71.46,,\nf,FRU,Manas,43.06,74.47,,\n"
    ),
    "routes.txt": ("route_id,agency_id,route_short_name,route_type\nR,X,T1,102\nB,X,B1,202\nF,X,F1,1101\n"),
    "trips.txt": (
        "route_id,service_id,trip_id\nR,daily,t-out\nR,daily,t-back\nB,some,b-out\nB,some,b-back\n"
        "F,some,f1\nF,some,f2\nF,some,f3\nF,some,f4\n"
    ),
    "stop_times.txt": (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "t-out,08:00:00,08:00:00,alm-1,1\nt-out,13:00:00,13:00:00,bis,2\n"
        "t-back,14:00:00,14:00:00,bis,1\nt-back,20:00:00,20:00:00,alm-1,2\n"
        "b-out,10:00:00,10:00:00,abus,1\nb-out,14:00:00,14:00:00,bbus,2\n"
        "b-back,16:00:00,16:00:00,bbus,1\nb-back,20:00:00,20:00:00,abus,2\n"
        "f1,07:00:00,07:00:00,a,1\nf1,08:40:00,08:40:00,n,2\nf2,12:00:00,12:00:00,n,1\nf2,14:00:00,14:00:00,f,2\n"
        "f3,15:00:00,15:00:00,f,1\nf3,17:00:00,17:00:00,n,2\nf4,19:00:00,19:00:00,n,1\nf4,20:40:00,20:40:00,a,2\n"
    ),
    "calendar.txt": (
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        "daily,1,1,1,1,1,1,1,20240301,20241231\nsome,1,0,1,0,1,0,0,20240301,20241231\n"
    ),
}
HEADS = "mode,from,to,weekdays,departure,arrival,first_day,last_day\n"
TABLE = HEADS + (
    "train,Almaty,Bishkek,daily,08:00,14:00,01.03.2024,31.12.2024\n"
    "train,Бишкек,Алматы,daily,15:00,20:00,2024-03-01,2024-12-31\n"
    "bus,Almaty,Bishkek,1-5,22:00,03:30,2024-03-01,\n"
    "bus,Bishkek,Almaty,mon-fri,22:00,02:30,2024-03-01,\n"
)
AS_OF = ("--as-of", "2024-06-02")


def written(path: Path, pair: str = PAIR, more: str = "") -> str:
    path.mkdir(parents=True, exist_ok=True)
    (path / "agreement.yaml").write_text(AGREEMENT.format(pair=pair, more=more), encoding="utf-8")
    return str(path / "agreement.yaml")


def table(path: Path, text: str = TABLE, name: str = "own.csv") -> str:
    (path / name).write_text(text, encoding="utf-8")
    return str(path / name)


def egiz(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def inputs(*words: str) -> tuple[dict[str, tuple[float, str, str]], dict[str, str]]:
    """Number, source and place of each input of the market that names a pair; titles of the sources."""
    result = egiz("run", *words, "--json", "--draws", "100")
    assert result.exit_code == 0, result.output
    record = json.loads(result.stdout)
    found = {}
    for key, node in record["results"][0]["nodes"].items():
        if key.startswith("market.") and "|" in key and node["how"]["by"] == "input":
            how = node["how"]
            found[key.removeprefix("market.")] = (how["mode"], how["source"], how["locator"])
    return found, {one["key"]: one["title"] for one in record["sources"]}


def refused(result: Result, *said: str) -> None:
    assert result.exit_code == 2, result.output
    assert not result.stdout
    for part in said:
        assert part in result.stderr, result.stderr


def test_services_come_from_the_feed_and_lead_back_to_it(tmp_path: Path) -> None:
    packed(tmp_path / "feed.zip", FEED)
    path = written(tmp_path, more="timetable: feed.zip")
    found, titles = inputs(path, *AS_OF)
    assert found["ride_hours@Almaty|Bishkek|train"] == (
        5.5,
        "feed.zip",
        "trips t-out, t-back; stops alm-1, bis",
    )
    assert found["weekly_departures@Almaty|Bishkek|train"][0] == 7.0
    assert found["ride_hours@Almaty|Bishkek|bus"][:2] == (4.0, "feed.zip")
    assert found["weekly_departures@Almaty|Bishkek|bus"][0] == 3.0
    assert found["changes@Almaty|Bishkek|connection"][:2] == (1.0, "feed.zip")
    assert found["ride_hours@Almaty|Bishkek|connection"][0] == pytest.approx((7.0 + 5.0 + 40.0 / 60.0) / 2.0)
    assert titles["feed.zip"] == "feed.zip"
    told = egiz("explain", path, "market.ride_hours", *AS_OF, "--draws", "100")
    assert "feed.zip, Steppe Lines; trips t-out, t-back" in told.output


def test_services_come_from_a_table_by_the_option(tmp_path: Path) -> None:
    found, titles = inputs(written(tmp_path), *AS_OF, "--timetable", table(tmp_path))
    hours, source, locator = found["ride_hours@Almaty|Bishkek|train"]
    assert (hours, source) == (5.5, "own.csv"), "an hour lies between the clocks"
    assert locator.startswith("line 2, line 3; stops Almaty")
    assert found["weekly_departures@Almaty|Bishkek|bus"][0] == 5.0
    assert found["ride_hours@Almaty|Bishkek|bus"][0] == 5.0
    assert titles["own.csv"] == "own.csv"


def test_a_table_says_the_same_as_gtfs(tmp_path: Path) -> None:
    own = table(tmp_path)
    (tmp_path / "own.zip").write_bytes(feed_zip(read_departures(own)))
    path = written(tmp_path)
    numbers = [
        {key: row[0] for key, row in inputs(path, *AS_OF, "--timetable", one)[0].items()}
        for one in (own, str(tmp_path / "own.zip"))
    ]
    assert numbers[0] == numbers[1]
    assert "ride_hours@Almaty|Bishkek|train" in numbers[0]


def test_the_corridor_is_not_read_where_a_timetable_is_given(tmp_path: Path) -> None:
    rows = "train,Astana,Chelyabinsk,1,10:00,10:00+1,,\ntrain,Chelyabinsk,Astana,1,10:00,10:00+1,,\n"
    path = written(tmp_path, "Astana, Chelyabinsk", "timetable: own.csv")
    table(tmp_path, HEADS + rows)
    found, _ = inputs(path)
    told = {
        key.rpartition("|")[2]: row[1] for key, row in found.items() if key.startswith("weekly_departures@A")
    }
    assert told == {"train": "own.csv"}
    assert found["weekly_departures@Astana|Chelyabinsk|train"][0] == 1.0


def test_a_journey_by_train_and_bus_counts_for_the_longer_part(tmp_path: Path) -> None:
    rows = (
        "train,Almaty,Taraz,daily,06:00,14:00,,\nbus,Taraz,Bishkek,daily,16:00,22:00,,\n"
        "bus,Bishkek,Taraz,daily,06:00,10:00,,\ntrain,Taraz,Almaty,daily,12:00,20:00,,\n"
    )
    found, _ = inputs(written(tmp_path), "--timetable", table(tmp_path, HEADS + rows), *AS_OF)
    assert found["changes@Almaty|Bishkek|train"][0] == 1.0
    assert found["weekly_departures@Almaty|Bishkek|train"][0] == 7.0
    assert "ride_hours@Almaty|Bishkek|bus" not in found


def test_every_fault_is_told_with_those_of_the_agreement(tmp_path: Path) -> None:
    path = written(tmp_path, "Almaty, Bishkekk", "timetable: own.csv")
    wrong = table(
        tmp_path,
        HEADS.replace(",", ";")
        + "tram;Almaty;Bishkek;8;25:00;x;2024-02-30;\nair;ALA;XQZ;;09:00;10:00;;\n"
        + "bus;Almaty;Bishkek;daily;10:00;02:00+0;;\n"
        + "bus;Osh;Ош;daily;10:00;12:00;2024-03-02;2024-03-01\nbus;Osh\n",
    )
    said = (
        '"Bishkekk"',
        f"{wrong} has 10 faults",
        '2  mode is "tram"',
        'weekdays is "8"',
        'departure is "25:00"',
    )
    more = (
        'arrival is "x"',
        'first_day is "2024-02-30"',
        '"XQZ"',
        "02:00+0",
        '"2024-03-01"',
        "2 cells instead of 8",
    )
    refused(egiz("run", path), *said, *more)
    refused(egiz("check", path, "--timetable", folder(tmp_path / "no", {"stops.txt": None})), "stops.txt")
    refused(egiz("check", path, "--timetable", str(tmp_path / "none.csv")), "none.csv")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no rows"),
        (HEADS, "holds no rows"),
        ("mode,from,to\nbus,Osh,Almaty\n", "there is no column weekdays"),
        (HEADS + "bus,Osh,Almaty,1,10:00,12:00,2024-03-01,2024-03-05\n", "holds no whole week"),
        (HEADS + "bus,Osh,Almaty,1,10:00,12:00,2025-03-01,\n", "was not known on"),
    ],
)
def test_a_table_that_is_of_no_use(tmp_path: Path, text: str, said: str) -> None:
    refused(egiz("check", written(tmp_path), *AS_OF, "--timetable", table(tmp_path, text)), said)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_bytes(HEADS.encode() + "bus,Алматы".encode("cp1251"))
    refused(egiz("check", written(tmp_path), "--timetable", str(tmp_path / "own.csv")), "2  the byte")


def test_a_gtfs_fault_has_its_file_and_row(tmp_path: Path) -> None:
    stops = FEED["stops.txt"].replace("42.88", "142.88")
    packed(tmp_path / "feed.zip", {**FEED, "stops.txt": stops})
    path = written(tmp_path, more="timetable: feed.zip")
    refused(egiz("run", path), "feed.zip/stops.txt has 1 fault", '4  stop_lat is "142.88"')


def told(path: str, *words: str) -> str:
    """What `egiz check` prints, as one line."""
    result = egiz("check", path, *words)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def test_the_fullest_week_stands_for_one_outside(tmp_path: Path) -> None:
    rows = "train,Almaty,Bishkek,daily,08:00,14:00,2024-03-01,2024-12-31\n"
    more = "train,Almaty,Bishkek,daily,18:00,23:00,2024-07-01,2024-07-31\n"
    own = table(tmp_path, HEADS + rows + rows.replace("Almaty,Bishkek", "Bishkek,Almaty") + more)
    path = written(tmp_path)
    said = told(path, "--as-of", "2025-06-01", "--timetable", own)
    assert "own.csv holds from 1 March 2024 to 31 December 2024" in said
    assert "its fullest week, from 22 July 2024" in said
    said = told(path, *AS_OF, "--timetable", own)
    assert "in the week from 3 June 2024: 1" in said
    said = told(written(tmp_path, "Osh, Tashkent"), *AS_OF, "--timetable", own)
    assert "no journeys between Osh, Osh Region, KG and Tashkent," in said


def test_journeys_opens_a_table(tmp_path: Path) -> None:
    words = ("--from", "Almaty", "--to", "Bishkek", "--date", "2024-06-03", "--json")
    result = egiz("journeys", table(tmp_path), *words)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)["journeys"]
    assert (found[0]["departure"], found[0]["arrival"]) == (
        "2024-06-03T08:00:00+05:00",
        "2024-06-03T14:00:00+06:00",
    )
    assert len(found) == 12


def test_no_search_is_loaded_where_there_is_no_timetable(tmp_path: Path) -> None:
    code = (
        "import sys; from egiz.study.open import open_case; from egiz.study.run import prepared_all;"
        "prepared_all(open_case(sys.argv[1], (), None).case, ());"
        "assert 'egiz.engines.journeys' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, written(tmp_path)], check=True, timeout=60)


CELLS = st.sampled_from(
    (
        "train",
        "air",
        "NQZ",
        "Astana",
        "Osh",
        "8:00",
        "08:00+1",
        "daily",
        "1-",
        "-",
        "mon-x",
        "2024-03-01",
        '"',
        "\0",
        "",
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELLS, min_size=6, max_size=9), max_size=4), st.sampled_from(",;\t"))
def test_any_table_is_read_or_refused(tmp_path: Path, rows: list[list[str]], comma: str) -> None:
    text = HEADS.replace(",", comma) + "\n".join(comma.join(row) for row in rows)
    result = egiz(
        "journeys", table(tmp_path, text), "--from", "Astana", "--to", "Osh", "--date", "2024-06-03"
    )
    assert result.exit_code in {0, 2}, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.stdout or result.stderr


def test_a_cell_without_end_and_a_table_of_something_else(tmp_path: Path) -> None:
    path = written(tmp_path)
    refused(egiz("check", path, "--timetable", table(tmp_path, HEADS + '"' + "x" * 200_000)), "own.csv")
    wrong = HEADS + "".join(f"bus,Q{number}q,Osh,1,10:00,11:00,,\n" for number in range(500))
    refused(egiz("check", path, "--timetable", table(tmp_path, wrong)), "more faults of this sort: 81")
