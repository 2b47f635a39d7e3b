"""What the study rests on: assumptions, coefficients, projections, sources, and how to read a range."""

from __future__ import annotations

from egiz.report import document as doc
from egiz.report.chart import Domain, interval
from egiz.report.markup import element, header, listed, tag, text
from egiz.report.page.explanation import source_line, source_text
from egiz.report.page.sight import Sight, card, section

SAMPLE = tuple(100.0 * (0.18 + 0.016 * step + 0.0011 * step * step) for step in range(21))
"""Quantiles of the sample that shows how to read a range; no fact."""
ORDER = {"memory": 0, "derived": 1, "seen": 2}


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
    reads = [(key, node) for key, node in sight.nodes.items() if isinstance(node.how, doc.Read)]
    reads.sort(key=lambda item: (ORDER[item[1].how.status], sight.voice.order(item[1].names)))  # type: ignore[union-attr]
    rows = [_assumption(sight, key, node, node.how) for key, node in reads if isinstance(node.how, doc.Read)]
    heads = header(
        sight.voice.say(word) for word in ("assumption", "value", "status-head", "source", "as-of")
    )
    table = tag("table", "plain assumptions", heads, element("tbody", {}, *rows)) if rows else ""
    intro = tag("p", "", sight.say("assumptions-intro")) if rows else ""
    return section(
        sight.id("assumptions"), sight.say("assumptions"), intro, tag("div", "wide", table) if table else ""
    )


def _assumption(sight: Sight, key: str, node: doc.Node, how: doc.Read) -> str:
    if len(node.ranges) == 1:
        worth = sight.spread(key, node, node.ranges[0])
    else:
        worth = text(sight.voice.say("values-by-label", {"count": len(node.ranges)}))
    locator = tag("span", "small", text(how.locator)) if how.locator else ""
    day = how.about or how.known_from
    cells = (
        tag("td", "value", worth),
        element("td", {}, sight.badge(how.status)),
        element("td", {}, source_text(sight, how), " ", locator),
        tag("td", "when", text(sight.voice.day(day)) if day else ""),
    )
    return element("tr", {}, element("th", {"scope": "row"}, sight.link(key, sight.of(node.names))), *cells)


def _undated(sight: Sight) -> str:
    timeless = listed(
        (
            sight.link(item.key, sight.of(item.label))
            + (
                text(" " + sight.voice.say("fitted-on", {"period": sight.voice.day(item.period)}))
                if item.period
                else ""
            )
            for item in sight.document.timeless
        ),
        "calm",
    )
    projected = listed((_carried(sight, item) for item in sight.document.projected), "calm")
    parts = (
        card(sight.say("timeless"), tag("p", "small", sight.say("timeless-intro")), timeless)
        if timeless
        else "",
        card(sight.say("projected"), tag("p", "small", sight.say("projected-intro")), projected)
        if projected
        else "",
    )
    return section(sight.id("dates"), sight.say("dates"), tag("div", "pairs", *parts) if any(parts) else "")


def _carried(sight: Sight, item: doc.Projected) -> str:
    index = sight.link(item.index, sight.of(item.index_label))
    return sight.link(item.key, sight.of(item.label)) + text(f": {sight.voice.day(item.about)} → ") + index


def _sources(sight: Sight) -> str:
    lines = (
        source_line(source) + (tag("span", "small", text(f" {source.licence}")) if source.licence else "")
        for source in sight.document.sources
    )
    return section(sight.id("sources"), sight.say("sources"), listed(lines, "sources"))
