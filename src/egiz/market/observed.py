"""The market of a pair with a published count from one city to the other's whole country.

The count is shared out over the cities of that country about in proportion to their people, less with
distance; cities too near to fly to have no share.
"""

from __future__ import annotations

from typing import Annotated

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.market.gravity import TripsPerYear

City = Over("city")
Persons = Annotated[Array, Unit("person")]
PersonsByCity = Annotated[Array, Unit("person"), City]
KilometresByCity = Annotated[Array, Unit("km"), City]
Kilometres = Annotated[Array, Unit("km")]
ShareByCity = Annotated[Array, Unit("1"), City]


def relative_people(city_people: PersonsByCity, people_scale: Persons) -> ShareByCity:
    """People of each city of the country, in millions."""
    return city_people / people_scale


def relative_distance(city_distance: KilometresByCity, length_scale: Kilometres) -> ShareByCity:
    """Distance to each city of the country, over a common length."""
    return city_distance / length_scale


def pull(
    relative_people: ShareByCity,
    relative_distance: ShareByCity,
    share_mass_elasticity: Share,
    share_distance_elasticity: Share,
) -> ShareByCity:
    """Weight of each city of the country in the count."""
    return relative_people**share_mass_elasticity * relative_distance**share_distance_elasticity


def pair_share(pull: ShareByCity, partner: ShareByCity) -> Share:
    """Part of the count that belongs to the pair."""
    return (pull * partner).sum(axis=0) / pull.sum(axis=0)


def air_trips(
    air_trips_observed: TripsPerYear, observed_directions: Share, pair_share: Share
) -> TripsPerYear:
    """Air trips a year between the two cities, both directions, by any routing."""
    return air_trips_observed * observed_directions * pair_share
