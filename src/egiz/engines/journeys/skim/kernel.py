# ruff: noqa: C901, PLR0912, PLR0913, PLR0917
"""Compiled loops of the skims: what all stations have of some targets, one scan for each target."""

from __future__ import annotations

import numpy as np

from egiz.engines.journeys.kernel import empty_label, label, scan
from egiz.engines.journeys.label.kernel import compiled, lower, sink
from egiz.engines.journeys.model import Gateways, Net, Room, Skim, Stands, Terms, Ways
from egiz.engines.journeys.record import LANES, NEVER, Array, Numbers


@compiled
def mean_cost(departure: Array, cost: Array, count: int, terms: Terms) -> float:
    """Mean over the window of the least cost of leaving, by departures in falling order; costs are lowered.

    Each wish in the window takes the departure of least cost, where leaving sooner or later than wished costs
    something a minute. First every cost is lowered to that of the best other departure at its minute; then
    between two departures in a row only these two matter.
    """
    early, late, length = terms.early, terms.late, terms.end - terms.start
    around = 2 if terms.cyclic else 1
    gap = departure[count - 1] + length - departure[0]
    for turn in range(around):
        if turn > 0:
            cost[0] = min(cost[0], cost[count - 1] + late * gap)
        for i in range(1, count):
            cost[i] = min(cost[i], cost[i - 1] + late * (departure[i - 1] - departure[i]))
    for turn in range(around):
        if turn > 0:
            cost[count - 1] = min(cost[count - 1], cost[0] + early * gap)
        for i in range(count - 2, -1, -1):
            cost[i] = min(cost[i], cost[i + 1] + early * (departure[i] - departure[i + 1]))
    total = 0.0
    for i in range(count - 1):
        total += between(cost[i + 1], cost[i], departure[i] - departure[i + 1], early, late)
    if terms.cyclic:
        return (total + between(cost[0], cost[count - 1], gap, early, late)) / length
    before, after = departure[count - 1] - terms.start, terms.end - departure[0]
    total += before * (cost[count - 1] + late * before / 2.0) + after * (cost[0] + early * after / 2.0)
    return float(total / length)


@compiled
def between(one: float, other: float, gap: float, early: float, late: float) -> float:
    """Sum of the least cost between two departures in a row."""
    x = min(max((other - one + late * gap) / (early + late), 0.0), gap)
    y = gap - x
    return x * (one + early * x / 2.0) + y * (other + late * y / 2.0)


@compiled
def put(minute: float, cost: float, minutes: Array, costs: Array, count: int) -> int:
    """Put a departure among others in falling order, of equal ones only the cheapest; how many there are."""
    at = count
    while at > 0 and minutes[at - 1] < minute:
        at -= 1
    if at > 0 and minutes[at - 1] == minute:
        costs[at - 1] = min(costs[at - 1], cost)
        return count
    for k in range(count, at, -1):
        minutes[k], costs[k] = minutes[k - 1], costs[k - 1]
    minutes[at], costs[at] = minute, cost
    return count + 1


@compiled
def turn(minutes: Array, costs: Array, count: int) -> None:
    """Bring departures told by minutes turned round to falling order."""
    for k in range((count + 1) // 2):
        other = count - 1 - k
        minutes[k], minutes[other] = -minutes[other], -minutes[k]
        costs[k], costs[other] = costs[other], costs[k]


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
    """Fill the columns of some target stations: one scan and one walk through the departures of each."""
    labels, last = room.labels, np.int64(net.size + 1)
    widest = 1
    for station in range(stands.first.shape[0] - 1):
        widest = max(widest, stands.first[station + 1] - stands.first[station])
    leaves, costs = np.empty(widest * terms.most), np.empty(widest * terms.most)
    best = np.empty(LANES, dtype=np.int32)
    walk = np.full(leave.minutes.shape[0] + 1, NEVER, dtype=np.int32)
    for target in targets:
        for at in range(terminals.first[target], terminals.first[target + 1]):
            walk[terminals.row[at]] = leave.minutes[terminals.row[at]]
        scan(low, high, net, walk, room)
        for at in range(terminals.first[target], terminals.first[target + 1]):
            walk[terminals.row[at]] = NEVER
        for station in range(stands.first.shape[0] - 1):
            shortest, count = NEVER, 0
            empty_label(labels, net.size + 1)
            at = stands.first[station + 1] - 1
            while at >= stands.first[station]:
                minute, changed = stands.ready[at], False
                while at >= stands.first[station] and stands.ready[at] == minute:
                    row = stands.row[at]
                    at -= 1
                    if room.better[row] and lower(labels, np.int64(row), last):
                        if not changed:
                            changed = True
                            for k in range(terms.most):
                                best[k] = label(labels, net.size + 1, k)
                        sink(labels, last, np.int64(row))
                if not changed:
                    continue
                for k in range(terms.most):
                    arrival = label(labels, net.size + 1, k)
                    travel = arrival - minute
                    leave_at = -arrival if terms.back else minute
                    if arrival >= best[k] or travel > terms.longest:
                        continue
                    if terms.start <= leave_at < terms.end:
                        shortest = min(shortest, travel)
                        order = -leave_at if terms.back else leave_at
                        count = put(order, travel + terms.transfer * k, leaves, costs, count)
            if terms.back:
                turn(leaves, costs, count)
            if station != target:
                skim.shortest[station, target] = shortest
                skim.departures[station, target] = count
                if count > 0:
                    skim.generalised[station, target] = mean_cost(leaves, costs, count, terms)
