"""Carbon dioxide of each alternative: saved by those who change to it, spent by trains and works."""

from __future__ import annotations

from typing import Annotated

from egiz.figures.unit import Array, Unit
from egiz.proposals.fast_rail.capital import KilometresByAlternative
from egiz.proposals.fast_rail.choice import LegMode
from egiz.proposals.fast_rail.operation import EnergyPerYear, Years
from egiz.proposals.fast_rail.rider import Alternative, RidersByRideMode, Served
from egiz.proposals.fast_rail.spread import over_alternatives

KilogramsByLegMode = Annotated[Array, Unit("kg/pax"), LegMode]
KilogramsPerEnergy = Annotated[Array, Unit("kg/kWh"), Alternative]
TonnesPerKilogram = Annotated[Array, Unit("t/kg")]
TonnesPerYear = Annotated[Array, Unit("t/year"), Alternative]
Tonnes = Annotated[Array, Unit("t"), Alternative]
TonnesPerKilometre = Annotated[Array, Unit("t/km"), Alternative]


def saved_co2(
    taken_by_ride: RidersByRideMode,
    mode_co2: KilogramsByLegMode,
    serves: Served,
    tonnes_per_kilogram: TonnesPerKilogram,
) -> TonnesPerYear:
    """Carbon dioxide a year that riders would have caused otherwise."""
    return over_alternatives((taken_by_ride * mode_co2).sum(axis=2), serves) * tonnes_per_kilogram


def train_co2(
    energy_use: EnergyPerYear, grid_co2: KilogramsPerEnergy, tonnes_per_kilogram: TonnesPerKilogram
) -> TonnesPerYear:
    """Carbon dioxide a year from the electricity of the trains."""
    return energy_use * grid_co2 * tonnes_per_kilogram


def build_co2_by_alternative(built_way: KilometresByAlternative, build_co2: TonnesPerKilometre) -> Tonnes:
    """Carbon dioxide of the works."""
    return built_way * build_co2


def alternative_yearly_co2(train_co2: TonnesPerYear, saved_co2: TonnesPerYear) -> TonnesPerYear:
    """Carbon dioxide that a mature year adds; below zero where it saves."""
    return train_co2 - saved_co2


def co2_balance_by_alternative(
    alternative_yearly_co2: TonnesPerYear, horizon: Years, build_co2_by_alternative: Tonnes
) -> Tonnes:
    """Carbon dioxide that works and all years together add; below zero where they save."""
    return alternative_yearly_co2 * horizon + build_co2_by_alternative
