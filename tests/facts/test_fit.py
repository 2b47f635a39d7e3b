"""Rows that a script makes are what the script makes, and fuel agrees with the published models."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Mapping
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


def test_gravity_coefficients_are_those_of_the_fit(shared: Path) -> None:
    module = tool("fit_first_market")
    found: Mapping[str, float] = module.together(*module.fitted(shared / "data"))
    market = Facts.shipped().with_package("egiz.market", "market")
    modes = {row.name: row.spread.mode for row in market.rows if row.name.startswith("gravity")}
    for name in ("mass", "distance", "income"):
        assert modes[f"gravity_{name}_elasticity"] == pytest.approx(
            found[f"gravity_{name}_elasticity"], abs=1e-3
        )
    assert modes["gravity_constant"] == pytest.approx(found["gravity_constant"], abs=1e-3)


def test_the_fit_beats_the_median_pair(shared: Path) -> None:
    module = tool("fit_first_market")
    for fitted in module.fitted(shared / "data"):
        model, near, plain, plain_near = module.score(fitted.data)
        assert model < plain
        assert near >= plain_near


@pytest.fixture
def across(shared: Path) -> tuple[ModuleType, Mapping[str, float], Path]:
    """The fit of the border, the domestic coefficients it stands on, and its folder."""
    sys.modules["fit_first_market"] = first = tool("fit_first_market")
    folder = shared / "data"
    return tool("fit_border"), first.together(*first.fitted(folder)), folder


def test_the_border_is_that_of_the_fit(across: tuple[ModuleType, Mapping[str, float], Path]) -> None:
    module, coefficients, folder = across
    found = module.together(map(module.border, module.samples(folder, coefficients).values()))
    rows = {row.name: row.spread for row in Facts.shipped().with_package("egiz.market", "market").rows}
    half = 1.28155
    for name, middle, deviation in (
        ("border_effect", found.middle, found.error),
        ("border_scatter", 0.0, found.between),
    ):
        told = rows[name]
        assert told.mode == pytest.approx(middle, abs=1e-3)
        assert (told.low, told.high) == pytest.approx(
            (middle - half * deviation, middle + half * deviation), abs=1e-3
        )


def test_the_border_is_seen_in_both_countries_and_mends_the_model(
    across: tuple[ModuleType, Mapping[str, float], Path],
) -> None:
    """With partner countries held out; the median pair is still the better guess in Australia."""
    module, coefficients, folder = across
    for data in module.samples(folder, coefficients).values():
        found = module.border(data)
        assert found.middle < -3.0 * found.error
        (bordered, plain, _), (fair, plain_fair, _) = module.score(data)
        assert bordered < plain
        assert fair < plain_fair


def test_the_correction_of_unserved_pairs_is_that_of_the_fit(
    across: tuple[ModuleType, Mapping[str, float], Path],
) -> None:
    module, coefficients, folder = across
    rows = {row.name: row.spread for row in Facts.shipped().with_package("egiz.market", "market").rows}
    told = rows["served_pair_correction"]
    assert (told.low, told.high) == pytest.approx(module.correction(folder, coefficients), abs=5e-4)


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
