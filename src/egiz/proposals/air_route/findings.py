"""What the ledger of a flight means: first estimates, no verdict on viability yet."""

from __future__ import annotations

from egiz.figures.figure import Finding
from egiz.proposals.kind import View


def findings(view: View) -> tuple[Finding, ...]:
    """Read the ledger of a flight."""
    return (
        Finding(
            "riders",
            "first-estimate",
            {
                "yearly_passengers": view.range("yearly_passengers"),
                "passengers_per_sector": view.range("passengers_per_sector"),
                "load": view.range("load"),
            },
        ),
        Finding(
            "money",
            "first-estimate",
            {
                "yearly_profit": view.range("yearly_profit"),
                "sector_cost": view.range("sector_cost"),
                "sector_gap": view.range("sector_gap"),
                "makes_profit": view.share("makes_profit"),
            },
        ),
        Finding(
            "aircraft",
            "first-estimate",
            {
                "aircraft_type": view.choice("aircraft_type", "aircraft"),
                "aircraft_best": view.choice("aircraft_best", "aircraft"),
            },
        ),
        Finding(
            "climate",
            "first-estimate",
            {
                "yearly_co2": view.range("yearly_co2"),
                "co2_per_passenger": view.range("co2_per_passenger"),
            },
        ),
    )
