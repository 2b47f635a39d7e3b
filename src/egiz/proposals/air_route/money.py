"""What a sector costs by component, what a year earns, and which type an operator would choose."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.sheet import (
    Aircraft,
    HoursPerSector,
    KilogramsPerSector,
    KilometresPerSector,
    PassengersPerSectorByAircraft,
    PassengersPerYearByAircraft,
    SectorsPerYear,
    ShareByAircraft,
    TonnesPerKilogram,
    UsdPerPassenger,
    UsdPerSector,
    UsdPerYear,
    UsdPerYearByAircraft,
)

UsdPerTonne = Annotated[Array, Unit("USD/t")]
UsdPerTonneSector = Annotated[Array, Unit("USD/t/sector")]
UsdPerKilometre = Annotated[Array, Unit("USD/km")]
UsdPerHour = Annotated[Array, Unit("USD/h"), Aircraft]
Tonnes = Annotated[Array, Unit("t"), Aircraft]
ReferenceTonnes = Annotated[Array, Unit("t")]
DirectCostParts = Annotated[Array, Unit("USD/sector"), Over("direct_part", "aircraft")]
CostParts = Annotated[Array, Unit("USD/sector"), Over("cost_part", "aircraft")]
CostPartsChosen = Annotated[Array, Unit("USD/sector"), Over("cost_part")]

DIRECT_PARTS = (
    "fuel",
    "crew",
    "maintenance",
    "ownership",
    "airport",
    "navigation",
    "handling",
    "passenger",
)
"""Labels of the axis ``direct_part``."""

COST_PARTS = (*DIRECT_PARTS, "overhead")
"""Labels of the axis ``cost_part``."""


def fuel_cost(
    fuel: KilogramsPerSector,
    home_fuel_price: UsdPerTonne,
    away_fuel_price: UsdPerTonne,
    tonnes_per_kilogram: TonnesPerKilogram,
) -> UsdPerSector:
    """Fuel of a mean sector, bought half and half at both ends."""
    return fuel * tonnes_per_kilogram * (home_fuel_price + away_fuel_price) / 2.0


def crew_cost(block_time: HoursPerSector, crew_per_block_hour: UsdPerHour) -> UsdPerSector:
    """Pilots and cabin crew of a sector."""
    return block_time * crew_per_block_hour


def maintenance_cost(airborne_time: HoursPerSector, maintenance_per_flight_hour: UsdPerHour) -> UsdPerSector:
    """Maintenance of a sector, by the hour in the air."""
    return airborne_time * maintenance_per_flight_hour


def ownership_cost(block_time: HoursPerSector, ownership_per_block_hour: UsdPerHour) -> UsdPerSector:
    """Lease and insurance of the hours that a sector binds the aircraft."""
    return block_time * ownership_per_block_hour


def airport_cost(
    take_off_mass: Tonnes,
    home_airport_charge_per_tonne: UsdPerTonneSector,
    away_airport_charge_per_tonne: UsdPerTonneSector,
) -> UsdPerSector:
    """Landing and aircraft security of a mean sector, by mass: half the landings are at either end."""
    return take_off_mass * (home_airport_charge_per_tonne + away_airport_charge_per_tonne) / 2.0


def home_en_route_rate(
    home_navigation_rate: UsdPerKilometre,
    home_foreign_navigation_rate: UsdPerKilometre,
    home_national_treatment: Share,
) -> UsdPerKilometre:
    """Route charge over the first city's country: its own carriers' or that of foreigners without treaty."""
    return home_foreign_navigation_rate + home_national_treatment * (
        home_navigation_rate - home_foreign_navigation_rate
    )


def away_en_route_rate(
    away_navigation_rate: UsdPerKilometre,
    away_foreign_navigation_rate: UsdPerKilometre,
    away_national_treatment: Share,
) -> UsdPerKilometre:
    """Route charge over the second city's country: its own carriers' or that of foreigners without treaty."""
    return away_foreign_navigation_rate + away_national_treatment * (
        away_navigation_rate - away_foreign_navigation_rate
    )


def en_route_rate(
    home_en_route_rate: UsdPerKilometre, away_en_route_rate: UsdPerKilometre, home_airspace_share: Share
) -> UsdPerKilometre:
    """Route charge of a mean kilometre, at the reference mass."""
    return away_en_route_rate + home_airspace_share * (home_en_route_rate - away_en_route_rate)


def terminal_navigation_rate(
    home_terminal_navigation: UsdPerTonneSector, away_terminal_navigation: UsdPerTonneSector
) -> UsdPerTonneSector:
    """Charge for approach and tower of a mean sector: half the landings are at either end."""
    return (home_terminal_navigation + away_terminal_navigation) / 2.0


def navigation_cost(
    flown_distance: KilometresPerSector,
    en_route_rate: UsdPerKilometre,
    take_off_mass: Tonnes,
    navigation_reference_mass: ReferenceTonnes,
    terminal_navigation_rate: UsdPerTonneSector,
) -> UsdPerSector:
    """Air navigation: the way by distance and the square root of mass, the approach by mass."""
    route = flown_distance * en_route_rate * np.sqrt(take_off_mass / navigation_reference_mass)
    return route + take_off_mass * terminal_navigation_rate


def cost_per_passenger(
    home_airport_charge_per_passenger: UsdPerPassenger,
    away_airport_charge_per_passenger: UsdPerPassenger,
    distribution_share: Share,
    net_fare: UsdPerPassenger,
) -> UsdPerPassenger:
    """What each passenger costs: terminal charges of either end, and the sale of the ticket."""
    charge = (home_airport_charge_per_passenger + away_airport_charge_per_passenger) / 2.0
    return charge + distribution_share * net_fare


def passenger_cost(
    passengers_per_sector_by_aircraft: PassengersPerSectorByAircraft, cost_per_passenger: UsdPerPassenger
) -> UsdPerSector:
    """What the passengers of a mean sector cost."""
    return passengers_per_sector_by_aircraft * cost_per_passenger


def direct_cost_parts(  # noqa: PLR0913, PLR0917 - a plain sum takes as many terms as it adds up
    fuel_cost: UsdPerSector,
    crew_cost: UsdPerSector,
    maintenance_cost: UsdPerSector,
    ownership_cost: UsdPerSector,
    airport_cost: UsdPerSector,
    navigation_cost: UsdPerSector,
    handling: UsdPerSector,
    passenger_cost: UsdPerSector,
) -> DirectCostParts:
    """Cost of a sector before the overhead of the airline, component by component."""
    parts = (fuel_cost, crew_cost, maintenance_cost, ownership_cost)
    more = (airport_cost, navigation_cost, handling, passenger_cost)
    return np.stack(np.broadcast_arrays(*parts, *more))


def overhead_cost(direct_cost_parts: DirectCostParts, overhead_share: Share) -> UsdPerSector:
    """The airline's overhead, as a share of the direct cost."""
    return direct_cost_parts.sum(axis=0) * overhead_share


