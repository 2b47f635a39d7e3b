"""Completes the times of calls: what is blank is filled, what runs backwards is a fault."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from egiz.facts.gtfs.cell import WRONG
from egiz.facts.gtfs.record import Calls, Codes
from egiz.facts.gtfs.slip import MOST, Mask, Slips
from egiz.facts.gtfs.trip import TABLE, Rows

FEW = 0.01
"""Where at most this part of the trips runs backwards somewhere, they are cut there and the feed is taken."""


def filled(rows: Rows, slips: Slips) -> tuple[Calls, Mask]:
    """Fill blank times and check the order of all.

    Parameters
    ----------
    rows
        Calls sorted by trip and sequence.
    slips
        Takes a trip whose first departure or last arrival is blank, and times that run backwards.

    Returns
    -------
    tuple[Calls, Mask]
        The calls with every time filled, and marks of those with which a trip begins, shape (calls,).

    Notes
    -----
    A call with one of its two times has that one twice. Blank calls between two timed ones lie evenly between
    the departure of the one before and the arrival of the one behind, by their number and not their distance,
    rounded to the nearest minute, halves up.
    """
    arrival, departure = rows.calls.arrival, rows.calls.departure
    arrival = np.where(arrival < 0, departure, arrival)
    departure = np.where(departure < 0, arrival, departure)
    blank = arrival < 0
    starts = np.concatenate((np.ones(min(1, blank.size), np.bool_), np.diff(rows.trip) != 0))
    ends = np.concatenate((starts[1:], np.ones(min(1, blank.size), np.bool_)))
    unread = (rows.calls.arrival == WRONG) | (rows.calls.departure == WRONG) | (rows.trip < 0)
    untimed = blank & (starts | ends) & ~unread
    slips.rows("feed-untimed-end", untimed, TABLE, lambda: rows.line, lambda _: {})
    if blank.any() and not (untimed | unread).any():
        between = _between(arrival, departure, blank)
        arrival, departure = np.where(blank, between, arrival), np.where(blank, between, departure)
        slips.note("feed-blank-times", {"count": int(blank.sum())})
    backwards = _backwards(rows, arrival, departure, starts, slips)
    calls = replace(rows.calls, arrival=arrival.astype(np.int32), departure=departure.astype(np.int32))
    return calls, starts | backwards


def _between(arrival: Codes, departure: Codes, blank: Mask) -> Codes:
    """Times evenly between the timed calls around each blank one."""
    place = np.arange(blank.size)
    before = np.maximum.accumulate(np.where(blank, 0, place))
    behind = np.minimum.accumulate(np.where(blank, blank.size - 1, place)[::-1])[::-1]
    part = (place - before) / np.maximum(behind - before, 1)
    gap = (arrival[behind] - departure[before]) * part
    whole = np.where(gap < 0.0, -np.floor(0.5 - gap), np.floor(gap + 0.5))
    return np.asarray(departure[before] + whole, np.int32)


def _backwards(rows: Rows, arrival: Codes, departure: Codes, starts: Mask, slips: Slips) -> Mask:
    """Marks of calls that arrive before the call before has departed.

    Real feeds hold a few, at a border where somebody forgot the other clock: few are cut there and noted,
    many are faults. A call that departs before it arrives is always a fault.
    """
    known = (arrival >= 0) & (departure >= 0) & (rows.trip >= 0)
    slips.rows(
        "feed-stay-negative",
        known & (departure < arrival),
        TABLE,
        lambda: rows.line,
        lambda row: {"arrival": clock(int(arrival[row])), "departure": clock(int(departure[row]))},
    )
    before = np.concatenate((arrival[:1], departure[:-1]))
    wrong = known & ~starts & (before >= 0) & (arrival < before)
    if 0 < wrong.sum() <= FEW * starts.sum():
        lines = ", ".join(str(line) for line in rows.line[wrong][:MOST].tolist())
        slips.note("feed-cut-trips", {"count": int(wrong.sum()), "lines": lines})
        return wrong
    slips.rows(
        "feed-ride-negative",
        wrong,
        TABLE,
        lambda: rows.line,
        lambda row: {"arrival": clock(int(arrival[row])), "departure": clock(int(before[row]))},
    )
    return wrong


def clock(minutes: int) -> str:
    """Write minutes as a time of day, which may exceed 24 hours."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}:00"
