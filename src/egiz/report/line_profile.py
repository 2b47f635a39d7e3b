"""Draws lines in profile over ground that is known, as an SVG file of its own: one panel a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from egiz.engines.alignment.record import Array, Profile, Structure
from egiz.errors import InputError, Value
from egiz.report.align import PACKAGES, profile_of
from egiz.report.line import NAMES
from egiz.report.markup import element, number, text
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.align.answer import Answer
from egiz.study.align.asked import Request
from egiz.world.sphere import METRES_PER_KILOMETRE

WIDTH, PANEL, HEAD = 1000.0, 260.0, 40.0
"""Width of the drawing, height of a panel, and room for the legend above them [units]."""
LEFT, RIGHT, TOP, BOTTOM = 64.0, 20.0, 34.0, 34.0
"""Room around the plot of a panel."""
MOST = 2_000
"""Vertices of a drawn curve."""
LEAST_SPAN = 50.0
"""Heights shown are at least so far apart [m]: flat ground looks flat."""
TICKS = 6
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


def check_ground(request: Request) -> None:
    """Refuse a drawing of ground that nobody knows.

    Raises
    ------
    InputError
        ``line-profile-unknown``.
    """
    if not request.ground_known:
        values: dict[str, Value] = {"name": request.terrain.name, "spacing": round(request.terrain.spacing_m)}
        raise InputError.of("line-profile-unknown", values)


def profile_drawing(answer: Answer, language: str) -> bytes:
    """Draw every line over its ground; the colour of the line tells what carries it."""
    voice = Voice(Words.of(PACKAGES), language)
    found = [profile for line in answer.lines if (profile := profile_of(answer, line)) is not None]
    panels = (_panel(number, profile, voice) for number, profile in enumerate(found, 1))
    high = HEAD + PANEL * len(found)
    frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {number(WIDTH)} {number(high)}"}
    paper = element("rect", {"width": WIDTH, "height": high, "fill": "#ffffff"})
    drawing = element("svg", {**frame, "style": LETTERS}, paper, *_legend(voice), *panels)
    return (drawing + "\n").encode()


def _legend(voice: Voice) -> Iterator[str]:
    for place, (name, colour) in enumerate(COLOURS.items()):
        left = LEFT + 180.0 * place
        yield element("rect", {"x": left, "y": 16.0, "width": 22.0, "height": 4.0, "fill": colour})
        yield letters(left + 28.0, 22.0, voice.say(f"align-row-{name}"), "start")


def _panel(count: int, profile: Profile, voice: Voice) -> str:
    low, high = _range(profile)
    length = float(profile.chainage[-1])
    across = LEFT + profile.chainage / length * (WIDTH - LEFT - RIGHT)

    def down(height: Array | float) -> Array:
        part = (np.asarray(height) - low) / (high - low)
        return np.asarray(PANEL - BOTTOM - part * (PANEL - TOP - BOTTOM))

    kept = np.unique(np.append(np.arange(0, len(across), max(1, len(across) // MOST)), len(across) - 1))
    base = np.array([PANEL - BOTTOM, PANEL - BOTTOM])
    edge = np.concatenate([across[kept], across[[-1, 0]]]), np.concatenate([down(profile.ground[kept]), base])
    ground = element("path", {"d": path(*edge), "fill": GROUND})
    lines = _carried(profile, across, down(profile.level))
    title = letters(LEFT, TOP - 12.0, voice.say("align-number", {"number": str(count)}), "start")
    grid = (*_heights(low, high, voice), *_kilometres(length / METRES_PER_KILOMETRE, voice))
    shift = {"transform": f"translate(0 {number(HEAD + PANEL * (count - 1))})"}
    return element("g", shift, title, ground, *grid, *lines)


def _range(profile: Profile) -> tuple[float, float]:
    """Lowest and highest height shown [m]."""
    heights = np.concatenate([profile.ground, profile.level])
    low, high = float(heights.min()), float(heights.max())
    room = max(0.06 * (high - low), (LEAST_SPAN - (high - low)) / 2.0)
    return low - room, high + room


def _carried(profile: Profile, across: Array, level: Array) -> Iterator[str]:
    """The line, a stroke for each run of one structure."""
    code = profile.structure
    cuts = np.flatnonzero(np.append(True, code[1:] != code[:-1]))
    for first, last in zip(cuts.tolist(), [*cuts[1:].tolist(), len(code) - 1], strict=True):
        colour = COLOURS[NAMES[Structure(int(code[first]))]]
        shape = path(across[first : last + 1], level[first : last + 1])
        yield element("path", {"d": shape, "fill": "none", "stroke": colour, "stroke-width": 2.2})


def _heights(low: float, high: float, voice: Voice) -> Iterator[str]:
    for tick in ticks(low, high):
        place = PANEL - BOTTOM - (tick - low) / (high - low) * (PANEL - TOP - BOTTOM)
        shape = f"M{number(LEFT)} {number(place)}H{number(WIDTH - RIGHT)}"
        yield element("path", {"d": shape, "stroke": GRID, "stroke-width": 0.6})
        yield letters(LEFT - 6.0, place + 4.0, f"{voice.stated(tick)} {voice.unit('m')}", "end")


def _kilometres(length: float, voice: Voice) -> Iterator[str]:
    for tick in ticks(0.0, length):
        place = LEFT + tick / length * (WIDTH - LEFT - RIGHT)
        yield letters(place, PANEL - BOTTOM + 18.0, f"{voice.stated(tick)} {voice.unit('km')}", "middle")


def ticks(low: float, high: float) -> Sequence[float]:
    """Round numbers between two, a few."""
    power = 10.0 ** np.floor(np.log10((high - low) / TICKS))
    step = next(power * lead for lead in (1.0, 2.0, 5.0, 10.0) if power * lead * TICKS >= high - low)
    return [float(step * count) for count in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]


def path(across: Array, down: Array) -> str:
    """Outline of a curve through places."""
    places = zip(across.tolist(), down.tolist(), strict=True)
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in places)


def letters(x: float, y: float, words: str, anchor: str) -> str:
    """Letters at a place."""
    return element("text", {"x": x, "y": y, "text-anchor": anchor, "fill": INK}, text(words))
