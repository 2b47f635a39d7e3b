"""A kind that exists only in the tests: it proves that a new kind is one folder and one entry point."""

from __future__ import annotations

from datetime import date

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.assumption import Given, Provenance
from egiz.figures.figure import Finding
from egiz.figures.part import Departure, Offer, Preparation, Stack, Stop, Timetable
from egiz.proposals.kind import Cash, Chart, Kind, Lever, Pick, Promise, Term, Terms, View, World
from egiz_fair import sheet

YEARS = ("1", "2", "3")
HALLS = ("small", "large")

BUSES = {"3": (600,), "9": (600, 2040)}
"""Days of a fair -> when buses leave for it, minutes from Monday."""

runs: list[str] = []
"""One entry each time the engine of this kind runs: the tests count them."""


def prepare(terms: Terms, world: World, facts: Dated) -> Preparation:
    """Work out how renown grows, once a design: a long fair is known sooner."""
    runs.append(terms.word("length"))
    first = 0.8 if terms.word("length") == "long" else 0.5
    engine = Provenance("engine", "fair 1", "derived")
    renown = np.linspace(first, 1.0, len(YEARS))[:, np.newaxis]
    days = np.array([9.0 if terms.word("length") == "long" else 3.0])
    return Preparation(
        inputs={
            "renown": Given("renown", "1", ("year",), renown, engine),
            "fair_days": Given("fair_days", "day/year", (), days, engine),
        },
        stacks={"hall_rent": Stack("option", tuple(facts.pick("hall_rent", hall) for hall in HALLS))},
        axes={"year": YEARS, "option": HALLS},
        timetables=tuple(_buses(world, days, leaves) for days, leaves in BUSES.items()),
    )


def _buses(world: World, days: str, leaves: tuple[int, ...]) -> Timetable:
    """A week of buses from one city to the other, two hours by the clock."""
    home, away = (
        Stop(city.name, city.longitude, city.latitude, city.zone)
        for city in (region.city for region in world.pair)
    )
    runs = tuple(Departure(home, away, minute, minute + 120) for minute in leaves)
    return Timetable((days,), "bus", "coach", date(2018, 5, 7), date(2018, 5, 20), runs)


def findings(view: View) -> tuple[Finding, ...]:
    """Read the ledger of a fair."""
    return (Finding("visitors", "estimate", {"trips": view.range("trips")}),)


KIND = Kind(
    id="fair",
    terms=(
        Term("visitors", unit="pax/year", low=0, high=1e6),
        Term("length", options=("short", "long"), default="short"),
    ),
    prepare=prepare,
    sheets=(sheet,),
    offers=(Offer("trips_brought", "trips"),),
    needs=(),
    levers=(Lever("visitors", "instant", 0, 10_000, 100), Lever("length", "design")),
    cash_flow=(Cash("organiser", "cheapest", -1),),
    promises=(Promise("visitors", "visitors_by_year", 3.0),),
    findings=findings,
    words="egiz_fair",
    timetable=(Pick("fair_days"),),
    charts=(Chart("years", "columns", ("visitors_by_year",)), Chart("halls", "bars", ("hall_cost",))),
)
