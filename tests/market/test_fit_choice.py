"""The estimator of choices: published results and second routes; rows of the market are those it fits."""

from __future__ import annotations

import csv
import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from egiz.engines.choice import log_likelihood, multinomial, nested
from egiz.facts.library import Facts
from egiz.market.felt import felt
from egiz.market.service import PURPOSES

Array = NDArray[np.float64]

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "tests" / "published" / "swissmetro.csv"
TRAIN_AND_CAR, FIRST = np.array([0, 1, 0]), np.array([0])


def tool(name: str) -> ModuleType:
    if name in sys.modules:
        return sys.modules[name]
    spec = spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


MODEL, DATA, FIT = tool("choice_model"), tool("choice_data"), tool("fit_choice")
SEASON = tool("fit_season")


@pytest.fixture(scope="module")
def folder() -> Path:
    shared = os.environ.get("EGIZ_SHARED", "")
    if not (Path(shared) / "data" / "demand").is_dir() or not shared:
        pytest.skip("EGIZ_SHARED names no folder with the shared calibration files")
    return Path(shared) / "data"


def published(case: str) -> dict[str, float]:
    with PUBLISHED.open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    return {line["quantity"]: float(line["published"]) for line in lines if line["case"] == case}


@pytest.mark.shared
def test_the_multinomial_estimate_is_the_published_one(folder: Path) -> None:
    told = published("b01a_logit")
    fit = MODEL.fit_multinomial(DATA.swissmetro(DATA.read_swissmetro(folder, (1.0, 3.0)), headway=False))
    wanted = [told[name] for name in ("asc_train", "asc_car", "b_time", "b_cost")]
    assert fit.coefficients == pytest.approx(wanted, abs=1e-6)
    assert fit.log_likelihood == pytest.approx(told["log_likelihood"], abs=1e-9)
    assert fit.errors == pytest.approx([0.0549, 0.0432, 0.0569, 0.0518], abs=5e-5)


@pytest.mark.shared
def test_the_nested_estimate_is_the_published_one_or_better(folder: Path) -> None:
    told = published("b09_nested")
    choices = DATA.swissmetro(DATA.read_swissmetro(folder, (1.0, 3.0)), headway=False)
    fit = MODEL.fit_nested(choices, TRAIN_AND_CAR, FIRST)
    wanted = [told[name] for name in ("asc_train", "asc_car", "b_time", "b_cost", "mu")]
    assert fit.coefficients == pytest.approx(wanted, abs=1e-3)
    assert fit.log_likelihood == pytest.approx(told["log_likelihood"], abs=1e-5)
    assert fit.log_likelihood >= told["log_likelihood"]


def made_up(seed: int, people: int = 400) -> object:
    """Choices drawn from a nested logit; some alternatives are not on offer, some nests are empty."""
    rng = np.random.default_rng(seed)
    features = rng.normal(size=(people, 4, 3))
    offered = rng.random((people, 4)) < 0.7
    offered[np.arange(people), rng.integers(0, 4, people)] = True
    utility = np.where(offered, features @ [1.0, -0.5, 0.3], -np.inf)
    chance = np.exp(nested(utility, np.array([0, 0, 1, 1]), np.array([2.0, 1.0])))
    chosen = (chance.cumsum(axis=1) < rng.random((people, 1))).sum(axis=1)
    return MODEL.Choices(features, offered, np.minimum(chosen, 3))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 1000), st.floats(0.6, 3.0), st.floats(-1.0, 1.0))
def test_the_gradient_is_that_of_differences(seed: int, scale: float, level: float) -> None:
    choices, nest, at = made_up(seed, 60), np.array([0, 0, 1, 1]), np.array([level, -0.4, 0.2, scale])
    gradient = MODEL.nested_gradient(choices, nest, FIRST, at)[1]
    steps = np.eye(4) * 1e-6
    up = np.array([MODEL.nested_gradient(choices, nest, FIRST, at + step)[0] for step in steps])
    down = np.array([MODEL.nested_gradient(choices, nest, FIRST, at - step)[0] for step in steps])
    assert gradient == pytest.approx((up - down) / 2e-6, rel=1e-5, abs=1e-5)


def test_its_likelihoods_are_those_of_the_engine() -> None:
    choices, nest = made_up(7), np.array([0, 0, 1, 1])
    plain, fit = MODEL.fit_multinomial(choices), MODEL.fit_nested(choices, nest, FIRST)
    logs = multinomial(choices.utility(plain.coefficients))
    assert plain.log_likelihood == pytest.approx(log_likelihood(logs, choices.chosen), abs=1e-8)
    scales = np.array([fit.coefficients[-1], 1.0])
    logs = nested(choices.utility(fit.coefficients[:-1]), nest, scales)
    assert fit.log_likelihood == pytest.approx(log_likelihood(logs, choices.chosen), abs=1e-8)
    assert fit.log_likelihood > plain.log_likelihood


