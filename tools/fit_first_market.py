"""Fit the first estimate of air trips between two cities: coefficients of `market/assumptions.csv`.

Usage: ``python tools/fit_first_market.py FOLDER``, where FOLDER holds ``air/`` (domestic passengers of India
and Australia) and ``geo/cities15000_world.csv.gz``. Prints the coefficients, the scatter and a score by
leaving out one city at a time, beside a baseline that says the median for every pair.

The Indian set is under ODbL: it is fitted apart, is never merged with another table, and only coefficients
leave this script. Pairs of Kazakhstan and Russia are in neither set. Only served pairs are seen, so a pair
without service is overpredicted: see `served_pair_correction`.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from egiz.world.sphere import distance_km

Array = NDArray[np.float64]
YEARS = frozenset({"2017", "2018", "2019"})
LEAST = 5000.0
"""Pairs with fewer trips a year are odd flights, not a service: less than one small aircraft a week."""

CENTRE = 800.0
"""Length at which the constant is stated apart from the doubt about distance [km]."""

SPELLINGS = {
    "TRIVANDRUM": "THIRUVANANTHAPURAM",
    "MANGALORE": "MANGALURU",
    "RAJAHMUNDRY": "RAJAMAHENDRAVARAM",
    "HUBLI": "HUBBALLI",
    "TUTICORIN": "THOOTHUKUDI",
    "ALLAHABAD": "PRAYAGRAJ",
    "DEHRA DUN": "DEHRADUN",
    "BELGAUM": "BELAGAVI",
    "NASIK": "NASHIK",
    "MYSORE": "MYSURU",
    "TIRUCHIRAPALLY": "TIRUCHIRAPPALLI",
    "BHATINDA": "BATHINDA",
    "CUDDAPAH": "KADAPA",
    "PONDICHERRY": "PUDUCHERRY",
}
NAMES = ("constant", "mass", "distance")

INCOME = {"IN": 2000.0, "AU": 55000.0}
"""Product a head in 2018 [USD], rounded, as remembered: only their ratio enters."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Served pairs of one country."""

    cities: tuple[tuple[str, str], ...]
    """Names of both ends."""
    trips: Array
    """Logarithm of trips a year, both directions, shape (pairs,)."""
    features: Array
    """Constant, logarithm of the product of people in millions, logarithm of km; shape (pairs, 3)."""


