"""The cost sheets of a flight bound to explicit inputs: one type, one pair, a load and a fare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NoReturn

import numpy as np

from egiz.facts.airport import serving_airport
from egiz.facts.city import find_city
from egiz.facts.library import Facts
from egiz.figures.assumption import Given, Input, Provenance
from egiz.figures.draw import Plan
from egiz.figures.ledger import Ledger
from egiz.figures.part import Part
from egiz.market.outlook import Outlook
from egiz.proposals.air_route import headline, money, sheet
from egiz.proposals.air_route.prepare import prepare
from egiz.proposals.kind import Terms, World
from egiz.study.join import join
from egiz.world.pair import Pair, Region
from egiz.world.place import City

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


def over(unit: str, value: float, *axes: str) -> Given:
    """The same for every label."""
    lengths = {"market.purpose": len(OUTLOOK.purposes)}
    return Given("", unit, axes, np.full((*(lengths.get(axis, 1) for axis in axes), 1), value), TOLD)


OUTLOOK = Outlook(
    purposes=("business", "visiting", "leisure"),
    all_trips=np.full(3, 20_000.0),
    rest=np.full(3, -4.0),
    time_weight=np.array([0.2, 0.1, 0.1]),
    cost_weight=np.array([0.01, 0.02, 0.02]),
    early=np.array([0.03, 0.015, 0.015]),
    late=np.array([0.03, 0.015, 0.015]),
    air_constant=0.0,
    airport_time=4.0,
    hours_reference=10.0,
    damping_hours=3.0,
    delay_most=48.0,
)
"""A market of nobody in particular: costs do not depend on it."""


def _nobody_between(one: City, other: City) -> NoReturn:
    """A flight asks of no other two cities."""
    raise AssertionError((one.name, other.name))


def flown(case: Case, draws: int = 4000) -> Ledger:
    """Work the case out; demand is steady and as great as the load says, so nobody is turned away."""
    facts = Facts.shipped().with_package(PACKAGE, "f").at(case.as_of, case.price_year)
    pair = Pair(region(case.pair[0]), region(case.pair[1]))
    prepared = prepare(Terms({}, {"aircraft": case.aircraft}), World(pair, OUTLOOK, _nobody_between), facts)
    seats = float(facts.pick("seats", case.aircraft).distribution.quantile(np.array([0.5]))[0])
    told = {
        "weekly_flights": given("flight/week", 1.0),
        "sectors_per_flight": given("sector/flight", 2.0),
        "weeks_per_year": given("week/year", 50.0),
        "demand_per_sector": over("pax/sector", case.load * seats, "aircraft"),
        "trips_willing_by_aircraft": over("pax/year", case.load * seats * 100.0, "aircraft"),
        "trips_by_aircraft": over("pax/year", case.load * seats * 100.0, "aircraft", "market.purpose"),
        "schedule_delay_by_aircraft": over("h", 0.0, "aircraft", "market.purpose"),
        "month_share": over("1", 1.0, "market.purpose", "market.month"),
        "demand_variation": given("1", 0.01),
        "distance": given("km", 1000.0),
        "net_yield": given("USD/pax/km", case.fare / 1000.0),
        "yield_reference_length": given("km", 1000.0),
        **{name: given(*value) for name, value in case.more.items()},
    }
    inputs: dict[str, Input] = {**facts.locals(), **prepared.inputs, **told}
    axes = {**prepared.axes, "market.purpose": OUTLOOK.purposes, "market.month": ("year",)}
    part = Part("f", (sheet, money, headline), (), (), replace(prepared, inputs=inputs, axes=axes))
    shared = [fact for fact in facts.globals() if fact.key not in told]
    return join([part], shared).sheet.run(Plan(draws, 1))


def middle(ledger: Ledger, name: str) -> float:
    return float(np.median(ledger.value(f"f.{name}")))
