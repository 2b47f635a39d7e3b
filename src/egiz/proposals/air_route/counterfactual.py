"""How many would take the flight if one thing that keeps them away were not there.

The share of the type chosen at the agreed frequency is taken to the utilities without that thing by the odds,
as if all hours of the week were alike.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.demand import (
    ShareByPurpose,
    TripsByOption,
    TripsByPurpose,
    UtilityByAircraft,
)
from egiz.proposals.air_route.sheet import ShareByAircraft, TripsPerYear, TripsPerYearBrought

LEAST_LEFT = 1e-6
"""Part of all else that stays at least where what falls away is all there is."""

Service = Over("market.service")

ShareByService = Annotated[Array, Unit("1"), Service]
KilometresByService = Annotated[Array, Unit("km"), Service]
ShareByServiceAndPurpose = Annotated[Array, Unit("1"), Over("market.service", "market.purpose")]


def chosen_share(share_by_aircraft: UtilityByAircraft, aircraft_chosen: ShareByAircraft) -> ShareByPurpose:
    """Part of all travellers that would fly with the type chosen, by purpose."""
    return (share_by_aircraft * aircraft_chosen[:, np.newaxis]).sum(axis=0)


def existing_part(existing_logsum: ShareByPurpose, rest_logsum: ShareByPurpose) -> ShareByPurpose:
    """Part of everything but the flight that the services which exist make up."""
    return np.exp(existing_logsum - rest_logsum)


def rival_share(
    service_share: ShareByServiceAndPurpose, in_air: ShareByService, access_length: KilometresByService
) -> ShareByPurpose:
    """Of those who fly by the services that exist, the part that drives to the airport of another city."""
    flying = service_share * in_air[:, np.newaxis]
    driving = (flying * (access_length > 0.0)[:, np.newaxis]).sum(axis=0)
    return driving / np.maximum(flying.sum(axis=0), np.finfo(np.float64).tiny)


def odds_without_rivals(
    existing_part: ShareByPurpose,
    service_share: ShareByServiceAndPurpose,
    in_air: ShareByService,
    rival_share: ShareByPurpose,
    air_scale: Share,
) -> ShareByPurpose:
    """By how much the odds of the flight rise if nobody could fly from the airport of another city."""
    flying = (service_share * in_air[:, np.newaxis]).sum(axis=0)
    left = np.maximum(1.0 - rival_share, 0.0) ** (1.0 / air_scale)
    return _lightened(existing_part * flying * (1.0 - left))


def odds_without_modes(
    existing_part: ShareByPurpose, service_share: ShareByServiceAndPurpose, in_air: ShareByService
) -> ShareByPurpose:
    """By how much the odds of the flight rise if there were no train, bus or car."""
    return _lightened(existing_part * (service_share * (1.0 - in_air)[:, np.newaxis]).sum(axis=0))


def trips_without_rivals(
    all_trips: TripsByPurpose,
    chosen_share: ShareByPurpose,
    odds_without_rivals: ShareByPurpose,
    induced_elasticity: Share,
    trips_brought: TripsPerYearBrought,
) -> TripsPerYear:
    """Trips that would take the flight if nobody drove to the airport of another city."""
    own = _trips(all_trips, chosen_share, odds_without_rivals, induced_elasticity)
    return own + trips_brought.sum(axis=0)


def trips_without_modes(
    all_trips: TripsByPurpose,
    chosen_share: ShareByPurpose,
    odds_without_modes: ShareByPurpose,
    induced_elasticity: Share,
    trips_brought: TripsPerYearBrought,
) -> TripsPerYear:
    """Trips that would take the flight if there were no train, bus or car."""
    own = _trips(all_trips, chosen_share, odds_without_modes, induced_elasticity)
    return own + trips_brought.sum(axis=0)


def trips_if_daily(
    trips_willing: TripsPerYear,
    option_trips_by_purpose: TripsByOption,
    aircraft_chosen: ShareByAircraft,
    trips_brought: TripsPerYearBrought,
) -> TripsPerYear:
    """Trips that would take the flight if it left every day; those agreed, where it does so already."""
    daily = (option_trips_by_purpose[-1].sum(axis=1) * aircraft_chosen).sum(axis=0)
    return np.maximum(trips_willing, daily + trips_brought.sum(axis=0))


def _lightened(part: Array) -> Array:
    """Rise of the odds where this part of everything else falls away."""
    found: Array = 1.0 / np.maximum(1.0 - part, LEAST_LEFT)
    return found


def _trips(trips: Array, share: Array, odds: Array, induced: Array) -> Array:
    """Trips with the odds of the flight raised, induced ones included, over all purposes."""
    raised = share * odds / (1.0 - share + share * odds)
    found: Array = (trips * raised * (1.0 - induced * np.log1p(-raised))).sum(axis=0)
    return found
