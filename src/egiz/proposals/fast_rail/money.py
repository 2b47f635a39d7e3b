"""Value of each alternative over its years, for all who build and run it together."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.fast_rail.capital import ShareByAlternative, UsdByAlternative
from egiz.proposals.fast_rail.operation import UsdPerYear, Years

ShareByRamp = Annotated[Array, Unit("1"), Over("ramp_year")]


def years_of_growth(discount_rate: Share, rider_growth: Share, horizon: Years, one_year: Years) -> Years:
    """Mature first years that a flow growing with the riders is worth over the horizon, at opening."""
    step = (1.0 + rider_growth) / (1.0 + discount_rate)
    count = horizon / one_year
    even = np.abs(1.0 - step) < np.finfo(np.float64).eps * count
    total = np.where(even, count, (1.0 - step**count) / np.where(even, 1.0, 1.0 - step))
    return total / (1.0 + discount_rate) * one_year


def years_of_cost(discount_rate: Share, horizon: Years, one_year: Years) -> Years:
    """Years that an even flow is worth over the horizon, at opening."""
    return (1.0 - (1.0 + discount_rate) ** -(horizon / one_year)) / discount_rate * one_year


def ramp_loss(ramp_up: ShareByRamp, ramp_number: ShareByRamp, discount_rate: Share, one_year: Years) -> Years:
    """Mature years that are missing because a new line is not known at once, at opening."""
    return ((1.0 - ramp_up) / (1.0 + discount_rate) ** ramp_number).sum(axis=0) * one_year


def building_interest(discount_rate: Share, build_years: Years, one_year: Years) -> Share:
    """What a dollar spent evenly while the line is built has cost by the day it opens."""
    count = build_years / one_year
    return ((1.0 + discount_rate) ** count - 1.0) / (discount_rate * count)


def capital_at_opening(
    capital_cost_by_alternative: UsdByAlternative, building_interest: Share
) -> UsdByAlternative:
    """Cost of building with interest until the line opens."""
    return capital_cost_by_alternative * building_interest


def revenue_value(
    revenue_by_alternative: UsdPerYear, years_of_growth: Years, ramp_loss: Years
) -> UsdByAlternative:
    """What fares are worth at opening."""
    return revenue_by_alternative * np.maximum(years_of_growth - ramp_loss, 0.0)


def running_value(
    running_by_alternative: UsdPerYear, upkeep_by_alternative: UsdPerYear, years_of_cost: Years
) -> UsdByAlternative:
    """What running trains and keeping the line costs at opening."""
    return (running_by_alternative + upkeep_by_alternative) * years_of_cost


def residual_worth(residual_share: Share, discount_rate: Share, horizon: Years, one_year: Years) -> Share:
    """What a dollar of works is still worth after the horizon, at opening."""
    return residual_share * (1.0 + discount_rate) ** -(horizon / one_year)


def residual_value(capital_cost_by_alternative: UsdByAlternative, residual_worth: Share) -> UsdByAlternative:
    """What the works are still worth after the horizon, at opening."""
    return capital_cost_by_alternative * residual_worth


def npv_by_alternative(
    revenue_value: UsdByAlternative,
    running_value: UsdByAlternative,
    capital_at_opening: UsdByAlternative,
    residual_value: UsdByAlternative,
) -> UsdByAlternative:
    """Fares less all costs over the horizon and what is left then, at opening: the net present value."""
    return revenue_value - running_value - capital_at_opening + residual_value


def chance_pays_by_alternative(npv_by_alternative: UsdByAlternative) -> ShareByAlternative:
    """Whether fares pay for everything."""
    return (npv_by_alternative > 0.0).astype(np.float64)


def alternative_running_result(
    revenue_by_alternative: UsdPerYear, running_by_alternative: UsdPerYear, upkeep_by_alternative: UsdPerYear
) -> UsdPerYear:
    """Fares less running and upkeep in a mature year: what is left for building."""
    return revenue_by_alternative - running_by_alternative - upkeep_by_alternative
