"""What the commands cost: help, the built-in study warm, prepare and run apart.

Run as ``python bench/study.py``. Whole processes are timed, the best and the median of several; the
exit code is 1 where the median breaks a budget.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from egiz.figures.draw import Plan
from egiz.study.agreement import AS_AGREED
from egiz.study.open import open_case
from egiz.study.prepare import prepare
from egiz.study.run import run

ROOT = Path(__file__).parents[1]
EXAMPLE = "astana-chelyabinsk"
DRAWS = 10_000
WHOLE = 35.0
"""Preparing, running and every file, whatever kinds exist [s]; it was 5 s while the flight stood alone."""


def timed(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Best and median time of a call [s]."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times), statistics.median(times)


def command(*words: str) -> Callable[[], object]:
    """A whole process of the command line."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # warm: Python's own compiled files are kept, too
    line = [sys.executable, "-m", "egiz.cli", *words]
    return lambda: subprocess.run(line, env=environment, check=True, capture_output=True)


def told(name: str, times: tuple[float, float], budget: float) -> bool:
    """Print one line and say whether the budget holds."""
    best, median = times
    held = median <= budget
    mark = "held" if held else "BROKEN"
    print(f"{name:50} best {best:7.3f} s  median {median:7.3f} s  budget {budget:6.2f} s  {mark}")
    return held


def main() -> int:
    """Measure everything."""
    case = open_case(EXAMPLE, (), None).case
    prepared = prepare(case, AS_AGREED)
    with tempfile.TemporaryDirectory() as folder:
        held = [
            told("egiz --help", timed(command("--help"), 9), 0.15),
            told("egiz run, warm, every file", timed(command("run", EXAMPLE, "--out", folder), 5), WHOLE),
            told("prepare", timed(lambda: prepare(case, AS_AGREED), 7), 30.0),
            told(f"run, {DRAWS:,} draws", timed(lambda: run(prepared, Plan(DRAWS, 1)), 7), 1.0),
            told("run, 2,000 draws: an instant lever", timed(lambda: run(prepared, Plan(2_000, 1)), 7), 0.1),
        ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
