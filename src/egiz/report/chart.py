"""Charts: tables whose middle column is drawn.

A chart is a table of names, drawings and numbers, so a screen reader, a phone and a printer get the same
content, and each number still leads to its explanation. The drawings stretch to the column; texts are never
part of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, log10

from egiz.report.document import Range
from egiz.report.markup import element, number, tag, text

WIDTH = 1000.0
"""Width of every drawing in its own units; it stretches to the column."""
HEIGHT = 40.0
MOST_TICKS = 4
FLAT = 1 / 150
"""Part of the width below which two quantiles are held apart, so that a density stays finite."""


@dataclass(frozen=True, slots=True)
class Domain:
    """What a drawing shows from left to right."""

    low: float
    """Value at the left edge."""
    high: float
    """Value at the right edge."""

    @classmethod
    def around(cls, values: Sequence[float], zero: bool = True) -> Domain:
        """Cover values, with zero if asked, and a little air where a value does not touch zero."""
        ends = [*values, 0.0] if zero else list(values)
        low, high = min(ends), max(ends)
        air = (high - low) * 0.04 or abs(high) * 0.1 or 1.0
        return cls(
            low - air if low < 0.0 or not zero else low, high + air if high > 0.0 or not zero else high
        )

    def place(self, value: float) -> float:
        """Place a value across the drawing."""
        return WIDTH * (value - self.low) / (self.high - self.low)

    def ticks(self) -> tuple[float, ...]:
        """Round values inside, a few."""
        step = _round_step((self.high - self.low) / MOST_TICKS)
        first = -floor(-self.low / step)
        count = floor(self.high / step) - first + 1
        return tuple((first + index) * step for index in range(count))


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart."""

    name: str
    """Markup of its name."""
    drawing: str
    """What stands in its column."""
    value: str
    """Markup of its number."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Heads of a chart."""

    caption: str
    """What is shown."""
    name: str
    """Head of the names."""
    value: str
    """Head of the numbers: the unit, say."""


def chart(titles: Titles, bars: Sequence[Bar], foot: str = "", class_name: str = "chart") -> str:
    """Write a chart.

    Parameters
    ----------
    titles
        Caption and heads.
    bars
        Its rows.
    foot
        Markup of the axis, if any.
    class_name
        Class of the table.
    """
    head = element(
        "tr",
        {},
        element("th", {"scope": "col"}, text(titles.name)),
        element("td", {}),
        element("th", {"scope": "col"}, text(titles.value)),
    )
    rows = "".join(
        element(
            "tr",
            {},
            element("th", {"scope": "row"}, bar.name),
            tag("td", "plot", bar.drawing),
            tag("td", "value", bar.value),
        )
        for bar in bars
    )
    axis = tag("tr", "axis", element("td", {}), tag("td", "plot", foot), element("td", {})) if foot else ""
    body = element("tbody", {}, rows, axis)
    unit = tag("small", "slender", text(f" · {titles.value}")) if titles.value else ""
    caption = element("caption", {}, text(titles.caption), unit)
    return tag("table", class_name, caption, tag("thead", "", head), body)


def axis(domain: Domain, labels: Sequence[tuple[float, str]]) -> str:
    """Write tick labels under a column of drawings."""
    spans = (
        element("span", {"style": f"left:{number(domain.place(value) / 10)}%"}, text(label))
        for value, label in labels
    )
    return element("div", {"class": "ticks", "aria-hidden": "true"}, *spans)


def interval(figure: Range, domain: Domain) -> str:
    """Draw a range: a pale bar from P10 to P90, a mark at P50, its density above."""
    low, high = domain.place(figure.low), domain.place(figure.high)
    return _drawing(
        _grid(domain),
        _density(figure.curve, domain),
        _box("band", low, high, 24.0, 10.0),
        _line("mid", domain.place(figure.middle), 18.0, 40.0),
    )


def strip(figure: Range) -> str:
    """Draw a range on a scale of its own."""
    zero = figure.low < 0.0 < figure.high
    return interval(figure, Domain.around((*figure.curve, figure.low, figure.high), zero))


