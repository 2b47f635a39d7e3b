"""The plain page of a tenant: what is live, how its feeds are, rates and weather.

A few lines of script read the page anew when something changed; without them it is whole, only still.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from html import escape

from egiz.city.clock import moment
from egiz.city.feeds.health import Health, healths
from egiz.city.ngsild.document import Members
from egiz.city.ngsild.hub import Hub
from egiz.report.words import Words
from egiz.web.table import flat
from egiz.web.token import NAMELESS
from egiz.web.within import kinds, listed
from egiz.world.place import LANGUAGES

SHOWN = 50
"""Entities of a type that a page shows."""

STYLE = """body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #777;padding:.2rem .5rem;text-align:left}
.wide{overflow-x:auto}"""

SCRIPT = """const at=document.body.dataset.events,rest=5000;let last=0,due=0;
async function anew(){due=0;last=Date.now();const got=await fetch(location.href);if(!got.ok)return;
const whole=new DOMParser().parseFromString(await got.text(),"text/html");
document.querySelector("main").replaceWith(whole.querySelector("main"))}
function soon(){if(!due)due=setTimeout(anew,Math.max(0,last+rest-Date.now()))}
if(at&&window.EventSource){const line=new EventSource(at);
for(const name of["entity","deleted","gap"])line.addEventListener(name,soon)}"""
"""Reads the page anew when something changed, at most every five seconds."""


@cache
def policy() -> str:
    """Tell a browser what it may do with a page: show it, and run the one script that is ours."""
    mark = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    own = f"style-src 'unsafe-inline'; script-src 'sha256-{mark}'; connect-src 'self'"
    return f"default-src 'none'; {own}; frame-ancestors 'none'"


@cache
def words() -> Words:
    """Read the words of the pages."""
    return Words.of(("egiz.report", "egiz.city", "egiz.city.feeds", "egiz.web"))


def language_of(given: str, accepted: str) -> str:
    """Choose a language: the one asked for, else the first of the browser's that there is, else English."""
    if given in LANGUAGES:
        return given
    wished = [part.partition(";")[0].strip().lower()[:2] for part in accepted.split(",")]
    return next((one for one in wished if one in LANGUAGES), LANGUAGES[0])


def front(tenants: Iterable[str], language: str) -> str:
    """Write the page that names the tenants.

    Parameters
    ----------
    tenants
        Those that may be shown.
    language
        One of `LANGUAGES`.
    """
    named = {name or NAMELESS: _called(name, language) for name in sorted(tenants)}
    links = "".join(
        f'<li><a href="/cities/{escape(name)}?lang={language}">{escape(called)}</a></li>'
        for name, called in named.items()
    )
    return _page(words().say(language, "page-cities"), f"<ul>{links}</ul>", language)


async def city(hub: Hub, tenant: str, language: str) -> str:
    """Write the page of a tenant.

    Raises
    ------
    RefusedError
        The hub refuses a question.
    """
    say = words().say
    parts = [_feeds(hub, tenant, language)]
    at = f"/cities/{escape(tenant or NAMELESS)}"
    found = await kinds(hub, tenant)
    for kind in found:
        entities = await listed(hub, tenant, {"type": kind, "limit": str(SHOWN)})
        more = f'<a href="{at}/table.csv?type={escape(kind)}">CSV</a>'
        parts.append(f"<h2>{escape(kind)}</h2><p>{more}</p>{_table(entities)}")
    if not found:
        parts.append(f"<p>{escape(say(language, 'page-nothing'))}</p>")
    parts.append(f'<p><a href="{at}/features">OGC API - Features</a></p>')
    return _page(_called(tenant, language), "".join(parts), language, f"{at}/events")


def _called(tenant: str, language: str) -> str:
    """Name a tenant."""
    identifier = f"tenant-{tenant or 'nameless'}"
    return words().say(language, identifier) if words().has(language, identifier) else tenant


def _table(entities: Iterable[Members]) -> str:
    """Write entities as a table."""
    rows = [flat(one) for one in entities]
    names = ["id", *sorted({name for row in rows for name in row} - {"id", "type"})]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = "".join(f"<tr>{_cells(row.get(name, '') for name in names)}</tr>" for row in rows)
    return f'<div class="wide" tabindex="0"><table><tr>{head}</tr>{body}</table></div>'


def _cells(values: Iterable[str]) -> str:
    """Write the cells of a row."""
    return "".join(f"<td>{escape(value)}</td>" for value in values)


def _feeds(hub: Hub, tenant: str, language: str) -> str:
    """Tell how the feeds of a tenant are."""
    from egiz.city.feeds.built_in import built_in_feeds

    feeds = [one for one in built_in_feeds() if one.tenant == tenant]
    if not feeds:
        return ""
    found = hub.store.read(lambda reading: healths(reading, feeds, moment()))
    say = words().say
    head = "".join(
        f'<th scope="col">{escape(say(language, f"page-feed-{name}"))}</th>'
        for name in ("name", "condition", "newest", "error")
    )
    rows = "".join(f"<tr>{_cells(_told(one, language))}</tr>" for one in found)
    return f"<h2>{escape(say(language, 'page-feeds'))}</h2><table><tr>{head}</tr>{rows}</table>"


def _told(health: Health, language: str) -> tuple[str, ...]:
    """Tell how one feed is."""
    say = words().say
    error = ""
    if health.error is not None:
        known: Mapping[str, str | int | float] = health.error.values
        error = say(language, f"fault-{health.error.key}", known)
    return health.feed, say(language, f"feed-condition-{health.condition}"), health.newest, error


def _page(title: str, body: str, language: str, events: str = "") -> str:
    """Write a page; one that tells what is live follows the events of an address."""
    others = " ".join(f'<a href="?lang={one}" hreflang="{one}" lang="{one}">{one}</a>' for one in LANGUAGES)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)} · Egiz</title>'
        f'<style>{STYLE}</style></head><body data-events="{events}"><nav>{others}</nav>'
        f"<main><h1>{escape(title)}</h1>{body}</main><script>{SCRIPT}</script></body></html>"
    )
