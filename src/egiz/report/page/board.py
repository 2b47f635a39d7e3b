"""Quantities over one axis as a table of numbers alone: a line a label, those that begin alike together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from egiz.report import document as doc
from egiz.report.markup import Attributes, element, tag, text
from egiz.report.page.part import are_parts, as_part
from egiz.report.page.sight import Sight

NONE = "–"
"""What stands where there is nothing in any draw."""


def board(sight: Sight, title: str, groups: Sequence[Sequence[doc.Range]], heads: Sequence[doc.Texts]) -> str:
    """Write a table.

    Parameters
    ----------
    sight
        Document, voice and scenario.
    title
        What it tells.
    groups
        Figures of each quantity, all over the same axis.
    heads
        Short name of each quantity.
    """
    columns = [_column(sight, own, head) for own, head in zip(groups, heads, strict=True)]
    axes = sight.nodes[groups[0][0].key].axes
    lines = "".join(_lines(sight, axes, groups[0], columns))
    names = "".join(element("th", {"scope": "col"}, head) for head, _ in columns)
    head = tag("thead", "", element("tr", {}, element("th", {"scope": "col"}, sight.axis(axes[0])), names))
    caption = element("caption", {}, text(title))
    return tag("div", "scroll across", tag("table", "board", caption, head, element("tbody", {}, lines)))


def _lines(
    sight: Sight,
    axes: tuple[str, ...],
    figures: Sequence[doc.Range],
    columns: Sequence[tuple[str, Mapping[tuple[str, ...], str]]],
) -> Iterator[str]:
    above = ""
    for one in figures:
        group = sight.group(axes, one.at)
        if group and group != above:
            across: Attributes = {"scope": "colgroup", "colspan": len(columns) + 1}
            yield element("tr", {"class": "group"}, element("th", across, group))
        above = group
        cells = (
            element("td", {"class": "value", "data-head": name}, own.get(one.at, "")) for name, own in columns
        )
        yield element("tr", {}, element("th", {"scope": "row"}, sight.short(axes, one.at)), *cells)


def _column(
    sight: Sight, own: Sequence[doc.Range], head: doc.Texts
) -> tuple[str, Mapping[tuple[str, ...], str]]:
    """Title with its measure, and the cells by label; those that stand together are rounded alike."""
    if are_parts(own):
        spelled = tuple(sight.voice.spell(as_part(one)) for one in own)
        measure = ""
    else:
        axes = sight.nodes[own[0].key].axes
        spelled = sight.voice.spell_alike(own, [sight.group(axes, one.at) for one in own])
        measure = spelled[0].measure
    name = sight.of(head) + (text(f", {measure}") if measure else "")
    cells = {
        one.at: NONE if one.low == one.high == 0.0 else sight.bare(one.key, said)
        for one, said in zip(own, spelled, strict=True)
    }
    return name, cells
