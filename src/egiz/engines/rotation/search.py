"""The search for the best timetables of every type and number of rotations."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from egiz.engines.rotation import kernel
from egiz.engines.rotation.grid import Grid, check_days, day_sets, grid_of
from egiz.engines.rotation.model import Array, Fleet, Lists, Model, Numbers, Places, Room
from egiz.engines.rotation.record import Best, Limits, Service, Timetable, Timetables, WeekDemand
from egiz.engines.rotation.row import load_curve, rows_of, share_curve

FEW = 3
"""Rotations a week whose timetables a patient search goes through nearly always."""
BEAM = 1
"""Timetables that a climb keeps at least: with four it takes half as long again and gains 3 in 100,000."""


@dataclass(frozen=True, slots=True)
class Group:
    """Types that fly the same rotations, and all that depends on those alone."""

    services: tuple[Service, ...]
    """The types."""
    grid: Grid
    """Rotations that all of them fly."""
    model: Model
    """Who would fly with which rotations."""
    fleet: Fleet
    """What the types carry."""
    alone: Array
    """Demand of each rotation when no other flies [pax]: (rotations,)."""
    sums: Array
    """Rows of the model added up: (rotations + 1, columns)."""

    @property
    def places(self) -> Places:
        """The grid as the kernels take it."""
        return Places(self.grid.day, self.grid.slot, self.grid.starts, self.grid.index)


def search(
    demand: WeekDemand, services: Sequence[Service], limits: Limits, kept: int, patience: int
) -> tuple[Timetables, ...]:
    """Find the best timetables of each service, those that fly the same rotations together.

    For few rotations a week the proof is given up no sooner than after so many boxes as the patience.
    """
    grids = [grid_of(service, limits) for service in services]
    for grid, service in zip(grids, services, strict=True):
        check_days(grid, service, limits)
    curves = share_curve(demand.nest), load_curve(demand.variation)
    members = _alike(services, grids)
    tasks = [(g, flights) for flights in sorted(limits.flights, reverse=True) for g in range(len(members))]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        own = [[services[i] for i in numbers] for numbers in members]
        grouped = pool.map(lambda one, numbers: _group(demand, one, grids[numbers[0]], curves), own, members)
        groups = list(grouped)
        efforts = [max(limits.effort, patience if flights <= FEW else 0) for _, flights in tasks]
        best = pool.map(lambda task, effort: _best(groups[task[0]], task[1], effort, kept), tasks, efforts)
        done = dict(zip(tasks, best, strict=True))
    place = {number: (g, k) for g, numbers in enumerate(members) for k, number in enumerate(numbers)}
    return tuple(
        Timetables(
            service.aircraft, tuple(done[place[i][0], flights][place[i][1]] for flights in limits.flights)
        )
        for i, service in enumerate(services)
    )


def _alike(services: Sequence[Service], grids: Sequence[Grid]) -> list[list[int]]:
    """Numbers of the services that fly the same rotations and please alike, group by group."""
    found: dict[tuple[bytes, float], list[int]] = {}
    for number, (grid, service) in enumerate(zip(grids, services, strict=True)):
        found.setdefault((grid.code, service.appeal), []).append(number)
    return list(found.values())


def _group(
    demand: WeekDemand, services: Sequence[Service], grid: Grid, curves: tuple[tuple[Array, int], Array]
) -> Group:
    (share, first), load = curves
    rows = rows_of(demand, grid, services[0].appeal)
    model = Model(rows.rows, rows.weights, rows.bounds, share, first)
    fleet = Fleet(_aims(rows.worth), np.array([service.capacity for service in services]), load)
    alone = np.array([_levels(model, np.array([j]))[0, :, -1].sum() for j in range(grid.out.size)])
    sums = np.concatenate([np.zeros((1, rows.weights.size)), np.cumsum(rows.rows, axis=0)])
    return Group(tuple(services), grid, model, fleet, alone, sums)


def _aims(worth: Array) -> Array:
    """What passengers add to each aim; where all bring in the same, profit and passengers are one aim."""
    alike = worth[1, -1] > 0.0 and not worth[1, :-1].any()
    return worth[1:] if alike else worth


def _best(group: Group, flights: int, effort: int, kept: int) -> tuple[Best, ...]:
    """Climb to good timetables, then prove that there are no better ones, or find them."""
    shape = (len(group.services), group.fleet.worth.shape[0])
    common = group.model, group.places, group.fleet
    wide = _empty((*shape, max(kept, BEAM)))
    room = _room(group.model, flights)
    kernel.climb(_starts(group, flights), *common, wide, room)
    lists = _shortened(wide, kept)
    most = np.full(shape, -np.inf)
    pile, height = _pile(group.grid, flights)
    boxes = kernel.prove(pile, height, group.sums, effort, most, *common, lists, room)
    closed: NDArray[np.bool_] = np.all(most < lists.values[:, :, -1], axis=1)
    gaps = np.maximum(most - lists.values[:, :, 0], 0.0)
    return tuple(
        Best(
            flights=flights,
            by_profit=_told(group, service, lists.codes[k, -1], flights),
            by_passengers=_told(group, service, lists.codes[k, 0], flights),
            possible=group.grid.possible(flights),
            boxes=boxes,
            proven=boxes <= effort or bool(closed[k]),
            profit_gap=float(gaps[k, -1]),
            passengers_gap=float(gaps[k, 0] / group.fleet.worth[0, -1]),
        )
        for k, service in enumerate(group.services)
    )


def _empty(shape: tuple[int, ...]) -> Lists:
    return Lists(np.full(shape, -np.inf), np.full(shape, -1, dtype=np.int64), np.ones(shape, dtype=np.int64))


def _pile(grid: Grid, flights: int) -> tuple[Numbers, int]:
    """The first boxes, one for each choice of days, and how many; halving a box adds one at a time."""
    days = np.array(day_sets(grid, flights), dtype=np.int64)
    depth = flights * int(grid.index.shape[1]).bit_length()
    first = np.stack([grid.starts[days], grid.starts[days + 1]], axis=1)
    pile = np.concatenate([first, np.zeros((depth, *first.shape[1:]), dtype=np.int64)])
    return pile, days.shape[0]


def _room(model: Model, flights: int) -> Room:
    n, columns = model.rows.shape
    levels = model.bounds.size // 2
    return Room(
        x=np.empty(columns),
        slopes=np.empty(columns),
        buffer=np.empty(columns),
        bound=np.empty(levels),
        trial=np.empty(levels),
        price=np.empty((n, levels)),
        levels=np.empty((flights, 2, levels)),
    )


def _shortened(lists: Lists, kept: int) -> Lists:
    values, codes, done = lists
    return Lists(values[:, :, :kept].copy(), codes[:, :, :kept].copy(), done[:, :, :kept].copy())


def _starts(group: Group, flights: int) -> Numbers:
    """Timetables to climb from: every choice of days, at the best, the first and the last slot of each."""
    alone, starts = group.alone, group.grid.starts
    picks = np.zeros((3, starts.size - 1), dtype=np.int64)
    for d in range(starts.size - 1):
        low, high = int(starts[d]), int(starts[d + 1])
        if high > low:
            picks[:, d] = low + int(np.argmax(alone[low:high])), low, high - 1
    return np.array([picks[way, list(days)] for way in range(3) for days in day_sets(group.grid, flights)])


def _told(group: Group, service: Service, codes: Numbers, flights: int) -> tuple[Timetable, ...]:
    return tuple(_timetable(group, service, int(code), flights) for code in codes if code >= 0)


def _timetable(group: Group, service: Service, code: int, flights: int) -> Timetable:
    chosen = np.zeros(flights, dtype=np.int64)
    kernel.decode(code, group.places, chosen)
    levels = _levels(group.model, chosen)
    scale = np.arange(group.fleet.load.size) / kernel.LOAD_CELLS
    carried = service.capacity * np.interp(levels / service.capacity, scale, group.fleet.load)
    revenue = float((carried * group.fleet.worth[-1]).sum())
    return Timetable(
        out=tuple(group.grid.out[chosen].tolist()),
        back=tuple(group.grid.back[chosen].tolist()),
        loads=tuple((float(there), float(home)) for there, home in carried[:, :, -1]),
        willing=float(levels[:, :, -1].sum()),
        passengers=float(carried[:, :, -1].sum()),
        revenue=revenue,
        profit=revenue - flights * service.rotation_cost,
    )


def _levels(model: Model, chosen: Numbers) -> Array:
    """Demand of each flight of a timetable: (rotations, directions, levels)."""
    x, buffer = np.empty(model.weights.size), np.empty(model.weights.size)
    levels = np.empty((chosen.size, 2, model.bounds.size // 2))
    kernel.flight_levels(chosen, model, x, buffer, levels)
    return levels
