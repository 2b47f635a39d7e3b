"""Notifications: what a change looks like to a subscriber, journalled in the change's own commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import cast

import msgspec
from msgspec.structs import replace

from egiz.city.ngsild.attribute import VALUE
from egiz.city.ngsild.change import Change, Touched, instances
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.discover import with_context
from egiz.city.ngsild.document import NULL, Json, Members, many, write
from egiz.city.ngsild.hub import document_of
from egiz.city.ngsild.join import Linker
from egiz.city.ngsild.moment import micros, of_micros
from egiz.city.ngsild.negotiate import GEO_JSON, JSON, JSON_LD, link_to
from egiz.city.ngsild.render import feature, place_of, render
from egiz.city.ngsild.subscribe import PACED
from egiz.city.ngsild.watch import Watch, Watches
from egiz.city.outbox.parcel import Parcel, pack
from egiz.city.store.reading import Reading
from egiz.city.store.record import Delivery, Item, Moment, Selection
from egiz.city.store.writing import Writing

SECOND = 1_000_000
"""Microseconds."""

MILLISECOND = 1e-3
"""Seconds."""

PREVIOUS = {name: f"previous{value[0].upper()}{value[1:]}" for name, value in VALUE.items()}
"""The member that holds the value before a change, by type of attribute."""

MOST = 1_000
"""Most entities in a notification sent by the clock."""


class Paced(msgspec.Struct, frozen=True):
    """When a subscription may be notified next, and what waits till then."""

    next: Moment
    """Not before [microseconds]."""
    delivery: int = 0
    """The delivery that was journalled last."""
    due: Moment = 0
    """When that one is due [microseconds]."""
    data: dict[str, object] = {}
    """The entities in it, each a JSON value."""


def pace_of(reading: Reading, tenant: str, name: str) -> Paced:
    """Read when a subscription may be notified next."""
    body = reading.item(tenant, PACED, name)
    return Paced(0) if body is None else msgspec.json.decode(body, type=Paced)


class Notifier:
    """Hears of every change and journals what subscribers are told.

    Parameters
    ----------
    watches
        The subscriptions.
    nudge
        Called when something was journalled, inside the commit.
    """

    def __init__(self, watches: Watches, nudge: Callable[[], None]) -> None:
        self._watches = watches
        self._nudge = nudge

    def __call__(self, writing: Writing, change: Change) -> None:
        """Journal the notifications of one change."""
        now = micros(change.stamp)
        whole = change.after if change.after is not None else change.before
        if whole is None:
            return
        types = frozenset(map(str, many(whole["type"])))
        for watch in self._watches.about(writing, change.tenant, types):
            if "timeInterval" in watch.whole or not watch.active(now):
                continue
            if not watch.triggered(change) or not watch.selects(change.id, types):
                continue
            if change.after is not None and not _holds(writing, change, watch):
                continue
            data = shown(writing, watch, change)
            if data:
                journal(writing, change.tenant, watch, data, now)
                self._nudge()

    def tick(self, writing: Writing, now: Moment) -> None:
        """Journal the notifications of subscriptions that go by the clock."""
        for tenant in writing.tenants():
            for watch in self._watches.of(writing, tenant):
                seconds = watch.whole.get("timeInterval")
                if not isinstance(seconds, (int, float)) or not watch.active(now):
                    continue
                if pace_of(writing, tenant, watch.id).next > now:
                    continue
                data = standing(writing, tenant, watch)
                if data:
                    _enqueue(writing, tenant, watch, data, (now, now))
                    self._nudge()
                paced = Paced(now + int(seconds * SECOND))
                writing.keep(Item(tenant, PACED, watch.id, msgspec.json.encode(paced)))


def _holds(writing: Writing, change: Change, watch: Watch) -> bool:
    """Tell whether the conditions of a subscription hold for a changed entity."""
    return watch.clause.sql == "1" or writing.holds(change.tenant, change.id, watch.clause)


def standing(reading: Reading, tenant: str, watch: Watch) -> dict[str, Json]:
    """Show the entities that a subscription is about, as they stand."""
    kinds: set[str] = set()
    for one in watch.selectors:
        kinds |= one.plain or {""}
    types = () if "" in kinds else tuple(sorted(kinds))
    found: dict[str, Json] = {}
    selection = Selection(tenant=tenant, types=types, clause=watch.clause, limit=MOST)
    for entity in reading.entities(selection):
        if watch.selects(entity.id, frozenset(entity.types)):
            found |= _shown(reading, tenant, watch, document_of(entity))
    return found


def shown(reading: Reading, watch: Watch, change: Change) -> dict[str, Json]:
    """Show one change to a subscriber: the entity by its identifier, linked ones with it."""
    changes = watch.told.get("showChanges") is True
    if change.after is None:
        return {change.id: _deleted(watch, change, changes)}
    whole: Members = dict(change.after)
    before = change.before or {}
    for one in change.touched:
        if (
            one.event == "deleted"
            and one.attribute in whole
            and one.attribute not in change.after
            and not changes
        ):
            continue
        if one.event == "deleted":
            gone = _gone(one, watch.context, change.stamp, changes)
            whole[one.attribute] = [*instances(whole.get(one.attribute, [])), gone]
        elif changes and one.event == "updated":
            whole[one.attribute] = [
                _with_previous(new, instances(before.get(one.attribute, [])), watch.context)
                if str(new.get("datasetId", "")) == one.dataset
                else new
                for new in instances(whole.get(one.attribute, []))
            ]
    return _shown(reading, change.tenant, watch, whole)


def _shown(reading: Reading, tenant: str, watch: Watch, whole: Members) -> dict[str, Json]:
    """Show an entity as its subscription asks."""
    how = watch.shape
    if how.join is None:
        one = render(whole, how.view)
        if watch.told_as == GEO_JSON:
            return {str(whole["id"]): feature({"id": whole["id"], **one}, place_of(whole, how.place))}
        return {str(whole["id"]): one} if one else {}
    linker = Linker(reading, tenant, how.view, how.join)
    entities = [linker.inline(whole)] if how.join.form == "inline" else linker.flat(whole)
    return {str(one.get("id", number)): one for number, one in enumerate(entities)}


def _deleted(watch: Watch, change: Change, changes: bool) -> Json:
    """Show an entity that was deleted: what it was, when it went, the attributes that are watched."""
    before = change.before or {}
    kept = ("id", "type", "createdAt", "modifiedAt")
    whole: Members = {name: before[name] for name in kept if name in before}
    for one in change.touched:
        watched = "attributeDeleted" in watch.triggers and (
            not watch.watched or one.attribute in watch.watched
        )
        if watched or changes:
            gone = _gone(one, watch.context, change.stamp, changes)
            whole[one.attribute] = [*instances(whole.get(one.attribute, [])), gone]
    return {**render(whole, watch.shape.view), "deletedAt": change.stamp}


def _gone(one: Touched, context: Context, stamp: str, changes: bool) -> Members:
    """Show an instance that was deleted: the null of the standard for its value."""
    kind = str(one.instance["type"])
    member = VALUE[kind]
    null: Json = {"@none": NULL} if member == "languageMap" else NULL
    if kind in {"ListProperty", "ListRelationship"}:
        null = [NULL]
    kept = {
        name: one.instance[name] for name in ("datasetId", "createdAt", "modifiedAt") if name in one.instance
    }
    result: Members = {"type": kind, member: null, **kept, "deletedAt": stamp}
    if changes:
        result[PREVIOUS[kind]] = _named(kind, one.instance.get(member), context)
    return result


def _with_previous(new: Members, before: list[Members], context: Context) -> Members:
    """Add the value before to an instance that was updated."""
    dataset = new.get("datasetId")
    old = next((one for one in before if one.get("datasetId") == dataset), None)
    if old is None:
        return new
    kind = str(old["type"])
    return {**new, PREVIOUS[kind]: _named(kind, old.get(VALUE[kind]), context)}


def _named(kind: str, value: Json, context: Context) -> Json:
    """Compact a value that is a name."""
    if kind != "VocabProperty":
        return value
    names = [context.compact(str(one)) for one in many(value)]
    return [*names] if isinstance(value, list) else names[0]


def journal(writing: Writing, tenant: str, watch: Watch, data: dict[str, Json], now: Moment) -> None:
    """Put a notification into the journal.

    Within the time that a subscription keeps quiet, the newest state of every entity waits for its end, all
    of them in one notification.

    Parameters
    ----------
    writing
        The commit of the change.
    tenant
        The tenant.
    watch
        The subscription.
    data
        The entities by identifier.
    now
        The moment of the change [microseconds].
    """
    quiet = watch.whole.get("throttling")
    if not isinstance(quiet, (int, float)):
        _enqueue(writing, tenant, watch, data, (now, now))
        return
    paced = pace_of(writing, tenant, watch.id)
    if paced.due > now:
        merged = {**cast("dict[str, Json]", paced.data), **data}
        body = pack(parcel(tenant, watch, merged, now))
        if writing.amend(paced.delivery, body):
            _pace(writing, tenant, watch.id, replace(paced, data=merged))
            return
    due = max(now, paced.next)
    number = _enqueue(writing, tenant, watch, data, (now, due))
    _pace(
        writing,
        tenant,
        watch.id,
        Paced(due + int(quiet * SECOND), number, due, {**data} if due > now else {}),
    )


def _pace(writing: Writing, tenant: str, name: str, paced: Paced) -> None:
    writing.keep(Item(tenant, PACED, name, msgspec.json.encode(paced)))


def _enqueue(
    writing: Writing, tenant: str, watch: Watch, data: Mapping[str, Json], times: tuple[Moment, Moment]
) -> int:
    """Journal one notification, made at one time and due at another."""
    now, due = times
    body = pack(parcel(tenant, watch, data, now))
    return writing.enqueue(Delivery(tenant=tenant, subscription=watch.id, body=body, created=now, due=due))


def parcel(tenant: str, watch: Watch, data: Mapping[str, Json], now: Moment) -> Parcel:
    """Make the message of a notification."""
    endpoint = watch.told["endpoint"]
    assert isinstance(endpoint, dict)
    media, body = watch.told_as, _body(tenant, watch, data, now)
    headers = {} if media == JSON_LD else {"Link": link_to(watch.context)}
    if tenant:
        headers["NGSILD-Tenant"] = tenant
    timeout, cooldown = _seconds(endpoint.get("timeout")), _seconds(endpoint.get("cooldown"))
    return Parcel(
        uri=str(endpoint["uri"]),
        body=write(body),
        media=JSON if media == GEO_JSON else media,
        headers={**headers, **_pairs(endpoint.get("receiverInfo"))},
        info=_pairs(endpoint.get("notifierInfo")),
        timeout=5.0 if timeout is None else timeout,
        cooldown=cooldown,
    )


def _body(tenant: str, watch: Watch, data: Mapping[str, Json], now: Moment) -> Members:
    """Write a notification."""
    seed = f"{tenant} {watch.id} {now} {' '.join(data)}".encode()
    entities = [*data.values()]
    body: Members = {
        "id": f"urn:ngsi-ld:Notification:{blake2b(seed, digest_size=16).hexdigest()}",
        "type": "Notification",
        "subscriptionId": watch.id,
        "notifiedAt": of_micros(now),
        "data": entities,
    }
    if watch.told_as == JSON_LD:
        return {"@context": watch.context.named, **body, "data": with_context(entities, watch.context)}
    if watch.told_as == GEO_JSON:
        body["data"] = {"type": "FeatureCollection", "features": entities}
    return body


def _seconds(given: Json) -> float | None:
    """Give milliseconds as seconds."""
    return given * MILLISECOND if isinstance(given, (int, float)) else None


def _pairs(given: Json) -> dict[str, str]:
    """Read a list of keys and values."""
    pairs = [one for one in many(given or []) if isinstance(one, dict)]
    return {str(one["key"]): str(one["value"]) for one in pairs}
