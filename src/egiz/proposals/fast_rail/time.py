"""How long a journey takes with the trains of each design, and what it costs the traveller."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Hours, Over, Share, Unit
from egiz.market.felt import felt

Design = Over("design")
Leg = Over("leg")
Ride = Over("design", "leg")

HoursByRide = Annotated[Array, Unit("h"), Ride]
HoursByLeg = Annotated[Array, Unit("h"), Leg]
ShareByDesign = Annotated[Array, Unit("1"), Design]
ShareByLeg = Annotated[Array, Unit("1"), Leg]
PerDay = Annotated[Array, Unit("1/day")]
PerDayByLeg = Annotated[Array, Unit("1/day"), Leg]
Minutes = Annotated[Array, Unit("min")]
HoursPerMinute = Annotated[Array, Unit("h/min")]
ShareByRide = Annotated[Array, Unit("1"), Ride]
HoursPerDay = Annotated[Array, Unit("h/day")]
KilometresByRide = Annotated[Array, Unit("km"), Ride]
Kilometres = Annotated[Array, Unit("km")]
KilometresPerHour = Annotated[Array, Unit("km/h")]
HoursPerKilometreByPace = Annotated[Array, Unit("h/km"), Over("node_pace")]
KilometresByReach = Annotated[Array, Unit("km"), Over("node_reach")]
ShareByNode = Annotated[Array, Unit("1"), Over("node_reach", "node_pace")]
HoursByRun = Annotated[Array, Unit("h"), Over("design", "leg", "node_reach", "node_pace")]
UsdPerKilometre = Annotated[Array, Unit("USD/pax/km")]
UsdPerKilometreByDesign = Annotated[Array, Unit("USD/pax/km"), Design]
UsdByRide = Annotated[Array, Unit("USD/pax"), Ride]


def way_length(leg_length: KilometresByRide, unseen_detour: ShareByDesign) -> KilometresByRide:
    """Length between two cities, with what the ground of the study does not show."""
    return leg_length * unseen_detour[:, np.newaxis]


def node_weight(
    node_length: Kilometres,
    reach_points: KilometresByReach,
    node_speed: KilometresPerHour,
    pace_points: HoursPerKilometreByPace,
) -> ShareByNode:
    """Weight of each run that was made, so that together they stand for the slow way through cities."""
    reach = _between(node_length, reach_points[:, 0])
    pace = _between(1.0 / node_speed, pace_points[:, 0])
    return reach[:, np.newaxis] * pace


def _between(wanted: Array, points: Array) -> Array:
    """Weights of points that make what lies between them: (points, draws)."""
    order = np.argsort(points)
    marks = np.eye(points.size)[order]
    return np.stack([np.interp(wanted, points[order], mark) for mark in marks.T])


def leg_run(leg_runs: HoursByRun, node_weight: ShareByNode) -> HoursByRide:
    """Ideal run between two cities, standing apart, with the slow ways through all cities of the way."""
    return np.einsum("dlrp,rpk->dlk", leg_runs[..., 0], node_weight)


def run_time(
    leg_run: HoursByRide, recovery_margin: Share, run_time_doubt: ShareByDesign, unseen_detour: ShareByDesign
) -> HoursByRide:
    """Hours by the timetable: the ideal run, its margin, and what may come otherwise."""
    return leg_run * (1.0 + recovery_margin) * (run_time_doubt * unseen_detour)[:, np.newaxis]


def ride_time(
    run_time: HoursByRide,
    leg_halts: ShareByRide,
    halt_minutes: Minutes,
    hours_per_minute: HoursPerMinute,
    border_crossed: ShareByLeg,
    border_stop: Hours,
) -> HoursByRide:
    """Hours from departure to arrival, with stops between and the halt at a border."""
    return run_time + leg_halts * halt_minutes * hours_per_minute + border_crossed * border_stop


def door_hours(ride_time: HoursByRide, station_access: Hours, station_wait: Hours) -> HoursByRide:
    """Hours from door to door."""
    return ride_time + station_access + station_wait


def felt_hours(door_hours: HoursByRide, hours_reference: Hours, damping_hours: Hours) -> HoursByRide:
    """Hours from door to door as they weigh: each further one less."""
    return felt(door_hours, hours_reference, damping_hours)


def trains_a_day(daily_trains: PerDay, usual_daily_trains: PerDay) -> PerDay:
    """Trains a day each way on the first line: as agreed, or the usual number where nothing is."""
    return np.where(daily_trains > 0.0, daily_trains, usual_daily_trains)


def leg_trains(trains_a_day: PerDay, beyond_line: ShareByLeg, onward_trains: Share) -> PerDayByLeg:
    """Trains a day each way between two cities: beyond the first line only part of them goes on."""
    return trains_a_day * (1.0 - beyond_line * (1.0 - onward_trains))


def schedule_delay(leg_trains: PerDayByLeg, hours_per_day: HoursPerDay) -> HoursByLeg:
    """Mean hours between the wished and the nearest departure, if trains are spread evenly."""
    return hours_per_day / (4.0 * leg_trains)


def fare_rate(fare: UsdPerKilometre, usual_fare_rate: UsdPerKilometreByDesign) -> UsdPerKilometreByDesign:
    """Fare of a kilometre: as agreed, or the usual one where nothing is."""
    return np.where(fare > 0.0, fare, usual_fare_rate)


def leg_fare(fare_rate: UsdPerKilometreByDesign, way_length: KilometresByRide) -> UsdByRide:
    """What a traveller pays one way."""
    return fare_rate[:, np.newaxis] * way_length
