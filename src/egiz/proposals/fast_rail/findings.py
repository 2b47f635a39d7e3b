"""What the ledger of a fast railway means: how fast, who rides, what it costs, what would make it pay."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from egiz.figures.figure import Figure, Finding
from egiz.proposals.fast_rail.terms import FIRST, TRAINS, USUAL
from egiz.proposals.kind import View

STEADY = "estimate"
"""What is no verdict on its own."""
BUS = "bus"
"""The way to travel that no count tells from the car."""
NOTHING = "nothing"
"""Nothing is agreed to be built."""

RANGES: Mapping[str, tuple[str, ...]] = {
    "time": ("end_to_end", "length"),
    "riders": ("yearly_riders", "new_riders", "load", "trains_a_day"),
    "cost": ("capital_estimate", "cost_overrun", "capital_cost", "cost_per_kilometre", "yearly_upkeep"),
    "worth": ("fares_worth", "running_worth", "building_worth", "left_worth", "horizon"),
    "pays": (
        "npv",
        "running_result",
        "yearly_support",
        "fare_needed",
        "fare_taken",
        "riders_needed",
        "cost_needed",
    ),
    "climate": ("yearly_co2", "co2_balance", "yearly_saved_co2", "yearly_train_co2", "works_co2"),
}
"""Finding -> the ranges its sentence names."""
PLANS = (
    *(
        "plan_length",
        "plan_length_least",
        "plan_length_most",
        "plan_time",
        "plan_riders",
        "plan_riders_least",
    ),
    *("plan_cost", "plan_cost_first", "plan_roubles", "plan_roubles_first", "plan_cost_now"),
)
"""Published plans that may stand beside."""
OURS = {
    "ours_length": "built_way",
    "ours_riders": "yearly_riders_by_alternative",
    "ours_cost": "capital_cost_by_alternative",
}
"""What of ours stands beside a plan: that of the first line for the usual speed."""


def findings(view: View) -> tuple[Finding, ...]:
    """Read the ledger of a fast railway."""
    figures = {key: {name: view.range(name) for name in names} for key, names in RANGES.items()}
    built = NOTHING if _mean(view, "length") <= 0.0 else STEADY
    return (
        Finding("pays", _pays(view, built), {**figures["pays"], "chance_pays": view.share("chance_pays")}),
        Finding("riders", built, {**figures["riders"], **_modes(view)}),
        Finding("cost", built, figures["cost"]),
        Finding("time", built, figures["time"]),
        *_plans(view),
        Finding("worth", built, {**figures["worth"], "discount_rate": view.share("discount_rate")}),
        *_base(view),
        Finding("alternatives", _best(view), _choices(view)),
        Finding("climate", _climate(view, built), figures["climate"]),
        *_held(view),
    )


def _pays(view: View, built: str) -> str:
    """``nothing``, ``pays``, ``runs`` where fares bear running and upkeep in the middle, or ``costs``."""
    if built == NOTHING:
        return NOTHING
    if view.share("chance_pays").share >= 1.0 / 2.0:
        return "pays"
    return "runs" if _mean(view, "running_result") >= 0.0 else "costs"


def _best(view: View) -> str:
    """``nothing`` where no alternative is worth more than doing nothing, else ``built``."""
    return NOTHING if view.choice("alternative_best", "alternative").chosen == NOTHING else "built"


def _choices(view: View) -> dict[str, Figure]:
    names = ("alternative_agreed", "alternative_best", "alternative_least_support")
    return {name: view.choice(name, "alternative") for name in names}


def _climate(view: View, built: str) -> str:
    if built == NOTHING:
        return NOTHING
    return "saves" if _mean(view, "co2_balance") < 0.0 else "adds"


def _modes(view: View) -> dict[str, Figure]:
    """Riders by what they would take otherwise."""
    modes = view.ledger.sheet.axes[view.key("mode")]
    return {f"from_{mode}": view.range("riders_by_mode", (mode,)) for mode in modes}


def _held(view: View) -> tuple[Finding, ...]:
    """Our choice against hours alone between the cities of the study, if a line joins them."""
    if _mean(view, "held_hours") <= 0.0:
        return ()
    ours, alone = view.share("held_by_choice"), view.share("held_by_time")
    low, high = alone.band or (alone.share, alone.share)
    verdict = "above" if ours.share > high else "below" if ours.share < low else STEADY
    return (
        Finding(
            "hours_alone",
            verdict,
            {"held_hours": view.range("held_hours"), "held_by_choice": ours, "held_by_time": alone},
        ),
    )


def _plans(view: View) -> tuple[Finding, ...]:
    """Plans that were published of the first line, beside ours; they enter nothing."""
    known = {name: view.range(name) for name in PLANS if view.key(name) in view.ledger.values}
    if set(known) != set(PLANS):
        return ()
    risen = _mean(view, "plan_roubles") > _mean(view, "plan_roubles_first")
    at = (f"{FIRST}-{USUAL}",)
    ours = {name: view.range(quantity, at) for name, quantity in OURS.items()}
    ours["ours_minutes"] = view.range("train_minutes_by_design", (FIRST, f"{USUAL}-{TRAINS[USUAL]}"))
    return (Finding("plans", "risen" if risen else STEADY, {**known, **ours}),)


def _base(view: View) -> tuple[Finding, ...]:
    """What was counted of today's travel on the first line, and which count it is."""
    leg = view.ledger.sheet.axes[view.key("leg")][0]
    if _mean(view, "uncounted", 0) > 0.0:
        return ()
    found: dict[str, Figure] = {name: view.range(name, (leg,)) for name in ("counted_rail", "counted_road")}
    found["bus_share"] = view.share("today_share", (leg, BUS))
    if view.key("rail_trips_first") not in view.ledger.values:
        return (Finding("base", STEADY, found),)
    found["rail_trips_first"] = view.range("rail_trips_first")
    low, high = (
        float(end) for end in np.quantile(view.ledger.value(view.key("counted_rail"))[0], (0.0, 1.0))
    )
    same = low <= _mean(view, "rail_trips_first") <= high
    return (Finding("base", "first" if same else "newer", found),)


def _mean(view: View, name: str, row: int | None = None) -> float:
    value = view.ledger.value(view.key(name))
    return float((value if row is None else value[row]).mean())
