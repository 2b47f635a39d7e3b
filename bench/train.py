"""Runs of trains beside their budget: 1,000 km in steps of 100 m, as an alignment gives them.

No peer runs on a bare profile without a network behind it; the same run in plain Python by steps of a second
stands beside ours. Processor time, best and median; the call that compiles is not counted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np

from egiz.engines.train import Drive, Track, Train, run
from egiz.facts.library import Facts
from egiz.market.stock import stock_of

LENGTH = 1e6
DRIVE = Drive((0.0, 220e3, 500e3, 720e3, LENGTH), 120.0, 0.06)


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure, and what it may take."""

    name: str
    times: list[float]
    budget: float

    def print(self) -> bool:
        """Print it; tell whether the budget held."""
        best, middle = min(self.times) * 1e3, median(self.times) * 1e3
        held = best <= self.budget
        mark = "held" if held else "BROKEN"
        print(
            f"{self.name:58} best {best:8.2f} ms  median {middle:8.2f} ms  budget {self.budget:g} ms  {mark}"
        )
        return held


def measured(work: Callable[[], object], rounds: int) -> list[float]:
    """Processor time of each call [s]; the first is not counted."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return times


def line(spacing: float) -> Track:
    """A made-up line: hills, slow zones at its stops, curves, a tunnel in fifty kilometres."""
    chainage = np.arange(0.0, LENGTH + spacing, spacing)
    height = 200.0 + 40.0 * np.sin(chainage / 9e3) + 150.0 * np.sin(chainage / 80e3)
    near = np.min([np.abs(chainage - stop) for stop in DRIVE.stops], axis=0) < 4e3
    radius = np.where(np.sin(chainage / 7e3) > 0.5, 7000.0, np.inf)
    drag = np.where((chainage // 1e3) % 50 == 25, 5.0, 0.0)
    return Track(chainage, height, np.where(near, 100.0, 300.0) / 3.6, radius, drag, 0.65)


def plain(train: Train, track: Track) -> float:
    """The same run in plain Python by steps of a second: traction only, limits of the front, no stops."""
    v = s = clock = 0.0
    davis = train.davis
    while s < LENGTH:
        at = min(int(s // 100.0), track.height.size - 2)
        grade = (track.height[at + 1] - track.height[at]) / 100.0
        against = davis.constant + v * (davis.linear + v * davis.square) + train.mass * 9.80665 * grade
        push = min(260e3, train.motor.power / v if v > 0.0 else 260e3)
        v = min(max(v + (push - against) / (train.mass * train.inertia), 1.0), train.top_speed)
        s += v
        clock += 1.0
    return clock


def main() -> int:
    """Measure everything."""
    facts = Facts.shipped()
    train = stock_of(facts.at(facts.edition), "generic-300").train
    fine, coarse = line(100.0), line(1000.0)
    saving = Drive(DRIVE.stops, DRIVE.dwell, DRIVE.margin, coasting=True)
    lines = (
        Line("1,000 km, 10,000 rows, 10,000 steps", measured(lambda: run(train, fine, DRIVE), 60), 2.0),
        Line("1,000 km, 1,000 rows, 10,000 steps", measured(lambda: run(train, coarse, DRIVE), 60), 2.0),
        Line(
            "the same, recovery time spent on saving energy",
            measured(lambda: run(train, fine, saving), 10),
            40.0,
        ),
        Line(
            "plain Python by steps of a second, traction only", measured(lambda: plain(train, fine), 3), 1e4
        ),
    )
    return 0 if all([one.print() for one in lines]) else 1


if __name__ == "__main__":
    sys.exit(main())
