"""Air trips between two cities by what is known of any pair on Earth: a prior with a wide band.

Fitted by ``tools/fit_market.py`` together with existence (`egiz.market.linkage`); scores on what was not
fitted stand in ``docs/backcast/market.md``. Each term is a logarithm; scales are stated as facts.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Kilometres, Share, Unit

Metres = Annotated[Array, Unit("m")]
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


def log_nation(home_nation: Persons, away_nation: Persons, people_scale: Persons) -> Share:
    """People of the countries of both ends, as a logarithm: a large one has many cities to go to."""
    return np.log(home_nation / people_scale * (away_nation / people_scale))


def log_income(home_income: UsdPerPerson, away_income: UsdPerPerson, income_scale: UsdPerPerson) -> Share:
    """Incomes of both ends, as a logarithm of the product."""
    return np.log(home_income / income_scale * (away_income / income_scale))


def log_runway(home_runways: Metres, away_runways: Metres, runway_scale: Metres) -> Share:
    """Runways of both airports that jets can use, as a logarithm of the product."""
    return np.log(home_runways / runway_scale * (away_runways / runway_scale))


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


def wealth(
    log_income: Share,
    gravity_income: Share,
    largest: Share,
    gravity_largest: Share,
    principal: Share,
    gravity_principal: Share,
) -> Share:
    """What incomes add, and being the largest city of a country or of a part of it, as a logarithm."""
    return log_income * gravity_income + largest * gravity_largest + principal * gravity_principal


def airfields(
    large_airports: Share,
    gravity_airport: Share,
    log_runway: Share,
    gravity_runway: Share,
    log_nation: Share,
    gravity_nation: Share,
) -> Share:
    """What sizes of the airports add, and what sizes of the countries take away, as a logarithm."""
    return large_airports * gravity_airport + log_runway * gravity_runway + log_nation * gravity_nation


def deterrence(log_length: Share, gravity_length: Share, gravity_length_squared: Share) -> Share:
    """What distance takes away, as a logarithm."""
    return log_length * gravity_length + log_length**2 * gravity_length_squared


def far_mass(
    log_length: Share,
    log_people: Share,
    gravity_people_length: Share,
    log_near: Share,
    gravity_near_length: Share,
) -> Share:
    """How much farther large cities reach than small ones, as a logarithm."""
    return log_length * (log_people * gravity_people_length + log_near * gravity_near_length)


def crossing(
    border: Share,
    border_effect: Share,
    log_length: Share,
    border_length: Share,
    log_income: Share,
    border_income: Share,
) -> Share:
    """What a border between the cities takes away, as a logarithm; nothing within a country."""
    return border * (border_effect + log_length * border_length + log_income * border_income)


def attraction(mass: Share, wealth: Share, airfields: Share) -> Share:
    """What speaks for trips by what the cities are, as a logarithm."""
    return mass + wealth + airfields


def usual_trips(
    gravity_constant: Share, attraction: Share, deterrence: Share, far_mass: Share, crossing: Share
) -> Share:
    """Logarithm of the trips a year that a pair like this has in the middle, if it is served."""
    return gravity_constant + attraction + deterrence + far_mass + crossing


def gravity_trips(usual_trips: Share, gravity_scatter: Share, gravity_luck: Share) -> TripsPerYear:
    """Air trips a year in both directions, if a service of the usual kind existed."""
    return np.exp(usual_trips + gravity_scatter * gravity_luck)
