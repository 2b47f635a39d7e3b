"""Fit the exit hazard of new air routes: the fitted rows of `facts/survival.csv`.

Usage: ``python tools/fit_exit.py FOLDER``, where FOLDER holds ``air/`` (passengers of Australia and India).
Prints the coefficients; ``tools/score_exit.py`` scores them.

Definitions of entry, exit and every covariate: docs/decisions/0010-would-it-live.md, written before the fit.
Its amendments tell why new routes are fitted alone, and the priors that hold their two coefficients.
The Indian sets are under ODbL: only coefficients leave this script. Both countries' files hold no pair of
Kazakhstan and Russia; each pair has an end in Australia or India.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import compress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Pair = tuple[str, str]
Months = dict[int, float | None]
"""Passengers by month counted from year 0; none: a row without a figure."""

COEFFICIENTS = ("exit_level", "exit_thinness")
"""Names of the rows, in the order of the features."""

SCALE = 10_000.0
"""Passengers a year at which the level is stated."""

LEAST, STRAY = 2_000.0, 500.0
"""Passengers a year of a service, at its pace; of stray flights."""

GAP = 9
"""Months without passengers that end a service."""

NEW = 24
"""Months in which a route is new."""

P90 = 1.2815515655446004
"""Standard deviations from the middle to P90."""

PARTS = 5
"""Parts into which pairs or cities are split."""

BASE = float(-np.log(2.0 / 3.0) / 36.0)
"""Hazard of the published base rate: one in three within three years [1/month]."""

DOUBT = 0.39
"""Standard deviation of its logarithm; decision 0010, second amendment."""

USUAL = 27_000.0
"""Passengers a year of the new route that the base rate tells of."""

INNER = tuple(f"inner-{number}|" for number in range(1, 5))
"""Salts of the splits that choose the setting."""

WINDOWS = ((2015 * 12 + 8, 2019 * 12 + 11), (2023 * 12, 2025 * 12 + 7))
YEARS = ((2015, 2016, 2017, 2018, 2019), (2023, 2024, 2025))
SPELLINGS = {
    "CUDDAPAH": "KADAPA",
    "DABOLIM": "GOA",
    "DEHRADUN": "DEHRA DUN",
    "HINDON": "GHAZIABAD",
    "HOLLONGI": "ITANAGAR",
    "MALPENSA": "MILAN",
    "MARUITIUS": "PORT LOUIS",
    "MILAN BERGAMO": "MILAN",
    "MOPA": "GOA",
    "MOSES POINT": "ELIM",
    "MUENCHEN": "MUNICH",
    "PUDUCHERRY": "PONDICHERRY",
    "RASALKHAMA": "RAS AL-KHAIMAH",
}


@dataclass(frozen=True, slots=True)
class Record:
    """One route in one period at risk."""

    pair: Pair
    """Names of both ends."""
    series: str
    """Which file."""
    months: float
    """Months at risk."""
    passengers: float
    """Pace, both directions [pax/year]."""
    new: bool
    """Whether it opened in the last 24 months."""
    ended: bool
    """Whether it was gone after the period."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Records as arrays, the records on the first axis."""

    records: tuple[Record, ...]
    """The records."""
    features: Array
    """Constant, logarithm of passengers over `SCALE`, newness; shape (records, 3);
    new routes alone: without newness."""
    months: Array
    """Months at risk."""
    ended: Array
    """One for an exit."""

    @classmethod
    def of(cls, records: Sequence[Record]) -> Sample:
        """Arrays of records."""
        features = [[1.0, np.log(r.passengers / SCALE), float(r.new)] for r in records]
        months, ended = [r.months for r in records], [float(r.ended) for r in records]
        return cls(tuple(records), np.array(features), np.array(months), np.array(ended))

    def where(self, kept: Flags) -> Sample:
        """Some of the records."""
        records = tuple(compress(self.records, kept.tolist()))
        return Sample(records, self.features[kept], self.months[kept], self.ended[kept])

    def young(self) -> Sample:
        """New routes alone, without the column of newness."""
        return self._of_age(new=True)

    def others(self) -> Sample:
        """Routes that are not new, without the column of newness."""
        return self._of_age(new=False)

    def parts(self, salt: str) -> NDArray[np.int64]:
        """Part of each record: its pair's."""
        found = {pair: part(salt + "|".join(pair)) for pair in {record.pair for record in self.records}}
        return np.array([found[record.pair] for record in self.records])

    def _of_age(self, new: bool) -> Sample:
        kept = self.where(np.array([record.new is new for record in self.records]))
        return Sample(kept.records, kept.features[:, :2], kept.months, kept.ended)


