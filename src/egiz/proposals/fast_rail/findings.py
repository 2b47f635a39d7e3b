"""What the ledger of a fast railway means: how fast, who rides, what it costs, what would make it pay."""

from __future__ import annotations

from collections.abc import Mapping

from egiz.figures.figure import Figure, Finding
from egiz.proposals.kind import View

STEADY = "estimate"
"""What is no verdict on its own."""
NOTHING = "nothing"
"""Nothing is agreed to be built."""

RANGES: Mapping[str, tuple[str, ...]] = {
    "time": ("end_to_end", "length"),
    "riders": ("yearly_riders", "new_riders", "load", "trains_a_day"),
    "cost": ("capital_cost", "cost_per_kilometre", "yearly_upkeep"),
    "pays": ("npv", "running_result", "yearly_support", "fare_needed", "fare_taken", "riders_needed"),
    "climate": ("yearly_co2", "co2_balance"),
}
"""Finding -> the ranges its sentence names."""
PLANS = ("plan_length", "plan_time", "plan_riders", "plan_cost", "plan_cost_first")
"""Published plans that may stand beside."""


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
    risen = _mean(view, "plan_cost") > _mean(view, "plan_cost_first")
    return (Finding("plans", "risen" if risen else STEADY, known),)


def _mean(view: View, name: str) -> float:
    return float(view.ledger.value(view.key(name)).mean())
