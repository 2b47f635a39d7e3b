"""Hold the cost of fast lines a kilometre against what built lines cost; nothing is fitted on them.

Usage: ``python tools/score_rail_cost.py FOLDER``, with ``checks/lines.csv`` in it. Prints the tables of
docs/backcast/rail.md. A line is laid over the embedded relief through the cities of its stations, as ``egiz
align`` lays it, and costs what the kind says: quantities by prices, by the outside view once. The baseline is
the mean and the spread of the lines of other countries. Money of the year of a cost becomes dollars of 2012
by the shipped rows of exchange rates and prices.
"""

from __future__ import annotations

import csv
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import mean, stdev

import numpy as np

from egiz.engines.alignment.record import Alignment
from egiz.facts.city import find_city
from egiz.facts.library import Facts
from egiz.facts.projection import carriage
from egiz.facts.row import Row, Spread
from egiz.figures.assumption import Dating
from egiz.study.align.answer import answered
from egiz.study.align.asked import PACKAGE, Asked, Request, understood
from egiz.study.align.cost import cost_of
from egiz.world.sphere import METRES_PER_KILOMETRE

MONEY = 2012
"""Year of the dollars in which costs are compared."""
DRAWN = 1.2816
"""Standard normal at 90 %."""
ALPHA = 0.2
"""What a band of 80 % leaves out."""
USUAL_HEIGHT = 10.0
"""Of viaducts that the file tells of: ours stand only where it is deep [m]; a judgement."""
MILLION = 1e6


@dataclass(frozen=True, slots=True)
class Case:
    """What the file does not tell of a built line."""

    cities: str
    """Its stations, as far as cities of the list; those far from the middle are taken to lie there."""
    year: int
    """Middle year of the money."""
    viaduct: float | None = None
    """Share on viaducts; none: ours."""


CASES: Mapping[str, Case] = {
    "Beijing-Shanghai": Case(
        "Beijing/Langfang/Tianjin/Cangzhou/Dezhou/Jinan, CN/Tai'an/Qufu/Tengzhou/Zaozhuang/Xuzhou, CN/Bengbu/"
        "Chuzhou/Nanjing/Zhenjiang/Changzhou/Wuxi/Suzhou, CN/Kunshan/Shanghai",
        2010,
        viaduct=0.8,
    ),
    "Madrid-Seville": Case("Madrid/Ciudad Real/Puertollano/Córdoba, ES/Sevilla", 1992, viaduct=8.36 / 471),
    "Barcelona-Figueres": Case("Barcelona, ES/Girona/Figueres", 2012),
    "Cologne-Rhine/Main": Case("Cologne/Siegburg/Limburg an der Lahn/Frankfurt", 2002),
}
"""Built lines, each with a cost a kilometre of its own. Viaducts of the first are from memory in the file,
the length of the second (471 km) is from memory. Samarkand-Bukhara is works on an old line, and a price of
the kind was taken from it; averages, estimates and plans are no cases."""


@dataclass(frozen=True, slots=True)
class Line:
    """A built line, ours and what it cost; money in millions of dollars of 2012 a kilometre."""

    name: str
    country: str
    truth: float
    low: float
    middle: float
    high: float
    estimate: float
    """Ours before the outside view, middle."""
    shares: tuple[float, float]
    """On viaducts and in tunnels, as costed."""


def dollars(amount: float, currency: str, year: int) -> float:
    """Money of a year in dollars of `MONEY`, middle, by the shipped rows."""
    shipped = Facts.shipped()
    rates = [
        row
        for row in shipped.rows
        if row.name == "exchange_rate" and row.scope == f"{currency}/USD" and row.dating.about == str(year)
    ]
    rate = rates[0].spread.ends[1]
    spread = Spread("fixed", mode=amount / rate)
    like = rates[0]
    row = Row("cost", "", spread, "USD/km", Dating(year), like.provenance, like.source, like.spot)
    known = {("price_index", "USD"): tuple(row for row in shipped.rows if row.name == "price_index")}
    return amount / rate * carriage(row, known, {}, date(MONEY, 12, 31), MONEY).growth.mode


def asked(case: Case, row: Mapping[str, str]) -> Request:
    """The line as a person would ask for it, in money of `MONEY`."""
    cities = [find_city(name) for name in case.cities.split("/")]
    points = tuple(f"{city.longitude:.4f},{city.latitude:.4f}" for city in cities)
    request = understood(
        Asked(points, speed=row["vmax_kmh"], grade=row["max_grade_permille"], cell="500", margin="60")
    )
    library = Facts.shipped().with_package(PACKAGE)
    return replace(request, facts=library.at(library.edition, MONEY))


