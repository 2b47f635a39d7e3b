"""Lines in plan beside their budgets and peers: the search, its proof, distinct corridors, radii kept.

The peer is `MCP_Geometric` of scikit-image, which knows eight neighbours and no radius; where it is not
installed its lines are left out. Ground is fractal, seeded and made up. Times are of the clock and of the
processor; the call that compiles is not counted.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment import Field, NoWayError, Plan, Standard, distinct, route
from egiz.engines.alignment.dubins import shortest_through
from egiz.engines.alignment.lattice import lattice, way
from egiz.engines.alignment.record import Array, Array32

CELL = 250.0
TERRAINS = 1_000
PEER = "skimage.graph"

Found = TypeVar("Found")


def standard(radius: float) -> Standard:
    """Only the radius matters in plan."""
    return Standard(radius, 0.02, 20_000.0, 80.0)


def field(rows: int, columns: int) -> Field:
    """A place and a size."""
    nought = np.zeros((rows, columns), dtype=np.float32)
    return Field(0.0, 0.0, CELL, nought, nought, nought + 1.0, nought > 1.0)


def rough(rows: int, columns: int, seed: int, slope: float = 3.0) -> Array32:
    """Prices of a metre over fractal ground, from 1 upwards; a steeper spectrum is smoother ground."""
    rng = np.random.default_rng(seed)
    wave = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None, :])
    wave[0, 0] = np.inf
    spectrum = (rng.normal(size=wave.shape) + 1j * rng.normal(size=wave.shape)) * wave ** -(slope / 2 + 0.5)
    height = np.fft.irfft2(spectrum, (rows, columns))
    steep = np.hypot(*np.gradient(height))
    found: Array32 = (1.0 + (steep / np.median(steep)) ** 2).astype(np.float32)
    return found


def timed(work: Callable[[], Found], rounds: int = 3) -> tuple[Found, float, float]:
    """What a call gives, and its best times by the clock and by the processor [s]."""
    wall, busy = [], []
    for _ in range(rounds):
        start, used = time.perf_counter(), time.process_time()
        found = work()
        wall.append(time.perf_counter() - start)
        busy.append(time.process_time() - used)
    return found, min(wall), min(busy)


def told(name: str, wall: float, busy: float, budget: float, note: str = "") -> bool:
    """Print one line and say whether the budget holds, by the processor: all of it is one thread."""
    mark = "held" if busy <= budget else "BROKEN"
    print(f"{name:66} {wall:7.2f} s (processor {busy:6.2f} s)  budget {budget:5.1f} s  {mark}  {note}")
    return busy <= budget


def checked(name: str, held: bool, note: str) -> bool:
    """Print a number that is no time."""
    print(f"{name:66} {'held' if held else 'BROKEN'}  {note}")
    return held


def peer_price(price: Array32, ends: NDArray[np.int64]) -> float:
    """Price of the cheapest way of eight neighbours [price of a metre times cells]."""
    geometric = importlib.import_module(PEER).MCP_Geometric(price)
    costs, _ = geometric.find_costs([tuple(ends[0])], [tuple(ends[1])])
    return float(costs[tuple(ends[1])])


def blocks(price: Array32, factor: int) -> Array32:
    """Means of blocks of cells."""
    rows, columns = price.shape[0] // factor, price.shape[1] // factor
    cut = price[: rows * factor, : columns * factor].reshape(rows, factor, columns, factor)
    found: Array32 = cut.mean(axis=(1, 3), dtype=np.float64).astype(np.float32)
    return found


def strung(count: int, aside: float = 8e3) -> Array:
    """Points on the way across, all but the ends some kilometres aside of it, seeded."""
    ends, off = np.array([[60e3, 90e3], [740e3, 610e3]]), np.zeros(count)
    off[1:-1] = np.random.default_rng(5).normal(0.0, aside, count - 2)
    along = ends[1] - ends[0]
    across = np.array([-along[1], along[0]]) / np.hypot(*along)
    found: Array = ends[0] + np.linspace(0.0, 1.0, count)[:, None] * along + off[:, None] * across
    return found


def whole_line() -> list[bool]:
    """A line across 800 x 660 km, and five corridors, beside the peer."""
    price, ends = rough(2640, 3200, 7), np.array([[60e3, 90e3], [740e3, 610e3]])
    ground = field(*price.shape)
    plan, wall, busy = timed(lambda: route(ground, price, ends, standard(7_000.0)))
    held = [told("route, 800 x 660 km at 250 m, R = 7 km", wall, busy, 1.5, f"{plan.length / 1e3:.0f} km")]
    via = np.array([ends[0], [300e3, 420e3], [480e3, 380e3], ends[1]])
    plan_via, wall, busy = timed(lambda: route(ground, price, via, standard(7_000.0)))
    held.append(told("the same through two more points", wall, busy, 2.0, f"{plan_via.length / 1e3:.0f} km"))
    winding = strung(20)
    plan_through, wall, busy = timed(lambda: route(ground, price, winding, standard(7_000.0)), 1)
    note = f"{plan_through.length / 1e3:.0f} km"
    held.append(told("the same ground through 20 points on a winding way", wall, busy, 5.0, note))
    plans, wall, busy = timed(lambda: distinct(ground, price, ends, standard(7_000.0), 5), 1)
    ratio = ", ".join(f"{one.price / plan.price:.3f}" for one in plans)
    held.append(told("five distinct corridors", wall, busy, 15.0, f"price over the first: {ratio}"))
    try:
        importlib.import_module(PEER)
    except ImportError:
        print("scikit-image is not installed: no peer")
        return held
    for factor in (4, 1):
        coarse = blocks(price, factor)
        cells = (ends / (CELL * factor)).astype(np.int64)[:, ::-1]
        cheapest, wall, busy = timed(lambda c=coarse, e=cells: peer_price(c, e), 1)
        note = f"ours costs {plan.price / (cheapest * factor * CELL):.3f} of its price"
        told(f"peer: MCP_Geometric at {factor * CELL:.0f} m, no radius", wall, busy, 99.0, note)
    return held


def proof() -> list[bool]:
    """The guided search beside Dijkstra's on the same lattice."""
    ground = lattice(rough(300, 500, 3, 2.4), 1, strict=False)
    stops = [ground.cell(20.0, 30.0), ground.cell(470.0, 260.0)]
    way(ground, stops, 7.0)
    plain, _, slow = timed(lambda: way(ground, stops, 7.0, bound=0.0), 1)
    guided, _, fast = timed(lambda: way(ground, stops, 7.0, bound=1.0))
    quick, _, fastest = timed(lambda: way(ground, stops, 7.0))
    off = abs(guided.price / plain.price - 1.0)
    note = (
        f"relative {off:.1e}; {slow:.2f} s, {plain.settled:,} states against {fast:.2f} s, {guided.settled:,}"
    )
    lost = quick.price / plain.price - 1.0
    return [
        checked("guided search costs what Dijkstra's does", off <= 1e-6, note),
        checked("search bound to 2 % of it", lost <= 0.02, f"{lost:.2%} dearer, {fastest:.3f} s"),
    ]


