"""What the study rests on: assumptions, coefficients, projections, sources, and how to read a range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from egiz.report import document as doc
from egiz.report.chart import Domain, interval
from egiz.report.markup import element, header, listed, tag, text
from egiz.report.page.citation import cited, source_line, source_text
from egiz.report.page.sight import Sight, card, letters, measure, section

ENGINE = "engine"
"""Source of inputs that an engine worked out."""
SAMPLE = tuple(100.0 * (0.18 + 0.016 * step + 0.0011 * step * step) for step in range(21))
"""Quantiles of the sample that shows how to read a range; no fact."""


def evidence(sight: Sight) -> str:
    """Write all sections behind the answers."""
    return _next(sight) + _reading(sight) + _assumptions(sight) + _undated(sight) + _sources(sight)


def _next(sight: Sight) -> str:
    nodes = sight.nodes
    lines = []
    for item in sight.document.next_to_find_out:
        node = nodes.get(item.key)
        how = node.how if node else None
        source = " " + tag("span", "small", source_text(sight, how)) if isinstance(how, doc.Read) else ""
        mark = " " + sight.badge(how.status) if isinstance(how, doc.Read) else ""
        worth = " " + sight.spread(item.key, node, node.ranges[0]) if node and node.ranges else ""
        lines.append(sight.link(item.key, sight.of(item.label)) + worth + mark + source)
    intro = tag("p", "", sight.say("next-intro")) if lines else ""
    return section(sight.id("next"), sight.say("find-out-next"), intro, listed(lines, "questions long", "ol"))


def _reading(sight: Sight) -> str:
    domain = Domain.around(SAMPLE, zero=False)
    low, middle, high = SAMPLE[2], SAMPLE[10], SAMPLE[18]
    sample = doc.Range("", doc.Texts("", "", ""), "1", (), low, middle, high, middle, SAMPLE)
    marks = (("p10", low), ("p50", middle), ("p90", high))
    spans = (
        element("span", {"style": f"left:{domain.place(value) / 10:.1f}%"}, sight.say(f"reading-{word}"))
        for word, value in marks
    )
    drawing = tag("div", "sample plot", interval(sample, domain), tag("div", "ticks", *spans))
    words = ("reading-range", "reading-share", "reading-status", "reading-first-estimate")
    return section(
        sight.id("reading"), sight.say("how-to-read"), drawing, *(tag("p", "", sight.say(w)) for w in words)
    )


def _assumptions(sight: Sight) -> str:
    """The decisive ones in the open, all others folded; those that differ by scope only stand together.

    What an engine worked out is no assumption: it is told where a number came about.
    """
    strength = {driver.key: abs(driver.strength) for one in sight.answers for driver in one.drivers}
    reads = [
        (key, node)
        for key, node in sight.nodes.items()
        if isinstance(node.how, doc.Read) and not (node.how.source == ENGINE and len(node.ranges) != 1)
    ]
    decisive = sorted((item for item in reads if item[0] in strength), key=lambda item: -strength[item[0]])
    rest = [item for item in reads if item[0] not in strength]
    rest.sort(key=lambda item: (sight.voice.order(item[1].names), item[0]))
    more = text(sight.voice.say("other-assumptions", {"count": len(rest)}))
    folded = element("details", {}, tag("summary", "tally", more), _table(sight, rest)) if rest else ""
    intro = tag("p", "", sight.say("assumptions-intro")) if reads else ""
    return section(
        sight.id("assumptions"),
        sight.say("assumptions"),
        intro,
        _table(sight, decisive) if decisive else "",
        folded,
    )


def _table(sight: Sight, reads: Sequence[tuple[str, doc.Node]]) -> str:
    rows = [_assumption(sight, key, node, node.how) for key, node in reads if isinstance(node.how, doc.Read)]
    heads = header(
        sight.voice.say(word) for word in ("assumption", "value", "status-head", "source", "as-of")
    )
    return tag("div", "wide", tag("table", "plain assumptions", heads, element("tbody", {}, *rows)))


def _assumption(sight: Sight, key: str, node: doc.Node, how: doc.Read) -> str:
    if len(node.ranges) == 1:
        worth = letters(spelled := sight.spelled(node, node.ranges[0])) + measure(spelled)
    else:
        worth = text(sight.voice.say("values-by-label", {"count": len(node.ranges)}))
    day = how.about or how.known_from
    cells = (
        tag("td", "value", worth),
        element("td", {}, sight.badge(how.status)),
        element("td", {}, _origin(sight, how)),
        tag("td", "when", text(sight.voice.day(day)) if day else ""),
    )
    name = element("th", {"scope": "row"}, sight.link(key, sight.of(node.names)))
    return element("tr", {"id": sight.node(key)}, name, *cells)


def _origin(sight: Sight, how: doc.Read) -> str:
    """Number of the source in the list, and the place in it."""
    keys = [source.key for source in sight.document.sources]
    if how.source not in keys:
        return source_text(sight, how) + (text(f", {how.locator}") if how.locator else "")
    place = " " + text(how.locator) if how.locator else ""
    return cited(sight, keys.index(how.source) + 1) + place


def _undated(sight: Sight) -> str:
    timeless = listed(_timeless(sight), "calm")
    projected = listed((_carried(sight, item) for item in sight.document.projected), "calm")
    parts = [
        _folded(sight, word, lines) for word, lines in (("timeless", timeless), ("projected", projected))
    ]
    return section(sight.id("dates"), sight.say("dates"), tag("div", "pairs", *parts) if any(parts) else "")


def _folded(sight: Sight, word: str, lines: str) -> str:
    """A list under its name, folded: it is long, and read by few."""
    intro = tag("p", "small", sight.say(f"{word}-intro"))
    name = tag("summary", "", sight.say(word))
    return card("", element("details", {}, name, intro, lines)) if lines else ""


def _timeless(sight: Sight) -> Iterator[str]:
    """One line a name, its scopes behind it."""
    groups: dict[tuple[str, str], list[doc.Timeless]] = {}
    for item in sight.document.timeless:
        groups.setdefault((item.key.partition("@")[0], item.period), []).append(item)
    for (_, period), items in groups.items():
        scopes = [item.key.partition("@")[2] for item in items]
        name = sight.voice.of(items[0].label)
        fitted = f" · {sight.voice.say('fitted-on', {'period': sight.voice.day(period)})}" if period else ""
        if len(items) == 1:
            yield sight.link(items[0].key, text(name)) + text(fitted)
            continue
        links = (sight.link(item.key, text(scope)) for item, scope in zip(items, scopes, strict=True))
        yield text(name.removesuffix(f" ({scopes[0]})")) + ": " + ", ".join(links) + text(fitted)


def _carried(sight: Sight, item: doc.Projected) -> str:
    index = sight.link(item.index, sight.of(item.index_label))
    return sight.link(item.key, sight.of(item.label)) + text(f": {sight.voice.day(item.about)} → ") + index


def _sources(sight: Sight) -> str:
    lines = (
        element(
            "li",
            {"id": sight.id("s", str(number))},
            tag("span", "cite", f"[{number}] "),
            source_line(source),
            tag("span", "small", text(f" {source.licence}")) if source.licence else "",
        )
        for number, source in enumerate(sight.document.sources, 1)
    )
    content = tag("ul", "sources", *lines) if sight.document.sources else ""
    return section(sight.id("sources"), sight.say("sources"), content)
