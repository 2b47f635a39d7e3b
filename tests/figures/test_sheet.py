"""Formulas and inputs put together, and run."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Annotated

import numpy as np
import pytest

from egiz.errors import SheetError
from egiz.figures.assumption import Assumption, Given, Input, Provenance
from egiz.figures.distribution import Fixed, Pert, Uniform
from egiz.figures.draw import Plan, strata
from egiz.figures.ledger import Ledger
from egiz.figures.quantity import Ask, Formula, Quantity, gathered, quantities, taken
from egiz.figures.sheet import Sheet
from egiz.figures.unit import Array, Hours, Kilometres, Unit

Speed = Annotated[Array, Unit("km/h")]


def leg_time(leg_length: Kilometres, speed: Speed) -> Hours:
    """How long a leg takes."""
    return leg_length / speed


def whole_time(leg_time: Hours, standing_time: Hours) -> Hours:
    """How long it takes with a stop."""
    return leg_time + standing_time


FROM = Provenance("somewhere", "table 1")
INPUTS: tuple[Input, ...] = (
    Assumption("leg_length", "km", Uniform(700.0, 800.0), FROM),
    Assumption("speed", "km/h", Pert(300.0, 400.0, 450.0), FROM),
    Assumption("standing_time", "h", Fixed(0.5), Provenance("elsewhere")),
)
OPTIONS = {"option": ("slow", "fast")}


def timetable() -> Sheet:
    return Sheet.bind(quantities([sys.modules[__name__]]), INPUTS, {})


def quantity(
    key: str, asks: dict[str, str], formula: Formula, unit: str = "h", axes: tuple[str, ...] = ()
) -> Quantity:
    """Make a quantity by hand; `asks` is key to unit."""
    return Quantity(
        key, unit, axes, tuple(Ask(ask, ask, its) for ask, its in asks.items()), formula, f"{key}.py:1"
    )


def given(key: str, value: list[list[float]] | list[float], axes: tuple[str, ...] = ()) -> Given:
    return Given(key, "h", axes, np.array(value), Provenance("engine", "train 1"))


def same(*values: Array) -> Array:
    return values[0]


def test_a_run_gives_what_the_formulas_say() -> None:
    ledger = timetable().run(Plan(1000, 1))
    length = Uniform(700.0, 800.0).quantile(strata("leg_length", 1000, 1))
    speed = Pert(300.0, 400.0, 450.0).quantile(strata("speed", 1000, 1))
    np.testing.assert_array_equal(ledger.value("whole_time"), length / speed + 0.5)
    assert ledger.value("standing_time").shape == (1000,)


def test_the_order_follows_the_needs_whatever_is_given_first() -> None:
    found = quantities([sys.modules[__name__]])
    for order in (found, found[::-1]):
        assert [one.key for one in Sheet.bind(order, INPUTS, {}).quantities] == ["leg_time", "whole_time"]


def test_only_what_is_wanted_is_worked_out() -> None:
    ledger = timetable().run(Plan(10, 1), ["leg_time"])
    assert sorted(ledger.values) == ["leg_length", "leg_time", "speed"]
    with pytest.raises(SheetError, match="whole_time was not worked out in this run"):
        ledger.value("whole_time")
    with pytest.raises(SheetError, match="leg_tme is not known here; did you mean leg_time"):
        timetable().run(Plan(10, 1), ["leg_tme"])


def test_upstream() -> None:
    assert timetable().upstream("whole_time") == ("leg_length", "speed", "standing_time", "leg_time")
    assert timetable().upstream("speed") == ()


def test_one_draw_a_run_so_a_thing_less_itself_is_nothing() -> None:
    both = quantity("zero", {"leg_length": "km"}, lambda leg: leg - leg, "km")
    assert not Sheet.bind([both], INPUTS, {}).run(Plan(100, 1)).value("zero").any()


def test_scenarios_are_paired() -> None:
    sheet, plan = timetable(), Plan(1000, 1)
    faster = sheet.replaced([Assumption("speed", "km/h", Pert(400.0, 500.0, 550.0), Provenance("scenario"))])
    base, other = sheet.run(plan), faster.run(plan)
    np.testing.assert_array_equal(base.value("leg_length"), other.value("leg_length"))
    np.testing.assert_allclose(base.value("speed") + 100.0, other.value("speed"))
    assert sheet.inputs["speed"] != faster.inputs["speed"]


def test_fixing_one_input_moves_no_other() -> None:
    sheet, plan = timetable(), Plan(1000, 1)
    fixed = sheet.replaced([Assumption("speed", "km/h", Fixed(400.0), Provenance("scenario"))])
    np.testing.assert_array_equal(sheet.run(plan).value("leg_length"), fixed.run(plan).value("leg_length"))
    assert fixed.run(plan).inputs("whole_time") == ("leg_length",)


def test_values_cannot_be_changed_by_a_formula() -> None:
    def spoil(leg: Array) -> Array:
        leg += 1.0
        return leg

    sheet = Sheet.bind([quantity("spoilt", {"leg_length": "km"}, spoil)], INPUTS, {})
    with pytest.raises(SheetError, match=r"spoilt \(spoilt.py:1\): ValueError: output array is read-only"):
        sheet.run(Plan(10, 1))


def test_a_failing_formula_tells_key_and_address() -> None:
    def broken(leg: Array) -> Array:
        raise KeyError("speed")

    sheet = Sheet.bind([quantity("broken", {"leg_length": "km"}, broken)], INPUTS, {})
    with pytest.raises(SheetError, match=r"broken \(broken.py:1\): KeyError: 'speed'") as caught:
        sheet.run(Plan(10, 1))
    assert isinstance(caught.value.__cause__, KeyError)


# Axes


def test_axes_come_before_the_draws() -> None:
    times = given("times", [[1.0], [2.0]], ("option",))
    late = Quantity(
        "late", "h", ("option",),
        (Ask("times", "times", "h", ("option",)), Ask("standing", "standing", "h")),
        lambda times, standing: times + standing, "late.py:1",
    )  # fmt: skip
    flat = quantity("flat", {"standing": "h"}, same, axes=("option",))
    standing = Assumption("standing", "h", Uniform(0.0, 1.0), FROM)
    ledger = Sheet.bind([late, flat], [times, standing], OPTIONS).run(Plan(50, 1))
    assert ledger.values["times"].shape == (2, 1)
    assert ledger.values["late"].shape == ledger.values["flat"].shape == (2, 50)
    np.testing.assert_allclose(ledger.value("late")[1] - ledger.value("late")[0], 1.0)
    assert ledger.value("times").shape == (2, 50)


def test_a_wrong_shape_is_told_when_it_appears() -> None:
    wrong = [
        (lambda leg: leg[:3], ()),
        (lambda leg: np.ones((3, 10)), ("option",)),
        (lambda leg: np.ones((2, 10)), ()),
    ]
    for formula, axes in wrong:
        bad = quantity("bad", {"leg_length": "km"}, formula, axes=axes)
        with pytest.raises(SheetError, match=r"bad \(bad.py:1\): ValueError"):
            Sheet.bind([bad], INPUTS, OPTIONS).run(Plan(10, 1))


def test_yes_and_no_become_numbers_and_constants_are_spread() -> None:
    soon = quantity("soon", {"leg_length": "km"}, lambda leg: leg < 750.0, "1")
    seven = quantity("seven", {}, lambda: 7.0, "1")
    ledger = Sheet.bind([soon, seven], INPUTS, {}).run(Plan(1000, 1))
    assert ledger.value("soon").dtype == np.float64
    assert ledger.value("soon").mean() == 0.5
    np.testing.assert_array_equal(ledger.value("seven"), np.full(1000, 7.0))


def test_gathered_and_taken_run_in_a_sheet() -> None:
    axes = {"service": ("b", "a")}
    both = gathered("all", "h", "service", ("one", "two"))
    inputs = [Assumption("one", "h", Fixed(1.0), FROM), Assumption("two", "h", Uniform(2.0, 3.0), FROM)]
    ledger = Sheet.bind([taken("own", both, 1), both], inputs, axes).run(Plan(20, 1))
    assert ledger.value("all").shape == (2, 20)
    np.testing.assert_array_equal(ledger.value("own"), ledger.value("two"))


def test_gathering_nothing_sums_to_nothing() -> None:
    none = gathered("all", "h", "service", (), ("option",))
    ask = Ask("all", "all", "h", ("service", "option"))
    total = Quantity("total", "h", ("option",), (ask,), lambda whole: whole.sum(axis=0), "total.py:1")
    ledger = Sheet.bind([none, total], [], {"service": (), **OPTIONS}).run(Plan(5, 1))
    assert ledger.value("all").shape == (0, 2, 5)
    np.testing.assert_array_equal(ledger.value("total"), np.zeros((2, 5)))
    assert ledger.ranges("all") == ()


def test_large_arrays_and_small_ones_run_alike() -> None:
    axes = {"hour": tuple(str(hour) for hour in range(600))}
    wide = quantity(
        "wide", {"speed": "km/h"}, lambda speed: np.arange(600.0)[:, None] * speed, axes=("hour",)
    )
    ledger = Sheet.bind([wide], INPUTS, axes).run(Plan(1000, 1))
    assert ledger.values["wide"].shape == (600, 1000)
    np.testing.assert_array_equal(ledger.value("wide")[2], 2.0 * ledger.value("speed"))


# Faults


def faults_of(found: list[Quantity], inputs: tuple[Input, ...] = INPUTS) -> tuple[str, ...]:
    with pytest.raises(SheetError) as caught:
        Sheet.bind(found, inputs, OPTIONS)
    return caught.value.faults


def test_units_and_axes_that_differ_are_told_with_both_addresses() -> None:
    faults = faults_of([quantity("cost", {"speed": "km"}, same)])
    assert faults == (
        "cost (cost.py:1) asks for speed in 'km', but speed (input from somewhere table 1) is in 'km/h'",
    )
    ask = Ask("speed", "speed", "km/h", ("option",))
    faults = faults_of([Quantity("cost", "h", (), (ask,), same, "cost.py:1")])
    assert faults == (
        "cost (cost.py:1) asks for speed over (option), but speed (input from somewhere table 1) is over ()",
    )


def test_every_fault_is_told_at_once() -> None:
    found = [
        quantity("speed", {}, np.ones, "km/h"),
        quantity("first", {"second": "h"}, same),
        quantity("second", {"third": "h"}, same),
        quantity("third", {"first": "h", "leg_lenght": "km"}, same),
        quantity("odd", {"leg_length": "h"}, same, "hours", ("optoin",)),
    ]
    faults = faults_of(found, (*INPUTS, given("times", [1.0, 2.0], ("option",))))
    assert faults == (
        "speed is given twice: speed (speed.py:1) and speed (input from somewhere table 1)",
        "third (third.py:1) needs leg_lenght, which nobody gives; did you mean leg_length?",
        "odd (odd.py:1) asks for leg_length in 'h', but leg_length (input from somewhere table 1) is in 'km'",
        "odd (odd.py:1) is in 'hours', which is no known unit; its measures stand in figures.unit",
        "odd (odd.py:1) is over 'optoin', which is no known axis; did you mean option?",
        "times (input from engine train 1) has shape (2,); its axes (option) want (2, 1 or draws)",
        "circle: first (first.py:1) needs second (second.py:1) needs third (third.py:1) needs first",
    )


def test_every_circle_is_told() -> None:
    found = [
        quantity("a", {"a": "h"}, same),
        quantity("c", {"b": "h"}, same),
        quantity("b", {"c": "h"}, same),
    ]
    assert faults_of(found) == (
        "circle: a (a.py:1) needs a",
        "circle: b (b.py:1) needs c (c.py:1) needs b",
    )


def test_what_is_replaced_must_be_alike() -> None:
    changes: list[Input] = [
        Assumption("sped", "km/h", Fixed(1.0), FROM),
        Assumption("speed", "km", Fixed(1.0), Provenance("scenario", "faster")),
        Assumption("leg_length", "km", Fixed(1.0), FROM),
        Assumption("leg_length", "km", Fixed(2.0), FROM),
    ]
    with pytest.raises(SheetError) as caught:
        timetable().replaced(changes)
    assert len(caught.value.faults) == 3
    assert "leg_length is given twice" in caught.value.faults[0]
    assert caught.value.faults[1] == "sped is not known here; did you mean speed?"
    assert (
        "speed (input from scenario faster) is in 'km' over (); it stands for speed" in caught.value.faults[2]
    )


def test_given_draws_must_be_those_of_the_run() -> None:
    times = given("times", [1.0, 2.0, 3.0])
    sheet = Sheet.bind([quantity("late", {"times": "h"}, same)], [times], {})
    assert sheet.run(Plan(3, 1)).value("late").tolist() == [1.0, 2.0, 3.0]
    with pytest.raises(SheetError, match="times .* has 3 draws; the run has 10"):
        sheet.run(Plan(10, 1))


def test_the_same_plan_gives_the_same_bytes() -> None:
    def taste(ledger: Ledger) -> bytes:
        return ledger.value("whole_time").tobytes()

    sheet = timetable()
    assert taste(sheet.run(Plan(100, 1))) == taste(timetable().run(Plan(100, 1), ["whole_time"]))
    assert taste(sheet.run(Plan(100, 1))) != taste(sheet.run(replace(Plan(100, 1), seed=2)))
