"""The best weekly timetables of one link, flown out and back by one aircraft and one crew.

A timetable is a set of rotations on a grid of departures, at most one a day. Travellers wish to leave at
some hour of the week; each weighs the flights of the week, early and late, against every other way: a nested
logit with the flights in one nest. Each flight is filled up to its seats, those who pay more first.

The search covers every timetable on the grid: those not worked out lie in boxes that a bound excludes. Where
the effort runs out before the end, the answer says so, and by how much at most it may fall short.

What is left out: a traveller turned away does not try another flight; the way out and the way home are chosen
apart; a flight may not spend the night at the far end.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from egiz.engines.rotation.check import check
from egiz.engines.rotation.grid import grid_of
from egiz.engines.rotation.record import (
    Array,
    Best,
    Frequencies,
    Limits,
    Service,
    Timetable,
    Timetables,
    WeekDemand,
)

PATIENCE = 250_000
"""Boxes to look at for up to three rotations a week: a proof, unless most timetables fill every seat."""

__all__ = [
    "Best",
    "Frequencies",
    "Limits",
    "Service",
    "Timetable",
    "Timetables",
    "WeekDemand",
    "best_timetables",
    "days_possible",
    "frequencies",
]


def best_timetables(week: WeekDemand, service: Service, limits: Limits, kept: int = 10) -> Timetables:
    """Find the best timetables of a service, for profit and for passengers, by rotations a week.

    Parameters
    ----------
    week
        Who wishes to leave when.
    service
        The aircraft.
    limits
        Grid, opening hours, duty, and the numbers of rotations to look at.
    kept
        How many timetables to keep for each aim.

    Raises
    ------
    EngineError
        Something has the wrong shape or lies outside the possible, the duty of one crew is too short, or
        opening hours, closures and free aircraft leave fewer days than rotations.

    Notes
    -----
    Up to three rotations a week the proof has an effort of at least `PATIENCE`. Of two timetables equal to a
    millionth of a passenger or of a dollar, the earlier in the week is better.
    """
    return _searched(week, (service,), limits, kept, PATIENCE)[0]


def frequencies(week: WeekDemand, services: Sequence[Service], limits: Limits) -> Frequencies:
    """Work out what each type carries and earns with each number of rotations, at its best hours for profit.

    Types that fly the same rotations are searched together; the effort ends every proof.

    Raises
    ------
    EngineError
        As `best_timetables`, for any of the types.
    """
    found = _searched(week, tuple(services), limits, 1, 0)
    chosen = [[best.by_profit[0] for best in one.best] for one in found]

    def table(name: str) -> Array:
        return np.array([[float(getattr(timetable, name)) for timetable in row] for row in chosen])

    willing = table("willing")
    return Frequencies(
        aircraft=tuple(one.aircraft for one in found),
        flights=limits.flights,
        willing=willing,
        share=willing / week.desired.sum(),
        passengers=table("passengers"),
        revenue=table("revenue"),
        profit=table("profit"),
        timetables=found,
    )


def days_possible(service: Service, limits: Limits) -> int:
    """Days of the week on which the service can fly a rotation within the limits, from 0 to 7."""
    return grid_of(service, limits).days


def _searched(
    week: WeekDemand, services: tuple[Service, ...], limits: Limits, kept: int, patience: int
) -> tuple[Timetables, ...]:
    check(week, services, limits, kept)
    from egiz.engines.rotation.search import search  # compiled loops cost half a second of start

    return search(week, services, limits, kept, patience)
