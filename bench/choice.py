"""The estimator of choices beside its budgets, on the Swissmetro survey (`EGIZ_SHARED` names its folder).

Times are warm: the first call is not counted. Without the survey, choices of the same size are made up.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from choice_data import read_swissmetro, swissmetro
from choice_model import Choices, fit_multinomial, fit_nested

PEOPLE = 6768
TRAIN_AND_CAR, FIRST = np.array([0, 1, 0]), np.array([0])
COMMUTING_AND_BUSINESS = (1.0, 3.0)


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure, and what it may take."""

    name: str
    seconds: float
    budget: float

    def print(self) -> bool:
        """Print it; tell whether the budget held."""
        held = self.seconds <= self.budget
        mark = "held" if held else "BROKEN"
        print(f"{self.name:48} {1e3 * self.seconds:7.2f} ms  budget {1e3 * self.budget:5.1f} ms  {mark}")
        return held


def measured(work: Callable[[], object], rounds: int = 25) -> float:
    """Shortest time of one call [s]; the first call is not counted."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def choices() -> tuple[Choices, str]:
    """The survey, or choices made up; and which of the two."""
    folder = Path(os.environ.get("EGIZ_SHARED", "")) / "data"
    if (folder / "demand" / "swissmetro.csv.gz").exists():
        return swissmetro(read_swissmetro(folder, COMMUTING_AND_BUSINESS), headway=False), "survey"
    rng = np.random.default_rng(1)
    features = rng.normal(size=(PEOPLE, 3, 4))
    chosen = (features @ [0.0, 0.0, -1.0, -1.0] + rng.gumbel(size=(PEOPLE, 3))).argmax(axis=1)
    return Choices(features, np.ones((PEOPLE, 3), np.bool_), chosen), "made up"


def main() -> int:
    """Print every figure; return 1 if a budget is broken."""
    told, which = choices()
    print(f"{len(told.chosen)} choices, {which}")
    lines = (
        Line("multinomial logit, 4 coefficients", measured(lambda: fit_multinomial(told)), 0.010),
        Line("nested logit, one scale", measured(lambda: fit_nested(told, TRAIN_AND_CAR, FIRST)), 0.050),
    )
    return 0 if all([line.print() for line in lines]) else 1


if __name__ == "__main__":
    sys.exit(main())
