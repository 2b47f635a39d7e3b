"""Understands what a person asks of a line; everything that is wrong with it is told at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from egiz.engines.alignment.record import Standard
from egiz.errors import Fault, InputError, Value
from egiz.facts.dated import Dated
from egiz.facts.ground import Ground, Named, open_ground
from egiz.facts.library import Facts
from egiz.facts.surface import Surface
from egiz.facts.terrain import Terrain
from egiz.proposals.fast_rail.broad import Land, margins_of
from egiz.proposals.fast_rail.laid import cell_of, margin_of
from egiz.proposals.fast_rail.standard import standard_of
from egiz.study.align.turn import sharp_turns
from egiz.world.sphere import HALF_TURN, METRES_PER_KILOMETRE, TURN, Points, distance_km

PACKAGE = "egiz.proposals.fast_rail"
"""Where the prices of works stand."""
SPEEDS = (60.0, 450.0)
"""Slower there is no use for the rules, faster no wheel has run day by day [km/h]."""
GRADES = (1.0, 60.0)
"""Flatter no railway keeps to, steeper none climbs on bare rails at speed [permille]."""
COUNTS = (1.0, 8.0)
"""So many lines are looked for at once."""
FRONTS = (2.0, 12.0)
"""So many speeds are held against one another."""
SLOWEST = 0.5
"""Slowest speed of a front over its fastest [1]."""
MOST_POINTS = 40
"""So many places a line may pass."""
CELLS = (50.0, 2_000.0)
"""Side of a cell of the ground [m]."""
PERMILLE = 1000.0
ENDS = 2
"""A line of so many points may be straight."""
ROOM = 0.7
"""Neighbours must lie so many radii apart: nearer ones were joined by loops, or not at all."""
MARGINS = (1.0, 1_000.0)
"""How far the ground may go beyond the points [km]."""
LEAST_KM = 1.0
"""Two points that follow each other lie at least so far apart [km]."""
POLE = HALF_TURN / 2.0

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person typed."""

    points: tuple[str, ...]
    """Where from, through which places in turn, where to: longitude and latitude with a comma between."""
    speed: str = "300"
    """Speed of the line [km/h]."""
    grade: str = ""
    """Largest grade [permille]; empty: the usual one."""
    terrain: str = ""
    """Path of tiles; empty: the embedded relief."""
    surface: str = ""
    """Path of polygons of what lies on the ground; empty: the embedded world."""
    alternatives: str = "1"
    """How many lines."""
    cell: str = ""
    """Side of a cell of the ground [m]; empty: by the ground."""
    margin: str = ""
    """How far the ground goes beyond the points [km]; empty: by their distance."""
    front: str = ""
    """For how many speeds a line is looked for; empty: for one."""


@dataclass(frozen=True, slots=True)
class Request:
    """The same, ready to be answered."""

    points: Points
    """Latitude and longitude [degrees]: (points, 2)."""
    facts: Dated
    """What prices and rules are taken from."""
    standards: tuple[Standard, ...]
    """What each line keeps to: one standard, or more of rising speed where cost is held against run time."""
    ground: Ground
    """Heights, and what lies on them."""
    count: int
    """How many lines."""
    cell: float
    """Side of a cell of the ground [m]."""
    margins: tuple[float, ...]
    """How far the ground goes beyond the points [m]; the later ones where water parts the earlier."""

    @property
    def land(self) -> Land:
        """What lines are laid over."""
        return Land(self.terrain, self.surface, self.cell)

    @property
    def standard(self) -> Standard:
        """What the line keeps to; of a front the fastest."""
        return self.standards[-1]

    @property
    def terrain(self) -> Terrain:
        """Heights."""
        return self.ground.terrain

    @property
    def surface(self) -> Surface | None:
        """What lies on the ground; none: the embedded surface."""
        return self.ground.surface

    @property
    def own_terrain(self) -> bool:
        """Whether the heights are the user's own."""
        return self.ground.own

    @property
    def ground_known(self) -> bool:
        """Whether the terrain is fine enough for its profile to be that of the ground."""
        return self.ground.known


