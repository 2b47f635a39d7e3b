"""What can be wrong when formulas and inputs are put together; every fault in one plain line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

from egiz.figures.assumption import Assumption, Given, Input
from egiz.figures.quantity import Quantity
from egiz.figures.unit import is_unit, units_like

Axes: TypeAlias = Mapping[str, tuple[str, ...]]
"""Labels of each axis by its key."""

Node: TypeAlias = Quantity | Input
"""What a formula may ask for."""


def address(node: Node) -> str:
    """Where a quantity or an input comes from."""
    if isinstance(node, Quantity):
        return f"{node.key} ({node.where})"
    origin = f"{node.provenance.source} {node.provenance.locator}".strip()
    return f"{node.key} (input from {origin})"


def axes_of(node: Node) -> tuple[str, ...]:
    """Keys of the axes before the draws; an assumption has none."""
    return () if isinstance(node, Assumption) else node.axes


def given_twice(nodes: Iterable[Node]) -> list[str]:
    """Name every key that stands for two things, with both addresses."""
    first: dict[str, Node] = {}
    faults = []
    for node in nodes:
        if node.key in first:
            faults.append(f"{node.key} is given twice: {address(first[node.key])} and {address(node)}")
        first.setdefault(node.key, node)
    return faults


def unmet(quantities: Iterable[Quantity], nodes: Mapping[str, Node]) -> list[str]:
    """Name every need that nobody gives, and every unit or axis that differs from what is given."""
    return [fault for quantity in quantities for fault in _unmet_asks(quantity, nodes)]


def _unmet_asks(quantity: Quantity, nodes: Mapping[str, Node]) -> Iterator[str]:
    for ask in quantity.asks:
        giver = nodes.get(ask.key)
        if giver is None:
            near = difflib.get_close_matches(ask.key, nodes, 3)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            yield f"{address(quantity)} needs {ask.key}, which nobody gives{hint}"
            continue
        if ask.unit != giver.unit:
            yield (
                f"{address(quantity)} asks for {ask.key} in {ask.unit!r}, "
                f"but {address(giver)} is in {giver.unit!r}"
            )
        if ask.axes != axes_of(giver):
            yield (
                f"{address(quantity)} asks for {ask.key} over {_over(ask.axes)}, "
                f"but {address(giver)} is over {_over(axes_of(giver))}"
            )


def misspelt(nodes: Iterable[Node], axes: Axes) -> list[str]:
    """Name every unit and axis that is not known, and every given array of a wrong shape."""
    return [fault for node in nodes for fault in _misspelt_node(node, axes)]


def _misspelt_node(node: Node, axes: Axes) -> Iterator[str]:
    if not is_unit(node.unit):
        near = list(units_like(node.unit))
        hint = f"; did you mean {' or '.join(near)}?" if near else "; its measures stand in figures.unit"
        yield f"{address(node)} is in {node.unit!r}, which is no known unit{hint}"
    unknown = [axis for axis in axes_of(node) if axis not in axes]
    for axis in unknown:
        near = difflib.get_close_matches(axis, axes, 3)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        yield f"{address(node)} is over {axis!r}, which is no known axis{hint}"
    if isinstance(node, Given) and not unknown:
        lengths = tuple(len(axes[axis]) for axis in node.axes)
        if node.value.shape[:-1] != lengths or node.value.ndim != len(lengths) + 1:
            wanted = f"({''.join(f'{length}, ' for length in lengths)}1 or draws)"
            yield f"{address(node)} has shape {node.value.shape}; its axes {_over(node.axes)} want {wanted}"


def not_known(key: str, known: Iterable[str]) -> str:
    """Tell that a key is not known, with the nearest ones."""
    near = difflib.get_close_matches(key, list(known), 3)
    return f"{key} is not known here" + (f"; did you mean {' or '.join(near)}?" if near else "")


def not_alike(new: Iterable[Input], old: Mapping[str, Input], axes: Axes) -> list[str]:
    """Name every input that cannot stand for the one of its key: unknown, other unit, axes or shape."""
    faults = []
    for one in new:
        if one.key not in old:
            faults.append(not_known(one.key, old))
            continue
        before = old[one.key]
        if (one.unit, axes_of(one)) != (before.unit, axes_of(before)):
            faults.append(
                f"{address(one)} is in {one.unit!r} over {_over(axes_of(one))}; "
                f"it stands for {address(before)} in {before.unit!r} over {_over(axes_of(before))}"
            )
    return faults + misspelt((one for one in new if one.key in old), axes)


def in_order(quantities: Iterable[Quantity]) -> tuple[tuple[Quantity, ...], list[str]]:
    """Put quantities so that each follows all it needs; name the members of every circle, in order."""
    by_key = {quantity.key: quantity for quantity in quantities}
    faults: list[str] = []
    while True:
        needs = {
            key: [ask.key for ask in quantity.asks if ask.key in by_key] for key, quantity in by_key.items()
        }
        try:
            return tuple(by_key[key] for key in TopologicalSorter(needs).static_order()), faults
        except CycleError as error:
            members: list[str] = error.args[1][:-1]
            faults.append(_circle([by_key[key] for key in members]))
            by_key = {key: quantity for key, quantity in by_key.items() if key not in members}


def _circle(members: list[Quantity]) -> str:
    """Tell a circle from its first key in the alphabet on, each needing the next."""
    members = members[::-1]
    start = min(range(len(members)), key=lambda index: members[index].key)
    turned = members[start:] + members[:start]
    return "circle: " + " needs ".join([*(address(member) for member in turned), turned[0].key])


def _over(axes: tuple[str, ...]) -> str:
    return f"({', '.join(axes)})"
