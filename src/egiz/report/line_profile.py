"""Draws lines in profile over ground that is known, as an SVG file of its own: one panel a line."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from egiz.engines.alignment.record import Profile, Structure
from egiz.errors import InputError, Value
from egiz.report.align import PACKAGES, profile_of
from egiz.report.markup import element, number
from egiz.report.section import COLOURS, LEFT, LETTERS, Section, letters, panel_of
from egiz.report.voice import Voice
from egiz.report.words import Words
from egiz.study.align.answer import Answer, Line
from egiz.study.align.asked import Request
from egiz.world.sphere import METRES_PER_KILOMETRE

WIDTH, HEAD, TITLE = 1000.0, 40.0, 26.0
"""Width of the drawing, and room for the legend and for the title of a line [units]."""


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
    found = [
        _section(profile, line) for line in answer.lines if (profile := profile_of(answer, line)) is not None
    ]
    high, drawn = HEAD, []
    for count, section in enumerate(found, 1):
        panel = panel_of(section, WIDTH, voice)
        title = letters(LEFT, high + 14.0, voice.say("align-number", {"number": str(count)}), "start")
        shift = {"transform": f"translate(0 {number(high + TITLE)})"}
        drawn += [title, element("g", shift, panel.markup)]
        high += TITLE + panel.height
    frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {number(WIDTH)} {number(high)}"}
    paper = element("rect", {"width": WIDTH, "height": high, "fill": "#ffffff"})
    drawing = element("svg", {**frame, "style": LETTERS}, paper, *_legend(voice), *drawn)
    return (drawing + "\n").encode()


def _section(profile: Profile, line: Line) -> Section:
    """A line as it is drawn; people give its points by their degrees, so stations have no names."""
    code, km = profile.structure[:-1], profile.chainage / METRES_PER_KILOMETRE
    last = np.flatnonzero(np.append(code[1:] != code[:-1], True))
    carried = [(float(km[one + 1]), Structure(int(code[one])).word) for one in last.tolist()]
    stations = [(one, "") for one in (line.alignment.plan.stops / METRES_PER_KILOMETRE).tolist()]
    return Section(km, profile.ground, profile.level, carried, stations)


def _legend(voice: Voice) -> Iterator[str]:
    for place, (name, colour) in enumerate(COLOURS.items()):
        left = LEFT + 180.0 * place
        yield element("rect", {"x": left, "y": 16.0, "width": 22.0, "height": 4.0, "fill": colour})
        yield letters(left + 28.0, 22.0, voice.say(f"align-row-{name}"), "start")
