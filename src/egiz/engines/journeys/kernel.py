# ruff: noqa: C901
"""Compiled loops of the journey search: one backward scan gives every origin's journeys to a target.

Connections are numbered by rising departure. The label of a connection holds the best arrivals of whoever
stands at its origin, ready to board it or any later one from there. Where one may change to is looked up
once, when the network is made: the scan itself searches nothing (docs/decisions/0015-journeys.md).
"""

from __future__ import annotations

import numpy as np

from egiz.engines.journeys.label.kernel import compiled, lower, ride, sink
from egiz.engines.journeys.model import Footways, Gateways, Net, Room, Ways
from egiz.engines.journeys.record import LANES, NEVER, Mask, Numbers


@compiled
def group(keys: Numbers, wanted: Mask, count: int) -> tuple[Numbers, Numbers]:
    """Numbers of the wanted, key by key in rising order: first of each key (count + 1,), and the numbers."""
    first = np.zeros(count + 1, dtype=np.int32)
    for i in range(keys.shape[0]):
        if wanted[i]:
            first[keys[i] + 1] += 1
    for key in range(count):
        first[key + 1] += first[key]
    place = first[:-1].copy()
    numbers = np.empty(first[count], dtype=np.int32)
    for i in range(keys.shape[0]):
        if wanted[i]:
            numbers[place[keys[i]]] = i
            place[keys[i]] += 1
    return first, numbers


@compiled
def following(first: Numbers, numbers: Numbers, count: int) -> Numbers:
    """The next number of the same key, or the count where there is none."""
    found = np.full(count, count, dtype=np.int32)
    for key in range(first.shape[0] - 1):
        for place in range(first[key], first[key + 1] - 1):
            found[numbers[place]] = numbers[place + 1]
    return found


@compiled
def place_of(minute: int, numbers: Numbers, times: Numbers) -> int:
    """Place of the first number, of some in the order of time, that is not before a minute."""
    low, high = 0, numbers.shape[0]
    while low < high:
        middle = (low + high) // 2
        if times[numbers[middle]] < minute:
            low = middle + 1
        else:
            high = middle
    return low


@compiled
def first_from(minute: int, low: int, high: int, numbers: Numbers, times: Numbers, none: int) -> int:
    """First of a stretch of numbers, in the order of time, that is not before a minute; else `none`."""
    place = low + place_of(minute, numbers[low:high], times)
    return int(numbers[place]) if place < high else none


@compiled
def changes(
    destination: Numbers, arrival: Numbers, alights: Mask, least: Numbers, board: Ways, departure: Numbers
) -> Numbers:
    """Connection that can be boarded next at the same stop after each, or the count."""
    count = destination.shape[0]
    found = np.full(count, count, dtype=np.int32)
    for c in range(count):
        stop = destination[c]
        if alights[c] and least[stop] < NEVER:
            low, high = board.first[stop], board.first[stop + 1]
            found[c] = first_from(arrival[c] + least[stop], low, high, board.row, departure, count)
    return found


@compiled
def walks(
    destination: Numbers,
    arrival: Numbers,
    alights: Mask,
    foot: Footways,
    board: Ways,
    departure: Numbers,
) -> tuple[Numbers, Numbers]:
    """Connections that can be boarded next after each by walking: first of each, and all."""
    count = destination.shape[0]
    first = np.zeros(count + 1, dtype=np.int32)
    for c in range(count):
        stop = destination[c]
        first[c + 1] = first[c] + (foot.first[stop + 1] - foot.first[stop] if alights[c] else 0)
    links = np.empty(first[count], dtype=np.int32)
    kept = 0
    for c in range(count):
        first[c] = kept
        if alights[c]:
            for way in range(foot.first[destination[c]], foot.first[destination[c] + 1]):
                stop = foot.stop[way]
                low, high = board.first[stop], board.first[stop + 1]
                ready = arrival[c] + foot.minutes[way]
                links[kept] = first_from(ready, low, high, board.row, departure, count)
                kept += links[kept] < count
    first[count] = kept
    return first, links[:kept].copy()


@compiled
def scan(low: int, high: int, net: Net, walk: Numbers, room: Room) -> None:
    """Write the labels of the connections from low to high towards a target.

    ``walk`` holds the minutes from each stop to the target, `NEVER` where it is not within a walk. Whoever
    would have to board at high or later gets nowhere.
    """
    labels, seats = room.labels, room.seats
    seats[:] = NEVER
    for k in range(LANES):
        labels[LANES * (high + 1) + k] = NEVER
    bound = np.int64(high)
    for c in range(high - 1, low - 1, -1):
        room.better[c] = ride(
            seats,
            np.int64(net.seat[c]),
            np.int64(net.run[c]),
            labels,
            np.int64(c),
            min(np.int64(net.ahead[c]), bound),
            min(np.int64(net.change[c]), bound),
            bound,
            net.links,
            np.int64(net.first[c]),
            np.int64(net.first[c + 1]),
            np.int32(net.arrival[c] + walk[net.head[c]]),
        )


@compiled
def near(
    stops: Numbers, minutes: Numbers, on_foot: bool, count: int, gates: Gateways, ways: Footways
) -> Numbers:
    """Least minutes between a place and each stop of the search, `NEVER` beyond a walk: (count + 1,).

    The place lies so many minutes from some stops of the timetable. The last number stands for nowhere.
    """
    found = np.full(count + 1, NEVER, dtype=np.int32)
    for i in range(stops.shape[0]):
        stop = stops[i]
        for at in range(gates.first[stop], gates.first[stop + 1]):
            gate = gates.row[at]
            found[gate] = min(found[gate], minutes[i] + gates.minutes[gate])
        if on_foot:
            for way in range(ways.first[stop], ways.first[stop + 1]):
                found[ways.stop[way]] = min(found[ways.stop[way]], minutes[i] + ways.minutes[way])
    return found


