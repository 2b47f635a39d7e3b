"""Rules: a message when a value crosses a threshold, or when data that should come stays away.

A rule tells once when it begins to hold for an entity and once when it no longer does; what it said last is
kept in the commit that changed it, so nothing is said twice or forgotten when the hub stops.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b

import msgspec

from egiz.city.ngsild.change import Change, instances
from egiz.city.ngsild.document import Json, Members, many, write
from egiz.city.ngsild.hub import document_of
from egiz.city.ngsild.moment import micros, of_micros
from egiz.city.outbox import tally
from egiz.city.outbox.parcel import Parcel, pack
from egiz.city.store.reading import Reading
from egiz.city.store.record import Delivery, Item, Moment, Selection
from egiz.city.store.writing import Writing

KIND = "rule"
"""The kind of item that rules are kept as."""

EDITION = "rules"
"""The kind of item whose one body changes whenever a rule of the tenant does."""

STATE = "rule-state"
"""The kind of item that tells for which entities a rule holds."""

SECOND = 1_000_000
"""Microseconds."""

MOST = 10_000
"""Most entities that one rule looks at for silence."""

LOOKS = 20
"""How often silence is looked for within the time that makes it."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule."""

    id: str
    """Its URI."""
    type: str
    """Entities of this type (as IRI)."""
    attribute: str
    """The attribute (as IRI) whose default instance is looked at."""
    uri: str
    """Where it is told."""
    above: float | None = None
    """It holds while the value is above this."""
    below: float | None = None
    """It holds while the value is below this."""
    silent: float | None = None
    """It holds while the attribute was not renewed for longer than this [s]."""
    margin: float = 0.0
    """How far a value must come back before the rule no longer holds."""

    def crossed(self, value: float, held: bool) -> bool:
        """Tell whether a value lies beyond a threshold.

        Parameters
        ----------
        value
            The value.
        held
            Whether the rule held before: then the margin counts.
        """
        margin = self.margin if held else 0.0
        over = self.above is not None and value > self.above - margin
        return over or (self.below is not None and value < self.below + margin)


def rules(reading: Reading, tenant: str) -> Iterator[Rule]:
    """Give the rules of a tenant."""
    for item in reading.items(tenant, KIND):
        yield msgspec.json.decode(item.body, type=Rule)


def keep(writing: Writing, tenant: str, rule: Rule) -> bool:
    """Keep a rule, in place of its older self if there is one; a rule that is another begins anew.

    Returns
    -------
    bool
        Whether it is new.
    """
    body, before = msgspec.json.encode(rule), writing.item(tenant, KIND, rule.id)
    if body != before:
        writing.drop(tenant, STATE, rule.id)
        writing.keep(Item(tenant, KIND, rule.id, body))
        _turned(writing, tenant, body)
    return before is None


def drop(writing: Writing, tenant: str, name: str) -> bool:
    """Take a rule away, and all that waits to be sent for it; false where it is not there."""
    writing.drop(tenant, STATE, name)
    writing.drop(tenant, tally.KIND, name)
    writing.cancel(tenant, name)
    _turned(writing, tenant, name.encode())
    return writing.drop(tenant, KIND, name)


def _turned(writing: Writing, tenant: str, seed: bytes) -> None:
    """Say that the rules of a tenant changed."""
    before = writing.item(tenant, EDITION, "") or b""
    writing.keep(Item(tenant, EDITION, "", blake2b(before + seed, digest_size=16).digest()))


