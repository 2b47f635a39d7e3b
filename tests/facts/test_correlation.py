"""Facts that go together: the table is read whole, and the study draws them together."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from egiz.errors import InputError
from egiz.facts.correlation import HEADER, read_correlations, shipped_correlations
from egiz.facts.library import Facts
from egiz.study.asked import Asked, understood
from egiz.study.run import study

SOURCES = Facts.shipped().sources


def test_every_row_at_fault_is_told() -> None:
    rows = [",".join(HEADER), "a,b,much,memory,judgement,", "a,c,0.5,memory,hearsay,"]
    with pytest.raises(InputError) as told:
        read_correlations("\n".join(rows), "pairs.csv", SOURCES)
    assert [(fault.key, fault.spot and fault.spot.line) for fault in told.value.faults] == [
        ("not-a-number", 2),
        ("unknown-source", 3),
    ]


def test_fuel_prices_of_both_countries_go_together() -> None:
    asked = understood(Asked("astana-chelyabinsk", (), "", "4000", "1", False))
    ledger = study(asked.opened.case, (), asked.plan, lambda step, scenario: None).runs[0].ledger
    prices = [ledger.value(f"jet_fuel_price@{country}") for country in ("KZ", "RU")]
    wanted = shipped_correlations().pairs[0].rank
    assert stats.spearmanr(*prices).statistic == pytest.approx(wanted, abs=0.03)
    assert np.unique(np.floor(ledger.uniforms["jet_fuel_price@KZ"] * 4000)).size == 4000
