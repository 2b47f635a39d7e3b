# ruff: noqa: PLR0913, PLR0917
"""Eight arrivals at once: the operations on labels that a compiler does not vectorise by itself.

A label is eight int32 in a row: the best arrival with at most one trip, two trips, up to eight. Labels lie in
one flat array, label ``i`` from ``8 i + 8``; the first eight words are padding. Each operation becomes a few
vector instructions on any processor; its docstring says in plain words what it does. What they are worth
stands in docs/decisions/0015-journeys.md.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple, cast

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

from egiz.engines.journeys.record import LANES, NEVER
from egiz.engines.loop import Loop
from egiz.engines.loop import compiled as kept

proxy = cast(Callable[[object], Callable[..., ir.Value]], cgutils.create_struct_proxy)
variable = cast(Callable[..., ir.Value], cgutils.alloca_once_value)
counted = cast(Callable[..., AbstractContextManager[tuple[ir.Value, ir.Value]]], cgutils.for_range_slice)

WORD = ir.IntType(32)
LABEL = ir.VectorType(WORD, LANES)


def compiled(loop: Loop) -> Loop:
    """Compile a loop at its first call and keep the code; made anew when this file changes, too."""
    return kept(loop, globals().get("mark"))


def operation(maker: Callable[..., object]) -> Callable[..., bool]:
    """Make an operation that compiled loops can call; it cannot be called from elsewhere."""
    return cast(Callable[..., bool], intrinsic(maker))


@compiled
def mark() -> None:
    """Stands for this file among the loops that a loop calls: its operations are part of every loop."""


class Signature(NamedTuple):
    """What numba tells an operation of its arguments."""

    return_type: object
    args: tuple[object, ...]


class Writer:
    """Writes the instructions of an operation: what labels have in common."""

    def __init__(self, context: object, builder: ir.IRBuilder) -> None:
        self.context = context
        self.to = builder

    def data(self, kind: object, array: ir.Value) -> ir.Value:
        """Address of the first word of an array."""
        return proxy(kind)(self.context, self.to, array).data

    def place(self, data: ir.Value, row: ir.Value, shift: int = 0) -> ir.Value:
        """Address of a label, or of the words a few before it."""
        at = self.to.add(self.to.shl(row, row.type(3)), row.type(LANES - shift))
        return self.to.bitcast(self.to.gep(data, [at]), LABEL.as_pointer())

    def load(self, place: ir.Value) -> ir.Value:
        """Read a label."""
        return self.to.load(place, align=4)

    def store(self, label: ir.Value, place: ir.Value) -> None:
        """Write a label."""
        self.to.store(label, place, align=4)

    def least(self, one: ir.Value, other: ir.Value) -> ir.Value:
        """Lane by lane, the smaller of two."""
        return self.to.select(self.to.icmp_signed("<", one, other), one, other)

    def any_below(self, one: ir.Value, other: ir.Value) -> ir.Value:
        """Whether the first of two is smaller in some lane."""
        marks = self.to.bitcast(self.to.icmp_signed("<", one, other), ir.IntType(LANES))
        return self.to.icmp_unsigned("!=", marks, ir.IntType(LANES)(0))

    def everywhere(self, word: ir.Value) -> ir.Value:
        """A label of one number."""
        empty = ir.Constant(LABEL, ir.Undefined)
        first = self.to.insert_element(empty, word, WORD(0))
        return self.to.shuffle_vector(first, empty, ir.Constant(LABEL, [0] * LANES))


@operation
def ride(
    typing: types.Type,
    seats: types.Type,
    seat: types.Type,
    run: types.Type,
    labels: types.Type,
    row: types.Type,
    ahead: types.Type,
    change: types.Type,
    bound: types.Type,
    links: types.Type,
    first: types.Type,
    last: types.Type,
    arrival: types.Type,
) -> object:
    """Work out the label of a connection, and keep it with its run and at its stop.

    The label is the least of: that of the run beyond (``seats[seat]``), the arrival at the target if one gets
    off (in every lane), and the labels ``change`` and ``links[first:last]``, moved by one lane for the trip
    more. It becomes that of the run (``seats[run]``); together with the label ``ahead`` it becomes that of
    the ``row``. Links beyond the bound lead to the label of the bound, which nobody reaches. Tells whether it
    is below the label ``ahead`` in some lane.
    """
    given = seats, seat, run, labels, row, ahead, change, bound, links, first, last, arrival

    def write(
        context: object, builder: ir.IRBuilder, signature: Signature, values: tuple[ir.Value, ...]
    ) -> ir.Value:
        to = Writer(context, builder)
        (seats, seat, run, labels, row, ahead, change, bound, links, first, last, arrival) = values
        of_runs = to.data(signature.args[0], seats)
        of_rows = to.data(signature.args[3], labels)
        numbers = to.data(signature.args[8], links)
        best = variable(builder, to.load(to.place(of_rows, change, 1)))
        with counted(builder, first, last, first.type(1)) as (at, _):
            link = builder.sext(builder.load(builder.gep(numbers, [at])), row.type)
            near = builder.select(builder.icmp_signed("<", link, bound), link, bound)
            to.store(to.least(builder.load(best), to.load(to.place(of_rows, near, 1))), best)
        changed = builder.insert_element(builder.load(best), WORD(NEVER), WORD(0))
        seated = to.load(to.place(of_runs, seat))
        label = to.least(to.least(seated, to.everywhere(arrival)), changed)
        to.store(label, to.place(of_runs, run))
        later = to.load(to.place(of_rows, ahead))
        to.store(to.least(later, label), to.place(of_rows, row))
        return to.any_below(label, later)

    return types.boolean(*given), write


@operation
def lower(typing: object, labels: types.Type, row: types.Type, other: types.Type) -> object:
    """Whether a label is below another in some lane."""

    def write(
        context: object, builder: ir.IRBuilder, signature: Signature, values: tuple[ir.Value, ...]
    ) -> ir.Value:
        to = Writer(context, builder)
        data = to.data(signature.args[0], values[0])
        one, two = (to.load(to.place(data, at)) for at in values[1:])
        return to.any_below(one, two)

    return types.boolean(labels, row, other), write


@operation
def sink(typing: object, labels: types.Type, row: types.Type, other: types.Type) -> object:
    """Lower a label to another, lane by lane."""

    def write(
        context: object, builder: ir.IRBuilder, signature: Signature, values: tuple[ir.Value, ...]
    ) -> ir.Value:
        to = Writer(context, builder)
        data = to.data(signature.args[0], values[0])
        place, other = (to.place(data, at) for at in values[1:])
        to.store(to.least(to.load(place), to.load(other)), place)
        return ir.Constant(ir.IntType(1), 0)

    return types.boolean(labels, row, other), write
