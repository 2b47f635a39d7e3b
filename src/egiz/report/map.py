"""Draws the map: land and borders below, ways and places above, names that keep clear of one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from egiz.figures.unit import Array
from egiz.report.document import Feature, Line, Point
from egiz.report.markup import Attributes, element, number, text
from egiz.report.outline import Outlines, holds, room_inside
from egiz.report.projection import EARTH_KM, Projection, great_circle
from egiz.report.voice import Voice
from egiz.world.place import name_of

WIDTH, HEIGHT = 720.0, 440.0
MARGIN = 0.17
"""Part of the width and height kept free around what is shown."""
LEAST_KM = 260.0
"""Height of the smallest view [km]."""
BEYOND = 1.25
"""Land is drawn to so many times the distance of the corners."""
FINEST = 0.8
"""Points of a coast nearer than this are left out."""
CAPTION = 9.6
"""Width of a letter of a country's name."""
OUTSIDE, AROUND = 40.0, 12.0
"""The same so far beyond the window."""
CAPTION_ROOM, CAPTION_HEIGHT = 60.0, 16.0
"""Half the room that such a name is given."""
EVERYWHERE = "M-5000 -5000H5000V5000H-5000Z"
"""A frame far outside the window."""
COARSE_DEGREES = 2.0
"""Longer edges of a coast are cut before they are laid flat."""
PARTS_KM = 3000.0
"""Provinces are drawn where the window is narrower than this."""
SEAM = 179.9
"""Edges along the antimeridian are no coast."""
SCALE_PART = 0.22
"""Largest part of the width that the scale bar takes."""


@dataclass(frozen=True, slots=True)
class View:
    """A projection with the window that shows what matters."""

    projection: Projection
    """How the globe is laid flat."""
    centre: tuple[float, float]
    """Middle of the window [km]."""
    scale: float
    """Units of the drawing for a kilometre."""

    @classmethod
    def of(cls, features: Iterable[Feature]) -> View:
        """Show all features with a margin."""
        lines = [_degrees(feature) for feature in features]
        places = np.vstack(lines)
        ends = np.vstack([line[[0, -1]] for line in lines])
        projection = Projection.about(ends)
        flat = projection.place(places)
        low, high = flat.min(axis=0), flat.max(axis=0)
        room = np.maximum((high - low) / (1.0 - 2.0 * MARGIN), [LEAST_KM * WIDTH / HEIGHT, LEAST_KM])
        middle = (low + high) / 2.0
        return cls(
            projection, (float(middle[0]), float(middle[1])), float(min(WIDTH / room[0], HEIGHT / room[1]))
        )

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude near the middle of the window [degree]."""
        return (self.projection.longitude, self.projection.latitude)

    @property
    def reach(self) -> float:
        """Angle from the projection's centre to beyond the farthest corner [rad]."""
        corner = np.hypot(WIDTH, HEIGHT) / 2.0 / self.scale + np.hypot(*self.centre)
        return float(2.0 * np.arcsin(np.clip(BEYOND * corner / (2.0 * EARTH_KM), 0.0, 0.99)))

    def draw(self, places: Array, reach: float = np.pi * 0.95) -> Array:
        """Lay longitudes and latitudes [degree] in the window, shape (places, 2), y downwards."""
        flat = (self.projection.place(places, reach) - self.centre) * self.scale
        return np.column_stack((WIDTH / 2.0 + flat[:, 0], HEIGHT / 2.0 - flat[:, 1]))


@dataclass(frozen=True, slots=True)
class Caption:
    """The name of a country where it may stand in the window."""

    names: Mapping[str, str]
    """By language."""
    x: float
    """From the left."""
    y: float
    """From the top."""


def land(view: View, outlines: Outlines) -> str:
    """Write the outlines of countries as one drawing that every language uses."""
    drawn = [_outlines(view, country.rings) for country in outlines.countries]
    near = WIDTH / view.scale < PARTS_KM
    parts = _outlines(view, outlines.parts)[1] if near else ""
    return (
        "".join(element("path", {"class": "land", "d": fill}) for fill, _ in drawn if fill)
        + (element("path", {"class": "inner", "d": parts}) if parts else "")
        + element("path", {"class": "coast", "d": "".join(lines for _, lines in drawn)})
    )


