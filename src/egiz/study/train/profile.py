"""Reads the profile of a line from CSV; every fault is told at once, with its line."""

from __future__ import annotations

import csv
import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from egiz.engines.train.record import Array, Mask
from egiz.errors import Fault, InputError, Spot, Value

NEEDED = ("km", "height_m", "limit_kmh")
OPTIONAL = ("radius_m", "tunnel")
"""An empty radius is straight, an empty tunnel none."""
BOUNDS: Mapping[str, tuple[float, float]] = {
    "km": (-20_000.0, 20_000.0),
    "height_m": (-1_000.0, 9_000.0),
    "limit_kmh": (5.0, 1_000.0),
    "radius_m": (-1e9, 1e9),
    "tunnel": (0.0, 1.0),
}
"""What a cell may hold: beyond it, a slip is likelier than a railway."""
SHARPEST = 50.0
"""No train runs a curve of a smaller radius [m]."""
STEEPEST = 0.15
"""No train climbs more on bare rails [1]."""
LARGEST = 50_000_000
"""A file holds no more [bytes]."""
MOST = 20
"""So many faults of one sort are told each by itself; the others are counted."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A line as its file states it; each array is (rows,), and a row holds until the next one."""

    name: str
    """The file as the user named it."""
    km: Array
    """Length along the line, rising [km]."""
    height: Array
    """Level of the rail, straight between two rows [m]."""
    limit: Array
    """Speed limit [km/h]."""
    radius: Array
    """Radius of the curve [m]; infinite where straight."""
    tunnel: Mask
    """Whether the line is in a tunnel."""

    @property
    def ends(self) -> tuple[float, float]:
        """First and last chainage [km]."""
        return float(self.km[0]), float(self.km[-1])


class Reading:
    """The cells of a file and the faults found in them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.counts: dict[str, int] = {}

    def slip(self, key: str, values: Mapping[str, Value], line: int) -> None:
        """Note a fault in a line; beyond `MOST` of a sort it is only counted."""
        self.counts[key] = self.counts.get(key, 0) + 1
        if self.counts[key] <= MOST:
            self.faults.append(Fault(key, values, Spot(self.name, line)))

    def check(self) -> None:
        """Raise `InputError` with every fault found so far, if there is one."""
        more = [
            Fault("profile-more", {"count": count - MOST}, Spot(self.name))
            for count in self.counts.values()
            if count > MOST
        ]
        if self.faults:
            raise InputError([*self.faults, *more])

    def number(self, column: str, text: str, line: int) -> float:
        """Read a cell; not a number where it is none."""
        try:
            value = float(text) if "_" not in text else math.nan
        except ValueError:
            value = math.nan
        low, high = BOUNDS[column]
        if not math.isfinite(value):
            self.slip("profile-number", {"column": column, "found": text[:40]}, line)
            return math.nan
        if not low <= value <= high:
            self.slip("profile-range", {"column": column, "found": text, "low": low, "high": high}, line)
            return math.nan
        return value


def read_profile(name: str) -> Profile:
    """Read the profile of a line.

    Parameters
    ----------
    name
        Path of a CSV file with the columns of `NEEDED`, and of `OPTIONAL` any.

    Raises
    ------
    InputError
        Every fault of the file: absent, unreadable, not UTF-8, a column missing, unknown or given twice, a
        row too short, a cell that is no number or cannot be, kilometres that do not rise, a grade that no
        train climbs.
    """
    reading = Reading(name)
    rows = [(line, row) for line, row in _rows(_text(name), name) if any(cell.strip() for cell in row)]
    if not rows:
        raise InputError.of("empty-file", {}, Spot(name, 1))
    columns = _columns(reading, *rows[0])
    reading.check()
    found, lines = _cells(reading, columns, rows[1:])
    if len(lines) < 2:  # noqa: PLR2004 - a line has two ends
        reading.slip("profile-two-rows", {"count": len(lines)}, rows[-1][0])
    reading.check()
    _check_order(reading, found, lines)
    reading.check()
    radius, tunnel = found["radius_m"], found["tunnel"] > 0.0
    return Profile(name, found["km"], found["height_m"], found["limit_kmh"], radius, tunnel)


def _text(name: str) -> str:
    path = Path(name)
    try:
        if path.stat().st_size > LARGEST:
            raise InputError.of("too-large", {}, Spot(name, 1))
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError.of("profile-absent", {"path": name, "columns": ", ".join(NEEDED)}) from None
    except UnicodeDecodeError as error:
        raise InputError.of("not-utf8", {"byte": error.start}, Spot(name, 1)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError.of("cannot-read", {"path": name, "reason": reason}) from None


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(), strict=True)
    rows = []
    try:
        for row in reader:
            rows.append((reader.line_num, row))
    except csv.Error as error:
        raise InputError.of("profile-csv", {"reason": str(error)}, Spot(name, reader.line_num)) from None
    return rows


def _columns(reading: Reading, line: int, header: Sequence[str]) -> tuple[str, ...]:
    columns = tuple(cell.strip().lower() for cell in header)
    known = (*NEEDED, *OPTIONAL)
    for place, column in enumerate(columns):
        if column not in known:
            near = ", ".join(difflib.get_close_matches(column, known, 1, 0.4) or known)
            reading.slip("profile-unknown-column", {"found": column[:40], "near": near}, line)
        elif column in columns[:place]:
            reading.slip("profile-column-twice", {"column": column}, line)
    for column in NEEDED:
        if column not in columns:
            reading.slip("profile-missing-column", {"column": column}, line)
    return columns


def _cells(
    reading: Reading, columns: tuple[str, ...], rows: Sequence[tuple[int, list[str]]]
) -> tuple[dict[str, Array], list[int]]:
    """Read all cells by column; a column that is absent is filled with what an empty cell means."""
    empty = {"radius_m": math.inf, "tunnel": 0.0}
    found: dict[str, list[float]] = {column: [] for column in (*NEEDED, *OPTIONAL)}
    lines = []
    for line, row in rows:
        if len(row) != len(columns):
            reading.slip("profile-cells", {"found": len(row), "wanted": len(columns)}, line)
            continue
        lines.append(line)
        cells = {column: cell.strip() for column, cell in zip(columns, row, strict=True)}
        for column, values in found.items():
            text = cells.get(column, "")
            blank = not text and column in empty
            values.append(empty[column] if blank else reading.number(column, text, line))
    return {column: np.asarray(values, float) for column, values in found.items()}, lines


def _check_order(reading: Reading, found: Mapping[str, Array], lines: Sequence[int]) -> None:
    km, height = found["km"], found["height_m"]
    for row in (np.flatnonzero(np.diff(km) <= 0.0) + 1).tolist():
        reading.slip("profile-order", {"km": f"{km[row]:g}", "before": f"{km[row - 1]:g}"}, lines[row])
    for row in np.flatnonzero(np.abs(found["radius_m"]) < SHARPEST).tolist():
        reading.slip("profile-sharp", {"found": f"{found['radius_m'][row]:g}", "least": SHARPEST}, lines[row])
    if (np.diff(km) <= 0.0).any():
        return
    grade = np.diff(height) / (np.diff(km) * 1000.0)
    for row in np.flatnonzero(np.abs(grade) > STEEPEST).tolist():
        shown = {"grade": f"{1000.0 * grade[row]:.0f}", "most": f"{1000.0 * STEEPEST:.0f}"}
        reading.slip("profile-steep", shown, lines[row + 1])
