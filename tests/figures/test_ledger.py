"""What a run tells: figures, explanations, sources, drivers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest
from scipy import stats

from egiz.errors import SheetError
from egiz.figures.assumption import Assumption, Given, Input, Provenance
from egiz.figures.correlation import Correlation, Correlations
from egiz.figures.distribution import Discrete, Distribution, Fixed, Normal, Uniform
from egiz.figures.draw import Plan
from egiz.figures.figure import CURVE
from egiz.figures.ledger import Explanation, Ledger
from egiz.figures.quantity import Ask, Quantity
from egiz.figures.sensitivity import average_ranks
from egiz.figures.sheet import Sheet
from egiz.figures.unit import Array

PLAN = Plan(10_000, 1)
AXES = {"option": ("slow", "fast")}


def uncertain(key: str, shape: Distribution, source: str = "book") -> Assumption:
    return Assumption(key, "1", shape, Provenance(source))


def formula(key: str, asks: str, work: Callable[..., object], axes: tuple[str, ...] = ()) -> Quantity:
    """Make a quantity by hand; an ask with a star is over the options."""
    needs = tuple(
        Ask(ask.rstrip("*"), ask.rstrip("*"), "1", ("option",) if "*" in ask else ()) for ask in asks.split()
    )
    return Quantity(key, "1", axes, needs, work, f"{key}.py:1", f"What {key} is.")


def run(quantities: list[Quantity], inputs: list[Input], plan: Plan = PLAN) -> Ledger:
    return Sheet.bind(quantities, inputs, AXES).run(plan)


UNIT = Uniform(0.0, 1.0)


def weighted(*weights: float) -> Ledger:
    """Make a ledger of a weighted sum of standard normal inputs a, b, c ..."""
    keys = "abcdefgh"[: len(weights)]
    total = formula(
        "total", " ".join(keys), lambda *x: sum(w * one for w, one in zip(weights, x, strict=True))
    )
    return run([total], [uncertain(key, Normal(-1.0, 1.0)) for key in keys])


# Figures


def test_a_range_holds_the_quantiles_of_the_draws() -> None:
    figure = run([], [uncertain("a", Normal(8.0, 12.0))]).range("a")
    assert (figure.key, figure.unit, figure.at, figure.form) == ("a", "1", (), "range")
    assert (figure.low, figure.middle, figure.high) == pytest.approx((8.0, 10.0, 12.0), rel=1e-3)
    assert figure.mean == pytest.approx(10.0, rel=1e-5)
    peer = stats.norm(10.0, 2.0 / 1.2815515655446004)
    np.testing.assert_allclose(figure.curve, peer.ppf(CURVE), rtol=1e-3)
    assert (len(CURVE), CURVE[0], CURVE[10], CURVE[-1]) == (21, 0.025, 0.5, 0.975)
    with pytest.raises(FrozenInstanceError):
        figure.low = 0.0  # type: ignore[misc]


@pytest.mark.parametrize("draws", [1, 2, 7, 1000])
def test_quantiles_are_those_of_numpy(draws: int) -> None:
    ledger = run([], [uncertain("a", UNIT)], Plan(draws, 1))
    figure = ledger.range("a")
    expected = np.quantile(ledger.value("a"), [0.1, 0.5, 0.9, *CURVE])
    np.testing.assert_allclose((figure.low, figure.middle, figure.high, *figure.curve), expected)


def test_one_range_for_each_label() -> None:
    both = formula("both", "a", lambda a: np.stack([a, 2.0 * a]), ("option",))
    ledger = run([both], [uncertain("a", UNIT)])
    slow, fast = ledger.ranges("both")
    assert (slow.at, fast.at) == (("slow",), ("fast",))
    assert fast.middle == pytest.approx(2.0 * slow.middle)
    assert ledger.range("both", ("fast",)) == fast
    assert ledger.ranges("a") == (ledger.range("a"),)


def test_labels_must_fit() -> None:
    ledger = run([formula("both", "a", lambda a: np.stack([a, a]), ("option",))], [uncertain("a", UNIT)])
    with pytest.raises(SheetError, match="both is over .option.; give one label for each"):
        ledger.range("both")
    with pytest.raises(SheetError, match="quick is no label of option"):
        ledger.range("both", ("quick",))
    with pytest.raises(SheetError, match="bth is not known here; did you mean both"):
        ledger.range("bth")


def test_what_is_no_number_is_never_shown() -> None:
    holes = formula("holes", "a", lambda a: np.where(a < 0.25, np.nan, a))
    with pytest.raises(SheetError, match="holes is not a number in 2500 of 10000 draws"):
        run([holes], [uncertain("a", UNIT)]).range("holes")


def test_a_share_of_yes_and_no_has_its_error_and_no_band() -> None:
    ledger = run([formula("yes", "a", lambda a: a < 0.3)], [uncertain("a", UNIT)])
    figure = ledger.share("yes")
    assert figure.share == pytest.approx(0.3)
    assert figure.error == pytest.approx(np.sqrt(0.3 * 0.7 / 10_000), rel=1e-3)
    assert figure.band is None


def test_what_never_happened_is_not_impossible() -> None:
    figure = run([formula("never", "a", lambda a: a > 2.0)], [uncertain("a", UNIT)]).share("never")
    assert figure.share == 0.0
    assert 0.0 < figure.error < 2e-4


def test_a_chance_in_doubt_has_a_band() -> None:
    figure = run([], [uncertain("chance", UNIT)]).share("chance")
    assert figure.share == pytest.approx(0.5, abs=1e-4)
    assert figure.band == pytest.approx((0.1, 0.9), abs=1e-3)
    assert figure.error == pytest.approx(np.sqrt(1 / 12) / 100, rel=1e-3)


def test_what_is_no_share_is_refused() -> None:
    with pytest.raises(SheetError, match="is no share"):
        run([], [uncertain("a", Uniform(0.0, 2.0))]).share("a")


def test_a_count_is_one_whole_number() -> None:
    ledger = run([], [uncertain("n", Fixed(7.0)), uncertain("m", Discrete((1.0, 2.0), (1.0, 1.0)))])
    assert (ledger.count("n").count, ledger.count("n").form) == (7, "count")
    with pytest.raises(SheetError, match="m goes from 1 to 2; a count is one whole number"):
        ledger.count("m")


def test_a_choice_by_number_and_by_axis() -> None:
    which = formula("which", "a", lambda a: np.floor(a * 4.0) >= 1.0)
    parts = formula("parts", "a", lambda a: np.stack([a, 1.0 - a]), ("option",))
    wrong = formula("wrong", "a", lambda a: np.stack([a, a]), ("option",))
    ledger = run([which, parts, wrong], [uncertain("a", Uniform(0.0, 0.5))])
    by_number = ledger.choice("which", ("stay", "go"))
    assert (by_number.options, by_number.shares) == (("stay", "go"), (0.5, 0.5))
    by_axis = ledger.choice("parts")
    assert (by_axis.chosen, by_axis.share) == ("fast", pytest.approx(0.75))
    with pytest.raises(SheetError, match="names other options than 0 to 1"):
        ledger.choice("a", ("stay", "go"))
    with pytest.raises(SheetError, match="do not add up to 1"):
        ledger.choice("wrong")


def test_a_difference_is_taken_draw_by_draw() -> None:
    total = formula("total", "a b", lambda a, b: a + b)
    sheet = Sheet.bind([total], [uncertain("a", UNIT), uncertain("b", Fixed(1.0))], AXES)
    more = sheet.replaced([uncertain("b", Fixed(3.0), "scenario")])
    figure = more.run(PLAN).against(sheet.run(PLAN), "total")
    assert (figure.low, figure.middle, figure.high) == pytest.approx((2.0, 2.0, 2.0))
    with pytest.raises(SheetError, match="other plan"):
        more.run(PLAN).against(sheet.run(replace(PLAN, seed=2)), "total")


# Explanations


def test_an_explanation_reaches_every_source_and_repeats_nothing() -> None:
    inputs: list[Input] = [
        uncertain("a", UNIT, "first"),
        uncertain("b", Fixed(2.0), "second"),
        Given("c", "1", ("option",), np.ones((2, 1)), Provenance("engine", "1")),
        uncertain("unused", UNIT, "third"),
    ]
    twice = formula("twice", "a b", lambda a, b: a * b)
    both = formula("both", "twice c*", lambda twice, c: twice * c, ("option",))
    total = formula("total", "both* twice", lambda both, twice: both.sum(axis=0) + twice)
    ledger = run([twice, both, total], inputs)
    tree = ledger.explain("total")
    assert isinstance(tree.node, Quantity)
    assert (tree.node.where, tree.node.text) == ("total.py:1", "What total is.")
    assert tree.figure == ledger.range("total")
    first, again = tree.parts
    assert (first.key, first.figure, first.repeated) == ("both", None, False)
    assert [part.key for part in first.parts] == ["twice", "c"]
    assert first.parts[0].figure == ledger.range("twice")
    assert again == Explanation("twice", "1", None, twice, (), repeated=True)
    leaves = first.parts[0].parts
    assert [leaf.node for leaf in leaves] == inputs[:2]
    assert ledger.sources("total") == ("engine", "first", "second")
    assert ledger.sources("a") == ("first",)
    assert ledger.inputs("total") == ("a",)


def test_an_explanation_at_a_label_shows_its_parts_there() -> None:
    first = formula("first", "a", lambda a: np.stack([a, 2.0 * a]), ("option",))
    second = formula("second", "first*", lambda first: first + 1.0, ("option",))
    ledger = run([first, second], [uncertain("a", UNIT)])
    tree = ledger.explain("second", ("fast",))
    assert tree.parts[0].figure == ledger.range("first", ("fast",))
    with pytest.raises(SheetError, match="give one label for each"):
        ledger.explain("second")


# Drivers


def test_drivers_come_by_size_with_their_sign() -> None:
    drivers = weighted(1.0, -3.0, 2.0, 0.0).drivers("total")
    assert [driver.key for driver in drivers] == ["b", "c", "a", "d"]
    assert [np.sign(driver.strength) for driver in drivers[:3]] == [-1.0, 1.0, 1.0]
    length = np.sqrt(14.0)
    for driver, weight in zip(drivers, (-3.0, 2.0, 1.0, 0.0), strict=True):
        expected = 6.0 / np.pi * np.arcsin(weight / length / 2.0)
        assert driver.strength == pytest.approx(expected, abs=0.03)


def test_drivers_are_spearman_also_with_ties() -> None:
    total = formula("total", "a b", lambda a, b: np.round(a + b / 3.0))
    ledger = run([total], [uncertain("a", UNIT), uncertain("b", Discrete((0.0, 1.0, 2.0), (1.0, 2.0, 1.0)))])
    for driver in ledger.drivers("total"):
        peer = stats.spearmanr(ledger.value(driver.key), ledger.value("total")).statistic
        assert driver.strength == pytest.approx(peer, abs=1e-3)


def test_average_ranks_are_those_of_scipy() -> None:
    values = np.array([3.0, 1.0, 3.0, 2.0, 3.0, 1.0])
    np.testing.assert_array_equal(average_ranks(values), stats.rankdata(values) - 1.0)


def test_a_constant_has_no_drivers() -> None:
    ledger = run(
        [formula("flat", "a", lambda a: 0.0 * a)], [uncertain("a", UNIT), uncertain("n", Fixed(1.0))]
    )
    assert ledger.drivers("flat") == ()
    assert ledger.first_order("flat") == ()
    assert ledger.drivers("n") == ()


def test_an_input_of_no_width_drives_nothing() -> None:
    total = formula("total", "a b", lambda a, b: a + b)
    ledger = run([total], [uncertain("a", UNIT), uncertain("b", Discrete((2.0,), (1.0,)))])
    assert [driver.key for driver in ledger.drivers("total")] == ["a"]


def test_drivers_at_a_label() -> None:
    both = formula("both", "a b", lambda a, b: np.stack([a, -b]), ("option",))
    ledger = run([both], [uncertain("a", UNIT), uncertain("b", UNIT)])
    strongest = ledger.drivers("both", ("fast",))[0]
    assert (strongest.key, strongest.strength) == ("b", pytest.approx(-1.0))


# First-order indices


def test_first_order_of_a_sum_is_its_share_of_the_variance() -> None:
    drivers = weighted(1.0, -3.0, 2.0, 0.0).first_order("total")
    assert [driver.key for driver in drivers[:3]] == ["b", "c", "a"]
    for driver in drivers:
        expected = {"a": 1 / 14, "b": 9 / 14, "c": 4 / 14, "d": 0.0}[driver.key]
        assert driver.strength == pytest.approx(expected, abs=0.03)


def ishigami(x: Array, y: Array, z: Array) -> Array:
    return np.sin(x) + 7.0 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)


@pytest.mark.parametrize("method", ["strata", "sobol"])
def test_first_order_of_ishigami(method: str) -> None:
    """Analytic: S1 = 0.3139, S2 = 0.4424, S3 = 0 (Ishigami and Homma 1990, a = 7, b = 0.1)."""
    inputs = [uncertain(key, Uniform(-np.pi, np.pi)) for key in "xyz"]
    plan = Plan(2**15, 1, "sobol").covering("xyz") if method == "sobol" else Plan(2**15, 1)
    found = run([formula("f", "x y z", ishigami)], inputs, plan).first_order("f")
    assert [driver.key for driver in found] == ["y", "x", "z"]
    strengths = [driver.strength for driver in found]
    assert strengths == pytest.approx([0.4424, 0.3139, 0.0], abs=0.02)


def test_correlated_inputs_carry_the_index_of_their_group() -> None:
    total = formula("total", "a b c", lambda a, b, c: a + b + c)
    inputs = [uncertain(key, Normal(-1.0, 1.0)) for key in "abc"]
    rank = 6.0 / np.pi * np.arcsin(0.25)
    plan = replace(PLAN, correlations=Correlations((Correlation("a", "b", rank),)))
    found = {driver.key: driver.strength for driver in run([total], inputs, plan).first_order("total")}
    assert found["a"] == found["b"] == pytest.approx(3 / 4, abs=0.03)
    assert found["c"] == pytest.approx(1 / 4, abs=0.03)


def test_first_order_works_out_only_what_lies_between() -> None:
    calls = []

    def other(b: Array) -> Array:
        calls.append(1)
        return b

    ledger = run(
        [
            formula("first", "a", lambda a: a),
            formula("other", "b", other),
            formula("sum", "first other", np.add),
        ],
        [uncertain("a", UNIT), uncertain("b", UNIT)],
    )
    before = ledger.range("sum")
    ledger.first_order("sum")
    assert len(calls) == 3
    assert ledger.range("sum") == before
