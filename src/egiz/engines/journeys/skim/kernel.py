# ruff: noqa: C901, PLR0913, PLR0917
"""Compiled loops of the skims: what all stations have of some targets, one scan for each target."""

from __future__ import annotations

import numpy as np

from egiz.engines.journeys.kernel import empty_label, label, scan
from egiz.engines.journeys.label.kernel import compiled, lower, sink
from egiz.engines.journeys.model import Gateways, Net, Notes, Room, Skim, Stands, Terms, Ways
from egiz.engines.journeys.record import LANES, NEVER, Array, Numbers


@compiled
def mean_cost(departure: Array, cost: Array, count: int, terms: Terms) -> float:
    """Mean over the window of the least cost of leaving, by departures in rising order; costs are lowered.

    Each wish in the window takes the departure of least cost, where leaving sooner or later than wished costs
    something a minute. First every cost is lowered to that of the best other departure at its minute; then
    between two departures in a row only these two matter.
    """
    early, late, length = terms.early, terms.late, float(terms.end - terms.start)
    around = 2 if terms.cyclic else 1
    end = count - 1
    gap = departure[0] + length - departure[end]
    for turn in range(around):
        if turn > 0:
            cost[end] = min(cost[end], cost[0] + late * gap)
        for i in range(end - 1, -1, -1):
            cost[i] = min(cost[i], cost[i + 1] + late * (departure[i + 1] - departure[i]))
    for turn in range(around):
        if turn > 0:
            cost[0] = min(cost[0], cost[end] + early * gap)
        for i in range(1, count):
            cost[i] = min(cost[i], cost[i - 1] + early * (departure[i] - departure[i - 1]))
    total = 0.0
    for i in range(end):
        total += between(cost[i], cost[i + 1], departure[i + 1] - departure[i], early, late)
    if terms.cyclic:
        return (total + between(cost[end], cost[0], gap, early, late)) / length
    before, after = departure[0] - terms.start, terms.end - departure[end]
    total += before * (cost[0] + late * before / 2.0) + after * (cost[end] + early * after / 2.0)
    return float(total / length)


@compiled
def between(one: float, other: float, gap: float, early: float, late: float) -> float:
    """Sum of the least cost between two departures in a row."""
    x = min(max((other - one + late * gap) / (early + late), 0.0), gap)
    y = gap - x
    return x * (one + early * x / 2.0) + y * (other + late * y / 2.0)


@compiled
def gathered(top: int, notes: Notes, terms: Terms, minutes: Array, costs: Array) -> int:
    """Write departures of a list by rising minute, of equal ones only the cheapest; how many there are."""
    count = 0
    note = top
    while note >= 0:
        minute, cost = notes.minute[note], notes.cost[note]
        at = count
        while at > 0 and (minutes[at - 1] < minute if terms.back else minutes[at - 1] > minute):
            at -= 1
        if at > 0 and minutes[at - 1] == minute:
            costs[at - 1] = min(costs[at - 1], cost)
        else:
            for k in range(count, at, -1):
                minutes[k], costs[k] = minutes[k - 1], costs[k - 1]
            minutes[at], costs[at] = minute, cost
            count += 1
        note = notes.next[note]
    if terms.back:
        for k in range(count // 2):
            other = count - 1 - k
            minutes[k], minutes[other] = minutes[other], minutes[k]
            costs[k], costs[other] = costs[other], costs[k]
    return count


@compiled
def note_entries(
    net: Net, stands: Stands, terms: Terms, room: Room, tops: Numbers, shortest: Numbers, notes: Notes
) -> None:
    """Note what leaving is worth at each station and minute where it makes sense, latest minute first.

    The label of each station lies after those of the connections; it holds what later minutes offer.
    """
    labels, first = room.labels, net.size + 1
    best = np.empty(LANES, dtype=np.int32)
    count, at = 0, stands.row.shape[0] - 1
    while at >= 0:
        row = np.int64(stands.row[at])
        station, minute = stands.station[at], stands.ready[at]
        spot = np.int64(first + station)
        at -= 1
        if not room.better[row] or not lower(labels, row, spot):
            continue
        for k in range(terms.most):
            best[k] = label(labels, first + station, k)
        sink(labels, spot, row)
        while at >= 0 and stands.ready[at] == minute and stands.station[at] == station:
            sink(labels, spot, np.int64(stands.row[at]))
            at -= 1
        known = tops[station]
        for k in range(terms.most):
            arrival = label(labels, first + station, k)
            travel = arrival - minute
            leaves = -arrival if terms.back else minute
            if arrival >= best[k] or travel > terms.longest or leaves < terms.start or leaves >= terms.end:
                continue
            shortest[station] = min(shortest[station], travel)
            cost = travel + terms.transfer * k
            if not terms.back and tops[station] != known:
                notes.cost[count - 1] = min(notes.cost[count - 1], cost)
                continue
            notes.minute[count], notes.cost[count], notes.next[count] = leaves, cost, tops[station]
            tops[station] = count
            count += 1


@compiled
def skim_targets(
    targets: Numbers,
    low: int,
    high: int,
    net: Net,
    terminals: Ways,
    leave: Gateways,
    stands: Stands,
    terms: Terms,
    room: Room,
    skim: Skim,
) -> None:
    """Fill the columns of some target stations: one scan and one walk through all departures for each."""
    stations = terminals.first.shape[0] - 1
    notes_size = stands.row.shape[0] * (terms.most if terms.back else 1)
    notes = Notes(np.empty(notes_size), np.empty(notes_size), np.empty(notes_size, dtype=np.int32))
    minutes, costs = np.empty(notes_size), np.empty(notes_size)
    tops, shortest = np.empty(stations, dtype=np.int32), np.empty(stations, dtype=np.int32)
    walk = np.full(leave.minutes.shape[0] + 1, NEVER, dtype=np.int32)
    for target in targets:
        for at in range(terminals.first[target], terminals.first[target + 1]):
            walk[terminals.row[at]] = leave.minutes[terminals.row[at]]
        scan(low, high, net, walk, room)
        for at in range(terminals.first[target], terminals.first[target + 1]):
            walk[terminals.row[at]] = NEVER
        tops[:] = -1
        shortest[:] = NEVER
        for station in range(stations):
            empty_label(room.labels, net.size + 1 + station)
        note_entries(net, stands, terms, room, tops, shortest, notes)
        for station in range(stations):
            if station == target or tops[station] < 0:
                continue
            count = gathered(tops[station], notes, terms, minutes, costs)
            skim.shortest[station, target] = shortest[station]
            skim.departures[station, target] = count
            skim.generalised[station, target] = mean_cost(minutes, costs, count, terms)
