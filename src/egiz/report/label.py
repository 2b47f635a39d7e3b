"""Finds room for the names on the map: none covers another or a place, or a way if that can be helped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from egiz.figures.unit import Array
from egiz.report.stroke import thinned
from egiz.report.view import HEIGHT, WIDTH
from egiz.world.shape import inside

SIZES = {"city": 17.0, "route": 14.0, "airport": 12.5, "country": 12.0, "home": 12.0}
"""Height of letters by role [units of the drawing]; the style sheet has the same."""
PLAIN_SIZE = 12.5
CAPITAL, SMALL = 0.72, 0.63
"""Width of a letter for its height; a little more than most typefaces need."""
SPACED = {"country": 0.2}
"""What spaced capitals add."""
EDGE = 6.0
"""Names keep so far from the edge of the window."""
AREA_STEP = 12.0
"""Distance of the points at which an area is tried [units of the drawing]."""
LEAST_SPOTS = 40
"""An area with fewer such points has no name."""


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a name or a place takes."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def about(cls, x: float, y: float, wide: float, high: float) -> Box:
        """Centre a box on a point."""
        return cls(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    @property
    def middle(self) -> float:
        """Across."""
        return (self.left + self.right) / 2

    def meets(self, other: Box) -> bool:
        """Whether two boxes overlap."""
        apart = self.right < other.left or other.right < self.left
        return not (apart or self.bottom < other.top or other.bottom < self.top)

    def holds(self, spots: Array) -> int:
        """How many points lie inside, shape (points, 2)."""
        across = (spots[:, 0] > self.left) & (spots[:, 0] < self.right)
        return int((across & (spots[:, 1] > self.top) & (spots[:, 1] < self.bottom)).sum())

    @property
    def in_window(self) -> bool:
        """Whether the window holds it."""
        across = self.left >= EDGE and self.right <= WIDTH - EDGE
        return across and self.top >= EDGE and self.bottom <= HEIGHT - EDGE


@dataclass(frozen=True, slots=True)
class Label:
    """A name and its room."""

    role: str
    """What it names."""
    name: str
    """The letters."""
    box: Box
    """Where it stands."""


@dataclass(slots=True)
class Board:
    """The map while names are put on it."""

    factor: float
    """By which letters are larger than usual: on a telephone the whole map is small."""
    taken: list[Box]
    """Room already used."""
    ways: Array
    """Points along the ways, shape (points, 2); a name rather stands beside them."""
    labels: list[Label] = field(default_factory=list)
    """Names put on so far."""

    def beside(self, role: str, name: str, spots: Sequence[Array], gap: float) -> None:
        """Put a name beside a place, or one of several points of a way; without room it is left out."""
        wide, high = self._size(role, name)
        boxes = (box for spot in spots for box in _around(spot, wide, high, gap))
        free = [box for box in boxes if self._is_free(box)]
        self._put(role, name, min(free, key=lambda box: box.holds(self.ways), default=None))

    def within(self, role: str, name: str, spots: Array) -> None:
        """Put a name inside an area, as near to its middle as there is room.

        Parameters
        ----------
        role, name
            What is named, and how.
        spots
            Points of `GRID` that lie in the area, shape (points, 2).
        """
        if len(spots) < LEAST_SPOTS:
            return
        wide, high = self._size(role, name)
        order = np.hypot(*(spots - spots.mean(axis=0)).T).argsort(kind="stable")
        boxes = (Box.about(float(x), float(y), wide, high) for x, y in spots[order])
        fitting = (box for box in boxes if self._is_free(box) and not box.holds(self.ways))
        whole = (box for box in fitting if box.holds(spots) == box.holds(GRID))
        self._put(role, name, next(whole, None))

    def _is_free(self, box: Box) -> bool:
        return box.in_window and not any(box.meets(other) for other in self.taken)

    def _put(self, role: str, name: str, box: Box | None) -> None:
        if box is not None:
            self.taken.append(box)
            self.labels.append(Label(role, name, box))

    def _size(self, role: str, name: str) -> tuple[float, float]:
        size = SIZES.get(role, PLAIN_SIZE) * self.factor
        letters = name.upper() if role in SPACED else name
        wide = sum(CAPITAL if letter.isupper() else SMALL for letter in letters)
        return size * (wide + SPACED.get(role, 0.0) * len(name)), size * 1.2


def _around(spot: Array, wide: float, high: float, gap: float) -> Iterator[Box]:
    """Rooms around a point: beside it, above, below, at its corners; then a little farther."""
    for distance in (gap, gap * 1.8):
        across, down = distance + wide / 2, distance + high / 2
        near = distance * 0.6 + high / 2
        for x, y in ((across, 0), (-across, 0), (0, -down), (0, down)):
            yield Box.about(spot[0] + x, spot[1] + y, wide, high)
        for x, y in ((across, near), (across, -near), (-across, near), (-across, -near)):
            yield Box.about(spot[0] + x * 0.96, spot[1] + y, wide, high)


def _grid() -> Array:
    """Points over the window, shape (points, 2)."""
    sides = (np.arange(AREA_STEP / 2, length, AREA_STEP) for length in (WIDTH, HEIGHT))
    x, y = np.meshgrid(*sides)
    return np.column_stack((x.ravel(), y.ravel()))


GRID = _grid()
"""Points at which an area is tried."""


def spots_within(rings: Sequence[Array]) -> Array:
    """Points of `GRID` that lie in an area, shape (points, 2)."""
    thin = (thinned(ring, 2.0) for ring in rings)
    closed = [np.vstack((ring, ring[:1]))[:, ::-1] for ring in thin]
    return GRID[inside(closed, GRID[:, 1], GRID[:, 0])]


def dots(spots: Iterable[Array], radius: float) -> list[Box]:
    """Room that places take."""
    return [Box.about(float(x), float(y), 2 * radius, 2 * radius) for x, y in spots]
