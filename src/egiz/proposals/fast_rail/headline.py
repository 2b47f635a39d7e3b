"""The alternative agreed in a few numbers, and which of all would cost budgets least."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Hours, Kilometres, Share, Unit
from egiz.proposals.fast_rail.capital import KilometresByAlternative, ShareByAlternative, UsdByAlternative
from egiz.proposals.fast_rail.capital import UsdPerKilometreByAlternative as UsdPerKilometreBuilt
from egiz.proposals.fast_rail.carbon import Tonnes, TonnesPerYear
from egiz.proposals.fast_rail.operation import LoadByAlternative, UsdPerYear, Years
from egiz.proposals.fast_rail.pays import UsdPerKilometreOfRider
from egiz.proposals.fast_rail.rider import RidersByAlternative, ShareByRide, TripsPerYear
from egiz.proposals.fast_rail.time import HoursByRide

Usd = Annotated[Array, Unit("USD")]
UsdPerKilometre = Annotated[Array, Unit("USD/km")]
UsdPerYearChosen = Annotated[Array, Unit("USD/year")]
UsdPerKilometreRidden = Annotated[Array, Unit("USD/pax/km")]
PassengersPerSeat = Annotated[Array, Unit("pax/seat")]
TonnesChosen = Annotated[Array, Unit("t")]
TonnesPerYearChosen = Annotated[Array, Unit("t/year")]


def yearly_riders(
    yearly_riders_by_alternative: RidersByAlternative, chosen: ShareByAlternative
) -> TripsPerYear:
    """Riders a year of the alternative agreed."""
    return (yearly_riders_by_alternative * chosen).sum(axis=0)


def end_to_end(ride_time: HoursByRide, end_ride: ShareByRide) -> Hours:
    """Hours from one end of the alternative agreed to the other; none where nothing is built."""
    return (ride_time * end_ride).sum(axis=(0, 1))


def length(built_way: KilometresByAlternative, chosen: ShareByAlternative) -> Kilometres:
    """Length of the alternative agreed."""
    return (built_way * chosen).sum(axis=0)


def capital_cost(capital_cost_by_alternative: UsdByAlternative, chosen: ShareByAlternative) -> Usd:
    """Cost of building the alternative agreed, with the outside view."""
    return (capital_cost_by_alternative * chosen).sum(axis=0)


def cost_per_kilometre(
    alternative_cost_per_kilometre: UsdPerKilometreBuilt, chosen: ShareByAlternative
) -> UsdPerKilometre:
    """What a kilometre of the alternative agreed costs in the end."""
    return (alternative_cost_per_kilometre * chosen).sum(axis=0)


def yearly_revenue(revenue_by_alternative: UsdPerYear, chosen: ShareByAlternative) -> UsdPerYearChosen:
    """Fares of a mature year of the alternative agreed."""
    return (revenue_by_alternative * chosen).sum(axis=0)


def yearly_running(running_by_alternative: UsdPerYear, chosen: ShareByAlternative) -> UsdPerYearChosen:
    """Cost of running the trains of the alternative agreed in a mature year."""
    return (running_by_alternative * chosen).sum(axis=0)


def yearly_upkeep(upkeep_by_alternative: UsdPerYear, chosen: ShareByAlternative) -> UsdPerYearChosen:
    """Cost of keeping and renewing the line agreed in a year."""
    return (upkeep_by_alternative * chosen).sum(axis=0)


def yearly_access(access_by_alternative: UsdPerYear, chosen: ShareByAlternative) -> UsdPerYearChosen:
    """What the operator pays to the owner of the line agreed in a year."""
    return (access_by_alternative * chosen).sum(axis=0)


def yearly_capital(
    capital_at_opening: UsdByAlternative, years_of_cost: Years, chosen: ShareByAlternative
) -> UsdPerYearChosen:
    """Cost of building the alternative agreed, spread evenly over the horizon with interest."""
    return (capital_at_opening * chosen).sum(axis=0) / years_of_cost


def npv(npv_by_alternative: UsdByAlternative, chosen: ShareByAlternative) -> Usd:
    """Net present value of the alternative agreed."""
    return (npv_by_alternative * chosen).sum(axis=0)


def chance_pays(chance_pays_by_alternative: ShareByAlternative, chosen: ShareByAlternative) -> Share:
    """Whether the alternative agreed pays."""
    return (chance_pays_by_alternative * chosen).sum(axis=0)


def running_result(alternative_running_result: UsdPerYear, chosen: ShareByAlternative) -> UsdPerYearChosen:
    """Fares less running and upkeep of the alternative agreed in a mature year."""
    return (alternative_running_result * chosen).sum(axis=0)


def fare_needed(
    alternative_fare_needed: UsdPerKilometreOfRider, chosen: ShareByAlternative
) -> UsdPerKilometreRidden:
    """Fare of a kilometre at which the alternative agreed pays, if as many ride."""
    return (alternative_fare_needed * chosen).sum(axis=0)


def fare_taken(alternative_fare: UsdPerKilometreOfRider, chosen: ShareByAlternative) -> UsdPerKilometreRidden:
    """Fare of a kilometre with the alternative agreed."""
    return (alternative_fare * chosen).sum(axis=0)


def riders_needed(alternative_riders_needed: RidersByAlternative, chosen: ShareByAlternative) -> TripsPerYear:
    """Riders a year at which the alternative agreed pays."""
    return (alternative_riders_needed * chosen).sum(axis=0)


def yearly_support(yearly_support_by_alternative: UsdPerYear, chosen: ShareByAlternative) -> UsdPerYearChosen:
    """What budgets would pay a year so that the alternative agreed is paid for."""
    return (yearly_support_by_alternative * chosen).sum(axis=0)


def capital_borne(capital_borne_by_alternative: ShareByAlternative, chosen: ShareByAlternative) -> Share:
    """Part of the cost of building that fares bear with the alternative agreed."""
    return (capital_borne_by_alternative * chosen).sum(axis=0)


def load(alternative_load: LoadByAlternative, chosen: ShareByAlternative) -> PassengersPerSeat:
    """Part of the seats that is filled with the alternative agreed."""
    return (alternative_load * chosen).sum(axis=0)


def fleet(alternative_fleet: ShareByAlternative, chosen: ShareByAlternative) -> Share:
    """Trains that must be bought for the alternative agreed."""
    return (alternative_fleet * chosen).sum(axis=0)


def yearly_co2(alternative_yearly_co2: TonnesPerYear, chosen: ShareByAlternative) -> TonnesPerYearChosen:
    """Carbon dioxide that a mature year of the alternative agreed adds; below zero where it saves."""
    return (alternative_yearly_co2 * chosen).sum(axis=0)


def co2_balance(co2_balance_by_alternative: Tonnes, chosen: ShareByAlternative) -> TonnesChosen:
    """Carbon dioxide that works and all years of the alternative agreed add; below zero where they save."""
    return (co2_balance_by_alternative * chosen).sum(axis=0)


def alternative_agreed(chosen: ShareByAlternative, alternative_number: ShareByAlternative) -> Share:
    """Number of the alternative agreed."""
    return (chosen * alternative_number).sum(axis=0)


def alternative_least_support(npv_by_alternative: UsdByAlternative, is_built: ShareByAlternative) -> Share:
    """Number of the alternative that builds something and loses least on expectation."""
    mean = npv_by_alternative.mean(axis=-1, keepdims=True)
    return np.where(is_built > 0.0, mean, -np.inf).argmax(axis=0).astype(np.float64)


def alternative_best(npv_by_alternative: UsdByAlternative) -> Share:
    """Number of the alternative with the highest net present value on expectation; doing nothing counts."""
    return npv_by_alternative.mean(axis=-1, keepdims=True).argmax(axis=0).astype(np.float64)


def capital_estimate(estimate: UsdByAlternative, chosen: ShareByAlternative) -> Usd:
    """Cost of building the alternative agreed as one would estimate it today, without the outside view."""
    return (estimate * chosen).sum(axis=0)


def cost_needed(alternative_cost_needed: UsdPerKilometreBuilt, chosen: ShareByAlternative) -> UsdPerKilometre:
    """What a kilometre of the alternative agreed may cost so that all is paid."""
    return (alternative_cost_needed * chosen).sum(axis=0)


def fares_worth(revenue_value: UsdByAlternative, chosen: ShareByAlternative) -> Usd:
    """What all fares of the alternative agreed are worth at opening."""
    return (revenue_value * chosen).sum(axis=0)


def running_worth(running_value: UsdByAlternative, chosen: ShareByAlternative) -> Usd:
    """What running and upkeep of the alternative agreed cost at opening."""
    return (running_value * chosen).sum(axis=0)


def building_worth(capital_at_opening: UsdByAlternative, chosen: ShareByAlternative) -> Usd:
    """What building the alternative agreed has cost by the day it opens, with interest."""
    return (capital_at_opening * chosen).sum(axis=0)


def left_worth(residual_value: UsdByAlternative, chosen: ShareByAlternative) -> Usd:
    """What works of the alternative agreed are still worth after the horizon, at opening."""
    return (residual_value * chosen).sum(axis=0)


def yearly_saved_co2(saved_co2: TonnesPerYear, chosen: ShareByAlternative) -> TonnesPerYearChosen:
    """Carbon dioxide a year that riders of the alternative agreed would have caused otherwise."""
    return (saved_co2 * chosen).sum(axis=0)


def yearly_train_co2(train_co2: TonnesPerYear, chosen: ShareByAlternative) -> TonnesPerYearChosen:
    """Carbon dioxide a year from the electricity of the trains agreed."""
    return (train_co2 * chosen).sum(axis=0)


def works_co2(build_co2_by_alternative: Tonnes, chosen: ShareByAlternative) -> TonnesChosen:
    """Carbon dioxide of the works agreed."""
    return (build_co2_by_alternative * chosen).sum(axis=0)
