"""A quantity over an axis with an order of its own, as months: a column a label, bars above figures."""

from __future__ import annotations

from collections.abc import Sequence

from egiz.report import document as doc
from egiz.report.chart import Domain, upright
from egiz.report.markup import element, tag, text
from egiz.report.page.sight import Sight


def column_chart(sight: Sight, title: str, figures: Sequence[doc.Range]) -> str:
    """Write a chart of one quantity over one axis.

    Parameters
    ----------
    sight
        Document, voice and scenario.
    title
        What is shown.
    figures
        One a label, in the order of the axis.
    """
    axes = sight.nodes[figures[0].key].axes
    spelled = sight.voice.spell_alike(figures)
    domain = Domain.around([end for one in figures for end in (one.low, one.high)])
    heads = "".join(element("th", {"scope": "col"}, sight.at(axes, one.at)) for one in figures)
    drawings = "".join(tag("td", "plot", upright(one, domain)) for one in figures)
    key, counted = figures[0].key, figures[0].unit.split("/")[0]
    measure = " ".join(part for part in (spelled[0].scale, sight.voice.unit(counted)) if part)
    middles, bands = (
        "".join(tag("td", "value", sight.link(key, tag(name, "", text(part)), "n")) for part in parts)
        for name, parts in (("b", [one.middle for one in spelled]), ("i", [one.band for one in spelled]))
    )
    rows = (
        element("tr", {"class": "drawn", "aria-hidden": "true"}, element("td", {}), drawings),
        element("tr", {}, element("th", {"scope": "row"}, text(measure)), middles),
        element("tr", {"class": "bands"}, element("th", {"scope": "row"}, "P10–P90"), bands),
    )
    caption = element("caption", {}, text(title))
    head = tag("thead", "", element("tr", {}, element("th", {"scope": "col"}, sight.axis(axes[0])), heads))
    table = tag("table", "columns", caption, head, element("tbody", {}, *rows))
    return tag("div", "scroll across", table)
