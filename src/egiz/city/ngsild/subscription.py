"""A subscription: read from what a client sends, checked, kept with expanded names, shown again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import unquote

from egiz.city.ngsild import ask, moment
from egiz.city.ngsild.context import Context, Contexts
from egiz.city.ngsild.document import NULL, Json, Members, many, text
from egiz.city.ngsild.filter.pattern import pattern_checked
from egiz.city.ngsild.filter.select import TOKEN, type_condition
from egiz.city.ngsild.filter.term import parse
from egiz.city.ngsild.name import name_checked, uri_checked
from egiz.city.ngsild.parameter import FORMS, Given
from egiz.city.ngsild.problem import bad
from egiz.city.outbox.tally import Tally

TRIGGERS = ("attributeCreated", "attributeUpdated")
"""What causes a notification where a subscription does not say."""

EVENTS = {"entityCreated", "entityUpdated", "entityDeleted", *TRIGGERS, "attributeDeleted"}
"""Everything that may cause one."""

MEMBERS = ("id", "type", "subscriptionName", "description", "entities", "watchedAttributes", "q", "geoQ",
           "scopeQ", "csf", "isActive", "expiresAt", "throttling", "timeInterval", "notificationTrigger",
           "lang", "datasetId", "jsonldContext", "notification")  # fmt: skip
"""Members that a client may set; others are left out."""

NOTIFICATION = ("attributes", "pick", "omit", "format", "sysAttrs", "showChanges", "join", "joinLevel",
                "endpoint")  # fmt: skip
"""Members of a notification that a client may set."""

ENDPOINT = ("uri", "accept", "timeout", "cooldown", "receiverInfo", "notifierInfo")
"""Members of an endpoint."""

ACCEPTED = {"application/json", "application/ld+json", "application/geo+json"}
"""Media types of notifications."""

LONGEST = 10**9
"""The longest wait that may be asked for [s or ms], some thirty years."""

Check = Callable[[str], object]
"""Checks an address that a subscription names; raises `EgizError` where nothing may be sent there."""


def read_subscription(given: Members, context: Context, contexts: Contexts) -> Members:
    """Read a subscription, or one that has been updated.

    Parameters
    ----------
    given
        What the client sent, in its context.
    context
        Where names come from.
    contexts
        Where the context of notifications is found.

    Returns
    -------
    Members
        The subscription with expanded names.

    Raises
    ------
    Problem
        It is not what the standard allows.
    """
    if given.get("type") != "Subscription":
        raise bad("the type of a subscription must be Subscription")
    whole = {name: given[name] for name in MEMBERS if given.get(name) is not None}
    if "entities" not in whole and "watchedAttributes" not in whole:
        raise bad("a subscription needs entities or watchedAttributes")
    if "timeInterval" in whole and ("throttling" in whole or "watchedAttributes" in whole):
        raise bad("timeInterval goes with neither throttling nor watchedAttributes")
    for name, check in CHECKS.items():
        if name in whole:
            whole[name] = check(whole[name], context)
    if "jsonldContext" in whole:
        contexts.find(uri_checked(text(whole["jsonldContext"], "jsonldContext"), "jsonldContext"))
    _check_filters(whole, context)
    return whole


def _entities(given: Json, context: Context) -> Json:
    """Read the selectors of entities."""
    if not isinstance(given, list) or not given:
        raise bad("entities must be a list of selectors")
    return [_selector(one, context) for one in given]


def _selector(given: Json, context: Context) -> Json:
    if not isinstance(given, dict) or not isinstance(given.get("type"), str) or not given["type"]:
        raise bad("a selector of entities needs a type")
    result: Members = {name: given[name] for name in ("id", "idPattern") if name in given}
    kind = str(given["type"])
    if kind != "*":
        type_condition(kind, context)
        kind = turned(kind, context.expand)
    for name in many(result.get("id", [])):
        uri_checked(text(name, "an id"), "an id")
    if "idPattern" in result:
        pattern_checked(text(result["idPattern"], "idPattern"))
    return {**result, "type": kind}


def turned(kinds: str, step: Callable[[str], str]) -> str:
    """Put other names in a selection of types."""
    pieces = (piece.strip() for piece in TOKEN.findall(kinds))
    return "".join(piece if piece in set("(),|;") else step(piece) for piece in pieces)


def _names(given: Json, context: Context) -> Json:
    """Read a list of attributes."""
    if not isinstance(given, list) or not given:
        raise bad("a list of attributes must hold some")
    return [context.expand(name_checked(text(one, "an attribute"))) for one in given]


def _flag(given: Json, context: Context) -> Json:
    if not isinstance(given, bool):
        raise bad("isActive must be true or false")
    return given


def _date(given: Json, context: Context) -> Json:
    return moment.checked(given, "expiresAt")


def _seconds(given: Json, context: Context) -> Json:
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not 0 < given <= LONGEST:
        raise bad(f"throttling and timeInterval must be numbers of seconds above zero, at most {LONGEST}")
    return given


def _triggers(given: Json, context: Context) -> Json:
    if not isinstance(given, list) or not given or not all(str(one) in EVENTS for one in given):
        raise bad(f"notificationTrigger must be a list of {', '.join(sorted(EVENTS))}")
    return given


def _datasets(given: Json, context: Context) -> Json:
    for one in many(given):
        name = text(one, "a datasetId")
        if name != "@none":
            uri_checked(name, "a datasetId")
    return many(given)


def _notification(given: Json, context: Context) -> Json:
    """Read how and where it is told."""
    if not isinstance(given, dict):
        raise bad("notification must be an object")
    whole: Members = {name: given[name] for name in NOTIFICATION if name in given}
    form = str(whole.get("format", "normalized"))
    if form not in FORMS:
        raise bad(f"{form!r} is no format of notifications")
    if whole.get("showChanges") is True and form in {"keyValues", "simplified"}:
        raise bad("showChanges does not go with a simplified format")
    if "attributes" in whole and whole.keys() & {"pick", "omit"}:
        raise bad("attributes goes with neither pick nor omit")
    for name in whole.keys() & {"attributes", "pick", "omit"}:
        _check_list(name, whole[name])
    if "attributes" in whole:
        whole["attributes"] = _names(whole["attributes"], context)
    whole["endpoint"] = _endpoint(given.get("endpoint"))
    return whole


def _check_list(name: str, listed: Json) -> None:
    """Refuse what is no list of texts."""
    if not isinstance(listed, list) or not listed or not all(isinstance(one, str) for one in listed):
        raise bad(f"{name} must be a list of texts")


def _endpoint(given: Json) -> Json:
    """Read where it is told."""
    if not isinstance(given, dict) or given.get("uri") == NULL:
        raise bad("a notification needs an endpoint")
    whole: Members = {name: given[name] for name in ENDPOINT if name in given}
    uri_checked(text(whole.get("uri"), "the endpoint's uri"), "the endpoint's uri")
    if str(whole.get("accept", "application/json")) not in ACCEPTED:
        raise bad(f"a notification can be {', '.join(sorted(ACCEPTED))}")
    for name in ("timeout", "cooldown"):
        value = whole.get(name, 1)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= LONGEST:
            raise bad(f"{name} must be a number of milliseconds above zero, at most {LONGEST}")
    for name in ("receiverInfo", "notifierInfo"):
        for one in many(whole.get(name, [])):
            if not isinstance(one, dict) or not all(isinstance(one.get(k), str) for k in ("key", "value")):
                raise bad(f"{name} must be a list of keys and values that are texts")
    return whole


CHECKS: Mapping[str, Callable[[Json, Context], Json]] = {
    "entities": _entities,
    "watchedAttributes": _names,
    "isActive": _flag,
    "expiresAt": _date,
    "throttling": _seconds,
    "timeInterval": _seconds,
    "notificationTrigger": _triggers,
    "datasetId": _datasets,
    "notification": _notification,
}
"""What reads each member."""


def _check_filters(whole: Mapping[str, Json], context: Context) -> None:
    """Check that its conditions and its view can be used."""
    if "notification" not in whole:
        raise bad("a subscription needs a notification")
    if "csf" in whole:
        parse(text(whole["csf"], "csf"))
    ask.which(asked(whole), context)
    ask.shape(shown_as(whole, context), context, features=False)


def asked(whole: Mapping[str, Json]) -> Given:
    """Write the conditions of a subscription as the parameters of a query that asks the same.

    They may be written as in an address, with percent signs.
    """
    given = {name: unquote(text(whole[name], name)) for name in ("q", "scopeQ") if name in whole}
    place = whole.get("geoQ")
    if place is not None:
        given |= ask.body_given({"type": "Query", "geoQ": place}, {})
    notification = whole.get("notification")
    if isinstance(notification, dict) and "q" in given and given["q"].count("{"):
        given |= {"join": "flat", "joinLevel": str(ask.MAX_LEVEL)}
    return {**given, "local": "true"}


def shown_as(whole: Mapping[str, Json], context: Context) -> Given:
    """Write how a subscription shows entities as the parameters of a query that shows the same."""
    told = whole["notification"]
    assert isinstance(told, dict)
    given = {"options": ",".join([str(told.get("format", "normalized")), *_system(told)])}
    if "attributes" in told:
        given["attrs"] = ",".join(map(str, many(told["attributes"])))
    given |= {name: ",".join(map(str, many(told[name]))) for name in ("pick", "omit") if name in told}
    given |= {name: str(told[name]) for name in ("join", "joinLevel") if name in told}
    if "lang" in whole:
        given["lang"] = text(whole["lang"], "lang")
    if "datasetId" in whole:
        given["datasetId"] = ",".join(map(str, many(whole["datasetId"])))
    return given


def _system(told: Mapping[str, Json]) -> list[str]:
    """Give the option that shows what the hub writes, if it is asked for."""
    return ["sysAttrs"] if told.get("sysAttrs") is True else []


def status(whole: Mapping[str, Json], now: str) -> str:
    """Tell whether a subscription is active, paused or expired."""
    ends = whole.get("expiresAt")
    if isinstance(ends, str) and moment.micros(ends) <= moment.micros(now):
        return "expired"
    return "paused" if whole.get("isActive") is False else "active"


def shown(whole: Mapping[str, Json], context: Context, now: str, count: Tally) -> Members:
    """Show a subscription in the names of a context.

    Parameters
    ----------
    whole
        The subscription as it is kept.
    context
        The context of the answer.
    now
        The moment of the request.
    count
        What became of its notifications.
    """
    result: Members = {name: whole[name] for name in MEMBERS if name in whole}
    if "entities" in result:
        result["entities"] = [_shown_selector(one, context) for one in many(result["entities"])]
    if "watchedAttributes" in result:
        result["watchedAttributes"] = [context.compact(str(one)) for one in many(result["watchedAttributes"])]
    result.setdefault("notificationTrigger", [*TRIGGERS])
    result["status"] = status(whole, now)
    told = whole["notification"]
    if isinstance(told, dict):
        told = {**told, **_counters(count)}
        if "attributes" in told:
            told["attributes"] = [context.compact(str(one)) for one in many(told["attributes"])]
        result["notification"] = told
    return result


def _shown_selector(one: Json, context: Context) -> Json:
    if not isinstance(one, dict):
        return one
    return {**one, "type": turned(str(one["type"]), context.compact)}


def _counters(count: Tally) -> Members:
    """Show what became of the notifications of a subscription."""
    if not count.sent:
        return {}
    result: Members = {"timesSent": count.sent, "timesFailed": count.failed}
    result["status"] = "failed" if count.error else "ok"
    for name, value in (
        ("lastNotification", count.last_sent),
        ("lastSuccess", count.last_success),
        ("lastFailure", count.last_failure),
    ):
        if value is not None:
            result[name] = moment.of_micros(value)
    return result
