"""Where a railway may run: the cheapest line in plan and profile that keeps radius, grade and vertical curve.

Plain plane geometry in metres; what lies on which globe is the caller's business. `Field` is the ground as a
raster. `route` finds the line in plan for a price of each metre of ground, `distinct` several that differ;
`profile` finds the line in profile over a `Strip` of ground for any `Table` of prices by height. `align` does
it all, `aligned` all but the plan, and `front` for many standards.
"""

from egiz.engines.alignment.barrier import Block, NoWayError, Reason, blocked
from egiz.engines.alignment.chain import NoLineError, align, aligned, routed, strip_of
from egiz.engines.alignment.distinct import distinct
from egiz.engines.alignment.pareto import RunTime, front, unbeaten
from egiz.engines.alignment.price import metre_price
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
from egiz.engines.alignment.structure import Table, switches, table_of
from egiz.engines.alignment.vertical import Fineness, NoProfileError, Stops, Strip, described, profile

__all__ = [
    "distinct",
    "blocked",
    "Reason",
    "NoWayError",
    "Block",
    "Alignment",
    "Corners",
    "Field",
    "Fineness",
    "NoLineError",
    "NoProfileError",
    "Plan",
    "Prices",
    "Profile",
    "Quantities",
    "RunTime",
    "Standard",
    "Stops",
    "Strip",
    "Structure",
    "Table",
    "align",
    "aligned",
    "described",
    "front",
    "metre_price",
    "profile",
    "route",
    "routed",
    "strip_of",
    "switches",
    "table_of",
    "unbeaten",
]
