"""Air trips between two cities by what is known of any pair on Earth: a prior with a wide band.

Fitted by ``tools/fit_market.py`` together with existence (`egiz.market.linkage`); scores on what was not
fitted stand in ``docs/backcast/market.md``. Each term is a logarithm; scales are stated as facts.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Kilometres, Share, Unit

Persons = Annotated[Array, Unit("person")]
UsdPerPerson = Annotated[Array, Unit("USD/person")]
TripsPerYear = Annotated[Array, Unit("pax/year")]

UNIT_EXEMPT = {"gravity_trips": "an exponential of logarithms; the fit states the unit"}


def log_people(home_people: Persons, away_people: Persons, people_scale: Persons) -> Share:
    """People of both cities, as a logarithm of the product in millions."""
    return np.log(home_people / people_scale * (away_people / people_scale))


def log_near(log_people: Share, home_near: Share, away_near: Share) -> Share:
    """People near both cities, as a logarithm: those of the cities times what their surroundings add."""
    return log_people + np.log(home_near * away_near)


def log_wide(log_people: Share, home_wide: Share, away_wide: Share) -> Share:
    """People in the wider country round both, who have other airports too, as a logarithm."""
    return log_people + np.log(home_wide * away_wide)


def log_income(home_income: UsdPerPerson, away_income: UsdPerPerson, income_scale: UsdPerPerson) -> Share:
    """Incomes of both ends, as a logarithm of the product."""
    return np.log(home_income / income_scale * (away_income / income_scale))


def log_length(distance: Kilometres, length_scale: Kilometres) -> Share:
    """Distance, as a logarithm."""
    return np.log(distance / length_scale)


def mass(
    log_people: Share,
    gravity_people: Share,
    log_near: Share,
    gravity_near: Share,
    log_wide: Share,
    gravity_wide: Share,
) -> Share:
    """Pull of both cities by their people and those around, as a logarithm."""
    return log_people * gravity_people + log_near * gravity_near + log_wide * gravity_wide


def wealth(log_income: Share, gravity_income: Share, largest: Share, gravity_largest: Share) -> Share:
    """What incomes add, and being the largest city of a country, as a logarithm."""
    return log_income * gravity_income + largest * gravity_largest


def deterrence(log_length: Share, gravity_length: Share, gravity_length_squared: Share) -> Share:
    """What distance takes away, as a logarithm."""
    return log_length * gravity_length + log_length**2 * gravity_length_squared


def crossing(border: Share, log_length: Share, border_effect: Share, border_length: Share) -> Share:
    """What a border between the cities takes away, as a logarithm; nothing within a country."""
    return border * (border_effect + log_length * border_length)


def usual_trips(
    gravity_constant: Share, mass: Share, wealth: Share, deterrence: Share, crossing: Share
) -> Share:
    """Logarithm of the trips a year that a pair like this has in the middle, if it is served."""
    return gravity_constant + mass + wealth + deterrence + crossing


def gravity_trips(usual_trips: Share, gravity_scatter: Share, gravity_luck: Share) -> TripsPerYear:
    """Air trips a year in both directions, if a service of the usual kind existed."""
    return np.exp(usual_trips + gravity_scatter * gravity_luck)
