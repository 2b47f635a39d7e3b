"""The market in middle values: what engines take that search a timetable before any draw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from egiz.figures.ledger import Ledger
from egiz.figures.unit import Array
from egiz.market.service import MARKET, PURPOSES


@dataclass(frozen=True, slots=True)
class Outlook:
    """Medians of the market; arrays have one number a purpose, shape (purposes,)."""

    purposes: tuple[str, ...]
    """Why people travel, in the order of the arrays."""
    all_trips: Array
    """Trips a year by all modes, both directions [pax/year]."""
    rest: Array
    """Expected best utility of the services that exist [1]."""
    time_weight: Array
    """Utility lost by an hour on the way [1/h]."""
    cost_weight: Array
    """Utility lost by a dollar [pax/USD]."""
    early: Array
    """Utility lost by an hour that one leaves too early [1/h]."""
    late: Array
    """Utility lost by an hour that one leaves too late [1/h]."""
    air_constant: float
    """Constant of a direct flight [1]."""
    airport_time: float
    """Hours that a direct flight takes besides the flight [h]."""
    hours_reference: float
    """Hours from door to door at which the weight of an hour is told [h]."""
    damping_hours: float
    """How fast further hours weigh less [h]."""
    delay_most: float
    """Hours of shift beyond which a departure is not thought of [h]."""


def outlook(ledger: Ledger) -> Outlook:
    """Take the middle of a run that holds the market."""

    def middle(name: str) -> Array:
        found: Array = np.median(ledger.value(f"{MARKET}.{name}"), axis=-1)
        return found

    return Outlook(
        purposes=PURPOSES,
        all_trips=middle("all_trips"),
        rest=middle("existing_logsum"),
        time_weight=middle("time_weight"),
        cost_weight=middle("cost_weight"),
        early=middle("early_weight"),
        late=middle("late_weight"),
        air_constant=float(middle("air_constant")),
        airport_time=float(middle("airport_time")),
        hours_reference=float(middle("hours_reference")),
        damping_hours=float(middle("damping_hours")),
        delay_most=float(middle("delay_most")),
    )
