"""How each number came about: one entry a quantity or assumption, each leading on to what it rests on.

The page's script shows an entry in a panel; without it, a link leads to the entry at the end of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from egiz.report import document as doc
from egiz.report.format import round_step
from egiz.report.markup import element, listed, tag, text
from egiz.report.page.sight import Sight, letters, measure

RULE_OF_THREE = 3.0
"""What never happened in n draws has a chance below 3/n, at 95 in 100 (Hanley and Lippman-Hand 1983)."""
LEAST_ERROR = 0.01
"""Finest step of an error [per cent]."""
MOST_LABELS = 12
"""An entry shows no more labels of an axis than this."""
TOKEN = re.compile(
    r"\d[\d_.]*(?:e-?\d+)?|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|\*\*|//|>=|<=|==|!=|\s+|.", re.IGNORECASE
)
SIGNS: Mapping[str, str] = {"*": "×", "-": "−", ">=": "≥", "<=": "≤", "==": "=", "!=": "≠", "**": "^"}
NATURAL: Mapping[str, str] = {"np.minimum": "min", "np.maximum": "max", "np.where": "where"}


def explanations(sight: Sight) -> str:
    """Write all entries, in the order of the document."""
    entries = "".join(_entry(sight, key, node) for key, node in sight.nodes.items())
    summary = element("summary", {}, tag("h2", "", sight.say("how-numbers-came")))
    intro = tag("p", "small", sight.say("how-numbers-intro"))
    return element("section", {"id": sight.id("entries")}, element("details", {}, summary, intro, entries))


def _entry(sight: Sight, key: str, node: doc.Node) -> str:
    how = node.how
    body = _worked(sight, node, how) if isinstance(how, doc.Worked) else _read(sight, node, how)
    name = tag("h3", "", sight.of(node.names))
    return element(
        "article",
        {"id": sight.node(key), "class": "why"},
        name,
        _values(sight, key, node),
        body,
        tag("p", "key", text(key)),
    )


def _values(sight: Sight, key: str, node: doc.Node) -> str:
    """The number of each scenario; over an axis, the number of each label."""
    if len(node.ranges) > 1 or (node.ranges and node.ranges[0].at):
        return _by_label(sight, node)
    rows = _told(sight, key)
    for result in sight.document.results if not rows else ():
        found = result.nodes.get(key)
        if found and found.ranges and (found.ranges != node.ranges or result is sight.document.results[0]):
            rows.append((sight.title(result.scenario), _spelled(sight, found, found.ranges[0])))
    if len(rows) == 1:
        return tag("p", "worth", rows[0][1]) + _counted(sight, key)
    return _table(rows) + _counted(sight, key)


def _told(sight: Sight, key: str) -> list[tuple[str, str]]:
    """A probability, a count or a choice as the scenarios tell it; its draws are no range."""
    rows = []
    for result in sight.document.results:
        figures = (item for answer in result.answers for item in answer.figures if item.key == key)
        figure = next((item for item in figures if not isinstance(item, doc.Range) and not item.at), None)
        if figure is not None:
            spelled = sight.voice.spell(figure)
            rows.append((sight.title(result.scenario), letters(spelled) + measure(spelled)))
    return rows


def _counted(sight: Sight, key: str) -> str:
    """What a probability means in a simulation of so many draws, and how far chance alone moves it."""
    figures = (item for answer in sight.answers for item in answer.figures if item.key == key)
    share = next((item for item in figures if isinstance(item, doc.Share)), None)
    if share is None or share.low is not None:
        return ""
    draws = sight.document.run.draws
    values = {"draws": sight.voice.count(draws)}
    if min(share.value, 1.0 - share.value) * draws >= 1.0:
        error = sight.voice.number(share.error * 100, max(round_step(share.error * 100), LEAST_ERROR))
        said = sight.voice.say("share-counted", {**values, "error": error})
    else:
        limit = RULE_OF_THREE / draws * 100
        never = share.value * draws < 1.0
        shown = sight.voice.number(limit if never else 100 - limit, round_step(limit))
        said = sight.voice.say("share-never" if never else "share-always", {**values, "limit": shown})
    return tag("p", "about", text(said))


def _by_label(sight: Sight, node: doc.Node) -> str:
    """Numbers over an axis, all in one scale; its name stands once."""
    spreads = node.ranges[:MOST_LABELS]
    spelled = sight.voice.spread_alike(spreads, node.unit)
    names = (sight.at(node.axes, spread.at) for spread in spreads)
    rows = [(name, letters(one)) for name, one in zip(names, spelled, strict=True)]
    rest = len(node.ranges) - MOST_LABELS
    more = tag("p", "small", text(sight.voice.say("more-labels", {"count": rest}))) if rest > 0 else ""
    unit = tag("p", "small", text(spelled[0].measure)) if spelled[0].measure else ""
    return unit + _table(rows) + more


def _table(rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    lines = (
        element("tr", {}, element("th", {"scope": "row"}, name), element("td", {}, value))
        for name, value in rows
    )
    return tag("table", "worths", element("tbody", {}, *lines))


def _spelled(sight: Sight, node: doc.Node, spread: doc.Spread) -> str:
    spelled = sight.voice.spread(spread.low, spread.middle, spread.high, node.unit)
    return letters(spelled) + measure(spelled)


def _worked(sight: Sight, node: doc.Node, how: doc.Worked) -> str:
    english = sight.voice.language == "en"
    about = tag("p", "about", text(how.text)) if how.text and english else ""
    formula = tag("p", "formula", "".join(_formula(sight, node, how.expression))) if how.expression else ""
    needs = listed((_need(sight, need) for need in node.needs), "needs")
    title = tag("h4", "", sight.say("rests-on")) if needs else ""
    return about + formula + title + needs + tag("p", "code", text(how.where))


def _formula(sight: Sight, node: doc.Node, expression: str) -> Iterator[str]:
    """The formula with names in the reader's language, each a link."""
    keys = {need.parameter: need.key for need in node.needs}
    for found in TOKEN.finditer(expression):
        token = found[0]
        if token in keys:
            yield sight.link(keys[token], _name(sight, keys[token], token))
        elif token in NATURAL:
            yield tag("i", "", NATURAL[token])
        else:
            yield text(SIGNS.get(token, token))


