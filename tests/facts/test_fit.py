"""Rows that a script makes are what the script makes, and fuel agrees with the published models."""

from __future__ import annotations

import csv
import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from egiz.facts.aircraft import performance
from egiz.facts.library import Facts

TOOLS = Path(__file__).parents[2] / "tools"
FLIGHT = Facts.shipped().with_package("egiz.proposals.air_route", "x")
pytestmark = pytest.mark.shared


@pytest.fixture
def shared() -> Path:
    folder = os.environ.get("EGIZ_SHARED", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("EGIZ_SHARED names no folder with the shared calibration files")
    return Path(folder)


def tool(name: str) -> ModuleType:
    spec = spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_derived_economy_is_up_to_date(shared: Path) -> None:
    module = tool("derive_economy")
    assert module.table(shared / "data/economy") == module.TARGET.read_text(encoding="utf-8")


def test_the_rates_worked_out_agree_with_those_told_elsewhere(shared: Path) -> None:
    """Notes on data print 147.4 (2010), 326.0 (2017), 382.7 (2019) and 461.2 (2023) tenge a dollar."""
    rows = {
        row.dating.about: row.spread.mode
        for row in Facts.shipped().rows
        if row.key == "exchange_rate@KZT/USD"
    }
    told = {"2010": 147.4, "2017": 326.0, "2019": 382.7, "2023": 461.2}
    assert {year: rows[year] for year in told} == pytest.approx(told, abs=0.06)


ALIASES = {
    "A20N": "A320neo",
    "A320": "A320",
    "E190": "E190",
    "E290": "E190E2",
    "CRJ2": "CRJ200",
    "AT72": "ATR72",
    "DH8D": "Q400",
    "SU95": "SSJ100",
}


def test_sector_fuel_agrees_with_the_notes(shared: Path) -> None:
    """The middle of the table at 818 km x 1.05 lies in the range of the models the founders compared."""
    with (shared / "facts/air_parameters.csv").open(encoding="utf-8", newline="") as file:
        told = {
            row["name"].removeprefix("fuel_818km_"): row
            for row in csv.DictReader(file)
            if "fuel_818" in row["name"]
        }
    for code, aircraft in ALIASES.items():
        known = performance(aircraft)
        airborne = float(np.interp(818 * 1.05, known.distance, known.fuel[1]))
        low, high = float(told[code]["low"]), float(told[code]["high"])
        assert low <= airborne <= high, (code, airborne)
