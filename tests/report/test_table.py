"""The workbook and the geopackage hold what ``study.json`` holds."""

import io
import sqlite3
import struct
from contextlib import closing

import pytest
from openpyxl import Workbook, load_workbook

from egiz.report import document as doc
from egiz.report.geopackage import geopackage
from egiz.report.table import workbook
from egiz.report.words import Words
from egiz.world.place import LANGUAGES
from report.fixture import PARTS, document

WORDS = Words.of(["egiz.report"])


def book(language: str) -> Workbook:
    return load_workbook(io.BytesIO(workbook(document(), WORDS, language)))


def told() -> doc.Document:
    """The study as a reader of ``study.json`` meets it."""
    return doc.decode(doc.encode(document()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_those_of_the_study(language: str) -> None:
    rows = list(book(language).worksheets[1].iter_rows(min_row=2, values_only=True))
    figures = [item for result in told().results for answer in result.answers for item in answer.figures]
    assert len(rows) == len(figures)
    for row, item in zip(rows, figures, strict=True):
        assert row[9] == item.key
        if isinstance(item, doc.Range):
            assert row[4:8] == pytest.approx((item.low, item.middle, item.high, item.mean), rel=1e-5)
        if isinstance(item, doc.Share):
            assert row[4:8] == (item.low, None, item.high, pytest.approx(item.value, rel=1e-5))


def test_assumptions_are_those_of_the_study() -> None:
    rows = {row[12]: row for row in book("en").worksheets[2].iter_rows(min_row=2, values_only=True)}
    reads = {k: n for k, n in told().results[0].nodes.items() if isinstance(n.how, doc.Read)}
    assert set(rows) == set(reads)
    for key, node in reads.items():
        spread = node.ranges[0]
        assert rows[key][1:4] == pytest.approx((spread.low, spread.middle, spread.high), rel=1e-5)


def test_texts_that_look_like_formulas_stay_texts() -> None:
    made = document()
    item = made.proposals[1]
    evil = doc.Texts('=HYPERLINK("x")', "=1+1", "=1+1")
    bad = doc.Proposal(item.id, item.kind, evil, item.text, item.state, item.why, item.why_text)
    fields = {name: getattr(made, name) for name in made.__struct_fields__}
    changed = doc.Document(**{**fields, "proposals": (made.proposals[0], bad)})
    sheet = load_workbook(io.BytesIO(workbook(changed, WORDS, "en"))).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert [cell.data_type for cell in cells] == ["s"]


def test_geopackage_is_sound() -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(geopackage(told().map))
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for table, box in base.execute("SELECT table_name, min_x || ' ' || max_y FROM gpkg_contents"):
            assert base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
            assert box


def test_geopackage_tells_the_places_of_the_study() -> None:
    points = {f.id: f.geometry.coordinates for f in told().map if isinstance(f.geometry, doc.Point)}
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(geopackage(told().map))
        rows = dict(base.execute("SELECT id, geom FROM places").fetchall())
    assert set(rows) == set(points)
    for key, blob in rows.items():
        assert struct.unpack("<2d", blob[-16:]) == pytest.approx(points[key])


def test_a_map_of_nothing_is_still_a_geopackage() -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(geopackage(()))
        assert base.execute("SELECT count(*) FROM places").fetchone() == (0,)


def test_what_to_find_out_next_keeps_its_sign() -> None:
    rows = [row[1] for row in book("en").worksheets[4].iter_rows(min_row=2, values_only=True)]
    assert rows == pytest.approx([item.strength for item in told().next_to_find_out])
    assert min(rows) < 0.0


def test_the_first_sheet_says_of_which_year_the_money_is() -> None:
    assert book("en").worksheets[0]["C2"].value == "Money of 2017"


def test_first_sheet_holds_the_headline_numbers() -> None:
    sheet = book("en").worksheets[0]
    rows = {row[2].value: row for row in sheet.iter_rows(min_row=2)}
    riders = rows["passengers on a flight"]
    assert [cell.value for cell in riders[3:6]] == pytest.approx(
        [9.5 * 1.45, 17.16 * 1.45, 31 * 1.45], rel=0.01
    )
    assert riders[4].number_format == "#,##0"
    assert rows["seats filled"][4].number_format == "0%"
    assert rows["chance of a profit"][4].number_format == "0.0%"
    assert sheet.freeze_panes == "A2"


def test_numbers_are_shown_as_what_they_are() -> None:
    rows = {row[12].value: row for row in book("en").worksheets[2].iter_rows(min_row=2)}
    shown = {key: row[2].number_format for key, row in rows.items()}
    assert shown["people@Astana"] == "#,##0"
    assert shown["net_yield"] == "#,##0.00"
    assert rows["fuel_price"][10].number_format == "General"


def test_labels_are_told_by_name() -> None:
    rows = list(book("ru").worksheets[1].iter_rows(min_row=2, values_only=True))
    assert {row[3] for row in rows if row[9] == "direct-flight.sector_cost_components"} == set(PARTS)
