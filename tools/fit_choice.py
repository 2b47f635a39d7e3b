"""Fit what time, money and waiting weigh in the choice of a mode between cities. Prints rows and scores.

Usage: ``python tools/fit_choice.py FOLDER``, where FOLDER holds ``demand/``. Two surveys of real trips are
fitted apart and pooled: Toronto-Montreal 1989 (business) and Sydney-Canberra-Melbourne 1987 (other purposes).
A third, of stated choices (Swissmetro 1998), tells purposes apart. People are held out by the hash of their
number. See docs/backcast/choice.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from choice_data import (
    FOLDS,
    SWISS_PURPOSES,
    Survey,
    read_australia,
    read_canada,
    read_swissmetro,
    swissmetro,
)
from choice_model import Choices, Fit, fit_multinomial, fit_nested
from egiz.engines.choice import log_likelihood, multinomial, nested

Array = NDArray[np.float64]

GROUND, PUBLIC, TRAIN_AND_AIR = (0, 0, 0, 1), (0, 0, 1, 0), (0, 1, 2, 0)
"""Nests of train, bus, car, air."""
SHORTEST = 300.0
"""Trips at least so long are pooled [km]: flights compete there."""
LENGTHS = (0.0, 300.0, 400.0, 500.0)
HOURS, DAMPING = 10.0, 3.0
"""Hours from door to door at which an hour weighs as told, and how soon hours begin to weigh less [h]."""
OUTSIDE = (1.0, 2.0, 3.0, 4.0)
"""What an hour outside the vehicle may count, in hours of riding; the sheet counts it as one."""
TENTH = 1.2816

MONEY = {"canada": 1.6299 / 1.1842, "australia": 1.7537 / 1.4257}
"""Dollars of 2012 for one of the survey: rates of exchange of the year, deflator of the United States."""
INCOME = {"canada": 20794.0 * 1.6299, "australia": 11651.0 * 1.7537}
"""Product a head of the country in the year, in dollars of 2012."""
REFERENCE = 20000.0
"""Income at which the value of time is stated, in dollars of 2012."""
ELASTICITY = 0.85
"""Of the value of time to income: the middle of the row."""

TRANSFER = {"time": 0.3, "value": 0.35}
"""Standard deviation of the logarithm between countries and decades: a judgement."""
PURPOSE_DOUBT = 0.25
"""The same of a ratio of purposes, of one study or of the notes' elasticities: a judgement."""
FARE_ELASTICITIES = {"business": -0.7, "leisure": -1.5}
"""Of flying on short routes, as the notes have them."""
POPULATION = {"train": 0.13, "bus": 0.09, "car": 0.64, "air": 0.14}
"""True shares of the Australian survey, which sampled by mode: from memory."""
WEEKLY = ((2.0, 4.0), (3.0, 7.0), (7.0, 14.0))
"""Flights a week between which the weight of an hour of waiting is read: low, middle, high."""
HOURS_A_WEEK, DAYS = 168.0, 7.0


def felt(hours: Array, damping: float | None) -> Array:
    """Hours as they weigh: each further one less, and one that weighs as one at `HOURS` [h]."""
    if damping is None:
        return hours
    scale = HOURS + damping
    return HOURS + scale * np.log((damping + hours) / scale)