class Ruler:
    """Hears of every change and of the clock, and journals what rules have to say.

    Parameters
    ----------
    nudge
        Called when something was journalled, inside the commit.
    """

    def __init__(self, nudge: Callable[[], None]) -> None:
        self._nudge = nudge
        self._known: dict[str, tuple[bytes | None, tuple[Rule, ...]]] = {}
        self._next: dict[tuple[str, Rule], Moment] = {}

    def _rules(self, reading: Reading, tenant: str) -> tuple[Rule, ...]:
        """Give the rules of a tenant; they are read anew when they changed."""
        edition = reading.item(tenant, EDITION, "")
        known = self._known.get(tenant)
        if known is None or known[0] != edition:
            known = self._known[tenant] = (edition, tuple(rules(reading, tenant)))
        return known[1]

    def __call__(self, writing: Writing, change: Change) -> None:
        """Hold one changed entity against the rules."""
        whole = change.after if change.after is not None else change.before
        if whole is None:
            return
        touched = {one.attribute for one in change.touched}
        now = micros(change.stamp)
        for rule in self._rules(writing, change.tenant):
            if rule.type in many(whole["type"]) and rule.attribute in touched:
                held = _held(writing, change.tenant, rule)
                holds = change.after is not None and _beyond(rule, change.after, change.id in held, now)
                self._told(writing, change.tenant, rule, {change.id: holds}, now)

    def tick(self, writing: Writing, now: Moment) -> None:
        """Look for data that stays away, where it is time to look."""
        before, self._next = self._next, {}
        for tenant in writing.tenants():
            for rule in self._rules(writing, tenant):
                if rule.silent is None:
                    continue
                due = before.get((tenant, rule), now)
                if due <= now:
                    self._look(writing, tenant, rule, now)
                    due = now + int(rule.silent * SECOND / LOOKS)
                self._next[tenant, rule] = due

    def _look(self, writing: Writing, tenant: str, rule: Rule, now: Moment) -> None:
        """Hold every entity of a rule against it."""
        held = _held(writing, tenant, rule)
        selection = Selection(tenant=tenant, types=(rule.type,), limit=MOST)
        found = {
            one.id: _beyond(rule, document_of(one), one.id in held, now)
            for one in writing.entities(selection)
        }
        self._told(writing, tenant, rule, found, now)

    def _told(
        self, writing: Writing, tenant: str, rule: Rule, found: Mapping[str, bool], now: Moment
    ) -> None:
        """Journal a message for every entity for which the rule began or ceased to hold."""
        held = _held(writing, tenant, rule)
        turned = [name for name, holds in found.items() if holds != (name in held)]
        for name in turned:
            body = write(_message(rule, name, found[name], now))
            one = Delivery(
                tenant=tenant, subscription=rule.id, body=pack(Parcel(uri=rule.uri, body=body)),
                created=now, due=now,
            )  # fmt: skip
            writing.enqueue(one)
            self._nudge()
        if turned:
            state = held.symmetric_difference(turned)
            writing.keep(Item(tenant, STATE, rule.id, msgspec.json.encode(sorted(state))))


def holding(reading: Reading, tenant: str, rule: Rule) -> tuple[str, ...]:
    """Give the entities for which a rule holds."""
    return tuple(sorted(_held(reading, tenant, rule)))


def _held(reading: Reading, tenant: str, rule: Rule) -> set[str]:
    """Read for which entities a rule holds."""
    body = reading.item(tenant, STATE, rule.id)
    return set() if body is None else msgspec.json.decode(body, type=set[str])


def _beyond(rule: Rule, whole: Mapping[str, Json], held: bool, now: Moment) -> bool:
    """Tell whether a rule holds for an entity."""
    found = [one for one in instances(whole.get(rule.attribute, [])) if "datasetId" not in one]
    if not found:
        return False
    if rule.silent is not None:
        renewed = micros(str(found[0].get("observedAt", found[0]["modifiedAt"])))
        if now - renewed > rule.silent * SECOND:
            return True
    value = found[0].get("value")
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return rule.crossed(value, held)


def _message(rule: Rule, entity: str, holds: bool, now: Moment) -> Members:
    """Write what a rule has to say."""
    seed = f"{rule.id} {entity} {holds} {now}".encode()
    return {
        "id": f"urn:ngsi-ld:Alert:{blake2b(seed, digest_size=16).hexdigest()}",
        "type": "Alert",
        "rule": rule.id,
        "entity": entity,
        "attribute": rule.attribute,
        "holds": holds,
        "at": of_micros(now),
    }
