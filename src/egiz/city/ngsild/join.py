"""Linked entities in an answer: within the relationship that points to them, or beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from egiz.city.ngsild.change import instances
from egiz.city.ngsild.document import Json, Members, many
from egiz.city.ngsild.entity import HEAD
from egiz.city.ngsild.hub import stored
from egiz.city.ngsild.problem import Problem
from egiz.city.ngsild.projection import Choice
from egiz.city.ngsild.render import SIMPLIFIED, View, render
from egiz.city.store.reading import Reading

MOST = 1000
"""Most linked entities of one answer."""


@dataclass(frozen=True, slots=True)
class Join:
    """How linked entities are shown."""

    form: str
    """``inline`` or ``flat``."""
    level: int
    """How many steps are followed."""
    pick: Choice | None
    """What to show; None: all."""
    omit: Choice
    """What to leave out."""


class Linker:
    """Shows entities with those they point to.

    Parameters
    ----------
    reading
        Where linked entities are read.
    tenant
        The tenant.
    view
        How to show.
    join
        How far to follow.
    """

    def __init__(self, reading: Reading, tenant: str, view: View, join: Join) -> None:
        self._reading = reading
        self._tenant = tenant
        self._view = view
        self._join = join
        self._count = 0

    def inline(self, whole: Mapping[str, Json]) -> Members:
        """Show an entity with linked ones inside."""
        return self._inline(whole, self._join.pick, self._join.omit, (str(whole["id"]),))

    def flat(self, whole: Mapping[str, Json]) -> list[Members]:
        """Show an entity followed by the linked ones."""
        found: dict[str, Members] = {}
        self._gather(whole, (self._join.pick, self._join.omit), self._join.level, found)
        return [*found.values()]

    def _gather(
        self,
        whole: Mapping[str, Json],
        choice: tuple[Choice | None, Choice],
        left: int,
        found: dict[str, Members],
    ) -> None:
        pick, omit = choice
        found[str(whole["id"])] = render(whole, chosen(self._view, pick, omit))
        if left == 0:
            return
        for name, _, target in self._targets(whole, pick, omit):
            if target not in found:
                other = self._read(target)
                if other is not None:
                    self._gather(other, _within(name, pick, omit), left - 1, found)

    def _inline(
        self, whole: Mapping[str, Json], pick: Choice | None, omit: Choice, trail: tuple[str, ...]
    ) -> Members:
        shown = render(whole, chosen(self._view, pick, omit))
        if len(trail) > self._join.level:
            return shown
        for name in {name for name, _, _ in self._targets(whole, pick, omit)}:
            short = self._view.context.compact(name)
            if short in shown:
                linked = _within(name, pick, omit)
                shown[short] = self._dress(whole[name], shown[short], linked, trail)
        return shown

    def _dress(
        self, stored_value: Json, shown: Json, choice: tuple[Choice | None, Choice], trail: tuple[str, ...]
    ) -> Json:
        """Put linked entities into the shown instances of one relationship."""
        parts = many(shown)
        result: list[Json] = []
        for index, one in enumerate(instances(stored_value)):
            targets = targets_of(one)
            others = [self._deeper(target, choice, trail) for target in targets]
            there = [other for other in others if other is not None]
            if self._view.form == SIMPLIFIED:
                dressed = [
                    target if other is None else other for target, other in zip(targets, others, strict=True)
                ]
                result.append(_one_or_all([*dressed], isinstance(one.get("object"), list)))
                continue
            part = parts[index] if index < len(parts) else None
            if isinstance(part, dict) and there:
                several = isinstance(one.get("object"), list) or "objectList" in one
                part = {**part, "entityList": [*there]} if several else {**part, "entity": there[0]}
            result.append(part)
        return result[0] if len(result) == 1 else result

    def _deeper(
        self, target: str, choice: tuple[Choice | None, Choice], trail: tuple[str, ...]
    ) -> Members | None:
        if target in trail:
            return None
        other = self._read(target)
        return None if other is None else self._inline(other, *choice, (*trail, target))

    def _read(self, target: str) -> Members | None:
        self._count += 1
        if self._count > MOST:
            raise Problem("TooComplexQuery", f"more than {MOST} linked entities")
        return stored(self._reading, self._tenant, target)

    def _targets(
        self, whole: Mapping[str, Json], pick: Choice | None, omit: Choice
    ) -> Iterator[tuple[str, Members, str]]:
        """Give what the relationships shown point to."""
        for name, value in whole.items():
            if name in HEAD or (pick is not None and name not in pick.names):
                continue
            if name in omit.names and name not in omit.linked:
                continue
            for one in instances(value):
                for target in targets_of(one):
                    yield name, one, target


def _one_or_all(values: list[Json], several: bool) -> Json:
    return values if several or len(values) != 1 else values[0]


def targets_of(one: Members) -> list[str]:
    """Give the entities that one instance of a relationship points to."""
    if one.get("type") == "Relationship":
        return [target for target in many(one.get("object")) if isinstance(target, str)]
    if one.get("type") == "ListRelationship":
        return [str(part["object"]) for part in many(one.get("objectList")) if isinstance(part, dict)]
    return []


def _within(name: str, pick: Choice | None, omit: Choice) -> tuple[Choice | None, Choice]:
    """Give what to show of the entities behind one relationship."""
    return (None if pick is None else pick.linked.get(name)), omit.linked.get(name, Choice())


def chosen(view: View, pick: Choice | None, omit: Choice) -> View:
    """Show what is chosen; a relationship named with braces is left out by no ``omit``."""
    names = None if pick is None else pick.names
    return replace(view, pick=names, omit=omit.names - set(omit.linked))
