"""Reads services from a table as people keep it in a spreadsheet: a row for each departure.

Times are by the clock of each end; a city is named as anywhere, an airport by its code.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from egiz.errors import Fault, InputError, Value
from egiz.facts.airport import find_airport, serving_airport
from egiz.facts.city import find_city
from egiz.facts.gtfs.arrange import ALWAYS, Departure, Stop, arranged
from egiz.facts.gtfs.record import WEEK, Feed
from egiz.facts.gtfs.slip import Slips
from egiz.facts.library import Facts

SUFFIX = ".csv"
NEEDED = ("mode", "from", "to", "weekdays", "departure", "arrival")
"""Columns without which nothing runs."""
ALSO = ("first_day", "last_day", "agency", "name")
"""Columns that may be there."""
MODES: Mapping[str, str] = {
    **dict.fromkeys(("train", "rail"), "rail"),
    **dict.fromkeys(("bus", "coach"), "bus"),
    **dict.fromkeys(("air", "flight", "plane"), "air"),
    "ferry": "ferry",
}
"""What a table may call a mode."""
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAILY = frozenset({"", "daily"})
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?(?:\s*\+(\d))?")
"""``07:05``; with ``+1`` on the day after the departure."""
DOTTED = re.compile(r"^(\d\d)\.(\d\d)\.(\d{4})$")
"""``04.03.2019``, as spreadsheets write days in some languages."""
DELIMITERS = ",;\t"
CODE = re.compile(r"[A-Z]{3}")
MOST_BYTES = 16 * 2**20
"""A longer table is refused: it is no list of services between cities [bytes]."""
MOST_WRONG = 100
"""After so many faults the rest is not looked at: it is some other table."""
MINUTE = timedelta(minutes=1)


Places = dict[tuple[str, str], Stop | tuple[Fault, ...]]
"""What was found for each mode and text."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table."""

    line: int
    """Its line."""
    cells: Mapping[str, str]
    """Its cells by column, trimmed."""


def read_departures(path: str) -> Feed:
    """Read a table of services as a timetable.

    Parameters
    ----------
    path
        A CSV with the columns `NEEDED`, and those of `ALSO` if wanted.

    Raises
    ------
    InputError
        Every fault that was found, each with its line.
    """
    slips = Slips(path)
    places: Places = {}
    found = []
    for row in _rows(path, slips):
        found.append(_departure(row, places, slips))
        if sum(slips.counts.values()) > MOST_WRONG:
            break
    slips.check()
    facts = Facts.shipped()
    change = round(facts.at(facts.edition).pick("change_minutes", "city").middle)
    return arranged(path, [one for one in found if one is not None], change)


def _rows(path: str, slips: Slips) -> Iterator[_Row]:
    text = _text(path)
    if not text.strip():
        slips.add("feed-empty-table", {"table": Path(path).name}, path, 1)
        return
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    header = [re.sub(r"[\s-]+", "_", head.strip().lower()) for head in next(reader, [])]
    missing = [name for name in NEEDED if name not in header]
    for name in missing:
        slips.add("feed-column-missing-alone", {"column": name, "found": ", ".join(header)}, path, 1)
    count, line = 0, reader.line_num + 1
    for cells in () if missing else _cells(reader, line, slips):
        if any(cell.strip() for cell in cells):
            count += 1
            if len(cells) != len(header):
                slips.add("feed-ragged", {"found": len(cells), "wanted": len(header)}, path, line)
            else:
                yield _Row(line, {name: cell.strip() for name, cell in zip(header, cells, strict=True)})
        line = reader.line_num + 1
    if not count and not missing:
        slips.add("feed-empty-table", {"table": Path(path).name}, path, 1)


def _cells(reader: Iterator[list[str]], line: int, slips: Slips) -> Iterator[list[str]]:
    """Rows as they stand; a cell without end is a fault."""
    try:
        yield from reader
    except csv.Error:
        slips.add("feed-quotes", {"table": Path(slips.feed).name}, slips.feed, line)


