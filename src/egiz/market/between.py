"""The market between any two cities in middle values: for kinds that serve more cities than the pair.

A line or a network carries people between many pairs of places. Each has a market of its own, worked out by
the same formulas as that of the pair under study; here it is brought to one number a mode.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.ledger import Ledger
from egiz.figures.unit import Array
from egiz.market.service import AIR, GROUND, MARKET, direct_flights
from egiz.market.usual import usual_delay, usual_fare, usual_hours, usual_ride
from egiz.world.place import City
from egiz.world.sphere import between_km

MODES = (*GROUND, AIR)
"""Ways to travel, in the order of the arrays; of several services by air the one that suits best."""
ENDS = (0.1, 0.5, 0.9)
"""Quantiles in which a number in doubt is told."""


@dataclass(frozen=True, slots=True)
class Between:
    """Medians of a market; arrays have one number a mode, shape (modes,)."""

    offered: Array
    """One where the mode is there at all, else zero [1]."""
    hours: Array
    """Hours from door to door [h]."""
    ride: Array
    """Hours of them between the stations or airports where the ride begins and ends [h]."""
    fare: Array
    """What a traveller pays one way [USD/pax]."""
    delay: Array
    """Hours between the wished and the nearest departure [h]."""
    changes: Array
    """Changes on the way [1]."""
    favour: Array
    """Logarithm of the chance that the service exists, and what an airport abroad loses [1]."""
    co2: Array
    """Carbon dioxide of a traveller one way [kg/pax]."""
    air_trips: tuple[float, float, float]
    """Air trips a year, both directions: P10, P50, P90 [pax/year]."""
    counted: bool
    """They are counted flights, not those that a usual direct flight would carry."""
    usual: tuple[float, float, float]
    """A usual direct flight: hours from door to door [h], fare [USD/pax], hours of shift [h]."""
    hour_scale: float
    """How much more an hour weighs than at the income of reference [1]."""
    cost_weight: Array
    """Utility lost by a dollar, by purpose: shape (purposes,) [pax/USD]."""


def between(ledger: Ledger) -> Between:
    """Take the middle of a run that holds the market of two cities."""

    def middle(name: str) -> Array:
        key = f"{MARKET}.{name}"
        found: Array = np.median(ledger.value(key if key in ledger.values else name), axis=-1)
        return found

    rows = _rows(ledger, middle("service_utility").mean(axis=1))
    favour = np.log(middle("chance_offered")) + middle("strangeness")
    low, mid, high = np.quantile(ledger.value(f"{MARKET}.air_trips"), ENDS).tolist()
    return Between(
        offered=(rows >= 0).astype(np.float64),
        hours=_at(middle("door_hours"), rows),
        ride=_at(middle("ride_hours"), rows),
        fare=_at(middle("service_fare"), rows),
        delay=_at(middle("schedule_delay"), rows),
        changes=_at(middle("changes"), rows),
        favour=_at(favour, rows),
        co2=_at(middle("service_co2"), rows),
        air_trips=(low, mid, high),
        counted=f"{MARKET}.usual_hours" not in ledger.values,
        usual=_usual(middle),
        hour_scale=float(middle("hour_scale")),
        cost_weight=middle("cost_weight"),
    )


def too_near_to_fly(one: City, other: City, facts: Dated) -> bool:
    """Whether nobody flies between two cities: no direct flight is known of, and none is so short."""
    if direct_flights(f"{one.name}|{other.name}", facts) is not None:
        return False
    return between_km(one, other) < facts.pick("least_flight_length").middle


def without_flights(found: Between) -> Between:
    """The same market with no way by air; a count of flights to the whole country is none of these cities."""
    ground = np.array([mode != AIR for mode in MODES], dtype=np.float64)
    return replace(found, offered=found.offered * ground, counted=False)


def _usual(middle: Callable[[str], Array]) -> tuple[float, float, float]:
    """A usual direct flight in middle values, whatever the market is anchored on."""
    ride = usual_ride(*(middle(name) for name in ("distance", "flight_speed", "one_sector", "sector_hours")))
    priced = ("net_yield", "distance", "yield_reference_length", "stage_length_elasticity", "ticket_charges")
    fare = usual_fare(*(middle(name) for name in priced))
    delay = usual_delay(*(middle(name) for name in ("usual_departures", "hours_per_week", "delay_most")))
    return float(usual_hours(ride, middle("airport_time"))), float(fare), float(delay)


def _rows(ledger: Ledger, utility: Array) -> Array:
    """Row of the service that stands for each mode; -1 where there is none."""
    labels = ledger.sheet.axes[f"{MARKET}.service"]
    own = {mode: [row for row, label in enumerate(labels) if label == mode] for mode in GROUND}
    own[AIR] = [row for row, label in enumerate(labels) if label not in GROUND]
    best = [max(own[mode], key=lambda row: utility[row], default=-1) for mode in MODES]
    return np.array(best)


def _at(values: Array, rows: Array) -> Array:
    found: Array = np.where(rows >= 0, values[rows], 0.0)
    return found
