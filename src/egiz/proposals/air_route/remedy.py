"""What would make the flight live: each remedy worked out on the same draws (docs/decisions/0012).

Everything over the axis ``remedy`` is the flight with that remedy. Types and days are chosen on
expectation over all draws, as an operator does who cannot know the draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import numpy as np

from egiz.engines.survival import exit_hazard, ramped, surviving
from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.sheet import SectorsPerYear, TripsPerYear, UsdPerYear
from egiz.proposals.air_route.viability import HazardPerMonth, MonthsByPeriod, ShareByPeriod

REMEDIES = (
    "as_agreed",
    "support_quarter",
    "support_half",
    "support_full",
    "other_type",
    "other_days",
    "season",
    "triangle",
    "marketing",
    "all_together",
)
"""Labels of the axis ``remedy``."""

SUPPORT: Mapping[str, float] = {
    "support_quarter": 0.25,
    "support_half": 0.5,
    "support_full": 1.0,
    "all_together": 1.0,
}
"""Remedy -> part of the gap that a budget pays, by definition."""

MARKETED = frozenset({"marketing", "all_together"})
"""Remedies with a campaign."""

Remedy = Over("remedy")
RemedyPeriod = Over("remedy", "ramp_period")

ShareByRemedy = Annotated[Array, Unit("1"), Remedy]
TripsByRemedy = Annotated[Array, Unit("pax/year"), Remedy]
SectorsByRemedy = Annotated[Array, Unit("sector/year"), Remedy]
UsdPerYearByRemedy = Annotated[Array, Unit("USD/year"), Remedy]
UsdPerSector = Annotated[Array, Unit("USD/sector")]
UsdPerSectorByRemedy = Annotated[Array, Unit("USD/sector"), Remedy]
CoverByRemedy = Annotated[Array, Unit("USD/USD"), Remedy]
ShareByRemedyAndPeriod = Annotated[Array, Unit("1"), RemedyPeriod]
MonthsByRemedy = Annotated[Array, Unit("month"), Remedy]
HazardByRemedy = Annotated[Array, Unit("1/month"), Remedy]


def _laid_out(agreed: Array, changed: Mapping[str, Array]) -> Array:
    """What is agreed for every remedy, but for those that change it."""
    return np.stack(np.broadcast_arrays(*(changed.get(remedy, agreed) for remedy in REMEDIES)))


def yearly_passengers_by_remedy(
    yearly_passengers: TripsPerYear,
    type_passengers: TripsPerYear,
    days_passengers: TripsPerYear,
    season_passengers: TripsPerYear,
    triangle_passengers: TripsPerYear,
    best_passengers: TripsPerYear,
) -> TripsByRemedy:
    """Passengers a year with each remedy, both directions."""
    changed = {
        "other_type": type_passengers,
        "other_days": days_passengers,
        "season": season_passengers,
        "triangle": triangle_passengers,
        "all_together": best_passengers,
    }
    return _laid_out(yearly_passengers, changed)


def remedy_revenue(
    yearly_revenue: UsdPerYear,
    type_revenue: UsdPerYear,
    days_revenue: UsdPerYear,
    season_revenue: UsdPerYear,
    triangle_revenue: UsdPerYear,
    best_revenue: UsdPerYear,
) -> UsdPerYearByRemedy:
    """Fares of a year with each remedy."""
    changed = {
        "other_type": type_revenue,
        "other_days": days_revenue,
        "season": season_revenue,
        "triangle": triangle_revenue,
        "all_together": best_revenue,
    }
    return _laid_out(yearly_revenue, changed)


def remedy_cost(
    yearly_cost: UsdPerYear,
    type_cost: UsdPerYear,
    days_cost: UsdPerYear,
    season_cost: UsdPerYear,
    triangle_cost: UsdPerYear,
    best_cost: UsdPerYear,
) -> UsdPerYearByRemedy:
    """Cost of a year of flying with each remedy."""
    changed = {
        "other_type": type_cost,
        "other_days": days_cost,
        "season": season_cost,
        "triangle": triangle_cost,
        "all_together": best_cost,
    }
    return _laid_out(yearly_cost, changed)


def remedy_sectors(
    sectors: SectorsPerYear,
    days_sectors: SectorsPerYear,
    season_sectors: SectorsPerYear,
    triangle_sectors: SectorsPerYear,
    best_sectors: SectorsPerYear,
) -> SectorsByRemedy:
    """Sectors flown a year with each remedy, both directions."""
    changed = {
        "other_days": days_sectors,
        "season": season_sectors,
        "triangle": triangle_sectors,
        "all_together": best_sectors,
    }
    return _laid_out(sectors, changed)


def remedy_pace(yearly_passengers_by_remedy: TripsByRemedy, year_flown: Share) -> TripsByRemedy:
    """Passengers at the pace of a year, as the fit counts them: of a season by its own months."""
    season = yearly_passengers_by_remedy[REMEDIES.index("season")] / year_flown
    return np.stack(
        np.broadcast_arrays(
            *(
                season if one == "season" else row
                for one, row in zip(REMEDIES, yearly_passengers_by_remedy, strict=True)
            )
        )
    )


def remedy_support(
    remedy_revenue: UsdPerYearByRemedy,
    remedy_cost: UsdPerYearByRemedy,
    support_level: ShareByRemedy,
    gap_paid: Share,
) -> UsdPerYearByRemedy:
    """What a budget pays of the gap of a year; never less than the scenario pays."""
    return np.maximum(remedy_cost - remedy_revenue, 0.0) * np.maximum(support_level, gap_paid)


def remedy_cover(
    remedy_revenue: UsdPerYearByRemedy, remedy_support: UsdPerYearByRemedy, remedy_cost: UsdPerYearByRemedy
) -> CoverByRemedy:
    """What fares and support cover of the cost of a year."""
    return (remedy_revenue + remedy_support) / remedy_cost


def remedy_relative_cover(
    remedy_cover: CoverByRemedy, exit_cover_most: Share, exit_cover_reference: Share
) -> ShareByRemedy:
    """Cover with each remedy over that of the routes the hazard was fitted on."""
    return np.minimum(remedy_cover, exit_cover_most) / exit_cover_reference


def remedy_ramp_up(
    ramp_up: ShareByPeriod, marketed: ShareByRemedy, marketing_effect: Share
) -> ShareByRemedyAndPeriod:
    """Part of the mature passengers of each period: a campaign makes up for some of those who miss."""
    missing = np.maximum(1.0 - ramp_up, 0.0)
    return ramp_up + (marketed * marketing_effect)[:, np.newaxis] * missing


def remedy_ramp_weight(
    remedy_ramp_up: ShareByRemedyAndPeriod, ramp_months: MonthsByPeriod, exit_thinness: Share
) -> MonthsByRemedy:
    """Months at the mature hazard that weigh as much as the first 24, with each remedy."""
    return ramped(remedy_ramp_up, ramp_months, exit_thinness)


def remedy_relative_size(
    remedy_pace: TripsByRemedy,
    exit_passengers_most: TripsPerYear,
    exit_passengers_scale: TripsPerYear,
) -> ShareByRemedy:
    """Passengers with each remedy over those at which the hazard is stated."""
    return np.minimum(remedy_pace, exit_passengers_most) / exit_passengers_scale


def remedy_hazard(
    remedy_relative_size: ShareByRemedy,
    remedy_relative_cover: ShareByRemedy,
    usual_hazard: HazardPerMonth,
    exit_thinness: Share,
    exit_cover_elasticity: Share,
) -> HazardByRemedy:
    """Hazard a month that the service is given up with each remedy."""
    return exit_hazard(
        remedy_relative_size, remedy_relative_cover, usual_hazard, exit_thinness, exit_cover_elasticity
    )


def chance_viable_by_remedy(
    remedy_hazard: HazardByRemedy, remedy_ramp_weight: MonthsByRemedy, closure_survived: Share
) -> ShareByRemedy:
    """Chance that the service runs at least 24 months with each remedy."""
    return surviving(remedy_hazard, remedy_ramp_weight) * closure_survived


def yearly_support_by_remedy(
    remedy_support: UsdPerYearByRemedy, marketed: ShareByRemedy, marketing_budget: UsdPerYear
) -> UsdPerYearByRemedy:
    """What a budget pays a year with each remedy: of the gap, and for the campaign."""
    return remedy_support + marketed * marketing_budget


def sector_support_by_remedy(
    yearly_support_by_remedy: UsdPerYearByRemedy, remedy_sectors: SectorsByRemedy
) -> UsdPerSectorByRemedy:
    """What a budget pays for each sector flown with each remedy."""
    return yearly_support_by_remedy / remedy_sectors


def is_enough(chance_viable_by_remedy: ShareByRemedy, chance_safe: Share) -> ShareByRemedy:
    """One for each remedy that alone makes the flight as safe as a usual new route."""
    enough = chance_viable_by_remedy.mean(axis=-1, keepdims=True) >= chance_safe
    return enough.astype(np.float64)


def remedy_cheapest(is_enough: ShareByRemedy, yearly_support_by_remedy: UsdPerYearByRemedy) -> Share:
    """Number of the single remedy that is enough and costs a budget least; all together where no single is.

    Counted from 0; nought where nothing is enough.
    """
    expected = yearly_support_by_remedy.mean(axis=-1, keepdims=True)
    costs = np.where(is_enough > 0.0, expected, np.inf)
    single = np.isfinite(costs[:-1]).any(axis=0)
    costs[-1] = np.where(single, np.inf, costs[-1])
    return costs.argmin(axis=0).astype(np.float64)


def remedy_strongest(chance_viable_by_remedy: ShareByRemedy) -> Share:
    """Number of the remedy with the highest expected chance, counted from 0."""
    return chance_viable_by_remedy.mean(axis=-1, keepdims=True).argmax(axis=0).astype(np.float64)


def cheapest_chance(chance_viable_by_remedy: ShareByRemedy, remedy_cheapest: Share) -> Share:
    """Chance of 24 months with the cheapest remedy that is enough."""
    return _numbered(chance_viable_by_remedy, remedy_cheapest)


def cheapest_support(yearly_support_by_remedy: UsdPerYearByRemedy, remedy_cheapest: Share) -> UsdPerYear:
    """What a budget pays a year for the cheapest remedy that is enough."""
    return _numbered(yearly_support_by_remedy, remedy_cheapest)


def cheapest_sector_support(
    sector_support_by_remedy: UsdPerSectorByRemedy, remedy_cheapest: Share
) -> UsdPerSector:
    """What a budget pays for each sector with the cheapest remedy that is enough."""
    return _numbered(sector_support_by_remedy, remedy_cheapest)


def strongest_chance(chance_viable_by_remedy: ShareByRemedy, remedy_strongest: Share) -> Share:
    """Chance of 24 months with the remedy that has the highest."""
    return _numbered(chance_viable_by_remedy, remedy_strongest)


def strongest_support(yearly_support_by_remedy: UsdPerYearByRemedy, remedy_strongest: Share) -> UsdPerYear:
    """What a budget pays a year for the remedy with the highest chance."""
    return _numbered(yearly_support_by_remedy, remedy_strongest)


def _numbered(by_remedy: Array, number: Array) -> Array:
    """Row of a number that is the same in every draw."""
    row: Array = by_remedy[int(number[0])]
    return row
