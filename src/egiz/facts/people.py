"""How many people a city has on the day of a study: a dated count, or the undated table of the world."""

from __future__ import annotations

from egiz.facts.city import find_city
from egiz.facts.dated import Dated
from egiz.facts.projection import YEAR, rate_ends
from egiz.facts.row import Growth, Spread, middle
from egiz.figures.assumption import Assumption, Dating, Provenance
from egiz.figures.distribution import MEMORY_WIDENING, widened
from egiz.world.place import City

DOUBT = "people_table_doubt"
"""Fact: what the table's numbers may be multiplied by, and the time they are about."""

GROWTH = "people_growth"
WORLD = "world"


def people_of(city: City, facts: Dated) -> Assumption:
    """People of a city on the day of the facts.

    Parameters
    ----------
    city
        Any city of the world.
    facts
        What was known by the day.

    Returns
    -------
    Assumption
        The latest count known by then, carried to the day; where no count is dated, the number of the GeoNames
        table carried forwards or back (docs/decisions/0004), unit person.
    """
    if find_city(city.name).id == city.id:
        counted = facts.find("people", city.name)
        if counted is not None:
            return counted
    return _of_table(city, facts)


def _of_table(city: City, facts: Dated) -> Assumption:
    doubt = facts.known[DOUBT, ""][-1]
    rates = facts.known.get((GROWTH, city.country)) or facts.known[GROWTH, WORLD]
    years = (facts.as_of - middle(doubt.dating.about)).days / YEAR
    ends = sorted((1.0 + rate) ** years for rate in rate_ends(rates))
    spread = doubt.spread.grown(Growth(ends[0], ends[1], ends[2]))
    size = float(city.people)
    ends = [size * (end or 0.0) for end in (spread.low, spread.mode, spread.high)]
    distribution = widened(Spread(spread.shape, *ends).distribution(), MEMORY_WIDENING)
    return Assumption(
        key=f"people@{city.name}, {city.admin.name or city.country}",
        unit="person",
        distribution=distribution,
        provenance=Provenance("geonames", str(city.id), "derived", "undated; see decision 0004"),
        dating=Dating(about=doubt.dating.about, projected=rates[-1].key),
    )
