"""Everything that one run worked out, and why."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from egiz.errors import SheetError
from egiz.figures import sensitivity, summary
from egiz.figures.assumption import Assumption
from egiz.figures.binding import Node, axes_of
from egiz.figures.distribution import Discrete, Empirical
from egiz.figures.draw import Plan
from egiz.figures.figure import ChoiceFigure, CountFigure, RangeFigure, ShareFigure
from egiz.figures.quantity import Quantity
from egiz.figures.sensitivity import Driver
from egiz.figures.unit import Array

if TYPE_CHECKING:
    from egiz.figures.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Explanation:
    """A value with the formula or the source behind it, down to the inputs."""

    key: str
    """Quantity or input."""
    unit: str
    """A unit (`figures.unit.is_unit`)."""
    figure: RangeFigure | None
    """Its value; none where it has axes that the question does not name, and where it is repeated."""
    node: Node
    """The quantity with formula and address, or the input with its provenance."""
    parts: tuple[Explanation, ...]
    """What the formula asks for, in its order; empty where it is repeated."""
    repeated: bool
    """Whether the tree shows it in full further up."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What one run worked out. Quantiles are taken only of what is asked for."""

    sheet: Sheet
    """The formulas and inputs."""
    plan: Plan
    """How the inputs were drawn."""
    values: Mapping[str, Array]
    """Read-only arrays of shape (axes..., 1 or draws) by key."""
    uniforms: Mapping[str, Array]
    """Uniform numbers behind each assumption in doubt, shape (draws,)."""

    def value(self, key: str) -> Array:
        """Draws of a quantity or input, shape (axes..., draws), read-only.

        Raises
        ------
        SheetError
            The run has no such key.
        """
        node = self.sheet.node(key)
        if key not in self.values:
            raise SheetError([f"{key} was not worked out in this run; ask for it in Sheet.run"])
        lengths = (len(self.sheet.axes[axis]) for axis in axes_of(node))
        return np.broadcast_to(self.values[key], (*lengths, self.plan.draws))

    def row(self, key: str, at: tuple[str, ...] = ()) -> Array:
        """Draws of one number, shape (draws,).

        Parameters
        ----------
        key
            Quantity or input.
        at
            One label an axis.

        Raises
        ------
        SheetError
            The key or a label is not known, or there are more or fewer labels than axes.
        """
        axes = axes_of(self.sheet.node(key))
        if len(at) != len(axes):
            raise SheetError([f"{key} is over ({', '.join(axes)}); give one label for each, not {at}"])
        labels = [self.sheet.axes[axis] for axis in axes]
        wrong = [
            f"{label} is no label of {axis}"
            for label, axis, some in zip(at, axes, labels, strict=True)
            if label not in some
        ]
        if wrong:
            raise SheetError(wrong)
        place = tuple(some.index(label) for some, label in zip(labels, at, strict=True))
        draws: Array = self.value(key)[place]
        return draws

    def range(self, key: str, at: tuple[str, ...] = ()) -> RangeFigure:
        """P10, P50, P90, mean and curve of one number."""
        return summary.range_of(key, self.sheet.node(key).unit, at, self.row(key, at))

    def share(self, key: str, at: tuple[str, ...] = ()) -> ShareFigure:
        """A probability: how often a yes-or-no quantity is 1, or the mean and band of a probability."""
        return summary.share_of(key, self.sheet.node(key).unit, at, self.row(key, at))

    def count(self, key: str, at: tuple[str, ...] = ()) -> CountFigure:
        """A whole number that is the same in every draw."""
        return summary.count_of(key, self.sheet.node(key).unit, at, self.row(key, at))

    def choice(
        self, key: str, options: tuple[str, ...] | None = None, at: tuple[str, ...] = ()
    ) -> ChoiceFigure:
        """Return how often each of several options is taken.

        Parameters
        ----------
        key
            Quantity or input.
        options
            Names of the options, where the quantity gives the number of one, counted from 0. None where its
            last axis holds the options and its values say how far each is taken, adding up to 1 a draw.
        at
            One label an axis, without the axis of the options.
        """
        if options is not None:
            return summary.choice_of(key, at, self.row(key, at), options)
        options = self.sheet.axes[axes_of(self.sheet.node(key))[-1]]
        rows = np.stack([self.row(key, (*at, option)) for option in options])
        return summary.shared_choice(key, at, rows, options)

    def ranges(self, key: str) -> tuple[RangeFigure, ...]:
        """One range for each label of the axes, or each combination where there are several."""
        labels = (self.sheet.axes[axis] for axis in axes_of(self.sheet.node(key)))
        return tuple(self.range(key, at) for at in itertools.product(*labels))

    def against(self, other: Ledger, key: str, at: tuple[str, ...] = ()) -> RangeFigure:
        """By how much this run is above another, draw by draw, then summarised.

        Raises
        ------
        SheetError
            The runs were drawn in different ways, or the units differ.
        """
        unit, its = self.sheet.node(key).unit, other.sheet.node(key).unit
        if (self.plan, unit) != (other.plan, its):
            raise SheetError(
                [f"{key} cannot be held against another run: other plan or unit ({unit}, {its})"]
            )
        return summary.range_of(key, unit, at, self.row(key, at) - other.row(key, at))

    def explain(self, key: str, at: tuple[str, ...] = ()) -> Explanation:
        """Tree from a value over its formulas to its sources; a repeated node is only referred to.

        Parameters
        ----------
        key
            Quantity or input.
        at
            One label an axis; parts that share these axes are shown at the same labels.
        """
        axes = axes_of(self.sheet.node(key))
        self.row(key, at)
        return self._explained(key, dict(zip(axes, at, strict=True)), set())

    def _explained(self, key: str, labels: Mapping[str, str], seen: set[str]) -> Explanation:
        node = self.sheet.node(key)
        if key in seen:
            return Explanation(key, node.unit, None, node, (), repeated=True)
        seen.add(key)
        axes = axes_of(node)
        at = tuple(labels[axis] for axis in axes if axis in labels)
        figure = self.range(key, at) if len(at) == len(axes) else None
        asks = node.asks if isinstance(node, Quantity) else ()
        parts = tuple(self._explained(ask.key, labels, seen) for ask in asks)
        return Explanation(key, node.unit, figure, node, parts, repeated=False)

    def sources(self, key: str) -> tuple[str, ...]:
        """Keys of the sources that a value rests on, in alphabetical order."""
        inputs = self.sheet.inputs
        behind = (one for one in (*self.sheet.upstream(key), key) if one in inputs)
        return tuple(sorted({inputs[one].provenance.source for one in behind}))

    def inputs(self, key: str) -> tuple[str, ...]:
        """Keys of the assumptions in doubt that a value rests on."""
        return tuple(one for one in (*self.sheet.upstream(key), key) if self.sheet.in_doubt(one))

    def drivers(self, key: str, at: tuple[str, ...] = ()) -> tuple[Driver, ...]:
        """Rank correlation of each assumption in doubt with one number, the strongest first.

        Parameters
        ----------
        key
            Quantity or input.
        at
            One label an axis.

        Returns
        -------
        tuple
            Empty where the number is the same in every draw.
        """
        return sensitivity.rank_drivers(
            self.row(key, at), {one: self._ranks(one) for one in self.inputs(key)}
        )

    def first_order(self, key: str, at: tuple[str, ...] = ()) -> tuple[Driver, ...]:
        """Share of the variance of one number that each assumption explains alone.

        The formulas run once more for each assumption (or group of correlated ones), downstream of it only,
        against a second set of strata drawn with the next seed.

        Parameters
        ----------
        key
            Quantity or input.
        at
            One label an axis.

        Returns
        -------
        tuple
            See `figures.sensitivity.first_order`.
        """
        names = self.inputs(key)
        plan = replace(self.plan, method="strata", seed=self.plan.seed + 1)
        second = plan.uniforms(names)
        groups = {tuple(name for name in plan.correlations.group_of(one) if name in second) for one in names}

        def model(changed: Mapping[str, Array]) -> Array:
            return self._redrawn(changed, key).row(key, at)

        return sensitivity.first_order(model, self.row(key, at), second, sorted(groups))

    def _redrawn(self, changed: Mapping[str, Array], key: str) -> Ledger:
        """Work out again what lies between changed inputs and a key."""
        stale = {*changed}
        keys = (*self.sheet.upstream(key), key)
        for quantity in self.sheet.quantities:
            if any(ask.key in stale for ask in quantity.asks):
                stale.add(quantity.key)
        uniforms = {**self.uniforms, **changed}
        values = self.sheet.work_out(
            uniforms, self.plan.draws, [one for one in keys if one in stale], self.values
        )
        return replace(self, values=values, uniforms=uniforms)

    def _ranks(self, key: str) -> Array:
        """Ranks of an assumption: its uniform numbers, unless its shape can give equal values."""
        one = self.sheet.inputs[key]
        if isinstance(one, Assumption) and isinstance(one.distribution, Discrete | Empirical):
            return sensitivity.average_ranks(self.row(key))
        return self.uniforms[key]
