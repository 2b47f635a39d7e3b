"""Prices and charges of the two countries of a flight."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.assumption import Given, Input, Provenance
from egiz.world.pair import Pair

WORLD = "world"
"""Scope of a charge where the country has no row of its own."""

AT_EACH_END = (
    "airport_charge_per_passenger",
    "airport_charge_per_tonne",
    "navigation_rate",
    "terminal_navigation",
)
"""Facts that both ends have; a row ``RU|RU`` speaks of flights within the country."""


def charges(pair: Pair, facts: Dated) -> Mapping[str, Input]:
    """Fuel prices and charges at either end, by local name."""
    home, away = pair.home.city.country, pair.away.city.country
    return {**_end("home", home, away, facts), **_end("away", away, home, facts)}


def _end(side: str, country: str, other: str, facts: Dated) -> dict[str, Input]:
    scopes = (f"{country}|{other}", country, WORLD)
    found = {f"{side}_{name}": _nearest(facts, name, scopes) for name in AT_EACH_END}
    found[f"{side}_fuel_price"] = _nearest(facts, "jet_fuel_price", scopes)
    foreign = facts.find("foreign_navigation_rate", country)
    found[f"{side}_foreign_navigation_rate"] = foreign or found[f"{side}_navigation_rate"]
    found[f"{side}_national_treatment"] = _treatment(country, other, facts)
    return found


def _nearest(facts: Dated, name: str, scopes: tuple[str, ...]) -> Input:
    found = facts.nearest(name, scopes)
    return found if found is not None else facts.pick(name, WORLD)


def _treatment(country: str, other: str, facts: Dated) -> Input:
    """Whether the flight pays as the country's own carriers do: sure within it, or where all pay alike."""
    found = facts.find("national_treatment", country)
    if found is not None and country != other:
        return found
    told = Provenance("engine", "own carriers, or one rate for all", "derived")
    return Given(key="", unit="1", axes=(), value=np.ones(1), provenance=told)
