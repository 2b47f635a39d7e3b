"""Hold run times and energy against published ones; the recovery margin is fitted on four of them.

Usage: ``python tools/score_run_time.py FOLDER``, with ``checks/run_times.csv`` in it. Prints the tables of
docs/backcast/rail.md. One margin for all, no train and no line tuned: a leg is level and straight, its limit
the top speed that its row states, its stops evenly spread. What that leaves out is the error.

The margin is the mean of what published times of the clean legs are over the least ones, less one: clean legs
are lines without grades and local limits, so no city slows a train on them. A study knows the cities of its
own line and adds their slow ways (`node_length` on each side of a station at `node_speed`); services are
shown with those, too, over the whole doubt of these facts.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from statistics import mean, stdev

import numpy as np

from egiz.engines.train import Drive, Run, Track, run
from egiz.engines.train.record import Array
from egiz.facts.city import find_city
from egiz.facts.library import Facts
from egiz.facts.relief import height
from egiz.market.stock import KILO, KMH, Stock, stock_of

FITTED = ("Lorraine TGV", "Hiroshima-Kokura", "Beijing South-Shanghai Hongqiao (300", "Tokyo-Shin-Osaka")
"""Four clean legs, picked by the founders' notes after their ratios were seen: in sample."""
CLEAN = ("Wuhan-Guangzhou",)
"""New lines all along whose row states length, speed and stops, and which nothing was fitted on."""
PLANS = ("plan", "design")
DWELL = 120.0
"""At each stop between [s]: about the middle of the fact."""
VALENCIA = 95.0
"""Published best time Madrid-Valencia [min] (El Periodico Mediterraneo, 30 June 2010)."""
FASTER = 320.0
"""Beyond, the generic train of 350 km/h runs [km/h]."""
PLACES = np.arange(1, 20, 2) / 20
"""Quantiles at which the facts of cities are taken."""
BAND = (0.1, 0.5, 0.9)
RAIL = "egiz.proposals.fast_rail"
"""Holds the facts of cities."""
MINUTE = 60.0
KWH = 3.6e6


@dataclass(frozen=True, slots=True)
class Nodes:
    """The slow way through the cities of stations."""

    reach: float
    """On each side of a station [m]."""
    speed: float
    """[m/s]"""

    def track(self, stops: tuple[float, ...], limit: float) -> Track:
        """A level line with slow ways about its stops."""
        edges = {0.0, stops[-1], *(stop + side * self.reach for stop in stops for side in (-1, 1))}
        chainage = np.array(sorted(edge for edge in edges if 0.0 <= edge <= stops[-1]))
        middles = np.append((chainage[1:] + chainage[:-1]) / 2.0, stops[-1])
        slow = np.abs(middles[:, np.newaxis] - stops).min(axis=1) < self.reach
        return Track(chainage, np.zeros(chainage.size), np.where(slow, min(self.speed, limit), limit))


@dataclass(frozen=True, slots=True)
class Service:
    """A row of the file that can be run."""

    name: str
    length: float
    """[m]"""
    stops: int
    speed: float
    """[m/s]"""
    minutes: float
    """Published [min]."""
    unknown: str
    """What the row leaves open."""

    @property
    def group(self) -> str:
        """How it may be used."""
        if self.name.startswith(FITTED):
            return "fitted"
        if self.name.startswith(CLEAN):
            return "held out, limits known"
        return "a plan" if any(word in self.name for word in PLANS) else "limits unknown"