def told(line: Alignment, case: Case) -> Alignment:
    """The line with the structures that are known of the real one; earthworks shrink with what they carry."""
    if case.viaduct is None:
        return line
    takes = line.quantities
    ours = float((takes.viaduct_m.mean() + takes.bridge_m.mean()) / takes.length_m)
    viaduct = np.full_like(takes.viaduct_m, case.viaduct * takes.length_m)
    left = (1.0 - case.viaduct) / (1.0 - ours)
    changed = replace(
        takes,
        viaduct_m=viaduct,
        viaduct_area_m2=viaduct * USUAL_HEIGHT,
        bridge_m=np.zeros_like(viaduct),
        fill_m3=takes.fill_m3 * left,
        cut_m3=takes.cut_m3 * left,
    )
    return replace(line, quantities=changed)


@dataclass(frozen=True, slots=True)
class Laid:
    """A case laid over the relief."""

    row: Mapping[str, str]
    case: Case
    request: Request
    line: Alignment


def lay(folder: Path) -> Iterator[Laid]:
    """Every case, laid."""
    with (folder / "checks/lines.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["line"]: row for row in csv.DictReader(file)}
    for name, case in CASES.items():
        row = rows[name]
        request = asked(case, row)
        yield Laid(row, case, request, answered(request, lambda *_: None).lines[0].alignment)


def costed(laid: Laid, known: bool) -> Line:
    """A case costed: with the structures known of it, or with ours alone."""
    line = told(laid.line, laid.case) if known else laid.line
    cost, takes = cost_of(line, laid.request, len(laid.request.points)), line.quantities
    carried = takes.viaduct_m.mean() + takes.bridge_m.mean(), takes.tunnel_m.mean()
    shares = float(carried[0] / takes.length_m), float(carried[1] / takes.length_m)
    row = laid.row
    truth = dollars(float(row["cost_per_km"]), row["currency"], laid.case.year) / MILLION
    band = [value / MILLION for value in (cost.per_km.low, cost.per_km.middle, cost.per_km.high)]
    before = cost.estimate.middle / takes.length_m * METRES_PER_KILOMETRE / MILLION
    return Line(row["line"], row["country"], truth, *band, before, shares)


def missed(low: float, high: float, truth: float) -> float:
    """Interval score of a band of 80 % in natural logarithms; the less the better."""
    below, above, at = math.log(low), math.log(high), math.log(truth)
    return above - below + 2.0 / ALPHA * (max(below - at, 0.0) + max(at - above, 0.0))


def elsewhere(line: Line, found: Sequence[Line]) -> tuple[float, float]:
    """P10 and P90 by the lines of other countries."""
    logs = [math.log(other.truth) for other in found if other.country != line.country]
    centre, wide = mean(logs), DRAWN * stdev(logs)
    return math.exp(centre - wide), math.exp(centre + wide)


def report(folder: Path) -> Iterator[str]:
    """The table, with known structures and with ours alone."""
    laid = tuple(lay(folder))
    for known in (True, False):
        found = tuple(costed(one, known) for one in laid)
        yield f"\nstructures {'known of the line' if known else 'of our line alone'}"
        yield "| line | viaducts, tunnels | it cost | ours P10-P50-P90 | its estimate | other countries |"
        yield "|---|---|---|---|---|---|"
        for line in found:
            low, high = elsewhere(line, found)
            shares = f"{line.shares[0]:.0%}, {line.shares[1]:.0%}"
            ours = f"{line.low:.1f}-{line.middle:.1f}-{line.high:.1f}"
            last = f"{line.estimate:.1f} | {low:.1f}-{high:.1f}"
            yield f"| {line.name} | {shares} | {line.truth:.1f} | {ours} | {last} |"
        bands = {
            "ours": [(line.low, line.high) for line in found],
            "lines of other countries": [elsewhere(line, found) for line in found],
        }
        for name, band in bands.items():
            scores = [missed(*ends, line.truth) for ends, line in zip(band, found, strict=True)]
            held = sum(low <= line.truth <= high for (low, high), line in zip(band, found, strict=True))
            each = ", ".join(f"{score:.2f}" for score in scores)
            yield f"{name}: interval score {mean(scores):.2f} ({each}), holds {held} of {len(found)}"
        off = [math.log(line.middle / line.truth) for line in found]
        yield f"ours over the truth, factor: {', '.join(f'{math.exp(one):.2f}' for one in off)}"


if __name__ == "__main__":
    for line in report(Path(sys.argv[1])):
        print(line, flush=True)
