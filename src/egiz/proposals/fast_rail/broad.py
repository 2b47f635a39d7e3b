"""Ground that is looked at more broadly, step by step, where water parts a narrow strip of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from egiz.engines.alignment.record import Field
from egiz.errors import EngineError, InputError
from egiz.facts.surface import Surface
from egiz.facts.terrain import Terrain
from egiz.proposals.fast_rail.corridor import field_of
from egiz.world.frame import Frame
from egiz.world.sphere import Points

BROADER = 1.5
"""Each step looks so many times as far around as the one before it."""
STEPS = 3
"""So many steps follow the first look."""
PARTED, LARGE = "line-sea-between", "line-too-large"


@dataclass(frozen=True, slots=True)
class Land:
    """What is looked at."""

    terrain: Terrain
    """Heights."""
    surface: Surface | None
    """What lies on them; none: that of the embedded world."""
    cell_m: float
    """Side of a cell [m]."""


def margins_of(first: float) -> tuple[float, ...]:
    """How far the ground goes beyond the points, look by look [m].

    Parameters
    ----------
    first
        How far it goes at first [m].
    """
    return tuple(first * BROADER**step for step in range(STEPS + 1))


def broad_field(
    points: Points,
    land: Land,
    margins: tuple[float, ...],
    progress: Callable[[float], None] | None = None,
) -> tuple[Frame, Field]:
    """The ground around the points of a line, within the first margin that no water parts.

    Parameters
    ----------
    points
        Shape (points, 2): latitude, longitude [degrees].
    land
        Heights, what lies on them, and the side of a cell.
    margins
        How far the ground goes beyond the points [m], look by look.
    progress
        Is told each margin [m] beyond the first.

    Raises
    ------
    InputError
        Those of `field_of`. Where every margin is parted, or the next is too large to be looked at, that of
        the broadest that was looked at.
    """
    parted: InputError | None = None
    for margin in margins:
        if parted is not None and progress is not None:
            progress(margin)
        try:
            return field_of(points, land.terrain, land.cell_m, margin, land.surface)
        except InputError as error:
            keys = {fault.key for fault in error.faults}
            if parted is not None and keys == {LARGE}:
                break
            if keys != {PARTED}:
                raise
            parted = error
    raise parted or EngineError("the margins", "are none", "give at least one")
