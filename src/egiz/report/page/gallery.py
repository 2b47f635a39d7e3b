"""The charts of one item: those its kind names, then what unfolds the figures of its findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from egiz.report import document as doc
from egiz.report.chart import Bar, Domain, Titles, axis, chart, interval, share_bar, step_bar
from egiz.report.markup import tag, text
from egiz.report.page.column import column_chart
from egiz.report.page.grid import grid
from egiz.report.page.lattice import lattice
from egiz.report.page.part import are_parts, as_part
from egiz.report.page.sight import Sight
from egiz.report.page.week import week
from egiz.report.voice import SHARE

PARTS = ("_components", "_parts")
"""Endings of quantities whose parts add up: drawn as a waterfall."""
SAME = 0.02
"""Rows whose middles differ by less are not worth a chart."""
RARE = 0.005
"""An option that is chosen less often is left out of a chart."""

Group = Sequence[doc.Range]


def gallery(sight: Sight, answer: doc.Answer) -> Iterator[str]:
    """Draw everything of an item that stands over an axis, its timetable first."""
    yield from (week(sight, one) for one in sight.document.timetables if one.proposal == answer.proposal)
    groups: dict[str, list[doc.Range]] = {}
    for figure in answer.figures:
        if isinstance(figure, doc.Range) and figure.at:
            groups.setdefault(figure.key, []).append(figure)
    for one in answer.charts:
        yield from _named(sight, one, groups)
    named = {key for one in answer.charts for key in one.keys}
    for key, figures in groups.items():
        if key not in named and not _alike(figures):
            yield _unfolded(sight, figures)
    for figure in answer.figures:
        if isinstance(figure, doc.Choice) and sum(option.share > SAME for option in figure.options) > 1:
            yield _options(sight, figure)


def _named(sight: Sight, one: doc.Chart, groups: Mapping[str, Group]) -> Iterator[str]:
    """A chart that the kind asks for; without figures there is none."""
    found = [groups[key] for key in one.keys if key in groups]
    if not found:
        return
    title = sight.voice.of(one.title) or sight.voice.of(found[0][0].label)
    yield column_chart(sight, title, found[0]) if one.form == "columns" else lattice(sight, title, found)


def _unfolded(sight: Sight, figures: Group) -> str:
    if len(figures[0].at) > 1:
        return grid(sight, figures)
    return _waterfall(sight, figures) if figures[0].key.endswith(PARTS) else _over_axis(sight, figures)


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
    parts = are_parts(figures)
    spelled = (
        [sight.voice.spell(as_part(one)) for one in figures] if parts else sight.voice.spell_alike(figures)
    )
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
    return chart(titles, bars, _ticks(sight, domain, SHARE if parts else figures[0].unit))


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
        if option.share >= RARE
    ]
    titles = Titles(
        sight.voice.of(choice.label), sight.voice.say("option"), sight.voice.say("share-of-draws")
    )
    return chart(titles, bars)
