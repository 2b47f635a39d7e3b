"""Joins the sheets of the market and of all proposals into one acyclic whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from egiz.errors import InputError, SheetError
from egiz.figures.assumption import Assumption, Input
from egiz.figures.part import Need, Part
from egiz.figures.quantity import Quantity, Scope, gathered, quantities, taken
from egiz.figures.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Joined:
    """All sheets in one, and what each part calls the keys of others."""

    sheet: Sheet
    """The acyclic whole."""
    names: Mapping[str, Mapping[str, str]]
    """Part -> local name -> whole key."""


def join(parts: Iterable[Part], common: Iterable[Assumption]) -> Joined:
    """Bind the parts of a study.

    Parameters
    ----------
    parts
        The market and the proposals, in the order of the agreement.
    common
        Assumptions without a part: facts of the world.

    Raises
    ------
    InputError
        The sheets do not fit together; a circle names its members.
    """
    parts = tuple(parts)
    slots = _slots(parts)
    names = {part.id: _names(part) for part in parts}
    members: list[Quantity] = []
    for part in parts:
        members.extend(quantities(part.sheets, Scope(part.id, names[part.id], _axes(part))))
        members.extend(_stacks(part))
    units = {member.key: member for member in members}
    members.extend(_gathered(parts, slots, units))
    members.extend(_taken(parts, slots, units))
    try:
        sheet = Sheet.bind(members, _inputs(parts, common), _labels(parts, slots))
    except SheetError as error:
        raise InputError.of("sheets-do-not-join", {"reason": str(error)}) from error
    return Joined(sheet, names)


def _slots(parts: tuple[Part, ...]) -> dict[str, list[tuple[str, str]]]:
    """Slot -> the part and the whole key of each offer."""
    slots: dict[str, list[tuple[str, str]]] = {}
    for part in parts:
        for need in part.needs:
            if need.take == "all":
                slots.setdefault(need.origin, [])
    for part in parts:
        for offer in part.offers:
            slots.setdefault(offer.slot, []).append((part.id, f"{part.id}.{offer.quantity}"))
    return slots


def _names(part: Part) -> dict[str, str]:
    """What a part's parameters mean, where it is not a quantity of its own."""
    names = {name: _own(part, name, found).key for name, found in part.preparation.inputs.items()}
    names.update({name: f"{part.id}.{name}" for name in part.preparation.stacks})
    names.update({need.name: _key(part, need) for need in part.needs})
    return names


def _key(part: Part, need: Need) -> str:
    if need.take == "one":
        return need.origin
    return f"all.{need.origin}" if need.take == "all" else f"{part.id}.{need.name}"


def _axes(part: Part) -> dict[str, str]:
    return {axis: f"{part.id}.{axis}" for axis in part.preparation.axes}


def _stacks(part: Part) -> list[Quantity]:
    axes = _axes(part)
    return [
        gathered(
            f"{part.id}.{name}",
            stack.rows[0].unit,
            axes[stack.axis],
            tuple(row.key for row in stack.rows),
            (),
        )
        for name, stack in part.preparation.stacks.items()
    ]


def _gathered(
    parts: tuple[Part, ...], slots: Mapping[str, list[tuple[str, str]]], known: Mapping[str, Quantity]
) -> list[Quantity]:
    empty = {need.origin: need for part in parts for need in part.needs if need.take == "all"}
    found = []
    for slot, offers in slots.items():
        first = known.get(offers[0][1]) if offers else None
        like = first or empty[slot]
        found.append(gathered(f"all.{slot}", like.unit, slot, tuple(key for _, key in offers), like.axes))
    return found


def _taken(
    parts: tuple[Part, ...], slots: Mapping[str, list[tuple[str, str]]], known: Mapping[str, Quantity]
) -> list[Quantity]:
    found = []
    for part in parts:
        for need in part.needs:
            if need.take == "own" and need.origin in known:
                answer = known[need.origin]
                row = [owner for owner, _ in slots[answer.axes[0]]].index(part.id)
                found.append(taken(f"{part.id}.{need.name}", answer, row))
    return found


def _inputs(parts: tuple[Part, ...], common: Iterable[Assumption]) -> tuple[Input, ...]:
    found: dict[str, Input] = {item.key: item for item in common}
    for part in parts:
        for name, item in part.preparation.inputs.items():
            own = _own(part, name, item)
            found[own.key] = own
        for stack in part.preparation.stacks.values():
            found.update({row.key: row for row in stack.rows})
    return tuple(found.values())


def _own(part: Part, name: str, item: Input) -> Input:
    """What an engine gave belongs to the part: its key and its axes are the part's own."""
    if isinstance(item, Assumption):
        return item
    axes = _axes(part)
    return replace(item, key=f"{part.id}.{name}", axes=tuple(axes.get(axis, axis) for axis in item.axes))


def _labels(
    parts: tuple[Part, ...], slots: Mapping[str, list[tuple[str, str]]]
) -> dict[str, tuple[str, ...]]:
    labels = {slot: tuple(owner for owner, _ in offers) for slot, offers in slots.items()}
    for part in parts:
        labels.update({f"{part.id}.{axis}": names for axis, names in part.preparation.axes.items()})
    return labels
