"""The store beside a plain dictionary: whatever is done, both tell the same."""

from __future__ import annotations

import asyncio
import json
import math
import tempfile
from collections import defaultdict
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from egiz.city.store.record import (
    Cell,
    Clause,
    Entity,
    Kind,
    Observation,
    Place,
    Rollup,
    Selection,
    Series,
    Sort,
    Window,
    Word,
)
from egiz.city.store.rollup import DAY, HOUR
from egiz.city.store.store import Store
from egiz.city.store.writing import Writing

NOW = 1_700_000_000_000_000
TENANTS = ("", "astana", "chelyabinsk")
NAMES = tuple(f"urn:{letter}" for letter in "abcde")
TYPES = ("Station", "Lamp", "Bus")
ATTRIBUTES = ("warmth", "level")

tenants = st.sampled_from(TENANTS)
names = st.sampled_from(NAMES)
attributes = st.sampled_from(ATTRIBUTES)
numbers = st.one_of(st.integers(-5, 5), st.floats(-5, 5, allow_nan=False).map(lambda x: round(x, 3)))
moments = st.integers(-3 * DAY, 3 * DAY).map(lambda shift: NOW + shift)


@st.composite
def entities(draw: st.DrawFn) -> Entity:
    """Any entity of the small world of this test."""
    values = draw(st.dictionaries(attributes, numbers))
    longitude = draw(st.none() | st.floats(-170, 170))
    box = () if longitude is None else ((longitude, longitude, 51.0, 51.0),)
    return Entity(
        tenant=draw(tenants),
        id=draw(names),
        types=tuple(draw(st.lists(st.sampled_from(TYPES), min_size=1, unique=True))),
        document=json.dumps(values).encode(),
        created=NOW,
        modified=NOW,
        scope=tuple(draw(st.lists(st.sampled_from(("/a", "/b")), unique=True))),
        cells=tuple(Cell(name, Kind.PROPERTY, Sort.NUMBER, value) for name, value in values.items()),
        places=tuple(Place("location", one, "{}") for one in box),
        rendered=(json.dumps(values).encode(), None, None),
    )


