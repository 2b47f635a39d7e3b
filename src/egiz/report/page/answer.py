"""What the report says about one item of the agreement."""

from __future__ import annotations

from egiz.report import document as doc
from egiz.report.chart import Bar, Titles, chart, share_bar, strip, tug
from egiz.report.markup import element, header, listed, tag, text
from egiz.report.page.comparison import comparison
from egiz.report.page.gallery import gallery
from egiz.report.page.sight import Sight, card, measure, section
from egiz.report.page.summary import first_drivers

MOST_DRIVERS = 8


def answer_section(sight: Sight, answer: doc.Answer) -> str:
    """Write everything about one item."""
    proposal = sight.proposal(answer)
    words = sight.of(proposal.text)
    quote = element("blockquote", {}, words) if words and words != sight.of(proposal.title) else ""
    findings = (_finding(sight, answer, finding) for finding in answer.findings)
    charts = "".join(gallery(sight, answer))
    return section(
        sight.id("item", proposal.id),
        sight.of(proposal.title),
        quote,
        *findings,
        tag("div", "charts", charts, _tornado(sight, answer)),
        comparison(sight, answer),
        _promises(sight, answer),
        _cash(sight, answer),
        listed((sight.of(note) for note in answer.notes), "notes"),
        class_name="item",
    )


def others_section(sight: Sight) -> str:
    """List the items that were not studied, by the reason."""
    groups: dict[str, list[doc.Proposal]] = {}
    for item in sight.document.proposals:
        if item.state == "not-studied":
            groups.setdefault(sight.of(item.why_text), []).append(item)
    parts = (
        tag("p", "why-not", why) + listed((_other(sight, item) for item in items), "calm")
        for why, items in groups.items()
    )
    return section(sight.id("others"), sight.say("not-studied-title"), *parts)


def _other(sight: Sight, item: doc.Proposal) -> str:
    title, words = sight.of(item.title), sight.of(item.text)
    rest = tag("span", "small", words) if words and words != title else ""
    return tag("b", "", title) + rest


def _finding(sight: Sight, answer: doc.Answer, finding: doc.Finding) -> str:
    used = {(item.key, item.at) for item in finding.figures}
    figures = [figure for figure in answer.figures if (figure.key, figure.at) in used]
    rows = [
        Bar(sight.link(figure.key, sight.call(figure)), drawing(figure), sight.figure(figure))
        for figure in figures
    ]
    titles = Titles(
        sight.voice.say("figures-of-finding"), sight.voice.say("figure"), sight.voice.say("value")
    )
    sentence = tag("p", "sentence", sight.sentence(finding, answer))
    return tag("div", f"finding {finding.verdict}", sentence, chart(titles, rows) if rows else "")


def drawing(figure: doc.Number) -> str:
    """Draw a figure on a scale of its own."""
    if isinstance(figure, doc.Range):
        return strip(figure) if figure.low < figure.high else ""
    if isinstance(figure, doc.Share):
        return share_bar(figure.value, figure.low, figure.high)
    if isinstance(figure, doc.Choice):
        most = max(option.share for option in figure.options)
        return share_bar(most) if most < 1.0 else ""
    return ""


def _tornado(sight: Sight, answer: doc.Answer) -> str:
    drivers = first_drivers(answer)[:MOST_DRIVERS]
    if not drivers:
        return ""
    largest = max(abs(driver.strength) for driver in drivers)
    figure = next((item for item in answer.figures if item.key == drivers[0].figure), None)
    name = sight.voice.of(figure.label) if figure else drivers[0].figure
    bars = [
        Bar(
            sight.link(driver.key, sight.of(driver.label)),
            tug(driver.strength, largest),
            sight.link(driver.key, text(sight.voice.number(driver.strength, 0.01)), "n"),
        )
        for driver in drivers
    ]
    titles = Titles(
        sight.voice.say("what-moves", {"figure": name}),
        sight.voice.say("assumption"),
        sight.voice.say("rank-correlation"),
    )
    return chart(titles, bars, class_name="chart tugs")


def _promises(sight: Sight, answer: doc.Answer) -> str:
    figures = {(figure.key, figure.at): figure for figure in answer.figures}
    rows = [
        element(
            "tr",
            {},
            element("th", {"scope": "row"}, sight.of(promise.label)),
            tag("td", "value", sight.figure(figures[promise.key, promise.at])),
            element("td", {}, text(sight.voice.day(promise.by))),
        )
        for promise in answer.promises
        if (promise.key, promise.at) in figures
    ]
    if not rows:
        return ""
    heads = header(sight.voice.say(word) for word in ("observable", "expected", "by-when"))
    intro = tag("p", "small", sight.say("promises-intro"))
    table = tag("table", "plain stack", heads, element("tbody", {}, *rows))
    return card(sight.say("promises"), intro, table)


def _cash(sight: Sight, answer: doc.Answer) -> str:
    rows = []
    for flow in answer.cash:
        low, middle, high = sorted(flow.sign * end for end in (flow.low, flow.middle, flow.high))
        spelled = sight.voice.spread(low, middle, high, flow.unit)
        worth = sight.bare(flow.key, spelled) + measure(spelled)
        cells = (
            tag("td", "muted", text(sight.voice.label("party", flow.party))),
            element("th", {"scope": "row"}, sight.of(flow.label)),
            tag("td", "value", worth),
        )
        rows.append(element("tr", {}, *cells))
    if not rows:
        return ""
    heads = header(sight.voice.say(word) for word in ("party", "flow-of-money", "value"))
    return card(sight.say("cash-flow"), tag("table", "plain stack", heads, element("tbody", {}, *rows)))
