"""Where a railway may run: the cheapest line in plan and profile that keeps radius, grade and vertical curve.

Plain plane geometry in metres; what lies on which globe is the caller's business. `Field` is the ground as a
raster. `route` finds the line in plan for a price of each metre of ground, `distinct` several that differ.
"""

from egiz.engines.alignment.record import (
    Alignment,
    Corners,
    Field,
    Plan,
    Prices,
    Profile,
    Quantities,
    Standard,
    Structure,
)
from egiz.engines.alignment.route import route

__all__ = [
    "Alignment",
    "Corners",
    "Field",
    "Plan",
    "Prices",
    "Profile",
    "Quantities",
    "Standard",
    "Structure",
    "route",
]
