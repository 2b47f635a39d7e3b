"""Which cities of the world were linked by a flight in 2014, and what tells it: a probit of existence.

OpenFlights (ODbL): the table stays apart from all others, and only coefficients leave. A pair of countries
without any row is unknown, not unserved, and is left out; so is Kazakhstan-Russia, whatever it holds.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from egiz.facts.airport import ALIASES, airports
from egiz.world.sphere import rough_km
from market_place import Array, Spot, node_of, surroundings

NAMES = (
    "constant",
    "length",
    "length_squared",
    "border",
    "border_length",
    "people",
    "near",
    "wide",
    "income",
    "largest",
    "airport",
    "nation",
    "border_income",
    "near_length",
    "runway",
    "principal",
    "people_length",
)
"""What the equations take of a pair."""
PLAIN = 10
"""The first so many are what was taken before sizes of airports and of countries were."""

Places = NDArray[np.int64]
THINNED = 10
"""Of the pairs without a flight one in so many is looked at, and weighs as many."""
NEAREST_KM = 30.0
"""No pair counts as nearer."""
SEED = 2014
FOLDS = 5
"""Pairs of countries are held out a fifth at a time."""
FRESH = "score-2026-11-24|"
"""Salt of the split that nobody looked at; its fifth 0 of pairs of countries was not explored on either."""
KEPT_BACK = frozenset({"KZ", "RU"})


def part(text: str, parts: int, salt: str) -> int:
    """Which of so many parts a name falls into, by hash."""
    return int.from_bytes(blake2b((salt + text).encode(), digest_size=4).digest(), "big") % parts


@dataclass(frozen=True, slots=True)
class Network:
    """Cities and the flights between them."""

    spots: tuple[Spot, ...]
    """Cities with a flight."""
    links: Places
    """Places of both ends of each link in `spots`, shape (links, 2)."""

    @classmethod
    def read(cls, path: Path) -> Network:
        """Read the routes; airports are gathered by the city they serve."""
        known = airports()
        found: set[tuple[Spot, Spot]] = set()
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                codes = [ALIASES.get(row[end], row[end]) for end in ("source_airport", "destination_airport")]
                if row["stops"] == "0" and all(code in known for code in codes):
                    one, other = sorted((node_of(known[code]) for code in codes), key=str)
                    if one != other and {one.country, other.country} != KEPT_BACK:
                        found.add((one, other))
        whole = [
            pair for pair in found if not np.isnan([*surroundings(pair[0]), *surroundings(pair[1])]).any()
        ]
        spots = tuple(sorted({spot for pair in whole for spot in pair}, key=str))
        place = {spot: index for index, spot in enumerate(spots)}
        links = sorted((place[one], place[other]) for one, other in whole)
        return cls(spots, np.array(links, np.int64))

    def countries(self) -> tuple[NDArray[np.str_], Places]:
        """Codes of countries, and the place of each city's country among them."""
        codes, places = np.unique([spot.country for spot in self.spots], return_inverse=True)
        return codes, places

    def destinations(self, one: Spot, other: Spot) -> tuple[float, float]:
        """Destinations of both ends of a pair, without the pair itself; 0 for a city without flights."""
        place = {spot: index for index, spot in enumerate(self.spots)}
        ends = place.get(one, -1), place.get(other, -1)
        linked = bool((self.links == sorted(ends)).all(axis=1).any())
        first, second = (float((self.links == end).sum()) - linked for end in ends)
        return (first if ends[0] >= 0 else 0.0), (second if ends[1] >= 0 else 0.0)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of cities of countries that have at least one flight between them."""

    features: Array
    """As of `covariates`, with degrees."""
    bar: Array
    """Of the five-parameter logit: constant, lesser and greater degree, length, its square."""
    linked: Array
    """1 where there is a flight."""
    weight: Array
    """How many pairs each stands for."""
    fold: Places
    """Fifth of the pairs of countries, by their hash."""
    fresh: Places
    """Fifth of the pairs of countries, by another hash."""


def covariates(ends: tuple[Array, Array], km: Array, border: Array) -> Array:
    """What is known of any pair on Earth, in the order of `NAMES`, shape (pairs, 17)."""
    length = np.log(np.maximum(km, NEAREST_KM) / 1000.0)
    people, near, wide, income, largest, airport, nation, runway, principal = (ends[0] + ends[1]).T
    columns = (np.ones(len(km)), length, length**2, border, border * length)
    plain = (*columns, people, near, wide, income, largest)
    added = (airport, nation, border * income, near * length, runway, principal, people * length)
    return np.column_stack([*plain, *added])


def with_degrees(features: Array, degrees: tuple[Array, Array]) -> Array:
    """The same with numbers of destinations: logarithms, their product, their sum times length."""
    one, other = np.log1p(degrees[0]), np.log1p(degrees[1])
    return np.column_stack([features, one + other, one * other, features[:, 1] * (one + other)])


def pairs(network: Network) -> Pairs:
    """Pairs that may be known, the unlinked ones thinned."""
    codes, land = network.countries()
    size = len(network.spots)
    links = network.links
    linked = np.zeros((size, size), bool)
    linked[links[:, 0], links[:, 1]] = True
    told = np.zeros((len(codes), len(codes)), bool)
    told[land[links[:, 0]], land[links[:, 1]]] = True
    told |= told.T
    one, other = np.triu_indices(size, 1)
    draw = np.random.default_rng(SEED).integers(THINNED, size=len(one)) == 0
    chosen = told[land[one], land[other]] & (linked[one, other] | draw)
    one, other = one[chosen], other[chosen]
    there = linked[one, other].astype(np.float64)
    folds = (_folds(codes)[land[one], land[other]], _fresh(codes)[land[one], land[other]])
    features, bar = _features(network, one, other)
    return Pairs(features, bar, there, np.where(there > 0.0, 1.0, THINNED), *folds)


def _features(network: Network, one: Places, other: Places) -> tuple[Array, Array]:
    codes, land = network.countries()
    away = np.zeros((len(network.spots), len(codes)))
    for first, second in (network.links.T, network.links.T[::-1]):
        np.add.at(away, (first, land[second]), 1.0)
    total = away.sum(axis=1)
    degrees = (total[one] - away[one, land[other]], total[other] - away[other, land[one]])
    known = np.array([surroundings(spot) for spot in network.spots])
    latitude, longitude = (
        np.array([getattr(spot, name) for spot in network.spots]) for name in ("latitude", "longitude")
    )
    km = rough_km(latitude[one], longitude[one], latitude[other], longitude[other])
    plain = covariates((known[one], known[other]), km, (land[one] != land[other]).astype(np.float64))
    logs = np.log1p(np.array(degrees))
    bar = np.column_stack([plain[:, 0], logs.min(axis=0), logs.max(axis=0), plain[:, 1], plain[:, 2]])
    return with_degrees(plain, degrees), bar


def _folds(codes: NDArray[np.str_]) -> Places:
    def fold(one: str, other: str) -> int:
        return blake2b("|".join(sorted((one, other))).encode(), digest_size=4).digest()[0] % 5

    return np.array([[fold(str(one), str(other)) for other in codes] for one in codes], np.int64)


def _fresh(codes: NDArray[np.str_]) -> Places:
    def fold(one: str, other: str) -> int:
        return part("|".join(sorted((one, other))), FOLDS, FRESH)

    return np.array([[fold(str(one), str(other)) for other in codes] for one in codes], np.int64)
