"""Travellers by all modes where gravity tells the air trips: those that a usual direct flight would carry."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Hours, Kilometres, Share, Unit
from egiz.market.appeal import HoursPerWeek, PerHourByPurpose, PerUsdByPurpose, ShareByPurpose
from egiz.market.felt import felt
from egiz.market.gravity import TripsPerYear
from egiz.market.ride import HoursPerSector, Speed, Usd, UsdPerKilometre
from egiz.market.trips import TripsByPurpose

Sectors = Annotated[Array, Unit("sector")]
PerWeek = Annotated[Array, Unit("1/week")]


def usual_ride(
    distance: Kilometres, flight_speed: Speed, one_sector: Sectors, sector_hours: HoursPerSector
) -> Hours:
    """Hours of a direct flight from stand to stand."""
    return distance / flight_speed + one_sector * sector_hours


def usual_hours(usual_ride: Hours, airport_time: Hours) -> Hours:
    """Hours from door to door with a direct flight."""
    return usual_ride + airport_time


def usual_felt(usual_hours: Hours, hours_reference: Hours, damping_hours: Hours) -> Hours:
    """The same as they weigh: each further hour less."""
    return felt(usual_hours, hours_reference, damping_hours)


def usual_fare(
    net_yield: UsdPerKilometre,
    distance: Kilometres,
    yield_reference_length: Kilometres,
    stage_length_elasticity: Share,
    ticket_charges: Usd,
) -> Usd:
    """What a direct flight costs one way, charges and taxes on the ticket included."""
    relative = (distance / yield_reference_length) ** stage_length_elasticity
    return net_yield * distance * relative + ticket_charges


def usual_delay(usual_departures: PerWeek, hours_per_week: HoursPerWeek, delay_most: Hours) -> Hours:
    """Mean hours between the wished and the nearest departure of the usual service."""
    return np.minimum(hours_per_week / (4.0 * usual_departures), delay_most)


def usual_loss(
    usual_felt: Hours,
    time_weight: PerHourByPurpose,
    usual_delay: Hours,
    delay_weight: PerHourByPurpose,
    usual_fare: Usd,
    cost_weight: PerUsdByPurpose,
) -> ShareByPurpose:
    """Utility lost by time and money with a usual direct flight."""
    return usual_felt * time_weight + usual_delay * delay_weight + usual_fare * cost_weight


def usual_share(
    air_constant: Share, usual_loss: ShareByPurpose, existing_logsum: ShareByPurpose
) -> ShareByPurpose:
    """Part of all travellers that a usual direct flight would carry."""
    return 1.0 / (1.0 + np.exp(existing_logsum - air_constant + usual_loss))


def usual_growth(usual_share: ShareByPurpose, induced_elasticity: Share) -> ShareByPurpose:
    """By how much a usual direct flight makes all trips grow: those by air that gravity tells hold them."""
    left = np.maximum(1.0 - usual_share, np.finfo(np.float64).eps)
    return 1.0 - induced_elasticity * np.log(left)


def all_trips(
    air_trips: TripsPerYear,
    purpose_share: ShareByPurpose,
    usual_share: ShareByPurpose,
    usual_growth: ShareByPurpose,
) -> TripsByPurpose:
    """Trips a year between the two cities by all modes, both directions, before there is a direct flight."""
    return air_trips * purpose_share / (usual_share * usual_growth)
