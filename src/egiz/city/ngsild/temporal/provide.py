"""Writing the history: whole evolutions, further instances, corrections, deletions."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from msgspec.structs import replace

from egiz.city.ngsild import moment
from egiz.city.ngsild.attribute import Reading, read_attribute
from egiz.city.ngsild.change import Event, Touched, instances, is_null, merge_instance
from egiz.city.ngsild.context import Context
from egiz.city.ngsild.document import Members, many
from egiz.city.ngsild.entity import HEAD, aliased, read_entity
from egiz.city.ngsild.exchange import ROOT, Request, Response
from egiz.city.ngsild.hub import Hub, stamp_of, tenant_checked
from egiz.city.ngsild.name import name_checked, uri_checked
from egiz.city.ngsild.negotiate import BODIES, asked_context
from egiz.city.ngsild.operate import attribute_of, fragment_of
from egiz.city.ngsild.parameter import known, truth
from egiz.city.ngsild.prepare import observation
from egiz.city.ngsild.problem import bad, missing
from egiz.city.ngsild.temporal.show import INSTANCE, instance
from egiz.city.store.reading import Reading as Snapshot
from egiz.city.store.record import Observation, Series, Window
from egiz.city.store.writing import Writing

EVERYTHING = Window(by="time")
"""Every instance, wherever it stands."""


def observations(request: Request, name: str, given: Members, context: Context) -> Iterator[Observation]:
    """Read the instances of every attribute of a body.

    Raises
    ------
    Problem
        One is not what the standard allows.
    """
    stamp = stamp_of(request)
    reading = Reading(context, stamp, patch=True)
    for attribute, value in given.items():
        if attribute in HEAD and not (attribute == "scope" and dated_scope(given)):
            continue
        iri = context.expand(name_checked(attribute))
        for part in many(value):
            for one in read_attribute(attribute, part, reading):
                if isinstance(one, dict):
                    event: Event = "deleted" if is_null(one) else "created"
                    touched = Touched(iri, str(one.get("datasetId", "")), event, one)
                    made = observation(request.tenant, name, touched, moment.micros(stamp))
                    seen = one.get("observedAt")
                    yield made if seen is None else replace(made, observed_at=moment.micros(str(seen)))


def dated_scope(given: Members) -> bool:
    """Tell whether the scopes of a body are instances with times of their own."""
    return all(isinstance(one, dict) for one in many(given.get("scope", [])))


def overwritten(writing: Writing, every: list[Observation]) -> None:
    """Forget instances that come again with the same dataset and ``observedAt``."""
    for one in every:
        if one.observed_at is None:
            continue
        series = Series(one.tenant, one.entity, one.attribute, one.dataset)
        same = Window(start=one.observed_at, end=one.observed_at + 1)
        for old in writing.history.instances(series, same):
            writing.unobserve(series, old.instance)


async def create(request: Request, hub: Hub) -> Response:
    """Keep the evolution of an entity, or add to it."""
    known(request, ("options",))
    given, context = fragment_of(request, hub, BODIES)
    given = aliased(given)
    stamp = stamp_of(request)
    plain = HEAD - {"scope"} if dated_scope(given) else HEAD
    head = read_entity({name: given[name] for name in plain if name in given}, Reading(context, stamp))
    name = str(head["id"])
    every = list(observations(request, name, given, context))

    def operation(writing: Writing) -> bool:
        fresh = writing.known(request.tenant, name) is None
        if not fresh:
            overwritten(writing, every)
        types = [str(one) for one in many(head["type"])]
        writing.remember(request.tenant, name, types, moment.micros(stamp))
        writing.observe(every)
        return fresh

    if await hub.store.write(operation):
        return Response(201, {"location": f"{ROOT}/temporal/entities/{quote(name, safe=':')}"})
    return Response(204)


async def append(request: Request, hub: Hub, name: str) -> Response:
    """Add instances to the evolution of an entity."""
    known(request, ("options",))
    uri_checked(name, "an entity's id")
    given, context = fragment_of(request, hub, BODIES)
    every = list(observations(request, name, aliased(given), context))

    def operation(writing: Writing) -> None:
        there(writing, request, name)
        writing.observe(every)

    await hub.store.write(operation)
    return Response(204)


def there(reading: Snapshot, request: Request, name: str) -> tuple[str, ...]:
    """Give the types of an entity that has a history.

    Raises
    ------
    Problem
        There is none.
    """
    types = reading.known(request.tenant, name)
    if types is None:
        tenant_checked(reading, request.tenant)
        raise missing(f"nothing is kept of an entity {name}")
    return types


async def delete(request: Request, hub: Hub, name: str) -> Response:
    """Forget the evolution of an entity."""
    known(request)
    uri_checked(name, "an entity's id")

    def operation(writing: Writing) -> None:
        there(writing, request, name)
        writing.forget_history(request.tenant, name)

    await hub.store.write(operation)
    return Response(204)


async def delete_attribute(request: Request, hub: Hub, name: str, attribute: str) -> Response:
    """Forget the evolution of one attribute, or of one dataset of it."""
    given = known(request, ("datasetId", "deleteAll"))
    uri_checked(name, "an entity's id")
    iri = asked_context(request, hub.contexts).expand(name_checked(attribute))
    every = truth(given, "deleteAll")
    dataset = uri_checked(given["datasetId"], "a datasetId") if given.get("datasetId") else ""

    def operation(writing: Writing) -> None:
        there(writing, request, name)
        series = [one for one in writing.history.series(request.tenant, name) if one.attribute == iri]
        if not any(every or one.dataset == dataset for one in series):
            raise missing(f"nothing is kept of {attribute}")
        writing.forget_history(request.tenant, name, iri, None if every else dataset)

    await hub.store.write(operation)
    return Response(204)


def find(reading: Snapshot, request: Request, place: tuple[str, str, str]) -> tuple[Series, Observation]:
    """Find one instance by entity, attribute (as IRI) and identifier.

    Raises
    ------
    Problem
        There is none.
    """
    name, iri, identifier = place
    there(reading, request, name)
    for series in reading.history.series(request.tenant, name):
        if series.attribute == iri:
            for one in reading.history.instances(series, EVERYTHING):
                if f"{INSTANCE}{one.instance}" == identifier:
                    return series, one
    raise missing(f"nothing is kept under {identifier}")


async def delete_instance(request: Request, hub: Hub, name: str, attribute: str, number: str) -> Response:
    """Forget one instance."""
    known(request)
    uri_checked(name, "an entity's id")
    uri_checked(number, "an instance's id")
    iri = asked_context(request, hub.contexts).expand(name_checked(attribute))

    def operation(writing: Writing) -> None:
        series, one = find(writing, request, (name, iri, number))
        writing.unobserve(series, one.instance)

    await hub.store.write(operation)
    return Response(204)


async def modify(request: Request, hub: Hub, name: str, attribute: str, number: str) -> Response:
    """Correct one instance."""
    known(request)
    uri_checked(name, "an entity's id")
    given, context = attribute_of(request, hub, attribute)
    if isinstance(given, dict) and len(given) == 1 and attribute in given:
        given = given[attribute]
    uri_checked(number, "an instance's id")
    iri = context.expand(attribute)
    stamp = stamp_of(request)
    parts = many(given)
    if len(parts) != 1:
        raise bad("one instance is corrected at a time")
    (fragment,) = instances(
        read_attribute(attribute, parts[0], Reading(context, stamp, patch=True, partial=True))
    )

    def operation(writing: Writing) -> None:
        series, one = find(writing, request, (name, iri, number))
        changed = _corrected(series, one, fragment, stamp)
        writing.unobserve(series, one.instance)
        writing.observe([replace(changed, instance=one.instance)])

    await hub.store.write(operation)
    return Response(204)


def _corrected(series: Series, one: Observation, fragment: Members, stamp: str) -> Observation:
    """Give an instance as it is after a correction."""
    old = {key: value for key, value in instance(one).items() if key != "instanceId"}
    gone = is_null(fragment)
    fresh = old if gone else merge_instance(old, fragment, whole_value=True)
    event: Event = "deleted" if gone else "updated"
    touched = Touched(series.attribute, series.dataset, event, {**fresh, "createdAt": old["createdAt"]})
    return observation(series.tenant, series.entity, touched, moment.micros(stamp))