def _name(sight: Sight, key: str, token: str) -> str:
    node = sight.nodes.get(key)
    return sight.of(node.names) if node else text(token)


def _need(sight: Sight, need: doc.Need) -> str:
    node = sight.nodes.get(need.key)
    if node is None:
        return text(need.parameter)
    worth = ""
    if node.ranges and not node.ranges[0].at:
        worth = " " + _spelled(sight, node, node.ranges[0])
    mark = " " + sight.badge(node.how.status) if isinstance(node.how, doc.Read) else ""
    return sight.link(need.key, sight.of(node.names)) + worth + mark


def _read(sight: Sight, node: doc.Node, how: doc.Read) -> str:
    pairs = [
        ("status-head", sight.badge(how.status)),
        ("source", source_text(sight, how)),
        ("locator", text(how.locator)),
        ("as-stated", _stated(sight, node, how)),
        ("about-time", text(sight.voice.day(how.about)) if how.about else ""),
        ("known-from", text(sight.voice.day(how.known_from)) if how.known_from else ""),
        ("price-year", text(str(how.price_year)) if how.price_year else ""),
        ("carried-by", _carried(sight, how.projected)),
        ("note", text(how.note)),
    ]
    lines = (element("dt", {}, sight.say(word)) + element("dd", {}, said) for word, said in pairs if said)
    return tag("dl", "facts", *lines)


def _carried(sight: Sight, index: str) -> str:
    known = sight.nodes.get(index)
    return (
        sight.link(index, sight.of(known.names) if known else text(index.replace("_", " "))) if index else ""
    )


def _stated(sight: Sight, node: doc.Node, how: doc.Read) -> str:
    """The shape and its parameters as the row of the table has them."""
    ends = [end for end in (how.low, how.mode, how.high) if end is not None]
    if not ends or not how.shape or how.shape == "fixed":
        return ""
    numbers = " / ".join(sight.voice.stated(end) for end in ends)
    unit = sight.voice.unit(node.unit)
    return text(f"{sight.voice.label('shape', how.shape)}: {numbers} {unit}".rstrip())


def source_text(sight: Sight, how: doc.Read) -> str:
    """Title, publisher and year of a source as a link; agreement, scenario and engine by their words."""
    source = next((item for item in sight.document.sources if item.key == how.source), None)
    if source is None:
        return text(sight.voice.label("origin", how.source))
    return source_line(source)


def source_line(source: doc.Source) -> str:
    """Write a source in one line, its title leading to its address."""
    linked = source.link.startswith(("https://", "http://"))
    title = (
        element("a", {"href": source.link, "rel": "noreferrer"}, text(source.title))
        if linked
        else text(source.title)
    )
    rest = ", ".join(part for part in (source.publisher, source.year) if part)
    place = "" if linked or not source.link else f" {source.link}"
    return title + text(f". {rest}." if rest else "") + text(place)
