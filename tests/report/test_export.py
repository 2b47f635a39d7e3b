"""Files of a study: whole or not at all, the same bytes each time, valid for those who read them."""

import io
import sqlite3
import zipfile
from pathlib import Path

import msgspec
import pytest
from openpyxl import load_workbook

from egiz.errors import InputError
from egiz.report import export
from egiz.report.geopackage import geopackage
from egiz.report.outline import Outlines
from egiz.report.words import Words
from egiz.world.place import LANGUAGES
from report.fixture import document

FILES = {"study.json", "report.html", "study.xlsx", "map.gpkg", "sources.csv", "timetable.zip"}


def test_every_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    export.write_study(document(), str(tmp_path / "a" / "out"), "ru")
    assert {item.name for item in (tmp_path / "a" / "out").iterdir()} == FILES
    assert [item.name for item in (tmp_path / "a").iterdir()] == ["out"]


def test_study_lists_its_files() -> None:
    assert set(document().files) == FILES


def test_timetable_of_an_earlier_study_goes(tmp_path: Path) -> None:
    export.write_study(document(), str(tmp_path), "en")
    export.write_study(msgspec.structs.replace(document(), timetables=()), str(tmp_path), "en")
    assert {item.name for item in tmp_path.iterdir()} == FILES - {"timetable.zip"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_study_gives_the_same_bytes(language: str) -> None:
    assert export.study_files(document(), language) == export.study_files(document(), language)


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "study.json").write_text("old")
    export.write_study(document(), str(tmp_path), "en")
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "study.json").read_text() != "old"


def test_file_in_the_way_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InputError) as caught:
        export.write_study(document(), str(tmp_path / "out"), "en")
    assert [fault.key for fault in caught.value.faults] == ["cannot-write"]
    assert (tmp_path / "out").read_text() == "a file"


def test_folder_in_the_place_of_a_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "out" / "study.xlsx").mkdir(parents=True)
    (tmp_path / "out" / "study.json").write_text("old")
    with pytest.raises(InputError):
        export.write_study(document(), str(tmp_path / "out"), "en")
    assert (tmp_path / "out" / "study.json").read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["out"]


def test_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(InputError) as caught:
        export.write_study(document(), str(tmp_path / "out"), "en")
    assert caught.value.faults[0].values["reason"] == "No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_stopped_run_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: Path, data: bytes) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", stop)
    with pytest.raises(KeyboardInterrupt):
        export.write_study(document(), str(tmp_path / "out"), "en")
    assert list(tmp_path.iterdir()) == []


def test_first_agreement_is_never_written_over(tmp_path: Path) -> None:
    path = export.write_new(str(tmp_path), "osh-kashgar", "agreement: osh-kashgar\n")
    assert Path(path).read_text() == "agreement: osh-kashgar\n"
    with pytest.raises(InputError):
        export.write_new(str(tmp_path), "osh-kashgar", "other")


def test_workbook_reads_back_with_numbers_as_numbers() -> None:
    data = export.study_files(document(), "kk")["study.xlsx"]
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Түйін", "Көрсеткіштер", "Болжамдар", "Дереккөздер", "Не анықтау керек"]
    figures = book["Көрсеткіштер"]
    assert isinstance(figures["F2"].value, float | int)
    assert figures.freeze_panes == "A2"


def test_workbook_holds_no_clock() -> None:
    data = export.study_files(document(), "en")["study.xlsx"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_geopackage_holds_places_and_routes(tmp_path: Path) -> None:
    path = tmp_path / "map.gpkg"
    path.write_bytes(geopackage(document().map))
    with sqlite3.connect(path) as base:
        assert base.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = base.execute("SELECT table_name, last_change FROM gpkg_contents ORDER BY 1").fetchall()
        assert tables == [("places", "2000-01-01T00:00:00.000Z"), ("routes", "2000-01-01T00:00:00.000Z")]
        assert base.execute("SELECT name_ru FROM places WHERE id = 'away'").fetchone() == ("Челябинск",)
        (geometry,) = base.execute("SELECT geom FROM places WHERE id = 'home'").fetchone()
    base.close()
    assert geometry[:2] == b"GP"
    assert len(geometry) == 8 + 32 + 21


def test_a_document_needs_no_words_but_the_report_s() -> None:
    html = export.page(document(), Words.of(["egiz.report"]), "en", Outlines())
    assert "no word" not in html
