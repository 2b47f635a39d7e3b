<<<<<<< HEAD
<<<<<<< HEAD
"""Middle prices of works, as the alignment engine weighs one line against another with them."""

from __future__ import annotations

from egiz.engines.alignment.record import Prices
from egiz.facts.dated import Dated
from egiz.world.sphere import METRES_PER_KILOMETRE

ANY = "rail"
"""Scope of facts about any line."""
BY_LENGTH = ("track_cost", "power_cost", "signal_cost", "civil_cost", "land_cost")
"""Prices of a kilometre of line whatever carries it."""


def prices_of(facts: Dated) -> Prices:
    """Take the middle of every price, and the shape of the works."""
=======
"""Middle prices of a line for the alignment engine, from the rows of this kind and of ``rail_standard.csv``."""
=======
"""Middle prices of a line for the alignment engine, from rows of this kind and of ``rail_standard.csv``."""
>>>>>>> 8a07066 (egiz align: command, document, GeoPackage and GeoJSON)

from __future__ import annotations

import numpy as np

from egiz.engines.alignment.record import Prices
from egiz.facts.dated import Dated
from egiz.proposals.fast_rail.standard import ANY
from egiz.world.sphere import METRES_PER_KILOMETRE

NEW = "new-"
"""What scopes of new lines begin with; the speed follows [km/h]."""


def prices_of(facts: Dated, speed_kmh: float) -> Prices:
    """What a metre of a new line for a speed costs.

    Parameters
    ----------
    facts
        Facts known by a day, opened with the table of this kind.
    speed_kmh
        Speed of the line [km/h].
    """
>>>>>>> b2d88ad (egiz align: lines between any two places, what they take and cost)

    def middle(name: str, scope: str = "") -> float:
        return facts.pick(name, scope).middle

<<<<<<< HEAD
    return Prices(
        base=sum(middle(name) for name in BY_LENGTH) / METRES_PER_KILOMETRE,
=======
    faster = (middle("track_cost") + middle("power_cost") + middle("signal_cost")) * factor_at(
        facts, speed_kmh
    )
    return Prices(
        base=(faster + middle("civil_cost") + middle("land_cost")) / METRES_PER_KILOMETRE,
>>>>>>> b2d88ad (egiz align: lines between any two places, what they take and cost)
        fill=middle("fill_cost"),
        cut=middle("cut_cost"),
        formation=middle("formation_width", ANY),
        formation_in_cut=middle("cut_width", ANY),
        fill_slope=middle("fill_slope", ANY),
        cut_slope=middle("cut_slope", ANY),
        viaduct=middle("viaduct_cost"),
        viaduct_height=middle("viaduct_height_cost"),
        tunnel=middle("tunnel_cost"),
        bridge=middle("bridge_cost"),
    )
<<<<<<< HEAD
=======


def factor_at(facts: Dated, speed_kmh: float) -> float:
    """Price of track, power and signals at a speed [km/h] over that at 300 km/h: straight between rows."""
    rows = {
        float(scope.removeprefix(NEW)): scope
        for scope in facts.scopes("speed_factor")
        if scope.startswith(NEW)
    }
    speeds = sorted(rows)
    factors = [facts.pick("speed_factor", rows[speed]).middle for speed in speeds]
    return float(np.interp(speed_kmh, speeds, factors))
>>>>>>> b2d88ad (egiz align: lines between any two places, what they take and cost)