def indian(folder: Path) -> dict[tuple[str, str], float]:
    """Mean trips a year by pair, 2017 to 2019."""
    sums: dict[tuple[str, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in _packed(folder / "air/india_domestic_citypair_annual.csv.gz"):
        if row["year"] in YEARS:
            one, other = (SPELLINGS.get(row[end], row[end]) for end in ("city1", "city2"))
            sums[min(one, other), max(one, other)][row["year"]] += float(row["pax"])
    return {pair: sum(years.values()) / len(years) for pair, years in sums.items()}


def australian(folder: Path) -> dict[tuple[str, str], float]:
    """Mean trips a year by pair, 2017 to 2019, months without a figure left out of the mean."""
    months: dict[tuple[str, str], list[float]] = defaultdict(list)
    with (folder / "air/au_domestic_monthly.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["year"] in YEARS and row["n_passengers"]:
                one, other = row["origin_city"].upper(), row["dest_city"].upper()
                months[min(one, other), max(one, other)].append(float(row["n_passengers"]))
    return {pair: 12.0 * float(np.mean(found)) for pair, found in months.items()}


def sample(trips: dict[tuple[str, str], float], country: str, folder: Path) -> Sample:
    """Join trips with people and positions of the cities; pairs with an unknown city are left out."""
    places = _places(country, folder)
    kept = [pair for pair in sorted(trips) if trips[pair] >= LEAST and places.keys() >= set(pair)]
    rows = []
    for one, other in kept:
        (lat, lon, people), (lat2, lon2, people2) = places[one], places[other]
        length = float(distance_km(lat, lon, lat2, lon2))
        rows.append([1.0, np.log(people / 1e6 * people2 / 1e6), np.log(length)])
    return Sample(tuple(kept), np.log([trips[pair] for pair in kept]), np.array(rows))


def fit(features: Array, trips: Array) -> Array:
    """Least squares of logarithms: constant, mass, distance."""
    return np.asarray(np.linalg.lstsq(features, trips, rcond=None)[0], np.float64)


def errors(data: Sample) -> tuple[Array, Array, Array]:
    """Coefficients, their standard errors by a jackknife over cities, and what the model leaves."""
    coefficients = fit(data.features, data.trips)
    parts = np.array([fit(data.features[~held], data.trips[~held]) for held in _held_out(data)])
    count = len(parts)
    deviation = np.sqrt((count - 1) / count * ((parts - parts.mean(axis=0)) ** 2).sum(axis=0))
    return coefficients, deviation, data.trips - data.features @ coefficients


def score(data: Sample) -> tuple[float, float, float, float]:
    """Median factor off and share within a factor 2.5, of the model and of the median, city by city."""
    model, plain = [], []
    for held in _held_out(data):
        coefficients = fit(data.features[~held], data.trips[~held])
        model.append(data.trips[held] - data.features[held] @ coefficients)
        plain.append(data.trips[held] - np.median(data.trips[~held]))
    results = []
    for found in (model, plain):
        off = np.abs(np.concatenate(found))
        results += [float(np.exp(np.median(off))), float((off < np.log(2.5)).mean())]
    return results[0], results[1], results[2], results[3]


def _held_out(data: Sample) -> Iterator[NDArray[np.bool_]]:
    for city in sorted({city for pair in data.cities for city in pair}):
        yield np.array([city in pair for pair in data.cities])


def _places(country: str, folder: Path) -> dict[str, tuple[float, float, float]]:
    """Position and people of the largest city of each name."""
    found: dict[str, tuple[float, float, float]] = {}
    for row in _packed(folder / "geo/cities15000_world.csv.gz"):
        people = float(row["population"])
        name = row["name"].upper()
        if row["countrycode"] == country and people > found.get(name, (0.0, 0.0, 0.0))[2]:
            found[name] = (float(row["latitude"]), float(row["longitude"]), people)
    return found


def _packed(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rb") as file:
        yield from csv.DictReader(io.TextIOWrapper(file, "utf-8"))


@dataclass(frozen=True, slots=True)
class Fitted:
    """What one sample says."""

    data: Sample
    """The pairs."""
    values: Array
    """Constant, mass, distance."""
    deviations: Array
    """Their standard errors."""
    scatter: float
    """Standard deviation of what the model leaves."""

    @classmethod
    def of(cls, data: Sample) -> Fitted:
        """Fit a sample."""
        values, deviations, rest = errors(data)
        return cls(data, values, deviations, float(rest.std(ddof=3)))


def fitted(folder: Path) -> tuple[Fitted, Fitted]:
    """Fit both samples, each apart."""
    return (
        Fitted.of(sample(indian(folder), "IN", folder)),
        Fitted.of(sample(australian(folder), "AU", folder)),
    )


def report(folder: Path) -> str:
    """Coefficients and scores of both samples, and what they say together."""
    indian_fit, australian_fit = fitted(folder)
    parts = [_told("IN", indian_fit), _told("AU", australian_fit)]
    parts.append(
        f"together: people in millions, incomes in 10,000 USD, length in {CENTRE:.0f} km, both directions"
    )
    parts += [f"  {name} {value:.3f}" for name, value in together(indian_fit, australian_fit).items()]
    return "\n".join(parts)


def _told(country: str, fitted: Fitted) -> str:
    data = fitted.data
    explained = 1.0 - fitted.scatter**2 / float(data.trips.var(ddof=1))
    lines = [f"{country}: {len(data.trips)} pairs, R2 {explained:.2f}, scatter {fitted.scatter:.2f}"]
    for name, value, off in zip(NAMES, fitted.values, fitted.deviations, strict=True):
        lines.append(f"  {name:9} {value:7.3f} +- {off:.3f}")
    model, near, plain, plain_near = score(data)
    lines.append(f"  held-out city, model: off by a factor {model:.2f}, {near:.0%} within 2.5")
    lines.append(f"  held-out city, median: off by a factor {plain:.2f}, {plain_near:.0%} within 2.5")
    return "\n".join(lines)


def together(one: Fitted, other: Fitted) -> dict[str, float]:
    """Elasticities weighed by their errors, with those errors; income from the difference of the levels."""
    weights = np.array([1.0 / fitted.deviations[1:] ** 2 for fitted in (one, other)])
    values = np.array([fitted.values[1:] for fitted in (one, other)])
    shared = (weights * values).sum(axis=0) / weights.sum(axis=0)
    errors = weights.sum(axis=0) ** -0.5
    levels = [_level(fitted, shared) for fitted in (one, other)]
    riches = [2.0 * np.log(INCOME[country] / 1e4) for country in ("IN", "AU")]
    income = (levels[1] - levels[0]) / (riches[1] - riches[0])
    return {
        "gravity_mass_elasticity": float(shared[0]),
        "error of mass": float(errors[0]),
        "gravity_distance_elasticity": float(shared[1]),
        "error of distance": float(errors[1]),
        "gravity_income_elasticity": float(income),
        "gravity_constant": float(levels[0] - income * riches[0]),
        "scatter": one.scatter,
    }


def _level(fitted: Fitted, shared: Array) -> float:
    """Mean logarithm of trips of a sample, brought to a mass of one and to the central length."""
    _, mass, length = fitted.data.features.mean(axis=0)
    return float(fitted.data.trips.mean() - shared[0] * mass - shared[1] * (length - np.log(CENTRE)))


if __name__ == "__main__":
    print(report(Path(sys.argv[1])))
