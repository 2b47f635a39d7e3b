"""What the programme of the profile is asked with: ground along a line, places that tie it, fineness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.engines.alignment.record import Array, Mask
from egiz.errors import EgizError


class NoProfileError(EgizError):
    """No line in profile keeps to the limits; says where it is stopped."""

    def __init__(self, chainage: float, missing: float) -> None:
        self.chainage = chainage
        """Where no level can be reached any more [m]."""
        self.missing = missing
        """How much longer the way to there would have to be at least [m]; 0 if it lacks something else."""
        super().__init__(f"no line in profile beyond {chainage:.0f} m; {missing:.0f} m too short")


@dataclass(frozen=True, slots=True)
class Strip:
    """The ground along a line, told at places that rise from the start to the end; arrays are (places,)."""

    chainage: Array
    """Way from the start [m]; begins at 0."""
    height: Array
    """Height of the ground [m]."""
    water: Mask
    """Where there is water."""
    weight: Array
    """Factor on the price of a metre."""

    @classmethod
    def of(cls, chainage: Array, height: Array) -> Strip:
        """Dry ground of plain weight."""
        return cls(chainage, height, np.zeros(len(height), dtype=bool), np.ones(len(height)))

    def at(self, chainage: Array) -> Strip:
        """The same ground told at other places: heights in between, water and weight of the nearest place."""
        middle = 0.5 * (self.chainage[1:] + self.chainage[:-1])
        nearest = np.searchsorted(middle, chainage)
        height = np.interp(chainage, self.chainage, self.height)
        return Strip(chainage, height, self.water[nearest], self.weight[nearest])


@dataclass(frozen=True, slots=True)
class Stops:
    """Places where the line is tied to a level; arrays are (stops,)."""

    chainage: Array
    """Where, rising [m]; the nearest step of the programme is taken."""
    level: Array
    """Level there [m], kept within a level step; nan ties to the ground, inf ties to no level."""
    platform: float = 0.0
    """Length that is level, half of it on either side of each stop [m]."""

    @classmethod
    def free(cls) -> Stops:
        """Nothing ties the line, not even its ends."""
        return cls(np.empty(0), np.empty(0))

    @classmethod
    def at_ends(cls, strip: Strip) -> Stops:
        """The line starts and ends on the ground."""
        return cls(strip.chainage[[0, -1]], np.full(2, np.nan))

    @property
    def tied(self) -> Stops:
        """Those that tie to a level."""
        kept = np.isfinite(self.level)
        return Stops(self.chainage[kept], self.level[kept])

    def on(self, strip: Strip) -> Stops:
        """The same places with the height of the ground where that is what ties."""
        ground = np.interp(self.chainage, strip.chainage, strip.height)
        return Stops(self.chainage, np.where(np.isnan(self.level), ground, self.level), self.platform)


@dataclass(frozen=True, slots=True)
class Fineness:
    """How finely the programme looks."""

    step: float = 100.0
    """Longest step along the line [m]."""
    level: float = 0.3
    """Spacing of levels aimed at before they are halved [m]; the true one makes the vertical radius a whole
    class of grade."""
    refinements: int = 5
    """How often levels are halved in a narrow room around the line found."""
