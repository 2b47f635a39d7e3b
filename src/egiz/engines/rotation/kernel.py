# ruff: noqa: C901, PLR0913, PLR0917
"""Compiled loops of the timetable search: what a set of rotations carries, and which sets are best.

A *column* is one hour of one purpose in one direction. A *row* holds, for one rotation and each column, the
odds of its flight against everything else, to the power of the nest. With ``x`` the sum of the rows of a
timetable, ``g(x)`` of a column's travellers fly; ``g`` is concave. Columns stand purpose by purpose, the
best paying first. *Level* ``l`` counts the passengers of the purposes up to ``l``: seats are kept for those
who pay more, so each level fills a flight on its own.

No fast-math: sums are taken in an order that never changes.
"""

from __future__ import annotations

import numpy as np

from egiz.engines.loop import compiled
from egiz.engines.rotation.model import Array, Fleet, Lists, Model, Numbers, Places, Room

DAYS = 7
SHIFT = 44
"""Bits of a float below its exponent and the 8 highest of its fraction."""
CELLS = 1 << (52 - SHIFT)
"""Pieces of the share curve to a doubling of the odds."""
LOAD_CELLS = 1024
"""Pieces of the load curve to a full load of demand."""
GRAIN = 1e6
"""Values are ranked in millionths, so that the rounding of sums never decides."""
SLACK = 1e-5
"""Added to every bound, against the rounding of sums."""
TINY = 1e-300
"""Stands for no flight at all in a column, so that nothing is divided by zero."""


@compiled
def product_sum(left: Array, right: Array, low: int, high: int) -> float:
    """Sum of products over a stretch in four strands."""
    a = b = c = d = 0.0
    stop = low + (high - low) // 4 * 4
    for m in range(low, stop, 4):
        a += left[m] * right[m]
        b += left[m + 1] * right[m + 1]
        c += left[m + 2] * right[m + 2]
        d += left[m + 3] * right[m + 3]
    for m in range(stop, high):
        a += left[m] * right[m]
    return (a + b) + (c + d)


@compiled
def add_up(left: Array, right: Array, bounds: Numbers, levels: Array) -> None:
    """Write the sums of products of each level, both directions."""
    total = 0.0
    for level in range(levels.shape[0]):
        total += product_sum(left, right, bounds[2 * level], bounds[2 * level + 2])
        levels[level] = total


@compiled
def stack(chosen: Numbers, rows: Array, x: Array) -> None:
    """Write the sum of some rows, added in order."""
    for m in range(x.shape[0]):
        x[m] = TINY
    for i in chosen:
        for m in range(x.shape[0]):
            x[m] += rows[i, m]


@compiled
def tangent(x: Array, model: Model, slopes: Array, buffer: Array, flat: Array) -> None:
    """Write the plane that touches the demand at ``x``: slope by column, height at zero by level.

    Demand is concave, so the plane lies nowhere below it: its height and what its slopes make of the rows of
    a timetable are together no less than its demand, and equal to it where its rows sum to ``x``.
    """
    bits = x.view(np.int64)
    top = model.curve.shape[1] - 1
    for m in range(x.shape[0]):
        i = min(max((bits[m] >> SHIFT) - model.first, 0), top)
        buffer[m] = model.curve[0, i]
        slopes[m] = model.weights[m] * model.curve[1, i]
    add_up(buffer, model.weights, model.bounds, flat)


@compiled
def flight_levels(chosen: Numbers, model: Model, x: Array, buffer: Array, levels: Array) -> None:
    """Write the demand of each flight of a timetable: (rotations, directions, levels)."""
    stack(chosen, model.rows, x)
    bits = x.view(np.int64)
    top = model.curve.shape[1] - 1
    for m in range(x.shape[0]):
        i = min(max((bits[m] >> SHIFT) - model.first, 0), top)
        buffer[m] = model.weights[m] * (model.curve[0, i] / x[m] + model.curve[1, i])
    for r in range(chosen.shape[0]):
        row = model.rows[chosen[r]]
        for way in range(2):
            total = 0.0
            for level in range(levels.shape[2]):
                segment = 2 * level + way
                total += product_sum(row, buffer, model.bounds[segment], model.bounds[segment + 1])
                levels[r, way, level] = total


@compiled
def filled(demand: float, capacity: float, load: Array) -> float:
    """Passengers carried of a demand."""
    z = demand / capacity * LOAD_CELLS
    i = int(min(z, load.shape[0] - 2.0))
    part = min(z - i, 1.0)
    return float(capacity * (load[i] + (load[i + 1] - load[i]) * part))


@compiled
def code_of(chosen: Numbers, places: Places) -> int:
    """One number for a set of rotations: earlier sets have smaller ones."""
    slots = places.at.shape[1]
    code = 0
    k = 0
    for d in range(DAYS):
        digit = slots
        if k < chosen.shape[0] and places.day[chosen[k]] == d:
            digit = places.slot[chosen[k]]
            k += 1
        code = code * (slots + 1) + digit
    return code


