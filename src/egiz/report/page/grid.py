"""A quantity over two axes as a table: one axis down, the other across, a figure in each cell."""

from __future__ import annotations

from collections.abc import Sequence

from egiz.report import document as doc
from egiz.report.markup import element, tag, text
from egiz.report.page.sight import Sight

DEEPEST = 45.0
"""How much colour the largest cell has [per cent]."""


def grid(sight: Sight, figures: Sequence[doc.Range]) -> str:
    """Draw a quantity over two axes.

    Parameters
    ----------
    sight
        Document, voice and scenario.
    figures
        One a cell; the first label goes across, the second down.
    """
    first = figures[0]
    across, down = (tuple(dict.fromkeys(figure.at[place] for figure in figures)) for place in (0, 1))
    axes = sight.nodes[first.key].axes
    cells = {figure.at: figure for figure in figures}
    heads = "".join(tag("th", "value", sight.at(axes[:1], (label,))) for label in across)
    corner = tag("th", "", f"{sight.axis(axes[1])} \\ {sight.axis(axes[0])}")
    top = max((_told(cell) for cell in cells.values()), default=0.0)
    rows = "".join(
        tag(
            "tr",
            "",
            tag("th", "", sight.at(axes[1:], (row,))),
            *(_cell(sight, cells[column, row], top) for column in across),
        )
        for row in down
    )
    table = element("table", {"class": "grid"}, tag("tr", "", corner, heads), rows)
    return tag(
        "figure", "matrix", tag("figcaption", "", text(sight.of(first.label))), tag("div", "scroll", table)
    )


def _cell(sight: Sight, figure: doc.Range, top: float) -> str:
    """A figure in a cell that is the darker the more it is."""
    shown = sight.voice.percent(figure.mean) if figure.unit == "1" else sight.voice.spell(figure).middle
    depth = max(_told(figure), 0.0) / top * DEEPEST if top > 0.0 else 0.0
    style = f"--depth:{depth:.0f}%" if depth >= 1.0 else None
    return element("td", {"class": "value", "style": style}, sight.link(figure.key, text(shown), "n"))


def _told(figure: doc.Range) -> float:
    """A probability is told by its mean, all else by its middle with the digits that its doubt allows."""
    return figure.mean if figure.unit == "1" else figure.middle
