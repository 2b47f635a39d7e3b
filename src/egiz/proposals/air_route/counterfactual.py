"""How many would take the flight if one thing that keeps them away were not there."""

from __future__ import annotations

from egiz.figures.unit import Share
from egiz.proposals.air_route.sheet import TripsPerYear, TripsPerYearBrought


def trips_without_rivals(
    trips_own: TripsPerYear, home_kept: Share, away_kept: Share, trips_brought: TripsPerYearBrought
) -> TripsPerYear:
    """Trips that would take the flight if nobody drove to the airport of another city."""
    return trips_own / (home_kept * away_kept) + trips_brought.sum(axis=0)


def trips_without_modes(trips_willing: TripsPerYear) -> TripsPerYear:
    """Trips that would take the flight if there were no train, bus or car."""
    return trips_willing


def trips_if_daily(
    trips_own: TripsPerYear, frequency_share: Share, trips_brought: TripsPerYearBrought
) -> TripsPerYear:
    """Trips that would take the flights agreed if every traveller found one on the day wished."""
    return trips_own / frequency_share + trips_brought.sum(axis=0)
