"""Draws the map: land and borders below, ways and places above, names that keep clear of one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from egiz.figures.unit import Array
from egiz.report.document import Document, Feature, Line, Point
from egiz.report.label import Board, Box, Label, dots, spots_within
from egiz.report.land import Terrain, land, terrain
from egiz.report.markup import Attributes, element, number, tag, text
from egiz.report.outline import Outline, Outlines
from egiz.report.stroke import path
from egiz.report.view import HEIGHT, WIDTH, View
from egiz.report.voice import Voice
from egiz.report.words import identifier

RANKS = (
    "city",
    "route",
    "airport",
    "rival_airport",
    "leak",
    "third_city",
    "fast_railway",
    "fast_onward",
    "fast_onward_other",
    "rail_station",
)
"""Whose name is placed first, and what the legend tells first."""
NAMELESS = frozenset({"leak", "old_railway", "fast_railway", "fast_onward", "fast_onward_other"})
"""Ways that the legend names."""
SCALE_PART = 0.22
"""Largest part of the width that the scale bar takes."""
RADII: Mapping[str, float] = {"city": 5.5, "airport": 3.5, "rival_airport": 3.5, "third_city": 3.5}
SMALLER = 2.5
"""Radius of other places [units of the drawing]."""
LETTERS: Mapping[str, float] = {"broad": 1.0, "slim": 1.6}
"""How much larger letters are drawn on a broad and on a slim screen, where the map is small."""
CORNERS: Mapping[str, float] = {"rail_station": 3.5, "airport": 4.5, "rival_airport": 4.5}
"""Half the side of places that are no circles: squares are stations, triangles airports."""
GAP = 9.0
"""Between a place and its name."""
ALONG = (0.5, 0.4, 0.6, 0.3, 0.7)
"""Where on a way its name may stand."""
BAR_ROOM = Box(8.0, HEIGHT - 44.0, 250.0, HEIGHT - 6.0)
"""Room of the scale bar."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the map shows, laid flat once for all languages."""

    features: tuple[Feature, ...]
    """Places and ways."""
    view: View
    """The window."""
    ground: Terrain
    """Land in it."""
    rooms: tuple[tuple[str, Outline, Array], ...]
    """Areas to be named: role, outline, points of the window within."""

    @classmethod
    def of(cls, document: Document, outlines: Outlines) -> Scene:
        """Lay the map of a study flat."""
        view = View.of(document.map)
        cities = [(region.longitude, region.latitude) for region in document.pair]
        ground = terrain(view, outlines, cities)
        areas = (*(("home", *part) for part in ground.parts), *(("country", *area) for area in ground.areas))
        rooms = tuple((role, outline, spots_within(rings)) for role, outline, rings in areas)
        return cls(document.map, view, ground, rooms)

    def symbol(self) -> str:
        """Write the land as a symbol that the maps of all languages use."""
        symbol = element("symbol", {"id": "land", "overflow": "visible"}, land(self.ground))
        return element("svg", {"class": "defs", "aria-hidden": "true", "width": 0, "height": 0}, symbol)


