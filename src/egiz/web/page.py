"""The pages for people: the tenants, and of each what is live, how its feeds are, rates and weather.

A few lines of script read the page anew when something changed; without them it is whole, only still.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from zoneinfo import ZoneInfo

from egiz.city.clock import moment
from egiz.city.ngsild.hub import Hub
from egiz.report.format import day
from egiz.web.feed_table import banner, feed_section, judged, summary
from egiz.web.label import labelled, offset, tenant_name, upper, words, zone_of
from egiz.web.live import MOST_KINDS, View, changes, in_order, links, live, section
from egiz.web.token import NAMELESS
from egiz.web.within import kinds
from egiz.world.place import LANGUAGES

RATES = "ExchangeRate"
"""What all tenants share, where a reader may see it."""

CHANGES = 8
"""Latest changes that a page tells."""

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#57606a;--line:#d0d7de;--band:#f4f6f8;
--link:#0a58ca;--good:#116329;--warn:#8a4600;--bad:#b42318;--warnbg:#fff4e0}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--paper:#14171b;--soft:#a3adb8;--line:#3b434c;
--band:#1e2329;--link:#7cb3ff;--good:#6fd08c;--warn:#f0b35e;--bad:#ff8f84;--warnbg:#33270f}}body{
font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:75rem;padding:1rem;color:var(--ink);
background:var(--paper);overflow-wrap:anywhere}header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;
justify-content:space-between;margin-bottom:1rem}nav{display:flex;gap:1rem}a{color:var(--link)}
a[aria-current]{color:var(--ink);text-decoration:none;font-weight:600}:focus-visible{
outline:3px solid var(--link);outline-offset:2px}h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0}h2{
font-size:1.2rem;margin:2rem 0 .3rem}p{margin:.3rem 0 .6rem}.soft,.links{color:var(--soft)}.warn{
background:var(--warnbg);border-left:4px solid var(--warn);padding:.5rem .8rem}.wide{overflow-x:auto;
border:1px solid var(--line);max-height:30rem;overflow-y:auto}table{border-collapse:collapse;width:100%;
font-size:.93rem;overflow-wrap:normal}td,th{padding:.35rem .7rem;text-align:left;vertical-align:top;
border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums;max-width:24rem}thead th{
background:var(--band);position:sticky;top:0}td{min-width:4.5rem}.long{overflow-wrap:anywhere;min-width:14rem}
:is(thead,tbody) th:first-child{position:sticky;left:0;background:var(--band)}
tbody th{font-weight:600;min-width:8rem}
tbody tr:last-child>*{border-bottom:0}.live{color:var(--good)}.changed,.stale{color:var(--warn)}.broken{
color:var(--bad)}.live,.changed,.stale,.broken{font-weight:600}.new{color:var(--soft)}ul{
padding-left:1.2rem}.changes{list-style:none;padding:0}time{white-space:nowrap}"""

SCRIPT = """const at=document.body.dataset.events,rest=5000;let last=0,due=0;
async function anew(){due=0;last=Date.now();const got=await fetch(location.href);if(!got.ok)return;
const whole=new DOMParser().parseFromString(await got.text(),"text/html"),old=document.querySelector("main"),
fresh=whole.querySelector("main"),boxes=[...old.querySelectorAll(".wide")],focus=boxes.indexOf(document.activeElement),
seen=boxes.map(b=>[b.scrollLeft,b.scrollTop]);old.replaceWith(fresh);
fresh.querySelectorAll(".wide").forEach((b,i)=>{if(seen[i])[b.scrollLeft,b.scrollTop]=seen[i];
if(i===focus)b.focus({preventScroll:true})})}
function soon(){if(!due)due=setTimeout(anew,Math.max(0,last+rest-Date.now()))}
if(at&&window.EventSource){const line=new EventSource(at);
for(const name of["entity","deleted","gap"])line.addEventListener(name,soon);setInterval(soon,60000)}"""
"""Reads the page anew when something changed, at most every five seconds; once a minute too, as feeds age."""


@cache
def policy() -> str:
    """Tell a browser what it may do with a page: show it, and run the one script that is ours."""
    mark = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    own = f"style-src 'unsafe-inline'; script-src 'sha256-{mark}'; connect-src 'self'"
    return f"default-src 'none'; {own}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


def language_of(given: str, accepted: str) -> str:
    """Choose a language: the one asked for, else the first of the browser's that there is, else English."""
    if given in LANGUAGES:
        return given
    wished = [part.partition(";")[0].strip().lower()[:2] for part in accepted.split(",")]
    return next((one for one in wished if one in LANGUAGES), LANGUAGES[0])


