"""Streams: each key its own, strata kept, pairs kept, the same in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from egiz.errors import InputError, SheetError
from egiz.figures.correlation import Correlation, Correlations
from egiz.figures.distribution import Pert
from egiz.figures.draw import Plan, sobol, strata

ASKED = 2000


def occupied(numbers: np.ndarray) -> int:
    """How many of the equal strata hold a number."""
    return len(np.unique(np.floor(numbers * len(numbers))))


def test_one_number_in_each_stratum() -> None:
    for draws in (1, 2, 7, 2000, 10_000, 100_000):
        numbers = strata("fuel_price", draws, 1)
        assert occupied(numbers) == draws
        assert numbers.min() > 0.0
        assert numbers.max() < 1.0


def test_the_whole_key_counts() -> None:
    """Two keys alike in their first 16 bytes, and far beyond, have nothing in common."""
    long = "a-key-that-is-much-longer-than-sixteen-bytes." * 5
    first, second = strata(long + "one", 10_000, 1), strata(long + "two", 10_000, 1)
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.04
    assert abs(np.corrcoef(first, strata(long + "one", 10_000, 2))[0, 1]) < 0.04


def test_many_streams_are_independent() -> None:
    streams = np.stack([strata(f"key_{index}", ASKED, 3) for index in range(60)])
    correlations = np.corrcoef(streams)[np.triu_indices(60, 1)]
    assert correlations.std() == pytest.approx(1 / np.sqrt(ASKED), rel=0.1)
    assert np.abs(correlations).max() < 5 / np.sqrt(ASKED)
    squares = np.corrcoef(np.abs(streams - 0.5), streams)[:60, 60:]
    assert np.abs(squares).max() < 5 / np.sqrt(ASKED)


def test_the_place_within_a_stratum_is_even_and_knows_nothing_of_the_order() -> None:
    numbers = strata("fuel_price", 100_000, 1) * 100_000
    order, place = np.floor(numbers), numbers % 1.0
    assert stats.kstest(place, "uniform").pvalue > 0.01
    assert abs(np.corrcoef(order, place)[0, 1]) < 4 / np.sqrt(100_000)


def test_the_order_is_a_fair_shuffle() -> None:
    """No drift along the draws, and neighbours know nothing of each other."""
    streams = np.stack([strata(f"key_{index}", ASKED, 4) for index in range(200)])
    assert np.abs(streams.mean(axis=0) - 0.5).max() < 5 * np.sqrt(1 / 12 / 200)
    neighbours = [np.corrcoef(one[:-1], one[1:])[0, 1] for one in streams]
    assert abs(np.mean(neighbours)) < 4 / np.sqrt(ASKED * 200)


def test_a_stream_does_not_depend_on_the_others_asked_for() -> None:
    plan = Plan(ASKED, 5)
    alone, together = plan.uniforms(["b"]), plan.uniforms(["c", "a", "b"])
    np.testing.assert_array_equal(alone["b"], together["b"])
    np.testing.assert_array_equal(alone["b"], strata("b", ASKED, 5))


def test_the_same_in_every_process() -> None:
    code = (
        "from egiz.figures.draw import Plan; import hashlib; "
        "plan = Plan(512, 7, 'sobol').covering({'b', 'a', 'c'}); "
        "both = [Plan(512, 7).uniforms({'a', 'b', 'c'}), plan.uniforms({'a', 'b', 'c'})]; "
        "print(hashlib.sha256(b''.join(k.encode() + u.tobytes() for one in both for k, u in one.items()))"
        ".hexdigest())"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert len(told[0].strip()) == 64
    assert told[0] == told[1]


def test_a_plan_that_cannot_be_is_refused() -> None:
    with pytest.raises(SheetError, match="at least 1 draw"):
        Plan(0, 1)
    with pytest.raises(SheetError, match="seed from 0 to"):
        Plan(10, -1)


# Joint Sobol


def test_sobol_needs_a_power_of_two() -> None:
    with pytest.raises(SheetError, match="power of two of draws, not 10000; take 8192 or 16384"):
        sobol(("a", "b"), 10_000, 1)
    with pytest.raises(SheetError, match="a stands twice"):
        sobol(("a", "b", "a"), 8, 1)


def test_sobol_needs_a_dimension_for_each_key() -> None:
    with pytest.raises(SheetError, match=r"c has no dimension; append it with Plan\.covering"):
        Plan(8, 1, "sobol", order=("a", "b")).uniforms(["a", "c"])


def test_an_appended_key_moves_no_other() -> None:
    plan = Plan(256, 1, "sobol").covering(["b", "a"])
    longer = plan.covering(["A", "c"])
    assert longer.order == ("a", "b", "A", "c")
    first, second = plan.uniforms(["a", "b"]), longer.uniforms(["a", "b", "A", "c"])
    for key in ("a", "b"):
        np.testing.assert_array_equal(first[key], second[key])


def test_sobol_keeps_strata_in_one_and_two_dimensions() -> None:
    drawn = sobol(tuple("abcd"), 1024, 3)
    for key in drawn:
        assert occupied(drawn[key]) == 1024
    cells = np.floor(drawn["a"] * 32) * 32 + np.floor(drawn["b"] * 32)
    assert len(np.unique(cells)) == 1024


def test_sobol_scrambles_are_fair() -> None:
    means = [sobol(("a",), 8, seed)["a"] for seed in range(400)]
    assert np.mean([one[0] for one in means]) == pytest.approx(0.5, abs=0.06)
    assert np.std([one[0] for one in means]) == pytest.approx(np.sqrt(1 / 12), rel=0.1)


def test_sobol_beats_strata_beats_plain() -> None:
    """Spread over seeds of the mean of a result that is not a plain sum (notes: 0.6, 3.4, 10.6)."""
    keys = tuple(f"input_{index}" for index in range(8))
    shape = Pert(1.0, 2.0, 4.0)

    def result(u: dict[str, np.ndarray]) -> float:
        x = [shape.quantile(u[key]) for key in keys]
        return float((x[0] * x[1] / x[2] + x[3] * x[4] - x[5] / x[6] + x[7]).mean())

    draws, seeds = 1024, range(25)
    by_sobol = np.std([result(dict(sobol(keys, draws, seed))) for seed in seeds])
    by_strata = np.std([result(dict(Plan(draws, seed).uniforms(keys))) for seed in seeds])
    plain = np.std(
        [result({k: np.random.default_rng([s, i]).random(draws) for i, k in enumerate(keys)}) for s in seeds]
    )
    assert by_sobol < 0.5 * by_strata
    assert by_strata < 0.6 * plain


# Correlations


def rank_correlation(first: np.ndarray, second: np.ndarray) -> float:
    return float(stats.spearmanr(first, second).statistic)


@pytest.mark.parametrize("score", [-0.9, -0.3, 0.5, 0.7, 0.95])
def test_the_copula_gives_the_rank_correlation_asked_for(score: float) -> None:
    """Closed form of two normal variables: rank correlation (6 / pi) asin(score / 2)."""
    asked = 6 / np.pi * np.arcsin(score / 2)
    pairs = Correlations((Correlation("fuel", "rate", asked),))
    drawn = Plan(10_000, 1, correlations=pairs).uniforms(["fuel", "rate"])
    assert pairs.matrix(("fuel", "rate"))[0, 1] == pytest.approx(score)
    assert rank_correlation(drawn["fuel"], drawn["rate"]) == pytest.approx(asked, abs=0.02)
    assert occupied(drawn["fuel"]) == occupied(drawn["rate"]) == 10_000


def test_only_the_order_changes() -> None:
    pairs = Correlations((Correlation("a", "b", 0.7), Correlation("b", "c", 0.5)))
    plan = Plan(ASKED, 2)
    free, tied = plan.uniforms("abcd"), replace(plan, correlations=pairs).uniforms("abcd")
    np.testing.assert_array_equal(free["a"], tied["a"])
    np.testing.assert_array_equal(free["d"], tied["d"])
    np.testing.assert_array_equal(np.sort(free["b"]), np.sort(tied["b"]))
    assert (free["b"] != tied["b"]).any()
    assert rank_correlation(tied["a"], tied["b"]) == pytest.approx(0.7, abs=0.03)
    assert rank_correlation(tied["b"], tied["c"]) == pytest.approx(0.5, abs=0.04)


def test_a_name_absent_from_a_run_moves_no_other() -> None:
    pairs = Correlations((Correlation("a", "b", 0.7), Correlation("b", "c", 0.5)))
    plan = Plan(ASKED, 2, correlations=pairs)
    np.testing.assert_array_equal(plan.uniforms("abc")["c"], plan.uniforms("cz")["c"])
    np.testing.assert_array_equal(plan.uniforms("abc")["b"], plan.uniforms("b")["b"])


def test_complete_correlation_is_the_same_order() -> None:
    pairs = Correlations(
        (Correlation("a", "b", 1.0), Correlation("a", "c", -1.0), Correlation("b", "c", -1.0))
    )
    drawn = Plan(ASKED, 2, correlations=pairs).uniforms("abc")
    np.testing.assert_array_equal(np.argsort(drawn["a"]), np.argsort(drawn["b"]))
    np.testing.assert_array_equal(np.argsort(drawn["a"]), np.argsort(-drawn["c"]))


def test_correlated_sobol_keeps_its_strata() -> None:
    pairs = Correlations((Correlation("a", "b", 0.7),))
    drawn = Plan(1024, 2, "sobol", pairs).covering("c").uniforms("abc")
    assert occupied(drawn["b"]) == 1024
    assert rank_correlation(drawn["a"], drawn["b"]) == pytest.approx(0.7, abs=0.01)


def keys_of(error: InputError) -> list[str]:
    return [fault.key for fault in error.faults]


def test_bad_rows_are_told_all_at_once() -> None:
    with pytest.raises(InputError) as caught:
        Correlations((Correlation("a", "a", 0.1), Correlation("a", "b", 1.5), Correlation("b", "a", 0.1)))
    assert keys_of(caught.value) == ["correlation-itself", "correlation-range", "correlation-twice"]


def test_an_impossible_matrix_names_the_pair_that_breaks_it() -> None:
    rows = (Correlation("a", "b", 0.8), Correlation("b", "c", 0.8), Correlation("c", "a", -0.8))
    with pytest.raises(InputError) as caught:
        Correlations((*rows, Correlation("x", "y", 0.9)))
    (fault,) = caught.value.faults
    assert fault.key == "correlation-impossible"
    assert fault.values["rank"] in (-0.8, 0.8)
    assert {fault.values["first"], fault.values["second"]} < {"a", "b", "c"}
    Correlations((*rows[:2], Correlation("c", "a", 0.5)))
