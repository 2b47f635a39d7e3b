"""Flying only in the months that carry most: the year's cost falls with its flights, the travellers less."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.engines.flight import carried
from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.chosen import UsdPerSectorChosen
from egiz.proposals.air_route.sheet import (
    PassengersPerSector,
    SectorsPerYear,
    TripsPerYear,
    UsdPerPassenger,
    UsdPerYear,
)

Month = Over("market.month")

ShareByMonth = Annotated[Array, Unit("1"), Month]


def season_marked(month_part: ShareByMonth, season_months: Share) -> ShareByMonth:
    """One for the consecutive months that carry most on expectation, nought for the rest."""
    expected = month_part.mean(axis=-1)
    ahead = np.arange(round(float(season_months.mean())))
    starts = np.arange(len(expected))
    windows = (starts[:, np.newaxis] + ahead) % len(expected)
    best = windows[expected[windows].sum(axis=1).argmax()]
    return np.isin(starts, best).astype(np.float64)[:, np.newaxis]


def season_share(month_part: ShareByMonth, season_marked: ShareByMonth) -> Share:
    """Part of a year's travellers who come in the season."""
    return (month_part * season_marked).sum(axis=0)


def year_flown(season_marked: ShareByMonth) -> Share:
    """Part of the year that is flown."""
    return season_marked.mean(axis=0)


def season_carried(
    chosen_demand: PassengersPerSector,
    season_share: Share,
    year_flown: Share,
    chosen_seat_limit: PassengersPerSector,
    demand_variation: Share,
) -> PassengersPerSector:
    """Passengers carried on a mean sector of the season."""
    return carried(chosen_demand * season_share / year_flown, chosen_seat_limit, demand_variation)


def season_sectors(sectors: SectorsPerYear, year_flown: Share) -> SectorsPerYear:
    """Sectors flown a year, if only in the season."""
    return sectors * year_flown


def season_passengers(season_carried: PassengersPerSector, season_sectors: SectorsPerYear) -> TripsPerYear:
    """Passengers a year, if it flies only in the season."""
    return season_carried * season_sectors


def season_revenue(season_passengers: TripsPerYear, net_fare: UsdPerPassenger) -> UsdPerYear:
    """Fares of a year, if it flies only in the season."""
    return season_passengers * net_fare


def season_cost(
    chosen_empty_cost: UsdPerSectorChosen,
    season_carried: PassengersPerSector,
    chosen_cost_per_passenger: UsdPerPassenger,
    season_sectors: SectorsPerYear,
) -> UsdPerYear:
    """Cost of a year, if it flies only in the season."""
    return (chosen_empty_cost + season_carried * chosen_cost_per_passenger) * season_sectors