class Beside(RuleBasedStateMachine):
    """A store and the dictionaries that tell what must be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.loop = asyncio.new_event_loop()
        self.present: dict[tuple[str, str], Entity] = {}
        self.past: defaultdict[tuple[str, str], dict[str, list[Observation]]]
        self.past = defaultdict(lambda: defaultdict(list))

    @initialize()
    def open(self) -> None:
        self.store = Store.open(Path(self.folder.name) / "city.db", "normal")

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.loop.run_until_complete(self.store.close())
        self.loop.close()
        self.folder.cleanup()

    async def _write(self, operations: list) -> list:
        return await asyncio.gather(*[self.store.write(one) for one in operations], return_exceptions=True)

    def write(self, *operations):  # noqa: ANN002, ANN201
        return self.loop.run_until_complete(self._write(list(operations)))

    @rule(many=st.lists(entities(), min_size=1, max_size=4), torn=st.booleans())
    def put(self, many: list[Entity], torn: bool) -> None:
        def fail(writing: Writing) -> None:
            writing.put(msgspec.structs.replace(many[0], id="urn:torn"))
            raise ZeroDivisionError

        operations = [lambda writing, one=one: writing.put(one) for one in many]
        answers = self.write(*operations[:1], *([fail] if torn else []), *operations[1:])
        assert sum(isinstance(one, ZeroDivisionError) for one in answers) == torn
        assert all(one is None or isinstance(one, ZeroDivisionError) for one in answers)
        for one in many:
            self.present[one.tenant, one.id] = one

    @rule(tenant=tenants, name=names)
    def delete(self, tenant: str, name: str) -> None:
        answer = self.write(lambda writing: writing.delete(tenant, name))
        assert answer == [self.present.pop((tenant, name), None) is not None]

    @rule(
        tenant=tenants,
        name=names,
        attribute=attributes,
        seen=st.lists(st.tuples(moments, numbers), min_size=1),
    )
    def observe(self, tenant: str, name: str, attribute: str, seen: list[tuple[int, float]]) -> None:
        made = [
            Observation(
                tenant=tenant, entity=name, attribute=attribute, value=value, created=NOW, observed_at=time
            )
            for time, value in seen
        ]
        answer = self.write(lambda writing: writing.observe(made))[0]
        if (tenant, name) not in self.present and not self.past.get((tenant, name)):
            assert isinstance(answer, KeyError)
            return
        for one, number in zip(made, answer, strict=True):
            kept = msgspec.structs.replace(one, instance=number)
            self.past[tenant, name][attribute].append(kept)

    @rule(tenant=tenants, name=names, attribute=attributes, which=st.integers(0, 10))
    def unobserve(self, tenant: str, name: str, attribute: str, which: int) -> None:
        kept = self.past.get((tenant, name), {}).get(attribute, [])
        if kept and (tenant, name) in self.present:
            gone = kept.pop(which % len(kept))
            series = Series(tenant, name, attribute)
            assert self.write(lambda writing: writing.unobserve(series, gone.instance)) == [True]
            self._tidy(tenant, name, attribute)

    @rule(tenant=tenants, name=names)
    def forget(self, tenant: str, name: str) -> None:
        self.write(lambda writing: writing.forget_history(tenant, name))
        self.past.pop((tenant, name), None)

    @rule()
    def reopen(self) -> None:
        self.loop.run_until_complete(self.store.close())
        self.store = Store.open(Path(self.folder.name) / "city.db", "normal")

    def _tidy(self, tenant: str, name: str, attribute: str) -> None:
        if not self.past[tenant, name][attribute]:
            del self.past[tenant, name][attribute]
        if not self.past[tenant, name]:
            del self.past[tenant, name]

    @invariant()
    def entities_agree(self) -> None:
        if not hasattr(self, "store"):
            return
        for tenant in TENANTS:
            mine = {name: one for (owner, name), one in self.present.items() if owner == tenant}
            selection = Selection(tenant=tenant, limit=1000)
            found = self.store.read(lambda reading, s=selection: reading.entities(s))
            assert {one.id: (one.types, one.document, one.scope) for one in found} == {
                one.id: (one.types, one.document, one.scope) for one in mine.values()
            }
            for kind in TYPES:
                typed = Selection(tenant=tenant, types=(kind,), limit=1000)
                assert set(self.store.read(lambda reading, s=typed: reading.names(s))) == {
                    name for name, one in mine.items() if kind in one.types
                }

    @invariant()
    def filters_agree(self) -> None:
        if not hasattr(self, "store"):
            return
        above = Clause(
            "EXISTS (SELECT 1 FROM cell c WHERE c.name = ? AND c.entity = e.id AND c.value > ?)",
            (Word("warmth"), 1),
        )
        east = Clause(
            "e.id IN (SELECT p.entity FROM place p WHERE p.name = ? AND p.west >= 0)", (Word("location"),)
        )
        scoped = Clause(
            "EXISTS (SELECT 1 FROM cell c WHERE c.name = ? AND c.entity = e.id AND c.value = ?)",
            (Word("@scope"), "/a"),
        )
        for tenant in TENANTS:
            mine = {name: one for (owner, name), one in self.present.items() if owner == tenant}
            wanted = {
                above: {name for name, one in mine.items() if json.loads(one.document).get("warmth", 0) > 1},
                east: {name for name, one in mine.items() if one.places and one.places[0].box[0] >= 0},
                scoped: {name for name, one in mine.items() if "/a" in one.scope},
            }
            for clause, names in wanted.items():
                selection = Selection(tenant=tenant, clause=clause, limit=1000)
                assert set(self.store.read(lambda reading, s=selection: reading.names(s))) == names

    @invariant()
    def histories_agree(self) -> None:
        if not hasattr(self, "store"):
            return
        for tenant in TENANTS:
            for name in NAMES:
                kept = self.past.get((tenant, name), {})
                found = self.store.read(lambda reading, t=tenant, n=name: reading.history.series(t, n))
                assert {one.attribute for one in found} == set(kept)
                for series in found:
                    points = self.store.read(lambda reading, s=series: reading.history.instances(s))
                    wanted = sorted(kept[series.attribute], key=lambda one: (one.time, one.instance))
                    assert points == wanted
                    self.rollups_agree(series, wanted)

    def rollups_agree(self, series: Series, kept: list[Observation]) -> None:
        for span, length in (("hour", HOUR), ("day", DAY)):
            found = self.store.read(
                lambda reading, span=span: reading.history.rollups(series, span, NOW - 9 * DAY, NOW + 9 * DAY)
            )
            spans: defaultdict[int, list[Observation]] = defaultdict(list)
            for one in kept:
                spans[one.time - one.time % length].append(one)
            assert [one.start for one in found] == sorted(spans)
            for one in found:
                same(one, spans[one.start])


def same(rollup: Rollup, kept: list[Observation]) -> None:
    """Hold one roll-up against the numbers it must be of."""
    values = [float(one.value) for one in kept]
    assert rollup.count == len(values)
    assert math.isclose(rollup.total, sum(values), abs_tol=1e-9)
    assert math.isclose(rollup.squares, sum(value * value for value in values), abs_tol=1e-9)
    assert (rollup.low, rollup.high) == (min(values), max(values))
    assert (rollup.first_time, rollup.last_time) == (kept[0].time, kept[-1].time)
    assert rollup.first in {one.value for one in kept if one.time == kept[0].time}
    assert rollup.last in {one.value for one in kept if one.time == kept[-1].time}


Beside.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestStoreBesideDictionary = Beside.TestCase


@settings(max_examples=30, deadline=None)
@given(mine=st.lists(entities(), max_size=8), theirs=st.lists(entities(), max_size=8))
def test_one_tenant_never_sees_anothers_rows(mine: list[Entity], theirs: list[Entity]) -> None:
    def owned(entity: Entity, tenant: str) -> Entity:
        return msgspec.structs.replace(entity, tenant=tenant)

    def fill(writing: Writing, tenant: str, many: list[Entity]) -> None:
        for one in many:
            writing.put(owned(one, tenant))
            writing.observe(
                [
                    Observation(
                        tenant=tenant,
                        entity=one.id,
                        attribute="warmth",
                        value=1.0,
                        created=NOW,
                        observed_at=NOW,
                    )
                ]
            )

    async def seen(both: bool) -> list[object]:
        with tempfile.TemporaryDirectory() as folder:
            store = Store.open(Path(folder) / "city.db", "normal")
            await store.write(lambda writing: writing.make_tenant("mine"))
            await store.write(lambda writing: writing.make_tenant("theirs"))
            if both:
                await store.write(lambda writing: fill(writing, "theirs", theirs))
            await store.write(lambda writing: fill(writing, "mine", mine))
            answers = store.read(answered)
            await store.close()
            return answers

    assert asyncio.run(seen(both=True)) == asyncio.run(seen(both=False))


def answered(reading) -> list[object]:  # noqa: ANN001
    """Ask everything there is to ask of one tenant."""
    every = Clause("1 OR e.tenant > 0")
    cell = Clause("EXISTS (SELECT 1 FROM cell c WHERE c.name = ? AND c.entity = e.id)", (Word("warmth"),))
    told: list[object] = [reading.types("mine"), reading.attributes("mine")]
    for clause in (every, cell, Clause()):
        for types in ((), TYPES, TYPES[:1]):
            selection = Selection(tenant="mine", types=types, clause=clause, limit=1000, past=True)
            told += [
                reading.names(selection),
                reading.select(selection, "normalized"),
                reading.count(selection),
            ]
    for name in NAMES:
        told.append(
            [(one.time, one.value) for one in reading.history.instances(Series("mine", name, "warmth"))]
        )
    told.append([one.entity for one in reading.history.by_observable("mine", "warmth", Window())])
    return told