@dataclass(frozen=True, slots=True)
class Form:
    """What counts."""

    name: str
    outside: float | None = 1.0
    """Hours of riding for an hour outside the vehicle; none: a coefficient of its own."""
    slopes: bool = True
    """Whether anything but constants counts."""
    damping: float | None = None
    """Hours of `felt`; none: every hour weighs alike."""
    nest: tuple[int, ...] | None = None
    """Nests of the modes, the first with a scale of its own."""

    def features(self, survey: Survey) -> Array:
        """Constants of bus, car, air; cost, hours, perhaps hours outside, perhaps departures in logarithm."""
        ones = np.eye(4)[1:, np.newaxis, :] * np.ones((len(survey.chosen), 1))
        columns = list(ones)
        if self.slopes and self.outside is None:
            columns += [survey.cost, survey.ride, survey.outside]
        elif self.slopes:
            columns += [survey.cost, felt(survey.ride + self.outside * survey.outside, self.damping)]
        if self.slopes and survey.daily.any():
            columns += [np.log(np.where(survey.daily > 0.0, survey.daily, 1.0))]
        return np.stack(columns, axis=2)

    def fit(self, survey: Survey) -> Fit:
        """Estimate."""
        choices = survey.choices(self.features(survey))
        if self.nest is None:
            return fit_multinomial(choices)
        return fit_nested(choices, np.array(self.nest), np.array([0]))

    def logs(self, survey: Survey, told: Array) -> float:
        """Log-likelihood of others, by the engine that ships; a scale below one counts as one."""
        choices = survey.choices(self.features(survey))
        if self.nest is None:
            return log_likelihood(multinomial(choices.utility(told)), survey.chosen)
        scales = np.ones(max(self.nest) + 1)
        scales[0] = max(told[-1], 1.0)
        utility = choices.utility(told[:-1])
        return log_likelihood(nested(utility, np.array(self.nest), scales), survey.chosen)


CONSTANTS, APART = Form("constants only", slopes=False), Form("apart", None)
ALIKE, SHEET = Form("every hour alike"), Form("door to door", damping=DAMPING)
FORMS = (
    CONSTANTS,
    ALIKE,
    Form("damped from the first", damping=1.0),
    SHEET,
    Form("damped late", damping=10.0),
    Form("alike, outside double", 2.0),
    Form("damped, outside double", 2.0, damping=DAMPING),
    APART,
    Form("apart, ground nest", None, nest=GROUND),
    Form("apart, public nest", None, nest=PUBLIC),
)
CONSTANT_NAMES = ("bus", "car", "air")


def held_out(survey: Survey, form: Form) -> float:
    """Log-likelihood a person of people who were not fitted."""
    total = 0.0
    for fold in range(FOLDS):
        out = survey.fold == fold
        total += form.logs(survey.part(out), form.fit(survey.part(~out)).coefficients)
    return total / len(survey.chosen)


def table(name: str, fit: Fit, form: Form, *, daily: bool) -> str:
    """Coefficients with their errors."""
    names = [*CONSTANT_NAMES, "cost", "hours"] + ["outside"] * (form.outside is None)
    names += ["departures"] * daily + ["scale"] * (form.nest is not None)
    told = zip(names, fit.coefficients, fit.errors, strict=True)
    cells = " ".join(f"{label} {value:.4f} ({error:.4f})" for label, value, error in told)
    return f"  {name:26} {fit.log_likelihood:9.2f}  {cells}"


def carried(form: Form, source: Fit, survey: Survey, money: float) -> float:
    """Log-likelihood with slopes of another survey; only constants are fitted again.

    Parameters
    ----------
    form
        What counts.
    source
        The fit of the other survey.
    survey
        Those told.
    money
        Money of the other survey for one of this, incomes in mind.
    """
    slopes = source.coefficients[3:5] * [money, 1.0]
    features = form.features(survey)
    known = features[:, :, 3:5] @ slopes
    offset = np.concatenate([features[:, :, :3], known[:, :, np.newaxis]], axis=2)
    return _with_offset(survey.choices(offset))


def _with_offset(choices: Choices) -> float:
    """Fit all but the last feature, whose coefficient is one: Newton on the others."""
    at = np.append(np.zeros(choices.features.shape[2] - 1), 1.0)
    people = np.arange(len(choices.chosen))
    for _ in range(30):
        logs = multinomial(choices.utility(at))
        chance = np.exp(logs)
        own = choices.features[:, :, :-1]
        mean = np.einsum("pa,pac->pc", chance, own)
        slope = (own[people, choices.chosen] - mean).sum(axis=0)
        curvature = np.einsum("pa,pac,pad->cd", chance, own, own) - mean.T @ mean
        at[:-1] += np.linalg.solve(curvature, slope)
    return log_likelihood(multinomial(choices.utility(at)), choices.chosen)


