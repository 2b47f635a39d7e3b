"""A fair in numbers: whom it brings, over its years, and what each size of hall costs."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Share, Unit

Visitors = Annotated[Array, Unit("pax/year")]
VisitorsByYear = Annotated[Array, Unit("pax/year"), Over("year")]
GrowthByYear = Annotated[Array, Unit("1"), Over("year")]
UsdPerYearByOption = Annotated[Array, Unit("USD/year"), Over("option")]
UsdPerDayByOption = Annotated[Array, Unit("USD/day"), Over("option")]
DaysPerYear = Annotated[Array, Unit("day/year")]
UsdPerYear = Annotated[Array, Unit("USD/year")]


def visitors_by_year(visitors: Visitors, renown: GrowthByYear) -> VisitorsByYear:
    """People who come each year as the fair becomes known."""
    return visitors * renown


def trips(visitors_by_year: VisitorsByYear, share_flying: Share) -> Visitors:
    """Trips that a settled fair brings to the flight, both directions."""
    return visitors_by_year[-1] * share_flying


def hall_cost(hall_rent: UsdPerDayByOption, fair_days: DaysPerYear) -> UsdPerYearByOption:
    """Rent of each hall for the days of the fair."""
    return hall_rent * fair_days


def cheapest(hall_cost: UsdPerYearByOption) -> UsdPerYear:
    """Rent of the cheapest hall."""
    return np.min(hall_cost, axis=0)