def captions(view: View, outlines: Outlines, features: Sequence[Feature]) -> tuple[Caption, ...]:
    """Choose where the names of the countries in sight may stand, clear of what is drawn there."""
    across, down = np.meshgrid(np.arange(72.0, WIDTH - 60.0, 24.0), np.arange(20.0, HEIGHT - 12.0, 20.0))
    grid = np.column_stack((across.ravel(), down.ravel()))
    for feature in features:
        for box in (_dot(feature, view), *_beads(feature, view)):
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
            near = (np.abs(grid[:, 0] - x) < CAPTION_ROOM) & (np.abs(grid[:, 1] - y) < CAPTION_HEIGHT)
            grid = grid[~near]
    found = []
    for country in outlines.countries:
        seen = [view.draw(_dense(ring), view.reach) for ring in _in_reach(view, country.rings)]
        spot = room_inside([spots for spots in seen if _in_sight(spots)], grid)
        if spot is not None and not any(holds(ring, view.projection.antipode) for ring in country.rings):
            found.append(Caption(country.names, float(spot[0]), float(spot[1])))
    return tuple(found)


def _outlines(view: View, rings: Sequence[Array]) -> tuple[str, str]:
    """Areas and lines of rings; one that holds the far side of the globe is the outside of its line."""
    fills: list[str] = []
    lines: list[str] = []
    for ring in _in_reach(view, rings):
        dense = _dense(ring)
        spots = view.draw(dense, view.reach)
        if _in_sight(spots):
            outside = EVERYWHERE if holds(ring, view.projection.antipode) else ""
            fills.append(outside + _path(spots) + "Z")
            lines.extend(_path(piece) for piece in _pieces(dense, spots, view))
    return "".join(fills), "".join(lines)


def _in_reach(view: View, rings: Sequence[Array]) -> list[Array]:
    """Rings with a point near enough to be seen, and those that lie all around the window."""
    if not rings:
        return []
    near = view.projection.angle(np.vstack(rings)) < view.reach
    starts = np.cumsum([0, *(len(ring) for ring in rings[:-1])])
    seen = np.logical_or.reduceat(near, starts)
    return [ring for ring, one in zip(rings, seen, strict=True) if one or holds(ring, view.middle)]


def map_of(features: Sequence[Feature], view: View, names: Sequence[Caption], voice: Voice) -> str:
    """Write the map in one language; the land comes from the symbol ``land``."""
    frame = {"viewBox": f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", "role": "img", "class": "map"}
    places = [feature for feature in features if isinstance(feature.geometry, Point)]
    title = voice.say("map-title", {"places": ", ".join(_names(places, voice))})
    return element(
        "svg",
        {**frame, "aria-label": title},
        element("rect", {"class": "sea", "width": WIDTH, "height": HEIGHT}),
        element("use", {"href": "#land"}),
        *(_way(feature, view) for feature in features if isinstance(feature.geometry, Line)),
        *(_spot(feature, view) for feature in places),
        *_labels(features, view, names, voice),
        _scale_bar(view, voice),
    )


def _names(features: Sequence[Feature], voice: Voice) -> list[str]:
    return [voice.of(feature.names) for feature in features if feature.role == "city"]


def _degrees(feature: Feature) -> Array:
    if isinstance(feature.geometry, Point):
        return np.array([feature.geometry.coordinates], dtype=np.float64)
    return great_circle(np.array(feature.geometry.coordinates, dtype=np.float64))


def _dense(ring: Array) -> Array:
    """Cut long edges, so that each piece may bend."""
    steps = np.abs(np.diff(ring, axis=0)).max(axis=1)
    counts = np.maximum(1, np.ceil(steps / COARSE_DEGREES)).astype(int)
    if (counts == 1).all():
        return ring
    index = np.repeat(np.arange(len(counts)), counts)
    part = np.concatenate([np.arange(count) / count for count in counts])[:, np.newaxis]
    return np.vstack((ring[index] + part * (ring[index + 1] - ring[index]), ring[-1:]))


def _in_sight(spots: Array) -> bool:
    low, high = spots.min(axis=0), spots.max(axis=0)
    return bool((high > 0.0).all() and low[0] < WIDTH and low[1] < HEIGHT)


def _pieces(dense: Array, spots: Array, view: View) -> list[Array]:
    """Parts of an outline that are coasts or borders: not the antimeridian, not the rim of what is drawn."""
    hidden = (np.abs(dense[:, 0]) > SEAM) | (view.projection.angle(dense) >= view.reach)
    cuts = np.flatnonzero(hidden[1:] & hidden[:-1]) + 1
    return [piece for piece in np.split(spots, cuts) if len(piece) > 1]


def _path(spots: Array) -> str:
    """Write a line, without points that nobody could tell apart."""
    outside = ((spots < -AROUND) | (spots > [WIDTH + AROUND, HEIGHT + AROUND])).any(axis=1)
    finest = np.where(outside, OUTSIDE, FINEST)
    kept = [spots[0]]
    for spot, least in zip(spots[1:-1], finest[1:-1], strict=True):
        if max(abs(spot[0] - kept[-1][0]), abs(spot[1] - kept[-1][1])) >= least:
            kept.append(spot)
    kept.append(spots[-1])
    return "M" + "L".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in kept)