@dataclass(frozen=True, slots=True)
class Weights:
    """Logarithms of the weight of an hour [1/h] and of the value of an hour at the reference [USD/h]."""

    middle: Array
    covariance: Array

    def line(self, name: str) -> str:
        """Both with errors."""
        time, value = np.exp(self.middle)
        errors = np.sqrt(self.covariance.diagonal())
        factors = np.exp(errors)
        return f"  {name:26} hour {time:.3f} x/: {factors[0]:.2f}  value {value:.1f} x/: {factors[1]:.2f}"


def weights(fit: Fit, country: str) -> Weights:
    """Put a fit into money of 2012 and to the income of reference."""
    cost, hours = fit.coefficients[3:5]
    step = np.array([[0.0, 1.0 / hours], [-1.0 / cost, 1.0 / hours]])
    dollars = MONEY[country] * (REFERENCE / INCOME[country]) ** ELASTICITY
    middle = np.log([-hours, hours / cost * dollars])
    return Weights(middle, step @ fit.covariance[3:5, 3:5] @ step.T)


def pooled(parts: Sequence[Weights]) -> tuple[Weights, float]:
    """Both surveys by their precision, and how far they differ (chi-squared, two degrees of freedom)."""
    precisions = [np.linalg.inv(part.covariance) for part in parts]
    covariance = np.linalg.inv(sum(precisions))
    middle = covariance @ sum(one @ part.middle for one, part in zip(precisions, parts, strict=True))
    away = [(part.middle - middle) for part in parts]
    square = sum(off @ one @ off for off, one in zip(away, precisions, strict=True))
    return Weights(middle, covariance), float(square)


def swiss(folder: Path) -> Mapping[str, Fit]:
    """Stated choices of those who pay, by purpose."""
    found = {}
    for purpose, numbers in SWISS_PURPOSES.items():
        columns = read_swissmetro(folder, numbers)
        pays = columns["GA"] == 0.0
        choices = swissmetro({name: column[pays] for name, column in columns.items()}, headway=True)
        found[purpose] = fit_multinomial(choices)
    return found


def purpose_ratio(parts: Mapping[str, Weights], stated: Mapping[str, Fit]) -> tuple[Array, Array]:
    """Logarithms of value of an hour of business over leisure by three ways, and their errors."""
    between = parts["canada"].middle[1] - parts["australia"].middle[1]
    between_error = np.sqrt(sum(part.covariance[1, 1] for part in parts.values()))
    values, variance = {}, 0.0
    for purpose, fit in stated.items():
        time, cost = fit.coefficients[2:4]
        step = np.array([1.0 / time, -1.0 / cost])
        variance += step @ fit.covariance[2:4, 2:4] @ step
        values[purpose] = np.log(time / cost)
    of_elasticities = np.log(FARE_ELASTICITIES["leisure"] / FARE_ELASTICITIES["business"])
    found = np.array([between, values["business"] - values["leisure"], of_elasticities])
    return found, np.array([between_error, np.hypot(np.sqrt(variance), PURPOSE_DOUBT), PURPOSE_DOUBT])


def waiting(departures: float, between: tuple[float, float]) -> float:
    """Weight of an hour of waiting [1/h] that the logarithm of departures gives between two services."""
    few, many = between
    hours = HOURS_A_WEEK / 4.0 * (1.0 / few - 1.0 / many)
    return departures * np.log(many / few) / hours


def fare_elasticities(survey: Survey, fit: Fit, form: Form) -> tuple[Array, Array]:
    """Of each mode's travellers to its own fare, and to its own hours of riding."""
    chance = np.exp(multinomial(survey.choices(form.features(survey)).utility(fit.coefficients)))
    lost = chance * (1.0 - chance)
    cost, hours = fit.coefficients[3:5]
    riders = chance.sum(axis=0)
    weight = (
        1.0
        if form.damping is None
        else (HOURS + form.damping) / (form.damping + survey.ride + (form.outside or 0.0) * survey.outside)
    )
    fares = (cost * survey.cost * lost).sum(axis=0) / riders
    return fares, (hours * weight * survey.ride * lost).sum(axis=0) / riders


