"""What an agreement may say of a fast railway."""

from __future__ import annotations

from egiz.proposals.kind import Cash, Lever, Promise, Term

DESIGNS = ("new-250", "new-300", "new-350", "upgrade-160", "upgrade-200")
"""What may be built, with its speed in km/h: a new line, or the existing one made faster."""
NOTHING = "nothing"
"""Everything stays as it is."""
EXTENTS = ("line", "onward", "onward-other")
"""How far: the first line alone, and on from its end by one way or the other."""
USUAL, FIRST = "new-300", "line"
"""What stands where an agreement does not say."""

TRAINS = {
    "new-250": "velaro-rus",
    "new-300": "generic-300",
    "new-350": "generic-350",
    "upgrade-160": "emu-200-pair",
    "upgrade-200": "emu-200-pair",
}
"""Design -> train that runs on it, from the table of trains: all have 430 to 604 seats."""

TERMS = (
    Term("line", places=True),
    Term("onward", places=True),
    Term("onward_other", places=True),
    Term("design", options=(*DESIGNS, NOTHING), default=USUAL),
    Term("extent", options=EXTENTS, default=FIRST),
    Term("grade", unit="m/km", low=3, high=40, optional=True),
    Term("fare", unit="USD/pax/km", low=0.005, high=1, optional=True),
    Term("daily_trains", unit="1/day", low=1, high=200, whole=True, optional=True),
)

LEVERS = (
    Lever("design", "design"),
    Lever("extent", "design"),
    Lever("grade", "design", low=3, high=40, step=0.5),
    Lever("fare", "instant", low=0.01, high=0.3, step=0.005),
    Lever("daily_trains", "instant", low=1, high=60, step=1),
    Lever("unit_cost_factor", "instant", low=0.3, high=3, step=0.05),
)

CASH_FLOW = (
    Cash("operator", "yearly_revenue", 1),
    Cash("operator", "yearly_running", -1),
    Cash("operator", "yearly_access", -1),
    Cash("owner", "yearly_access", 1),
    Cash("owner", "yearly_upkeep", -1),
    Cash("budget", "yearly_capital", -1),
    Cash("travellers", "yearly_revenue", -1),
)

PROMISES = (
    Promise("yearly_riders", "yearly_riders", after_years=12.0),
    Promise("end_to_end", "end_to_end", after_years=9.0),
)


def speed_of(design: str) -> float:
    """Speed of a design [km/h], which its name tells."""
    return float(design.rpartition("-")[2])
