"""What would have to be true for an alternative to pay: one thing changed, all else as it is."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Share, Unit
from egiz.proposals.fast_rail.capital import (
    Designed,
    KilometresByAlternative,
    ShareByAlternative,
    UsdByAlternative,
    UsdPerKilometreByAlternative,
)
from egiz.proposals.fast_rail.operation import PerYear, UsdPerYear, Years
from egiz.proposals.fast_rail.rider import Alternative, RidersByAlternative
from egiz.proposals.fast_rail.time import UsdPerKilometreByDesign

UsdPerKilometreOfRider = Annotated[Array, Unit("USD/pax/km"), Alternative]


def alternative_fare(design_of: Designed, fare_rate: UsdPerKilometreByDesign) -> UsdPerKilometreOfRider:
    """Fare of a kilometre with each alternative; none where nothing is built."""
    return (design_of * fare_rate).sum(axis=1)


def fares_needed(
    revenue_value: UsdByAlternative, npv_by_alternative: UsdByAlternative, sales_share: Share
) -> ShareByAlternative:
    """How many times as much must come in as fares so that all is paid; nought where nothing is built."""
    none = revenue_value <= 0.0
    missing = -npv_by_alternative / (1.0 - sales_share)
    return np.where(none, 0.0, 1.0 + missing / np.where(none, 1.0, revenue_value))


def alternative_fare_needed(
    fares_needed: ShareByAlternative, alternative_fare: UsdPerKilometreOfRider
) -> UsdPerKilometreOfRider:
    """Fare of a kilometre at which all is paid, if as many ride."""
    return np.maximum(fares_needed, 0.0) * alternative_fare


def alternative_riders_needed(
    fares_needed: ShareByAlternative, yearly_riders_by_alternative: RidersByAlternative
) -> RidersByAlternative:
    """Riders a year at which all is paid, if they ride as far and no train is added."""
    return np.maximum(fares_needed, 0.0) * yearly_riders_by_alternative


def yearly_support_by_alternative(npv_by_alternative: UsdByAlternative, years_of_cost: Years) -> UsdPerYear:
    """What budgets would pay a year over the horizon so that all is paid."""
    return np.maximum(-npv_by_alternative, 0.0) / years_of_cost


def capital_borne_by_alternative(
    revenue_value: UsdByAlternative, running_value: UsdByAlternative, capital_at_opening: UsdByAlternative
) -> ShareByAlternative:
    """Part of the cost of building that fares bear after running and upkeep; none where below zero."""
    none = capital_at_opening <= 0.0
    return np.where(none, 0.0, revenue_value - running_value) / np.where(none, np.inf, capital_at_opening)


def building_burden(
    building_interest: Share, renewal_rate: PerYear, years_of_cost: Years, residual_worth: Share
) -> Share:
    """What a dollar of building takes at opening: interest and renewal, less what is left in the end."""
    return building_interest + renewal_rate * years_of_cost - residual_worth


def alternative_cost_needed(
    capital_cost_by_alternative: UsdByAlternative,
    npv_by_alternative: UsdByAlternative,
    building_burden: Share,
    built_way: KilometresByAlternative,
) -> UsdPerKilometreByAlternative:
    """What a kilometre may cost so that all is paid; nought where fares do not bear running and upkeep."""
    none = built_way <= 0.0
    bearable = np.maximum(capital_cost_by_alternative + npv_by_alternative / building_burden, 0.0)
    return np.where(none, 0.0, bearable) / np.where(none, np.inf, built_way)
