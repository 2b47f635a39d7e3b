"""The shipped exit hazard is what its script fits, and its scores are those that the pages tell."""

from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from egiz.facts.correlation import shipped_correlations
from egiz.facts.library import Facts

TOOLS = Path(__file__).parents[2] / "tools"
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def data() -> Path:
    folder = os.environ.get("EGIZ_SHARED", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("EGIZ_SHARED names no folder with the shared calibration files")
    return Path(folder) / "data"


def tool(name: str) -> ModuleType:
    spec = spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


FIT = tool("fit_exit")
SCORE = tool("score_exit")


def test_shipped_coefficients_are_those_of_the_fit(data: Path) -> None:
    fitted = FIT.fit(FIT.sample(data).young())
    rows = {row.name: row.spread for row in Facts.shipped().rows}
    for key, ends in FIT.coefficients(fitted).items():
        shipped = rows[key]
        assert (shipped.low, shipped.mode, shipped.high) == pytest.approx(ends, abs=1.1e-3)
    ranks = {(pair.first, pair.second): pair.rank for pair in shipped_correlations().pairs}
    assert ranks["exit_level", "exit_thinness"] == pytest.approx(FIT.rank_correlation(fitted), abs=0.011)


def test_counts_are_those_told(data: Path) -> None:
    young = FIT.sample(data).young()
    assert young.ended.sum() == 21
    assert young.months.sum() == 1965
    assert len({record.pair for record in young.records}) == 124


def test_what_is_shipped_does_not_beat_the_base_rate_and_the_page_says_so(data: Path) -> None:
    """Should this fail because the fit got better, the page and the note of the row must change with it."""
    young = FIT.sample(data).young()
    unseen = SCORE.held_out(young, "pair")
    assert unseen.score("model") == pytest.approx(-84.4, abs=0.1)
    assert unseen.score("constant") == pytest.approx(-84.3, abs=0.1)
    assert unseen.score("published") == pytest.approx(-82.4, abs=0.1)
    assert unseen.score("model") < unseen.score("published")


def test_the_published_base_rate_gives_the_exits_seen(data: Path) -> None:
    young = FIT.sample(data).young()
    expected = float((1.0 - FIT.np.exp(-young.months * SCORE.BASE)).sum())
    assert expected == pytest.approx(young.ended.sum(), abs=2.0 * expected**0.5)


def test_cuts_of_flights_agree_with_the_prior_of_cover(data: Path) -> None:
    """Decision 0010: the 80 % interval of the check meets the range of the prior."""
    fitted = SCORE.logit(SCORE.cuts(data))
    middle, off = -fitted.values[1], FIT.P90 * fitted.errors[1]
    prior = next(row.spread for row in Facts.shipped().rows if row.name == "exit_cover_elasticity")
    assert prior.low is not None
    assert prior.high is not None
    assert middle - off <= prior.high
    assert middle + off >= prior.low


def test_no_pair_of_kazakhstan_and_russia_is_fitted(data: Path) -> None:
    ends = {city for record in FIT.sample(data).records for city in record.pair}
    assert not {city.upper() for city in ends} & {"CHELYABINSK", "OMSK", "TYUMEN", "KOSTANAY"}
    indian = {city for pair in FIT.yearly(data, "domestic") for city in pair}
    foreign = [r.pair for r in FIT.sample(data).records if r.series == "IN international"]
    assert all(len(indian.intersection(pair)) == 1 for pair in foreign)
