"""Air trips between two cities by a gravity model: a prior with a wide band, never a forecast.

Fitted on served Indian and Australian pairs (``tools/fit_first_market.py``, ``docs/facts.md``), domestic ones
first, then what a border takes away (``tools/fit_border.py``); people are those of the cities, not of
catchments. The next issue replaces it.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Kilometres, Share, Unit

Persons = Annotated[Array, Unit("person")]
UsdPerPerson = Annotated[Array, Unit("USD/person")]
TripsPerYear = Annotated[Array, Unit("pax/year")]

UNIT_EXEMPT = {"gravity_trips": "an exponential of logarithms; the fit states the unit"}


def mass(
    home_people: Persons, away_people: Persons, people_scale: Persons, gravity_mass_elasticity: Share
) -> Share:
    """Pull of two cities by their people, as a logarithm."""
    return gravity_mass_elasticity * np.log(home_people / people_scale * (away_people / people_scale))


def wealth(
    home_income: UsdPerPerson,
    away_income: UsdPerPerson,
    income_scale: UsdPerPerson,
    gravity_income_elasticity: Share,
) -> Share:
    """What incomes add, as a logarithm."""
    return gravity_income_elasticity * np.log(home_income / income_scale * (away_income / income_scale))


def deterrence(distance: Kilometres, length_scale: Kilometres, gravity_distance_elasticity: Share) -> Share:
    """What distance takes away, as a logarithm."""
    return gravity_distance_elasticity * np.log(distance / length_scale)


def crossing(border: Share, border_effect: Share, border_scatter: Share) -> Share:
    """What a border between the cities takes away, as a logarithm; nothing within a country."""
    return border * (border_effect + border_scatter)


def gravity_trips(
    gravity_constant: Share,
    mass: Share,
    wealth: Share,
    deterrence: Share,
    crossing: Share,
    gravity_scatter: Share,
) -> TripsPerYear:
    """Air trips a year in both directions, if a service of the usual kind existed."""
    return np.exp(gravity_constant + mass + wealth + deterrence + crossing + gravity_scatter)
