"""The week of a flight beside its budgets: every type at one to seven flights, and the sheets that read it.

Run as ``python bench/week.py``. Times are of the clock and of the processor, both threads together: on a busy
machine only the second tells. The peer is the same search as the engine's own table of frequencies makes it:
wishes by the hour and a proof of 5,000 boxes for each number of flights.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from egiz.engines.rotation import Frequencies, WeekDemand, frequencies
from egiz.facts.library import Facts
from egiz.figures.draw import Plan
from egiz.market.outlook import outlook as outlook_of
from egiz.proposals.air_route.craft import block_minutes
from egiz.proposals.air_route.life import FREQUENCIES
from egiz.proposals.air_route.opening import seasons
from egiz.proposals.air_route.terms import AIRCRAFT
from egiz.proposals.air_route.week import Route, limits_of, plan_weeks, service_of
from egiz.proposals.air_route.wish import demand_of
from egiz.proposals.kind import Terms
from egiz.study.agreement import AS_AGREED
from egiz.study.first import first_agreement
from egiz.study.open import open_case
from egiz.study.prepare import Case, prepare
from egiz.study.run import run
from egiz.world.sphere import between_km

PAIRS = (("Porto", "Bordeaux", "thin"), ("London", "Madrid", "thick"))
DAY = date(2019, 12, 31)
DRAWS = 10_000
HOURLY = 168
PROOF = 5_000


def timed(work: Callable[[], object], rounds: int = 5) -> tuple[float, float]:
    """Best time by the clock and by the processor [s]; the first call is not counted."""
    work()
    wall, busy = [], []
    for _ in range(rounds):
        start, used = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - start)
        busy.append(time.process_time() - used)
    return min(wall), min(busy)


def told(name: str, times: tuple[float, float], budget: float, note: str = "") -> bool:
    """Print one line and say whether the budget holds."""
    wall, busy = times
    mark = "held" if wall <= budget else "BROKEN"
    print(f"{name:58} {wall:6.2f} s (processor {busy:5.2f} s)  budget {budget:5.2f} s  {mark}  {note}")
    return wall <= budget


def case_of(home: str, away: str, folder: Path) -> Case:
    """A first agreement of two cities."""
    first = first_agreement(home, away, DAY)
    path = folder / f"{first.name}.yaml"
    path.write_text(first.text, encoding="utf-8")
    return open_case(str(path), (), DAY).case


def hourly(week: WeekDemand) -> WeekDemand:
    """The same wishes, spread evenly over the hours of their slots."""
    slots = HOURLY // week.desired.shape[2]
    return replace(
        week,
        desired=np.repeat(week.desired, slots, axis=2) / slots,
        outside=np.repeat(week.outside, slots, axis=2),
    )


def passengers(found: Frequencies) -> float:
    """Of all options together."""
    return float(found.passengers.sum())


def lines(folder: Path) -> list[bool]:
    """Measure everything."""
    held = []
    for home, away, sort in PAIRS:
        case = case_of(home, away, folder)
        ends = case.pair.home.airport, case.pair.away.airport
        if ends[0] is None or ends[1] is None:
            continue
        route = Route((ends[0], ends[1]), between_km(case.pair.home.city, case.pair.away.city), AIRCRAFT)
        facts = Facts.shipped().with_package("egiz.proposals.air_route", "f").at(DAY)
        prepared = prepare(case, AS_AGREED)
        outlook = outlook_of(run(prepared, Plan(255, 0)).ledger)
        name = f"{len(AIRCRAFT)} types x 1-7 a week and their tables, {sort} market"
        times = timed(lambda o=outlook, r=route, f=facts: plan_weeks(r, Terms({}, {}), o, f))
        held.append(told(name, times, 3.0))
        season = seasons(route.ends, Terms({}, {}), facts)[0]
        blocks = block_minutes(AIRCRAFT, between_km(*route.ends), facts)
        week = demand_of(outlook, float(blocks.mean()) / 60.0, route.length, facts)
        limits = limits_of(season, max(FREQUENCIES))
        services = [service_of(kind, block, facts) for kind, block in zip(AIRCRAFT, blocks, strict=True)]
        quick = frequencies(week, services, limits)
        exact = frequencies(hourly(week), services, replace(limits, effort=PROOF))
        peer = timed(
            lambda w=week, s=services, n=limits: frequencies(hourly(w), s, replace(n, effort=PROOF)), 1
        )
        ratio = passengers(quick) / passengers(exact)
        told("  the search alone", timed(lambda w=week, s=services, n=limits: frequencies(w, s, n)), 3.0)
        told("  peer: by the hour, with a proof", peer, 99.0, f"passengers of ours over its {ratio:.4f}")
        work = timed(lambda p=prepared: run(p, Plan(DRAWS, 1)))
        held.append(told(f"the whole study, {DRAWS:,} draws x all options", work, 0.5))
    return held


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sys.exit(0 if all(lines(Path(place))) else 1)
