"""Score the exit hazard on routes and cities that were not fitted; calibration, checks, and the ramp-up.

Usage: ``python tools/score_exit.py FOLDER``, as ``tools/fit_exit.py``. How it is judged, and why three forms
are scored: docs/decisions/0010-would-it-live.md. The numbers stand in docs/backcast/exit.md.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fit_exit import (
    BASE,
    GAP,
    LEAST,
    PARTS,
    STRAY,
    WINDOWS,
    YEARS,
    Array,
    Fitted,
    Months,
    Pair,
    Record,
    Sample,
    chances,
    fit,
    log_score,
    monthly,
    part,
    pooled,
    rows_of,
    sample,
    sandwich,
    spells,
    yearly,
)

FRESH = tuple(f"fresh-{number:02}|" for number in range(1, 21))
"""Salts of the fresh splits; decision 0010, second amendment."""

CUT, USUAL_LOAD = 0.9, 0.75
"""A cut leaves fewer than this share of the flights; load taken to break even in the check."""

STEPS = ((0, 6), (6, 12), (12, 24))
"""Months of the ramp-up; months 24 to 36 count as mature."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Records that were predicted without them: chances of an exit, and what happened."""

    pairs: tuple[Pair, ...]
    """Whose records."""
    months: Array
    """Months at risk."""
    ended: Array
    """One for an exit."""
    chances: Mapping[str, Array]
    """By rule: ``model``, ``constant`` (one hazard of the training records), ``published``."""

    def score(self, rule: str) -> float:
        """Sum of the log scores [nats]."""
        return float(log_score(self.chances[rule], self.ended).sum())

    def gain(self, rule: str) -> tuple[float, float]:
        """What the model scores above a rule, and the standard error of it, clustered by pair [nats]."""
        return _summed(self.gains(rule))

    def gains(self, rule: str) -> dict[Pair, float]:
        """What the model scores above a rule, by pair [nats]."""
        model, other = (log_score(self.chances[name], self.ended) for name in ("model", rule))
        groups: dict[Pair, float] = defaultdict(float)
        for pair, more in zip(self.pairs, model - other, strict=True):
            groups[pair] += float(more)
        return groups


Forecast = Callable[[Sample, Sample], Mapping[str, Array]]
"""From training and unseen records: chances of an exit by rule; of all routes or of new ones alone."""


def first_form(train: Sample, unseen: Sample) -> Mapping[str, Array]:
    """The form of decision 0010 before its amendments, on all routes."""
    return {"model": chances(fit(train).values, unseen), **_plain(train, unseen)}


def free_form(train: Sample, unseen: Sample) -> Mapping[str, Array]:
    """Two free coefficients on new routes alone: the first amendment."""
    young = train.young()
    return {"model": chances(fit(young).values, unseen.young()), **_plain(young, unseen)}


def pooled_form(train: Sample, unseen: Sample) -> Mapping[str, Array]:
    """Both coefficients held by priors, the setting chosen within the training routes."""
    return {"model": chances(pooled(train).values, unseen.young()), **_plain(train.young(), unseen)}


def _plain(train: Sample, unseen: Sample) -> Mapping[str, Array]:
    """One hazard of the training records; the published rate."""
    level = fit(train, np.ones((len(train.records), 1))).values[0]
    hazards = {"constant": np.exp(level), "published": BASE}
    return {rule: np.asarray(-np.expm1(-unseen.months * hazard)) for rule, hazard in hazards.items()}


def held_out(data: Sample, by: str, forecast: Forecast, young: bool = True, salt: str = "") -> Unseen:
    """Predict each part from the others.

    Parameters
    ----------
    data
        The records of all routes.
    by
        ``pair``: a part holds pairs. ``city``: every pair with a city of it, so a pair may be in two.
    forecast
        The form.
    young
        Whether only the records of new routes are kept to be scored.
    salt
        Before the name that is hashed.
    """
    pairs: list[Pair] = []
    months, ended = [], []
    chance: dict[str, list[Array]] = defaultdict(list)
    for number in range(PARTS):
        test = np.array([number in _parts(record.pair, by, salt) for record in data.records])
        unseen = data.where(test & np.array([record.new or not young for record in data.records]))
        for rule, found in forecast(data.where(~test), unseen).items():
            chance[rule].append(found)
        ended.append(unseen.ended)
        months.append(unseen.months)
        pairs += [record.pair for record in unseen.records]
    whole = {rule: np.concatenate(found) for rule, found in chance.items()}
    return Unseen(tuple(pairs), np.concatenate(months), np.concatenate(ended), whole)


