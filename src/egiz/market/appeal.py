"""How services of a pair appeal to travellers, and which they choose: a nested logit (docs/decisions/0011).

Services that fly are one nest, those on the ground another. A proposed service stands beside both; what is
left without it is one number a purpose, the rest.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Hours, Over, Share, Unit
from egiz.market.nest import NOTHING, logsum, nested_logsum, nested_shares
from egiz.market.ride import HoursByService, Service, ShareByService, UsdByService

Purpose = Over("purpose")
Proposed = Over("service_appeal")

ShareByPurpose = Annotated[Array, Unit("1"), Purpose]
PerHourByPurpose = Annotated[Array, Unit("1/h"), Purpose]
UsdPerHourByPurpose = Annotated[Array, Unit("USD/pax/h"), Purpose]
PerUsdByPurpose = Annotated[Array, Unit("pax/USD"), Purpose]
AppealByService = Annotated[Array, Unit("1"), Service, Purpose]
AppealOfProposed = Annotated[Array, Unit("1"), Proposed, Purpose]
PerWeekByService = Annotated[Array, Unit("1/week"), Service]
HoursPerWeek = Annotated[Array, Unit("h/week")]
UsdPerPerson = Annotated[Array, Unit("USD/person")]


def pair_income(home_income: UsdPerPerson, away_income: UsdPerPerson) -> UsdPerPerson:
    """Income a head of the pair: the geometric mean of both ends."""
    return np.sqrt(home_income * away_income)


def hour_scale(
    pair_income: UsdPerPerson,
    income_reference: UsdPerPerson,
    value_of_time_elasticity: Share,
    income_to_money: Share,
) -> Share:
    """How much more an hour weighs where people earn more; the rest shows as a lighter dollar."""
    return (pair_income / income_reference) ** (value_of_time_elasticity * (1.0 - income_to_money))


def time_weight(time_weight_reference: PerHourByPurpose, hour_scale: Share) -> PerHourByPurpose:
    """Utility lost by an hour on the way."""
    return time_weight_reference * hour_scale


def early_weight(early_weight_reference: PerHourByPurpose, hour_scale: Share) -> PerHourByPurpose:
    """Utility lost by an hour that one leaves too early."""
    return early_weight_reference * hour_scale


def late_weight(late_weight_reference: PerHourByPurpose, hour_scale: Share) -> PerHourByPurpose:
    """Utility lost by an hour that one leaves too late."""
    return late_weight_reference * hour_scale


def hour_value(
    value_of_time_reference: UsdPerHourByPurpose,
    pair_income: UsdPerPerson,
    income_reference: UsdPerPerson,
    value_of_time_elasticity: Share,
) -> UsdPerHourByPurpose:
    """What an hour on the way is worth to a traveller: more where people earn more."""
    return value_of_time_reference * (pair_income / income_reference) ** value_of_time_elasticity


def cost_weight(time_weight: PerHourByPurpose, hour_value: UsdPerHourByPurpose) -> PerUsdByPurpose:
    """Utility lost by a dollar: that of an hour, over what an hour is worth."""
    return time_weight / hour_value


def schedule_delay(
    unevenness: ShareByService,
    weekly_departures: PerWeekByService,
    hours_per_week: HoursPerWeek,
    delay_most: Hours,
) -> HoursByService:
    """Mean hours between the wished and the nearest departure of the week.

    Departures spread evenly give a quarter of the time between two. Where a timetable is known, the journeys
    engine tells in closed form how much more its own departures give (docs/decisions/0015-journeys.md).
    """
    return np.minimum(unevenness * hours_per_week / (4.0 * weekly_departures), delay_most)


def delay_weight(early_weight: PerHourByPurpose, late_weight: PerHourByPurpose) -> PerHourByPurpose:
    """Utility lost by an hour of shift where people take the earlier or the later departure, as suits."""
    return 2.0 * early_weight * late_weight / (early_weight + late_weight)


def time_loss(
    felt_hours: HoursByService,
    time_weight: PerHourByPurpose,
    schedule_delay: HoursByService,
    delay_weight: PerHourByPurpose,
) -> AppealByService:
    """Utility lost by hours on the way and by hours away from the wished ones."""
    return felt_hours[:, np.newaxis] * time_weight + schedule_delay[:, np.newaxis] * delay_weight


def toll(
    service_fare: UsdByService,
    cost_weight: PerUsdByPurpose,
    changes: ShareByService,
    transfer_weight: ShareByPurpose,
) -> AppealByService:
    """Utility lost by the fare and by changes."""
    return service_fare[:, np.newaxis] * cost_weight + changes[:, np.newaxis] * transfer_weight


def strangeness(abroad: ShareByService, foreign_airport_effect: Share) -> ShareByService:
    """What an airport across the border loses in appeal to those who live on this side."""
    return abroad * foreign_airport_effect


def service_utility(
    mode_constant: ShareByService,
    strangeness: ShareByService,
    chance_offered: ShareByService,
    time_loss: AppealByService,
    toll: AppealByService,
) -> AppealByService:
    """Utility of each service; one that may not exist counts as much less as it is unlikely."""
    with np.errstate(divide="ignore"):
        own = mode_constant + strangeness + np.log(chance_offered)
    return own[:, np.newaxis] - time_loss - toll


def air_constant(constant_of_air: Share) -> Share:
    """Constant of a direct flight: what time, fare and timetable leave unsaid of it."""
    return constant_of_air


def existing_logsum(
    service_utility: AppealByService,
    on_ground: ShareByService,
    ground_scale: Share,
    in_air: ShareByService,
    air_scale: Share,
) -> ShareByPurpose:
    """Expected best utility of all services that exist."""
    return nested_logsum(service_utility, ((on_ground, ground_scale), (in_air, air_scale)))


def service_share(
    service_utility: AppealByService,
    on_ground: ShareByService,
    ground_scale: Share,
    in_air: ShareByService,
    air_scale: Share,
) -> AppealByService:
    """Part of the travellers of a purpose that takes each existing service, if nothing is added."""
    return nested_shares(service_utility, ((on_ground, ground_scale), (in_air, air_scale)))


def rest_logsum(service_appeal: AppealOfProposed, existing_logsum: ShareByPurpose) -> AppealOfProposed:
    """Expected best utility of everything but one proposed service, for each of them."""
    own = np.eye(len(service_appeal), dtype=bool)[..., np.newaxis, np.newaxis]
    others = np.where(own, NOTHING, service_appeal[:, np.newaxis])
    return np.logaddexp(logsum(others), existing_logsum)
