"""What the timetable search refuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from egiz.engines.rotation.record import Array, Limits, Service, WeekDemand
from egiz.errors import EngineError

DIRECTIONS = 2
HALF_A_WEEK = 84.0
"""Hours beyond which a flight is nearer the other way round."""
LARGEST_NEST = 20.0
MOST_FLIGHTS = 7


def check(demand: WeekDemand, services: Sequence[Service], limits: Limits, kept: int) -> None:
    """Refuse what has the wrong shape or lies outside the possible.

    Raises
    ------
    EngineError
        The first thing found wrong.
    """
    for what, wrong, mend in _faults(demand, services, limits, kept):
        raise EngineError(what, wrong, mend)


def _faults(
    demand: WeekDemand, services: Sequence[Service], limits: Limits, kept: int
) -> Iterator[tuple[str, str, str]]:
    yield from _misshapen(demand)
    yield from _outside(demand)
    for service in services:
        numbers = np.array([service.block, service.turn, service.rotation_cost, service.appeal])
        if not (service.capacity > 0.0 and service.block > 0.0 and service.turn >= 0.0):
            yield service.aircraft, "has no seats, no block time or a turn below zero", "give its facts"
        if not np.isfinite(numbers).all():
            yield service.aircraft, "has a time, cost or appeal that is no number", "give its facts"
    if not services or kept < 1:
        yield "the search", "has no aircraft, or is to keep none", "give one at least"
    if not limits.flights or not all(1 <= flights <= MOST_FLIGHTS for flights in limits.flights):
        yield "flights", f"are {limits.flights}, and a day has one rotation", "ask for 1 to 7 a week"


def _misshapen(demand: WeekDemand) -> Iterator[tuple[str, str, str]]:
    if demand.desired.ndim != 1 + DIRECTIONS or demand.desired.shape[0] != DIRECTIONS:
        yield "desired", f"has the shape {demand.desired.shape}", "give (2, purposes, hours of the week)"
        return
    _, purposes, hours = demand.desired.shape
    asked: dict[str, tuple[Array, tuple[int, ...]]] = {
        "desired": (demand.desired, (DIRECTIONS, purposes, hours)),
        "outside": (demand.outside, (DIRECTIONS, purposes, hours)),
        "utility": (demand.utility, (DIRECTIONS, purposes)),
        "early": (demand.early, (purposes,)),
        "late": (demand.late, (purposes,)),
        "reach": (demand.reach, (purposes,)),
        "fare": (demand.fare, (purposes,)),
    }
    for name, (array, shape) in asked.items():
        if array.shape != shape:
            yield name, f"has the shape {array.shape}", f"give {shape}"
        if not np.isfinite(array).all():
            yield name, "holds something that is no number", "give finite numbers"


def _outside(demand: WeekDemand) -> Iterator[tuple[str, str, str]]:
    if not (demand.desired >= 0.0).all() or demand.desired.sum() <= 0.0:
        yield "desired", "holds nobody, or fewer than nobody", "give travellers of the week"
    for name, array in (("early", demand.early), ("late", demand.late), ("fare", demand.fare)):
        if not (array >= 0.0).all():
            yield name, "is below zero", "give zero or more"
    if not ((demand.reach > 0.0) & (demand.reach <= HALF_A_WEEK)).all():
        yield "reach", "is not within half a week", f"give more than 0 and at most {HALF_A_WEEK:g} hours"
    if not 1.0 <= demand.nest <= LARGEST_NEST:
        yield "nest", f"is {demand.nest}", f"give a scale from 1 to {LARGEST_NEST:g}"
    if not 0.0 <= demand.variation < np.inf:
        yield "variation", f"is {demand.variation}", "give zero or more"