@dataclass(frozen=True, slots=True)
class Prior:
    """Normal prior of the coefficients."""

    middle: Array
    """In the order of the features."""
    precision: Array
    """Inverse of its covariance, square."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the thinness of new routes is held."""

    middle: str
    """``zero``, or ``others``: the slope of the routes that are not new."""
    deviation: float
    """Standard deviation about it."""

    def prior(self, others: float) -> Prior:
        """Prior of level and thinness, given the slope of the routes that are not new."""
        slope = others if self.middle == "others" else 0.0
        usual = np.array([1.0, np.log(USUAL / SCALE)])
        precision = np.outer(usual, usual) / DOUBT**2 + np.diag([0.0, self.deviation**-2])
        return Prior(np.array([np.log(BASE) - slope * usual[1], slope]), precision)


SETTINGS = tuple(
    Setting(middle, deviation) for deviation in (0.05, 0.1, 0.2, 0.4, 0.8) for middle in ("zero", "others")
)
"""What the inner score chooses from; of equal ones the first."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Coefficients and their covariance."""

    values: Array
    """In the order of the features."""
    covariance: Array
    """Square: that of the posterior; without a prior the sandwich, clustered by pair."""

    @property
    def errors(self) -> Array:
        """Standard errors."""
        return np.asarray(np.sqrt(np.diag(self.covariance)))


