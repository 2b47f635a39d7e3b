"""The charts of one item: those its kind names, then what unfolds the figures of its findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from egiz.report import document as doc
from egiz.report.chart import Bar, Domain, Titles, axis, chart, interval, share_bar, step_bar
from egiz.report.markup import tag, text
from egiz.report.page.board import board
from egiz.report.page.column import column_chart
from egiz.report.page.grid import grid
from egiz.report.page.lattice import lattice
from egiz.report.page.part import are_parts, as_part
from egiz.report.page.profile import profiles
from egiz.report.page.sight import Sight
from egiz.report.page.week import weeks
from egiz.report.voice import Spelled

PARTS = ("_components", "_parts")
"""Endings of quantities whose parts add up: drawn as a waterfall."""
SAME = 0.02
"""Rows whose middles differ by less are not worth a chart."""
RARE = 0.005
"""An option that is chosen less often is left out of a chart."""

Group = Sequence[doc.Range]


def gallery(sight: Sight, answer: doc.Answer) -> Iterator[str]:
    """Draw everything of an item that stands over an axis, its timetable first."""
    yield from weeks(sight, answer.proposal)
    yield from profiles(sight, answer.proposal)
    groups: dict[str, list[doc.Range]] = {}
    for figure in answer.figures:
        if isinstance(figure, doc.Range) and figure.at:
            groups.setdefault(figure.key, []).append(figure)
    groups = {key: _in_order(sight, figures) for key, figures in groups.items()}
    for one in answer.charts:
        yield from _named(sight, one, groups)
    named = {key for one in answer.charts for key in one.keys}
    for key, figures in groups.items():
        if key not in named and not _alike(sight, figures):
            yield _unfolded(sight, figures)
    for figure in answer.figures:
        if isinstance(figure, doc.Choice) and sum(option.share > SAME for option in figure.options) > 1:
            yield _options(sight, figure)


def _named(sight: Sight, one: doc.Chart, groups: Mapping[str, Group]) -> Iterator[str]:
    """A chart that the kind asks for; without figures there is none."""
    found = [groups[key] for key in one.keys if key in groups]
    if not found:
        return
    title, first = sight.voice.of(one.title) or sight.voice.of(found[0][0].label), found[0]
    if one.form == "table":
        yield board(
            sight, title, found, [one.heads[place] for place, key in enumerate(one.keys) if key in groups]
        )
        return
    if len(found) > 1 or len(first[0].at) > 1:
        yield lattice(sight, title, found)
        return
    yield column_chart(sight, title, first) if one.form == "columns" else _over_axis(sight, first, title)


def _in_order(sight: Sight, figures: Group) -> list[doc.Range]:
    """Figures in the order of their axes: a finding may have told one of them before the others."""
    known = [sight.document.axes.get(axis) for axis in _axes(sight, figures[0])]
    places = [{label.id: place for place, label in enumerate(axis.labels)} if axis else {} for axis in known]

    def order(one: doc.Range) -> list[int]:
        return [place.get(at, 0) for place, at in zip(places, one.at, strict=True)]

    return sorted(figures, key=order)


def _unfolded(sight: Sight, figures: Group) -> str:
    if len(figures[0].at) > 1:
        return grid(sight, figures)
    return _waterfall(sight, figures) if figures[0].key.endswith(PARTS) else _over_axis(sight, figures)


def _alike(sight: Sight, figures: Group) -> bool:
    """Whether a chart would show the same row again and again."""
    middles = [figure.middle for figure in figures]
    if max(middles) - min(middles) <= SAME * max(abs(middle) for middle in middles):
        return True
    first = sight.voice.spell(figures[0]).middle
    return all(sight.voice.spell(figure).middle == first for figure in figures[1:])


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


def _over_axis(sight: Sight, figures: Group, title: str = "") -> str:
    heads = _heads(sight, figures[0])
    if are_parts(figures):
        parts = [as_part(one) for one in figures]
        drawings = [share_bar(one.value, one.low, one.high) for one in parts]
        spelled, foot = tuple(sight.voice.spell(one) for one in parts), ""
    else:
        ends = [end for one in figures for end in (one.low, one.high, *one.curve[1:-1])]
        domain = Domain.around(ends)
        drawings = [interval(one, domain) for one in figures]
        spelled, foot = sight.voice.spell_alike(figures), _ticks(sight, domain, figures[0].unit)
    bars = list(_grouped(sight, figures, drawings, spelled))
    return chart(Titles(title or heads.caption, heads.name, spelled[0].measure), bars, foot)


def _grouped(
    sight: Sight, figures: Group, drawings: Sequence[str], spelled: Sequence[Spelled]
) -> Iterator[Bar]:
    """Bars, and a line without one above those that stand together."""
    above = ""
    for one, drawing, said in zip(figures, drawings, spelled, strict=True):
        axes = _axes(sight, one)
        group = sight.group(axes, one.at)
        if group and group != above:
            yield Bar(tag("b", "group", group), "", "")
        above = group
        yield Bar(sight.short(axes, one.at), drawing, sight.bare(one.key, said))


def _waterfall(sight: Sight, figures: Group) -> str:
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
