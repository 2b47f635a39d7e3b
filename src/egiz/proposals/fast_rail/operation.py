"""Trains, people and upkeep of a mature year."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Hours, Share, Unit
from egiz.proposals.fast_rail.capital import KilometresByAlternative, ShareByAlternative, UsdByAlternative
from egiz.proposals.fast_rail.rider import Alternative, RidersByRide, Served
from egiz.proposals.fast_rail.spread import over_alternatives
from egiz.proposals.fast_rail.time import HoursByRide, HoursPerDay, KilometresByRide, PerDay, UsdByRide

HoursByAlternative = Annotated[Array, Unit("h"), Alternative]
HoursPerDayByAlternative = Annotated[Array, Unit("h/day"), Alternative]
KilometresPerYear = Annotated[Array, Unit("km/year"), Alternative]
KilometresPerDay = Annotated[Array, Unit("km/day"), Alternative]
DaysPerYear = Annotated[Array, Unit("day/year")]
SeatsByAlternative = Annotated[Array, Unit("seat"), Alternative]
AboardByAlternative = Annotated[Array, Unit("pax"), Alternative]
LoadByAlternative = Annotated[Array, Unit("pax/seat"), Alternative]
Load = Annotated[Array, Unit("pax/seat")]
EnergyPerKilometre = Annotated[Array, Unit("kWh/km"), Alternative]
EnergyPerYear = Annotated[Array, Unit("kWh/year"), Alternative]
UsdPerEnergy = Annotated[Array, Unit("USD/kWh")]
UsdPerYear = Annotated[Array, Unit("USD/year"), Alternative]
UsdPerKilometre = Annotated[Array, Unit("USD/km")]
UsdPerHour = Annotated[Array, Unit("USD/h")]
UsdPerKilometreYear = Annotated[Array, Unit("USD/km/year"), Alternative]
PerYear = Annotated[Array, Unit("1/year")]
Years = Annotated[Array, Unit("year")]


def daily_way(
    line_length: KilometresByAlternative,
    way_on_length: KilometresByAlternative,
    detour: ShareByAlternative,
    onward_trains: Share,
    trains_a_day: PerDay,
    both_ways: Share,
) -> KilometresPerDay:
    """Kilometres that the trains of the timetable run in a day."""
    return (line_length + way_on_length * onward_trains) * detour * trains_a_day * both_ways


def first_line_hours(ride_time: HoursByRide, first_legs: Served) -> HoursByAlternative:
    """Hours from one end of the first line to the other, stops included; none where nothing is built."""
    return over_alternatives(ride_time, first_legs)


def daily_hours(
    first_line_hours: HoursByAlternative,
    hours_by_alternative: HoursByAlternative,
    turn_time: Hours,
    onward_trains: Share,
    trains_a_day: PerDay,
    both_ways: Share,
) -> HoursPerDayByAlternative:
    """Hours that the trains of the timetable are at work in a day, turns at the ends included."""
    running = first_line_hours + (hours_by_alternative - first_line_hours) * onward_trains
    return (running + np.where(running > 0.0, turn_time, 0.0)) * trains_a_day * both_ways


def riders_aboard(
    riders_by_ride: RidersByRide,
    way_length: KilometresByRide,
    serves: Served,
    daily_way: KilometresPerDay,
    days_per_year: DaysPerYear,
) -> AboardByAlternative:
    """Riders aboard a train of the timetable on a mean kilometre."""
    ridden = over_alternatives(riders_by_ride * way_length, serves)
    none = daily_way <= 0.0
    return np.where(none, 0.0, ridden) / (np.where(none, np.inf, daily_way) * days_per_year)


def reinforcement(
    riders_aboard: AboardByAlternative, train_seats: SeatsByAlternative, highest_load: Load
) -> ShareByAlternative:
    """Trains that run for each one of the timetable: more where riders would not find seats."""
    return np.maximum(riders_aboard / (train_seats * highest_load), 1.0)


def alternative_load(
    riders_aboard: AboardByAlternative, train_seats: SeatsByAlternative, reinforcement: ShareByAlternative
) -> LoadByAlternative:
    """Part of the seats that is filled on a mean kilometre."""
    return riders_aboard / train_seats / reinforcement


def train_kilometres_by_alternative(
    daily_way: KilometresPerDay, reinforcement: ShareByAlternative, days_per_year: DaysPerYear
) -> KilometresPerYear:
    """Kilometres that trains run in a year."""
    return daily_way * reinforcement * days_per_year


def alternative_fleet(
    daily_hours: HoursPerDayByAlternative,
    reinforcement: ShareByAlternative,
    working_hours: HoursPerDay,
    spare_trains: Share,
) -> ShareByAlternative:
    """Trains that must be bought, spare ones included."""
    return daily_hours * reinforcement / working_hours * (1.0 + spare_trains)


def hours_by_alternative(ride_time: HoursByRide, whole_legs: Served) -> HoursByAlternative:
    """Hours from one end of each alternative to the other, stops included; none where nothing is built."""
    return over_alternatives(ride_time, whole_legs)


def energy_per_kilometre(train_energy: EnergyPerKilometre, energy_doubt: Share) -> EnergyPerKilometre:
    """Electricity of a train-kilometre at the wire."""
    return train_energy * energy_doubt


def energy_use(
    train_kilometres_by_alternative: KilometresPerYear,
    energy_per_kilometre: EnergyPerKilometre,
) -> EnergyPerYear:
    """Electricity of a year at the wire."""
    return train_kilometres_by_alternative * energy_per_kilometre


def energy_cost(energy_use: EnergyPerYear, electricity_price: UsdPerEnergy) -> UsdPerYear:
    """What electricity costs in a year."""
    return energy_use * electricity_price


def crew_cost(
    daily_hours: HoursPerDayByAlternative,
    reinforcement: ShareByAlternative,
    crew_rate: UsdPerHour,
    days_per_year: DaysPerYear,
) -> UsdPerYear:
    """What crews cost in a year."""
    return daily_hours * reinforcement * days_per_year * crew_rate


def train_care(
    train_kilometres_by_alternative: KilometresPerYear, train_upkeep: UsdPerKilometre
) -> UsdPerYear:
    """What keeping trains in order costs in a year."""
    return train_kilometres_by_alternative * train_upkeep


def train_rent(
    alternative_fleet: ShareByAlternative,
    train_price: UsdByAlternative,
    discount_rate: Share,
    train_life: Years,
    one_year: Years,
) -> UsdPerYear:
    """What trains cost in a year: their price spread over their life, with interest."""
    kept = 1.0 - (1.0 + discount_rate) ** -(train_life / one_year)
    return alternative_fleet * train_price * discount_rate / kept / one_year


def revenue_by_alternative(riders_by_ride: RidersByRide, leg_fare: UsdByRide, serves: Served) -> UsdPerYear:
    """Fares of a mature year."""
    return over_alternatives(riders_by_ride * leg_fare, serves)


def direct_running(
    energy_cost: UsdPerYear, crew_cost: UsdPerYear, train_care: UsdPerYear, train_rent: UsdPerYear
) -> UsdPerYear:
    """Electricity, crews, upkeep and rent of trains in a mature year."""
    return energy_cost + crew_cost + train_care + train_rent


def running_by_alternative(
    direct_running: UsdPerYear, overhead_share: Share, revenue_by_alternative: UsdPerYear, sales_share: Share
) -> UsdPerYear:
    """What running trains costs in a mature year, access to the line left out."""
    return direct_running * (1.0 + overhead_share) + revenue_by_alternative * sales_share


def upkeep_by_alternative(
    built_way: KilometresByAlternative,
    track_upkeep: UsdPerKilometreYear,
    capital_cost_by_alternative: UsdByAlternative,
    renewal_rate: PerYear,
) -> UsdPerYear:
    """What keeping and renewing the line costs in a year."""
    return built_way * track_upkeep + capital_cost_by_alternative * renewal_rate


def access_by_alternative(
    train_kilometres_by_alternative: KilometresPerYear, access_charge: UsdPerKilometre
) -> UsdPerYear:
    """What the operator pays to the owner of the line in a year: no cost to both together."""
    return train_kilometres_by_alternative * access_charge
