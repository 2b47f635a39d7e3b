"""Rows of the market are those that the script fits."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest

from egiz.facts.correlation import shipped_correlations
from egiz.facts.library import Facts

TOOLS = Path(__file__).parents[2] / "tools"
TENTH = 1.2816
pytestmark = pytest.mark.shared


@pytest.fixture
def air(monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = os.environ.get("EGIZ_SHARED", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("EGIZ_SHARED names no folder with the shared calibration files")
    monkeypatch.setattr(sys, "path", [str(TOOLS), *sys.path])
    return Path(folder) / "data"


def test_coefficients_are_those_of_the_fit(air: Path) -> None:
    from fit_market import NAMES, Market, correlations, names, threshold

    market = Market.read(air)
    existence = market.existence()
    middle, covariance, _ = market.volume()
    errors = np.sqrt(covariance.diagonal())
    rows = {row.name: row.spread for row in Facts.shipped().with_package("egiz.market", "market").rows}
    for place, name in enumerate(NAMES):
        volume, link = names(name)
        assert rows[volume].mode == pytest.approx(middle[place], abs=2e-3), volume
        assert rows[volume].high == pytest.approx(middle[place] + TENTH * errors[place], abs=4e-3), volume
        assert rows[link].mode == pytest.approx(existence[place], abs=2e-3), link
    level, strength = threshold(market.sets, existence).coefficients
    low, high = rows["least_service"].low, rows["least_service"].high
    assert low is not None
    assert high is not None
    assert low < np.exp(level) < high
    assert rows["link_strength"].mode == pytest.approx(strength, abs=0.01)
    shipped = {frozenset((one.first, one.second)): one.rank for one in shipped_correlations().pairs}
    fitted = [line.split(",") for line in correlations(market)]
    assert fitted
    for first, second, rank, *_ in fitted:
        assert shipped[frozenset((first, second))] == pytest.approx(float(rank), abs=5e-3), (first, second)


def test_a_scale_turns_coefficients_back(air: Path) -> None:
    """What is told on the scale is what the features themselves tell."""
    from market_model import Scale

    random = np.random.default_rng(1)
    columns = np.column_stack([np.ones(50), random.normal(3.0, 2.0, (50, 4))])
    scale = Scale.of(columns)
    slopes = random.normal(size=5)
    assert scale.scaled(columns) @ slopes == pytest.approx(columns @ (scale.turned() @ slopes))


def test_a_form_is_chosen_without_what_is_scored(air: Path) -> None:
    """Every pair of every set is told once, and by a fit that has not seen it nor, of a city, its routes."""
    from fit_market import Market
    from market_score import PARTS, folds, kept

    sets = Market.read(air).sets
    for how in ("route", "city"):
        for index, block in enumerate(sets):
            outs = [out[index] for out in folds(sets, how, PARTS, "")]
            assert np.all(np.sum(outs, axis=0) >= 1)
            assert how == "city" or np.all(np.sum(outs, axis=0) == 1)
            for out in outs:
                away = {end.name for pair, gone in zip(block.ends, out, strict=True) if gone for end in pair}
                assert how == "route" or len(away) > 0 or not out.any()
    routes, cities = kept(sets_table(sets))
    assert all(not np.any(one & other) for one, other in zip(routes, cities, strict=True))


def sets_table(sets: object) -> object:
    """A table that holds the sets alone."""
    from market_score import Table

    return Table(tuple(sets), {})  # type: ignore[arg-type, call-overload]
