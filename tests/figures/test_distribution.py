"""Each shape against closed form or scipy, at its degenerate ends, and widened."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from egiz.errors import InputError
from egiz.figures.distribution import (
    MEMORY_WIDENING,
    SHAPES,
    Discrete,
    Distribution,
    DistributionError,
    Empirical,
    Fixed,
    Lognormal,
    Normal,
    Pert,
    Triangular,
    Uniform,
    distribution_of,
    widened,
)
from egiz.figures.draw import strata

Z90 = 1.2815515655446004
P = np.array([0.1, 0.5, 0.9])


def pert_peer(low: float, mode: float, high: float) -> stats.distributions.rv_frozen:
    a = 1 + 4 * (mode - low) / (high - low)
    return stats.beta(a, 6 - a, low, high - low)


def triangular_peer(low: float, mode: float, high: float) -> stats.distributions.rv_frozen:
    return stats.triang((mode - low) / (high - low), low, high - low)


GOLDEN = [
    (Uniform(2.0, 5.0), stats.uniform(2.0, 3.0)),
    (Triangular(1.0, 2.0, 6.0), triangular_peer(1.0, 2.0, 6.0)),
    (Triangular(1.0, 1.0, 6.0), triangular_peer(1.0, 1.0, 6.0)),
    (Triangular(1.0, 6.0, 6.0), triangular_peer(1.0, 6.0, 6.0)),
    (Pert(4.0, 5.5, 9.0), pert_peer(4.0, 5.5, 9.0)),
    (Pert(4.0, 4.0, 9.0), pert_peer(4.0, 4.0, 9.0)),
    (Pert(4.0, 9.0, 9.0), pert_peer(4.0, 9.0, 9.0)),
    (Pert(-3.0, 0.5, 1.0), pert_peer(-3.0, 0.5, 1.0)),
    (Normal(8.0, 12.0), stats.norm(10.0, 2.0 / Z90)),
    (Lognormal(0.5, 2.0), stats.lognorm(math.log(2.0) / Z90, scale=1.0)),
    (Lognormal(10.0, 90.0), stats.lognorm(math.log(9.0) / (2 * Z90), scale=30.0)),
]


@pytest.mark.parametrize(("shape", "peer"), GOLDEN, ids=lambda one: repr(one)[:40])
def test_golden(shape: Distribution, peer: stats.distributions.rv_frozen) -> None:
    """Mean, P10, P50, P90 and the tails at 1e-4 within 0.1 % of the published functions."""
    drawn = shape.quantile(strata("golden", 200_000, 1))
    assert drawn.mean() == pytest.approx(peer.mean(), rel=1e-3, abs=1e-3)
    np.testing.assert_allclose(shape.quantile(P), peer.ppf(P), rtol=1e-3, atol=1e-12)
    tails = np.array([1e-4, 1e-3, 1 - 1e-3, 1 - 1e-4])
    np.testing.assert_allclose(shape.quantile(tails), peer.ppf(tails), rtol=1e-3, atol=1e-12)


def test_pert_has_its_stated_mean_and_normals_their_stated_ends() -> None:
    u = strata("mean", 100_000, 2)
    assert Pert(1.0, 2.0, 9.0).quantile(u).mean() == pytest.approx((1 + 4 * 2 + 9) / 6, rel=1e-5)
    np.testing.assert_allclose(Normal(8.0, 12.0).quantile(P), [8.0, 10.0, 12.0])
    np.testing.assert_allclose(Lognormal(2.0, 8.0).quantile(P), [2.0, 4.0, 8.0])


def test_tables_give_what_they_hold() -> None:
    u = np.array([0.0, 0.1, 0.25, 0.2500001, 0.5, 0.75, 0.7500001, 1.0])
    discrete = Discrete((1.0, 2.0, 5.0), (1.0, 2.0, 1.0))
    np.testing.assert_array_equal(discrete.quantile(u), [1, 1, 1, 2, 2, 2, 5, 5])
    assert discrete.quantile(strata("d", 10_000, 1)).mean() == pytest.approx(2.5, rel=1e-3)
    empirical = Empirical((0.0, 0.1, 0.5, 0.9, 1.0), (0.0, 2.0, 3.0, 7.0, 10.0))
    np.testing.assert_allclose(empirical.quantile(P), [2.0, 3.0, 7.0])
    assert empirical.quantile(strata("e", 10_000, 1)).mean() == pytest.approx(0.1 + 1 + 2 + 0.85, rel=1e-3)


def test_an_option_of_weight_zero_never_comes() -> None:
    u = np.array([0.0, 0.5, 1.0])
    np.testing.assert_array_equal(Discrete((1.0, 2.0, 3.0), (0.0, 1.0, 0.0)).quantile(u), [2, 2, 2])


@pytest.mark.parametrize(
    "shape",
    [Fixed(3.0), Uniform(3.0, 3.0), Triangular(3.0, 3.0, 3.0), Pert(3.0, 3.0, 3.0), Normal(3.0, 3.0)],
    ids=repr,
)
def test_no_width_is_one_value(shape: Distribution) -> None:
    np.testing.assert_array_equal(shape.quantile(np.array([0.0, 0.3, 1.0])), 3.0)


def test_unbounded_shapes_stay_finite_at_the_ends() -> None:
    for shape in (Normal(1.0, 2.0), Lognormal(1.0, 2.0)):
        assert np.isfinite(shape.quantile(np.array([0.0, 1.0]))).all()


numbers = st.floats(-1e6, 1e6, allow_nan=False, allow_subnormal=False)
positive = st.floats(1e-3, 1e6)


@st.composite
def shapes(draw: st.DrawFn) -> Distribution:
    low, mode, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    a, b = sorted(draw(st.tuples(positive, positive)))
    return draw(
        st.sampled_from(
            [
                Uniform(low, high),
                Triangular(low, mode, high),
                Pert(low, mode, high),
                Normal(low, high),
                Lognormal(a, b),
            ]
        )
    )


@given(shapes())
def test_quantiles_never_fall_and_keep_their_bounds(shape: Distribution) -> None:
    u = np.linspace(0.0, 1.0, 2001)
    values = shape.quantile(u)
    assert values.shape == u.shape
    scale = float(np.abs(values).max())
    assert (np.diff(values) >= -1e-12 * scale).all()
    if isinstance(shape, Uniform | Triangular | Pert):
        assert values.min() >= shape.low
        assert values.max() <= shape.high


@given(shapes(), st.floats(1.0, 3.0))
def test_widening_never_narrows_and_keeps_the_sign(shape: Distribution, factor: float) -> None:
    ends = np.array([0.1, 0.9])
    before, after = shape.quantile(ends), widened(shape, factor).quantile(ends)
    slack = 1e-3 * max(abs(before[1] - before[0]), 1e-9 * np.abs(before).max())
    assert after[1] - after[0] >= before[1] - before[0] - slack
    if isinstance(shape, Uniform | Triangular | Pert) and shape.low > 0.0:
        wide = widened(shape, factor)
        assert isinstance(wide, Uniform | Triangular | Pert)
        assert wide.low > 0.0


def test_widening_multiplies_half_widths() -> None:
    assert widened(Pert(4.0, 5.5, 9.0), MEMORY_WIDENING) == Pert(3.25, 5.5, 10.75)
    assert widened(Triangular(-1.0, 0.0, 2.0), 2.0) == Triangular(-2.0, 0.0, 4.0)
    assert widened(Uniform(4.0, 6.0), 1.5) == Uniform(3.5, 6.5)
    assert widened(Normal(4.0, 6.0), 1.5) == Normal(3.5, 6.5)
    lognormal = widened(Lognormal(1.0, 4.0), 2.0)
    assert isinstance(lognormal, Lognormal)
    assert (lognormal.low, lognormal.high) == pytest.approx((0.5, 8.0))
    assert widened(Empirical((0.0, 0.5, 1.0), (4.0, 5.0, 7.0)), 1.5) == Empirical(
        (0.0, 0.5, 1.0), (3.5, 5.0, 8.0)
    )


def test_widening_stays_positive_and_within_bounds() -> None:
    assert widened(Pert(1.0, 10.0, 12.0), 1.5) == Pert(1.0 / 2.25, 10.0, 13.0)
    assert widened(Pert(-12.0, -10.0, -1.0), 1.5) == Pert(-13.0, -10.0, -1.0 / 2.25)
    assert widened(Pert(0.2, 0.9, 0.95), 1.5, 0.0, 1.0).quantile(np.array([1.0]))[0] == pytest.approx(0.975)
    assert widened(Uniform(0.1, 0.9), 2.0, 0.0, 1.0) == Uniform(0.025, 1.0)
    normal = widened(Normal(1.0, 9.0), 1.5)
    assert isinstance(normal, Normal)
    assert (normal.low, normal.high) == pytest.approx((1.0 / 2.25, 10.0 - 1.0 / 2.25))


def test_what_cannot_be_widened() -> None:
    assert widened(Fixed(3.0), 1.5) == Fixed(3.0)
    flat = widened(Discrete((1.0, 2.0), (1.0, 8.0)), 1.5)
    assert isinstance(flat, Discrete)
    assert flat.weights == pytest.approx((1.0, 4.0))
    with pytest.raises(DistributionError, match="widening-factor"):
        widened(Fixed(1.0), 0.5)


def test_rows_become_shapes() -> None:
    assert distribution_of("fixed", None, 2.0, None) == Fixed(2.0)
    assert distribution_of("fixed", 2.0, 2.0, 2.0) == Fixed(2.0)
    assert distribution_of("uniform", 1.0, None, 2.0) == Uniform(1.0, 2.0)
    assert distribution_of("triangular", 1.0, 1.5, 2.0) == Triangular(1.0, 1.5, 2.0)
    assert distribution_of("pert", 1.0, 1.5, 2.0) == Pert(1.0, 1.5, 2.0)
    assert distribution_of("normal", 1.0, None, 2.0) == Normal(1.0, 2.0)
    assert distribution_of("lognormal", 1.0, 1.5, 2.0) == Lognormal(1.0, 2.0)


FAULTS = [
    (("prt", 1.0, 2.0, 3.0), {"shape-unknown"}),
    (("discrete", None, None, None), {"shape-needs-table"}),
    (("pert", None, None, 3.0), {"shape-lacks"}),
    (("pert", 3.0, 2.0, 1.0), {"range-order"}),
    (("pert", 3.0, None, 1.0), {"shape-lacks", "range-order"}),
    (("triangular", 1.0, math.nan, 3.0), {"range-not-finite"}),
    (("fixed", 1.0, 2.0, 3.0), {"shape-refuses"}),
    (("lognormal", -1.0, None, 3.0), {"range-not-positive"}),
    (("uniform", math.inf, None, 3.0), {"range-not-finite", "range-order"}),
]


@pytest.mark.parametrize(
    ("row", "keys"), FAULTS, ids=lambda one: "-".join(sorted(one)) if isinstance(one, set) else str(one)
)
def test_all_faults_of_a_row_are_told(
    row: tuple[str, float | None, float | None, float | None], keys: set[str]
) -> None:
    with pytest.raises(DistributionError) as caught:
        distribution_of(*row)
    assert isinstance(caught.value, InputError)
    assert {fault.key for fault in caught.value.faults} == keys


def test_records_refuse_unsound_tables() -> None:
    bad = [
        lambda: Discrete((2.0, 1.0), (1.0, 1.0)),
        lambda: Discrete((1.0, 2.0), (1.0,)),
        lambda: Discrete((), ()),
        lambda: Discrete((1.0, 2.0), (1.0, -1.0)),
        lambda: Discrete((1.0, 2.0), (0.0, 0.0)),
        lambda: Empirical((0.1, 1.0), (1.0, 2.0)),
        lambda: Empirical((0.0, 1.0), (2.0, 1.0)),
        lambda: Pert(2.0, 1.0, 3.0),
        lambda: Fixed(math.inf),
    ]
    for make in bad:
        with pytest.raises(DistributionError):
            make()


def test_the_names_of_shapes_are_those_of_the_records() -> None:
    records = (Fixed, Uniform, Triangular, Pert, Normal, Lognormal, Discrete, Empirical)
    assert tuple(record.__name__.lower() for record in records) == SHAPES
    assert all(issubclass(record, Distribution) for record in records)


def test_a_record_with_a_table_is_still_a_plain_value() -> None:
    first, second = Pert(1.0, 2.0, 3.0), Pert(1.0, 2.0, 3.0)
    first.quantile(P)
    assert (first, hash(first), repr(first)) == (second, hash(second), "Pert(low=1.0, mode=2.0, high=3.0)")


def test_weights_are_relative() -> None:
    u = strata("w", 1000, 1)
    for one, other in pairwise([(1.0, 3.0), (2.0, 6.0), (0.25, 0.75)]):
        np.testing.assert_array_equal(
            Discrete((1.0, 2.0), one).quantile(u), Discrete((1.0, 2.0), other).quantile(u)
        )
