"""What the report says about one item of the agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from egiz.report import document as doc
from egiz.report.chart import Bar, Domain, Titles, axis, chart, interval, share_bar, step_bar, strip, tug
from egiz.report.markup import element, header, listed, tag, text
from egiz.report.page.comparison import comparison
from egiz.report.page.grid import grid
from egiz.report.page.sight import Sight, card, measure, section
from egiz.report.page.summary import first_drivers

PARTS = ("_components", "_parts")
"""Endings of quantities whose parts add up: drawn as a waterfall."""
MOST_DRIVERS = 8
SAME = 0.02
"""Rows whose middles differ by less are not worth a chart."""


def answer_section(sight: Sight, answer: doc.Answer) -> str:
    """Write everything about one item."""
    proposal = sight.proposal(answer)
    words = sight.of(proposal.text)
    quote = element("blockquote", {}, words) if words and words != sight.of(proposal.title) else ""
    findings = (_finding(sight, answer, finding) for finding in answer.findings)
    charts = "".join(_charts(sight, answer))
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
        Bar(sight.link(figure.key, sight.of(figure.label)), drawing(figure), sight.figure(figure))
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
        return share_bar(max(option.share for option in figure.options))
    return ""


def _charts(sight: Sight, answer: doc.Answer) -> Iterator[str]:
    """A chart for each figure that stands over an axis."""
    groups: dict[str, list[doc.Range]] = {}
    for figure in answer.figures:
        if isinstance(figure, doc.Range) and figure.at:
            groups.setdefault(figure.key, []).append(figure)
    for key, figures in groups.items():
        if _alike(figures):
            continue
        if len(figures[0].at) > 1:
            yield grid(sight, figures)
            continue
        yield _waterfall(sight, figures) if key.endswith(PARTS) else _over_axis(sight, figures)
    for figure in answer.figures:
        if isinstance(figure, doc.Choice) and sum(option.share > SAME for option in figure.options) > 1:
            yield _options(sight, figure)


def _alike(figures: Sequence[doc.Range]) -> bool:
    """Whether a chart would show the same row again and again."""
    middles = [figure.middle for figure in figures]
    return max(middles) - min(middles) <= SAME * max(abs(middle) for middle in middles)


def _heads(sight: Sight, figure: doc.Number) -> Titles:
    node = sight.nodes.get(figure.key)
    known = [sight.document.axes[axis] for axis in node.axes if axis in sight.document.axes] if node else []
    names = ", ".join(sight.voice.of(axis.names) for axis in known)
    measure = sight.voice.spell(figure).measure
    return Titles(sight.voice.of(figure.label), names or sight.voice.say("part"), measure)


def _axes(sight: Sight, figure: doc.Range) -> tuple[str, ...]:
    node = sight.nodes.get(figure.key)
    return node.axes if node else ()


def _ticks(sight: Sight, domain: Domain, unit: str) -> str:
    ticks = domain.ticks()
    labels = [(tick, sight.voice.tick(tick, ticks, unit)) for tick in ticks]
    return axis(domain, labels)


def _over_axis(sight: Sight, figures: Sequence[doc.Range]) -> str:
    domain = Domain.around(
        [end for figure in figures for end in (figure.low, figure.high, *figure.curve[1:-1])]
    )
    spelled = sight.voice.spell_alike(figures)
    bars = [
        Bar(
            sight.at(_axes(sight, figure), figure.at),
            interval(figure, domain),
            sight.bare(figure.key, letters),
        )
        for figure, letters in zip(figures, spelled, strict=True)
    ]
    heads = _heads(sight, figures[0])
    titles = Titles(heads.caption, heads.name, spelled[0].measure)
    return chart(titles, bars, _ticks(sight, domain, figures[0].unit))


def _waterfall(sight: Sight, figures: Sequence[doc.Range]) -> str:
    """Parts one after the other, by their means: means add up, medians do not."""
    total = sum(figure.mean for figure in figures)
    domain = Domain.around([total])
    spelled = sight.voice.spell_alike(figures)
    bars, start = [], 0.0
    for figure, letters in zip(figures, spelled, strict=True):
        bar = step_bar(start, start + figure.mean, domain)
        bars.append(Bar(sight.at(_axes(sight, figure), figure.at), bar, sight.bare(figure.key, letters)))
        start += figure.mean
    heads = _heads(sight, figures[0])
    titles = Titles(heads.caption, heads.name, spelled[0].measure)
    return chart(titles, bars, _ticks(sight, domain, figures[0].unit))


def _options(sight: Sight, choice: doc.Choice) -> str:
    bars = [
        Bar(
            sight.of(option.names),
            share_bar(option.share),
            sight.link(choice.key, tag("b", "", text(sight.voice.percent(option.share))), "n"),
        )
        for option in choice.options
    ]
    titles = Titles(
        sight.voice.of(choice.label), sight.voice.say("option"), sight.voice.say("share-of-draws")
    )
    return chart(titles, bars)


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
    return chart(titles, bars)


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
