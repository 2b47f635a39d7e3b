"""Hold the choice of a mode against published shares of rail among air and rail; nothing is fitted on them.

Usage: ``python tools/score_rail_share.py FOLDER``, with ``checks/rail_share.csv`` in it. Times by rail are
those of the file, all else is what services are like anywhere (middles of the rows of the market); both modes
leave as often as anybody wishes; rail fares and incomes are from memory. See docs/backcast/choice.md.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from egiz.facts.city import find_city
from egiz.facts.dated import Dated
from egiz.facts.library import Facts
from egiz.market.felt import felt
from egiz.world.sphere import between_km

Array = NDArray[np.float64]

DAY = date(2013, 6, 30)
"""Money of about 2012, in which prices and incomes below are told."""
INCOME = 40000.0
"""Product a head where these lines are [USD of 2012], from memory."""
RAIL_FARE = 0.15
"""Of a fast train there [USD/km of 2012], from memory."""
NEAR = 0.1
"""Ten points."""
TIME_ONLY = (3.504, -0.957)
"""The notes' curve on hours by rail, fitted on these rows."""
PURPOSES = ("business", "visiting", "leisure")
CITIES = {
    "Xian": "Xi'an",
    "Newcastle": "Newcastle upon Tyne",
    "Valencia": "Valencia, ES",
    "Birmingham": "Birmingham, GB",
}
"""Names of the file that are others' as well, as the list of cities has them."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows that may be fitted, by the file; arrays are (rows,)."""

    pair: NDArray[np.str_]
    hours: Array
    """By rail [h]."""
    length: Array
    """Straight [km]."""
    share: Array
    """Of rail in air and rail."""


def read_lines(folder: Path) -> Lines:
    """Read pairs of cities that both fly and ride."""
    with (folder / "checks/rail_share.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["use"] == "fit" and float(row["rail_share"]) < 1.0]
    ends = [[find_city(CITIES.get(name, name)) for name in row["pair"].split("-")] for row in rows]
    return Lines(
        np.array([row["pair"] for row in rows]),
        np.array([float(row["rail_h"]) for row in rows]),
        np.array([between_km(one, other) for one, other in ends]),
        np.array([float(row["rail_share"]) for row in rows]),
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """Middles of the rows of the market."""

    one: Mapping[str, float]
    """Facts by key."""
    fare: float = RAIL_FARE

    @classmethod
    def of(cls, facts: Dated) -> Choice:
        """Take the middles."""
        found = {name: facts.pick(name).middle for name in ("flight_speed", "sector_hours")}
        more = ("income_reference", "value_of_time_elasticity", "hours_reference", "damping_hours")
        fares = ("net_yield", "yield_reference_length", "stage_length_elasticity", "ticket_charges")
        found |= {name: facts.pick(name).middle for name in (*fares, *more)}
        for name in ("mode_constant", "terminal_access", "terminal_hours"):
            found |= {f"{name}@{mode}": facts.pick(name, mode).middle for mode in ("train", "air")}
        for name in ("time_weight", "value_of_time", "purpose_weight"):
            found |= {f"{name}@{purpose}": facts.pick(name, purpose).middle for purpose in PURPOSES}
        return cls(found)

    def edge(self, lines: Lines, purpose: str) -> Array:
        """Utility of the train less that of the flight."""
        one = self.one
        flight = lines.length / one["flight_speed"] + one["sector_hours"]
        doors = {
            mode: one[f"terminal_access@{mode}"] + one[f"terminal_hours@{mode}"] for mode in ("train", "air")
        }
        known = np.array(one["hours_reference"]), np.array(one["damping_hours"])
        hours = felt(lines.hours + doors["train"], *known) - felt(flight + doors["air"], *known)
        nearer = (lines.length / one["yield_reference_length"]) ** one["stage_length_elasticity"]
        flying = one["net_yield"] * lines.length * nearer + one["ticket_charges"]
        value = (INCOME / one["income_reference"]) ** one["value_of_time_elasticity"]
        dollar = one[f"time_weight@{purpose}"] / (one[f"value_of_time@{purpose}"] * value)
        fare = self.fare * lines.length - flying
        constant = one["mode_constant@train"] - one["mode_constant@air"]
        return constant - one[f"time_weight@{purpose}"] * hours - dollar * fare

    def share(self, lines: Lines, more: float = 0.0) -> Array:
        """Share of the train over all purposes; `more` is added to its constant."""
        weights = np.array([self.one[f"purpose_weight@{purpose}"] for purpose in PURPOSES])
        shares = np.stack([1.0 / (1.0 + np.exp(-self.edge(lines, purpose) - more)) for purpose in PURPOSES])
        return weights @ shares / weights.sum()


def logit(share: Array) -> Array:
    """Logarithm of the odds."""
    return np.log(share / (1.0 - share))


def score(told: Array, lines: Lines) -> str:
    """Root mean square, mean absolute and mean error, and how many lie within ten points."""
    off = told - lines.share
    near, mean = (np.abs(off) <= NEAR).mean(), np.abs(off).mean()
    return f"rmse {np.sqrt((off**2).mean()):.3f} mae {mean:.3f} bias {off.mean():+.3f} within ten {near:.0%}"


def report(folder: Path) -> Iterator[str]:
    """Everything, line by line."""
    lines = read_lines(folder)
    choice = Choice.of(Facts.shipped().with_package("egiz.market").at(DAY))
    yield f"{len(lines.share)} rows on {len(set(lines.pair))} pairs"
    yield f"  the mean share             {score(np.full(len(lines.share), lines.share.mean()), lines)}"
    curve = 1.0 / (1.0 + np.exp(-TIME_ONLY[0] - TIME_ONLY[1] * lines.hours))
    yield f"  time only, fitted on them  {score(curve, lines)}"
    for fare in (RAIL_FARE, 0.10, 0.20):
        told = replace(choice, fare=fare).share(lines)
        slope = np.polyfit(lines.hours, logit(told), 1)[0]
        yield f"  as it ships, rail {fare:.2f} USD/km {score(told, lines)} slope an hour {slope:.2f}"
    slope = np.polyfit(lines.hours, logit(lines.share), 1)[0]
    yield f"  slope of the truth an hour {slope:.2f}"
    mores = np.linspace(-3.0, 3.0, 121)
    best = min(mores, key=lambda more: float(((choice.share(lines, more) - lines.share) ** 2).sum()))
    yield f"  with a constant fitted, {best:+.2f}: {score(choice.share(lines, best), lines)}"
    yield from _changes(lines, choice)


def _changes(lines: Lines, choice: Choice) -> Iterator[str]:
    """Pairs with several years: whether the change of share is told."""
    told = choice.share(lines)
    truth, ours = [], []
    for pair in sorted(set(lines.pair)):
        rows = np.flatnonzero(lines.pair == pair)
        if len(rows) > 1 and np.ptp(lines.hours[rows]) > 0.0:
            first, last = rows[np.argmax(lines.hours[rows])], rows[np.argmin(lines.hours[rows])]
            truth.append(lines.share[last] - lines.share[first])
            ours.append(told[last] - told[first])
    means = f"truth {np.mean(truth):+.2f}, told {np.mean(ours):+.2f}"
    yield f"  changes on {len(truth)} pairs, slow to fast: {means}"


if __name__ == "__main__":
    for line in report(Path(sys.argv[1])):
        print(line, flush=True)
