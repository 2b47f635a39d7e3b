"""Who would take the trains of each design: part of all travellers, and trips that the trains bring."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Hours, Over, Share, Unit
from egiz.market.nest import logsum
from egiz.proposals.fast_rail.choice import (
    EPS,
    LEAST,
    PerHourByLeg,
    PerUsdByLeg,
    ShareByLegMode,
    ShareByLegPurpose,
    ShareByPurpose,
    TripsByLeg,
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
RidersByRideMode = Annotated[Array, Unit("pax/year"), Over("design", "leg", "mode")]
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


def train_pull(
    train_gap: ShareByLegPurpose,
    train_crowding: ShareByLegPurpose,
    gap_kept: ShareByDesign,
    replaces_trains: ShareByDesign,
) -> UtilityOfRide:
    """What the trains of today hand on beside time and fare; to those on a new line nothing but bad."""
    place = replaces_trains[:, np.newaxis, np.newaxis]
    gap = np.where(place > 0.0, train_gap, np.minimum(train_gap, 0.0))
    return gap_kept[:, np.newaxis, np.newaxis] * gap + place * train_crowding


def rail_utility(
    fast_constant: ShareByDesign,
    time_utility: UtilityOfRide,
    leg_fare: UsdByRide,
    leg_cost_weight: PerUsdByLeg,
    train_pull: UtilityOfRide,
) -> UtilityOfRide:
    """Utility of the trains: constant, hours, fare, and what the trains of today hand on."""
    own = fast_constant[:, np.newaxis, np.newaxis] + train_pull
    return own + time_utility - leg_fare[:, :, np.newaxis] * leg_cost_weight


def exist_utility(
    existing_logsum: ShareByPurpose, rest_logsum_by_leg: ShareByLegPurpose, own_pair: ShareByLeg
) -> ShareByLegPurpose:
    """Expected best utility of all that there is today, no proposal among it."""
    return np.where(own_pair[:, np.newaxis] > 0.0, existing_logsum, rest_logsum_by_leg)


def rest_utility(
    rest_logsum: ShareByPurpose, rest_logsum_by_leg: ShareByLegPurpose, own_pair: ShareByLeg
) -> ShareByLegPurpose:
    """Expected best utility of all else; for the pair of the study other proposals are in it."""
    return np.where(own_pair[:, np.newaxis] > 0.0, rest_logsum, rest_logsum_by_leg)


def rest_left(
    rest_utility: ShareByLegPurpose,
    exist_utility: ShareByLegPurpose,
    train_share: ShareByLegPurpose,
    replaces_trains: ShareByDesign,
) -> UtilityOfRide:
    """The same beside each design: where it takes the place of the trains of today, without them."""
    gone = train_share * np.exp(np.minimum(exist_utility - rest_utility, 0.0))
    place = replaces_trains[:, np.newaxis, np.newaxis]
    return rest_utility + np.log1p(-place * np.minimum(gone, 1.0 - EPS))


def rail_share(rail_utility: UtilityOfRide, rest_left: UtilityOfRide) -> UtilityOfRide:
    """Part of all travellers that would take the trains."""
    return 1.0 / (1.0 + np.exp(rest_left - rail_utility))


def drawn_by_ride(rail_share: UtilityOfRide, leg_trips: TripsByLegPurpose) -> RidersByRide:
    """Trips a year of those who travel today, both directions, riders of today's trains among them."""
    return (rail_share * leg_trips).sum(axis=2)


def kept_by_ride(
    rail_share: UtilityOfRide,
    train_share: ShareByLegPurpose,
    leg_trips: TripsByLegPurpose,
    replaces_trains: ShareByDesign,
) -> RidersByRide:
    """Riders of today's trains whom trains in their place take over, both directions."""
    stay = np.minimum(rail_share, train_share) * replaces_trains[:, np.newaxis, np.newaxis]
    return (stay * leg_trips).sum(axis=2)


