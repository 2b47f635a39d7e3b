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

    def middle(name: str, scope: str = "") -> float:
        return facts.pick(name, scope).middle

    return Prices(
        base=sum(middle(name) for name in BY_LENGTH) / METRES_PER_KILOMETRE,
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
