"""The cost sheets of a flight bound to explicit inputs: one type, one pair, a load and a fare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from egiz.facts.airport import serving_airport
from egiz.facts.city import find_city
from egiz.facts.library import Facts
from egiz.figures.assumption import Given, Input, Provenance
from egiz.figures.draw import Plan
from egiz.figures.ledger import Ledger
from egiz.figures.part import Part
from egiz.proposals.air_route import headline, money, sheet
from egiz.proposals.air_route.prepare import prepare
from egiz.proposals.kind import Terms
from egiz.study.join import join
from egiz.world.pair import Pair, Region

PACKAGE = "egiz.proposals.air_route"
TOLD = Provenance("scenario", "the published case")


@dataclass(frozen=True)
class Case:
    """What a published figure speaks of."""

    pair: tuple[str, str]
    as_of: date
    aircraft: str
    load: float
    """Passengers over seats."""
    fare: float
    """Net, one way [USD]."""
    price_year: int | None = None
    more: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    """Further inputs: unit and value."""


def region(name: str) -> Region:
    city = find_city(name)
    return Region(city, serving_airport(city), 0.0)


def given(unit: str, value: float) -> Given:
    return Given("", unit, (), np.array([value]), TOLD)


def flown(case: Case, draws: int = 4000) -> Ledger:
    """Work the case out; demand is steady and as great as the load says, so nobody is turned away."""
    facts = Facts.shipped().with_package(PACKAGE, "f").at(case.as_of, case.price_year)
    pair = Pair(region(case.pair[0]), region(case.pair[1]))
    prepared = prepare(Terms({}, {"aircraft": case.aircraft}), pair, facts)
    seats = float(facts.pick("seats", case.aircraft).distribution.quantile(np.array([0.5]))[0])
    told = {
        "weekly_flights": given("flight/week", 1.0),
        "daily_service": given("flight/week", 1.0),
        "sectors_per_flight": given("sector/flight", 2.0),
        "weeks_per_year": given("week/year", 50.0),
        "air_trips": given("pax/year", case.load * seats * 100.0),
        "home_kept": given("1", 1.0),
        "away_kept": given("1", 1.0),
        "stimulation": given("1", 1.0),
        "demand_variation": given("1", 0.01),
        "trips_brought": Given("", "pax/year", ("trips_brought",), np.zeros((0, 1)), TOLD),
        "distance": given("km", 1000.0),
        "net_yield": given("USD/pax/km", case.fare / 1000.0),
        "yield_reference_length": given("km", 1000.0),
        **{name: given(*value) for name, value in case.more.items()},
    }
    inputs: dict[str, Input] = {**facts.locals(), **prepared.inputs, **told}
    axes = {**prepared.axes, "trips_brought": ()}
    part = Part("f", (sheet, money, headline), (), (), replace(prepared, inputs=inputs, axes=axes))
    shared = [fact for fact in facts.globals() if fact.key not in told]
    return join([part], shared).sheet.run(Plan(draws, 1))


def middle(ledger: Ledger, name: str) -> float:
    return float(np.median(ledger.value(f"f.{name}")))
