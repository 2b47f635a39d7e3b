"""The head of the report and its first page: for a person who has one minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from egiz.report import document as doc
from egiz.report.chart import share_bar, tug
from egiz.report.map import Scene, legend, map_of
from egiz.report.markup import element, listed, tag, text
from egiz.report.page.sight import Sight, card, section
from egiz.world.place import LANGUAGES

MOVERS = 3
"""So many drivers and open questions stand on the first page."""
STATUSES = ("seen", "derived", "memory")
OWN_NAMES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
"""Each language by its own name."""


def masthead(sight: Sight) -> str:
    """Write the top line: the name of the tool, and the languages."""
    here = sight.voice.language
    links = (
        element(
            "a", {"href": f"#{language}", "lang": language, "aria-current": current(language, here)}, name
        )
        for language, name in OWN_NAMES.items()
        if language in LANGUAGES
    )
    brand = tag("span", "brand", LOGO, "Egiz")
    languages = element("nav", {"class": "languages", "aria-label": sight.voice.say("languages")}, *links)
    return tag("header", "mast", brand, languages)


def current(language: str, here: str) -> str | None:
    """Tell the link of the language that is shown."""
    return "true" if language == here else None


LOGO = (
    '<svg viewBox="0 0 34 20" aria-hidden="true"><circle cx="10" cy="10" r="8.5"/>'
    '<circle class="twin" cx="24" cy="10" r="8.5"/></svg>'
)


def hero(sight: Sight) -> str:
    """Write the title of the study and how it came about."""
    document, voice = sight.document, sight.voice
    values = {
        "date": voice.day(document.agreement.date),
        "asof": voice.day(document.run.as_of),
        "draws": voice.count(document.run.draws),
        "year": str(document.run.price_year),
    }
    words = ("of-agreement", "facts-known", "money-of", "simulations")
    facts = [voice.say(word, values) for word in words]
    eyebrow = tag("p", "eyebrow", sight.say("study"), tag("span", "badge first", sight.say("first-estimate")))
    title = element("h1", {}, sight.of(document.agreement.title))
    meta = listed((text(fact) for fact in facts), "meta")
    return tag("div", "hero", eyebrow, title, meta)


def minute(sight: Sight, scene: Scene) -> str:
    """Write the first page."""
    left = tag("div", "story", _asked(sight), _answers(sight), _unstudied(sight))
    caption = tag("figcaption", "small", legend(scene, sight.voice), sight.say("map-note"))
    figure = tag("figure", "where", map_of(scene, sight.voice), caption)
    cards = tag("div", "cards", _movers(sight), _questions(sight), _sureness(sight))
    top = tag("div", "split", left, figure)
    return section(sight.id("minute"), sight.say("one-minute"), top, cards, class_name="minute")


def _asked(sight: Sight) -> str:
    """How much was agreed, and how much of it is studied here."""
    items = sight.document.proposals
    studied = sum(item.state == "studied" for item in items)
    said = sight.voice.say("asked-items", {"count": len(items), "studied": studied})
    words = sight.of(sight.document.agreement.text)
    return tag("p", "opening", words + " " if words else "", text(said))


def _answers(sight: Sight) -> str:
    return listed((_answer(sight, answer) for answer in sight.answers), "answers")


def _answer(sight: Sight, answer: doc.Answer) -> str:
    """What was asked, the answer in a line or two, and how far it goes."""
    proposal = sight.proposal(answer)
    name = element("a", {"href": f"#{sight.id('item', proposal.id)}"}, sight.of(proposal.title))
    words = sight.of(proposal.text)
    parts = [tag("h3", "", name), tag("p", "asked", words) if words else ""]
    for finding in answer.findings[:1]:
        parts.append(tag("p", "verdict", sight.sentence(finding, answer)))
        state = f"verdict-{finding.verdict}"
        known = sight.voice.words.has(sight.voice.language, state)
        parts.append(tag("p", "state", sight.say(state)) if known else "")
    parts.extend(tag("p", "small caveat", sight.of(note)) for note in answer.notes[:1])
    more = element("a", {"href": f"#{sight.id('item', proposal.id)}"}, sight.say("more-of-item"), " →")
    return "".join((*parts, tag("p", "small", more)))


def _unstudied(sight: Sight) -> str:
    """Items that are refused, each with its reason; then those whose model is still to come."""
    unstudied = [item for item in sight.document.proposals if item.state == "not-studied"]
    refused = (
        tag("p", "others refused", tag("span", "lead", sight.of(item.title)), " ", sight.of(item.why_text))
        for item in unstudied
        if item.refused
    )
    return "".join(refused) + _waiting(sight, [item for item in unstudied if not item.refused])


def _waiting(sight: Sight, items: Sequence[doc.Proposal]) -> str:
    if not items:
        return ""
    names = text(" · ".join(sight.voice.of(item.title) for item in items))
    more = element("a", {"href": f"#{sight.id('others')}"}, sight.say("why-not"))
    return tag("p", "others", tag("span", "lead", sight.say("not-studied-yet")), " ", names, ". ", more)


def _movers(sight: Sight) -> str:
    """The drivers of the first figure of each answer."""
    drivers = [driver for answer in sight.answers for driver in first_drivers(answer)]
    strongest = sorted(drivers, key=lambda driver: -abs(driver.strength))[:MOVERS]
    largest = max((abs(driver.strength) for driver in strongest), default=0.0)
    lines = (
        sight.link(driver.key, sight.of(driver.label)) + tag("div", "tug", tug(driver.strength, largest))
        for driver in strongest
    )
    note = text(sight.voice.say("moves-figure", {"figure": _figure_name(sight, strongest)}))
    return card(
        sight.say("moves-most"), tag("p", "small", note) if strongest else "", listed(lines, "movers")
    )


def _figure_name(sight: Sight, drivers: Iterable[doc.Driver]) -> str:
    key = next((driver.figure for driver in drivers), "")
    return next(
        (
            sight.voice.of(item.label)
            for answer in sight.answers
            for item in answer.figures
            if item.key == key
        ),
        key,
    )


def first_drivers(answer: doc.Answer) -> tuple[doc.Driver, ...]:
    """Drivers of the figure that is named first."""
    first = next((driver.figure for driver in answer.drivers), "")
    return tuple(driver for driver in answer.drivers if driver.figure == first)


def _questions(sight: Sight) -> str:
    nodes = sight.nodes
    lines = []
    for item in sight.document.next_to_find_out[:MOVERS]:
        how = nodes[item.key].how if item.key in nodes else None
        mark = sight.badge(how.status) if isinstance(how, doc.Read) else ""
        lines.append(sight.link(item.key, sight.of(item.label)) + " " + mark)
    return card(sight.say("find-out-next"), listed(lines, "questions", "ol"))


def _sureness(sight: Sight) -> str:
    counts: Counter[str] = Counter(
        node.how.status for node in sight.nodes.values() if isinstance(node.how, doc.Read)
    )
    total = counts.total()
    lines = (
        tag("span", "count", text(sight.voice.count(counts[status])), " ")
        + sight.badge(status)
        + tag("div", f"tug {status}", share_bar(counts[status] / total))
        for status in STATUSES
        if counts[status]
    )
    note = text(sight.voice.say("inputs-counted", {"count": total})) if total else ""
    return card(
        sight.say("how-sure"), tag("p", "small inputs-counted", note) if note else "", listed(lines, "movers")
    )
