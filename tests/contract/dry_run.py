"""Unit dry run of a bound sheet: whether each formula means the unit it declares.

Every measure in the units of a formula (km, h, week, pax, USD ...) is changed in turn, as if hours were
counted in quarter hours: the arguments are scaled as their units say, and the result must scale as its own
unit says. So a bare 52 for the weeks of a year shows (the result goes with weeks, not with years), as do a
bare count of passengers, a sum of unlike things and a threshold without a unit; ratios, logs of ratios,
maxima against zero and choices pass. Each formula gets arguments of the units it declares, so one slip gives
one message. Running the formulas on pint quantities comes to the same verdicts (test_dry_run.py), but pint
cannot carry as many of them.

pint reads the units of `figures.unit` and tells the factor of a slip between like measures.

Formulas that cannot be checked so (fitted logs, calls of an engine, lookups) stand with their reason in the
constant ``UNIT_EXEMPT`` of their module: ``{"function": "reason"}``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pint

from egiz.figures.draw import Plan
from egiz.figures.quantity import Quantity
from egiz.figures.sheet import Sheet
from egiz.figures.unit import COUNTED, Array, in_pint

CHANGES = (4.0, 0.25)
"""By what each measure is changed; powers of two, so that scaling itself is exact."""

DRAWS = 16

Exponents = Mapping[str, float]


def registry() -> pint.UnitRegistry[float]:
    """Make the registry of pint in which counted things and currencies are dimensions of their own."""
    units: pint.UnitRegistry[float] = pint.UnitRegistry()
    for name in COUNTED:
        units.define(f"{name} = [{name}]")
    return units


def check_units(sheet: Sheet) -> list[str]:
    """List one line for each formula of a sheet that does not mean what it declares; empty = all well."""
    ledger = sheet.run(Plan(DRAWS, seed=1))
    units = registry()
    exempt = _exempt(sheet)
    return [
        line
        for quantity in sheet.quantities
        if quantity.key not in exempt
        for line in _slips(quantity, [ledger.values[ask.key] for ask in quantity.asks], units)
    ] + _stale(sheet)


def exemptions(sheet: Sheet) -> list[str]:
    """List the formulas that are not checked, each with its reason."""
    return [f"{key}: {reason}" for key, reason in _exempt(sheet).items()]


def _exempt(sheet: Sheet) -> dict[str, str]:
    named = {one.key: _exempt_of(one).get(one.formula.__name__) for one in sheet.quantities}
    return {key: reason for key, reason in named.items() if reason}


def _exempt_of(quantity: Quantity) -> Mapping[str, str]:
    found: Mapping[str, str] = quantity.formula.__globals__.get("UNIT_EXEMPT", {})
    return found


def _stale(sheet: Sheet) -> list[str]:
    """Exemptions of functions that do not exist."""
    lines = {
        f"{one.formula.__module__}: UNIT_EXEMPT names {name}, which is no function of the module"
        for one in sheet.quantities
        for name in _exempt_of(one)
        if name not in one.formula.__globals__
    }
    return sorted(lines)


def _slips(quantity: Quantity, arguments: list[Array], units: pint.UnitRegistry[float]) -> Iterator[str]:
    own = _exponents(quantity.unit, units)
    asked = [_exponents(ask.unit, units) for ask in quantity.asks]
    plain = np.asarray(quantity.formula(*arguments))
    found: dict[str, float] = {}
    for measure in sorted({*own}.union(*asked)):
        told = [_told(quantity, arguments, asked, measure, change, plain) for change in CHANGES]
        if any(isinstance(one, str) for one in told):
            yield next(f"{quantity.key} ({quantity.where}) {one}" for one in told if isinstance(one, str))
            return
        differing = [one for one in told if isinstance(one, float) and abs(one - own.get(measure, 0)) > 1e-6]
        if differing:
            found[measure] = differing[0]
    if found:
        yield f"{quantity.key} ({quantity.where}) {_story(quantity.unit, own, found, units)}"


def _told(
    quantity: Quantity,
    arguments: list[Array],
    asked: list[Exponents],
    measure: str,
    change: float,
    plain: Array,
) -> float | str | None:
    """Power of a measure with which the result goes; text where it goes with none; nothing where it is 0."""
    scaled = [value * change ** unit.get(measure, 0) for value, unit in zip(arguments, asked, strict=True)]
    try:
        result = np.asarray(quantity.formula(*scaled))
    except Exception as error:
        return f"fails when {measure} is counted in another measure: {error}"
    told = np.isfinite(plain) & (plain != 0.0)
    if not told.any():
        return None
    ratio = result[told] / plain[told]
    if not (ratio > 0.0).all() or not np.allclose(ratio, ratio.flat[0], rtol=1e-6):
        return f"goes with no power of {measure}: it adds, compares or looks up without a unit"
    return float(np.log(ratio.flat[0]) / np.log(change))


def _story(unit: str, own: Exponents, found: Exponents, units: pint.UnitRegistry[float]) -> str:
    meant = " ".join(f"{measure}^{own.get(measure, 0):g}" for measure in found)
    told = " ".join(f"{measure}^{power:.3g}" for measure, power in found.items())
    declared = units.parse_units(in_pint(unit))
    real = declared
    for measure, power in found.items():
        real = real * units.parse_units(measure) ** (power - own.get(measure, 0))
    factor = ""
    if real.dimensionality == declared.dimensionality:
        factor = f"; off by x{units.convert(1.0, real, declared):.4g}"
    return f"is declared in {unit!r}, {meant}, but goes with {told}{factor}"


def _exponents(unit: str, units: pint.UnitRegistry[float]) -> Exponents:
    """Powers of the measures of a unit as they are spelt: km and m are two measures."""
    return {name: float(power) for name, power in units.parse_units(in_pint(unit))._units.items()}
