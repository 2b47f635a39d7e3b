"""What a sheet costs: bind and run of 300 quantities on 10,000 draws, and the sampling of PERT.

Run as ``python bench/figures.py``. Each line gives the time (best of several), the budget, and the ratio to
plain numpy calls that do the same without a sheet. Exit code 1 where a budget is broken.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

import numpy as np
from scipy import special

from egiz.figures.assumption import Assumption, Provenance
from egiz.figures.beta import inverse_table
from egiz.figures.distribution import Distribution, Fixed, Lognormal, Pert, Triangular, Uniform
from egiz.figures.draw import Plan
from egiz.figures.quantity import quantities
from egiz.figures.sheet import Sheet
from egiz.figures.unit import Array

QUANTITIES = 300
INPUTS = 100
DRAWS = 10_000


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement."""

    name: str
    seconds: float
    budget: float
    peer: float | None = None

    def print(self) -> bool:
        """Print it and tell whether it is within its budget."""
        ratio = f"{self.seconds / self.peer:6.2f} x plain numpy" if self.peer else ""
        held = self.seconds <= self.budget
        mark = "held" if held else "BROKEN"
        print(
            f"{self.name:58} {self.seconds * 1e3:8.2f} ms  budget {self.budget * 1e3:6.1f} ms  {mark} {ratio}"
        )
        return held


def best(work: Callable[[], object], rounds: int = 15) -> float:
    """Shortest time of one call [s]."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def formulas() -> ModuleType:
    """Make a module of formulas that need two or three others: sums, products, quotients and choices."""
    bodies = (
        "{a} * {b} + {c}",
        "{a} / ({b} + {c})",
        "({a} + {b}) * 0.5 - {c}",
        "np.where({a} > {b}, {a}, {c})",
        "np.maximum({a} - {b}, {c})",
    )
    rng = np.random.default_rng(1)
    lines = [
        "from __future__ import annotations",
        "import numpy as np",
        "from egiz.figures.unit import Share",
    ]
    for index in range(QUANTITIES):
        earlier = [f"input_{i}" for i in range(INPUTS)] + [f"quantity_{i}" for i in range(index)]
        a, b, c = (str(name) for name in rng.choice(earlier, 3, replace=False))
        body = bodies[index % len(bodies)].format(a=a, b=b, c=c)
        lines += [f"def quantity_{index}({a}: Share, {b}: Share, {c}: Share) -> Share:", f"    return {body}"]
    module = ModuleType("bench_formulas")
    exec(compile("\n".join(lines), "bench_formulas.py", "exec"), vars(module))
    return module


def shapes() -> list[Distribution]:
    """Doubt of the inputs: what a fact table holds, PERT for the most part."""
    pattern: tuple[Distribution, ...] = (
        Pert(1.0, 2.0, 4.0),
        Pert(1.0, 1.5, 2.0),
        Pert(2.0, 3.0, 3.5),
        Triangular(1.0, 2.0, 3.0),
        Uniform(1.0, 2.0),
        Lognormal(1.0, 2.0),
        Fixed(1.5),
        Pert(1.0, 3.0, 3.0),
        Triangular(1.0, 1.0, 2.0),
        Pert(0.5, 1.0, 9.0),
    )
    return [pattern[index % len(pattern)] for index in range(INPUTS)]


def plain(sheet: Sheet, values: dict[str, Array]) -> None:
    """Call the same formulas with the inputs drawn already."""
    for quantity in sheet.quantities:
        values[quantity.key] = quantity.formula(*[values[ask.key] for ask in quantity.asks])


def plain_with_sampling(sheet: Sheet, inputs: list[Assumption]) -> None:
    """Draw plainly in numpy, one shuffle an input, then call the formulas."""
    rng = np.random.default_rng(1)
    values = {}
    for one in inputs:
        values[one.key] = one.distribution.quantile((rng.permutation(DRAWS) + rng.random(DRAWS)) / DRAWS)
    plain(sheet, values)


def lines() -> list[Line]:
    """Measure everything."""
    module = formulas()
    inputs = [
        Assumption(f"input_{index}", "1", shape, Provenance("bench")) for index, shape in enumerate(shapes())
    ]
    read = quantities([module])
    sheet = Sheet.bind(read, inputs, {})
    plan, one_draw, fewer = Plan(DRAWS, 1), Plan(1, 1), Plan(2_000, 1)
    ledger = sheet.run(plan)
    drawn = {one.key: ledger.value(one.key) for one in inputs}
    bare = best(lambda: plain(sheet, dict(drawn)))
    sampled = best(lambda: plain_with_sampling(sheet, inputs))
    u = np.random.default_rng(1).random(DRAWS)
    pert = Pert(1.0, 2.0, 4.0)
    exact = best(lambda: special.betaincinv(7 / 3, 11 / 3, u), 3)
    uncertain = [one.key for one in inputs if sheet.in_doubt(one.key)]
    uniforms = plan.uniforms(uncertain)
    keys = [*sheet.inputs, *(one.key for one in sheet.quantities)]
    formulas_only = best(lambda: sheet.work_out(uniforms, DRAWS, keys[INPUTS:], drawn))
    return [
        Line(f"read {QUANTITIES} quantities from a module", best(lambda: quantities([module])), 0.06),
        Line(f"bind {QUANTITIES} quantities", best(lambda: Sheet.bind(read, inputs, {})), 0.02),
        Line(f"run {QUANTITIES} quantities x 1 draw", best(lambda: sheet.run(one_draw)), 0.015),
        Line(f"run {QUANTITIES} quantities x 2,000 draws", best(lambda: sheet.run(fewer)), 0.015),
        Line(
            f"run {QUANTITIES} x {DRAWS:,}, {INPUTS} inputs drawn",
            best(lambda: sheet.run(plan)),
            0.025,
            sampled,
        ),
        Line(f"the same without drawing ({QUANTITIES} formulas)", formulas_only, 0.015, bare),
        Line(f"uniform numbers of {len(uncertain)} inputs", best(lambda: plan.uniforms(uncertain)), 0.012),
        Line(
            f"PERT, {DRAWS:,} draws (peer: scipy betaincinv)", best(lambda: pert.quantile(u)), 0.0005, exact
        ),
        Line("PERT, first use of a record (its table)", best(lambda: inverse_table(7 / 3, 11 / 3)), 0.001),
        Line("a range figure", best(lambda: ledger.range("quantity_299")), 0.001),
        Line("drivers of a figure", best(lambda: ledger.drivers("quantity_299")), 0.01),
    ]


if __name__ == "__main__":
    sys.exit(0 if all([line.print() for line in lines()]) else 1)