def part(text: str) -> int:
    """Which of the parts a pair or a city belongs to, by BLAKE2b of its name."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") % PARTS


def name(city: str) -> str:
    """One spelling of a city of the Indian files."""
    plain = re.sub(r" (INTERNATIONAL )?AIRPORT$", "", city.upper().split(",")[0].strip())
    return SPELLINGS.get(plain, plain)


def monthly(folder: Path) -> dict[Pair, Months]:
    """Passengers by month of Australian international pairs, both directions."""
    found: dict[Pair, Months] = defaultdict(dict)
    for row in rows_of(folder / "air/au_international_monthly.csv"):
        month = int(row["year"]) * 12 + int(row["month"]) - 1
        ends = [row["n_passengers_in"], row["n_passengers_out"]]
        count = sum(float(end or 0.0) for end in ends) if any(ends) else None
        found[row["origin_city"], row["dest_city"]][month] = count
    return found


def yearly(folder: Path, kind: str) -> dict[Pair, dict[int, tuple[float, int]]]:
    """Passengers and quarters by year of Indian pairs."""
    found: dict[Pair, dict[int, tuple[float, int]]] = defaultdict(dict)
    for row in rows_of(folder / f"air/india_{kind}_citypair_annual.csv.gz"):
        one, other = sorted((name(row["city1"]), name(row["city2"])))
        passengers, quarters = found[one, other].get(int(row["year"]), (0.0, 1))
        seen = max(quarters, int(row.get("quarters") or 4))
        found[one, other][int(row["year"])] = (passengers + float(row["pax"]), seen)
    return found


def spells(months: Months, window: tuple[int, int]) -> Iterator[list[int]]:
    """Months with passengers of each service of a pair, split where none follow for `GAP` months."""
    groups: list[list[int]] = []
    for month in range(window[0], window[1] + 1):
        if months.get(month):
            if groups and month - groups[-1][-1] <= GAP:
                groups[-1].append(month)
            else:
                groups.append([month])
    for group in groups:
        if len(group) >= 3 and pace_of(months, group) >= LEAST:  # noqa: PLR2004 - a season, decision 0010
            yield group


def australian(folder: Path) -> Iterator[Record]:
    """Months at risk of Australian international routes."""
    for pair, months in sorted(monthly(folder).items()):
        for window in WINDOWS:
            for spell in spells(months, window):
                yield from _months_at_risk(pair, months, spell, window)


def _months_at_risk(
    pair: Pair, months: Months, spell: list[int], window: tuple[int, int]
) -> Iterator[Record]:
    first, last = spell[0], spell[-1]
    after = range(last + 1, min(last + GAP, window[1]) + 1)
    unpublished = any(month in months and months[month] is None for month in after)
    ended = window[1] - last >= GAP and not unpublished
    known = first - window[0] >= GAP
    stop = last if window[1] - last >= GAP else window[1] - GAP
    for month in range(first, stop + 1):
        before = [m for m in spell if month - 12 <= m < month] or [first]
        new, gone = known and month - first < NEW, ended and month == last
        yield Record(pair, "AU international", 1.0, pace_of(months, before), new, gone)


def pace_of(months: Months, chosen: Sequence[int]) -> float:
    """Mean passengers of some months, as of a year."""
    return 12.0 * float(np.mean([months[month] or 0.0 for month in chosen]))


def indian(folder: Path) -> Iterator[Record]:
    """Years at risk of Indian international routes with one Indian end."""
    homes = {city for pair in yearly(folder, "domestic") for city in pair}
    for pair, years in sorted(yearly(folder, "international").items()):
        if len(homes.intersection(pair)) == 1:
            for window in YEARS:
                yield from _years_at_risk(pair, years, window)


def _years_at_risk(
    pair: Pair, years: Mapping[int, tuple[float, int]], window: tuple[int, ...]
) -> Iterator[Record]:
    served = {year for year, (passengers, _) in years.items() if passengers >= STRAY}
    young = window[0] > YEARS[0][-1] and served.isdisjoint(YEARS[0])
    opened = window[0] if young else None
    for year in window[:-1]:
        if year not in served:
            continue
        entered = year > window[0] and year - 1 not in served
        opened = year if entered else opened
        source = year - 1 if year > window[0] and not entered else year
        passengers, quarters = years[source]
        if 4.0 * years[year][0] / years[year][1] >= LEAST:
            new = opened is not None and year - opened <= 1
            pace, gone = 4.0 * passengers / quarters, year + 1 not in served
            yield Record(pair, "IN international", 6.0 if entered else 12.0, pace, new, gone)


def indian_domestic(folder: Path) -> Iterator[Record]:
    """The year 2018 at risk, with the passengers of 2017."""
    for pair, years in sorted(yearly(folder, "domestic").items()):
        first, second, third = (years.get(year, (0.0, 4))[0] for year in (2017, 2018, 2019))
        if first >= LEAST and second >= STRAY:
            yield Record(pair, "IN domestic", 12.0, first, False, third < STRAY)


def sample(folder: Path) -> Sample:
    """All periods at risk of all series."""
    return Sample.of([*australian(folder), *indian(folder), *indian_domestic(folder)])


def fit(data: Sample, features: Array | None = None, prior: Prior | None = None) -> Fitted:
    """Coefficients and covariance of the complementary log-log hazard."""
    x = data.features if features is None else features
    values, information = mode(x, data, prior)
    bread = np.asarray(np.linalg.inv(information), np.float64)
    if prior is not None:
        return Fitted(values, bread)
    return Fitted(values, sandwich(bread, x * _score(x @ values, data)[0][:, np.newaxis], data))


def mode(x: Array, data: Sample, prior: Prior | None) -> tuple[Array, Array]:
    """Where likelihood times prior is highest, and the information there; by Fisher scoring."""
    size = x.shape[1]
    held = prior or Prior(np.zeros(size), np.zeros((size, size)))
    values = held.middle
    if prior is None:
        values[0] = np.log(data.ended.sum() / data.months.sum())
    for _ in range(50):
        score, weight = _score(x @ values, data)
        information = (x.T * weight) @ x + held.precision
        step = np.linalg.solve(information, x.T @ score - held.precision @ (values - held.middle))
        values = values + step
        if np.abs(step).max() < 1e-10:  # noqa: PLR2004 - the end of the iteration
            break
    return values, information


def pooled(data: Sample, setting: Setting | None = None) -> Fitted:
    """Posterior of level and thinness of new routes; the setting, unless given, by the inner score."""
    chosen = setting or best(inner_scores(data))
    return fit(data.young(), prior=chosen.prior(slope_of_others(data)))


def slope_of_others(data: Sample) -> float:
    """Thinness of the routes that are not new."""
    others = data.others()
    return float(mode(others.features, others, None)[0][1])


def best(scores: Mapping[Setting, float]) -> Setting:
    """The setting that scores best, of equal ones the first."""
    return max(SETTINGS, key=lambda setting: scores[setting])


def inner_scores(data: Sample) -> dict[Setting, float]:
    """Log score of each setting on new routes of parts left out of these records [nats], splits added."""
    scores = dict.fromkeys(SETTINGS, 0.0)
    for train, test in inner_parts(data):
        young, unseen, slope = train.young(), test.young(), slope_of_others(train)
        for setting in SETTINGS:
            values = mode(young.features, young, setting.prior(slope))[0]
            scores[setting] += float(log_score(chances(values, unseen), unseen.ended).sum())
    return scores


def free_inner_score(data: Sample) -> float:
    """The same of two free coefficients, the form of the first amendment."""
    score = 0.0
    for train, test in inner_parts(data):
        young, unseen = train.young(), test.young()
        values = mode(young.features, young, None)[0]
        score += float(log_score(chances(values, unseen), unseen.ended).sum())
    return score


def inner_parts(data: Sample) -> Iterator[tuple[Sample, Sample]]:
    """Each inner part: the records without it, and it."""
    for salt in INNER:
        parts = data.parts(salt)
        for number in range(PARTS):
            yield data.where(parts != number), data.where(parts == number)


def chances(values: Array, data: Sample) -> Array:
    """Chance of an exit in each period."""
    return np.asarray(-np.expm1(-data.months * np.exp(data.features @ values)))


def log_score(chance: Array, ended: Array) -> Array:
    """Logarithm of the chance given to what happened."""
    return np.asarray(np.where(ended > 0.0, np.log(chance), np.log1p(-chance)))


def sandwich(bread: Array, scores: Array, data: Sample) -> Array:
    """Covariance of coefficients when the records of a pair go together."""
    groups: dict[Pair, Array] = defaultdict(lambda: np.zeros(scores.shape[1]))
    for record, row in zip(data.records, scores, strict=True):
        groups[record.pair] = groups[record.pair] + row
    rows = np.array(list(groups.values()))
    return np.asarray(bread @ (rows.T @ rows) @ bread)


def _score(logarithm: Array, data: Sample) -> tuple[Array, Array]:
    """Slope of the log likelihood by the logarithm of the hazard, and its information."""
    total = data.months * np.exp(logarithm)
    odds = total / np.expm1(total)
    return np.where(data.ended > 0.0, odds, -total), total * odds


def coefficients(fitted: Fitted) -> dict[str, tuple[float, float, float]]:
    """P10, middle and P90 of the shipped coefficients, to three digits."""
    return {
        key: (round(value - P90 * error, 3), round(value, 3), round(value + P90 * error, 3))
        for key, value, error in zip(
            COEFFICIENTS, fitted.values.tolist(), fitted.errors.tolist(), strict=True
        )
    }


def rank_correlation(fitted: Fitted) -> float:
    """Rank correlation of level and thinness, to two digits, of two normal errors."""
    plain = fitted.covariance[0, 1] / fitted.errors.prod()
    return round(float(6.0 / np.pi * np.arcsin(plain / 2.0)), 2)


def usual_start(data: Sample) -> float:
    """Median passengers a year of new routes in their first period: what a usual new route starts with."""
    first: dict[Pair, float] = {}
    for record in data.records:
        if record.new:
            first.setdefault(record.pair, record.passengers)
    return float(np.median(list(first.values())))


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a table, packed or plain."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    yield from csv.DictReader(io.StringIO(text.decode("utf-8")))


def report(folder: Path) -> str:
    """Inner scores; shipped coefficients, their errors and their correlation."""
    data = sample(folder)
    scores = inner_scores(data)
    lines = [f"{s.middle} {s.deviation}: inner score {found:.2f}" for s, found in scores.items()]
    lines += [f"free: inner score {free_inner_score(data):.2f}", f"best: {best(scores)}"]
    fitted = pooled(data, best(scores))
    lines += [
        f"{key}: P10 {low}, middle {middle}, P90 {high}"
        for key, (low, middle, high) in coefficients(fitted).items()
    ]
    lines.append(f"slope of other routes: {slope_of_others(data):.3f}")
    lines.append(f"usual_route_passengers: {usual_start(data):.0f}")
    lines.append(f"errors {fitted.errors.round(3)}, rank correlation {rank_correlation(fitted)}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(Path(sys.argv[1])))