def services(folder: Path) -> Iterator[Service]:
    """Rows with a length, a time (or a mean speed from start to stop) and a speed."""
    with (folder / "checks/run_times.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            length, speed = float(row["line_km"] or 0.0), float(row["vmax_kmh"] or 0.0)
            average, minutes = float(row["avg_kmh"] or 0.0), float(row["best_time_min"] or 0.0)
            if length and average and not minutes:
                minutes = length / average * MINUTE
            if length and speed and minutes:
                open_ = "" if row["stops_between"] else "stops not stated, none taken"
                stops = int(row["stops_between"] or 0)
                yield Service(row["service"], length * KILO, stops, speed / KMH, minutes, open_)


def stocks() -> Mapping[str, Stock]:
    """The trains that are run here."""
    facts = Facts.shipped()
    known = facts.at(facts.edition)
    names = ("generic-300", "generic-350", "velaro-rus", "velaro-e", "talgo-350")
    return {name: stock_of(known, name) for name in names}


def train_for(service: Service) -> str:
    """Which train runs a service: its own where the facts have it, else the generic one."""
    if "Velaro" in service.name or "Sapsan" in service.name:
        return "velaro-rus"
    return "generic-350" if service.speed * KMH > FASTER else "generic-300"


def level(stock: Stock, length: float, drive: Drive, speed: float, fall: float = 0.0) -> Run:
    """Run on an even line."""
    train = replace(stock.train, top_speed=speed)
    return run(train, Track(np.array([0.0, length]), np.array([fall, 0.0]), np.full(2, speed)), drive)


def cities() -> tuple[Nodes, ...]:
    """Cities over the whole doubt of their facts."""
    facts = Facts.shipped().with_package(RAIL)
    known = facts.at(facts.edition)
    both = (known.pick(name).distribution.quantile(PLACES).tolist() for name in ("node_length", "node_speed"))
    return tuple(Nodes(one * KILO, other / KMH) for one, other in product(*both))


NOWHERE = (Nodes(0.0, np.inf),)
"""No city slows a train."""


def least(service: Service, known: Mapping[str, Stock], nodes: Nodes) -> float:
    """Least running time, standing left out [min]."""
    stops = tuple(np.linspace(0.0, service.length, service.stops + 2).tolist())
    train = replace(known[train_for(service)].train, top_speed=service.speed)
    return run(train, nodes.track(stops, service.speed), Drive(stops, 0.0, 0.0)).time / MINUTE


def extra(service: Service, known: Mapping[str, Stock]) -> float:
    """Published running time over the least where no city slows a train, less one."""
    (nowhere,) = NOWHERE
    return (service.minutes - service.stops * DWELL / MINUTE) / least(service, known, nowhere) - 1.0


def ours(
    service: Service, known: Mapping[str, Stock], nodes: Sequence[Nodes], margins: Sequence[float]
) -> Array:
    """Time from platform to platform over the doubt of cities and margin [min]."""
    ideal = np.array([least(service, known, one) for one in nodes])
    found: Array = np.outer(ideal, 1.0 + np.array(margins)) + service.stops * DWELL / MINUTE
    return found


def print_margin(rows: Sequence[Service], known: Mapping[str, Stock]) -> None:
    """The margin, the legs behind it, and each left out in turn."""
    used = [row for row in rows if row.group == "fitted"]
    extras = [extra(row, known) for row in used]
    print(f"margin {mean(extras):.4f}, deviation {stdev(extras):.4f}, of {len(used)} legs")
    for place, (row, over) in enumerate(zip(used, extras, strict=True)):
        other = mean(extras[:place] + extras[place + 1 :])
        left = ours(row, known, NOWHERE, [other]).item() / row.minutes - 1.0
        print(f"{row.name}: {over:+.3f}; left out {left:+.1%}")


def print_times(rows: Sequence[Service], known: Mapping[str, Stock]) -> None:
    """The margin, then every service by the limits of its row, and with the slow ways of a study."""
    print_margin(rows, known)
    (margin,) = {stock.facts["recovery_margin"] for stock in known.values()}
    margins = margin.distribution.quantile(PLACES).tolist()
    nodes = cities()
    print("\n| service | use | train, km/h | km, stops | published, min ", end="")
    print("| by the limits of the row, P10-P50-P90 | off | with slow ways of a study | off |")
    print("|---|---|---|---|---|---|---|---|---|")
    for row in sorted(rows, key=lambda row: row.group):
        use = row.group + (f"; {row.unknown}" if row.unknown else "")
        where = f"{row.length / KILO:.1f}, {row.stops}"
        told = [shown(row, ours(row, known, way, margins)) for way in (NOWHERE, nodes)]
        print(
            f"| {row.name} | {use} | {train_for(row)}, {row.speed * KMH:.0f} | {where} | {row.minutes:.0f} "
            f"| {' | '.join(told)} |"
        )


def shown(service: Service, minutes: Array) -> str:
    """Band of a time, and how far its middle is from what was published."""
    low, middle, high = np.quantile(minutes, BAND)
    outside = "" if low <= service.minutes <= high else ", outside"
    return f"{low:.0f}-{middle:.0f}-{high:.0f} | {middle / service.minutes - 1:+.1%}{outside}"


def print_energy(known: Mapping[str, Stock]) -> None:
    """Energy at the wire beside three published figures."""
    margin = known["generic-300"].middles["recovery_margin"]
    print("\n| case | time, min | drawn, kWh/km | returned | net | net, Wh a seat and km |")
    print("|---|---|---|---|---|---|")
    valencia = 5417.69 / 13.83 * KILO
    talgo, generic, velaro = known["talgo-350"], known["generic-300"], known["velaro-e"]
    whole = (0.0, valencia)
    timed = VALENCIA * MINUTE / level(talgo, valencia, Drive(whole, 0.0, 0.0), 300 / KMH).time - 1.0
    fall = float(np.diff(embedded("Valencia, ES", "Madrid"))[0])
    for name, drive, drop in (
        ("Madrid-Valencia, full effort, level", Drive(whole, 0.0, margin), 0.0),
        ("the same, recovery time spent on saving", Drive(whole, 0.0, margin, True), 0.0),
        ("the same in the published 95 min", Drive(whole, 0.0, timed, True), 0.0),
        (f"the same, down {fall:.0f} m to the sea", Drive(whole, 0.0, timed, True), fall),
        ("the same, back up", Drive(whole, 0.0, timed, True), -fall),
    ):
        show(name, level(talgo, valencia, drive, 300 / KMH, drop), talgo)
    for coasting in (False, True):
        name = "TGV, 400 km at 300 km/h, " + ("recovery time spent on saving" if coasting else "full effort")
        show(name, level(generic, 400e3, Drive((0.0, 400e3), 0.0, margin, coasting), 300 / KMH), generic)
    found = level(velaro, 639e3, Drive((0.0, 639e3), 0.0, margin), 350 / KMH)
    show("Kemp: 639 km at 350 km/h, full effort", found, velaro)
    work = found.legs.traction.sum() / KWH / velaro.train.seats / 639.0
    print(f"\nthe last at the wheels: {KILO * work:.0f} Wh a seat and km")


def embedded(*names: str) -> list[float]:
    """Height of the ground at cities by the embedded relief [m]."""
    cities = [find_city(name) for name in names]
    return [float(height(city.latitude, city.longitude).height_m) for city in cities]


def show(name: str, found: Run, stock: Stock) -> None:
    """Print a row of energy."""
    by_km = [value / KWH / (found.length / KILO) for value in (found.drawn, found.returned, found.net)]
    numbers = " | ".join(f"{value:.1f}" for value in by_km)
    print(f"| {name} | {found.time / MINUTE:.0f} | {numbers} | {KILO * by_km[2] / stock.train.seats:.0f} |")


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    known = stocks()
    print_times(tuple(services(Path(arguments[0]))), known)
    print_energy(known)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
