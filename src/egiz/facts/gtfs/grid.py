"""Takes a table of comma-separated values apart with numpy: where each cell begins and ends.

Quoted cells, blanks around cells, blank lines, a byte order mark and any of the three line ends are read; a
table is taken in pieces of whole lines, so that a large one never stands in memory as text.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from egiz.errors import InputError
from egiz.facts.gtfs.slip import Slips

PIECE = 16 * 2**20
"""Bytes read at a time."""
LONGEST_LINE = 4 * PIECE
"""A line without end beyond this is no line of a table [bytes]."""
PAD = 16
"""Zero bytes behind a piece, so that words of eight can be read at its end."""
MARK = b"\xef\xbb\xbf"
COMMA, NEWLINE, QUOTE = 44, 10, 34
LIKE = 0.8
"""Names of columns that are less alike are not taken for each other: stop_lat is no stop_name."""
UNREAD = "\ufffd"
"""Stands for bytes that are no text."""
SEPARATORS = {";": ";", "\t": "Tab", "|": "|"}
"""Signs that part cells in tables of other programs, and how they are told."""
NO_HEADS = ("",)
"""Heads of an empty file."""
TRIES = 64
"""So many quoted cells with line ends may stand at the end of a piece."""

Bytes = NDArray[np.uint8]
Places = NDArray[np.intp]
Lines = NDArray[np.int32]

BLANK: NDArray[np.bool_] = np.isin(np.arange(256), np.frombuffer(b" \t\r\xa0"[:3], np.uint8))
"""Whether a byte is a blank."""


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of a column: bytes `start` to `end`, trimmed and without quotes."""

    table: str
    """File in the feed."""
    name: str
    """Head of the column."""
    data: Bytes
    """Bytes of the piece, with `PAD` zeros behind."""
    start: Places
    """First byte of each cell, shape (rows,)."""
    end: Places
    """Byte behind each cell, shape (rows,)."""

    def text(self, row: int) -> str:
        """One cell as text."""
        cell = self.data[self.start[row] : self.end[row]].tobytes()
        return cell.decode("utf-8", "replace").replace('""', '"')

    def at(self, rows: Lines) -> Column:
        """Some of the cells."""
        return Column(self.table, self.name, self.data, self.start[rows], self.end[rows])


@dataclass(frozen=True, slots=True)
class Grid:
    """A piece of a table: cells by row and column."""

    table: str
    """File in the feed."""
    header: tuple[str, ...]
    """Heads of the columns."""
    data: Bytes
    """Bytes of the piece, with `PAD` zeros behind."""
    start: Places
    """First byte of each cell, shape (rows, columns)."""
    end: Places
    """Byte behind each cell, shape (rows, columns)."""
    line: int
    """Line of the file at which the piece begins."""

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.start)

    def lines(self) -> Lines:
        """Line of the file at which each row begins, shape (rows,)."""
        if not self.start.size:
            return np.empty(0, np.int32)
        ends = np.flatnonzero(self.data == NEWLINE)
        return np.asarray(self.line + np.searchsorted(ends, self.start[:, 0]), np.int32)

    def column(self, name: str) -> Column | None:
        """Cells of a column, trimmed; none where the table has no such column."""
        if name not in self.header:
            return None
        place = self.header.index(name)
        start, end = _trimmed(self.data, self.start[:, place].copy(), self.end[:, place].copy())
        quoted = (end - start > 1) & (self.data[start] == QUOTE)
        if quoted.any():
            start, end = _trimmed(self.data, start + quoted, end - quoted)
        return Column(self.table, name, self.data, start, end)


def grids(pieces: Iterable[bytes], table: str, slips: Slips) -> Iterator[Grid]:
    """Take a table apart, piece by piece.

    Parameters
    ----------
    pieces
        Its bytes, in whole lines.
    table
        File in the feed.
    slips
        Takes rows with too few or too many cells, quotes that do not match, bytes that are not UTF-8.
    """
    header: tuple[str, ...] = ()
    line = 1
    for number, piece in enumerate(pieces):
        text = piece.removeprefix(MARK) if number == 0 else piece
        if not text.isascii():
            _check_utf8(text, table, line, slips)
        if number == 0:
            header, text, line = _header(text, table, slips)
        yield _grid(text, Head(table, header, line), slips)
        line += text.count(b"\n")


