"""What is written is read back; what is cut into pieces stays the same; no bytes bring the reader down."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from datetime import date
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egiz.errors import InputError
from egiz.facts.gtfs import cell
from egiz.facts.gtfs.grid import grids, pieces
from egiz.facts.gtfs.read import read_feed
from egiz.facts.gtfs.record import (
    NONE,
    Agency,
    Calls,
    Feed,
    Links,
    Routes,
    Services,
    Stops,
    Trips,
    day_number,
)
from egiz.facts.gtfs.slip import Slips
from egiz.facts.gtfs.write import feed_tables, feed_zip
from facts.timetable import TABLES, folder

QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NAMES = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" ,\"'#"), min_size=1, max_size=9
).map(lambda text: f"x{text}x")
START = day_number(date(2019, 3, 4))


@st.composite
def feeds(draw: st.DrawFn) -> Feed:
    stops = draw(st.lists(NAMES, min_size=2, max_size=5, unique=True))
    services = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    lengths = draw(st.lists(st.integers(2, 4), min_size=1, max_size=4))
    trips = draw(st.lists(NAMES, min_size=len(lengths), max_size=len(lengths), unique=True))
    count = sum(lengths)
    starts = np.repeat(draw(_many(st.integers(0, 2880), len(lengths))), lengths)
    stays = draw(_many(st.integers(0, 90), 2 * count)).cumsum()
    ends = np.array(draw(_many(st.booleans(), 2 * count)), bool)
    return Feed(
        "feed",
        (Agency("a", "Agency", "Asia/Almaty"),),
        _stops(draw, stops),
        Routes(("r",), ("R",), _whole([2]), _whole([0])),
        _services(draw, services),
        Trips(
            tuple(trips),
            tuple(trips),
            _whole([0] * len(trips)),
            _whole(draw(_many(st.integers(0, len(services) - 1), len(trips)))),
            _whole([NONE] * len(trips)),
            _whole([0, *np.cumsum(lengths)]),
        ),
        Calls(
            _whole(draw(_many(st.integers(0, len(stops) - 1), count))),
            _whole(starts + stays[0::2]),
            _whole(starts + stays[1::2]),
            ends[0::2],
            ends[1::2],
        ),
        _links(draw, len(stops)),
    )


def _many(one: st.SearchStrategy, count: int) -> st.SearchStrategy:
    return st.lists(one, min_size=count, max_size=count).map(np.array)


def _whole(numbers: object) -> np.ndarray:
    return np.asarray(numbers, np.int32)


def _stops(draw: st.DrawFn, names: list[str]) -> Stops:
    count = len(names)
    parent = _whole([NONE, *(draw(st.sampled_from([NONE, 0])) for _ in names[1:])])
    return Stops(
        tuple(names),
        tuple(draw(st.lists(NAMES, min_size=count, max_size=count))),
        draw(_many(st.floats(-90, 90), count)),
        draw(_many(st.floats(-180, 180), count)),
        parent,
        _whole([1, *(0 for _ in names[1:])]),
        tuple(draw(st.sampled_from(["", "Asia/Almaty", "Europe/Paris"])) for _ in names),
    )


def _services(draw: st.DrawFn, names: list[str]) -> Services:
    count = len(names)
    first = _whole(draw(_many(st.integers(START, START + 9), count)))
    extra = draw(st.integers(1, 4))
    days = draw(st.lists(st.integers(START, START + 20), min_size=extra, max_size=extra, unique=True))
    runs = [True, *draw(_many(st.booleans(), extra - 1)).tolist()]
    return Services(
        tuple(names),
        draw(_many(st.booleans(), 7 * count)).astype(bool).reshape(count, 7),
        first,
        first + 7,
        _whole(draw(_many(st.integers(0, count - 1), extra))),
        _whole(days),
        np.array(runs, bool),
    )


def _links(draw: st.DrawFn, stops: int) -> Links:
    count = draw(st.integers(0, 3))
    ends = [_whole(draw(_many(st.integers(0, stops - 1), count))) for _ in range(2)]
    none = _whole([NONE] * count)
    return Links(*ends, _whole([2] * count), _whole(draw(_many(st.integers(0, 90), count))), none, none)


@QUIET
@given(feeds())
def test_a_feed_that_is_written_is_read_back(tmp_path: Path, feed: Feed) -> None:
    path = tmp_path / "feed.zip"
    path.write_bytes(feed_zip(feed))
    back = read_feed(str(path))
    assert back.agencies == feed.agencies
    for part in ("stops", "routes", "trips", "calls", "links", "services"):
        ours, theirs = getattr(feed, part), getattr(back, part)
        for field in fields(ours):
            one, other = getattr(ours, field.name), getattr(theirs, field.name)
            same = one == other if isinstance(one, tuple) else np.array_equal(one, other)
            assert same, (part, field.name)
    assert feed_tables(back) == feed_tables(feed)


class Drops(io.BytesIO):
    """A stream that gives few bytes at a time."""

    def __init__(self, text: bytes, most: int) -> None:
        super().__init__(text)
        self.most = most

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self.most if size is None or size < 0 else min(size, self.most))


@QUIET
@given(st.lists(st.lists(st.text(max_size=6), min_size=3, max_size=3), max_size=6), st.integers(5, 60))
def test_a_table_is_read_like_the_csv_module_does(rows: list[list[str]], piece: int) -> None:
    kept = [[" ".join(text.replace("\x00", "").split()) for text in row] for row in rows]
    kept = [row for row in kept if any(row)]
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\n").writerows([["a", "b", "c"], *kept])
    slips = Slips("feed")
    stream = Drops(target.getvalue().encode(), piece)
    found = [
        [cell.texts(column)[row] for name in "abc" if (column := grid.column(name)) is not None]
        for grid in grids(pieces(stream, "t.txt", "feed"), "t.txt", slips)
        for row in range(grid.rows)
    ]
    assert not slips.found
    assert found == [[text.strip(" \t\r") for text in row] for row in kept]


@QUIET
@given(st.sampled_from(sorted(TABLES)), st.data())
def test_no_bytes_bring_the_reader_down(tmp_path: Path, table: str, data: st.DataObject) -> None:
    text = TABLES[table].encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 6)))
    new = data.draw(st.binary(max_size=6) | st.sampled_from([b'"', b"\n", b",", b"\r\n", b"\xef\xbb\xbf"]))
    path = folder(tmp_path, {table: text[:start] + new + text[end:]})
    try:
        feed = read_feed(path)
    except InputError as error:
        told = len(error.faults)
        assert told > 0
    else:
        assert (feed.calls.stop < len(feed.stops.ids)).all()
        assert (feed.calls.departure >= feed.calls.arrival).all()


@QUIET
@given(st.integers(0, 999), st.integers(0, 59), st.integers(0, 59), st.booleans())
def test_times_of_day(hours: int, minutes: int, seconds: int, padded: bool) -> None:
    text = f"{hours:02d}:{minutes:02d}:{seconds:02d}" if padded else f"{hours}:{minutes:02d}:{seconds:02d}"
    (grid,) = grids((f"t\n{text}\n\n{text}:\n{text[:-1]}\n".encode(),), "t.txt", Slips("feed"))
    column = grid.column("t")
    assert column is not None
    assert cell.clocks(column).tolist() == [hours * 60 + minutes, cell.WRONG, cell.WRONG]


@QUIET
@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(0, 99999999))
def test_dates(day: date, other: int) -> None:
    (grid,) = grids((f"t\n{day:%Y%m%d}\n{other:08d}\n".encode(),), "t.txt", Slips("feed"))
    column = grid.column("t")
    assert column is not None
    first, second = cell.days(column).tolist()
    assert first == day_number(day)
    try:
        meant = date(other // 10000, other // 100 % 100, other % 100)
    except ValueError:
        assert second == cell.WRONG_DAY
    else:
        inside = 1900 <= meant.year <= 2200
        assert second == (day_number(meant) if inside else cell.WRONG_DAY)


@QUIET
@given(st.lists(st.text(st.sampled_from("abcé \U0001f600"), max_size=20), min_size=1, max_size=12))
def test_equal_cells_have_equal_numbers(texts: list[str]) -> None:
    kept = [f"x{text.strip()}" for text in texts]
    text = "t\n" + "\n".join(kept) + "\n"
    (grid,) = grids((text.encode(),), "t.txt", Slips("feed"))
    column = grid.column("t")
    assert column is not None
    numbers, first = cell.codes(column)
    assert [kept[first[number]] for number in numbers.tolist()] == kept
    assert len(first) == len(set(kept))
