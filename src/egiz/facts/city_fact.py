"""What is known of any city on the day of a study: a dated row, or the table of the world.

The tables of the world hold one number a city and one a country, undated or of one year. They stand in
where no dated row is known, carried forwards or back with the growth index (docs/decisions/0004).
"""

from __future__ import annotations

from egiz.facts.city import find_city
from egiz.facts.country import countries
from egiz.facts.dated import Dated
from egiz.facts.projection import YEAR
from egiz.facts.row import Growth, Row, Spread, middle, newest, weakened
from egiz.figures.assumption import Assumption, Dating, Provenance
from egiz.world.place import City

WORLD = "world"
"""Scope of an index, or of an income, where a country has none of its own."""

NOTE = "table of the world; see decision 0004"


def people_of(city: City, facts: Dated) -> Assumption:
    """People of a city [person] on the day of the facts: the latest count known by then, or the table's."""
    if _is_the_one(city):
        counted = facts.find("people", city.name)
        if counted is not None:
            return counted
    provenance = Provenance("geonames", str(city.id), "derived", NOTE)
    key = f"people@{city.name}, {city.admin.name or city.country}"
    return _of_table(key, float(city.people), city.country, facts, provenance)


def income_of(city: City, facts: Dated) -> Assumption:
    """Product a head [USD/person] where a city lies: of the city, its province, its country, or the world."""
    scopes = (city.admin.code, city.country)
    known = facts.nearest("income", (city.name, *scopes) if _is_the_one(city) else scopes)
    if known is not None:
        return known
    country = countries().get(city.country)
    if country is None or country.income_usd is None:
        return facts.pick("income", WORLD)
    provenance = Provenance("natural_earth", country.iso3, "derived", NOTE)
    return _of_table(f"income@{country.code}", country.income_usd, city.country, facts, provenance)


def _is_the_one(city: City) -> bool:
    """Whether facts that are scoped by a bare name speak of this city."""
    return find_city(city.name).id == city.id


def _of_table(key: str, value: float, country: str, facts: Dated, provenance: Provenance) -> Assumption:
    name = key.partition("@")[0]
    doubt: Row = facts.known[f"{name}_table_doubt", ""][-1]
    rates = facts.known.get((f"{name}_growth", country)) or facts.known[f"{name}_growth", WORLD]
    rate = newest(rates)
    years = (facts.as_of - middle(doubt.dating.about)).days / YEAR
    low, mode, high = sorted((1.0 + end) ** years for end in rate.doubt.ends)
    spread = doubt.doubt.grown(Growth(low, mode, high))
    least, likely, most = (
        None if end is None else value * end for end in (spread.low, spread.mode, spread.high)
    )
    return Assumption(
        key=key,
        unit="person" if name == "people" else "USD/person",
        distribution=Spread(spread.shape, least, likely, most).distribution(),
        provenance=weakened(provenance, (doubt, rate)),
        dating=Dating(about=doubt.dating.about, projected=rate.key),
    )
