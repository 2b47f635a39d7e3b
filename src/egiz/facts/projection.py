"""Carries a fact to the time and the money of a study.

Which index a name follows stands in ``indices.csv``: a *level* (people, incomes) grows with the yearly rate
of its index from the middle of what it is about to the study's date. Everything in money is brought once to
the price year of the study with the price index. What an index leaves in doubt is folded into the range.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from egiz.errors import Fault, InputError
from egiz.facts.row import STILL, Growth, Row, middle, newest
from egiz.figures.distribution import MEMORY_WIDENING

Kind: TypeAlias = Literal["level", "none"]
"""``level``: follows the index; ``none``: dated, but stands as it is until a newer row is known."""

YEAR = 365.2425
"""Mean days of a calendar year, by definition."""

WORLD = "world"
"""Scope of an index where neither the fact's own scope nor its country has one."""

PRICE_INDEX, INFLATION, MONEY = "price_index", "inflation", "USD"


@dataclass(frozen=True, slots=True)
class Rule:
    """How the rows of one name grow old."""

    index: str
    """Name of the yearly rate it follows; empty for `none`."""
    kind: Kind
    """What is done with it."""


Known: TypeAlias = Mapping[tuple[str, str], tuple[Row, ...]]
"""Rows known by the study's date, by name and scope."""


@dataclass(frozen=True, slots=True)
class Carriage:
    """What a row is multiplied by, and why."""

    growth: Growth
    """The factor in doubt."""
    index: str = ""
    """Key of the index row of a level; empty where none was needed."""


def carriage(row: Row, known: Known, rules: Mapping[str, Rule], as_of: date, price_year: int) -> Carriage:
    """How a row comes to the study's date and money.

    Raises
    ------
    InputError
        The row holds money and no price index is known for its year (key ``no-price-index``).
    """
    level = _level(row, known, rules, as_of)
    written = row.dating.price_year
    if written is None or written == price_year:
        return level
    return Carriage(level.growth * _money(written, price_year, known), level.index)


def _level(row: Row, known: Known, rules: Mapping[str, Rule], as_of: date) -> Carriage:
    rule = rules.get(row.name)
    if rule is None or rule.kind == "none" or not row.dating.about:
        return Carriage(STILL)
    years = (as_of - middle(row.dating.about)).days / YEAR
    scopes = (row.scope, row.scope.partition(".")[0], WORLD)
    rates = next((known[rule.index, scope] for scope in scopes if (rule.index, scope) in known), ())
    if years <= 0.0 or not rates:
        return Carriage(STILL)
    rate = newest(rates)
    return Carriage(_compounded(rate, years), rate.key)


def _money(written: int, wanted: int, known: Known) -> Growth:
    """Factor from the money of one year to that of another; projected past the last year known."""
    levels = {int(row.dating.about): _mode(row) for row in known.get((PRICE_INDEX, MONEY), ())}
    last = max(levels, default=written)
    missing = {written, min(wanted, last)} - levels.keys()
    if missing:
        raise InputError([Fault("no-price-index", {"year": year}) for year in sorted(missing)])
    growth = _steady(levels[min(wanted, last)] / levels[written])
    if wanted <= last:
        return growth
    rates = known.get((INFLATION, MONEY), ())
    return growth * _compounded(newest(rates), float(wanted - last)) if rates else growth


def _compounded(rate: Row, years: float) -> Growth:
    low, mode, high = rate_ends((rate,))
    return Growth((1.0 + low) ** years, (1.0 + mode) ** years, (1.0 + high) ** years)


def rate_ends(rates: Iterable[Row]) -> tuple[float, float, float]:
    """Low, mode and high of the newest of yearly rates; one from memory is widened as any row from memory."""
    rate = newest(rates)
    mode = _mode(rate)
    wider = MEMORY_WIDENING if rate.status == "memory" else 1.0
    low = mode if rate.spread.low is None else rate.spread.low
    high = mode if rate.spread.high is None else rate.spread.high
    return mode - (mode - low) * wider, mode, mode + (high - mode) * wider


def _mode(row: Row) -> float:
    if row.spread.mode is not None:
        return row.spread.mode
    return ((row.spread.low or 0.0) + (row.spread.high or 0.0)) / 2.0


def _steady(factor: float) -> Growth:
    return Growth(factor, factor, factor)
