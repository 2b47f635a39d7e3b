"""Draws cost against run time as an SVG file of its own: a dot a line, its bands, and what no other beats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from egiz.report.align import PACKAGES, plain_speed
from egiz.report.chart import Domain
from egiz.report.markup import element, number, text
from egiz.report.section import GRID, LETTERS, letters, path, ticks
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.align.answer import Answer, Line
from egiz.study.align.cost import Band

WIDTH, HEIGHT = 1000.0, 560.0
"""Size of the drawing [units]."""
LEFT, RIGHT, TOP, BOTTOM = 96.0, 40.0, 90.0, 64.0
"""Room around the plot."""
TICKS = 6
"""Spans between round numbers, at most."""
DOT = 5.0
"""Radius of a dot."""
BEST, OTHER = "#1f6f8b", "#8a949b"
"""Colours of lines that no other beats, and of the rest."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A line on the drawing."""

    minutes: Band
    """Run time [min]."""
    cost: Band
    """Cost in the end [USD]."""
    speed: float
    """Speed of the line [km/h]."""
    unbeaten: bool
    """Whether no other beats it."""


def front_drawing(answer: Answer, language: str) -> bytes:
    """Draw all lines that a train runs: run time to the right, cost upward."""
    voice = Voice(Words.of(PACKAGES), language)
    spots = [spot for line in answer.lines if (spot := _spot(line)) is not None]
    frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {number(WIDTH)} {number(HEIGHT)}"}
    paper = element("rect", {"width": WIDTH, "height": HEIGHT, "fill": "#ffffff"})
    drawn = (*_legend(voice), *_plot(spots, voice)) if spots else ()
    return (element("svg", {**frame, "style": LETTERS}, paper, *drawn) + "\n").encode()


def _spot(line: Line) -> Spot | None:
    minutes = line.ride.minutes
    if minutes is None:
        return None
    return Spot(minutes, line.cost.total, plain_speed(line.standard), line.unbeaten)


def _legend(voice: Voice) -> Iterator[str]:
    yield letters(LEFT, 26.0, voice.say("front-title"), "start")
    for left, colour, word in ((LEFT, BEST, "front-best"), (LEFT + 420.0, OTHER, "front-other")):
        yield element("circle", {"cx": left + DOT, "cy": 43.0, "r": DOT, "fill": colour})
        yield letters(left + 18.0, 48.0, voice.say(word), "start")


def _plot(spots: Sequence[Spot], voice: Voice) -> Iterator[str]:
    across = Domain.around([end for one in spots for end in (one.minutes.low, one.minutes.high)], zero=False)
    upward = Domain.around([end for one in spots for end in (one.cost.low, one.cost.high)])

    def x(minutes: float) -> float:
        return LEFT + across.place(minutes) / across.place(across.high) * (WIDTH - LEFT - RIGHT)

    def y(cost: float) -> float:
        return HEIGHT - BOTTOM - upward.place(cost) / upward.place(upward.high) * (HEIGHT - TOP - BOTTOM)

    for tick in ticks(across.low, across.high, TICKS):
        yield _rule(f"M{number(x(tick))} {number(TOP)}V{number(HEIGHT - BOTTOM)}", GRID, 0.6)
        yield letters(x(tick), HEIGHT - BOTTOM + 20.0, voice.stated(tick), "middle")
    yield letters(WIDTH - RIGHT, HEIGHT - BOTTOM + 44.0, voice.say("front-across"), "end")
    levels = ticks(upward.low, upward.high, TICKS)
    for tick in levels:
        yield _rule(f"M{number(LEFT)} {number(y(tick))}H{number(WIDTH - RIGHT)}", GRID, 0.6)
        yield letters(LEFT - 8.0, y(tick) + 4.0, voice.tick(tick, levels, "USD"), "end")
    yield letters(8.0, TOP - 10.0, voice.spread(0.0, 0.0, upward.high, "USD").measure, "start")
    yield _best(spots, x, y)
    for place, one in enumerate(spots):
        yield from _cross((x(one.minutes.low), x(one.minutes.middle), x(one.minutes.high)),
                          (y(one.cost.low), y(one.cost.middle), y(one.cost.high)), one)  # fmt: skip
        shift = x(one.minutes.middle) + 8.0, y(one.cost.middle) + (20.0 if place % 2 else -9.0)
        yield letters(*shift, voice.number(one.speed, 1.0), "start")


def _best(spots: Sequence[Spot], x: Callable[[float], float], y: Callable[[float], float]) -> str:
    """A curve through the lines that no other beats."""
    best = sorted((one for one in spots if one.unbeaten), key=lambda one: one.minutes.middle)
    places = ([x(one.minutes.middle) for one in best], [y(one.cost.middle) for one in best])
    return _rule(path(*(np.array(part) for part in places)), BEST, 1.2)


def _cross(x: tuple[float, float, float], y: tuple[float, float, float], one: Spot) -> Iterator[str]:
    """P10 to P90 of both, and a dot in the middle with its figures to read out."""
    colour = BEST if one.unbeaten else OTHER
    bands = f"M{number(x[0])} {number(y[1])}H{number(x[2])}M{number(x[1])} {number(y[0])}V{number(y[2])}"
    yield element("path", {"d": bands, "fill": "none", "stroke": colour, "stroke-opacity": 0.4})
    title = element("title", {}, text(f"{one.speed:g}"))
    yield element("circle", {"cx": x[1], "cy": y[1], "r": DOT, "fill": colour}, title)


def _rule(shape: str, colour: str, width: float) -> str:
    return element("path", {"d": shape, "fill": "none", "stroke": colour, "stroke-width": width})
