"""How the feeds of a tenant are, for people: fresh, late or failing, and what the last poll did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from egiz.city.feeds.built_in import built_in_feeds
from egiz.city.feeds.feed import Feed
from egiz.city.feeds.health import Health, healths
from egiz.city.ngsild.hub import Hub
from egiz.report.words import sentence
from egiz.web.label import labelled, upper, words
from egiz.web.live import View

BAD = ("broken", "stale")
"""Conditions of which a banner tells."""

ORDER = ("live", "changed", "stale", "broken", "new")
"""Conditions in the order in which they are counted."""

DONE = ("new", "corrected", "late", "repeated")
"""What a poll did with values, as `Health.stored` counts it."""

NOTES = 3
"""Notes of the last poll that are told in full."""

Judged = Sequence[tuple[Feed, Health]]


def judged(hub: Hub, tenant: str, view: View) -> Judged:
    """Judge the feeds of a tenant."""
    feeds = [one for one in built_in_feeds() if one.tenant == tenant]
    found = hub.store.read(lambda reading: healths(reading, feeds, view.now))
    return tuple(zip(feeds, found, strict=True))


def summary(view: View, found: Judged) -> str:
    """Count the feeds by how they are, in one sentence."""
    counted: Counter[str] = Counter(health.condition for _, health in found)
    return " · ".join(
        view.say(f"page-count-{name}", {"count": counted[name]}) for name in ORDER if counted[name]
    )


def banner(view: View, found: Judged) -> str:
    """Warn where a feed fails or is late; nothing where all is well."""
    bad = [feed for feed, health in found if health.condition in BAD]
    if not bad:
        return ""
    names = ", ".join(labelled(view.language, "feed-name", feed.parser) for feed in bad)
    return f"<p class=warn role=status>{view.say('page-warning', {'names': names})}</p>"


def feed_section(view: View, found: Judged) -> str:
    """Write the section of the feeds; nothing where there are none."""
    if not found:
        return ""
    title = view.say("page-feeds")
    columns = ("name", "condition", "success", "newest", "changed", "remarks")
    head = "".join(f'<th scope="col">{view.say(f"page-feed-{name}")}</th>' for name in columns)
    body = "".join(f"<tr>{_row(view, feed, health)}</tr>" for feed, health in found)
    idle = all(health.condition == "new" for _, health in found)
    hint = f"<p>{view.say('page-feeds-off')}</p>" if idle else f"<p>{summary(view, found)}</p>"
    box = f"<div class=wide tabindex=0 role=region aria-label='{title}'>"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f"<section id=feeds><h2>{title}</h2>{hint}{box}{table}</div></section>"


def _row(view: View, feed: Feed, health: Health) -> str:
    """Tell how one feed is."""
    waits = health.condition == "new" and not feed.address
    word = "page-feed-waiting" if waits else f"feed-condition-{health.condition}"
    name = escape(upper(labelled(view.language, "feed-name", feed.parser)))
    cells = (
        f'<span class="{health.condition}">{view.say(word)}</span>',
        view.time(health.succeeded),
        view.time(health.newest),
        _done(view, health),
        _remarks(view, health),
    )
    return f'<th scope="row">{name}</th>' + "".join(f"<td>{cell}</td>" for cell in cells)


def _done(view: View, health: Health) -> str:
    """Tell what the last poll that succeeded did with values."""
    if not health.succeeded:
        return ""
    parts = [
        view.say(f"page-done-{name}", {"count": count})
        for name, count in zip(DONE, health.stored, strict=True)
        if count
    ]
    return ", ".join(parts) or view.say("page-done-nothing")


def _remarks(view: View, health: Health) -> str:
    """Tell the last error and what was noticed, in words."""
    said: Iterable[str] = (sentence(words(), view.language, one) for one in health.notes[:NOTES])
    error = [sentence(words(), view.language, health.error)] if health.error else []
    return "<br>".join(escape(upper(one)) for one in (*error, *said))
