"""Fact tables: every fault is told with its line, and what is sound is read as it stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egiz.errors import InputError
from egiz.facts.row import middle, span
from egiz.facts.table import HEADER, is_price, read_rows, read_sources
from egiz.figures.assumption import Source

SOURCES = {"paper": Source("paper", "A paper", "", "", "", "")}
GOOD = {
    "name": "wage",
    "scope": "KZ",
    "low": "4",
    "mode": "5",
    "high": "7",
    "shape": "pert",
    "unit": "USD/h",
    "price_year": "2016",
    "about": "2016",
    "known_from": "2017-03-31",
    "status": "seen",
    "source": "paper",
    "locator": "table 2",
    "note": "",
}


def table(*rows: dict[str, str]) -> str:
    lines = [",".join(HEADER)]
    lines += [",".join({**GOOD, **row}[column] for column in HEADER) for row in rows]
    return "\n".join(lines) + "\n"


def faults(*rows: dict[str, str]) -> list[tuple[str, int | None]]:
    with pytest.raises(InputError) as caught:
        read_rows(table(*rows), "t.csv", SOURCES, {"people"})
    return [(fault.key, fault.spot.line if fault.spot else None) for fault in caught.value.faults]


def test_a_sound_row_is_read_as_it_stands() -> None:
    (row,) = read_rows(table({}), "t.csv", SOURCES)
    assert (row.key, row.unit, row.where) == ("wage@KZ", "USD/h", "t.csv:2")
    assert (row.spread.low, row.spread.mode, row.spread.high) == (4.0, 5.0, 7.0)
    assert row.dating.known_from == date(2017, 3, 31)
    assert row.source.title == "A paper"


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ({"price_year": ""}, "table-price-year"),
        ({"known_from": ""}, "table-known-from"),
        ({"name": "people", "unit": "person", "price_year": "", "known_from": ""}, "table-known-from"),
        ({"status": ""}, "table-unknown"),
        ({"status": "guessed"}, "table-unknown"),
        ({"source": "rumour"}, "table-unknown"),
        ({"unit": "USD/hour"}, "table-unknown"),
        ({"shape": "prt"}, "shape-unknown"),
        ({"low": ""}, "shape-lacks"),
        ({"low": "6"}, "range-order"),
        ({"low": "four"}, "table-number"),
        ({"high": "inf"}, "table-number"),
        ({"about": "last year"}, "table-about"),
        ({"about": "2018"}, "table-foreseen"),
        ({"known_from": "2017-13-01"}, "table-date"),
        ({"price_year": "new"}, "table-number"),
        ({"unit": "1"}, "table-no-price"),
        ({"name": "Hourly Wage"}, "table-name"),
        ({"shape": "lognormal", "low": "0"}, "range-not-positive"),
        ({"shape": "discrete", "low": "", "high": "", "mode": "1;2"}, "table-points"),
        ({"shape": "discrete", "high": "", "mode": "1:0.5|2:0.5"}, "table-wants-mode"),
        ({"shape": "empirical", "low": "", "high": "", "mode": "0:2|1:1"}, "table-order"),
    ],
)
def test_each_fault_is_told_with_its_line(row: dict[str, str], key: str) -> None:
    assert (key, 3) in faults({"scope": "RU"}, row)


def test_all_faults_are_told_at_once() -> None:
    found = faults({"status": "", "source": "", "unit": ""}, {"scope": "RU", "low": "9"})
    assert found == [("table-unknown", 2)] * 3 + [("range-order", 3)]


def test_a_row_given_twice_points_to_the_first() -> None:
    with pytest.raises(InputError) as caught:
        read_rows(table({}, {"mode": "6"}), "t.csv", SOURCES)
    (fault,) = caught.value.faults
    assert (fault.key, fault.values["line"]) == ("table-row-twice", 2)


def test_a_strange_header_and_a_torn_row_are_faults() -> None:
    with pytest.raises(InputError) as caught:
        read_rows("name,value\nwage,5\n", "t.csv", SOURCES)
    assert [fault.key for fault in caught.value.faults] == ["table-header"]
    with pytest.raises(InputError) as caught:
        read_rows(table({}) + "wage,RU\n", "t.csv", SOURCES)
    assert [fault.key for fault in caught.value.faults] == ["table-columns"]


def test_tables_of_values_are_read() -> None:
    dice = {"shape": "discrete", "low": "", "high": "", "mode": "1:0.5|2:1.5"}
    (row,) = read_rows(table(dice), "t.csv", SOURCES)
    assert row.spread.points == ((1.0, 0.5), (2.0, 1.5))


def test_sources_must_be_named_once() -> None:
    head = "key,title,publisher,year,link,licence\n"
    with pytest.raises(InputError) as caught:
        read_sources(head + "a,One,,,,\na,Two,,,,\nb,,,,,\n", "sources.csv")
    assert [fault.key for fault in caught.value.faults] == ["source-twice", "source-empty"]
    assert [source.key for source in read_sources(head + "a,One,,,,\n", "s.csv")] == ["a"]


@pytest.mark.parametrize(
    ("unit", "price"),
    [
        ("USD", True),
        ("USD/t", True),
        ("USD/person", True),
        ("KZT/USD", False),
        ("1/USD", False),
        ("h", False),
    ],
)
def test_prices_are_told_by_their_unit(unit: str, *, price: bool) -> None:
    assert is_price(unit) is price


@pytest.mark.parametrize(
    ("about", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-12", date(2017, 12, 1), date(2017, 12, 31)),
        ("2017-06-30", date(2017, 6, 30), date(2017, 6, 30)),
        ("2016/2019", date(2016, 1, 1), date(2019, 12, 31)),
    ],
)
def test_what_a_row_is_about(about: str, first: date, last: date) -> None:
    assert span(about) == (first, last)
    assert first <= middle(about) <= last


@given(st.text(max_size=40))
def test_text_that_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_rows(text, "t.csv", SOURCES)
    assert [fault.key for fault in caught.value.faults] == ["table-header"]


@given(st.lists(st.text(st.characters(exclude_characters='\r\n"', codec="utf-8"), max_size=8), min_size=1))
def test_any_row_of_rubbish_is_refused(cells: list[str]) -> None:
    text = ",".join(HEADER) + "\nrubbish" + ",".join(cells) + "\n"
    with pytest.raises(InputError) as caught:
        read_rows(text, "t.csv", SOURCES)
    assert caught.value.faults
