"""Timetables beside their budgets: every type, 1 to 7 rotations a week, on the half-hour.

The peer works out every timetable of two rotations in numpy, in chunks, without compiled code. Demand,
fares and costs are made up; nine types fly four different rotations. The call that compiles is not counted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from egiz.engines.rotation import (
    Frequencies,
    Limits,
    Service,
    Timetables,
    WeekDemand,
    best_timetables,
    frequencies,
)
from egiz.world.week import Hours, Span, open_minutes

Array = NDArray[np.float64]

HOURS = 168
SERVICES = (
    Service("CRJ200", 47.0, 90.0, 30.0, 11000.0),
    Service("ATR72", 66.0, 123.0, 30.0, 12500.0),
    Service("Q400", 72.0, 105.0, 30.0, 13000.0),
    Service("SSJ100", 95.0, 90.0, 45.0, 17000.0),
    Service("E190", 100.0, 90.0, 45.0, 17500.0),
    Service("E190E2", 100.0, 89.0, 45.0, 16800.0),
    Service("A320", 171.0, 90.0, 45.0, 23000.0),
    Service("A320neo", 171.0, 89.0, 45.0, 21000.0),
    Service("B738", 179.0, 89.0, 45.0, 24000.0),
)
ANY_WEEK = Span(date(2024, 3, 4), date(2024, 3, 10))
OPEN = open_minutes(Hours(360, 1381), (), ANY_WEEK)
LIMITS = Limits(step=30, duty=600.0, duty_margin=90.0, base_open=OPEN, far_open=OPEN)


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure, and what it may take."""

    name: str
    seconds: float
    budget: float
    note: str

    def print(self) -> bool:
        """Print it; tell whether the budget held."""
        held = self.seconds <= self.budget
        mark = "held" if held else "BROKEN"
        print(f"{self.name:58} {self.seconds:7.3f} s  budget {self.budget:5.2f} s  {mark}  {self.note}")
        return held


def measured(work: Callable[[], object], rounds: int = 3) -> float:
    """Shortest time of one call [s]; the first call is not counted."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def profile(days: tuple[float, ...], peaks: tuple[tuple[float, float, float], ...]) -> Array:
    """Share of each hour of the week: weights of the days, and peaks of the day (height, hour, width)."""
    hour, day = np.arange(HOURS) % 24, np.arange(HOURS) // 24
    of_day = sum(height * np.exp(-(((hour - at) / width) ** 2) / 2) for height, at, width in peaks)
    found: Array = np.array(days)[day] * of_day
    return found / found.sum()


def demand(travellers: float) -> WeekDemand:
    """A made-up market: business, visiting and leisure."""
    business = profile((1.1, 1.0, 1.1, 1.2, 1.1, 0.2, 0.5), ((1.0, 8, 2), (0.8, 17, 2)))
    visiting = profile((0.9, 0.8, 0.8, 0.9, 1.3, 1.1, 1.2), ((1.0, 12, 5),))
    leisure = profile((0.9, 0.7, 0.7, 0.9, 1.5, 1.4, 0.9), ((1.0, 10, 4),))
    one_way = np.array([0.3 * business, 0.4 * visiting, 0.3 * leisure])
    return WeekDemand(
        desired=np.stack([one_way, one_way]) * travellers / 2.0,
        utility=np.full((2, 3), -0.2),
        outside=np.zeros((2, 3, HOURS)),
        early=np.array([0.14, 0.04, 0.035]),
        late=np.array([0.18, 0.05, 0.04]),
        reach=np.array([24.0, 48.0, 60.0]),
        nest=1.5,
        variation=0.35,
        fare=np.array([110.0, 85.0, 75.0]),
    )


def plain_pairs(week: WeekDemand) -> int:
    """Every timetable of two rotations in plain numpy, as the peer: who flies, out only, uncut."""
    wish = (np.arange(HOURS) + 0.5) * 60.0
    out = np.flatnonzero(OPEN[::30]) * 30
    late = (out[:, np.newaxis] - wish + 5040.0) % 10080.0 - 5040.0
    rows = []
    for purpose in range(3):
        price = np.where(late >= 0.0, week.late[purpose], -week.early[purpose]) * late / 60.0
        rows.append(np.exp(1.5 * np.where(np.abs(late) <= 60.0 * week.reach[purpose], -0.2 - price, -np.inf)))
    table = np.concatenate(rows + rows, axis=1)
    weights = week.desired.reshape(-1)
    pairs = np.array(
        [pair for pair in combinations(range(out.size), 2) if out[pair[0]] // 1440 != out[pair[1]] // 1440]
    )
    best = 0.0
    for chunk in np.array_split(pairs, 20):
        powered = (table[chunk[:, 0]] + table[chunk[:, 1]]) ** (1.0 / 1.5)
        best = max(best, float((powered / (1.0 + powered) @ weights).max()))
    return len(pairs)


def proofs(found: Timetables) -> str:
    """How far the proofs went."""
    proven = sum(best.proven for best in found.best)
    worst = max(best.passengers_gap / best.by_passengers[0].passengers for best in found.best)
    return f"proven {proven} of {len(found.best)}, else within {worst:.1%} of passengers"


def proven_cells(table: Frequencies) -> str:
    """How many cells of a table are proven."""
    marks = [best.proven for one in table.timetables for best in one.best]
    return f"proven {sum(marks)} of {len(marks)}"


def lines() -> list[Line]:
    """Measure everything."""
    thin, thick = demand(500.0), demand(3000.0)
    jet = SERVICES[3]
    longer = replace(LIMITS, effort=1_000_000)
    found = []
    for name, week, budget in (("thin", thin, 3.0), ("thick", thick, 5.0)):
        table = frequencies(week, SERVICES, LIMITS)
        seconds = measured(lambda week=week: frequencies(week, SERVICES, LIMITS), 2)
        found.append(Line(f"9 types x 1-7 a week, {name} market", seconds, budget, proven_cells(table)))
    for flights, budget in ((1, 0.1), (2, 0.2), (3, 0.5), (4, 1.0), (5, 1.0), (6, 1.5), (7, 3.0)):
        limits = replace(longer, flights=(flights,))
        best = best_timetables(thin, jet, limits)
        seconds = measured(lambda limits=limits: best_timetables(thin, jet, limits), 2)
        note = f"{best.best[0].possible:,} timetables in {best.best[0].boxes:,} boxes; {proofs(best)}"
        found.append(Line(f"ten best of {flights} a week, one type, to the proof", seconds, budget, note))
    quarter = replace(LIMITS, step=15, flights=(1, 2, 3))
    seconds = measured(lambda: best_timetables(thin, jet, quarter), 2)
    found.append(Line("ten best of 1-3 a week on the quarter-hour", seconds, 1.5, ""))
    start = time.perf_counter()
    pairs = plain_pairs(thin)
    found.append(
        Line("peer: two a week in plain numpy", time.perf_counter() - start, 60.0, f"{pairs:,} timetables")
    )
    return found


if __name__ == "__main__":
    sys.exit(0 if all([line.print() for line in lines()]) else 1)