@compiled
def decode(code: int, places: Places, chosen: Numbers) -> None:
    """Write the rotations of a code, in order."""
    slots = places.at.shape[1]
    k = chosen.shape[0]
    for d in range(DAYS - 1, -1, -1):
        digit = code % (slots + 1)
        code //= slots + 1
        if digit < slots:
            k -= 1
            chosen[k] = places.at[d, digit]


@compiled
def offer(value: float, code: int, values: Array, codes: Numbers, done: Numbers) -> None:
    """Put a set on a list of the best: higher value first, then the earlier set; never twice."""
    kept = values.shape[0]
    at = 0
    while at < kept and (values[at] > value or (values[at] == value and 0 <= codes[at] < code)):
        at += 1
    if at == kept or codes[at] == code:
        return
    for k in range(kept - 1, at, -1):
        values[k], codes[k], done[k] = values[k - 1], codes[k - 1], done[k - 1]
    values[at], codes[at], done[at] = value, code, 0


@compiled
def judge(levels: Array, code: int, fleet: Fleet, lists: Lists) -> None:
    """Offer a timetable, whose flights have this demand, to the list of every type and aim."""
    for k in range(fleet.capacities.shape[0]):
        for aim in range(fleet.worth.shape[0]):
            total = 0.0
            for r in range(levels.shape[0]):
                for way in range(2):
                    for level in range(levels.shape[2]):
                        worth = fleet.worth[aim, level]
                        if worth > 0.0:
                            total += worth * filled(levels[r, way, level], fleet.capacities[k], fleet.load)
            value = np.rint(total * GRAIN) / GRAIN
            offer(value, code, lists.values[k, aim], lists.codes[k, aim], lists.done[k, aim])


@compiled
def most_of(bound: Array, flights: int, fleet: Fleet, k: int, aim: int) -> float:
    """Most that timetables can be worth whose summed demand is no more than a bound.

    The load curve is concave: flights of equal demand, out and back, carry the most.
    """
    ways = 2.0 * flights
    total = 0.0
    for level in range(bound.shape[0]):
        worth = fleet.worth[aim, level]
        if worth > 0.0:
            total += worth * ways * filled(bound[level] / ways, fleet.capacities[k], fleet.load)
    return total * (1.0 + 1e-9) + SLACK


@compiled
def hopeful(bound: Array, flights: int, fleet: Fleet, lists: Lists) -> bool:
    """Whether a timetable whose demand is no more than a bound could enter some list."""
    last = lists.values.shape[2] - 1
    for k in range(fleet.capacities.shape[0]):
        for aim in range(fleet.worth.shape[0]):
            if most_of(bound, flights, fleet, k, aim) >= lists.values[k, aim, last]:
                return True
    return False


@compiled
def worth_most(bound: Array, flights: int, fleet: Fleet, most: Array) -> None:
    """Raise ``most`` (types, aims) to what timetables can be worth whose demand is no more than a bound."""
    for k in range(most.shape[0]):
        for aim in range(most.shape[1]):
            most[k, aim] = max(most[k, aim], most_of(bound, flights, fleet, k, aim))


@compiled
def next_stop(lists: Lists) -> int:
    """Code of a kept set where the climb has not been, marked as visited; minus one if there is none."""
    code = -1
    for k in range(lists.codes.shape[0]):
        for aim in range(lists.codes.shape[1]):
            for place in range(lists.codes.shape[2]):
                if lists.done[k, aim, place] == 0 and code < 0:
                    code = lists.codes[k, aim, place]
                if lists.codes[k, aim, place] == code:
                    lists.done[k, aim, place] = 1
    return code


@compiled
def weigh(chosen: Numbers, model: Model, places: Places, fleet: Fleet, lists: Lists, room: Room) -> None:
    """Work out a timetable and offer it to the lists."""
    flight_levels(chosen, model, room.x, room.buffer, room.levels)
    judge(room.levels, code_of(chosen, places), fleet, lists)


@compiled
def exchanged(chosen: Numbers, out: int, new: int, trial: Numbers) -> None:
    """Write a set with one rotation exchanged for another, in order."""
    k = 0
    waiting = True
    for r in range(chosen.shape[0]):
        if waiting and new < chosen[r]:
            trial[k] = new
            waiting = False
            k += 1
        if r != out:
            trial[k] = chosen[r]
            k += 1
    if waiting:
        trial[k] = new


