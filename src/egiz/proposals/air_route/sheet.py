"""A flight in numbers: what a sector takes, who flies, what it earns.

A *flight* a week is one rotation: out and back, two sectors. Everything that depends on the aircraft stands
over the axis ``aircraft``; the headline figures follow the type with the highest expected profit.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.engines.flight import along, carried
from egiz.figures.unit import Array, Kilometres, Over, Share, Unit

Aircraft = Over("aircraft")
Brought = Over("trips_brought")
Point = Over("table_point")

KilometresPerSector = Annotated[Array, Unit("km/sector")]
Hours = Annotated[Array, Unit("h/sector")]
HoursPerSector = Annotated[Array, Unit("h/sector"), Aircraft]
KilogramsPerSector = Annotated[Array, Unit("kg/sector"), Aircraft]
KilogramsAtPoints = Annotated[Array, Unit("kg/sector"), Aircraft, Point]
KilogramsPerHour = Annotated[Array, Unit("kg/h"), Aircraft]
KilometresAtPoints = Annotated[Array, Unit("km/sector"), Point]
HoursAtPoints = Annotated[Array, Unit("h/sector"), Aircraft, Point]
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


def airborne_time(
    flown_distance: KilometresPerSector,
    table_distance: KilometresAtPoints,
    table_time: HoursAtPoints,
    time_doubt: ShareByAircraft,
    time_in_service: Share,
) -> HoursPerSector:
    """Hours from take-off to landing: still air at the usual speed, then wind, vectors and holding."""
    still = along(flown_distance, table_distance[:, 0], table_time[..., 0])
    return still * time_doubt * time_in_service


def block_time(airborne_time: HoursPerSector, taxi_time: Hours) -> HoursPerSector:
    """Hours from stand to stand: taxi on top of the time in the air."""
    return airborne_time + taxi_time


def taxi_fuel(taxi_time: Hours, taxi_fuel_flow: KilogramsPerHour) -> KilogramsPerSector:
    """Fuel of taxi at both ends."""
    return taxi_time * taxi_fuel_flow


def airborne_fuel(
    flown_distance: KilometresPerSector,
    table_distance: KilometresAtPoints,
    table_fuel: KilogramsAtPoints,
    fuel_doubt: ShareByAircraft,
    fuel_in_service: Share,
) -> KilogramsPerSector:
    """Fuel from take-off to landing: the middle of the methods, their doubt, and what they leave out."""
    middle = along(flown_distance, table_distance[:, 0], table_fuel[..., 0])
    return middle * fuel_doubt * fuel_in_service


def fuel(airborne_fuel: KilogramsPerSector, taxi_fuel: KilogramsPerSector) -> KilogramsPerSector:
    """Fuel of one sector from stand to stand."""
    return airborne_fuel + taxi_fuel


def seat_limit(seats: SeatsPerSector, highest_load: PassengersPerSeat) -> PassengersPerSectorByAircraft:
    """Passengers that a full sector carries: a few seats always stay empty."""
    return seats * highest_load


def passengers_per_sector_by_aircraft(
    demand_per_sector: PassengersPerSectorByAircraft,
    seat_limit: PassengersPerSectorByAircraft,
    demand_variation: Share,
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


def yield_fare(
    net_yield: UsdPerPassengerKilometre,
    distance: Kilometres,
    yield_reference_length: Kilometres,
    stage_length_elasticity: Share,
) -> UsdPerPassenger:
    """Usual fare one way, less taxes: the yield of longer trips, scaled to this one."""
    return net_yield * distance * (distance / yield_reference_length) ** stage_length_elasticity


def net_fare(fare: UsdPerPassenger, yield_fare: UsdPerPassenger) -> UsdPerPassenger:
    """What a passenger pays one way, less taxes: the fare agreed, or the usual one where it is nought."""
    return np.where(fare > 0.0, fare, yield_fare)
