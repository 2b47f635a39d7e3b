"""Every type at one to seven flights a week: what each option would carry, earn, and its chance to live.

The same formulas as for the agreed frequency, laid out over the axes ``frequency`` and ``aircraft``, each
option with its own best week.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.engines.flight import carried
from egiz.engines.survival import exit_hazard, surviving
from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.sheet import (
    PassengersPerSectorByAircraft,
    SectorsPerFlight,
    TripsPerYear,
    TripsPerYearBrought,
    UsdPerPassenger,
    UsdPerSector,
    WeeksPerYear,
)
from egiz.proposals.air_route.viability import HazardPerMonth, Months

Frequency = Over("frequency")
Option = Over("frequency", "aircraft")

FlightsPerWeekByFrequency = Annotated[Array, Unit("flight/week"), Frequency]
SectorsPerYearByFrequency = Annotated[Array, Unit("sector/year"), Frequency]
TripsByOptionAndPurpose = Annotated[Array, Unit("pax/year"), Over("frequency", "aircraft", "market.purpose")]
TripsByOption = Annotated[Array, Unit("pax/year"), Option]
PassengersPerSectorByOption = Annotated[Array, Unit("pax/sector"), Option]
PassengersPerYearByOption = Annotated[Array, Unit("pax/year"), Option]
UsdPerSectorByOption = Annotated[Array, Unit("USD/sector"), Option]
UsdPerYearByOption = Annotated[Array, Unit("USD/year"), Option]
CoverByOption = Annotated[Array, Unit("USD/USD"), Option]
ShareByOption = Annotated[Array, Unit("1"), Option]
HazardByOption = Annotated[Array, Unit("1/month"), Option]


def option_sectors(
    frequencies: FlightsPerWeekByFrequency, sectors_per_flight: SectorsPerFlight, weeks_per_year: WeeksPerYear
) -> SectorsPerYearByFrequency:
    """Sectors flown a year at each frequency."""
    return frequencies * sectors_per_flight * weeks_per_year


def option_trips(
    option_trips_by_purpose: TripsByOptionAndPurpose, trips_brought: TripsPerYearBrought
) -> TripsByOption:
    """Trips a year that would take the flight of each option; those brought by others come on any day."""
    return option_trips_by_purpose.sum(axis=2) + trips_brought.sum(axis=0)


def option_demand(
    option_trips: TripsByOption, option_sectors: SectorsPerYearByFrequency
) -> PassengersPerSectorByOption:
    """Passengers who ask for a seat on a mean sector of each option."""
    return option_trips / option_sectors[:, np.newaxis]


def option_passengers(
    option_demand: PassengersPerSectorByOption,
    seat_limit: PassengersPerSectorByAircraft,
    demand_variation: Share,
) -> PassengersPerSectorByOption:
    """Passengers carried on a mean sector of each option."""
    return carried(option_demand, seat_limit, demand_variation)


def option_sector_cost(
    option_passengers: PassengersPerSectorByOption,
    sector_cost_by_aircraft: UsdPerSector,
    passengers_per_sector_by_aircraft: PassengersPerSectorByAircraft,
    cost_per_passenger: UsdPerPassenger,
    overhead_share: Share,
    structure_weight: Share,
) -> UsdPerSectorByOption:
    """Cost of a sector of each option: as at the agreed frequency, with what other passengers add.

    They add to the sum of the parts only; the published structure goes with fuel.
    """
    more = option_passengers - passengers_per_sector_by_aircraft
    added = more * cost_per_passenger * (1.0 + overhead_share)
    return sector_cost_by_aircraft + added * (1.0 - structure_weight)


def option_cover(
    option_passengers: PassengersPerSectorByOption,
    net_fare: UsdPerPassenger,
    option_sector_cost: UsdPerSectorByOption,
) -> CoverByOption:
    """What the fares of a mature year cover of its cost."""
    return option_passengers * net_fare / option_sector_cost


def option_profit(
    option_passengers: PassengersPerSectorByOption,
    net_fare: UsdPerPassenger,
    option_sector_cost: UsdPerSectorByOption,
    option_sectors: SectorsPerYearByFrequency,
) -> UsdPerYearByOption:
    """What is left of the fares of a year of each option."""
    return (option_passengers * net_fare - option_sector_cost) * option_sectors[:, np.newaxis]


def option_yearly_passengers(
    option_passengers: PassengersPerSectorByOption, option_sectors: SectorsPerYearByFrequency
) -> PassengersPerYearByOption:
    """Passengers a year of each option, both directions."""
    return option_passengers * option_sectors[:, np.newaxis]


def option_relative_size(
    option_yearly_passengers: PassengersPerYearByOption,
    exit_passengers_most: TripsPerYear,
    exit_passengers_scale: TripsPerYear,
) -> ShareByOption:
    """Passengers of each option over those at which the hazard is stated."""
    return np.minimum(option_yearly_passengers, exit_passengers_most) / exit_passengers_scale


def option_relative_cover(
    option_cover: CoverByOption, gap_paid: Share, exit_cover_most: Share, exit_cover_reference: Share
) -> ShareByOption:
    """Cover of each option, with what a budget pays, over that of the routes the hazard was fitted on."""
    paid = option_cover + gap_paid * np.maximum(1.0 - option_cover, 0.0)
    return np.minimum(paid, exit_cover_most) / exit_cover_reference


def option_hazard(
    option_relative_size: ShareByOption,
    option_relative_cover: ShareByOption,
    usual_hazard: HazardPerMonth,
    exit_thinness: Share,
    exit_cover_elasticity: Share,
) -> HazardByOption:
    """Hazard a month that each option is given up."""
    return exit_hazard(
        option_relative_size, option_relative_cover, usual_hazard, exit_thinness, exit_cover_elasticity
    )


def chance_viable_by_option(
    option_hazard: HazardByOption, ramp_weight: Months, closure_survived: Share
) -> ShareByOption:
    """Chance of each option to run at least 24 months without support."""
    return surviving(option_hazard, ramp_weight) * closure_survived


def best_option(chance_viable_by_option: ShareByOption) -> ShareByOption:
    """One for the option with the highest expected chance, nought for the rest."""
    expected = chance_viable_by_option.mean(axis=-1, keepdims=True)
    numbers = np.arange(expected.size, dtype=np.float64).reshape(expected.shape)
    return (numbers == expected.argmax()).astype(np.float64)


def best_frequency(best_option: ShareByOption) -> Share:
    """Number of the frequency of the best option, counted from 0."""
    return best_option.sum(axis=1).argmax(axis=0).astype(np.float64)


def best_aircraft(best_option: ShareByOption) -> Share:
    """Number of the type of the best option, counted from 0."""
    return best_option.sum(axis=0).argmax(axis=0).astype(np.float64)


def chance_best(chance_viable_by_option: ShareByOption, best_option: ShareByOption) -> Share:
    """Chance of the best option to run at least 24 months without support."""
    return (chance_viable_by_option * best_option).sum(axis=(0, 1))
