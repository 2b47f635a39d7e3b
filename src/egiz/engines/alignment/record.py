"""What the alignment engine takes and gives: the ground, the rules, the prices, and the line found.

Lengths are metres in a plane, x to the east and y to the north; money is in one currency, written USD.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Array32 = NDArray[np.float32]
Mask = NDArray[np.bool_]
Codes = NDArray[np.int8]


class Structure(IntEnum):
    """What carries the line at a station."""

    EARTH_FILL = 0
    CUT = 1
    VIADUCT = 2
    TUNNEL = 3
    BRIDGE = 4

    @property
    def word(self) -> str:
        """What people read: fill, cut, viaduct, tunnel or bridge."""
        return self.name.lower().removeprefix("earth_")


@dataclass(frozen=True, slots=True)
class Field:
    """The ground as a raster: rows to the north, columns to the east."""

    west: float
    """x of the centre of the first cell [m]."""
    south: float
    """y of the centre of the first cell [m]."""
    cell: float
    """Width and height of a cell [m]."""
    height: Array32
    """Height of the ground [m]: (rows, columns)."""
    deviation: Array32
    """Standard deviation of the ground that the cells do not resolve [m]; 0 where `height` is the ground."""
    weight: Array32
    """Factor of at least 1 on the price of a metre; inf where the line may not go."""
    water: Mask
    """Where only a bridge carries the line."""
    hurst: float = 0.5
    """Hurst exponent of the ground that the cells do not resolve [1]; told where `deviation` is above 0."""
    corner: float = 20_000.0
    """Corner wave of that ground [m]: its spectrum along a line is (1/wave^2 + 1/corner^2)^-(hurst + 1/2)."""
    doubt: tuple[float, float] = (1.0, 1.0)
    """P10 and P90 of the true deviation over the one told [1], lognormal."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What a line must keep to."""

    radius: float
    """Least radius of a curve in plan [m]."""
    grade: float
    """Largest grade, rise over run [1]."""
    vertical_radius: float
    """Least radius of a curve in profile [m]."""
    speed: float
    """Speed that the standard is for [m/s]."""


@dataclass(frozen=True, slots=True)
class Prices:
    """Middle values of what a metre of line costs."""

    base: float
    """Price of a metre of line whatever carries it [USD/m]."""
    fill: float
    """Price of fill [USD/m3]."""
    cut: float
    """Price of cut [USD/m3]."""
    formation: float
    """Width of the formation on fill [m]."""
    formation_in_cut: float
    """Width of the formation in a cut, ditches included [m]."""
    fill_slope: float
    """Run over rise of the side of a fill [1]."""
    cut_slope: float
    """Run over rise of the side of a cut [1]."""
    viaduct: float
    """Price of a metre of viaduct of no height [USD/m]."""
    viaduct_height: float
    """Price of a metre of viaduct for each metre of its height [USD/m2]."""
    tunnel: float
    """Price of a metre of tunnel [USD/m]."""
    bridge: float
    """Price of a metre of bridge over water [USD/m]."""


@dataclass(frozen=True, slots=True)
class Corners:
    """The tangent polygon: straights meet in corners, and an arc rounds each."""

    x: Array
    """x of each corner, both ends of the line included [m]."""
    y: Array
    """y of each corner [m]."""
    radius: Array
    """Radius of the arc that rounds each corner [m]; inf at the ends and where nothing turns."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A line in plan, told at stations; all arrays are (stations,)."""

    chainage: Array
    """Way from the start, along arcs [m]."""
    x: Array
    """x of each station [m]."""
    y: Array
    """y of each station [m]."""
    heading: Array
    """Direction of travel, turning left from the x axis [rad]."""
    radius: Array
    """Radius of the curve at each station, left positive [m]; inf on a straight."""
    length: float
    """Length along arcs [m]."""
    price: float
    """What the price of a metre adds up to along the line [USD]."""
    corners: Corners
    """The tangent polygon behind it."""
    stops: Array
    """Chainage of each point that the line was asked to pass [m]: (points,)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A line in profile, told at stations; arrays are (stations,)."""

    chainage: Array
    """Way from the start [m]."""
    ground: Array
    """Height of the ground [m]."""
    level: Array
    """Height of the line [m]."""
    grade: Array
    """Rise over run from each station to the next [1]; the last repeats the one before."""
    structure: Codes
    """What carries the line from each station to the next: codes of `Structure`."""
    fill_m3: float
    """Fill [m3]."""
    cut_m3: float
    """Cut [m3]."""
    viaduct_m: float
    """Length of viaducts [m]."""
    tunnel_m: float
    """Length of tunnels [m]."""
    bridge_m: float
    """Length of bridges over water [m]."""
    cost: float
    """What it costs [USD]."""


@dataclass(frozen=True, slots=True)
class Quantities:
    """What it takes to build a line; arrays are (samples,), one sample for each likely ground."""

    length_m: float
    """Length of the line [m]."""
    fill_m3: Array
    """Fill [m3]."""
    cut_m3: Array
    """Cut [m3]."""
    viaduct_m: Array
    """Length of viaducts [m]."""
    viaduct_area_m2: Array
    """Length times height of viaducts [m2]."""
    tunnel_m: Array
    """Length of tunnels [m]."""
    bridge_m: Array
    """Length of bridges over water [m]."""
    built_up_m: float
    """Length through ground whose weight is above 1 [m]."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A line in plan and profile, with what it takes."""

    plan: Plan
    """The line in plan."""
    profile: Profile
    """The line in profile on the ground as the raster has it."""
    cost: Array
    """What it costs, weights included [USD]: (samples,)."""
    quantities: Quantities
    """What it takes to build."""
