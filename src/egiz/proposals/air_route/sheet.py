"""A flight in numbers: what a sector takes, who flies, what it earns.

A *flight* a week is one rotation: out and back, two sectors. Everything that depends on the aircraft stands
over the axis ``aircraft``; the headline figures follow the type with the highest expected profit.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.engines.flight import carried
from egiz.figures.unit import Array, Kilometres, Over, Share, Unit

Aircraft = Over("aircraft")
Brought = Over("trips_brought")

KilometresPerSector = Annotated[Array, Unit("km/sector")]
KilometresPerHour = Annotated[Array, Unit("km/h"), Aircraft]
HoursPerSector = Annotated[Array, Unit("h/sector"), Aircraft]
KilogramsPerSector = Annotated[Array, Unit("kg/sector"), Aircraft]
KilogramsPerKilometre = Annotated[Array, Unit("kg/km"), Aircraft]
SeatsPerSector = Annotated[Array, Unit("seat/sector"), Aircraft]
SeatsPerYear = Annotated[Array, Unit("seat/year"), Aircraft]
FlightsPerWeek = Annotated[Array, Unit("flight/week")]
SectorsPerFlight = Annotated[Array, Unit("sector/flight")]
SectorsPerYear = Annotated[Array, Unit("sector/year")]
WeeksPerYear = Annotated[Array, Unit("week/year")]
TripsPerYear = Annotated[Array, Unit("pax/year")]
TripsPerYearBrought = Annotated[Array, Unit("pax/year"), Brought]
PassengersPerSector = Annotated[Array, Unit("pax/sector")]
PassengersPerSectorByAircraft = Annotated[Array, Unit("pax/sector"), Aircraft]
PassengersPerYearByAircraft = Annotated[Array, Unit("pax/year"), Aircraft]
PassengersPerSeat = Annotated[Array, Unit("pax/seat")]
Load = Annotated[Array, Unit("pax/seat"), Aircraft]
ShareByAircraft = Annotated[Array, Unit("1"), Aircraft]
UsdPerPassenger = Annotated[Array, Unit("USD/pax")]
UsdPerPassengerKilometre = Annotated[Array, Unit("USD/pax/km")]
UsdPerSector = Annotated[Array, Unit("USD/sector"), Aircraft]
UsdPerYearByAircraft = Annotated[Array, Unit("USD/year"), Aircraft]
UsdPerYear = Annotated[Array, Unit("USD/year")]
TonnesPerYear = Annotated[Array, Unit("t/year")]
KilogramsPerPassenger = Annotated[Array, Unit("kg/pax")]
KilogramsPerKilogram = Annotated[Array, Unit("kg/kg")]
TonnesPerKilogram = Annotated[Array, Unit("t/kg")]


def sectors(
    weekly_flights: FlightsPerWeek, sectors_per_flight: SectorsPerFlight, weeks_per_year: WeeksPerYear
) -> SectorsPerYear:
    """Sectors flown a year, both directions."""
    return weekly_flights * sectors_per_flight * weeks_per_year


def flown_distance(great_circle: KilometresPerSector, distance_adjustment: Share) -> KilometresPerSector:
    """Way through the air of one sector."""
    return great_circle * distance_adjustment


def airborne_time(flown_distance: KilometresPerSector, cruise_speed: KilometresPerHour) -> HoursPerSector:
    """Hours at cruising speed of one sector."""
    return flown_distance / cruise_speed


def block_time(airborne_time: HoursPerSector, block_fixed: HoursPerSector) -> HoursPerSector:
    """Hours from stand to stand: taxi, climb and approach on top of the cruise."""
    return airborne_time + block_fixed


def fuel(
    fuel_fixed: KilogramsPerSector, fuel_per_km: KilogramsPerKilometre, flown_distance: KilometresPerSector
) -> KilogramsPerSector:
    """Fuel of one sector: taxi, take-off and landing, then so much a kilometre."""
    return fuel_fixed + fuel_per_km * flown_distance


def frequency_share(
    weekly_flights: FlightsPerWeek, daily_service: FlightsPerWeek, frequency_elasticity: Share
) -> Share:
    """Part of the market that accepts so few departures, against a daily service."""
    return np.minimum(weekly_flights / daily_service, 1.0) ** frequency_elasticity


def trips_willing(
    air_trips: TripsPerYear,
    home_kept: Share,
    away_kept: Share,
    frequency_share: Share,
    stimulation: Share,
    trips_brought: TripsPerYearBrought,
) -> TripsPerYear:
    """Trips a year that would take the flight, both directions, if seats were endless.

    The market's air trips, less those who leave from a rival airport at either end, less those whom the days
    do not suit, more those who travel only because the flight is direct, and those whom other items bring.
    """
    return air_trips * home_kept * away_kept * frequency_share * stimulation + trips_brought.sum(axis=0)


def demand_per_sector(trips_willing: TripsPerYear, sectors: SectorsPerYear) -> PassengersPerSector:
    """Passengers who ask for a seat on a mean sector."""
    return trips_willing / sectors


def seat_limit(seats: SeatsPerSector, highest_load: PassengersPerSeat) -> PassengersPerSectorByAircraft:
    """Passengers that a full sector carries: a few seats always stay empty."""
    return seats * highest_load


def passengers_per_sector_by_aircraft(
    demand_per_sector: PassengersPerSector, seat_limit: PassengersPerSectorByAircraft, demand_variation: Share
) -> PassengersPerSectorByAircraft:
    """Passengers carried on a mean sector: full days turn people away, thin days fly empty."""
    return carried(demand_per_sector, seat_limit, demand_variation)


def yearly_passengers_by_aircraft(
    passengers_per_sector_by_aircraft: PassengersPerSectorByAircraft, sectors: SectorsPerYear
) -> PassengersPerYearByAircraft:
    """Passengers a year with each type, both directions."""
    return passengers_per_sector_by_aircraft * sectors


def load_by_aircraft(
    passengers_per_sector_by_aircraft: PassengersPerSectorByAircraft, seats: SeatsPerSector
) -> Load:
    """Part of the seats that is filled."""
    return passengers_per_sector_by_aircraft / seats


def net_fare(
    net_yield: UsdPerPassengerKilometre,
    distance: Kilometres,
    yield_reference_length: Kilometres,
    stage_length_elasticity: Share,
) -> UsdPerPassenger:
    """What a passenger pays one way, less taxes: the yield of longer trips, scaled to this one."""
    return net_yield * distance * (distance / yield_reference_length) ** stage_length_elasticity
