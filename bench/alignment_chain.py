"""Whole lines beside their budgets: price of ground, plan, profile, price again, plan again, likely grounds.

No peer does all of it. Ground is fractal, seeded and made up: hills, and mountains in the west; the profile
stands beside a linear programme on prices that are convex. Processor time, best and median; the call that
compiles is not counted. Memory is the most that the process ever held, the making of the ground included.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from egiz.engines.alignment import (
    Alignment,
    Field,
    Fineness,
    Prices,
    Standard,
    Stops,
    Strip,
    Table,
    align,
    front,
    metre_price,
    profile,
    strip_of,
    table_of,
)
from egiz.engines.alignment.record import Array, Array32
from egiz.engines.alignment.vertical.grid import fine_grid

CELL = 250.0
PRICES = Prices(
    base=6000.0, fill=12.0, cut=10.0, formation=13.6, formation_in_cut=17.6, fill_slope=1.75, cut_slope=1.5,
    viaduct=18_000.0, viaduct_height=350.0, tunnel=45_000.0, bridge=30_000.0,
)  # fmt: skip
STANDARD = Standard(radius=5000.0, grade=0.02, vertical_radius=34_600.0, speed=83.3)
PLAIN, HILLY = 60.0, 250.0
"""Deviation of the ground [m]; the mountains' is five times as much."""
MEGABYTE = 1e6
KIBIBYTE = 1024.0


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure, and what it may be."""

    name: str
    values: list[float]
    budget: float
    unit: str = "s"

    def print(self) -> bool:
        """Print it; tell whether the budget held."""
        best, middle = min(self.values), median(self.values)
        held = best <= self.budget
        mark = "held" if held else "BROKEN"
        print(
            f"{self.name:60} best {best:9.3f}  median {middle:9.3f}  of {self.budget:g} {self.unit}  {mark}",
            flush=True,
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


def ground(rows: int, columns: int, amplitude: float, deviation: float = 0.0) -> Field:
    """Hills of an amplitude, and a belt of mountains in the west; the raster shows all but a deviation."""
    rng = np.random.default_rng(1)
    across = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None, :])
    across[0, 0] = np.inf
    spectrum = across**-1.7 * np.exp(2j * np.pi * rng.random(across.shape))
    height = np.fft.irfft2(spectrum, (rows, columns)).astype(np.float32)
    height /= height.std()
    belt = np.exp(-(((np.arange(columns) * CELL - 120e3) / 60e3) ** 2)).astype(np.float32)
    height *= amplitude * (1.0 + 4.0 * belt)
    rough = np.full_like(height, deviation)
    return Field(0.0, 0.0, CELL, height, rough, np.ones_like(height), np.zeros(height.shape, dtype=bool))


def ends(field: Field) -> Array:
    """Three points: both ends and one between."""
    width, up = field.height.shape[1] * CELL, field.height.shape[0] * CELL
    return np.array([[15e3, 0.5 * up], [0.35 * width, 0.4 * up], [width - 15e3, 0.55 * up]])


def convex() -> float:
    """How much dearer than a linear programme the profile is where prices are convex, at worst."""
    height = np.arange(-4000, 4001) * 0.1
    nothing = np.zeros((2, len(height)))
    table = Table(-400.0, 0.1, np.abs(np.stack([height, height])), nothing.astype(np.int8), nothing, nothing)
    worst = 0.0
    for seed in range(6):
        rng = np.random.default_rng(seed)
        chainage = fine_grid(100e3, STANDARD, Fineness()).chainage
        wave = np.maximum(np.fft.rfftfreq(2 * len(chainage)), 1e-9) ** -1.2
        wave[0] = 0.0
        rough = np.fft.irfft(wave * np.exp(2j * np.pi * rng.random(len(wave))))[: len(chainage)]
        strip = Strip.of(chainage, 80.0 * rough / rough.std())
        worst = max(worst, profile(strip, STANDARD, table).cost / programme(strip) - 1.0)
    return worst


def programme(strip: Strip) -> float:
    """Least sum of heights over and under the ground, by linear programming."""
    n, step = len(strip.chainage), strip.chainage[1]
    share = np.full(n, step)
    share[[0, -1]] /= 2.0
    one = sparse.eye(n)
    first = sparse.diags([-1.0, 1.0], [0, 1], shape=(n - 1, n))
    second = sparse.diags([1.0, -2.0, 1.0], [0, 1, 2], shape=(n - 2, n))
    rows = [sparse.hstack([one, -one]), sparse.hstack([-one, -one])]
    for part in (first, second):
        rows += [sparse.hstack([sign * part, sparse.csr_matrix(part.shape)]) for sign in (1.0, -1.0)]
    limit = [strip.height, -strip.height, np.full(2 * n - 2, STANDARD.grade * step)]
    limit.append(np.full(2 * n - 4, step**2 / STANDARD.vertical_radius))
    bounds = [(None, None)] * n + [(0.0, None)] * n
    bounds[0], bounds[n - 1] = (strip.height[0],) * 2, (strip.height[-1],) * 2
    cost = np.append(np.zeros(n), share)
    return float(linprog(cost, sparse.vstack(rows).tocsc(), np.concatenate(limit), bounds=bounds).fun)


def standards() -> list[Standard]:
    """Twelve, from slow and winding to fast and straight."""
    speeds = np.linspace(160.0, 380.0, 12) / 3.6
    return [Standard(0.9 * v**2, 0.0125 + 0.00008 * v, 4.98 * v**2, v) for v in speeds]


def straight_run(line: Alignment, standard: Standard) -> float:
    """Run time at design speed [s]: the run itself is not what is measured here."""
    return line.plan.length / standard.speed


def most_memory() -> float:
    """The most that this process ever held [MB]."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTE / MEGABYTE


