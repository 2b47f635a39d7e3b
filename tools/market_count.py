"""Counts of passengers of 2019 by pair of cities, each set apart from the others.

The Indian sets are under ODbL: they are never merged with another table, each is fitted by itself, and only
the sums that make coefficients leave it. Pairs of Kazakhstan and Russia are taken out of every table.
"""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from egiz.facts.airport import airports
from egiz.facts.country import country_code
from market_place import Array, Spot, node_of, spot_named, surroundings

YEAR = "2019"
LEAST = 5000.0
"""Pairs with fewer trips a year are odd flights, not a service."""
MONTHS = 6
"""A mean month needs so many."""
FORMER = {"QNA": "BNK"}
"""City codes of the counts by the code of the airport."""
COUNTRIES = {"Western Samoa": "WS", "Hong Kong (SAR)": "HK", "Macau": "MO"}
KEPT_BACK = frozenset({"KZ", "RU"})
NOT_INDIAN = frozenset({"DHAKA"})

Trips = Mapping[tuple[Spot, Spot], float]


@dataclass(frozen=True, slots=True)
class Counts:
    """One set of counts."""

    name: str
    """What it is called in the table of scores."""
    ends: tuple[tuple[Spot, Spot], ...]
    """Both ends of each pair."""
    trips: Array
    """Logarithm of trips a year, both directions, shape (pairs,)."""


def all_counts(folder: Path) -> tuple[Counts, ...]:
    """The four sets: domestic and international, of Australia and of India."""
    air = folder / "air"
    return (
        _counts("AU domestic", _australian(air)),
        _counts("AU international", _australian_abroad(air)),
        _counts("IN domestic", _indian(air)),
        _counts("IN international", _indian_abroad(air)),
    )


def _counts(name: str, trips: Trips) -> Counts:
    def kept(pair: tuple[Spot, Spot]) -> bool:
        one, other = pair
        whole = not np.isnan([*surroundings(one), *surroundings(other)]).any()
        return one != other and {one.country, other.country} != KEPT_BACK and whole

    pairs = [pair for pair in sorted(trips, key=str) if trips[pair] >= LEAST and kept(pair)]
    return Counts(name, tuple(pairs), np.log([trips[pair] for pair in pairs]))


def _australian(air: Path) -> Trips:
    months: dict[tuple[Spot, Spot], list[float]] = defaultdict(list)
    known = airports()
    for row in _open(air / "au_domestic_monthly.csv"):
        if row["year"] == YEAR and row["n_passengers"]:
            one, other = (row[f"{end}_airport"] for end in ("origin", "dest"))
            ends = (node_of(known[FORMER.get(one, one)]), node_of(known[FORMER.get(other, other)]))
            months[ends].append(float(row["n_passengers"]))
    return {pair: 12.0 * float(np.mean(found)) for pair, found in months.items() if len(found) >= MONTHS}


def _australian_abroad(air: Path) -> Trips:
    months: dict[tuple[Spot, Spot], list[float]] = defaultdict(list)
    for row in _open(air / "au_international_monthly.csv"):
        if row["year"] == YEAR and row["n_passengers_in"] and row["n_passengers_out"]:
            land = COUNTRIES.get(row["dest_country"]) or country_code(row["dest_country"])
            one, other = spot_named(row["origin_city"], "AU"), spot_named(row["dest_city"], land)
            if one is not None and other is not None:
                months[one, other].append(float(row["n_passengers_in"]) + float(row["n_passengers_out"]))
    return {pair: 12.0 * float(np.mean(found)) for pair, found in months.items() if len(found) >= MONTHS}


def _indian(air: Path) -> Trips:
    found: dict[tuple[Spot, Spot], float] = defaultdict(float)
    for row in _open(air / "india_domestic_citypair_annual.csv.gz"):
        one, other = spot_named(row["city1"], "IN"), spot_named(row["city2"], "IN")
        if row["year"] == YEAR and one is not None and other is not None:
            found[one, other] += float(row["pax"])
    return found


def _indian_abroad(air: Path) -> Trips:
    found: dict[tuple[Spot, Spot], float] = defaultdict(float)
    for row in _open(air / "india_international_citypair_annual.csv.gz"):
        ends = [
            (None if name in NOT_INDIAN else spot_named(name, "IN")) or spot_named(name)
            for name in (row["city1"], row["city2"])
        ]
        if row["year"] == YEAR and ends[0] is not None and ends[1] is not None:
            lands = [end.country for end in ends if end is not None]
            if lands.count("IN") == 1:
                found[ends[0], ends[1]] += float(row["pax"]) * 4.0 / float(row["quarters"])
    return found


def _open(path: Path) -> Iterator[dict[str, str]]:
    written = path.read_bytes()
    text = (gzip.decompress(written) if path.suffix == ".gz" else written).decode("utf-8")
    yield from csv.DictReader(text.splitlines())
