"""Rows of the market are those that the script fits."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest

from egiz.facts.library import Facts

TOOLS = Path(__file__).parents[2] / "tools"
CALLED = {
    "border": ("border_effect", "link_border"),
    "border_length": ("border_length", "link_border_length"),
}
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
    from fit_market import NAMES, Network, all_counts, blocks, joint, pairs, probit, threshold

    told = pairs(Network.read(air / "air/openflights_routes.csv"))
    existence, _ = probit(told.features[:, : len(NAMES)], told.linked, told.weight)
    sets = blocks(all_counts(air), None)
    model = joint(sets, existence)
    errors = np.sqrt(model.covariance.diagonal())
    rows = {row.name: row.spread for row in Facts.shipped().with_package("egiz.market", "market").rows}
    for place, name in enumerate(NAMES):
        volume, link = CALLED.get(name, (f"gravity_{name}", f"link_{name}"))
        assert rows[volume].mode == pytest.approx(model.coefficients[place], abs=2e-3), volume
        assert rows[volume].high == pytest.approx(
            model.coefficients[place] + TENTH * errors[place], abs=4e-3
        ), volume
        assert rows[link].mode == pytest.approx(existence[place], abs=2e-3), link
    level, strength = threshold(sets, existence).coefficients
    low, high = rows["least_service"].low, rows["least_service"].high
    assert low is not None
    assert high is not None
    assert low < np.exp(level) < high
    assert rows["link_strength"].mode == pytest.approx(strength, abs=0.01)