def sheet_constants(survey: Survey, fit: Fit, wait: float) -> Array:
    """Constants of bus, car and air against the train where waiting counts by the hour, as in the sheet."""
    constants = np.append(0.0, fit.coefficients[:3])
    if survey.daily.any():
        means = [
            survey.daily[survey.offered[:, mode] & (survey.daily[:, mode] > 0.0), mode] for mode in (0, 1, 3)
        ]
        logs = np.insert([np.log(daily).mean() for daily in means], 2, 0.0)
        hours = np.insert([(HOURS_A_WEEK / DAYS / 4.0 / daily).mean() for daily in means], 2, 0.0)
        constants = constants + fit.coefficients[-1] * logs + wait * hours
    else:
        sampled = np.bincount(survey.chosen, minlength=4) / len(survey.chosen)
        constants = constants - np.log(sampled / np.array(list(POPULATION.values())))
    return constants[1:] - constants[0]


@dataclass(frozen=True, slots=True)
class Result:
    """What ships, before it is widened."""

    canada: Survey
    """Trips at least so long as `SHORTEST`."""
    australia: Survey
    stated: Mapping[str, Fit]
    """Of the Swiss survey, by purpose."""
    fits: Mapping[str, Fit]
    """Of the form of the sheet, by survey."""

    @classmethod
    def of(cls, folder: Path) -> Result:
        """Read and fit."""
        whole, australia = read_canada(folder), read_australia(folder)
        canada = whole.part(whole.length >= SHORTEST)
        fits = {"canada": SHEET.fit(canada), "australia": SHEET.fit(australia)}
        return cls(canada, australia, swiss(folder), fits)

    @property
    def parts(self) -> dict[str, Weights]:
        """Weights by survey."""
        return {name: weights(fit, name) for name, fit in self.fits.items()}

    @property
    def ratio(self) -> tuple[float, float]:
        """Logarithm of the value of time of business over leisure, by precision, and its error."""
        told, errors = purpose_ratio(self.parts, self.stated)
        precision = 1.0 / errors**2
        return float(told @ precision / precision.sum()), float(1.0 / np.sqrt(precision.sum()))

    @property
    def wait(self) -> tuple[float, ...]:
        """Weight of an hour of waiting [1/h]: low, middle, high."""
        departures = self.fits["canada"].coefficients[-1]
        return tuple(waiting(departures, between) for between in WEEKLY)

    def rows(self) -> dict[str, tuple[float, float]]:
        """Ends of the rows that ship: P10 and P90, widened for other countries and decades."""
        both, _ = pooled(list(self.parts.values()))
        ratio, doubt = self.ratio
        time, value = np.sqrt(both.covariance.diagonal() + np.square(list(TRANSFER.values())))
        found = {"time_weight": _ends(both.middle[0], time)}
        for purpose, sign in (("business", 0.5), ("leisure", -0.5)):
            error = np.hypot(value, doubt / 2.0)
            found[f"value_of_time@{purpose}"] = _ends(both.middle[1] + sign * ratio, error)
        return found | self._waits()

    def _waits(self) -> dict[str, tuple[float, float]]:
        """The form is doubted from the lowest to the highest weight, leisure by its error besides."""
        low, middle, high = np.log(self.wait)
        business, leisure = (fit.coefficients[4] for fit in self.stated.values())
        errors = [fit.errors[4] / fit.coefficients[4] for fit in self.stated.values()]
        error = np.hypot((high - low) / 2.0 / TENTH, TRANSFER["time"])
        other = np.sqrt(error**2 + np.square(errors).sum())
        return {
            "early_weight@business": _ends(middle, error),
            "early_weight@leisure": _ends(middle + np.log(leisure / business), other),
        }


