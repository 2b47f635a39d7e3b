"""Fit how air travel swings over the year, on Australian routes, and score it on routes not fitted.

Usage: ``python tools/fit_season.py FOLDER``, where FOLDER holds ``air/``. Years with all twelve months and
without 2020 to 2022 count. Months run from January; latitudes are degrees from the equator. See
docs/backcast/choice.md.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from egiz.errors import InputError
from egiz.facts.airport import airports
from egiz.facts.city import find_city

Array = NDArray[np.float64]

NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = len(NAMES)
FOLDS = 5
"""Routes are held out a fifth at a time."""
PANDEMIC = frozenset({2020, 2021, 2022})
LEAST_YEAR, LEAST_YEARS = 5000.0, 2
"""A route needs so many passengers in each of so many years."""
LEVEL, STEP = 40.0, 10.0
"""Latitude at which the swing is told, and what a step of it is."""
SHIPPED, FAR = 50.0, 30.0
"""What ships is read at the first, beyond the means of routes seen (40); scatter counts from the second."""
ANGLES = 2.0 * np.pi * np.arange(MONTHS) / MONTHS
SUMMER = 6.2
"""Months from the middle of the summer holidays of Australia, 8 January, to those of the north, 16 July."""
TENTH = 1.2816
TRANSFER = 0.25
"""Standard deviation of how business follows the season, from these routes to others: a judgement."""
AT_WORK = (
    ("CBR", "MEL"),
    ("CBR", "SYD"),
    ("KTA", "PER"),
    ("PER", "PHE"),
    ("PER", "ZNE"),
    ("BNE", "EMD"),
    ("BNE", "GLT"),
    ("BNE", "MOV"),
)
"""Routes to the seat of government and to mines, named before any was looked at: mostly business."""


@dataclass(frozen=True, slots=True)
class Route:
    """The year of a route."""

    name: str
    latitude: float
    """Mean of both ends, south below zero [degree]."""
    swing: Array
    """Logarithm of the month over the mean month, mean zero: (months,)."""
    scatter: float
    """Standard deviation of the same between years."""


def read_routes(folder: Path) -> list[Route]:
    """Routes of both tables whose ends lie on one side of the equator or at home."""
    air = folder / "air"
    return [*_domestic(air / "au_domestic_monthly.csv"), *_abroad(air / "au_international_monthly.csv")]


Series = Mapping[tuple[int, int], float]


def _domestic(path: Path) -> Iterator[Route]:
    where = {code: airport.latitude for code, airport in airports().items()}
    found: dict[tuple[str, str], dict[tuple[int, int], float]] = defaultdict(dict)
    with path.open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            if line["n_passengers"]:
                ends = sorted((line["origin_airport"], line["dest_airport"]))
                month = int(line["year"]), int(line["month"])
                pair = found[ends[0], ends[1]]
                pair[month] = pair.get(month, 0.0) + float(line["n_passengers"])
    for (one, other), series in found.items():
        if one in where and other in where:
            yield from _route(f"{one}|{other}", (where[one], where[other]), series)


def _abroad(path: Path) -> Iterator[Route]:
    found: dict[tuple[str, str], dict[tuple[int, int], float]] = defaultdict(dict)
    with path.open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            both = line["n_passengers_in"], line["n_passengers_out"]
            if all(both):
                ends = f"{line['origin_city']}, Australia", f"{line['dest_city']}, {line['dest_country']}"
                found[ends][int(line["year"]), int(line["month"])] = sum(map(float, both))
    for ends, series in found.items():
        try:
            latitudes = find_city(ends[0]).latitude, find_city(ends[1]).latitude
        except InputError:
            continue
        if latitudes[1] < 0.0:
            yield from _route("|".join(ends), latitudes, series)


def _route(name: str, latitudes: tuple[float, float], series: Series) -> Iterator[Route]:
    years = []
    for year in sorted({year for year, _ in series} - PANDEMIC):
        months = np.array([series.get((year, month), 0.0) for month in range(1, MONTHS + 1)])
        if months.min() > 0.0 and months.sum() >= LEAST_YEAR:
            logs = np.log(months)
            years.append(logs - logs.mean())
    if len(years) >= LEAST_YEARS:
        told = np.array(years)
        yield Route(name, sum(latitudes) / 2.0, told.mean(axis=0), float(told.std(axis=0).mean()))


def fold(route: Route) -> int:
    """Part in which a route is held out."""
    return int.from_bytes(blake2b(route.name.encode(), digest_size=4).digest(), "big") % FOLDS


def swing_features(latitudes: Array, form: str) -> Array:
    """What tells the swing: (routes x months, coefficients).

    Parameters
    ----------
    latitudes
        Of the routes, from the equator [degree].
    form
        ``flat``, ``mean`` (twelve months, the same everywhere), ``wave`` (a year's wave that grows with
        latitude) or ``both``.
    """
    ones = np.ones(len(latitudes))
    step = (latitudes - LEVEL) / STEP
    waves = [np.outer(far, wave(ANGLES)) for far in (ones, step) for wave in (np.cos, np.sin)]
    months = [np.outer(ones, np.eye(MONTHS)[month] - 1.0 / MONTHS) for month in range(MONTHS)]
    told = {"flat": [], "mean": months, "wave": waves, "both": [*months, *waves[2:]]}[form]
    return np.stack([one.ravel() for one in told], axis=1) if told else np.zeros((len(latitudes) * MONTHS, 0))


def fit(routes: Sequence[Route], form: str) -> Array:
    """Least squares over routes and months."""
    features = swing_features(np.array([-route.latitude for route in routes]), form)
    return np.linalg.lstsq(features, np.concatenate([route.swing for route in routes]), rcond=None)[0]


def missed(routes: Sequence[Route], form: str) -> Array:
    """Swing of each route less what was told without it: (routes, months)."""
    found = np.zeros((len(routes), MONTHS))
    for part in range(FOLDS):
        out = np.array([fold(route) == part for route in routes])
        seen = [route for route in routes if fold(route) != part]
        told = [route for route in routes if fold(route) == part]
        features = swing_features(np.array([-route.latitude for route in told]), form)
        swings = np.concatenate([route.swing for route in told])
        found[out] = (swings - features @ fit(seen, form)).reshape(-1, MONTHS)
    return found


@dataclass(frozen=True, slots=True)
class Season:
    """What ships."""

    height: float
    """Half of the swing of the year's wave at `SHIPPED`, in logarithm."""
    peak: float
    """Month of its top in the south, 1 is the middle of January."""
    growth: float
    """Of the height to a step of latitude."""
    scatter: float
    """Standard deviation of what is left between routes, in logarithm."""
    at_work: float
    """Swing of routes to work over that of the wave at `SHIPPED`."""
    at_work_error: float

    @classmethod
    def of(cls, routes: Sequence[Route]) -> Season:
        """Fit all routes."""
        told = fit(routes, "wave")
        away = (SHIPPED - LEVEL) / STEP
        wave = told[:2] + away * told[2:]
        height = float(np.hypot(*wave))
        peak = float(np.arctan2(wave[1], wave[0]) / ANGLES[1]) % MONTHS + 1.0
        far = [route for route in routes if -route.latitude >= FAR]
        left = np.array([route.swing for route in far]) - swing_features(
            np.array([-route.latitude for route in far]), "wave"
        ).dot(told).reshape(-1, MONTHS)
        names = {"|".join(ends) for ends in AT_WORK}
        along = np.cos(ANGLES - (peak - 1.0) * ANGLES[1])
        strengths = [2.0 * (route.swing @ along) / MONTHS / height for route in routes if route.name in names]
        growth = float((wave @ told[2:]) / height)
        error = float(np.std(strengths, ddof=1))
        return cls(height, peak, growth, float(left.std()), float(np.mean(strengths)), error)

    def months(self) -> Array:
        """Weight of each month in the north, January first; mean one."""
        top = (self.peak - 1.0 + SUMMER) * ANGLES[1]
        weight = np.exp(self.height * np.cos(ANGLES - top))
        return weight / weight.mean()

    def rows(self) -> dict[str, tuple[float, float]]:
        """Ends of the rows that ship: P10 and P90."""
        factor = np.exp(TENTH * self.scatter)
        found = {
            f"month_weight@{name}": (weight / factor, weight * factor)
            for name, weight in zip(NAMES, self.months(), strict=True)
        }
        half = TENTH * np.hypot(self.at_work_error, TRANSFER)
        return {**found, "season_strength@business": (self.at_work - half, self.at_work + half)}


def report(folder: Path) -> Iterator[str]:
    """Everything, line by line."""
    routes = read_routes(folder)
    yield f"{len(routes)} routes, of them {sum('Australia' not in route.name for route in routes)} domestic"
    yield f"between years of a route {np.mean([route.scatter for route in routes]):.3f}"
    latitudes = np.array([-route.latitude for route in routes])
    for least in (0.0, 30.0, 34.0, 37.0):
        far = latitudes >= least
        scores = {form: missed(routes, form)[far] for form in ("flat", "mean", "wave", "both")}
        told = " ".join(f"{form} {np.sqrt((one**2).mean()):.4f}" for form, one in scores.items())
        yield f"held out, root mean square, {far.sum()} routes from {least:.0f} degrees on: {told}"
    season = Season.of(routes)
    yield str(season)
    for name, (low, high) in season.rows().items():
        yield f"  row {name:24} {low:.4g} {high:.4g}"


if __name__ == "__main__":
    for line in report(Path(sys.argv[1])):
        print(line, flush=True)
