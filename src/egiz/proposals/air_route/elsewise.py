"""The flight with another type, or at another frequency: the best of the options, on expectation."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.engines.survival import exit_hazard, surviving
from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.option import (
    PassengersPerYearByOption,
    SectorsPerYearByFrequency,
    ShareByOption,
    UsdPerSectorByOption,
)
from egiz.proposals.air_route.sheet import (
    PassengersPerYearByAircraft,
    SectorsPerYear,
    ShareByAircraft,
    TripsPerYear,
    UsdPerPassenger,
    UsdPerYear,
    UsdPerYearByAircraft,
)
from egiz.proposals.air_route.viability import HazardPerMonth, Months

CoverByAircraft = Annotated[Array, Unit("USD/USD"), Over("aircraft")]
HazardByAircraft = Annotated[Array, Unit("1/month"), Over("aircraft")]


def aircraft_cover(
    yearly_revenue_by_aircraft: UsdPerYearByAircraft,
    yearly_cost_by_aircraft: UsdPerYearByAircraft,
    gap_paid: Share,
) -> CoverByAircraft:
    """What fares, and support where a scenario pays it, cover of a year's cost with each type."""
    cover = yearly_revenue_by_aircraft / yearly_cost_by_aircraft
    return cover + gap_paid * np.maximum(1.0 - cover, 0.0)


def aircraft_relative_cover(
    aircraft_cover: CoverByAircraft, exit_cover_most: Share, exit_cover_reference: Share
) -> ShareByAircraft:
    """Cover with each type over that of the routes the hazard was fitted on."""
    return np.minimum(aircraft_cover, exit_cover_most) / exit_cover_reference


def aircraft_relative_size(
    yearly_passengers_by_aircraft: PassengersPerYearByAircraft,
    exit_passengers_most: TripsPerYear,
    exit_passengers_scale: TripsPerYear,
) -> ShareByAircraft:
    """Passengers with each type over those at which the hazard is stated."""
    return np.minimum(yearly_passengers_by_aircraft, exit_passengers_most) / exit_passengers_scale


def aircraft_hazard(
    aircraft_relative_size: ShareByAircraft,
    aircraft_relative_cover: ShareByAircraft,
    usual_hazard: HazardPerMonth,
    exit_thinness: Share,
    exit_cover_elasticity: Share,
) -> HazardByAircraft:
    """Hazard a month that the service is given up with each type."""
    return exit_hazard(
        aircraft_relative_size, aircraft_relative_cover, usual_hazard, exit_thinness, exit_cover_elasticity
    )


def chance_viable_by_aircraft(
    aircraft_hazard: HazardByAircraft, ramp_weight: Months, closure_survived: Share
) -> ShareByAircraft:
    """Chance of each type to run at least 24 months at the agreed frequency."""
    return surviving(aircraft_hazard, ramp_weight) * closure_survived


def other_type(chance_viable_by_aircraft: ShareByAircraft) -> Share:
    """Number of the type with the highest expected chance at the agreed frequency, counted from 0."""
    return chance_viable_by_aircraft.mean(axis=-1, keepdims=True).argmax(axis=0).astype(np.float64)


def type_marked(other_type: Share, aircraft_numbers: ShareByAircraft) -> ShareByAircraft:
    """One for the type with the highest expected chance, nought for the rest."""
    return (aircraft_numbers == other_type).astype(np.float64)


def type_passengers(
    yearly_passengers_by_aircraft: PassengersPerYearByAircraft, type_marked: ShareByAircraft
) -> TripsPerYear:
    """Passengers a year with the best type at the agreed frequency."""
    return (yearly_passengers_by_aircraft * type_marked).sum(axis=0)


def type_revenue(type_passengers: TripsPerYear, net_fare: UsdPerPassenger) -> UsdPerYear:
    """Fares of a year with the best type at the agreed frequency."""
    return type_passengers * net_fare


def type_cost(yearly_cost_by_aircraft: UsdPerYearByAircraft, type_marked: ShareByAircraft) -> UsdPerYear:
    """Cost of a year with the best type at the agreed frequency."""
    return (yearly_cost_by_aircraft * type_marked).sum(axis=0)


def other_days(chance_viable_by_option: ShareByOption, aircraft_chosen: ShareByAircraft) -> Share:
    """Number of the frequency with the highest expected chance of the type chosen, counted from 0."""
    chance = (chance_viable_by_option * aircraft_chosen).sum(axis=1)
    return chance.mean(axis=-1, keepdims=True).argmax(axis=0).astype(np.float64)


def days_marked(
    other_days: Share, aircraft_chosen: ShareByAircraft, chance_viable_by_option: ShareByOption
) -> ShareByOption:
    """One for the type chosen at its best frequency, nought for the rest."""
    numbers = np.arange(float(len(chance_viable_by_option)))[:, np.newaxis, np.newaxis]
    return (numbers == other_days) * aircraft_chosen


def days_passengers(
    option_yearly_passengers: PassengersPerYearByOption, days_marked: ShareByOption
) -> TripsPerYear:
    """Passengers a year of the type chosen at its best frequency."""
    return (option_yearly_passengers * days_marked).sum(axis=(0, 1))


def days_revenue(days_passengers: TripsPerYear, net_fare: UsdPerPassenger) -> UsdPerYear:
    """Fares of a year of the type chosen at its best frequency."""
    return days_passengers * net_fare


def days_sectors(option_sectors: SectorsPerYearByFrequency, days_marked: ShareByOption) -> SectorsPerYear:
    """Sectors a year at the best frequency of the type chosen."""
    return (option_sectors * days_marked.sum(axis=1)).sum(axis=0)


def days_cost(
    option_sector_cost: UsdPerSectorByOption, days_marked: ShareByOption, days_sectors: SectorsPerYear
) -> UsdPerYear:
    """Cost of a year of the type chosen at its best frequency."""
    return (option_sector_cost * days_marked).sum(axis=(0, 1)) * days_sectors


def best_passengers(
    option_yearly_passengers: PassengersPerYearByOption, best_option: ShareByOption
) -> TripsPerYear:
    """Passengers a year of the best option."""
    return (option_yearly_passengers * best_option).sum(axis=(0, 1))


def best_revenue(best_passengers: TripsPerYear, net_fare: UsdPerPassenger) -> UsdPerYear:
    """Fares of a year of the best option."""
    return best_passengers * net_fare


def best_sectors(option_sectors: SectorsPerYearByFrequency, best_option: ShareByOption) -> SectorsPerYear:
    """Sectors a year of the best option."""
    return (option_sectors * best_option.sum(axis=1)).sum(axis=0)


def best_cost(
    option_sector_cost: UsdPerSectorByOption, best_option: ShareByOption, best_sectors: SectorsPerYear
) -> UsdPerYear:
    """Cost of a year of the best option."""
    return (option_sector_cost * best_option).sum(axis=(0, 1)) * best_sectors