def sharpest(plan: Plan, radius: float) -> float:
    """By what share the line turns more sharply than the radius, told by its stations alone."""
    chord = np.hypot(np.diff(plan.x), np.diff(plan.y))
    turned = np.abs((np.diff(plan.heading) + np.pi) % (2.0 * np.pi) - np.pi)
    return float((2.0 * radius * np.sin(turned / 2.0) / chord).max() - 1.0)


def many_terrains() -> bool:
    """Radii kept on random grounds with closed ground strewn in."""
    worst, lines, start = -1.0, 0, time.process_time()
    for seed in range(TERRAINS):
        rng = np.random.default_rng(seed)
        price = rough(56, 56, seed, float(rng.uniform(1.5, 3.5)))
        price[rng.random(price.shape) < 0.004] = np.inf
        radius = float(rng.uniform(300.0, 2_500.0))
        points: Array = rng.uniform(1.5e3, 12e3, (int(rng.integers(2, 4)), 2))
        try:
            worst = max(worst, sharpest(route(field(56, 56), price, points, standard(radius)), radius))
            lines += 1
        except NoWayError:
            continue
    note = (
        f"sharpest curve {worst:+.1e} of the radius over; {lines} lines, {time.process_time() - start:.0f} s"
    )
    return checked(f"{TERRAINS:,} random grounds: no radius broken", worst < 1e-6, note)


def flat(count: int = 40) -> bool:
    """Lines through three random points on flat ground against those of Dubins."""
    rng = np.random.default_rng(2)
    price, excess = np.ones((480, 480), dtype=np.float32), []
    for _ in range(count):
        points = rng.uniform(20e3, 100e3, (3, 2))
        radius = float(rng.uniform(0.05, 0.25) * np.hypot(*np.diff(points, axis=0).T).min())
        best = shortest_through([(float(x), float(y)) for x, y in points], radius, 120)
        excess.append(route(field(480, 480), price, points, standard(radius)).length / best - 1.0)
    note = f"mean {np.mean(excess):+.3%}, worst {max(excess):+.3%} of {count}"
    return checked("flat ground: no longer than Dubins by 0.1 %", max(excess) <= 1e-3, note)


if __name__ == "__main__":
    route(field(80, 80), rough(80, 80, 1), np.array([[2e3, 2e3], [15e3, 9e3], [4e3, 16e3]]), standard(900.0))
    results = [*proof(), flat(), many_terrains(), *whole_line()]
    sys.exit(0 if all(results) else 1)
