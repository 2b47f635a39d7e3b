"""How far the true ground may lie from a coarse relief, by form of the land."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from egiz.world.sphere import Array

LandForm: TypeAlias = Literal["sea", "plain", "hills", "mountains"]
"""Forms of the land, told apart by the relief of the neighbourhood."""
LAND_FORMS: tuple[LandForm, ...] = ("sea", "plain", "hills", "mountains")
"""All forms; arrays of forms hold places in this tuple."""

Forms = NDArray[np.int64]
"""Places in `LAND_FORMS`."""


@dataclass(frozen=True, slots=True)
class Roughness:
    """What a coarse relief leaves out on land of one form.

    The ground lies between the coarse height plus the low offset and plus the high offset with a chance of
    80 % (P10 to P90). Each offset is a constant and a share of the local relief: the range of the coarse
    heights around.
    """

    least_relief: float
    """Local relief from which on land is of this form [m]."""
    low_constant: float
    """Low offset on flat land [m]."""
    low_share: float
    """Part of the local relief that the low offset takes."""
    high_constant: float
    """High offset on flat land [m]."""
    high_share: float
    """Part of the local relief that the high offset takes."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Heights of the ground at points, with their doubt."""

    height_m: Array
    """Height of the coarse relief above the sea [m]."""
    low_m: Array
    """P10 of the true height [m]."""
    high_m: Array
    """P90 of the true height [m]."""
    relief_m: Array
    """Local relief: range of the coarse heights around [m]."""
    form: Forms
    """Form of the land: places in `LAND_FORMS`."""

    @property
    def too_coarse(self) -> NDArray[np.bool_]:
        """Whether the embedded relief cannot carry an alignment: in mountains."""
        return np.asarray(self.form == LAND_FORMS.index("mountains"))


def ground(height: Array, local_relief: Array, roughness: Mapping[LandForm, Roughness]) -> Ground:
    """Heights with their doubt, out of a coarse relief.

    Parameters
    ----------
    height
        Coarse heights [m], any shape.
    local_relief
        Range of the coarse heights around each point [m], same shape.
    roughness
        What the coarse relief leaves out, for plain, hills and mountains.

    Returns
    -------
    Ground
        Arrays of the same shape. Where height and local relief are both zero it is sea, without any doubt.
    """
    form = land_form(height, local_relief, roughness)
    none = Roughness(0.0, 0.0, 0.0, 0.0, 0.0)
    rows = [roughness.get(name, none) for name in LAND_FORMS]
    low = _picked([row.low_constant for row in rows], form) + local_relief * _picked(
        [row.low_share for row in rows], form
    )
    high = _picked([row.high_constant for row in rows], form) + local_relief * _picked(
        [row.high_share for row in rows], form
    )
    return Ground(height, height + np.minimum(low, 0.0), height + np.maximum(high, 0.0), local_relief, form)


def land_form(height: Array, local_relief: Array, roughness: Mapping[LandForm, Roughness]) -> Forms:
    """Form of the land, as places in `LAND_FORMS`; parameters as in `ground`."""
    form = np.full(np.shape(local_relief), LAND_FORMS.index("plain"), dtype=np.int64)
    for name in ("hills", "mountains"):
        steep = local_relief >= roughness[name].least_relief
        form = np.where(steep, LAND_FORMS.index(name), form)
    return np.where((height == 0.0) & (local_relief == 0.0), LAND_FORMS.index("sea"), form)


def _picked(values: Sequence[float], form: Forms) -> Array:
    """The value of each point's form."""
    picked: Array = np.array(values, dtype=np.float64)[form]
    return picked
