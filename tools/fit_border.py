"""Fit what a border does to air trips, and what a pair without service has left: rows of the market.

Usage: ``python tools/fit_border.py FOLDER``, the folder of `fit_first_market`. Prints, for India and for
Australia apart, the ratio of trips on served pairs across the border to what the domestic gravity model says,
its spread between partner countries, a score with one partner country left out at a time, and what a pair of
Indian cities without a row has left of the served model.

Counts are by flight stage: passengers who change at the far end are in them, those who come by another city
are not. So every partner country has one vote, its median pair, and what the hubs do is told beside it. The
Indian set is under ODbL: only coefficients leave this script. Each set holds only pairs of its own country;
no pair of Kazakhstan and Russia is in either.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from math import sqrt
from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import norm

import fit_first_market as domestic
from egiz.facts.country import countries, country_code
from egiz.world.sphere import distance_km
from fit_first_market import Array

Place = tuple[float, float, float]
"""Latitude, longitude, people."""
Pair = tuple[str, str, str]
"""Home city, far city, country of the far city."""

AUSTRALIAN_YEARS = frozenset({"2016", "2017", "2018", "2019"})
HUBS = frozenset({"AE", "QA", "BH", "OM", "KW", "SG", "HK", "MY", "ET", "TR", "LK"})
"""Countries whose airline carries mostly passengers who change: left out for comparison, not from the fit."""

FAR = {
    "ABUDHABI": "ABU DHABI",
    "AL AIN": "AL AIN CITY",
    "BAHRAIN": "MANAMA",
    "BASRA": "BASRAH",
    "BRUSELLS": "BRUSSELS",
    "CEBU": "CEBU CITY",
    "CHITTAGONG": "CHATTOGRAM",
    "COLOGNE": "KÖLN",
    "FRANKFURT": "FRANKFURT AM MAIN",
    "HELNSKI": "HELSINKI",
    "HERAT": "HERĀT",
    "KANDAHAR": "KANDAHĀR",
    "KUALALUMPUR": "KUALA LUMPUR",
    "KUWAIT": "KUWAIT CITY",
    "MALPENSA": "MILAN",
    "MARUITIUS": "PORT LOUIS",
    "MAZAR-I-SHARIF": "MAZĀR-E SHARĪF",
    "MUENCHEN": "MUNICH",
    "NAJF": "NAJAF",
    "NAVOI": "NAVOIY",
    "NOUMEA": "NOUMÉA",
    "PARO": "THIMPHU",
    "PEKING": "BEIJING",
    "PORT VILA": "PORT-VILA",
    "RANGOON": "YANGON",
    "RASALKHAMA": "RAS AL KHAIMAH",
    "TAIPAE": "TAIPEI",
    "TANGERANG": "JAKARTA",
    "WASHINGTON, DC": "WASHINGTON",
    "XI'AN": "XI’AN",
    "ZURICH": "ZÜRICH",
}
"""Far cities as GeoNames spells them; of one name the largest counts."""

UNCLEAR = frozenset({"ELIM", "MATURIN", "MEDINA"})
"""Codes read wrongly in the source, or a name that GeoNames gives to a smaller city."""

LANDS = {"Hong Kong (SAR)": "HK", "Macau": "MO", "Western Samoa": "WS"}
WITHHELD = (0.0, 1.0 / 3.0)
"""Part of the served pairs that is missing from the files on purpose: between none and a third."""
SMALLEST = (5000.0, 10000.0)
"""Trips a year of the smallest service that lives: between one and two small aircraft a week."""
FLOWN = 300.0
"""Nearer pairs go by road or rail: not flown at all [km]."""


@dataclass(frozen=True, slots=True)
class Abroad:
    """Served pairs of one country across its border."""

    countries: tuple[str, ...]
    """Partner country of each pair."""
    trips: Array
    """Logarithm of trips a year, both directions, shape (pairs,)."""
    model: Array
    """Logarithm of what the domestic model says of them, shape (pairs,)."""

    @property
    def ratio(self) -> Array:
        """Logarithm of trips over the model."""
        return self.trips - self.model


@dataclass(frozen=True, slots=True)
class Border:
    """What a border does, by one sample; logarithms."""

    middle: float
    """Median over partner countries of their median pair."""
    between: float
    """Standard deviation between partner countries, what pairs differ by anyway taken out."""
    within: float
    """Standard deviation of pairs within a partner country."""
    error: float
    """Standard error of the middle."""


def indian(folder: Path) -> dict[Pair, float]:
    """Mean trips a year of pairs with one end in India, 2017 to 2019."""
    known = {name for pair in domestic.indian(folder) for name in pair}
    places = world(folder)
    sums: dict[Pair, float] = defaultdict(float)
    for row in domestic._packed(folder / "air/india_international_citypair_annual.csv.gz"):
        one, other = (domestic.SPELLINGS.get(row[end], row[end]) for end in ("city1", "city2"))
        if row["year"] not in domestic.YEARS or (one in known) == (other in known):
            continue
        near, far = (one, other) if one in known else (other, one)
        far = FAR.get(far, far)
        if far in places and far not in UNCLEAR:
            sums[near, far, places[far][1]] += float(row["pax"]) / len(domestic.YEARS)
    return {pair: total for pair, total in sums.items() if pair[2] != "IN"}


def australian(folder: Path) -> dict[Pair, float]:
    """Mean trips a year, in and out, of pairs with one end in Australia; months without a figure left out."""
    months: dict[Pair, list[float]] = defaultdict(list)
    with (folder / "air/au_international_monthly.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ways = row["n_passengers_in"], row["n_passengers_out"]
            if row["year"] in AUSTRALIAN_YEARS and all(ways):
                far = row["dest_city"].upper()
                land = LANDS.get(row["dest_country"], country_code(row["dest_country"]))
                months[row["origin_city"].upper(), FAR.get(far, far), land].append(sum(map(float, ways)))
    return {pair: 12.0 * float(np.mean(found)) for pair, found in months.items()}


def world(folder: Path) -> dict[str, tuple[Place, str]]:
    """Position, people and country of the largest city of each name."""
    found: dict[str, tuple[Place, str]] = {}
    for row in domestic._packed(folder / "geo/cities15000_world.csv.gz"):
        name, people = row["name"].upper(), float(row["population"])
        if name not in found or people > found[name][0][2]:
            found[name] = ((float(row["latitude"]), float(row["longitude"]), people), row["countrycode"])
    return found


def abroad(trips: Mapping[Pair, float], home: str, folder: Path, shared: Mapping[str, float]) -> Abroad:
    """Join trips with people, positions and incomes; pairs with an unknown city or income are left out."""
    near = domestic._places(home, folder)
    far: dict[str, dict[str, Place]] = {land: {} for _, _, land in trips}
    for row in domestic._packed(folder / "geo/cities15000_world.csv.gz"):
        name, people = row["name"].upper(), float(row["population"])
        known = far.get(row["countrycode"], {})
        if people > known.get(name, (0.0, 0.0, 0.0))[2]:
            known[name] = (float(row["latitude"]), float(row["longitude"]), people)
    kept: list[Pair] = []
    model: list[float] = []
    for one, other, land in sorted(trips):
        income = countries()[land].income_usd if land in countries() else None
        if trips[one, other, land] >= domestic.LEAST and one in near and other in far[land] and income:
            kept.append((one, other, land))
            model.append(predicted(near[one], far[land][other], domestic.INCOME[home] * income, shared))
    return Abroad(tuple(pair[2] for pair in kept), np.log([trips[pair] for pair in kept]), np.array(model))


def predicted(one: Place, other: Place, incomes: float, shared: Mapping[str, float]) -> float:
    """Logarithm of trips a year that the domestic model says; `incomes` is a product [USD^2]."""
    length = float(distance_km(one[0], one[1], other[0], other[1]))
    return float(
        shared["gravity_constant"]
        + shared["gravity_mass_elasticity"] * np.log(one[2] / 1e6 * other[2] / 1e6)
        + shared["gravity_income_elasticity"] * np.log(incomes / 1e8)
        + shared["gravity_distance_elasticity"] * np.log(length / domestic.CENTRE)
    )


def votes(data: Abroad) -> dict[str, float]:
    """Median logarithm of trips over the model, by partner country."""
    lands = np.array(data.countries)
    return {land: float(np.median(data.ratio[lands == land])) for land in sorted(set(data.countries))}


def border(data: Abroad) -> Border:
    """Centre by one vote a country; spread between countries by the moments of one-way random effects."""
    lands = np.array(data.countries)
    groups = [data.ratio[lands == land] for land in sorted(set(data.countries))]
    sizes = np.array([len(group) for group in groups], float)
    inside = sum(float(((group - group.mean()) ** 2).sum()) for group in groups)
    within = inside / (sizes.sum() - len(groups))
    means = np.array([group.mean() for group in groups])
    outside = float((sizes * (means - data.ratio.mean()) ** 2).sum()) / (len(groups) - 1)
    worth = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(groups) - 1)
    between = max(0.0, (outside - within) / worth)
    told = np.array(list(votes(data).values()))
    error = sqrt(np.pi / 2.0) * float(told.std(ddof=1)) / sqrt(len(told))
    return Border(float(np.median(told)), sqrt(between), sqrt(within), error)


def score(data: Abroad) -> Array:
    """Median factor off, a partner country held out at a time: over pairs, and with one vote a country.

    Returns
    -------
    Array
        Shape (2, 3): border on the model, the model alone, the median pair of the others.
    """
    lands = np.array(data.countries)
    told = votes(data)
    off: list[Array] = []
    for land in told:
        held = lands == land
        rest = np.median([vote for other, vote in told.items() if other != land])
        plain = data.trips[held] - np.median(data.trips[~held])
        off.append(np.abs([data.ratio[held] - rest, data.ratio[held], plain]))
    by_pair = np.median(np.concatenate(off, axis=1), axis=1)
    by_land = np.median([np.median(found, axis=1) for found in off], axis=0)
    return np.asarray(np.exp([by_pair, by_land]), np.float64)


def without(data: Abroad, lands: Iterable[str]) -> Abroad:
    """Leave partner countries out."""
    left = set(lands)
    kept = np.array([land not in left for land in data.countries])
    return Abroad(
        tuple(land for land in data.countries if land not in left), data.trips[kept], data.model[kept]
    )


def together(borders: Iterable[Border]) -> Border:
    """Weigh the middles by their errors; the spreads by the number of samples."""
    found = list(borders)
    worth = np.array([one.error**-2 for one in found])
    middle = float((worth * [one.middle for one in found]).sum() / worth.sum())
    between = sqrt(float(np.mean([one.between**2 for one in found])))
    within = sqrt(float(np.mean([one.within**2 for one in found])))
    return Border(middle, between, within, float(worth.sum() ** -0.5))


def candidates(home: str, folder: Path, shared: Mapping[str, float]) -> tuple[Array, Array]:
    """Trips a year and logarithm of the model, of all pairs of a country's cities with air service.

    Pairs nearer than `FLOWN` are left out; a pair without a row has not a number of trips.
    """
    trips = domestic.indian(folder) if home == "IN" else domestic.australian(folder)
    places = domestic._places(home, folder)
    found = []
    for pair in combinations(sorted({city for ends in trips for city in ends if city in places}), 2):
        one, other = places[pair[0]], places[pair[1]]
        if float(distance_km(one[0], one[1], other[0], other[1])) >= FLOWN:
            model = predicted(one, other, domestic.INCOME[home] ** 2, shared)
            found.append((trips.get(pair, np.nan), model))
    return np.array([row[0] for row in found]), np.array([row[1] for row in found])


def unserved(trips: Array, model: Array, scatter: float, smallest: float, withheld: float) -> float:
    """Mean logarithm of what unserved pairs would carry, over the model.

    A censored fit of one shift: a pair is served where it would carry at least the smallest service. A pair
    without a row is below that, or withheld; nothing else is read from its absence.
    """
    edge, absent = np.log(smallest), np.isnan(trips)
    served, below = ~absent & (trips >= smallest), ~absent & (trips < smallest)

    def misfit(shift: float) -> float:
        under = norm.cdf((edge - model - shift) / scatter)
        seen = norm.logpdf(np.log(trips[served]), model[served] + shift, scatter).sum()
        unseen = np.log(under[absent] + withheld * (1.0 - under[absent])).sum()
        return -float(seen + np.log(under[below]).sum() + unseen)

    shift = float(minimize_scalar(misfit, bounds=(-8.0, 2.0), method="bounded").x)
    far = (edge - model[absent] - shift) / scatter
    under = norm.cdf(far)
    left = shift - scatter * norm.pdf(far) / under
    chance = under / (under + withheld * (1.0 - under))
    return float((chance * left).sum() / chance.sum())


def correction(folder: Path, shared: Mapping[str, float]) -> tuple[float, float]:
    """Ends of the correction for unserved pairs: the lowest case of the fit, and a pair on the brink.

    The brink is the middle of `SMALLEST` over the model of two Indian cities of a million at its centre.
    """
    cases = [
        unserved(*candidates(home, folder, shared), shared["scatter"], smallest, withheld)
        for home, smallest, withheld in product(("IN", "AU"), SMALLEST, WITHHELD)
    ]
    million: Place = (0.0, 0.0, 1e6)
    along: Place = (0.0, np.degrees(domestic.CENTRE / 6378.137), 1e6)
    brink = sqrt(SMALLEST[0] * SMALLEST[1]) / np.exp(
        predicted(million, along, domestic.INCOME["IN"] ** 2, shared)
    )
    return float(np.exp(min(cases))), float(brink)


def samples(folder: Path, shared: Mapping[str, float]) -> dict[str, Abroad]:
    """Served pairs across the border of India and of Australia."""
    return {
        "IN": abroad(indian(folder), "IN", folder, shared),
        "AU": abroad(australian(folder), "AU", folder, shared),
    }


def report(folder: Path) -> str:
    """Borders, scores and the correction for unserved pairs."""
    shared = domestic.together(*domestic.fitted(folder))
    found = samples(folder, shared)
    lines = []
    for home, data in found.items():
        lines += _told(home, data)
        lines += _told(f"{home} without hubs", without(data, HUBS))
    lines.append(f"together: {together(border(data) for data in found.values())}")
    for home, smallest, withheld in product(found, SMALLEST, WITHHELD):
        left = unserved(*candidates(home, folder, shared), shared["scatter"], smallest, withheld)
        lines.append(f"unserved {home}, smallest {smallest:.0f}, withheld {withheld:.2f}: {left:.2f}")
    lines.append("served_pair_correction: {:.4f} to {:.4f}".format(*correction(folder, shared)))
    return "\n".join(lines)


def _told(name: str, data: Abroad) -> list[str]:
    found = border(data)
    return [
        f"{name}: {len(data.trips)} pairs, {len(set(data.countries))} partner countries, {found}",
        *(
            f"  {votes}: off by a factor {row[0]:.2f}; model alone {row[1]:.2f}, median pair {row[2]:.2f}"
            for votes, row in zip(("by pair", "by country"), score(data), strict=True)
        ),
    ]


if __name__ == "__main__":
    print(report(Path(sys.argv[1])))
