"""Lines in profile over ground that is known: twice, for a broad and for a slim screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from egiz.report import document as doc
from egiz.report.markup import element, number, tag, text
from egiz.report.page.sight import Sight
from egiz.report.section import COLOURS, Section, panel_of

WIDTHS: Mapping[str, float] = {"broad": 1000.0, "slim": 400.0}
"""Width of the drawing by screen [units]: letters are as large as those around it."""


def profiles(sight: Sight, proposal: str) -> Iterator[str]:
    """Draw the lines of an item in profile."""
    return (_profile(sight, one) for one in sight.document.profiles if one.proposal == proposal)


def _profile(sight: Sight, one: doc.Profile) -> str:
    voice = sight.voice
    title = voice.say("profile-title", {"part": voice.of(one.part), "option": voice.of(one.option)})
    section = Section(
        np.array(one.km),
        np.array(one.ground_m),
        np.array(one.level_m),
        [(run.to_km, run.structure) for run in one.carried],
        [(stop.km, voice.of(stop.names)) for stop in one.stations],
    )
    drawn = []
    for screen, width in WIDTHS.items():
        panel = panel_of(section, width, voice)
        frame = {"class": screen, "viewBox": f"0 0 {number(width)} {number(panel.height)}"}
        drawn.append(element("svg", {**frame, "role": "img", "aria-label": title}, panel.markup))
    return tag("figure", "profile", tag("figcaption", "", text(title)), *drawn, _legend(sight, one))


def _legend(sight: Sight, one: doc.Profile) -> str:
    """What the colours mean, of those that are drawn."""
    used = {run.structure for run in one.carried}
    keys = (tag("span", f"key {word}", sight.say(f"align-row-{word}")) for word in COLOURS if word in used)
    ground = tag("span", "key ground", sight.say("profile-ground"))
    return tag("p", "legend small", ground, *keys)
