"""What the ledger of a flight means: would it live, who would fly, at what cost."""

from __future__ import annotations

from collections.abc import Mapping

from egiz.figures.figure import Figure, Finding
from egiz.proposals.kind import View

VERDICT = "first-estimate"
"""What is no verdict on its own."""

RANGES: Mapping[str, tuple[str, ...]] = {
    "life": ("cover", "yearly_passengers"),
    "remedy": ("sector_gap", "yearly_gap"),
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
        Finding("life", verdict(view), {**figures["life"], "chance_viable": view.share("chance_viable")}),
        Finding("remedy", _remedy(view), {**figures["remedy"], **_ways(view)}),
        Finding("riders", VERDICT, {**figures["riders"]}),
        Finding("money", VERDICT, {**figures["money"], "makes_profit": view.share("makes_profit")}),
        Finding("aircraft", VERDICT, {name: view.choice(name, "aircraft") for name in CHOICES}),
        Finding("climate", VERDICT, {**figures["climate"]}),
    )


def verdict(view: View) -> str:
    """``lives``, ``open`` or ``fails``: how the chance of 24 months stands to the fate of new routes."""
    chance = view.share("chance_viable").share
    if chance >= _threshold(view, "chance_safe"):
        return "lives"
    return "fails" if chance <= _threshold(view, "chance_unsafe") else "open"


def _remedy(view: View) -> str:
    """``option`` where some type and frequency lives without support, else ``support``."""
    return "option" if view.share("chance_best").share >= _threshold(view, "chance_safe") else "support"


def _ways(view: View) -> dict[str, Figure]:
    """What could make it work: the gap paid, or another type and frequency."""
    return {
        "chance_supported": view.share("chance_supported"),
        "chance_best": view.share("chance_best"),
        "best_aircraft": view.choice("best_aircraft", "aircraft"),
        "best_frequency": view.choice("best_frequency", "frequency"),
    }


def _threshold(view: View, name: str) -> float:
    """A fact without doubt, the same in every draw (docs/decisions/0010)."""
    return float(view.ledger.value(name)[0])