def _way(feature: Feature, view: View) -> str:
    return element("path", {"class": f"way {feature.role}", "d": _path(view.draw(_degrees(feature)))})


def _spot(feature: Feature, view: View) -> str:
    ((x, y),) = view.draw(_degrees(feature))
    radius = {"city": 5.5, "airport": 3.5}.get(feature.role, 2.5)
    return element("circle", {"class": f"spot {feature.role}", "cx": float(x), "cy": float(y), "r": radius})


RANKS = ("city", "route", "airport", "town")
"""Whose name is placed first."""


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a name takes."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes overlap."""
        apart = self.right < other.left or other.right < self.left
        return not (apart or self.bottom < other.top or other.bottom < self.top)

    @property
    def inside(self) -> bool:
        """Whether the window holds it."""
        return self.left >= 0 and self.top >= 0 and self.right <= WIDTH and self.bottom <= HEIGHT


def _labels(features: Sequence[Feature], view: View, names: Sequence[Caption], voice: Voice) -> list[str]:
    """Place names around their places, the important first; a name without room is left out."""
    taken = [_dot(feature, view) for feature in features if isinstance(feature.geometry, Point)]
    taken.append(Box(0.0, HEIGHT - 40.0, WIDTH * SCALE_PART + 70.0, HEIGHT))
    labels = []
    for feature in sorted(features, key=_rank):
        name = voice.of(feature.names)
        found = _room(feature, name, view, taken) if name else None
        if found is not None:
            box, anchor = found
            taken.append(box)
            labels.append(_label(feature.role, name, box, anchor))
    taken.extend(box for feature in features for box in _beads(feature, view))
    for caption in names:
        name = name_of(caption.names, voice.language).text
        half = CAPTION * len(name) / 2
        box = Box(caption.x - half, caption.y - 8.0, caption.x + half, caption.y + 8.0)
        if box.inside and not any(box.meets(other) for other in taken):
            taken.append(box)
            labels.append(_label("country", name, box, "middle"))
    return labels


def _beads(feature: Feature, view: View) -> list[Box]:
    """Small boxes along a way, for names to keep off it."""
    if isinstance(feature.geometry, Point):
        return []
    spots = view.draw(_degrees(feature))
    steps = [np.linspace(start, end, 12) for start, end in zip(spots, spots[1:], strict=False)]
    return [Box(x - 2, y - 2, x + 2, y + 2) for x, y in np.vstack(steps)]


def _rank(feature: Feature) -> int:
    return RANKS.index(feature.role) if feature.role in RANKS else len(RANKS)


def _dot(feature: Feature, view: View) -> Box:
    x, y = view.draw(_degrees(feature))[0]
    return Box(x - 4, y - 4, x + 4, y + 4)


def _room(feature: Feature, name: str, view: View, taken: Sequence[Box]) -> tuple[Box, str] | None:
    """First free place around a spot or the middle of a way."""
    spots = view.draw(_degrees(feature))
    x, y = spots[len(spots) // 2]
    size = {"city": 17.0, "route": 14.0}.get(feature.role, 12.5)
    wide, high, gap = size * 0.58 * len(name), size * 1.15, 9.0
    choices = (
        (x + gap, y - high / 2, "start"),
        (x - gap - wide, y - high / 2, "end"),
        (x - wide / 2, y - gap - high, "middle"),
        (x - wide / 2, y + gap, "middle"),
        (x + gap, y + 2, "start"),
        (x + gap, y - high - 2, "start"),
        (x - gap - wide, y - high - 2, "end"),
    )
    for left, top, anchor in choices:
        box = Box(left, top, left + wide, top + high)
        if box.inside and not any(box.meets(other) for other in taken):
            return box, anchor
    return None


def _label(role: str, name: str, box: Box, anchor: str) -> str:
    x = {"start": box.left, "end": box.right, "middle": (box.left + box.right) / 2}[anchor]
    y = box.top + (box.bottom - box.top) * 0.78
    place: Attributes = {"class": f"name {role}", "x": float(x), "y": float(y), "text-anchor": anchor}
    return element("text", place, text(name))


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
    spot: Attributes = {"class": "name scale-name", "x": left + width + 8, "y": base}
    return bar + element("text", spot, text(label))
