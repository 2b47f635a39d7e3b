"""Draws a week: how long it takes to arrive, waiting included, whenever one would like to leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from egiz.report.chart import WIDTH, Domain
from egiz.report.markup import element, number, tag, text

HEIGHT = 240.0
"""Height of the drawing in its own units; it stretches to the column."""
DAY = 1440.0
HOUR = 60.0
STEPS = (0.5, 1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 48.0, 96.0)
"""Hours between two lines of the drawing."""
MOST_LINES = 5
MOST_CHANGES = 2
"""Journeys with so many changes or more are drawn alike."""
AIR = 1.05
"""Room above the tallest tooth."""


@dataclass(frozen=True, slots=True)
class Stem:
    """One journey of the drawing."""

    departure: float
    """When it leaves [min from the first day]."""
    minutes: float
    """How long it takes [min]."""
    transfers: int
    """How often one changes."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a drawing shows: so many days, so many minutes of travel."""

    days: int
    """From left to right."""
    top: float
    """From bottom to top [min]."""

    def across(self, minute: float) -> float:
        """Place of a minute from left to right."""
        return Domain(0.0, self.days * DAY).place(minute)

    def level(self, minutes: float) -> float:
        """Place of a time of travel from top to bottom."""
        return HEIGHT * (1.0 - minutes / self.top)

    def lines(self) -> tuple[float, ...]:
        """Round numbers of hours, a few [min]."""
        step = next((step for step in STEPS if self.top / HOUR / step <= MOST_LINES + 1), 2 * STEPS[-1])
        return tuple(step * HOUR * count for count in range(1, int(self.top / HOUR / step) + 1))


def week_picture(stems: Sequence[Stem], days: int, labels: Sequence[str], hours: str) -> str:
    """Draw journeys as stems under a line that falls as a departure comes nearer.

    Parameters
    ----------
    stems
        The journeys, by departure; at least one.
    days
        How many days are drawn.
    labels
        Name of each day.
    hours
        What stands behind a number of hours.
    """
    teeth = _teeth(stems, days * DAY)
    frame = Frame(days, AIR * max(height for _, height in teeth))
    sides = (
        element(
            "span",
            {"style": f"top:{number(frame.level(line) / HEIGHT * 100)}%"},
            text(f"{line / HOUR:g} {hours}"),
        )
        for line in frame.lines()
    )
    below = (
        element("span", {"style": f"left:{number((day + 0.5) / days * 100)}%"}, text(label))
        for day, label in enumerate(labels)
    )
    return tag(
        "div",
        "week",
        element("div", {"class": "sides", "aria-hidden": "true"}, *sides),
        _drawing(frame, teeth, stems),
        element("div", {"class": "ticks", "aria-hidden": "true"}, *below),
    )


def _drawing(frame: Frame, teeth: Sequence[tuple[float, float]], stems: Sequence[Stem]) -> str:
    box = {"viewBox": f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", "preserveAspectRatio": "none", "aria-hidden": "true"}
    spots = "L".join(f"{number(frame.across(at))} {number(frame.level(tall))}" for at, tall in teeth)
    bottom = number(HEIGHT)
    area = element("path", {"class": "density", "d": f"M0 {bottom}L{spots}L{number(WIDTH)} {bottom}Z"})
    levels = [f"M0 {number(frame.level(line))}H{number(WIDTH)}" for line in frame.lines()]
    nights = [f"M{number(frame.across(day * DAY))} 0V{bottom}" for day in range(1, frame.days)]
    grid = element("path", {"class": "grid", "d": "".join((*levels, *nights))})
    return element("svg", box, area, grid, *(_stem(stem, frame) for stem in stems))


def _stem(stem: Stem, frame: Frame) -> str:
    role = f"stem change-{min(stem.transfers, MOST_CHANGES)}"
    spot = f"M{number(frame.across(stem.departure))} {number(HEIGHT)}V{number(frame.level(stem.minutes))}"
    return element("path", {"class": role, "d": spot})


def _teeth(stems: Sequence[Stem], span: float) -> list[tuple[float, float]]:
    """Time to arrive for whoever would like to leave at each moment; behind the last, the span repeats."""
    arrivals = [stem.departure + stem.minutes for stem in stems]
    best = list(accumulate(reversed(arrivals), min))[::-1]
    spots: list[tuple[float, float]] = []
    since = 0.0
    for stem, arrival in zip(stems, best, strict=True):
        if stem.departure > since or not spots:
            spots += [(since, arrival - since), (stem.departure, arrival - stem.departure)]
        since = stem.departure
    again = best[0] + span
    return [*spots, (since, again - since), (span, again - span)]
