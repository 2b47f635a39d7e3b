"""Rows made entities: what is newer stands, what comes late goes into the history, what repeats is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from egiz.city.feeds.feed import Feed
from egiz.city.feeds.profile import Column, profiles
from egiz.city.feeds.row import Row, Value
from egiz.city.ngsild import moment
from egiz.city.ngsild.attribute import Reading as Way
from egiz.city.ngsild.change import Touched, appended, created, instances
from egiz.city.ngsild.context import core
from egiz.city.ngsild.document import Json, Members
from egiz.city.ngsild.entity import HEAD, read_entity
from egiz.city.ngsild.hub import Hub, commit, stored
from egiz.city.ngsild.prepare import observation
from egiz.city.store.reading import Reading
from egiz.city.store.record import Series, Window
from egiz.city.store.writing import Writing


@dataclass(slots=True)
class Tally:
    """What became of the values of a body."""

    new: int = 0
    """Stored as newest."""
    corrected: int = 0
    """Put in the place of another value of the same moment."""
    late: int = 0
    """Older than what stands: stored in the history alone."""
    repeated: int = 0
    """Known already."""

    def told(self) -> tuple[int, int, int, int]:
        """Give the four numbers in this order."""
        return self.new, self.corrected, self.late, self.repeated


def name_of(feed: Feed, series: str) -> str:
    """Name the entity of a series."""
    return f"urn:ngsi-ld:{profiles()[feed.parser].type}:{feed.name}:{quote(series, safe='')}"


def numbers_before(reading: Reading, feed: Feed, row: Row) -> Mapping[str, float]:
    """Give the numbers that stand for the series of a row, by column, unless they are younger."""
    whole = stored(reading, feed.tenant, name_of(feed, row.series))
    found: dict[str, float] = {}
    at = moment.form(row.at)
    for name, column in profiles()[feed.parser].columns.items():
        for one in instances((whole or {}).get(core().expand(column.attribute), [])):
            value = one.get("value")
            young = moment.micros(str(one.get("observedAt", at))) > moment.micros(at)
            if isinstance(value, (int, float)) and not isinstance(value, bool) and not young:
                found[name] = float(value)
    return found


def take_in(writing: Writing, hub: Hub, feed: Feed, rows: tuple[Row, ...], now: datetime) -> Tally:
    """Write rows, the oldest first; listeners hear of every change of what stands.

    Parameters
    ----------
    writing
        The commit.
    hub
        The hub.
    feed
        Theirs.
    rows
        Sifted.
    now
        The moment of the poll (UTC).
    """
    tally = Tally()
    if feed.tenant:
        writing.make_tenant(feed.tenant)
    for row in sorted(rows, key=lambda one: one.at):
        _take_row(writing, hub, feed, (row, moment.form(now)), tally)
    return tally


def _take_row(writing: Writing, hub: Hub, feed: Feed, given: tuple[Row, str], tally: Tally) -> None:
    """Write one row."""
    row, stamp = given
    whole = read_entity(entity_of(feed, row), Way(core(), stamp))
    end = end_after(feed, stamp)
    whole |= {"expiresAt": end} if end else {}
    before = stored(writing, feed.tenant, str(whole["id"]))
    if before is None:
        commit(writing, hub, created(feed.tenant, whole, stamp))
        tally.new += len(row.values)
        return
    fresh: Members = {}
    for name, value in whole.items():
        if name in HEAD:
            continue
        for one in instances(value):
            if "observedAt" in one and _stands(writing, feed, (before, name, one, stamp), tally):
                fresh[name] = [one]
    if end and (fresh or moment.micros(str(before.get("expiresAt", stamp))) < _half(stamp, end)):
        fresh["expiresAt"] = end
    if fresh:
        commit(writing, hub, appended(feed.tenant, before, fresh, stamp, overwrite=True))


def end_after(feed: Feed, stamp: str) -> str:
    """Tell until when what a feed tells at a moment stays; empty: for ever.

    It outlasts the time after which the feed itself is stale.
    """
    lasts = profiles()[feed.parser].lasts
    if lasts is None:
        return ""
    seconds = max(lasts.total_seconds(), feed.stale)
    return moment.of_micros(moment.micros(stamp) + int(seconds * moment.SECOND))


def _half(stamp: str, end: str) -> int:
    """Give the middle of two moments [microseconds]: who lasts longer is not written again for that alone."""
    return (moment.micros(stamp) + moment.micros(end)) // 2


def _stands(writing: Writing, feed: Feed, given: tuple[Members, str, Members, str], tally: Tally) -> bool:
    """Tell whether a value comes to stand; a late one is put into the history here."""
    before, name, one, stamp = given
    old = next(iter(instances(before.get(name, []))), None)
    if old is None or "observedAt" not in old:
        tally.new += 1
        return True
    then, now = (moment.micros(str(part["observedAt"])) for part in (old, one))
    same = old.get("value") == one.get("value")
    if same and (then == now or profiles()[feed.parser].changes or one["type"] == "GeoProperty"):
        tally.repeated += 1
        return False
    if now > then:
        tally.new += 1
        return True
    return _older(writing, feed, (before, name, one, stamp), (now == then, tally))


def _older(
    writing: Writing, feed: Feed, given: tuple[Members, str, Members, str], told: tuple[bool, Tally]
) -> bool:
    """Write a value of a moment that is not the newest; true where it corrects the newest."""
    before, name, one, stamp = given
    newest, tally = told
    at = moment.micros(str(one["observedAt"]))
    series = Series(feed.tenant, str(before["id"]), name)
    touched = Touched(name, "", "updated", one)
    made = observation(feed.tenant, series.entity, touched, moment.micros(stamp))
    known = writing.history.instances(series, Window(start=at, end=at + 1))
    if not newest and any(old.value == made.value for old in known):
        tally.repeated += 1
        return False
    for old in known:
        writing.unobserve(series, old.instance)
    tally.corrected, tally.late = tally.corrected + bool(known), tally.late + (not known)
    if not newest:
        writing.observe([made])
    return newest


def entity_of(feed: Feed, row: Row) -> Members:
    """Write a row as a normalized entity.

    Parameters
    ----------
    feed
        Its feed.
    row
        Sifted.
    """
    profile, at = profiles()[feed.parser], moment.form(row.at)
    whole: Members = {
        "id": name_of(feed, row.series),
        "type": profile.type,
        "name": {"type": "Property", "value": row.series},
        "source": {"type": "Property", "value": feed.name},
    }
    for name, value in row.values.items():
        column = profile.columns[name]
        whole[column.attribute] = _property(value, column, at)
    if row.place is not None:
        point: Json = {"type": "Point", "coordinates": [*row.place]}
        whole["location"] = {"type": "GeoProperty", "value": point, "observedAt": at}
    return whole


def _property(value: Value, column: Column, at: str) -> Json:
    """Write a value with its unit and moment."""
    content: Json = {"@type": "DateTime", "@value": str(value)} if column.time else value
    made: Members = {"type": "Property", "value": content, "observedAt": at}
    return {**made, "unitCode": column.unit} if column.unit else made
