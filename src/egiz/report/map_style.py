"""How a map program draws the layers of a study: a mark of its own and a name in the legend for each role.

Written as the table ``layer_styles`` that QGIS reads from a GeoPackage, in its own format (QML).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from egiz.report.markup import element

POINT = "POINT"
"""Sort of layer whose marks are shapes; all others are drawn as lines."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How features of a role are drawn."""

    colour: str
    """Red, green, blue, 0 to 255 each."""
    size: float
    """Size of a shape, width of a line [mm]."""
    form: str
    """Shape of a point; how a line is dashed."""
    filled: bool = True
    """Whether a shape is filled, or white within its border."""


INK, TEAL, RUST, RAIL, GREY = "24,34,43", "11,98,114", "176,86,31", "122,31,92", "85,97,108"
WHITE = "255,255,255"
MARKS: Mapping[str, Mark] = {
    "city": Mark(INK, 3.2, "circle"),
    "airport": Mark(TEAL, 3.0, "triangle", filled=False),
    "rival_airport": Mark(RUST, 3.0, "triangle", filled=False),
    "third_city": Mark(GREY, 2.4, "circle", filled=False),
    "rail_station": Mark(RAIL, 2.4, "square"),
    "route": Mark(TEAL, 0.7, "dot"),
    "leak": Mark(RUST, 0.5, "dash"),
    "old_railway": Mark(GREY, 0.4, "dash"),
    "fast_railway": Mark(RAIL, 0.9, "solid"),
    "fast_onward": Mark(RAIL, 0.7, "dash"),
    "fast_onward_other": Mark(RAIL, 0.7, "dash dot"),
}
"""Role -> its mark; the page draws the same shapes and dashes."""
OTHER = {POINT: Mark(GREY, 2.0, "circle", filled=False)}
"""Marks of roles that have none of their own."""
OTHER_LINE = Mark(GREY, 0.4, "solid")


def style(kind: str, roles: Sequence[str], legend: Mapping[str, str]) -> str:
    """Write the style of a layer.

    Parameters
    ----------
    kind
        Sort of geometry.
    roles
        Roles of its features, in the order of the legend.
    legend
        What the legend says of each role.
    """
    categories = (
        element(
            "category",
            {"symbol": str(number), "value": role, "label": legend.get(role, role), "render": "true"},
        )
        for number, role in enumerate(roles)
    )
    symbols = (_symbol(kind, number, role) for number, role in enumerate(roles))
    renderer = element(
        "renderer-v2",
        {"type": "categorizedSymbol", "attr": "role", "symbollevels": "0"},
        element("categories", {}, *categories),
        element("symbols", {}, *symbols),
    )
    return element("qgis", {"styleCategories": "Symbology"}, renderer)


def _symbol(kind: str, number: int, role: str) -> str:
    mark = MARKS.get(role) or OTHER.get(kind, OTHER_LINE)
    point = kind == POINT
    layer = {"class": "SimpleMarker" if point else "SimpleLine", "enabled": "1", "locked": "0", "pass": "0"}
    options = _options(_shape(mark) if point else _stroke(mark))
    symbol = {"name": str(number), "type": "marker" if point else "line", "alpha": "1"}
    return element("symbol", symbol, element("layer", layer, options))


def _shape(mark: Mark) -> Iterable[tuple[str, str]]:
    yield "name", mark.form
    yield "color", mark.colour if mark.filled else WHITE
    yield "outline_color", mark.colour
    yield "outline_width", "0.5"
    yield "size", str(mark.size)


def _stroke(mark: Mark) -> Iterable[tuple[str, str]]:
    yield "line_color", mark.colour
    yield "line_style", mark.form
    yield "line_width", str(mark.size)
    yield "capstyle", "flat"


def _options(pairs: Iterable[tuple[str, str]]) -> str:
    """Settings both as QGIS 3.26 and as earlier ones read them."""
    listed = tuple(pairs)
    new = (element("Option", {"name": key, "type": "QString", "value": value}) for key, value in listed)
    old = (element("prop", {"k": key, "v": value}) for key, value in listed)
    return element("Option", {"type": "Map"}, *new) + "".join(old)
