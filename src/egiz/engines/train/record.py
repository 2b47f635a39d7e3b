"""What a run is worked out from and what comes of it: a train, a track, the way it is driven, the run."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from egiz.errors import EngineError

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

GRAVITY = 9.80665
"""Standard acceleration of fall, by definition [m/s2]."""


class Stalled(EngineError):
    """A train comes to a stand on a hill that it cannot climb."""

    def __init__(self, chainage: float) -> None:
        self.chainage = chainage
        """Where its front is then [m]."""
        super().__init__(
            "a train", f"stalls at {chainage:.0f} m", "give it more force or the line less grade"
        )


class Unbraked(EngineError):
    """A line falls so steeply that the brakes of a train cannot stop it."""

    def __init__(self, chainage: float) -> None:
        self.chainage = chainage
        """Where that is [m]."""
        super().__init__("brakes", f"do not hold at {chainage:.0f} m", "give stronger ones or less grade")


@dataclass(frozen=True, slots=True)
class Davis:
    """What opposes a train on straight level track in the open: constant + linear v + square v2."""

    constant: float
    """Rolling [N]."""
    linear: float
    """Bearings and the air taken in [kg/s]."""
    square: float
    """Drag of the air [kg/m]."""

    def times(self, factor: float) -> Davis:
        """The same, all of it larger by a factor [1]."""
        return Davis(self.constant * factor, self.linear * factor, self.square * factor)


@dataclass(frozen=True, slots=True)
class Motor:
    """What drives a train, and what that takes from the wire."""

    speeds: Array
    """Speeds of the effort curve, rising from zero [m/s]: (points,); beyond the last its force holds."""
    forces: Array
    """Greatest force at the wheels at these speeds [N]: (points,); the power bounds it, too."""
    power: float
    """Greatest power at the wheels [W]."""
    efficiency: float
    """Power at the wheels over that taken for it from the wire [1]."""
    regeneration: float
    """Power given back over that of the electric brake, which is as strong as the motors [1]."""
    auxiliary: float
    """Taken all the time for cooling, light and comfort [W]."""


@dataclass(frozen=True, slots=True)
class Train:
    """A train."""

    mass: float
    """With people on board [kg]."""
    length: float
    """From end to end [m]."""
    inertia: float
    """Factor on the mass for what turns in it [1]."""
    davis: Davis
    """What opposes it."""
    motor: Motor
    """What drives it."""
    deceleration: float
    """Braking on the level [m/s2]; less downhill, no more uphill."""
    top_speed: float
    """It runs no faster [m/s]."""
    seats: float
    """Places to sit."""
    acceleration: float = np.inf
    """It gathers speed no faster, for the grip of its wheels or the comfort of people [m/s2]."""


@dataclass(frozen=True, slots=True)
class Track:
    """A line as a train meets it. A row holds from its chainage to the next one; all arrays are (rows,)."""

    chainage: Array
    """Length along the line, rising [m]."""
    height: Array
    """Level of the rail, straight between two rows [m]."""
    limit: Array
    """Speed limit [m/s]; a train keeps it until its tail has left."""
    radius: Array = field(default_factory=lambda: np.empty(0))
    """Radius of the curve [m], either sign; infinite where straight; empty: straight all along."""
    drag: Array = field(default_factory=lambda: np.empty(0))
    """What a tunnel adds to the square term of a train all inside it [kg/m]; empty: no tunnel."""
    curve: float = 0.0
    """Resistance of curves: part of the weight times the radius [m]."""


@dataclass(frozen=True, slots=True)
class Drive:
    """The way a train is driven."""

    stops: tuple[float, ...]
    """Where its front stops, rising [m]: from the first to the last, at least two."""
    dwell: float
    """How long it stands at each stop between [s]."""
    margin: float
    """Recovery time: part of the least time of a leg that is added to it, once [1]."""
    coasting: bool = False
    """Whether the recovery time is spent on running slower and rolling out, which saves energy."""
    step: float = 100.0
    """Longest step of the simulation [m]."""


@dataclass(frozen=True, slots=True)
class Legs:
    """A run from stop to stop; each array is (legs,)."""

    time: Array
    """From departure to arrival, recovery time included [s]."""
    least: Array
    """The same at full effort, without recovery time [s]."""
    drawn: Array
    """Energy taken from the wire [J]."""
    returned: Array
    """Energy given back to it [J]."""
    traction: Array
    """Work of the motors at the wheels [J]."""
    braking: Array
    """Work of all brakes [J]."""


@dataclass(frozen=True, slots=True)
class Run:
    """How a train runs along a track."""

    chainage: Array
    """Where its front is [m]: (nodes,)."""
    speed: Array
    """How fast it is there [m/s]: (nodes,)."""
    legs: Legs
    """From stop to stop."""
    dwell: float
    """How long it stands at all stops between [s]."""

    @property
    def time(self) -> float:
        """From the first departure to the last arrival [s]."""
        return float(self.legs.time.sum()) + self.dwell

    @property
    def least(self) -> float:
        """The same at full effort without recovery time [s]."""
        return float(self.legs.least.sum()) + self.dwell

    @property
    def drawn(self) -> float:
        """Energy taken from the wire [J]."""
        return float(self.legs.drawn.sum())

    @property
    def returned(self) -> float:
        """Energy given back to it [J]."""
        return float(self.legs.returned.sum())

    @property
    def net(self) -> float:
        """Energy taken less energy given back [J]."""
        return self.drawn - self.returned

    @property
    def length(self) -> float:
        """From the first stop to the last [m]."""
        return float(self.chainage[-1] - self.chainage[0])