def fresh(data: Sample, forecast: Forecast, salts: Sequence[str] = FRESH) -> list[Unseen]:
    """New routes left out by pair, once a fresh split."""
    return [held_out(data, "pair", forecast, salt=salt) for salt in salts]


def mean_gain(splits: Sequence[Unseen], rule: str) -> tuple[float, float]:
    """Gain above a rule, mean of the splits, and its standard error, clustered by pair [nats]."""
    total: dict[Pair, float] = defaultdict(float)
    for unseen in splits:
        for pair, more in unseen.gains(rule).items():
            total[pair] += more / len(splits)
    return _summed(total)


def _summed(groups: Mapping[Pair, float]) -> tuple[float, float]:
    found = np.array(list(groups.values()))
    return float(found.sum()), float(np.sqrt(len(found)) * found.std(ddof=1))


def _parts(pair: Pair, by: str, salt: str) -> set[int]:
    return {part(salt + "|".join(pair))} if by == "pair" else {part(salt + city) for city in pair}


def cuts(folder: Path) -> Sample:
    """Load of a year, and whether flights were cut by a tenth or more in the next; Australian domestic."""
    series: dict[Pair, dict[int, tuple[float, float, float]]] = defaultdict(dict)
    for row in rows_of(folder / "air/au_domestic_monthly.csv"):
        counts = tuple(float(row[f"n_{kind}"] or 0.0) for kind in ("passengers", "flights", "seats"))
        if min(counts) > 0.0:
            month = int(row["year"]) * 12 + int(row["month"]) - 1
            series[row["origin_city"], row["dest_city"]][month] = (counts[0], counts[1], counts[2])
    records, loads = [], []
    for pair, months in sorted(series.items()):
        for year in (2017, 2018, 2019, 2024, 2025):
            shared = [m for m in range(year * 12, year * 12 + 12) if m in months and m - 12 in months]
            if len(shared) >= 6:  # noqa: PLR2004 - half a year
                before = np.array([months[m - 12] for m in shared]).sum(axis=0)
                kept = sum(months[m][1] for m in shared) / before[1]
                loads.append(np.log(before[0] / before[2] / USUAL_LOAD))
                records.append(Record(pair, "AU domestic", 12.0, before[0], False, bool(kept < CUT)))
    features = np.column_stack([np.ones(len(loads)), loads])
    ended = np.array([float(record.ended) for record in records])
    return Sample(tuple(records), features, np.ones(len(loads)), ended)


def logit(data: Sample) -> Fitted:
    """Logit of what happened on the features, clustered by pair."""
    x, values = data.features, np.zeros(data.features.shape[1])
    for _ in range(50):
        chance = 1.0 / (1.0 + np.exp(-x @ values))
        bread = np.asarray(np.linalg.inv((x.T * (chance * (1.0 - chance))) @ x), np.float64)
        values = values + bread @ x.T @ (data.ended - chance)
    return Fitted(values, sandwich(bread, x * (data.ended - chance)[:, np.newaxis], data))


def ramp_up(folder: Path) -> Array:
    """Share of mature passengers in each step, the market's own growth taken out; (routes, steps)."""
    series, (start, end) = monthly(folder), WINDOWS[0]
    steady = [m for m in series.values() if all(m.get(t) for t in range(start, end + 1))]
    market = {t: sum(m[t] or 0.0 for m in steady) for t in range(start, end + 1)}
    routes = []
    for _, months in sorted(series.items()):
        for spell in spells(months, WINDOWS[0]):
            first = spell[0]
            if first - start >= GAP and first + 36 <= end + 1 and spell[-1] >= first + 35:
                routes.append([_ramp(months, market, first, step) for step in STEPS])
    return np.array(routes)


def _ramp(months: Months, market: Mapping[int, float], first: int, step: tuple[int, int]) -> float:
    """Passengers of a step over those of the same months of the third year, as shares of the market."""
    now = [first + age for age in range(*step)]
    third = [first + 24 + age % 12 for age in range(*step)]
    early, late = (sum((months.get(t) or 0.0) / market[t] for t in chosen) for chosen in (now, third))
    return early / late