def _text(path: str) -> str:
    try:
        raw = Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError.of("feed-not-there", {"path": path}) from None
    except OSError as error:
        raise InputError.of("cannot-read", {"path": path, "reason": error.strerror or ""}) from None
    if len(raw) > MOST_BYTES:
        size = -(-len(raw) // 2**20)
        raise InputError.of("feed-too-large", {"name": path, "size": size, "most": MOST_BYTES // 2**20})
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        slips = Slips(path)
        slips.add("feed-not-utf8", {"byte": error.start}, path, raw.count(b"\n", 0, error.start) + 1)
        raise InputError(slips.found) from None


def _departure(row: _Row, places: Places, slips: Slips) -> Departure | None:
    """Understand a row; none where something in it is wrong."""
    before = len(slips.counts), sum(slips.counts.values())
    mode = MODES.get(row.cells["mode"].lower(), "")
    if not mode:
        _tell(row, "feed-not-an-option", "mode", slips, {"options": ", ".join(MODES)})
    ends = [_stop(row, column, (mode, places), slips) for column in ("from", "to")]
    days, span = _weekdays(row, slips), _span(row, slips)
    clocks = [_clock(row, column, slips) for column in ("departure", "arrival")]
    start, end = ends
    if start is not None and end is not None and start.id == end.id:
        _tell(row, "services-same-place", "to", slips, {})
    if start is None or end is None or before != (len(slips.counts), sum(slips.counts.values())):
        return None
    leaves = clocks[0][0]
    takes = _minutes((start, end), clocks, _example(days, span))
    if takes is None:
        _tell(row, "services-backwards", "arrival", slips, {})
        return None
    agency, name = row.cells.get("agency", ""), row.cells.get("name", "")
    return Departure(f"line {row.line}", mode, (start, end), days, leaves, takes, span, agency, name)


def _tell(row: _Row, key: str, column: str, slips: Slips, values: Mapping[str, Value]) -> None:
    found = row.cells.get(column, "")
    key = key if found or key.startswith("services-") else "feed-empty-cell"
    slips.add(key, {"column": column, "found": found, "id": "", **values}, slips.feed, row.line)


def _stop(row: _Row, column: str, known: tuple[str, Places], slips: Slips) -> Stop | None:
    """Where a service calls: the place of its mode in a city, or an airport."""
    text, (mode, places) = row.cells[column], known
    if not text:
        _tell(row, "feed-empty-cell", column, slips, {})
        return None
    if (mode, text) not in places:
        try:
            places[mode, text] = _flown(text) if mode == "air" else _reached(text, mode)
        except InputError as error:
            places[mode, text] = error.faults
    found = places[mode, text]
    if isinstance(found, Stop):
        return found
    for fault in found:
        slips.add(fault.key, fault.values, slips.feed, row.line)
    return None


def _reached(text: str, mode: str) -> Stop:
    city = find_city(text)
    whole = f"{city.name}, {city.admin.code}"
    return Stop(f"{whole} {mode}", city.name, city.latitude, city.longitude, city.zone, whole)


def _flown(text: str) -> Stop:
    """Stop of an airport by its code, or of the one that serves a city."""
    if CODE.fullmatch(text):
        airport = find_airport(text)
    else:
        served = serving_airport(find_city(text))
        if served is None:
            raise InputError([Fault("services-no-airport", {"name": text})])
        airport = served
    name = f"{airport.city or airport.name}, {airport.iata}"
    return Stop(airport.iata, name, airport.latitude, airport.longitude, airport.zone, "")


def _weekdays(row: _Row, slips: Slips) -> tuple[bool, ...]:
    """Marks of Monday to Sunday."""
    text = row.cells["weekdays"].lower()
    if text in DAILY:
        return (True,) * WEEK
    marks = [False] * WEEK
    for part in re.split(r"[\s,;/.+]+", text.replace("–", "-")):
        found = _days(part)
        if not found:
            _tell(row, "services-bad-weekdays", "weekdays", slips, {})
            return (True,) * WEEK
        for day in found:
            marks[day] = True
    return tuple(marks)


def _days(part: str) -> tuple[int, ...]:
    """Days of one word: ``135``, ``1-5``, ``mon``, ``mon-fri``; none where it is none of these."""
    names = part.split("-")
    numbers = [DAYS.index(name[:3]) if name[:3] in DAYS else -1 for name in names]
    if all("1" <= digit <= "7" for digit in "".join(names)):
        if len(names) == 1:
            return tuple(int(digit) - 1 for digit in part)
        numbers = [int(name) - 1 if len(name) == 1 else -1 for name in names]
    if min(numbers) < 0 or len(numbers) > 2:  # noqa: PLR2004 - two ends
        return ()
    first, last = numbers[0], numbers[-1]
    return tuple((first + step) % WEEK for step in range((last - first) % WEEK + 1))


def _span(row: _Row, slips: Slips) -> tuple[date, date]:
    """First and last day; an open end is as far as days are counted."""
    ends = list(ALWAYS)
    for place, column in enumerate(("first_day", "last_day")):
        if text := row.cells.get(column, ""):
            try:
                ends[place] = date.fromisoformat(DOTTED.sub(r"\3-\2-\1", text))
            except ValueError:
                _tell(row, "services-bad-day", column, slips, {})
    if not ALWAYS[0] <= ends[0] <= ends[1] <= ALWAYS[1]:
        _tell(row, "services-days-order", "last_day", slips, {})
    return ends[0], ends[1]


def _clock(row: _Row, column: str, slips: Slips) -> tuple[int, int | None]:
    """Minute of the day, and how many days later, if that is said."""
    match = CLOCK.fullmatch(row.cells[column])
    if match is None or (column == "departure" and match[3]):
        _tell(row, "services-bad-clock", column, slips, {})
        return 0, None
    return int(match[1]) * 60 + int(match[2]), int(match[3]) if match[3] else None


def _example(days: Iterable[bool], span: tuple[date, date]) -> date:
    """Day on which the clocks of both ends are compared: the first one, or the newest that the facts know."""
    first = span[0] if span[0] > ALWAYS[0] else min(Facts.shipped().edition, span[1])
    runs = tuple(days)
    return next(day for step in range(WEEK) if runs[(day := first + timedelta(days=step)).weekday()])


def _minutes(ends: tuple[Stop, Stop], clocks: list[tuple[int, int | None]], day: date) -> int | None:
    """Minutes on the way; none where the arrival that is told lies before the departure."""
    (leaves, _), (comes, later) = clocks
    start = datetime.combine(day, datetime.min.time(), ZoneInfo(ends[0].zone)) + leaves * MINUTE
    steps = (-1, 0, 1, 2) if later is None else (later,)
    for step in steps:
        after = datetime.combine(day + timedelta(days=step), datetime.min.time(), ZoneInfo(ends[1].zone))
        took = round(((after + comes * MINUTE).timestamp() - start.timestamp()) / 60)
        if took > 0:
            return took
    return None
