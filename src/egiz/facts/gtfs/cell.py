"""Reads whole columns of cells at once: texts, codes, numbers, times of day, dates."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite, nan

import numpy as np
from numpy.typing import NDArray

from egiz.facts.gtfs.grid import Column

Integers = NDArray[np.int64]
Codes = NDArray[np.int32]
Words = NDArray[np.uint64]
Floats = NDArray[np.float64]

EMPTY = -1
"""A cell without anything in it."""
WRONG = -2
"""A cell that cannot be read, or names what is not known."""
WORD = 8
"""Bytes of a word."""
DIGITS = 9
"""A whole number has no more."""
ZERO, COLON = 48, 58
SIXTY = 60
PRIME = np.uint64(0x9E3779B97F4A7C15)
"""Odd number by which words are spread; any will do."""
MONTH_DAYS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
FIRST_YEAR, LAST_YEAR = 1900, 2200
MASKS: NDArray[np.uint64] = np.array(
    [(1 << (8 * count)) - 1 for count in range(WORD)] + [2**64 - 1], np.uint64
)
"""Masks that keep the first bytes of a word."""


def texts(column: Column) -> list[str]:
    """Cells as text."""
    data = column.data.tobytes()
    ends = zip(column.start.tolist(), column.end.tolist(), strict=True)
    if data.isascii() and b'""' not in data:
        plain = data.decode("ascii")
        return [plain[start:end] for start, end in ends]
    return [data[start:end].decode("utf-8", "replace").replace('""', '"') for start, end in ends]


def codes(column: Column) -> tuple[Codes, Codes]:
    """Number equal cells alike.

    Returns
    -------
    tuple[Codes, Codes]
        The number of each cell, shape (rows,), and a row in which each number occurs, shape (numbers,).

    Notes
    -----
    Cells are hashed by words of eight bytes; what shares a hash is compared, so the answer is exact.
    """
    words = _words(column)
    changed = np.ones(len(column.start), bool)
    changed[1:] = np.any([word[1:] != word[:-1] for word in words], axis=0)
    heads = np.flatnonzero(changed)
    hashes = np.zeros(heads.size, np.uint64)
    for word in words:
        hashes = (hashes ^ word[heads]) * PRIME
        hashes ^= hashes >> np.uint64(29)
    _, first, number = np.unique(hashes, return_index=True, return_inverse=True)
    if any((word[heads] != word[heads][first][number]).any() for word in words):
        return _codes_by_text(column)
    run = np.cumsum(changed) - 1
    return number[run].astype(np.int32), heads[first].astype(np.int32)


def found(column: Column, known: Mapping[str, int]) -> Codes:
    """Look cells up: the number of each, `EMPTY` or `WRONG`, shape (rows,)."""
    number, first = codes(column)
    numbers = [known.get(text, WRONG) if text else EMPTY for text in texts(column.at(first))]
    return np.asarray(numbers, np.int32)[number] if numbers else np.empty(0, np.int32)


def wholes(column: Column) -> Integers:
    """Whole numbers from 0, `EMPTY` or `WRONG`, shape (rows,)."""
    length = column.end - column.start
    number = np.zeros(length.size, np.int64)
    fine = length <= DIGITS
    for place in range(int(min(length.max(initial=0), DIGITS))):
        inside = place < length
        digit = column.data[np.where(inside, column.end - 1 - place, 0)].astype(np.int64) - ZERO
        fine &= ~inside | ((digit >= 0) & (digit <= 9))  # noqa: PLR2004 - a digit
        number += np.where(inside, digit, 0) * 10**place
    number[~fine] = WRONG
    number[length == 0] = EMPTY
    return number


def clocks(column: Column) -> Integers:
    """Minutes of times such as ``7:05:00`` or ``31:20:00``, `EMPTY` or `WRONG`, shape (rows,).

    Seconds are left out: a timetable is one of whole minutes.
    """
    data, end, length = column.data, column.end, column.end - column.start

    def digit(behind: int) -> Integers:
        return data[np.maximum(end - behind, 0)].astype(np.int64) - ZERO

    tens = (digit(2), digit(5))
    ones = (digit(1), digit(4))
    seconds, minutes = (10 * ten + one for ten, one in zip(tens, ones, strict=True))
    hours = digit(7)
    fine = (length >= 7) & (length <= 9) & _is_digit(hours)  # noqa: PLR2004 - h:mm:ss to hhh:mm:ss
    for behind, size in ((8, 8), (9, 9)):
        inside = length >= size
        more = digit(behind)
        fine &= ~inside | _is_digit(more)
        hours = hours + np.where(inside, more * 10 ** (size - 7), 0)
    for place in (3, 6):
        fine &= data[np.maximum(end - place, 0)] == COLON
    for part in (*tens, *ones):
        fine &= _is_digit(part)
    fine &= (seconds < SIXTY) & (minutes < SIXTY)
    return np.where(length == 0, EMPTY, np.where(fine, hours * SIXTY + minutes, WRONG))


def days(column: Column) -> Integers:
    """Days since 1970 of dates such as ``20190304``, `EMPTY` or `WRONG`, shape (rows,)."""
    number = wholes(column)
    year, month, day = number // 10000, number // 100 % 100, number % 100
    fine = (column.end - column.start == 8) & (month >= 1) & (month <= 12)  # noqa: PLR2004 - of a date
    fine &= (year >= FIRST_YEAR) & (year <= LAST_YEAR)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    length = MONTH_DAYS[np.where(fine, month, 0)] + (leap & (month == 2))  # noqa: PLR2004 - February
    fine &= (day >= 1) & (day <= length)
    months = np.where(fine, (year - 1970) * 12 + month - 1, 0).astype("datetime64[M]")
    since = months.astype("datetime64[D]").astype(np.int64) + day - 1
    return np.where(number == EMPTY, EMPTY_DAY, np.where(fine, since, WRONG_DAY))


EMPTY_DAY, WRONG_DAY = -(10**6) - 1, -(10**6) - 2
"""Of dates: days before 1970 are below zero, too."""


def decimals(column: Column) -> tuple[Floats, NDArray[np.bool_]]:
    """Numbers, none where there is nothing, and marks of what is no number; both of shape (rows,)."""
    numbers = [_decimal(text) for text in texts(column)]
    wrong = [number is None for number in numbers]
    return np.asarray([nan if number is None else number for number in numbers], float), np.asarray(
        wrong, bool
    )


def _decimal(text: str) -> float | None:
    if not text:
        return nan
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) and "_" not in text else None


def _is_digit(number: Integers) -> NDArray[np.bool_]:
    return (number >= 0) & (number <= 9)  # noqa: PLR2004 - a digit


def _words(column: Column) -> list[Words]:
    """Bytes of the cells, eight at a time; what is behind the end of a cell is zero."""
    data, length = column.data, column.end - column.start
    every: Words = np.ndarray((data.size - WORD + 1,), "<u8", data.data, strides=(1,))
    last = every.size - 1
    words = [length.astype(np.uint64)]
    for offset in range(0, int(length.max(initial=0)), WORD):
        kept = MASKS[np.clip(length - offset, 0, WORD)]
        words.append(every[np.minimum(column.start + offset, last)] & kept)
    return words


def _codes_by_text(column: Column) -> tuple[Codes, Codes]:
    """Number cells one by one."""
    numbers: dict[str, int] = {}
    first: list[int] = []
    number = np.empty(len(column.start), np.int32)
    for row, text in enumerate(texts(column)):
        if text not in numbers:
            numbers[text] = len(numbers)
            first.append(row)
        number[row] = numbers[text]
    return number, np.asarray(first, np.int32)