def share_bar(share: float, low: float | None = None, high: float | None = None) -> str:
    """Draw a probability as a filled part of the whole."""
    parts = [_box("whole", 0.0, WIDTH, 14.0, 12.0), _box("filled", 0.0, WIDTH * share, 14.0, 12.0)]
    if low is not None and high is not None:
        parts.append(_box("band over", WIDTH * low, WIDTH * high, 17.0, 6.0))
    return _drawing(*parts)


def step_bar(start: float, end: float, domain: Domain, role: str = "filled") -> str:
    """Draw one step of a waterfall, from where the last one ended."""
    left, right = sorted((domain.place(start), domain.place(end)))
    return _drawing(_grid(domain), _box(role, left, right, 9.0, 22.0))


def span_bars(spans: Iterable[tuple[float, float, bool]], domain: Domain, lines: Iterable[float]) -> str:
    """Draw spans from start to end over some lines: those of one way above, those of the other below."""
    boxes = (
        _box("back" if back else "out", domain.place(start), domain.place(end), 21.0 if back else 5.0, 14.0)
        for start, end, back in spans
    )
    return _drawing(*(_line("grid", domain.place(line), 0.0, HEIGHT) for line in lines), *boxes)


def upright(figure: Range, domain: Domain) -> str:
    """Draw a range as an upright bar to its middle, with a thinner one from P10 to P90."""
    low, middle, high, zero = (domain.place(one) for one in (figure.low, figure.middle, figure.high, 0.0))
    top, bottom = max(middle, zero), min(middle, zero)
    parts = (
        element("rect", {"class": "filled", "x": 8, "y": WIDTH - top, "width": 24, "height": top - bottom}),
        element("rect", {"class": "over", "x": 18, "y": WIDTH - high, "width": 4, "height": high - low}),
    )
    frame = {"viewBox": f"0 0 40 {WIDTH:.0f}", "preserveAspectRatio": "none", "aria-hidden": "true"}
    return element("svg", frame, *parts)


def tug(strength: float, largest: float) -> str:
    """Draw how a driver pulls: to the right where more of it means more of the figure."""
    middle = WIDTH / 2
    end = middle + middle * strength / largest if largest else middle
    role = "up" if strength >= 0 else "down"
    return _drawing(
        _line("zero", middle, 0.0, HEIGHT), _box(role, min(middle, end), max(middle, end), 11.0, 18.0)
    )


def _drawing(*parts: str) -> str:
    frame = {"viewBox": f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", "preserveAspectRatio": "none", "aria-hidden": "true"}
    return element("svg", frame, *parts)


def _grid(domain: Domain) -> str:
    lines = (
        _line("zero" if tick == 0.0 else "grid", domain.place(tick), 0.0, HEIGHT) for tick in domain.ticks()
    )
    return "".join(lines)


def _density(curve: Sequence[float], domain: Domain) -> str:
    """Outline of how thick the draws lie, from evenly spaced quantiles."""
    if len(curve) < 3:  # noqa: PLR2004 - a shape needs three points
        return ""
    least = (domain.high - domain.low) * FLAT
    gaps = [max(right - left, least) for left, right in zip(curve, curve[1:], strict=False)]
    heights = _smooth([1.0 / gap for gap in gaps])
    middles = [(left + right) / 2 for left, right in zip(curve, curve[1:], strict=False)]
    top = max(heights)
    points = [
        (curve[0], 0.0),
        *zip(middles, (height / top for height in heights), strict=True),
        (curve[-1], 0.0),
    ]
    spots = ((round(domain.place(value)), 22.0 - 20.0 * height) for value, height in points)
    path = "L".join(f"{x} {y:.1f}".removesuffix(".0") for x, y in spots)
    return element("path", {"class": "density", "d": f"M{path}Z"})


def _smooth(heights: Sequence[float]) -> list[float]:
    padded = [heights[0], *heights, heights[-1]]
    return [
        (left + 2 * here + right) / 4
        for left, here, right in zip(padded, padded[1:], padded[2:], strict=False)
    ]


def _box(role: str, left: float, right: float, top: float, height: float) -> str:
    width = max(right - left, 3.0)
    return element("rect", {"class": role, "x": left, "y": top, "width": width, "height": height})


def _line(role: str, x: float, top: float, bottom: float) -> str:
    return element("path", {"class": role, "d": f"M{number(x)} {number(top)}V{number(bottom)}"})


def _round_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return float(next(power * lead for lead in (1, 2, 5, 10) if power * lead >= rough))