def map_of(scene: Scene, voice: Voice) -> str:
    """Write the map in one language; the land comes from the symbol."""
    features, view = scene.features, scene.view
    frame = {"viewBox": f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", "role": "img", "class": "map"}
    places = [feature for feature in features if isinstance(feature.geometry, Point)]
    cities = ", ".join(voice.of(feature.names) for feature in places if feature.role == "city")
    names = (
        tag("g", f"names {screen}", *map(_label, labels(scene, voice, factor)))
        for screen, factor in LETTERS.items()
    )
    return element(
        "svg",
        {**frame, "aria-label": voice.say("map-title", {"places": cities})},
        element("rect", {"class": "sea", "width": WIDTH, "height": HEIGHT}),
        element("use", {"href": "#land"}),
        *(_way(feature, view) for feature in features if isinstance(feature.geometry, Line)),
        *(_spot(feature, view) for feature in reversed(places)),
        *names,
        _scale_bar(view, voice),
    )


def legend(scene: Scene, voice: Voice) -> str:
    """Tell what the marks of the map mean, each once; those that no word names need none."""
    roles = dict.fromkeys(feature.role for feature in sorted(scene.features, key=_rank))
    words = {role: identifier("role", role) for role in roles}
    keys = (
        tag("span", f"key {role}", text(voice.say(word)))
        for role, word in words.items()
        if voice.words.has(voice.language, word)
    )
    return tag("p", "legend", *keys)


def _way(feature: Feature, view: View) -> str:
    return element("path", {"class": f"way {feature.role}", "d": path(view.line(feature))})


def _spot(feature: Feature, view: View) -> str:
    ((x, y),) = view.line(feature)
    radius = RADII.get(feature.role, SMALLER)
    if feature.role in CORNERS:
        return element(
            "path", {"class": f"spot {feature.role}", "d": _shape(float(x), float(y), feature.role)}
        )
    return element("circle", {"class": f"spot {feature.role}", "cx": float(x), "cy": float(y), "r": radius})


def _shape(x: float, y: float, role: str) -> str:
    """Outline of a square or a triangle about a point."""
    reach = CORNERS[role]
    if role == "rail_station":
        return f"M{number(x - reach)} {number(y - reach)}h{2 * reach}v{2 * reach}h{-2 * reach}Z"
    return f"M{number(x)} {number(y - reach)}L{number(x + reach)} {number(y + reach)}H{number(x - reach)}Z"


def labels(scene: Scene, voice: Voice, factor: float) -> list[Label]:
    """Place names, the important first; a name without room is left out.

    Parameters
    ----------
    scene
        What the map shows.
    voice
        The language.
    factor
        How much larger than usual the letters are.
    """
    features, view = scene.features, scene.view
    ways = [view.line(feature) for feature in features if isinstance(feature.geometry, Line)]
    points = [view.line(feature)[0] for feature in features if isinstance(feature.geometry, Point)]
    board = Board(factor, [*dots(points, RADII["city"] * factor), BAR_ROOM], _along(ways))
    for feature in _named(features, voice):
        board.beside(feature.role, voice.of(feature.names), _stands(view.line(feature)), GAP * factor**0.5)
    for role, outline, spots in scene.rooms:
        name = outline.names.get(voice.language, "")
        if name:
            board.within(role, name, spots)
    return board.labels


def _named(features: Iterable[Feature], voice: Voice) -> tuple[Feature, ...]:
    """Features with a name of their own, the important first; what stands at a named place needs none."""
    ranked = sorted((one for one in features if one.role not in NAMELESS), key=_rank)
    first = {voice.of(one.names): one.id for one in reversed(ranked)}
    return tuple(one for one in ranked if first[voice.of(one.names)] == one.id)


def _rank(feature: Feature) -> int:
    return RANKS.index(feature.role) if feature.role in RANKS else len(RANKS)


def _stands(spots: Array) -> list[Array]:
    """Points beside which a name may stand: the place itself, or some along a way."""
    if len(spots) == 1:
        return [spots[0]]
    part = np.linspace(0.0, 1.0, len(spots))
    return [np.array([np.interp(at, part, spots[:, axis]) for axis in (0, 1)]) for at in ALONG]


def _along(ways: Iterable[Array]) -> Array:
    """Many points of the ways, shape (points, 2)."""
    part = np.linspace(0.0, 1.0, 400)
    filled = [
        np.column_stack([np.interp(part, np.linspace(0.0, 1.0, len(way)), way[:, axis]) for axis in (0, 1)])
        for way in ways
    ]
    return np.vstack([np.empty((0, 2)), *filled])


def _label(label: Label) -> str:
    base = label.box.top + (label.box.bottom - label.box.top) * 0.77
    place: Attributes = {"class": f"name {label.role}", "x": label.box.middle, "y": base}
    return element("text", place, text(label.name))


def _scale_bar(view: View, voice: Voice) -> str:
    """A bar of round length, lower left."""
    longest = SCALE_PART * WIDTH / view.scale
    power = 10.0 ** np.floor(np.log10(longest))
    length = max(lead * power for lead in (1, 2, 5) if lead * power <= longest)
    left, base = 18.0, HEIGHT - 18.0
    width = float(length * view.scale)
    bar = element(
        "path", {"class": "scale", "d": f"M{left} {base - 5}V{base}H{number(left + width)}V{base - 5}"}
    )
    label = f"{voice.count(int(length))} {voice.unit('km')}"
    spot: Attributes = {"class": "scale-name", "x": left + width + 8, "y": base}
    return bar + element("text", spot, text(label))
