"""Who wishes to leave when, in middle values: what the timetable engine searches with."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from egiz.engines.rotation import WeekDemand
from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption
from egiz.figures.distribution import Discrete
from egiz.figures.unit import Array
from egiz.market.felt import felt
from egiz.market.outlook import Outlook
from egiz.proposals.air_route.sheet import yield_fare
from egiz.world.week import DAY, WEEK

SLOT = 120
"""Wishes are known to two hours [min]."""
LEGS = ("out", "home")
"""A trip has two: in each direction half of the travellers set out, the others go home."""
WORLD = "world"
"""Scope of a fact that has no other."""


def demand_of(outlook: Outlook, hours: float, length: float, facts: Dated) -> WeekDemand:
    """Work out the demand of a week.

    Parameters
    ----------
    outlook
        The market in middle values.
    hours
        A flight from stand to stand, in the middle of the types [h].
    length
        Distance between the cities [km].
    facts
        As known at the study's date.

    Returns
    -------
    WeekDemand
        Every passenger brings in the same: so the best week for profit is the best for passengers.
    """
    profile = wishes(outlook.purposes, facts)
    weekly = outlook.all_trips / facts.pick("weeks_per_year").middle / len(LEGS)
    purposes = len(outlook.purposes)
    utility = (
        outlook.air_constant
        - _felt(hours + outlook.airport_time, outlook) * outlook.time_weight
        - (_fare(length, facts) + facts.pick("ticket_charges").middle) * outlook.cost_weight
    )
    both = (len(LEGS), purposes, WEEK // SLOT)
    return WeekDemand(
        desired=np.broadcast_to(weekly[:, np.newaxis] * profile, both).copy(),
        utility=np.broadcast_to(utility, both[:2]).copy(),
        outside=np.broadcast_to(outlook.rest[:, np.newaxis], both).copy(),
        early=outlook.early,
        late=outlook.late,
        reach=np.full(purposes, outlook.delay_most),
        nest=facts.pick("departure_nest_scale", WORLD).middle,
        variation=facts.pick("demand_variation").middle,
        fare=np.ones(purposes),
    )


def bare(week: WeekDemand) -> WeekDemand:
    """The same wishes without utilities: those come from the level of a mesh."""
    return replace(week, utility=np.zeros(week.utility.shape), outside=np.zeros(week.outside.shape))


def wishes(purposes: tuple[str, ...], facts: Dated) -> Array:
    """Part of the travellers of each purpose that wishes to leave in each slot of the week."""
    return np.array(
        [sum(_leg(f"{purpose}-{leg}", facts) for leg in LEGS) / len(LEGS) for purpose in purposes]
    )


def _leg(scope: str, facts: Dated) -> Array:
    days = _spread(facts.pick("wished_day", scope), WEEK // DAY, 1.0)
    hours = _spread(facts.pick("wished_hour", scope), DAY // SLOT, SLOT / 60.0)
    found: Array = (days[:, np.newaxis] * hours).ravel()
    return found


def _spread(fact: Assumption, cells: int, width: float) -> Array:
    """A discrete fact as shares of even cells."""
    found = np.zeros(cells)
    if isinstance(fact.distribution, Discrete):
        at = (np.array(fact.distribution.values) / width).astype(np.int64)
        np.add.at(found, at, np.array(fact.distribution.weights))
    return found / found.sum()


def _felt(hours: float, outlook: Outlook) -> Array:
    return felt(np.array([hours]), np.array([outlook.hours_reference]), np.array([outlook.damping_hours]))


def _fare(length: float, facts: Dated) -> float:
    """Usual net fare in middle values [USD/pax]."""
    names = ("net_yield", "yield_reference_length", "stage_length_elasticity")
    rate, reference, elasticity = (np.array([facts.pick(name).middle]) for name in names)
    return float(yield_fare(rate, np.array([length]), reference, elasticity)[0])
