"""The headline figures of a flight, with the type that an operator would choose."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.demand import (
    DelayByAircraft,
    TripsByAircraft,
    TripsByAircraftAndPurpose,
    TripsByPurpose,
)
from egiz.proposals.air_route.sheet import (
    HoursPerSector,
    KilogramsPerKilogram,
    KilogramsPerPassenger,
    KilogramsPerSector,
    PassengersPerSeat,
    PassengersPerSector,
    PassengersPerSectorByAircraft,
    SeatsPerSector,
    SectorsPerYear,
    ShareByAircraft,
    TonnesPerKilogram,
    TonnesPerYear,
    TripsPerYear,
    UsdPerSector,
    UsdPerYear,
)

HoursPerSectorChosen = Annotated[Array, Unit("h/sector")]
KilogramsPerSectorChosen = Annotated[Array, Unit("kg/sector")]
SeatsPerSectorChosen = Annotated[Array, Unit("seat/sector")]
KilogramsPerSeat = Annotated[Array, Unit("kg/seat")]
ShareByMonth = Annotated[Array, Unit("1"), Over("market.month")]
ShareByPurposeAndMonth = Annotated[Array, Unit("1"), Over("market.purpose", "market.month")]
TripsByMonth = Annotated[Array, Unit("pax/year"), Over("market.month")]
HoursByPurpose = Annotated[Array, Unit("h"), Over("market.purpose")]
SeatsPerYear = Annotated[Array, Unit("seat/year")]
UsdPerSectorChosen = Annotated[Array, Unit("USD/sector")]


def passengers_per_sector(
    passengers_per_sector_by_aircraft: PassengersPerSectorByAircraft, aircraft_chosen: ShareByAircraft
) -> PassengersPerSector:
    """Passengers carried on a mean sector."""
    return (passengers_per_sector_by_aircraft * aircraft_chosen).sum(axis=0)


def seats_per_sector(seats: SeatsPerSector, aircraft_chosen: ShareByAircraft) -> SeatsPerSectorChosen:
    """Seats of the type chosen."""
    return (seats * aircraft_chosen).sum(axis=0)


def sector_time(block_time: HoursPerSector, aircraft_chosen: ShareByAircraft) -> HoursPerSectorChosen:
    """Hours from stand to stand."""
    return (block_time * aircraft_chosen).sum(axis=0)


def sector_fuel(fuel: KilogramsPerSector, aircraft_chosen: ShareByAircraft) -> KilogramsPerSectorChosen:
    """Fuel of one sector."""
    return (fuel * aircraft_chosen).sum(axis=0)


def sector_cost(
    sector_cost_by_aircraft: UsdPerSector, aircraft_chosen: ShareByAircraft
) -> UsdPerSectorChosen:
    """Whole cost of a sector."""
    return (sector_cost_by_aircraft * aircraft_chosen).sum(axis=0)


def sector_gap(yearly_profit: UsdPerYear, sectors: SectorsPerYear) -> UsdPerSectorChosen:
    """What each sector would need from a budget to come out even; nought where it earns its cost."""
    missing = -yearly_profit / sectors
    return missing * (missing > 0.0)


def yearly_passengers(passengers_per_sector: PassengersPerSector, sectors: SectorsPerYear) -> TripsPerYear:
    """Passengers a year, both directions."""
    return passengers_per_sector * sectors


def trips_willing(
    trips_willing_by_aircraft: TripsByAircraft, aircraft_chosen: ShareByAircraft
) -> TripsPerYear:
    """Trips a year that would take the flight: the market's own, and those that other items bring."""
    return (trips_willing_by_aircraft * aircraft_chosen).sum(axis=0)


def trips_by_purpose(
    trips_by_aircraft: TripsByAircraftAndPurpose, aircraft_chosen: ShareByAircraft
) -> TripsByPurpose:
    """Trips of the market itself that would take the flight, by purpose, if seats were endless."""
    return (trips_by_aircraft * aircraft_chosen[:, np.newaxis]).sum(axis=0)


def month_part(trips_by_purpose: TripsByPurpose, month_share: ShareByPurposeAndMonth) -> ShareByMonth:
    """Part of a year's travellers of the flight that falls in each month."""
    weight = trips_by_purpose / trips_by_purpose.sum(axis=0)
    return (weight[:, np.newaxis] * month_share).sum(axis=0)


def monthly_passengers(yearly_passengers: TripsPerYear, month_part: ShareByMonth) -> TripsByMonth:
    """Passengers of a year by the month they fly in: each purpose has its season."""
    return yearly_passengers * month_part


def schedule_delay(
    schedule_delay_by_aircraft: DelayByAircraft, aircraft_chosen: ShareByAircraft
) -> HoursByPurpose:
    """Hours between the wished departure and the one that suits best, by purpose."""
    return (schedule_delay_by_aircraft * aircraft_chosen[:, np.newaxis]).sum(axis=0)


def yearly_seats(seats_per_sector: SeatsPerSectorChosen, sectors: SectorsPerYear) -> SeatsPerYear:
    """Seats a year, both directions."""
    return seats_per_sector * sectors


def load(
    passengers_per_sector: PassengersPerSector, seats_per_sector: SeatsPerSectorChosen
) -> PassengersPerSeat:
    """Part of the seats that is filled."""
    return passengers_per_sector / seats_per_sector


def makes_profit(yearly_profit: UsdPerYear) -> Share:
    """One where a mature year earns its cost."""
    return (yearly_profit > 0.0).astype(np.float64)


def yearly_co2(
    sector_fuel: KilogramsPerSectorChosen,
    co2_per_fuel: KilogramsPerKilogram,
    sectors: SectorsPerYear,
    tonnes_per_kilogram: TonnesPerKilogram,
) -> TonnesPerYear:
    """Carbon dioxide from the fuel of a year."""
    return sector_fuel * co2_per_fuel * sectors * tonnes_per_kilogram


def co2_per_passenger(
    sector_fuel: KilogramsPerSectorChosen,
    co2_per_fuel: KilogramsPerKilogram,
    passengers_per_sector: PassengersPerSector,
) -> KilogramsPerPassenger:
    """Carbon dioxide from the fuel, for each passenger carried on expectation and sector.

    Passengers count by how many they are: a draw in which hardly anybody flies says little of what one of
    them causes, and its quotient has no bound.
    """
    return sector_fuel * co2_per_fuel / passengers_per_sector.mean(axis=-1, keepdims=True)


def co2_per_seat(
    sector_fuel: KilogramsPerSectorChosen,
    co2_per_fuel: KilogramsPerKilogram,
    seats_per_sector: SeatsPerSectorChosen,
) -> KilogramsPerSeat:
    """Carbon dioxide from the fuel, for each seat and sector: what a full aircraft causes for each aboard."""
    return sector_fuel * co2_per_fuel / seats_per_sector
