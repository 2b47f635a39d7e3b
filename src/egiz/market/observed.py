"""The market of a pair with a published count from one city to the other's whole country.

The count is shared out over the cities of that country about in proportion to their people, less with
distance; cities too near to fly to have no share.
"""

from __future__ import annotations

from typing import Annotated

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.market.gravity import TripsPerYear

City = Over("city")
PersonsByCity = Annotated[Array, Unit("person"), City]
KilometresByCity = Annotated[Array, Unit("km"), City]
Kilometres = Annotated[Array, Unit("km")]
ShareByCity = Annotated[Array, Unit("1"), City]

UNIT_EXEMPT = {"pull": "powers by elasticities; people and lengths are compared with one another only"}


def pull(
    city_people: PersonsByCity,
    city_distance: KilometresByCity,
    share_mass_elasticity: Share,
    share_distance_elasticity: Share,
) -> ShareByCity:
    """Weight of each city of the country in the count."""
    return city_people**share_mass_elasticity * city_distance**share_distance_elasticity


def pair_share(pull: ShareByCity, partner: ShareByCity) -> Share:
    """Part of the count that belongs to the pair."""
    return (pull * partner).sum(axis=0) / pull.sum(axis=0)


def air_trips(
    air_trips_observed: TripsPerYear, observed_directions: Share, pair_share: Share
) -> TripsPerYear:
    """Air trips a year between the two cities, both directions, by any routing."""
    return air_trips_observed * observed_directions * pair_share
