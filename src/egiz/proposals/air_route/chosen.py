"""What a sector of the type chosen costs, apart: empty, for each passenger, and for being foreign."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Share, Unit
from egiz.proposals.air_route.money import ReferenceTonnes, Tonnes, UsdPerKilometre
from egiz.proposals.air_route.sheet import (
    KilometresPerSector,
    PassengersPerSector,
    PassengersPerSectorByAircraft,
    SectorsPerYear,
    ShareByAircraft,
    TripsPerYear,
    UsdPerPassenger,
)

UsdPerSectorChosen = Annotated[Array, Unit("USD/sector")]


def chosen_seat_limit(
    seat_limit: PassengersPerSectorByAircraft, aircraft_chosen: ShareByAircraft
) -> PassengersPerSector:
    """Passengers that a full sector of the type chosen carries."""
    return (seat_limit * aircraft_chosen).sum(axis=0)


def chosen_trips(trips_willing: TripsPerYear) -> TripsPerYear:
    """Trips a year that would take the flight with the type chosen."""
    return trips_willing


def chosen_demand(chosen_trips: TripsPerYear, sectors: SectorsPerYear) -> PassengersPerSector:
    """Passengers who ask for a seat on a mean sector of the type chosen."""
    return chosen_trips / sectors


def part_weight(overhead_share: Share, structure_weight: Share) -> Share:
    """What a dollar of direct cost, fuel apart, adds to the cost of a sector."""
    return (1.0 + overhead_share) * (1.0 - structure_weight)


def chosen_cost_per_passenger(cost_per_passenger: UsdPerPassenger, part_weight: Share) -> UsdPerPassenger:
    """What one passenger more adds to the cost of a sector."""
    return cost_per_passenger * part_weight


def chosen_empty_cost(
    sector_cost: UsdPerSectorChosen,
    passengers_per_sector: PassengersPerSector,
    chosen_cost_per_passenger: UsdPerPassenger,
) -> UsdPerSectorChosen:
    """Cost of a sector of the type chosen before anyone boards."""
    return sector_cost - passengers_per_sector * chosen_cost_per_passenger


def own_route_rate(
    home_navigation_rate: UsdPerKilometre, away_navigation_rate: UsdPerKilometre, home_airspace_share: Share
) -> UsdPerKilometre:
    """Route charge of a mean kilometre, if both countries charged their own carriers' rates."""
    return away_navigation_rate + home_airspace_share * (home_navigation_rate - away_navigation_rate)


def chosen_mass_factor(
    take_off_mass: Tonnes, navigation_reference_mass: ReferenceTonnes, aircraft_chosen: ShareByAircraft
) -> Share:
    """How the mass of the type chosen raises its route charge."""
    return (np.sqrt(take_off_mass / navigation_reference_mass) * aircraft_chosen).sum(axis=0)


def foreign_charge(
    en_route_rate: UsdPerKilometre,
    own_route_rate: UsdPerKilometre,
    flown_distance: KilometresPerSector,
    chosen_mass_factor: Share,
    part_weight: Share,
) -> UsdPerSectorChosen:
    """What a sector costs more because the flight is charged as a foreign one."""
    more = np.maximum(en_route_rate - own_route_rate, 0.0)
    return more * flown_distance * chosen_mass_factor * part_weight