def front(hub: Hub, tenants: Iterable[str], language: str) -> str:
    """Write the page that names the tenants and tells how the feeds of each are.

    Parameters
    ----------
    hub
        What is shown.
    tenants
        Those that may be shown.
    language
        One of `LANGUAGES`.
    """
    view = View(language, "UTC", moment())
    items = "".join(
        f'<li><a href="/cities/{escape(name or NAMELESS)}?lang={language}">'
        f"{escape(upper(tenant_name(name, language)))}</a> "
        f"<span class=soft>{summary(view, judged(hub, name, view))}</span></li>"
        for name in sorted(tenants, key=lambda name: (not name, name))
    )
    body = f"<ul>{items}</ul>" if items else f"<p>{view.say('page-no-cities')}</p>"
    return _page(view, view.say("page-cities"), f"<p>{view.say('page-cities-about')}</p>{body}")


async def city(hub: Hub, tenant: str, language: str, *, shared: bool = False) -> str:
    """Write the page of a tenant.

    Parameters
    ----------
    hub, tenant
        What is shown, and whose.
    language
        One of `LANGUAGES`.
    shared
        Whether the rates of the tenant without a name are shown, too.

    Raises
    ------
    RefusedError
        The hub refuses a question.
    """
    view, at = View(language, zone_of(tenant), moment()), f"/cities/{escape(tenant or NAMELESS)}"
    feeds = judged(hub, tenant, view)
    names = in_order(await kinds(hub, tenant))
    shown = [(at, await live(hub, tenant, kind)) for kind in names[:MOST_KINDS]]
    if shared and tenant and RATES not in names and RATES in await kinds(hub, ""):
        shown.append((f"/cities/{NAMELESS}", await live(hub, "", RATES)))
    health = f'. <a href="#feeds">{view.say("page-feeds")}</a>: {summary(view, feeds)}' if feeds else ""
    parts = [f"<p class=soft>{_state(view)}{health}</p>", banner(view, feeds)]
    parts += [section(view, where, one) for where, one in shown]
    parts += [] if shown else [f"<p>{view.say('page-nothing')}</p>"]
    parts += [_others(view, at, names[MOST_KINDS:]), feed_section(view, feeds)]
    parts += [changes(view, (one for where, one in shown if where == at), CHANGES), _open(view, at)]
    return _page(view, escape(upper(tenant_name(tenant, language))), "".join(parts), f"{at}/events")


def _state(view: View) -> str:
    """Tell of when a page is, and by which clock."""
    zone = offset(view.zone, view.now)
    hour = view.time(view.now.isoformat(timespec="seconds"))
    return f"{view.say('page-state')} {escape(day(view.language, _today(view)))}, {hour} ({zone})"


def _today(view: View) -> str:
    """Give the day by the clock of a page."""
    return view.now.astimezone(ZoneInfo(view.zone)).date().isoformat()


def _others(view: View, at: str, names: Iterable[str]) -> str:
    """Name the types that are not shown, with their links."""
    items = "".join(
        f"<li>{escape(labelled(view.language, 'type', name))}: {links(view, at, name)}</li>" for name in names
    )
    return f"<section><h2>{view.say('page-others')}</h2><ul>{items}</ul></section>" if items else ""


def _open(view: View, at: str) -> str:
    """Tell where programs find the same."""
    return (
        f"<section><h2>{view.say('page-open')}</h2><ul>"
        f'<li><a href="{at}/features">OGC API - Features</a> — {view.say("page-open-features")}</li>'
        f"<li>NGSI-LD: <code>/ngsi-ld/v1</code> — {view.say('page-open-standard')}</li>"
        f"<li>{view.say('page-open-events')}: <code>{at}/events</code></li></ul></section>"
    )


def _page(view: View, title: str, body: str, events: str = "") -> str:
    """Write a page; one that tells what is live follows the events of an address."""
    language = view.language
    tongues = "".join(_tongue(one, current=one == language) for one in LANGUAGES)
    home = f'<a href="/?lang={language}">{view.say("page-home")}</a>' if events else "<span></span>"
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title} · Egiz</title>'
        f'<style>{STYLE}</style></head><body data-events="{events}"><header>{home}'
        f'<nav aria-label="{view.say("page-languages")}">{tongues}</nav></header>'
        f"<main><h1>{title}</h1>{body}</main><script>{SCRIPT}</script></body></html>"
    )


def _tongue(language: str, *, current: bool) -> str:
    """Link a page in another language, by that language's own name."""
    mark = " aria-current=true" if current else ""
    name = escape(words().say(language, "page-language"))
    return f'<a href="?lang={language}" hreflang="{language}" lang="{language}"{mark}>{name}</a>'
