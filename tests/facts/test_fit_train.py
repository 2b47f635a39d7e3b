"""The recovery margin is what its script makes; times and energy meet published ones as the page says."""

from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from statistics import mean, stdev
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


def test_the_margin_is_that_of_four_clean_legs(shared: Path, score: ModuleType) -> None:
    known = score.stocks()
    extra = [score.extra(row, known) for row in score.services(shared) if row.group == "fitted"]
    facts = Facts.shipped()
    margin = facts.at(facts.edition).pick("recovery_margin", "rail")
    assert len(extra) == 4
    (row,) = (row for row in facts.rows if row.name == "recovery_margin")
    assert row.spread.mode == pytest.approx(mean(extra), abs=6e-4)
    assert margin.provenance.status == "derived"
    assert stdev(extra) == pytest.approx(0.0213, abs=5e-4)
    parts = margin.distribution.quantile((np.arange(200) + 0.5) / 200)
    assert parts.std() == pytest.approx(stdev(extra), rel=0.2)


def test_where_limits_are_known_times_are_within_a_twentieth(shared: Path, score: ModuleType) -> None:
    known = score.stocks()
    rows = [row for row in score.services(shared) if row.group in ("fitted", "held out, limits known")]
    assert len(rows) == 5
    margin = known["generic-350"].middles["recovery_margin"]
    for row in rows:
        assert score.ours(row, known, score.NOWHERE, [margin]).item() == pytest.approx(row.minutes, rel=0.05)


def test_slow_ways_of_a_study_only_add_time(shared: Path, score: ModuleType) -> None:
    known, nodes = score.stocks(), score.cities()
    for row in score.services(shared):
        least = score.ours(row, known, score.NOWHERE, [0.0]).item()
        assert (score.ours(row, known, nodes, [0.0]) > least).all()


def test_energy_from_madrid_to_valencia(score: ModuleType) -> None:
    talgo = score.stocks()["talgo-350"]
    length, fall = 5417.69 / 13.83 * 1e3, 590.0
    free = score.level(talgo, length, Drive((0.0, length), 0.0, 0.0), 300 / 3.6)
    timed = Drive((0.0, length), 0.0, 95 * 60 / free.time - 1.0, True)
    found = score.level(talgo, length, timed, 300 / 3.6, fall)
    assert found.net / 3.6e6 / (length / 1e3) == pytest.approx(13.83, rel=0.15)
    assert found.drawn / 3.6e6 / (length / 1e3) == pytest.approx(15.3, rel=0.15)
