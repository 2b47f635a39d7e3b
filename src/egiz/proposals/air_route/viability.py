"""Would it live: the chance that the service runs two years without support (docs/decisions/0010).

A new route is given up with a hazard a month that falls with its passengers and with what its fares cover of
its cost. In the first months fewer travellers know of it. Closures of airspace, safety suspensions and
pandemics are dated scenarios and no part of this chance.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.engines.survival import exit_hazard, ramped, surviving
from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.sheet import TripsPerYear, UsdPerYear

Period = Over("ramp_period")

Cover = Annotated[Array, Unit("USD/USD")]
Months = Annotated[Array, Unit("month")]
ShareByPeriod = Annotated[Array, Unit("1"), Period]
MonthsByPeriod = Annotated[Array, Unit("month"), Period]
HazardPerMonth = Annotated[Array, Unit("1/month")]
UsdPerSector = Annotated[Array, Unit("USD/sector")]
SectorsPerYear = Annotated[Array, Unit("sector/year")]


UNIT_EXEMPT = {"usual_hazard": "an exponential of a level; the fit states the unit"}


def usual_hazard(exit_level: Share) -> HazardPerMonth:
    """Hazard a month of a new route of the size and the cover that the fit refers to."""
    return np.exp(exit_level)


def cover(yearly_revenue: UsdPerYear, yearly_cost: UsdPerYear) -> Cover:
    """What the fares of a mature year cover of its cost."""
    return yearly_revenue / yearly_cost


def ramp_weight(ramp_up: ShareByPeriod, ramp_months: MonthsByPeriod, exit_thinness: Share) -> Months:
    """Months at the mature hazard that weigh as much as the first 24, in which fewer know of the flight."""
    return ramped(ramp_up, ramp_months, exit_thinness)


def relative_size(
    yearly_passengers: TripsPerYear,
    exit_passengers_most: TripsPerYear,
    exit_passengers_scale: TripsPerYear,
) -> Share:
    """Passengers over those at which the hazard is stated; beyond a size no route is safer."""
    return np.minimum(yearly_passengers, exit_passengers_most) / exit_passengers_scale


def relative_cover(paid_cover: Cover, exit_cover_most: Share, exit_cover_reference: Share) -> Share:
    """Cover over that of the routes the hazard was fitted on; beyond some cover no route is safer."""
    return np.minimum(paid_cover, exit_cover_most) / exit_cover_reference


def hazard(
    relative_size: Share,
    relative_cover: Share,
    usual_hazard: HazardPerMonth,
    exit_thinness: Share,
    exit_cover_elasticity: Share,
) -> HazardPerMonth:
    """Hazard a month that the service is given up, once it is mature."""
    return exit_hazard(relative_size, relative_cover, usual_hazard, exit_thinness, exit_cover_elasticity)


def chance_viable(hazard: HazardPerMonth, ramp_weight: Months, closure_survived: Share) -> Share:
    """Chance that the service runs at least 24 months without support, unless a scenario pays some."""
    return surviving(hazard, ramp_weight) * closure_survived


def yearly_gap(sector_gap: UsdPerSector, sectors: SectorsPerYear) -> UsdPerYear:
    """What a year would need from a budget to come out even."""
    return sector_gap * sectors
