"""Who would fly, why, and in which month."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.demand import TripsByPurpose
from egiz.proposals.air_route.headline import TripsByMonth
from egiz.proposals.air_route.sheet import TripsPerYear

PassengersByPurpose = Annotated[Array, Unit("pax/year"), Over("market.purpose")]


def yearly_passengers_by_purpose(
    yearly_passengers: TripsPerYear, trips_by_purpose: TripsByPurpose
) -> PassengersByPurpose:
    """Passengers a year by why they travel: seats are shared out as they are asked for."""
    return yearly_passengers * trips_by_purpose / trips_by_purpose.sum(axis=0)


def peak_month(monthly_passengers: TripsByMonth) -> Share:
    """Number of the month with the most passengers on expectation, counted from 0."""
    return monthly_passengers.mean(axis=-1, keepdims=True).argmax(axis=0).astype(np.float64)


def quiet_month(monthly_passengers: TripsByMonth) -> Share:
    """Number of the month with the fewest passengers on expectation, counted from 0."""
    return monthly_passengers.mean(axis=-1, keepdims=True).argmin(axis=0).astype(np.float64)
