"""What the market says of any pair in middle values: to choose among pairs before any draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption, Given, Input
from egiz.figures.draw import Plan
from egiz.figures.quantity import Ask, quantities
from egiz.figures.sheet import Sheet
from egiz.figures.unit import Array
from egiz.market import gravity, linkage
from egiz.market.prepare import ends
from egiz.world.pair import Pair

ONE_DRAW = Plan(1, 0)
"""Nothing is in doubt here."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """A pair in middle values."""

    trips: float
    """Air trips a year, both directions, if a service of the usual kind existed [pax/year]."""
    linked: float
    """Chance that the pair has a direct flight [1]."""


def prospect(pair: Pair, facts: Dated) -> Prospect:
    """Work out what gravity and the network of 2014 say of a pair.

    Parameters
    ----------
    pair
        Any two cities.
    facts
        Opened for the market, as known on the day of the study.
    """
    formulas = quantities((gravity, linkage))
    asked = {ask.key: ask for formula in formulas for ask in formula.asks}
    told: Mapping[str, Input] = {**facts.locals(), **ends(pair, facts)}
    known = [_middle(ask, told[name]) for name, ask in asked.items() if name in told]
    found = Sheet.bind(formulas, known, {}).run(ONE_DRAW, ("gravity_trips", "chance_linked"))
    return Prospect(float(found.value("gravity_trips")[0]), float(found.value("chance_linked")[0]))


def _middle(ask: Ask, told: Input) -> Given:
    value: Array = np.array([told.middle]) if isinstance(told, Assumption) else told.value
    return Given(ask.key, told.unit, (), value, told.provenance)
