"""Who would fly: the flight's share of all travellers of the pair, by a week of departures (decision 0014).

Every type at every frequency has a timetable; what it does to the share is a table made by the timetable
engine. Here the table is read at the utilities drawn, so timetable and sheets are one model. At the agreed
frequency the options are read straight between whole flights a week, and flat beyond the last.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.engines.rotation.response import Mesh, read_along, shares
from egiz.figures.unit import Array, Hours, Over, Share, Unit
from egiz.market.felt import felt
from egiz.proposals.air_route.sheet import (
    Aircraft,
    FlightsPerWeek,
    HoursPerSector,
    PassengersPerSectorByAircraft,
    SectorsPerYear,
    TripsPerYearBrought,
    UsdPerPassenger,
)

Frequency = Over("frequency")
Purpose = Over("market.purpose")
Option = Over("frequency", "aircraft", "market.purpose")
Points = Over("frequency", "aircraft", "market.purpose", "delay_point", "level_point")

FlightsPerWeekByFrequency = Annotated[Array, Unit("flight/week"), Frequency]
ShareByFrequency = Annotated[Array, Unit("1"), Frequency]
ShareByPurpose = Annotated[Array, Unit("1"), Purpose]
PerHourByPurpose = Annotated[Array, Unit("1/h"), Purpose]
PerUsdByPurpose = Annotated[Array, Unit("pax/USD"), Purpose]
TripsByPurpose = Annotated[Array, Unit("pax/year"), Purpose]
Sectors = Annotated[Array, Unit("sector")]
HoursByAircraft = Annotated[Array, Unit("h"), Aircraft]
UtilityByAircraft = Annotated[Array, Unit("1"), Over("aircraft", "market.purpose")]
ShareByOption = Annotated[Array, Unit("1"), Option]
TripsByOption = Annotated[Array, Unit("pax/year"), Option]
TripsByAircraft = Annotated[Array, Unit("pax/year"), Aircraft]
TripsByAircraftAndPurpose = Annotated[Array, Unit("pax/year"), Over("aircraft", "market.purpose")]
TableOfWeeks = Annotated[Array, Unit("1"), Points]
DelayPoints = Annotated[Array, Unit("1"), Over("delay_point")]
FloorOfWeeks = Annotated[Array, Unit("1"), Over("frequency", "market.purpose", "delay_point")]
DelayHours = Annotated[Array, Unit("h"), Option]
DelayByAircraft = Annotated[Array, Unit("h"), Over("aircraft", "market.purpose")]
LevelPoints = Annotated[Array, Unit("1"), Over("level_point")]


def door_hours(block_time: HoursPerSector, one_sector: Sectors, airport_time: Hours) -> HoursByAircraft:
    """Hours from door to door: the flight, the way to and from the airports, and the time in them."""
    return block_time * one_sector + airport_time


def felt_hours(door_hours: HoursByAircraft, hours_reference: Hours, damping_hours: Hours) -> HoursByAircraft:
    """Hours from door to door as they weigh: each further one less."""
    return felt(door_hours, hours_reference, damping_hours)


def gross_fare(net_fare: UsdPerPassenger, ticket_charges: UsdPerPassenger) -> UsdPerPassenger:
    """What a traveller pays one way: the fare with charges and taxes on top."""
    return net_fare + ticket_charges


def flight_utility(
    air_constant: Share,
    felt_hours: HoursByAircraft,
    time_weight: PerHourByPurpose,
    gross_fare: UsdPerPassenger,
    cost_weight: PerUsdByPurpose,
) -> UtilityByAircraft:
    """Utility of a flight that leaves at the wished hour."""
    return air_constant - felt_hours[:, np.newaxis] * time_weight - gross_fare * cost_weight


def lead(flight_utility: UtilityByAircraft, rest_logsum: ShareByPurpose) -> UtilityByAircraft:
    """How far such a flight is ahead of every other way to travel."""
    return flight_utility - rest_logsum


def delay_factor(delay_weight: PerHourByPurpose, delay_weight_middle: PerHourByPurpose) -> ShareByPurpose:
    """Utility lost by an hour of shift over the middle at which the weeks were worked out."""
    return delay_weight / delay_weight_middle


def option_share(
    week_effect: TableOfWeeks,
    delay_points: DelayPoints,
    level_points: LevelPoints,
    delay_factor: ShareByPurpose,
    lead: UtilityByAircraft,
) -> ShareByOption:
    """Part of all travellers that would fly with the best week of each option, if seats were endless."""
    mesh = Mesh(delay_points[:, 0], level_points[:, 0])
    return shares(week_effect[..., 0], mesh, delay_factor, lead)


def option_trips_by_purpose(
    all_trips: TripsByPurpose, option_share: ShareByOption, induced_elasticity: Share
) -> TripsByOption:
    """Trips a year that would take the flight: its share of all trips, and trips made because it is there.

    The expected best utility of travellers rises by ``-ln(1 - share)``.
    """
    gain = np.log1p(-option_share)
    gain *= -induced_elasticity
    gain += 1.0
    gain *= option_share
    return gain * all_trips


def frequency_weights(
    weekly_flights: FlightsPerWeek, frequencies: FlightsPerWeekByFrequency
) -> ShareByFrequency:
    """Weight of each whole number of flights a week in the agreed one: one, or two that add up to one."""
    steps = np.clip(weekly_flights, frequencies[0], frequencies[-1]) - frequencies
    return np.maximum(1.0 - np.abs(steps) / (frequencies[1] - frequencies[0]), 0.0)


def share_by_aircraft(option_share: ShareByOption, frequency_weights: ShareByFrequency) -> UtilityByAircraft:
    """Part of all travellers that would fly at the agreed frequency, if seats were endless."""
    return (option_share * frequency_weights[:, np.newaxis, np.newaxis]).sum(axis=0)


def trips_by_aircraft(
    option_trips_by_purpose: TripsByOption, frequency_weights: ShareByFrequency
) -> TripsByAircraftAndPurpose:
    """Trips a year of the market itself that would take the flight at the agreed frequency."""
    return (option_trips_by_purpose * frequency_weights[:, np.newaxis, np.newaxis]).sum(axis=0)


def trips_willing_by_aircraft(
    trips_by_aircraft: TripsByAircraftAndPurpose, trips_brought: TripsPerYearBrought
) -> TripsByAircraft:
    """Trips a year that would take the flight of each type: the market's own, and those that others bring."""
    return trips_by_aircraft.sum(axis=1) + trips_brought.sum(axis=0)


def demand_per_sector(
    trips_willing_by_aircraft: TripsByAircraft, sectors: SectorsPerYear
) -> PassengersPerSectorByAircraft:
    """Passengers who ask for a seat on a mean sector."""
    return trips_willing_by_aircraft / sectors


def week_appeal(
    week_floor: FloorOfWeeks,
    delay_points: DelayPoints,
    delay_factor: ShareByPurpose,
    frequency_weights: ShareByFrequency,
    flight_utility: UtilityByAircraft,
) -> ShareByPurpose:
    """Utility of the flight with its week as other services meet it, in the middle of the types that suit.

    A service at every wished hour with this utility would take the same share, where shares are small.
    """
    kept = np.exp(read_along(week_floor[..., 0], delay_points[:, 0], delay_factor))
    offered = (kept * frequency_weights[:, np.newaxis]).sum(axis=0)
    return flight_utility.mean(axis=0) + np.log(offered)


def schedule_delay_by_aircraft(
    delay_hours: DelayHours, frequency_weights: ShareByFrequency
) -> DelayByAircraft:
    """Hours between the wished departure and the one that suits best, at the agreed frequency."""
    return (delay_hours * frequency_weights[:, np.newaxis, np.newaxis]).sum(axis=0)
