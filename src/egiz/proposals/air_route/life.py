"""What the chance to live is fed with: the first two years in periods, and every frequency of a week."""

from __future__ import annotations

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.assumption import Given, Input, Provenance
from egiz.figures.part import Stack

PERIODS = {"months_1_6": 6.0, "months_7_12": 6.0, "months_13_24": 12.0}
"""Periods of the first 24 months and their lengths [month], by definition (docs/decisions/0010)."""

FREQUENCIES = tuple(range(1, 8))
"""Flights a week that are laid side by side."""

DEFINED = Provenance("engine", "decision 0010", "derived")


def life_inputs() -> dict[str, Input]:
    """Lengths of the periods, and the frequencies."""
    months = np.array(tuple(PERIODS.values()))[:, np.newaxis]
    weekly = np.array(FREQUENCIES, dtype=np.float64)[:, np.newaxis]
    return {
        "ramp_months": Given("ramp_months", "month", ("ramp_period",), months, DEFINED),
        "frequencies": Given("frequencies", "flight/week", ("frequency",), weekly, DEFINED),
    }


def life_stacks(facts: Dated) -> dict[str, Stack]:
    """Share of mature passengers that comes in each period."""
    return {"ramp_up": Stack("ramp_period", tuple(facts.pick(f"ramp_up_{period}") for period in PERIODS))}


def life_axes() -> dict[str, tuple[str, ...]]:
    """Labels of the periods and of the frequencies."""
    return {"ramp_period": tuple(PERIODS), "frequency": tuple(str(number) for number in FREQUENCIES)}
