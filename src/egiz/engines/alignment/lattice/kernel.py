# ruff: noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917
"""Compiled loops of the lattice search: the cheapest way over cells and headings that keeps a radius.

The raster has a closed border, wider than any step is long, so that no step leaves it. A *toll* is the price
of one straight step from a cell in a heading of the first half turn; the way back costs the same. Heaps have
four children to a parent and grow; a state is settled once, so that no stale entry is ever told by its cost.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.record import Array, Array32, Mask
from egiz.engines.loop import compiled

Numbers = NDArray[np.int32]
Values = TypeVar("Values", Array, Numbers, Mask)

HEADINGS = 32
HALF = 16
CHILDREN = 4
LESS = 1.0 - 1e-6
"""Keeps a least price below all that sums round to."""
BORDER = 4
"""Cells of closed border: the largest component of a step."""
FREE = 8
"""Room in the heap and in the tables that one state may take: one straight step, six turns, one stop."""


@compiled
def coarse(price: Array32, factor: int, strict: bool) -> Array32:
    """Mean of blocks of cells in a closed border; a block is closed if most of it is, or any if strict."""
    rows, columns = price.shape[0] // factor, price.shape[1] // factor
    found = np.full((rows + 2 * BORDER, columns + 2 * BORDER), np.inf, dtype=np.float32)
    for row in range(rows):
        for column in range(columns):
            total, count = 0.0, 0
            for i in range(row * factor, row * factor + factor):
                for j in range(column * factor, column * factor + factor):
                    if price[i, j] < np.inf:
                        total += price[i, j]
                        count += 1
            whole = factor * factor
            if count == whole or (not strict and 2 * count > whole):
                found[row + BORDER, column + BORDER] = total / count
    return found


@compiled
def tolls(price: Array32, first: Numbers, offsets: Numbers, weights: Array, shift: Numbers) -> Array32:
    """Price of a straight step from each cell in each heading of the first half turn: (cells, headings)."""
    flat = price.reshape(-1)
    columns = price.shape[1]
    found = np.full((flat.shape[0], HALF), np.inf, dtype=np.float32)
    total = np.empty(columns - 2 * BORDER)
    for row in range(BORDER, price.shape[0] - BORDER):
        start = row * columns + BORDER
        for heading in range(HALF):
            total[:] = 0.0
            for k in range(first[heading], first[heading + 1]):
                weight = weights[k]
                there = flat[start + offsets[k] : start + offsets[k] + total.shape[0]]
                for c in range(total.shape[0]):
                    total[c] += weight * there[c]
            for c in range(total.shape[0]):
                if flat[start + c] < np.inf and flat[start + c + shift[heading]] < np.inf:
                    found[start + c, heading] = total[c]
    return found


@compiled
def push(keys: Array, states: Numbers, size: int, key: float, state: int) -> int:
    """Put a state into a heap that has room; the size after it."""
    i = size
    while i > 0:
        parent = (i - 1) // CHILDREN
        if keys[parent] <= key:
            break
        keys[i], states[i] = keys[parent], states[parent]
        i = parent
    keys[i], states[i] = key, state
    return size + 1


@compiled
def pop(keys: Array, states: Numbers, size: int) -> int:
    """Take the first of a heap away; the size after it."""
    size -= 1
    key, state = keys[size], states[size]
    i = 0
    while True:
        low = CHILDREN * i + 1
        if low >= size:
            break
        best = low
        for child in range(low + 1, min(low + CHILDREN, size)):
            if keys[child] < keys[best]:
                best = child
        if keys[best] >= key:
            break
        keys[i], states[i] = keys[best], states[best]
        i = best
    keys[i], states[i] = key, state
    return size


@compiled
def longer(values: Values, size: int) -> Values:
    """The same numbers with room for as many again."""
    found = np.empty(2 * size, dtype=values.dtype)
    found[:size] = values[:size]
    return found


@compiled
def toll(table: Array32, shift: Numbers, cell: int, heading: int) -> float:
    """Price of one straight step from a cell."""
    if heading < HALF:
        return float(table[cell, heading])
    return float(table[cell + shift[heading], heading - HALF])


@compiled
def distances(table: Array32, shift: Numbers, goal: int, start: int, stretch: float) -> Array:
    """Least price from every cell to the goal over straight steps that turn at will.

    The search leans towards the start: it goes by the price so far and the least that the rest can cost, and
    ends where that exceeds the price of the start by the factor `stretch`. What it did not settle gets what
    is left of that, no more than the true price.
    """
    count = table.shape[0]
    found = np.full(count, np.inf)
    done = np.zeros(count, dtype=np.bool_)
    keys, states = np.empty(1024), np.empty(1024, dtype=np.int32)
    columns = shift[HALF // 2]
    cheapest = cheapest_steps(table)
    least = cheapest_cell(cheapest, shift)
    found[goal] = 0.0
    size = push(keys, states, 0, least * apart(goal, start, columns), goal)
    limit = np.inf
    while size > 0:
        key, cell = keys[0], states[0]
        if key > limit:
            break
        size = pop(keys, states, size)
        if done[cell]:
            continue
        done[cell] = True
        here = found[cell]
        if cell == start:
            limit = stretch * here
        if size + HEADINGS > keys.shape[0]:
            keys, states = longer(keys, keys.shape[0]), longer(states, states.shape[0])
        for heading in range(HEADINGS):
            there = cell + shift[heading]
            if there < 0 or there >= count or done[there]:
                continue
            if not here + cheapest[heading % HALF] < found[there]:
                continue
            reached = here + toll(table, shift, cell, heading)
            if reached < found[there]:
                found[there] = reached
                rest = least * apart(there, start, columns)
                size = push(keys, states, size, reached + rest, there)
    if size > 0:
        for cell in range(count):
            if not done[cell]:
                rest = least * apart(cell, start, columns)
                found[cell] = max(0.0, limit - rest)
    return found


@compiled
def cheapest_steps(table: Array32) -> Array:
    """Price of the cheapest straight step in each heading of the first half turn."""
    found = np.full(HALF, np.inf)
    for cell in range(table.shape[0]):
        for heading in range(HALF):
            found[heading] = min(found[heading], table[cell, heading])
    return found


@compiled
def cheapest_cell(cheapest: Array, shift: Numbers) -> float:
    """No more than what any straight step costs for each cell of its length."""
    columns = shift[HALF // 2]
    found = np.inf
    for heading in range(HALF):
        down = (shift[heading] + columns // 2) // columns
        across = shift[heading] - down * columns
        found = min(found, cheapest[heading] / np.sqrt(float(across * across + down * down)))
    return float(found) * LESS if found < np.inf else 0.0


@compiled
def apart(one: int, other: int, columns: int) -> float:
    """Distance between two cells."""
    down = one // columns
    up = other // columns
    across = float(one - down * columns - other + up * columns)
    return float(np.sqrt(across * across + float(down - up) ** 2))


@compiled
def follow(
    table: Array32,
    shift: Numbers,
    turns: Numbers,
    cell: int,
    heading: int,
    leg: int,
    moves: NDArray[np.int64],
    costs: Array,
    count: int,
) -> int:
    """Write leg, cell, heading and cost of the step straight on and of each turn; how many there are then.

    Turns are told in the order of their steps before the corner, so that these are added up once.
    """
    ahead, taken, total = cell, 0, 0.0
    for k in range(turns.shape[1]):
        before, after, onto = turns[heading, k, 1], turns[heading, k, 2], turns[heading, k, 0]
        while taken < before:
            total += toll(table, shift, ahead, heading)
            if not total < np.inf:
                return count
            ahead += shift[heading]
            taken += 1
            if taken == 1:
                moves[count, 0], moves[count, 1], moves[count, 2] = leg, ahead, heading
                costs[count] = total
                count += 1
        there, cost = ahead, total
        for _ in range(after):
            cost += toll(table, shift, there, onto)
            if not cost < np.inf:
                break
            there += shift[onto]
        if cost < np.inf:
            moves[count, 0], moves[count, 1], moves[count, 2] = leg, there, onto
            costs[count] = cost
            count += 1
    return count


@compiled
def search(
    table: Array32, shift: Numbers, turns: Numbers, guess: Array, stops: Numbers, bound: float
) -> tuple[float, Numbers, int]:
    """The cheapest way through the stops, all headings kept at each.

    Parameters
    ----------
    table
        Tolls: (cells, headings of the first half turn).
    shift
        Cells from one end of a step to the other, by heading.
    turns
        New heading, steps before and steps after: (headings, turns, 3).
    guess
        No more than the price from each cell to the end, by leg; inf where there is no way: (legs, cells).
    stops
        Cells to pass: (legs + 1,).
    bound
        How many times the least price the way may cost: 1 proves it, more is found much sooner.

    Returns
    -------
    tuple
        Price, inf where there is no way; states from the end, or from where the search came nearest to it,
        back to the start, each as leg, cell and heading; states settled.
    """
    cells, legs = table.shape[0], stops.shape[0] - 1
    slot = np.full(legs * cells, -1, dtype=np.int32)
    room = 4096
    node = np.empty(room, dtype=np.int32)
    price, origin = np.full(room * HEADINGS, np.inf), np.empty(room * HEADINGS, dtype=np.int32)
    done = np.zeros(room * HEADINGS, dtype=np.bool_)
    keys, states = np.empty(room), np.empty(room, dtype=np.int32)
    size, used, settled = 0, 1, 0
    nearest, least = 0, np.inf
    node[0], slot[stops[0]] = stops[0], 0
    for heading in range(HEADINGS):
        price[heading], origin[heading] = 0.0, -1
        if guess[0, stops[0]] < np.inf:
            size = push(keys, states, size, bound * guess[0, stops[0]], heading)
    last = -1
    moves, costs = np.empty((FREE, 3), dtype=np.int64), np.empty(FREE)
    while size > 0:
        state = states[0]
        size = pop(keys, states, size)
        if done[state]:
            continue
        done[state] = True
        settled += 1
        leg, cell = node[state // HEADINGS] // cells, node[state // HEADINGS] % cells
        heading = state % HEADINGS
        if guess[leg, cell] < least:
            nearest, least = state, guess[leg, cell]
        at_stop = cell == stops[leg + 1]
        if at_stop and leg == legs - 1:
            last = state
            break
        if size + FREE > keys.shape[0]:
            keys, states = longer(keys, keys.shape[0]), longer(states, states.shape[0])
        if used + FREE > room:
            node = longer(node, room)
            price, origin = longer(price, room * HEADINGS), longer(origin, room * HEADINGS)
            done = longer(done, room * HEADINGS)
            price[room * HEADINGS :], done[room * HEADINGS :] = np.inf, False
            room *= 2
        if at_stop:
            moves[0, 0], moves[0, 1], moves[0, 2], costs[0] = leg + 1, cell, heading, 0.0
        count = follow(table, shift, turns, cell, heading, leg, moves, costs, int(at_stop))
        for move in range(count):
            place = moves[move, 0] * cells + moves[move, 1]
            rest = guess[moves[move, 0], moves[move, 1]]
            if not rest < np.inf:
                continue
            if slot[place] < 0:
                slot[place], node[used] = used, place
                used += 1
            target = slot[place] * HEADINGS + moves[move, 2]
            reached = price[state] + costs[move]
            if not done[target] and reached < price[target]:
                price[target], origin[target] = reached, state
                size = push(keys, states, size, reached + bound * rest, target)
    states = trace(node, origin, last if last >= 0 else nearest, cells)
    return (price[last] if last >= 0 else np.inf), states, settled


@compiled
def trace(node: Numbers, origin: Numbers, last: int, cells: int) -> Numbers:
    """Follow states back to the start: leg, cell and heading of each."""
    count, state = 0, last
    while state >= 0:
        count, state = count + 1, origin[state]
    found = np.empty((count, 3), dtype=np.int32)
    state = last
    for k in range(count):
        place = node[state // HEADINGS]
        found[k, 0], found[k, 1], found[k, 2] = place // cells, place % cells, state % HEADINGS
        state = origin[state]
    return found
