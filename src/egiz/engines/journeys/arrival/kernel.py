# ruff: noqa: C901, PLR0912, PLR0913, PLR0917
"""Compiled loop of the earliest arrival: one forward scan from an origin at one moment."""

from __future__ import annotations

import numpy as np

from egiz.engines.journeys.kernel import near, place_of
from egiz.engines.journeys.label.kernel import compiled
from egiz.engines.journeys.model import Footways, Net, Place, Plan, Ways
from egiz.engines.journeys.record import LANES, NEVER, Numbers

ROW = np.uint64(LANES)
LAST = np.uint64(LANES - 1)


@compiled
def lower_from(lane: int, minute: int, minutes: Numbers, stop: np.uint64) -> bool:
    """Lower the minutes of a stop from a lane on, which fall with the lanes; whether any was lowered."""
    row = stop * ROW
    for k in range(lane, LANES):
        if minutes[row + np.uint64(k)] <= minute:
            return k > lane
        minutes[row + np.uint64(k)] = minute
    return lane < LANES


@compiled
def direct(start: int, end: int, away: Numbers, walk: Numbers, net: Net, board: Ways) -> int:
    """Earliest arrival at a target with one trip, by riding every run that leaves the origin."""
    best = NEVER
    for stop in range(away.shape[0] - 1):
        if away[stop] == NEVER:
            continue
        rows = board.row[board.first[stop] : board.first[stop + 1]]
        for at in range(place_of(start + away[stop], rows, net.departure), rows.shape[0]):
            c = rows[at]
            if net.departure[c] > end or net.departure[c] >= best:
                break
            while c < net.size and net.departure[c] < best:
                best = min(best, net.arrival[c] + walk[net.head[c]])
                c = net.stay[c]
    return best


@compiled
def reach(
    start: int,
    end: int,
    away: Numbers,
    walk: Numbers,
    runs: int,
    net: Net,
    board: Ways,
    least: Numbers,
    foot: Footways,
) -> Numbers:
    """Earliest arrivals at a target with at most one trip, two, up to eight: (lanes,).

    The origin is left at ``start`` and lies ``away`` from each stop, the target ``walk`` from each. What one
    trip does is known beforehand, so the scan ends where two trips can do no better, or at the end.
    ``ready`` holds the minute from which one can board at each stop after so many trips, ``by`` the arrivals
    at stops from which ways on foot lead; both fall with the trips.
    """
    stops = away.shape[0] - 1
    best = np.full(LANES, np.int32(direct(start, end, away, walk, net, board)), dtype=np.int32)
    ready = np.full((stops + 1) * LANES, NEVER, dtype=np.int32)
    by = np.full((stops + 1) * LANES if foot.stop.shape[0] > 0 else 0, NEVER, dtype=np.int32)
    fewest = np.full(runs, LANES + 1, dtype=np.uint8)
    for origin in range(stops):
        if away[origin] < NEVER:
            for k in range(LANES):
                ready[LANES * origin + k] = start + away[origin]
    last = min(np.int32(end), np.int32(best[1] - 1))
    for c in range(np.searchsorted(net.departure, start), net.size):
        at = np.uint64(c)
        departure = net.departure[at]
        if departure > last:
            break
        run = np.uint64(net.run[at])
        trips = int(fewest[run])
        tail = np.uint64(net.tail[at]) * ROW
        if ready[tail + LAST] <= departure:
            k = 0
            while ready[tail + np.uint64(k)] > departure:
                k += 1
            if k + 1 < trips:
                trips = k + 1
                fewest[run] = trips
        if trips > LANES:
            continue
        if net.seat[at] != net.run[at]:
            onward = np.uint64(net.seat[at])
            fewest[onward] = min(fewest[onward], np.uint8(trips))
        if net.head[at] == stops:
            continue
        stop = np.uint64(net.head[at])
        arrival = int(net.arrival[at])
        at_target = np.int32(arrival + walk[stop])
        for k in range(trips - 1, LANES):
            if best[k] <= at_target:
                break
            best[k] = at_target
        last = min(last, np.int32(best[1] - 1))
        lower_from(trips, arrival + least[stop], ready, stop)
        ways = foot.first[stop + np.uint64(1)] - foot.first[stop]
        if ways == 0 or not lower_from(trips - 1, arrival, by, stop):
            continue
        for way in range(foot.first[stop], foot.first[stop] + ways):
            lower_from(trips, arrival + foot.minutes[way], ready, np.uint64(foot.stop[way]))
    return best


@compiled
def earliest_arrivals(
    bounds: Numbers, origin: Place, target: Place, runs: int, net: Net, plan: Plan
) -> Numbers:
    """Earliest arrivals from a place to another, by trips: (entries, departure arrival trips).

    ``bounds`` are the minute of the start, the longest travel and the most trips.
    """
    start, longest, most = bounds
    count = plan.least.shape[0] - 1
    away = near(origin.stop, origin.minutes, origin.on_foot, count, plan.entry, plan.foot)
    walk = near(target.stop, target.minutes, target.on_foot, count, plan.leave, plan.back)
    best = reach(start, start + longest, away, walk, runs, net, plan.board, plan.least, plan.foot)
    found = np.empty((LANES, 3), dtype=np.int32)
    kept = 0
    for k in range(most):
        if best[k] - start <= longest and (k == 0 or best[k] < best[k - 1]):
            found[kept, 0], found[kept, 1], found[kept, 2] = start, best[k], k + 1
            kept += 1
    return found[:kept]
