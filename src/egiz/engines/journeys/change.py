"""What-if timetables: runs added and taken out, weeks that repeat, and time turned round."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

import numpy as np

from egiz.engines.journeys.check import check_timetable
from egiz.engines.journeys.record import NONE, Connections, Footpaths, Mask, Modes, Numbers, Runs, Timetable
from egiz.errors import EngineError

Table = TypeVar("Table", Connections, Runs)


def with_runs(timetable: Timetable, added: Timetable) -> Timetable:
    """Add the runs of another timetable over the same stops; its runs come after those that were there.

    Raises
    ------
    EngineError
        The stops are not the same in number, or the added runs are no timetable.
    """
    check_timetable(replace(added, footpaths=timetable.footpaths, stops=timetable.stops))
    if added.stops.change.size != timetable.stops.change.size:
        raise EngineError("the added runs", "call at other stops", "list all stops in both")
    if timetable.modes.boarding.size != added.modes.boarding.size:
        raise EngineError("the added runs", "are of other modes", "list all modes in both")
    count = timetable.runs.trip.size
    onward = np.where(added.runs.onward == NONE, NONE, added.runs.onward + count).astype(np.int32)
    moved = replace(added.connections, run=added.connections.run + np.int32(count))
    rides = _sorted(_joined(timetable.connections, moved))
    runs = _joined(timetable.runs, replace(added.runs, onward=onward))
    return replace(timetable, connections=rides, runs=runs)


def without_runs(timetable: Timetable, gone: Mask) -> Timetable:
    """Take out runs, marked in an array (runs,); what goes on as one of them ends there."""
    number = np.where(gone, NONE, np.cumsum(~gone) - 1).astype(np.int32)
    runs = _picked(timetable.runs, ~gone)
    onward = np.where(runs.onward == NONE, np.int32(NONE), number[runs.onward])
    rides = _picked(timetable.connections, ~gone[timetable.connections.run])
    return replace(
        timetable, connections=replace(rides, run=number[rides.run]), runs=replace(runs, onward=onward)
    )


def repeated(timetable: Timetable, period: int, span: int) -> Timetable:
    """Every run again and again each period, such as a week, before and after, from minute zero to a span.

    For journeys of all departures of a week that repeats, and up to a longest travel, the span is the week
    and that travel: ask with a window of the week, and skim with a cyclic horizon.

    Raises
    ------
    EngineError
        The period is not above zero.
    """
    if period <= 0:
        raise EngineError("the period", f"is {period} minutes", "give it a length")
    rides = timetable.connections
    if rides.departure.size == 0:
        return timetable
    first = -(int(rides.departure.max()) // period) - 1
    last = (span - int(rides.departure.min())) // period + 1
    turns = np.arange(first, last + 1, dtype=np.int32)
    count = timetable.runs.trip.size
    many = _joined(*(_shifted(rides, int(turn) * period, n * count) for n, turn in enumerate(turns)))
    kept = (many.departure >= 0) & (many.departure < span)
    many = _sorted(_picked(many, kept))
    runs = _joined(*(_again(timetable.runs, n * count) for n in range(turns.size)))
    idle = np.ones(runs.trip.size, dtype=np.bool_)
    idle[many.run] = False
    return without_runs(replace(timetable, connections=many, runs=runs), idle)


def turned(timetable: Timetable) -> Timetable:
    """Turn time round: journeys there are those of the timetable backwards, minutes below zero and all.

    A profile to one target of the turned timetable holds the journeys of one origin to all stops.
    """
    rides, foot, count = timetable.connections, timetable.footpaths, timetable.stops.change.size
    back = Connections(
        origin=rides.destination[::-1],
        destination=rides.origin[::-1],
        departure=-rides.arrival[::-1],
        arrival=-rides.departure[::-1],
        run=rides.run[::-1],
        boards=rides.alights[::-1],
        alights=rides.boards[::-1],
    )
    comes = np.repeat(np.arange(count, dtype=np.int32), np.diff(foot.first))
    order = np.argsort(foot.stop, kind="stable")
    first = np.concatenate([[0], np.cumsum(np.bincount(foot.stop, minlength=count))]).astype(np.int32)
    modes = timetable.modes
    return Timetable(
        connections=_sorted(back),
        runs=replace(timetable.runs, onward=_turned_onward(timetable.runs.onward)),
        stops=timetable.stops,
        footpaths=Footpaths(first, comes[order], foot.minutes[order]),
        modes=Modes(modes.leaving, modes.boarding, modes.change),
    )


def _turned_onward(onward: Numbers) -> Numbers:
    goes = np.flatnonzero(onward != NONE)
    back = np.full(onward.size, NONE, dtype=np.int32)
    if np.unique(onward[goes]).size < goes.size:
        raise EngineError("two runs", "go on as one", "give the later run twice, to turn time round")
    back[onward[goes]] = goes
    return back


def _sorted(rides: Connections) -> Connections:
    order = np.argsort(rides.departure, kind="stable")
    return Connections(*(getattr(rides, field.name)[order] for field in fields(rides)))


def _picked(table: Table, kept: Mask) -> Table:
    return type(table)(*(getattr(table, field.name)[kept] for field in fields(table)))


def _joined(*tables: Table) -> Table:
    names = [field.name for field in fields(tables[0])]
    return type(tables[0])(*(np.concatenate([getattr(one, name) for one in tables]) for name in names))


def _shifted(rides: Connections, minutes: int, runs: int) -> Connections:
    return replace(
        rides,
        departure=rides.departure + np.int32(minutes),
        arrival=rides.arrival + np.int32(minutes),
        run=rides.run + np.int32(runs),
    )


def _again(runs: Runs, count: int) -> Runs:
    onward = np.where(runs.onward == NONE, NONE, runs.onward + count).astype(np.int32)
    return replace(runs, onward=onward)
