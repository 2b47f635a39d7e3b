"""An ordered whole of formulas and their inputs, and one run of it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from egiz.errors import SheetError
from egiz.figures import binding
from egiz.figures.assumption import Assumption, Input
from egiz.figures.binding import Axes, Node
from egiz.figures.block import Block
from egiz.figures.distribution import Fixed
from egiz.figures.draw import Plan
from egiz.figures.ledger import Ledger
from egiz.figures.quantity import Quantity
from egiz.figures.unit import Array


@dataclass(frozen=True, slots=True)
class Sheet:
    """Formulas in an order in which each follows all it needs. Made by `bind`."""

    quantities: tuple[Quantity, ...]
    """In order."""
    inputs: Mapping[str, Input]
    """By key."""
    axes: Axes
    """Labels of each axis by its key."""
    nodes: Mapping[str, Node] = field(init=False, repr=False, compare=False)
    """Quantities and inputs by key."""

    def __post_init__(self) -> None:
        nodes: dict[str, Node] = {**self.inputs, **{one.key: one for one in self.quantities}}
        object.__setattr__(self, "nodes", nodes)

    @classmethod
    def bind(cls, quantities: Iterable[Quantity], inputs: Iterable[Input], axes: Axes) -> Sheet:
        """Put formulas and inputs together.

        Parameters
        ----------
        quantities
            From `figures.quantity`, in any order.
        inputs
            Assumptions and arrays given by engines; more than the formulas need is no fault.
        axes
            Labels of each axis by its key.

        Returns
        -------
        Sheet
            The ordered whole.

        Raises
        ------
        SheetError
            All faults at once: a key given twice, a need that nobody gives, a circle, a unit or an axis that
            differs or is not known, a given array of a wrong shape.
        """
        quantities, inputs = tuple(quantities), tuple(inputs)
        everything: tuple[Node, ...] = (*quantities, *inputs)
        nodes = {node.key: node for node in reversed(everything)}
        ordered, circles = binding.in_order(quantities)
        faults = [
            *binding.given_twice(everything),
            *binding.unmet(quantities, nodes),
            *binding.misspelt(everything, axes),
            *circles,
        ]
        if faults:
            raise SheetError(faults)
        return cls(ordered, {one.key: one for one in inputs}, dict(axes))

    def replaced(self, inputs: Iterable[Input]) -> Sheet:
        """Return the same formulas with other inputs: a scenario.

        Parameters
        ----------
        inputs
            Those that differ; each must stand for one of the same key.

        Returns
        -------
        Sheet
            A new one; this one stays as it is.

        Raises
        ------
        SheetError
            A key is no input of this sheet or is given twice, a unit or a shape differs; all faults at once.
        """
        new = tuple(inputs)
        faults = binding.given_twice(new) + binding.not_alike(new, self.inputs, self.axes)
        if faults:
            raise SheetError(faults)
        return replace(self, inputs={**self.inputs, **{one.key: one for one in new}})

    def node(self, key: str) -> Node:
        """Return the quantity or input of a key.

        Raises
        ------
        SheetError
            There is none; names the nearest ones.
        """
        return self._found([key])[0]

    def upstream(self, key: str) -> tuple[str, ...]:
        """Keys of all that a quantity rests on, inputs first in the order of their keys, without itself."""
        return tuple(one for one in self._behind([key]) if one != key)

    def run(self, plan: Plan, wanted: Iterable[str] | None = None) -> Ledger:
        """Draw the inputs and work the formulas out, each once, on whole arrays.

        Parameters
        ----------
        plan
            How the inputs are drawn.
        wanted
            Keys that are needed, with all they rest on; none = everything.

        Returns
        -------
        Ledger
            What came out, and why.

        Raises
        ------
        SheetError
            A key is not known, or a formula fails or gives a wrong shape; the message tells key and address.
        """
        behind = self._behind(self.nodes if wanted is None else wanted)
        uniforms = plan.uniforms(one for one in behind if self.in_doubt(one))
        values = self.work_out(uniforms, plan.draws, behind)
        return Ledger(self, plan, values, uniforms)

    def in_doubt(self, key: str) -> bool:
        """Whether a key is an assumption that is drawn."""
        one = self.inputs.get(key)
        return isinstance(one, Assumption) and not isinstance(one.distribution, Fixed)

    def work_out(
        self,
        uniforms: Mapping[str, Array],
        draws: int,
        keys: Collection[str],
        known: Mapping[str, Array] | None = None,
    ) -> Mapping[str, Array]:
        """Work out values from uniform numbers that are drawn already.

        Parameters
        ----------
        uniforms
            Shape (draws,) by key of each assumption in doubt.
        draws
            How many draws.
        keys
            What to work out; all it rests on must be in it or in `known`.
        known
            Values that are known already.

        Returns
        -------
        Mapping
            `known` and every key asked for; read-only arrays of shape (axes..., 1 or draws).
        """
        chosen = frozenset(keys)
        values = dict(known or {})
        inputs = [one for key, one in self.inputs.items() if key in chosen]
        quantities = [(one, self._lengths(one)) for one in self.quantities if one.key in chosen]
        block = Block(draws * sum(math.prod(lengths) for _, lengths in quantities))
        for one in inputs:
            values[one.key] = _input_value(one, uniforms.get(one.key), draws)
            values[one.key].flags.writeable = False
        for quantity, lengths in quantities:
            values[quantity.key] = block.kept(_quantity_value(quantity, values, lengths, draws))
        return values

    def _lengths(self, quantity: Quantity) -> tuple[int, ...]:
        return tuple(len(self.axes[axis]) for axis in quantity.axes)

    def _behind(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Keys and all they rest on: inputs by key, then quantities in order."""
        keys = tuple(keys)
        self._found(keys)
        behind = set(keys)
        for quantity in reversed(self.quantities):
            if quantity.key in behind:
                behind.update(ask.key for ask in quantity.asks)
        inputs = sorted(key for key in behind if key in self.inputs)
        return (*inputs, *(one.key for one in self.quantities if one.key in behind))

    def _found(self, keys: Iterable[str]) -> list[Node]:
        keys = tuple(keys)
        faults = [binding.not_known(key, self.nodes) for key in keys if key not in self.nodes]
        if faults:
            raise SheetError(faults)
        return [self.nodes[key] for key in keys]


def _input_value(one: Input, uniforms: Array | None, draws: int) -> Array:
    if isinstance(one, Assumption):
        return one.distribution.quantile(np.full(draws, 0.5) if uniforms is None else uniforms)
    if one.value.shape[-1] not in (1, draws):
        raise SheetError([f"{binding.address(one)} has {one.value.shape[-1]} draws; the run has {draws}"])
    return one.value.view()


def _quantity_value(
    quantity: Quantity, values: Mapping[str, Array], lengths: tuple[int, ...], draws: int
) -> Array:
    try:
        value = np.asarray(quantity.formula(*[values[ask.key] for ask in quantity.asks]), dtype=np.float64)
        last = 1 if value.shape[-1:] in ((), (1,)) else draws
        return value if value.shape == (*lengths, last) else np.broadcast_to(value, (*lengths, last))
    except Exception as error:
        where = binding.address(quantity)
        raise SheetError([f"{where}: {type(error).__name__}: {error}"]) from error
