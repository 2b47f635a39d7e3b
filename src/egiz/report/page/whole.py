"""Puts the page together: one file, three languages, no request to anywhere."""

from __future__ import annotations

from importlib.resources import files

from egiz.report.document import Document
from egiz.report.map import Scene
from egiz.report.markup import element, listed, tag, text
from egiz.report.outline import Outlines
from egiz.report.page.answer import answer_section, others_section
from egiz.report.page.comparison import scenario_section
from egiz.report.page.drawing import shared
from egiz.report.page.evidence import evidence
from egiz.report.page.explanation import block, rests
from egiz.report.page.sight import Sight
from egiz.report.page.summary import hero, masthead, minute
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.world.place import LANGUAGES

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""The page may load nothing; what it needs is inside."""


def page(document: Document, words: Words, language: str, outlines: Outlines) -> str:
    """Write ``report.html``.

    Parameters
    ----------
    document
        The study.
    words
        All words.
    language
        The one shown first.
    outlines
        Shapes of countries and their parts for the map.
    """
    scene = Scene.of(document, outlines)
    ordered = (language, *(other for other in LANGUAGES if other != language))
    bodies = (_language(Sight.on(document, Voice(words, one)), scene) for one in ordered)
    voice = Voice(words, language)
    head = element(
        "head",
        {},
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}),
        element("meta", {"name": "generator", "content": f"Egiz {document.egiz}"}),
        element("title", {}, text(voice.of(document.agreement.title))),
        element("style", {}, _asset("report.css")),
    )
    script = element("script", {}, _asset("report.js"))
    drawings, shown = shared(tuple(bodies))
    body = element("body", {}, drawings, scene.symbol(), *shown, block(document, words), script)
    return "<!doctype html>\n" + element("html", {"lang": language}, head, body) + "\n"


def _language(sight: Sight, scene: Scene) -> str:
    """Write the whole report in one language."""
    parts = (
        minute(sight, scene),
        *(answer_section(sight, answer) for answer in sight.answers),
        others_section(sight),
        scenario_section(sight),
        evidence(sight),
    )
    content = "".join(parts)
    main = element("main", {}, hero(sight), _contents(sight, content), content, rests(sight, content))
    language = sight.voice.language
    frame = {
        "id": language,
        "lang": language,
        "class": "page",
        "data-title": sight.voice.of(sight.document.agreement.title),
    }
    return element("div", frame, masthead(sight), main, _footer(sight), _panel(sight))


def _contents(sight: Sight, content: str) -> str:
    """Lead to the sections that are there."""
    items = [("minute", "one-minute")]
    links = [element("a", {"href": f"#{sight.id(part)}"}, sight.say(word)) for part, word in items]
    for answer in sight.answers:
        proposal = sight.proposal(answer)
        links.append(element("a", {"href": f"#{sight.id('item', proposal.id)}"}, sight.of(proposal.title)))
    rest = [
        ("next", "find-out-next"),
        ("assumptions", "assumptions"),
        ("sources", "sources"),
        ("reading", "how-to-read"),
    ]
    links.extend(
        element("a", {"href": f"#{sight.id(part)}"}, sight.say(word))
        for part, word in rest
        if f'id="{sight.id(part)}"' in content
    )
    return element("nav", {"class": "contents", "aria-label": sight.voice.say("contents")}, listed(links))


def _footer(sight: Sight) -> str:
    run = sight.document.run
    values = {
        "version": sight.document.egiz,
        "edition": sight.voice.day(run.facts_edition),
        "draws": sight.voice.count(run.draws),
        "seed": str(run.seed),
    }
    lines = [sight.voice.say("made-by", values), sight.voice.say("translation-note")]
    return element("footer", {}, *(tag("p", "", text(line)) for line in lines if line.strip("– ")))


def _panel(sight: Sight) -> str:
    """The panel that the script fills with an explanation."""
    back = element("button", {"type": "button", "class": "back"}, "← ", sight.say("back"))
    close = element(
        "button", {"type": "button", "class": "close", "aria-label": sight.voice.say("close")}, "×"
    )
    bar = tag("div", "bar", back, close)
    inside = tag("div", "inside", bar, element("div", {"class": "content", "tabindex": "-1"}))
    return element("dialog", {"class": "panel", "aria-label": sight.voice.say("explanation")}, inside)


def _asset(name: str) -> str:
    return files("egiz.report.page").joinpath(name).read_text("utf-8")
