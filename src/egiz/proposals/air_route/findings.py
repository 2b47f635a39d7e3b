"""What the ledger of a flight means: first estimates, no verdict on viability yet."""

from __future__ import annotations

from collections.abc import Mapping

from egiz.figures.figure import Finding
from egiz.proposals.kind import View

VERDICT = "first-estimate"
"""The only verdict until the flight is studied in depth."""

RANGES: Mapping[str, tuple[str, ...]] = {
    "riders": ("yearly_passengers", "passengers_per_sector", "load"),
    "money": ("yearly_profit", "sector_cost", "sector_gap", "net_fare"),
    "climate": ("yearly_co2", "co2_per_passenger"),
}
"""Finding -> the ranges its sentence names."""

CHOICES = ("aircraft_type", "aircraft_best")
"""Choices among the types, by number."""


def findings(view: View) -> tuple[Finding, ...]:
    """Read the ledger of a flight."""
    figures = {key: {name: view.range(name) for name in names} for key, names in RANGES.items()}
    return (
        Finding("riders", VERDICT, {**figures["riders"]}),
        Finding("money", VERDICT, {**figures["money"], "makes_profit": view.share("makes_profit")}),
        Finding("aircraft", VERDICT, {name: view.choice(name, "aircraft") for name in CHOICES}),
        Finding("climate", VERDICT, {**figures["climate"]}),
    )
