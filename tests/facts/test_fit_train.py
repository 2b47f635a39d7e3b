"""The recovery margin is what its script makes; times and energy meet published ones as the page says."""

from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from egiz.engines.train import Drive
from egiz.facts.library import Facts

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.shared


@pytest.fixture
def shared() -> Path:
    folder = os.environ.get("EGIZ_SHARED", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("EGIZ_SHARED names no folder with the shared calibration files")
    return Path(folder)


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = spec_from_file_location("score_run_time", ROOT / "tools" / "score_run_time.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["score_run_time"] = module
    spec.loader.exec_module(module)
    return module


def test_the_margin_is_that_of_four_clean_legs_with_the_cities_of_a_study(
    shared: Path, score: ModuleType
) -> None:
    known, nodes = score.stocks(), score.cities()
    rows = tuple(score.services(shared))
    fit = score.fit_of(rows, known, nodes)
    facts = Facts.shipped()
    margin = facts.at(facts.edition).pick("recovery_margin", "rail")
    assert sum(row.group == "fitted" for row in rows) == 4
    parts = [0.1, 0.25, 0.5, 0.75, 0.9]
    told = margin.distribution.quantile(np.array(parts))
    assert told == pytest.approx(fit.quantiles(parts), abs=6e-4)
    assert margin.provenance.status == "derived"
    assert fit.margin == pytest.approx(0.0013, abs=5e-4)
    assert score.fit_of(rows, known, score.NOWHERE).margin == pytest.approx(0.0627, abs=5e-4)


def test_legs_without_doubt_count_alike_and_a_doubtful_one_hardly(score: ModuleType) -> None:
    even = score.fitted([(0.02, 0.0), (0.04, 0.0), (0.09, 0.0)])
    assert even.margin == pytest.approx(0.05)
    assert even.apart == pytest.approx(np.std([0.02, 0.04, 0.09], ddof=1))
    assert score.fitted([(0.05, 0.01), (0.05, 0.01), (-0.5, 9.0)]).margin == pytest.approx(0.05, abs=1e-4)


def test_a_service_that_nothing_was_fitted_on(shared: Path, score: ModuleType) -> None:
    known, nodes = score.stocks(), score.cities()
    held = [row for row in score.services(shared) if row.group.startswith("held out")]
    assert [row.name.split(" ")[0] for row in held] == ["Wuhan-Guangzhou"]
    margins = known["generic-350"].facts["recovery_margin"].distribution.quantile(score.PLACES)
    for row in held:
        low, middle, high = np.quantile(score.ours(row, known, nodes, margins), [0.1, 0.5, 0.9])
        assert middle == pytest.approx(row.minutes, rel=0.05)
        assert low < row.minutes < 1.01 * high


def test_energy_from_madrid_to_valencia(score: ModuleType) -> None:
    talgo = score.stocks()["talgo-350"]
    length, fall = 5417.69 / 13.83 * 1e3, 590.0
    free = score.level(talgo, length, Drive((0.0, length), 0.0, 0.0), 300 / 3.6)
    timed = Drive((0.0, length), 0.0, 95 * 60 / free.time - 1.0, True)
    found = score.level(talgo, length, timed, 300 / 3.6, fall)
    assert found.net / 3.6e6 / (length / 1e3) == pytest.approx(13.83, rel=0.15)
    assert found.drawn / 3.6e6 / (length / 1e3) == pytest.approx(15.3, rel=0.15)