def _ends(middle: float, error: float) -> tuple[float, float]:
    return float(np.exp(middle - TENTH * error)), float(np.exp(middle + TENTH * error))


def report(folder: Path) -> Iterator[str]:
    """Everything, line by line."""
    whole = read_canada(folder)
    result = Result.of(folder)
    yield "by length of the trip, Toronto-Montreal"
    for least in LENGTHS:
        part = whole.part(whole.length >= least)
        for form in (SHEET, APART):
            name = f">= {least:.0f} km, {form.name}, {len(part.chosen)}"
            yield table(name, form.fit(part), form, daily=True)
    yield from _scores(whole, result)
    yield from _weights(result)
    yield from _checks(result)


def _scores(whole: Survey, result: Result) -> Iterator[str]:
    sets = {"canada, all": whole, f"canada, {SHORTEST:.0f} km": result.canada, "australia": result.australia}
    for name, survey in sets.items():
        yield f"log-likelihood a person, held out: {name}, {len(survey.chosen)}"
        for form in FORMS:
            yield f"  {form.name:26} {held_out(survey, form):8.4f}"
            if form is not CONSTANTS:
                yield table(form.name, form.fit(survey), form, daily=bool(survey.daily.any()))
    yield "log-likelihood a person with the slopes of the other survey; constants fitted: none, other's, own"
    pairs = (("australia", "canada"), ("canada", "australia"))
    for told, source in pairs:
        survey = getattr(result, told)
        money = MONEY[told] / MONEY[source] * (INCOME[source] / INCOME[told]) ** ELASTICITY
        plain = SHEET
        bare = replace(survey, daily=np.zeros_like(survey.daily))
        other = carried(plain, result.fits[source], bare, money)
        logs = (CONSTANTS.fit(bare).log_likelihood, other, plain.fit(bare).log_likelihood)
        yield f"  {source} tells {told}: " + " ".join(f"{one / len(survey.chosen):.4f}" for one in logs)


def _weights(result: Result) -> Iterator[str]:
    yield f"weights at {REFERENCE:.0f} dollars of 2012 a head"
    for name, part in result.parts.items():
        yield part.line(name)
    together, square = pooled(list(result.parts.values()))
    yield together.line("pooled") + f"  chi-squared {square:.2f} of 2"
    correlation = together.covariance[0, 1] / np.sqrt(together.covariance.diagonal().prod())
    yield f"  correlation of errors {correlation:.2f}"
    for purpose, fit in result.stated.items():
        both = zip(fit.coefficients, fit.errors, strict=True)
        told = " ".join(f"{value:.3f} ({error:.3f})" for value, error in both)
        yield f"  Swissmetro {purpose:9} train, car, 100 min, 100 CHF, wait h: {told}"
    ratios = [*zip(*purpose_ratio(result.parts, result.stated), strict=True), result.ratio]
    ways = ("the surveys", "stated choices", "fare elasticities", "together")
    for way, (ratio, error) in zip(ways, ratios, strict=True):
        yield f"  business over leisure, {way:18} {np.exp(ratio):.2f} x/: {np.exp(error):.2f}"
    yield "  an hour of waiting: " + " ".join(f"{one:.3f}" for one in result.wait)
    for name, (low, high) in result.rows().items():
        yield f"  row {name:26} {low:.4g} {high:.4g}"


def _checks(result: Result) -> Iterator[str]:
    for name in ("canada", "australia"):
        survey, fit = getattr(result, name), result.fits[name]
        fares, hours = fare_elasticities(survey, fit, SHEET)
        yield f"  {name}: elasticities to own fare {fares.round(2)}, own ride {hours.round(2)}"
        constants = sheet_constants(survey, fit, result.wait[1])
        yield f"  {name}: constants of bus, car, air against the train: {constants.round(2)}"


if __name__ == "__main__":
    for line in report(Path(sys.argv[1])):
        print(line, flush=True)
