"""How many travel today between the cities of the line.

A count stands where one is published. Else two sources meet: near cities are told by a gravity of all trips
that is held by the one count of the region, far ones by the market's gravity of air trips, which says nothing
of cities that nobody flies between (docs/decisions/0020-fast-rail.md).
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Hours, Kilometres, Share, Unit
from egiz.market.felt import felt
from egiz.proposals.fast_rail.choice import (
    LegPurpose,
    PerHourByLeg,
    PerUsdByLeg,
    Purpose,
    ShareByLegPurpose,
    ShareByPurpose,
    TripsByLeg,
    Utility,
)
from egiz.proposals.fast_rail.time import HoursByLeg, Leg, ShareByLeg

PersonsByLeg = Annotated[Array, Unit("person"), Leg]
Persons = Annotated[Array, Unit("person")]
KilometresByLeg = Annotated[Array, Unit("km"), Leg]
TripsPerYear = Annotated[Array, Unit("pax/year")]
UsdByLeg = Annotated[Array, Unit("USD/pax"), Leg]
TripsByPurpose = Annotated[Array, Unit("pax/year"), Purpose]
TripsByLegPurpose = Annotated[Array, Unit("pax/year"), LegPurpose]


def near_mass(
    one_people: PersonsByLeg, other_people: PersonsByLeg, people_of_scale: Persons, near_people: Share
) -> ShareByLeg:
    """What the people of both cities do for trips."""
    return (one_people / people_of_scale * (other_people / people_of_scale)) ** near_people


def near_deterrence(
    straight_length: KilometresByLeg, near_reference: Kilometres, near_length: Share
) -> ShareByLeg:
    """What distance takes away from trips."""
    return (straight_length / near_reference) ** -near_length


def near_trips(
    near_level: TripsPerYear,
    near_mass: ShareByLeg,
    near_deterrence: ShareByLeg,
    near_border: Share,
    border_crossed: ShareByLeg,
    near_luck: Share,
) -> TripsByLeg:
    """Trips a year by all modes, both directions, by a gravity of near cities."""
    return near_level * near_mass * near_deterrence * near_border**border_crossed * near_luck


def most_trips(
    one_people: PersonsByLeg, other_people: PersonsByLeg, people_of_scale: Persons, city_trips: TripsPerYear
) -> TripsByLeg:
    """Most trips a year that two cities can have between them, both directions.

    As if those of the smaller one made all their trips beyond it to the other, and as many came from there.
    """
    smaller = np.minimum(one_people, other_people) / people_of_scale
    return (smaller + smaller) * city_trips


def usual_loss(
    usual_felt: HoursByLeg,
    leg_time_weight: PerHourByLeg,
    usual_delay: HoursByLeg,
    leg_delay_weight: PerHourByLeg,
    usual_fare: UsdByLeg,
    leg_cost_weight: PerUsdByLeg,
) -> ShareByLegPurpose:
    """Utility lost by time and money with a usual direct flight."""
    return (
        usual_felt[:, np.newaxis] * leg_time_weight
        + usual_delay[:, np.newaxis] * leg_delay_weight
        + usual_fare[:, np.newaxis] * leg_cost_weight
    )


def usual_felt(usual_hours: HoursByLeg, hours_reference: Hours, damping_hours: Hours) -> HoursByLeg:
    """Hours from door to door with a usual direct flight, as they weigh."""
    return felt(usual_hours, hours_reference, damping_hours)


def usual_share(
    air_constant: Share, usual_loss: ShareByLegPurpose, rest_logsum_by_leg: ShareByLegPurpose
) -> ShareByLegPurpose:
    """Part of all travellers that a usual direct flight would carry."""
    return 1.0 / (1.0 + np.exp(rest_logsum_by_leg - air_constant + usual_loss))


def anchor_share(
    usual_share: ShareByLegPurpose,
    induced_elasticity: Share,
    mode_share: Utility,
    air_counted: ShareByLeg,
) -> ShareByLegPurpose:
    """Part of all travellers that the market's air trips are: of a usual flight, or of those that fly."""
    left = np.maximum(1.0 - usual_share, np.finfo(np.float64).eps)
    usual = usual_share * (1.0 - induced_elasticity * np.log(left))
    return np.where(air_counted[:, np.newaxis] > 0.0, mode_share[:, 3], usual)


def leg_air_trips(air_middle: TripsByLeg, air_spread: ShareByLeg, air_luck: Share) -> TripsByLeg:
    """Air trips a year between two cities by the market's gravity, both directions."""
    return air_middle * np.exp(air_spread * air_luck)


def far_trips(
    leg_air_trips: TripsByLeg, purpose_share: ShareByPurpose, anchor_share: ShareByLegPurpose
) -> TripsByLegPurpose:
    """Trips a year by all modes, by the market's gravity of air trips."""
    least = np.finfo(np.float64).tiny
    return leg_air_trips[:, np.newaxis] * purpose_share / np.maximum(anchor_share, least)


def nearness(
    straight_length: KilometresByLeg, near_until: Kilometres, far_from: Kilometres, far_weight: Share
) -> ShareByLeg:
    """Weight of the gravity of near cities: all of it up to a distance, some of it beyond another."""
    near = np.clip((far_from - straight_length) / (far_from - near_until), 0.0, 1.0)
    return far_weight + (1.0 - far_weight) * near


def modelled_trips(
    near_trips: TripsByLeg, far_trips: TripsByLegPurpose, nearness: ShareByLeg, purpose_share: ShareByPurpose
) -> TripsByLegPurpose:
    """Trips a year by all modes where nobody counted: both gravities, in the mean of their logarithms."""
    near, weight = near_trips[:, np.newaxis] * purpose_share, nearness[:, np.newaxis]
    return near**weight * far_trips ** (1.0 - weight)


def market_alone(
    own_pair: ShareByLeg, straight_length: KilometresByLeg, near_until: Kilometres
) -> ShareByLeg:
    """Mark the pair under study if people fly so far: a flight and the railway share its trips."""
    return own_pair * (straight_length >= near_until)


def leg_trips(
    modelled_trips: TripsByLegPurpose,
    counted_trips: TripsByLeg,
    purpose_share: ShareByPurpose,
    all_trips: TripsByPurpose,
    market_alone: ShareByLeg,
    most_trips: TripsByLeg,
) -> TripsByLegPurpose:
    """Trips a year by all modes, both directions: counted, else modelled or the market's, within bounds."""
    counted = (counted_trips[:, np.newaxis] > 0.0) + np.zeros_like(modelled_trips)
    told = np.where(market_alone[:, np.newaxis] > 0.0, all_trips, modelled_trips)
    kept = told * (most_trips / np.maximum(told.sum(axis=1), most_trips))[:, np.newaxis]
    own = (counted > 0.0) & (market_alone[:, np.newaxis] <= 0.0)
    return np.where(own, counted_trips[:, np.newaxis] * purpose_share, kept)