def ramp_up_by_year(folder: Path) -> Array:
    """Share of the third year's pace in the year of entry and the next, market growth out; (routes, 2)."""
    series, window = yearly(folder, "international"), YEARS[0]
    whole = [y for y in series.values() if all(t in y and y[t][1] == 4 and y[t][0] > LEAST for t in window)]  # noqa: PLR2004
    market = {year: sum(found[year][0] for found in whole) for year in window}
    homes = {city for pair in yearly(folder, "domestic") for city in pair}
    routes = []
    for pair, years in sorted(series.items()):
        paces = {year: 4.0 * count / quarters for year, (count, quarters) in years.items()}
        for year in window[1:-2]:
            after = (year, year + 1, year + 2)
            opened = len(homes.intersection(pair)) == 1 and years.get(year - 1, (0.0, 1))[0] < STRAY
            if opened and min(paces.get(t, 0.0) for t in after) >= LEAST:
                early, second, third = (paces[t] / market[t] for t in after)
                routes.append([early / third, second / third])
    return np.array(routes)


FORMS: Mapping[str, Forecast] = {"first form": first_form, "free": free_form, "pooled": pooled_form}
"""By the title they are told with."""


def report(folder: Path) -> str:
    """Coefficients, counts, scores and checks."""
    data = sample(folder)
    young = data.young()
    lines = [f"free {fit(young).values.round(3)} +- {fit(young).errors.round(3)}", *_counted(data)]
    lines.append(f"first form {fit(data).values.round(3)} +- {fit(data).errors.round(3)}")
    for by in ("pair", "city"):
        lines += _scored(f"first form, all periods, {by}", held_out(data, by, first_form, young=False))
        for title, form in FORMS.items():
            lines += _scored(f"{title}, new routes, {by}", held_out(data, by, form))
    lines += _calibrated(held_out(data, "pair", pooled_form))
    for title in ("free", "pooled"):
        lines += _repeated(title, fresh(data, FORMS[title]))
    load = logit(cuts(folder))
    lines.append(f"cuts on load: {load.values.round(2)} +- {load.errors.round(2)}")
    ramp = ramp_up(folder)
    lines.append(f"ramp-up, {len(ramp)} Australian routes, P10 P50 P90: {_ends(ramp)}")
    years = ramp_up_by_year(folder)
    lines.append(f"ramp-up, {len(years)} Indian routes, first and second year: {_ends(years)}")
    return "\n".join(lines)


def _ends(shares: Array) -> str:
    found = np.percentile(shares, [10, 50, 90], axis=0).round(2)
    return "; ".join(str(tuple(step)) for step in found.T.tolist())


def _counted(data: Sample) -> Iterator[str]:
    for series, new in sorted({(record.series, record.new) for record in data.records}):
        found = [record for record in data.records if (record.series, record.new) == (series, new)]
        pairs, exits = len({record.pair for record in found}), sum(record.ended for record in found)
        months = sum(record.months for record in found)
        yield f"{series}, {'new' if new else 'old'}: {pairs} pairs, {months:.0f} months, {exits} exits"


def _scored(title: str, unseen: Unseen) -> Iterator[str]:
    yield f"{title}: {len(unseen.ended)} periods, {unseen.ended.sum():.0f} exits"
    for rule, chance in unseen.chances.items():
        gain, error = unseen.gain(rule)
        told = f"{unseen.score(rule):.1f} nats ({unseen.score(rule) / len(unseen.ended):.4f} a period)"
        yield f"  {rule}: {told}, {chance.sum():.1f} expected; model above it {gain:.1f} +- {error:.1f}"


def _repeated(title: str, splits: Sequence[Unseen]) -> Iterator[str]:
    yield f"{title}, {len(splits)} fresh splits"
    for rule in splits[0].chances:
        found = np.array([unseen.score(rule) for unseen in splits])
        gain, error = mean_gain(splits, rule)
        won = sum(unseen.gain(rule)[0] > 0.0 for unseen in splits)
        told = f"{found.mean():.2f} (sd {found.std(ddof=1):.2f}, {found.min():.1f} to {found.max():.1f})"
        yield f"  {rule}: {told}; model above it {gain:.2f} +- {error:.2f}, in {won} splits"


def _calibrated(unseen: Unseen) -> Iterator[str]:
    chance = unseen.chances["model"]
    order = np.argsort(np.log1p(-chance) / -unseen.months, kind="stable")
    fifths = np.minimum(np.cumsum(chance[order]) / chance.sum() * PARTS, PARTS - 1).astype(int)
    for number in range(PARTS):
        chosen = order[fifths == number]
        told = f"{chance[chosen].sum():.1f} expected, {unseen.ended[chosen].sum():.0f} seen"
        yield f"  fifth {number + 1} of the exits expected, by rising hazard: {told}"


if __name__ == "__main__":
    print(report(Path(sys.argv[1])))
