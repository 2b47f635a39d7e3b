"""Faults of timetables: all at once, each with its file and line; what is not safe is not unfolded."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from egiz.facts.gtfs import archive
from egiz.facts.gtfs.read import read_feed
from egiz.report.words import Words, sentences
from egiz.world.place import LANGUAGES
from facts.timetable import TABLES, folder, packed, refused, replaced

TRANSFER = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n"
FREQUENCY = "trip_id,start_time,end_time,headway_secs\n"


@pytest.mark.parametrize(
    ("table", "old", "new", "key", "line"),
    [
        ("stop_times.txt", "16:00:00,16:00:00", "25:61:00,25:61:00", "feed-bad-time", 2),
        ("stop_times.txt", "26:30:00", "soon", "feed-bad-time", 3),
        ("stop_times.txt", "26:30:00", "-1:30:00", "feed-bad-time", 3),
        ("stop_times.txt", "26:30:00,27:00:00", "27:00:00,26:30:00", "feed-stay-negative", 3),
        ("stop_times.txt", "36:00:00,36:00:00", "26:59:00,26:59:00", "feed-ride-negative", 4),
        ("stop_times.txt", "36:00:00,36:00:00", ",", "feed-untimed-end", 4),
        ("stop_times.txt", "16:00:00,16:00:00", ",", "feed-untimed-end", 2),
        ("stop_times.txt", ",B,5", ",X,5", "feed-unknown-id", 3),
        ("stop_times.txt", ",B,5", ",,5", "feed-empty-cell", 3),
        ("stop_times.txt", "back,10", "bakc,10", "feed-unknown-id", 5),
        ("stop_times.txt", ",B,5", ",B,1", "feed-sequence-twice", 3),
        ("stop_times.txt", ",B,5", ",B,five", "feed-bad-number", 3),
        ("stop_times.txt", ",B,5", ",B", "feed-ragged", 3),
        ("stop_times.txt", ",B,5", ',"B,5', "feed-quotes", 3),
        ("stop_times.txt", "arrival_time", "arival_time", "feed-column-missing", 1),
        ("stops.txt", "51.19,71.41", ",", "feed-no-place", 2),
        ("stops.txt", "51.19", "north", "feed-bad-degrees", 2),
        ("stops.txt", "51.19", "151.19", "feed-bad-degrees", 2),
        ("stops.txt", "51.19", "nan", "feed-bad-degrees", 2),
        ("stops.txt", "B,Kostanay", "A,Kostanay", "feed-id-twice", 3),
        ("stops.txt", "stop_lat", "latitude", "feed-column-missing", 1),
        ("trips.txt", "R,weekly", "R,weakly", "feed-unknown-id", 3),
        ("trips.txt", "R,weekly,back", "Q,weekly,back", "feed-unknown-id", 3),
        ("trips.txt", "weekly,back", "weekly,out", "feed-id-twice", 3),
        ("routes.txt", ",2\n", ",train\n", "feed-bad-number", 2),
        ("routes.txt", ",2\n", ",\n", "feed-empty-cell", 2),
        ("routes.txt", "R,KTZ", "R,RZD", "feed-unknown-id", 2),
        ("agency.txt", "Asia/Almaty", "Asia/Almati", "feed-unknown-zone", 2),
        ("agency.txt", "Asia/Almaty", "", "feed-empty-cell", 2),
        ("calendar.txt", "1,20190301", "1,20190229", "feed-bad-date", 2),
        ("calendar.txt", "1,20190301", "1,2019-03-01", "feed-bad-date", 2),
        ("calendar.txt", "1,20190301", "1,20190401", "feed-dates-order", 2),
        ("calendar.txt", "daily,1", "daily,2", "feed-not-an-option", 2),
        ("calendar.txt", "weekly,", "daily,", "feed-id-twice", 3),
    ],
)
def test_a_fault_has_its_file_and_line(
    tmp_path: Path, table: str, old: str, new: str, key: str, line: int
) -> None:
    faults = refused(folder(tmp_path / "feed", replaced(table, old, new)))
    found = [fault for fault in faults if fault.key == key]
    assert found, faults
    assert found[0].spot is not None
    assert found[0].spot.file.endswith(f"feed/{table}")
    assert found[0].spot.line == line


@pytest.mark.parametrize(
    ("table", "text", "key"),
    [
        ("transfers.txt", TRANSFER + "A,,2,60\n", "feed-transfer-open"),
        ("transfers.txt", TRANSFER + "A,Z,2,60\n", "feed-unknown-id"),
        ("transfers.txt", TRANSFER + "A,B,9,60\n", "feed-not-an-option"),
        ("transfers.txt", TRANSFER + "A,B,2,-60\n", "feed-bad-number"),
        ("frequencies.txt", FREQUENCY + "out,6:00:00,5:00:00,600\n", "feed-bad-frequency"),
        ("frequencies.txt", FREQUENCY + "out,6:00:00,7:00:00,0\n", "feed-bad-frequency"),
        ("frequencies.txt", FREQUENCY + "out,0:00:00,900:00:00,1\n" * 9999, "feed-too-many-calls"),
        (
            "calendar_dates.txt",
            "service_id,date,exception_type\ndaily,20190304,1\ndaily,20190304,2\n",
            "feed-exception-twice",
        ),
        ("calendar_dates.txt", "service_id,date,exception_type\n,20190304,1\n", "feed-empty-cell"),
        ("calendar_dates.txt", "service,date,exception_type\ndaily,20190304,1\n", "feed-column-missing"),
        ("stops.txt", b"stop_id,stop_name,stop_lat,stop_lon\nA,\xc0\xf1,51,71\n", "feed-not-utf8"),
        ("stops.txt", "stop_id,stop_name,stop_lat,stop_lon\n", "feed-empty-table"),
        ("stops.txt", "", "feed-empty-table"),
        ("trips.txt", "route_id,service_id,trip_id\n", "feed-empty-table"),
        ("routes.txt", "route_id,agency_id,route_type\n", "feed-empty-table"),
        ("stop_times.txt", TABLES["stop_times.txt"].splitlines()[0], "feed-empty-table"),
        (
            "stops.txt",
            "stop_id,stop_lat,stop_lon,parent_station\nA,1,1,B\nB,1,1,C\nC,1,1,A\n",
            "feed-parent-loop",
        ),
        ("calendar.txt", TABLES["calendar.txt"].replace(",1", ",0"), "feed-never-runs"),
        ("agency.txt", None, "feed-file-missing"),
        ("stop_times.txt", None, "feed-file-missing"),
        ("calendar.txt", None, "feed-calendar-missing"),
    ],
)
def test_other_faults(tmp_path: Path, table: str, text: str | bytes | None, key: str) -> None:
    assert key in {fault.key for fault in refused(folder(tmp_path, {table: text}))}


def test_the_nearest_column_is_proposed(tmp_path: Path) -> None:
    faults = refused(folder(tmp_path, replaced("stop_times.txt", "departure_time", "departure_tme")))
    values = next(fault.values for fault in faults if fault.key == "feed-column-missing")
    assert values["nearest"] == "departure_tme"


def test_every_fault_at_once(tmp_path: Path) -> None:
    changes = {
        **replaced("stops.txt", "51.19", "north"),
        **replaced("routes.txt", ",2\n", ",train\n"),
        **replaced("stop_times.txt", "26:30:00", "25:61:00"),
        **replaced("calendar.txt", "1,20190301", "1,20190230"),
        **replaced("trips.txt", "R,weekly", "R,never"),
    }
    keys = [fault.key for fault in refused(folder(tmp_path, changes))]
    assert set(keys) == {
        "feed-bad-degrees",
        "feed-bad-number",
        "feed-bad-time",
        "feed-bad-date",
        "feed-unknown-id",
    }


def test_a_thousand_faults_of_a_sort_are_counted(tmp_path: Path) -> None:
    text = TABLES["stop_times.txt"] + "".join(f"out,x,x,A,{10 + n}\n" for n in range(1000))
    faults = refused(folder(tmp_path, {"stop_times.txt": text}))
    assert len(faults) == 2 * (20 + 1)
    assert [fault.values["count"] for fault in faults if fault.key == "feed-more"] == [980, 980]


def test_lines_are_right_behind_blank_lines_and_quoted_line_ends(tmp_path: Path) -> None:
    text = 'stop_id,stop_name,stop_lat,stop_lon\n\nA,"two\nlines",1,1\n\n\nB,b,x,1\nC,c,1,1\n'
    (fault,) = refused(folder(tmp_path, {"stops.txt": text}))
    assert fault.spot is not None
    assert fault.spot.line == 7


def test_a_terminal_is_safe_from_a_feed(tmp_path: Path) -> None:
    (fault,) = refused(folder(tmp_path, replaced("stops.txt", "51.19", "\x1b[2J" + "9" * 500)))
    assert "\x1b" not in str(fault.values["found"])
    assert len(str(fault.values["found"])) < 100


def test_every_fault_can_be_said(tmp_path: Path) -> None:
    words = Words.of(("egiz.report", "egiz.facts"))
    for language in LANGUAGES:
        known = words.ids[language]
        said = [word for word in known if word.startswith(("fault-feed-", "note-feed-"))]
        assert len(said) > 40
    faults = refused(folder(tmp_path, replaced("stops.txt", "51.19", "north")))
    for language in LANGUAGES:
        assert "north" in "".join(sentences(words, language, faults))


def test_nothing_there_and_no_zip(tmp_path: Path) -> None:
    assert refused(str(tmp_path / "none.zip"))[0].key == "feed-not-there"
    (tmp_path / "text.zip").write_text("no zip")
    assert refused(str(tmp_path / "text.zip"))[0].key == "feed-no-zip"
    (tmp_path / "empty.zip").write_bytes(b"")
    assert refused(str(tmp_path / "empty.zip"))[0].key == "feed-no-zip"
    (tmp_path / "folder").mkdir()
    keys = [fault.key for fault in refused(str(tmp_path / "folder"))]
    assert keys == ["feed-no-tables"]


def test_a_zip_that_breaks_off(tmp_path: Path) -> None:
    whole = Path(packed(tmp_path / "whole.zip")).read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    assert refused(str(tmp_path / "half.zip"))[0].key == "feed-no-zip"


def test_a_zip_whose_bytes_are_damaged(tmp_path: Path) -> None:
    path = Path(packed(tmp_path / "feed.zip"))
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive_file:
        info = archive_file.getinfo("stop_times.txt")
    start = info.header_offset + 30 + len(info.filename)
    for place in range(start, start + info.compress_size):
        content[place] ^= 0x55
    path.write_bytes(bytes(content))
    (fault,) = refused(str(path))
    assert (fault.key, fault.values["table"]) == ("feed-corrupt", "stop_times.txt")


def test_names_that_lead_out_are_refused(tmp_path: Path) -> None:
    for name in ("../../etc/evil.txt", "/etc/passwd", "a\\..\\..\\b.txt", "C:\\x.txt"):
        path = packed(tmp_path / "feed.zip", {name: "x"})
        assert refused(path)[0].key == "feed-unsafe-name", name


def test_a_bomb_is_refused_before_it_is_unfolded(tmp_path: Path) -> None:
    path = tmp_path / "feed.zip"
    packed(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as target, target.open("shapes.txt", "w") as member:
        for _ in range(32):
            member.write(bytes(2**20))
    (fault,) = refused(str(path))
    assert fault.key == "feed-bomb"
    assert int(fault.values["ratio"]) > 200


def test_a_zip_that_lies_about_its_size(tmp_path: Path) -> None:
    path = Path(packed(tmp_path / "feed.zip"))
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive_file:
        size = archive_file.getinfo("stop_times.txt").file_size
    path.write_bytes(content.replace(struct.pack("<I", size), struct.pack("<I", size - 40)))
    assert refused(str(path))[0].key in {"feed-corrupt", "feed-no-zip"}


def test_a_feed_larger_than_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder(tmp_path / "feed")
    monkeypatch.setattr(archive, "MOST_BYTES", 500)
    (fault,) = refused(path)
    assert fault.key == "feed-too-large"
    monkeypatch.setattr(archive, "MOST_BYTES", 10**9)
    monkeypatch.setattr(archive, "MOST_TABLE", 100)
    assert {fault.key for fault in refused(path)} == {"feed-too-large"}


def test_one_table_twice_and_too_many_members(tmp_path: Path) -> None:
    path = packed(tmp_path / "feed.zip", {"other/stops.txt": "x"})
    assert refused(path)[0].key == "feed-table-twice"
    path = packed(tmp_path / "many.zip", {f"{n}.txt": "" for n in range(1001)})
    assert refused(path)[0].key == "feed-many-files"


@pytest.mark.parametrize("table", ["agency.txt", "stops.txt", "routes.txt", "trips.txt", "calendar.txt"])
def test_a_missing_table_is_told_once_and_not_by_all_that_refer_to_it(tmp_path: Path, table: str) -> None:
    (fault,) = refused(folder(tmp_path, {table: None}))
    assert fault.key == ("feed-calendar-missing" if table == "calendar.txt" else "feed-file-missing")


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_cells_parted_by_other_signs_are_one_fault(tmp_path: Path, sign: str) -> None:
    (fault,) = refused(folder(tmp_path, {"stops.txt": TABLES["stops.txt"].replace(",", sign)}))
    assert fault.key == "feed-separator"


def test_a_column_in_other_letters_is_proposed_and_no_column_that_is_needed(tmp_path: Path) -> None:
    (fault,) = refused(folder(tmp_path, replaced("stops.txt", "stop_id", "Stop_ID")))
    assert fault.values["nearest"] == "Stop_ID"
    (fault,) = refused(folder(tmp_path / "other", replaced("stops.txt", "stop_lat", "latitude")))
    assert fault.values["nearest"] == ""


def test_a_table_in_another_encoding_is_not_asked_for_its_columns(tmp_path: Path) -> None:
    faults = refused(folder(tmp_path, {"stops.txt": TABLES["stops.txt"].encode("utf-16")}))
    assert faults[0].key == "feed-not-utf8"
    assert "feed-column-missing" not in {fault.key for fault in faults}


def test_an_empty_table_that_may_be_missing_is_missing(tmp_path: Path) -> None:
    empty = dict.fromkeys(("translations.txt", "transfers.txt", "frequencies.txt", "calendar_dates.txt"), b"")
    assert read_feed(folder(tmp_path, empty)).stops.translations == ()
    assert read_feed(packed(tmp_path / "feed.zip", empty)).links.kinds.size == 0


def test_a_path_that_is_too_long_or_empty_leads_nowhere() -> None:
    for path in ("", "x" * 5000):
        assert refused(path)[0].key == "feed-not-there"
