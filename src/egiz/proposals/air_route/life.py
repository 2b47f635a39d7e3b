"""What the chance to live is fed with: the first two years in periods, frequencies, causes and remedies."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.assumption import Given, Input, Provenance
from egiz.figures.part import Stack
from egiz.figures.unit import Array
from egiz.proposals.air_route.cause import CAUSES
from egiz.proposals.air_route.remedy import MARKETED, REMEDIES, SUPPORT

PERIODS = {"months_1_6": 6.0, "months_7_12": 6.0, "months_13_24": 12.0}
"""Periods of the first 24 months and their lengths [month], by definition (docs/decisions/0010)."""

FREQUENCIES = tuple(range(1, 8))
"""Flights a week that are laid side by side."""

DEFINED = Provenance("engine", "decision 0010", "derived")
LAID_OUT = Provenance("engine", "decision 0012", "derived")


def life_inputs() -> dict[str, Input]:
    """Lengths of the periods, and the frequencies."""
    months = np.array(tuple(PERIODS.values()))[:, np.newaxis]
    weekly = np.array(FREQUENCIES, dtype=np.float64)[:, np.newaxis]
    return {
        "ramp_months": Given("ramp_months", "month", ("ramp_period",), months, DEFINED),
        "frequencies": Given("frequencies", "flight/week", ("frequency",), weekly, DEFINED),
        "support_level": Given("", "1", ("remedy",), _by_remedy(SUPPORT), LAID_OUT),
        "marketed": Given("", "1", ("remedy",), _by_remedy(dict.fromkeys(MARKETED, 1.0)), LAID_OUT),
    }


def _by_remedy(values: Mapping[str, float]) -> Array:
    return np.array([values.get(remedy, 0.0) for remedy in REMEDIES])[:, np.newaxis]


def life_stacks(facts: Dated) -> dict[str, Stack]:
    """Share of mature passengers that comes in each period."""
    return {"ramp_up": Stack("ramp_period", tuple(facts.pick(f"ramp_up_{period}") for period in PERIODS))}


def life_axes() -> dict[str, tuple[str, ...]]:
    """Labels of the periods, the frequencies, the causes and the remedies."""
    return {
        "ramp_period": tuple(PERIODS),
        "frequency": tuple(str(number) for number in FREQUENCIES),
        "cause": CAUSES,
        "remedy": REMEDIES,
    }