@compiled
def departures(
    away: Numbers, start: int, end: int, high: int, net: Net, board: Ways
) -> tuple[Numbers, Numbers, Numbers]:
    """What an origin may board in a window: minutes there, connections, and the first after it, by stop."""
    count = places = 0
    origins = np.empty(away.shape[0], dtype=np.int32)
    for stop in range(away.shape[0]):
        if away[stop] < NEVER:
            origins[places] = stop
            places += 1
    low, after = np.empty(places, dtype=np.int32), np.empty(places, dtype=np.int32)
    beyond = np.full(places, high, dtype=np.int32)
    for i in range(places):
        stop = origins[i]
        rows = board.row[board.first[stop] : board.first[stop + 1]]
        low[i] = place_of(start + away[stop], rows, net.departure)
        after[i] = place_of(end + away[stop], rows, net.departure)
        if after[i] < rows.shape[0]:
            beyond[i] = min(rows[after[i]], np.int32(high))
        count += after[i] - low[i]
    ready, row = np.empty(count, dtype=np.int32), np.empty(count, dtype=np.int32)
    at = 0
    for i in range(places):
        stop = origins[i]
        for place in range(board.first[stop] + low[i], board.first[stop] + after[i]):
            row[at] = board.row[place]
            ready[at] = net.departure[row[at]] - away[stop]
            at += 1
    return ready, row, beyond


@compiled
def label(labels: Numbers, row: int, lane: int) -> int:
    """One lane of a label."""
    return int(labels[LANES * (row + 1) + lane])


@compiled
def empty_label(labels: Numbers, row: int) -> None:
    """Set a label to never."""
    for k in range(LANES):
        labels[LANES * (row + 1) + k] = NEVER


@compiled
def entries(
    ready: Numbers,
    row: Numbers,
    beyond: Numbers,
    bounds: Numbers,
    net: Net,
    room: Room,
) -> Numbers:
    """Journeys of an origin that no other beats, by departure: (entries, departure arrival trips connection).

    ``ready`` are the minutes, rising, at which one must be at the origin for the connections ``row``, and
    ``beyond`` the connections that stand for all departures after the window. ``bounds`` are the most trips
    and the longest travel. A journey counts if it arrives before every later one of as few trips and before
    every one of fewer trips that leaves no earlier.
    """
    labels, last = room.labels, net.size + 1
    most, longest = bounds[0], bounds[1]
    best = np.empty(LANES, dtype=np.int32)
    by = np.empty(LANES, dtype=np.int32)
    found = np.empty((min(ready.shape[0] * most, 64), 4), dtype=np.int32)
    kept = 0
    empty_label(labels, last)
    for c in beyond:
        sink(labels, np.int64(last), np.int64(c))
    i = ready.shape[0]
    while i > 0:
        minute = ready[i - 1]
        changed = False
        for k in range(LANES):
            best[k], by[k] = label(labels, last, k), -1
        while i > 0 and ready[i - 1] == minute:
            i -= 1
            if room.better[row[i]] and lower(labels, np.int64(row[i]), np.int64(last)):
                changed = True
                for k in range(most):
                    if label(labels, int(row[i]), k) < label(labels, last, k):
                        by[k] = row[i]
                sink(labels, np.int64(last), np.int64(row[i]))
        if not changed:
            continue
        if kept + most > found.shape[0]:
            wider = np.empty((2 * found.shape[0] + most, 4), dtype=np.int32)
            wider[:kept] = found[:kept]
            found = wider
        for k in range(most - 1, -1, -1):
            arrival = label(labels, last, k)
            fewer = label(labels, last, k - 1) if k > 0 else NEVER
            if arrival < best[k] and arrival < fewer and arrival - minute <= longest:
                found[kept, 0], found[kept, 1], found[kept, 2], found[kept, 3] = minute, arrival, k + 1, by[k]
                kept += 1
    return found[:kept][::-1].copy()


@compiled
def legs(found: Numbers, net: Net, walk: Numbers, room: Room, high: int) -> tuple[Numbers, Numbers]:
    """Rides of journeys: first ride of each journey, and (rides, connection boarded and connection left).

    At each stop in turn the label tells where getting off still arrives in time: at the first such stop one
    changes, to the last connection that does.
    """
    labels = room.labels
    first = np.zeros(found.shape[0] + 1, dtype=np.int32)
    for i in range(found.shape[0]):
        first[i + 1] = first[i] + found[i, 2]
    rides = np.empty((first[found.shape[0]], 2), dtype=np.int32)
    for i in range(found.shape[0]):
        arrival, c = found[i, 1], found[i, 3]
        for ride_number in range(found[i, 2]):
            lane = found[i, 2] - ride_number - 1
            rides[first[i] + ride_number, 0] = c
            onward = -1
            while onward < 0:
                if net.arrival[c] + walk[net.head[c]] == arrival:
                    onward = c
                elif lane > 0:
                    if net.change[c] < high and label(labels, net.change[c], lane - 1) == arrival:
                        onward = net.change[c]
                    for link in range(net.first[c], net.first[c + 1]):
                        to = net.links[link]
                        if onward < 0 and to < high and label(labels, to, lane - 1) == arrival:
                            onward = to
                if onward < 0:
                    c = net.stay[c]
            rides[first[i] + ride_number, 1] = c
            while lane > 0 and net.ahead[onward] < high:
                if label(labels, net.ahead[onward], lane - 1) != arrival:
                    break
                onward = net.ahead[onward]
            c = onward
    return first, rides