def need(grid: Grid, names: Sequence[str], slips: Slips) -> bool:
    """Whether a table has columns; each missing one is a fault with the nearest name that is there.

    Of a file that is empty or no UTF-8 that alone is told, and it is told already; so is one whose cells are
    not parted by commas.
    """
    if grid.header == NO_HEADS or UNREAD in "".join(grid.header):
        return False
    if len(grid.header) == 1 and (parted := [sign for sign in SEPARATORS if sign in grid.header[0]]):
        slips.add("feed-separator", {"sign": SEPARATORS[parted[0]]}, grid.table, 1)
        return False
    others = {head.strip().lower(): head for head in grid.header if head and head not in names}
    for name in names:
        if name not in grid.header:
            near = [others[one] for one in difflib.get_close_matches(name, others, 1, LIKE)]
            values = {"column": name, "nearest": ", ".join(near), "found": ", ".join(grid.header)}
            slips.add("feed-column-missing", values, grid.table, 1)
    return all(name in grid.header for name in names)


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a table before a piece of it is read."""

    table: str
    """File in the feed."""
    header: tuple[str, ...]
    """Heads of the columns."""
    line: int
    """Line at which the piece begins."""


def pieces(stream: BinaryIO, table: str, feed: str) -> Iterator[bytes]:
    """Read a table in pieces of whole lines; at least one comes, which may be empty.

    Raises
    ------
    InputError
        ``feed-endless-line``: a line is longer than any of a table.
    """
    rest, first = b"", True
    while piece := stream.read(PIECE):
        text = rest + piece
        cut = _last_line_end(text)
        if cut:
            yield with_newlines(text[:cut])
            first = False
        rest = text[cut:]
        if len(rest) > LONGEST_LINE:
            raise InputError.of("feed-endless-line", {"file": feed, "table": table})
    if rest or first:
        yield with_newlines(rest)


def with_newlines(text: bytes) -> bytes:
    """Write the line ends of old machines as those of others."""
    return text.replace(b"\r", b"\n") if b"\n" not in text else text


def _last_line_end(text: bytes) -> int:
    """Place behind the last line end that does not stand inside quotes; 0 where there is none."""
    inside = text.count(b'"') % 2 == 1
    end = len(text)
    for _ in range(TRIES):
        quote = text.rfind(b'"', 0, end)
        if not inside:
            line = text.rfind(b"\n", quote + 1, end)
            if line >= 0:
                return line + 1
        if quote < 0:
            return 0
        end, inside = quote, not inside
    return 0


def _check_utf8(text: bytes, table: str, line: int, slips: Slips) -> None:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        at = line + text.count(b"\n", 0, error.start)
        slips.add("feed-not-utf8", {"byte": f"0x{text[error.start]:02X}"}, table, at)


def _header(text: bytes, table: str, slips: Slips) -> tuple[tuple[str, ...], bytes, int]:
    """Heads of the columns, what stands below, and the line at which that begins."""
    first, _, below = text.partition(b"\n")
    heads = tuple(head.strip().strip('"').strip() for head in first.decode("utf-8", "replace").split(","))
    if heads == NO_HEADS:
        slips.add("feed-empty-table", {"table": table}, table, 1)
    return heads, below, 2


def _grid(text: bytes, head: Head, slips: Slips) -> Grid:
    """Find the cells of a piece."""
    if text and not text.endswith(b"\n"):
        text += b"\n"
    data = np.frombuffer(text + bytes(PAD), np.uint8)
    marks = (data == COMMA) | (data == NEWLINE)
    if b'"' in text:
        quotes = data == QUOTE
        _check_quotes(data, quotes, head, slips)
        marks &= ~np.logical_xor.accumulate(quotes)
    ends = np.flatnonzero(marks)
    starts = np.concatenate((np.zeros(1, np.intp), ends[:-1] + 1)) if ends.size else ends
    return _rows(data, starts, ends, head, slips)


def _rows(data: Bytes, starts: Places, ends: Places, head: Head, slips: Slips) -> Grid:
    """Arrange cells by row; blank lines are passed over, rows of another length are faults."""
    width = len(head.header)
    last = np.flatnonzero(data[ends] == NEWLINE)
    if ends.size == last.size * width and bool((last == np.arange(width - 1, ends.size, width)).all()):
        shape = (last.size, width)
        whole = Grid(head.table, head.header, data, starts.reshape(shape), ends.reshape(shape), head.line)
        return whole if width > 1 else _without_blank(whole)
    first = np.concatenate((np.zeros(1, np.intp), last[:-1] + 1))
    count = last - first + 1
    empty = np.asarray([_is_blank(data[starts[one] : ends[one]]) for one in first[count == 1].tolist()], bool)
    blank = count == 1
    blank[blank] = empty
    wrong = (count != width) & ~blank
    lines = Grid(head.table, head.header, data, starts[first][:, None], ends[first][:, None], head.line).lines
    slips.rows(
        "feed-ragged", wrong, head.table, lines, lambda row: {"found": int(count[row]), "wanted": width}
    )
    place = first[~wrong & ~blank][:, None] + np.arange(width)
    return Grid(head.table, head.header, data, starts[place], ends[place], head.line)


def _without_blank(grid: Grid) -> Grid:
    cells = zip(grid.start[:, 0].tolist(), grid.end[:, 0].tolist(), strict=True)
    kept = np.asarray([not _is_blank(grid.data[start:end]) for start, end in cells], bool)
    return Grid(grid.table, grid.header, grid.data, grid.start[kept], grid.end[kept], grid.line)


def _is_blank(cell: Bytes) -> bool:
    return bool(BLANK[cell].all())


def _check_quotes(data: Bytes, quotes: NDArray[np.bool_], head: Head, slips: Slips) -> None:
    """A quote opens at the beginning of a cell and closes at its end."""
    at = np.flatnonzero(quotes)
    opening, closing = at[0::2], at[1::2]
    before = np.where(opening > 0, data[opening - 1], NEWLINE)
    wrong = ~_edge(before)
    wrong[: closing.size] |= ~_edge(data[closing + 1])
    if at.size % 2:
        wrong[-1] = True
    if wrong.any():
        line = head.line + int(np.count_nonzero(data[: opening[wrong][0]] == NEWLINE))
        slips.add("feed-quotes", {"table": head.table}, head.table, line)


def _edge(byte: Bytes) -> NDArray[np.bool_]:
    return np.asarray(BLANK[byte] | (byte == COMMA) | (byte == NEWLINE) | (byte == QUOTE))


def _trimmed(data: Bytes, start: Places, end: Places) -> tuple[Places, Places]:
    """Leave out blanks at both ends of cells."""
    while (more := (end > start) & BLANK[data[end - 1]]).any():
        end -= more
    while (more := (end > start) & BLANK[data[start]]).any():
        start += more
    return start, end
