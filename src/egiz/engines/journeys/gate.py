"""Gates: check-in, border and bags, as stops of their own.

A mode that asks for minutes before boarding, after leaving or for its own changes calls not at the stop
itself but at a gate of it. Ways on foot join gates, stops and all that is within a walk; their minutes hold
what it takes to leave, to change and to board. So the search itself knows changes and ways on foot only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from egiz.engines.journeys.record import (
    NEVER,
    NONE,
    Connections,
    Footpaths,
    Mask,
    Modes,
    Numbers,
    Stops,
    Timetable,
)


@dataclass(frozen=True, slots=True)
class Gates:
    """A timetable whose boarding and leaving minutes have become stops and ways on foot."""

    connections: Connections
    """The same rides, between gates where the mode has any."""
    stops: Stops
    """Stops of the timetable, then gates."""
    footpaths: Footpaths
    """Every way on foot."""
    place: Numbers
    """Stop of the timetable that each stop or gate is: (stops and gates,)."""
    boarding: Numbers
    """Minutes from the stop to boarding at it or at the gate [min]: (stops and gates,)."""
    leaving: Numbers
    """Minutes from getting off to the stop [min]: (stops and gates,)."""

    @property
    def station(self) -> Numbers:
        """Station of each stop or gate."""
        return self.stops.station


def gated(timetable: Timetable) -> Gates:
    """Give every stop a gate for each mode that asks for minutes there."""
    modes, stops = timetable.modes, timetable.stops
    asks = (modes.boarding > 0) | (modes.leaving > 0) | (modes.change != NONE)
    used = np.unique(timetable.runs.mode)
    if not asks[used].any():
        plain = np.arange(stops.change.size, dtype=np.int32)
        none = np.zeros(plain.size, dtype=np.int32)
        return Gates(timetable.connections, stops, timetable.footpaths, plain, none, none)
    return _with_gates(timetable, asks)


def _with_gates(timetable: Timetable, asks: Mask) -> Gates:
    modes, stops, rides = timetable.modes, timetable.stops, timetable.connections
    count, mode = stops.change.size, timetable.runs.mode[rides.run]
    at_gate = asks[mode]
    ends = np.concatenate([rides.origin[at_gate], rides.destination[at_gate]])
    keys = np.unique(ends * asks.size + np.tile(mode[at_gate], 2)).astype(np.int32)
    of_stop, of_mode = keys // asks.size, keys % asks.size

    def moved(end: Numbers) -> Numbers:
        gate = count + np.searchsorted(keys, end * asks.size + mode)
        return np.where(at_gate, gate, end).astype(np.int32)

    place = np.concatenate([np.arange(count, dtype=np.int32), of_stop])
    none = np.zeros(count, dtype=np.int32)
    boarding = np.concatenate([none, modes.boarding[of_mode]])
    leaving = np.concatenate([none, modes.leaving[of_mode]])
    return Gates(
        replace(rides, origin=moved(rides.origin), destination=moved(rides.destination)),
        Stops(_changes(stops, modes, of_stop, of_mode), stops.station[place]),
        _ways(timetable, place, boarding, leaving),
        place,
        boarding,
        leaving,
    )


def _changes(stops: Stops, modes: Modes, of_stop: Numbers, of_mode: Numbers) -> Numbers:
    """Minutes to change at each stop, then at each gate."""
    through = np.minimum(modes.leaving[of_mode] + stops.change[of_stop] + modes.boarding[of_mode], NEVER)
    own = modes.change[of_mode]
    return np.concatenate([stops.change, np.where(own == NONE, through, own)]).astype(np.int32)


def _ways(timetable: Timetable, place: Numbers, boarding: Numbers, leaving: Numbers) -> Footpaths:
    """Ways between all stops and gates: along every way of the timetable, and between the gates of a stop."""
    foot, stops = timetable.footpaths, timetable.stops
    count = stops.change.size
    comes = np.repeat(np.arange(count), np.diff(foot.first))
    here = np.arange(count)
    start = np.concatenate([comes, here])
    end = np.concatenate([foot.stop, here])
    minutes = np.concatenate([foot.minutes, stops.change])
    by_place = np.argsort(place, kind="stable")
    ranks = np.concatenate([[0], np.cumsum(np.bincount(place, minlength=count))])
    size = np.diff(ranks)
    pairs = size[start] * size[end]
    way = np.repeat(np.arange(start.size), pairs)
    number = np.arange(way.size) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    one = by_place[ranks[start[way]] + number // size[end[way]]]
    other = by_place[ranks[end[way]] + number % size[end[way]]]
    total = leaving[one] + minutes[way] + boarding[other]
    kept = (one != other) & (total < NEVER)
    one, other, total = one[kept], other[kept], total[kept]
    order = np.argsort(one, kind="stable")
    first = np.concatenate([[0], np.cumsum(np.bincount(one, minlength=place.size))])
    return Footpaths(first.astype(np.int32), other[order].astype(np.int32), total[order].astype(np.int32))
