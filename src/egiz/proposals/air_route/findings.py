"""What the ledger of a flight means: would it live, why not, what would make it work, who would fly."""

from __future__ import annotations

from collections.abc import Mapping

from egiz.figures.figure import Figure, Finding
from egiz.proposals.kind import View

VERDICT = "first-estimate"
"""What is no verdict on its own."""

RANGES: Mapping[str, tuple[str, ...]] = {
    "life": ("cover", "yearly_passengers"),
    "riders": ("yearly_passengers", "passengers_per_sector", "load"),
    "money": ("yearly_profit", "sector_cost", "sector_gap", "yearly_gap", "net_fare"),
    "climate": ("yearly_co2", "co2_per_passenger", "co2_per_seat"),
}
"""Finding -> the ranges its sentence names."""

CHOICES = ("aircraft_type", "aircraft_best")
"""Choices among the types, by number."""

COMPARED = ("train", "bus", "car", "connection")
"""Other ways to travel, by carbon dioxide."""

TOGETHER = "all_together"
"""The remedy that is not a single one."""

NAMED = ("none", "one", "two", "three")
"""Verdicts on causes: how many weigh enough to be named."""


def findings(view: View) -> tuple[Finding, ...]:
    """Read the ledger of a flight."""
    figures = {key: {name: view.range(name) for name in names} for key, names in RANGES.items()}
    return (
        Finding("life", verdict(view), {"chance_viable": view.share("chance_viable"), **figures["life"]}),
        Finding("causes", _named(view), _causes(view)),
        Finding("remedies", _remedy(view), _remedies(view)),
        Finding("riders", VERDICT, {**figures["riders"], **_purposes(view), **_months(view)}),
        Finding("money", VERDICT, {**figures["money"], "makes_profit": view.share("makes_profit")}),
        Finding("aircraft", VERDICT, {name: view.choice(name, "aircraft") for name in CHOICES}),
        Finding("timetable", VERDICT, _timetable(view)),
        Finding("climate", _compared(view), {**figures["climate"], **_other_ways(view)}),
    )


def verdict(view: View) -> str:
    """``lives``, ``open`` or ``fails``, and ``-paid`` behind it where a scenario pays some of the gap."""
    chance = view.share("chance_viable").share
    paid = "-paid" if _same_in_all(view, "gap_paid") > 0.0 else ""
    if chance >= _threshold(view, "chance_safe"):
        return f"lives{paid}"
    return f"fails{paid}" if chance <= _threshold(view, "chance_unsafe") else f"open{paid}"


def _named(view: View) -> str:
    """How many causes are named, three at most."""
    return NAMED[min(int(_same_in_all(view, "causes_named")), len(NAMED) - 1)]


def _causes(view: View) -> dict[str, Figure]:
    """The causes named, each with the chance that would be left without it."""
    found: dict[str, Figure] = {}
    for place in ("first", "second", "third")[: NAMED.index(_named(view))]:
        found[f"cause_{place}"] = view.choice(f"cause_{place}", "cause")
        found[f"chance_without_{place}"] = view.share(f"chance_without_{place}")
    return found


def _remedy(view: View) -> str:
    """``unneeded``, ``free``, ``paid``; ``together`` or ``none`` where no single remedy is enough."""
    if view.share("chance_viable").share >= _threshold(view, "chance_safe"):
        return "unneeded"
    if view.share("strongest_chance").share < _threshold(view, "chance_safe"):
        return "none"
    if view.choice("remedy_cheapest", "remedy").chosen == TOGETHER:
        return "together"
    return "paid" if float(view.ledger.value(view.key("cheapest_support")).mean()) > 0.0 else "free"


def _remedies(view: View) -> dict[str, Figure]:
    """The remedy that would do for the least money, the strongest, and the best types and days."""
    found: dict[str, Figure] = {}
    if _remedy(view) in {"free", "paid", "together"}:
        found["remedy_cheapest"] = view.choice("remedy_cheapest", "remedy")
        found["cheapest_chance"] = view.share("cheapest_chance")
    if _remedy(view) in {"paid", "together"}:
        found |= {name: view.range(name) for name in ("cheapest_support", "cheapest_sector_support")}
    if _remedy(view) == "none":
        found["remedy_strongest"] = view.choice("remedy_strongest", "remedy")
        found["strongest_chance"] = view.share("strongest_chance")
        found["strongest_support"] = view.range("strongest_support")
    return {
        **found,
        "best_aircraft": view.choice("best_aircraft", "aircraft"),
        "best_frequency": view.choice("best_frequency", "frequency"),
        "chance_best": view.share("chance_best"),
        "third_city": view.choice("third_city", "third_city"),
    }


def _same_in_all(view: View, name: str) -> float:
    """A number of the flight that is the same in every draw."""
    return float(view.ledger.value(view.key(name))[0])


def _purposes(view: View) -> dict[str, Figure]:
    """Passengers by why they travel."""
    purposes = view.ledger.sheet.axes["market.purpose"]
    return {purpose: view.range("yearly_passengers_by_purpose", (purpose,)) for purpose in purposes}


def _months(view: View) -> dict[str, Figure]:
    """The fullest and the emptiest month."""
    found: dict[str, Figure] = {}
    for which in ("peak", "quiet"):
        month = view.choice(f"{which}_month", "market.month")
        found[f"{which}_month"] = month
        found[f"{which}_passengers"] = view.range("monthly_passengers", (month.chosen,))
    return found


def _timetable(view: View) -> dict[str, Figure]:
    """How often it flies and how far from the wished hour; days and hours stand in the timetable itself."""
    delays = {purpose: view.range("schedule_delay", (purpose,)) for purpose in ("business", "leisure")}
    return {
        "weekly_flights": view.range("weekly_flights"),
        "sector_time": view.range("sector_time"),
        **delays,
    }


def _ways(view: View) -> tuple[str, ...]:
    """Services of the market that the flight is held against, by their labels."""
    offered = view.ledger.sheet.axes["market.service"]
    return tuple(way for way in COMPARED if way in offered)


def _compared(view: View) -> str:
    """``by-all``, ``by-land``, ``by-air`` or ``alone``: which other ways there are to hold it against."""
    by_air, by_land = ("connection" in _ways(view)), ("train" in _ways(view))
    if by_air and by_land:
        return "by-all"
    return "by-air" if by_air else "by-land" if by_land else "alone"


def _other_ways(view: View) -> dict[str, Figure]:
    """Carbon dioxide of a traveller by every other way."""
    return {way: view.range("service_co2", (way,)) for way in _ways(view)}


def _threshold(view: View, name: str) -> float:
    """A fact of the world without doubt, the same in every draw (docs/decisions/0010)."""
    return float(view.ledger.value(name)[0])
