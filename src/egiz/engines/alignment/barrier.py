"""Why there is no line: which place is in the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from egiz.engines.alignment.record import Array, Array32, Field, Standard
from egiz.errors import EngineError


class Reason(StrEnum):
    """What keeps a line from being found."""

    OUTSIDE = "outside"
    """A point lies outside the field."""
    CLOSED = "closed"
    """A point lies on closed ground, or next to it."""
    CUT = "cut"
    """Closed ground cuts one point off from the next."""
    RADIUS = "radius"
    """The open ground is too narrow or too winding for the radius."""


@dataclass(frozen=True, slots=True)
class Block:
    """A place that no line gets past."""

    reason: Reason
    """What is wrong there."""
    leg: int
    """Number of the point before it, from 0; the point itself where that is wrong."""
    x: float
    """x of the place [m]: of a cut, the middle of the narrowest closed ground to be crossed."""
    y: float
    """y of the place [m]."""
    width: float
    """Closed ground to be crossed there [m]; 0 where the reason is no cut."""


class NoWayError(EngineError):
    """There is no line; `block` tells the place."""

    def __init__(self, block: Block) -> None:
        self.block = block
        wrong = f"after point {block.leg} finds no way past ({block.x:.0f}, {block.y:.0f}): {block.reason}"
        super().__init__("the line", wrong, "move the point, open the ground or take a smaller radius")


def blocked(field: Field, metre_price: Array32, points: Array, standard: Standard) -> Block | None:
    """Tell which place no line gets past, or None where the lattice finds a way.

    Parameters
    ----------
    field
        The ground; only its place and size matter here.
    metre_price
        Price of a metre of line by cell [USD/m]; inf where the line may not go: (rows, columns).
    points
        x and y of each point to pass [m]: (points, 2).
    standard
        Holds the least radius.

    Raises
    ------
    EngineError
        As `route`, for what is no raster of prices or no points.
    """
    from egiz.engines.alignment.quest import line_of, quest_of  # compiled loops cost half a second of start

    try:
        line_of(quest_of(field, metre_price, points, standard))
    except NoWayError as error:
        return error.block
    return None
