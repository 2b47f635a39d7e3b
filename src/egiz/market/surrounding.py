"""What surrounds the cities of a pair: people near, people wide, and rank in the country."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from egiz.facts.city import city_columns, largest_cities
from egiz.figures.assumption import Given, Provenance
from egiz.world.pair import Pair
from egiz.world.place import City
from egiz.world.sphere import rough_km

REACH = 4.0
"""The decay of people with distance is cut at so many scales."""


def surroundings(pair: Pair, near_scale: float, wide_scale: float) -> Mapping[str, Given]:
    """Work out what surrounds both cities.

    Parameters
    ----------
    pair
        The pair.
    near_scale, wide_scale
        Scales of the exponential decay of people near, and of people who have other airports too [km].

    Returns
    -------
    Mapping
        Local names of inputs -> people round each city, itself included, over its own people [1], and how
        many of the two are the largest of their country.
    """
    found = {
        f"{end}_{name}": _given(f"{end}_{name}", _round(region.city, scale))
        for end, region in (("home", pair.home), ("away", pair.away))
        for name, scale in (("near", near_scale), ("wide", wide_scale))
    }
    largest = sum(float(largest_cities().get(region.city.country) == region.city.id) for region in pair)
    return {**found, "largest": _given("largest", largest)}


def _round(city: City, scale: float) -> float:
    latitudes, longitudes, people = city_columns()
    away = rough_km(city.latitude, city.longitude, latitudes, longitudes)
    around = np.where(away <= REACH * scale, people * np.exp(-away / scale), 0.0)
    return max(float(around.sum()) / city.people, 1.0)


def _given(name: str, value: float) -> Given:
    return Given(
        name, "1", (), np.array([value]), Provenance("geonames", "cities of the embedded table", "derived")
    )
