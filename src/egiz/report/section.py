"""Draws one line in profile: ground, the line by what carries it, stations; for a file and for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from egiz.engines.alignment.record import Array
from egiz.report.markup import Attributes, element, number, text
from egiz.report.voice import Voice

PLOT = 210.0
"""Height of the plot [units]."""
LEFT, RIGHT, BOTTOM = 64.0, 20.0, 30.0
"""Room around it."""
ROW, LETTER = 16.0, 8.4
"""Height of a row of names, and about the width of a letter."""
FINE = 2.0
"""Vertices of a drawn curve in a unit of its width."""
LEAST_SPAN = 50.0
"""Heights shown are at least so far apart [m]: flat ground looks flat."""
APART = 90.0
"""Ticks are about so far apart along the line [units]."""
HEIGHT_TICKS = 5
COLOURS = {
    "fill": "#8a6d1f",
    "cut": "#4a7a3a",
    "viaduct": "#b3541e",
    "tunnel": "#5b3c88",
    "bridge": "#1f6f8b",
}
"""Colour of each structure."""
INK, GROUND, GRID = "#1d2429", "#d9d2c0", "#c8ccd0"
LETTERS = "font-family:system-ui,sans-serif;font-size:13px"


Curve: TypeAlias = Callable[[Array | float], Array]
Points: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Section:
    """A line in profile."""

    km: Array
    """Way from the start to each point [km]."""
    ground: Array
    """Height of the ground [m]."""
    level: Array
    """Height of the line [m]."""
    carried: Sequence[tuple[float, str]]
    """Where each run of one structure ends [km], and which it is."""
    stations: Sequence[tuple[float, str]]
    """Way to each station [km], and its name or nothing."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A section drawn."""

    markup: str
    """What is drawn, from the origin to the right and down."""
    height: float
    """How far down [units]."""


def panel_of(section: Section, width: float, voice: Voice) -> Panel:
    """Draw a section.

    Parameters
    ----------
    section
        The line.
    width
        Width of the drawing [units].
    voice
        Language of numbers and units.
    """
    rows = _rows(section, width)
    top = ROW * (max(rows, default=0) + 1) + 6.0
    low, high = _range(section)

    def across(km: Array | float) -> Array:
        return np.asarray(LEFT + np.asarray(km) / section.km[-1] * (width - LEFT - RIGHT))

    def down(height: Array | float) -> Array:
        return np.asarray(top + (high - np.asarray(height)) / (high - low) * PLOT)

    kept = _kept(len(section.km), width)
    x, floor = across(section.km[kept]), np.full(2, top + PLOT)
    edge = np.append(x, x[[-1, 0]]), np.append(down(section.ground[kept]), floor)
    ground = element("path", {"class": "ground", "d": path(*edge), "fill": GROUND})
    grid = [_height(tick, float(down(tick)), width, voice) for tick in ticks(low, high, HEIGHT_TICKS)]
    marks = _ticks(section, across, top + PLOT + 18.0, voice)
    calls = [
        _station(float(across(km)), ROW * (row + 1) - 4.0, top, name, width)
        for (km, name), row in zip(section.stations, rows, strict=True)
    ]
    lines = _carried(section, across, down, kept)
    return Panel("".join((ground, *grid, *marks, *calls, *lines)), top + PLOT + BOTTOM)


def _ticks(section: Section, across: Curve, base: float, voice: Voice) -> Iterator[str]:
    """Kilometres under the plot."""
    far = float(section.km[-1])
    most = max(2, int(np.ptp(across(np.array([0.0, far]))) / APART))
    for tick in ticks(0.0, far, most):
        yield letters(float(across(tick)), base, _km(tick, voice), "middle")


def _kept(points: int, width: float) -> Points:
    """Points that are drawn: no more than the eye can tell apart."""
    step = max(1, int(points // (FINE * width)))
    return np.unique(np.append(np.arange(0, points, step), points - 1))


def _range(section: Section) -> tuple[float, float]:
    """Lowest and highest height shown [m]."""
    heights = np.concatenate([section.ground, section.level])
    low, high = float(heights.min()), float(heights.max())
    room = max(0.06 * (high - low), (LEAST_SPAN - (high - low)) / 2.0)
    return low - room, high + room


def _rows(section: Section, width: float) -> list[int]:
    """Row of each name: the first in which it does not run into another."""
    ends: list[float] = []
    found = []
    for km, name in section.stations:
        middle = LEFT + km / float(section.km[-1]) * (width - LEFT - RIGHT)
        half = LETTER * len(name) / 2.0
        start = min(middle - half, width - 2.0 * half)
        row = next((row for row, end in enumerate(ends) if end < start), len(ends))
        ends[row : row + 1] = [start + 2.0 * half + LETTER]
        found.append(row)
    return found


def _station(x: float, base: float, top: float, name: str, width: float) -> str:
    """A line down through the plot, and the name above it, within the drawing."""
    half = LETTER * len(name) / 2.0
    shape = f"M{number(x)} {number(base + 4.0)}V{number(top + PLOT)}"
    look: Attributes = {
        "class": "call",
        "d": shape,
        "stroke": INK,
        "stroke-width": 0.8,
        "stroke-dasharray": "2 3",
    }
    said = letters(min(x, width - half), base, name, "middle") if name else ""
    return element("path", look) + said


def _carried(section: Section, across: Curve, down: Curve, kept: Points) -> Iterator[str]:
    """The line, a stroke for each run of one structure."""
    ends = [0, *np.searchsorted(section.km, [end for end, _ in section.carried]).tolist()]
    for (first, last), (_, word) in zip(pairwise(ends), section.carried, strict=True):
        inner = kept[(kept > first) & (kept < last)]
        run = np.concatenate([[first], inner, [min(last, len(section.km) - 1)]]).astype(np.int64)
        shape = path(across(section.km[run]), down(section.level[run]))
        look: Attributes = {
            "class": f"carried {word}",
            "d": shape,
            "fill": "none",
            "stroke": COLOURS[word],
            "stroke-width": 2.2,
        }
        yield element("path", look)


def _height(tick: float, y: float, width: float, voice: Voice) -> str:
    shape = f"M{number(LEFT)} {number(y)}H{number(width - RIGHT)}"
    line = element("path", {"class": "grid", "d": shape, "stroke": GRID, "stroke-width": 0.6})
    return line + letters(LEFT - 6.0, y + 4.0, f"{voice.stated(tick)} {voice.unit('m')}", "end")


def _km(tick: float, voice: Voice) -> str:
    return f"{voice.stated(tick)} {voice.unit('km')}"


def ticks(low: float, high: float, most: int) -> Sequence[float]:
    """Round numbers between two, no more than so many spans."""
    power = 10.0 ** np.floor(np.log10((high - low) / most))
    step = next(power * lead for lead in (1.0, 2.0, 5.0, 10.0) if power * lead * most >= high - low)
    return [float(step * count) for count in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]


def path(across: Array, down: Array) -> str:
    """Outline of a curve through places."""
    places = zip(across.tolist(), down.tolist(), strict=True)
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in places)


def letters(x: float, y: float, words: str, anchor: str) -> str:
    """Letters at a place."""
    return element("text", {"x": x, "y": y, "text-anchor": anchor, "fill": INK}, text(words))
