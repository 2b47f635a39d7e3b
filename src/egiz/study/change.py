"""Lays the changes of a scenario over the assumptions of a study."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from egiz.errors import Fault, InputError, Spot, Value
from egiz.facts.dated import Dated
from egiz.facts.limit import beyond_limits
from egiz.figures.assumption import Assumption, Provenance
from egiz.figures.distribution import Distribution, DistributionError, distribution_of
from egiz.figures.sheet import Sheet
from egiz.study.agreement import Change, Scenario
from egiz.study.reading import Step


def changed(sheet: Sheet, scenario: Scenario, facts: Dated) -> Sheet:
    """Lay a scenario over a sheet.

    Parameters
    ----------
    sheet
        As agreed.
    scenario
        What it sees otherwise.
    facts
        Known by the study's date: a scenario may put a dated fact in the place of an assumption.

    Raises
    ------
    InputError
        Each change that cannot be; a fact that was not known by then.
    """
    faults: list[Fault] = []
    inputs: list[Assumption] = []
    for index, change in enumerate(scenario.changes):
        spot = _spot(scenario, ("assumptions", index))
        found = sheet.inputs.get(change.name)
        if not isinstance(found, Assumption):
            faults.append(_unknown(change, sheet.inputs, spot))
            continue
        try:
            seen = _seen_otherwise(found, change, scenario, facts)
            beyond = beyond_limits(seen.key, seen.distribution)
            faults.extend(replace(fault, spot=spot) for fault in (beyond,) if fault is not None)
            inputs.append(seen)
        except DistributionError as error:
            values: dict[str, Value] = {"name": change.name, "reason": str(error)}
            faults.append(Fault("bad-distribution", values, spot))
        except InputError as error:
            faults.extend(replace(fault, spot=spot) for fault in error.faults)
    if faults:
        raise InputError(faults)
    return sheet.replaced(inputs)


def _seen_otherwise(found: Assumption, change: Change, scenario: Scenario, facts: Dated) -> Assumption:
    if change.fact:
        return _taken(found, change, facts)
    provenance = Provenance("scenario", scenario.name, "derived", f"{scenario.author}: {scenario.reason}")
    return replace(found, distribution=_distribution(change), provenance=provenance)


def _taken(found: Assumption, change: Change, facts: Dated) -> Assumption:
    """A fact in the place of an assumption: it keeps its source, its date and its doubt."""
    if change.shape or any(end is not None for end in (change.low, change.mode, change.high)):
        raise InputError.of("fact-and-numbers", {"name": change.name, "fact": change.fact})
    name, _, scope = change.fact.partition("@")
    fact = facts.pick(name, scope)
    if fact.unit != found.unit:
        values: dict[str, Value] = {"name": change.name, "fact": change.fact}
        raise InputError.of("fact-of-other-unit", {**values, "unit": fact.unit, "wanted": found.unit})
    return replace(fact, key=found.key)


def _distribution(change: Change) -> Distribution:
    shape = change.shape
    if not shape and change.low is None and change.high is None:
        shape = "fixed"
    elif not shape:
        shape = "uniform" if change.mode is None else "triangular"
    return distribution_of(shape, change.low, change.mode, change.high)


def _unknown(change: Change, known: Iterable[str], spot: Spot | None) -> Fault:
    near = get_close_matches(change.name, list(known), n=3, cutoff=0.4)
    return Fault("unknown-assumption", {"name": change.name, "nearest": ", ".join(near)}, spot)


def _spot(scenario: Scenario, path: tuple[Step, ...]) -> Spot | None:
    return scenario.yaml.spot((*scenario.path, *path)) if scenario.yaml else None