def gain_by_ride(
    rail_share: UtilityOfRide, rest_left: UtilityOfRide, rest_utility: ShareByLegPurpose
) -> UtilityOfRide:
    """What travellers gain by the trains, in utility; none where trains in the place of today's are worse."""
    whole = rest_left - np.log1p(-np.minimum(rail_share, 1.0 - EPS))
    return np.maximum(whole - rest_utility, 0.0)


def new_by_ride(
    rail_share: UtilityOfRide,
    leg_trips: TripsByLegPurpose,
    gain_by_ride: UtilityOfRide,
    induced_elasticity: Share,
    most_trips: TripsByLeg,
) -> RidersByRide:
    """Trips a year made because the trains are there, both directions; no more than people have left."""
    made = (rail_share * leg_trips * gain_by_ride).sum(axis=2) * induced_elasticity
    return np.minimum(made, np.maximum(most_trips - leg_trips.sum(axis=1), 0.0))


def riders_by_ride(drawn_by_ride: RidersByRide, new_by_ride: RidersByRide) -> RidersByRide:
    """Riders a year between two cities with each design, both directions, once the line is known."""
    return drawn_by_ride + new_by_ride


def yearly_riders_by_alternative(riders_by_ride: RidersByRide, serves: Served) -> RidersByAlternative:
    """Riders a year of each alternative, all pairs of cities together."""
    return over_alternatives(riders_by_ride, serves)


def yearly_riders_by_leg(riders_by_ride: RidersByRide, design_drawn: ShareByDesign) -> RidersByLeg:
    """Riders a year between two cities with the design agreed, whether or not the line agreed goes so far."""
    return (riders_by_ride * design_drawn[:, np.newaxis]).sum(axis=0)


def taken_by_ride(
    drawn_by_ride: RidersByRide,
    kept_by_ride: RidersByRide,
    today_share: ShareByLegMode,
    replaces_trains: ShareByDesign,
) -> RidersByRideMode:
    """Riders by what they take today, in proportion to its share; an upgrade takes over its trains'."""
    others = today_share.copy()
    others[:, 0] = 0.0
    others /= np.maximum(others.sum(axis=1, keepdims=True), LEAST)
    place = replaces_trains[:, np.newaxis, np.newaxis]
    found = (drawn_by_ride - kept_by_ride)[:, :, np.newaxis] * np.where(place > 0.0, others, today_share)
    found[:, :, 0] += kept_by_ride
    return found


def riders_by_mode(taken_by_ride: RidersByRideMode, chosen_rides: ShareByRide) -> RidersByMode:
    """Riders a year of the alternative agreed by what they take today."""
    return (taken_by_ride * chosen_rides[:, :, np.newaxis]).sum(axis=(0, 1))


def new_riders(new_by_ride: RidersByRide, chosen_rides: ShareByRide) -> TripsPerYear:
    """Riders a year of the alternative agreed who would not travel otherwise."""
    return (new_by_ride * chosen_rides).sum(axis=(0, 1))


def appeal_by_ride(
    rail_utility: UtilityOfRide,
    exist_utility: ShareByLegPurpose,
    train_share: ShareByLegPurpose,
    replaces_trains: ShareByDesign,
) -> UtilityOfRide:
    """What the trains add to all that there is: less the trains of today where they take their place."""
    gone = train_share * np.exp(np.minimum(exist_utility - rail_utility, -np.log(LEAST) / 2.0))
    place = replaces_trains[:, np.newaxis, np.newaxis]
    return rail_utility + np.log1p(-place * np.minimum(gone, 1.0 - EPS))


def service_appeal(
    appeal_by_ride: UtilityOfRide, chosen_rides: ShareByRide, own_pair: ShareByLeg
) -> ShareByPurpose:
    """Utility of the trains agreed as other services of the pair meet it; none where they do not join it."""
    on_offer = (chosen_rides * own_pair)[..., 0] > 0.0
    return logsum(appeal_by_ride[on_offer])


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
