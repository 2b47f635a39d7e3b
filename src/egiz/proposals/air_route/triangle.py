"""Out directly, back through a third city: three sectors in place of two, and more travellers on each.

Those of the pair and those of the third city share every sector: either of them rides one way directly and
the other way through. Lengths and travellers of the third city are told in parts of those of the pair.
"""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.engines.flight import carried
from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.air_route.chosen import UsdPerSectorChosen
from egiz.proposals.air_route.headline import HoursPerSectorChosen
from egiz.proposals.air_route.money import DIRECT_PARTS, CostPartsChosen
from egiz.proposals.air_route.sheet import HoursPerSector as AircraftHoursPerSector
from egiz.proposals.air_route.sheet import (
    PassengersPerSector,
    SectorsPerYear,
    ShareByAircraft,
    TripsPerYear,
    UsdPerPassenger,
    UsdPerYear,
)

BY_THE_WAY = ("fuel", "crew", "maintenance", "ownership", "navigation")
"""Parts of the cost that go with the way flown; the others go with landings."""

BY_LANDING = ("airport", "handling")

HoursPerSector = Annotated[Array, Unit("h/sector")]
PerHour = Annotated[Array, Unit("1/h")]
Stops = Annotated[Array, Unit("sector")]
ShareByPurpose = Annotated[Array, Unit("1"), Over("market.purpose")]
PerHourByPurpose = Annotated[Array, Unit("1/h"), Over("market.purpose")]


def way_share(sector_cost_components: CostPartsChosen) -> Share:
    """Part of the cost of an empty sector that goes with the way flown."""
    way, landing = (
        sum(sector_cost_components[DIRECT_PARTS.index(part)] for part in parts)
        for parts in (BY_THE_WAY, BY_LANDING)
    )
    return way / (way + landing)


def triangle_empty_cost(
    chosen_empty_cost: UsdPerSectorChosen, way_share: Share, triangle_length: Share, triangle_landings: Share
) -> UsdPerSectorChosen:
    """Cost of a triangle before anyone boards, for each half of it: way and landings apart."""
    return chosen_empty_cost * (way_share * triangle_length + (1.0 - way_share) * triangle_landings)


def mean_time_weight(time_weight: PerHourByPurpose, purpose_share: ShareByPurpose) -> PerHour:
    """Utility lost by an hour on the way, over all travellers by air."""
    return (time_weight * purpose_share).sum(axis=0)


def through_hours(
    airborne_time: AircraftHoursPerSector,
    aircraft_chosen: ShareByAircraft,
    triangle_length: Share,
    triangle_landings: Share,
    stop_hours: HoursPerSector,
) -> HoursPerSectorChosen:
    """Hours that the way through the third city takes longer than the direct one: way and stop."""
    direct = (airborne_time * aircraft_chosen).sum(axis=0)
    return 2.0 * (direct * (triangle_length - 1.0) + stop_hours * (triangle_landings - 1.0))


def triangle_kept(mean_time_weight: PerHour, through_hours: HoursPerSectorChosen, one_leg: Stops) -> Share:
    """Part of the travellers who stay though one of their two ways leads through."""
    return np.exp(-mean_time_weight * through_hours * one_leg / 2.0)


def third_part(third_market: Share, third_unserved: Share) -> Share:
    """Travellers of the third city over those of the pair; none where they fly directly already."""
    return third_market * third_unserved


def triangle_carried(
    chosen_demand: PassengersPerSector,
    triangle_kept: Share,
    third_part: Share,
    chosen_seat_limit: PassengersPerSector,
    demand_variation: Share,
) -> PassengersPerSector:
    """Passengers on a mean sector of the triangle, of the pair and of the third city together."""
    asked = chosen_demand * triangle_kept * (1.0 + third_part)
    return carried(asked, chosen_seat_limit, demand_variation)


def triangle_passengers(triangle_carried: PassengersPerSector, sectors: SectorsPerYear) -> TripsPerYear:
    """Passengers a year with the triangle, those of the third city included."""
    return triangle_carried * sectors


def third_fare_ratio(third_length: Share, stage_length_elasticity: Share) -> Share:
    """Fare of the third city's travellers over that of the pair's: by length."""
    return third_length ** (1.0 + stage_length_elasticity)


def triangle_revenue(
    triangle_passengers: TripsPerYear, net_fare: UsdPerPassenger, third_part: Share, third_fare_ratio: Share
) -> UsdPerYear:
    """Fares of a year with the triangle."""
    return triangle_passengers * net_fare * (1.0 + third_part * third_fare_ratio) / (1.0 + third_part)


def triangle_cost(
    triangle_empty_cost: UsdPerSectorChosen,
    triangle_carried: PassengersPerSector,
    chosen_cost_per_passenger: UsdPerPassenger,
    sectors: SectorsPerYear,
) -> UsdPerYear:
    """Cost of a year with the triangle."""
    return (triangle_empty_cost + triangle_carried * chosen_cost_per_passenger) * sectors


def triangle_sectors(sectors: SectorsPerYear, triangle_landings: Share) -> SectorsPerYear:
    """Sectors flown a year with the triangle."""
    return sectors * triangle_landings