def summed_cost_parts(direct_cost_parts: DirectCostParts, overhead_cost: UsdPerSector) -> CostParts:
    """Cost of a sector as the sum of its parts, component by component, the overhead last."""
    return np.concatenate([direct_cost_parts, overhead_cost[np.newaxis]])


def structure_cost(
    fuel: KilogramsPerSector, other_cost_per_fuel: UsdPerTonne, tonnes_per_kilogram: TonnesPerKilogram
) -> UsdPerSector:
    """All but fuel, as the published structure of cost implies: so much for each tonne of fuel burnt."""
    return fuel * tonnes_per_kilogram * other_cost_per_fuel


def cost_level(
    summed_cost_parts: CostParts, structure_cost: UsdPerSector, structure_weight: Share
) -> ShareByAircraft:
    """All but fuel against the sum of the parts: the two accounts disagree, and the truth is between them."""
    summed = summed_cost_parts[1:].sum(axis=0)
    return (summed + structure_weight * (structure_cost - summed)) / summed


def sector_cost_parts(summed_cost_parts: CostParts, cost_level: ShareByAircraft) -> CostParts:
    """Cost of a sector component by component: fuel as bought, the rest at the level of cost."""
    return np.concatenate([summed_cost_parts[:1], summed_cost_parts[1:] * cost_level])


def sector_cost_by_aircraft(sector_cost_parts: CostParts) -> UsdPerSector:
    """Whole cost of a sector."""
    return sector_cost_parts.sum(axis=0)


def yearly_revenue_by_aircraft(
    yearly_passengers_by_aircraft: PassengersPerYearByAircraft, net_fare: UsdPerPassenger
) -> UsdPerYearByAircraft:
    """Fares of a year."""
    return yearly_passengers_by_aircraft * net_fare


def yearly_cost_by_aircraft(
    sector_cost_by_aircraft: UsdPerSector, sectors: SectorsPerYear
) -> UsdPerYearByAircraft:
    """Cost of a year."""
    return sector_cost_by_aircraft * sectors


def yearly_profit_by_aircraft(
    yearly_revenue_by_aircraft: UsdPerYearByAircraft, yearly_cost_by_aircraft: UsdPerYearByAircraft
) -> UsdPerYearByAircraft:
    """What is left of the fares of a year; below zero: what is missing."""
    return yearly_revenue_by_aircraft - yearly_cost_by_aircraft


def aircraft_type(yearly_profit_by_aircraft: UsdPerYearByAircraft) -> Share:
    """Number of the type with the highest expected profit, counted from 0."""
    return yearly_profit_by_aircraft.mean(axis=-1, keepdims=True).argmax(axis=0).astype(np.float64)


def aircraft_chosen(aircraft_type: Share, aircraft_numbers: ShareByAircraft) -> ShareByAircraft:
    """One for the type chosen, nought for the rest."""
    return (aircraft_numbers == aircraft_type).astype(np.float64)


def aircraft_best(yearly_profit_by_aircraft: UsdPerYearByAircraft) -> Share:
    """Number of the type that would have earned most, draw by draw: what hindsight would choose."""
    return yearly_profit_by_aircraft.argmax(axis=0).astype(np.float64)


def yearly_revenue(
    yearly_revenue_by_aircraft: UsdPerYearByAircraft, aircraft_chosen: ShareByAircraft
) -> UsdPerYear:
    """Fares of a year with the type chosen."""
    return (yearly_revenue_by_aircraft * aircraft_chosen).sum(axis=0)


def yearly_cost(
    yearly_cost_by_aircraft: UsdPerYearByAircraft, aircraft_chosen: ShareByAircraft
) -> UsdPerYear:
    """Cost of a year with the type chosen."""
    return (yearly_cost_by_aircraft * aircraft_chosen).sum(axis=0)


def yearly_profit(yearly_revenue: UsdPerYear, yearly_cost: UsdPerYear) -> UsdPerYear:
    """What is left of a year with the type chosen."""
    return yearly_revenue - yearly_cost


def sector_cost_components(sector_cost_parts: CostParts, aircraft_chosen: ShareByAircraft) -> CostPartsChosen:
    """Cost of a sector component by component, with the type chosen."""
    return (sector_cost_parts * aircraft_chosen).sum(axis=1)
