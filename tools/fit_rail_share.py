"""Fit the share of rail among air and rail by time alone; score it on pairs of cities left out.

Usage: ``python tools/fit_rail_share.py FOLDER``, with ``checks/rail_share.csv`` in it. Prints the rows of
``facts/rail_share.csv`` and the table of docs/backcast/rail.md. The form is chosen inside each fold, by pairs
left out of the rest: the outer error never chooses. Hours and shares of the rows are taken as they stand.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import rail_hierarchy
from egiz.facts.city import find_city
from egiz.facts.library import Facts
from egiz.world.sphere import between_km
from rail_hierarchy import Hierarchy, Told

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

USES = ("fit", "fit_lower_bound")
CITIES = {
    "Xian": "Xi'an, CN",
    "Newcastle": "Newcastle upon Tyne",
    "Valencia": "Valencia, ES",
    "Birmingham": "Birmingham, GB",
}
CRUISE, GROUND = 720.0, 0.75
"""Speed of a flight [km/h] and what it takes beside [h]: a judgement, made before any fit."""
RIDGE = 0.3
"""Pull of what is told of a country towards nothing; of the first exploration."""
KNEE = 0.15
"""Errors of a share beyond count by their size, not by its square."""
REFERENCE = 4.0
"""Hours about which the level is told."""
NEAR = 0.1
"""Ten points."""
CEILINGS = (0.85, 0.9, 0.95, 1.0)
"""Largest shares of rail that are tried."""
ROUNDS = 40
"""Steps of a fit."""
DRAWS = 20_000
"""Of the band that ships."""
STILL = 0.2
"""Times that differ by less are nearly the same [h]."""
NO_FLIGHT = ("no air", "suspended")
YEARS = {"after TGV": 1985.0, "before tunnel": 1993.0, "after Eurostar": 1996.0}
"""Where a row tells no year: a judgement."""
MIDDLE_YEAR, DECADE = 2010.0, 10.0
LOOSE = 2.0
"""Variance of a row over that of others: for hours from memory, and again for a share that is worked out."""
INDIRECT = ("computed", "lower bound", "after one year", "connecting")
"""Signs of a share that is worked out from other figures, a bound, or one of a first year."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What the file holds; arrays are (rows,)."""

    pair: NDArray[np.str_]
    hours: Array
    """By rail [h]."""
    flight: Array
    """By air, from terminal to terminal [h]."""
    country: NDArray[np.str_]
    """Of both ends; X across a border."""
    share: Array
    """Of rail in air and rail."""
    grounded: Mask
    """Whether the row itself says that nobody flies."""
    year: Array
    """About which the row is."""
    loose: Array
    """Variance of the row over that of the best rows, by what it tells."""

    def of(self, which: Mask) -> Rows:
        """Some of them."""
        return Rows(*(getattr(self, name)[which] for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Form:
    """A curve: terms of a logit, what pulls them, how errors count."""

    terms: Callable[[Rows], Array]
    """Columns (rows, terms) beside the level."""
    countries: bool = False
    """Whether each country has a level of its own, pulled towards none."""
    robust: bool = False
    """Whether large errors count by their size alone."""
    ceiling: bool = False
    """Whether some travellers never ride, as those who change planes: fitted."""
    within: bool = False
    """Whether the slope comes from changes on one pair alone."""
    hierarchy: bool = False
    """Whether countries and pairs have levels drawn from a common spread."""
    weighed: bool = False
    """Whether rows count by what they tell."""


def read(folder: Path) -> Rows:
    """Read the rows that may be fitted."""
    with (folder / "checks/rail_share.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["use"] in USES]
    ends = [[find_city(CITIES.get(name, name)) for name in row["pair"].split("-")] for row in rows]
    length = np.array([between_km(one, other) for one, other in ends])
    return Rows(
        np.array([row["pair"] for row in rows]),
        np.array([float(row["rail_h"]) for row in rows]),
        length / CRUISE + GROUND,
        np.array([one.country if one.country == other.country else "X" for one, other in ends]),
        np.array([float(row["rail_share"]) for row in rows]),
        np.array([any(word in row["share_basis"] for word in NO_FLIGHT) for row in rows]),
        np.array([_year(row["year"]) for row in rows]),
        np.array([_loose(row) for row in rows]),
    )


def _year(text: str) -> float:
    """The first year that a text names."""
    found = re.search(r"\d{4}", text)
    return float(found.group()) if found else YEARS[text]


def _loose(row: Mapping[str, str]) -> float:
    """Variance of a row over that of the best rows."""
    signs = row["rail_h_status"] == "memory", any(word in row["share_basis"] for word in INDIRECT)
    return LOOSE ** sum(signs)


def hours(rows: Rows) -> Array:
    """Hours by rail."""
    return np.stack([rows.hours - REFERENCE], axis=1)


def log_hours(rows: Rows) -> Array:
    """Their logarithm: an hour counts less on a long ride."""
    return np.stack([np.log(rows.hours / REFERENCE)], axis=1)


def difference(rows: Rows) -> Array:
    """Hours by rail beyond those by air."""
    return np.stack([rows.hours - rows.flight - REFERENCE / 2.0], axis=1)


def with_years(rows: Rows) -> Array:
    """The logarithm of hours, and decades."""
    return np.concatenate([log_hours(rows), (rows.year[:, np.newaxis] - MIDDLE_YEAR) / DECADE], axis=1)


FORMS: Mapping[str, Form] = {
    "hours": Form(hours),
    "logarithm of hours": Form(log_hours),
    "hours less those by air": Form(difference),
    "hours, levels of countries pulled together": Form(hours, countries=True),
    "logarithm of hours, levels of countries": Form(log_hours, countries=True),
    "logarithm of hours, large errors damped": Form(log_hours, robust=True),
    "logarithm of hours, slope by changes on one pair": Form(log_hours, within=True),
    "logarithm of hours, some never ride": Form(log_hours, ceiling=True),
    "hierarchy": Form(log_hours, hierarchy=True),
    "hierarchy with years": Form(with_years, hierarchy=True),
    "hierarchy, rows by what they tell": Form(log_hours, hierarchy=True, weighed=True),
}
"""Damped, by changes and a ceiling stand for: notes that disagree; what a pair has for itself; passengers who
change planes. The last three were declared in docs/backcast/rail.md before they were run."""
SHIPPED = Form(hours)
"""What the facts hold: two numbers that a kind can use without a list of countries."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A fitted form."""

    form: Form
    countries: tuple[str, ...]
    fitted: Array
    top: float = 1.0
    """Share of rail where it takes no time."""

    def share(self, rows: Rows) -> Array:
        """Share of rail."""
        columns = design(self.form, rows, self.countries)
        found: Array = self.top / (1.0 + np.exp(-columns @ self.fitted))
        return found


def design(form: Form, rows: Rows, countries: tuple[str, ...]) -> Array:
    """Level, terms, and one column a country."""
    parts = [np.ones((len(rows.share), 1)), form.terms(rows)]
    parts += [(rows.country == name).astype(np.float64)[:, np.newaxis] for name in countries]
    return np.concatenate(parts, axis=1)


@dataclass(frozen=True, slots=True)
class Mixed:
    """A fitted form with levels of countries and pairs."""

    form: Form
    hierarchy: Hierarchy

    def share(self, rows: Rows) -> Array:
        """Share of rail on pairs that were not there."""
        return self.hierarchy.share(design(self.form, rows, ()), rows.country)


def fitted(form: Form, rows: Rows) -> Curve | Mixed:
    """Least squares of the share, damped or with a ceiling as the form says; or the hierarchy."""
    if form.hierarchy:
        loose = rows.loose if form.weighed else np.ones(len(rows.share))
        told = Told(design(form, rows, ()), rows.share, rows.country, rows.pair, loose)
        return Mixed(form, rail_hierarchy.fitted(told))
    return least(form, rows)


def least(form: Form, rows: Rows) -> Curve:
    """Least squares of the share, damped or with a ceiling as the form says."""
    if form.within:
        return _by_changes(form, rows)
    countries = tuple(sorted(set(rows.country))) if form.countries else ()
    columns = design(form, rows, countries)
    pull = np.zeros(columns.shape[1])
    pull[columns.shape[1] - len(countries) :] = RIDGE
    tops = CEILINGS if form.ceiling else (1.0,)
    found = [(top, solved(columns, rows.share, pull, (top, form.robust))) for top in tops]
    top, (_, best) = min(found, key=lambda one: one[1][0])
    return Curve(form, countries, best, top)


def solved(columns: Array, share: Array, pull: Array, how: tuple[float, bool]) -> tuple[float, Array]:
    """What is missed at the least, squared, and the terms; damped Gauss-Newton, Huber weights."""
    top, robust = how
    at, damp = np.zeros(columns.shape[1]), 1e-3
    best, bend = _missed(columns, share, pull, (at, top, robust))
    for _ in range(ROUNDS):
        told = 1.0 / (1.0 + np.exp(-columns @ at))
        slope = columns * (top * told * (1.0 - told))[:, np.newaxis]
        square = slope.T @ (slope * bend[:, np.newaxis]) + np.diag(pull)
        down = slope.T @ (bend * (top * told - share)) + pull * at
        step = at - np.linalg.solve(square + damp * np.eye(len(at)), down)
        loss, turned = _missed(columns, share, pull, (step, top, robust))
        if loss < best:
            at, best, bend, damp = step, loss, turned, damp / 4.0
        else:
            damp *= 8.0
    return best, at


def _missed(columns: Array, share: Array, pull: Array, how: tuple[Array, float, bool]) -> tuple[float, Array]:
    """What is missed, squared, or large errors by their size; and the weight of each row."""
    at, top, robust = how
    size = np.abs(top / (1.0 + np.exp(-columns @ at)) - share)
    if not robust:
        return float(size @ size + pull @ at**2), np.ones(len(size))
    cost = np.where(size > KNEE, 2.0 * KNEE * size - KNEE**2, size**2)
    return float(cost.sum() + pull @ at**2), np.minimum(1.0, KNEE / np.maximum(size, 1e-9))


def _by_changes(form: Form, rows: Rows) -> Curve:
    """A level for each pair, free; the level of a new pair is fitted to all with the slope that is left."""
    pairs = sorted(set(rows.pair))
    own = np.stack([(rows.pair == pair).astype(np.float64) for pair in pairs], axis=1)
    terms = form.terms(rows)
    loose = np.append(np.full(len(pairs), 1e-3), np.zeros(terms.shape[1]))
    slope = solved(np.concatenate([own, terms], axis=1), rows.share, loose, (1.0, False))[1][len(pairs) :]
    levels = np.linspace(-3.0, 3.0, 601)
    told = 1.0 / (1.0 + np.exp(-levels[:, np.newaxis] - terms @ slope))
    level = levels[np.argmin(((told - rows.share) ** 2).sum(axis=1))]
    return Curve(form, (), np.append(level, slope))


def left_out(form: Form, rows: Rows) -> Array:
    """Share of each row by a curve fitted on the other pairs."""
    told = np.empty(len(rows.share))
    for pair in sorted(set(rows.pair)):
        out = rows.pair == pair
        told[out] = fitted(form, rows.of(~out)).share(rows.of(out))
    return told


def chosen(rows: Rows) -> tuple[Array, list[str]]:
    """The same, the form of each fold chosen by pairs left out of the rest; and what was chosen."""
    told, names = np.empty(len(rows.share)), []
    for pair in sorted(set(rows.pair)):
        out = rows.pair == pair
        rest = rows.of(~out)
        scores = {name: size(left_out(form, rest), rest) for name, form in FORMS.items()}
        names.append(min(scores, key=lambda name: scores[name]))
        told[out] = fitted(FORMS[names[-1]], rest).share(rows.of(out))
    return told, names


def size(told: Array, rows: Rows) -> float:
    """Root mean square of what is missed."""
    return float(np.sqrt(((told - rows.share) ** 2).mean()))


def score(told: Array, rows: Rows) -> str:
    """Root mean square and mean, and with rows that say that nobody flies counted as one."""
    known = np.where(rows.grounded, 1.0, told)
    off = np.abs(told - rows.share)
    near = (off <= NEAR).mean()
    told_of = f"{size(known, rows):.3f} where nobody flies told"
    return f"rmse {size(told, rows):.3f} mae {off.mean():.3f} within ten points {near:.0%}; {told_of}"


def odds(share: Array) -> Array:
    """Logarithm of the odds, of shares held to 0.02 to 0.98: nobody knows them better."""
    held = np.clip(share, 0.02, 0.98)
    found: Array = np.log(held / (1.0 - held))
    return found


def report(folder: Path) -> Iterator[str]:
    """Everything, line by line."""
    rows = read(folder)
    yield f"{len(rows.share)} rows, {len(set(rows.pair))} pairs"
    for name, form in FORMS.items():
        yield f"{name}: {score(left_out(form, rows), rows)}"
    told, names = chosen(rows)
    counts = {name: names.count(name) for name in sorted(set(names))}
    yield f"chosen inside: {score(told, rows)}; {counts}"
    yield from _whence(rows)
    curve = least(SHIPPED, rows)
    off = left_out(SHIPPED, rows) - rows.share
    level, slope = curve.fitted
    none = level - slope * REFERENCE
    yield f"ships: logit = {level:.4f} {slope:+.4f} (h - {REFERENCE:g}), at none {none:.4f}"
    spread = [least(SHIPPED, rows.of(rows.pair != pair)).fitted for pair in sorted(set(rows.pair))]
    count = len(spread)
    jack = np.sqrt((count - 1) / count * ((np.array(spread) - np.mean(spread, axis=0)) ** 2).sum(axis=0))
    yield f"standard errors by pairs left out: level {jack[0]:.3f}, slope {jack[1]:.3f}"
    logit = odds(rows.share)
    held = odds(off + rows.share)
    yield f"P10 and P90 of the error left out: {np.quantile(off, 0.1):+.3f} {np.quantile(off, 0.9):+.3f}"
    wide = float(np.std(logit - held))
    yield f"deviation about the curve left out: {wide:.3f} of the logit, none beyond 0.02 to 0.98"
    yield from _shipped(rows)
    yield from _worth(rows)


def _shipped(rows: Rows) -> Iterator[str]:
    """How many rows lie in the band as a study takes it, rows from memory widened."""
    known = Facts.shipped()
    facts = known.at(known.edition)
    drawn = np.random.default_rng(0).random((3, DRAWS))
    level, slope, error = (
        facts.pick(f"rail_share_{name}", "rail").distribution.quantile(part)
        for name, part in zip(("level", "slope", "error"), drawn, strict=True)
    )
    logit = level + slope * (rows.hours[:, np.newaxis] - REFERENCE) + error
    low, high = np.quantile(1.0 / (1.0 + np.exp(-logit)), (0.1, 0.9), axis=1)
    held = ((low <= rows.share) & (rows.share <= high)).mean()
    far = np.argmin(np.abs(rows.hours - REFERENCE))
    at = f"at {rows.hours[far]:g} h from {low[far]:.2f} to {high[far]:.2f}"
    wide = (high - low).mean()
    yield f"the band of 80 % that ships holds {held:.0%} of the rows; {at}, mean width {wide:.2f}"


def _worth(rows: Rows) -> Iterator[str]:
    """What a number that tells pairs apart, as fares and departures do, would have to explain."""
    slope = least(SHIPPED, rows).fitted[1]
    for pair in sorted(set(rows.pair)):
        own = rows.of(rows.pair == pair)
        if len(own.share) > 1 and np.ptp(own.hours) <= STILL:
            first, last = np.argmin(own.year), np.argmax(own.year)
            change = odds(own.share)[last] - odds(own.share)[first]
            left = change - slope * (own.hours[last] - own.hours[first])
            years = f"{own.year[first]:.0f}-{own.year[last]:.0f}"
            yield f"  {pair} {years}: logit {change:+.2f}, of it not by hours {left:+.2f}"


def _whence(rows: Rows) -> Iterator[str]:
    """Whether what is missed belongs to pairs or to years of a pair."""
    off = fitted(SHIPPED, rows).share(rows) - rows.share
    several = [pair for pair in sorted(set(rows.pair)) if (rows.pair == pair).sum() > 1]
    inside = np.concatenate([off[rows.pair == pair] - off[rows.pair == pair].mean() for pair in several])
    about = f"about the mean of each of {len(several)} pairs with several rows"
    yield f"in sample {np.sqrt((off**2).mean()):.3f}; {about} {np.sqrt((inside**2).mean()):.3f}"
    still = []
    for pair in several:
        own = rows.of(rows.pair == pair)
        if np.ptp(own.hours) <= STILL:
            hours_, shares = own.hours, own.share
            still.append(
                f"{pair} {hours_.min():.2f}-{hours_.max():.2f} h: {shares.min():.2f}-{shares.max():.2f}"
            )
    yield "at nearly the same time: " + "; ".join(still)


if __name__ == "__main__":
    for line in report(Path(sys.argv[1])):
        print(line, flush=True)
