"""Understands what a person typed: everything that is wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from egiz.errors import Fault, InputError
from egiz.facts.correlation import shipped_correlations
from egiz.figures.draw import Plan
from egiz.study.brought import Paths
from egiz.study.open import PATHS, Opened, open_case

FEWEST_DRAWS = 100
MOST_DRAWS = 100_000
LARGEST_SEED = 2**63 - 1

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person typed."""

    agreement: str
    """A path or the name of an example."""
    scenarios: tuple[str, ...]
    """Names or paths."""
    as_of: str
    """A day; empty: the newest that the facts know."""
    draws: str
    """A whole number."""
    seed: str
    """A whole number."""
    sobol: bool
    """One joint Sobol sequence instead of stratified streams."""
    paths: Paths = PATHS
    """Files in place of those the agreement names."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The same, ready to run."""

    opened: Opened
    """Case and scenarios."""
    plan: Plan
    """Draws and seed."""


def understood(asked: Asked) -> Understood:
    """Understand a request; raises `InputError` with every fault in it and in the files it names."""
    faults: list[Fault] = []
    as_of = _caught(lambda: _day(asked.as_of), faults)
    plan = _caught(lambda: _plan(asked), faults)
    opened = _caught(lambda: open_case(asked.agreement, asked.scenarios, as_of, asked.paths), faults)
    if faults or opened is None or plan is None:
        raise InputError(faults)
    return Understood(opened, plan)


def _caught(action: Callable[[], Found], faults: list[Fault]) -> Found | None:
    try:
        return action()
    except InputError as error:
        faults.extend(error.faults)
        return None


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError.of("bad-date", {"found": text}) from None


def _plan(asked: Asked) -> Plan:
    faults: list[Fault] = []
    draws = _caught(lambda: _whole(asked.draws, "draws-out-of-range", FEWEST_DRAWS, MOST_DRAWS), faults)
    seed = _caught(lambda: _whole(asked.seed, "seed-out-of-range", 0, LARGEST_SEED), faults)
    if draws is None or seed is None:
        raise InputError(faults)
    if asked.sobol and draws & (draws - 1):
        raise InputError.of(
            "draws-no-power-of-two", {"found": draws, "nearest": 1 << (draws.bit_length() - 1)}
        )
    return Plan(draws, seed, "sobol" if asked.sobol else "strata", shipped_correlations())


def _whole(text: str, fault: str, low: int, high: int) -> int:
    digits = text.strip().removeprefix("-")
    value = int(text) if digits.isascii() and digits.isdigit() and len(digits) <= len(str(high)) else None
    if value is None or not low <= value <= high:
        raise InputError.of(fault, {"found": text, "low": low, "high": high})
    return value