def test_what_was_drawn_is_found_again() -> None:
    choices = made_up(11, 20_000)
    fit = MODEL.fit_nested(choices, np.array([0, 0, 1, 1]), FIRST)
    away = (fit.coefficients - [1.0, -0.5, 0.3, 2.0]) / fit.errors
    assert np.abs(away).max() < 3.0
    assert fit.errors.max() < 0.1


def test_a_scale_of_one_is_the_multinomial() -> None:
    choices = made_up(3)
    plain = MODEL.fit_multinomial(choices)
    at = np.append(plain.coefficients, 1.0)
    value, gradient = MODEL.nested_gradient(choices, np.array([0, 0, 1, 1]), FIRST, at)
    assert value == pytest.approx(plain.log_likelihood, abs=1e-8)
    assert gradient[:3] == pytest.approx(0.0, abs=1e-3)


@pytest.mark.shared
def test_rows_of_the_market_are_those_of_the_fit(folder: Path) -> None:
    result = FIT.Result.of(folder)
    shipped = {row.key: row.spread for row in Facts.shipped().with_package("egiz.market", "market").rows}
    for name, ends in result.rows().items():
        keys = [name] if "@" in name else [f"{name}@{purpose}" for purpose in PURPOSES]
        for key in keys:
            assert (shipped[key].low, shipped[key].high) == pytest.approx(ends, rel=5e-3), key
            late = key.replace("early", "late")
            assert (shipped[late].low, shipped[late].high) == (shipped[key].low, shipped[key].high), late
    for purpose in ("value_of_time", "early_weight", "late_weight"):
        assert shipped[f"{purpose}@visiting"] == shipped[f"{purpose}@leisure"]


@pytest.mark.shared
def test_the_sheet_weighs_hours_as_they_were_fitted(folder: Path) -> None:
    rows = {row.key: row.spread.mode for row in Facts.shipped().with_package("egiz.market", "market").rows}
    assert (rows["hours_reference"], rows["damping_hours"]) == (FIT.HOURS, FIT.DAMPING)
    hours = DATA.read_australia(folder).ride
    shipped = felt(hours, np.array(FIT.HOURS), np.array(FIT.DAMPING))
    assert FIT.felt(hours, FIT.DAMPING) == pytest.approx(shipped, rel=1e-12)


@given(st.floats(0.1, 60.0), st.floats(0.1, 60.0), st.floats(0.5, 20.0))
def test_longer_trips_weigh_more_but_each_hour_less(one: float, other: float, damping: float) -> None:
    short, long = sorted((one, other))
    told = felt(np.array([short, (short + long) / 2.0, long, 10.0]), np.array(10.0), np.array(damping))
    assert told[0] <= told[1] <= told[2]
    assert told[1] - told[0] >= told[2] - told[1] - 1e-9
    assert told[3] == pytest.approx(10.0)


@pytest.mark.shared
def test_scores_are_those_that_the_page_tells(folder: Path) -> None:
    result = FIT.Result.of(folder)
    canada, australia = (-0.866, -0.790, -0.784), (-1.362, -1.252, -1.159)
    for survey, scores in ((result.canada, canada), (result.australia, australia)):
        forms = (FIT.CONSTANTS, FIT.ALIKE, FIT.SHEET)
        assert [FIT.held_out(survey, form) for form in forms] == pytest.approx(scores, abs=6e-4)
    assert FIT.pooled(list(result.parts.values()))[1] == pytest.approx(2.67, abs=0.05)


@pytest.fixture(scope="module")
def routes(folder: Path) -> list[object]:
    found: list[object] = SEASON.read_routes(folder)
    return found


@pytest.mark.shared
def test_months_of_the_market_are_those_of_the_fit(routes: list[object]) -> None:
    shipped = {row.key: row.spread for row in Facts.shipped().with_package("egiz.market", "market").rows}
    season = SEASON.Season.of(routes)
    for key, ends in season.rows().items():
        assert (shipped[key].low, shipped[key].high) == pytest.approx(ends, abs=6e-3), key
    growth = season.growth / season.height / SEASON.STEP
    assert shipped["season_growth"].mode == pytest.approx(growth, abs=1e-4)
    assert shipped["season_latitude"].mode == SEASON.SHIPPED
    assert season.months().mean() == pytest.approx(1.0)
    assert season.months().argmax() == 6


@pytest.mark.shared
def test_a_wave_that_grows_with_latitude_beats_a_flat_year(routes: list[object]) -> None:
    far = np.array([-route.latitude >= 30.0 for route in routes])  # type: ignore[attr-defined]
    flat, wave = (np.sqrt((SEASON.missed(routes, form)[far] ** 2).mean()) for form in ("flat", "wave"))
    assert far.sum() == 33
    assert (flat, wave) == pytest.approx((0.1115, 0.1027), abs=2e-4)
