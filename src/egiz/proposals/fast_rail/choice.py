"""How people travel today between the cities of the line: the same choice as in the market of the pair.

Hours and fares of each way to travel are the middle of a market of those two cities; weights, constants and
nests are drawn, and they are those of the pair's market (docs/decisions/0011).
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Hours, Over, Share, Unit
from egiz.market.felt import felt
from egiz.market.nest import NOTHING, nested_logsum, nested_shares
from egiz.proposals.fast_rail.time import Leg, ShareByLeg

Mode = Over("mode")
LegMode = Over("leg", "mode")
Purpose = Over("market.purpose")
LegPurpose = Over("leg", "market.purpose")

LEAST, EPS = np.finfo(np.float64).tiny, np.finfo(np.float64).eps
"""Shares are kept from none and all by these."""

ShareByMode = Annotated[Array, Unit("1"), Mode]
ShareByLegMode = Annotated[Array, Unit("1"), LegMode]
HoursByLegMode = Annotated[Array, Unit("h"), LegMode]
UsdByLegMode = Annotated[Array, Unit("USD/pax"), LegMode]
ShareByPurpose = Annotated[Array, Unit("1"), Purpose]
PerHourByPurpose = Annotated[Array, Unit("1/h"), Purpose]
PerUsdByPurpose = Annotated[Array, Unit("pax/USD"), Purpose]
PerHourByLeg = Annotated[Array, Unit("1/h"), LegPurpose]
PerUsdByLeg = Annotated[Array, Unit("pax/USD"), LegPurpose]
ShareByLegPurpose = Annotated[Array, Unit("1"), LegPurpose]
Utility = Annotated[Array, Unit("1"), Over("leg", "mode", "market.purpose")]
TripsByLeg = Annotated[Array, Unit("pax/year"), Leg]


def leg_time_weight(time_weight: PerHourByPurpose, hour_ratio: ShareByLeg) -> PerHourByLeg:
    """Utility lost by an hour on the way, by what people earn along the line."""
    return hour_ratio[:, np.newaxis] * time_weight


def leg_delay_weight(delay_weight: PerHourByPurpose, hour_ratio: ShareByLeg) -> PerHourByLeg:
    """Utility lost by an hour of shift, by what people earn along the line."""
    return hour_ratio[:, np.newaxis] * delay_weight


def leg_cost_weight(cost_weight: PerUsdByPurpose, dollar_ratio: ShareByLeg) -> PerUsdByLeg:
    """Utility lost by a dollar, by what people earn along the line."""
    return dollar_ratio[:, np.newaxis] * cost_weight


def felt_mode_hours(
    mode_hours: HoursByLegMode, hours_reference: Hours, damping_hours: Hours
) -> HoursByLegMode:
    """Hours from door to door by each way to travel, as they weigh."""
    return felt(mode_hours, hours_reference, damping_hours)


def mode_time_loss(
    felt_mode_hours: HoursByLegMode,
    leg_time_weight: PerHourByLeg,
    mode_delay: HoursByLegMode,
    leg_delay_weight: PerHourByLeg,
) -> Utility:
    """Utility lost by hours on the way and by hours away from the wished ones."""
    time, delay = leg_time_weight[:, np.newaxis], leg_delay_weight[:, np.newaxis]
    return felt_mode_hours[:, :, np.newaxis] * time + mode_delay[:, :, np.newaxis] * delay


def mode_toll(
    mode_fare: UsdByLegMode,
    leg_cost_weight: PerUsdByLeg,
    mode_changes: ShareByLegMode,
    transfer_weight: ShareByPurpose,
) -> Utility:
    """Utility lost by the fare and by changes."""
    cost = leg_cost_weight[:, np.newaxis]
    return mode_fare[:, :, np.newaxis] * cost + mode_changes[:, :, np.newaxis] * transfer_weight


def mode_constants(
    train_constant: Share, bus_constant: Share, car_constant: Share, air_constant: Share
) -> ShareByMode:
    """Constants of the ways to travel, those of the market."""
    return np.stack(np.broadcast_arrays(train_constant, bus_constant, car_constant, air_constant))


def mode_utility(
    mode_constants: ShareByMode,
    mode_favour: ShareByLegMode,
    mode_offered: ShareByLegMode,
    mode_time_loss: Utility,
    mode_toll: Utility,
) -> Utility:
    """Utility of each way to travel; without bound below where it is not on offer."""
    own = np.where(mode_offered > 0.0, mode_constants + mode_favour, NOTHING)
    return own[:, :, np.newaxis] - mode_time_loss - mode_toll


def today_logsum(
    mode_utility: Utility,
    by_ground: ShareByMode,
    ground_scale: Share,
    by_air: ShareByMode,
    air_scale: Share,
) -> ShareByLegPurpose:
    """Expected best utility of all that there is today."""
    utility = np.moveaxis(mode_utility, 1, 0)
    return nested_logsum(utility, ((by_ground, ground_scale), (by_air, air_scale)))


def mode_share(
    mode_utility: Utility,
    by_ground: ShareByMode,
    ground_scale: Share,
    by_air: ShareByMode,
    air_scale: Share,
) -> Utility:
    """Part of the travellers that goes by each way today, by the model alone."""
    utility = np.moveaxis(mode_utility, 1, 0)
    shares = nested_shares(utility, ((by_ground, ground_scale), (by_air, air_scale)))
    return np.moveaxis(shares, 0, 1)


def counted_trips(counted_rail: TripsByLeg, counted_road: TripsByLeg) -> TripsByLeg:
    """Trips a year that were counted, both directions; none where nothing was."""
    return counted_rail + counted_road


def train_share(
    mode_share: Utility, counted_rail: TripsByLeg, counted_trips: TripsByLeg, uncounted: ShareByLeg
) -> ShareByLegPurpose:
    """Part of the travellers that goes by train today: as counted, else by the model."""
    counted = counted_rail / np.where(uncounted > 0.0, np.nan, counted_trips)
    return np.where(uncounted[:, np.newaxis] > 0.0, mode_share[:, 0], counted[:, np.newaxis])


def train_gap(train_share: ShareByLegPurpose, mode_share: Utility) -> ShareByLegPurpose:
    """How much more the train of today appeals than the model says, as a logarithm of odds; mostly less."""
    counted, model = (np.clip(one, LEAST, 1.0 - EPS) for one in (train_share, mode_share[:, 0]))
    gap: Array = np.log(counted / (1.0 - counted)) - np.log(model / (1.0 - model))
    return gap


def train_crowding(
    mode_share: Utility, mode_utility: Utility, today_logsum: ShareByLegPurpose, mode_offered: ShareByLegMode
) -> ShareByLegPurpose:
    """What the likes of buses and cars take from the train beside a bare logit; never above 0."""
    offered = np.broadcast_to(mode_offered[:, :1] > 0.0, today_logsum.shape)
    alone = np.where(offered, mode_utility[:, 0], 0.0) - today_logsum
    share = np.clip(mode_share[:, 0], LEAST, None)
    return np.where(offered, np.minimum(np.log(share) - alone, 0.0), 0.0)


def rest_logsum_by_leg(
    today_logsum: ShareByLegPurpose, mode_share: Utility, train_share: ShareByLegPurpose
) -> ShareByLegPurpose:
    """The same with the train as counted: all other ways keep their utility."""
    return today_logsum + np.log((1.0 - mode_share[:, 0]) / (1.0 - train_share))


def today_share(
    mode_share: Utility, train_share: ShareByLegPurpose, purpose_share: ShareByPurpose
) -> ShareByLegMode:
    """Part of all travellers that goes by each way today, with the train as counted."""
    kept = (1.0 - train_share) / (1.0 - mode_share[:, 0])
    shares = np.concatenate((train_share[:, np.newaxis], mode_share[:, 1:] * kept[:, np.newaxis]), axis=1)
    return (shares * purpose_share).sum(axis=2)