@dataclass(frozen=True, slots=True)
class Sizes:
    """The options that are numbers."""

    speed: float
    """Speed of the line [km/h]."""
    grade: float | None
    """Largest grade [1]; none: the usual one."""
    count: int
    """How many lines."""
    speeds: int
    """For how many speeds."""
    cell: float | None
    """Side of a cell of the ground [m]; none: by the ground."""
    margin: float | None
    """How far the ground goes beyond the points [km]; none: by their distance."""


class Reading:
    """The faults found in what was typed."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def slip(self, key: str, values: Mapping[str, Value]) -> None:
        """Note a fault."""
        self.faults.append(Fault(key, values))

    def opened(self, opening: Callable[[], Found]) -> Found | None:
        """Open something; its faults are noted."""
        try:
            return opening()
        except InputError as error:
            self.faults.extend(error.faults)
            return None

    def number(self, option: str, text: str, bounds: tuple[float, float]) -> float:
        """Read the value of an option; not a number where it is none or cannot be."""
        value, (low, high) = _plain(text), bounds
        if low <= value <= high:
            return value
        values = {"option": option, "found": text[:40], "low": f"{low:g}", "high": f"{high:g}"}
        self.slip("line-option", values)
        return math.nan

    def count(self, option: str, text: str, bounds: tuple[float, float]) -> int:
        """Read the value of an option that is a whole number; 0 where it is none or cannot be."""
        value = self.number(option, text, bounds)
        if math.isfinite(value) and value != math.floor(value):
            low, high = (f"{bound:g}" for bound in bounds)
            self.slip("line-option", {"option": option, "found": text[:40], "low": low, "high": high})
        return int(value) if math.isfinite(value) else 0


def understood(asked: Asked, found: tuple[Fault, ...] = ()) -> Request:
    """Understand a request.

    Parameters
    ----------
    asked
        What a person typed.
    found
        Faults that are known already, to be told with the others.

    Raises
    ------
    InputError
        Every fault in it, and in the files it names.
    """
    reading = Reading()
    reading.faults.extend(found)
    points, sizes = _points(reading, asked.points), _sizes(reading, asked)
    ground = reading.opened(lambda: open_ground(Named(asked.terrain), Named(asked.surface)))
    library = Facts.shipped().with_package(PACKAGE)
    facts = library.at(library.edition)
    standards = () if sizes is None else _standards(sizes, facts)
    if points is not None and standards:
        reading.faults.extend(sharp_turns(points, standards[-1].radius, told))
        if sizes is not None:
            reading.faults.extend(_close(points, sizes, facts))
    if reading.faults or points is None or sizes is None or ground is None:
        raise InputError(reading.faults)
    own = sizes.margin
    margins = margins_of(margin_of(points)) if own is None else (own * METRES_PER_KILOMETRE,)
    return Request(
        points, facts, standards, ground, sizes.count, sizes.cell or cell_of(points, ground), margins
    )


def _standards(sizes: Sizes, facts: Dated) -> tuple[Standard, ...]:
    """What lines keep to: of the speed asked, or of several from a low one up to it."""
    lowest = max(SPEEDS[0], sizes.speed * SLOWEST) if sizes.speeds > 1 else sizes.speed
    speeds = np.linspace(lowest, sizes.speed, sizes.speeds)
    return tuple(standard_of(facts, speed, sizes.grade) for speed in speeds.tolist())


def _sizes(reading: Reading, asked: Asked) -> Sizes | None:
    """Read the options that are numbers; none where one of them cannot be."""
    before = len(reading.faults)
    speed = reading.number("--speed", asked.speed, SPEEDS)
    grade = reading.number("--grade", asked.grade, GRADES) / PERMILLE if asked.grade else None
    count = reading.count("--alternatives", asked.alternatives, COUNTS)
    speeds = reading.count("--front", asked.front, FRONTS) if asked.front else 1
    if asked.front and count > 1:
        reading.slip("line-front-alternatives", {})
    if asked.front and speed <= SPEEDS[0]:
        reading.slip("line-front-slow", {"least": f"{SPEEDS[0]:g}"})
    cell = reading.number("--cell", asked.cell, CELLS) if asked.cell else None
    margin = reading.number("--margin", asked.margin, MARGINS) if asked.margin else None
    return Sizes(speed, grade, count, speeds, cell, margin) if len(reading.faults) == before else None


def _close(points: Points, sizes: Sizes, facts: Dated) -> Iterator[Fault]:
    """Tell neighbours that lie too near to one another for the radius, with the largest speed that fits."""
    radius = standard_of(facts, sizes.speed, sizes.grade).radius
    for first, last in zip(points, points[1:], strict=False):
        apart = float(distance_km(*first, *last)) * METRES_PER_KILOMETRE
        if len(points) > ENDS and apart < ROOM * radius:
            values: dict[str, Value] = {
                "first": told(*first),
                "last": told(*last),
                "apart": round(apart / METRES_PER_KILOMETRE, 1),
                "needs": round(ROOM * radius / METRES_PER_KILOMETRE, 1),
                "radius": round(radius / METRES_PER_KILOMETRE, 1),
                "speed": _fitting(apart / ROOM, sizes.speed, facts),
            }
            yield Fault("line-room", values)


def _fitting(radius: float, speed: float, facts: Dated) -> int:
    """Largest whole speed whose radius is no larger than one [km/h]; the lowest of all where none is."""
    fits = (one for one in range(int(speed), int(SPEEDS[0]), -1) if standard_of(facts, one).radius <= radius)
    return next(fits, int(SPEEDS[0]))


def _points(reading: Reading, texts: tuple[str, ...]) -> Points | None:
    """Points of the line; none where one of them is no place."""
    places = [
        _point(reading, number, text, last=number == len(texts)) for number, text in enumerate(texts, 1)
    ]
    if len(texts) > MOST_POINTS:
        reading.slip("line-points-many", {"count": len(texts), "most": MOST_POINTS})
    known = [place for place in places if place is not None]
    if len(known) < len(places):
        return None
    before = len(reading.faults)
    for first, place in zip(known, known[1:], strict=False):
        if distance_km(*first, *place) < LEAST_KM:
            values = {"first": told(*first), "last": told(*place), "least": f"{LEAST_KM:g}"}
            reading.slip("line-points-close", values)
    return np.array(known) if len(reading.faults) == before else None


def _point(reading: Reading, number: int, text: str, *, last: bool) -> tuple[float, float] | None:
    """Latitude and longitude of a point; longitudes beyond the date line are brought back."""
    parts = text.split(",")
    if not text.strip():
        reading.slip("line-needs-end", {"option": "--from" if number == 1 else "--to" if last else "--via"})
        return None
    values = [_plain(part) for part in parts]
    if len(values) != 2 or not all(map(math.isfinite, values)):  # noqa: PLR2004 - longitude and latitude
        reading.slip("line-place", {"number": number, "found": text[:40]})
        return None
    longitude, latitude = values
    if abs(latitude) > POLE or not -TURN <= longitude <= TURN:
        swapped = abs(latitude) <= TURN and abs(longitude) <= POLE
        key = "line-place-swapped" if swapped else "line-place-off"
        turned = f"{parts[1].strip()},{parts[0].strip()}"
        reading.slip(key, {"number": number, "found": text[:40], "turned": turned[:40]})
        return None
    return latitude, (longitude + HALF_TURN) % TURN - HALF_TURN


def told(latitude: float, longitude: float) -> str:
    """A place as people write it: longitude, latitude [degrees]."""
    return f"{longitude:.4f},{latitude:.4f}"


def _plain(text: str) -> float:
    """A number in plain writing; not a number where it is none."""
    try:
        return float(text) if "_" not in text else math.nan
    except ValueError:
        return math.nan
