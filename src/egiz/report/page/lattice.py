"""Several quantities over one axis, or one over two: a line a label, a bar and a figure in each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from egiz.report import document as doc
from egiz.report.chart import Domain, interval, share_bar
from egiz.report.markup import element, tag, text
from egiz.report.page.part import are_parts, as_part
from egiz.report.page.sight import Sight, letters
from egiz.report.voice import Spelled


@dataclass(frozen=True, slots=True)
class Column:
    """One column of cells that share a scale."""

    head: str
    """Markup of its title."""
    cells: Mapping[str, str]
    """Markup of each cell by the label of its line."""


def lattice(sight: Sight, title: str, groups: Sequence[Sequence[doc.Range]]) -> str:
    """Write a chart.

    Parameters
    ----------
    sight
        Document, voice and scenario.
    title
        What is shown.
    groups
        Figures of each quantity: several over the same axis, or one over two, the second going across.
    """
    first = groups[0][0]
    columns = tuple(_columns(sight, groups))
    axes = sight.nodes[first.key].axes
    lines = [
        element(
            "tr",
            {},
            element("th", {"scope": "row"}, sight.at(axes[:1], (label,))),
            *(
                element("td", {"class": "value", "data-head": column.head}, column.cells.get(label, ""))
                for column in columns
            ),
        )
        for label in dict.fromkeys(one.at[0] for group in groups for one in group)
    ]
    names = [element("th", {"scope": "col"}, text(column.head)) for column in columns]
    head = tag("thead", "", element("tr", {}, element("th", {"scope": "col"}, sight.axis(axes[0])), *names))
    caption = element("caption", {}, text(title))
    return tag("table", "lattice", caption, head, element("tbody", {}, *lines))


def _columns(sight: Sight, groups: Sequence[Sequence[doc.Range]]) -> Iterator[Column]:
    for group in groups:
        across = dict.fromkeys(one.at[1:] for one in group)
        axes = sight.nodes[group[0].key].axes[1:]
        name = sight.voice.of(group[0].label)
        for labels in across:
            own = [one for one in group if one.at[1:] == labels]
            cells, measure = _cells(sight, own, group)
            plain = (
                ", ".join(sight.name(axis, label) for axis, label in zip(axes, labels, strict=True)) or name
            )
            yield Column(f"{plain}, {measure}" if measure else plain, cells)


def _cells(sight: Sight, own: Sequence[doc.Range], group: Sequence[doc.Range]) -> tuple[dict[str, str], str]:
    """Cells of one column in the scale of the whole group, and their measure."""
    if are_parts(group):
        parts = {one.at[0]: as_part(one) for one in own}
        return {label: _part(sight, one) for label, one in parts.items()}, ""
    domain = Domain.around([end for one in group for end in (one.low, one.high, *one.curve[1:-1])])
    spelled = sight.voice.spell_alike(own)
    cells = {
        one.at[0]: _cell(sight, one, interval(one, domain) if one.low < one.high else "", said)
        for one, said in zip(own, spelled, strict=True)
    }
    return cells, spelled[0].measure


def _part(sight: Sight, one: doc.Share) -> str:
    return _cell(sight, one, share_bar(one.value, one.low, one.high), sight.voice.spell(one))


def _cell(sight: Sight, one: doc.Number, drawing: str, said: Spelled) -> str:
    return tag("div", "plot", drawing) + sight.link(one.key, letters(said), "n")