def figures() -> Iterator[Line]:
    """Everything that is measured, one after the other."""
    plain, hilly = ground(800, 4800, PLAIN), ground(800, 4800, HILLY)
    points = ends(plain)
    yield Line("whole line, plain", measured(lambda: align(plain, points, STANDARD, PRICES), 3), 3.0)
    found = align(hilly, points, STANDARD, PRICES)
    whole = measured(lambda: align(hilly, points, STANDARD, PRICES), 3)
    yield Line(f"whole line, hills, {found.cost.mean() / found.plan.length:,.0f} USD a metre", whole, 3.0)
    yield Line("the most memory held so far", [most_memory()], 1000.0, "MB")
    yield Line("price of ground, 1,200 x 200 km, 3.8 M cells", measured(lambda: price(hilly), 5), 0.6)
    strip, table = strip_of(hilly, found.plan), table_of(PRICES)
    kilometres = f"{found.plan.length / 1e3:,.0f} km"
    yield Line(f"profile, {kilometres}", measured(lambda: profile(strip, STANDARD, table), 5), 0.5)
    across = Strip.of(np.arange(4800) * CELL, hilly.height[400].astype(np.float64))
    straight = measured(lambda: profile(across, STANDARD, table, Stops.free()), 3)
    yield Line("profile, 1,200 km straight over mountains, free ends", straight, 1.0)
    yield Line("profile dearer than the linear programme", [100.0 * convex()], 0.5, "%")
    rough = ground(800, 4800, PLAIN, 30.0)
    whole = measured(lambda: align(rough, points, STANDARD, PRICES), 3)
    yield Line("whole line, plain, 8 likely grounds", whole, 3.0)
    whole = measured(lambda: front(plain, points, standards(), PRICES, straight_run), 1)
    yield Line("front of 12 standards, plain", whole, 30.0)
    wide = ground(2640, 3400, PLAIN)
    whole = measured(lambda: align(wide, ends(wide), STANDARD, PRICES), 3)
    yield Line("whole line in 850 x 660 km, 9.0 M cells, plain", whole, 3.0)
    yield Line("the most memory held", [most_memory()], 1000.0, "MB")


def main() -> int:
    """Measure everything."""
    return 0 if all([one.print() for one in figures()]) else 1


def price(field: Field) -> Array32:
    """Price of a metre by cell."""
    return metre_price(field, STANDARD, PRICES)


if __name__ == "__main__":
    sys.exit(main())
