"""Formulas and inputs put together, and run."""

from __future__ import annotations

import sys
from typing import Annotated

import numpy as np
import pytest

from egiz.figures.assumption import Assumption, Provenance
from egiz.figures.distribution import Fixed, Pert, Uniform
from egiz.figures.draw import Plan
from egiz.figures.quantity import quantities
from egiz.figures.sheet import Sheet
from egiz.figures.unit import Array, Hours, Kilometres, Unit

Speed = Annotated[Array, Unit("km/h")]


def leg_time(leg_length: Kilometres, speed: Speed) -> Hours:
    """How long a leg takes."""
    return leg_length / speed


def whole_time(leg_time: Hours, standing_time: Hours) -> Hours:
    """How long it takes with a stop."""
    return leg_time + standing_time


HERE = sys.modules[__name__]
FROM = Provenance("somewhere", "table 1")


def assumption(key: str, unit: str, low: float, high: float) -> Assumption:
    return Assumption(key, unit, Uniform(low, high), FROM)


INPUTS = (
    assumption("leg_length", "km", 700.0, 800.0),
    Assumption("speed", "km/h", Pert(300.0, 400.0, 450.0), FROM),
    Assumption("standing_time", "h", Fixed(0.5), Provenance("elsewhere")),
)


def sheet() -> Sheet:
    return Sheet.bind(quantities([HERE]), INPUTS, {})


def test_a_run_gives_what_the_formulas_say() -> None:
    ledger = sheet().run(Plan(1000, 1))
    np.testing.assert_array_equal(
        ledger.value("whole_time"), ledger.value("leg_length") / ledger.value("speed") + 0.5
    )
    assert ledger.range("whole_time").middle == pytest.approx(750 / 392 + 0.5, rel=0.02)
    assert ledger.sources("whole_time") == ("elsewhere", "somewhere")
    assert ledger.inputs("whole_time") == ("leg_length", "speed")
    assert [driver.key for driver in ledger.drivers("whole_time")] == ["speed", "leg_length"]