@compiled
def climb(from_sets: Numbers, model: Model, places: Places, fleet: Fleet, lists: Lists, room: Room) -> None:
    """Take the lists from some timetables to where moving any one rotation improves none of them."""
    day, price, bound = places.day, room.price, room.bound
    n, depth, flights = price.shape[0], price.shape[1], from_sets.shape[1]
    flat = np.empty(depth)
    chosen, trial = np.empty(flights, dtype=np.int64), np.empty(flights, dtype=np.int64)
    for s in range(from_sets.shape[0]):
        weigh(from_sets[s], model, places, fleet, lists, room)
    while True:
        code = next_stop(lists)
        if code < 0:
            return
        decode(code, places, chosen)
        stack(chosen, model.rows, room.x)
        tangent(room.x, model, room.slopes, room.buffer, flat)
        for j in range(n):
            add_up(model.rows[j], room.slopes, model.bounds, price[j])
        taken = 0
        for i in chosen:
            taken |= 1 << day[i]
            for level in range(depth):
                flat[level] += price[i, level]
        for out in range(flights):
            for j in range(n):
                if day[j] != day[chosen[out]] and taken >> day[j] & 1 or j == chosen[out]:
                    continue
                for level in range(depth):
                    bound[level] = flat[level] - price[chosen[out], level] + price[j, level]
                if hopeful(bound, flights, fleet, lists):
                    exchanged(chosen, out, j, trial)
                    weigh(trial, model, places, fleet, lists, room)


@compiled
def shrink(a: Numbers, b: Numbers, best: Array, fleet: Fleet, lists: Lists, room: Room) -> int:
    """Take the ends that show no hope off the stretches of a box; longest left, zero where one is empty."""
    flights = a.shape[0]
    longest = 0
    for r in range(flights):
        for end in range(2):
            while b[r] > a[r]:
                j = a[r] if end == 0 else b[r] - 1
                for level in range(room.bound.shape[0]):
                    room.trial[level] = room.bound[level] - best[r, level] + room.price[j, level]
                if hopeful(room.trial, flights, fleet, lists):
                    break
                if end == 0:
                    a[r] += 1
                else:
                    b[r] -= 1
        if b[r] == a[r]:
            return 0
        longest = max(longest, b[r] - a[r])
    return longest


@compiled
def touch(a: Numbers, b: Numbers, sums: Array, best: Array, model: Model, room: Room) -> None:
    """Write what the plane that touches the demand amid a box allows: by flight, and in all to the bound."""
    x, bound, price = room.x, room.bound, room.price
    for m in range(x.shape[0]):
        x[m] = TINY
    for r in range(a.shape[0]):
        length = b[r] - a[r]
        if length == 1:
            for m in range(x.shape[0]):
                x[m] += model.rows[a[r], m]
        else:
            for m in range(x.shape[0]):
                x[m] += max(sums[b[r], m] - sums[a[r], m], 0.0) / length
    tangent(x, model, room.slopes, room.buffer, bound)
    for r in range(a.shape[0]):
        for level in range(bound.shape[0]):
            best[r, level] = 0.0
        for j in range(a[r], b[r]):
            add_up(model.rows[j], room.slopes, model.bounds, price[j])
            for level in range(bound.shape[0]):
                best[r, level] = max(best[r, level], price[j, level])
        for level in range(bound.shape[0]):
            bound[level] += best[r, level]


@compiled
def prove(
    box: Numbers,
    height: int,
    sums: Array,
    effort: int,
    most: Array,
    model: Model,
    places: Places,
    fleet: Fleet,
    lists: Lists,
    room: Room,
) -> int:
    """Go through every timetable by boxes: a stretch of rotations for each flight, each on a day of its own.

    A box is left out where the plane that touches the demand in its midst shows that nothing in it could
    enter a list; else its stretches lose the ends that show no hope, and the widest is cut in two. ``box``
    (boxes, ends, flights) is a pile of that height, with room to grow; ``sums`` are the rows added up. Where
    the effort ends first, ``most`` (types, aims) is raised to the bounds of the boxes left.

    Returns the boxes looked at.
    """
    flights = box.shape[2]
    best = np.empty((flights, room.bound.shape[0]))
    boxes = 0
    while height > 0:
        height -= 1
        boxes += 1
        a, b = box[height, 0], box[height, 1]
        touch(a, b, sums, best, model, room)
        if boxes > effort:
            worth_most(room.bound, flights, fleet, most)
            continue
        if not hopeful(room.bound, flights, fleet, lists):
            continue
        longest = shrink(a, b, best, fleet, lists, room)
        if longest == 1:
            weigh(a, model, places, fleet, lists, room)
        if longest <= 1:
            continue
        cut = 0
        while b[cut] - a[cut] < longest:
            cut += 1
        middle = a[cut] + longest // 2
        for r in range(flights):
            box[height + 1, 0, r] = a[r]
            box[height + 1, 1, r] = b[r]
        box[height + 1, 0, cut] = middle
        b[cut] = middle
        height += 2
    return boxes
