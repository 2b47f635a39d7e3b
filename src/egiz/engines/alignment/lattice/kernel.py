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
"""Room in the heap and in the tables that one state may take: one straight step and six turns."""


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
    moves: NDArray[np.int64],
    costs: Array,
) -> int:
    """Write cell, heading and cost of the step straight on and of each turn; how many there are.

    Turns are told in the order of their steps before the corner, so that these are added up once.
    """
    count, ahead, taken, total = 0, cell, 0, 0.0
    for k in range(turns.shape[1]):
        before, after, onto = turns[heading, k, 1], turns[heading, k, 2], turns[heading, k, 0]
        while taken < before:
            total += toll(table, shift, ahead, heading)
            if not total < np.inf:
                return count
            ahead += shift[heading]
            taken += 1
            if taken == 1:
                moves[count, 0], moves[count, 1] = ahead, heading
                costs[count] = total
                count += 1
        there, cost = ahead, total
        for _ in range(after):
            cost += toll(table, shift, there, onto)
            if not cost < np.inf:
                break
            there += shift[onto]
        if cost < np.inf:
            moves[count, 0], moves[count, 1] = there, onto
            costs[count] = cost
            count += 1
    return count


@compiled
def search(
    table: Array32,
    shift: Numbers,
    turns: Numbers,
    guess: Array,
    ends: tuple[int, int],
    begin: Array,
    bound: float,
    room: float,
) -> tuple[Array, tuple[float, float], Numbers, Numbers, Numbers, int]:
    """The cheapest ways from one stop to the next, by the heading in which they come to it.

    Parameters
    ----------
    table
        Tolls: (cells, headings of the first half turn).
    shift
        Cells from one end of a step to the other, by heading.
    turns
        New heading, steps before and steps after: (headings, turns, 3).
    guess
        No more than the price from each cell to the stop; inf where there is no way: (cells,).
    ends
        Cells of the two stops.
    begin
        Price of each heading at the first of them; inf where none leads to it: (headings,).
    bound
        How many times the least price a way may cost: 1 proves it, more is found much sooner.
    room
        Headings are looked for that cost no more than the cheapest and so much.

    Returns
    -------
    tuple
        Price of each heading at the second stop, inf where none was found: (headings,); the least of them,
        and what others cost at least; state of each heading, last the one that came nearest, or -1; cell
        of every 32 states; state from which each was reached, or -1; states settled.
    """
    start, goal = ends
    slot = np.full(table.shape[0], -1, dtype=np.int32)
    many = 4096
    node = np.empty(many, dtype=np.int32)
    price, origin = np.full(many * HEADINGS, np.inf), np.full(many * HEADINGS, -1, dtype=np.int32)
    done = np.zeros(many * HEADINGS, dtype=np.bool_)
    keys, states = np.empty(many), np.empty(many, dtype=np.int32)
    size, used, settled, arrived = 0, 1, 0, 0
    nearest, least = 0, np.inf
    node[0], slot[start] = start, 0
    for heading in range(HEADINGS):
        price[heading] = begin[heading]
        if guess[start] < np.inf and begin[heading] < np.inf:
            size = push(keys, states, size, begin[heading] + bound * guess[start], heading)
    best, beyond = np.inf, np.inf
    moves, costs = np.empty((FREE, 2), dtype=np.int64), np.empty(FREE)
    while size > 0 and arrived < HEADINGS:
        state = states[0]
        if keys[0] > best + room:
            beyond = keys[0]
            break
        size = pop(keys, states, size)
        if done[state]:
            continue
        done[state] = True
        settled += 1
        cell, heading = node[state // HEADINGS], state % HEADINGS
        if guess[cell] < least:
            nearest, least = state, guess[cell]
        if cell == goal:
            best = min(best, price[state])
            arrived += 1
        if size + FREE > keys.shape[0]:
            keys, states = longer(keys, keys.shape[0]), longer(states, states.shape[0])
        if used + FREE > many:
            node = longer(node, many)
            price, origin = longer(price, many * HEADINGS), longer(origin, many * HEADINGS)
            done = longer(done, many * HEADINGS)
            price[many * HEADINGS :], done[many * HEADINGS :] = np.inf, False
            many *= 2
        count = follow(table, shift, turns, cell, heading, moves, costs)
        for move in range(count):
            place = moves[move, 0]
            rest = guess[place]
            if not rest < np.inf:
                continue
            if slot[place] < 0:
                slot[place], node[used] = used, place
                used += 1
            target = slot[place] * HEADINGS + moves[move, 1]
            reached = price[state] + costs[move]
            if not done[target] and reached < price[target]:
                price[target], origin[target] = reached, state
                size = push(keys, states, size, reached + bound * rest, target)
    found, last = np.full(HEADINGS, np.inf), np.full(HEADINGS + 1, -1, dtype=np.int32)
    last[HEADINGS] = nearest
    for heading in range(HEADINGS):
        state = slot[goal] * HEADINGS + heading
        if slot[goal] >= 0 and done[state]:
            found[heading], last[heading] = price[state], state
    return found, (best, beyond), last, node[:used].copy(), origin[: used * HEADINGS].copy(), settled


@compiled
def trace(node: Numbers, origin: Numbers, last: int) -> Numbers:
    """Follow states from the first that leads to one, up to it: cell and heading of each."""
    count, state = 0, last
    while state >= 0:
        count, state = count + 1, origin[state]
    found = np.empty((count, 2), dtype=np.int32)
    state = last
    for k in range(count - 1, -1, -1):
        found[k, 0], found[k, 1] = node[state // HEADINGS], state % HEADINGS
        state = origin[state]
    return found
