"""Write the illustration of docs/backcast/illustration.md: five flights of Astana as of July 2017.

Usage: ``python tools/illustrate_flight.py``. Nothing is fitted to these; what comes out is written down.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from egiz.figures.draw import Plan
from egiz.study.first import first_agreement
from egiz.study.open import open_case
from egiz.study.run import Run, study

PAGE = Path(__file__).parents[1] / "docs" / "backcast" / "illustration.md"
DAY = date(2017, 7, 31)
HOME = "Astana"
CITIES = ("Chelyabinsk", "Yekaterinburg", "Omsk", "Novosibirsk", "Tyumen")
PLAN = Plan(10_000, 1)
HEAD = """# Illustration: flights of Astana as of July 2017

Written by `tools/illustrate_flight.py`; two or three flights a week, the type with the highest expected
profit, facts known on 31 July 2017. No parameter was chosen for these, and the list says whatever comes out.
What is known: Astana had flights to Yekaterinburg, Omsk and Novosibirsk and none to Chelyabinsk; the flight
to Chelyabinsk of June 2018 (a 50-seat jet, twice a week) stopped after several flights; that to Tyumen of
June 2018 flew in summer and was suspended in winter.

**The comparison is not fair**: three of the five were flown already, and the model asks what a *new* flight
would do there; the demand of those three is drawn given that a flight exists. Only Chelyabinsk has a
published count; the rest stand on gravity alone. The chance rests on what fares cover by a judgement, not on
exits ([exit.md](exit.md)).

| to | market, pax/year | stands on | type | passengers a sector | fares cover | chance of 24 months |
|---|---|---|---|---|---|---|
"""
"""Before the table: P10, P50 and P90 in each cell, of the chance its mean and P10 to P90."""


def worked(folder: Path, city: str) -> Run:
    """The study of one flight."""
    first = first_agreement(HOME, city, DAY)
    path = folder / f"{first.name}.yaml"
    path.write_text(first.text, encoding="utf-8")
    case = open_case(str(path), (), DAY).case
    return study(case, (), PLAN, lambda step, scenario: None).runs[0]


def row(city: str, run: Run) -> str:
    """One line of the table."""
    ledger = run.ledger
    market, riders, cover = (
        ledger.range(key)
        for key in ("market.air_trips", "direct-flight.passengers_per_sector", "direct-flight.cover")
    )
    chance = ledger.share("direct-flight.chance_viable")
    types = ledger.sheet.axes["direct-flight.aircraft"]
    kind = types[int(ledger.value("direct-flight.aircraft_type")[0])]
    counted = any(one.key == "market.pair_share" for one in ledger.sheet.quantities)
    basis = "a count" if counted else "gravity"
    low, high = chance.band or (chance.share, chance.share)
    return (
        f"| {city} | {market.low:,.0f}, {market.middle:,.0f}, {market.high:,.0f} | {basis} | {kind} "
        f"| {riders.low:.0f}, {riders.middle:.0f}, {riders.high:.0f} "
        f"| {cover.low:.2f}, {cover.middle:.2f}, {cover.high:.2f} "
        f"| {chance.share:.3f} ({low:.3f}-{high:.3f}) |"
    )


def main() -> int:
    """Write the page."""
    with tempfile.TemporaryDirectory() as folder:
        lines = [row(city, worked(Path(folder), city)) for city in CITIES]
    PAGE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
