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


@pytest.mark.shared
def test_shipped_coefficients_are_those_of_the_fit(data: Path) -> None:
    records = FIT.sample(data)
    scores = FIT.inner_scores(records)
    assert FIT.best(scores) == FIT.Setting("zero", 0.1)
    assert scores[FIT.best(scores)] > FIT.free_inner_score(records)
    fitted = FIT.pooled(records, FIT.best(scores))
    rows = {row.name: row.spread for row in Facts.shipped().rows}
    for key, ends in FIT.coefficients(fitted).items():
        shipped = rows[key]
        assert (shipped.low, shipped.mode, shipped.high) == pytest.approx(ends, abs=1.1e-3)
    ranks = {(pair.first, pair.second): pair.rank for pair in shipped_correlations().pairs}
    assert ranks["exit_level", "exit_thinness"] == pytest.approx(FIT.rank_correlation(fitted), abs=0.011)


@pytest.mark.shared
def test_counts_are_those_told(data: Path) -> None:
    young = FIT.sample(data).young()
    assert young.ended.sum() == 21
    assert young.months.sum() == 1965
    assert len({record.pair for record in young.records}) == 124


def test_the_prior_is_the_published_rate_at_the_usual_route() -> None:
    for setting in FIT.SETTINGS:
        prior = setting.prior(-0.7)
        usual = FIT.np.array([1.0, FIT.np.log(FIT.USUAL / FIT.SCALE)])
        assert FIT.np.exp(usual @ prior.middle) == pytest.approx(FIT.BASE)
        assert prior.middle[1] == (-0.7 if setting.middle == "others" else 0.0)
        covariance = FIT.np.linalg.inv(prior.precision)
        assert usual @ covariance @ usual == pytest.approx(FIT.DOUBT**2)
        assert covariance[1, 1] == pytest.approx(setting.deviation**2)


@pytest.mark.shared
def test_the_posterior_is_that_of_a_plain_grid(data: Path) -> None:
    """Twin: likelihood times prior summed over a grid of both coefficients."""
    records = FIT.sample(data)
    fitted = FIT.pooled(records, FIT.Setting("zero", 0.4))
    young, usual = records.young(), FIT.np.log(FIT.USUAL / FIT.SCALE)
    level, slope = FIT.np.meshgrid(FIT.np.linspace(-5.6, -3.2, 81), FIT.np.linspace(-1.0, 0.8, 81))
    weight = -(((level + slope * usual - FIT.np.log(FIT.BASE)) / FIT.DOUBT) ** 2 + (slope / 0.4) ** 2) / 2
    for months, ended, size in zip(young.months, young.ended, young.features[:, 1], strict=True):
        hazards = months * FIT.np.exp(level + slope * size)
        weight += FIT.np.log(-FIT.np.expm1(-hazards)) if ended else -hazards
    weight = FIT.np.exp(weight - weight.max())
    for axis, number in ((level, 0), (slope, 1)):
        mean = FIT.np.average(axis, weights=weight)
        spread = FIT.np.average((axis - mean) ** 2, weights=weight) ** 0.5
        assert fitted.values[number] == pytest.approx(mean, abs=0.25 * spread)
        assert fitted.errors[number] == pytest.approx(spread, rel=0.1)


@pytest.mark.shared
def test_what_is_shipped_does_not_beat_the_base_rate_and_the_page_says_so(data: Path) -> None:
    """Should this fail because the fit got better, the page and the note of the row must change with it."""
    unseen = SCORE.held_out(FIT.sample(data), "pair", SCORE.pooled_form)
    assert unseen.score("model") == pytest.approx(-83.9, abs=0.1)
    assert unseen.score("constant") == pytest.approx(-84.3, abs=0.1)
    assert unseen.score("published") == pytest.approx(-82.4, abs=0.1)
    assert unseen.score("model") < unseen.score("published")


@pytest.mark.shared
def test_free_coefficients_on_fresh_splits_are_as_told(data: Path) -> None:
    splits = SCORE.fresh(FIT.sample(data), SCORE.free_form)
    for rule, told in (("model", -84.68), ("constant", -83.64), ("published", -82.38)):
        assert FIT.np.mean([unseen.score(rule) for unseen in splits]) == pytest.approx(told, abs=0.02)
    assert SCORE.mean_gain(splits, "published") == pytest.approx((-2.30, 0.80), abs=0.02)


@pytest.mark.shared
def test_the_choice_of_the_setting_never_sees_the_part_left_out(data: Path) -> None:
    """Turning every outcome of the part over changes neither the forecast of it nor the choice."""
    records = FIT.sample(data)
    parts = records.parts(SCORE.FRESH[0])
    train, test = records.where(parts != 0), records.where(parts == 0)
    turned = FIT.Sample(test.records, test.features, test.months, 1.0 - test.ended)
    new = FIT.np.array([record.new for record in test.records])
    plain = SCORE.pooled_form(train, test.where(new))
    other = SCORE.pooled_form(train, turned.where(new))
    for rule in plain:
        FIT.np.testing.assert_array_equal(plain[rule], other[rule])
    assert {r.pair for r in train.records}.isdisjoint(r.pair for r in test.records)


@pytest.mark.shared
def test_the_published_base_rate_gives_the_exits_seen(data: Path) -> None:
    young = FIT.sample(data).young()
    expected = float((1.0 - FIT.np.exp(-young.months * SCORE.BASE)).sum())
    assert expected == pytest.approx(young.ended.sum(), abs=2.0 * expected**0.5)


@pytest.mark.shared
def test_cuts_of_flights_agree_with_the_prior_of_cover(data: Path) -> None:
    """Decision 0010: the 80 % interval of the check meets the range of the prior."""
    fitted = SCORE.logit(SCORE.cuts(data))
    middle, off = -fitted.values[1], FIT.P90 * fitted.errors[1]
    prior = next(row.spread for row in Facts.shipped().rows if row.name == "exit_cover_elasticity")
    assert prior.low is not None
    assert prior.high is not None
    assert middle - off <= prior.high
    assert middle + off >= prior.low


@pytest.mark.shared
def test_no_pair_of_kazakhstan_and_russia_is_fitted(data: Path) -> None:
    ends = {city for record in FIT.sample(data).records for city in record.pair}
    assert not {city.upper() for city in ends} & {"CHELYABINSK", "OMSK", "TYUMEN", "KOSTANAY"}
    indian = {city for pair in FIT.yearly(data, "domestic") for city in pair}
    foreign = [r.pair for r in FIT.sample(data).records if r.series == "IN international"]
    assert all(len(indian.intersection(pair)) == 1 for pair in foreign)
