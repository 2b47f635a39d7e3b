"""Who would take the trains of each design: part of all travellers, and trips that the trains bring."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Hours, Over, Share, Unit
from egiz.market.nest import logsum
from egiz.proposals.fast_rail.choice import (
    PerHourByLeg,
    PerUsdByLeg,
    ShareByLegMode,
    ShareByLegPurpose,
    ShareByPurpose,
)
from egiz.proposals.fast_rail.spread import over_alternatives
from egiz.proposals.fast_rail.time import (
    HoursByLeg,
    HoursByRide,
    Ride,
    ShareByDesign,
    ShareByLeg,
    UsdByRide,
)
from egiz.proposals.fast_rail.travel import TripsByLegPurpose

Alternative = Over("alternative")
Extent = Over("extent", "leg")

UtilityOfRide = Annotated[Array, Unit("1"), Over("design", "leg", "market.purpose")]
RidersByRide = Annotated[Array, Unit("pax/year"), Ride]
RidersByAlternative = Annotated[Array, Unit("pax/year"), Alternative]
Served = Annotated[Array, Unit("1"), Extent]
ShareByRide = Annotated[Array, Unit("1"), Ride]
RidersByMode = Annotated[Array, Unit("pax/year"), Over("mode")]
RidersByLeg = Annotated[Array, Unit("pax/year"), Over("leg")]
TripsPerYear = Annotated[Array, Unit("pax/year")]
PerHour = Annotated[Array, Unit("1/h")]


def time_utility(
    felt_hours: HoursByRide,
    leg_time_weight: PerHourByLeg,
    schedule_delay: HoursByLeg,
    leg_delay_weight: PerHourByLeg,
) -> UtilityOfRide:
    """Utility that hours on the way and hours of shift leave to the trains, below zero."""
    delay = schedule_delay[:, np.newaxis] * leg_delay_weight
    return -felt_hours[:, :, np.newaxis] * leg_time_weight - delay


def rail_utility(
    fast_constant: ShareByDesign,
    time_utility: UtilityOfRide,
    leg_fare: UsdByRide,
    leg_cost_weight: PerUsdByLeg,
    train_gap: ShareByLegPurpose,
    gap_kept: ShareByDesign,
) -> UtilityOfRide:
    """Utility of the trains: constant, hours, fare, and what keeps people from the train of today."""
    own = fast_constant[:, np.newaxis, np.newaxis] + gap_kept[:, np.newaxis, np.newaxis] * train_gap
    return own + time_utility - leg_fare[:, :, np.newaxis] * leg_cost_weight


def rest_utility(
    rest_logsum: ShareByPurpose, rest_logsum_by_leg: ShareByLegPurpose, own_pair: ShareByLeg
) -> ShareByLegPurpose:
    """Expected best utility of all else; for the pair of the study other proposals are in it."""
    return np.where(own_pair[:, np.newaxis] > 0.0, rest_logsum, rest_logsum_by_leg)


def rail_share(rail_utility: UtilityOfRide, rest_utility: ShareByLegPurpose) -> UtilityOfRide:
    """Part of all travellers that would take the trains."""
    return 1.0 / (1.0 + np.exp(rest_utility - rail_utility))


def drawn_by_ride(rail_share: UtilityOfRide, leg_trips: TripsByLegPurpose) -> RidersByRide:
    """Trips a year that come from other ways to travel, both directions."""
    return (rail_share * leg_trips).sum(axis=2)


def new_by_ride(
    rail_share: UtilityOfRide, leg_trips: TripsByLegPurpose, induced_elasticity: Share
) -> RidersByRide:
    """Trips a year that are made because the trains are there, both directions."""
    gain = -np.log1p(-np.minimum(rail_share, 1.0 - np.finfo(np.float64).eps))
    return (rail_share * leg_trips * gain).sum(axis=2) * induced_elasticity


def riders_by_ride(drawn_by_ride: RidersByRide, new_by_ride: RidersByRide) -> RidersByRide:
    """Riders a year between two cities with each design, both directions, once the line is known."""
    return drawn_by_ride + new_by_ride


def yearly_riders_by_alternative(riders_by_ride: RidersByRide, serves: Served) -> RidersByAlternative:
    """Riders a year of each alternative, all pairs of cities together."""
    return over_alternatives(riders_by_ride, serves)


def yearly_riders_by_leg(riders_by_ride: RidersByRide, design_drawn: ShareByDesign) -> RidersByLeg:
    """Riders a year between two cities with the design agreed, whether or not the line agreed goes so far."""
    return (riders_by_ride * design_drawn[:, np.newaxis]).sum(axis=0)


def riders_by_mode(
    drawn_by_ride: RidersByRide, chosen_rides: ShareByRide, today_share: ShareByLegMode
) -> RidersByMode:
    """Riders a year of the alternative agreed by what they take today, in proportion to its share."""
    by_leg = (drawn_by_ride * chosen_rides).sum(axis=0)
    return (by_leg[:, np.newaxis] * today_share).sum(axis=0)


def new_riders(new_by_ride: RidersByRide, chosen_rides: ShareByRide) -> TripsPerYear:
    """Riders a year of the alternative agreed who would not travel otherwise."""
    return (new_by_ride * chosen_rides).sum(axis=(0, 1))


def service_appeal(
    rail_utility: UtilityOfRide, chosen_rides: ShareByRide, own_pair: ShareByLeg
) -> ShareByPurpose:
    """Utility of the trains agreed as other services of the pair meet it; none where they do not join it."""
    on_offer = (chosen_rides * own_pair)[..., 0] > 0.0
    return logsum(rail_utility[on_offer])


def time_only_share(
    ride_time: HoursByRide,
    rail_share_level: Share,
    rail_share_slope: PerHour,
    rail_share_reference: Hours,
    rail_share_error: Share,
) -> ShareByRide:
    """Part of those who fly or ride that rides, by hours on the train alone: to hold ours against."""
    odds = rail_share_level + rail_share_slope * (ride_time - rail_share_reference) + rail_share_error
    return 1.0 / (1.0 + np.exp(-odds))


def share_beside_flight(
    rail_utility: UtilityOfRide,
    air_constant: Share,
    usual_loss: ShareByLegPurpose,
    purpose_share: ShareByPurpose,
) -> ShareByRide:
    """The same by our choice, if a usual direct flight left daily."""
    flight = air_constant - usual_loss
    return (purpose_share / (1.0 + np.exp(flight - rail_utility))).sum(axis=2)


def held_hours(ride_time: HoursByRide, held_ride: ShareByRide) -> Hours:
    """Hours on the train between the cities of the study, on the first way that joins them."""
    return (ride_time * held_ride).sum(axis=(0, 1))


def held_by_time(time_only_share: ShareByRide, held_ride: ShareByRide) -> Share:
    """Part of those who fly or ride that would ride between these cities, by hours alone."""
    return (time_only_share * held_ride).sum(axis=(0, 1))


def held_by_choice(share_beside_flight: ShareByRide, held_ride: ShareByRide) -> Share:
    """The same by our choice, if a usual direct flight left daily."""
    return (share_beside_flight * held_ride).sum(axis=(0, 1))
