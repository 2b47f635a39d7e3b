"""Functions read as quantities."""

from __future__ import annotations

import sys
from types import ModuleType

import numpy as np
import pytest

from egiz.errors import SheetError
from egiz.figures.assumption import Given, Provenance
from egiz.figures.quantity import Ask, Quantity, Scope, gathered, quantities, taken
from egiz.figures.unit import Hours

HEAD = """
from __future__ import annotations
from typing import Annotated
from egiz.figures.unit import Array, Hours, Kilometres, Over, Share, Unit
from egiz.figures.quantity import gathered
Speed = Annotated[Array, Unit("km/h")]
Cost = Annotated[Array, Unit("USD"), Over("option")]
"""


def module_of(text: str, name: str = "toy.sheet") -> ModuleType:
    module = ModuleType(name)
    exec(compile(HEAD + text, "sheet.py", "exec"), vars(module))
    return module


SHEET = '''
def leg_time(leg_length: Kilometres, speed: Speed) -> Hours:
    """How long a leg takes.

    More.
    """
    return leg_length / speed

def costs(leg_time: Hours, price: Annotated[Array, Unit("USD/h"), Over("option")]) -> Cost:
    return leg_time * price

def yearly(costs: Annotated[Array, Unit("USD"), Over("option")]) -> Annotated[Share, Over("option", "year")]:
    return costs[:, None, :]

def _private(leg_length: Kilometres) -> Hours:
    return leg_length

def no_quantity(names: tuple[str, ...]) -> str:
    return ""
'''


def test_public_functions_with_a_unit_are_quantities() -> None:
    leg_time, costs, yearly = quantities([module_of(SHEET)])
    assert (leg_time.key, leg_time.unit, leg_time.axes) == ("leg_time", "h", ())
    assert leg_time.asks == (Ask("leg_length", "leg_length", "km"), Ask("speed", "speed", "km/h"))
    assert leg_time.text == "How long a leg takes."
    assert leg_time.where == f"toy/sheet.py:{HEAD.count(chr(10)) + 2}"
    assert costs.asks[1] == Ask("price", "price", "USD/h", ("option",))
    assert (yearly.unit, yearly.axes) == ("1", ("option", "year"))


def test_a_scope_says_what_names_mean() -> None:
    scope = Scope(
        "direct-flight", {"speed": "aircraft.speed", "leg_time": "elsewhere"}, {"option": "aircraft"}
    )
    leg_time, costs, yearly = quantities([module_of(SHEET)], scope)
    assert leg_time.key == "direct-flight.leg_time"
    assert [ask.key for ask in leg_time.asks] == ["leg_length", "aircraft.speed"]
    assert costs.asks[0].key == "elsewhere"
    assert costs.axes == ("aircraft",)
    assert yearly.asks[0] == Ask("costs", "direct-flight.costs", "USD", ("aircraft",))
    assert yearly.axes == ("aircraft", "year")


def test_quantities_of_modules_of_one_scope_know_each_other() -> None:
    first = module_of("def a(x: Hours) -> Hours:\n    return x\n", "toy.first")
    second = module_of("def b(a: Hours) -> Hours:\n    return a\n", "toy.second")
    found = quantities([second, first], Scope("p"))
    assert [one.key for one in found] == ["p.b", "p.a"]
    assert found[0].asks[0].key == "p.a"


def test_a_quantity_prints_its_formula() -> None:
    (own,) = quantities([sys.modules[__name__]])
    assert own.expression == "np.where(leg > 1.0, leg / 2.0, leg)"
    assert own.where.endswith(f".py:{branch.__code__.co_firstlineno}")
    assert quantities([module_of(SHEET)])[0].expression == ""


BAD = """
def first(leg: Missing) -> Hours:
    return leg

def second(leg, other: float, *terms: Hours, extra: Hours = 1.0) -> Hours:
    return leg
"""


def test_all_faults_of_a_module_are_told() -> None:
    with pytest.raises(SheetError) as caught:
        quantities([module_of(BAD)])
    told = "\n".join(caught.value.faults)
    assert len(caught.value.faults) == 4
    assert "first: a hint cannot be resolved (name 'Missing' is not defined); import it for real" in told
    assert "second: the parameter leg bears no unit" in told
    assert "second: the parameter other bears no unit" in told
    assert "second: a default, a star or a parameter by name only cannot be told a need" in told


def test_hints_that_are_no_text_are_read_too() -> None:
    """Without ``from __future__ import annotations`` hints are objects."""
    module = module_of("")
    exec("def a(x: Hours) -> Hours:\n    return x\n", vars(module))
    assert quantities([module])[0].asks == (Ask("x", "x", "h"),)


def test_gathered_puts_parts_side_by_side() -> None:
    both = gathered("all.seats", "seat", "service", ("a.seats", "b.seats"), ("option",))
    assert (both.axes, both.unit) == (("service", "option"), "seat")
    assert [(ask.key, ask.axes) for ask in both.asks] == [("a.seats", ("option",)), ("b.seats", ("option",))]
    assert both.expression == "stack(a.seats, b.seats)"
    assert both.where.startswith("egiz/figures/quantity.py:")
    values = both.formula(np.ones((3, 1)), np.arange(12.0).reshape(3, 4))
    assert values.shape == (2, 3, 4)
    np.testing.assert_array_equal(values[0], 1.0)


def test_gathering_nothing_has_length_zero() -> None:
    assert gathered("all.seats", "seat", "service", ()).formula().shape == (0, 1)
    assert gathered("all.seats", "seat", "service", (), ("option",)).formula().shape == (0, 1, 1)


def test_taken_is_one_row() -> None:
    source = gathered("all.seats", "seat", "service", ("a", "b"), ("option",))
    row = taken("b.own", source, 1)
    assert (row.axes, row.unit, row.expression) == (("option",), "seat", "all.seats[1]")
    assert row.asks == (Ask("whole", "all.seats", "seat", ("service", "option")),)
    np.testing.assert_array_equal(row.formula(np.arange(4.0).reshape(2, 2, 1)), [[2.0], [3.0]])
    given = Given("g", "seat", ("service",), np.ones((2, 1)), Provenance("engine"))
    assert taken("b.own", given, 0).axes == ()
    with pytest.raises(SheetError, match="which has no axis"):
        taken("b.own", Quantity("flat", "seat", (), (), np.ones), 0)


def branch(leg: Hours) -> Hours:
    """Give back another value on the way."""
    if leg.size == 0:
        return leg
    return np.where(leg > 1.0, leg / 2.0, leg)
