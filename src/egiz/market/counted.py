"""Travellers by all modes where a count of air trips is published: it counts the flights that exist."""

from __future__ import annotations

from egiz.market.appeal import AppealByService, ShareByPurpose
from egiz.market.gravity import TripsPerYear
from egiz.market.ride import ShareByService
from egiz.market.trips import TripsByPurpose


def air_share(service_share: AppealByService, in_air: ShareByService) -> ShareByPurpose:
    """Part of the travellers of a purpose that flies by the services that exist."""
    return (service_share * in_air[:, None]).sum(axis=0)


def all_trips(
    air_trips: TripsPerYear, purpose_share: ShareByPurpose, air_share: ShareByPurpose
) -> TripsByPurpose:
    """Trips a year between the two cities by all modes, both directions."""
    return air_trips * purpose_share / air_share
