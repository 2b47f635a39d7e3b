"""Carries a fact to the time and the money of a study.

Which index a name follows stands in ``indices.csv``: a *level* (people, incomes) grows with the yearly rate
of its index from the middle of what it is about to the study's date. Everything in money is brought once to
the price year of the study with the price index. What an index leaves in doubt is folded into the range.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from egiz.errors import Fault, InputError
from egiz.facts.row import STILL, Growth, Row, middle, newest

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
    rows: tuple[Row, ...] = ()
    """Rows of the indices that it was worked out with."""


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
    money = _money(written, price_year, known)
    return Carriage(level.growth * money.growth, level.index, level.rows + money.rows)


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
    return Carriage(_compounded(rate, years), rate.key, (rate,))


def _money(written: int, wanted: int, known: Known) -> Carriage:
    """Factor from the money of one year to that of another; projected past the last year known.

    A price may be known before the index of its year is: then it is carried by the drift alone.
    """
    levels = {int(row.dating.about): row for row in known.get((PRICE_INDEX, MONEY), ())}
    last = max(levels, default=written)
    if written > last:
        drift = known.get((INFLATION, MONEY), ())
        return _drifted(drift, float(wanted - written))
    missing = {written, min(wanted, last)} - levels.keys()
    if missing:
        raise InputError([Fault("no-price-index", {"year": year}) for year in sorted(missing)])
    rows = levels[written], levels[min(wanted, last)]
    growth = _steady(rows[1].spread.ends[1] / rows[0].spread.ends[1])
    rates = known.get((INFLATION, MONEY), ())
    if wanted <= last or not rates:
        return Carriage(growth, rows=rows)
    rate = newest(rates)
    return Carriage(growth * _compounded(rate, float(wanted - last)), rows=(*rows, rate))


def _drifted(drift: tuple[Row, ...], years: float) -> Carriage:
    if not drift:
        return Carriage(STILL)
    rate = newest(drift)
    return Carriage(_compounded(rate, years), rows=(rate,))


def _compounded(rate: Row, years: float) -> Growth:
    return Growth(*((1.0 + end) ** years for end in rate.doubt.ends))


def _steady(factor: float) -> Growth:
    return Growth(factor, factor, factor)
